"""Rules for the holidays that news dates by: Christmas Eve, Thanksgiving, Good Friday, last Easter.

Knows those whose day follows from the calendar alone; Western churches' Easter, the holidays of the United States and days kept
everywhere. Refuses what a holiday gave its name to ("White Christmas"), and feasts of calendars it cannot count (Ramadan, Lunar New Year).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from ._calendar import PARTS_OF_DAY
from ._rule import SHIFT, SHIFT_WORDS, YEAR, behind, rule, shift_of
from ._scene import Scene, Value

DayOf = Callable[[int], date]


def _on(month: int, day: int) -> DayOf:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> DayOf:
    """The first, second, ... such weekday (0 is Monday) of a month; -1 is the last of May or another month with 31 days."""

    def day_of(year: int) -> date:
        first = date(year, month, 25 if number < 0 else 7 * number - 6)
        return first + timedelta(days=(weekday - first.weekday()) % 7)

    return day_of


def _from_easter(days: int) -> DayOf:
    return lambda year: _easter(year) + timedelta(days=days)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, after Gauss, Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


_HOLIDAYS: dict[str, DayOf] = {
    "christmas eve": _on(12, 24), "christmas day": _on(12, 25), "christmas": _on(12, 25), "boxing day": _on(12, 26),
    "new year's eve": _on(12, 31), "new year's day": _on(1, 1), "valentine's day": _on(2, 14), "may day": _on(5, 1),
    "halloween": _on(10, 31), "international women's day": _on(3, 8), "veterans day": _on(11, 11), "armistice day": _on(11, 11),
    "the fourth of july": _on(7, 4), "thanksgiving day": _nth(11, 3, 4), "thanksgiving": _nth(11, 3, 4), "labor day": _nth(9, 0, 1),
    "memorial day": _nth(5, 0, -1), "columbus day": _nth(10, 0, 2), "martin luther king day": _nth(1, 0, 3),
    "presidents' day": _nth(2, 0, 3), "easter": _from_easter(0), "easter sunday": _from_easter(0), "easter monday": _from_easter(1),
    "good friday": _from_easter(-2), "holy thursday": _from_easter(-3), "palm sunday": _from_easter(-7), "ash wednesday": _from_easter(-46),
}


def _holiday(match: re.Match[str], scene: Scene) -> Value | None:
    """A holiday of the year that is stated, shifted to ("last Christmas") or near."""
    day_of = _HOLIDAYS[" ".join(match["name"].lower().replace("’", "'").split())]
    if match["name"].islower() or re.search(r"[^.!?] [A-Z]\w+ \Z", behind(match)):
        return None
    shift = shift_of(match) if match["shift"] else None
    value = day_of(int(match["year"])).isoformat() if match["year"] else scene.yearly(day_of, shift)
    if value is None or not match["part"]:
        return Value("date", value)
    return Value("time", f"{value}T{PARTS_OF_DAY[match['part'].lower()]}")


_HOLIDAY = "|".join(sorted((name.replace("'", "['’]") for name in _HOLIDAYS), key=len, reverse=True))

RULES = (
    rule("times.holiday", {re.split(r"[' ]", name)[0] for name in _HOLIDAYS} | SHIFT_WORDS,
         rf"(?:{SHIFT} )?(?P<name>{_HOLIDAY})\b(?: (?P<part>morning|afternoon|evening|night)\b)?(?:,? (?P<year>{YEAR})\b)?",
         _holiday),
)
