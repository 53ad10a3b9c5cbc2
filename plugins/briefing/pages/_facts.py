"""The facts of a briefing as cards, one for each thing: the sidebar of its page.

All mentions of one actor, place, weapon or date share a card, which leads to each sentence and to the entry's page; so do
mentions of one class of events between the same parties. A claim or a count is its own card: two sentences that give a
number are two facts, never summed or merged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from .. import maps
from ..model import (
    ActorFact,
    AttributionFact,
    EventFact,
    Fact,
    LocationFact,
    QuantityFact,
    RelationFact,
    Span,
    TimeFact,
    WeaponFact,
)
from . import _events, _scene, _words
from ._asked import Asked, Ref
from ._told_by import told_by
from ._views import Link

#: Roles of a quantity that say what was done to people or how often.
HARM = ("killed", "injured", "missing", "captured", "displaced")
_COUNTS = (*HARM, "targeted", "event_count")
#: Longest excerpt of what somebody said.
_EXCERPT = 180
_HAPPENED = 3  #: events named with their date
_SAFE = re.compile(r"[\w.:/-]{1,120}")


class Card(msgspec.Struct, frozen=True, gc=False):
    """One thing with all its mentions."""

    id: str
    kind: str
    name: str
    href: str  #: of the entry's page, or ""
    words: str  #: what it is, and what is said of it
    archive: str  #: "in 12 briefings", or ""
    refs: tuple[Ref, ...]
    status: str  #: "machine", unless an editor saw one of its mentions
    amended: tuple[str, ...]  #: what editors did to it
    found: str  #: how: rules, measured confidence, whether inferred
    around: tuple[Link, ...]  #: of a briefing in parts: the same thing in the part before this one that tells of it, and behind it


class Group(msgspec.Struct, frozen=True):
    """Cards under a heading."""

    title: str
    count: int
    cards: tuple[Card, ...]
    open: bool  #: what explains the news rather than being it is folded
    map: maps.MapView | None = None


class Panel(msgspec.Struct, frozen=True):
    """The whole sidebar, and the way to it from the text."""

    groups: tuple[Group, ...]
    links: Mapping[str, str]  #: fact id -> "#" and the id of its card


def panel(asked: Asked) -> Panel:
    """Every fact told on the page on a card, groups in a fixed order; a group without a fact is left out."""
    things, around = _here(asked)
    links = {fact.id: f"#{id_}" for id_, facts in things for fact in facts if not isinstance(fact, RelationFact)}
    told = _told(asked)
    groups: dict[str, list[Card]] = {title: [] for title in _TITLES}
    for id_, facts in sorted(things, key=lambda thing: _rank(thing[1])):
        groups[_title(facts[0])].append(_card(asked, id_, facts, told, around.get(id_, ())))
    shown = tuple(
        Group(title, len(cards), tuple(cards), title not in _FOLDED, _scene.map_of(asked, links) if title == _PLACES else None)
        for title, cards in groups.items() if cards
    )
    return Panel(shown, links)


def _here(asked: Asked) -> tuple[list[tuple[str, Sequence[Fact]]], dict[str, tuple[Link, ...]]]:
    """The things told on the page, each with the id of its card; and by this id the ways to its cards in other parts."""
    if asked.part.alone:
        return [(_id(key, facts[0]), facts) for key, facts in _things(asked).items()], {}
    here: list[tuple[str, Sequence[Fact]]] = []
    around: dict[str, tuple[Link, ...]] = {}
    for key, facts in _things(asked).items():
        told = asked.part.told(facts)
        if own := told.get(asked.part.number):
            here.append((_id(key, own[0]), own))
            others = {number: _id(key, told[number][0]) for number in _beside(told, asked.part.number)}
            around[here[-1][0]] = tuple(Link(f"{asked.part.to(number)}#{id_}", f"part {number}") for number, id_ in others.items())
    return here, around


def _beside(numbers: Iterable[int], own: int) -> Iterator[int]:
    """Of some numbers the next below and the next above one's own."""
    ordered = sorted(numbers)
    place = ordered.index(own)
    yield from (ordered[at] for at in (place - 1, place + 1) if 0 <= at < len(ordered))


def _rank(facts: Sequence[Fact]) -> int:
    """Places come from the most exact to the vaguest, last what is only ever named for its government or people; what the
    article reports comes before what else happened; that a place lies in another is said last. The rest stays in the order
    of the text."""
    match _itself(facts):
        case LocationFact(attrs=attrs):
            if {fact.attrs.form for fact in facts if isinstance(fact, LocationFact)} <= _ACTING:
                return len(_PRECISIONS) + 1
            return _PRECISIONS.get(attrs.precision or "", len(_PRECISIONS))
        case EventFact() as event:
            return 2 * _events.passing(event) + (not any(isinstance(fact, EventFact) and fact.attrs.main for fact in facts))
        case RelationFact(attrs=attrs):
            return attrs.predicate == "located_in"
    return 0


