"""Counted phrases: a number, what is said about it before ("at least"), and the noun that it counts.

Refuses numbers that name something (AC-130, Flight 447, Resolution 1701, 3-2), shares, and whatever a time already holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from ...model import QuantityRole, Span
from ...reading import Reading, Sentence, Token
from .. import _numbers
from .._lookup import Same, words
from ._words import (
    BETWEEN,
    BOUND,
    COLLECTIVES,
    COMPOUND,
    CURRENCIES,
    DESIGNATES,
    FIRST,
    FROM,
    NO_UNITS,
    NOT_PLURAL,
    NUMBER,
    NUMBER_ALONE,
    NUMBER_BETWEEN,
    OF,
    PRONOUN,
    PRONOUN_LED,
    SHARE_LED,
    STOPS,
    WEIGHED,
)

#: How far behind a number its noun may stand, in tokens without hyphens.
_REACH = 6
_BREAKS = frozenset(";:!?()—–")
_SPEAKS = frozenset(("said", "say", "says", "told", "tell", "tells"))


class Unit(msgspec.Struct, frozen=True, gc=False):
    """What is counted, and the role of a count of it when nothing says another."""

    name: str | None  #: singular, or a symbol: "person", "km"
    role: QuantityRole
    known: bool = True  #: from the tables; else a plural that nobody listed


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """One quantity where it stands, before its role is known."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: Unit
    sentence: int
    last_token: int  #: index into Reading.tokens
    bare: bool = False  #: no noun follows the number
    by: str = "number"  #: what says how many: else "a", "the", a "name", "both", "all"


class Item(msgspec.Struct, frozen=True, gc=False):
    """A phrase with its role."""

    phrase: Phrase
    role: QuantityRole
    rule: str
    label: str = ""  #: what it counts, where that stands in several sentences

    @property
    def pending(self) -> bool:
        """Whether it is one person, or both, of whom nothing is told."""
        return self.phrase.by != "number" and self.role == "other"


class Noun(msgspec.Struct, frozen=True, gc=False):
    """What a number counts."""

    unit: Unit
    end: int  #: where the phrase ends
    bare: bool = False  #: there is no noun


NO_UNIT = Unit(None, "other")


@lru_cache(maxsize=4)
def units(table: Same) -> dict[str, Unit]:
    """Each counted noun or unit, singular and plural, in small letters. ValidationError where the table has an unknown role."""
    found: dict[str, Unit] = {}
    for row in table.rows:
        unit = msgspec.convert({"name": row["unit"], "role": row["role"]}, Unit)
        for word in words(row):
            found.setdefault(word.lower(), unit)
    return found


@lru_cache(maxsize=4)
def measure_pattern(table: Same) -> re.Pattern[str]:
    """A unit of measure right after a number."""
    symbols = sorted(units(table), key=lambda word: (-len(word), word))
    return re.compile(rf"[ -]?(?P<unit>{'|'.join(map(re.escape, [*symbols, '%']))})(?![\w'’])", re.IGNORECASE)


def phrases(reading: Reading, taken: tuple[Span, ...], counted: Same, measures: Same) -> Iterator[Phrase]:
    """Every counted phrase outside the spans that are `taken`, in text order."""
    grammar = _Grammar(reading, units(counted), units(measures), measure_pattern(measures))
    blocked = {point for span in taken for point in range(span.start, span.end)}
    for sentence in reading.sentences:
        done = sentence.start
        for token in reading.words(sentence):
            if token.start < done or token.start in blocked or not (token.text[0].isdigit() or token.text.lower() in FIRST):
                continue
            phrase = grammar.phrase(sentence, token, done)
            if phrase is not None:
                yield phrase
                done = phrase.end


