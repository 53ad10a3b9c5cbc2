"""The noun in apposition to a name: "the company, X, said", "X, a Thai satellite company", "X is a painkiller".

Refuses a noun that only belongs to another: "the head of the team, X", "X, the CEO of the group".
"""

from __future__ import annotations

import re

_REACH = 60
_PLAIN = r"(?:(?!(?:of|for|from|with|at|in|to|by|on|the|a|an) )[\w.'’-]+ ){0,4}?"
_BEFORE = re.compile(
    r"(?<!of )(?<!for )(?<!from )(?<!with )(?<!at )(?<!in )"
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) {_PLAIN}([a-z-]+), $"
)
_BEHIND = re.compile(
    rf"(?:,| (?:is|was|are|were)) (an?|the|its|one of the) {_PLAIN}([a-z-]+)"
    r"(?=[,.;:)]| (?:of|for|at|in|with|from|to|that|which|who|and|on|by|about|is|was|has|had|said|based|owned|starring|written|directed"
    r"|set|used|known|called|made|built|carrying)\b)"
)


def noun_before(text: str, start: int) -> str:
    """The noun of "the company, " right before a name; empty where there is none."""
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    return found[1] if found else ""


def noun_behind(text: str, end: int, *, located: bool) -> str:
    """The noun of ", a satellite company" right behind a name; `located` where that only says where: "In X, the ship sank"."""
    found = _BEHIND.match(text, end)
    return found[2] if found and not (located and found[1] == "the") else ""
