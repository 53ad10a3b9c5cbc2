"""Who and what stands beside an actor or a place in the same briefings, and when: small multiples of its own chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from ..model import Archive, Briefing, Counterpart, Entry
from . import _chart, _paths

#: Counterparts of each kind whose line has a chart.
_CHARTS = 8
#: Briefings that two have in common from which a chart says more than their number.
_FEW = 3


class Counted(msgspec.Struct, frozen=True, gc=False):
    """An entry in a list, with the number of shared briefings and when they were."""

    href: str
    text: str
    note: str
    spark: str  #: path of its bars, or ""


class Beside(msgspec.Struct, frozen=True):
    """The counterparts of an entry, of one kind."""

    kind: str
    title: str
    rows: tuple[Counted, ...]
    width: int  #: of each chart
    height: int


Names = Mapping[str, frozenset[tuple[str, str]]]


def names(archive: Archive) -> Names:
    """By id of a briefing the kind and the key of all that it names."""
    found: dict[str, set[tuple[str, str]]] = {}
    for entries in (archive.actors, archive.locations):
        for entry in entries.values():
            for mention in entry.mentions:
                found.setdefault(mention.briefing.id, set()).add((entry.kind, entry.key))
    return {id_: frozenset(named) for id_, named in found.items()}


def beside(entry: Entry, kind: str, title: str, named: Names, up: str) -> Beside:
    """Those of one kind that share most briefings with an entry."""
    briefings = {mention.briefing.id: mention.briefing for mention in entry.mentions}
    others = [other for other in entry.related if other.kind == kind]
    drawn = any(other.briefings >= _FEW for other in others)
    axis = _chart.axis(briefings.values()) if drawn else None
    rows = tuple(_rows(entry, others, briefings, named, axis, up))
    return Beside(kind, title, rows, _chart.width(axis) if axis else 0, _chart.SPARK)


def _rows(
    entry: Entry, others: list[Counterpart], briefings: Mapping[str, Briefing], named: Names, axis: _chart.Axis | None, up: str
) -> Iterator[Counted]:
    for place, other in enumerate(others):
        shared = (briefings[id_] for id_ in briefings if (other.kind, other.key) in named[id_])
        spark = _chart.spark(shared, axis) if axis and place < _CHARTS and other.briefings >= _FEW else ""
        note = f"{other.briefings:,}" if entry.briefings > 1 else ""  # of one briefing there is nothing to count
        yield Counted(up + _paths.entry(other.kind, other.key), other.label, note, spark)
