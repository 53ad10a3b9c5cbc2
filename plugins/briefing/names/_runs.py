"""Runs: stretches of capitalised units that may be one name, with the small words that names hold together.

Refuses to join what only stands side by side: a title parts a run (see _classify), a comma, a day or a month ends one, and
"of", "for" and "and" join only behind a word that calls for them ("Ministry of", "Committee on").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from ._name import Unit
from ._words import Words

_MOST_UNITS = 12
_ON = frozenset({"committee", "subcommittee", "commission", "council", "conference", "convention", "treaty", "panel", "office"})
_ACT = frozenset({"organisation", "place", "other"})
_SURNAME_PARTICLES = frozenset({"van", "von", "al", "el", "bin", "ibn", "bint", "der", "den", "de", "du", "di", "da", "dos", "della", "la"})
_ARTICLES = frozenset({"the", "a", "an"})


class Run(msgspec.Struct, frozen=True):
    """Consecutive units of a sentence, from `first` up to `last`, that one name or several may cover."""

    units: tuple[Unit, ...]
    first: int  #: index of the first unit in the sentence
    last: int  #: one past the last

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end


def part(run: Run, start: int, end: int) -> Run:
    """Some of the units of a run."""
    return Run(run.units[start:end], run.first + start, run.first + end)


def runs(units: Sequence[Unit], words: Words, is_place: Callable[[str], bool]) -> Iterator[Run]:
    """Every run of a sentence, in order, without words at its head that are capital only for standing there.

    `is_place` says whether the gazetteer has a name: "New York" keeps its "New".
    """
    at = 0
    while at < len(units):
        if not units[at].cap:
            at += 1
            continue
        end = _extent(units, at, words)
        start = _head(units, at, end, words, is_place)
        if start < end:
            start = _leading(units, start)
            yield Run(tuple(units[start:end]), start, end)
        at = max(end, at + 1)


def _extent(units: Sequence[Unit], start: int, words: Words) -> int:
    """One past the last unit of the run that begins at `start`."""
    end = start + 1
    while end < len(units) and end - start < _MOST_UNITS:
        last, unit = units[end - 1], units[end]
        if (last.possessive and not _owns(last, unit, words)) or not unit.joined or _breaks(units, start, end, words):
            break
        if unit.cap:
            end += 1
            continue
        step = _bridge(units, start, end, words)
        if not step:
            break
        end += step
    return end


def _breaks(units: Sequence[Unit], start: int, end: int, words: Words) -> bool:
    """Whether a day, a month or a language parts the run before `end`."""
    calendar = words.lists["calendar"]
    if units[end].text == "I":
        return True
    if units[end].low in calendar and not units[end].known:
        return not (units[end].text in words.given and end - start == 1 and units[start].text in words.given)  # "Theresa May"
    return units[end - 1].low in calendar and end - start == 1 and not units[start].known


def _owns(last: Unit, unit: Unit, words: Words) -> bool:
    """Whether "'s" stands inside a name: "Children's Hospital", but "Iran's Parliament"."""
    return not last.known and words.is_common(last.low) and words.heads.get(unit.low, ("", ""))[0] in ("organisation", "place")


def _bridge(units: Sequence[Unit], start: int, end: int, words: Words) -> int:
    """How many units a connector at `end` adds with the name behind it; 0 where it joins nothing."""
    after = end
    while after < len(units) and after - end < 3 and not units[after].cap and units[after].joined:
        after += 1
    if after >= len(units) or not units[after].cap or not units[after].joined:
        return 0
    small = [unit.low for unit in units[end:after]]
    if all(word in words.lists["particle"] for word in small):
        return after - end + 1
    if small[-1] == "the":
        small.pop()
    if len(small) != 1:
        return 0
    joins = {"of": _of, "for": _for, "on": _on, "and": _and}.get(small[0])
    return after - end + 1 if joins and joins(units, start, end, after, words) else 0


def _of(units: Sequence[Unit], start: int, end: int, after: int, words: Words) -> bool:
    left, right = units[end - 1], units[after]
    if left.known:
        return False
    if f"{left.low} of {right.low}" in words.titles:
        return True
    if left.low in words.titles and left.low not in words.heads:
        return False
    if left.low in words.heads:
        return words.heads[left.low][0] in _ACT or not right.known
    plain = words.is_common(left.low) and not left.initial and end - start == 1
    return plain and not right.known and not words.lists["function"] & {left.low}


def _for(units: Sequence[Unit], start: int, end: int, after: int, words: Words) -> bool:
    left = units[end - 1]
    return not left.known and words.heads.get(left.low, ("", ""))[0] == "organisation" and left.low not in words.titles


def _on(units: Sequence[Unit], start: int, end: int, after: int, words: Words) -> bool:
    return units[end - 1].low in _ON


def _and(units: Sequence[Unit], start: int, end: int, after: int, words: Words) -> bool:
    """"Food and Drug Administration", "Ministry of Health and Education": common words on both sides, a head at one end."""
    left, right = units[end - 1], units[after]
    if left.known or right.known or not (words.is_common(left.low) and words.is_common(right.low)) or left.low in words.heads:
        return False
    if any(unit.low in ("of", "for") for unit in units[start:end]) and not right.low in words.heads:
        return after + 1 >= len(units) or not units[after + 1].cap
    last = after
    while last + 1 < len(units) and units[last + 1].cap and units[last + 1].joined:
        last += 1
    return last > after and words.heads.get(units[last].low, ("", ""))[0] == "organisation"


def _head(units: Sequence[Unit], start: int, end: int, words: Words, is_place: Callable[[str], bool]) -> int:
    """Where the run begins once words are off that say nothing: "However", "The", "On Monday"."""
    while start < end and not units[start].known:
        unit, nxt = units[start], units[start + 1] if start + 1 < end else None
        low = unit.low
        if nxt and nxt.cap and nxt.joined and low not in _ARTICLES and is_place(f"{unit.text} {nxt.text}"):
            break
        if low in _ARTICLES or (low in words.lists["calendar"] and not _person_month(unit, nxt, words)):
            start += 1
        elif low in words.lists["function"] and (unit.initial or end - start == 1) and (unit.text != unit.text.upper() or len(low) < 4):
            start += 1
        elif unit.initial and nxt and words.is_common(low) and low not in words.titles and _stands_alone(unit, nxt, words):
            start += 1
        else:
            break
    return start


def _leading(units: Sequence[Unit], start: int) -> int:
    """The start with the small words of a surname before it: "van Biljon", "al Ardawi"."""
    while start and units[start].joined and units[start - 1].low in _SURNAME_PARTICLES and not units[start - 1].cap and not units[start].known:
        start -= 1
    return start


def _person_month(unit: Unit, following: Unit | None, words: Words) -> bool:
    """"April Jones", "August Wilson": a month that is a given name, before a word that is no number and no title."""
    return bool(following and following.cap and unit.text in words.given and following.low not in words.titles
                and following.text in words.surnames and not following.text[0].isdigit())


def _stands_alone(unit: Unit, following: Unit, words: Words) -> bool:
    """Whether the unit after a sentence's first word begins a name by itself."""
    return bool(following.known) or following.low in words.titles or (following.text in words.given and unit.text not in words.given)
