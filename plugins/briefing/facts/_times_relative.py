"""Rules for times that are told from another: today, Tuesday, last week, three days ago, the day before, recently.

Refuses names ("Sunday Times", "USA Today") and whatever hangs on an event that it cannot date ("the day before the vote").
"""

from __future__ import annotations

import re
from datetime import date

from ._times_calendar import PARTS_OF_DAY, day_or_none, duration, moved, shift_days, unit_code, year_before
from ._times_rule import COUNT, COUNT_WORDS, SHIFT, SHIFT_WORDS, UNIT, WEEKDAY, WEEKDAY_WORDS, ahead, behind, count_of, rule, shift_of
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
    if _is_length(match, words, unit):
        return Value("duration", duration(1, unit))
    told = words in ("following", "previous") or (unit == "day" and words == "next")
    base = scene.told(_exactness(unit)) if told else scene.base
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


_SPAN_OF_REPORT = re.compile(
    r"\b(?:for|ends?|ended|ending|closed?|closing|finish(?:ed|ing)|throughout|so far in|during|in|of) \Z", re.IGNORECASE)
_HANGS = re.compile(
    r" (?:of|that|when|after|before|ended|ending|to|in which|since|from|he|she|it|they|the|following|until|ahead)\b|-|['’]s\b")


def _current(match: re.Match[str], scene: Scene) -> Value | None:
    """For the year, ended the day, in the quarter: those told before, if any, else the report's."""
    unit, lead = match["unit"].lower(), _SPAN_OF_REPORT.search(behind(match))
    if lead is None or _HANGS.match(ahead(match)):
        return None
    loose = lead[0].lower().strip() in ("in", "of", "during")
    if unit == "quarter" or (unit in ("year", "month") and loose):
        told = re.match(r"\d{4}-Q\d" if unit == "quarter" else r"\d{4}" if unit == "year" else r"\d{4}-\d\d", scene.previous or "")
        if told:
            return Value("date", told[0])
        return Value("date", moved(scene.anchor, unit, -(unit == "quarter"))) if scene.anchor else None
    told_day = scene.told(10)
    if loose or told_day is None:
        return None
    return Value("date", moved(told_day if unit == "day" or scene.anchor is None else scene.anchor, unit, 0))


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


_COMPARES = re.compile(r"\b(?:from|than|with|to|against|compared|versus) \Z|[,%] \Z", re.IGNORECASE)


def _ago(match: re.Match[str], scene: Scene) -> Value | None:
    """Three days ago counts from the day of the report, two weeks later from the time told before."""
    count, unit, way = count_of(match["count"]), match["unit"], match["way"].lower()
    told = scene.previous or ""
    if count == 1 and unit.lower() == "year" and _COMPARES.search(behind(match)) and re.fullmatch(r"\d{4}-(?:Q\d|\d\d)", told):
        return Value("date", year_before(told))
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


def _within(match: re.Match[str], scene: Scene) -> Value | None:
    """The end of the year, later in the month: the year or month of the report, in history the one told before; the day told before."""
    base = scene.told() if match["unit"].lower() == "day" else scene.base
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
    day = day_or_none(told.year, told.month, int(match["day"]))
    return Value("date", day.isoformat()) if day else None


_REFERENCES = {
    "PRESENT_REF": "now|right now|currently|current|presently|at present|the moment|nowadays|these days|this time|the time being",
    "PAST_REF": "recently|recent years|recent months|recent weeks|recent days|recent times|recent|the past|the recent past|lately|long ago",
    "FUTURE_REF": "soon|very soon|shortly|the future|the near future|the foreseeable future|near future|the coming days|the coming weeks"
    "|the coming months|the coming years|coming days|coming weeks|coming months|coming years",
}
_REFERENCE_VALUES = {words: value for value, listed in _REFERENCES.items() for words in listed.split("|")}
#: What dates nothing by itself: "shortly after", "the current of the river", "the past few days", "now that".
_NO_REFERENCE = {
    "soon": r" (?:after|before|as|thereafter)\b|-", "shortly": r" (?:after|before|thereafter)\b|-", "now": r"-| that\b",
    "current": r"-| (?:of|in|from|at|and|account|events|affairs)\b|[.,;:]|s\b",
    "the past": rf" (?:few|several|{COUNT}|{UNIT}|and\b|tense|two)", "recent": r"-",
}
#: These date only behind one of these.
_LED_REFERENCE = {"the moment": r"\b(?:at|for) \Z", "this time": r"\bat \Z", "the time being": r"\bfor \Z"}


