"""The noun in apposition to a name: "the company, X, said", "a site called X", "X, a Thai satellite company", "X is a painkiller".

Refuses a noun that only belongs to another: "the head of the team, X", "X, the CEO of the group".
"""

from __future__ import annotations

import re

from ._name import Scene
from ._segments import Segment

_REACH = 60
#: Units that an opening phrase has at most: "According to the".
_OPENING = 3
_FRONTED = frozenset(("according", "after", "at", "before", "by", "despite", "during", "for", "from", "in", "like", "near", "on", "since",
                      "under", "with"))
_ENDS = re.compile(r" ?(?:[,.;:)]|$)")
_PLAIN = r"(?:(?!(?:of|for|from|with|at|in|to|by|on|the|a|an) )[\w.'’-]+ ){0,4}?"
_BEFORE = re.compile(
    r"(?<!of )(?<!for )(?<!from )(?<!with )(?<!at )(?<!in )"
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) {_PLAIN}([a-z-]+) ?, $"
)
_CALLED = re.compile(r"\b([a-z-]+) (?:(?:that|which) (?:is|was) )?(?:called|named|titled|entitled|known as) (?:the )?$")
_CALLING = frozenset(("called", "named", "titled", "entitled", "as"))
_BEHIND = re.compile(
    rf"(?: ?,| (?:is|was|are|were)) (an?|the|its|one of the) {_PLAIN}([a-z-]+)"
    r"(?= ?[,.;:)]| (?:of|for|at|in|with|from|to|that|which|who|and|on|by|about|is|was|has|had|said|based|owned|starring|written|directed"
    r"|set|used|known|called|made|built|carrying)\b)"
)


def nouns(segment: Segment, scene: Scene) -> tuple[str, str]:
    """The noun before a name ("the company, X,", "a site called X") and the one behind it ("X, a bank in"); empty where there is none."""
    text, run = scene.text, segment.run
    floor, last = max(0, run.start - _REACH), scene.units[run.first - 1].low if run.first else ""
    parted = text.startswith(", ", run.start - 2) and _ENDS.match(text, run.end) is not None
    before = _BEFORE.search(text, floor, run.start) if parted else None
    if last in _CALLING or (last == "the" and not parted):
        before = _CALLED.search(text, floor, run.start)
    behind = _BEHIND.match(text, run.end)
    return before[1] if before else "", behind[2] if behind and not _only_opens(segment, scene, behind[1]) else ""


def _only_opens(segment: Segment, scene: Scene, article: str) -> bool:
    """Whether another clause begins behind the name: "According to X, a ship sank", "in X, the ship sank"."""
    lists, run = scene.words.lists, segment.run
    before = scene.before(run)
    if run.first and run.first <= _OPENING and scene.units[0].low in _FRONTED:
        return scene.text.startswith(",", run.end)
    return article == "the" and before is not None and before.low in lists["place_prep"]
