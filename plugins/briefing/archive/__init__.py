"""All briefings seen together: who and what stands in which, in what order, and what goes with what.

Pure, and about linear in the number of facts. It holds references to the briefings' own facts and copies no text. It
merges nothing by itself: two facts are about one entry only where extraction or an editor gave them one kind and one key, and
a fact without a key makes no entry. Persons of one name are told apart where the evidence speaks against one person, and get
keys of their own. A profile of what no article mentions makes no entry, unless a place that is mentioned lies in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..model import Archive, AttributionFact, Briefing, Claim, Entry, Page, Profile, Ruling
from ._cast import Id, Kind, cast
from ._entries import entries
from ._groups import groups, same_event_first
from ._identities import identified, namesakes
from ._order import by_month, by_section, newest_first
from ._related import related


def build(briefings: Iterable[Briefing], profiles: Iterable[Profile] = (), pages: Iterable[Page] = (),
          label: Callable[[str], str | None] = lambda key: None, rulings: Iterable[Ruling] = ()) -> Archive:
    """The archive of these briefings. The order in which they are given does not matter; ids must be unique.

    `rulings` are what editors decided about who is who, in their order. `label` tells the name of a place by its key, None
    where it has none; it is asked only for places without an entry.
    """
    profiles, rulings = tuple(profiles), tuple(rulings)
    ordered = identified(newest_first(briefings), profiles, rulings)
    roster = cast(ordered)
    found = entries(ordered, roster, profiles)
    actors, locations = _indexed(found, "actor"), _indexed(found, "location")
    events = groups(ordered, found)
    return Archive(
        briefings=ordered,
        actors=actors,
        locations=locations,
        sections=by_section(ordered),
        months=by_month(ordered),
        claims=tuple(Claim(b, fact) for b in ordered for fact in b.facts if isinstance(fact, AttributionFact)),
        related=same_event_first(events, related(ordered, roster, found)),
        pages=tuple(sorted(pages, key=lambda page: page.slug)),
        groups={briefing.id: group for group in events for briefing in group.briefings},
        moved=_moved(actors, rulings),
        labels=_labels(locations, label),
    )


def _indexed(found: Mapping[Id, Entry], kind: Kind) -> dict[str, Entry]:
    """The entries of one kind by key, in the order of the index: most briefings first, then key."""
    chosen = (entry for entry in found.values() if entry.kind == kind)
    return {entry.key: entry for entry in sorted(chosen, key=lambda entry: (-entry.briefings, entry.key))}


def _moved(actors: Mapping[str, Entry], rulings: Iterable[Ruling]) -> dict[str, str]:
    """Keys that nobody has any more since editors ruled on them, with whose they are now."""
    now: dict[str, str] = {}
    for ruling in rulings:
        now = {old: ruling.key if key in ruling.of else key for old, key in now.items()}
        now |= {old: ruling.key for old in ruling.of if old not in now}
    return {old: key for old, key in now.items() if old not in actors and key in actors}


def _labels(locations: Mapping[str, Entry], label: Callable[[str], str | None]) -> dict[str, str]:
    """The names of the places that lie around others and have no entry."""
    around = sorted({key for entry in locations.values() for key in entry.within} - locations.keys())
    return {key: name for key in around if (name := label(key))}


__all__ = ["build", "namesakes"]
