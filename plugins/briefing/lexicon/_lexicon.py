"""The lexicon as a whole, and how it is loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import marisa_trie
import msgspec

from ..model import LocationType, Profile
from . import curated
from ._nouns import Alias, Entity, Match
from ._tables import read_tables
from .finder import Finder
from .gazetteer import Gazetteer
from .transliterated import Spellings

DATA = Path(__file__).parent / "data"
#: Part of the fingerprint: to be raised when code of this package changes an answer.
REVISION = "2"


class Lexicon(msgspec.Struct, frozen=True):
    """See the package's docstring. `fingerprint` changes whenever any answer may."""

    fingerprint: str
    entities: Mapping[tuple[str, str], Entity]  #: by (kind, key)
    places: Gazetteer
    tables: Mapping[str, tuple[Mapping[str, str], ...]]  #: file stem -> rows
    common_words: Container[str]  #: English words of every day, in small letters: a place of that name needs evidence
    given_names: Container[str]  #: as written, with a capital
    surnames: Container[str]
    by_surname: Mapping[str, Entity]  #: whom a surname alone means, where an article has no other bearer: "Putin"
    spellings: Spellings  #: whom another spelling of a full name means: "Dmitriy Medvedev"
    services: curated.Services
    finder: Finder

    def find(self, text: str) -> Iterator[Match]:
        """Every curated name in a text, by start, then longest first.

        Matches may nest and overlap ("Iraq" in "Islamic Resistance in Iraq"), and one stretch may name several entities (a
        country, as a location and as a state): which of them is meant is the caller's question.
        """
        return self.finder.find(text)


def load(profiles: Iterable[Profile] = ()) -> Lexicon:
    """The lexicon, with editors' profiles in it. Reads the files of lexicon/data; OSError where one is missing."""
    profiles = tuple(profiles)
    tables = read_tables(DATA)
    known = curated.entities(tables)
    places = Gazetteer(DATA, known)  # as it is without profiles, which may be about any of its places
    for profile in profiles:
        entity = _merged(profile, known, places)
        known[entity.kind, entity.key] = entity
    known_place = cache(places.get)
    known = {place: _placed(entity, known_place) for place, entity in known.items()}
    places = Gazetteer(DATA, known)
    services = curated.Services(tables, known)
    finder = Finder(known.values(), services.words(), services.get, common_words())
    return Lexicon(
        fingerprint=_fingerprint(profiles), entities=known, places=places, tables=tables, common_words=common_words(),
        given_names=_trie("given.words"), surnames=_trie("surnames.words"), by_surname=curated.by_surname(tables, known),
        spellings=Spellings(known.values()), services=services, finder=finder,
    )


def _placed(entity: Entity, place: Callable[[str], Entity | None]) -> Entity:
    """A place with all that it lies in: curated rows and profiles name what is nearest, and that knows what it lies in itself."""
    chain = list(entity.within)
    for key in chain:  # which grows meanwhile
        around = place(key)
        chain += [outer for outer in (around.within if around else ()) if outer not in (*chain, entity.key)]
    return msgspec.structs.replace(entity, within=tuple(chain)) if len(chain) > len(entity.within) else entity


def _merged(profile: Profile, known: Mapping[tuple[str, str], Entity], places: Gazetteer) -> Entity:
    """A profile laid over what is curated, or over the gazetteer's place of that key: what the editor states wins, aliases join."""
    kind = _kind(profile)
    base = known.get((kind, profile.key)) or (places.get(profile.key) if kind == "location" else None)
    base = base or Entity(kind=kind, key=profile.key, name=profile.name, type="other" if kind == "location" else "organisation")
    stated = {
        field: value
        for field in ("name", "type", "country", "wikidata", "geonameid", "lat", "lon", "precision", "within", "of")
        if (value := getattr(profile, field)) not in (None, ())
    }
    aliases = (Alias(profile.name), *(Alias(text) for text in profile.aliases), *base.aliases)
    return msgspec.structs.replace(base, aliases=tuple({a.text: a for a in reversed(aliases)}.values())[::-1], **stated)


def _kind(profile: Profile) -> Literal["actor", "location"]:
    """What a profile is about: its type says it, else the folder that it lies in."""
    if profile.type is not None:
        return "location" if profile.type in get_args(LocationType) else "actor"
    return "location" if Path(profile.path).parent.name == "locations" else "actor"


@cache
def common_words() -> Container[str]:
    """English words of every day, in small letters; the same as Lexicon.common_words, for who has no lexicon at hand."""
    return _trie("common.words")


def _trie(name: str) -> marisa_trie.Trie:
    return marisa_trie.Trie().mmap(str(DATA / name))


def _fingerprint(profiles: tuple[Profile, ...]) -> str:
    """A hash of everything that an answer may depend on."""
    digest = hashlib.blake2b(REVISION.encode(), digest_size=16)
    for path in sorted(DATA.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    digest.update(msgspec.msgpack.encode(profiles))
    return digest.hexdigest()
