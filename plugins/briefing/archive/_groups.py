"""Which briefings report one event, and what joins them.

Two briefings are held to report one event where they are worded alike, were published within a few days of each other,
and name the same place or the same actors. What speaks against it wins: main events on different days or at different
places, or titles that each name someone whom the other briefing never names. Precision comes first: two attacks on one
city on two days are two events, and a briefing without a date is in no group.

A group puts reports side by side and nothing else: it merges no fact, and each report keeps its own figures.
"""

from __future__ import annotations

import heapq
import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import inf

from ..model import ActorFact, Briefing, Entry, Group, LocationFact, QuantityFact
from ._cast import Id
from ._wording import LEAST, SENTENCES, Worded, alike, worded
from .lead import Lead, lead

#: How much more alike the words must be for each doubt (see _doubts).
_MORE = 0.15
#: A toll grows from one report to the next, by so much in most cases.
_GROWS = 2
#: Where a report states no day of the event, both must have appeared within so many days.
_UNSTATED_DAYS = 1
#: Reports of one group, and how many of them a new one must agree with.
_MEMBERS, _WITNESSES = 24, 8
#: Words that two reports share besides names, at least.
_FEWEST_WORDS = 3
_SHOWN_WORDS, _SHOWN_NAMES = 4, 3
_BROAD = frozenset({"country", "region", "water", "state", "people"})  #: types of places and actors that tell little
_NAMED = frozenset({"name", "metonym"})
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class _Report(Worded, frozen=True, dict=True):
    """What a briefing says of its event; made only for those that are worded alike."""

    @cached_property
    def lead(self) -> Lead:
        return lead(self.briefing)

    @cached_property
    def days(self) -> frozenset[str]:
        """Of the main event, those stated to the day."""
        found = (_FULL_DAY.match(point.key or "") for point in self.lead.when)
        return frozenset(match[0] for match in found if match)

    @cached_property
    def places(self) -> dict[str, tuple[str, ...]]:
        """The main places, each with what lies around it."""
        around = {fact.key: fact.attrs.within for fact in self.briefing.facts if isinstance(fact, LocationFact)}
        return {point.key: around.get(point.key, ()) for point in self.lead.where if point.key}

    @cached_property
    def actors(self) -> frozenset[str]:
        """Those named in title and lead, without the press: it reports."""
        return frozenset(
            fact.key for fact in self.briefing.facts
            if isinstance(fact, ActorFact) and fact.key and fact.sentence < SENTENCES
            and fact.attrs.form in _NAMED and fact.attrs.type != "media"
        )

    @cached_property
    def classes(self) -> frozenset[str]:
        """PLOVER classes of the main event."""
        return frozenset(point.key for point in self.lead.what if point.key)

    @cached_property
    def killed(self) -> tuple[tuple[float, float], ...]:
        """The numbers of dead that title and lead give, each as the least and the most that it may mean."""
        counts = (f for f in self.briefing.facts if isinstance(f, QuantityFact) and f.attrs.role == "killed" and f.sentence < SENTENCES)
        ranges = ((fact.attrs.min, fact.attrs.max) for fact in counts)
        return tuple((low or 0.0, inf if high is None else high) for low, high in ranges if low is not None or high is not None)

    @cached_property
    def titled(self) -> frozenset[str]:
        """Actors and places that the title names."""
        named = (fact for fact in self.briefing.facts if isinstance(fact, ActorFact | LocationFact) and not fact.sentence)
        return frozenset(fact.key for fact in named if fact.key and fact.attrs.form in _NAMED)

    @cached_property
    def names(self) -> frozenset[str]:
        """All actors and places, and the places around them."""
        named = [fact for fact in self.briefing.facts if isinstance(fact, ActorFact | LocationFact)]
        around = (key for fact in named if isinstance(fact, LocationFact) for key in fact.attrs.within)
        return frozenset((*(fact.key for fact in named if fact.key), *around))


def groups(ordered: Sequence[Briefing], entries: Mapping[Id, Entry]) -> tuple[Group, ...]:
    """The groups, each of two briefings or more, in the archive's order of their newest."""
    found = worded(ordered)
    reports: dict[int, _Report] = {}
    pairs = []
    for a, b, score in alike(found):
        one, other = (reports.setdefault(index, _report(found[index])) for index in (a, b))
        if _one_event(one, other, score, entries):
            pairs.append((-score, a, b))
    members = sorted(sorted(numbers) for numbers in _joined(sorted(pairs)))
    return tuple(
        Group(
            briefings=tuple(found[number].briefing for number in numbers),
            reason="; ".join(_joins([reports[number] for number in numbers], entries)),
        )
        for numbers in members
    )


def _report(one: Worded) -> _Report:
    return _Report(one.briefing, one.day, one.words)


