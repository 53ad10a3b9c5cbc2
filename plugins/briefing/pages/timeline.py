"""The timeline: what was reported when, and, kept apart from it, what happened when.

A report has the date of its briefing. An event has the date that its sentence gives it, and stands in no year if the
text gives none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from ..model import Archive, EventFact, PageRequest
from . import _dates, _paths, _statements, _words
from ._threads import Said
from ._views import Frame, Link, Pager, Site, frame


class Month(msgspec.Struct, frozen=True, gc=False):
    """A month in the calendar; one without a report has neither address nor words."""

    href: str
    text: str
    name: str
    shade: int  #: 0 to 4: how many briefings, measured by the fullest month


class Year(msgspec.Struct, frozen=True):
    """A line of the calendar."""

    year: Link
    months: tuple[Month, ...]


class TimelineView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    months: tuple[str, ...]  #: heads of the calendar
    years: tuple[Year, ...]
    undated: str
    events: tuple[Link, ...]  #: years in which something happened


class Day(msgspec.Struct, frozen=True):
    words: str
    events: tuple[_statements.Happened, ...]


class EventsView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    note: str
    days: tuple[Day, ...]
    pager: Pager | None
    beside: tuple[Link, ...]  #: the years with events before and after this one


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """timeline/index.html, and timeline/<year>/ for each year in which an event is dated."""
    events = _events(archive)
    yield _calendar(archive, site, events)
    for year, found in events.items():
        for part in _paths.parts(f"timeline/{year}/", f"Events of {year}", found, site.settings.mention_page_size):
            title = _paths.titled(f"What happened in {int(year)}", part.number)
            crumbs = (Link(f"{part.up}timeline/index.html", "Timeline"), Link("", year))
            beside = tuple(Link(f"{part.up}timeline/{other}/index.html", other) for other in _beside(year, list(events)))
            days = groupby(part.rows, key=_when)
            view = EventsView(
                frame=frame(site, part.path, title, crumbs=crumbs), title=title, note=_words.count(len(found), "event"),
                days=tuple(Day(_words_of(iso), tuple(_statements.happened(said, archive, part.up) for said in of)) for iso, of in days),
                pager=part.pager, beside=beside,
            )
            yield PageRequest(part.path, "events.html", view)


def _calendar(archive: Archive, site: Site, events: dict[str, list[Said[EventFact]]]) -> PageRequest:
    path = "timeline/index.html"
    most = max(map(len, archive.months.values()), default=1)
    years = tuple(_year(year, archive, most) for year in dict.fromkeys(month[:4] for month in archive.months))
    undated = sum(1 for briefing in archive.briefings if _dates.date(briefing.published) is None)
    view = TimelineView(
        frame=frame(site, path, "Timeline", description="What was reported when, and what happened when"), title="Timeline",
        months=tuple(_dates.month("", f"{n:02}").strip()[:3] for n in range(1, 13)), years=years,
        undated=f"{_words.count(undated, 'briefing')} without a date" if undated else "",
        events=tuple(Link(f"../timeline/{year}/index.html", year, f"{len(found):,}") for year, found in events.items()),
    )
    return PageRequest(path, "timeline.html", view)


def _year(year: str, archive: Archive, most: int) -> Year:
    cells = []
    for number in range(1, 13):
        month = f"{year}-{number:02}"
        found = archive.months.get(month, ())
        name = _dates.month(year, f"{number:02}")
        href = f"../{_paths.month(month)}index.html" if found else ""
        cells.append(Month(href, f"{len(found):,}" if found else "", name, -(-4 * len(found) // most)))
    return Year(Link(f"../{year}/index.html", year), tuple(cells))


def _events(archive: Archive) -> dict[str, list[Said[EventFact]]]:
    """Year -> its dated events, latest first; latest year first."""
    found = [Said(b, fact) for b in archive.briefings for fact in b.facts if isinstance(fact, EventFact) and _dates.day(fact.attrs.date)]
    found.sort(key=_when, reverse=True)
    return {year: list(said) for year, said in groupby(found, key=lambda said: _when(said)[:4])}


def _beside(year: str, years: list[str]) -> list[str]:
    place = years.index(year)
    return [years[n] for n in (place + 1, place - 1) if 0 <= n < len(years)]


def _when(said: Said[EventFact]) -> str:
    return (said.fact.attrs.date or "")[:10]


def _words_of(iso: str) -> str:
    """A day; of a coarser date what it lacks."""
    found = _dates.date(iso)
    words = found.words if found else iso
    return words + {4: ", month not stated", 7: ", day not stated"}.get(len(iso), "")
