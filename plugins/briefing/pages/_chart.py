"""A small chart: in how many briefings something stands, by month or by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from ..model import Briefing
from . import _dates, _words

_STEP, _WIDE, HEIGHT, SPARK = 6, 5, 40, 14  #: of a bar, in units of the viewBox
#: Up to so many years a bar is a month, else a year; above _MOST the chart says nothing that the eye can read.
_MONTHLY, _MOST = 4, 100


class Bar(msgspec.Struct, frozen=True, gc=False):
    """A month or a year; figures in units of the viewBox."""

    x: int
    y: int
    height: int
    label: str


class Chart(msgspec.Struct, frozen=True):
    """Bars, and in words what they show."""

    width: int
    bars: tuple[Bar, ...]
    words: str


class Axis(msgspec.Struct, frozen=True):
    """The months or the years over which something is shown."""

    periods: tuple[str, ...]
    monthly: bool


def chart(briefings: Iterable[Briefing]) -> Chart | None:
    """The chart of dated briefings, from the first to the last; None where it would show a single bar, or too many.

    A briefing given twice counts once. One whose date has no month is left out of a chart of months.
    """
    given = tuple(briefings)
    found = axis(given)
    return _bars(_counts(given, found), found) if found else None


def axis(briefings: Iterable[Briefing]) -> Axis | None:
    """The axis of a chart of these briefings."""
    dates = {found.iso for b in briefings if (found := _dates.date(b.published))}
    years = {iso[:4] for iso in dates}
    if not years or int(max(years)) - int(min(years)) >= _MOST:
        return None
    monthly = int(max(years)) - int(min(years)) < _MONTHLY
    stated = {iso[:7] if monthly else iso[:4] for iso in dates if len(iso) >= (7 if monthly else 4)}
    return Axis(tuple(_between(min(stated), max(stated), monthly)), monthly) if len(stated) > 1 else None


def spark(briefings: Iterable[Briefing], over: Axis) -> str:
    """The same for a line of a table, as an SVG path of the height SPARK; its highest bar is as high as any other's."""
    counts = _counts(briefings, over)
    most = max(counts.values(), default=1)
    heights = ((place * _STEP, max(2, round(counts[period] / most * SPARK))) for place, period in enumerate(over.periods) if counts[period])
    return "".join(f"M{x} {SPARK}v-{height}h{_WIDE}v{height}z" for x, height in heights)


def width(over: Axis) -> int:
    """Of a chart or of a spark."""
    return len(over.periods) * _STEP - (_STEP - _WIDE)


def _counts(briefings: Iterable[Briefing], over: Axis) -> Counter[str]:
    dates = {b.id: found.iso for b in briefings if (found := _dates.date(b.published))}
    return Counter(iso[:7] if over.monthly else iso[:4] for iso in dates.values())


def _bars(counts: Counter[str], over: Axis) -> Chart:
    most = max(counts.values())
    bars = []
    for place, period in enumerate(over.periods):
        height = max(2, round(counts[period] / most * HEIGHT)) if counts[period] else 0
        label = f"{_name(period)}: {_words.count(counts[period], 'briefing')}"
        bars.append(Bar(place * _STEP, HEIGHT - height, height, label))
    unit = "month" if over.monthly else "year"
    words = f"Briefings by {unit}, {_name(over.periods[0])} to {_name(over.periods[-1])}; at most {most:,} in a {unit}"
    return Chart(width(over), tuple(bars), words)


def _between(first: str, last: str, monthly: bool) -> list[str]:
    """Every period from the first to the last."""
    years = range(int(first[:4]), int(last[:4]) + 1)
    if not monthly:
        return [f"{year:04}" for year in years]
    return [month for year in years for number in range(1, 13) if first <= (month := f"{year:04}-{number:02}") <= last]


def _name(period: str) -> str:
    return _dates.month(*period.split("-")) if "-" in period else period
