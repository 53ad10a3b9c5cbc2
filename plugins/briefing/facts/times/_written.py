"""TIMEX3 values written out for people, in English: "21 November 2023", "3 days", "third quarter of 1997"."""

from __future__ import annotations

import re

from ._calendar import DAY, MONTHS, PART_OF_YEAR, WEEK, monday, shift_days

_UNITS = {"TS": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
          "DE": "decade", "CE": "century", "ML": "millennium"}
_DURATION = re.compile(r"P(T?)([\d.]+|X)(\w+)")
_PARTS_OF_YEAR = {
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "fourth quarter of", "H1": "first half of",
    "H2": "second half of", "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
}
_PARTS_OF_DAY = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday"}
_YEAR = re.compile(r"(FY)?(\d{3,4})")


def written(value: str) -> str | None:
    """A value in words; None for what only the article's own words say well ("recently", "every Tuesday")."""
    if "/" in value:
        first, last = (("" if end == ".." else written(end)) for end in value.split("/", 1))
        if first is None or last is None:
            return None
        return f"{first} to {last}" if first and last else f"since {first}" if first else f"until {last}"
    if match := _YEAR.fullmatch(value):
        return f"{'fiscal year ' if match[1] else ''}{match[2]}{'0s' if len(match[2]) == 3 else ''}"
    return _length(value) or _day(value) or _part_of_year(value)


def _length(value: str) -> str | None:
    match = _DURATION.fullmatch(value)
    name = _UNITS.get(match[1] + match[3]) if match and match[2] != "X" else None
    if match is None or name is None:
        return None
    return f"{match[2]} {name}" if match[2] == "1" else f"{match[2]} {name}s".replace("centurys", "centuries")


def _day(value: str) -> str | None:
    """A day or a month, and the time of the day."""
    date, _, clock = value.partition("T")
    match = DAY.fullmatch(date)
    if match is None or match[1] == "XXXX":
        return None
    part = clock.replace("Z", " UTC") if clock[:1].isdigit() else _PARTS_OF_DAY.get(clock)
    day = f"{int(match[3])} " if match[3] else ""
    return f"{day}{MONTHS[int(match[2]) - 1]} {match[1]}" + (f", {part}" if part else "")


def _part_of_year(value: str) -> str | None:
    """A quarter, half or season, a week by its Monday, a weekend by its Saturday."""
    if match := PART_OF_YEAR.fullmatch(value):
        return f"{_PARTS_OF_YEAR[match[2]]} {match[1]}"
    match = WEEK.fullmatch(value)
    first = monday(int(match[1]), int(match[2])) if match else None
    if match is None or first is None:
        return None
    day = shift_days(first, 5) if match[3] else first
    return f"{'weekend' if match[3] else 'week'} of {_day(day.isoformat())}" if day else None
