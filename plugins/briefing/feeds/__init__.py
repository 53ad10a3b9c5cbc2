"""Feeds of the archive: RSS 2.0 of everything and of each actor and place, Atom, JSON Feed, and OPML to list those named most.

An item's identity is its briefing's address and never changes. Every date comes from the articles, none from the clock,
so the same archive gives the same bytes. docs/feeds.md tells what stands in a feed and why. Refuses: to state a date or
a zone that no source states, and to put anything into a title that a reader could take for markup.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

import msgspec

from ..model import Archive, Briefing, Entry, FileRequest
from ..settings import Settings
from . import _feedgen, _lists
from ._feedgen import Channel
from ._item import Item, item
from ._text import unmarked

#: Actors, and places, in the list that is imported in one step: those of the subscribe page. Nobody wants thousands of feeds.
_LISTED = 20
_ENCODER = msgspec.msgpack.Encoder()


def exports(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """Every feed, not yet written: the archive's own first, then one for each actor, one for each place, and the list."""
    desk = _Desk(archive, settings)
    latest = archive.briefings[: settings.feed_size]
    yield desk.request(desk.own("feeds/rss.xml"), latest, desk.rss)
    yield desk.request(desk.own("feeds/atom.xml"), latest, desk.atom)
    yield desk.request(desk.own("feeds/feed.json"), latest, desk.json)
    entries = [*archive.actors.values(), *archive.locations.values()]
    for entry in entries:
        yield desk.request(desk.of(entry), _newest(entry, settings.feed_size), desk.rss)
    groups = (
        ("The archive", (desk.own("feeds/rss.xml"),)),
        ("Actors", tuple(map(desk.of, islice(archive.actors.values(), _LISTED)))),
        ("Locations", tuple(map(desk.of, islice(archive.locations.values(), _LISTED)))),
    )
    yield desk.request(desk.own("feeds/feeds.opml"), latest, partial(_opml, groups), _ENCODER.encode(groups))


def _newest(entry: Entry, size: int) -> list[Briefing]:
    """The newest briefings in which an entry stands, each once."""
    found = {mention.briefing.id: mention.briefing for mention in entry.mentions}
    return list(found.values())[:size]


def _once(write: Callable[[Channel, Sequence[Item]], bytes], channel: Channel, items: Sequence[Item]) -> Iterator[bytes]:
    """A feed, written when its bytes are asked for."""
    yield write(channel, items)


def _opml(groups: tuple[tuple[str, tuple[Channel, ...]], ...], channel: Channel, items: Sequence[Item]) -> bytes:
    return _lists.opml(channel, groups, items)


class _Desk:
    """One build's feeds: each briefing's item is made once, however many feeds it stands in."""

    def __init__(self, archive: Archive, settings: Settings) -> None:
        self._archive = archive
        self._settings = settings
        self._items: dict[str, Item] = {}
        self._digests: dict[str, bytes] = {}
        self._entries: dict[str, _feedgen.Entry] = {}

    def own(self, path: str) -> Channel:
        """A feed of the whole archive."""
        s = self._settings
        return Channel(path, unmarked(s.site_name), unmarked(s.site_description), f"{s.site_url}/", s.site_url, s.site_lang, s.feed_author)

    def of(self, entry: Entry) -> Channel:
        """An actor's or a place's feed."""
        s, label = self._settings, unmarked(entry.label) or entry.key
        return Channel(
            f"feeds/{entry.kind}s/{entry.key}.xml", f"{label} · {unmarked(s.site_name)}", f"Briefings that mention {label}",
            f"{s.site_url}/{entry.kind}s/{entry.key}/", s.site_url, s.site_lang, s.feed_author,
        )

    def request(
        self, channel: Channel, briefings: Sequence[Briefing], write: Callable[[Channel, Sequence[Item]], bytes], more: bytes = b""
    ) -> FileRequest:
        items = [self._item(briefing) for briefing in briefings]
        digest = hashlib.blake2b(_ENCODER.encode(channel) + more, digest_size=16)
        for it in items:
            digest.update(self._digests[it.link])
        return FileRequest(channel.path, _once(write, channel, items), digest.digest())

    def rss(self, channel: Channel, items: Sequence[Item]) -> bytes:
        return _feedgen.rss(channel, [self._entry(it) for it in items])

    def atom(self, channel: Channel, items: Sequence[Item]) -> bytes:
        return _feedgen.atom(channel, [self._entry(it) for it in items])

    def json(self, channel: Channel, items: Sequence[Item]) -> bytes:
        return _lists.json_feed(channel, items)

    def _item(self, briefing: Briefing) -> Item:
        known = self._items.get(briefing.id)
        if known is None:
            known = self._items[briefing.id] = item(briefing, self._archive, self._settings)
            self._digests[known.link] = hashlib.blake2b(_ENCODER.encode(known), digest_size=16).digest()
        return known

    def _entry(self, it: Item) -> _feedgen.Entry:
        known = self._entries.get(it.link)
        if known is None:
            known = self._entries[it.link] = _feedgen.Entry(it)
        return known


__all__ = ["exports"]
