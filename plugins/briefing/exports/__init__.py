"""Downloads and files for machines: one module each, registered in one table.

A row is a pure function from the archive and the settings to files. A new export is a new module and a line in EXPORTS.
docs/format.md says what each file holds. Nothing here asks the clock: dates come from the articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Archive, FileRequest
from ..settings import Settings
from . import alike, briefings, entries, facts_csv, geojson, names, robots, sitemap
from ._line import line

Export = Callable[[Archive, Settings], Iterator[FileRequest]]

EXPORTS: dict[str, Export] = {
    "briefings": briefings.files,
    "facts": facts_csv.files,
    "entries": entries.files,
    "names": names.files,
    "alike": alike.files,
    "geojson": geojson.files,
    "sitemap": sitemap.files,
    "robots": robots.files,
}


def exports(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """Every file of every export, in pieces. Lazy: no more than one piece need be held at a time."""
    for export in EXPORTS.values():
        yield from export(archive, settings)


__all__ = ["EXPORTS", "Export", "exports", "line"]
