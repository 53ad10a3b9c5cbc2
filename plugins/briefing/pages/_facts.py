"""The facts of a briefing as cards, one for each thing: the sidebar of its page.

All mentions of one actor, place, weapon or date share a card, which leads to each sentence and to the entry's page. A
claim, a count or an event is its own card: two sentences that give a number are two facts, never summed or merged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from .. import maps
from ..annotate import kind
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
from . import _scene, _words
from ._asked import Asked, Ref, refs

#: Roles of a quantity that say what was done to people or how often.
HARM = ("killed", "injured", "missing", "captured", "displaced")
_COUNTS = (*HARM, "targeted", "event_count")
#: Longest excerpt of what somebody said.
_EXCERPT = 180
_SAFE = re.compile(r"[\w.:/-]{1,120}")


class Card(msgspec.Struct, frozen=True):
    """One thing with all its mentions."""

    id: str
    kind: str
    name: str
    href: str  #: of the entry's page, or ""
    words: str  #: what it is, and what is said of it
    archive: str  #: "in 12 briefings", or ""
    refs: tuple[Ref, ...]
    status: str  #: "machine", unless an editor saw one of its mentions
    found: str  #: how: rules, measured confidence, whether inferred


class Group(msgspec.Struct, frozen=True):
    """Cards under a heading."""

    title: str
    count: int
    cards: tuple[Card, ...]
    map: maps.MapView | None = None


class Panel(msgspec.Struct, frozen=True):
    """The whole sidebar, and the way to it from the text."""

    groups: tuple[Group, ...]
    links: Mapping[str, str]  #: fact id -> "#" and the id of its card


def panel(asked: Asked) -> Panel:
    """Every fact of the briefing on a card, groups in a fixed order; a group without a fact is left out."""
    things = _things(asked)
    links = {fact.id: f"#{_id(facts[0])}" for facts in things for fact in facts if not isinstance(fact, RelationFact)}
    groups: dict[str, list[Card]] = {title: [] for title in _TITLES}
    for facts in sorted(things, key=_rank):
        groups[_title(facts)].append(_card(asked, facts))
    shown = tuple(
        Group(title, len(cards), tuple(cards), _scene.map_of(asked, links) if title == _PLACES else None)
        for title, cards in groups.items() if cards
    )
    return Panel(shown, links)


def _rank(facts: Sequence[Fact]) -> int:
    """Places come from the most exact to the vaguest, last what is only ever named for its government or people; the rest
    stays in the order of the text."""
    fact = facts[0]
    if not isinstance(fact, LocationFact):
        return 0
    if all(isinstance(fact, LocationFact) and fact.attrs.form in _scene.ACTING for fact in facts):
        return len(_words.PRECISION) + 1
    return list(_words.PRECISION).index(fact.attrs.precision) if fact.attrs.precision else len(_words.PRECISION)


# --- which facts make one card, and where it stands ---------------------------------------------------------------

_EVENTS, _TOLL, _WEAPONS, _PLACES = "What happened", "Casualties and counts", "Weapons", "Places"
_DATES, _CLAIMS, _RELATIONS, _FIGURES, _BEFORE = "Dates", "Claims: who says what", "Relations", "Other figures", "Background events"
_ACTORS = {
    "military": "Armed forces", "armed_group": "Armed groups", "state": "States", "organisation": "Organisations",
    "person": "Persons", "person_group": "Groups of persons", "people": "Peoples", "media": "Media",
}
_TITLES = (
    _EVENTS, _TOLL, _ACTORS["military"], _ACTORS["armed_group"], _WEAPONS, *list(_ACTORS.values())[2:], _PLACES, _DATES, _CLAIMS,
    _RELATIONS, _BEFORE, _FIGURES,
)


def _things(asked: Asked) -> list[list[Fact]]:
    """The facts of the briefing, those about one thing together, in the order of their first mentions."""
    things: dict[tuple[str, str], list[Fact]] = {}
    for fact in asked.briefing.facts:
        things.setdefault((kind(fact), _identity(fact)), []).append(fact)
    return list(things.values())


def _identity(fact: Fact) -> str:
    match fact:
        case ActorFact() | LocationFact() | WeaponFact():
            return fact.key or fact.id
        case TimeFact():
            return fact.attrs.value or fact.id
        case RelationFact():
            return f"{fact.attrs.subject} {fact.attrs.predicate} {fact.attrs.object}"
        case EventFact(attrs=attrs):
            return repr((attrs.type, fact.quote.casefold(), attrs.source, attrs.target, attrs.location, attrs.date, attrs.background))
        case _:
            return fact.id


def _id(fact: Fact) -> str:
    name = _identity(fact)
    return f"c-{kind(fact)}-{name}" if _SAFE.fullmatch(name) else f"c-{fact.id}"


def _title(facts: Sequence[Fact]) -> str:
    match facts[0]:
        case ActorFact():
            return _ACTORS[facts[0].attrs.type]
        case QuantityFact(attrs=attrs):
            return _TOLL if attrs.role in _COUNTS else _ACTORS["military"] if attrs.role == "deployed" else _FIGURES
        case LocationFact():
            return _PLACES
        case TimeFact():
            return _DATES
        case WeaponFact():
            return _WEAPONS
        case AttributionFact():
            return _CLAIMS
        case EventFact(attrs=attrs):
            return _BEFORE if attrs.background else _EVENTS
        case RelationFact():
            return _RELATIONS


# --- what a card says ---------------------------------------------------------------------------------------------


def _card(asked: Asked, facts: Sequence[Fact]) -> Card:
    fact = facts[0]
    entry = asked.entry(fact)
    name, words = _SAYS[type(fact)](asked, fact)
    told = dict.fromkeys(part for part in words if part and part.casefold() != name.casefold())
    return Card(
        id=_id(fact),
        kind=kind(fact),
        name=name,
        href=asked.href(entry),
        words=" · ".join(told),
        archive=f"in {_words.count(entry.briefings, 'briefing')}" if entry else "",
        refs=refs(facts),
        status=_status(facts),
        found=_found(facts),
    )


def _actor(asked: Asked, fact: ActorFact) -> tuple[str, Iterable[str]]:
    attrs = fact.attrs
    role = f"{attrs.role} of {asked.label(attrs.of)}" if attrs.role and attrs.of else attrs.role or asked.label(attrs.of)
    return fact.label, (role, maps.country_name(attrs.country))


def _location(asked: Asked, fact: LocationFact) -> tuple[str, Iterable[str]]:
    attrs = fact.attrs
    around = (*(asked.known(key) for key in attrs.within), maps.country_name(attrs.country))
    lies = ", ".join(dict.fromkeys(name for name in around if name and name != fact.label))
    return fact.label, (_words.TYPES[attrs.type][0], lies, _words.PRECISION[attrs.precision] if attrs.precision else "not located")


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


def _event(asked: Asked, fact: EventFact) -> tuple[str, Iterable[str]]:
    attrs = fact.attrs
    mode = (attrs.mode or "").replace("-", " ")
    place = f"in {asked.label(attrs.location)}" if attrs.location else ""
    return f"{attrs.type.capitalize()}: {asked.words(fact.span)}", (_parties(asked, fact), mode, place, asked.hedge(fact.span))


def _parties(asked: Asked, fact: EventFact) -> str:
    """Who did it to whom: "A → B"; what the article leaves open is left out: "→ B"."""
    source, target = (", ".join(asked.label(key) for key in keys) for keys in (fact.attrs.source, fact.attrs.target))
    return f"{source} → {target}".strip() if target else source


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
    ActorFact: _actor, LocationFact: _location, TimeFact: _time, QuantityFact: _quantity, WeaponFact: _weapon, EventFact: _event,
    AttributionFact: _attribution, RelationFact: _relation,
}


def _excerpt(asked: Asked, span: Span) -> str:
    words = asked.words(Span(span.start, min(span.end, span.start + 2 * _EXCERPT)))
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rsplit(' ', 1)[0]} …"


def _status(facts: Iterable[Fact]) -> str:
    return next((fact.status for fact in facts if fact.status != "machine"), "machine")


def _found(facts: Sequence[Fact]) -> str:
    """How the machine came to it: value, rules, the least confidence measured, and whether any mention is a conclusion."""
    value = facts[0].attrs.value if isinstance(facts[0], TimeFact) else None
    rules = ", ".join(dict.fromkeys(fact.rule for fact in facts))
    measured = [fact.confidence for fact in facts if fact.confidence is not None]
    sure = f"confidence {min(measured):.2f}" if measured else ""
    return "; ".join(filter(None, (value, rules, sure, "inferred" if any(fact.inferred for fact in facts) else "")))
