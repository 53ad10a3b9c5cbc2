"""The numbers that were chosen. What they were chosen by stands in data/CARD.md."""

from __future__ import annotations

from typing import NamedTuple


class Plan(NamedTuple):
    """How long to learn, and how fast."""

    epochs: int
    rate: float = 3e-4
    head_rate: float = 1.5e-3  #: of what has no weights to start from
    seed: int = 1


class Mixture(NamedTuple):
    """What an epoch holds, and how it is varied; shares are probabilities for each text or sentence."""

    articles: float = 0.6  #: of the unmarked articles, in an epoch
    trust: float = 0.5  #: in what the rules find in them
    labelled: int = 2  #: how often the project's own labels are seen
    layouts: int = 1500  #: texts made from patterns
    replaced: float = 0.35  #: texts with other names
    names: float = 0.6  #: of the names in such a text
    upper: float = 0.05
    lower: float = 0.03
    title: float = 0.02
    sentence: float = 0.03  #: sentences in another case, in texts that are not
    short: float = 0.3  #: texts cut into short windows


TEACHER_LAYERS, STUDENT_LAYERS = 6, 3
TEACHER, STUDENT = Plan(epochs=3), Plan(epochs=4)
MIXTURE = Mixture()
BATCH = 2048  #: pieces
THREADS = 2