def same_event_first(
    found: Iterable[Group], related: Mapping[str, tuple[tuple[str, str], ...]]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """The related briefings, those that report the same event before all others and with that as their reason."""
    merged = dict(related)
    for group in found:
        ids = [briefing.id for briefing in group.briefings]
        for id_ in ids:
            same = tuple((other, f"reports the same event: {group.reason}") for other in ids if other != id_)
            merged[id_] = (*same, *(row for row in related.get(id_, ()) if row[0] not in ids))
    return merged


# --- what speaks for one event, and what against ------------------------------------------------------------------


def _one_event(a: _Report, b: _Report, score: float, entries: Mapping[Id, Entry]) -> bool:
    if _other_days(a, b) or _elsewhere(a, b, entries) or _of_others(a, b):
        return False
    shared: list[Id] = [*(("location", key) for key in _shared_places(a, b)), *(("actor", key) for key in a.actors & b.actors)]
    if not shared or _words_alike(a, b) < _FEWEST_WORDS:
        return False
    return score >= LEAST + _MORE * _doubts(a, b, any(_is_telling(id_, entries) for id_ in shared))


def _doubts(a: _Report, b: _Report, telling: bool) -> int:
    """How many things speak against one event without ruling it out: no stated day, nothing in common but a country or a
    state, events of different classes, numbers of dead that are far apart."""
    classes = a.classes and b.classes and a.classes.isdisjoint(b.classes)
    near = any(low <= _GROWS * more and least <= _GROWS * high for low, high in a.killed for least, more in b.killed)
    dead = a.killed and b.killed and not near
    return sum(map(bool, (not (a.days and b.days), not telling, classes, dead)))


def _other_days(a: _Report, b: _Report) -> bool:
    """Their events have other days; where one states none, they appeared too far apart to tell."""
    return a.days.isdisjoint(b.days) if a.days and b.days else abs(a.day - b.day) > _UNSTATED_DAYS


def _elsewhere(a: _Report, b: _Report, entries: Mapping[Id, Entry]) -> bool:
    """Both say more exactly than by a country where it was, and no place of one is a place of the other or lies in it."""
    exact = (any(_is_telling(("location", key), entries) for key in report.places) for report in (a, b))
    return all(exact) and not _shared_places(a, b)


def _shared_places(a: _Report, b: _Report) -> list[str]:
    """Main places of both, and main places of one that lie in one of the other."""
    in_b = [key for key, around in a.places.items() if key in b.places or not b.places.keys().isdisjoint(around)]
    in_a = [key for key, around in b.places.items() if key not in a.places and not a.places.keys().isdisjoint(around)]
    return [*in_b, *in_a]


def _of_others(a: _Report, b: _Report) -> bool:
    """Each title names an actor or a place that the other briefing never names: news of one kind, but not of one event."""
    return bool(a.titled - b.names) and bool(b.titled - a.names)


def _words_alike(a: _Report, b: _Report) -> int:
    """Words in common that are no part of a name: who and where alone do not tell what happened."""
    parts = {part for key in a.names | b.names for part in key.split("-")}
    return len(a.words.keys() & b.words.keys() - parts)


def _is_telling(id_: Id, entries: Mapping[Id, Entry]) -> bool:
    """It tells one event from others: a town, a person, an armed group; not a country or a state."""
    return id_ in entries and entries[id_].type not in _BROAD


def _joined(pairs: Sequence[tuple[float, int, int]]) -> list[list[int]]:
    """Groups of pairs, the most alike first. Two groups join where all their members (of large ones the first few) agree, so
    that no chain of reports leads from one event to the next."""
    agreed = {(a, b) for _, a, b in pairs}
    home: dict[int, list[int]] = {}
    for _, a, b in pairs:
        left, right = home.get(a, [a]), home.get(b, [b])
        if left is right or len(left) + len(right) > _MEMBERS:
            continue
        if all((min(x, y), max(x, y)) in agreed for x in left[:_WITNESSES] for y in right[:_WITNESSES]):
            joined = [*left, *right]
            home.update(dict.fromkeys(joined, joined))
    return list({id(members): members for members in home.values()}.values())


# --- in words -----------------------------------------------------------------------------------------------------


def _joins(members: Sequence[_Report], entries: Mapping[Id, Entry]) -> Iterator[str]:
    """What all members share: the day of the event, the days of the reports, places, actors, words."""
    days = frozenset.intersection(*(report.days for report in members))
    if days:
        year, month, day = map(int, min(days).split("-"))
        yield f"event of {day} {month_name[month]} {year}"
    apart = max(report.day for report in members) - min(report.day for report in members)
    yield f"reported within {apart + 1} days" if apart else "reported on the same day"
    places = _labels((("location", key) for key in _common_places(members)), entries)
    actors = _labels((("actor", key) for key in sorted(frozenset.intersection(*(r.actors for r in members)))), entries)
    yield from _listed("place", places)
    yield from _listed("actor", actors)
    common = _common_words(members, " ".join((*places, *actors)))
    if common:
        yield f"words in common: {', '.join(common)}"


def _common_places(members: Sequence[_Report]) -> list[str]:
    """Main places that all share: the same, or one that lies in theirs."""
    first, *others = members
    return [
        key for key, around in first.places.items()
        if all(key in other.places or not other.places.keys().isdisjoint(around) for other in others)
    ]


def _common_words(members: Sequence[_Report], told: str) -> list[str]:
    """The words of all members that tell most, in the order of the newest's text, without those that are already told."""
    first, *others = members
    shared = [word for word in first.words if all(word in other.words for other in others) and word not in told.casefold()]
    best = heapq.nsmallest(_SHOWN_WORDS, shared, key=lambda word: (-round(min(one.words[word] for one in members), 1), word))
    return [word for word in shared if word in best]


def _labels(ids: Iterable[Id], entries: Mapping[Id, Entry]) -> list[str]:
    return [entries[id_].label for id_ in ids if id_ in entries]


def _listed(kind: str, labels: Sequence[str]) -> Iterator[str]:
    if labels:
        more = ", ..." if len(labels) > _SHOWN_NAMES else ""
        name = f"same {kind}" if len(labels) == 1 else f"{len(labels)} {kind}s in common"
        yield f"{name}: {', '.join(labels[:_SHOWN_NAMES])}{more}"
