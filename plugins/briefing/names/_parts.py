"""Parts of places that no list has: "Northern Israel", "South London", "the Southern District of New York".

A part lies in the whole and has its point, no more exactly than that is known. Refuses parts of small towns: "North Hill" is a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from ..lexicon import Entity, slug

_PART = re.compile(
    r"(?:(?:[Nn]orth|[Ss]outh)(?:[- ]?[Ee]ast|[- ]?[Ww]est)?(?:ern)?|(?:[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|[Ii]nner|[Gg]reater|"
    r"[Mm]iddle(?= District))(?: District of(?: the)?)? (?=[A-Z])"
)
_SHORT = re.compile(r"([NSEW])\. (?=[A-Z])")
_COMPASS = {"N": "North ", "S": "South ", "E": "East ", "W": "West "}
_LEAST = 100_000


def written_out(name: str) -> str:
    """A name with its direction in full: "North Korea" for "N. Korea"."""
    return _SHORT.sub(lambda found: _COMPASS[found[1]], name, count=1) if _SHORT.match(name) else name


def whole(name: str) -> str:
    """The name of what a part's name is of; empty where it is no part's."""
    found = _PART.match(name)
    return name[found.end() :] if found else ""


def parts(name: str, wholes: Sequence[Entity]) -> tuple[Entity, ...]:
    """What a part's name means, for each place that the name of the whole does; a district is one of an area."""
    large = [place for place in wholes if place.type in ("country", "admin", "region")
             or (place.type == "settlement" and place.population >= _LEAST)]
    large = [place for place in large if place.type == "admin"] if " District of " in name else large
    return tuple(_part(name, place, first=place is large[0]) for place in large)


def _part(name: str, place: Entity, *, first: bool) -> Entity:
    key = slug(name if first else f"{name} {place.within[-1] if place.within else place.key}")
    return msgspec.structs.replace(place, key=key, name=name, type="region", within=(place.key, *place.within), population=0,
                                   geonameid=None, wikidata=None)
