"""What stands in place of a page that is not there: 404.html for all, and for an actor that editors merged a page that leads on.

404.html is served at any depth, so all its links begin at the root of the server: with the path of the site's address,
without its host, so that they hold on a local server too.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from ..model import Archive, PageRequest
from . import _paths
from ._views import Frame, Link, Site, frame


class NotFoundView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    ways: tuple[Link, ...]


class MovedView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    target: Link


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """404.html; and every address of an actor that is another's now, so that a link to it holds."""
    title = "There is no such page"
    found = _absolute(frame(site, "404.html", title), f"{urlsplit(site.settings.site_url).path}/")
    yield PageRequest("404.html", "404.html", NotFoundView(found, title, found.nav))
    for old, key in archive.moved.items():
        path, name = _paths.entry("actor", old), archive.actors[key].label
        here = frame(site, path, name)
        target = Link(f"{here.root}{_paths.entry('actor', key)}", name)
        canonical = frame(site, _paths.entry("actor", key), name).canonical
        yield PageRequest(path, "moved.html", MovedView(msgspec.structs.replace(here, canonical=canonical), name, target))


def _absolute(found: Frame, base: str) -> Frame:
    """A frame that leads right from wherever it is shown."""
    return msgspec.structs.replace(
        found, root=base, style=base + found.style, script=base + found.script, icon=base + found.icon, home=base + found.home,
        nav=_from(base, found.nav), foot=_from(base, found.foot),
        feeds=tuple(msgspec.structs.replace(feed, href=base + feed.href) for feed in found.feeds),
    )


def _from(base: str, links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(msgspec.structs.replace(link, href=base + link.href, current=False) for link in links)
