"""A time where it stands, and the words before it that belong to it: "early", "the end of", "nearly", "since".

TIMEX3 marks the whole phrase ("the end of 2009", "late Thursday") and keeps such words apart from the value, which stays; only "since"
and "until" make another value of it, an interval with one end. Refuses prepositions: "on Monday" is marked "Monday".
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from ._scene import Value


class Found(msgspec.Struct, frozen=True):
    """One time where it stands."""

    start: int
    end: int
    rule: str
    value: Value


#: The words before a time are looked for no further back than this.
_REACH = 28
_PARTS = (
    r"(?:very )?(?:beginning|start|end|middle|close|turn|rest|remainder|early part|latter part|latter half"
    r"|(?:first|last|final|early) (?:days|weeks|months)) of"
)
_PHASE = re.compile(
    rf"(?:(?:\bthe )?{_PARTS} (?:the )?|\b(?:very )?(?:early|late|later|earlier)(?: in |[ -])(?:the )?|\bmid[ -]"
    r"|\bas (?:early|late|recently) as )\Z", re.IGNORECASE,
)
_PHASE_OF_DAY = re.compile(r"(?:\b(?:very )?(?:early|late|later|earlier)(?: on)?|\bthe (?:early|small) hours of) \Z", re.IGNORECASE)
#: What is called with its article: "the 1990s", "the third quarter", "the spring of 1993".
_CALLED = frozenset(("times.decade", "times.century", "times.quarter", "times.season", "times.nthday"))
_ARTICLE = re.compile(r"\bthe (?:(?:very )?(?:early|late|mid)[ -])?\Z", re.IGNORECASE)
_BOUND = r"(?:more than|less than|at least|at most|up to|no more than|no less than|well over|just over|just under|a little over|over|under)"
_NEARLY = r"(?:nearly|almost|about|around|some|roughly|approximately|an estimated|close to|barely)"
_ABOUT = re.compile(rf"\b(?:{_BOUND}|{_NEARLY}) \Z", re.IGNORECASE)
_ABOUT_CLOCK = re.compile(r"\b(?:about|around|approximately|roughly|nearly|almost) \Z", re.IGNORECASE)
#: "For over two years" is more than two; "cost $1 billion over two years" and "over the next two years" are no bounds.
_OVER = re.compile(
    r"(?P<bound>\b(?:for|in|of|after|lasted|lasting|with|than|is|was) )?(?<!well )(?<!just )(?<!little )\b(?:over|under) \Z", re.IGNORECASE)


def widened(text: str, item: Found, floor: int) -> Found:
    """The time with the words before it that belong to it, none of which stand before `floor`."""
    before = text[max(floor, item.start - _REACH) : item.start]
    lead = _lead(before, text[item.start : item.end], item)
    return msgspec.structs.replace(item, start=item.start - len(lead[0])) if lead else item


def _lead(before: str, words: str, item: Found) -> re.Match[str] | None:
    if item.rule == "times.duration":
        over = _OVER.search(before)
        return None if words.lower().startswith("the ") or (over and not over["bound"]) else _ABOUT.search(before)
    if item.rule == "times.clock":
        return _ABOUT_CLOCK.search(before)
    if item.rule == "times.ago":
        return _ABOUT.search(before)
    if item.rule == "times.reference" or (item.value.type not in ("date", "time") and item.rule not in _CALLED):
        return None
    if item.rule in ("times.weekday", "times.today") or item.value.type == "time":
        return _PHASE_OF_DAY.search(before)
    leads = [_PHASE.search(before), _ARTICLE.search(before) if item.rule in _CALLED and "-" not in words else None]
    return max((lead for lead in leads if lead), key=lambda lead: len(lead[0]), default=None)


_SINCE = re.compile(r"\b(?:ever )?since (?:(?:about|around|at least) )?\Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:up )?(?:until|till) \Z", re.IGNORECASE)
_CLAUSE = r"[^.,;:]{0,60}"
#: "The worst storm since 1990" and "put off until Friday" name a point in time; nothing goes on from there, or up to there.
_COMPARED = re.compile(
    r"\b(?:first|second|third|last|only|(?<!at )most|(?<!at )least|best|worst|(?-i:lows?|highs?)|lowest"
    r"|highest|biggest|largest|greatest|smallest|fewest|heaviest"
    r"|deadliest|bloodiest|strongest|weakest|fastest|slowest|steepest|sharpest|longest|shortest|deepest|closest|warmest|coldest|hottest|driest"
    rf"|wettest|busiest|earliest|oldest|youngest|poorest|tallest|hardest|toughest)\b{_CLAUSE}\Z", re.IGNORECASE)
_PUT_OFF = re.compile(
    r"\b(?:postpon(?:ed?|ing)|delay(?:ed|ing)?|defer(?:red)?|adjourn(?:ed)?|reschedul(?:ed?|ing)|pushed|put off|not|never)\b"
    rf"{_CLAUSE}\Z|n['’]t\b{_CLAUSE}\Z", re.IGNORECASE)


def open_ended(text: str, item: Found, day: date | None, floor: int) -> Found:
    """Since October 17, until now: an interval with one end. "Since Tuesday's attack" dates the attack, so it is none."""
    before = text[max(floor, item.start - _REACH) : item.start]
    value = item.value.value
    if item.value.type != "date" or value is None or text[item.end : item.end + 2] in ("'s", "’s"):
        return item
    if value == "PRESENT_REF":
        value = day.isoformat() if day else None
    if value is None or not value[0].isalnum() or value.endswith("_REF"):
        return item
    earlier = text[max(floor, item.start - 3 * _REACH) : item.start]
    if (lead := _SINCE.search(before)) and not _COMPARED.search(earlier[: -len(lead[0])]):
        return Found(item.start - len(lead[0]), item.end, "times.since", Value("interval", f"{value}/.."))
    if (lead := _UNTIL.search(before)) and not _PUT_OFF.search(earlier[: -len(lead[0])]):
        return Found(item.start - len(lead[0]), item.end, "times.until", Value("interval", f"../{value}"))
    return item
