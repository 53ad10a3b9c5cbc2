"""Persons of one name: who of them is one, and who are two.

A name is one person unless the evidence speaks positively against it, for a famous person who changes office must not become
two. Two briefings mean two persons where nobody and no body stands in both that was not known beforehand, and

* their roles belong to worlds that hardly meet (a goalkeeper, a governor), each in a country of which the other's briefings
  say nothing; or
* one of them is told dead, and the other speaks months later in another world.

Briefings are gone through from the oldest to the newest, and each joins the persons told of before it. So an article that is
newer than all others changes nobody's identity, and nobody's address, in the articles that were there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec
from slugify import slugify

from ..model import ActorFact, Briefing
from ._appearances import Appearance, Scene, appearance, curated
from ._callings import exclude, world_of

#: Days after which nobody who was told dead is told to say something, as if he lived.
_BURIED = 60
_LONGEST_QUALIFIER = 40


class _Person(msgspec.Struct):
    """The appearances of one identity so far, and what they tell together."""

    first: Appearance
    died: int | None = None  #: the day on which it was first told dead
    last: int = 0
    worlds: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()

    def take(self, one: Appearance) -> None:
        self.worlds |= one.worlds
        self.bodies |= one.bodies
        self.homes |= one.homes
        self.countries |= one.countries
        self.company |= one.company
        self.last = one.day or self.last
        if one.dead and self.died is None:
            self.died = one.day


def parted(oldest_first: Sequence[Briefing], settled: Collection[str]) -> dict[int, dict[str, str]]:
    """Index of a briefing -> the keys that are others' in it, with the keys of those whom they mean.

    `settled` are keys about which an editor has decided: they are left as they are.
    """
    stands, keys = _repeated(oldest_first, settled)
    scenes: dict[int, Scene] = {}
    renamed: dict[int, dict[str, str]] = {}
    for key, indexes in stands.items():
        found = [appearance(key, scenes.setdefault(index, Scene(oldest_first[index]))) for index in indexes]
        if len({world for one in found for world in one.worlds}) < 2 and not any(one.dead for one in found):
            continue
        for index, name in zip(indexes, _names(found, keys), strict=True):
            if name != key:
                renamed.setdefault(index, {})[key] = name
    return renamed


def _repeated(briefings: Iterable[Briefing], settled: Collection[str]) -> tuple[dict[str, list[int]], set[str]]:
    """The persons that stand in several briefings and whom nobody knows beforehand, with these; and all keys of actors."""
    stands: dict[str, list[int]] = {}
    known, keys = set(settled), set[str]()
    for index, briefing in enumerate(briefings):
        for fact in briefing.facts:
            if not isinstance(fact, ActorFact) or not fact.key:
                continue
            keys.add(fact.key)
            if fact.attrs.type != "person":
                continue
            if fact.status != "machine" or curated((fact,)):
                known.add(fact.key)
            at = stands.setdefault(fact.key, [])
            if not at or at[-1] != index:
                at.append(index)
    return {key: at for key, at in stands.items() if len(at) > 1 and key not in known}, keys


def _names(found: Sequence[Appearance], keys: set[str]) -> list[str]:
    """The key of the person behind each appearance. The person told of first keeps the bare key; new ones join `keys`."""
    persons: list[_Person] = []
    chosen: list[int] = []
    for one in found:
        fits = [number for number, person in enumerate(persons) if not _another(one, person)]
        number = max(fits, key=lambda n: (_likeness(one, persons[n]), -n)) if fits else len(persons)
        if number == len(persons):
            persons.append(_Person(one))
        persons[number].take(one)
        chosen.append(number)
    names = [found[0].key]
    for person in persons[1:]:
        names.append(_qualified(person.first, keys))
        keys.add(names[-1])
    return [names[number] for number in chosen]


# --- what speaks against one person, and what for -----------------------------------------------------------------


def _another(one: Appearance, person: _Person) -> bool:
    """Whether an appearance cannot be of a person."""
    if one.company & person.company or one.bodies & person.bodies:
        return False
    return (_elsewhere(one, person) and exclude(one.worlds, person.worlds)) or _buried(one, person)


def _elsewhere(one: Appearance, person: _Person) -> bool:
    """Each is of a country of which the other's briefings say nothing."""
    strangers = one.homes.isdisjoint(person.countries) and person.homes.isdisjoint(one.countries)
    return bool(one.homes and person.homes) and strangers


def _buried(one: Appearance, person: _Person) -> bool:
    """The person was told dead, and this one speaks long after, in a world in which the dead did not live."""
    if person.died is None or one.day is None or one.day - person.died <= _BURIED:
        return False
    return one.speaks and not one.dead and bool(one.worlds) and one.worlds.isdisjoint(person.worlds)


def _likeness(one: Appearance, person: _Person) -> tuple[int, int, int, int, int]:
    """How much speaks for an appearance's being of a person: company, bodies, worlds, countries; then nearness in time."""
    return (
        len(one.company & person.company), len(one.bodies & person.bodies), len(one.worlds & person.worlds),
        len(one.homes & person.homes), -abs((one.day or person.last) - person.last),
    )


# --- how the second is called -------------------------------------------------------------------------------------


def _qualified(one: Appearance, taken: Collection[str]) -> str:
    """A key that says who: by the role of the first appearance, where that is taken by the country, else by a number."""
    placed = [role for role in one.roles if world_of(role)]
    roles = [slugify(role, max_length=_LONGEST_QUALIFIER) for role in (*placed, *one.roles)]
    homes = sorted(home.lower() for home in one.homes)
    base = next(filter(None, roles), "deceased" if one.dead else "namesake")
    tried = (base, *(f"{base}-{home}" for home in homes), *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    return next(key for qualifier in tried if (key := f"{one.key}-{qualifier}") not in taken)


__all__ = ["parted"]