# --- which facts make one card, and where it stands ---------------------------------------------------------------

_TOLL, _WEAPONS, _PLACES, _DATES, _EVENTS = "Casualties and counts", "Weapons", "Places", "Dates", "What happened"
_CLAIMS, _RELATIONS, _BEFORE, _FIGURES = "Claims: who says what", "Relations", "Background and passing mentions", "Other figures"
_ACTORS = {
    "military": "Armed forces", "armed_group": "Armed groups", "state": "States", "organisation": "Organisations",
    "person": "Persons", "person_group": "Groups of persons", "people": "Peoples", "media": "Media",
}
_TITLES = (
    _TOLL, _ACTORS["military"], _ACTORS["armed_group"], _WEAPONS, *list(_ACTORS.values())[2:], _PLACES, _DATES, _EVENTS, _CLAIMS,
    _RELATIONS, _BEFORE, _FIGURES,
)
_FOLDED = (_BEFORE, _FIGURES)
_PRECISIONS: dict[str, int] = {precision: rank for rank, precision in enumerate(_words.PRECISION)}
_ACTING = frozenset(_scene.ACTING)
#: Forms of who has no name: one description, worded alike, is one card. One name without an identity may be two people.
_DESCRIBED = frozenset({"nominal", "appositive"})


def _things(asked: Asked) -> dict[tuple, list[Fact]]:
    """The facts of the briefing, those about one thing together, in the order of their first mentions. A relation of which
    only one side is known states nothing."""
    things: dict[tuple, list[Fact]] = {}
    for fact in asked.briefing.facts:
        if not isinstance(fact, RelationFact) or fact.attrs.object:
            things.setdefault((fact.kind, *_identity(fact)), []).append(fact)
    return things


def _identity(fact: Fact) -> tuple:
    match fact:
        case ActorFact(key=None, attrs=attrs) if attrs.form in _DESCRIBED:
            return (attrs.type, fact.label.casefold(), "")
        case ActorFact() | LocationFact() | WeaponFact():
            return (fact.key or fact.id,)
        case TimeFact():
            return (fact.attrs.value or fact.id,)
        case RelationFact():
            return (fact.attrs.subject, fact.attrs.predicate, fact.attrs.object)
        case EventFact():
            return _events.thing(fact)
        case _:
            return (fact.id,)


def _id(key: tuple, fact: Fact) -> str:
    """A card's id: the thing's own name, so that it stays when a mention is found or lost; where that is none, a fact's."""
    name = "-".join(key) if len(key) == 2 and key[1] != fact.id else ""
    return f"c-{name}" if _SAFE.fullmatch(name) else f"c-{fact.id}"


def _title(fact: Fact) -> str:
    match fact:
        case ActorFact():
            return _ACTORS[fact.attrs.type]
        case QuantityFact(attrs=attrs):
            return _TOLL if attrs.role in _COUNTS else _ACTORS["military"] if attrs.role == "deployed" else _FIGURES
        case LocationFact():
            return _PLACES
        case TimeFact(attrs=attrs):
            return _DATES if attrs.value not in _REFERENCES else _BEFORE  # "now" dates nothing
        case WeaponFact():
            return _WEAPONS
        case AttributionFact():
            return _CLAIMS
        case EventFact(attrs=attrs):
            return _BEFORE if attrs.background or _events.passing(fact) else _EVENTS
        case RelationFact():
            return _RELATIONS


def _told(asked: Asked) -> dict[str, str]:
    """What happened when: by date the events that the article places there, in its own words."""
    found: dict[str, dict[str, None]] = {}
    for event in asked.of(EventFact):
        if event.attrs.date:
            found.setdefault(event.attrs.date, {})[asked.words(event.span).casefold()] = None
    return {date: "events: " + ", ".join(list(words)[:_HAPPENED]) for date, words in found.items()}


# --- what a card says ---------------------------------------------------------------------------------------------


def _card(asked: Asked, id_: str, facts: Sequence[Fact], told: Mapping[str, str], around: tuple[Link, ...]) -> Card:
    fact = _itself(facts)
    entry = asked.entry(fact)
    events = [event for event in facts if isinstance(event, EventFact)]
    name, words = _events.says(asked, events) if events else _SAYS[type(fact)](asked, fact)
    words = (*words, *told_by(asked, facts))
    if isinstance(fact, TimeFact):
        words = (*words, told.get(fact.attrs.value or "", ""))
    plain = name.casefold()
    parts = dict.fromkeys([part for part in words if part and part.casefold() != plain])
    return Card(
        id=id_,
        kind=fact.kind,
        name=name,
        href=asked.href(entry),
        words=" · ".join(parts),
        archive=f"in {_words.count(entry.briefings, 'briefing')}" if entry else "",
        refs=asked.refs(facts),
        status=_status(facts),
        amended=asked.amended(facts),
        found=_found(facts),
        around=around,
    )


