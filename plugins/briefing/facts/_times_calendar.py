"""Calendar arithmetic on TIMEX3 values, and the values written out for people.

Knows no grammar and no article. A value is as long as it is known: "2003", "2003-11", "2003-11-21", "2003-W47", "2003-SU",
"2003-11-21TMO", "199" (the 1990s), "P3D"; a part that is not stated is X ("XXXX-11-21").
"""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI", "overnight": "NI"}
#: The last month of each season, north of the equator.
_SEASON_ENDS = {"SP": 5, "SU": 8, "FA": 11, "WI": 2}
_UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE", "fortnight": "2W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "millennium": "ML",
}
_UNIT_NAMES = {"TS": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter",
               "Y": "year", "DE": "decade", "CE": "century", "ML": "millennium"}
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?")
_DURATION = re.compile(r"P(T?)([\d.]+|X)(\w+)")


def unit_code(unit: str) -> str:
    """The TIMEX3 code of a unit of time, singular or plural: "weeks" is W, "hours" is TH."""
    return _UNIT_CODES[unit.lower().removesuffix("s")]


def duration(count: float | None, unit: str) -> str:
    """P3D, PT5H, P1.5Y; PXY where the count is vague. Decades, centuries and millennia are years."""
    code = unit_code(unit)
    if code in ("DE", "CE", "ML") and count is not None:
        count, code = count * {"DE": 10, "CE": 100, "ML": 1000}[code], "Y"
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
    year = anchor.year + int(steps * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}.get(code, 0))
    if code.startswith("T") or not 1 <= year <= 9999:
        return None
    return {"DE": decade(year), "CE": f"{year // 100:02}", "ML": f"{year // 1000}"}.get(code, f"{year:04}")


def start_of(value: str | None) -> date | None:
    """The first day of a calendar value, to count on from; None where it has none."""
    match = _DAY.match(value or "")
    if match and match[1] != "XXXX":
        return day_or_none(int(match[1]), int(match[2]), int(match[3] or 1))
    if value and re.match(r"\d{4}(?:\Z|-)", value):
        return day_or_none(int(value[:4]), 1, 1)
    return None


def year_of(value: str | None) -> int | None:
    return int(value[:4]) if value and re.match(r"\d{4}(?:\Z|-)", value) else None


def written(value: str) -> str | None:
    """A value for people, in English: "21 November 2023", "3 days"; None for what only its own words say well."""
    if "/" in value:
        first, last = (("" if end == ".." else written(end)) for end in value.split("/", 1))
        if first is None or last is None:
            return None
        return f"{first} to {last}" if first and last else f"since {first}" if first else f"until {last}"
    if match := _DURATION.fullmatch(value):
        name = _UNIT_NAMES.get(match[1] + match[3])
        return f"{match[2]} {name}{'' if match[2] == '1' else 's'}".replace("centurys", "centuries") if name and match[2] != "X" else None
    if (match := _DAY.fullmatch(value.split("T")[0])) and match[1] != "XXXX":
        month = MONTHS[int(match[2]) - 1]
        day = f"{int(match[3])} " if match[3] else ""
        clock = value.partition("T")[2]
        return f"{day}{month} {match[1]}" + (f", {clock.replace('Z', ' UTC')}" if clock[:1].isdigit() else "")
    if re.fullmatch(r"\d{4}", value):
        return value
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0s"
    return None
