"""What is made from a table of the lexicon, made once.

Tables are tuples of dicts, which cannot be hashed; `Same` knows one by identity, so that a pure function of a table can be kept
by functools.lru_cache.
"""

from __future__ import annotations

from collections.abc import Mapping

Rows = tuple[Mapping[str, str], ...]


class Same:
    """A table, equal only to itself."""

    __slots__ = ("rows",)

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def __hash__(self) -> int:
        return id(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.rows is other.rows


def words(row: Mapping[str, str]) -> list[str]:
    """The column `words` of a row, which is separated by semicolons."""
    return [word for word in row["words"].split(";") if word]


def word_set(text: str) -> frozenset[str]:
    """The words of a text that are separated by white space."""
    return frozenset(text.split())
