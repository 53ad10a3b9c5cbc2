"""Dates as newsrooms write them, to ISO 8601.

Reads "21/11/2023 22h33", ISO 8601, RFC 822, "Tuesday, November 21, 2023 at 10:33 pm" and their like. Refuses to guess:
every word of the line must be understood, a missing part is never filled in (that is why dateutil's parser is not used: it
takes what is missing from today), and no zone is invented.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from ..model import Problem
from ..settings import DateOrder, Settings

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\b\.?"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?=T|\s|$)",
        rf"(?<![\w.]){_DAY}(?:\s+of)?[\s-]+(?P<month>{MONTH}),?[\s-]+{_YEAR}",
        rf"\b(?P<month>{MONTH})\s*{_DAY},?\s+{_YEAR}",
        rf"(?<!\d){_YEAR},?[\s-]+(?P<month>{MONTH})[\s-]+{_DAY}\b",
    )
)
_NUMERIC = re.compile(r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?!\d)")
_NO_DAY = re.compile(rf"(?:{MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}|\d{{1,2}}/\d{{4}}|(?:19|20)\d{{2}})", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})(?:(?P<mark>h)(?P<m1>\d{2})?m?(?![a-z\d])|[:.](?P<m2>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"|(?=\s*[ap]\.?m\b))(?:\s*(?P<half>[ap])\.?m\b\.?)?|(?<!\d)(?P<h4>\d{2})(?P<m4>\d{2})(?:(?<=t\d{4})(?P<s4>\d{2}))?(?=\s*(?:gmt|utc|z\b|[+-]))",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:\b(?:utc|gmt)\s*)?(?P<sign>[+\u2212-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d)", re.IGNORECASE)
#: The zone names of RFC 822, section 5.1; any other abbreviation means several zones.
_ZONES = {"z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
_UNCLEAR_ZONE = re.compile(r"\b(?:[A-Z]{1,4}T|MSK)\b")
_FILLER = frozenset((
    "t", "at", "on", "of", "the", "published", "posted", "updated", "date", "dated", "time", "local", "hrs", "hours", "h", "mon",
    "monday", "tue", "tues", "tuesday", "wed", "weds", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat",
    "saturday", "sun", "sunday", "le", "em", "el", "à", "às", "a", "las",  # as in "21/11/2023 às 22h33"
))  # fmt: skip
_LONGEST = 100  #: characters in a line that may be a date
_FOUR_DIGITS = re.compile(r"\b\d{4}\b")
_FIRST_YEAR = 1000  #: no news is older, and the midnight of 0001-01-01 has no other zone


class Dated(msgspec.Struct, frozen=True, gc=False):
    """A line read as a date. `value` is None where it has the shape of a date and cannot be one."""

    value: str | None
    message: str | None = None  #: what is doubtful or wrong
    hint: str = ""

    def problems(self, path: str, line: int) -> tuple[Problem, ...]:
        if self.message is None:
            return ()
        return (Problem(path, line, "warning" if self.value else "error", self.message, self.hint),)


class _Parts(msgspec.Struct, frozen=True):
    """What stands in a date line."""

    day: re.Match[str]
    clock: re.Match[str] | None = None
    zone: tzinfo | None = None
    unclear: str | None = None  #: the name of a zone that is none of RFC 822: many mean several


def read_date(text: str, settings: Settings) -> Dated | None:
    """The date that `text` states; None where it is no date line."""
    text = text.strip()
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return None
    if _NO_DAY.fullmatch(text):
        return Dated(None, f"the date {text!r} names no day", "write it as 2023-11-21")
    parts = _parts(text)
    return _dated(text, parts, settings) if parts else None


def _parts(text: str) -> _Parts | None:
    """The parts of a date line; None where a word is left that belongs to none."""
    day = _NUMERIC.search(text) or next((m for shape in _SHAPES if (m := shape.search(text))), None)
    if day is None:
        return None
    rest = f"{text[: day.start()]} {text[day.end() :]}"
    zone: tzinfo | None = None
    unclear = None
    clock = _CLOCK.search(rest)
    if clock:
        zone, unclear, rest = _zone(f"{rest[: clock.start()]} {rest[clock.end() :]}")
    if any(word not in _FILLER for word in re.findall(r"\w+", rest.lower())):
        return None
    return _Parts(day, clock, zone, unclear)


def stated_date(text: str, path: str, line: int, settings: Settings) -> tuple[str | None, tuple[Problem, ...]]:
    """The date in a field that must hold one; whatever else it holds is a problem."""
    dated = read_date(text.strip(), settings)
    if dated is None:
        cause = f"the date {text.strip()[:60]!r} is not understood"
        return None, (Problem(path, line, "warning", cause, "write it as 2023-11-21 or 2023-11-21T22:33"),) if text.strip() else ()
    return dated.value, dated.problems(path, line)


def _dated(text: str, parts: _Parts, settings: Settings) -> Dated:
    year, month, day = _day(parts, settings.date_order)
    if year < 100 and not _FOUR_DIGITS.search(text):
        return Dated(None, f"the year of the date {text!r} has two digits", "write it as 2023-11-21")
    hour, minute, second = _time(parts.clock)
    try:
        moment = datetime(year if year >= _FIRST_YEAR else 0, month, day, hour, minute, second)
    except ValueError:
        return Dated(None, f"the date {text!r} cannot be", "correct it, as 2023-11-21 or 21/11/2023 22h33")
    value = moment.date().isoformat()
    if parts.clock:
        zone = parts.zone or (None if parts.unclear else _local(settings.timezone))
        value = moment.replace(tzinfo=zone).isoformat(timespec="seconds" if parts.clock["second"] or parts.clock["s4"] else "minutes")
    if _doubtful(parts, settings.date_order):
        other = f"{year:04}-{day:02}-{month:02}"
        cause = f"the date {text!r} is read as {value[:10]} and could be {other}"
        return Dated(value, cause, f"set BRIEFING_DATE_ORDER to 'day-first' or 'month-first', or write {value[:10]}")
    if parts.unclear:
        return Dated(value, f"the zone {parts.unclear} of the date {text!r} is not understood", "write it as an offset, such as +03:00")
    return Dated(value)


def _day(parts: _Parts, order: DateOrder) -> tuple[int, int, int]:
    """Year, month, day. What does not show its order and is not set is read day first, as in the seed's layout."""
    match = parts.day
    year = int(match["year"])
    if match.re is not _NUMERIC:
        month = match["month"].lower()
        return year, int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1, int(match["day"])
    first, second = int(match["first"]), int(match["second"])
    if second > 12 or (first <= 12 and order == "month-first" and not _day_first(parts)):
        return year, first, second
    return year, second, first


