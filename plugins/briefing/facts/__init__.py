"""Fact kinds: one package each, registered in one table.

A row is a pure function from a Context to facts. Rows run in the order of the table, and each sees what the rows
before it found, so that kinds need not know one another. A new kind is a new package and a line in KINDS.
What kinds share begins with an underscore: `_syntax` knows words, `_parties` knows who is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from ..lexicon import Lexicon
from ..model import Article, Briefing, Fact, Span
from ..names import Name, cased, find
from ..reading import read
from ..tagger import Tagger
from . import actors, attributions, events, locations, quantities, relations, times, weapons
from ._context import Context

Extractor = Callable[[Context], Iterable[Fact]]

KINDS: dict[str, Extractor] = {
    "time": times.extract,
    "location": locations.extract,
    "actor": actors.extract,
    "weapon": weapons.extract,
    "quantity": quantities.extract,
    "attribution": attributions.extract,
    "event": events.extract,
    "relation": relations.extract,
}


def extract(article: Article, lexicon: Lexicon, tagger: Tagger | None = None) -> Briefing:
    """The briefing of an article: every fact of every kind, in text order. Pure; names come by rules alone where there is no tagger."""
    reading = read(article, cased(article, lexicon))
    context = Context(reading, lexicon, find(reading, lexicon, tagger), ())
    for row in KINDS.values():
        context = msgspec.structs.replace(context, facts=context.facts + tuple(row(context)))
    return Briefing(
        id=article.id, title=article.title, published=article.published, source=article.source, text=article.text,
        body_start=article.body_start, sentences=tuple(Span(s.start, s.end) for s in reading.sentences),
        facts=_ordered(context.facts), outlet=article.outlet, section=article.section, lang=article.lang,
        dateline=article.dateline, authors=article.authors, image_url=article.image_url, asides=article.asides,
    )


def _ordered(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """By start, end and kind; a second fact of one kind on one span gets a numbered id, so that ids stay unique."""
    kinds = list(KINDS)
    ordered: list[Fact] = []
    seen: dict[str, int] = {}
    for fact in sorted(facts, key=lambda f: (f.span, kinds.index(f.kind), f.key or "", f.label, f.rule)):
        seen[fact.id] = seen.get(fact.id, 0) + 1
        ordered.append(fact if seen[fact.id] == 1 else msgspec.structs.replace(fact, id=f"{fact.id}-{seen[fact.id]}"))
    return tuple(ordered)


__all__ = ["KINDS", "Context", "Extractor", "Name", "extract"]
