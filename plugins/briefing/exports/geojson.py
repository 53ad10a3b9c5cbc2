"""data/locations.geojson: every location that has coordinates (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from ..model import Archive, Entry, FileRequest, Precision
from ..settings import Settings
from . import _address

#: GeoNames asks to be named wherever its data goes; the licence is CC BY 4.0.
ATTRIBUTION = "Coordinates mostly from GeoNames (https://www.geonames.org), CC BY 4.0"


class _Point(msgspec.Struct, frozen=True):
    type: Literal["Point"]
    coordinates: tuple[float, float]  #: longitude, latitude


class _Properties(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    label: str
    type: str
    country: str | None
    precision: Precision | None
    within: tuple[str, ...]
    geonameid: int | None
    briefings: int
    mentions: int
    url: str


class _Feature(msgspec.Struct, frozen=True):
    type: Literal["Feature"]
    id: str
    geometry: _Point
    properties: _Properties


class _Collection(msgspec.Struct, frozen=True):
    type: Literal["FeatureCollection"]
    attribution: str
    features: tuple[_Feature, ...]


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """Every location that has coordinates, as a point."""
    features = tuple(feature for entry in archive.locations.values() for feature in _features(entry, settings))
    collection = _Collection("FeatureCollection", ATTRIBUTION, features)
    yield FileRequest("data/locations.geojson", [msgspec.json.format(msgspec.json.encode(collection), indent=1), b"\n"])


def _features(entry: Entry, settings: Settings) -> Iterator[_Feature]:
    """The feature of a location; none without coordinates."""
    if entry.lat is None or entry.lon is None:
        return
    properties = _Properties(
        key=entry.key, label=entry.label, type=entry.type, country=entry.country, precision=entry.precision, within=entry.within,
        geonameid=entry.geonameid, briefings=entry.briefings, mentions=len(entry.mentions), url=_address.entry(entry, settings),
    )
    # Five decimals are a metre, which is finer than anything a text says.
    yield _Feature("Feature", entry.key, _Point("Point", (round(entry.lon, 5), round(entry.lat, 5))), properties)
