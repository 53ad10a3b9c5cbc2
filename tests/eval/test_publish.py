"""Published scores: the pages show what is stored, all of it or nothing, under a date that no clock gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from . import _publish
from .__main__ import main
from ._corpora import ROOT
from ._measure import Measured
from ._misses import Misses
from ._publish import BEGIN, END, PAGES, TEXTS, Part, Published, filled
from ._score import Score
from .scorers import SCORERS

SCORES = Published("2020-03-04", {"gold.test": Part(20, "sha", {"weapons.gold.test": Score(31, 37, 31, 35)})})


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_show_the_stored_scores(path: str) -> None:
    page = (ROOT / path).read_text("utf-8")
    assert page == filled(page, PAGES[path](_publish.read())), "run python -m tests.eval --publish"


def test_a_reader_sees_shares_and_the_texts() -> None:
    table = _publish.for_readers(SCORES)
    assert "| weapons, military vehicles and aircraft | Wikinews, held back | 89 % | 84 % |" in table
    assert "**[Wikinews, held back](https://en.wikinews.org)** (20 texts): " in table


def test_few_items_are_counted_not_turned_into_per_cent() -> None:
    few = Published("2020-03-04", {"gold.test": Part(20, "sha", {"weapons.gold.test": Score(1, 1, 1, 4)})})
    assert "| 1 of 4 | 1 of 1 |" in _publish.for_readers(few)


def test_a_developer_sees_each_row_with_texts_and_licence() -> None:
    table = _publish.for_developers(SCORES)
    assert "text CC BY 2.5, labels MIT" in table
    assert "| `weapons.gold.test` | 83.8 | 88.6 | 86.1 | 37 | 35 |" in table


def test_only_the_table_of_a_page_is_replaced() -> None:
    page = f"Before.\n\n{BEGIN}\n\nold | figures\n\n{END}\n\nAfter.\n"
    assert filled(page, "new") == f"Before.\n\n{BEGIN}\n\nnew\n\n{END}\n\nAfter.\n"
    with pytest.raises(ValueError, match="has no"):
        filled("no place for it", "new")


def test_every_scorer_has_its_texts_described() -> None:
    assert set(TEXTS) == set(SCORERS)


def test_the_method_page_shows_every_row_that_it_means_to() -> None:
    assert set(_publish.LINES) <= {row for part in _publish.read().parts.values() for row in part.scores}


def test_what_was_not_measured_is_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _publish.FILE.read_bytes()
    assert main(["--texts", str(tmp_path), "--publish"]) == 1
    assert "not published: gold.test: not measured" in " ".join(capsys.readouterr().out.split())
    assert _publish.FILE.read_bytes() == before


def test_some_scores_are_not_published_without_the_others() -> None:
    with pytest.raises(SystemExit):
        main(["--publish", "--only", "names"])


def test_scores_are_stored_and_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{BEGIN}\n{END}\n", "utf-8")
    monkeypatch.setattr(_publish, "FILE", tmp_path / "scores.json")
    monkeypatch.setattr(_publish, "ROOT", tmp_path)
    monkeypatch.setattr(_publish, "PAGES", {"page.md": _publish.for_readers})
    rows = SCORES.parts["gold.test"].scores
    measured = Measured(rows, dict.fromkeys(rows, "gold.test"), {"gold.test": "sha"}, {"gold.test": 20}, (), Misses())
    _publish.write(_publish.published(measured, "2020-03-04"))
    assert _publish.read() == SCORES
    assert "Measured on 2020-03-04." in page.read_text("utf-8")
    assert json.loads((tmp_path / "scores.json").read_text("utf-8"))["measured"] == "2020-03-04"


def test_the_day_is_that_of_the_source() -> None:
    assert _publish.day({"SOURCE_DATE_EPOCH": "1583280000"}) == "2020-03-04"
