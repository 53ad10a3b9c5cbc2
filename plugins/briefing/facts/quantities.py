"""Quantities: how many were killed, injured, captured, displaced, deployed; how many attacks; money, per cent, distances, ages, ranks.

A quantity is a whole phrase ("At least 62 U.S. personnel") with a lowest and a highest value as far as they are stated; what is vague
("dozens") has neither. Refuses numbers that a time or a name holds, and to read a feared toll as a toll.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..model import ActorFact, Fact, LocationFact, QuantityAttrs, QuantityFact, QuantityRole, Span, TimeFact, WeaponFact
from ..reading import Reading, Sentence
from . import _quantities_more
from ._context import Context
from ._evidence import make
from ._lookup import Same
from ._quantities_phrase import NO_UNIT, Phrase, Unit, phrases
from ._quantities_roles import role

#: Roles that befall people.
_OF_PEOPLE = frozenset(("killed", "injured", "missing", "captured", "displaced"))


class _Told(msgspec.Struct, frozen=True, gc=False):
    """A phrase with its role."""

    phrase: Phrase
    role: QuantityRole
    rule: str


def extract(context: Context) -> Iterator[Fact]:
    """A fact for every quantity that the title and the body state, in text order."""
    reading = context.reading
    tables = context.lexicon.tables
    counted, measures = Same(tables.get("counted_nouns", ())), Same(tables.get("counted_units", ()))
    taken = tuple(fact.span for fact in context.of(TimeFact)) + tuple(_designations(context))
    told = _told(reading, phrases(reading, taken, counted, measures))
    known = [*taken, *(Span(t.phrase.start, t.phrase.end) for t in told)]
    found = [*told, *(_Told(*more) for more in _quantities_more.find(context, known, counted))]
    places, times, actors = (_by_sentence(context.of(kind)) for kind in (LocationFact, TimeFact, ActorFact))
    for item in sorted(found, key=lambda t: (t.phrase.start, t.phrase.end)):
        phrase = item.phrase
        span = Span(phrase.start, phrase.end)
        yield make(
            QuantityFact, reading, span, key=None, label=" ".join(reading.text[phrase.start : phrase.end].split()), rule=item.rule,
            attrs=QuantityAttrs(
                unit=phrase.unit.name, role=item.role, min=phrase.low, max=phrase.high, of=_of(span, actors.get(phrase.sentence, [])),
                place=_place(reading, phrase, places.get(phrase.sentence, [])), time=_time(times.get(phrase.sentence, [])),
            ),
        )


def _designations(context: Context) -> Iterator[Span]:
    """Names that hold a number without beginning with it: AC-130, Group of 77."""
    text = context.reading.text
    for span in (*(f.span for f in context.of(WeaponFact)), *(name.span for name in context.names)):
        if any(c.isdigit() for c in text[span.start : span.end]) and not text[span.start].isdigit():
            yield span


def _by_sentence(facts):  # type: ignore[no-untyped-def]
    found: dict[int, list] = {}
    for fact in facts:
        found.setdefault(fact.sentence, []).append(fact)
    return found


def _told(reading: Reading, found: Iterator[Phrase]) -> list[_Told]:
    told: list[_Told] = []
    for phrase in found:
        before = told[-1] if told and (told[-1].phrase.sentence == phrase.sentence or _among_them(reading, phrase, told[-1])) else None
        item = _tell(reading, phrase, before)
        if item is not None:
            told.append(item)
    return told


_AMONG_THEM = re.compile(r"(?:Among|Of) (?:them|those|these)\b[\w, ]{0,20}|(?:They|These|Those) include[ds]? ")


def _among_them(reading: Reading, phrase: Phrase, before: _Told) -> bool:
    """Whether a sentence counts a part of what the sentence before counted: "Among them were 48 civilians"."""
    start = reading.sentences[phrase.sentence].start
    return before.phrase.sentence == phrase.sentence - 1 and bool(_AMONG_THEM.fullmatch(reading.text, start, phrase.start))


_JOINED = re.compile(r",? (?:and|or|plus) |, |,? (?:including|among them|of whom|of them) |,? as well as ")
_ELLIPSIS = re.compile(r"[^.;:]{0,60}\b(?:and|compared (?:to|with)|against|than|,) (?:only |just )?")


def _tell(reading: Reading, phrase: Phrase, before: _Told | None) -> _Told | None:
    """The role of a phrase: by the words beside it, by the phrase it is joined to, by its noun. None for a bare number, and for one."""
    sentence = reading.sentences[phrase.sentence]
    own, supposed = role(reading, sentence, phrase)
    people = phrase.unit.name in (None, "person", "troop", "family", "life", "body")
    if supposed:
        return _Told(phrase, "other", "quantities.supposed") if phrase.unit.name else None
    if phrase.unit.role in ("money", "percent", "distance"):
        return _Told(phrase, phrase.unit.role, f"quantities.{phrase.unit.role}")
    if phrase.unit.role in ("killed", "injured", "missing"):
        return _Told(phrase, phrase.unit.role, "quantities.noun")
    if own is not None and (people or (own in ("targeted", "deployed") and phrase.unit.role in ("other", "targeted", "deployed"))):
        return _Told(_of_persons(phrase, own), own, "quantities.verb")
    if before is not None and people:
        between = reading.text[before.phrase.end : phrase.start]
        if before.role in _OF_PEOPLE and phrase.unit.role == "other" and (_JOINED.fullmatch(between) or before.phrase.sentence != phrase.sentence):
            return _Told(_of_persons(phrase, before.role), before.role, "quantities.joined")
        if phrase.unit is NO_UNIT and before.phrase.unit.name and _ELLIPSIS.fullmatch(between) and _goes_on(reading, sentence, phrase):
            inherited = msgspec.structs.replace(phrase, unit=before.phrase.unit)
            return _Told(inherited, before.role, "quantities.ellipsis")
    if phrase.unit.name in ("troop", "unit") and _stands(reading, sentence, phrase):
        return _Told(phrase, "deployed", "quantities.noun")
    if phrase.unit.role == "source_count" and not _speaks(reading, sentence, phrase):
        return _Told(phrase, "other", "quantities.noun")
    alone = phrase.high == 1 and phrase.low == 1  # "one woman said" counts nothing
    return _Told(phrase, phrase.unit.role, "quantities.noun") if phrase.unit.name and not alone else None


def _of_persons(phrase: Phrase, role: QuantityRole) -> Phrase:
    """"12 were killed" counts persons though it does not say so."""
    return msgspec.structs.replace(phrase, unit=Unit("person", role)) if phrase.unit.name is None and role in _OF_PEOPLE else phrase


def _goes_on(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a number stands for itself: before "in", a comma, the end."""
    following = phrase.last_token + 1
    return following >= sentence.tokens[1] or reading.tokens[following].text.lower() in ("in", "from", "at", "on", ",", ".", ";", "elsewhere", "last", "to")


