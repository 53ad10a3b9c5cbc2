"""Rules for times without a date: now, recently, in the future, years ago. TIMEX3 calls them references to past, present and future.

Refuses what such words say of something else: "soon after", "the current of the river", "as soon as", and "soon" in a story that is past.
"""

from __future__ import annotations

import re

from ._rule import COUNT, UNIT, ahead, behind, rule
from ._scene import Scene, Value

_REFERENCES = {
    "PRESENT_REF": "now|right now|currently|current|presently|at present|the moment|nowadays|these days|this time|the time being",
    "PAST_REF": "recently|past years|previous years|recent years|recent months|recent weeks|recent days|recent times|recent"
    "|the past|the recent past|lately|long ago",
    "FUTURE_REF": "soon|very soon|shortly|the future|the near future|the foreseeable future|near future|the coming days|the coming weeks"
    "|the coming months|the coming years|coming days|coming weeks|coming months|coming years|the days ahead"
    "|years to come|months to come|weeks to come|the weeks ahead|the months ahead|the years ahead",
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
    rule("times.reference", {words.split()[0] for words in _REFERENCE_VALUES},
         rf"(?:{'|'.join(sorted(_REFERENCE_VALUES, key=len, reverse=True))})\b", _reference),
    rule("times.reference", {"years", "months", "weeks", "days", "decades", "centuries", "hours", "minutes"},
         r"(?:years|months|weeks|days|decades|centuries|hours|minutes) ago\b", _long_past),
)
