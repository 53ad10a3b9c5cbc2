"""Reports of one event, side by side: how many there are, what joins them, and where their figures differ.

Nothing is merged: each report keeps its title, its outlet and its figures, and leads to the sentence that gives them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ..archive.lead import lead
from ..model import Archive, Briefing, Group
from ..parts import Parts
from . import _dates, _paths, _words
from ._views import Date, Link


class Report(msgspec.Struct, frozen=True):
    """One report of an event that another reports too."""

    href: str
    title: str
    outlet: str
    date: Date | None


class Differing(msgspec.Struct, frozen=True):
    """A count that the reports give differently."""

    name: str  #: "killed"
    counts: tuple[Link, ...]  #: to the sentence; the note names the report


class Together(msgspec.Struct, frozen=True):
    """The reports of one event, seen from one of them."""

    words: str  #: "3 reports of one event"
    reason: str
    others: tuple[Report, ...]
    more: str  #: in words, how many others are not listed
    differing: tuple[Differing, ...]


def together(briefing: Briefing, archive: Archive, long: Parts, up: str, room: int | None = None) -> Together | None:
    """The other reports of the event that a briefing reports, `room` of them or all; None where it stands alone."""
    group = archive.groups.get(briefing.id)
    if group is None:
        return None
    others = [other for other in group.briefings if other.id != briefing.id]
    rest = len(others) - (len(others) if room is None else room)
    return Together(
        words=f"{len(group.briefings)} reports of one event", reason=group.reason,
        others=tuple(Report(up + _paths.briefing(o.id), o.title, o.outlet or "", _dates.date(o.published)) for o in others[:room]),
        more=f"and {rest:,} more, listed with the briefing itself" if rest > 0 else "",
        differing=tuple(_differing(group, long, up, room)),
    )


def counted(briefings: Iterable[Briefing], archive: Archive) -> str:
    """ "12 briefings on 10 events", where some report one event; else "12 briefings"."""
    ids = {briefing.id for briefing in briefings}
    events = {archive.groups[id_].briefings[0].id if id_ in archive.groups else id_ for id_ in ids}
    words = _words.count(len(ids), "briefing")
    return words if len(events) == len(ids) else f"{words} on {_words.count(len(events), 'event')}"


def _differing(group: Group, long: Parts, up: str, room: int | None) -> Iterator[Differing]:
    """The tolls that at least two reports give in other words, each with its report: the first that each gives. Where there is
    `room` for some only, each way of putting it stands once."""
    counts: dict[str, list[Link]] = {}
    for briefing in group.briefings:
        first = {point.key or "": point for point in reversed(lead(briefing).toll)}
        for role, point in sorted(first.items()):
            date = _dates.date(briefing.published)
            href = up + _paths.sentence(briefing.id, point.sentences[0], long)
            counts.setdefault(role, []).append(Link(href, point.text.partition(": ")[2], briefing.outlet or (date.words if date else "")))
    for role, links in counts.items():
        apart = {link.text.casefold(): link for link in reversed(links)}
        if len(apart) > 1:
            yield Differing(role, tuple(links if room is None or len(links) <= room else list(reversed(apart.values()))[:room]))
