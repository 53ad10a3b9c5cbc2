"""IN BRIEF: what, who, where, when and how many, each with the sentences that say so, and what the article leaves open.

What is shown is the archive's lead of the briefing, with further counts of people harmed; this adds who says so and how
exactly a place is known. Nothing is stated more strongly than in its sentence: a number keeps its words, and what somebody
says is said by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from ..archive.lead import Lead, Point, lead, same_count, toll
from ..model import EventFact, Fact, LocationFact, QuantityFact, Span, TimeFact, WeaponFact
from . import _events, _words
from ._asked import Asked, Ref
from ._facts import HARM

#: Event classes of which a reader asks for weapon, toll and perpetrator; not where a mishap did the harm, or nobody was to
#: be hurt.
_VIOLENT = frozenset({"ASSAULT"})
_BLOODLESS = frozenset({"abduct", "destroy"})
_MISHAPS = frozenset({"ACCIDENT", "DISASTER", "OUTBREAK"})
_TOLLS = 5  #: counts shown
_BEFORE, _AFTER = 60, 80  #: characters of a sentence shown around an event's own words


class Item(msgspec.Struct, frozen=True):
    text: str
    note: str  #: small words behind it: who says so, or how exactly it is known
    refs: tuple[Ref, ...]


class Row(msgspec.Struct, frozen=True):
    name: str
    items: tuple[Item, ...]


class Brief(msgspec.Struct, frozen=True):
    rows: tuple[Row, ...]
    not_stated: str  #: "weapon; place of the event", or ""


def brief(asked: Asked) -> Brief:
    """The panel of a briefing; one without any fact has no rows."""
    found = lead(asked.briefing)
    events, counts = asked.of(EventFact), asked.of(QuantityFact)
    harmed = tuple(_toll(asked, found))
    rows = (
        Row("What", tuple(_event(asked, p, [f for f in events if p.key in (None, f.attrs.type)]) for p in found.what)),
        Row("Who", tuple(_side(asked, p, [f for f in events if p.key in (None, *_parties(f))]) for p in found.who)),
        Row("Where", tuple(_place(asked, p) for p in found.where)),
        Row("When", tuple(_item(asked, p, [f for f in asked.of(TimeFact) if f.attrs.value == p.key]) for p in found.when)),
        Row("Toll", tuple(_counted(asked, p, [f for f in counts if f.attrs.role == p.key]) for p in harmed)),
    )
    return Brief(tuple(row for row in rows if row.items), "; ".join(_open(asked, found, harmed)))


def _toll(asked: Asked, found: Lead) -> Iterator[Point]:
    """The counts of the lead, then the others of people who came to harm there, up to a handful, each in the article's
    words. What was counted elsewhere, or in an event of the background, is no toll of this one."""
    others: Iterable[Point] = ()
    if _VIOLENT.union(_MISHAPS).intersection(point.key for point in found.what):
        others = (Point(_counting(asked, fact), (fact.sentence,), fact.attrs.role) for fact in _harm(asked, found))
    unique: dict[str, Point] = {}
    for point in (*found.toll, *others):
        known = unique.setdefault(point.text.casefold(), point)
        unique[point.text.casefold()] = Point(known.text, tuple(sorted({*known.sentences, *point.sentences})), known.key)
    yield from islice(unique.values(), _TOLLS)


def _counting(asked: Asked, fact: QuantityFact) -> str:
    return f"{fact.attrs.role}: {asked.words(fact.span)}"


def _harm(asked: Asked, found: Lead) -> Iterator[QuantityFact]:
    """Those who came to harm there; but no count that the lead has in other words ("Three" of the title)."""
    events, points = asked.of(EventFact), {point.text.casefold() for point in found.toll}
    told = {text: fact for fact in reversed(asked.of(QuantityFact)) if (text := _counting(asked, fact).casefold()) in points}
    elsewhere = {name for event in events if event.attrs.background or _is_series(event) for name in event.attrs.quantities}
    counted = {point.key for point in found.toll}
    places, main = asked.of(LocationFact), {point.key for point in found.where}
    around = {key for place in places if place.key in main for key in (place.key, *place.attrs.within)}
    around |= {place.key for place in places if main.intersection(place.attrs.within)}
    for fact in asked.of(QuantityFact):
        there = fact.id not in elsewhere and (fact.attrs.place is None or fact.attrs.place in around)
        again = _counting(asked, fact).casefold() not in points and any(same_count(known, fact) for known in told.values())
        vague = fact.attrs.min is None and fact.attrs.max is None and fact.attrs.role in counted  # "injuries" beside "eight injuries"
        if fact.attrs.role in HARM and there and not again and not vague:
            yield fact


def _is_series(event: EventFact) -> bool:
    """Whether several events beside the main one are told of together: "as a result of these attacks"."""
    return not event.attrs.main and event.rule == "events.noun" and event.quote.endswith("s")


def _item(asked: Asked, point: Point, facts: Iterable[Fact], *, said: bool = False) -> Item:
    """A point with links to its sentences; with `said`, who says so where its words stand."""
    resting = [fact for fact in facts if fact.sentence in point.sentences]
    quoted = [fact for fact in resting if asked.words(fact.span) in point.text]
    there = {fact.sentence: fact.id for fact in reversed((*quoted, *resting))}
    links = tuple(asked.ref(number, there.get(number, "")) for number in sorted(point.sentences))
    return Item(_words.opened(point.text), asked.hedge((quoted or resting)[0].span) if said and resting else "", links)


def _counted(asked: Asked, point: Point, counts: Sequence[QuantityFact]) -> Item:
    item = _item(asked, point, counts, said=True)
    return Item(_words.opened(toll(point.text)), item.note, item.refs)


def _side(asked: Asked, point: Point, events: Sequence[EventFact]) -> Item:
    """Who acts on whom; a party that another sentence names than the one that tells the event is concluded, by nobody's account."""
    item, told = _item(asked, point, events, said=True), {event.sentence for event in asked.of(EventFact) if event.attrs.main}
    return Item(item.text, "inferred", item.refs) if told and not told.issuperset(point.sentences) else item


