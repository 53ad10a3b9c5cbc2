"""What places a surface may mean: all that the gazetteer has under it, and ways to write a name that no list has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..lexicon import Entity, Lexicon
from ._parts import parts, whole, written_out
from ._words import words

#: Nobody means a place that so many others of its name come before.
MOST = 40
AREA_NAMED = re.compile(r"\s(?:Province|Governorate|State|Region|District|County|Prefecture|Oblast)$", re.I)
_SAINT = re.compile(r"(?:St\.?|Saint)(?= [A-Z])")
#: "Homs Governorate of Syria"
_AREA_OF_COUNTRY = re.compile(r"(.+ (?:Province|Governorate|State|Region|District|County|Prefecture|Oblast)) of (?:the )?(.+)")
_AREA_OF = re.compile(r"(?:\w+ )?(State|Province|Region|City|Town|Village|County|Republic|Kingdom) of (?:the )?")
_COUNTY = "County "
_COUNTIED = ("IE", "GB")  #: where "County" stands before a name
_AREAS = ("country", "admin")
#: "French capital Paris"
_DESCRIBED = re.compile(r"(?:\w+ )?(?:capital|city|town|village|port|island|province|state|region) (?=[^\W\d_a-z])")
_AREA_TYPES = {"State": ("admin", "country"), "Province": ("admin",), "Region": ("admin",), "County": ("admin",),
               "Republic": ("country",), "Kingdom": ("country",)}  # else a settlement


def candidates(text: str, lexicon: Lexicon) -> tuple[Entity, ...]:
    """Every place that a surface may mean; without "Province" where it is unknown with it."""
    name = written_out(" ".join(text.split()))
    if short := words(lexicon).short_places.get(name):
        return short
    found = lexicon.places.lookup(name)
    if not found and (bare := AREA_NAMED.sub("", name)) != name:
        found = _areas(lexicon.places.lookup(bare), lexicon)
    if not found and (area := _AREA_OF_COUNTRY.match(name)) and lexicon.places.lookup(area[2]):
        country = lexicon.places.lookup(area[2])[0].country
        found = tuple(place for place in candidates(area[1], lexicon) if place.country == country)
    if not found and (of := _AREA_OF.match(name)):
        kinds = _AREA_TYPES.get(of[1], ("settlement",))
        found = tuple(place for place in lexicon.places.lookup(name[of.end() :]) if place.type in kinds)
    if not found and name.startswith(_COUNTY):
        namesakes = lexicon.places.lookup(name.removeprefix(_COUNTY))
        found = tuple(place for place in namesakes if place.type == "admin" and place.country in _COUNTIED)
    if not found and (described := _DESCRIBED.match(name)):
        found = candidates(name[described.end() :], lexicon)
    if not found:
        found = tuple(_run_together(name.split(), lexicon))
    if saint := _SAINT.match(name):  # "St Andrews" is listed in full
        other = lexicon.places.lookup(f"{'St' if saint[0] == 'Saint' else 'Saint'}{name[saint.end() :]}")
        found = (*found, *(place for place in other if place not in found))
    if not found and (of_what := whole(name)):
        found = parts(name, lexicon.places.lookup(of_what))
    return found[:MOST]


def _run_together(words: Sequence[str], lexicon: Lexicon) -> Iterator[Entity]:
    """A place with what it lies in behind it and no comma between: "San Diego California"."""
    for size in range(1, len(words)):
        around = {place.key for place in lexicon.places.lookup(" ".join(words[size:])) if place.type in _AREAS}
        if around:
            yield from (place for place in lexicon.places.lookup(" ".join(words[:size])) if not around.isdisjoint(place.within))


def _areas(named: Iterable[Entity], lexicon: Lexicon) -> tuple[Entity, ...]:
    """The areas among places of one name, and those that are named after a town in them: "Dayr az Zawr Province"."""
    return tuple({place.key: place for place in _areas_of(named, lexicon)}.values())


def _areas_of(named: Iterable[Entity], lexicon: Lexicon) -> Iterator[Entity]:
    for place in named:
        if place.type in ("admin", "region"):
            yield place
        elif place.within and place.within[0].startswith(place.key) and (area := lexicon.places.get(place.within[0])) is not None:
            yield area
