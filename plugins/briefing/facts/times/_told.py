"""Rules for times that are told from another one told before: the next day, that year, two weeks later, the end of the month.

Refuses whatever hangs on an event that it cannot date ("the day before the vote").
"""

from __future__ import annotations

import re

from ._calendar import PARTS_OF_DAY, day_or_none, duration, exactness, moved, shift_days, start_of, unit_code, year_before
from ._rule import COUNT, COUNT_WORDS, UNIT, ahead, behind, count_of, rule
from ._scene import Scene, Value

_SPAN_OF_REPORT = re.compile(
    r"\b(?:for|ends?|ended|ending|closed?|closing|finish(?:ed|ing)|throughout|so far in|during|in"
    r"|(?:half|rest|most|much|remainder) of) \Z", re.IGNORECASE)
_HANGS = re.compile(
    r" (?:of|that|when|after|before|ended|ending|to|in which|since|from|he|she|it|they|the|following|until|ahead)\b|-|['’]s\b")


def _current(match: re.Match[str], scene: Scene) -> Value | None:
    """For the year, ended the day, in the quarter: those told before, if any, else the report's."""
    unit, lead = match["unit"].lower(), _SPAN_OF_REPORT.search(behind(match))
    if lead is None or _HANGS.match(ahead(match)) or not match[0].islower():
        return None
    loose = lead[0].lower().strip() in ("in", "during") or lead[0].lower().endswith("of ")
    if unit == "quarter" or (unit in ("year", "month") and loose):
        told = re.match(r"\d{4}-Q\d" if unit == "quarter" else r"\d{4}" if unit == "year" else r"\d{4}-\d\d", scene.previous or "")
        if told:
            return Value("date", told[0])
        return Value("date", moved(scene.anchor, unit, -(unit == "quarter"))) if scene.anchor else None
    told_day = scene.told(10)
    if loose or told_day is None:
        return None
    return Value("date", moved(told_day if unit == "day" or scene.anchor is None else scene.anchor, unit, 0))


def _same_unit(match: re.Match[str], scene: Scene) -> Value | None:
    """That day, the same year: the time told before."""
    unit = match["unit"].lower()
    told = scene.told(exactness(unit))
    if unit_code(unit).startswith("T") or unit in ("century", "quarter", "decade", "night"):
        return None
    return Value("date", moved(told, unit, 0) if told and scene.previous else None)


_COMPARES = re.compile(r"\b(?:from|than|with|to|against|compared|versus)\b[^.;:]{0,24}\Z|[,%] \Z", re.IGNORECASE)
_QUARTER_OR_MONTH = re.compile(r"\d{4}-(?:Q\d|\d\d)")


def _counted(match: re.Match[str], scene: Scene) -> Value | None:
    """Two weeks later, a year earlier. "Up from a year earlier" is the same quarter, or month, of the year before."""
    count, unit, back = count_of(match["count"]), match["unit"], match["way"].lower() in ("earlier", "previously", "before")
    told = scene.previous or ""
    if back and count == 1 and unit.lower() == "year" and _QUARTER_OR_MONTH.fullmatch(told) and _COMPARES.search(behind(match, 40)):
        return Value("date", year_before(told))
    base = scene.told(exactness(unit)) if back else scene.known(exactness(unit))
    code = unit_code(unit)
    if count is None and back:
        return Value("date", "PAST_REF")
    if count is None or base is None:
        return Value("duration", duration(count, unit))
    if code.startswith("T"):
        return _clock_moved(told, code, -count if back else count) or Value("duration", duration(count, unit))
    if code == "W" and count == 1:
        unit, count = "day", 7.0
    return Value("date", moved(base, unit, -count if back else count))


