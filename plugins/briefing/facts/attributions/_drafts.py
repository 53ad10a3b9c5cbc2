"""The nouns of _speech.py and _uncued.py: an attribution before it is a fact, and the quotations of one line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from .._syntax.clauses import Line
from .._syntax.quotes import Quotation


class Draft(msgspec.Struct, frozen=True):
    """An attribution, by tokens of one line."""

    line: int
    mode: str
    cue: tuple[int, int] | None
    speaker: tuple[int, int] | None
    content: tuple[int, int]
    rule: str
    heard: Draft | None = None  #: the attribution whose speaker goes on here without a cue
    inferred: bool = False  #: nothing but the words around says who speaks


class Marks(msgspec.Struct, frozen=True):
    """The quotations of one line, to be asked by token."""

    ordered: tuple[Quotation, ...]
    starting: dict[int, Quotation]
    ending: dict[int, Quotation]

    @classmethod
    def of(cls, marks: Sequence[Quotation]) -> Marks:
        return cls(tuple(marks), {mark.start: mark for mark in marks}, {mark.end: mark for mark in marks})

    def around(self, at: int) -> Quotation | None:
        """The quotation that holds the token at `at` and does not start there."""
        index = bisect_left(self.ordered, at, key=lambda mark: mark.start) - 1
        return self.ordered[index] if index >= 0 and at < self.ordered[index].end else None

    def chain(self, line: Line, first: Quotation | None) -> Iterator[Quotation]:
        """A quotation with those that commas and "and" join to it: "weak" and "a total disaster"."""
        mark = first
        while mark is not None:
            yield mark
            at = mark.end
            while line.letters[at : at + 1] in (",", "c") or line.low[at : at + 1] == ("as",):
                at += 1
            mark = self.starting.get(at) if at > mark.end or line.letters[at - 2] == "," else None
