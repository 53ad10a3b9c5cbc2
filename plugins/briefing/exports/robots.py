"""robots.txt: everything may be read (RFC 9309), and here is the sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Archive, FileRequest
from ..settings import Settings


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """Leave for every crawler, and the way to the sitemap."""
    del archive
    yield FileRequest("robots.txt", [f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}/sitemap.xml\n".encode()])
