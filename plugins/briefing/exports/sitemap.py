"""sitemap.xml after sitemaps.org: every page worth finding, each with the date of the newest article on it.

`lastmod` is the newest article's own day: the only date that two builds agree on. A page without dated articles has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from ..model import Archive, Briefing, FileRequest
from ..parts import cut, page
from ..settings import Settings

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: Addresses that one file may hold, by the protocol; with more, sitemap.xml lists files.
LIMIT = 50_000
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
#: Pages that look at everything, below the site's address.
_OVERVIEWS = ("", "actors/", "locations/", "timeline/", "map/", "network/", "claims/", "search/", "subscribe/", "data/")

Page = tuple[str, str | None]  #: path below the site's address, newest day


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """Every page with the day of its newest article; an index of parts where there are too many for one file."""
    pages = list(_pages(archive))
    parts = [pages[at : at + LIMIT] for at in range(0, len(pages), LIMIT)]
    if len(parts) == 1:
        yield FileRequest("sitemap.xml", [_written("urlset", "url", parts[0], settings)])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    days = [_newest(day for _, day in part) for part in parts]
    yield FileRequest("sitemap.xml", [_written("sitemapindex", "sitemap", list(zip(names, days, strict=True)), settings)])
    for name, part in zip(names, parts, strict=True):
        yield FileRequest(name, [_written("urlset", "url", part, settings)])


def _pages(archive: Archive) -> Iterator[Page]:
    latest = _newest(map(_day, archive.briefings))
    yield from ((path, latest) for path in _OVERVIEWS)
    yield from ((f"{page.slug}/", None) for page in archive.pages)
    long = cut(archive.briefings)
    for one in archive.briefings:
        pages = (page(one.id, number) for number in range(1, len(long.get(one.id, (0,))) + 1))
        yield from ((path.removesuffix("index.html"), _day(one)) for path in pages)
    for entry in (*archive.actors.values(), *archive.locations.values()):
        yield f"{entry.kind}s/{entry.key}/", _newest(_day(mention.briefing) for mention in entry.mentions)
    yield from ((f"sections/{key}/", _newest(map(_day, found))) for key, (_, found) in archive.sections.items())
    yield from ((f"{month.replace('-', '/')}/", _newest(map(_day, found))) for month, found in archive.months.items())


def _day(briefing: Briefing) -> str | None:
    match = _DAY.match(briefing.published or "")
    return match[0] if match else None


def _newest(days: Iterable[str | None]) -> str | None:
    return max(filter(None, days), default=None)


def _written(root: str, element: str, pages: Sequence[Page], settings: Settings) -> bytes:
    tree = etree.Element(root, nsmap={None: _NAMESPACE})
    for path, day in pages:
        page = etree.SubElement(tree, element)
        etree.SubElement(page, "loc").text = f"{settings.site_url}/{path}"
        if day:
            etree.SubElement(page, "lastmod").text = day
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", pretty_print=True))
