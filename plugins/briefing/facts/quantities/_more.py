"""Quantities without a plain number before a noun: none ("no casualties"), unstated harm ("resulting in injuries"), ages
("27-year-old"), compounds ("20-room"), ranks ("the first attack").

Refuses harm that is only possible, and ordinals that are names ("the Second World War").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import ActorFact, QuantityRole, Span
from ...reading import Reading, Sentence
from .. import _numbers
from .._context import Context
from ._phrase import Phrase, Unit
from ._roles import supposed

#: A phrase, its role and the rule that found it.
More = tuple[Phrase, QuantityRole, str]

_ORDINALS = {
    word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1)
}
_WORDS = "|".join(_ORDINALS)
_SUPERLATIVE = r"-(?:place|largest|biggest|most|highest|longest|oldest|best|worst|deadliest|busiest|ranked|placed)\b"
_NO_RANK = (
    r"(?:times?|lady|minister|half|quarter|world war|class|place|degree|hand|floor|century|anniversary|amendment|year|day|week|month|party"
    r"|name|term|round|line|step|priority|later|one|of an?|of the|of all|of its|and (?:second|third|last))\b"
)
_RANK = re.compile(
    rf"(?<!one of )(?:(?:\b(?i:the|his|her|its|their)|['’]s) (?P<rank>(?:{_WORDS})(?:{_SUPERLATIVE}|(?=[,;.] | [a-zA-Z]))"
    rf"|\d{{1,3}}(?:st|nd|rd|th)(?= [a-z]))|\b(?i:an?) (?P<another>(?:{_WORDS})(?={_SUPERLATIVE}| [a-z])))(?! {_NO_RANK})"
)
_AGE = re.compile(
    rf"\b(?:(?P<old>{_numbers.CARDINAL})[ -]years?[ -]olds?\b"
    r"|(?:aged|age of) (?P<aged>\d{1,3})\b(?:(?: ?[-–] ?| to | and )(?P<to>\d{1,3})\b)?)",
    re.IGNORECASE,
)
#: "A 20-room mansion", "the 15-member council", "a 2,000-strong force".
_COMPOUND = re.compile(
    rf"(?<![\w-])(?P<many>{_numbers.CARDINAL})-(?P<noun>members?|strong|m[ae]n|room|store?y|floor|seat|bed|judge|nation|page|person"
    r"|player|vehicle|ship|acre|team|house|apartment|truck|aircraft)\b", re.IGNORECASE)
_PEOPLE = frozenset(("member", "members", "strong", "man", "men", "person", "player", "judge"))
_MAGNITUDE = re.compile(
    r"\bmagnitude(?:[ -]| of )(?P<before>\d(?:\.\d{1,2})?)\b(?!\.\d)|\b(?P<after>\d\.\d{1,2})[ -]magnitude\b", re.IGNORECASE)
_TWINS = re.compile(
    r"\b(?P<many>twin|double|triple) (?:\w+ )?(?P<noun>(?:bomb|shoot|kill|kidnapp|stabb)ings?|attacks?|blasts?|explosions?|strikes?|raids?"
    r"|murders?|assassinations?|earthquakes?|suicides?)\b", re.IGNORECASE)
_MANY = {"twin": 2.0, "double": 2.0, "triple": 3.0}
_OLDEST = 115
_NAMED_AGE = re.compile(r", (\d{1,3})(?=[,.;])")
_CASUALTIES = r"(?P<noun>casualt(?:ies|y)|injur(?:ies|y)|deaths?|fatalit(?:ies|y))"
_NONE = re.compile(
    rf"\b(?:no (?:(?:other|serious|further|reported|immediate reports of|reports of|reported) )*{_CASUALTIES}\b"
    r"|(?:no (?:one|(?:\w+ )?(?:people|civilians|soldiers|troops))|nobody)"
    r"(?= (?:was|were|has been|have been|had been) (?:\w+ly )?(?P<what>killed|injured|wounded|hurt)\b))",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:resulting in|resulted in|causing|caused|causes|with|suffered|sustained|inflict(?:ed|ing)|led to|leading to|reports of|reported"
    r"|left|multiple|many|numerous|heavy|more) (?:(?:many|numerous|heavy|multiple|serious|minor|severe|civilian|mass|some|further|any) )*"
    r"(?P<noun>injuries|casualties|fatalities|deaths)\b",
    re.IGNORECASE,
)
#: By the first letters of a word of harm. Casualties are killed and wounded together: only their absence says who was killed.
_HARM_ROLES: dict[str, QuantityRole] = {
    "inj": "injured", "wou": "injured", "hur": "injured", "fat": "killed", "dea": "killed", "kil": "killed",
}


def find(context: Context, known: list[Span]) -> Iterator[More]:
    """Every such quantity that overlaps nothing already known."""
    reading = context.reading
    taken = {point for span in known for point in range(span.start, span.end)}
    for sentence in reading.sentences:
        for more in sorted(_in_sentence(reading, sentence), key=lambda m: (m[0].start, -m[0].end)):
            points = range(more[0].start, more[0].end)
            if taken.isdisjoint(points):
                taken.update(points)
                yield more
    for age, sentence in named_ages(context):
        years = float(reading.text[age.start : age.end])
        yield _more(reading, sentence, (age.start, age.end), (years, years), "year", "age", "age")


def _more(reading: Reading, sentence: Sentence, span: tuple[int, int], value: tuple[float | None, float | None], unit: str,
          role: QuantityRole, rule: str) -> More:
    last = reading.token_at(span[1] - 1) or 0
    return Phrase(*span, *value, Unit(unit, role), sentence.index, last), role, f"quantities.{rule}"


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[More]:
    """Ages, ranks, nobody and unstated harm of one sentence, kind by kind."""
    text, start, end = reading.text, sentence.start, sentence.end
    for match in _AGE.finditer(text, start, end):
        low = _numbers.value(match["old"] or match["aged"])
        high = _numbers.value(match["to"]) if match["to"] else low
        yield _more(reading, sentence, match.span(), (low, high), "year", "age", "age")
    for match in _RANK.finditer(text, start, end):
        which = "rank" if match["rank"] else "another"
        rank = match[which].partition("-")[0]
        number = float(_ORDINALS.get(rank) or rank[:-2])
        yield _more(reading, sentence, match.span(which), (number, number), "ordinal", "rank", "rank")
    for match in _MAGNITUDE.finditer(text, start, end):
        strength = float(match["before"] or match["after"])
        yield _more(reading, sentence, match.span(), (strength, strength), "magnitude", "other", "magnitude")
    for match in _COMPOUND.finditer(text, start, end) if text.find("-", start, end) >= 0 else ():
        many, noun = _numbers.value(match["many"]), match["noun"].lower()
        yield _more(reading, sentence, match.span(), (many, many), "person" if noun in _PEOPLE else noun, "other", "compound")
    for match in _TWINS.finditer(text, start, end):
        many = _MANY[match["many"].lower()]
        yield _more(reading, sentence, match.span(), (many, many), match["noun"].lower().rstrip("s"), "event_count", "twins")
    for match in _NONE.finditer(text, start, end):
        harm = _HARM_ROLES.get((match["noun"] or match["what"])[:3].lower(), "killed")
        yield _more(reading, sentence, match.span(), (0.0, 0.0), "person", harm, "none")
    for match in _HARM.finditer(text, start, end):
        if not supposed(reading, sentence, match.start("noun")):
            harm = _HARM_ROLES.get(match["noun"][:3].lower(), "other")
            yield _more(reading, sentence, match.span("noun"), (None, None), "person", harm, "vague")


def named_ages(context: Context) -> Iterator[tuple[Span, Sentence]]:
    """John Smith, 27, said: a number between commas after a person's name, with its sentence."""
    for actor in context.of(ActorFact):
        match = _NAMED_AGE.match(context.reading.text, actor.span.end) if actor.attrs.type == "person" else None
        if match and 1 <= int(match[1]) <= _OLDEST:
            yield Span(*match.span(1)), context.reading.sentences[actor.sentence]
