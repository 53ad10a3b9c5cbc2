"""The country that news without a place of its own is in: that of whoever acts, or of whom it befalls.

"Southern police arrested nine men" is read as news from Southland, and so is what Southland's parliament passes. A reader
concludes that, so the place is inferred; it rests on the words that name the people, or else the body. Refused: matches,
visits and what forces and the press do, all of which may be abroad; sides of two countries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ...lexicon import Lexicon
from ...model import ActorFact, EventFact, LocationAttrs, LocationFact, LocationForm
from .._context import Context
from .._evidence import make
from .._parties.parties import Party
from ._again import Told

#: What is done to somebody where they are, whoever does it.
_SUFFERED = frozenset(("ASSAULT", "COERCE", "ACCIDENT", "DISASTER", "OUTBREAK", "DEATH", "AID"))
#: What takes place where one of two sides is, and nobody knows which.
_MEETINGS = frozenset(("CONSULT", "COOPERATE"))
_ABROAD = frozenset(("MOBILIZE", "SPORT"))  #: ... or anywhere
#: Who acts and writes where they are sent.
_AWAY = frozenset(("military", "armed_group", "media"))


def home(context: Context, main: Told, sentences: Collection[int]) -> str | None:
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
    """The country of the main event as a fact, where no words name it as a place: on those that name its people, else its body."""
    country = context.lexicon.entities.get(("location", main.attrs.location or ""))
    if country is None or any(place.key == country.key for place in context.of(LocationFact)):
        return
    told = [fact for fact, key in _countries(context).items() if key == country.key]
    words = min(told, key=lambda fact: (fact.attrs.form != "demonym", abs(fact.sentence - main.sentence), fact.span), default=None)
    if words is not None:
        form: LocationForm = "demonym" if words.attrs.form == "demonym" else "nominal"
        attrs = LocationAttrs(type="country", form=form, lat=country.lat, lon=country.lon, precision=country.precision,
                              country=country.country, geonameid=country.geonameid)
        yield make(LocationFact, context.reading, words.span, key=country.key, label=country.name, rule="events.home", attrs=attrs,
                   inferred=True)
