"""The data page: what can be downloaded, and what each file holds."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Archive, PageRequest
from ._views import Frame, Link, Site, frame

#: Path below the output folder, and what the file holds.
_FILES = (
    ("data/briefings.jsonl", "Every briefing with its text, sentences and facts, one JSON object a line: the archive itself."),
    ("data/facts.csv", "Every fact, one a line, for spreadsheets: briefing, kind, words, sentence, rule."),
    ("data/actors.json", "Every actor with its names as found, identifiers, and the briefings it stands in."),
    ("data/locations.json", "Every location with its coordinates, their precision, and what it lies in."),
    ("data/locations.geojson", "Every location that has coordinates, for maps."),
    ("data/actor-names.json", "Every actor as [name, key, kind, briefings], for boxes that look one up."),
    ("data/location-names.json", "Every location, likewise."),
    ("data/may-be-one.yaml", "Pairs of persons who may be one, by names that are written alike, as lines for an editor to copy."),
    ("manifest.json", "What this build was made from: a hash of each source and of each file."),
)


class DataView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    files: tuple[Link, ...]


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """data/index.html alone."""
    del archive
    path = "data/index.html"
    files = tuple(Link(f"../{target}", target.rpartition("/")[2], words) for target, words in _FILES)
    view = DataView(frame(site, path, "Data", description="The whole archive as files, to be used without asking"), "Data", files)
    yield PageRequest(path, "data.html", view)
