"""A briefing as one item of a list: its title, and in a line what happened, where, and how many were hurt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

import msgspec

from ..archive.lead import lead, toll
from ..model import ActorFact, Archive, Briefing
from ..parts import Parts
from . import _dates, _paths, _reports, _words
from ._views import Date, EntryLink, Frame, Link, Pager

#: Actors named in an item.
_ACTORS = 5
#: Other reports of its event that an item lists; its page lists all.
_REPORTS = 6
_NAMES = frozenset({"name", "metonym"})


class Item(msgspec.Struct, frozen=True):
    """A briefing in a list."""

    href: str
    title: str
    date: Date | None
    outlet: str
    what: str
    where: tuple[EntryLink, ...]
    toll: str
    actors: tuple[EntryLink, ...]
    together: _reports.Together | None  #: the other reports of the same event


class Day(msgspec.Struct, frozen=True):
    """The items of one day."""

    id: str  #: its name in addresses, "d2023-11-21"; "" where the day is not stated
    words: str
    items: tuple[Item, ...]


class Listing(msgspec.Struct, frozen=True):
    """A list of briefings under a heading: what briefings.html prints."""

    frame: Frame
    title: str
    note: str
    days: tuple[Day, ...]
    pager: Pager | None
    links: tuple[Link, ...] = ()  #: to the lists beside this one


class Shelves(msgspec.Struct, frozen=True):
    """A list of lists under a heading, each with its number of briefings: what shelves.html prints."""

    frame: Frame
    title: str
    note: str
    shelves: tuple[Link, ...]
    beside: tuple[Link, ...] = ()  #: to the lists beside this one


def item(briefing: Briefing, archive: Archive, long: Parts, up: str) -> Item:
    """What a list shows of a briefing; `up` leads from the list's page to the output folder."""
    points = lead(briefing)
    return Item(
        href=up + _paths.briefing(briefing.id), title=briefing.title, date=_dates.date(briefing.published), outlet=briefing.outlet or "",
        what=", ".join(point.text for point in points.what if point.key),  # what has no class the title tells better
        where=tuple(
            EntryLink("location", up + _paths.entry("location", point.key), point.text)
            for point in points.where if point.key in archive.locations
        ),
        toll=_words.opened("; ".join(toll(point.text) for point in points.toll)),
        actors=tuple(islice(_actors(briefing, archive, up), _ACTORS)), together=_reports.together(briefing, archive, long, up, _REPORTS),
    )


def by_day(briefings: Iterable[Briefing], archive: Archive, long: Parts, up: str) -> tuple[Day, ...]:
    """Items under their days, in the order given. Reports of one event stand with the first of them in this list."""
    days = groupby(firsts(briefings, archive), key=lambda briefing: (briefing.published or "")[:10])
    return tuple(Day(*_day(iso), tuple(item(briefing, archive, long, up) for briefing in found)) for iso, found in days)


def firsts(briefings: Iterable[Briefing], archive: Archive) -> Iterator[Briefing]:
    """The briefings without those whose event one before them reports: that one's item names them."""
    told: set[str] = set()
    for briefing in briefings:
        if briefing.id not in told:
            yield briefing
        if briefing.id in archive.groups:
            told.update(other.id for other in archive.groups[briefing.id].briefings)


def _day(iso: str) -> tuple[str, str]:
    """The name of a day in addresses and in words."""
    found = _dates.day(iso)
    return (f"d{found.iso}", found.words) if found else ("", _dates.NOT_STATED.capitalize())


def _actors(briefing: Briefing, archive: Archive, up: str) -> Iterator[EntryLink]:
    """The actors named first, each once; the press is left out, for it mostly reports."""
    facts = (f for f in briefing.facts if isinstance(f, ActorFact) and f.attrs.form in _NAMES and f.attrs.type != "media")
    for key in dict.fromkeys(fact.key for fact in facts):
        if key in archive.actors:
            yield EntryLink("actor", up + _paths.entry("actor", key), archive.actors[key].label)
