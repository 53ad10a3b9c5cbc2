"""data/briefings.jsonl: every briefing whole, newest first, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Archive, ExportFile
from ..settings import Settings
from . import _address
from ._line import line


def files(archive: Archive, settings: Settings) -> Iterator[ExportFile]:
    lines = (line(msgspec.structs.replace(b, url=_address.briefing(b, settings))) for b in archive.briefings)
    yield ExportFile("data/briefings.jsonl", b"".join(lines))
