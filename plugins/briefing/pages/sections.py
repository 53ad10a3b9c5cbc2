"""Briefings by section: sections/<key>/; and the list of all sections."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Archive, PageRequest
from . import _items, _paths, _words
from ._views import Link, Site, frame


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """sections/index.html; sections/<key>/index.html, sections/<key>/page/2/index.html, ..."""
    yield _all(archive, site)
    for key, (name, briefings) in archive.sections.items():
        for part in _paths.parts(f"sections/{key}/", name, briefings, site.settings.page_size):
            title = _paths.titled(name, part.number)
            crumbs = (Link(f"{part.up}sections/index.html", "Sections"), Link("", name))
            view = _items.Listing(
                frame=frame(site, part.path, title, description=f"Briefings in the section {name}", crumbs=crumbs),
                title=title, note=_words.count(len(briefings), "briefing"),
                days=_items.by_day(part.rows, archive, site.parts, part.up), pager=part.pager,
            )
            yield PageRequest(part.path, "briefings.html", view)


def _all(archive: Archive, site: Site) -> PageRequest:
    path = "sections/index.html"
    shelves = tuple(_paths.section_link(key, name, len(found), "../") for key, (name, found) in archive.sections.items())
    view = _items.Shelves(
        frame=frame(site, path, "Sections"), title="Sections",
        note="As the sources name them; a briefing whose source names none stands in none", shelves=shelves,
    )
    return PageRequest(path, "shelves.html", view)
