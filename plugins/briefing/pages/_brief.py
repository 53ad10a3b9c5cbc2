"""IN BRIEF: what, who, where, when and how many, each with the sentences that say so, and what the article leaves open.

Nothing is stated more strongly than in its sentence: a number keeps its words, and what somebody says is said by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from ..model import ActorFact, EventFact, LocationFact, QuantityFact, TimeFact, WeaponFact
from . import _words
from ._asked import Asked, Ref, refs
from ._facts import HARM, parties

#: PLOVER classes of events that do harm: for them a reader asks for weapon, toll and perpetrator.
_VIOLENT = frozenset({"ASSAULT"})
_ITEMS = 4  #: of a row


class Item(msgspec.Struct, frozen=True):
    text: str
    note: str  #: small words behind it: precision, who says so
    refs: tuple[Ref, ...]


class Row(msgspec.Struct, frozen=True):
    name: str
    items: tuple[Item, ...]


class Brief(msgspec.Struct, frozen=True):
    rows: tuple[Row, ...]
    not_stated: str  #: "weapon; place", or ""


def brief(asked: Asked) -> Brief:
    """The panel of a briefing; one without any fact has no rows."""
    events = _reported(asked)
    rows = (
        Row("What", _few(_what(asked, events))),
        Row("Who", _few(_who(asked, events))),
        Row("Where", _few(_where(asked, events))),
        Row("When", _few(_when(asked, events))),
        Row("Toll", _few(_toll(asked))),
    )
    shown = tuple(row for row in rows if row.items)
    return Brief(shown, "; ".join(_open(asked, events, {row.name for row in shown})) if events else "")


def _few(items: Iterable[Item]) -> tuple[Item, ...]:
    """The first items of a row, each text once."""
    unique: dict[str, Item] = {}
    for item in items:
        unique.setdefault(item.text.casefold(), item)
        if len(unique) == _ITEMS:
            break
    return tuple(unique.values())


def _reported(asked: Asked) -> list[EventFact]:
    """The events that the article reports: the main ones, else those that are no background."""
    events = [fact for fact in asked.of(EventFact) if not fact.attrs.background]
    return [fact for fact in events if fact.attrs.main] or events[:_ITEMS]


def _what(asked: Asked, events: Sequence[EventFact]) -> Iterator[Item]:
    for event in events:
        same = [other for other in events if other.label == event.label]
        yield Item(event.label, asked.hedge(event.span), refs(same))


def _who(asked: Asked, events: Sequence[EventFact]) -> Iterator[Item]:
    """Who did what to whom; where no event says so, the actors named most."""
    stated = [event for event in events if event.attrs.source or event.attrs.target]
    for event in stated:
        who = parties(asked, event)
        yield Item(who, asked.hedge(event.span), refs(other for other in stated if parties(asked, other) == who))
    if not stated:
        named: dict[str, list[ActorFact]] = {}
        for fact in asked.of(ActorFact):
            if fact.key and fact.attrs.type != "media":
                named.setdefault(fact.key, []).append(fact)
        for facts in sorted(named.values(), key=lambda facts: -len(facts)):
            yield Item(facts[0].label, "", refs(facts))


def _where(asked: Asked, events: Sequence[EventFact]) -> Iterator[Item]:
    """Where the events happened, the most exact place first; else the place of the dateline, called that."""
    keys = dict.fromkeys(event.attrs.location for event in events if event.attrs.location)
    named = {key: [fact for fact in asked.of(LocationFact) if fact.key == key] for key in keys}
    for key, facts in sorted(named.items(), key=lambda pair: _vagueness(pair[1])):
        around = [asked.label(outer) for outer in facts[0].attrs.within] if facts else []
        precision = facts[0].attrs.precision if facts else None
        text = ", ".join((asked.label(key), *(name for name in around if name != asked.label(key))))
        yield Item(text, _words.PRECISION[precision] if precision else "", refs(facts))
    dateline = asked.briefing.dateline
    if dateline and dateline.place and not any(event.attrs.location for event in events):
        yield Item(dateline.place, "dateline", ())


def _vagueness(facts: Sequence[LocationFact]) -> int:
    precision = facts[0].attrs.precision if facts else None
    return list(_words.PRECISION).index(precision) if precision else len(_words.PRECISION)


def _when(asked: Asked, events: Sequence[EventFact]) -> Iterator[Item]:
    """The days of the events, in words."""
    for value in dict.fromkeys(event.attrs.date for event in events if event.attrs.date):
        facts = [fact for fact in asked.of(TimeFact) if fact.attrs.value == value]
        yield Item(facts[0].label if facts else value, "", refs(facts))


def _toll(asked: Asked) -> Iterator[Item]:
    """The counts of people who came to harm, in the article's words."""
    for fact in asked.of(QuantityFact):
        if fact.attrs.role in HARM:
            note = " · ".join(filter(None, (fact.attrs.role, asked.label(fact.attrs.of), asked.hedge(fact.span))))
            yield Item(asked.words(fact.span), note, refs([fact]))


def _open(asked: Asked, events: Sequence[EventFact], stated: set[str]) -> Iterator[str]:
    """The standard questions to which no fact was found."""
    violent = [event for event in events if event.attrs.type in _VIOLENT]
    if violent and not any(event.attrs.source for event in violent):
        yield "perpetrator"
    if violent and not asked.of(WeaponFact):
        yield "weapon"
    if violent and "Toll" not in stated:
        yield "number of dead or injured"
    if not any(event.attrs.location for event in events):
        yield "place of the event"
    if not any(event.attrs.date for event in events):
        yield "date of the event"
