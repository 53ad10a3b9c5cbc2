"""Actors: persons, organisations, forces, armed groups, states, peoples and media, and those told of without a name.

Each mention is one fact. A name gives its identity; a description has one only where it could stand on a page of its own
("Iraqi militias"), never where nobody could say who it is ("two U.S. officials"). Refuses what is no actor: places that only
are where something happened, laws, days, works, languages.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import cast, get_args

from ...lexicon import Entity, Match
from ...model import ActorAttrs, ActorFact, ActorForm, ActorType, Span
from ...names import Name
from .._context import Context
from .._evidence import make
from ._alone import alone
from ._arms import armed
from ._bodies import bodies
from ._groups import Group, administers, groups
from ._offices import offices
from ._roles import Role, roles

_TYPES = frozenset(get_args(ActorType))


def extract(context: Context) -> Iterator[ActorFact]:
    """Every actor fact of an article: names first, then descriptions and appositions around them."""
    held = roles(context)
    countries = frozenset(name.entity.country for name in context.names if name.entity)
    for index, name in enumerate(context.names):
        entity = _entity(context, name)
        if armed(context, name) or administers(context, name):
            continue
        if name.kind == "person":
            yield _person(context, name, held.get(index))
        elif name.form in ("demonym", "metonym") or (name.kind == "place" and name.actor):
            if entity:
                yield _known(context, name, entity)
        elif name.kind == "organisation" and _acts(name):
            yield _known(context, name, entity) if entity else _organisation(context, name, countries)
    told = list(groups(context))
    told += offices(context, held, told)
    told += bodies(context, told)
    for group in (*told, *alone(context, told)):
        yield _group(context, group)


def _acts(name: Name) -> bool:
    """Whether a name of a body is an actor: a facility or a place listed among bodies is none."""
    return name.entity is None or name.entity.kind == "actor"


def _entity(context: Context, name: Name) -> Entity | None:
    """The actor that the lexicon knows for a name; for a country its state."""
    entity = name.entity
    if entity is not None and entity.kind == "location":
        return context.lexicon.entities.get(("actor", entity.state)) if entity.state else None
    return entity


def _person(context: Context, name: Name, role: Role | None) -> ActorFact:
    entity, words = name.entity, context.reading.text[name.span.start : name.span.end]
    attrs = ActorAttrs(
        type="person", form="name", role=role.words if role else None, of=(role.of if role else None) or (entity.of if entity else None),
        country=(entity.country if entity else None) or (role.country if role else None), wikidata=entity.wikidata if entity else None,
    )
    if entity:
        rule = "actors.lexicon"
    elif name.label != words:
        rule = "actors.surname"
    else:
        rule = "actors.title" if role and role.before else "actors.name"
    return make(ActorFact, context.reading, name.span, key=name.key or None, label=name.label, rule=rule, attrs=attrs)


def _known(context: Context, name: Name, entity: Entity) -> ActorFact:
    """What the lexicon knows: a body by its name, a state or a people by a demonym, a metonym or a country's name."""
    form = cast(ActorForm, name.form)
    rule = "actors.lexicon" if form == "name" and entity.type != "state" else f"actors.{'state' if form == 'name' else form}"
    return make(ActorFact, context.reading, name.span, key=entity.key, label=entity.name, rule=rule, attrs=_attributes(entity, form))


def _attributes(entity: Entity, form: ActorForm) -> ActorAttrs:
    kind = entity.type if entity.type in _TYPES else "organisation"
    return ActorAttrs(type=cast(ActorType, kind), form=form, of=entity.of, country=entity.country, wikidata=entity.wikidata)


def _organisation(context: Context, name: Name, countries: Container[str | None]) -> ActorFact:
    """A body that only the article knows; of the country in whose name its own begins. `countries` are those of what it names."""
    owner = next((m for m in context.lexicon.find(name.label) if m.start == 0 and m.entity.type == "state"), None)
    country = owner.entity.country if owner and (owner.entity.country in countries or not _may_be_an_area(context, owner)) else None
    kind = name.type if name.type in _TYPES else "organisation"
    attrs = ActorAttrs(type=cast(ActorType, kind), form="name", country=country)
    return make(ActorFact, context.reading, name.span, key=name.key or None, label=name.label, rule="actors.name", attrs=attrs)


def _may_be_an_area(context: Context, state: Match) -> bool:
    """Whether a state's name may be that of an area of another: "Georgia State University"."""
    areas = context.lexicon.places.lookup(state.alias.text) if state.alias.form == "name" else ()
    return any(place.type == "admin" and place.country != state.entity.country for place in areas)


def _group(context: Context, group: Group) -> ActorFact:
    attrs = ActorAttrs(type=cast(ActorType, group.type), form=group.form, of=group.of, country=group.country)
    return make(ActorFact, context.reading, Span(*group.span), key=group.key, label=group.label, rule=group.rule, attrs=attrs)
