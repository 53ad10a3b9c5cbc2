"""Where things stand on the site, as absolute addresses."""

from __future__ import annotations

from ..model import Briefing, Entry
from ..settings import Settings


def briefing(told: Briefing, settings: Settings) -> str:
    return told.url or f"{settings.site_url}/briefings/{told.id}/"


def entry(found: Entry, settings: Settings) -> str:
    return f"{settings.site_url}/{found.kind}s/{found.key}/"


def feed(found: Entry, settings: Settings) -> str:
    return f"{settings.site_url}/feeds/{found.kind}s/{found.key}.xml"
