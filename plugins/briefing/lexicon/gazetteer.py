"""The gazetteer: some 250,000 places in three mapped files, read a row at a time and never loaded whole.

`places.names` (a marisa trie) leads from a folded name to row numbers, `places.rows` holds rows of 24 bytes, best known
first, and `places.labels` (a marisa trie) the names as people write them. `compile.py` writes what this module reads.
Refuses to guess: an unknown name gives nothing, and which of two places is meant is the caller's question.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import marisa_trie
import msgspec

from ..model import Precision
from ._nouns import Alias, Entity
from .folding import fold, slug

#: geonameid, latitude and longitude in 1/100,000 degree, population, area (1-based), country (1-based), type and suffix, label
ROW = struct.Struct("<IiiIHBBI")
POINTER = "<I"
SCALE = 100_000
PlaceType = Literal["country", "admin", "district", "settlement", "facility"]
TYPES: tuple[PlaceType, ...] = ("country", "admin", "district", "settlement", "facility")
#: What stands behind the slug of a name to make a key: nothing, the country, the area, both, or the GeoNames id.
BARE, COUNTRY, AREA, AREA_AND_COUNTRY, NUMBER = range(5)
_LOCATION_TYPE = {"district": "admin"}
_PRECISION: dict[PlaceType, Precision] = {
    "country": "country", "admin": "admin", "district": "admin", "settlement": "settlement", "facility": "site",
}
_LENGTH = struct.Struct("<I")


class Header(msgspec.Struct, frozen=True):
    """What rows point to: countries as (ISO code, key), first-level areas as (slug of the name, key)."""

    countries: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...]


def make_key(name: str, suffix: int, area: str, country: str, geonameid: int) -> str:
    """The key of a place whose name is shared, told apart by `suffix`."""
    tails = {BARE: "", COUNTRY: country, AREA: area, AREA_AND_COUNTRY: f"{area}-{country}", NUMBER: str(geonameid)}
    return f"{slug(name)}-{tails[suffix]}".strip("-")


class Gazetteer:
    """Places by name. Safe to share between threads; each process maps the files for itself."""

    def __init__(self, folder: Path, known: Mapping[tuple[str, str], Entity]) -> None:
        """`known` holds curated entities by (kind, key); one of the same key or GeoNames id stands in for a place."""
        self._names = marisa_trie.RecordTrie(POINTER).mmap(str(folder / "places.names"))
        self._labels = marisa_trie.Trie().mmap(str(folder / "places.labels"))
        with (folder / "places.rows").open("rb") as file:
            self._rows = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        (length,) = _LENGTH.unpack_from(self._rows)
        self._start = _LENGTH.size + length
        self._header = msgspec.msgpack.decode(self._rows[_LENGTH.size : self._start], type=Header)
        self._known = known
        self._by_id: dict[int, Entity] = {}
        self._by_name: dict[str, list[Entity]] = {}
        for entity in (e for e in known.values() if e.kind == "location"):
            if entity.geonameid:
                self._by_id[entity.geonameid] = entity
            for name in {fold(alias.text) for alias in entity.aliases}:
                self._by_name.setdefault(name, []).append(entity)

    def __len__(self) -> int:
        return (len(self._rows) - self._start) // ROW.size

    def lookup(self, name: str) -> tuple[Entity, ...]:
        """Every place of that name, the best known first; () for an unknown name. Case, accents and hyphens do not count.

        A curated place that the files do not have under that name comes before those that they have.
        """
        folded = fold(name)
        if not folded:
            return ()
        found = {place.key: place for place in (self._place(row) for (row,) in sorted(self._names.get(folded, ())))}
        curated = (entity for entity in self._by_name.get(folded, ()) if entity.key not in found)
        return (*curated, *found.values())

    def get(self, key: str) -> Entity | None:
        """The place of that key; None where there is none."""
        if ("location", key) in self._known:
            return self._known["location", key]
        words = key.split("-")
        for length in range(len(words), 0, -1):
            for place in self.lookup(" ".join(words[:length])):
                if place.key == key:
                    return place
        return None

    def label(self, key: str) -> str | None:
        """The name of the place of that key; None where there is none."""
        place = self.get(key)
        return place.name if place else None

    def _place(self, index: int) -> Entity:
        geonameid, lat, lon, population, area, country, packed, label = ROW.unpack_from(self._rows, self._start + index * ROW.size)
        if geonameid in self._by_id:
            return self._by_id[geonameid]
        kind, name = TYPES[packed & 15], self._labels.restore_key(label)
        iso, country_key = self._header.countries[country - 1] if country else (None, "")
        area_slug, area_key = self._header.areas[area - 1] if area else ("", "")
        key = make_key(name, packed >> 4, area_slug, country_key, geonameid)
        return self._known.get(("location", key)) or Entity(
            kind="location", key=key, name=name, type=_LOCATION_TYPE.get(kind, kind), aliases=(Alias(name),), country=iso,
            geonameid=geonameid or None, lat=lat / SCALE, lon=lon / SCALE, precision=_PRECISION[kind],
            within=tuple(k for k in (area_key, country_key) if k and k != key), population=population,
        )


def write(folder: Path, header: Header, rows: Sequence[tuple[int, ...]], labels: marisa_trie.Trie,
          names: list[tuple[str, tuple[int]]]) -> None:
    """Write the three files that `Gazetteer` maps: `rows` in order, `names` from folded name to row number."""
    head = msgspec.msgpack.encode(header)
    (folder / "places.rows").write_bytes(_LENGTH.pack(len(head)) + head + b"".join(ROW.pack(*row) for row in rows))
    labels.save(str(folder / "places.labels"))
    marisa_trie.RecordTrie(POINTER, names, order=marisa_trie.LABEL_ORDER).save(str(folder / "places.names"))
