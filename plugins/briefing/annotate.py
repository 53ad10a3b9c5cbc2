"""Text and facts to nested marks: the only place that turns an article's words into HTML.

Facts overlap as they please; `spans.segments` cuts them into pieces that nest. Each piece is escaped by itself, so that
nothing in a text can become markup. With the tags taken out and entities resolved, the HTML of a sentence is its text,
code point for code point (a control character, which HTML cannot hold, is shown as U+FFFD).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html import escape

import msgspec
from markupsafe import Markup

from .model import AttributionFact, Briefing, Fact, LocationFact, Span
from .spans import segments

#: What HTML forbids even as a character reference, and halves of surrogate pairs, which no file can hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_WORD = re.compile(r"\w")


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence, ready to print."""

    index: int  #: the page gives it the id "s" and this number
    html: Markup
    opens: bool  #: whether a paragraph begins here


class _Piece(msgspec.Struct, frozen=True, gc=False):
    """The part of a fact's evidence that lies in one sentence, in offsets of that sentence."""

    span: Span
    fact: int  #: index into the marked facts
    first: bool  #: whether the evidence begins here


class _Mark(msgspec.Struct, frozen=True, gc=False):
    """The tags of a fact, made once for all of its pieces."""

    name: str  #: the fact's id, escaped
    attributes: str
    anchor: str  #: "" where the fact has no card

    @classmethod
    def of(cls, fact: Fact, link: str | None) -> _Mark:
        """A fact without a canonical identity has its own id as key, so that every mark has one.

        A country named for its government is a place only by the way, on the same words as the actor: the theme draws no
        second line there.
        """
        name = escape(fact.id)
        form = ' data-form="metonym"' if isinstance(fact, LocationFact) and fact.attrs.form == "metonym" else ""
        attributes = f'data-kind="{fact.kind}" data-key="{escape(fact.key) if fact.key else name}" data-fact="{name}"{form}'
        return cls(name, attributes, f'<a href="{escape(link)}">' if link else "")

    def opening(self, *, with_id: bool) -> str:
        """The mark's first tag."""
        return f'<mark id="{self.name}" {self.attributes}>' if with_id else f"<mark {self.attributes}>"


def sentences(briefing: Briefing, links: Mapping[str, str], shown: range | None = None) -> tuple[Sentence, ...]:
    """Every sentence, or those `shown`, with its facts as nested `<mark>` elements, in time linear in text and facts.

    `links` leads from a fact's id to the address of its card; a fact without one is marked and not linked. The first mark
    of a fact has the fact's id; where another fact cuts it, the pieces share `data-fact`.
    """
    pieces = _by_sentence(briefing)
    marks = [_Mark.of(fact, links.get(fact.id)) for fact in briefing.facts]
    return tuple(
        Sentence(index, _annotated(briefing.text[span.start : span.end], pieces.get(index, ()), marks), opens)
        for index, (span, opens) in enumerate(zip(briefing.sentences, openings(briefing), strict=True))
        if shown is None or index in shown
    )


def plain(text: str) -> str:
    """Text that a page can hold: what HTML forbids is shown as U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def evidence(fact: Fact) -> Span:
    """The words that are marked for a fact: for an attribution its cue ("said"), not the whole sentence that it covers."""
    if isinstance(fact, AttributionFact):
        return fact.attrs.cue or fact.attrs.speaker or fact.span
    return fact.span


def openings(briefing: Briefing) -> Iterator[bool]:
    """For each sentence whether a blank line or the title stands before it."""
    end = 0
    for index, span in enumerate(briefing.sentences):
        yield index == 0 or span.start >= briefing.body_start > end or "\n\n" in briefing.text[end : span.start]
        end = span.end


def begins(briefing: Briefing) -> Iterator[int]:
    """For each fact the number of the sentence in which its mark begins."""
    starts = [span.start for span in briefing.sentences]
    for fact in briefing.facts:
        yield next((index for index, _ in _pieces(evidence(fact), briefing.sentences, starts)), fact.sentence)


def _pieces(span: Span, sentences: Sequence[Span], starts: Sequence[int]) -> Iterator[tuple[int, Span]]:
    """The parts of a span that lie in sentences, each with the sentence's number and in its offsets."""
    for index in range(max(bisect_right(starts, span.start) - 1, 0), len(starts)):
        sentence = sentences[index]
        if sentence.start >= span.end:
            break
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if start < end:
            yield index, Span(start - sentence.start, end - sentence.start)


def _by_sentence(briefing: Briefing) -> dict[int, list[_Piece]]:
    """The pieces of all facts by the sentence that they lie in."""
    starts = [span.start for span in briefing.sentences]
    found: dict[int, list[_Piece]] = {}
    for number, fact in enumerate(briefing.facts):
        for place, (index, span) in enumerate(_pieces(evidence(fact), briefing.sentences, starts)):
            found.setdefault(index, []).append(_Piece(span, number, not place))
    return found


def _annotated(text: str, pieces: Sequence[_Piece], marks: Sequence[_Mark]) -> Markup:
    """One sentence as HTML: open marks are a stack, of which each segment keeps what it shares with the one before."""
    text = plain(text)
    if not pieces:
        return Markup(escape(text))
    out: list[str] = []
    stack: tuple[int, ...] = ()
    begun: set[int] = set()
    for span, covering in segments(len(text), [piece.span for piece in pieces]):
        keep = _shared(stack, covering) if stack else 0
        out.append("</mark>" * (len(stack) - keep))
        for number in covering[keep:]:
            piece = pieces[number]
            out.append(marks[piece.fact].opening(with_id=piece.first and number not in begun))
            begun.add(number)
        stack = covering
        words = text[span.start : span.end]
        # The innermost fact that has a card: anchors never nest. A space or a comma alone is nothing to click on.
        anchor = next(filter(None, [marks[pieces[number].fact].anchor for number in reversed(covering)]), "") if covering else ""
        out.append(f"{anchor}{escape(words)}</a>" if anchor and _WORD.search(words) else escape(words))
    out.append("</mark>" * len(stack))
    return Markup("".join(out))  # every fragment was escaped above


def _shared(before: Sequence[int], after: Sequence[int]) -> int:
    """How many marks, from the outermost, stay open from one segment to the next."""
    for depth, (old, new) in enumerate(zip(before, after, strict=False)):
        if old != new:
            return depth
    return min(len(before), len(after))
