"""Persons who may be one, by names that are written alike: "Dmitry Medvedev", "Dmitriy Medvedev". For editors to decide.

Refuses to merge them: two brothers may be written as much alike as one man is in two spellings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from ..model import Entry

#: Where one letter differs, a shorter word is another name: "Budd", "Rudd".
_SHORTEST = 5


def alike(actors: Mapping[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    """Key -> the other persons of its country or its company whose name is the same but for one letter of one word: it is
    missing, another one, or stands elsewhere. In the order of the index. Two who are known apart are left out."""
    written: dict[tuple[str, ...], list[Entry]] = {}
    for entry in actors.values():
        if entry.type == "person" and not entry.namesakes:
            for spelling in dict.fromkeys(_spellings(entry.key.split("-"))):
                written.setdefault(spelling, []).append(entry)
    found: dict[str, set[str]] = {}
    for entries in written.values():
        for one, other in combinations(entries, 2):
            if _long(one, other) and _near(one, other):
                found.setdefault(one.key, set()).add(other.key)
                found.setdefault(other.key, set()).add(one.key)
    return {key: tuple(actors[other] for other in actors if other in found[key]) for key in actors if key in found}


def _spellings(words: list[str]) -> Iterator[tuple[str, ...]]:
    """A full name with one letter of one of its words left out, or one word as it is: two names that share one differ in a letter."""
    if len(words) < 2:
        return
    for place, word in enumerate(words):
        for short in (word, *(word[:letter] + word[letter + 1 :] for letter in range(len(word)))):
            if len(short) >= _SHORTEST - 1:
                yield (str(place), *words[:place], short, *words[place + 1 :])


def _long(one: Entry, other: Entry) -> bool:
    """Whether the words in which two names differ are long enough to be one name."""
    differing = (pair for pair in zip(one.key.split("-"), other.key.split("-"), strict=True) if pair[0] != pair[1])
    return all(max(map(len, pair)) >= _SHORTEST for pair in differing)


def _near(one: Entry, other: Entry) -> bool:
    """Of one country, or named with the same people or places; but not where a register or an editor describes each for itself."""
    if (one.wikidata and other.wikidata) or (one.profile and other.profile):
        return False
    company = {(each.kind, each.key) for each in one.related}
    return (one.country is not None and one.country == other.country) or any((each.kind, each.key) in company for each in other.related)
