"""Names with commas inside: "Department of Health, Education and Welfare", "Lovell, Harding & Smith".

Refuses a list of several bodies or persons: behind the comma only words of every day go on, or one partner's name and "&".
"""

from __future__ import annotations

from collections.abc import Sequence

from ._name import Scene, Unit
from ._words import Words

_MOST_PARTS, _MOST_WORDS = 6, 3
_TOWN = 50_000  # inhabitants of a place that is no partner: "in Chicago, Lovell & Smith"
_ADJECTIVE = ("al", "ic", "ive")


def enumerated(scene: Scene, start: int, end: int) -> int:
    """How many units behind the comma before `end` belong to the name that begins at `start`; 0 where none does."""
    units = scene.units
    if scene.text[units[end - 1].end : units[end].start] != ", " or not units[end].cap:
        return 0
    if end - start == 1:
        return 2 if _partners(scene, start, end) else 0
    of = next((at for at in range(start + 1, end - 1) if units[at].low in ("of", "for") and not units[at].cap), 0)
    dealing = bool(of) and scene.words.head_class(units[of - 1].low) == "organisation"
    left = units[end - 1]
    adjective = not of and left.low.endswith(_ADJECTIVE) and scene.words.is_common(left.low)
    if not dealing and not adjective:
        return 0
    last = _rest(scene, end)
    named = dealing or (last > end and scene.words.head_class(units[last - 1].low) == "organisation")
    return last - end if named else 0


def _partners(scene: Scene, start: int, end: int) -> bool:
    """Whether two names with "&" follow one of the same kind: "Lovell, Harding & Smith"."""
    units, words = scene.units, scene.words
    if end + 1 >= len(units) or scene.text[units[end].end : units[end + 1].start].strip() != "&" or not units[end + 1].cap:
        return False
    named = (units[start], units[end])
    towns = (place for unit in named for place in scene.places(unit.text))
    return not any(unit.known or unit.text in words.given for unit in named) and all(place.population < _TOWN for place in towns)


def _rest(scene: Scene, at: int) -> int:
    """One past the last unit of "Education and Welfare"; `at` where the list does not end with "and"."""
    units, first = scene.units, at
    for _ in range(_MOST_PARTS):
        last = _words(units, at, scene.words)
        if last == at or last >= len(units):
            return first
        if units[last].low == "and" and last + 1 < len(units):
            end = _words(units, last + 1, scene.words)
            return end if end > last + 1 else first
        if scene.text[units[last - 1].end : units[last].start] != ", ":
            return first
        at = last
    return first


def _words(units: Sequence[Unit], at: int, words: Words) -> int:
    """One past the words of every day with capitals from `at` on."""
    last = at
    while last < len(units) and last - at < _MOST_WORDS and (last == at or units[last].joined) and _plain(units[last], words):
        last += 1
    return last


def _plain(unit: Unit, words: Words) -> bool:
    return unit.cap and not unit.known and words.is_common(unit.low) and unit.low not in words.titles
