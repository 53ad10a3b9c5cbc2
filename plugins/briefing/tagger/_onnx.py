"""The project's own model: a small encoder in ONNX form, run by onnxruntime on one core.

A window at a time: the model's small numbers are scaled by what stands in one run, so that in larger batches an answer would
depend on the rest of the batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as errors

from ..model import Span
from . import Tagged, Tags, Unusable, Vote
from ._pieces import Pieces, Vocabulary, encode, framed, gaps, windows
from ._spans import kinds, named
from ._viterbi import LABELS, best, probabilities

_HOME = Path(__file__).parent / "data"
_MODEL, _VOCABULARY = "names.onnx", "vocab.txt"
_HINT = "put the file back, or set BRIEFING_TAGGER to rules"
_QUIET = 3  # errors only
#: The fused kernel takes longer than the plain nodes: 2.5 instead of 2.1 ms for 100 pieces (onnxruntime 1.31, one core).
_SLOW = ["SkipLayerNormFusion"]
#: What onnxruntime raises of a file that it cannot use.
_BROKEN = (
    errors.Fail, errors.InvalidArgument, errors.InvalidGraph, errors.InvalidProtobuf, errors.NotImplemented, errors.RuntimeException,
    RuntimeError, ValueError,
)  # fmt: skip


class _Onnx:
    """A loaded model."""

    def __init__(self, session: onnxruntime.InferenceSession, vocabulary: Vocabulary) -> None:
        self._session, self._vocabulary = session, vocabulary

    def tag(self, text: str, sentences: Sequence[Span]) -> Tags:
        """See Tagger."""
        pieces = encode(self._vocabulary, text, ((sentence.start, sentence.end) for sentence in sentences))
        breaks, names, votes = gaps(text), list[Tagged](), list[Vote]()
        for start, end in windows([sentence.end for sentence in sentences], pieces):
            frame = framed(pieces, start, end, breaks)
            scores = self._scores(frame.ids, frame.shapes)
            firsts = pieces.starts(start, end)
            of_words = scores[[frame.places[first - start] for first in firsts]]
            words = _extents(pieces, firsts, end)
            likely = kinds(probabilities(of_words))
            names += named(words, [LABELS[label] for label in best(of_words)], likely)
            votes += (Vote(*word, *row) for word, row in zip(words, likely.tolist(), strict=True))
        return Tags(tuple(names), tuple(votes))

    def _scores(self, ids: Sequence[int], shapes: Sequence[int]) -> NDArray[np.float32]:
        """The scores of each piece of one window, [pieces, labels]."""
        inputs = {"ids": np.array([ids], np.int64), "shapes": np.array([shapes], np.int64)}
        scores: NDArray[np.float32] = self._session.run(None, inputs)[0][0]
        return scores


def _extents(pieces: Pieces, firsts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """Where each word of a window begins and ends in the text."""
    return [(pieces.offsets[first][0], pieces.offsets[after - 1][1]) for first, after in zip(firsts, [*firsts[1:], end], strict=True)]


def load(folder: str) -> _Onnx:
    """The model of a folder, of the project's own where none is named; raises tagger.Unusable."""
    home = Path(folder) if folder else _HOME
    model, listed = home / _MODEL, home / _VOCABULARY
    try:
        session = onnxruntime.InferenceSession(
            model.read_bytes(), _options(), providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW
        )
        vocabulary = Vocabulary(listed.read_text("utf-8").splitlines())
    except OSError as error:
        raise Unusable(f"the tagger's file {error.filename} cannot be read: {error.strerror}", _HINT) from error
    except _BROKEN as error:
        raise Unusable(f"the tagger's files in {home} are broken", _HINT) from error
    _check(session, model)
    return _Onnx(session, vocabulary)


def _options() -> onnxruntime.SessionOptions:
    """One thread, so that as many processes as there are cores can work side by side."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _QUIET
    return options


def _check(session: onnxruntime.InferenceSession, model: Path) -> None:
    """Unusable where a model reads or gives something else than names of our classes."""
    inputs = {entry.name for entry in session.get_inputs()}
    outputs = [entry.shape[-1] if entry.shape else None for entry in session.get_outputs()]
    labels = session.get_modelmeta().custom_metadata_map.get("labels", " ".join(LABELS))
    if inputs != {"ids", "shapes"} or outputs != [len(LABELS)] or labels.replace(",", " ").split() != list(LABELS):
        raise Unusable(f"{model} is no tagger of {' '.join(LABELS)}", "train it anew with make model, or set BRIEFING_TAGGER to rules")
