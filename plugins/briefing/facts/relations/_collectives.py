"""What a collective name holds: "Northland's network of militias, such as the Hill Front, known as the Axis".

Its members are those named after "such as" or "including" before it, and the state that owns the network backs it. Refused:
a list with no word for a network, and names that stand further apart than a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import ActorFact, LocationFact
from .._syntax.clauses import Line, Placed, near
from .._syntax.grammar import words
from ._links import Link, Wording

_KNOWN = words("collectively jointly together")
_NETWORKS = words("network networks alliance coalition axis web bloc proxies proxy allies umbrella grouping confederation")
_EXAMPLES = frozenset((("such", "as"), ("including",), ("like",)))
_REACH = 40


def by_collective(line: Line, items: Sequence[Placed], known: Wording) -> Iterator[Link]:
    """The members and the backer of each body that a sentence says some groups are known as."""
    for whole in items:
        at = _named_as(line, whole)
        if at is None:
            continue
        start = max(line.sentence_start(at), at - _REACH)
        before = near(items, start, at)
        list_start = next((i for i in range(start, at) if _opens_list(line, i)), at)
        for member in _outer(before):
            listed = member.start > list_start and set(line.letters[list_start + 2 : member.start]) <= set("dwWzc,")
            if listed and _is_group(member) and member.fact.key != whole.fact.key:
                yield Link("member_of", member, whole, member.start, whole.end, "relations.collective")
        owner = next((item for item in before if _owns_network(line, item)), None)
        if owner is not None:
            yield Link("backed_by", whole, owner, owner.start, whole.end, "relations.collective")


def _named_as(line: Line, whole: Placed) -> int | None:
    """The token of "collectively" in "collectively known as the Axis"; None where the body is not introduced so."""
    at = whole.start
    while at > 0 and line.letters[at - 1] in 'd"':
        at -= 1
    if not _is_group(whole) or at < 3 or line.low[at - 2 : at] not in (("known", "as"), ("called", "the")):
        return None
    return at - 3 if line.low[at - 3] in _KNOWN else None


def _opens_list(line: Line, at: int) -> bool:
    return line.low[at : at + 2] in _EXAMPLES or line.low[at : at + 1] in _EXAMPLES


def _outer(items: Sequence[Placed]) -> Iterator[Placed]:
    """The items that lie in none before them; they come longest first."""
    end = 0
    for item in items:
        if item.start >= end:
            end = item.end
            yield item


def _is_group(item: Placed) -> bool:
    return isinstance(item.fact, ActorFact) and bool(item.fact.key) and item.fact.attrs.type in ("armed_group", "organisation", "military")


def _owns_network(line: Line, item: Placed) -> bool:
    """Whether "'s network" follows a state's name."""
    state = isinstance(item.fact, LocationFact) or (isinstance(item.fact, ActorFact) and item.fact.attrs.type == "state")
    owns = bool(item.fact.key) and line.letters[item.end : item.end + 1] == "z"
    return state and owns and not _NETWORKS.isdisjoint(line.low[item.end + 1 : item.end + 4])
