"""Rules for times that are told from another: today, last week, three days ago, for two years, every month, 5 p.m.

Refuses ages ("a 27-year-old"), names ("Sunday Times", "Six-Day War") and whatever hangs on an event that it cannot date.
"""

from __future__ import annotations

import re
from datetime import date

from ._times_calendar import PARTS_OF_DAY, duration, moved, shift_days, unit_code
from ._times_rule import (
    COUNT, COUNT_WORDS, SHIFT, SHIFT_WORDS, UNIT, WEEKDAY, WEEKDAY_WORDS, Rule, ahead, behind, count_of, rule, shift_of,
)
from ._times_scene import Scene, Value, weekday_number

_PART = r"(?P<part>morning|afternoon|evening|night)"


def _dated(day: date | None, part: str | None) -> Value:
    value = day.isoformat() if day else None
    if not part:
        return Value("date", value)
    return Value("time", f"{value}T{PARTS_OF_DAY[part.lower()]}" if value else None)


_NAMED_DAY = re.compile(r"\b(?:Bloody|Black|Good|Ash|Palm|Easter|Super|Cyber|Holy|Maundy|Sheffield|Fat) \Z")
_AFTER_NAMED_DAY = re.compile(r" (?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Independent|People|Star|Tribune|Island|Night Live)\b")


def _weekday(match: re.Match[str], scene: Scene) -> Value | None:
    if not match["weekday"][0].isupper() or _NAMED_DAY.search(behind(match)) or _AFTER_NAMED_DAY.match(ahead(match)):
        return None
    value = scene.weekday(weekday_number(match["weekday"]), shift_of(match))
    if value and match["part"]:
        return Value("time", f"{value}T{PARTS_OF_DAY[match['part'].lower()]}")
    return Value("date", value)


_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def _deictic(match: re.Match[str], scene: Scene) -> Value | None:
    word = match["day"].lower()
    if match["day"] == "Today" and re.search(r"\b[A-Z]\w+ \Z", behind(match)) and match.start() > 200:
        return None
    part = match["part"] or ("night" if word == "tonight" else None)
    return _dated(scene.anchor and shift_days(scene.anchor, _DAYS[word]), part)


def _this_part(match: re.Match[str], scene: Scene) -> Value | None:
    return _dated(scene.anchor, match["part"])


def _last_night(match: re.Match[str], scene: Scene) -> Value | None:
    return _dated(scene.anchor and shift_days(scene.anchor, -1), "night")


def _overnight(match: re.Match[str], scene: Scene) -> Value | None:
    return _dated(scene.anchor, "night")


def _shifted_unit(match: re.Match[str], scene: Scene) -> Value | None:
    """Last week, next year, the following day. "The following" and "the previous" count from the time told before."""
    words, unit = match["shift"].lower(), match["unit"].lower()
    if unit == "centurie" or (words == "current" and unit in ("day", "night")) or unit_code(unit).startswith("T"):
        return None
    if words in ("past", "last") and unit in ("decade", "century"):
        return Value("duration", duration(1, unit))
    told = words in ("following", "previous") or (unit == "day" and words == "next")
    base = scene.told(_exactness(unit)) if told else scene.base
    if unit in ("day", "night", "second", "quarter") and words in ("this", "last", "past", "upcoming", "coming"):
        return None
    return Value("date", moved(base, unit, shift_of(match)) if base else None)


def _exactness(unit: str) -> int:
    """How much of a value must be stated to count such units from it."""
    return {"Y": 4, "DE": 4, "CE": 4, "M": 7, "Q": 7}.get(unit_code(unit), 10)


def _same_unit(match: re.Match[str], scene: Scene) -> Value | None:
    """That day, the same year: the time told before."""
    unit = match["unit"].lower()
    told = scene.told(_exactness(unit))
    if unit_code(unit).startswith("T") or unit in ("century", "quarter", "decade"):
        return None
    return Value("date", moved(told, unit, 0) if told and scene.previous else None)


