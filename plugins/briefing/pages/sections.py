"""Briefings by section: sections/<key>/, and the list of all sections."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Archive, PageRequest
from . import _items, _paths, _words
from ._views import Link, Site, frame


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """sections/<key>/index.html, sections/<key>/page/2/index.html, ..."""
    for key, (name, briefings) in archive.sections.items():
        for part in _paths.parts(f"sections/{key}/", name, briefings, site.settings.page_size):
            title = _paths.titled(name, part.number)
            crumbs = (Link(f"{part.up}index.html", "Briefings"), Link("", name))
            view = _items.Listing(
                frame=frame(site, part.path, title, description=f"Briefings in the section {name}", crumbs=crumbs),
                title=title, note=_words.count(len(briefings), "briefing"),
                days=_items.by_day(part.rows, archive, part.up), pager=part.pager,
            )
            yield PageRequest(part.path, "briefings.html", view)
