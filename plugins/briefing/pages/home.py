"""The home page: the latest briefings, newest first, by day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import msgspec

from ..model import Archive, Entry, PageRequest
from . import _items, _paths, _reports, _words
from ._views import EntryLink, Frame, Link, Pager, Site, frame


class HomeView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    lead: str  #: what the archive is; on the first page only
    figures: tuple[Link, ...]  #: how much it holds
    days: tuple[_items.Day, ...]
    pager: Pager | None
    sections: tuple[Link, ...]
    months: tuple[Link, ...]
    actors: tuple[EntryLink, ...]  #: those named in most briefings
    locations: tuple[EntryLink, ...]


#: Sections and months in the margin of the home page; their own pages list all.
_SECTIONS = 16
_MONTHS = 12
#: Actors, and places, likewise.
_FOREMOST = 10


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """index.html, page/2/index.html, ..."""
    settings = site.settings
    for part in _paths.parts("", "Briefings", archive.briefings, settings.page_size):
        first = part.number == 1
        view = HomeView(
            frame=frame(site, part.path, "" if first else f"Briefings, page {part.number}"),
            title="Latest briefings" if first else f"Briefings, page {part.number}",
            lead=settings.site_description if first else "",
            figures=_figures(archive, part.up) if first else (),
            days=_items.by_day(part.rows, archive, site.parts, part.up),
            pager=part.pager,
            sections=_sections(archive, part.up) if first else (),
            months=_months(archive, part.up) if first else (),
            actors=_foremost(archive.actors, part.up) if first else (),
            locations=_foremost(archive.locations, part.up) if first else (),
        )
        yield PageRequest(part.path, "home.html", view)


def _figures(archive: Archive, up: str) -> tuple[Link, ...]:
    return (
        Link(f"{up}timeline/index.html", _reports.counted(archive.briefings, archive)),
        Link(f"{up}actors/index.html", _words.count(len(archive.actors), "actor")),
        Link(f"{up}locations/index.html", _words.count(len(archive.locations), "location")),
        Link(f"{up}claims/index.html", _words.count(len(archive.claims), "claim")),
    )


def _sections(archive: Archive, up: str) -> tuple[Link, ...]:
    """The fullest sections, by name."""
    fullest = sorted(archive.sections, key=lambda key: (-len(archive.sections[key][1]), key))[:_SECTIONS]
    found = ((key, *archive.sections[key]) for key in sorted(fullest))
    return tuple(_paths.section_link(key, name, len(briefings), up) for key, name, briefings in found)


def _foremost(entries: Mapping[str, Entry], up: str) -> tuple[EntryLink, ...]:
    """The press mostly reports, so it is left out; and so is a place that no article names, but one that lies in it."""
    found = (entry for entry in entries.values() if entry.briefings and entry.type != "media")
    return tuple(EntryLink(e.kind, up + _paths.entry(e.kind, e.key), e.label, f"{e.briefings:,}") for e in islice(found, _FOREMOST))


def _months(archive: Archive, up: str) -> tuple[Link, ...]:
    found = list(archive.months.items())[:_MONTHS]
    return tuple(_paths.month_link(month, len(briefings), up) for month, briefings in found)