_BACK = {"ago": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "afterwards": 1, "after": 1, "from now": 1, "hence": 1}


def _ago(match: re.Match[str], scene: Scene) -> Value | None:
    """Three days ago counts from the day of the report, two weeks later from the time told before."""
    count, unit, way = count_of(match["count"]), match["unit"], match["way"].lower()
    base = scene.anchor if way in ("ago", "from now") else scene.told(_exactness(unit))
    if count is None or base is None:
        return Value("date", "PAST_REF" if _BACK[way] < 0 else "FUTURE_REF" if way == "from now" else None)
    code = unit_code(unit)
    if code == "W" and count == 1:
        unit, count = "day", 7.0
    if code == "TH" and way == "ago":
        day = shift_days(base, -(count // 24))
        return Value("date", day.isoformat() if day else None)
    if code.startswith("T"):
        return Value("time", None)
    return Value("date", moved(base, unit, _BACK[way] * count))


_RATE = re.compile(r"(?:[\d%]|\b(?:once|twice|times?|percent|dollars?|euros?|pounds?|million|billion|thousand|hundred|people|deaths|barrels?|tons?"
                   r"|tonnes?)) \Z", re.IGNORECASE)


#: What these counts do not measure: "a second chance", "a day", "some nights".
_MOMENTS = {**dict.fromkeys(("a", "an"), ("second", "minute", "day", "night", "quarter", "weekend")), **dict.fromkeys(("some", "many"), ("second", "quarter", "night"))}


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


def _within(match: re.Match[str], scene: Scene) -> Value | None:
    """The end of the year, later in the month: the year or month of the report, in history of the time told before."""
    base = scene.base
    return Value("date", moved(base, match["unit"], 0) if base else None)


def _before(match: re.Match[str], scene: Scene) -> Value | None:
    """The day before, the year earlier: from the time told before. Before what is named ("the day before the vote") it dates nothing."""
    if re.match(r" (?:the|a|an|his|her|its|their|he|she|it|they|that|[A-Z])\b", ahead(match)):
        return None
    told, unit = scene.told(_exactness(match["unit"])), match["unit"]
    return Value("date", moved(told, unit, 1 if match["way"].lower() == "after" else -1) if told else None)


def _of_month(match: re.Match[str], scene: Scene) -> Value | None:
    """On the 20th: of the month told before."""
    told = scene.told(7)
    if told is None or not re.search(r"\b(?:on|until|by|from|since) \Z", behind(match), re.IGNORECASE):
        return None
    return Value("date", Scene(None, f"{told.year:04}", history=True).day(told.month, int(match["day"])))


def _half(match: re.Match[str], scene: Scene) -> Value | None:
    return Value("duration", "PT30M" if match["unit"].lower() == "hour" else duration(0.5, match["unit"]))


def _unit_long(match: re.Match[str], scene: Scene) -> Value | None:
    return Value("duration", duration(None if match["many"] else 1, match["unit"]))


def _units(match: re.Match[str], scene: Scene) -> Value | None:
    """For years, decades of war: a duration with no number."""
    if not re.search(r"\b(?:for|over|in|within|after|took|takes|lasted|lasting|of|the past|the last|the coming) \Z", behind(match), re.IGNORECASE):
        return None
    return Value("duration", duration(None, match["unit"]))


_SETS = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q",
         "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "biennial": "P2Y", "hourly": "PT1H"}


def _set(match: re.Match[str], scene: Scene) -> Value | None:
    """Daily, annual. A name ("Daily Mail", "The Weekly Standard") is none."""
    word = match[0]
    if word[0].isupper() and (re.match(r" [A-Z]", ahead(match)) or re.search(r"[A-Z]\w+ \Z", behind(match))):
        return None
    return Value("set", _SETS[word.lower()])


def _every(match: re.Match[str], scene: Scene) -> Value | None:
    if match["unit"] and unit_code(match["unit"]).startswith("T") and re.search(r"\b(?:miles|km|kilomet\w+|met(?:er|re)s|feet|knots) \Z", behind(match)):
        return None
    if match["weekday"]:
        return Value("set", f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")
    count = count_of(match["count"]) if match["count"] else 2.0 if match["other"] else 1.0
    return Value("set", duration(count, match["unit"]))


_REFERENCES = {
    "PRESENT_REF": ("now", "currently", "presently", "at present", "at the moment", "nowadays", "these days", "at this time", "for the time being"),
    "PAST_REF": ("recently", "recent", "in the past", "the past", "recent years", "in recent months", "recent months", "recent weeks", "recent days", "recent times", "lately", "long ago"),
    "FUTURE_REF": ("soon", "in the future", "in the near future", "the future", "the near future", "coming days", "coming weeks", "coming months", "coming years", "shortly"),
}
_REFERENCE_VALUES = {words: value for value, all_words in _REFERENCES.items() for words in all_words}


def _reference(match: re.Match[str], scene: Scene) -> Value | None:
    """Now, recently, soon. "Shortly after" and "as soon as" date nothing."""
    words, after = match[0].lower(), ahead(match)
    if words in ("soon", "shortly") and (re.match(r" (?:after|before|as|thereafter)\b|-", after) or re.search(r"\bas \Z", behind(match), re.IGNORECASE)):
        return None
    if words.endswith("past") and re.match(rf" (?:few|several|{COUNT}|{UNIT}|and\b|tense)", after, re.IGNORECASE):
        return None
    if words == "now" and re.match(r"-| that\b", after):
        return None
    return Value("date", _REFERENCE_VALUES[words])


_ZONE_NAME = r"(?:UTC|GMT|[ECMPB][SD]T|CES?T|EES?T|IST|JST|MSK|AES?T|ET|PT|local time|local|Zulu)\b(?: ?[+-] ?\d{1,2})?"
_ZONE = rf"(?P<zone>{_ZONE_NAME}|\({_ZONE_NAME}\))"


def _clock(match: re.Match[str], scene: Scene) -> Value | None:
    """A time of day, on the day that the article tells of there."""
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").lower()[:1]
    if hour > (12 if half else 24) or minute > 59 or (half and not hour):
        return None
    if not half and not match["zone"] and len(match["hour"]) < 2 and not re.search(r"\b(?:at|around|about|by|until|from|since|before|after) \Z", behind(match)):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = match["zone"] or ""
    universal = "Z" if re.search(r"UTC|GMT|Zulu", zone, re.IGNORECASE) and not re.search(r"[+-]", zone) else ""
    return _at(scene, f"{hour:02}:{minute:02}{universal}")


def _named_clock(match: re.Match[str], scene: Scene) -> Value | None:
    return _at(scene, {"midnight": "24:00", "noon": "12:00", "midday": "12:00"}[match[0].lower()])


def _o_clock(match: re.Match[str], scene: Scene) -> Value | None:
    hour = count_of(match["count"])
    return _at(scene, f"{int(hour):02}:00") if hour is not None and 1 <= hour <= 12 else None


def _at(scene: Scene, clock: str) -> Value:
    told = scene.told()
    return Value("time", f"{told.isoformat()}T{clock}" if told else f"XXXX-XX-XXT{clock}")


def _bare_part(match: re.Match[str], scene: Scene) -> Value | None:
    """In the morning: of the day told before."""
    return _at(scene, PARTS_OF_DAY[match["part"].lower()])


_UNITS = rf"{UNIT}s?\b"
_UNIT_NAMES = frozenset("second minute hour day night week weekend fortnight month quarter year decade century millennium".split())
_UNIT_PLURALS = frozenset("minutes hours days weeks months years decades centuries".split())

RULES: tuple[Rule, ...] = (
    rule("times.weekday", WEEKDAY_WORDS | SHIFT_WORDS, rf"(?:{SHIFT} )?{WEEKDAY}(?: {_PART}\b)?(?!s\b)", _weekday),
    rule("times.today", {*_DAYS, "earlier", "later", "late", "early"}, rf"(?:(?:earlier|later|late|early) )?(?P<day>{'|'.join(_DAYS)})\b(?: {_PART}\b)?", _deictic),
    rule("times.today", {"this"}, rf"this {_PART}\b", _this_part),
    rule("times.today", {"last"}, r"last (?:night|evening)\b", _last_night),
    rule("times.today", {"overnight"}, r"overnight\b(?! stay)", _overnight),
    rule("times.shifted", SHIFT_WORDS | {"the"}, rf"(?:the )?{SHIFT} {UNIT}\b(?!-)", _shifted_unit),
    rule("times.same", {"that", "the", "same"}, rf"(?:that(?: same)?|(?:the )?same) {UNIT}\b(?!-)", _same_unit),
    rule("times.within", {"the", "end", "beginning", "start", "middle", "early", "late", "later", "earlier"},
         r"(?:(?:the )?(?:end|beginning|start|middle) of the|(?:early|late|later|earlier) in the) (?P<unit>year|month|week|decade|century|day)\b", _within),
    rule("times.before", {"the"}, r"the (?P<unit>day|week|month|year|night) (?P<way>before|after|earlier|previous)\b", _before),
    rule("times.day", {"the"}, r"the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=[,.;]| (?:of the month|and|with|to|in|at|was|when|but)\b)", _of_month),
    rule("times.ago", COUNT_WORDS, rf"{COUNT} {UNIT}s? (?P<way>ago|earlier|previously|later|afterwards|from now|hence)\b", _ago),
    rule("times.duration", COUNT_WORDS | SHIFT_WORDS | {"the", "first", "final"},
         rf"(?:(?:the )?(?:last|past|previous|next|this past|coming|following|first|final) )?{COUNT}[ -](?:(?:full|whole|straight|consecutive|more|long) )?{_UNITS}(?:['’](?!s)|[ -]long\b)?", _duration),
    rule("times.duration", {"half"}, rf"half an? {UNIT}\b", _half),
    rule("times.duration", _UNIT_NAMES | _UNIT_PLURALS | {"yearlong", "monthlong", "weeklong", "daylong"}, rf"{UNIT}(?P<many>s)?-?long\b", _unit_long),
    rule("times.duration", _UNIT_PLURALS, r"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s\b", _units),
    rule("times.set", _SETS, rf"(?:{'|'.join(_SETS)})\b(?!-)", _set),
    rule("times.set", {"every", "each", "per"}, rf"(?:every|each|per) (?:(?P<other>other) |{COUNT} )?(?:{WEEKDAY}|{_UNITS})(?!-)", _every),
    rule("times.reference", {words.split()[0] for words in _REFERENCE_VALUES}, rf"(?:{'|'.join(sorted(_REFERENCE_VALUES, key=len, reverse=True))})\b", _reference),
    rule("times.clock", {"0"}, rf"(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d\d))?(?::\d\d)? ?(?P<half>[ap]\.?m\b\.?)(?: ?{_ZONE})?", _clock),
    rule("times.clock", {"0"}, rf"(?P<hour>\d{{1,2}})[:h](?P<minute>\d\d)(?::\d\d)?(?P<half>(?!))?(?: ?(?:hours|hrs)\b)?(?: ?{_ZONE})?(?![\w:])", _clock),
    rule("times.clock", {"0"}, rf"(?P<hour>\d\d)(?P<minute>\d\d)(?P<half>(?!))?(?: ?(?:hours|hrs))? ?{_ZONE}", _clock),
    rule("times.clock", COUNT_WORDS, rf"{COUNT} o['’]clock\b", _o_clock),
    rule("times.clock", {"midnight", "noon", "midday"}, r"(?:midnight|noon|midday)\b", _named_clock),
    rule("times.part", {"the"}, rf"the {_PART}\b(?= |,|\.)", _bare_part),
)
