"""The small map of a briefing: of which country, and which places lie on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from .. import maps
from ..model import EventFact, LocationFact
from ._asked import Asked

ACTING = ("metonym", "demonym")  #: forms of a country's name that mean its government or people


def map_of(asked: Asked, links: Mapping[str, str]) -> maps.MapView | None:
    """The map of the country that the article is about, with every place told on the page that is smaller than a country.

    `links` leads from the id of a fact of the page to its card. None where no such place has coordinates.
    """
    located = [fact for fact in asked.of(LocationFact) if fact.attrs.lat is not None and fact.id in links]
    located.sort(key=lambda fact: fact.attrs.relation is not None)  # the place itself before "west of" it
    found = {fact.key or fact.id: fact for fact in reversed(located)}
    places = [fact for fact in reversed(found.values()) if fact.attrs.precision not in ("country", "region")]
    return maps.locate(_country(asked), _points(places, links), asked.up)


def _points(places: Iterable[LocationFact], links: Mapping[str, str]) -> Iterator[maps.Point]:
    for fact in places:
        attrs = fact.attrs
        if attrs.lat is not None and attrs.lon is not None:
            yield maps.Point(attrs.lat, attrs.lon, attrs.precision, fact.label, links[fact.id])


def _country(asked: Asked) -> str | None:
    """The country in which most events and places lie; of equals the first. A country that acts is not the scene for that."""
    named = [fact for fact in asked.of(LocationFact) if fact.attrs.country and fact.attrs.form not in ACTING]
    lies = {fact.key: fact.attrs.country for fact in named}
    events = (lies.get(event.attrs.location) for event in asked.of(EventFact) if not event.attrs.background)
    votes = Counter(filter(None, chain(events, (fact.attrs.country for fact in named))))
    return votes.most_common(1)[0][0] if votes else None
