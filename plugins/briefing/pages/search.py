"""The search page: a form and empty lists, which theme/search.js fills from the index, and the ways to look without it.

The index is not this module's: `search` makes it from the same archive. Without it, without scripts, or opened from a
folder, the page says so and offers the indexes.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Archive, PageRequest
from ._views import Frame, Link, Site, frame, root

PATH = "search/index.html"
_BUNDLE = "pagefind/pagefind.js"


class Facet(msgspec.Struct, frozen=True, gc=False):
    """Something to narrow a search by."""

    name: str  #: as in the index and in the address: "actor"
    label: str
    many: bool  #: whether a briefing may have several values, so that choosing two asks for both


FACETS = (
    Facet("actor", "Actor", True), Facet("location", "Place", True), Facet("event", "Event", True), Facet("weapon", "Weapon", True),
    Facet("year", "Year", False), Facet("section", "Section", False), Facet("outlet", "Outlet", False),
)


class SearchView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    script: str
    bundle: str
    facets: tuple[Facet, ...]
    indexes: tuple[Link, ...]


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """search/index.html alone."""
    up, title = root(PATH), "Search"
    described = "Full-text search over all briefings, by words, exact phrases, actors, places, years and kinds of event"
    indexes = (
        Link(f"{up}actors/index.html", "Actors", f"{len(archive.actors):,}"),
        Link(f"{up}locations/index.html", "Locations", f"{len(archive.locations):,}"),
        Link(f"{up}timeline/index.html", "Months", f"{len(archive.months):,}"),
        Link(f"{up}index.html", "Briefings, newest first", f"{len(archive.briefings):,}"),
    )
    view = SearchView(frame(site, PATH, title, description=described), title, up + site.search, up + _BUNDLE, FACETS, indexes)
    yield PageRequest(PATH, "search.html", view)

