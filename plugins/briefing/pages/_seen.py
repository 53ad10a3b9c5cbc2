"""What the page of a briefing sees of the archive, and nothing else: so few facts of the other briefings that a digest of
them tells whether the page has to be made again. The page is made from this alone, so it cannot show what it does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from ..model import (
    ActorFact,
    Amendment,
    Archive,
    AttributionFact,
    Briefing,
    Entry,
    EventFact,
    Fact,
    LocationFact,
    QuantityFact,
    RelationFact,
    WeaponFact,
)
from . import _along, _reports
from ._part import Part
from ._views import Link

#: The attributes of a fact that hold a key, and those that hold several.
_ONE: dict[type, tuple[str, ...]] = {
    ActorFact: ("of",), QuantityFact: ("of", "place"), WeaponFact: ("used_by",), AttributionFact: ("speaker_key",),
    EventFact: ("location",), RelationFact: ("subject", "object"),
}
_MANY: dict[type, tuple[str, ...]] = {LocationFact: ("within",), EventFact: ("source", "target", "weapons")}


class Known(msgspec.Struct, frozen=True, gc=False):
    """An entry of the archive, as far as a briefing's page shows it."""

    kind: str
    key: str
    label: str
    type: str
    briefings: int


class Cast(msgspec.Struct, frozen=True):
    """What the archive knows of the keys that a briefing names."""

    actors: dict[str, Known]
    locations: dict[str, Known]
    labels: dict[str, str]  #: of places that have no entry
    countries: dict[str, str]  #: what the archive calls a country, by ISO 3166-1 alpha-2 code


class Around(msgspec.Struct, frozen=True):
    """The pages that a briefing's first page leads to because of where it stands in the archive; a further part to its section."""

    section: tuple[str, str] | None  #: its key and its name
    older: Link | None = None
    newer: Link | None = None
    along: tuple[_along.Along, ...] = ()
    together: _reports.Together | None = None
    related: tuple[Link, ...] = ()


class Seen(msgspec.Struct, frozen=True):
    """All that a page of a briefing depends on."""

    part: Part
    cast: Cast
    around: Around
    amendments: tuple[Amendment, ...]
    site: bytes  #: digest of the site


def cast(briefing: Briefing, archive: Archive, countries: Mapping[str, str]) -> Cast:
    """What `archive` knows of the keys in a briefing; `countries` are what it calls them, by code."""
    keys = tuple(dict.fromkeys(key for fact in briefing.facts for key in _keys(fact)))
    codes = {fact.attrs.country for fact in briefing.facts if isinstance(fact, ActorFact | LocationFact)}
    return Cast(
        _known(keys, archive.actors),
        _known(keys, archive.locations),
        {key: archive.labels[key] for key in keys if key in archive.labels},
        {code: countries[code] for code in sorted(filter(None, codes)) if code in countries},
    )


def _keys(fact: Fact) -> Iterator[str]:
    if fact.key:
        yield fact.key
    for name in _ONE.get(type(fact), ()):
        if key := getattr(fact.attrs, name):
            yield key
    for name in _MANY.get(type(fact), ()):
        yield from getattr(fact.attrs, name)


def _known(keys: Iterable[str], entries: Mapping[str, Entry]) -> dict[str, Known]:
    found = (entries[key] for key in keys if key in entries)
    return {entry.key: Known(entry.kind, entry.key, entry.label, entry.type, entry.briefings) for entry in found}
