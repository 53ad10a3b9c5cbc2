"""Two neighbouring times that make one: "5 p.m. Tuesday", "between 2014 and 2017", "from Saturday to Monday".

Refuses to join across a preposition what TIMEX3 marks as two ("5 p.m. on Tuesday"), but lets the one date the other.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from ._calendar import shift_days, start_of
from ._found import Found
from ._scene import Value

#: Between two times that may make one there is no more text than this.
REACH = 12
_BESIDE = frozenset((" ", ", ", " at ", ", at "))
_ON = frozenset((" on ", " on the ", ", on "))
_OF = frozenset((" of ", " of the ", " between "))
_TO = re.compile(r" (?:to|until|till|through) |[-–—]")
_FROM = re.compile(r"\b(?:from|between) \Z", re.IGNORECASE)
_LATE = ("AF", "EV", "NI")


def pair(text: str, first: Found, second: Found, day: date | None) -> tuple[Found, ...] | None:
    """What two neighbours are together: one time, or two of which one dates the other; None where each stands for itself.
    `day` is that of the report."""
    between = text[first.end : second.start]
    a, b = first.value.value, second.value.value
    if {first.rule == "times.clock", second.rule == "times.clock"} == {True, False} and between in _BESIDE | _ON:
        clock, other = (first, second) if first.rule == "times.clock" else (second, first)
        value = _dated_clock(clock.value.value, other.value)
        if value and between in _ON and clock is first:
            return msgspec.structs.replace(first, value=Value("time", value)), second
        if value:
            return (Found(first.start, second.end, "times.clock", Value("time", value)),)
    of_day = between in _OF or (between == " " and second.rule == "times.today")
    if first.rule == "times.part" and second.value.type in ("date", "interval") and start_of(b) and a and b:
        part = Value("time", f"{b.partition('/')[0]}T{a.partition('T')[2]}")
        if of_day:
            return (Found(first.start, second.end, "times.part", part),)
        if between in _ON or between == " ":
            return msgspec.structs.replace(first, value=part), second
    lead = _FROM.search(text[max(0, first.start - 10) : first.start])
    if lead is None or a is None or b is None or {first.value.type, second.value.type} - {"date", "time"}:
        return None
    if _TO.fullmatch(between) or (between == " and " and lead[0].lower() == "between "):
        words = text[first.start : first.end], text[second.start : second.end]
        if first.rule == second.rule == "times.weekday":
            a, b = _weekdays(a, b, day)
        return (Found(first.start - len(lead[0]), second.end, "times.interval", Value("interval", "/".join(_in_order(a, b, *words)))),)
    return None


def _dated_clock(clock: str | None, other: Value) -> str | None:
    """A time of day on the day that stands beside it; "9 o'clock Tuesday night" is 21:00."""
    if not clock or not start_of(other.value) or other.type not in ("date", "time"):
        return None
    day, _, part = str(other.value).partition("T")
    hour, _, rest = clock.partition("T")[2].partition(":")
    if other.type == "time" and (part not in ("MO", *_LATE) or len(day) != 10):
        return None
    if part == "NI" and int(hour) < 6 and (after := shift_days(date.fromisoformat(day), 1)):  # "3 a.m. on Monday night" is Tuesday's
        return f"{after.isoformat()}T{hour}:{rest}"
    return f"{day}T{int(hour) + (12 if part in _LATE and int(hour) < 12 else 0):02}:{rest}"


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
    if first[10:11] == "T" and first[:10] == last[:10] and last < first:  # "from 10 p.m. to 5 a.m."
        day = start_of(last)
        after = day and shift_days(day, 1)
        return first, f"{after.isoformat()}{last[10:]}" if after else last
    if not (first[:4].isdecimal() and last[:4].isdecimal() and len(first) >= 7 and len(last) >= 7) or first[4:5] + last[4:5] != "--":
        return first, last
    moved = first, last
    if last[:4] in last_words and first[:4] not in first_words:
        moved = f"{int(last[:4]) - (first[4:] > last[4:]):04}{first[4:]}", last
    elif last[:4] not in last_words and "W" not in last:
        moved = first, f"{int(first[:4]) + (last[4:] < first[4:]):04}{last[4:]}"
    return moved if all(start_of(end) for end in moved) else (first, last)
