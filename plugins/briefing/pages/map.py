"""The map of all places: of the world and of its regions, with the whole list behind it.

The shape of a mark says how exactly a place is known, its size in how many briefings it stands. A map shows the foremost
places only, so that it can be read and stays small; the list beneath it has them all, and a place without coordinates is
listed, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

import msgspec

from .. import maps
from ..model import Archive, Entry, PageRequest
from . import _identity, _paths, _words
from ._places import Places, places
from ._views import EntryLink, Frame, Link, Pager, Site, frame

#: Marks on a map, names beside them, and rows in the list under it.
_DRAWN, _NAMED, _ROWS = 250, 28, 100
#: Countries beside the map, and places without coordinates: the foremost.
_COUNTRIES, _UNLOCATED = 24, 24
#: Of a mark, in units of the viewBox: the least radius, what a briefing adds to the square of it, and the greatest.
_LEAST, _GROWTH, _GREATEST = 2.2, 1.1, 11.0
#: Of a name: the width of a letter, the height of a line.
_LETTER, _LINE = 5.0, 10.0
_SHAPES = {"site": "site", "settlement": "settlement", "admin": "area", "country": "wide", "region": "wide"}
_BASE = "map/"


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A place on a map; figures in units of the viewBox, as they are printed."""

    shape: str  #: "site", "settlement", "area" or "wide": a class of the style sheet
    x: int
    y: int
    radius: str
    path: str  #: the outline of a diamond, for "wide"
    label: str
    href: str
    named: bool
    text_x: str


class Row(msgspec.Struct, frozen=True, gc=False):
    """A place in the list."""

    href: str
    text: str
    note: str  #: its kind, and where it lies
    position: str
    precision: str
    count: str


class MapPage(msgspec.Struct, frozen=True, kw_only=True):
    """A map with its list; on further pages of the list, and for places without coordinates, there is no map."""

    frame: Frame
    title: str
    lead: str
    views: tuple[Link, ...]
    image: str = ""  #: address of the map file
    label: str = ""
    height: int = 0
    region: bool = False  #: not of the whole world, and so less wide
    marks: tuple[Mark, ...] = ()
    countries: tuple[EntryLink, ...] = ()
    unlocated: tuple[EntryLink, ...] = ()
    unlocated_all: Link | None = None
    list_title: str = ""
    rows: tuple[Row, ...]
    more: Link | None = None
    pager: Pager | None = None


class _Known(msgspec.Struct, frozen=True):
    """What all pages of the map share. Places stand in the order of the index: most briefings first."""

    site: Site
    hierarchy: Places
    located: tuple[Entry, ...]
    unlocated: tuple[Entry, ...]
    countries: tuple[Entry, ...]
    regions: tuple[str, ...]


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """map/index.html with the pages of its list, map/<region>/index.html, and map/not-located/ where there is any such place."""
    found = tuple(archive.locations.values())
    known = _Known(
        site, places(archive.locations, archive.labels), located=tuple(e for e in found if e.lat is not None and e.lon is not None),
        unlocated=tuple(e for e in found if e.lat is None or e.lon is None),
        countries=tuple(e for e in found if e.type == "country"), regions=maps.regions(found),
    )
    yield from _world(known)
    for code in known.regions:
        yield _region(code, known)
    if known.unlocated:
        yield from _not_located(known)


def _world(known: _Known) -> Iterator[PageRequest]:
    for part in _paths.parts(_BASE, "Places on the map", known.located, min(_ROWS, known.site.settings.entry_page_size)):
        up, first = part.up, part.number == 1
        crumbs = () if first else (Link(f"{up}map/index.html", "Map"), Link("", f"Page {part.number}"))
        title = _paths.titled("Map", part.number)
        view = MapPage(
            frame=_frame(known, part.path, title, crumbs), title=title, lead=_told(known), views=_views(known, up, "" if first else None),
            list_title=f"All {_words.count(len(known.located), 'place')} with coordinates" if known.located else "",
            rows=tuple(_row(entry, known, up) for entry in part.rows), pager=part.pager,
        )
        yield PageRequest(part.path, "map.html", _with_map(view, maps.WORLD, known.located, known, up) if first else view)


def _region(code: str, known: _Known) -> PageRequest:
    path, up, name = f"{_BASE}{code}/index.html", "../../", maps.REGIONS[code][0]
    inside = _within(code, known.located)
    more = len(inside) - _ROWS
    title = f"Map: {name}"
    view = MapPage(
        frame=_frame(known, path, title, (Link(f"{up}map/index.html", "Map"), Link("", name))), title=title,
        lead=f"{_words.count(len(inside), 'place')} in this view.{_drawn(len(inside))}", views=_views(known, up, code), region=True,
        list_title="Places in this view", rows=tuple(_row(entry, known, up) for entry in inside[:_ROWS]),
        more=Link(f"{up}map/index.html#list", f"{more:,} more in the list of all places") if more > 0 else None,
    )
    return PageRequest(path, "map.html", _with_map(view, code, inside, known, up))


