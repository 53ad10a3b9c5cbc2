"""Rules for times that are told from the day of the report: today, Tuesday, last week, the weekend, three days ago.

Refuses names ("Sunday Times", "USA Today", "Black Friday").
"""

from __future__ import annotations

import re
from datetime import date

from ._calendar import PARTS_OF_DAY, duration, exactness, moved, shift_days, start_of, unit_code
from ._rule import (
    COUNT,
    COUNT_WORDS,
    MONTH,
    OF_RELATIVE_YEAR,
    SHIFT,
    SHIFT_WORDS,
    UNIT,
    WEEKDAY,
    WEEKDAY_WORDS,
    YEAR,
    ahead,
    behind,
    count_of,
    rule,
    shift_of,
    year_called,
)
from ._scene import Scene, Value, month_number, weekday_number

_PART = r"(?P<part>morning|afternoon|evening|night)"


def _dated(day: date | None, part: str | None) -> Value:
    value = day.isoformat() if day else None
    if not part:
        return Value("date", value)
    return Value("time", f"{value}T{PARTS_OF_DAY[part.lower()]}" if value else None)


_NAMED_DAY = re.compile(r"\b(?:Bloody|Black|Good|Ash|Palm|Easter|Super|Cyber|Holy|Maundy|Sheffield|Fat) \Z")
_AFTER_NAMED_DAY = re.compile(r" (?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Independent|People|Star|Tribune|Island|Night Live)\b")


def _weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """Tuesday, last Friday, Monday morning."""
    if not match["weekday"][0].isupper() or _NAMED_DAY.search(behind(match)) or _AFTER_NAMED_DAY.match(ahead(match)):
        return None
    value = scene.weekday(weekday_number(match["weekday"]), shift_of(match))
    if value and match["part"]:
        return Value("time", f"{value}T{PARTS_OF_DAY[match['part'].lower()]}")
    return Value("date", value)


_TITLED = re.compile(r"\b(?:USA|Russia|India|Asia|Africa|Britain|Europe|Christianity|Psychology|BBC|Radio 4's) \Z")
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def _deictic(match: re.Match[str], scene: Scene) -> Value | None:
    """Today, yesterday evening, tonight. A newspaper or a programme ("USA Today") is none."""
    word = match["day"].lower()
    if match["day"] == "Today" and _TITLED.search(behind(match)):
        return None
    part = match["part"] or ("night" if word == "tonight" else None)
    return _dated(scene.anchor and shift_days(scene.anchor, _DAYS[word]), part)


def _this_part(match: re.Match[str], scene: Scene) -> Value | None:
    """This morning."""
    return _dated(scene.anchor, match["part"])


def _last_night(match: re.Match[str], scene: Scene) -> Value | None:
    """Last night: of the day before the report."""
    return _dated(scene.anchor and shift_days(scene.anchor, -1), "night")


def _overnight(match: re.Match[str], scene: Scene) -> Value | None:
    """Overnight: the night of the report."""
    return _dated(scene.anchor, "night")


def _shifted_unit(match: re.Match[str], scene: Scene) -> Value | None:
    """Last week, next year, the following day. "The following" and "the previous" count from the time told before."""
    words, unit = match["shift"].lower(), match["unit"].lower()
    if unit == "centurie" or (words == "current" and unit in ("day", "night")) or unit_code(unit).startswith("T"):
        return None
    if match["half"] or _is_length(match, words, unit):
        return Value("duration", duration(1.5 if match["half"] else 1, unit))
    told = words in ("following", "previous") or (unit == "day" and words == "next")
    base = scene.told(exactness(unit)) if told else scene.base
    if words in ("latest", "most recent") and unit != "quarter":
        return None
    if unit in ("day", "night", "second") and words in ("this", "last", "past", "upcoming", "coming"):
        return None
    return Value("date", moved(base, unit, shift_of(match)) if base else None)


_OVER = re.compile(r"\b(?:for|over|during|in|within|of|through|throughout|than) \Z", re.IGNORECASE)


