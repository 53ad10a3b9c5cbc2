"""What editors wrote in content/pages: about, method and any other, each at <slug>/."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from markupsafe import Markup

from ..model import Archive, PageRequest
from ._views import Frame, Site, frame


class PageView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    html: Markup  #: made safe by editorial.py


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """<slug>/index.html for each page."""
    for page in archive.pages:
        path = f"{page.slug}/index.html"
        yield PageRequest(path, "page.html", PageView(frame(site, path, page.title), page.title, Markup(page.html)))
