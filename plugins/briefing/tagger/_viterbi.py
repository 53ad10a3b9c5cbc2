"""Scores of words to the labels that they may have together: BIO over persons, organisations and places.

An I- follows only a B- or I- of its own class. What training and run time share; knows nothing of pieces.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: The network's outputs, in this order.
LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_NEVER = -1e4


def _allowed(before: str, after: str) -> bool:
    return after[0] != "I" or before[1:] == after[1:]


_ALLOWED = np.array([[_allowed(a, b) for b in LABELS] for a in LABELS])
_MOVES = np.where(_ALLOWED, 0.0, _NEVER).astype(np.float32)
_FIRST = _MOVES[0]  # as after an O


def best(scores: NDArray[np.float32]) -> list[int]:
    """The sequence of labels with the highest sum that BIO allows (Viterbi); `scores` is [words, labels]."""
    if not len(scores):
        return []
    likeliest = scores.argmax(1)
    if _ALLOWED[np.concatenate(([0], likeliest[:-1])), likeliest].all():  # nineteen windows in twenty: nothing is to be weighed
        return list(map(int, likeliest))
    total = scores[0] + _FIRST
    back = np.zeros(scores.shape, np.int64)
    for word in range(1, len(scores)):
        moves = total[:, None] + _MOVES
        back[word] = moves.argmax(0)
        total = moves.max(0) + scores[word]
    path = [int(total.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        path.append(int(back[word][path[-1]]))
    return path[::-1]


def probabilities(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The softmax of each word's scores."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: NDArray[np.float32] = powers / powers.sum(axis=-1, keepdims=True)
    return result
