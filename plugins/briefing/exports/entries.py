"""data/actors.json and data/locations.json: who and where, over the whole archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..model import Archive, Counterpart, Entry, FileRequest, Precision
from ..settings import Settings
from . import _address


class Alias(msgspec.Struct, frozen=True):
    text: str
    count: int  #: in how many mentions


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of data/actors.json."""

    key: str
    label: str
    type: str
    country: str | None  #: ISO 3166-1 alpha-2
    of: str | None  #: key of the actor that it belongs to
    wikidata: str | None
    aliases: tuple[Alias, ...]  #: as found, most used first
    mentions: int
    first: str | None  #: date of the oldest dated briefing
    last: str | None
    briefings: tuple[str, ...]  #: ids, newest first
    related: tuple[Counterpart, ...]
    url: str
    feed: str


class Location(Actor, frozen=True, kw_only=True):
    """A location of data/locations.json."""

    lat: float | None  #: WGS 84 degrees
    lon: float | None
    precision: Precision | None
    within: tuple[str, ...]  #: keys, nearest first
    geonameid: int | None


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """Actors and locations, each over the whole archive, most briefings first."""
    yield FileRequest("data/actors.json", _listed(Actor(**_common(entry, settings)) for entry in archive.actors.values()))
    yield FileRequest("data/locations.json", _listed(_location(entry, settings) for entry in archive.locations.values()))


def _location(entry: Entry, settings: Settings) -> Location:
    return Location(
        **_common(entry, settings), lat=entry.lat, lon=entry.lon, precision=entry.precision, within=entry.within,
        geonameid=entry.geonameid,
    )


def _common(entry: Entry, settings: Settings) -> dict[str, Any]:
    dates = sorted(mention.briefing.published for mention in entry.mentions if mention.briefing.published)
    return {
        "key": entry.key, "label": entry.label, "type": entry.type, "country": entry.country, "of": entry.of,
        "wikidata": entry.wikidata, "aliases": tuple(Alias(text, count) for text, count in entry.aliases),
        "mentions": len(entry.mentions), "first": dates[0] if dates else None, "last": dates[-1] if dates else None,
        "briefings": tuple(dict.fromkeys(mention.briefing.id for mention in entry.mentions)), "related": entry.related,
        "url": _address.entry(entry, settings), "feed": _address.feed(entry, settings),
    }


def _listed(entries: Iterable[Actor]) -> Iterator[bytes]:
    """A JSON list with an entry on each line, so that two builds can be compared line by line."""
    yield b"["
    for number, entry in enumerate(entries):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(entry)
    yield b"\n]\n"
