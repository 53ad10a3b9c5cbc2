"""Span algebra: which spans overlap, which win, how they nest. Knows nothing of what the spans mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from .model import Span

T = TypeVar("T")


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a code point."""
    return a.start < b.end and b.start < a.end


def longest_first(items: Iterable[T], span: Callable[[T], Span]) -> list[T]:
    """Items in text order of which none overlaps another: the longer wins, then the earlier, then the first given.

    The rule of spaCy's `filter_spans`.
    """
    kept: list[T] = []
    taken: set[int] = set()
    for item in sorted(items, key=lambda i: (span(i).start - span(i).end, span(i).start)):
        points = range(span(item).start, span(item).end)
        if points and points[0] not in taken and points[-1] not in taken:
            kept.append(item)
            taken.update(points)
    return sorted(kept, key=span)


def segments(length: int, spans: Sequence[Span]) -> list[tuple[Span, tuple[int, ...]]]:
    """Cut [0, length) at every span border; each piece comes with the indexes of the spans that cover it.

    Outer spans come first: longer before shorter, then in the order given. Pieces follow one another without a gap.
    """
    borders = sorted({0, length, *(p for s in spans for p in (s.start, s.end) if 0 <= p <= length)})
    order = sorted(range(len(spans)), key=lambda i: (spans[i].start - spans[i].end, spans[i].start, i))
    starting: dict[int, list[int]] = {}
    for index in order:
        if spans[index].start < spans[index].end:
            starting.setdefault(spans[index].start, []).append(index)
    rank = {index: place for place, index in enumerate(order)}
    active: list[int] = []
    pieces: list[tuple[Span, tuple[int, ...]]] = []
    for start, end in pairwise(borders):
        active = [i for i in active if spans[i].end > start]
        if start in starting:
            active = sorted((*active, *starting[start]), key=rank.__getitem__)
        pieces.append((Span(start, end), tuple(active)))
    return pieces
