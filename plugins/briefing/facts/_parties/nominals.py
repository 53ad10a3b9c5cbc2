"""Who "the senator" is: the one person of whom the article says that he or she holds that office.

Refused: an office that two persons hold, "the former senator" for a senator, and a phrase that names another state or body than
the person's own ("the Iranian president").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ...model import ActorFact
from .._syntax.clauses import Line, Placed
from .._syntax.grammar import words
from .genders import identity

#: Words that make another office of one: the vice president is no president.
_OTHER_OFFICE = words("vice deputy former acting ex assistant ex- then interim late")
#: Words that leave an office as it is: the veteran senator is a senator, the health minister not just any minister.
_SAME_OFFICE = words("new current veteran longtime longstanding outgoing incoming embattled young elderly top senior incumbent")


class Offices(msgspec.Struct, frozen=True):
    """The persons of an article by the last word of their office."""

    holders: Mapping[str, tuple[ActorFact, ...]]

    @classmethod
    def of(cls, actors: Sequence[Sequence[Placed]]) -> Offices:
        found: dict[str, dict[tuple[str, str], ActorFact]] = {}
        for item in (item for line in actors for item in line):
            if isinstance(item.fact, ActorFact) and item.fact.attrs.type == "person" and item.fact.attrs.role:
                role = item.fact.attrs.role.lower()
                found.setdefault(role.rpartition(" ")[2], {}).setdefault((identity(item.fact), role), item.fact)
        return cls({noun: tuple(people.values()) for noun, people in found.items()})

    def holder(self, line: Line, span: tuple[int, int], inside: Sequence[ActorFact]) -> ActorFact | None:
        """The person that a definite phrase without a person's name means; `inside` are the states and bodies that it names."""
        if line.low[span[0]] != "the" or line.letters[span[1] - 1] != "w":
            return None
        start = span[1] - 1
        while start > span[0] + 1 and line.letters[start - 1] == "w":
            start -= 1
        office = line.low[start : span[1]]
        fitting = {identity(person): person for person in self.holders.get(office[-1], ()) if _fits(person, office)}
        if len(fitting) != 1:
            return None
        (person,) = fitting.values()
        return person if all(other.key == person.attrs.of for other in inside) else None


def _fits(person: ActorFact, office: tuple[str, ...]) -> bool:
    role = tuple((person.attrs.role or "").lower().split())
    apart = set(role) ^ set(office)
    shorter = office[-len(role) :] == role and set(office[: -len(role)]) <= _SAME_OFFICE
    return not apart & _OTHER_OFFICE and (role[-len(office) :] == office or shorter)
