"""What a rule of the grammar of times is, and the fragments that its rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from .. import _numbers
from .._lookup import word_set
from ._calendar import MONTHS, WEEKDAYS, moved
from ._scene import Scene, Value

Reader = Callable[[re.Match[str], Scene], Value | None]


class Rule(msgspec.Struct, frozen=True):
    """One way to write a time: a pattern, the words it may begin with, and how a match is read.

    Rules are tried only where their first words stand, and only from there on, so that reading is linear. A reader refuses
    (None) what looks like a time and is none: "May" the modal, "2000 troops".
    """

    name: str
    first: frozenset[str]  #: lower-case first words; "0" stands for any that begins with a digit
    pattern: re.Pattern[str]
    read: Reader


def rule(name: str, first: Iterable[str], pattern: str, read: Reader) -> Rule:
    """A rule; case does not count in its pattern, and a digit is an ASCII digit, since values are made of the digits matched."""
    return Rule(name, frozenset(first), re.compile(pattern.replace(r"\d", "[0-9]"), re.IGNORECASE), read)


MONTH = rf"(?P<month>(?:{'|'.join(MONTHS)})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
MONTH_WORDS = frozenset(w.lower() for m in MONTHS for w in (m, m[:3])) | {"sept"}
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})\b"
WEEKDAY_WORDS = frozenset(day.lower() for day in WEEKDAYS)
WEEKDAY_SHORT_WORDS = word_set("mon tue tues wed thu thur thurs fri sat sun")
ON_WEEKDAY = rf"(?:(?P<on>{'|'.join(WEEKDAYS)}|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?,? (?:the )?)?"
YEAR = r"(?:1\d{3}|20\d\d)"
#: "October of last year", "March next year".
OF_RELATIVE_YEAR = r"(?: of)? (?P<relative>this|last|next|that|the same) year\b"
UNIT = r"(?P<unit>second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie)|millennium)"
_VAGUE = r"(?:a few|few|several|many|some|a couple of|dozens of|hundreds of|thousands of|a number of|countless)"
_RANGE = rf"(?:(?:{_numbers.CARDINAL}) (?:to|or) |[0-9]+-(?=[0-9]))?"
COUNT = rf"{_RANGE}(?P<count>[0-9]+(?: 1/2|½|-plus|\+)|{_numbers.CARDINAL}(?:-and-a-half)?|{_VAGUE}|an?|one)"
COUNT_WORDS = _numbers.FIRST_WORDS | word_set("0 a an few several many some dozens hundreds thousands countless")
SHIFTS = {"last": -1, "past": -1, "previous": -1, "this past": -1, "latest": -1, "most recent": -1,
          "this": 0, "current": 0, "next": 1, "coming": 1, "this coming": 1,
          "upcoming": 1, "following": 1}
SHIFT = rf"(?P<shift>{'|'.join(sorted(SHIFTS, key=len, reverse=True))})"
SHIFT_WORDS = frozenset(word.split()[0] for word in SHIFTS)


def count_of(words: str) -> float | None:
    """The number that COUNT matched, of "two to three" the second; None where it is vague."""
    words = words.lower().removesuffix("-plus").removesuffix("+").replace("-and-a-half", " and a half")
    if words.endswith((" 1/2", "½")):
        return float(re.split(r"[ ½]", words)[0]) + 0.5
    return 1.0 if words in ("a", "an") else _numbers.value(words)


def shift_of(match: re.Match[str]) -> int:
    """-1 for "last", 0 for "this" or none, 1 for "next"."""
    return SHIFTS[match["shift"].lower()] if match["shift"] else 0


def year_called(word: str, scene: Scene) -> str | None:
    """The year that is called "this", "last" or "next", or "that": the one told before."""
    if word.lower() in ("that", "the same"):
        told = scene.known(4)
        return f"{told.year:04}" if told else None
    return moved(scene.anchor, "year", {"last": -1, "next": 1}.get(word.lower(), 0)) if scene.anchor else None


def full_year(words: str, scene: Scene) -> str:
    """1990 of "1990", "'90" or "90"; two digits are of this century only where the report is of it."""
    if len(words) == 4:
        return words
    year = 1900 + int(words[-2:])
    late = scene.anchor is not None and year % 100 < 40 and year + 100 <= scene.anchor.year + 10
    return f"{year + 100 * late:04}"


def behind(match: re.Match[str], reach: int = 24) -> str:
    """The text just before a match, at most `reach` code points."""
    return match.string[max(0, match.start() - reach) : match.start()]


def ahead(match: re.Match[str], reach: int = 24) -> str:
    """The text just after a match, at most `reach` code points."""
    return match.string[match.end() : match.end() + reach]
