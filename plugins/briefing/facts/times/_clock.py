"""Rules for the time of day: 5 p.m. local time, 0300 GMT, 22:30, noon, the morning.

A time of day stands on the day that the article tells of there. Refuses scores and ratios ("3:2", "16:9").
"""

from __future__ import annotations

import re

from ._calendar import PARTS_OF_DAY, shift_days
from ._rule import COUNT, COUNT_WORDS, ahead, behind, count_of, rule
from ._scene import Scene, Value

_ZONE_NAME = r"(?:UTC|GMT|[ECMPB][SD]T|CES?T|EES?T|IST|JST|MSK|AES?T|ET|PT|local time|local|Zulu)\b(?: ?[+-] ?\d{1,2})?"
#: "Baghdad time": in capitals, or else any word would do.
_PLACE_TIME = r"(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?) time\b"
_ZONE = rf"(?P<zone>{_ZONE_NAME}|\({_ZONE_NAME}\)|{_PLACE_TIME})"


_AT = re.compile(r"\bat (?:about |around |approximately )?\Z", re.IGNORECASE)
_BEFORE_CLOCK = re.compile(r"\b(?:at|around|about|approximately|by|until|from|since|before|after) \Z", re.IGNORECASE)


def _clock(match: re.Match[str], scene: Scene) -> Value | None:
    """22:30, 0300 GMT. One digit before the colon is a time only after a word like "at", or with a zone."""
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59 or (len(match["hour"]) < 2 and not match["zone"] and not _BEFORE_CLOCK.search(behind(match))):
        return None
    return _at(scene, f"{hour:02}:{minute:02}{_universal(match['zone'])}")


def _written_hours(match: re.Match[str], scene: Scene) -> Value | None:
    """At 1900 hours, at 2030 last night. "It took 1900 hours" and "since 2003 on Fridays" are none."""
    led = _BEFORE_CLOCK if match[0][-1] == "s" else _AT
    return _clock(match, scene) if led.search(behind(match)) else None


def _half_day(match: re.Match[str], scene: Scene) -> Value | None:
    """5 p.m., 3:15 a.m. local time."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    return _at(scene, f"{hour:02}:{minute:02}{_universal(match['zone'])}")


def _universal(zone: str | None) -> str:
    """Z for Universal Time. Other zones are not written into the value: TIMEX3 takes an offset, which the words do not give."""
    return "Z" if zone and re.search(r"UTC|GMT|Zulu", zone, re.IGNORECASE) and not re.search(r"[+-]", zone) else ""


def _named_clock(match: re.Match[str], scene: Scene) -> Value | None:
    """Noon, midnight."""
    clock = {"midnight": "24:00", "noon": "12:00", "midday": "12:00"}[match["name"].lower()]
    return _at(scene, clock + _universal(match["zone"]))


def _o_clock(match: re.Match[str], scene: Scene) -> Value | None:
    """Five o'clock: whether in the morning is not always stated; then it is read as written."""
    hour = count_of(match["count"])
    if hour is None or not 1 <= hour <= 12:
        return None
    late = (match["part"] or "").lower() in ("afternoon", "evening", "night") and hour < 12
    return _at(scene, f"{int(hour) + 12 * late:02}:00")


def _at(scene: Scene, clock: str) -> Value:
    """A time of day on the day told before; behind a night, one before the morning is of the day that follows."""
    told = scene.told()
    if told and (scene.previous or "").endswith("TNI") and clock < "06" and told != scene.anchor:
        told = shift_days(told, 1)
    return Value("time", f"{told.isoformat()}T{clock}" if told else f"XXXX-XX-XXT{clock}")


def _bare_part(match: re.Match[str], scene: Scene) -> Value | None:
    """In the morning: of the day told before."""
    return _at(scene, PARTS_OF_DAY[match["part"].lower()])


#: "At dawn", "by evening" are times; "a new dawn", "dawn prayers", "Golden Dawn" are none.
_LED_PART = re.compile(
    r"\b(?:at|by|before|after|around|about|until|till|since|towards?) (?:(?:about|around|early|late) )?\Z", re.IGNORECASE)
_NAMED_PART = re.compile(r"-| (?:prayers?|raids?|chorus|service)\b")


def _led_part(match: re.Match[str], scene: Scene) -> Value | None:
    """Dawn, by evening: of the day told before."""
    if match[0][0].isupper() or not _LED_PART.search(behind(match)) or _NAMED_PART.match(ahead(match)):
        return None
    return _bare_part(match, scene)


RULES = (
    rule("times.part", {"dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall"},
         r"(?P<part>dawn|daybreak|sunrise|dusk|sunset|nightfall)\b", _led_part),
    rule("times.part", {"morning", "afternoon", "evening"}, r"(?P<part>morning|afternoon|evening)\b(?=[.,;:]|\Z| on )", _led_part),
    rule("times.clock", {"0"},
         rf"(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d\d))?(?::\d\d)? ?(?P<half>[ap])(?:\.m\b\.?|m\b)(?: ?{_ZONE})?", _half_day),
    rule("times.clock", {"0"},
         rf"(?P<hour>\d{{1,2}})[:h](?P<minute>\d\d)(?::\d\d)?(?: ?(?:hours|hrs)\b)?(?: ?{_ZONE})?(?![\w:])", _clock),
    rule("times.clock", {"0"}, rf"(?P<hour>\d\d)(?P<minute>\d\d)(?: ?(?:hours|hrs))? ?{_ZONE}", _clock),
    rule("times.clock", {"0"}, r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<zone>)(?: ?(?:hours|hrs)\b"
         r"|(?= (?:last night|yesterday|today|tonight|this (?:morning|afternoon|evening)|on [A-Z0-9])))", _written_hours),
    rule("times.clock", COUNT_WORDS,
         rf"{COUNT} o['’]clock\b(?: (?:at|in the) (?P<part>night|morning|afternoon|evening)\b)?", _o_clock),
    rule("times.clock", {"midnight", "noon", "midday"}, rf"(?P<name>midnight|noon|midday)\b(?: {_ZONE})?", _named_clock),
    rule("times.part", {"the"},
         r"the (?:early |late )?(?P<part>morning|afternoon|evening|night)\b(?: hours\b)?(?=[.,;:!?)]|\Z"
         r"| (?:and|but|as|at|in|to|for|with|before|after|by|from|on|while|of|between|today|yesterday)\b)",
         _bare_part),
)
