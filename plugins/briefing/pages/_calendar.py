"""Calendars: a table of years by month, or of months by day, each cell with a number, a shade and an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from . import _dates
from ._views import Link

MONTHS = tuple(f"{number:02}" for number in range(1, 13))
DAYS = tuple(f"{number:02}" for number in range(1, 32))
#: Shades of a cell, measured by the fullest one.
_SHADES = 4


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A month or a day; one in which nothing stands has neither address nor text."""

    href: str
    text: str
    label: str  #: the period and its number, for whoever cannot see the row; "" where the row says enough
    shade: int  #: 0 to 4


class Line(msgspec.Struct, frozen=True):
    """A year or a month: its name, the cells of what lies in it, and how much of it has no closer date."""

    head: Link
    cells: tuple[Cell, ...]
    rest: Link | None = None


class Calendar(msgspec.Struct, frozen=True):
    """A table; its heads name the columns."""

    label: str
    classes: str  #: of the style sheet: "reported" or "happened", and "by-day"
    corner: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    rest: str = ""  #: head of the column for what has no closer date; "" where there is none


def of_years(
    label: str, lane: str, heads: Iterable[Link], counts: Mapping[str, int], hrefs: Mapping[str, str], rest: str = ""
) -> Calendar:
    """Years by month. The texts of `heads` are the years, and the keys of `counts` months ("2023-11") and years ("2023")."""
    most = max((count for key, count in counts.items() if len(key) == 7), default=1)
    lines = []
    for head in heads:
        keys = [f"{head.text}-{month}" for month in MONTHS]
        cells = tuple(_cell(key, counts, hrefs, most, named=True) for key in keys)
        lines.append(Line(head, cells, Link(hrefs[head.text], f"{counts[head.text]:,}") if rest and counts.get(head.text) else None))
    return Calendar(label, lane, "Year", tuple(_dates.month("", month).strip()[:3] for month in MONTHS), tuple(lines), rest)


def of_days(label: str, lane: str, year: str, counts: Mapping[str, int], hrefs: Mapping[str, str]) -> Calendar | None:
    """The months of a year by day, those in which anything stands. The keys are days ("2023-11-21"); where one of `hrefs` is a
    month ("2023-11"), its head leads there. None where nothing stands."""
    most = max(counts.values(), default=1)
    lines = []
    for month in MONTHS:
        cells = tuple(_cell(f"{year}-{month}-{day}", counts, hrefs, most) for day in DAYS)
        if any(cell.text for cell in cells):
            lines.append(Line(Link(hrefs.get(f"{year}-{month}", ""), _dates.month("", month).strip()), cells))
    return Calendar(label, f"{lane} by-day", "Month", tuple(str(int(day)) for day in DAYS), tuple(lines)) if lines else None


def _cell(key: str, counts: Mapping[str, int], hrefs: Mapping[str, str], most: int, *, named: bool = False) -> Cell:
    count = counts.get(key, 0)
    if not count:
        return Cell("", "", "", 0)
    year, month, *_ = key.split("-")
    return Cell(hrefs[key], f"{count:,}", f"{_dates.month(year, month)}: {count:,}" if named else "", -(-_SHADES * count // most))
