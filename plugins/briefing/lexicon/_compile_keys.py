"""Which place gets which key, and which by-names it keeps: the part of the compiler that needs no library's data."""

from __future__ import annotations

import msgspec

from .folding import fold, slug
from .gazetteer import AREA, AREA_AND_COUNTRY, BARE, COUNTRY, NUMBER, PlaceType, make_key

#: Another name of a place is left out where one elsewhere, larger or up to so many times smaller, has it as its own: "Salisbury"
#: is a town in England before it is Harare, but "Bombay" is no village.
_NAMESAKE = 40


class Place(msgspec.Struct):
    """A place on its way into the gazetteer."""

    type: PlaceType
    name: str
    names: set[str]  #: every name, its own among them
    country: str  #: ISO code
    area: str  #: "IQ.01"; empty where unknown
    lat: float
    lon: float
    population: int
    rank: float
    geonameid: int = 0
    sure: frozenset[str] = frozenset()  #: other names that this place keeps whoever else has them
    key: str = ""
    suffix: int = BARE


def drop_namesakes(places: list[Place]) -> None:
    """Leave out another name of a place that is the own name of one about as large elsewhere."""
    largest: dict[str, Place] = {}
    for place in sorted((p for p in places if p.type != "district"), key=lambda p: p.population):
        largest[fold(place.name)] = place
    for place in places:
        if place.type == "settlement":
            own = fold(place.name)
            place.names = {
                name for name in place.names
                if fold(name) == own or name in place.sure or not (other := largest.get(fold(name)))
                or (other.type == "admin" and other.area == place.area) or other.population * _NAMESAKE < place.population
            }


def keyed(places: list[Place], countries: dict[str, str], areas: dict[str, str], reserved: frozenset[str]) -> list[Place]:
    """Places with keys, in order of rank: the bare slug goes to the best known, the next have the country, the area or both
    behind it. A place that is left without a key of its own, by then the fifth of its name there, is left out."""
    taken = set(reserved)
    kept = []
    for place in places:
        for suffix in (BARE, COUNTRY, AREA, AREA_AND_COUNTRY, NUMBER):
            key = make_key(place.name, suffix, areas.get(place.area, ""), countries.get(place.country, ""), place.geonameid)
            if slug(place.name) and (place.type == "country" or key not in taken):
                place.key, place.suffix = key, suffix
                taken.add(key)
                kept.append(place)
                break
    return kept
