"""Countries and points to SVG: a map file of each country, of each region and of the world, and where a point lies on it.

A map is drawn once at build time and shared by every page that shows it; a page lays its markers over it. The shape of a
marker says how exactly its place is known. Plate carrée, its longitudes scaled for the middle of the map. Borders are
Natural Earth's and say nothing about who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import cos, radians

import msgspec
import shapely

from ..model import Archive, Entry, FileRequest, Precision
from ._atlas import Box, Country, Part, countries, names

WIDTH, HEIGHT = 800, 600  #: of a country's viewBox; the world's is as wide, but less high
WORLD = "world"
_WORLD_BOX: Box = (-180.0, -58.0, 180.0, 84.0)  #: without Antarctica
_WORLD_HEIGHT = 316  #: the same scale for longitudes and latitudes
#: Views between the world and a country: name and section, which is widened or heightened to the proportions of the page. They
#: are views for finding one's way and overlap; they do not say what belongs to what.
REGIONS: dict[str, tuple[str, Box]] = {
    "europe": ("Europe", (-12.0, 34.0, 45.0, 66.0)),
    "middle-east": ("Middle East", (24.0, 12.0, 64.0, 43.0)),
    "africa": ("Africa", (-20.0, -36.0, 54.0, 38.0)),
    "central-and-south-asia": ("Central and South Asia", (45.0, 5.0, 98.0, 56.0)),
    "east-asia": ("East and Southeast Asia", (90.0, -11.0, 150.0, 54.0)),
    "oceania": ("Australia and Oceania", (110.0, -50.0, 190.0, 5.0)),
    "north-america": ("North America", (-130.0, 14.0, -60.0, 62.0)),
    "south-america": ("Central and South America", (-118.0, -56.0, -34.0, 33.0)),
}
_LEAST = 1.2  #: degrees of latitude that a map shows at least: below, 1:50 million shows no shape
_MARGIN = 0.12  #: of a country's size, around it
_SMOOTH = 0.5  #: of a unit of the viewBox: finer bends are dropped
_LETTER, _LINE = 15, 32  #: of a name on a map: about the width of a letter and the height of a line
_NAMED = 12  #: names on a map: each is compared with those before it
#: Marker by precision: (class, radius in units of the viewBox).
_SHAPES: dict[Precision | None, tuple[str, int]] = {
    "site": ("site", 8), "settlement": ("settlement", 12), "admin": ("area", 38), "country": ("area", 60), "region": ("area", 60),
    None: ("area", 38),
}
_STYLE = (
    "path{stroke-width:1;stroke:#fdfcf9;fill:#dfdace;stroke-linejoin:round}.c{fill:#c3b896;stroke:#857a5c;stroke-width:1.5}"
    "@media(prefers-color-scheme:dark){path{stroke:#1e2124;fill:#34393d}.c{fill:#5a6266;stroke:#a3aaad}}"
)


class Point(msgspec.Struct, frozen=True, gc=False):
    """A place to be marked."""

    lat: float
    lon: float
    precision: Precision | None
    label: str
    href: str


class Marker(msgspec.Struct, frozen=True, gc=False):
    """A place on a map, in units of its viewBox."""

    shape: str  #: "site", "settlement" or "area": a class of the style sheet
    x: int
    y: int
    radius: int
    label: str
    href: str
    anchor: str  #: on which side of it its name is written, "start" or "end"; "" where there is no room
    text_x: int


class MapView(msgspec.Struct, frozen=True):
    """A map with its markers, for the macro `map`."""

    href: str  #: of the map file
    label: str
    caption: str
    width: int
    height: int
    markers: tuple[Marker, ...]


def country_name(code: str | None) -> str:
    """The English short name of an ISO 3166-1 alpha-2 code; an unknown code is given back, None gives ""."""
    return names().get(code, code) if code else ""


def exports(archive: Archive, site: object) -> Iterator[FileRequest]:
    """The map of the world, and one of each region and of each country in which the archive has a place."""
    del site  # a map is the same on every site
    facts = (mention.fact for entry in archive.locations.values() for mention in entry.mentions)
    found = {entry.country for entry in archive.locations.values()} | {fact.attrs.country for fact in facts if fact.attrs.country}
    for code in (WORLD, *regions(archive.locations.values()), *sorted(code for code in found if code in _frames())):
        yield FileRequest(f"maps/{code.lower()}.svg", _drawn(code), code.encode())


def regions(places: Iterable[Entry]) -> tuple[str, ...]:
    """The regions on whose maps at least one of these places lies."""
    points = [(place.lat, place.lon) for place in places if place.lat is not None and place.lon is not None]
    return tuple(code for code in REGIONS if any(position(code, lat, lon) for lat, lon in points))


def _drawn(code: str) -> Iterator[bytes]:
    """A map, drawn when its bytes are asked for."""
    yield draw(code)


def locate(country: str | None, points: Iterable[Point], root: str = "") -> MapView | None:
    """The map of a country with the points that lie on it; of the world where there is no such map. None without points.

    `root` leads from the page to the output folder. A point outside the map is named in the caption.
    """
    points = tuple(points)
    if not points:
        return None
    code = country if country in _frames() else WORLD
    inside = [(point, xy) for point in points if (xy := position(code, point.lat, point.lon))]
    if not inside and code != WORLD:
        return locate(WORLD, points, root)
    markers = tuple(_named(inside))
    title = "the world" if code == WORLD else country_name(code)
    outside = list(dict.fromkeys(p.label for p in points if not position(code, p.lat, p.lon)))
    # Wide circles first: what is drawn later lies on top and can be pointed at.
    ordered = tuple(sorted(markers, key=lambda marker: -marker.radius))
    return MapView(f"{root}maps/{code.lower()}.svg", f"Map of {title}", _caption(title, markers, outside), WIDTH, height(code), ordered)


def _named(inside: Sequence[tuple[Point, tuple[int, int]]]) -> Iterator[Marker]:
    """Markers, each with its name beside it where that covers no other name; areas are named by their tooltip alone."""
    taken: list[Box] = []
    for point, (x, y) in inside:
        shape, radius = _SHAPES[point.precision]
        long, away = len(point.label) * _LETTER, radius + 9
        anchor, at = ("start", x + away) if x + away + long < WIDTH else ("end", x - away)
        left = at if anchor == "start" else at - long
        box = (left, y - _LINE / 2, left + long, y + _LINE / 2)
        room = shape != "area" and left > 0 and len(taken) < _NAMED and not any(_cover(box, other) for other in taken)
        if room:
            taken.append(box)
        yield Marker(shape, x, y, radius, point.label, point.href, anchor if room else "", at)


def _cover(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _caption(title: str, markers: Sequence[Marker], outside: Sequence[str]) -> str:
    words = {"site": "dot: exact site", "settlement": "ring: town", "area": "dashed: somewhere in this area"}
    legend = [words[shape] for shape in words if any(marker.shape == shape for marker in markers)]
    parts = [f"{title[0].upper()}{title[1:]}", *legend, *([f"not on this map: {', '.join(outside)}"] if outside else [])]
    return "; ".join(parts) + ". Borders: Natural Earth; some are contested."


def position(code: str, lat: float, lon: float) -> tuple[int, int] | None:
    """Where a place lies on the map of a country (or of WORLD), in units of its viewBox; None if that is off the map."""
    west, south, east, north = _frames()[code]
    turned = next((lon + turn for turn in (0, 360, -360) if west <= lon + turn <= east), None)
    if turned is None or not south <= lat <= north:
        return None
    return round((turned - west) / (east - west) * WIDTH), round((north - lat) / (north - south) * height(code))


def height(code: str) -> int:
    """Of a map's viewBox; every map is WIDTH wide."""
    return _WORLD_HEIGHT if code == WORLD else HEIGHT


