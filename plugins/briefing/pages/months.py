"""Briefings by month: <year>/<month>/; and for each year the months that have any."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..model import Archive, PageRequest
from . import _dates, _items, _paths, _words
from ._views import Link, Site, frame


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """<year>/<month>/index.html, page/2/... below it, and <year>/index.html."""
    yield from _months(archive, site)
    years = tuple(dict.fromkeys(month[:4] for month in archive.months))
    for year, months in groupby(archive.months, key=lambda month: month[:4]):
        path = f"{year}/index.html"
        found = [(month, len(archive.months[month])) for month in months]
        crumbs = (Link("../index.html", "Briefings"), Link("", year))
        view = _items.Shelves(
            frame=frame(site, path, f"Briefings of {year}", crumbs=crumbs), title=year,
            note=_words.count(sum(count for _, count in found), "briefing"),
            shelves=tuple(_paths.month_link(month, count, "../") for month, count in found),
            beside=tuple(Link(f"../{other}/index.html", other, current=other == year) for other in years),
        )
        yield PageRequest(path, "shelves.html", view)


def _months(archive: Archive, site: Site) -> Iterator[PageRequest]:
    order = list(archive.months)
    for place, (month, briefings) in enumerate(archive.months.items()):
        name = _dates.month(*month.split("-"))
        beside = [order[n] for n in (place + 1, place - 1) if 0 <= n < len(order)]
        for part in _paths.parts(_paths.month(month), name, briefings, site.settings.page_size):
            title = _paths.titled(name, part.number)
            crumbs = (Link(f"{part.up}index.html", "Briefings"), Link(f"{part.up}{month[:4]}/index.html", month[:4]), Link("", name))
            view = _items.Listing(
                frame=frame(site, part.path, title, description=f"Briefings of {name}", crumbs=crumbs), title=title,
                note=_words.count(len(briefings), "briefing"),
                days=_items.by_day(part.rows, archive, site.parts, part.up), pager=part.pager,
                links=tuple(_paths.month_link(other, len(archive.months[other]), part.up) for other in beside),
            )
            yield PageRequest(part.path, "briefings.html", view)
