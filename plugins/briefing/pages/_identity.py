"""What an entry is, in short terms: kind, country, where it lies, identifiers, names as found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

import msgspec

from ..archive.alike import alike
from ..maps import country_name
from ..model import ActorFact, Archive, Entry
from . import _paths, _words
from ._places import Places
from ._views import Link

#: Names and roles as found that are listed; there may be hundreds of spellings.
_NAMES = 24
_ROLES = 8


class Term(msgspec.Struct, frozen=True):
    """A line of the identity: a term, and links or plain words (a link without an address)."""

    term: str
    values: tuple[Link, ...]


class Context(msgspec.Struct, frozen=True):
    """What identities are made from, found once for all."""

    archive: Archive
    places: Places
    alike: Mapping[str, tuple[Entry, ...]]  #: key of a person -> others whose names are written alike
    countries: Mapping[str, str]  #: ISO 3166-1 alpha-2 -> key of the location, where the archive has it


def context(archive: Archive, places: Places) -> Context:
    found = {e.country: e.key for e in reversed(archive.locations.values()) if e.type == "country" and e.country}
    return Context(archive, places, alike(archive.actors), found)


def terms(entry: Entry, known: Context, up: str) -> tuple[Term, ...]:
    """The identity of an actor or a location. What nobody states is left out."""
    lines = {
        "Kind": (Link("", _words.TYPES.get(entry.type, (entry.type, ""))[0], _hedge(entry)),),
        "Lies in": tuple(Link(known.places.href(k, up), known.places.name(k)) for k in known.places.around(entry.key))
        if entry.kind == "location" else (),
        "Country": _country(entry, known, up),
        "Belongs to": _belongs(entry, known, up),
        "Role": tuple(_roles(entry)),
        "Position": _position(entry),
        "Written": tuple(Link("", name, f"{count:,}") for name, count in entry.aliases[:_NAMES]) if len(entry.aliases) > 1 else (),
        "See also": _namesake(entry, known, up),
        "Not to be confused with": _listed((known.archive.actors[key] for key in entry.namesakes), up),
        "May be the same as": _listed(known.alike.get(entry.key, ()) if entry.kind == "actor" else (), up),
        "Elsewhere": tuple(_elsewhere(entry)),
    }
    return tuple(Term(term, values) for term, values in lines.items() if values)


def _hedge(entry: Entry) -> str:
    """What is only ever described ("two officials") may be somebody else in each article."""
    named = any(mention.fact.attrs.form in ("name", "demonym", "metonym") for mention in entry.mentions)
    return "" if named or not entry.mentions else "described, never named"


def _country(entry: Entry, known: Context, up: str) -> tuple[Link, ...]:
    """The country by name; nothing for a country itself, as a place or a state, nor where the places around it or the state that it
    belongs to name it."""
    owner = known.archive.actors.get(entry.of or "")
    if owner and owner.type == "state" and owner.country == entry.country:
        return ()
    if not entry.country or entry.type in ("country", "state") or (entry.kind == "location" and known.places.around(entry.key)):
        return ()
    key = known.countries.get(entry.country)
    return (Link(known.places.href(key, up) if key else "", country_name(entry.country)),)


def _belongs(entry: Entry, known: Context, up: str) -> tuple[Link, ...]:
    if not entry.of or entry.of == entry.key:
        return ()
    owner = known.archive.actors.get(entry.of)
    return (Link(up + _paths.entry("actor", owner.key), owner.label),) if owner else (Link("", known.places.name(entry.of)),)


def _namesake(entry: Entry, known: Context, up: str) -> tuple[Link, ...]:
    """A country has two pages: the place in which things happen, and the state that acts."""
    kind = "location" if entry.kind == "actor" else "actor"
    other = (known.archive.locations if kind == "location" else known.archive.actors).get(entry.key)
    if other is None:
        return ()
    words = f"{other.label} as {'a place' if kind == 'location' else 'an actor'}"
    return (Link(up + _paths.entry(kind, other.key), words, f"{other.briefings:,}"),)


def _listed(actors: Iterable[Entry], up: str) -> tuple[Link, ...]:
    return tuple(Link(up + _paths.entry("actor", each.key), each.label, f"{each.briefings:,}") for each in actors)


def _roles(entry: Entry) -> Iterator[Link]:
    """Roles in the articles' words, most stated first; an editor's before all."""
    if entry.profile and entry.profile.role:
        yield Link("", entry.profile.role)
    roles = Counter(m.fact.attrs.role for m in entry.mentions if isinstance(m.fact, ActorFact) and m.fact.attrs.role)
    for role, count in sorted(roles.items(), key=lambda pair: (-pair[1], pair[0]))[:_ROLES]:
        yield Link("", role, f"{count:,}")


def _position(entry: Entry) -> tuple[Link, ...]:
    if entry.lat is None or entry.lon is None:
        return ()
    return (Link("", coordinates(entry.lat, entry.lon), _words.PRECISION.get(entry.precision or "", "precision not stated")),)


def coordinates(lat: float, lon: float) -> str:
    """ (33.3, 44.4) -> 33.30° N, 44.40° E."""
    return f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'}"


def _elsewhere(entry: Entry) -> Iterator[Link]:
    """The same thing in public registers."""
    wikidata = entry.wikidata or (entry.profile.wikidata if entry.profile else None)
    if wikidata:
        yield Link(f"https://www.wikidata.org/wiki/{quote(wikidata)}", f"Wikidata {wikidata}")
    if entry.geonameid:
        yield Link(f"https://www.geonames.org/{entry.geonameid}", f"GeoNames {entry.geonameid}")
    if entry.profile and entry.profile.icao:
        yield Link("", f"ICAO {entry.profile.icao}")
