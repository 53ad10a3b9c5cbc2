"""The ledger of claims: who said what, how the text puts it, and where; newest briefing first."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Archive, PageRequest
from . import _paths, _statements, _words
from ._views import Frame, Pager, Site, frame


class ClaimsView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    note: str
    claims: tuple[_statements.Claimed, ...]
    pager: Pager | None


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """claims/index.html, claims/page/2/index.html, ..."""
    for part in _paths.parts("claims/", "Claims", archive.claims, site.settings.mention_page_size, _statements.weight):
        title = _paths.titled("Claims", part.number)
        rows = tuple(_statements.claimed(claim, archive, site.parts, part.up) for claim in part.rows)
        described = "Who said what, with the hedge of the text, the class of the source and the sentence"
        note = _words.count(len(archive.claims), "claim")
        view = ClaimsView(frame(site, part.path, title, description=described), title, note, rows, part.pager)
        yield PageRequest(part.path, "claims.html", view)
