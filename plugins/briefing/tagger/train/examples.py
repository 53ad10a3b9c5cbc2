"""Texts as the network learns from them: windows of pieces with labels, in batches of like length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .._pieces import WINDOW, Pieces, Vocabulary, encode, framed, gaps, windows
from .._viterbi import LABELS, best
from .corpus import Mark, Text, sentence_ends

IGNORED = -100  #: the label of what no answer is asked about: special pieces, and all of a word but its first piece
_ROUND = 16  #: lengths of batches are multiples of it
_LABEL = {label: number for number, label in enumerate(LABELS)}


class Window(NamedTuple):
    """What the network sees at once."""

    ids: list[int]
    shapes: list[int]
    labels: list[int]
    trust: float
    text: Pieces  #: the whole text, of which the window is
    start: int  #: its first piece in the text
    places: list[int]  #: where each piece stands among the ids


class Batch(NamedTuple):
    """Windows side by side, padded."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    mask: NDArray[np.int64]
    labels: NDArray[np.int64]
    trust: NDArray[np.float32]  #: of each label


def labels(pieces: Pieces, marks: Sequence[Mark]) -> list[int]:
    """The label of each piece. A mark that ends inside a word covers the pieces that lie in it."""
    given = [IGNORED if at and pieces.words[at] == pieces.words[at - 1] else 0 for at in range(len(pieces.ids))]
    at = 0
    for mark in marks:
        while at < len(given) and pieces.offsets[at][0] < mark.start:
            at += 1
        begun = False
        while at < len(given) and pieces.offsets[at][1] <= mark.end:
            if given[at] != IGNORED:
                given[at] = _LABEL[f"{'I' if begun else 'B'}-{mark.kind}"]
                begun = True
            at += 1
    return given


def cut(vocabulary: Vocabulary, text: Text, limit: int = WINDOW) -> Iterator[Window]:
    """The windows of a text."""
    pieces = encode(vocabulary, text.text)
    given, breaks = labels(pieces, text.marks), gaps(text.text)
    for start, end in windows(sentence_ends(text.text), pieces, limit):
        ids, shapes, places = framed(pieces, start, end, breaks)
        row = [IGNORED] * len(ids)
        for place, at in zip(places, range(start, end), strict=True):
            row[place] = given[at]
        yield Window(ids, shapes, row, text.trust, pieces, start, places)


def marks(window: Window, scores: NDArray[np.float32]) -> Iterator[Mark]:
    """The names that scores [ids, labels] of a window give."""
    end = window.start + len(window.places)
    starts = window.text.starts(window.start, end)
    stops = [*(window.text.offsets[at - 1][1] for at in starts[1:]), window.text.offsets[end - 1][1]]
    path = best(scores[[window.places[at - window.start] for at in starts]])
    begun = None
    for word, label in enumerate([*path, 0]):
        if begun is not None and LABELS[label][0] != "I":
            yield Mark(window.text.offsets[starts[begun]][0], stops[word - 1], LABELS[path[begun]][2:])
            begun = None
        if LABELS[label][0] == "B":
            begun = word


def batches(found: Iterable[Window], pieces: int, random: Random) -> list[Batch]:
    """Windows of like length together, so many pieces at most in a batch; batches in random order."""
    made, batch = list[list[Window]](), list[Window]()
    for window in sorted(found, key=lambda w: len(w.ids) + random.random() * 8):
        if batch and _length(window) * (len(batch) + 1) > pieces:
            made.append(batch)
            batch = []
        batch.append(window)
    made.extend([batch] if batch else [])
    random.shuffle(made)
    return [_padded(batch) for batch in made]


def _length(window: Window) -> int:
    return -(-len(window.ids) // _ROUND) * _ROUND


def _padded(rows: Sequence[Window]) -> Batch:
    size = (len(rows), max(_length(row) for row in rows))
    ids, shapes, mask = (np.zeros(size, np.int64) for _ in range(3))
    given, trust = np.full(size, IGNORED, np.int64), np.zeros(size, np.float32)
    for at, row in enumerate(rows):
        length = len(row.ids)
        ids[at, :length], shapes[at, :length], mask[at, :length] = row.ids, row.shapes, 1
        given[at, :length], trust[at, :length] = row.labels, row.trust
    return Batch(ids, shapes, mask, given, trust)