def _parties(event: EventFact) -> tuple[str, ...]:
    return (*event.attrs.source, *event.attrs.target)


def _event(asked: Asked, point: Point, events: Sequence[EventFact]) -> Item:
    """An event in the article's own words: its class, and the clause around the word that reports it."""
    item = _item(asked, point, events, said=True)
    told = next((event for event in events if event.sentence in point.sentences and asked.words(event.span) in point.text), None)
    if told is None:
        return item
    return Item(f"{_events.name(told)}: “{_clause(asked, told)}”", item.note, item.refs)


def _clause(asked: Asked, event: EventFact) -> str:
    """Some words before and after an event's own, whole words only, within its sentence and behind the dateline."""
    text, sentence, opening = asked.briefing.text, asked.briefing.sentences[event.sentence], asked.briefing.dateline
    dateline = opening.span.end if opening and opening.span else 0
    first = max(sentence.start, min(dateline, event.span.start))
    start, end = max(first, event.span.start - _BEFORE), min(sentence.end, event.span.end + _AFTER)
    if start > first:
        start = text.find(" ", start, event.span.start) + 1 or event.span.start
    if end < sentence.end:
        end = max(text.rfind(" ", event.span.end, end), event.span.end)
    words = asked.words(Span(start, end))
    return f"{'… ' if start > first else ''}{words}{' …' if end < sentence.end else ''}"


def _place(asked: Asked, point: Point) -> Item:
    """A place with the precision of its coordinates; none where its sentence tells another place by it."""
    facts = [fact for fact in asked.of(LocationFact) if fact.key == point.key]
    there = [fact for fact in facts if fact.sentence in point.sentences] or facts
    itself = [fact for fact in there if fact.attrs.relation is None]
    precision = itself[0].attrs.precision if itself else None
    item = _item(asked, point, facts)
    return Item(item.text, _words.PRECISION[precision] if precision else "", item.refs)


def _open(asked: Asked, found: Lead, harmed: Sequence[Point]) -> Iterator[str]:
    """The standard questions about the event that the article reports, to which no fact was found."""
    events = [event for event in asked.of(EventFact) if not event.attrs.background]
    classes = {point.key for point in found.what}
    mishap = any(event.attrs.type in _MISHAPS for event in events)
    violent = [e for e in events if e.attrs.type in _VIOLENT & classes and e.attrs.mode not in _BLOODLESS and not mishap]
    if violent and not any(event.attrs.source for event in violent):
        yield "perpetrator"
    if violent and not asked.of(WeaponFact):
        yield "weapon"
    if violent and not harmed:
        yield "number of dead or injured"
    if events and not found.where:
        yield "place"
    if events and not found.when:
        yield "date"
