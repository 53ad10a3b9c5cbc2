"""Quantities: how many were killed, injured, captured, displaced, deployed; how many attacks; money, per cent, distances, ages, ranks.

A quantity is a whole phrase ("At least 62 U.S. personnel") with a lowest and a highest value as far as they are stated; what is vague
("dozens") has neither. Refuses numbers that a time or a name holds, bare numbers, and to read a feared toll as a toll.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from ..model import ActorFact, Fact, LocationFact, QuantityAttrs, QuantityFact, QuantityRole, Span, TimeFact, WeaponFact
from ..reading import Reading
from . import _quantities_more
from ._context import Context
from ._evidence import make
from ._lookup import Same
from ._quantities_phrase import NO_UNIT, Phrase, Unit, phrases
from ._quantities_roles import Verbs, role, verbs

F = TypeVar("F", ActorFact, LocationFact, TimeFact)

#: Roles that befall people.
_OF_PEOPLE = frozenset(("killed", "injured", "missing", "captured", "displaced"))
_PEOPLE = frozenset((None, "person", "troop", "family", "life", "body"))
#: Of a sentence with more facts of a kind than this, only so many are asked.
_CROWD = 60
#: Roles that need no time and no place: they hold wherever they are told.
_TIMELESS = frozenset(("source_count", "rank", "age", "distance", "percent"))


class _Told(msgspec.Struct, frozen=True, gc=False):
    """A phrase with its role."""

    phrase: Phrase
    role: QuantityRole
    rule: str


def extract(context: Context) -> Iterator[Fact]:
    """A fact for every quantity that the title and the body state, in text order."""
    reading = context.reading
    places = _by_sentence(place for place in context.of(LocationFact) if place.attrs.form not in ("metonym", "demonym"))
    times, actors = _by_sentence(context.of(TimeFact)), _by_sentence(context.of(ActorFact))
    for item in _quantities(context):
        phrase = item.phrase
        at = phrase.sentence
        span = Span(phrase.start, _end(reading, item, actors.get(at, [])))
        timeless = item.role in _TIMELESS
        yield make(
            QuantityFact, reading, span, key=None, label=" ".join(reading.text[span.start : span.end].split()), rule=item.rule,
            attrs=QuantityAttrs(
                unit=phrase.unit.name, role=item.role, min=phrase.low, max=phrase.high, of=_of(reading, item, actors.get(at, [])),
                place=None if timeless else _place(reading, phrase, places.get(at, [])),
                time=None if timeless else _time(reading, phrase, times.get(at, [])),
            ),
        )


_DESCRIBED = re.compile(r"(?: of)?(?: (?:suspected|alleged|more|other|wounded|captured))? ")


def _end(reading: Reading, item: _Told, actors: list[ActorFact]) -> int:
    """The end of a phrase, with the name of those who came to harm where it is all that is said of them: "13 suspected Taliban"."""
    end = item.phrase.end
    if not item.phrase.bare or item.role not in _OF_PEOPLE:
        return end
    named = (a.span.end for a in actors if a.attrs.type in _GROUPS and _DESCRIBED.fullmatch(reading.text, end, a.span.start))
    return max(named, default=end)


def _quantities(context: Context) -> list[_Told]:
    """Every quantity of an article with its role, in text order."""
    tables = context.lexicon.tables
    counted, measures, spoken = (Same(tables.get(f"counted_{name}", ())) for name in ("nouns", "units", "roles"))
    taken = (*(fact.span for fact in context.of(TimeFact)), *_designations(context))
    table = verbs(spoken)
    told = _told(context.reading, phrases(context.reading, taken, counted, measures), table)
    known = [*taken, *(Span(t.phrase.start, t.phrase.end) for t in told)]
    told += (_Told(*more) for more in _quantities_more.find(context, known, counted, table))
    harmed = {(t.phrase.sentence, t.role) for t in told if t.rule != "quantities.vague"}
    kept = (t for t in told if t.rule != "quantities.vague" or (t.phrase.sentence, t.role) not in harmed)
    return sorted(kept, key=lambda t: (t.phrase.start, t.phrase.end))


_CALIBRE = re.compile(r"[\d.]+[ -]?m+\w*")


def _designations(context: Context) -> Iterator[Span]:
    """Names that hold a number without beginning with it: AC-130, Group of 77; and calibres: "120 mm mortars"."""
    text = context.reading.text
    for fact in context.of(WeaponFact):
        if fact.rule == "weapons.calibre" and (calibre := _CALIBRE.match(text, fact.span.start, fact.span.end)):
            yield Span(*calibre.span())
    for span in (*(fact.span for fact in context.of(WeaponFact)), *(name.span for name in context.names)):
        if any(c.isdigit() for c in text[span.start : span.end]) and not text[span.start].isdigit():
            yield span


def _by_sentence(facts: Iterable[F]) -> dict[int, list[F]]:
    """The facts of each sentence; of a crowd only the first, so that no text costs more than its length."""
    found: dict[int, list[F]] = {}
    for fact in facts:
        there = found.setdefault(fact.sentence, [])
        if len(there) < _CROWD:
            there.append(fact)
    return found


def _told(reading: Reading, found: Iterator[Phrase], table: Verbs) -> list[_Told]:
    """The phrases that tell something, each with its role."""
    told: list[_Told] = []
    for phrase in found:
        before = told[-1] if told and _continues(reading, phrase, told[-1]) else None
        item = _tell(reading, phrase, before, table)
        if item is not None:
            told.append(item)
    return _shared(reading, told)


def _shared(reading: Reading, told: list[_Told]) -> list[_Told]:
    """What befalls the last of a list befalls all: "two soldiers, nine civilians and three rebels killed"."""
    for at in range(len(told) - 2, -1, -1):
        item, after = told[at], told[at + 1]
        person = item.role == "other" and item.phrase.unit.name == "person" and item.phrase.unit.known
        listed = item.phrase.sentence == after.phrase.sentence and reading.text[item.phrase.end : after.phrase.start] in _LISTED
        if person and listed and after.role in _OF_PEOPLE and after.rule in ("quantities.verb", "quantities.joined"):
            told[at] = _Told(item.phrase, after.role, "quantities.joined")
    return told


_LISTED = (", ", ", and ", " and ")
_AMONG_THEM = re.compile(r"(?:Among|Of) (?:them|those|these)\b[\w, ]{0,20}|(?:They|These|Those) include[ds]? ")


def _continues(reading: Reading, phrase: Phrase, before: _Told) -> bool:
    """Whether a phrase may take its role from the one before: in its sentence, or "Among them were 48 civilians"."""
    if before.phrase.sentence == phrase.sentence:
        return True
    start = reading.sentences[phrase.sentence].start
    return before.phrase.sentence == phrase.sentence - 1 and bool(_AMONG_THEM.fullmatch(reading.text, start, phrase.start))


def _tell(reading: Reading, phrase: Phrase, before: _Told | None, table: Verbs) -> _Told | None:
    """The role of a phrase: by its noun, by the words beside it, by the phrase it is joined to. None for a bare number, and for one."""
    unit = phrase.unit
    if unit.role in ("money", "percent", "distance"):
        return _Told(phrase, unit.role, f"quantities.{unit.role}")
    own = role(reading, phrase, table)
    if own is not None and own.supposed:
        return _Told(phrase, "other", "quantities.supposed") if unit.name else None
    if unit.role in ("killed", "injured", "missing"):
        return _Told(phrase, unit.role, "quantities.noun")
    if own is not None and own.role in ("killed", "injured") and not unit.known:
        return _Told(phrase, own.role, "quantities.verb")
    thing = unit.known and unit.role in ("other", "targeted")
    if own is not None and (unit.name in _PEOPLE or (thing and own.role in ("targeted", "deployed"))):
        return _Told(_of_persons(phrase, own.role), own.role, "quantities.verb")
    if before is not None and unit.name in _PEOPLE and (joined := _joined(reading, phrase, before)):
        return joined
    return _by_noun(reading, phrase)


_JOINED = re.compile(r",? (?:and|or|plus) |, |[^.;:]{0,60}?,? (?:including|among them|of whom|of them) |,? as well as ")
_ELLIPSIS = re.compile(r"[^.;:]{0,60}\b(?:and|compared (?:to|with)|against|than|,) (?:only |just )?")


def _joined(reading: Reading, phrase: Phrase, before: _Told) -> _Told | None:
    """The role, or the noun too, of the phrase before: "three soldiers and two civilians", "900 troops in Syria and 2,500 in Iraq"."""
    apart = before.phrase.sentence != phrase.sentence
    between = reading.text[before.phrase.end : phrase.start]
    if before.role in _OF_PEOPLE and phrase.unit.role == "other" and (apart or _JOINED.fullmatch(between)):
        return _Told(_of_persons(phrase, before.role), before.role, "quantities.joined")
    if phrase.unit is NO_UNIT and before.phrase.unit.name and _ELLIPSIS.fullmatch(between) and _stands_alone(reading, phrase):
        return _Told(msgspec.structs.replace(phrase, unit=before.phrase.unit), before.role, "quantities.ellipsis")
    return None


def _by_noun(reading: Reading, phrase: Phrase) -> _Told | None:
    """The role that the noun itself gives."""
    if phrase.unit.name is None or phrase.low == phrase.high == 1:
        return None
    if phrase.unit.name == "troop" and _next(reading, phrase) in ("in", "to", "at", "on", "into", "along", "across", "around"):
        return _Told(phrase, "deployed", "quantities.noun")
    if phrase.unit.role == "source_count" and not _speaks(reading, phrase):
        return _Told(phrase, "other", "quantities.noun")
    return _Told(phrase, phrase.unit.role, "quantities.noun")


def _of_persons(phrase: Phrase, role: QuantityRole) -> Phrase:
    """Persons: "12 were killed" does not say whom it counts."""
    return msgspec.structs.replace(phrase, unit=Unit("person", role)) if phrase.unit.name is None and role in _OF_PEOPLE else phrase


def _next(reading: Reading, phrase: Phrase) -> str:
    """The word behind a phrase, in small letters; a full stop at the end of its sentence."""
    following = phrase.last_token + 1
    return reading.tokens[following].text.lower() if following < reading.sentences[phrase.sentence].tokens[1] else "."


def _stands_alone(reading: Reading, phrase: Phrase) -> bool:
    return _next(reading, phrase) in ("in", "from", "at", "on", ",", ".", ";", "elsewhere", "last", "to")


_SAYS = re.compile(
    r"\b(?:according to|sa(?:id|ys?)|told|report(?:ed|s)|confirm(?:ed|s)?|quot(?:ed|ing|es)|cit(?:ed|ing|es)|spoke|describ(?:ed|es)|by"
    r"|claim(?:ed|s)?)\b",
    re.IGNORECASE,
)


def _speaks(reading: Reading, phrase: Phrase) -> bool:
    """Whether those who are counted are the source of what is told."""
    text, sentence = reading.text, reading.sentences[phrase.sentence]
    before = text[max(sentence.start, phrase.start - 24) : phrase.start]
    return bool(_SAYS.search(before) or _SAYS.search(text[phrase.end : min(sentence.end, phrase.end + 30)]))


#: Actors that "them" may stand for.
_GROUPS = frozenset(("person_group", "armed_group", "military", "people"))
#: Actors that have troops.
_OWNERS = frozenset(("state", "military", "organisation", "armed_group"))


def _of(reading: Reading, item: _Told, actors: list[ActorFact]) -> str | None:
    """The actor that the counted noun names; else the last one told that "them" stands for, or that sends troops."""
    start, end = item.phrase.start, item.phrase.end
    inside = [a for a in actors if a.span.start < end and start < a.span.end]
    if inside:
        return max(inside, key=lambda a: (min(a.span.end, end) - max(a.span.start, start), a.span)).key
    types = _GROUPS if reading.text[end - 5 : end] == " them" else _OWNERS if item.role == "deployed" else frozenset()
    before = [a for a in actors if a.attrs.type in types and a.attrs.form != "demonym" and _ends_before(reading, a.span, start)]
    return before[-1].key if before else None


def _ends_before(reading: Reading, span: Span, start: int) -> bool:
    """Whether a span ends before `start` and in the same clause."""
    return span.end <= start and not _CLAUSE.search(reading.text, span.end, start)


_CLAUSE = re.compile(r"[;:]|, (?:which|who|while|but|whereas|although|where|when)\b|\b(?:while|whereas)\b")
_AT = re.compile(
    r"[^.;:,\d]{0,40}?\b(?:in|at|near|outside|across|inside|around|from|to)(?: the)?(?: (?:southern|northern|eastern|western|central))? ?",
    re.IGNORECASE,
)


def _place(reading: Reading, phrase: Phrase, places: list[LocationFact]) -> str | None:
    """The place named right after the phrase, else the only one of its clause."""
    for place in places:
        if place.span.start >= phrase.end and _AT.fullmatch(reading.text, phrase.end, place.span.start):
            return place.key
    keys = {place.key for place in places if _same_clause(reading, phrase, place.span)}
    return keys.pop() if len(keys) == 1 else None


def _time(reading: Reading, phrase: Phrase, times: list[TimeFact]) -> str | None:
    """The only time of its clause that dates."""
    dating = (t for t in times if t.attrs.type in ("date", "time", "interval") and _same_clause(reading, phrase, t.span))
    values = {t.attrs.value for t in dating if t.attrs.value != "PAST_REF"}
    return values.pop() if len(values) == 1 else None


def _same_clause(reading: Reading, phrase: Phrase, span: Span) -> bool:
    start, end = (phrase.end, span.start) if span.start >= phrase.end else (span.end, phrase.start)
    return not _CLAUSE.search(reading.text, start, end)
