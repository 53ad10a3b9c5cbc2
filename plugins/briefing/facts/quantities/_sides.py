"""On which side of a fight those who are counted stand: fighters, forces, or people who take no part in it.

Whoever is on one side is nobody of another, so "nine insurgents were killed. One policeman died" are ten. Refuses to say it of
people, men and members, who may be on any.
"""

from __future__ import annotations

import re

_NOUNS = {
    "fighters": """insurgents?|militants?|rebels?|guerrillas?|guerillas?|fighters?|terrorists?|extremists?|attackers?|assailants?|gunm[ae]n
        |bombers?|jihadists?|taliban|militiam[ae]n|enem(?:y|ies)""",
    "forces": """soldiers?|police|policem[ae]n|policewom[ae]n|troops?|troopers?|guards?|marines?|servicem[ae]n
        |service[ ]members?|commandos?|sailors?|airm[ae]n|gendarmes?|peacekeepers?|security[ ]forces""",
    "civilians": """civilians?|child(?:ren)?|wom[ae]n|girls?|boys?|villagers?|residents?|bystanders?|passers-?by|passengers?|shoppers?
        |worshipp?ers?|pupils?|students?|teachers?""",
}
_SIDES = {side: re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE | re.VERBOSE) for side, nouns in _NOUNS.items()}


FIGHTERS, FORCES = frozenset(("fighters",)), frozenset(("forces",))


def sides(words: str) -> frozenset[str]:
    """The sides that a phrase names; none where it names people of any."""
    return frozenset(side for side, nouns in _SIDES.items() if nouns.search(words))


def are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two phrases count nobody in common, as far as their nouns tell."""
    return bool(one) and bool(other) and one.isdisjoint(other)
