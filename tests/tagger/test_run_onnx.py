"""The model that comes with the project, as a build runs it."""

from __future__ import annotations

import pytest

from briefing import tagger
from briefing.model import Span
from briefing.tagger import _onnx

TEXT = "Tarlo Venbrek of the Harbour Workers Union spoke in Lisbon. Nobody else did."


@pytest.fixture(scope="module")
def model() -> tagger.Tagger:
    found = tagger.load("onnx")
    assert found is not None
    return found


def test_persons_bodies_and_places_are_found(model: tagger.Tagger) -> None:
    names = model.tag(TEXT, [Span(0, 59), Span(60, len(TEXT))]).names
    assert [(TEXT[name.start : name.end], name.kind) for name in names] == [
        ("Tarlo Venbrek", "person"), ("Harbour Workers Union", "organisation"), ("Lisbon", "place")]  # fmt: skip


def test_an_answer_is_the_same_again_whatever_was_read_between(model: tagger.Tagger) -> None:
    before = model.tag(TEXT, [Span(0, 59)])
    model.tag("Rain fell in Porto. " * 200, [Span(0, 4000)])
    assert model.tag(TEXT, [Span(0, 59)]) == before


def test_an_answer_is_the_same_on_two_threads(model: tagger.Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    options = _onnx._options()
    options.intra_op_num_threads = options.inter_op_num_threads = 2
    monkeypatch.setattr(_onnx, "_options", lambda: options)
    text = TEXT + " Ida Orlu of Acme Mills left Porto for Derby on Monday, its mayor said." * 20
    assert _onnx.load("").tag(text, [Span(0, len(text))]) == model.tag(text, [Span(0, len(text))])


@pytest.mark.parametrize("text", ["", " ", "\u0000\u202e", "😀" * 300, "a" * 20_000, "Ann " * 3000, "\n\n\n", "東京" * 200])
def test_any_text_is_read(model: tagger.Tagger, text: str) -> None:
    tags = model.tag(text, [Span(0, len(text))])
    assert all(0 <= name.start < name.end <= len(text) for name in tags.names)


def test_nothing_asked_nothing_said(model: tagger.Tagger) -> None:
    assert model.tag(TEXT, []) == tagger.SILENT
