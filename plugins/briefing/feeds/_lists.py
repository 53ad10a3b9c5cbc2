"""JSON Feed 1.1 and OPML 2.0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from lxml import etree

from ._dates import newest, rfc822, rfc3339
from ._feedgen import Channel
from ._item import Item


class _Author(msgspec.Struct, frozen=True):
    name: str


class _JsonItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """https://www.jsonfeed.org/version/1.1/#items"""

    id: str
    url: str
    title: str
    content_text: str
    external_url: str | None = None
    date_published: str | None = None
    authors: tuple[_Author, ...] = ()
    tags: tuple[str, ...] = ()


class _JsonFeed(msgspec.Struct, frozen=True):
    """https://www.jsonfeed.org/version/1.1/#top-level"""

    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str
    language: str
    authors: tuple[_Author, ...]
    items: tuple[_JsonItem, ...]


def json_feed(channel: Channel, items: Sequence[Item]) -> bytes:
    feed = _JsonFeed(
        version="https://jsonfeed.org/version/1.1", title=channel.title, home_page_url=channel.home, feed_url=channel.address,
        description=channel.description, language=channel.lang, authors=(_Author(channel.author),), items=tuple(map(_json_item, items)),
    )
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


def _json_item(item: Item) -> _JsonItem:
    return _JsonItem(
        id=item.link, url=item.link, title=item.title, content_text=item.summary, external_url=item.source,
        date_published=rfc3339(item.date) if item.date else None, authors=tuple(map(_Author, item.creators)),
        tags=tuple(dict.fromkeys(category.term for category in item.categories)),
    )


def opml(channel: Channel, groups: Iterable[tuple[str, Iterable[Channel]]], newest_items: Sequence[Item]) -> bytes:
    """A list of RSS feeds in named groups, for a reader to import. `channel` is the list itself."""
    root = etree.Element("opml", version="2.0")
    head, body = etree.SubElement(root, "head"), etree.SubElement(root, "body")
    etree.SubElement(head, "title").text = channel.title
    date = newest([item.date for item in newest_items if item.date])
    if date:
        etree.SubElement(head, "dateModified").text = rfc822(date)
    for name, channels in groups:
        group = etree.SubElement(body, "outline", text=name)
        for feed in channels:
            etree.SubElement(group, "outline", type="rss", text=feed.title, title=feed.title, xmlUrl=feed.address, htmlUrl=feed.home)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
