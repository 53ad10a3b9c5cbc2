"""Which actors and places stand in each briefing, the foremost first: what "seen together" is counted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from ..model import ActorFact, Briefing, LocationFact

Kind = Literal["actor", "location"]
Id = tuple[Kind, str]  #: kind and key of an entry

#: Entries of one briefing that are counted together. An article of a thousand names must not make a million pairs.
CAST_SIZE = 60
#: A name in the title or in the first sentence of the report is what the report is about.
_LEAD_SENTENCES = 2
#: How much a briefing is about a name: in title or lead, mentioned again and again, mentioned once in passing.
_LEAD, _AGAIN, _PASSING = 2.0, 1.0, 0.4


class Cast(msgspec.Struct, frozen=True):
    """The entries of each briefing, as numbers. Briefings are numbered in the archive's order."""

    ids: tuple[Id, ...]  #: number -> kind and key, in the order in which they are first met
    members: tuple[tuple[int, ...], ...]  #: for each briefing its entries, foremost first, at most CAST_SIZE
    parts: tuple[tuple[float, ...], ...]  #: for each of these members how much the briefing is about it


def standing(briefing: Briefing) -> Iterator[tuple[Id, ActorFact | LocationFact]]:
    """The facts of a briefing that are about an entry, in text order; one without a key is about none."""
    for fact in briefing.facts:
        if not fact.key:
            continue
        if isinstance(fact, ActorFact):
            yield ("actor", fact.key), fact
        elif isinstance(fact, LocationFact):
            yield ("location", fact.key), fact


def cast(ordered: Iterable[Briefing]) -> Cast:
    """The cast of every briefing: those of title and lead first, then the most mentioned, then in text order."""
    numbers: dict[Id, int] = {}
    members: list[tuple[int, ...]] = []
    parts: list[tuple[float, ...]] = []
    for briefing in ordered:
        counts: dict[int, int] = {}
        first: dict[int, int] = {}
        for id_, fact in standing(briefing):
            number = numbers.setdefault(id_, len(numbers))
            counts[number] = counts.get(number, 0) + 1
            first.setdefault(number, fact.sentence)
        ranked = sorted(counts, key=lambda n: (first[n] >= _LEAD_SENTENCES, -counts[n]))[:CAST_SIZE]
        members.append(tuple(ranked))
        parts.append(tuple(
            _LEAD if first[number] < _LEAD_SENTENCES else _AGAIN if counts[number] > 1 else _PASSING for number in ranked
        ))
    return Cast(tuple(numbers), tuple(members), tuple(parts))
