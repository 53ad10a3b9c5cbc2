"""Which of the sheet's entities a key of ours stands for: the one that most of its mentions overlap best."""

from __future__ import annotations

from ._score import share
from ._texts import Case, gold_span

Identities = dict[str, str]  #: our key -> the sheet's entity id

_SAME = 0.5  #: share of two spans from which on they may be one mention


def identities(case: Case) -> Identities:
    mentions = [(gold_span(m), entity["id"]) for entity in case.text.gold["entities"] for m in entity["mentions"]]
    votes: dict[str, dict[str, float]] = {}
    for span, fact in case.named():
        best, name = max((share(span, mention), name) for mention, name in mentions)
        if fact.key and best >= _SAME:
            counts = votes.setdefault(fact.key, {})
            counts[name] = counts.get(name, 0.0) + best
    return {key: max(sorted(counts), key=lambda name: counts[name]) for key, counts in votes.items()}
