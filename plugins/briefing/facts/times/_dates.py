"""Rules for the days and months of the calendar: November 21, 21/11/2023, early March, 02/13/98.

Refuses months that are words or people ("May", "April Jones"), and days that no calendar has.
"""

from __future__ import annotations

import re

from ._calendar import MONTHS, start_of
from ._rule import (
    MONTH,
    MONTH_WORDS,
    OF_RELATIVE_YEAR,
    ON_WEEKDAY,
    SHIFT,
    SHIFT_WORDS,
    WEEKDAY_SHORT_WORDS,
    WEEKDAY_WORDS,
    YEAR,
    ahead,
    behind,
    full_year,
    rule,
    shift_of,
    year_called,
)
from ._scene import Scene, Value, month_number, weekday_number

_TH = r"(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>[0-3]?\d){_TH}(?: ?(?:[-–—]| to ) ?(?P<last>[0-3]?\d){_TH}(?!\d))?"
_SOME_DAYS = rf"(?P<day>[0-3]?\d){_TH}(?P<more>(?:, [0-3]?\d{_TH}){{0,5}}),? and (?P<last>[0-3]?\d){_TH}(?!\d)"
#: What shows that the number behind "October 7 and" is a day as well: no noun that it counts.
_NO_COUNT = re.compile(
    r"\Z|[.,;:)]|,? (?:\d{4}|but|and|in|at|to|for|when|where|while|as|on|by|with|that|which|near|from|after|before"
    r"|did|was|were|have|has|had|said|(?!killed|wounded|injured|armed)[a-z]+ed)\b")


def _stated(year: int, month: int, day: int) -> str | None:
    return Scene(None, f"{year:04}", history=True).day(month, day)


def _day(match: re.Match[str], scene: Scene) -> Value | None:
    """A day or a few days of a month, with or without a year. The September 11 attacks need none."""
    if not match["month"][0].isupper():
        return None
    month, day, last = month_number(match["month"]), int(match["day"]), match["last"]
    stated = match["year"] or (match["relative"] and year_called(match["relative"], scene))
    if (month, day, last, stated) == (9, 11, None, None) and re.match(r" (?:terror|attack|hijack|bomb)", ahead(match), re.IGNORECASE):
        return Value("date", "2001-09-11")
    weekday = weekday_number(match["on"]) if match["on"] else None
    first = _stated(int(stated), month, day) if stated else scene.day(month, day, weekday)
    if first is None or not last:
        return Value("date", first) if first else None
    until = _stated(int(first[:4]), month, int(last)) if first[0].isdigit() else scene.day(month, int(last))
    return Value("interval", f"{first}/{until}") if until else None


def _some_days(match: re.Match[str], scene: Scene) -> Value | None:
    """October 7 and 8; 6, 7 and 8 October; between 7 and 12 October. "On October 7 and 8 people" and "7 and 12 October" are none."""
    counted = match.start("month") < match.start("day") and not _NO_COUNT.match(ahead(match))
    joined = int(match["last"]) - int(match["day"]) == 1 + match["more"].count(",") or behind(match, 8).lower() == "between "
    return _day(match, scene) if joined and not counted else None


def _month_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    if not match["month"][0].isupper():
        return None
    return Value("date", f"{full_year(match['year'], scene)}-{month_number(match['month']):02}")


_COUNTED_AHEAD = re.compile(r" (?!was\b|has\b|is\b|as\b|his\b|its\b|this\b)(?:[a-z]+s|people|men|women|children)\b")


def _dispatched(match: re.Match[str], scene: Scene) -> Value | None:
    """15 JAN 90, as dispatches are dated. "3 Jan 90 people died" has another number behind the month."""
    if match["month"].islower() or _COUNTED_AHEAD.match(ahead(match)):
        return None
    value = _stated(int(full_year(match["year"], scene)), month_number(match["month"]), int(match["day"]))
    return Value("date", value) if value else None


#: Month names that are also words or people's names: they count only after one of these words.
_DOUBTFUL_MONTHS = frozenset({"March", "April", "May", "June", "August"})
_BEFORE_MONTH = re.compile(
    r"(?:\b(?P<sure>in|since|until|till|during|early|late|mid|each|every|back in|of last) |\bmid-"
    r"|\b(?:by|from|to|of|between|through|before|after|around|both) "
    rf"|\b(?:{'|'.join(MONTHS)})(?: (?:and|or|to) |[-–]))\Z", re.IGNORECASE,
)


