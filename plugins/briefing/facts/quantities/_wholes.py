"""Those who were counted before and are killed all together: "three men dug in a road. A helicopter engaged, killing them".

The words that point back are found by `wholes`, and who they mean by `counted_before`: the people counted last, if nothing else has
befallen them. Refuses those whom only "several" counts, and whoever is of another sort than those before ("the soldiers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ...reading import Reading, Sentence
from ._phrase import Item, Phrase, Unit
from ._sides import FIGHTERS, sides
from ._words import STOPS

_POINTS = re.compile(
    r"\b(?:all of (?:them|the|these|those)|them(?! both)|they|(?:the|these|those)|all(?= (?:were|have been|had been)))\b", re.IGNORECASE)
_ALONE = frozenset(("them", "they", "all", "all of them"))
_WORD = re.compile(r" ([a-z-]+)\b")
_NOUN_REACH = 40
#: Words for people that say nothing of who they are.
_ANYBODY = frozenset(("men", "individuals", "people", "persons", "suspects"))
_NEAR = 2  #: sentences
_FEW = 6  #: items


def wholes(reading: Reading, sentence: Sentence, nouns: Mapping[str, Unit]) -> Iterator[Phrase]:
    """Every phrase of a sentence that may mean all of those who were counted before, its numbers left open."""
    for match in _POINTS.finditer(reading.text, sentence.start, sentence.end):
        end = match.end() if match[0].lower() in _ALONE else _noun_end(reading.text, match.end(), sentence.end, nouns)
        last = reading.token_at(end - 1) if end else None
        if end and last is not None:
            yield Phrase(match.start(), end, None, None, Unit("person", "other"), sentence.index, last, by="all")


def _noun_end(text: str, start: int, stop: int, nouns: Mapping[str, Unit]) -> int | None:
    """The end of the plural noun for people behind "the"; None where another noun comes first."""
    at = start
    while (word := _WORD.match(text, at, min(stop, start + _NOUN_REACH))) and word[1] not in STOPS:
        at = word.end()
        unit = nouns.get(word[1])
        if unit is not None:
            return at if unit.name == "person" and word[1].endswith(("s", "men", "women", "people", "children")) else None
    return None


def counted_before(reading: Reading, item: Item, items: Sequence[Item]) -> Item | None:
    """The item with the number of those whom it means; None where that is not told, or something else befell them."""
    people = [other for other in items[-_FEW:] if other.phrase.by == "number" and other.phrase.unit.name == "person"]
    if not people or item.role != "killed" or people[-1].role != "other":
        return None
    one, phrase = people[-1].phrase, item.phrase
    doubtful = len(people) > 1 and people[-2].phrase.sentence == one.sentence
    if doubtful or phrase.sentence - one.sentence > _NEAR or not _same(reading, one, phrase):
        return None
    if one.low is None or one.low < 2 or one.low != one.high:
        return None
    words = " ".join(reading.text[one.start : one.end].split())
    return Item(msgspec.structs.replace(phrase, low=one.low, high=one.high), item.role, "quantities.again", words)


def _same(reading: Reading, counted: Phrase, phrase: Phrase) -> bool:
    """Whether two phrases may mean the same people: by a pronoun, the same noun, or both fighters or men of whom nothing else is said."""
    words = reading.text[phrase.start : phrase.end].lower()
    nouns = [text.rpartition(" ")[2] for text in (reading.text[counted.start : counted.end].lower(), words)]
    unknown = all(noun in _ANYBODY or sides(noun) == FIGHTERS for noun in nouns)
    return words in _ALONE or nouns[0] == nouns[1] or unknown
