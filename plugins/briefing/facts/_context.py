"""What a fact kind is given."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from ..lexicon import Lexicon
from ..model import Fact
from ..names import Name
from ..reading import Reading

F = TypeVar("F")


class Context(msgspec.Struct, frozen=True):
    """An article as read, what is known beforehand, and what the kinds before this one found."""

    reading: Reading
    lexicon: Lexicon
    names: tuple[Name, ...]
    facts: tuple[Fact, ...]

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The facts found so far of one class, by span."""
        return tuple(sorted((f for f in self.facts if isinstance(f, kind)), key=lambda f: f.span))
