"""Calendar arithmetic on TIMEX3 values.

Knows no grammar and no article. A value is as long as it is known: "2003", "2003-11", "2003-11-21", "2003-W47", "2003-SU",
"2003-11-21TMO", "199" (the 1990s), "P3D"; a part that is not stated is X ("XXXX-11-21").
"""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI", "overnight": "NI",
                "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "NI"}
#: The last month of each season, north of the equator.
_SEASON_ENDS = {"SP": 5, "SU": 8, "FA": 11, "WI": 2}
_UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE", "fortnight": "2W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "millennium": "ML",
}
_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
#: The first month of what a year is divided into.
_FIRST_MONTHS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}
PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?")


def unit_code(unit: str) -> str:
    """The TIMEX3 code of a unit of time, singular or plural: "weeks" is W, "hours" is TH."""
    return _UNIT_CODES[unit.lower().removesuffix("s")]


def exactness(unit: str) -> int:
    """How much of a value must be stated to count such units from it: 4 a year, 7 a month, 10 a day."""
    return {"Y": 4, "DE": 4, "CE": 4, "M": 7, "Q": 7}.get(unit_code(unit), 10)


def duration(count: float | None, unit: str) -> str:
    """P3D, PT5H, P1.5Y, P2DE; PXY where the count is vague. Parts of decades, centuries and millennia are years."""
    code = unit_code(unit)
    if code in _YEARS and count is not None and count % 1:
        count, code = count * _YEARS[code], "Y"
    if code == "2W":
        count, code = None if count is None else 2 * count, "W"
    time, code = ("T", code[1:]) if code.startswith("T") else ("", code)
    return f"P{time}{'X' if count is None else f'{count:g}' if count < 1e6 else f'{count:.0f}'}{code}"


def day_or_none(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, days: float) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(year: int, month: int, months: int) -> str | None:
    """The month so many months away, as "2023-11"."""
    index = year * 12 + month - 1 + months
    return f"{index // 12:04}-{index % 12 + 1:02}" if 12 <= index < 120_000 else None


def week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def monday(year: int, number: int) -> date | None:
    """The first day of a week of the year; None where there is no such week."""
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def year_before(value: str) -> str:
    """The same month, quarter or day of the year before."""
    return f"{int(value[:4]) - 1:04}{value[4:]}"


def decade(year: int) -> str:
    return f"{year // 10:03}"


def season(day: date, code: str, steps: int) -> str:
    """The season `steps` from the current one of that name; -1 is the last one that is over."""
    year = day.year
    if steps < 0 and day.month <= _SEASON_ENDS[code]:
        year -= 1
    if steps > 0 and day.month > _SEASON_ENDS[code]:
        year += 1
    return f"{year:04}-{code}"


def season_near(day: date, code: str, direction: int) -> str:
    """The season of that name which a report means: the last one that has begun, or the next one if it is still to come."""
    begins, ends = _FIRST_MONTHS[code], _SEASON_ENDS[code]
    if direction > 0:
        return f"{day.year + (begins <= ends < day.month):04}-{code}"
    return f"{day.year - (begins > day.month):04}-{code}"


def moved(anchor: date, unit: str, steps: float) -> str | None:
    """The time `steps` units from the anchor, as exact as the unit: a day, a week, a month, a year, a decade."""
    code = unit_code(unit)
    if code == "D":
        day = shift_days(anchor, steps)
        return day.isoformat() if day else None
    if code in ("W", "WE", "2W"):
        day = shift_days(anchor, (14 if code == "2W" else 7) * steps)
        return None if day is None else week(day) + ("-WE" if code == "WE" else "")
    if code == "M":
        return shift_months(anchor.year, anchor.month, int(steps))
    if code == "Q":
        quarter = anchor.year * 4 + (anchor.month - 1) // 3 + int(steps)
        return f"{quarter // 4:04}-Q{quarter % 4 + 1}" if 4 <= quarter < 40_000 else None
    year = anchor.year + int(steps * _YEARS.get(code, code == "Y"))
    if code.startswith("T") or not 1 <= year <= 9999:
        return None
    return {"DE": decade(year), "CE": f"{year // 100:02}", "ML": f"{year // 1000}"}.get(code, f"{year:04}")


def start_of(value: str | None) -> date | None:
    """The first day of a calendar value, to count on from; None where it has none."""
    match = DAY.match(value or "")
    if match and match[1] != "XXXX":
        return day_or_none(int(match[1]), int(match[2]), int(match[3] or 1))
    if part := PART_OF_YEAR.match(value or ""):
        return day_or_none(int(part[1]), _FIRST_MONTHS[part[2]], 1)
    if number := WEEK.match(value or ""):
        return monday(int(number[1]), int(number[2]))
    if value and re.match(r"\d{4}(?:\Z|-)", value):
        return day_or_none(int(value[:4]), 1, 1)
    return None


def year_of(value: str | None) -> int | None:
    return int(value[:4]) if value and re.match(r"\d{4}(?:\Z|-)", value) else None
