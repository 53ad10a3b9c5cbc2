"""data/actor-names.json and data/location-names.json: what the box over an index looks through, so small that a phone loads it.

A list of [name, key, kind, briefings], most briefings first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ..model import Archive, Entry, FileRequest
from ..settings import Settings


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """A file for each kind of entry."""
    del settings
    for kind, entries in (("actor", archive.actors), ("location", archive.locations)):
        yield FileRequest(f"data/{kind}-names.json", _listed(entries.values()))


def _listed(entries: Iterable[Entry]) -> Iterator[bytes]:
    yield msgspec.json.encode([(entry.label, entry.key, entry.type, entry.briefings) for entry in entries])
