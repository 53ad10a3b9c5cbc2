"""Rules for lengths of time and for what comes again: three days, year-long, for decades, every month, daily.

Refuses ages ("a 27-year-old"), names ("Six-Day War", "Daily Mail") and rates of other things ("miles per hour").
"""

from __future__ import annotations

import re

from ._lookup import word_set
from ._times_calendar import duration, unit_code
from ._times_rule import COUNT, COUNT_WORDS, SHIFT_WORDS, UNIT, WEEKDAY, ahead, behind, count_of, rule
from ._times_scene import Scene, Value, weekday_number

#: "$4 a day", "twice a week": behind these "a" means every.
_RATE = re.compile(
    r"(?:[\d%]|\b(?:once|twice|times?|percent|dollars?|euros?|pounds?|million|billion|thousand|hundred|people|deaths|barrels?|tons?"
    r"|tonnes?)) \Z",
    re.IGNORECASE,
)


#: What these counts do not measure: "a second chance", "a day", "some nights".
_MOMENTS = {
    **dict.fromkeys(("a", "an"), word_set("second minute day night quarter weekend")),
    **dict.fromkeys(("some", "many"), word_set("second quarter night")),
}


def _duration(match: re.Match[str], scene: Scene) -> Value | None:
    """Three days, a two-week, the past 24 hours. An age is none, nor is the name of a war."""
    words, after = match["count"].lower(), ahead(match)
    if re.match(r"[ -](?:olds?|War)\b|-(?!long)\w", after):
        return None
    if words in ("a", "an") and match[0].endswith("long"):
        return None
    if re.fullmatch(r"[12]\d{3}", words) and not match[0].rstrip("'’").endswith("s"):
        return None
    if words in ("a", "an") and _RATE.search(behind(match)):
        return Value("set", duration(1, match["unit"]))
    if match["unit"].lower() in _MOMENTS.get(words, ()):
        return None
    return Value("duration", duration(count_of(match["count"]), match["unit"]))


def _half(match: re.Match[str], scene: Scene) -> Value | None:
    """Half an hour, half a year."""
    return Value("duration", "PT30M" if match["unit"].lower() == "hour" else duration(0.5, match["unit"]))


def _unit_long(match: re.Match[str], scene: Scene) -> Value | None:
    """Year-long, decades-long."""
    return Value("duration", duration(None if match["many"] else 1, match["unit"]))


_BEFORE_UNITS = re.compile(r"\b(?:for|over|in|within|after|took|takes|lasted|lasting|of|the past|the last|the coming) \Z", re.IGNORECASE)


def _units(match: re.Match[str], scene: Scene) -> Value | None:
    """For years, decades of war: a duration with no number."""
    if not _BEFORE_UNITS.search(behind(match)):
        return None
    return Value("duration", duration(None, match["unit"]))


_SETS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "biennial": "P2Y", "hourly": "PT1H",
}


def _set(match: re.Match[str], scene: Scene) -> Value | None:
    """Daily, annual. A name ("Daily Mail", "The Weekly Standard") is none."""
    word = match[0]
    if word[0].isupper() and (re.match(r" [A-Z]", ahead(match)) or re.search(r"[A-Z]\w+ \Z", behind(match))):
        return None
    return Value("set", _SETS[word.lower()])


_LENGTH = re.compile(r"\b(?:miles|km|kilomet\w+|met(?:er|re)s|feet|knots) \Z")


def _every(match: re.Match[str], scene: Scene) -> Value | None:
    """Every day, each year, per month. "Miles per hour" is a speed."""
    if match["unit"] and unit_code(match["unit"]).startswith("T") and _LENGTH.search(behind(match)):
        return None
    if match["weekday"]:
        return Value("set", f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")
    count = count_of(match["count"]) if match["count"] else 2.0 if match["other"] else 1.0
    return Value("set", duration(count, match["unit"]))


_UNITS = rf"{UNIT}s?\b"
_SINGULAR = word_set("second minute hour day night week weekend fortnight month quarter year decade century millennium")
_PLURAL = word_set("minutes hours days weeks months years decades centuries")
_LED = r"(?:(?:the )?(?:last|past|previous|next|this past|coming|following|first|final) )?"
_FULL = r"(?:(?:full|whole|straight|consecutive|more|long) )?"

RULES = (
    rule("times.duration", COUNT_WORDS | SHIFT_WORDS | {"the", "first", "final"},
         rf"{_LED}{COUNT}[ -]{_FULL}{_UNITS}(?:['’](?!s)|[ -]long\b)?", _duration),
    rule("times.duration", {"half"}, rf"half an? {UNIT}\b", _half),
    rule("times.duration",
         _SINGULAR | _PLURAL | word_set("yearlong monthlong weeklong daylong"), rf"{UNIT}(?P<many>s)?-?long\b", _unit_long),
    rule("times.duration", _PLURAL, r"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s\b", _units),
    rule("times.set", _SETS, rf"(?:{'|'.join(_SETS)})\b(?!-)", _set),
    rule("times.set", {"every", "each", "per"}, rf"(?:every|each|per) (?:(?P<other>other) |{COUNT} )?(?:{WEEKDAY}|{_UNITS})(?!-)", _every),
)
