"""Where an article says that a facility lies, and which of the places of its name that leaves.

A facility that nobody knows is where the words behind it say ("Litoral prison in Guayaquil"); the place that its name may mean
counts only if it is in a country that the article tells of. Refuses a namesake on another continent.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ...lexicon import Entity
from ...names import Name
from .._context import Context

_IN = re.compile(
    r"(?:,? (?:in|near|at|outside|close to|on the outskirts of)|,)(?: the)?"
    r"(?: (?:[a-z]+ )?(?:city|town|village|province|district|region|port) of)? "
)
_REACH = 60


class Stated:
    """The places of one article, as far as they say where others are."""

    def __init__(self, context: Context) -> None:
        self._text = context.reading.text
        self._names = context.names
        self._starts = [name.span.start for name in context.names]
        self._countries = {(name.key, name.entity.country) for name in context.names if name.entity and name.entity.country}

    def place(self, name: Name, end: int) -> Entity | None:
        """The place in which the words beside a name, of which a noun may be part up to `end`, put it; None where they do not."""
        return self._behind(end) or self._owner(name)

    def _behind(self, end: int) -> Entity | None:
        """The place named right behind an offset: "... in Guayaquil"."""
        index = bisect_left(self._starts, end)
        name = self._names[index] if index < len(self._names) else None
        if name is None or name.kind != "place" or not name.span.start <= end + _REACH or name.entity is None:
            return None
        return name.entity if _IN.fullmatch(self._text, end, name.span.start) and name.entity.kind == "location" else None

    def _owner(self, name: Name) -> Entity | None:
        """The place whose a named one is: "Taipei's Tucheng jail"."""
        index = bisect_left(self._starts, name.span.start) - 1
        owner = self._names[index] if index >= 0 else None
        owns = owner is not None and owner.kind == "place" and self._text[owner.span.end : name.span.start] in ("'s ", "’s ")
        return owner.entity if owner and owns and owner.entity and owner.entity.kind == "location" else None

    def likely(self, places: Sequence[Entity], but: Name, end: int, *, sure: bool) -> Entity | None:
        """The first of the places that is where the words behind it say, else in a country that the article tells of otherwise.

        Of places that are `sure` to bear the name the country is enough; without any in such a country the first of all is meant, as
        where the article tells of no other country.
        """
        around, countries = self.place(but, end), {country for key, country in self._countries if key != but.key}
        if around is not None:
            return next((place for place in places if _inside(place, around) or (sure and place.country == around.country)), None)
        fitting = (place for place in places if place.country in countries)
        return next(fitting, places[0] if places and (sure or not countries) else None)


def _inside(place: Entity, around: Entity) -> bool:
    return around.key in (place.key, *place.within)
