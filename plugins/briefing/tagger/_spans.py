"""Labels of words to names with a confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from . import TagClass, Tagged
from ._viterbi import LABELS

_CLASSES: dict[str, TagClass] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_COLUMNS = [[at for at, label in enumerate(LABELS) if label[2:] == ending] for ending in _CLASSES]


def kinds(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """How likely each word is inside a name of each class: [words, person, organisation, place]."""
    return np.stack([probabilities[:, columns].sum(axis=1) for columns in _COLUMNS], axis=1)


def named(words: Sequence[tuple[int, int]], labels: Sequence[str], likely: NDArray[np.float32]) -> Iterator[Tagged]:
    """The names that BIO labels give to words; as sure as the mean of their words."""
    at = 0
    while at < len(labels):
        end = at + 1
        if labels[at][0] != "B":
            at = end
            continue
        while end < len(labels) and labels[end][0] == "I":
            end += 1
        column = list(_CLASSES).index(labels[at][2:])
        yield Tagged(words[at][0], words[end - 1][1], _CLASSES[labels[at][2:]], float(likely[at:end, column].mean()))
        at = end