def _is_length(match: re.Match[str], words: str, unit: str) -> bool:
    """Whether "the past year", "over the next month" measures a time that begins or ends with the report."""
    if unit in ("decade", "century", "centurie"):
        return words in ("past", "last", "next", "coming")
    led = match[0].lower().startswith("the ")
    if not led or unit in ("day", "night", "quarter", "weekend"):
        return False
    return words == "past" or (words in ("last", "next") and bool(_OVER.search(behind(match))))


def _weekend(match: re.Match[str], scene: Scene) -> Value | None:
    """The weekend: the one that is over, or the coming one where the tense says so."""
    day = scene.told() if scene.history else scene.anchor
    if day is None:
        return None
    back = 0 if day.weekday() >= 5 or scene.direction > 0 else -1
    return Value("date", moved(day, "weekend", back))


def _around_today(match: re.Match[str], scene: Scene) -> Value | None:
    """The day before yesterday, the day after tomorrow."""
    day = scene.anchor and shift_days(scene.anchor, -2 if match["way"].lower() == "before yesterday" else 2)
    return Value("date", day.isoformat() if day else None)


_NTH = ("first", "second", "third", "fourth", "last")


def _nth_weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """The first Monday of October; the second Tuesday of the month comes every month."""
    weekday = weekday_number(match["weekday"])
    if not match["month"]:
        return Value("set", f"XXXX-WXX-{weekday + 1}")
    stated = match["year"] or (match["relative"] and year_called(match["relative"], scene))
    month = f"{stated}-{month_number(match['month']):02}" if stated else scene.month(month_number(match["month"]))
    first = start_of(month)
    if first is None:
        return Value("date", None)
    number = _NTH.index(match["nth"].lower())
    days = [day for step in range(5) if (day := shift_days(first, (weekday - first.weekday()) % 7 + 7 * step)) and day.month == first.month]
    return Value("date", days[-1 if number == 4 else number].isoformat())


def _ago(match: re.Match[str], scene: Scene) -> Value | None:
    """Three days ago, a year ago today, a month from now."""
    count, unit, back = count_of(match["count"]), match["unit"], match["way"].lower() == "ago"
    if count is None or scene.anchor is None:
        return Value("date", "PAST_REF" if back else "FUTURE_REF")
    code = unit_code(unit)
    if code == "W" and count == 1:
        unit, count = "day", 7.0
    if code.startswith("T"):
        unit, count = "day", count // 24 if code == "TH" and back else 0
    value = moved(scene.anchor, unit, -count if back else count)
    return Value("date", value + scene.anchor.isoformat()[4:] if value and match["day"] and code == "Y" else value)


RULES = (
    rule("times.weekday", WEEKDAY_WORDS | SHIFT_WORDS | {"the"},
         rf"(?:(?:the (?=following|next|previous))?{SHIFT} )?{WEEKDAY}(?: {_PART}\b)?(?!s\b)", _weekday),
    rule("times.nthday", set(_NTH), rf"(?P<nth>{'|'.join(_NTH)}) {WEEKDAY} (?:of|in) (?:(?:the|each|every) month\b"
         rf"|{MONTH}(?:,? (?P<year>{YEAR})\b|{OF_RELATIVE_YEAR})?)", _nth_weekday),
    rule("times.today", {*_DAYS, "earlier", "later", "late", "early"},
         rf"(?:(?:earlier|later|late|early) )?(?P<day>{'|'.join(_DAYS)})\b(?: {_PART}\b)?", _deictic),
    rule("times.today", {"this"}, rf"this {_PART}\b", _this_part),
    rule("times.today", {"last"}, r"last (?:night|evening)\b", _last_night),
    rule("times.part", {"overnight"}, r"overnight\b(?! stay)", _overnight),
    rule("times.shifted", SHIFT_WORDS | {"the"}, rf"(?:the )?{SHIFT} {UNIT}\b(?!-)(?P<half> and a half\b)?", _shifted_unit),
    rule("times.shifted", {"the"}, r"the weekend\b(?!-)", _weekend),
    rule("times.today", {"the"}, r"the day (?P<way>before yesterday|after tomorrow)\b", _around_today),
    rule("times.ago", COUNT_WORDS, rf"{COUNT} {UNIT}s? (?P<way>ago|from now|hence)\b(?P<day> today\b)?", _ago),
)
