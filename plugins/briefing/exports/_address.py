"""Where things stand on the site, as absolute addresses."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Briefing, Entry
from ..parts import part_of
from ..settings import Settings


def briefing(told: Briefing, settings: Settings) -> str:
    return told.url or f"{settings.site_url}/briefings/{told.id}/"


def part(starts: Sequence[int], sentence: int) -> str:
    """What comes behind a briefing's address for the page that holds a sentence: "" for the first."""
    number = part_of(starts, sentence)
    return f"{number}/" if number > 1 else ""


def entry(found: Entry, settings: Settings) -> str:
    return f"{settings.site_url}/{found.kind}s/{found.key}/"


def feed(found: Entry, settings: Settings) -> str:
    return f"{settings.site_url}/feeds/{found.kind}s/{found.key}.xml"
