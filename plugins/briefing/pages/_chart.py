"""A small chart: in how many briefings something stands, by month or by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from ..model import Briefing
from . import _dates, _words

_STEP, _WIDE, HEIGHT = 6, 5, 40  #: of a bar, in units of the viewBox
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


def chart(briefings: Iterable[Briefing]) -> Chart | None:
    """The chart of dated briefings, from the first to the last; None where it would show a single bar, or too many.

    A briefing given twice counts once. One whose date has no month is left out of a chart of months.
    """
    dates = {b.id: found.iso for b in briefings if (found := _dates.date(b.published))}
    years = {iso[:4] for iso in dates.values()}
    if not years or int(max(years)) - int(min(years)) >= _MOST:
        return None
    monthly = int(max(years)) - int(min(years)) < _MONTHLY
    counts = Counter(iso[:7] if monthly else iso[:4] for iso in dates.values() if len(iso) >= (7 if monthly else 4))
    return _bars(counts, monthly) if len(counts) > 1 else None


def _bars(counts: Counter[str], monthly: bool) -> Chart:
    periods = _between(min(counts), max(counts), monthly)
    most = max(counts.values())
    bars = []
    for place, period in enumerate(periods):
        height = max(2, round(counts[period] / most * HEIGHT)) if counts[period] else 0
        label = f"{_name(period)}: {_words.count(counts[period], 'briefing')}"
        bars.append(Bar(place * _STEP, HEIGHT - height, height, label))
    unit = "month" if monthly else "year"
    words = f"Briefings by {unit}, {_name(periods[0])} to {_name(periods[-1])}; at most {most:,} in a {unit}"
    return Chart(len(periods) * _STEP - (_STEP - _WIDE), tuple(bars), words)


def _between(first: str, last: str, monthly: bool) -> list[str]:
    """Every period from the first to the last."""
    years = range(int(first[:4]), int(last[:4]) + 1)
    if not monthly:
        return [f"{year:04}" for year in years]
    return [month for year in years for number in range(1, 13) if first <= (month := f"{year:04}-{number:02}") <= last]


def _name(period: str) -> str:
    return _dates.month(*period.split("-")) if "-" in period else period
