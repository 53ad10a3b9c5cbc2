"""Persons who may be one, by names that are written alike: "Melissa Fleming", "Melissa Flemming". For editors to decide.

Refuses to merge them: two brothers may be written as much alike as one man is in two spellings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ..model import Entry

#: Where one letter differs, a shorter word is another name: "Budd", "Rudd".
_SHORTEST = 5


def alike(actors: Mapping[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    """Key -> the other persons of its country or its company whose name is the same but for one letter of one word: it is
    missing, another one, or stands elsewhere. In the order of the index. Two who are known apart are left out."""
    beside: dict[tuple[str, ...], list[tuple[str, Entry]]] = {}  # all words of a name but one -> that one, and whose it is
    for entry in actors.values():
        words = entry.key.split("-")
        if entry.type == "person" and not entry.namesakes and len(words) > 1:
            for place, word in enumerate(words):
                beside.setdefault((str(place), *words[:place], *words[place + 1 :]), []).append((word, entry))
    found: dict[str, set[str]] = {}
    for named in beside.values():
        for one, other in _pairs(named):
            found.setdefault(one.key, set()).add(other.key)
            found.setdefault(other.key, set()).add(one.key)
    return {key: tuple(actors[other] for other in actors if other in found[key]) for key in actors if key in found}


def _pairs(named: Sequence[tuple[str, Entry]]) -> Iterator[tuple[Entry, Entry]]:
    """Persons whose names differ in one word, where that differs in a letter: without one letter, the two are the same."""
    written: dict[str, list[tuple[str, Entry]]] = {}
    for word, entry in named if len(named) > 1 else ():
        for short in dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(len(word))))):
            if len(short) >= _SHORTEST - 1:
                written.setdefault(short, []).append((word, entry))
    for alike_words in written.values():
        for (word, one), (another, other) in combinations(alike_words, 2):
            if max(len(word), len(another)) >= _SHORTEST and _near(one, other):
                yield one, other


def _near(one: Entry, other: Entry) -> bool:
    """Of one country, or named with the same people or places; but not where a register or an editor describes each for itself."""
    if (one.wikidata and other.wikidata) or (one.profile and other.profile):
        return False
    company = {(each.kind, each.key) for each in one.related}
    return (one.country is not None and one.country == other.country) or any((each.kind, each.key) in company for each in other.related)
