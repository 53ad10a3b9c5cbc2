"""Which briefings go together, and why, in words.

Two briefings are related by the actors and places that they share: a rare one tells more than one that half the archive
names, and one that stands in the title or the lead tells more than one in passing. Nearness in time strengthens what they
share and relates nothing by itself. It does not claim that two briefings report the same event.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..model import Briefing, Entry
from ._cast import Cast, Id

#: Related briefings that are shown.
SIZE = 5
#: Of a name that stands in many briefings, only the nearest in time on either side are looked at: this keeps it linear.
_WINDOW = 12
#: A briefing is compared by its foremost names.
_KEYS = 40
#: Below this two briefings share too little to send a reader from one to the other: about one name that eight others share.
_LEAST = 0.1
#: Up to so many days apart the days are said, and count.
_NEAR_DAYS = 31


def related(ordered: Sequence[Briefing], roster: Cast, entries: Mapping[Id, Entry]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Briefing id -> (id of a related briefing, reason), best first; a briefing with none has an empty tuple."""
    postings: list[list[int]] = [[] for _ in roster.ids]
    for index, members in enumerate(roster.members):
        for number in members[:_KEYS]:
            postings[number].append(index)
    days = [_day(briefing.published) for briefing in ordered]
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for index, briefing in enumerate(ordered):
        shared = _shared(index, roster, postings)
        scores = {o: score * _nearness(days[index], days[o]) for o, score in shared.items() if score >= _LEAST}
        best = heapq.nsmallest(SIZE, scores, key=lambda o: (-scores[o], o))
        found[briefing.id] = tuple(
            (ordered[other].id, "; ".join(_reasons(index, other, roster, postings, entries, days))) for other in best
        )
    return found


def _shared(index: int, roster: Cast, postings: Sequence[Sequence[int]]) -> dict[int, float]:
    """How much each other briefing shares with this one."""
    scores: dict[int, float] = {}
    for rank, number in enumerate(roster.members[index][:_KEYS]):
        posting = postings[number]
        weight = _weight(len(posting)) * (2.0 if rank < roster.leads[index] else 1.0)
        at = bisect_left(posting, index)
        for other in posting[max(0, at - _WINDOW) : at + _WINDOW + 1]:
            scores[other] = scores.get(other, 0.0) + weight
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


def _day(published: str | None) -> int | None:
    """The day as a number; None where the source does not state one."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _reasons(
    index: int, other: int, roster: Cast, postings: Sequence[Sequence[int]], entries: Mapping[Id, Entry], days: Sequence[int | None]
) -> Iterator[str]:
    """Why a reader of one may want the other: places, actors, days. The rarest names first, for they tell most.

    A shared town says that its country is shared too.
    """
    theirs = set(roster.members[other][:_KEYS])
    shared = sorted((n for n in roster.members[index][:_KEYS] if n in theirs), key=lambda n: len(postings[n]).bit_length())
    together = [entries[roster.ids[number]] for number in shared]
    around = {key for entry in together for key in entry.within}
    places = [entry.label for entry in together if entry.kind == "location" and entry.key not in around]
    actors = [entry.label for entry in together if entry.kind == "actor"]
    if places:
        yield f"same place: {places[0]}" if len(places) == 1 else f"{len(places)} places in common: {_few(places)}"
    if actors:
        yield f"same actor: {actors[0]}" if len(actors) == 1 else f"{len(actors)} actors in common: {_few(actors)}"
    day, their_day = days[index], days[other]
    if day is not None and their_day is not None and abs(their_day - day) <= _NEAR_DAYS:
        yield _apart(their_day - day)


def _few(labels: Sequence[str]) -> str:
    return ", ".join(labels[:3]) + (", ..." if len(labels) > 3 else "")


def _apart(days: int) -> str:
    """How the other briefing's day lies to this one's."""
    if abs(days) <= 1:
        return {0: "same day", 1: "next day", -1: "day before"}[days]
    return f"{abs(days)} days {'later' if days > 0 else 'earlier'}"
