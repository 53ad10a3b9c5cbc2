"""The only maker of facts. A fact made here quotes the text exactly and stands in one sentence's numbering.

Refuses: a span that is empty, outside the text, or inside no sentence (a ValueError: the caller's mistake, never the
article's).
"""

from __future__ import annotations

from typing import Any, TypeVar

from ..model import Fact, Span
from ..reading import Reading

F = TypeVar("F", bound=Fact)


def make(cls: type[F], reading: Reading, span: Span, *, key: str | None, label: str, rule: str, attrs: Any, inferred: bool = False,
         confidence: float | None = None) -> F:
    """A fact of class `cls` that rests on the words at `span`.

    `rule` names what found it, as "times.weekday". ValueError where the span is no evidence.
    """
    text = reading.article.text
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"span {span.start}:{span.end} is outside a text of {len(text)} code points")
    quote = text[span.start : span.end]
    sentence = reading.sentence_at(span.start)
    if sentence is None:
        raise ValueError(f"span {span.start}:{span.end} {quote!r} begins in no sentence")
    kind = cls.__struct_config__.tag
    return cls(id=f"{kind}-{span.start}-{span.end}", key=key, label=label, span=span, quote=quote, sentence=sentence.index,
               rule=rule, inferred=inferred, confidence=confidence, attrs=attrs)
