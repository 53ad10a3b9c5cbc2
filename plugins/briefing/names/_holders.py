"""Where the text itself puts a place: "Paris, Texas", "Guadalajara in Spain", "the North Darfur town of Kabkabiya".

Refuses a list ("China, the United States") and a firm before another country's ("Samsung, Belgium's Besix").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from ..lexicon import Entity
from ._name import Draft

_GAP = re.compile(
    r",? (?:in )?(?:the )?(?:(?:north|south)?(?:east|west)?(?:northern|southern|eastern|western|central|ern)? )?"
    r"(?:(?:province|state|district|region|city|county) of )?|, "
)
#: "the North Darfur town of X", "Iraq's city of X"
_TOWN_OF = re.compile(r"(?:['’]s)? (?:[a-z-]+ ){0,2}(?:city|town|village|district|county|province|port|capital|suburb|island) of ")
#: "X, a small town in the east of Y"
_APPOSED = re.compile(
    r", (?:an?|the) (?:[a-z-]+ ){0,3}(?:city|town|village|district|county|province|port|suburb|island|settlement|area|region|resort"
    r"|municipality|neighbou?rhood) (?:[a-z]+ed )?(?:in|of|on) (?:the )?(?:[a-z-]+ (?:of )?(?:the )?){0,2}"
)
_APPOSED_MOST = 70
#: "Guadalajara in Spain": less sure than a comma, so that it holds only where such a place is known.
_IN = re.compile(r" in (?:the )?(?:(?:(?:north|south)?(?:east|west)?(?:ern)?|central) )?")
#: ... unless it is called a town: "the village of Kut in Gegharkunik Province" is in that province, known or not.
_CALLED_TOWN = re.compile(r"\b(?:village|town|hamlet|settlement|community) of $")
_CALLED_REACH = 16
_GAP_MOST = 45
AREA_AFTER = re.compile(r" (?:province|governorate|state|region|district|county|prefecture|oblast)\b", re.I)
#: "Stroud, Ontario" is in Ontario even where the only Stroud that is known is not; larger towns may stand before a country in a row.
_MOST_UNKNOWN = 500_000
#: An area of at least so many inhabitants is what its name means first of all.
_LARGE_AREA = 500_000
_HOLDING = ("country", "admin", "region")

Options = Mapping[int, tuple[Entity, ...]]


class Holder(msgspec.Struct, frozen=True):
    """What a place is said to lie in."""

    draft: int  #: the index of the name that tells it
    places: tuple[Entity, ...]  #: what that name may mean


def holder(drafts: Sequence[Draft], index: int, options: Options, text: str) -> Holder | None:
    """What the text says that a place lies in; None where it does not."""
    known = drafts[index].known
    if known is not None and known.type == "country":
        return None  # "China, the United States" is a list
    if before := _told(drafts, index, index - 1, options, text):
        return Holder(index - 1, before)
    if apposed := _told(drafts, index, index + 1, options, text):
        return Holder(index + 1, apposed)
    behind = _behind(drafts, index, options, text)
    return Holder(index + 1, behind) if behind else None


def _behind(drafts: Sequence[Draft], index: int, options: Options, text: str) -> tuple[Entity, ...]:
    """The places that the next name may mean, where the text says that this one is in it: "Paris, Texas"."""
    if index + 1 >= len(drafts) or drafts[index + 1].kind != "place" or not drafts[index + 1].start - drafts[index].end <= _GAP_MOST:
        return ()
    gap = text[drafts[index].end : drafts[index + 1].start]
    if drafts[index + 1].actor and " the " in gap:
        return ()  # "near Palmyra, the U.S. military said"
    towns = any(place.type == "settlement" for place in options.get(index, ()))  # an airport in New York is in the city
    within = towns and bool(_IN.fullmatch(gap)) and drafts[index + 1].form == "name"
    if not within and not gap.startswith(",") and not AREA_AFTER.match(gap):
        return ()
    rest = AREA_AFTER.sub("", gap, count=1)
    if rest not in (", ", " in ", " of ", " in the ") and not _GAP.fullmatch(rest):
        return ()
    outer = tuple(place for place in options.get(index + 1, ()) if place.type in _HOLDING)
    inner = {key for place in options.get(index, ()) for key in (*place.within, place.country)}
    fitting = tuple(place for place in outer if keys(place) & inner)
    if within and not fitting and _CALLED_TOWN.search(text, max(0, drafts[index].start - _CALLED_REACH), drafts[index].start):
        return outer[:1]
    if (fitting and _beside(options.get(index, ()), fitting)) or (within and not fitting):
        return ()
    possessive = text[drafts[index + 1].end : drafts[index + 1].end + 2] in ("'s", "’s")
    elsewhere = _elsewhere(drafts[index], options.get(index, ()), gap, outer, possessive=possessive)
    return fitting or (outer[:1] if elsewhere else ())


def _told(drafts: Sequence[Draft], index: int, other: int, options: Options, text: str) -> tuple[Entity, ...]:
    """The areas that the name beside may mean, where words say that this place is in it: "the North Darfur town of Kabkabiya" (the
    name before), "Kabkabiya, a town in North Darfur" (the one behind)."""
    if not 0 <= other < len(drafts) or drafts[other].kind != "place":
        return ()
    start, end = sorted((drafts[index], drafts[other]), key=lambda draft: draft.start)
    pattern = _TOWN_OF if other < index else _APPOSED
    if start.end + _APPOSED_MOST < end.start or not pattern.fullmatch(text, start.end, end.start):
        return ()
    outer = tuple(place for place in options.get(other, ()) if place.type in _HOLDING)
    inner = {key for place in options.get(index, ()) for key in (*place.within, place.country)}
    return tuple(place for place in outer if keys(place) & inner) or outer[:1]


def keys(outer: Entity) -> set[str | None]:
    """What is said of the places in one: its key, a country's code, and for a district, in which no town is known to lie, the key of
    its area."""
    if outer.type == "country":
        return {outer.key, outer.country}
    return {outer.key, *outer.within[:-1]} if outer.type == "admin" else {outer.key}


def _beside(options: Sequence[Entity], outer: Sequence[Entity]) -> bool:
    """Whether a name is first of all that of an area beside the one that follows: in "Virginia, Washington" two states are listed."""
    areas = [place for place in options if place.type == "admin" and place.population >= _LARGE_AREA]
    others = [place for place in outer if place.type == "admin"]
    return any(area.within == other.within and area.key != other.key for area in areas for other in others)


def _elsewhere(draft: Draft, options: Sequence[Entity], gap: str, outer: Sequence[Entity], *, possessive: bool) -> bool:
    """Whether none of the known places of a name is meant, since the text puts it elsewhere; not so in "Samsung, Belgium's Besix"."""
    if not options:
        return not possessive
    if gap == ", " and len(outer) == 1 and all(place.type == "facility" for place in options):
        return draft.known is None  # "Oakfield Airport, Norland" is not the one of that name elsewhere
    small = all(place.type in ("settlement", "facility") and place.population < _MOST_UNKNOWN for place in options)
    return draft.known is None and small and gap == ", " and len(outer) == 1 and outer[0].type == "admin" and len(outer[0].within) == 1