# --- what a country's map shows -----------------------------------------------------------------------------------


@cache
def _frames() -> dict[str, Box]:
    """The section of the world on each map."""
    regions = {code: _fitted(box, 0.0) for code, (_, box) in REGIONS.items()}
    return {WORLD: _WORLD_BOX} | regions | {country.code: _frame(country) for country in countries() if country.code}


def _frame(country: Country) -> Box:
    """A country with what belongs to its body, and a margin around it."""
    return _fitted(_body(country.parts), _MARGIN)


def _fitted(box: Box, margin: float) -> Box:
    """A section in the proportions of the page, longitudes scaled for its middle."""
    west, south, east, north = box
    middle = (south + north) / 2
    squeeze = max(cos(radians(middle)), 0.1)
    tall = max((north - south) * (1 + 2 * margin), (east - west) * (1 + 2 * margin) * squeeze * HEIGHT / WIDTH, _LEAST)
    wide = tall * WIDTH / HEIGHT / squeeze
    centre = (west + east) / 2
    return centre - wide / 2, middle - tall / 2, centre + wide / 2, middle + tall / 2


def _body(parts: Sequence[Part]) -> Box:
    """The box around a country without its far possessions.

    Parts join from the largest down to 95 % of the land. Once 80 % are in, a part that would make the map much emptier
    stays out: Alaska and French Guiana do, while Hokkaido and the islands of Indonesia come in.
    """
    ordered = sorted(parts, key=lambda part: (-part.area, part.box))
    land = sum(part.area for part in parts)
    body, covered = ordered[0].box, ordered[0].area
    for part in ordered[1:]:
        if covered >= 0.95 * land:
            break
        box = _beside(body, part.box)
        joined = (min(body[0], box[0]), min(body[1], box[1]), max(body[2], box[2]), max(body[3], box[3]))
        if covered < 0.8 * land or _size(joined) <= 1.5 * (_size(body) + _size(box)):
            body = joined
        covered += part.area
    return body


