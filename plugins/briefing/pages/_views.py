"""What every page shares: the site, the frame around a page, and small views that the macros print.

A view is ready to print: a template reads its fields and computes nothing. It holds no clock and no figure of the whole
archive, so that a page is rendered again only when something on it changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

import msgspec
from markupsafe import Markup

from ..model import Page
from ..parts import Parts
from ..settings import Settings


class Site(msgspec.Struct, frozen=True):
    """What the build knows of the site; pages make a Frame of it."""

    settings: Settings
    style: str = "theme/style.css"  #: path of the style sheet below the output folder, its name with a hash of its bytes
    script: str = "theme/script.js"  #: likewise
    icon: str = "theme/favicon.svg"
    search: str = "theme/search.js"
    pages: tuple[Page, ...] = ()  #: what editors wrote; `pages.requests` fills it from the archive
    parts: Parts = {}  #: briefings that fill several pages; likewise


class Link(msgspec.Struct, frozen=True, gc=False):
    """An address and its words."""

    href: str
    text: str
    note: str = ""  #: small words behind it: a count, a reason
    current: bool = False  #: it leads to this very page


class EntryLink(msgspec.Struct, frozen=True, gc=False):
    """A link to an actor's or a location's page."""

    kind: str  #: "actor" or "location": its colour and sign
    href: str
    text: str
    note: str = ""


class Feed(msgspec.Struct, frozen=True, gc=False):
    """A feed that a page offers to readers of feeds."""

    href: str
    title: str
    type: str = "application/rss+xml"


class Date(msgspec.Struct, frozen=True, gc=False):
    """A date for people and for machines."""

    iso: str  #: valid in a `datetime` attribute
    words: str


class Pager(msgspec.Struct, frozen=True):
    """The way through a list that does not fit on a page."""

    label: str  #: what is paged: "Briefings"
    pages: tuple[Link, ...]  #: numbers, the current one flagged; a gap is a link with no href
    newer: str = ""  #: address of the page before, or ""
    older: str = ""  #: address of the page behind, or ""


class Frame(msgspec.Struct, frozen=True):
    """All that base.html prints around a page. Every href is relative to the page."""

    root: str  #: from the page to the output folder: "../../"
    lang: str
    site_name: str
    style: str
    script: str
    icon: str
    title: str
    heading: str  #: of the document: the title and the site's name
    description: str
    canonical: str  #: absolute
    home: str
    nav: tuple[Link, ...]
    foot: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    feeds: tuple[Feed, ...]
    og_type: str
    json_ld: Markup | None


#: The bar on top, then the links at the foot: a path below the output folder, and its name.
NAV = (
    ("index.html", "Briefings"), ("actors/index.html", "Actors"), ("locations/index.html", "Locations"),
    ("timeline/index.html", "Timeline"), ("map/index.html", "Map"), ("claims/index.html", "Claims"),
    ("search/index.html", "Search"),
)
FOOT = (("network/index.html", "Network"), ("subscribe/index.html", "Subscribe"), ("data/index.html", "Data"))
RSS = "feeds/rss.xml"


def digest(site: Site) -> bytes:
    """A digest of all that a frame is made from; it changes neither with the text of an editor's page nor with briefings."""
    pages = tuple(msgspec.structs.replace(page, html="") for page in site.pages)
    return blake2b(msgspec.msgpack.encode(msgspec.structs.replace(site, pages=pages, parts={})), digest_size=16).digest()


def root(path: str) -> str:
    """The way from a page to the output folder: "briefings/x/index.html" gives "../../"."""
    return "../" * path.count("/")


def frame(
    site: Site,
    path: str,
    title: str,
    *,
    description: str = "",
    crumbs: tuple[Link, ...] = (),
    feeds: tuple[Feed, ...] = (),
    og_type: str = "website",
    json_ld: Mapping[str, Any] | None = None,
) -> Frame:
    """The frame of the page at `path`, a path below the output folder.

    `feeds` are the page's own; the archive's feed always follows them. An empty title gives the site's name alone.
    """
    settings, up = site.settings, root(path)
    extra = tuple((f"{page.slug}/index.html", page.title) for page in site.pages)
    return Frame(
        root=up,
        lang=settings.site_lang,
        site_name=settings.site_name,
        style=up + site.style,
        script=up + site.script,
        icon=up + site.icon,
        title=title or settings.site_name,
        heading=f"{title} · {settings.site_name}" if title else settings.site_name,
        description=description or settings.site_description,
        canonical=address(site, path),
        home=up + "index.html",
        nav=_links(NAV, up, path),
        foot=_links(FOOT + extra, up, path),
        crumbs=crumbs,
        feeds=(*feeds, Feed(up + RSS, settings.site_name)),
        og_type=og_type,
        json_ld=ld(json_ld) if json_ld else None,
    )


def _links(rows: tuple[tuple[str, str], ...], up: str, path: str) -> tuple[Link, ...]:
    """A bar of links; on a page below one of them, that one is current."""
    here = path.split("/")[0]
    return tuple(Link(up + target, text, current=target.split("/")[0] == here) for target, text in rows)


def address(site: Site, path: str) -> str:
    """The absolute address of a page: a folder's index goes without its name."""
    return f"{site.settings.site_url}/{path.removesuffix('index.html')}"


def ld(data: Mapping[str, Any]) -> Markup:
    """JSON-LD that cannot end its script element: `<`, `>` and `&` are written as JSON escapes."""
    text = msgspec.json.encode(data).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def pager(label: str, hrefs: tuple[str, ...], current: int) -> Pager | None:
    """The pager of a list whose pages stand at `hrefs`, seen from page `current` (from 0); None for one page alone.

    First, last and the neighbours are shown, a gap between.
    """
    if len(hrefs) < 2:
        return None
    shown = sorted({0, len(hrefs) - 1, *(n for n in range(current - 2, current + 3) if 0 <= n < len(hrefs))})
    links: list[Link] = []
    for before, number in zip([-1, *shown], shown, strict=False):
        if number > before + 1:
            links.append(Link("", "…"))
        links.append(Link(hrefs[number], str(number + 1), current=number == current))
    newer = hrefs[current - 1] if current else ""
    older = hrefs[current + 1] if current + 1 < len(hrefs) else ""
    return Pager(label, tuple(links), newer, older)