class _Grammar(msgspec.Struct, frozen=True):
    """One article with the tables that its numbers are read with."""

    reading: Reading
    counted: dict[str, Unit]
    measures: dict[str, Unit]
    measure: re.Pattern[str]

    def phrase(self, sentence: Sentence, token: Token, floor: int) -> Phrase | None:
        """The phrase that begins with the number at a token, or None where that is none."""
        text = self.reading.text
        between = text[max(floor, token.start - len(BETWEEN)) : token.start].lower() == BETWEEN
        rising = text[max(floor, token.start - len(FROM)) : token.start].lower() == FROM
        match = (NUMBER_BETWEEN if between else NUMBER_ALONE if rising else NUMBER).match(text, token.start, sentence.end)
        if match is None or not self._counts(match):
            return None
        low, high = _values(match)
        noun = self._noun(match, sentence)
        if (low is None and not match["vague"]) or noun.unit.name in NO_UNITS:
            return None
        if low is not None and low % 1 and noun.unit.role == "event_count":
            return None  # the strength of an earthquake
        start = match.start() - (len(BETWEEN) if between and match["high"] else 0)
        if lead := BOUND.search(text[max(floor, start - 20) : start]):
            start -= len(lead[0])
            low, high = (low, None) if lead["floor"] else (None, high) if lead["ceiling"] else (low, high)
        return Phrase(start, noun.end, low, high, noun.unit, sentence.index, self.reading.token_at(noun.end - 1) or 0, noun.bare)

    def _counts(self, match: re.Match[str]) -> bool:
        """Whether a number counts or measures rather than names."""
        text, start, end = match.string, match.start(), match.end()
        if start and (text[start - 1].isalnum() or text[start - 1] in "_-–"):
            return False
        if text[end : end + 1] == "-" or (text[end : end + 1].isalpha() and not match["short"]):
            return bool(self.measure.match(text, end))
        if match["money"]:
            return True
        if SHARE_LED.search(text[max(0, start - 24) : start]):
            return False
        if COMPOUND.match(text, end):
            return False
        if match[0].lower() == "one or more":
            return False
        if match[0].lower() == "one":
            named = match[0][0].isupper() and text[max(0, start - 2) : start].strip().isalnum()  # "Air Force One"
            return not named and not PRONOUN_LED.search(text[max(0, start - 12) : start]) and not PRONOUN.match(text, end)
        return not DESIGNATES.search(text[max(0, start - 20) : start])

    def _noun(self, match: re.Match[str], sentence: Sentence) -> Noun:
        """What a number counts: money, a measure, persons ("dozens of them"), or the noun behind it."""
        text, end = match.string, match.end()
        if match["money"]:
            return Noun(Unit(CURRENCIES.get(match["money"].strip().upper(), "USD"), "money"), end)
        if measured := self.measure.match(text, end, sentence.end):
            symbol = measured["unit"].lower()
            weight = symbol == "pounds" and WEIGHED.match(text, measured.end())
            return Noun(Unit("percent", "percent") if symbol == "%" else self.measures["pound" if weight else symbol], measured.end())
        if match["vague"] and (of := OF.match(text, end, sentence.end)):
            if of["them"]:
                return Noun(Unit("person", "other"), of.end())
            end = of.end() - 1
        first = self.reading.token_at(end + 1)
        return self._head(first, sentence, end, several=match[0].lower() != "one") if first is not None else Noun(NO_UNIT, end, bare=True)

    def _head(self, first: int, sentence: Sentence, end: int, *, several: bool) -> Noun:
        """Walk from the first word behind the number to the head of its phrase: a counted noun, else a plural close by."""
        tokens = self.reading.tokens
        spare: Noun | None = None
        hyphens = sum(token.text == "-" for token in tokens[first : first + _REACH])
        for index in range(first, min(first + _REACH + hyphens, sentence.tokens[1])):
            token = tokens[index]
            word = token.text.lower()
            if word in self.counted:
                if not token.text[0].isupper() or word[-1] == "s":
                    return self._whole(index, sentence, several=several)
                spare = Noun(self.counted[word], token.end)  # a demonym may only describe what follows
            elif word == "and" and spare is not None and tokens[index - 1].end == spare.end and tokens[index - 1].text[0].isupper():
                continue  # "hundreds of American and French soldiers"
            elif _compounds(tokens, index):
                continue
            elif _ends(word, parted=token.start > tokens[index - 1].end) or (word == "," and spare is not None):
                break
            elif several and (spare is None or tokens[index - 1].end == spare.end) and index - first <= 2 and _is_plural(token.text):
                spare = Noun(Unit(_singular(word), "other", known=False), token.end)
        return spare or Noun(NO_UNIT, end if self.reading.text[end - 1].isalnum() else end + 1, bare=True)

    def _whole(self, index: int, sentence: Sentence, *, several: bool) -> Noun:
        """The head at `index`, or the noun that follows it ("police officers"), or what it is a set of ("sets of strikes")."""
        tokens, last = self.reading.tokens, sentence.tokens[1]
        fate = self.counted[tokens[index].text.lower()]
        while index + 1 < last and tokens[index + 1].text.lower() in self.counted and tokens[index + 1].text.lower() not in STOPS:
            index += 1
        unit = self.counted[tokens[index].text.lower()]
        if several and index + 1 < last and tokens[index].text[-1] != "s" and _is_plural(tokens[index + 1].text):
            return Noun(Unit(_singular(tokens[index + 1].text), "other", known=False), tokens[index + 1].end)  # "three town halls"
        if tokens[index].text.lower() in COLLECTIVES and index + 2 < last and tokens[index + 1].text == "of":
            for token in tokens[index + 2 : min(index + 5, last)]:
                inner = self.counted.get(token.text)
                if inner is not None:
                    name = f"{unit.name} of {token.text}" if unit.role == "event_count" else inner.name
                    return Noun(Unit(name, inner.role), token.end)
        if fate.role in ("killed", "injured", "missing", "displaced") and unit.name == "person":
            unit = Unit(unit.name, fate.role)  # "two wounded soldiers"
        return Noun(unit, self._with_others(index, last) if unit.name == "person" else tokens[index].end)

    def _with_others(self, index: int, last: int) -> int:
        """The end of a phrase that counts two sorts of people together: "2,700 soldiers and police officers"."""
        tokens, end = self.reading.tokens, self.reading.tokens[index].end
        joined = index + 2 < last and tokens[index + 1].text == "and" and tokens[index + 2].text in self.counted
        if not joined or tokens[index].text[-1] not in "sn":
            return end
        at = index + 2
        while at + 1 < last and tokens[at + 1].text in self.counted:
            at += 1
        other = self.counted.get(tokens[at].text)
        people = other is not None and other.name == "person" and other.role == "other" and tokens[at].text[-1] in "sn"
        return tokens[at].end if people and (at + 1 >= last or tokens[at + 1].text not in _SPEAKS) else end