def _bare_month(match: re.Match[str], scene: Scene) -> Value | None:
    """A month without a year: March, last March, March of next year."""
    name = match["month"]
    if name not in MONTHS and not (name.isupper() and name.title() in MONTHS):
        return None
    if name.title() in _DOUBTFUL_MONTHS and not match["shift"]:
        led = _BEFORE_MONTH.search(behind(match))
        if led is None or (not led["sure"] and re.match(r"['’]s\b| [A-Z]", ahead(match))):
            return None
    if match["relative"]:
        return Value("date", f"{year_called(match['relative'], scene) or 'XXXX'}-{month_number(name):02}")
    if match["shift"] and shift_of(match) == 0:
        return Value("date", f"{scene.anchor.year:04}-{month_number(name):02}" if scene.anchor else f"XXXX-{month_number(name):02}")
    return Value("date", scene.month(month_number(name), shift_of(match)))


def _slashed(match: re.Match[str], scene: Scene) -> Value | None:
    """Day first or month first, as the calendar allows; if both are days, the one near the report, else only the year."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 50 else 1900
    days = [d for d in (start_of(f"{year:04}-{month:02}-{day:02}") for day, month in dict.fromkeys(((a, b), (b, a)))) if d]
    anchor = scene.anchor
    if len(days) == 2 and anchor is not None:
        days = sorted((d for d in days if abs((d - anchor).days) <= 60), key=lambda d: abs((d - anchor).days))[:1] or days
    if not days:
        return None
    return Value("date", days[0].isoformat() if len(days) == 1 else f"{year:04}")


def _iso(match: re.Match[str], scene: Scene) -> Value | None:
    day = start_of(match["date"])
    if day is None:
        return None
    return Value("time", f"{day.isoformat()}T{match['clock']}") if match["clock"] else Value("date", day.isoformat())


def _compact(match: re.Match[str], scene: Scene) -> Value | None:
    """19980213, as wires and forms write it."""
    return Value("date", day) if (day := _stated(int(match["year"]), int(match["month"]), int(match["day"]))) else None


def _nine_eleven(match: re.Match[str], scene: Scene) -> Value | None:
    return Value("date", "2001-09-11")


_SUFFIX = r"(?![\w%]|[.,:]\d|[-–]\d)"
_OF_YEAR = rf"(?:,? (?:of )?(?P<year>{YEAR})\b|{OF_RELATIVE_YEAR})?"

RULES = (
    rule("times.day", MONTH_WORDS, rf"(?P<on>){MONTH} {_SOME_DAYS}{_OF_YEAR}{_SUFFIX}", _some_days),
    rule("times.day", {"0"}, rf"(?P<on>){_SOME_DAYS}(?: of)? {MONTH}{_OF_YEAR}(?!\w)", _some_days),
    rule("times.day", MONTH_WORDS | WEEKDAY_WORDS | WEEKDAY_SHORT_WORDS, rf"{ON_WEEKDAY}{MONTH} ?(?:the )?{_DAY}{_OF_YEAR}{_SUFFIX}", _day),
    rule("times.day", {"0", "the"} | WEEKDAY_WORDS | WEEKDAY_SHORT_WORDS,
         rf"{ON_WEEKDAY}(?:the )?{_DAY}(?: of)? ?{MONTH}{_OF_YEAR}(?!\w|[-–]\d\d?(?! ?[a-z]))", _day),
    rule("times.month", MONTH_WORDS, rf"{MONTH},? (?:of )?(?P<year>{YEAR}|['’]\d\d){_SUFFIX}", _month_of_year),
    rule("times.day", {"0"},
         r"(?P<day>[0-3]?\d) (?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) (?P<year>\d\d)\b(?![.,:]\d)", _dispatched),
    rule("times.month", MONTH_WORDS | SHIFT_WORDS,
         rf"(?:{SHIFT} )?{MONTH}(?:{OF_RELATIVE_YEAR})?(?!\w)", _bare_month),
    rule("times.numeric", {"0"}, r"(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\w/]|[.,]\d)", _slashed),
    rule("times.numeric", {"0"}, r"(?P<date>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?Z?))?(?!\w|-)", _iso),
    rule("times.numeric", {"0"}, r"(?P<date>(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d))(?![\w-]|[.,]\d)", _compact),
    rule("times.holiday", {"0"}, r"9/11(?![\w/])", _nine_eleven),
)
