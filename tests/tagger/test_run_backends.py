"""Taggers by their names, and what is said where one cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import tagger
from briefing.model import Span

TEXT = "Ann Lee of Acme spoke in Derby. Nobody else did."
SENTENCES = (Span(0, 31), Span(32, 48))


def _pipeline(folder: Path, patterns: list[dict[str, str]]) -> str:
    """A spaCy pipeline that knows a few names, saved to a folder."""
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(patterns)
    pipeline.to_disk(folder)
    return f"spacy:{folder}"


PATTERNS = [
    {"label": "PERSON", "pattern": "Ann Lee"}, {"label": "ORG", "pattern": "Acme"}, {"label": "GPE", "pattern": "Derby"},
    {"label": "DATE", "pattern": "spoke"},
]  # fmt: skip


def test_any_spacy_pipeline_can_find_the_names(tmp_path: Path) -> None:
    found = tagger.load(_pipeline(tmp_path / "p", PATTERNS))
    assert found is not None
    tags = found.tag(TEXT, SENTENCES)
    assert [(TEXT[name.start : name.end], name.kind) for name in tags.names] == [
        ("Ann Lee", "person"), ("Acme", "organisation"), ("Derby", "place")]  # fmt: skip
    assert [TEXT[vote.start : vote.end] for vote in tags.votes if vote.person > 0.5] == ["Ann", "Lee"]


def test_a_pipeline_that_knows_no_names_is_told(tmp_path: Path) -> None:
    with pytest.raises(tagger.Unusable, match="no persons, organisations or places"):
        tagger.load(_pipeline(tmp_path / "p", [{"label": "DATE", "pattern": "spoke"}]))


def test_a_pipeline_that_is_not_there_is_told(tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    with pytest.raises(tagger.Unusable, match="no spaCy pipeline"):
        tagger.load(f"spacy:{tmp_path / 'nothing'}")


def test_rules_are_no_tagger() -> None:
    assert tagger.load("rules") is None


def test_an_unknown_tagger_is_told() -> None:
    with pytest.raises(tagger.Unusable) as told:
        tagger.load("oracle")
    assert "oracle" in told.value.cause and "spacy:NAME" in told.value.hint


def test_a_library_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tagger.BACKENDS, "spacy", "_nothing")
    with pytest.raises(tagger.Unusable, match="cannot be imported"):
        tagger.load("spacy:en")


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(tagger.Unusable, match=r"names\.onnx cannot be read"):
        tagger.load(f"onnx:{tmp_path}")


@pytest.mark.parametrize("content", [b"", b"no model", bytes(range(256)) * 50])
def test_a_broken_model_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "names.onnx").write_bytes(content)
    (tmp_path / "vocab.txt").write_text("[PAD]\n", "utf-8")
    with pytest.raises(tagger.Unusable, match="broken"):
        tagger.load(f"onnx:{tmp_path}")
