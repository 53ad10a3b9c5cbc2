"""Who is who over the whole archive: what editors ruled first, then the namesakes whom they said nothing about.

The only place where the archive changes briefings: keys, wherever a fact names an actor, and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ..model import Briefing, Profile, Ruling
from ._namesakes import parted
from ._rekeyed import rekeyed


def identified(ordered: Sequence[Briefing], profiles: Iterable[Profile], rulings: Sequence[Ruling]) -> tuple[Briefing, ...]:
    """The briefings, newest first, with one key for each actor. A name with a profile, or ruled upon, is never parted."""
    ruled = [_ruled(briefing, rulings) for briefing in ordered]
    settled = {*(profile.key for profile in profiles), *(key for ruling in rulings for key in (ruling.key, *ruling.of))}
    renamed = _renamed(ruled, settled)
    # Rulings hold once more for the keys that the archive gave: one of these may be merged with another name.
    return tuple(_ruled(rekeyed(each, renamed[each.id]), rulings) if each.id in renamed else each for each in ruled)


def namesakes(briefings: Iterable[Briefing], profiles: Iterable[Profile] = ()) -> frozenset[str]:
    """The keys that the archive gives of its own accord to persons whose name another one has, where nobody rules upon them."""
    renamed = _renamed(briefings, {profile.key for profile in profiles})
    return frozenset(key for keys in renamed.values() for key in keys.values())


def _renamed(briefings: Iterable[Briefing], settled: Collection[str]) -> dict[str, dict[str, str]]:
    """Id of a briefing -> the keys that are others' in it, with theirs."""
    oldest_first = sorted(briefings, key=lambda briefing: (not briefing.published, briefing.published or "", briefing.id))
    return {oldest_first[index].id: keys for index, keys in parted(oldest_first, settled).items()}


def _ruled(briefing: Briefing, rulings: Iterable[Ruling]) -> Briefing:
    """Rulings hold in their order, so that two names may be merged and one of their briefings taken out again."""
    for ruling in rulings:
        if not ruling.briefings or briefing.id in ruling.briefings:
            keys = dict.fromkeys(ruling.of, ruling.key)
            if any(fact.key in keys for fact in briefing.facts):
                briefing = rekeyed(briefing, keys)
    return briefing
