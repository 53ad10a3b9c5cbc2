"""Counting: what was right among what was given, what was found among what was wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from briefing.model import Span

T = TypeVar("T")
P = TypeVar("P")
G = TypeVar("G")


class Score(msgspec.Struct, frozen=True, omit_defaults=True):
    """Counts over all texts; the measures are per cent."""

    right: int = 0  #: predictions that are right
    given: int = 0  #: predictions
    found: int = 0  #: gold items that some prediction meets
    wanted: int = 0  #: gold items
    wrong: tuple[Any, ...] = ()  #: predictions that are not right, of a single text
    missed: tuple[Any, ...] = ()  #: gold items that were not found, of a single text

    def __add__(self, other: Score) -> Score:
        """The counts of both; what was wrong and missed belongs to single texts and is left out."""
        return Score(self.right + other.right, self.given + other.given, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return 100 * self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.found / self.wanted if self.wanted else 0.0

    @property
    def f(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Scores = dict[str, Score]


def total(parts: Iterable[Scores]) -> Scores:
    """The sum of the scores of single texts, row by row, in the order in which rows first come."""
    summed: Scores = {}
    for part in parts:
        for row, score in part.items():
            summed[row] = summed.get(row, Score()) + score
    return summed


def one_to_one(given: Sequence[P], wanted: Sequence[G], same: Callable[[P, G], bool], neutral: Sequence[G] = ()) -> Score:
    """Each gold item takes the first prediction that meets it and is not taken; what is left over is wrong.

    A prediction that meets only a `neutral` item counts neither way.
    """
    free = list(range(len(given)))
    missed: list[G] = []
    for item in wanted:
        hit = next((i for i in free if same(given[i], item)), None)
        if hit is None:
            missed.append(item)
        else:
            free.remove(hit)
    wrong = [given[i] for i in free if not any(same(given[i], item) for item in neutral)]
    found = len(wanted) - len(missed)
    return Score(found, found + len(wrong), found, len(wanted), tuple(wrong), tuple(missed))


def share(a: Span, b: Span) -> float:
    """What two spans have in common, as a share of what they cover together (Jaccard)."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return max(common, 0) / (max(a.end, b.end) - min(a.start, b.start))


def dedupe(items: Iterable[T]) -> list[T]:
    """Each item once, where it first stands."""
    return list(dict.fromkeys(items))
