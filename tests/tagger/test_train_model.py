"""The shipped model is the one that its card describes; and, where PyTorch is installed, that training makes such a file."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
import pytest

import briefing.tagger
from briefing.tagger._pieces import Pieces
from briefing.tagger._viterbi import LABELS
from briefing.tagger.train import card
from briefing.tagger.train.scoring import Score

DATA = Path(briefing.tagger.__file__).parent / "data"
needs_torch = pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed: make model installs it")


def test_the_card_states_the_hash_of_the_model() -> None:
    stated = card.stated_hash((DATA / "CARD.md").read_text("utf-8"))
    assert stated == hashlib.sha256((DATA / "names.onnx").read_bytes()).hexdigest()


def test_the_card_names_sources_and_licences() -> None:
    text = (DATA / "CARD.md").read_text("utf-8")
    for word in ("CC BY-SA 4.0", "WikiGold", "GUM", "Universal NER", "CrossNER", "Wikinews", "CC BY 2.5", "all-MiniLM-L6-v2", "Apache-2.0"):
        assert word in text, word


def test_a_card_keeps_what_a_run_does_not_write(tmp_path: Path) -> None:
    (tmp_path / "names.onnx").write_bytes(b"model")
    (tmp_path / "CARD.md").write_text(
        "# Before\n<!-- written by the training: begin -->\nold\n<!-- written by the training: end -->\nAfter\n", "utf-8"
    )
    row = {"teacher": Score(8, 10, 10), "student": Score(7, 10, 10), "file": Score(6, 10, 12)}
    card.write(tmp_path, {"News": row}, "3 texts")
    written = (tmp_path / "CARD.md").read_text("utf-8")
    assert written.startswith("# Before\n") and written.endswith("After\n") and "old" not in written
    assert card.stated_hash(written) == hashlib.sha256(b"model").hexdigest()
    assert "| News | 80.0 | 70.0 | 54.5 | 60.0 | 50.0 |" in written


@needs_torch
def test_an_exported_network_answers_as_the_network_does(tmp_path: Path) -> None:
    import torch

    from briefing.tagger.train.examples import Window
    from briefing.tagger.train.export import export
    from briefing.tagger.train.measure import of_file
    from briefing.tagger.train.network import Tagger

    torch.manual_seed(1)
    net = Tagger(1).eval()
    ids, shapes = list(range(2000, 2030)), [1] * 30
    window = Window(ids, shapes, [], 1.0, Pieces([], [], [], []), 0, [])
    export(net, tmp_path / "names.onnx", [window])
    with torch.no_grad():
        wanted = net(torch.tensor([ids]), torch.tensor([shapes]))[0].numpy()
    given = of_file(tmp_path / "names.onnx")(window)
    assert given.shape == (30, len(LABELS))
    assert np.abs(given - wanted).max() < 0.2, "whole numbers cost a little"
    again = tmp_path / "again.onnx"
    export(net, again, [window])
    assert again.read_bytes() == (tmp_path / "names.onnx").read_bytes()
