"""Rules for lengths of time and for what comes again: three days, year-long, for decades, every month, daily.

Refuses ages ("a 27-year-old"), names ("Six-Day War", "Daily Mail") and rates of other things ("miles per hour").
"""

from __future__ import annotations

import re

from .._lookup import word_set
from ._calendar import WEEKDAYS, duration, unit_code
from ._rule import COUNT, COUNT_WORDS, SHIFT_WORDS, UNIT, WEEKDAY, YEAR, ahead, behind, count_of, rule
from ._scene import Scene, Value, weekday_number

#: "$4 a day", "twice a week": behind these "a" means every.
_RATE = re.compile(
    r"(?:[\d%]|\b(?:once|twice|times?|percent|dollars?|euros?|pounds?|million|billion|thousand|hundred|people|deaths|barrels?|tons?"
    r"|tonnes?|hours|days|minutes|weeks|months|nights)) \Z",
    re.IGNORECASE,
)
#: What these counts do not measure: "a second chance", "a day", "some nights".
_MOMENTS = {
    **dict.fromkeys(("a", "an"), word_set("second minute day night quarter weekend")),
    **dict.fromkeys(("some", "many"), word_set("second quarter night")),
}
#: ... unless "a day" is a length: "a day after the vote", "in a day".
_A_DAY = re.compile(r" (?:after|before|and a half)\b")
_BEFORE_A_DAY = re.compile(r"\b(?:for|in|within|than|about|nearly|almost|only|just) \Z")
#: "Three quarters of the town" measures no time.
_SHARE = re.compile(r"(?:one|three|a|[13])[ -]quarters?", re.IGNORECASE)


def _duration(match: re.Match[str], scene: Scene) -> Value | None:
    """Three days, a two-week, the past 24 hours. An age is none, nor is the name of a war."""
    words, after = match["count"].lower(), ahead(match)
    if re.match(r"[ -](?:olds?|War)\b|-(?!long)\w", after) or (_SHARE.fullmatch(match[0]) and after.startswith(" of ")):
        return None
    if words in ("a", "an") and match[0].endswith("long"):
        return None
    if re.fullmatch(r"[12]\d{3}", words) and not match[0].rstrip("'’").endswith("s"):
        return None
    if words in ("a", "an") and _RATE.search(behind(match)):
        return Value("set", duration(1, match["unit"]))
    if words in ("a", "an") and match["unit"].lower() == "day" and (_A_DAY.match(after) or _BEFORE_A_DAY.search(behind(match))):
        return Value("duration", "P1D")
    if match["unit"].lower() in _MOMENTS.get(words, ()):
        return None
    count = count_of(match["count"])
    return Value("duration", duration(count if count is None or not match["half"] else count + 0.5, match["unit"]))


def _half(match: re.Match[str], scene: Scene) -> Value | None:
    """Half an hour, a half-century, a quarter century."""
    if behind(match, 1) == "-":
        return None
    part = 0.25 if match["part"].lower() == "quarter" else 0.5
    return Value("duration", f"PT{60 * part:g}M" if match["unit"].lower() == "hour" else duration(part, match["unit"]))


def _unit_long(match: re.Match[str], scene: Scene) -> Value | None:
    """Year-long, decades-long, decades-old. "Eighteen-years-old" is an age."""
    if match["many"] and _NUMBERED.search(behind(match)):
        return None
    return Value("duration", duration(None if match["many"] else 1, match["unit"]))


#: "Two unhappy years of", "18-odd years of": not without their number.
_NUMBERED = re.compile(rf"(?:[0-9][^ ]*|\b(?:{'|'.join(sorted(COUNT_WORDS - {'0', 'a', 'an'}))})\b)[ -](?:\w+[ -])?\Z", re.IGNORECASE)
_BEFORE_UNITS = re.compile(r"\b(?:for|over|in|within|after|took|takes|lasted|lasting|of|the past|the last|the coming) \Z", re.IGNORECASE)
#: Not "the days of the empire", "these years of", "one of the days of".
_DEFINED = re.compile(r"\b(?:the|these|those|his|her|their|its|early|later?|last|first|final|in|old) \Z|['’]s \Z|[-–—]\Z", re.IGNORECASE)


def _units(match: re.Match[str], scene: Scene) -> Value | None:
    """For years, decades of war, days after the vote: a duration with no number; years ago: the past."""
    before, after = behind(match), ahead(match)
    if after.startswith(" ago") or _NUMBERED.search(before):
        return None
    if _BEFORE_UNITS.search(before) or (re.match(r" (?:of [a-z]|after\b|before\b|in the making)", after) and not _DEFINED.search(before)):
        return Value("duration", duration(None, match["unit"]))
    return None


def _following(match: re.Match[str], scene: Scene) -> Value | None:
    """The following days: of no stated number."""
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


def _weekdays(match: re.Match[str], scene: Scene) -> Value | None:
    """On Tuesdays."""
    if not match["weekday"][0].isupper() or ahead(match).startswith(" ago") or _NUMBERED.search(behind(match)):
        return None
    return Value("set", f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")


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
_LED = (
    r"(?:(?:the |these |those )?(?:last|past|previous|next|this past|coming|following|first|final|same|most recent|latest) "
    r"|the (?=(?:[\w.,]+[ -]){1,5}?(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|centurie)s\b))?"
)
_FULL = (
    r"(?:(?:full|whole|solid|straight|consecutive|successive|more|additional|further|extra|long|short|bloody|brutal|bitter|tense|difficult"
    r"|hard|lean|trading|working|business|financial|fiscal|calendar|school|academic) )?"
)

RULES = (
    rule("times.duration", COUNT_WORDS | SHIFT_WORDS | {"the", "these", "those", "first", "final", "same"},
         rf"{_LED}{COUNT}[ -]{_FULL}{_UNITS}(?:['’](?!s)|[ -]long\b|(?P<half> and a half\b))?", _duration),
    rule("times.duration", {"the", "first", "last", "final"},
         rf"(?:the )?(?:first|last|final) {COUNT} {_FULL}{_UNITS} of (?:{YEAR}|(?:the|this|last|next)(?: fiscal| calendar)? year)"
         r"\b(?P<half>)",
         _duration),
    rule("times.duration", {"half", "quarter", "a"}, rf"(?:a )?(?P<part>half|quarter)(?: an? | of an? |[ -]){UNIT}\b", _half),
    rule("times.duration",
         _SINGULAR | _PLURAL | word_set("yearlong monthlong weeklong daylong"),
         rf"{UNIT}(?:(?P<many>s)-(?:long|old)|-?long)\b", _unit_long),
    rule("times.duration", _PLURAL, r"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s\b", _units),
    rule("times.duration", {"the", "following"},
         r"(?:the )?following (?P<unit>minute|hour|day|week|month|year|decade)s\b", _following),
    rule("times.set", _SETS, rf"(?:{'|'.join(_SETS)})\b(?!-)", _set),
    rule("times.set", {"every", "each", "per"}, rf"(?:every|each|per) (?:(?P<other>other) |{COUNT} )?(?:{WEEKDAY}|{_UNITS})(?!-)", _every),
    rule("times.set", {f"{day.lower()}s" for day in WEEKDAYS}, rf"(?P<weekday>{'|'.join(WEEKDAYS)})s\b", _weekdays),
)
