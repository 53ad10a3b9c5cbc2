"""Where news without a place of its own is: in the country of whoever acts, or of whom it befalls, or where a local body is.

"Southern police arrested nine men" is read as news from Southland, and so is what Southland's parliament passes. A reader
concludes that, so the place is inferred; it rests on the words that name the people, or else the body. Refused: matches,
visits and what forces and the press do, all of which may be abroad; sides of two countries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import cast

from ...lexicon import Entity, Lexicon
from ...model import ActorFact, EventFact, LocationAttrs, LocationFact, LocationType
from .._context import Context
from .._evidence import make
from .._parties.parties import Party
from .._syntax.grammar import words
from ._again import Told

#: What is done to somebody where they are, whoever does it.
_SUFFERED = frozenset(("ASSAULT", "COERCE", "ACCIDENT", "DISASTER", "OUTBREAK", "DEATH", "AID"))
#: What takes place where one of two sides is, and nobody knows which.
_MEETINGS = frozenset(("CONSULT", "COOPERATE"))
_ABROAD = frozenset(("MOBILIZE", "SPORT"))  #: ... or anywhere
#: Who acts and writes where they are sent.
_AWAY = frozenset(("military", "armed_group", "media"))
#: Bodies that act where they are, and are named after that.
_LOCAL = words("court police council assembly legislature hospital sheriff magistrates")
_FURTHER = 2  #: sentences behind the lead that may name such a body
_MOST_WORDS = 3  #: of the place in a body's name
_TOWN = 20_000  #: people, below which a word of every day may be meant: "Central Court"


def home(context: Context, main: Told, sentences: Collection[int]) -> str | None:
    """The key of the place: that after which a local body is named, else the country of who acts or suffers."""
    country = _country(context, main, sentences)
    top = max(sentences) + _FURTHER if main.fact.attrs.type not in _ABROAD else 0
    seats = (_seat(context, fact) for fact in context.of(ActorFact) if fact.sentence <= top)
    return next((seat.key for seat in seats if seat and (country is None or country in seat.within)), country)


def _seat(context: Context, fact: ActorFact) -> Entity | None:
    """The town or area that a local body is named after: "Cardiff Crown Court"."""
    name = fact.label.split()
    if not name or fact.attrs.form != "name" or fact.attrs.of or name[-1].lower() not in _LOCAL or name[0].isupper():
        return None
    heads = (" ".join(name[:length]) for length in range(min(_MOST_WORDS, len(name) - 1), 0, -1))
    places = (place for head in heads for place in context.lexicon.places.lookup(head))
    return next((place for place in places if place.type == "admin" or place.population >= _TOWN), None)


def _country(context: Context, main: Told, sentences: Collection[int]) -> str | None:
    """The key of the country: of the first side that has one, else the only one of which some `sentences` name anybody."""
    kind, who = main.fact.attrs.type, main.who
    countries = _countries(context)
    if kind in _ABROAD or (kind in _MEETINGS and _of(who.source, countries) != _of(who.target, countries)):
        return None
    for side in (who.source, who.target) if kind not in _SUFFERED else (who.target, who.source):
        found = _of(side, countries)
        if found or any(party.type in _AWAY for party in side):
            break
    else:
        found = {country for fact, country in countries.items() if fact.sentence in sentences and _is_public(fact)}
    return found.pop() if len(found) == 1 else None


def _countries(context: Context) -> dict[ActorFact, str]:
    """Who is of which country, by its key as a place, but for those who are sent abroad."""
    keys = _keys(context.lexicon)
    named = {place.key for place in context.of(LocationFact) if place.attrs.type == "country"}
    told = ((fact, keys.get(fact.attrs.country or "", fact.attrs.of)) for fact in context.of(ActorFact) if fact.attrs.type not in _AWAY)
    return {fact: key for fact, key in told if key and (fact.attrs.country or key in named)}


def _keys(lexicon: Lexicon) -> dict[str, str]:
    return {row["iso2"]: row["key"] for row in lexicon.tables["countries"]}


def _of(side: Sequence[Party], countries: Mapping[ActorFact, str]) -> set[str]:
    """The countries that some parties are of."""
    keys, told = {party.key for party in side if party.key}, {party.words for party in side if party.words}
    return {country for fact, country in countries.items() if fact.key in keys or fact.label in told}


def _is_public(fact: ActorFact) -> bool:
    """Whether an actor is a state, its people or a body of it: a person's own country tells nothing of what others do."""
    return fact.attrs.type in ("state", "people") or (fact.attrs.type == "organisation" and fact.attrs.of is not None)


def home_facts(context: Context, main: EventFact) -> Iterator[LocationFact]:
    """The home of the main event as a fact, where no words name it as a place: on those that name its people, else its body."""
    place = context.lexicon.places.get(main.attrs.location or "")
    if place is None or any(fact.key == place.key for fact in context.of(LocationFact)):
        return
    told = [fact for fact, key in _countries(context).items() if key == place.key]
    told += [fact for fact in context.of(ActorFact) if (seat := _seat(context, fact)) and seat.key == place.key]
    words_ = min(told, key=lambda fact: (fact.attrs.form != "demonym", abs(fact.sentence - main.sentence), fact.span), default=None)
    if words_ is not None:
        attrs = LocationAttrs(type=cast(LocationType, place.type), form="demonym" if words_.attrs.form == "demonym" else "nominal",
                              lat=place.lat, lon=place.lon, precision=place.precision, country=place.country, within=place.within,
                              geonameid=place.geonameid)
        yield make(LocationFact, context.reading, words_.span, key=place.key, label=place.name, rule="events.home", attrs=attrs,
                   inferred=True)
