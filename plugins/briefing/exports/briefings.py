"""data/briefings.jsonl: every briefing whole, newest first, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Archive, Briefing, FileRequest
from ..settings import Settings
from . import _address
from ._line import line


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """Every briefing whole, newest first, one a line."""
    yield FileRequest("data/briefings.jsonl", (line(_addressed(briefing, settings)) for briefing in archive.briefings))


def _addressed(briefing: Briefing, settings: Settings) -> Briefing:
    return briefing if briefing.url else msgspec.structs.replace(briefing, url=_address.briefing(briefing, settings))
