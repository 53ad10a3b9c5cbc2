"""The countries of the world as rings of longitude and latitude, read once from data/countries-50m.json.

Natural Earth 1:50 million as TopoJSON: borders are arcs that neighbours share, written as differences of whole numbers
(https://github.com/topojson/topojson-specification). The files belong to the package and never change in a run.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import accumulate, pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

import msgspec

Ring = tuple[tuple[float, float], ...]  #: (longitude, latitude) in degrees; closed
Box = tuple[float, float, float, float]  #: west, south, east, north

_DATA = Path(__file__).parent.parent / "data"


class Part(msgspec.Struct, frozen=True, dict=True):
    """One stretch of land of a country."""

    shell: Ring
    holes: tuple[Ring, ...] = ()

    @cached_property
    def box(self) -> Box:
        lons, lats = zip(*self.shell, strict=True)
        return min(lons), min(lats), max(lons), max(lats)

    @cached_property
    def area(self) -> float:
        """In square degrees of the equator, good enough to compare."""
        twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(self.shell))
        return abs(twice) / 2 * cos(radians((self.box[1] + self.box[3]) / 2))


class Country(msgspec.Struct, frozen=True):
    """A country or territory; the code is "" where ISO 3166-1 has none (Somaliland), and it is drawn as a neighbour only."""

    code: str
    parts: tuple[Part, ...]


@cache
def names() -> Mapping[str, str]:
    """English short name by ISO 3166-1 alpha-2 code."""
    return {row["code"]: row["name"] for row in _rows()}


@cache
def countries() -> tuple[Country, ...]:
    """Every country of the world file; one that stands there in two entries is joined."""
    topology = msgspec.json.decode((_DATA / "countries-50m.json").read_bytes())
    arcs = _arcs(topology)
    codes = {row["numeric"]: row["code"] for row in _rows()} | {row["name"]: row["code"] for row in _rows()}
    parts: dict[str, list[Part]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = codes.get(geometry.get("id") or name)
        parts.setdefault(code or name, []).extend(_parts(geometry, arcs))
    return tuple(Country(key if len(key) == 2 else "", tuple(found)) for key, found in parts.items())


def _rows() -> Iterator[dict[str, str]]:
    """The rows of countries.csv below its note of the source."""
    text = (_DATA / "countries.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def _arcs(topology: Mapping[str, Any]) -> list[Ring]:
    """Each arc as absolute positions."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded: list[Ring] = []
    for arc in topology["arcs"]:
        xs, ys = (accumulate(axis) for axis in zip(*arc, strict=True))
        decoded.append(tuple((x * kx + dx, y * ky + dy) for x, y in zip(xs, ys, strict=True)))
    return decoded


def _parts(geometry: Mapping[str, Any], arcs: list[Ring]) -> Iterator[Part]:
    """The lands of a Polygon or MultiPolygon."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for rings in polygons:
        shell, *holes = (_ring(indexes, arcs) for indexes in rings)
        yield Part(shell, tuple(holes))


def _ring(indexes: list[int], arcs: list[Ring]) -> Ring:
    """Arcs one after the other; a negative index (its ones' complement) is walked backwards. Their joints are shared."""
    points: list[tuple[float, float]] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return _unbroken(points)


def _unbroken(points: list[tuple[float, float]]) -> Ring:
    """The ring without jumps at the date line: it runs on past 180 degrees. One around a pole is closed by way of it."""
    turned, shift = [points[0]], 0.0
    for (before, _), (lon, lat) in pairwise(points):
        if abs(lon - before) > 180:
            shift += 360 if before > lon else -360
        turned.append((lon + shift, lat))
    if abs(turned[-1][0] - turned[0][0]) > 180:
        pole = -90.0 if turned[0][1] < 0 else 90.0
        turned += [(turned[-1][0], pole), (turned[0][0], pole), turned[0]]
    return tuple(turned)
