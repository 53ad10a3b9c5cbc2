"""How well names are found: exact span and class, over whole files of marked texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .._pieces import Vocabulary
from .corpus import Mark, Text
from .examples import Window, cut, marks

Forward = Callable[[Window], NDArray[np.float32]]  #: a window's scores, [ids, labels]


class Score(NamedTuple):
    """Counts, so that files can be added up."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return 100 * self.right / max(1, self.given)

    @property
    def recall(self) -> float:
        return 100 * self.right / max(1, self.wanted)

    @property
    def f(self) -> float:
        return 200 * self.right / max(1, self.given + self.wanted)


def score(texts: Iterable[Text], vocabulary: Vocabulary, forward: Forward) -> Score:
    """The names that `forward` finds against those that are marked; "the" belongs to none."""
    right = given = wanted = 0
    for text in texts:
        found = {_bare(text.text, mark) for window in cut(vocabulary, text) for mark in marks(window, forward(window))}
        right += len(found & set(text.marks))
        given += len(found)
        wanted += len(text.marks)
    return Score(right, given, wanted)


def _bare(text: str, mark: Mark) -> Mark:
    the = text[mark.start : mark.start + 4].lower() == "the " and mark.start + 4 < mark.end
    return mark._replace(start=mark.start + 4) if the else mark
