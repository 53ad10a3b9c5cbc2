"""Quantities: how many were killed, injured, captured, displaced, deployed; how many attacks; money, per cent, distances, ages, ranks.

A quantity is a whole phrase ("At least 62 U.S. personnel") with a lowest and a highest value as far as they are stated; what is vague
("dozens") has neither. Refuses numbers that a time or a name holds, bare numbers, and to read a feared toll as a toll.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from ...model import ActorFact, Fact, LocationFact, QuantityAttrs, QuantityFact, Span, TimeFact, WeaponFact
from ...reading import Reading
from .._context import Context
from .._evidence import make
from .._lookup import Same
from . import _more
from ._phrase import Phrase, phrases, units
from ._singles import singles
from ._sums import over_sentences
from ._told import OF_PEOPLE, Item, told
from ._verbs import verbs

F = TypeVar("F", ActorFact, LocationFact, TimeFact)

#: Of a sentence with more facts of a kind than this, only so many are asked.
_CROWD = 60
#: Roles that need no time and no place: they hold wherever they are told.
_TIMELESS = frozenset(("source_count", "rank", "age", "distance", "percent"))


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
        label = item.label or " ".join(reading.text[span.start : span.end].split())
        yield make(
            QuantityFact, reading, span, key=None, label=label, rule=item.rule, inferred=item.rule == "quantities.again",
            attrs=QuantityAttrs(
                unit=phrase.unit.name, role=item.role, min=phrase.low, max=phrase.high, of=_of(reading, item, actors.get(at, [])),
                place=None if timeless else _place(reading, item, places.get(at, [])),
                time=None if timeless else _time(reading, item, times.get(at, [])),
            ),
        )


_DESCRIBED = re.compile(r"(?: of)?(?: (?:suspected|alleged|more|other|wounded|captured))? ")


def _end(reading: Reading, item: Item, actors: list[ActorFact]) -> int:
    """The end of a phrase, with the name of those who came to harm where it is all that is said of them: "13 suspected Taliban"."""
    end = item.phrase.end
    if not item.phrase.bare or item.role not in OF_PEOPLE:
        return end
    named = (a.span.end for a in actors if a.attrs.type in _GROUPS and _DESCRIBED.fullmatch(reading.text, end, a.span.start))
    return max(named, default=end)


def _quantities(context: Context) -> list[Item]:
    """Every quantity of an article with its role, in text order."""
    reading, tables = context.reading, context.lexicon.tables
    counted, measures, spoken = (Same(tables.get(f"counted_{name}", ())) for name in ("nouns", "units", "roles"))
    ages = (span for span, _ in _more.named_ages(context))
    taken = (*(fact.span for fact in context.of(TimeFact)), *_designations(context), *ages)
    table = verbs(spoken)
    persons = [actor.span for actor in context.of(ActorFact) if actor.attrs.type == "person" and actor.attrs.form == "name"]
    found = (*phrases(reading, taken, counted, measures), *singles(reading, units(counted), table, persons))
    items = told(reading, sorted(found, key=lambda phrase: (phrase.start, -phrase.end)), table)
    known = [*taken, *(Span(item.phrase.start, item.phrase.end) for item in items if item.phrase.by == "number")]
    items += (Item(*more) for more in _more.find(context, known))
    harmed = {(item.phrase.sentence, item.role) for item in items if item.rule != "quantities.vague"}
    kept = (item for item in items if item.rule != "quantities.vague" or (item.phrase.sentence, item.role) not in harmed)
    inner = sorted(kept, key=lambda item: (item.phrase.start, -item.phrase.end))
    return sorted(over_sentences(reading, inner, _where_and_when(context)), key=lambda item: (item.phrase.start, item.phrase.end))


def _where_and_when(context: Context) -> dict[int, set[str]]:
    """The places and days that each sentence names, by their keys and values."""
    found: dict[int, set[str]] = {}
    for place in context.of(LocationFact):
        if place.key and place.attrs.form == "name":
            found.setdefault(place.sentence, set()).add(place.key)
    for time in context.of(TimeFact):
        if time.attrs.type in ("date", "time", "interval"):
            found.setdefault(time.sentence, set()).add(time.attrs.value or time.quote.lower())
    return found


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


#: Actors that "them" may stand for.
_GROUPS = frozenset(("person_group", "armed_group", "military", "people"))
#: Actors that have troops.
_OWNERS = frozenset(("state", "military", "organisation", "armed_group"))


def _of(reading: Reading, item: Item, actors: list[ActorFact]) -> str | None:
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


def _place(reading: Reading, item: Item, places: list[LocationFact]) -> str | None:
    """The place named right after the phrase, else the only one of its clause; not where others are brought, nor where those who were
    killed come from."""
    phrase = item.phrase
    places = [place for place in places if not _others_brought(reading, phrase, place.span)]
    if item.role == "killed":
        places = [place for place in places if reading.text[phrase.end : place.span.start] != " from "]
    places = [place for place in places if not _describes(reading, place)]
    for place in places:
        if place.span.start >= phrase.end and _AT.fullmatch(reading.text, phrase.end, place.span.start):
            return place.key
    keys = {place.key for place in places if _same_clause(reading, phrase, place.span)}
    return keys.pop() if len(keys) == 1 else None


def _describes(reading: Reading, place: LocationFact) -> bool:
    """Whether a country only says whose something is: "U.S. troops", "the Southland border"."""
    text, span = reading.text, place.span
    led = _LED.search(text, max(0, span.start - _LEAD), span.start) and not _BORDER.match(text, span.end)
    return place.attrs.type == "country" and not led


def _others_brought(reading: Reading, phrase: Phrase, span: Span) -> bool:
    """Whether a place is only where others are brought: "two were killed and ten taken to Easton"."""
    brought = _GOAL.search(reading.text, max(phrase.end, span.start - _GOAL_REACH), span.start)
    return brought is not None and reading.text.find(" and ", phrase.end, min(brought.start(), phrase.end + _CLAUSE_REACH)) >= 0


_GOAL = re.compile(r"\b(?:taken|rushed|flown|airlifted|evacuated|transferred|transported|brought|admitted) (?:to|into) (?:an? |the )?\Z")
_GOAL_REACH = 30
_CLAUSE_REACH = 200
_BORDER = re.compile(r"['’]?s? (?:border|frontier)\b")
#: Before a country in which something is, or in which the place before it lies.
_LED = re.compile(
    r"(?:(?:^|\b)(?:in|at|near|outside|across|inside|around|from|to|of|on|over|off|throughout|into|and|between|against|for)\b|[,(–—-])"
    r"(?: (?:the|\w+ern|central|mainland|neighbou?ring|rural))* ?\Z", re.IGNORECASE)
_LEAD = 40


def _time(reading: Reading, item: Item, times: list[TimeFact]) -> str | None:
    """The only time of its clause that dates; without one, an earlier toll is past."""
    inside = [time for time in times if _same_clause(reading, item.phrase, time.span)]
    dating = [time for time in inside if time.attrs.type in ("date", "time", "interval")]
    values = {time.attrs.value for time in dating if time.attrs.value and time.attrs.value != "PAST_REF"}
    past = any(map(_is_past, inside)) and all(map(_is_past, dating))
    earlier = (past or item.rule == "quantities.earlier") and not values
    return values.pop() if len(values) == 1 else "PAST_REF" if earlier else None


def _is_past(time: TimeFact) -> bool:
    """Whether a time is before the news without saying when: "a year ago", "last month" in a report without a date."""
    undated = not time.attrs.value or time.attrs.type == "duration"
    return time.attrs.value == "PAST_REF" or (undated and _LATELY.match(time.quote) is not None)


#: A span before the news, where it has no value.
_LATELY = re.compile(
    r"(?:last|earlier this|this|the past|the previous) (?:month|year|spring|summer|autumn|fall|winter)\b"
    r"|(?:last|the past|the previous) week\b|the (?:day|week|month|year) before\Z"
    r"|.{1,20} (?:days?|weeks?|months?|years?|decades?) (?:ago|earlier|before)\Z", re.IGNORECASE)


def _same_clause(reading: Reading, phrase: Phrase, span: Span) -> bool:
    start, end = (phrase.end, span.start) if span.start >= phrase.end else (span.end, phrase.start)
    return not _CLAUSE.search(reading.text, start, end)
