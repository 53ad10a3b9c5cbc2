"""A trigger as it was found in a line: what every other step starts from."""

from __future__ import annotations

import msgspec

from .._syntax.clauses import Group
from .._syntax.grammar import Trigger

VERBAL = frozenset("eymbvo")
#: What stands before a number and is no preposition there: "killed at least nine".
HEDGES = frozenset((("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("as", "many")))


class Found(msgspec.Struct, frozen=True, gc=False):
    """A trigger in a line, by tokens."""

    start: int
    end: int
    trigger: Trigger
    group: Group | None  #: None for a noun
    subject: tuple[int, int] | None
    turned: str = ""  #: "future" or "refused": what it is instead of having happened
    reduced: bool = False  #: a passive participle without an auxiliary: "militants killed in the raid"

    @property
    def passive(self) -> bool:
        return self.reduced or (self.group is not None and self.group.passive)