def _reference(match: re.Match[str], scene: Scene) -> Value | None:
    """Now, recently, soon. What came "soon" in a story that is past dates nothing."""
    words = match[0].lower()
    value = _REFERENCE_VALUES[words]
    unlike, led = _NO_REFERENCE.get(words), _LED_REFERENCE.get(words)
    if (unlike and re.match(unlike, ahead(match), re.IGNORECASE)) or (led and not re.search(led, behind(match), re.IGNORECASE)):
        return None
    if words.endswith(("soon", "shortly")) and (scene.direction < 0 or behind(match, 3).lower() == "as "):
        return None
    return Value("date", value)


def _long_past(match: re.Match[str], scene: Scene) -> Value | None:
    """Years ago, weeks ago."""
    return Value("date", "PAST_REF")


RULES = (
    rule("times.weekday", WEEKDAY_WORDS | SHIFT_WORDS, rf"(?:{SHIFT} )?{WEEKDAY}(?: {_PART}\b)?(?!s\b)", _weekday),
    rule("times.today", {*_DAYS, "earlier", "later", "late", "early"},
         rf"(?:(?:earlier|later|late|early) )?(?P<day>{'|'.join(_DAYS)})\b(?: {_PART}\b)?", _deictic),
    rule("times.today", {"this"}, rf"this {_PART}\b", _this_part),
    rule("times.today", {"last"}, r"last (?:night|evening)\b", _last_night),
    rule("times.today", {"overnight"}, r"overnight\b(?! stay)", _overnight),
    rule("times.shifted", SHIFT_WORDS | {"the"}, rf"(?:the )?{SHIFT} {UNIT}\b(?!-)", _shifted_unit),
    rule("times.shifted", {"the"}, r"the weekend\b(?!-)", _weekend),
    rule("times.today", {"the"}, r"the day (?P<way>before yesterday|after tomorrow)\b", _around_today),
    rule("times.within", {"the"}, r"the (?P<unit>day|week|month|quarter|year)\b", _current),
    rule("times.reference", {"years", "months", "weeks", "days", "decades", "centuries", "hours", "minutes"},
         r"(?:years|months|weeks|days|decades|centuries|hours|minutes) ago\b", _long_past),
    rule("times.same", {"that", "the", "same"}, rf"(?:that(?: same)?|(?:the )?same) {UNIT}\b(?!-)", _same_unit),
    rule("times.within", {"the", "end", "beginning", "start", "middle", "early", "late", "later", "earlier"},
         r"(?:(?:the )?(?:end|beginning|start|middle) of the|(?:early|late|later|earlier) in the)"
         r" (?P<unit>year|month|week|decade|century|day)\b",
         _within),
    rule("times.before", {"the"}, r"the (?P<unit>day|week|month|year|night) (?P<way>before|after|earlier|previous)\b", _before),
    rule("times.day", {"the"},
         r"the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=[,.;]| (?:of the month|and|with|to|in|at|was|when|but)\b)", _of_month),
    rule("times.ago", COUNT_WORDS, rf"{COUNT} {UNIT}s? (?P<way>ago|earlier|previously|later|afterwards|from now|hence)\b", _ago),
    rule("times.reference", {words.split()[0] for words in _REFERENCE_VALUES},
         rf"(?:{'|'.join(sorted(_REFERENCE_VALUES, key=len, reverse=True))})\b", _reference),
)