def _stands(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether troops are said to be somewhere: "900 troops in Syria"."""
    following = phrase.last_token + 1
    return following < sentence.tokens[1] and reading.tokens[following].text.lower() in ("in", "to", "at", "on", "into", "along", "across", "around")


_SAYS = re.compile(r"\b(?:according to|sa(?:id|ys?)|told|report(?:ed|s)|confirm(?:ed|s)?|quot(?:ed|ing|es)|cit(?:ed|ing|es)|spoke|describ(?:ed|es)|by|claim(?:ed|s)?)\b", re.IGNORECASE)


def _speaks(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    text = reading.text
    return bool(_SAYS.search(text[max(sentence.start, phrase.start - 24) : phrase.start]) or _SAYS.search(text[phrase.end : min(sentence.end, phrase.end + 30)]))


def _of(span: Span, actors: list[ActorFact]) -> str | None:
    """The actor that the counted noun names."""
    inside = [a for a in actors if a.span.start < span.end and span.start < a.span.end]
    return max(inside, key=lambda a: (min(a.span.end, span.end) - max(a.span.start, span.start), a.span)).key if inside else None


_AT = re.compile(r"[^.;:,]{0,40}?\b(?:in|at|near|outside|across|inside|around|from|to)(?: the| southern| northern| eastern| western| central)? ?\Z", re.IGNORECASE)


def _place(reading: Reading, phrase: Phrase, places: list[LocationFact]) -> str | None:
    """The place named right after the phrase, else the only one of the sentence."""
    for place in places:
        if place.span.start >= phrase.end and _AT.fullmatch(reading.text[phrase.end : place.span.start]):
            return place.key
    keys = sorted({place.key for place in places if place.key})
    return keys[0] if len(keys) == 1 else None


def _time(times: list[TimeFact]) -> str | None:
    """The only dated time of the sentence."""
    values = sorted({t.attrs.value for t in times if t.attrs.value and t.attrs.type in ("date", "time", "interval") and t.attrs.value != "PAST_REF"})
    return values[0] if len(values) == 1 else None
