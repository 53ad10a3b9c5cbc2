"""Two rows of bars over one axis of time: what was reported upwards, what happened downwards. Figures in units of the viewBox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from . import _words

WIDTH, HEIGHT, AXIS = 800, 176, 84
_LANE = 74  #: height of the highest bar
_GAP = 14  #: between the lanes, for the years
#: The chart begins so many years before the first report: what lies farther back is listed, for it would press all else together.
_BEFORE = 5
_LABEL = 34  #: of a year's name, with room around it


class Bar(msgspec.Struct, frozen=True, gc=False):
    """A year of one lane."""

    lane: str  #: "reported" or "happened": a class of the style sheet
    href: str
    label: str
    x: str
    y: int
    width: str
    height: int


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A year named at the axis."""

    text: str
    x: int


class Lanes(msgspec.Struct, frozen=True):
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    words: str


def shown(reported: Mapping[str, int], happened: Mapping[str, int]) -> list[str]:
    """The years of the chart, in a row without gaps; empty where nothing is dated."""
    years = [int(year) for year in (reported or happened)]
    if not years:
        return []
    first, last = min(years), max(years)
    near = [int(year) for year in happened if first - _BEFORE <= int(year) <= last + 1]
    return [f"{year:04}" for year in range(min([first, *near]), max([last, *near]) + 1)]


def lanes(reported: Mapping[str, int], happened: Mapping[str, int], hrefs: Mapping[str, str]) -> Lanes | None:
    """The chart of numbers by year; None where it would have a single year or too many to be told apart."""
    years = shown(reported, happened)
    if not 1 < len(years) <= WIDTH // 4:
        return None
    bars = (*_lane("reported", "briefing", years, reported, hrefs), *_lane("happened", "event", years, happened, hrefs))
    step = WIDTH / len(years)
    every = -(-_LABEL // int(step)) if step < _LABEL else 1
    marks = tuple(Mark(year, round((place + 0.5) * step)) for place, year in enumerate(years) if (len(years) - 1 - place) % every == 0)
    words = f"By year, {years[0]} to {years[-1]}: briefings upwards, dated events downwards"
    return Lanes(bars, marks, words)


def _lane(lane: str, unit: str, years: Sequence[str], counts: Mapping[str, int], hrefs: Mapping[str, str]) -> Iterator[Bar]:
    step = WIDTH / len(years)
    wide = max(1.5, min(step - 2, 40))
    most = max((counts.get(year, 0) for year in years), default=0)
    for place, year in enumerate(years):
        count = counts.get(year, 0)
        if count:
            high = max(2, round(count / most * _LANE))
            top = AXIS - high if lane == "reported" else AXIS + _GAP
            x = (place + 0.5) * step - wide / 2
            yield Bar(lane, hrefs[year], f"{year}: {_words.count(count, unit)}", f"{x:.1f}", top, f"{wide:.1f}", high)
