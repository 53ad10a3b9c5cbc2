"""Quantities without a plain number before a noun: one killed ("a soldier was killed"), none ("no casualties"), vague harm
("resulting in injuries"), ages ("27-year-old"), ranks ("the first attack").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import ActorFact, QuantityRole, Span
from ..reading import Reading, Sentence
from . import _numbers
from ._context import Context
from ._lookup import Same
from ._quantities_phrase import Phrase, Unit, nouns
from ._quantities_roles import role

More = tuple[Phrase, QuantityRole, str]

_ORDINALS = {word: n for n, word in enumerate([
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
], 1)}
_RANK = re.compile(
    rf"\b(?<!one of )(?:the|his|her|its|their|['’]s) (?P<rank>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)) (?!(?:time|lady|minister|half|quarter|world war|class|place|degree|hand|floor"
    r"|century|anniversary|amendment|year|day|week|month|party|of [A-Z]|name|term|round|line|step|priority|and (?:second|third|last))\b)[a-z]")
_AGE = re.compile(rf"\b(?:(?P<old>{_numbers.CARDINAL})[ -]years?[ -]olds?\b|aged (?P<aged>\d{{1,3}})\b(?:(?: ?[-–] ?| to | and )(?P<to>\d{{1,3}}))?)", re.IGNORECASE)
_NONE = re.compile(
    r"\b(?P<no>no (?:one|(?:other )?(?:\w+ ){0,2}?(?P<noun>casualties|injuries|deaths|fatalities|casualty|injury|death|fatality|people|civilians|soldiers|troops))|nobody|none of the [\w ]{1,20}?)"
    r"(?P<verb> (?:was|were|has been|have been|had been) (?:seriously )?(?P<what>killed|injured|wounded|hurt|harmed))?\b", re.IGNORECASE)
_HARM = re.compile(
    r"\b(?:resulting in|resulted in|causing|caused|causes|with|suffered|sustained|inflict(?:ed|ing)|led to|leading to|reports of|reported|left|multiple|many|numerous|heavy|more)"
    r" (?:(?:many|numerous|heavy|multiple|serious|minor|severe|civilian|mass|some|further|more|any) )*(?P<noun>injuries|casualties|fatalities|deaths)\b", re.IGNORECASE)
_HARM_ROLES: dict[str, QuantityRole] = {"injur": "injured", "fatal": "killed", "death": "killed", "casua": "other"}
_ONE = re.compile(r"\b(?:an?|one) (?=[a-zA-Z])", re.IGNORECASE)


def find(context: Context, known: list[Span], counted: Same) -> Iterator[More]:
    """Every such quantity that overlaps nothing already known."""
    reading = context.reading
    taken = [(span.start, span.end) for span in known]
    table = nouns(counted)
    for sentence in reading.sentences:
        there = [span for span in taken if span[0] < sentence.end and sentence.start < span[1]]
        for start, end, more in sorted(_in_sentence(reading, sentence, table), key=lambda m: (m[0], -m[1])):
            if not any(start < b and a < end for a, b in there):
                there.append((start, end))
                yield more
    yield from _bare_ages(context, taken)


def _phrase(reading: Reading, sentence: Sentence, start: int, end: int, low: float | None, high: float | None, unit: str | None, role: QuantityRole) -> Phrase:
    last = reading.token_at(end - 1)
    return Phrase(start, end, low, high, Unit(unit, role), (start, end), None, sentence.index, low is None and high is None, last or 0)


def _in_sentence(reading: Reading, sentence: Sentence, table: dict[str, Unit]) -> Iterator[tuple[int, int, More]]:
    text = reading.text
    for match in _AGE.finditer(text, sentence.start, sentence.end):
        low, high = _numbers.value(match["old"] or match["aged"]), _numbers.value(match["to"]) if match["to"] else None
        yield *match.span(), (_phrase(reading, sentence, *match.span(), low, high or low, "year", "age"), "age", "quantities.age")
    for match in _RANK.finditer(text, sentence.start, sentence.end):
        number = _ORDINALS.get(match["rank"].lower()) or float(match["rank"][:-2])
        span = match.span("rank")
        yield *span, (_phrase(reading, sentence, *span, number, number, "ordinal", "rank"), "rank", "quantities.rank")
    for match in _NONE.finditer(text, sentence.start, sentence.end):
        none = _none(match)
        if none is not None:
            end = match.end("no")
            yield match.start(), end, (_phrase(reading, sentence, match.start(), end, 0, 0, "person", none), none, "quantities.none")
    for match in _HARM.finditer(text, sentence.start, sentence.end):
        span, harm = match.span("noun"), _HARM_ROLES[match["noun"][:5].lower()]
        yield *span, (_phrase(reading, sentence, *span, None, None, "person", harm), harm, "quantities.vague")
    yield from _ones(reading, sentence, table)


def _none(match: re.Match[str]) -> QuantityRole | None:
    """Killed or injured, where a sentence says that nobody was; None where it denies something else."""
    if match["what"]:
        return "killed" if match["what"].lower() == "killed" else "injured"
    noun = (match["noun"] or "")[:5].lower()
    return {"injur": "injured", "fatal": "killed", "death": "killed", "casua": "killed"}.get(noun)  # type: ignore[return-value]


def _ones(reading: Reading, sentence: Sentence, table: dict[str, Unit]) -> Iterator[tuple[int, int, More]]:
    """A soldier was killed; killing a woman. "A" counts only where somebody comes to harm."""
    for match in _ONE.finditer(reading.text, sentence.start, sentence.end):
        first = reading.token_at(match.end())
        if first is None:
            continue
        for index in range(first, min(first + 4, sentence.tokens[1])):
            token = reading.tokens[index]
            unit = table.get(token.text.lower())
            if unit is not None:
                if unit.name == "person":
                    yield from _one(reading, sentence, match.start(), token.end, index)
                break
            if not token.text[0].isalpha() and token.text != "-":
                break


def _one(reading: Reading, sentence: Sentence, start: int, end: int, last: int) -> Iterator[tuple[int, int, More]]:
    phrase = Phrase(start, end, 1, 1, Unit("person", "other"), (start, start + 1), start, sentence.index, False, last)
    own, supposed = role(reading, sentence, phrase)
    if own in ("killed", "injured", "missing", "captured") and not supposed:
        yield start, end, (phrase, own, "quantities.one")


def _bare_ages(context: Context, taken: list[tuple[int, int]]) -> Iterator[More]:
    """John Smith, 27, said: a number between commas after a person's name."""
    reading = context.reading
    for actor in context.of(ActorFact):
        if actor.attrs.type != "person":
            continue
        match = re.compile(r", (\d{1,3})(?=[,.;])").match(reading.text, actor.span.end)
        sentence = reading.sentence_at(actor.span.start)
        if match and sentence and 1 <= int(match[1]) <= 115:
            age = float(match[1])
            yield _phrase(reading, sentence, *match.span(1), age, age, "year", "age"), "age", "quantities.age"
