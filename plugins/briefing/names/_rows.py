"""Places in a row: "Texas, Georgia and Ohio" are three of a kind, and each says what the others are.

Refuses to see a row in "Atlanta, Georgia": who calls says which places only tell where the one before them lies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ..lexicon import Entity
from ._name import Draft

_JOINED = re.compile(r",? (?:and|or|&|as well as|but also) (?:the )?|, (?:the )?")
_GAP_MOST = 20
#: So many on either side are asked.
_REACH = 6
#: What a row adds to the weight of a place of its kind.
_COUNTRY_OR_AREA, _TOWN = 4.0, 1.5
#: ... and what it takes off a country's in a row of towns: "Sucre, Trinidad and Potosi".
_AMONG_TOWNS = -3.0


def rows(drafts: Sequence[Draft], places: Iterable[int], text: str, parted: Callable[[int], bool]) -> dict[int, tuple[int, ...]]:
    """For each place that stands in a row the others of it, by index into `drafts`; `parted` tells that no row goes on behind one."""
    found: list[list[int]] = []
    for index in places:
        last = found[-1][-1] if found else -1
        if last == index - 1 and last >= 0 and not parted(last) and _joins(text, drafts[last].end, drafts[index].start):
            found[-1].append(index)
        else:
            found.append([index])
    return {
        index: tuple(other for other in row[max(0, at - _REACH) : at + _REACH + 1] if other != index)
        for row in found if len(row) > 1 for at, index in enumerate(row)
    }


def _joins(text: str, start: int, end: int) -> bool:
    return 0 < end - start <= _GAP_MOST and bool(_JOINED.fullmatch(text, start, end))


def alike(place: Entity, others: Sequence[Entity]) -> float:
    """What it adds to the weight of a place that at least half of its row are of its kind and country."""
    if place.type == "country" and _towns(others):
        return _AMONG_TOWNS
    if not others or 2 * sum(_kin(place, other) for other in others) < len(others):
        return 0.0
    return _TOWN if place.type == "settlement" else _COUNTRY_OR_AREA


def _towns(others: Sequence[Entity]) -> bool:
    """Whether at least half of a row are towns, and none is a country."""
    towns = sum(other.type == "settlement" for other in others)
    return towns > 0 and 2 * towns >= len(others) and all(other.type != "country" for other in others)


def _kin(place: Entity, other: Entity) -> bool:
    if place.type != other.type:
        return False
    return place.type == "country" or (place.type in ("admin", "settlement") and place.country == other.country
                                       and (place.type == "settlement" or place.within == other.within))
