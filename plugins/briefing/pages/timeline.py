"""The timeline: what was reported when, and, kept apart from it, what happened when; from years to months to days.

A report has the date of its briefing. An event has the date that its sentence gives it, which may lie years before the
report, and stands in no year if the text gives none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from ..model import Archive, Briefing, EventFact, PageRequest
from . import _calendar, _dates, _items, _lanes, _paths, _statements, _words
from ._threads import Said
from ._views import Frame, Link, Pager, Site, frame

_PATH = "timeline/index.html"
_BESIDE_DAYS = 25_000  #: bytes of events on a page that shows all days of its year


class TimelineView(msgspec.Struct, frozen=True):
    """All years."""

    frame: Frame
    title: str
    lanes: _lanes.Lanes | None
    width: int
    height: int
    axis: int
    reported: _calendar.Calendar | None
    happened: _calendar.Calendar | None
    earlier: tuple[Link, ...]  #: years with events that lie outside the calendar
    undated: str


class Day(msgspec.Struct, frozen=True):
    id: str
    words: str
    events: tuple[_statements.Happened, ...]


class YearView(msgspec.Struct, frozen=True):
    """A year: its days, and its events; on further pages only these."""

    frame: Frame
    title: str
    note: str
    beside: tuple[Link, ...]  #: the years before and after this one
    reported: _calendar.Calendar | None
    briefings: Link | None  #: to the list of the year's briefings
    happened: _calendar.Calendar | None
    days: tuple[Day, ...]
    pager: Pager | None


class _Known(msgspec.Struct, frozen=True):
    """What all pages of the timeline share."""

    archive: Archive
    site: Site
    events: Mapping[str, Sequence[Said[EventFact]]]  #: by year, latest first
    reports: Mapping[str, int]  #: briefings by year, latest first

    @property
    def years(self) -> list[str]:
        """Every year that has a page, latest first."""
        return sorted({*self.events, *self.reports}, reverse=True)


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """timeline/index.html, and timeline/<year>/ for each year in which something was reported or happened."""
    reports: Counter[str] = Counter()
    for month, briefings in archive.months.items():
        reports[month[:4]] += len(briefings)
    known = _Known(archive, site, _events(archive), reports)
    yield _all_years(known)
    for year in known.years:
        yield from _year(year, known)


def _events(archive: Archive) -> dict[str, list[Said[EventFact]]]:
    found = [Said(b, fact) for b in archive.briefings for fact in b.facts if isinstance(fact, EventFact) and _dates.day(fact.attrs.date)]
    found.sort(key=_when, reverse=True)
    return {year: list(said) for year, said in groupby(found, key=lambda said: _when(said)[:4])}


def _when(said: Said[EventFact]) -> str:
    return (said.fact.attrs.date or "")[:10]


# --- all years ------------------------------------------------------------------------------------------------------


def _all_years(known: _Known) -> PageRequest:
    happened = {year: len(found) for year, found in known.events.items()}
    hrefs = {year: f"../timeline/{year}/index.html" for year in known.years}
    shown = set(_lanes.shown(known.reports, happened))
    undated = sum(1 for briefing in known.archive.briefings if _dates.date(briefing.published) is None)
    view = TimelineView(
        frame=frame(known.site, _PATH, "Timeline", description="What was reported when, and what happened when"), title="Timeline",
        lanes=_lanes.lanes(known.reports, happened, hrefs), width=_lanes.WIDTH, height=_lanes.HEIGHT, axis=_lanes.AXIS,
        reported=_reported_months(known, hrefs), happened=_happened_months(known, hrefs, shown),
        earlier=tuple(Link(hrefs[year], year, f"{count:,}") for year, count in happened.items() if year not in shown),
        undated=f"{_words.count(undated, 'briefing')} without a date" if undated else "",
    )
    return PageRequest(_PATH, "timeline.html", view)


def _reported_months(known: _Known, hrefs: Mapping[str, str]) -> _calendar.Calendar | None:
    counts = {month: len(briefings) for month, briefings in known.archive.months.items()}
    to = {month: f"../{_paths.month(month)}index.html" for month in counts}
    heads = [Link(hrefs[year], year) for year in known.reports]
    return _calendar.of_years("Briefings by month", "reported", heads, counts, to) if heads else None


def _happened_months(known: _Known, hrefs: Mapping[str, str], shown: set[str]) -> _calendar.Calendar | None:
    """Events by month; those of which only the year is stated have a column of their own."""
    counts: Counter[str] = Counter()
    to: dict[str, str] = {}
    for year in shown & known.events.keys():
        counts.update(_when(said)[:7] for said in known.events[year])
        to.update(_places(year, known, "../", 7))
    heads = [Link(hrefs[year], year) for year in known.events if year in shown]
    return _calendar.of_years("Events by month", "happened", heads, counts, to, "year only") if heads else None


def _places(year: str, known: _Known, up: str, length: int) -> dict[str, str]:
    """Where the list of a year's events comes to each month (length 7) or day (10); the longest known where less is stated."""
    found: dict[str, str] = {}
    for part in _parts(year, known):
        for said in part.rows:
            found.setdefault(_when(said)[:length], f"{up}{part.path}#d{_when(said)}")
    return found


