"""Actors: persons, organisations, forces, armed groups, states, peoples and media, and those told of without a name.

Each mention is one fact. A name gives its identity; a description has one only where it could stand on a page of its own
("Iraqi militias"), never where nobody could say who it is ("two U.S. officials"). Refuses what is no actor: places that only
are where something happened, laws, days, works, languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast, get_args

from ..lexicon import Entity
from ..model import ActorAttrs, ActorFact, ActorForm, ActorType, Span
from ..names import Name
from ._actor_groups import Group, groups
from ._actor_roles import Role, roles
from ._context import Context
from ._evidence import make

_TYPES = frozenset(get_args(ActorType))


def extract(context: Context) -> Iterator[ActorFact]:
    """Every actor fact of an article: names first, then descriptions and appositions around them."""
    held = roles(context)
    for index, name in enumerate(context.names):
        entity = _entity(context, name)
        if name.kind == "person":
            yield _person(context, name, held.get(index))
        elif name.form in ("demonym", "metonym") or (name.kind == "place" and name.actor):
            if entity:
                yield _known(context, name, entity)
        elif name.kind == "organisation" and _acts(name):
            yield _organisation(context, name, entity)
    for group in groups(context):
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
    entity = name.entity
    attrs = ActorAttrs(
        type="person", form="name", role=role.words if role else None, of=(role.of if role else None) or (entity.of if entity else None),
        country=(entity.country if entity else None) or (role.country if role else None), wikidata=entity.wikidata if entity else None,
    )
    rule = "actors.lexicon" if entity else "actors.title" if role and role.before else "actors.name" if " " in name.label else "actors.surname"
    if name.label != context.reading.text[name.span.start : name.span.end] and not entity:
        rule = "actors.surname"
    return make(ActorFact, context.reading, name.span, key=name.key or None, label=name.label, rule=rule, attrs=attrs)


def _known(context: Context, name: Name, entity: Entity) -> ActorFact:
    """A state, a people or a body under a demonym, a metonym or a country's name."""
    form: ActorForm = "demonym" if name.form == "demonym" else "metonym" if name.form == "metonym" else "name"
    return make(ActorFact, context.reading, name.span, key=entity.key, label=entity.name, rule=f"actors.{form if form != 'name' else 'state'}",
                attrs=_attributes(entity, form))


def _attributes(entity: Entity, form: ActorForm) -> ActorAttrs:
    kind = entity.type if entity.type in _TYPES else "organisation"
    return ActorAttrs(type=cast(ActorType, kind), form=form, of=entity.of, country=entity.country, wikidata=entity.wikidata)


def _organisation(context: Context, name: Name, entity: Entity | None) -> ActorFact:
    if entity is not None:
        return make(ActorFact, context.reading, name.span, key=entity.key, label=entity.name, rule="actors.lexicon", attrs=_attributes(entity, "name"))
    kind = name.type if name.type in _TYPES else "organisation"
    owner = next((m.entity for m in context.lexicon.find(name.label) if m.start == 0 and m.entity.type == "state"), None)
    attrs = ActorAttrs(type=cast(ActorType, kind), form="name", country=owner.country if owner else None)
    return make(ActorFact, context.reading, name.span, key=name.key or None, label=name.label, rule="actors.name", attrs=attrs)


def _group(context: Context, group: Group) -> ActorFact:
    attrs = ActorAttrs(type=cast(ActorType, group.type), form=group.form, of=group.of, country=group.country)
    return make(ActorFact, context.reading, Span(*group.span), key=group.key, label=group.label, rule=group.rule, attrs=attrs)
