"""The point that stands for a country or an area: about the middle of its land, wherever its people live."""

from __future__ import annotations

from collections.abc import Sequence

#: A place so many times the middle half's width beyond it is a straggler: an island far out, or a wrong area code.
_FAR = 3.0
#: The middle half counts as at least so many degrees wide, or a city with its suburbs would make stragglers of all others.
_LEAST_WIDTH = 0.3
#: One in so many places may lie at either edge and be left out, but never more than one.
_FEW = 10
_TURN = 360.0

Point = tuple[float, float]


def middle(points: Sequence[Point]) -> Point:
    """The middle of the box round some places, as (latitude, longitude), stragglers left out; at least one place is wanted.

    The mean would follow the cities: that of Texas lies between Dallas and Houston.
    """
    longitudes = [lon for _, lon in points]
    if max(longitudes) - min(longitudes) > _TURN / 2:  # across the date line
        longitudes = [lon + _TURN if lon < 0 else lon for lon in longitudes]
    lon = _mid(longitudes)
    return _mid([lat for lat, _ in points]), lon - _TURN if lon > _TURN / 2 else lon


def _mid(values: Sequence[float]) -> float:
    ordered = sorted(values)
    lower, upper = ordered[len(ordered) // 4], ordered[3 * len(ordered) // 4]
    width = max(upper - lower, _LEAST_WIDTH)
    cut = min(1, (len(ordered) - 1) // _FEW)
    kept = [v for v in ordered[cut : len(ordered) - cut] if lower - _FAR * width <= v <= upper + _FAR * width]
    return (kept[0] + kept[-1]) / 2
