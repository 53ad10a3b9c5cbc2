"""The way along an actor or a place: from a briefing to the one before and the one behind it that name the same.

A briefing's page offers it for those that it names most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

import msgspec

from ..model import ActorFact, Archive, Briefing, Entry, LocationFact
from . import _paths, _scene
from ._views import EntryLink, Link, root

#: Actors, and places, that a page leads along.
_EACH = 2


class Along(msgspec.Struct, frozen=True):
    """The neighbours of a briefing among those that name one actor or place."""

    entry: EntryLink
    newer: Link | None
    older: Link | None


_Rows = Mapping[tuple[Literal["actor", "location"], str], Mapping[str, tuple[Briefing | None, Briefing | None]]]


def along(archive: Archive) -> Iterator[tuple[Briefing, tuple[Along, ...]]]:
    """Each briefing, in the archive's order, with its ways along what it names most."""
    chosen = [(briefing, _foremost(briefing, archive)) for briefing in archive.briefings]
    named = {(entry.kind, entry.key): entry for _, entries in chosen for entry in entries}
    rows: _Rows = {name: _neighbours(entry) for name, entry in named.items()}
    for briefing, entries in chosen:
        yield briefing, tuple(_way(briefing, entry, rows) for entry in entries)


def _way(briefing: Briefing, entry: Entry, rows: _Rows) -> Along:
    up = root(_paths.briefing(briefing.id))
    newer, older = (
        Link(up + _paths.briefing(other.id), other.title or _paths.UNTITLED) if other else None
        for other in rows[entry.kind, entry.key][briefing.id]
    )
    return Along(EntryLink(entry.kind, up + _paths.entry(entry.kind, entry.key), entry.label), newer, older)


def _foremost(briefing: Briefing, archive: Archive) -> tuple[Entry, ...]:
    """The actors and places named most, in the order of the text where that is even, without those that only it names. The
    press mostly reports, and a country that acts is an actor."""
    actors = Counter(f.key for f in briefing.facts if isinstance(f, ActorFact) and f.key and f.attrs.type != "media")
    places = Counter(f.key for f in briefing.facts if isinstance(f, LocationFact) and f.key and f.attrs.form not in _scene.ACTING)
    found: list[Entry] = []
    for counts, entries in ((actors, archive.actors), (places, archive.locations)):
        shared = (entries[key] for key, _ in counts.most_common() if key in entries and entries[key].briefings > 1)
        found += [entry for entry, _ in zip(shared, range(_EACH), strict=False)]
    return tuple(found)


def _neighbours(entry: Entry) -> dict[str, tuple[Briefing | None, Briefing | None]]:
    """By id of a briefing that names an entry: the next newer and the next older one."""
    named: Sequence[Briefing] = [next(group).briefing for _, group in groupby(entry.mentions, key=lambda mention: mention.briefing.id)]
    around = zip((None, *named), named, (*named[1:], None), strict=False)
    return {briefing.id: (newer, older) for newer, briefing, older in around}
