"""404.html: what a server shows in place of a page that is not there.

It is served at any depth, so all its links begin at the root of the server: with the path of the site's address, without
its host, so that they hold on a local server too.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from ..model import Archive, PageRequest
from ._views import Frame, Link, Site, frame


class NotFoundView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    ways: tuple[Link, ...]


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """404.html alone."""
    del archive
    title = "There is no such page"
    found = _absolute(frame(site, "404.html", title), f"{urlsplit(site.settings.site_url).path}/")
    yield PageRequest("404.html", "404.html", NotFoundView(found, title, found.nav))


def _absolute(found: Frame, base: str) -> Frame:
    """A frame that leads right from wherever it is shown."""
    return msgspec.structs.replace(
        found, root=base, style=base + found.style, script=base + found.script, icon=base + found.icon, home=base + found.home,
        nav=_from(base, found.nav), foot=_from(base, found.foot),
        feeds=tuple(msgspec.structs.replace(feed, href=base + feed.href) for feed in found.feeds),
    )


def _from(base: str, links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(msgspec.structs.replace(link, href=base + link.href, current=False) for link in links)