def _values(match: re.Match[str]) -> tuple[float | None, float | None]:
    """The lowest and the highest value; "13-46", "two to three million" (of which both are millions), "60-plus"."""
    if match["vague"]:
        return None, None
    low = _scaled(match["low"], match["short"])
    high = _scaled(match["high"], match["short2"]) if match["high"] else None
    if low is None or high is None or low >= high:
        return low, None if match["plus"] else low
    scale = re.search(r"(hundred|thousand|million|billion|trillion)\Z", match["high"], re.IGNORECASE)
    if scale and low < 1000:
        low = _numbers.value(f"{match['low']} {scale[1]}") or low
    return low, high


def _scaled(number: str, short: str | None) -> float | None:
    return _numbers.value(f"{number} {short}" if short else number)


def _compounds(tokens: Sequence[Token], index: int) -> bool:
    """Whether a small word is a part of a compound: "off" in "two off-duty officers", both of "would-be"."""
    if tokens[index].text.lower() not in STOPS:
        return False
    hyphens = (tokens[at] for at in (index - 1, index + 1) if at < len(tokens) and tokens[at].text == "-")
    return any(hyphen.end == tokens[index].start or hyphen.start == tokens[index].end for hyphen in hyphens)


def _ends(word: str, *, parted: bool) -> bool:
    """Whether a word or a mark ends the noun phrase of a number."""
    return word in STOPS or word in _BREAKS or (parted and not (word[0].isalpha() or word == "-"))


_ACRONYMS = re.compile(r"[A-Z]{2,6}s")


def _is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a common noun, or of an acronym: "SUVs"."""
    if _ACRONYMS.fullmatch(word):
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] != "s" and word.islower() and word not in NOT_PLURAL


def _singular(word: str) -> str:
    """A regular plural without its ending: "countries" is country, "boxes" is box."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