def _parts(year: str, known: _Known) -> Iterator[_paths.Part[Said[EventFact]]]:
    """The pages of a year; on the first one the days of the year stand too."""
    size = known.site.settings.mention_page_size
    return _paths.parts(f"timeline/{year}/", f"Events of {year}", known.events.get(year, ()), size, _statements.weight, _BESIDE_DAYS)


# --- one year -------------------------------------------------------------------------------------------------------


def _year(year: str, known: _Known) -> Iterator[PageRequest]:
    for part in _parts(year, known):
        up, first = part.up, part.number == 1
        title = _paths.titled(f"{int(year)}", part.number)
        crumbs = (Link(f"{up}timeline/index.html", "Timeline"), Link("", year))
        view = YearView(
            frame=frame(known.site, part.path, f"Timeline {title}", crumbs=crumbs), title=title,
            note=_note(year, known), beside=tuple(Link(f"{up}timeline/{other}/index.html", other) for other in _beside(year, known.years)),
            reported=_reported_days(year, known, up) if first else None,
            briefings=Link(f"{up}{year}/index.html", f"All briefings of {year}") if first and year in known.reports else None,
            happened=_happened_days(year, known, up) if first else None,
            days=tuple(_day(iso, tuple(found), known, up) for iso, found in groupby(part.rows, key=_when)), pager=part.pager,
        )
        yield PageRequest(part.path, "year.html", view)


def _note(year: str, known: _Known) -> str:
    counts = ((known.reports.get(year, 0), "briefing"), (len(known.events.get(year, ())), "dated event"))
    return ", ".join(_words.count(number, one) for number, one in counts if number)


def _beside(year: str, years: list[str]) -> list[str]:
    place = years.index(year)
    return [years[n] for n in (place + 1, place - 1) if 0 <= n < len(years)]


def _reported_days(year: str, known: _Known, up: str) -> _calendar.Calendar | None:
    counts: Counter[str] = Counter()
    to: dict[str, str] = {}
    for month, briefings in known.archive.months.items():
        if month.startswith(year):
            counts.update(day for briefing in briefings if (day := _full_day(briefing)))
            for part in _paths.parts(_paths.month(month), "", briefings, known.site.settings.page_size):
                there = {_full_day(briefing) for briefing in _items.firsts(part.rows, known.archive)}
                for briefing in part.rows:
                    day = _full_day(briefing)
                    to.setdefault(day, f"{up}{part.path}" + (f"#d{day}" if day in there else ""))
    months = {month: f"{up}{_paths.month(month)}index.html" for month in known.archive.months}
    return _calendar.of_days("Briefings by day", "reported", year, counts, to | months)


def _full_day(briefing: Briefing) -> str:
    """The day of a report, "" where only its month or year is stated."""
    found = _dates.day(briefing.published)
    return found.iso if found and len(found.iso) == 10 else ""


def _happened_days(year: str, known: _Known, up: str) -> _calendar.Calendar | None:
    if year not in known.events:
        return None
    counts = Counter(_when(said) for said in known.events[year] if len(_when(said)) == 10)
    to = _places(year, known, up, 10) | _places(year, known, up, 7)
    return _calendar.of_days("Events by day", "happened", year, counts, to)


def _day(iso: str, found: Sequence[Said[EventFact]], known: _Known, up: str) -> Day:
    rows = (_statements.happened(said, known.archive, known.site.parts, up) for said in _statements.by_sentence(found))
    return Day(f"d{iso}", _words_of(iso), tuple(rows))


def _words_of(iso: str) -> str:
    """A day; of a coarser date what it lacks."""
    found = _dates.date(iso)
    words = found.words if found else iso
    return words + {4: ", month not stated", 7: ", day not stated"}.get(len(iso), "")
