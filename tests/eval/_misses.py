"""What a scorer found wrong or missed, in words, most frequent first: where to look next."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from briefing.model import Span

from ._score import Scores
from ._texts import Case


class Of(msgspec.Struct, frozen=True):
    """A mistake that is told of a whole article."""

    what: Any


class Misses:
    """Counts over all texts, by row."""

    def __init__(self) -> None:
        self.wrong: dict[str, Counter[str]] = {}
        self.missed: dict[str, Counter[str]] = {}

    def add(self, case: Case, scores: Scores) -> None:
        for row, score in scores.items():
            self.wrong.setdefault(row, Counter()).update(_words(case, item) for item in score.wrong)
            self.missed.setdefault(row, Counter()).update(_words(case, item) for item in score.missed)

    def lines(self, row: str, count: int) -> list[str]:
        """The most frequent of a row, wrong ones and missed ones."""
        both = (("wrong", self.wrong), ("missed", self.missed))
        return [f"  {name}: {_listed(counts[row].most_common(count))}" for name, counts in both if counts.get(row)]


def _listed(counts: list[tuple[str, int]]) -> str:
    return " | ".join(f"{words} ×{count}" if count > 1 else words for words, count in counts)


def _words(case: Case, item: Any) -> str:
    """The words at an item's span, and what was said of them."""
    if isinstance(item, Span):
        return " ".join(case.text.marked[item.start : item.end].split())
    if isinstance(item, tuple) and item and isinstance(item[0], Span):
        return " ".join([_words(case, item[0]), *(_words(case, part) for part in item[1:])])
    if isinstance(item, Of):
        return f"{case.text.article.id}: {_words(case, item.what)}"
    if isinstance(item, dict):
        return str(item.get("id") or item)
    return str(getattr(item, "quote", item))
