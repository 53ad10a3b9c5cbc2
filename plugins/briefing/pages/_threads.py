"""What the briefings say of each actor and place besides naming it: events, relations, claims. Gathered once, by key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from ..model import ActorFact, AttributionFact, Briefing, EventFact, RelationFact

F = TypeVar("F")
#: Mentions of actors in one claim that are followed: a quotation may be as long as its article, and there may be many.
_NAMED = 100


class Said(msgspec.Struct, Generic[F], frozen=True):
    """A fact with the briefing that states it."""

    briefing: Briefing
    fact: F


class Threads(msgspec.Struct, frozen=True):
    """By key, newest briefing first, then in text order."""

    events: dict[str, list[Said[EventFact]]]  #: by location key: what happened there
    deeds: dict[str, list[Said[EventFact]]]  #: by actor key: what it did, or what befell it
    relations: dict[str, list[Said[RelationFact]]]  #: by actor or location key, on either side
    said_by: dict[str, list[Said[AttributionFact]]]  #: by actor key: what it said
    said_of: dict[str, list[Said[AttributionFact]]]  #: by actor key: what others said that names it


def threads(ordered: Iterable[Briefing]) -> Threads:
    """The threads through briefings that are given newest first."""
    found = Threads({}, {}, {}, {}, {})
    for briefing in ordered:
        actors = [fact for fact in briefing.facts if isinstance(fact, ActorFact) and fact.key]
        starts = [fact.span.start for fact in actors]
        for fact in briefing.facts:
            if isinstance(fact, EventFact):
                if fact.attrs.location:
                    found.events.setdefault(fact.attrs.location, []).append(Said(briefing, fact))
                for party in dict.fromkeys((*fact.attrs.source, *fact.attrs.target)):
                    found.deeds.setdefault(party, []).append(Said(briefing, fact))
            elif isinstance(fact, RelationFact):
                for key in dict.fromkeys((fact.attrs.subject, fact.attrs.object)):
                    if key:
                        found.relations.setdefault(key, []).append(Said(briefing, fact))
            elif isinstance(fact, AttributionFact):
                _attribution(Said(briefing, fact), actors, starts, found)
    return found


def _attribution(said: Said[AttributionFact], actors: list[ActorFact], starts: list[int], found: Threads) -> None:
    """Put a claim with its speaker, and with each other actor that its content names."""
    speaker, content = said.fact.attrs.speaker_key, said.fact.attrs.content
    if speaker:
        found.said_by.setdefault(speaker, []).append(said)
    first = bisect_left(starts, content.start)
    named = actors[first : min(bisect_left(starts, content.end), first + _NAMED)]
    for key in dict.fromkeys(actor.key for actor in named):
        if key and key != speaker:
            found.said_of.setdefault(key, []).append(said)
