"""Page kinds: one module each, registered in one table.

A row is a pure function from the archive and the site to page requests. A new page kind is a new module and a line in
PAGES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from ..model import Archive, PageRequest
from ..parts import cut
from . import briefing, claims, data, entries, home, indexes, map, months, network, notfound, search, sections, static, subscribe, timeline
from ._facets import facet_names, line
from ._views import Site

PageKind = Callable[[Archive, Site], Iterator[PageRequest]]

PAGES: dict[str, PageKind] = {
    "home": home.requests,
    "briefing": briefing.requests,
    "entries": entries.requests,
    "indexes": indexes.requests,
    "sections": sections.requests,
    "months": months.requests,
    "timeline": timeline.requests,
    "map": map.requests,
    "network": network.requests,
    "claims": claims.requests,
    "search": search.requests,
    "subscribe": subscribe.requests,
    "data": data.requests,
    "static": static.requests,
    "notfound": notfound.requests,
}


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """Every page of the site, kind after kind. Lazy: no more than one view need be held at a time."""
    for found in by_kind(archive, site).values():
        yield from found


def by_kind(archive: Archive, site: Site) -> dict[str, Iterator[PageRequest]]:
    """The pages of each kind, in the order of PAGES; each iterator as lazy as the next."""
    complete = msgspec.structs.replace(site, pages=archive.pages, parts=cut(archive.briefings))
    return {name: kind(archive, complete) for name, kind in PAGES.items()}


__all__ = ["PAGES", "PageKind", "Site", "by_kind", "facet_names", "line", "requests"]