def _day_first(parts: _Parts) -> bool:
    """Whether a date shows its order: only where the day comes first is it written 21.11.2023, or the hour 22h33."""
    return parts.day["mark"] == "." or bool(parts.clock and parts.clock["mark"])


def _doubtful(parts: _Parts, order: DateOrder) -> bool:
    """Whether day and month could change places and nothing says which is which."""
    if parts.day.re is not _NUMERIC or order != "unknown" or _day_first(parts):
        return False
    first, second = int(parts.day["first"]), int(parts.day["second"])
    return first != second and first <= 12 and second <= 12


def _local(name: str | None) -> tzinfo | None:
    """The zone of times that state none, from BRIEFING_TIMEZONE; no zone where that names none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _time(clock: re.Match[str] | None) -> tuple[int, int, int]:
    if clock is None:
        return 0, 0, 0
    hour, minute = int(clock["hour"] or clock["h4"]), int(clock["m1"] or clock["m2"] or clock["m4"] or 0)
    if clock["half"]:
        if not 1 <= hour <= 12:
            return 99, 0, 0
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    return hour, minute, int(clock["second"] or clock["s4"] or 0)


def _zone(rest: str) -> tuple[tzinfo | None, str | None, str]:
    """The zone stated in `rest`, a zone's name that is not clear, and `rest` without either."""
    offset = _OFFSET.search(rest)
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        zone = timezone(timedelta(minutes=-minutes if offset["sign"] != "+" else minutes)) if minutes < 24 * 60 else None
        return zone, None if zone else offset[0].strip(), f"{rest[: offset.start()]} {re.sub(r'[(].*[)]', '', rest[offset.end() :])}"
    for word in re.findall(r"\w+", rest):
        if word.lower() in _ZONES:
            return timezone(timedelta(hours=_ZONES[word.lower()])), None, re.sub(rf"\b{word}\b", " ", rest, count=1)
    unclear = _UNCLEAR_ZONE.search(rest)
    if unclear:
        return None, unclear[0], f"{rest[: unclear.start()]} {rest[unclear.end() :]}"
    return None, None, rest
