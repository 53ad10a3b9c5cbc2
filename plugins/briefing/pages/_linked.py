"""Actors and places as schema.org has them: for the search engines and reference managers that read JSON-LD."""

from __future__ import annotations

from typing import Any

from ..model import Entry

_TYPES = {"person": "Person", "person_group": "Person", "state": "Country"}  #: ActorType; the rest are Organization
_WIKIDATA = "https://www.wikidata.org/entity/"


def type_of(kind: str, type_: str) -> str:
    """The class of an entry."""
    return "Place" if kind == "location" else _TYPES.get(type_, "Organization")


def linked(entry: Entry, url: str) -> dict[str, Any]:
    """An entry with what is known of it. A point that stands for a whole country or province is no place's position."""
    stated = {
        "name": entry.label,
        "url": url,
        "alternateName": entry.profile.aliases if entry.profile else None,
        "sameAs": _WIKIDATA + entry.wikidata if entry.wikidata else None,
        "geo": {"@type": "GeoCoordinates", "latitude": entry.lat, "longitude": entry.lon}
        if entry.lat is not None and entry.precision in ("site", "settlement") else None,
    }
    known = {name: value for name, value in stated.items() if value}
    return {"@context": "https://schema.org", "@type": type_of(entry.kind, entry.type)} | known
