"""Times: dates, times of day, durations, intervals and sets, each with its TIMEX3 value.

The text is read once, from left to right; where several rules match, the longest match wins. What a time leaves open it
takes from the day of the report (the dateline's, else the day of publication) and from the times told before it; with neither,
its value stays open. Refuses to ask the clock, and to date a time by an event ("after the attack").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from ..model import Fact, Span, TimeAttrs, TimeFact
from ..reading import Reading, Sentence
from . import _times_clock, _times_dates, _times_durations, _times_relative, _times_years
from ._context import Context
from ._evidence import make
from ._times_calendar import shift_days, start_of, written
from ._times_rule import Rule
from ._times_scene import Scene, Value, anchor, direction


class Found(msgspec.Struct, frozen=True):
    """One time where it stands."""

    start: int
    end: int
    rule: str
    value: Value


#: A rule that stands earlier wins over one that matches as much.
_ALL = (*_times_dates.RULES, *_times_years.RULES, *_times_relative.RULES, *_times_durations.RULES, *_times_clock.RULES)


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for rule in _ALL:
        for word in sorted(rule.first):
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


_RULES = _by_first_word()


def extract(context: Context) -> Iterator[Fact]:
    """A fact for every time that the title and the body state, in text order."""
    reading = context.reading
    for found in _joined(reading, list(_scan(reading))):
        value = found.value.value
        yield make(
            TimeFact, reading, Span(found.start, found.end), key=value if found.value.type == "date" and start_of(value) else None,
            label=(value and written(value)) or reading.text[found.start : found.end], rule=found.rule,
            attrs=TimeAttrs(type=found.value.type, value=value),
        )


def _scan(reading: Reading) -> Iterator[Found]:
    """Each time by itself, leftmost and longest."""
    scene = Scene(anchor(reading.article), history=_tells_history(reading))
    for sentence in reading.sentences:
        done = sentence.start
        for token in reading.words(sentence):
            rules = _RULES.get("0" if token.text[0].isdigit() else token.text.lower())
            if rules is None or token.start < done:
                continue
            found = _longest(reading, sentence, token.start, rules, scene)
            if found is not None:
                yield found
                done = found.end
                if start_of(found.value.value) and found.value.type in ("date", "time"):
                    scene = msgspec.structs.replace(scene, previous=found.value.value)


def _longest(reading: Reading, sentence: Sentence, start: int, rules: tuple[Rule, ...], scene: Scene) -> Found | None:
    """What the rule that matches most, and does not refuse, finds at `start`."""
    matches = ((m, rule) for rule in rules if (m := rule.pattern.match(reading.text, start, sentence.end)))
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        here = msgspec.structs.replace(scene, direction=direction(reading, sentence, start, match.end()))
        value = rule.read(match, here)
        if value is not None:
            return Found(start, match.end(), rule.name, value)
    return None


def _tells_history(reading: Reading) -> bool:
    """Whether most years that the article names lie well before its own: then a bare "May 3" belongs to the last year named."""
    day = anchor(reading.article)
    numbers = (token.text for token in reading.tokens if len(token.text) == 4 and token.text.isdecimal())
    years = [int(number) for number in numbers if 1000 <= int(number) < 2060]
    return day is not None and len(years) >= 8 and sum(year < day.year - 1 for year in years) > 0.8 * len(years)


def _joined(reading: Reading, found: list[Found]) -> list[Found]:
    """Times that make one: "5 p.m. on Tuesday", "between 2014 and 2017", "since October 17"; each with the words before it."""
    text, day = reading.text, anchor(reading.article)
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and last.end <= item.start <= last.end + 12:
            pair = _pair(text, last, item, day)
            if pair is not None:
                joined[-1] = pair
                continue
        joined.append(_widened(text, item, last.end if last else 0))
    return [_open_ended(text, item, day, joined[i - 1].end if i else 0) for i, item in enumerate(joined)]


_TO = re.compile(r" (?:to|until|till|through) |[-–—]")
_FROM = re.compile(r"\b(?:from|between) \Z", re.IGNORECASE)


def _pair(text: str, first: Found, second: Found, day: date | None) -> Found | None:
    """One time made of two neighbours, or None; `day` is that of the report."""
    between = text[first.end : second.start]
    a, b = first.value.value, second.value.value
    kinds = {first.rule == "times.clock", second.rule == "times.clock"}
    if kinds == {True, False} and between in (" ", ", ", " on ", " at ", " on the ", ", at "):
        clock, date = (first, second) if first.rule == "times.clock" else (second, first)
        if date.value.type == "date" and start_of(date.value.value) and clock.value.value:
            value = f"{date.value.value}T{clock.value.value.partition('T')[2]}"
            return Found(first.start, second.end, "times.clock", Value("time", value))
    if first.rule == "times.part" and between in (" of ", " of the ") and second.value.type == "date" and start_of(b) and a:
        return Found(first.start, second.end, "times.part", Value("time", f"{b}T{a.partition('T')[2]}"))
    lead = _FROM.search(text[max(0, first.start - 10) : first.start])
    if lead is None or a is None or b is None or {first.value.type, second.value.type} - {"date", "time"}:
        return None
    if _TO.fullmatch(between) or (between == " and " and lead[0].lower() == "between "):
        words = text[first.start : first.end], text[second.start : second.end]
        if first.rule == second.rule == "times.weekday":
            a, b = _weekdays(a, b, day)
        return Found(first.start - len(lead[0]), second.end, "times.interval", Value("interval", "/".join(_in_order(a, b, *words))))
    return None


def _weekdays(first: str, last: str, day: date | None) -> tuple[str, str]:
    """From Saturday to Monday: the end is the first such day behind the start, which is not still to come if the end is over."""
    start, end = start_of(first), start_of(last)
    if start is None or end is None or start <= end:
        return first, last
    days = (end.weekday() - start.weekday()) % 7
    ahead = day is not None and start > day
    start, end = (shift_days(end, -days), end) if ahead else (start, shift_days(start, days))
    return (f"{start.isoformat()}{first[10:]}", f"{end.isoformat()}{last[10:]}") if start and end else (first, last)


def _in_order(first: str, last: str, first_words: str, last_words: str) -> tuple[str, str]:
    """The ends of an interval, of which one may have taken a year that the other, or the order of time, belies."""
    if not (first[:4].isdecimal() and last[:4].isdecimal() and len(first) >= 7 and len(last) >= 7) or first[4:5] + last[4:5] != "--":
        return first, last
    moved = first, last
    if last[:4] in last_words and first[:4] not in first_words:
        moved = f"{int(last[:4]) - (first[4:] > last[4:]):04}{first[4:]}", last
    elif last[:4] not in last_words and "W" not in last:
        moved = first, f"{int(first[:4]) + (last[4:] < first[4:]):04}{last[4:]}"
    return moved if all(start_of(end) for end in moved) else (first, last)


_PHASE = re.compile(
    r"(?:(?:(?:\bthe )?(?:very )?\b(?:beginning|start|end|middle|close|early part|latter part|latter half|last (?:days|weeks|months)) of"
    r"|\b(?:early|late|later|earlier)(?: in)?|\bmid|\bas early as) ?-?)(?:the )?\Z", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:more than|less than|at least|up to|nearly|almost|about|around|over|under|just|some|roughly|approximately)(?: the)? \Z",
    re.IGNORECASE,
)


def _widened(text: str, item: Found, floor: int) -> Found:
    """The time with "early", "the end of", "nearly" before it. The value stays: TIMEX3 keeps such words apart from it."""
    before = text[max(floor, item.start - 24) : item.start]
    if item.rule == "times.duration":
        lead = _ABOUT.search(before)
    elif item.value.type == "date" and item.rule not in ("times.reference", "times.weekday"):
        lead = _PHASE.search(before)
    else:
        lead = None
    return msgspec.structs.replace(item, start=item.start - len(lead[0])) if lead else item


_SINCE = re.compile(r"\b(?P<since>(?:ever )?since) (?:(?:about|around|at least) )?\Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:up )?(?:until|till) \Z", re.IGNORECASE)


def _open_ended(text: str, item: Found, day: date | None, floor: int) -> Found:
    """Since October 17, until now: an interval with one end. "Since Tuesday's attack" dates the attack, so it is none."""
    before = text[max(floor, item.start - 24) : item.start]
    value = item.value.value
    if item.value.type != "date" or value is None or text[item.end : item.end + 2] in ("'s", "’s"):
        return item
    if value == "PRESENT_REF":
        value = day.isoformat() if day else None
    if value is None or not value[0].isalnum() or value.endswith("_REF"):
        return item
    if lead := _SINCE.search(before):
        return Found(item.start - len(lead[0]), item.end, "times.since", Value("interval", f"{value}/.."))
    if lead := _UNTIL.search(before):
        return Found(item.start - len(lead[0]), item.end, "times.until", Value("interval", f"../{value}"))
    return item