def _not_located(known: _Known) -> Iterator[PageRequest]:
    for part in _paths.parts(f"{_BASE}not-located/", "Places not located", known.unlocated, known.site.settings.entry_page_size):
        title = _paths.titled("Places without coordinates", part.number)
        crumbs = (Link(f"{part.up}map/index.html", "Map"), Link("", "Without coordinates"))
        view = MapPage(
            frame=_frame(known, part.path, title, crumbs), title=title, views=_views(known, part.up, None),
            lead=f"{_words.count(len(known.unlocated), 'place')} that the articles name and nothing locates.",
            rows=tuple(_row(entry, known, part.up) for entry in part.rows), pager=part.pager,
        )
        yield PageRequest(part.path, "map.html", view)


# --- parts of a page ------------------------------------------------------------------------------------------------


def _frame(known: _Known, path: str, title: str, crumbs: tuple[Link, ...]) -> Frame:
    return frame(known.site, path, title, description="Where it happened: every place of the archive", crumbs=crumbs)


def _views(known: _Known, up: str, current: str | None) -> tuple[Link, ...]:
    """The ways to all maps; `current` is a region, or "" for the world, or None for a list without a map."""
    regions = (Link(f"{up}map/{code}/index.html", maps.REGIONS[code][0], current=code == current) for code in known.regions)
    return (Link(f"{up}map/index.html", "World", current=current == ""), *regions)


def _with_map(view: MapPage, code: str, shown: Sequence[Entry], known: _Known, up: str) -> MapPage:
    name = "the world" if code == maps.WORLD else maps.REGIONS[code][0]
    rest = len(known.unlocated) - _UNLOCATED
    return msgspec.structs.replace(
        view, image=f"{up}maps/{code}.svg", label=f"Map of {name}", height=maps.height(code), marks=_marks(shown, code, up),
        countries=_links(_within(code, known.countries)[:_COUNTRIES], up), unlocated=_links(known.unlocated[:_UNLOCATED], up),
        unlocated_all=Link(f"{up}map/not-located/index.html", f"All {len(known.unlocated):,} without coordinates") if rest > 0 else None,
    )


def _within(code: str, entries: Iterable[Entry]) -> list[Entry]:
    """The places that lie on a map, a country by its middle."""
    return [e for e in entries if e.lat is not None and e.lon is not None and maps.position(code, e.lat, e.lon)]


def _told(known: _Known) -> str:
    without = f", {len(known.unlocated):,} without" if known.unlocated else ""
    return f"{_words.count(len(known.located), 'place')} with coordinates{without}.{_drawn(len(known.located))}"


def _drawn(number: int) -> str:
    return f" The {_DRAWN} named most often are drawn." if number > _DRAWN else ""


def _links(entries: Iterable[Entry], up: str) -> tuple[EntryLink, ...]:
    return tuple(EntryLink("location", up + _paths.entry("location", e.key), e.label, f"{e.briefings:,}") for e in entries)


def _row(entry: Entry, known: _Known, up: str) -> Row:
    around = [known.hierarchy.name(key) for key in known.hierarchy.around(entry.key)]
    located = entry.lat is not None and entry.lon is not None
    return Row(
        up + _paths.entry("location", entry.key), entry.label,
        ", ".join((_words.TYPES.get(entry.type, (entry.type, ""))[0], *around)),
        _identity.coordinates(entry.lat or 0.0, entry.lon or 0.0) if located else "",
        _words.PRECISION.get(entry.precision or "", "precision not stated") if located else "", f"{entry.briefings:,}",
    )


# --- marks ------------------------------------------------------------------------------------------------------------


def _marks(shown: Iterable[Entry], code: str, up: str) -> tuple[Mark, ...]:
    """The foremost places on a map, each named where there is room. The small ones come last and so lie on top."""
    marks: list[tuple[float, Mark]] = []
    taken: list[tuple[float, float, float]] = []
    for entry in shown:
        at = maps.position(code, entry.lat or 0.0, entry.lon or 0.0)
        if at and len(marks) < _DRAWN:
            radius = min(_GREATEST, sqrt(_LEAST**2 + _GROWTH * entry.briefings))
            text_x = at[0] + radius + 2
            named = len(taken) < _NAMED and _has_room(text_x, at[1], entry.label, taken)
            if named:
                taken.append((text_x, at[1], text_x + len(entry.label) * _LETTER))
            marks.append((radius, _mark(entry, at, radius, up, named)))
    return tuple(mark for _, mark in sorted(marks, key=lambda pair: -pair[0]))


def _has_room(x: float, y: float, label: str, taken: Iterable[tuple[float, float, float]]) -> bool:
    end = x + len(label) * _LETTER
    return end < maps.WIDTH and y >= _LINE and all(end < left or right < x or abs(y - line) >= _LINE for left, line, right in taken)


def _mark(entry: Entry, at: tuple[int, int], radius: float, up: str, named: bool) -> Mark:
    (x, y), r = at, f"{radius:.1f}"
    shape = _SHAPES.get(entry.precision or "", "area")
    return Mark(
        shape, x, y, r, f"M{x} {y - radius:.1f}l{r} {r}-{r} {r}-{r}-{r}z" if shape == "wide" else "",
        f"{entry.label}: {_words.count(entry.briefings, 'briefing')}", up + _paths.entry("location", entry.key), named,
        f"{x + radius + 2:.1f}",
    )
