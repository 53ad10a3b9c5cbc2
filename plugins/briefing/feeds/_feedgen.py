"""RSS 2.0 and Atom by feedgen, with what feedgen cannot say: dates without a zone, and no date where none is known.

feedgen's own dates must have a zone and default to the clock, so an extension, feedgen's own way to be extended, writes
them instead; it also writes dc:creator and georss:point, whose namespaces are declared once at the root.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from datetime import datetime
from html import escape

import msgspec
from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from ._dates import UNKNOWN, newest, rfc822, rfc3339
from ._item import Item

_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"
_GEORSS = "http://www.georss.org/georss"


class Channel(msgspec.Struct, frozen=True, gc=False):
    """What a feed says of itself. Words are plain text on one line."""

    path: str  #: of the feed, below the output folder
    title: str
    description: str
    home: str  #: address of the page that the feed follows
    site: str  #: address of the site, no slash at the end
    lang: str
    author: str

    @property
    def address(self) -> str:
        return f"{self.site}/{self.path}"


class Extension(BaseExtension):
    """The feed's namespaces and its date, which is the newest item's."""

    def __init__(self) -> None:
        self.date: datetime | None = None

    def extend_ns(self) -> dict[str, str]:
        return {"dc": _DC, "georss": _GEORSS}

    def extend_rss(self, feed: etree._Element) -> None:
        built = feed.find("channel/lastBuildDate")
        if self.date:
            built.text = rfc822(self.date)
        else:
            built.getparent().remove(built)

    def extend_atom(self, feed: etree._Element) -> None:
        feed.find("updated").text = rfc3339(self.date or UNKNOWN)


class EntryExtension(BaseEntryExtension):
    """An item's date, its creators and where it happened."""

    def __init__(self) -> None:
        self.item: Item | None = None

    def extend_rss(self, entry: etree._Element) -> None:
        description = entry.find("description")
        description.text = escape(description.text, quote=False)  # what readers show is the description read as HTML
        if self.item and self.item.date:
            etree.SubElement(entry, "pubDate").text = rfc822(self.item.date)
        for creator in self.item.creators if self.item else ():
            etree.SubElement(entry, f"{{{_DC}}}creator").text = creator
        self._place(entry)

    def extend_atom(self, entry: etree._Element) -> None:
        date = self.item.date if self.item else None
        entry.find("updated").text = rfc3339(date or UNKNOWN)
        if date:
            etree.SubElement(entry, "published").text = rfc3339(date)
        entry.find("link").set("rel", "alternate")
        entry.find("link").set("type", "text/html")
        self._place(entry)

    def _place(self, entry: etree._Element) -> None:
        if self.item and self.item.point:
            lat, lon = self.item.point
            etree.SubElement(entry, f"{{{_GEORSS}}}point").text = f"{lat:.5f} {lon:.5f}"


class Entry(FeedEntry):
    """An item that is written once and copied into every RSS feed that it stands in: most stand in dozens."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.date = item.date
        self.guid(item.link, permalink=True)
        self.title(item.title)
        self.link(href=item.link, rel="alternate")
        self.summary(item.summary)
        self.category([{"term": c.term, "scheme": c.scheme} for c in item.categories])
        for creator in item.creators:
            self.author(name=creator)
        self.register_extension("archive", EntryExtension)
        self.archive.item = item
        self._written: etree._Element = super().rss_entry()

    def rss_entry(self, extensions: bool = True) -> etree._Element:
        return copy.deepcopy(self._written)


def rss(channel: Channel, entries: Sequence[Entry]) -> bytes:
    return bytes(_generator(channel, entries, "application/rss+xml").rss_str(pretty=True))


def atom(channel: Channel, entries: Sequence[Entry]) -> bytes:
    return bytes(_generator(channel, entries, "application/atom+xml").atom_str(pretty=True))


def _generator(channel: Channel, entries: Sequence[Entry], type_: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.id(channel.address)
    feed.title(channel.title)
    feed.description(channel.description)
    feed.language(channel.lang)
    feed.author(name=channel.author)
    # The link set last becomes the channel's <link>, which is the page and not the feed.
    feed.link(href=channel.address, rel="self", type=type_)
    feed.link(href=channel.home, rel="alternate", type="text/html")
    feed.register_extension("archive", Extension, EntryExtension)
    feed.archive.date = newest([entry.date for entry in entries if entry.date])
    for entry in entries:
        feed.add_entry(entry, order="append")
    return feed
