"""Dates as the source states them, in words. No zone is invented, none is converted, and a date that is none stays out."""

from __future__ import annotations

import re
from calendar import month_name, monthrange

from ._views import Date

NOT_STATED = "date not stated"
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<time>(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_MONTHS = tuple(month_name)  # English wherever the build runs: calendar's names follow the locale only when one is set


def date(iso: str | None) -> Date | None:
    """ "2023-11-21T22:33" -> 21 November 2023, 22:33; None where nothing is stated or it is no date."""
    match = _ISO.fullmatch(iso or "")
    if match is None or not _is_day(match):
        return None
    words = month(match["year"], match["month"]) if match["month"] else match["year"]
    if match["day"]:
        words = f"{int(match['day'])} {words}"
    if match["time"]:
        words = f"{words}, {match['time']}{_zone(match['zone'])}"
    return Date(match[0], words)


def day(iso: str | None) -> Date | None:
    """The day of a date, without its time."""
    return date((iso or "")[:10])


def month(year: str, number: str) -> str:
    """("2023", "11") -> November 2023."""
    return f"{_MONTHS[int(number)]} {year}"


def _is_day(match: re.Match[str]) -> bool:
    year, day_ = int(match["year"]), int(match["day"] or 1)
    return year > 0 and (day_ <= 28 or day_ <= monthrange(year, int(match["month"]))[1])  # every month has 28 days


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    return " UTC" if zone in ("Z", "+00:00", "+0000") else f" UTC{zone}"
