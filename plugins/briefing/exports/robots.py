"""robots.txt: everything may be read (RFC 9309), and here is the sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Archive
from ..settings import Settings
from ._stream import Stream


def files(archive: Archive, settings: Settings) -> Iterator[Stream]:
    del archive
    yield Stream("robots.txt", [f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}/sitemap.xml\n".encode()])
