"""Locations: every named place, with its coordinates as far as they are known and how exact they are.

A country that acts is a location of form `metonym` on the same words. A place inside the name of a body is none. Refuses to
locate a facility it does not know more exactly than the settlement it is named after, and gives no coordinates at all to a
place that only its context shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast, get_args

import msgspec

from ...lexicon import Entity, slug
from ...model import LocationAttrs, LocationFact, LocationForm, LocationType, Precision, Span
from ...names import Name
from .._context import Context
from .._evidence import make
from ._facilities import Facility, facilities, nominals
from ._relations import related

_TERRITORY = re.compile(
    r"\s(?:territory|soil|airspace|territorial waters|waters|borders?(?! (?:guards?|police|force|patrols?|troops|agents?|officers?)\b)"
    r"|coast(?! guards?\b)|coastline|mainland|countryside)\b")
_SAID = {
    **dict.fromkeys(("city", "town", "village", "suburb", "settlement", "hamlet", "municipality"), "settlement"),
    **dict.fromkeys(("province", "governorate", "district", "county", "state", "prefecture"), "admin"),
    **dict.fromkeys(("island", "region", "valley", "area", "peninsula"), "region"),
    **dict.fromkeys(("river", "lake", "strait", "gulf", "bay"), "water"),
}
_BEFORE = re.compile(rf"\b({'|'.join(_SAID)})(?: of)? $", re.I)
_AFTER = re.compile(rf" ({'|'.join(_SAID)})\b", re.I)
#: What a place's name behind it is the name of.
_SHIP = re.compile(
    r"\b(?:frigate|corvette|destroyer|cruiser|submarine|battleship|aircraft carrier|(?:landing|hospital|patrol|supply|cargo|container) ship"
    r"|patrol (?:boat|vessel)|minesweeper|flagship|tanker|freighter|ferry|trawler|bulk carrier) $"
)
_REACH = 25
_TYPES = frozenset(get_args(LocationType))


def extract(context: Context) -> Iterator[LocationFact]:
    """Every location fact of an article, with the relation that places one told by another."""
    for fact in _named(context):
        yield msgspec.structs.replace(fact, attrs=related(context.reading.text, fact.span, fact.attrs))


def _named(context: Context) -> Iterator[LocationFact]:
    """Facilities, toponyms, territories named by a demonym, and "the base" again."""
    found = facilities(context)
    covered = {facility.name.span for facility in found if facility.name}
    for facility in found:
        yield _facility(context, facility)
    for name in context.names:
        if _SHIP.search(context.reading.text, max(0, name.span.start - _REACH), name.span.start):
            continue  # "the cruiser Moskva"
        if name.kind == "place" and name.form == "name" and name.span not in covered:
            yield _toponym(context, name)
        elif name.form == "demonym" and (fact := _territory(context, name)):
            yield fact
    for span, facility in nominals(context, found):
        yield _facility(context, facility, span=span)


def _toponym(context: Context, name: Name) -> LocationFact:
    entity = name.entity if name.entity and name.entity.kind == "location" else None
    if name.entity and entity is None:  # a state that the lexicon knows as an actor only
        listed = (place for place in context.lexicon.places.lookup(name.label) if place.type in ("country", "admin"))
        entity = context.lexicon.entities.get(("location", name.entity.key)) or next(listed, None)
    form: LocationForm = "metonym" if name.actor else "name"
    rule = "locations.context" if entity is None else "locations.dateline" if name.rule == "names.dateline" else "locations.gazetteer"
    key, label = (entity.key, entity.name) if entity else (name.key, name.label)
    spoken = name.type or _said(context.reading.text, name.span)
    return make(LocationFact, context.reading, name.span, key=key or None, label=label, rule=rule, attrs=attributes(entity, spoken, form))


def _said(text: str, span: Span) -> str:
    """What the words beside a place call it: "the village of X", "X district"; empty where they do not."""
    before, after = _BEFORE.search(text, max(0, span.start - _REACH), span.start), _AFTER.match(text, span.end)
    noun = before[1] if before else after[1] if after else ""
    return _SAID.get(noun.lower(), "")


def attributes(entity: Entity | None, spoken: str, form: LocationForm) -> LocationAttrs:
    """What is known of a place; `spoken` is the type that its words tell, for a place that nobody knows."""
    if entity is None:
        return LocationAttrs(type=cast(LocationType, spoken if spoken in _TYPES else "other"), form=form)
    kind = entity.type if entity.type in _TYPES else "other"
    return LocationAttrs(
        type=cast(LocationType, kind), form=form, lat=entity.lat, lon=entity.lon, precision=entity.precision, country=entity.country,
        within=entity.within, geonameid=entity.geonameid,
    )


def _territory(context: Context, name: Name) -> LocationFact | None:
    """"Iraqi territory" is Iraq."""
    after = _TERRITORY.match(context.reading.text, name.span.end)
    if not after or name.entity is None:
        return None
    entity = context.lexicon.entities.get(("location", name.entity.key))
    if entity is None:
        return None
    span = Span(name.span.start, after.end())
    return make(LocationFact, context.reading, span, key=entity.key, label=entity.name, rule="locations.territory",
                attrs=attributes(entity, "country", "demonym"))


def _facility(context: Context, facility: Facility, span: Span | None = None) -> LocationFact:
    entity, base = facility.entity, facility.settlement
    form: LocationForm = "nominal" if span else "name"
    if entity is not None and entity.lat is not None:
        attrs = attributes(entity, "facility", form)
    elif base is not None:
        within = (base.key, *base.within) if base.type != "country" else (base.key,)
        lat, lon = (base.lat, base.lon) if base.type == "settlement" else (None, None)
        precision: Precision | None = "settlement" if lat is not None else None
        attrs = LocationAttrs(type="facility", form=form, lat=lat, lon=lon, precision=precision, country=base.country, within=within)
    else:
        attrs = LocationAttrs(type="facility", form=form)
    key, label = (entity.key, entity.name) if entity else (slug(facility.label), facility.label)
    rule = "locations.again" if span else "locations.facility"
    return make(LocationFact, context.reading, span or facility.span, key=key or None, label=label, rule=rule, attrs=attrs)
