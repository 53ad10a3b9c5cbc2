"""The indexes of actors and locations: by number of briefings, by kind, by letter; places also by what they lie in.

Every entry stands in at least three of these lists, and each list is paged, so that an archive of thousands stays quick.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from ..maps import MapView, Point, locate
from ..model import Archive, Entry, PageRequest
from . import _paths, _words
from ._places import Places, places
from ._views import Frame, Link, Pager, Site, frame

#: Countries, and what else lies in nothing and holds places, in the index of locations: more than there are countries. The
#: other lists have all.
_COUNTRIES = 270
#: Places named behind each; where there are many countries, fewer.
_INLINE = 8
#: Links for which that page has room: a country takes as much as three.
_LINKS = 850
#: Regions and seas named on that page; their kinds have lists of their own.
_OTHERS = 60
#: Places on the map of the index.
_ON_MAP = 100


class Row(msgspec.Struct, frozen=True, gc=False):
    """An entry in an index."""

    href: str
    text: str
    note: str  #: its kind, and where it lies
    count: str


class Country(msgspec.Struct, frozen=True):
    """A place that lies in no other, with the foremost places inside it."""

    text: str
    href: str  #: "" where no article names it
    count: str
    inside: tuple[Link, ...]
    all: Link | None


class Finder(msgspec.Struct, frozen=True, gc=False):
    """The box that looks through all entries of a kind, not only through the page."""

    label: str
    names: str  #: address of the names
    base: str  #: where the entries' pages stand
    kinds: str  #: what the kinds are called, as JSON


class IndexView(msgspec.Struct, frozen=True):
    frame: Frame
    kind: str
    title: str
    note: str
    finder: Finder
    orders: tuple[Link, ...]  #: the ways to list them
    types: tuple[Link, ...]
    letters: tuple[Link, ...]
    map: MapView | None
    countries: tuple[Country, ...]
    others: tuple[Row, ...]  #: what lies in no country: regions, seas
    rows: tuple[Row, ...]
    pager: Pager | None


class _Index(msgspec.Struct, frozen=True):
    """What the lists of one kind share."""

    site: Site
    kind: str
    entries: Mapping[str, Entry]  #: most briefings first
    places: Places
    types: Mapping[str, list[Entry]]
    letters: Mapping[str, list[Entry]]


class _List(msgspec.Struct, frozen=True):
    """One list to be paged."""

    base: str
    title: str
    entries: Sequence[Entry]
    crumb: bool = True


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """actors/index.html, actors/by/..., locations/index.html, locations/by/..., each with its further pages."""
    hierarchy = places(archive.locations, archive.labels)
    for kind, entries in (("actor", archive.actors), ("location", archive.locations)):
        index = _Index(site, kind, entries, hierarchy, _by_type(entries.values()), _by_letter(entries.values()))
        if kind == "location":
            yield _by_country(index)
        for listed in _lists(index):
            yield from _pages(listed, index)


def _lists(index: _Index) -> Iterator[_List]:
    kind, many = index.kind, f"{index.kind}s"
    if kind == "actor":
        yield _List("actors/", "Actors", tuple(index.entries.values()), crumb=False)
    else:
        yield _List(f"{many}/by/count/", "Locations by number of briefings", tuple(index.entries.values()))
        for key in _roots(index.places):
            inside = [index.entries[k] for k in index.places.inside(key)]
            if inside:
                ordered = sorted(inside, key=lambda e: (-e.briefings, e.key))
                yield _List(_paths.within(key), f"Places in {index.places.name(key)}", ordered)
    for type_, found in index.types.items():
        yield _List(f"{many}/by/{_slug(type_)}/", _words.TYPES.get(type_, ("", type_))[1].capitalize(), found)
    for letter, found in index.letters.items():
        yield _List(f"{many}/by/letter/{_slug(letter)}/", f"{many.capitalize()}: {letter}", found)


def _pages(listed: _List, index: _Index) -> Iterator[PageRequest]:
    many = f"{index.kind}s"
    for part in _paths.parts(listed.base, listed.title, listed.entries, index.site.settings.entry_page_size):
        title = _paths.titled(listed.title, part.number)
        crumbs = (Link(f"{part.up}{many}/index.html", many.capitalize()), Link("", listed.title)) if listed.crumb else ()
        view = IndexView(
            frame=frame(index.site, part.path, title, crumbs=crumbs), kind=index.kind, title=title,
            note=f"{len(listed.entries):,}", finder=_finder(index, part.up), orders=_orders(index, part.up, listed.base),
            types=_types(index, part.up, listed.base), letters=_letters(index, part.up, listed.base), map=None, countries=(), others=(),
            rows=tuple(_row(entry, index, part.up) for entry in part.rows), pager=part.pager,
        )
        yield PageRequest(part.path, "entry_index.html", view)


def _row(entry: Entry, index: _Index, up: str) -> Row:
    kind = _words.TYPES.get(entry.type, (entry.type, ""))[0]
    around = ", ".join(index.places.name(key) for key in index.places.around(entry.key)) if index.kind == "location" else ""
    return Row(up + _paths.entry(entry.kind, entry.key), entry.label, f"{kind}, {around}" if around else kind, _words.some(entry.briefings))


# --- locations by country ---------------------------------------------------------------------------------


def _by_country(index: _Index) -> PageRequest:
    """The index of locations: countries by name, each with its foremost places; then regions and seas."""
    path, up = "locations/index.html", "../"
    inside = {key: list(index.places.inside(key)) for key in _foremost(index.places)}
    each = _inline([len(keys) for keys in inside.values()])
    located = (e for e in index.entries.values() if e.precision in ("site", "settlement") and e.lat is not None)
    points = (Point(e.lat or 0.0, e.lon or 0.0, e.precision, e.label, up + _paths.entry("location", e.key)) for e in located)
    view = IndexView(
        frame=frame(index.site, path, "Locations"), kind="location", title="Locations", note=f"{len(index.entries):,}",
        finder=_finder(index, up),
        orders=_orders(index, up, "locations/"), types=_types(index, up, ""), letters=_letters(index, up, ""),
        map=locate(None, islice(points, _ON_MAP), up), rows=(), pager=None,
        countries=tuple(_country(key, inside[key], each, index.places, up) for key in _by_name(inside, index.places)),
        others=tuple(_row(entry, index, up) for entry in _others(index.places)[:_OTHERS]),
    )
    return PageRequest(path, "entry_index.html", view)


def _roots(hierarchy: Places) -> list[str]:
    """Countries, and whatever else holds places and lies in none; also those that no article names."""
    alone = [key for key in hierarchy.entries if key not in hierarchy.parents]
    holders = (key for key in hierarchy.children if key not in hierarchy.parents)
    return [*dict.fromkeys((*(key for key in alone if hierarchy.entries[key].type == "country"), *holders))]


def _others(hierarchy: Places) -> list[Entry]:
    """Regions and waters that hold nothing and lie in no country, most briefings first."""
    return [
        entry for key, entry in hierarchy.entries.items()
        if entry.type in ("region", "water") and key not in hierarchy.parents and key not in hierarchy.children
    ]


def _foremost(hierarchy: Places) -> list[str]:
    """The roots with most briefings; one that no article names counts as none."""
    counts = {key: hierarchy.entries[key].briefings if key in hierarchy.entries else 0 for key in _roots(hierarchy)}
    return sorted(counts, key=lambda key: (-counts[key], key))[:_COUNTRIES]


def _by_name(keys: Iterable[str], hierarchy: Places) -> list[str]:
    return sorted(keys, key=lambda key: (hierarchy.name(key).casefold(), key))


def _inline(inside: Sequence[int]) -> int:
    """How many places to name behind each country, given how many lie in each."""
    room = _LINKS - 3 * len(inside)
    return next((each for each in range(_INLINE, 0, -1) if sum(min(each, number) for number in inside) <= room), 0)


def _country(key: str, keys: Iterable[str], each: int, hierarchy: Places, up: str) -> Country:
    inside = sorted((hierarchy.entries[k] for k in keys), key=lambda e: (-e.briefings, e.key))
    entry = hierarchy.entries.get(key)
    links = tuple(Link(up + _paths.entry("location", e.key), e.label, _words.some(e.briefings)) for e in inside[:each])
    every = Link(f"{up}{_paths.within(key)}index.html", f"all {len(inside):,}") if len(inside) > each else None
    return Country(hierarchy.name(key), hierarchy.href(key, up), _words.some(entry.briefings) if entry else "", links, every)


# --- ways through the index ---------------------------------------------------------------------------------


def _orders(index: _Index, up: str, base: str) -> tuple[Link, ...]:
    rows = {
        "actor": (("actors/", "By number of briefings"), ("network/", "Who is named with whom")),
        "location": (("locations/", "By country"), ("locations/by/count/", "By number of briefings"), ("map/", "On the map")),
    }[index.kind]
    return tuple(Link(f"{up}{target}index.html", words, current=base == target) for target, words in rows)


def _finder(index: _Index, up: str) -> Finder:
    kinds = msgspec.json.encode({type_: _words.TYPES.get(type_, (type_, ""))[0] for type_ in index.types}).decode()
    return Finder(f"Find among all {len(index.entries):,} {index.kind}s", f"{up}data/{index.kind}-names.json", f"{up}{index.kind}s/", kinds)


def _types(index: _Index, up: str, base: str) -> tuple[Link, ...]:
    """Kinds with their counts; on the index of actors, all kinds stand before them."""
    links = []
    if index.kind == "actor":
        links.append(Link(f"{up}actors/index.html", "All", f"{len(index.entries):,}", current=base == "actors/"))
    for type_, found in index.types.items():
        target = f"{index.kind}s/by/{_slug(type_)}/"
        words = _words.TYPES.get(type_, ("", type_))[1]
        links.append(Link(f"{up}{target}index.html", words.capitalize(), f"{len(found):,}", current=base == target))
    return tuple(links)


def _letters(index: _Index, up: str, base: str) -> tuple[Link, ...]:
    targets = ((letter, f"{index.kind}s/by/letter/{_slug(letter)}/") for letter in index.letters)
    return tuple(Link(f"{up}{target}index.html", letter, current=base == target) for letter, target in targets)


def _by_type(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """In the order of _words.TYPES; within a kind most briefings first, as given."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.type, []).append(entry)
    order = [*(t for t in _words.TYPES if t in found), *sorted(t for t in found if t not in _words.TYPES)]
    return {type_: found[type_] for type_ in order}


def _by_letter(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """By the first letter of the name without its accents, A to Z; what begins with none stands under #."""
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: (e.label.casefold(), e.key)):
        found.setdefault(_letter(entry.label), []).append(entry)
    return {letter: found[letter] for letter in sorted(found, key=lambda letter: (letter == _OTHER, letter))}


_OTHER = "#"


def _letter(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label[:1]).upper()[:1]
    return plain if "A" <= plain <= "Z" else _OTHER


def _slug(word: str) -> str:
    """A letter or a kind as part of an address."""
    return "other-signs" if word == _OTHER else word.lower().replace("_", "-") or "unknown"