def _beside(body: Box, box: Box) -> Box:
    """A box, turned around the globe to the side of the date line where the body is."""
    turn = round((body[0] + body[2] - box[0] - box[2]) / 720) * 360
    return box[0] + turn, box[1], box[2] + turn, box[3]


def _size(box: Box) -> float:
    return max(box[2] - box[0], 0.1) * max(box[3] - box[1], 0.1)


# --- drawing ------------------------------------------------------------------------------------------------------


def draw(code: str) -> bytes:
    """The SVG of one country's map, or of the world's. The same code always gives the same bytes."""
    own: list[str] = []
    around: list[str] = []
    for country, polygon in _visible(_frames()[code], height(code)):
        (own if country == code else around).extend(map(_path, (polygon.exterior, *polygon.interiors)))
    paths = [f'<path d="{"".join(around)}"/>' if around else "", f'<path class="c" d="{"".join(own)}"/>' if own else ""]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height(code)}"><style>{_STYLE}</style>'
    return f"{head}{''.join(paths)}</svg>\n".encode()


@cache
def _lands() -> tuple[shapely.STRtree, tuple[str, ...]]:
    """Every stretch of land, to be searched by where it lies, and the code of the country that each belongs to."""
    parts = [(country.code, part) for country in countries() for part in country.parts]
    return shapely.STRtree([shapely.Polygon(part.shell, part.holes) for _, part in parts]), tuple(code for code, _ in parts)


def _visible(box: Box, high: int) -> Iterator[tuple[str, shapely.Polygon]]:
    """The lands that show on a map, cut at its edge and in units of its viewBox, each with its country's code."""
    tree, codes = _lands()
    scale = WIDTH / (box[2] - box[0]), high / (box[1] - box[3])
    rim = 5 / scale[0]
    for turn in (0.0, 360.0, -360.0):
        window = (box[0] - turn - rim, box[1] - rim, box[2] - turn + rim, box[3] + rim)
        corner = box[0] - turn, box[3]
        found = sorted(tree.query(shapely.box(*window)).tolist())
        lands = shapely.transform(shapely.clip_by_rect(tree.geometries[found], *window), lambda points, at=corner: (points - at) * scale)
        for index, land in zip(found, shapely.simplify(lands, _SMOOTH), strict=True):
            for polygon in shapely.get_parts(land):
                if polygon.geom_type == "Polygon" and not polygon.is_empty:
                    yield codes[index], polygon


def _path(ring: shapely.LinearRing) -> str:
    """A closed ring in whole units, each step relative to the one before; steps of no length are dropped."""
    points = [(round(x), round(y)) for x, y in shapely.get_coordinates(ring).tolist()]
    steps = [(x - px, y - py) for (px, py), (x, y) in pairwise(points) if (x, y) != (px, py)]
    if len(steps) < 3:
        return ""
    # A minus sign parts two numbers as well as a space does.
    drawn = "".join(f" {x}{y}" if y < 0 else f" {x} {y}" for x, y in steps[:-1])
    return f"M{points[0][0]} {points[0][1]}l{drawn[1:]}z"