def _clock_moved(told: str, code: str, count: float) -> Value | None:
    """So many hours or minutes from a time of day that was told."""
    known = re.fullmatch(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):(\d\d)(Z?)", told)
    if known is None or code not in ("TH", "TM"):
        return None
    minutes = 60 * int(known[2]) + int(known[3]) + round(count * (60 if code == "TH" else 1))
    day = start_of(known[1])
    moved_day = day and shift_days(day, minutes // 1440)
    return Value("time", f"{moved_day.isoformat()}T{minutes % 1440 // 60:02}:{minutes % 60:02}{known[4]}") if moved_day else None


def _uncounted(match: re.Match[str], scene: Scene) -> Value | None:
    """Hours later, weeks earlier."""
    if match["way"].lower() == "earlier":
        return Value("date", "PAST_REF")
    return Value("duration", duration(None, match["unit"]))


def _part_of_told(match: re.Match[str], scene: Scene) -> Value | None:
    """The next morning, that night, the same evening: of the day told before, or the day after it."""
    told = scene.known()
    day = told and shift_days(told, {"next": 1, "following": 1, "previous": -1}.get(match["which"].lower(), 0))
    return Value("time", f"{day.isoformat()}T{PARTS_OF_DAY[match['part'].lower()]}" if day else None)


def _session(match: re.Match[str], scene: Scene) -> Value | None:
    """Morning trading, afternoon prayers: of the day told before."""
    told = scene.told()
    return Value("time", f"{told.isoformat()}T{PARTS_OF_DAY[match['part'].lower()]}" if told else None)


def _within(match: re.Match[str], scene: Scene) -> Value | None:
    """The end of the year, later in the month: the year or month of the report, in history the one told before; the day told before."""
    base = scene.told() if match["unit"].lower() == "day" else scene.base
    return Value("date", moved(base, match["unit"], 0) if base else None)


def _before(match: re.Match[str], scene: Scene) -> Value | None:
    """The day before, the year earlier: from the time told before. Before what is named ("the day before the vote") it dates nothing."""
    if re.match(r" (?:the|a|an|his|her|its|their|he|she|it|they|that|[A-Z])\b", ahead(match)):
        return None
    told, unit = scene.told(exactness(match["unit"])), match["unit"]
    return Value("date", moved(told, unit, 1 if match["way"].lower() == "after" else -1) if told else None)


def _of_month(match: re.Match[str], scene: Scene) -> Value | None:
    """On the 20th: of the month told before."""
    told = scene.told(7)
    if told is None or not re.search(r"\b(?:on|until|by|from|since) \Z", behind(match), re.IGNORECASE):
        return None
    day = day_or_none(told.year, told.month, int(match["day"]))
    return Value("date", day.isoformat()) if day else None


_PART = r"(?P<part>morning|afternoon|evening|night)"
_PLURALS = r"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s"

RULES = (
    rule("times.within", {"the"}, r"the (?P<unit>day|week|month|quarter|year)\b", _current),
    rule("times.same", {"that", "the", "same"}, rf"(?:that(?: same)?|(?:the )?same) {UNIT}\b(?!-)", _same_unit),
    rule("times.part", {"the", "that", "same"},
         rf"(?:the )?(?P<which>next|following|previous|same|that(?: same)?) {_PART}\b", _part_of_told),
    rule("times.part", {"morning", "afternoon"}, rf"{_PART}(?= (?:trading|trade|session|rush|prayers)\b)", _session),
    rule("times.within", {"the", "end", "beginning", "start", "middle", "early", "late", "later", "earlier"},
         r"(?:(?:the )?(?:end|beginning|start|middle) of the|(?:early|late|later|earlier) in the)"
         r" (?P<unit>year|month|week|decade|century|day)\b",
         _within),
    rule("times.before", {"the"}, r"the (?P<unit>day|week|month|year|night) (?P<way>before|after|earlier|previous)\b", _before),
    rule("times.day", {"the"},
         r"the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=[,.;]| (?:of the month|and|with|to|in|at|was|when|but)\b)", _of_month),
    rule("times.ago", COUNT_WORDS, rf"{COUNT} {UNIT}s? (?P<way>(?:earlier|previously|later|afterwards)\b|before(?=[.,;:!?)]|\Z))",
         _counted),
    rule("times.ago", {"minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"},
         rf"{_PLURALS} (?P<way>later|earlier)\b", _uncounted),
)
