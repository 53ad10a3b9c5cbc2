"""A diagram of arcs: names in a column, what joins two of them as an arc beside it. Figures in units of the viewBox.

The order of the names brings those together that are joined most strongly, so that most arcs are short. The same names and
joints always give the same diagram.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

#: Of the viewBox, of a row, and how far arcs may reach out.
WIDTH, ROW = 800, 21
#: Where arcs of the left begin, where names end, where arcs of the right begin.
LEFT, NAMES, RIGHT = 100, 340, 358
_REACH_LEFT, _REACH_RIGHT = 92, 430
#: How far an arc reaches out for each unit that it spans, and at least.
_BEND, _LEAST = 0.7, 16.0
#: Rounds of moving each name to its best place; it settles in fewer.
_ROUNDS = 8


class Arc(msgspec.Struct, frozen=True, gc=False):
    """A curve between two rows."""

    path: str
    x: int  #: of its farthest point, where a sign may stand
    y: int


def order(count: int, strengths: Mapping[tuple[int, int], float]) -> list[int]:
    """The numbers 0 to count - 1, those side by side that are joined strongly: first by joining chains where the strongest pair
    asks for it, then by moving each number to where its joints are shortest."""
    chains = {number: [number] for number in range(count)}
    for a, b in sorted(strengths, key=lambda pair: (-strengths[pair], pair)):
        one, other = chains[a], chains[b]
        if one is other:
            continue
        # Turn both so that the pair ends up as near as it can.
        if one.index(a) < len(one) / 2:
            one = one[::-1]
        if other.index(b) >= len(other) / 2:
            other = other[::-1]
        joined = one + other
        chains.update(dict.fromkeys(joined, joined))
    whole = sorted({id(chain): chain for chain in chains.values()}.values(), key=lambda chain: (-len(chain), min(chain)))
    return _settled([number for chain in whole for number in chain], strengths)


def _settled(placed: list[int], strengths: Mapping[tuple[int, int], float]) -> list[int]:
    for _ in range(_ROUNDS):
        before = placed
        for number in sorted(placed):
            rest = [other for other in placed if other != number]
            tries = ([*rest[:at], number, *rest[at:]] for at in range(len(placed)))
            placed = min(placed, min(tries, key=lambda each: _reach(each, strengths)), key=lambda each: _reach(each, strengths))
        if placed == before:
            break
    return placed


def _reach(placed: list[int], strengths: Mapping[tuple[int, int], float]) -> float:
    """How far the joints of an order reach, weighed by their strength."""
    at = {number: place for place, number in enumerate(placed)}
    return sum(strength * abs(at[a] - at[b]) for (a, b), strength in strengths.items())


def row(place: int) -> int:
    """The middle of a row."""
    return ROW // 2 + 1 + place * ROW


def height(rows: int) -> int:
    return max(1, rows) * ROW + 2


def arc(first: int, second: int, *, left: bool = False) -> Arc:
    """The arc between two rows, to the right of the names or to the left."""
    top, bottom = sorted((row(first), row(second)))
    reach = min((_LEAST + (bottom - top) * _BEND), (_REACH_LEFT if left else _REACH_RIGHT) / 0.75)
    start, out = (LEFT, LEFT - round(reach)) if left else (RIGHT, RIGHT + round(reach))
    # A cubic curve bends out to three quarters of its handles.
    return Arc(f"M{start} {top}C{out} {top} {out} {bottom} {start} {bottom}", round(start + (out - start) * 0.75), (top + bottom) // 2)


def short(label: str, room: int = 36) -> str:
    """A name that fits its column."""
    return label if len(label) <= room else f"{label[: room - 1].rstrip()}…"
