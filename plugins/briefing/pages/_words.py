"""The words that pages use for what the model writes in codes."""

from __future__ import annotations

#: ActorType and LocationType: one, many.
TYPES = {
    "person": ("person", "persons"),
    "person_group": ("group of persons", "groups of persons"),
    "organisation": ("organisation", "organisations"),
    "military": ("armed force", "armed forces"),
    "armed_group": ("armed group", "armed groups"),
    "state": ("state", "states"),
    "people": ("people", "peoples"),
    "media": ("news outlet", "news outlets"),
    "country": ("country", "countries"),
    "admin": ("province or district", "provinces and districts"),
    "settlement": ("town or city", "towns and cities"),
    "facility": ("facility", "facilities"),
    "region": ("region", "regions"),
    "water": ("water", "waters"),
    "other": ("other place", "other places"),
}
#: Precision of coordinates: how far off the place itself may lie.
PRECISION = {
    "site": "site, about 1 km",
    "settlement": "town, a few km",
    "admin": "middle of a province or district",
    "country": "middle of a country",
    "region": "middle of a region",
}
#: AttributionMode.
MODES = {"direct": "quoted", "indirect": "said", "claim": "claimed", "denial": "denied", "blame": "blamed"}
#: SourceClass.
SOURCES = {
    "named": "named source", "official": "official, not named", "unnamed": "unnamed source", "media": "news outlet",
    "document": "document",
}


def count(number: int, one: str, many: str = "") -> str:
    """(1, "briefing") -> 1 briefing; (1200, "briefing") -> 1,200 briefings."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def some(number: int) -> str:
    """A count that is left out where there is nothing to count: 1200 -> 1,200; 0 -> nothing."""
    return f"{number:,}" if number else ""


def opened(text: str) -> str:
    """ "killed: two" -> Killed: two."""
    return text[:1].upper() + text[1:]


def relation(predicate: str) -> str:
    """ "backed_by" -> backed by."""
    return predicate.replace("_", " ")
