"""The subscribe page: feeds for people, in words."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Archive, Entry, PageRequest
from . import _paths
from ._views import Feed, Frame, Link, Site, frame

#: Feeds of the whole archive: path, title, what it is, media type.
_FEEDS = (
    ("feeds/rss.xml", "RSS", "read by every feed reader; take this one if you are unsure", "application/rss+xml"),
    ("feeds/atom.xml", "Atom", "the same briefings in the Atom format", "application/atom+xml"),
    ("feeds/feed.json", "JSON Feed", "the same briefings, for programs that prefer JSON", "application/feed+json"),
)
#: Actors and places whose feeds are offered here; every other has its own on its page.
_SHOWN = 20


class FeedLink(msgspec.Struct, frozen=True, gc=False):
    """A feed beside the page of what it follows."""

    feed: str
    page: str
    text: str
    kind: str


class Offer(msgspec.Struct, frozen=True, gc=False):
    """A feed of the whole archive."""

    href: str
    name: str
    words: str
    address: str  #: absolute, to be pasted into a reader


class SubscribeView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    feeds: tuple[Offer, ...]
    opml: str
    actors: tuple[FeedLink, ...]
    locations: tuple[FeedLink, ...]
    indexes: tuple[Link, ...]


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """subscribe/index.html alone."""
    path, up = "subscribe/index.html", "../"
    offered = tuple(Feed(up + target, f"{site.settings.site_name}, {name}", type_) for target, name, _, type_ in _FEEDS[1:])
    view = SubscribeView(
        frame=frame(site, path, "Subscribe", description="Feeds of the archive, of each actor and of each location", feeds=offered),
        title="Subscribe",
        feeds=tuple(Offer(up + target, name, words, f"{site.settings.site_url}/{target}") for target, name, words, _ in _FEEDS),
        opml=f"{up}feeds/feeds.opml",
        actors=_foremost(archive.actors, up), locations=_foremost(archive.locations, up),
        indexes=(Link(f"{up}actors/index.html", "All actors"), Link(f"{up}locations/index.html", "All locations")),
    )
    yield PageRequest(path, "subscribe.html", view)


def _foremost(entries: dict[str, Entry], up: str) -> tuple[FeedLink, ...]:
    foremost = list(entries.values())[:_SHOWN]
    return tuple(FeedLink(up + _paths.feed(e.kind, e.key), up + _paths.entry(e.kind, e.key), e.label, e.kind) for e in foremost)
