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

from ...model import Fact, Span, TimeAttrs, TimeFact
from ...reading import Reading, Sentence
from .._context import Context
from .._evidence import make
from . import _clock, _dates, _durations, _holidays, _references, _relative, _seasons, _told, _years
from ._calendar import WEEKDAYS, start_of, year_of
from ._found import Found, open_ended, widened
from ._pairs import REACH, pair
from ._rule import Rule
from ._scene import Scene, anchor
from ._tense import direction
from ._written import written

#: A rule that stands earlier wins over one that matches as much.
_ALL = (
    *_clock.RULES, *_dates.RULES, *_holidays.RULES, *_years.RULES, *_seasons.RULES, *_relative.RULES,
    *_told.RULES, *_references.RULES, *_durations.RULES,
)


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
    for found in _found(reading):
        value, words = found.value.value, reading.text[found.start : found.end]
        own_words = found.value.type == "duration" and " of " in words  # "six months" would not say of which year
        yield make(
            TimeFact, reading, Span(found.start, found.end), key=value if found.value.type == "date" and start_of(value) else None,
            label=(value and not own_words and written(value)) or words, rule=found.rule,
            attrs=TimeAttrs(type=found.value.type, value=value),
        )


def _found(reading: Reading) -> list[Found]:
    """Every time, leftmost and longest; neighbours that make one are joined, and each takes the words before it that belong to it."""
    text, day = reading.text, anchor(reading.article)
    scene = Scene(day, history=_tells_history(reading))
    found: list[Found] = []
    for sentence in reading.sentences:
        done = sentence.start
        scene = msgspec.structs.replace(scene, opening=None)
        for token in reading.words(sentence):
            rules = _RULES.get("0" if token.text[0].isdigit() else token.text.lower())
            if rules is None or token.start < done:
                continue
            heads = token.start == sentence.start and _ENTRY.match(text, token.start) and _opens_paragraph(reading, sentence)
            here = msgspec.structs.replace(scene, previous=None) if heads else scene
            item = _longest(reading, sentence, token.start, rules, here)
            if item is not None:
                done = item.end
                new = _join(text, found, item, day)
                value = (new.value.value or "").rpartition("/")[2]
                if start_of(value) and (new.value.type in ("date", "time") or new.rule == "times.day"):
                    opens = len(value) == 4 and _IN.fullmatch(text, sentence.start, new.start)
                    scene = msgspec.structs.replace(scene, previous=value, opening=year_of(value) if opens else scene.opening)
    return [open_ended(text, item, day, found[i - 1].end if i else 0) for i, item in enumerate(found)]


_IN = re.compile(r"[Ii]n ")
#: The time of day that heads an entry of a live report: of the report's day, whatever was told before it.
_ENTRY = re.compile(r"[0-2]?[0-9][:.][0-5][0-9]\b")


def _opens_paragraph(reading: Reading, sentence: Sentence) -> bool:
    return sentence.index == 0 or reading.sentences[sentence.index - 1].paragraph != sentence.paragraph


def _join(text: str, found: list[Found], item: Found, day: date | None) -> Found:
    """Adds a time to those found, or makes one of it and the last of them; what of it is told most exactly."""
    last = found[-1] if found else None
    both = pair(text, last, item, day) if last is not None and last.end <= item.start <= last.end + REACH else None
    if both:
        found[-1:] = both
        return both[0]
    found.append(widened(text, item, last.end if last else 0))
    return found[-1]


def _longest(reading: Reading, sentence: Sentence, start: int, rules: tuple[Rule, ...], scene: Scene) -> Found | None:
    """What the rule that matches most, and does not refuse, finds at `start`."""
    matches = ((m, rule) for rule in rules if (m := rule.pattern.match(reading.text, start, sentence.end)))
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        here = msgspec.structs.replace(scene, direction=direction(reading, sentence, start, match.end()))
        value = rule.read(match, here)
        if value is not None:
            return Found(start, match.end(), rule.name, value)
    return None


#: Words of a report: who tells of years gone by does not say them.
_REPORTS = frozenset(day for day in WEEKDAYS) | {"today", "yesterday", "tomorrow"}


def _tells_history(reading: Reading) -> bool:
    """Whether most years that the article names lie well before its own, and it reports nothing of these days: then a bare "May 3"
    belongs to the last year named."""
    day = anchor(reading.article)
    words = [token.text for token in reading.tokens]
    years = [int(word) for word in words if len(word) == 4 and word.isdecimal() and 1000 <= int(word) < 2060]
    if day is None or len(years) < 8:
        return False
    return sum(year < day.year - 1 for year in years) > 0.8 * len(years) and 4 * sum(word in _REPORTS for word in words) < len(years)
