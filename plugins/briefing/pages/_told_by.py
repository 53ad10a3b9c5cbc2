"""Places that are told by another, in the article's words: "120 km west of Baghdad"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Fact, LocationFact
from ._asked import Asked


def told_by(asked: Asked, facts: Iterable[Fact]) -> Iterator[str]:
    """Each place among some facts that only its relation to the named one tells."""
    for fact in facts:
        if isinstance(fact, LocationFact) and fact.attrs.relation:
            the = "the " if asked.briefing.text.endswith("the ", 0, fact.span.start) else ""
            yield f"{fact.attrs.relation} {the}{asked.words(fact.span)}"
