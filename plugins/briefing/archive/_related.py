"""Which briefings go together, and why, in words.

Two briefings are related by the actors and places that they share: a rare one tells more than one that half the archive
names, and one that stands in title or lead of both tells more than one named in passing. Nearness in time strengthens what they
share and relates nothing by itself. It does not claim that two briefings report the same event.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ..model import Briefing, Entry
from ._cast import Cast, Id
from ._order import day_number

#: Related briefings that are shown.
SIZE = 5
#: Of a name that stands in many briefings, only the nearest in time on either side are looked at: this keeps it linear.
_WINDOW = 12
#: A briefing is compared by its foremost names.
_KEYS = 40
#: Below this two briefings share too little to send a reader from one to the other: names in passing, or in one lead a
#: name that dozens have there too.
_LEAST = 0.1
#: Up to so many days apart the days are said, and count.
_NEAR_DAYS = 31


class _Posting(msgspec.Struct, frozen=True):
    """Where an actor or a place stands."""

    briefings: list[int]  #: numbers of briefings, ascending
    parts: list[float]  #: how much each is about it


def related(ordered: Sequence[Briefing], roster: Cast, entries: Mapping[Id, Entry]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Briefing id -> (id of a related briefing, reason), best first; a briefing with none has an empty tuple."""
    postings = _postings(roster)
    numbers = {id_: number for number, id_ in enumerate(roster.ids)}
    places = [numbers.get(("location", key), -1) if kind == "actor" else -1 for kind, key in roster.ids]
    days = [day_number(briefing.published) for briefing in ordered]
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for index, briefing in enumerate(ordered):
        own = _own(index, roster, places)
        shared = _shared(index, own, postings)
        scores = {o: score * _nearness(days[index], days[o]) for o, score in shared.items() if score >= _LEAST}
        best = heapq.nsmallest(SIZE, scores, key=lambda o: (-scores[o], o))
        found[briefing.id] = tuple(
            (ordered[o].id, "; ".join((*_shares(own, roster.members[o], postings, roster, entries), *_apart(days[index], days[o]))))
            for o in best
        )
    return found


def _postings(roster: Cast) -> list[_Posting]:
    postings = [_Posting([], []) for _ in roster.ids]
    for index, (members, parts) in enumerate(zip(roster.members, roster.parts, strict=True)):
        for number, part in zip(members[:_KEYS], parts, strict=False):
            postings[number].briefings.append(index)
            postings[number].parts.append(part)
    return postings


def _own(index: int, roster: Cast, places: Sequence[int]) -> dict[int, float]:
    """What a briefing is compared by. A country that is both a place and an actor in it counts once, as the place."""
    members = roster.members[index][:_KEYS]
    present = set(members)
    return {n: part for n, part in zip(members, roster.parts[index], strict=False) if places[n] not in present}


def _shared(index: int, own: Mapping[int, float], postings: Sequence[_Posting]) -> dict[int, float]:
    """How much each other briefing shares with this one."""
    scores: dict[int, float] = {}
    for number, part in own.items():
        posting = postings[number]
        weight = _weight(len(posting.briefings)) * part
        at = bisect_left(posting.briefings, index)
        near = slice(max(0, at - _WINDOW), at + _WINDOW + 1)
        for other, their_part in zip(posting.briefings[near], posting.parts[near], strict=True):
            scores[other] = scores.get(other, 0.0) + weight * their_part
    scores.pop(index, None)
    return scores


def _weight(briefings: int) -> float:
    """How much a name tells that stands in so many briefings. It falls only when their number doubles, so that what is
    shown as related stays when an article is added."""
    return float(briefings.bit_length()) ** -2


def _nearness(day: int | None, other: int | None) -> float:
    if day is None or other is None or abs(day - other) > _NEAR_DAYS:
        return 1.0
    return 1.0 + 1.0 / (1 + abs(day - other))


def _shares(
    own: Mapping[int, float], theirs: Sequence[int], postings: Sequence[_Posting], roster: Cast, entries: Mapping[Id, Entry]
) -> Iterator[str]:
    """The places and actors that two briefings share, those first that tell most.

    A shared town says that its country is shared too.
    """
    shared = own.keys() & set(theirs[:_KEYS])
    ranked = sorted(shared, key=lambda n: (-own[n] * _weight(len(postings[n].briefings)), n))
    together = [entries[roster.ids[number]] for number in ranked]
    around = {key for entry in together for key in entry.within}
    places = [entry.label for entry in together if entry.kind == "location" and entry.key not in around]
    actors = [entry.label for entry in together if entry.kind == "actor"]
    if places:
        yield f"same place: {places[0]}" if len(places) == 1 else f"{len(places)} places in common: {_few(places)}"
    if actors:
        yield f"same actor: {actors[0]}" if len(actors) == 1 else f"{len(actors)} actors in common: {_few(actors)}"


def _few(labels: Sequence[str]) -> str:
    return ", ".join(labels[:3]) + (", ..." if len(labels) > 3 else "")


def _apart(day: int | None, other: int | None) -> Iterator[str]:
    """How the other briefing's day lies to this one's, where it is near."""
    if day is None or other is None or abs(other - day) > _NEAR_DAYS:
        return
    days = other - day
    near = {0: "same day", 1: "next day", -1: "day before"}
    yield near.get(days) or f"{abs(days)} days {'later' if days > 0 else 'earlier'}"
