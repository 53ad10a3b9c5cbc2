"""The nouns of the lexicon; the package exports them."""

from __future__ import annotations

from typing import Literal

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


class Match(msgspec.Struct, frozen=True, gc=False):
    """A curated name found in a text; offsets into the text that was searched."""

    start: int
    end: int
    alias: Alias
    entity: Entity