def _actor(asked: Asked, fact: ActorFact) -> tuple[str, Iterable[str]]:
    attrs = fact.attrs
    role = f"{attrs.role} of {asked.label(attrs.of)}" if attrs.role and attrs.of else attrs.role or asked.label(attrs.of)
    return fact.label, (role, asked.country(attrs.country))


def _location(asked: Asked, fact: LocationFact) -> tuple[str, Iterable[str]]:
    attrs = fact.attrs
    around = (*(asked.known(key) for key in attrs.within), "" if attrs.type == "country" else asked.country(attrs.country))
    lies = ", ".join(dict.fromkeys(name for name in around if name and name != fact.label))
    exact = _words.PRECISION[attrs.precision] if attrs.precision else "not located"
    return fact.label, (_words.TYPES[attrs.type][0], lies, exact if attrs.relation is None else "")


def _itself(facts: Sequence[Fact]) -> Fact:
    """The fact that says most of a thing: of a place one that means it, not "west of" it; else the first."""
    return next((fact for fact in facts if not isinstance(fact, LocationFact) or fact.attrs.relation is None), facts[0])


def _time(asked: Asked, fact: TimeFact) -> tuple[str, Iterable[str]]:
    quote, value = asked.words(fact.span), fact.attrs.value
    return fact.label, ("" if quote == fact.label else f"“{quote}”", _REFERENCES.get(value or "", "" if value else "not dated"))


#: TIMEX3's values for what has no date.
_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "at the time of the report", "FUTURE_REF": "in the future"}


def _quantity(asked: Asked, fact: QuantityFact) -> tuple[str, Iterable[str]]:
    attrs = fact.attrs
    role = {"event_count": "number of events", "source_count": "number of sources", "other": ""}.get(attrs.role, attrs.role)
    about = [asked.label(attrs.of), f"in {asked.label(attrs.place)}" if attrs.place else ""]
    return asked.words(fact.span), (role, *about, asked.hedge(fact.span))


#: Weapon classes whose name is no word.
_WEAPONRY = {"uav": "unmanned aircraft", "cutting": "blade"}


def _weapon(asked: Asked, fact: WeaponFact) -> tuple[str, Iterable[str]]:
    used_by = asked.label(fact.attrs.used_by)
    return fact.label, (_WEAPONRY.get(fact.attrs.type, fact.attrs.type.replace("_", " ")), f"used by {used_by}" if used_by else "")


def _attribution(asked: Asked, fact: AttributionFact) -> tuple[str, Iterable[str]]:
    attrs = fact.attrs
    source = _words.SOURCES[attrs.source_class] if attrs.source_class else ""
    return asked.said(fact) or "Quoted, speaker not stated", (_excerpt(asked, attrs.content), _words.MODES[attrs.mode], source)


def _relation(asked: Asked, fact: RelationFact) -> tuple[str, Iterable[str]]:
    attrs = fact.attrs
    stated = (asked.label(attrs.subject), _words.relation(attrs.predicate), asked.label(attrs.object))
    return " ".join(filter(None, stated)), ()


#: What a card is called and what its line says, by class of fact.
_SAYS: dict[type, Callable] = {
    ActorFact: _actor, LocationFact: _location, TimeFact: _time, QuantityFact: _quantity, WeaponFact: _weapon,
    AttributionFact: _attribution, RelationFact: _relation,
}


def _excerpt(asked: Asked, span: Span) -> str:
    words = asked.words(Span(span.start, min(span.end, span.start + 2 * _EXCERPT)))
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rsplit(' ', 1)[0]} …"


def _status(facts: Sequence[Fact]) -> str:
    return next((status for status in [fact.status for fact in facts] if status != "machine"), "machine")


#: Rules that are none in the common sense of the word.
_RULES = {"names.tagger": "names.tagger (a trained model, no rule)"}


def _found(facts: Sequence[Fact]) -> str:
    """How the machine came to it: value, rules, the least confidence measured, and whether any mention is a conclusion."""
    first = facts[0]
    parts = [first.attrs.value] if isinstance(first, TimeFact) and first.attrs.value else []
    parts.append(", ".join(dict.fromkeys([_RULES.get(fact.rule, fact.rule) for fact in facts])))
    measured = [fact.confidence for fact in facts if fact.confidence is not None]
    if measured:
        parts.append(f"confidence {min(measured):.2f}")
    if any(fact.inferred for fact in facts):
        parts.append("inferred")
    return "; ".join(parts)
