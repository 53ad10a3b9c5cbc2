"""What is known beforehand, before any article is read.

* `entities`: curated actors and places (lexicon/data/*.csv), merged with content/actors and content/locations, which win;
* `find`: every curated name in a text, at once;
* `places`: the gazetteer, some 235,000 places, mapped from one compact file and never loaded whole;
* `tables`: small word lists, each a CSV file with a header and a note of its source on top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, Protocol

import msgspec

from ..model import Precision

AliasForm = Literal["name", "demonym", "metonym"]


class Alias(msgspec.Struct, frozen=True, gc=False):
    """One way to write an entity."""

    text: str
    form: AliasForm = "name"


class Entity(msgspec.Struct, frozen=True):
    """A thing known beforehand: a row of a curated file, a gazetteer's place, or an editor's profile."""

    kind: Literal["actor", "location"]
    key: str
    name: str
    type: str  #: an ActorType or a LocationType
    aliases: tuple[Alias, ...] = ()
    country: str | None = None  #: ISO 3166-1 alpha-2
    wikidata: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    within: tuple[str, ...] = ()  #: location keys, nearest first
    of: str | None = None  #: actor key
    population: int = 0  #: 0 where unknown
    state: str | None = None  #: for a country: the key of its state as an actor


class Match(msgspec.Struct, frozen=True):
    """A curated name found in a text; offsets into the text that was searched."""

    start: int
    end: int
    alias: Alias
    entity: Entity


class Gazetteer(Protocol):
    """Places by name. `lookup` gives every place of that name, most populous first; an unknown name gives ()."""

    def lookup(self, name: str) -> tuple[Entity, ...]: ...


class Lexicon(Protocol):
    """See the module's docstring. `fingerprint` changes whenever any answer may."""

    fingerprint: str
    entities: Mapping[tuple[str, str], Entity]  #: by (kind, key)
    places: Gazetteer
    tables: Mapping[str, tuple[Mapping[str, str], ...]]  #: file stem -> rows

    def find(self, text: str) -> Iterator[Match]: ...
