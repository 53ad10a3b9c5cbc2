"""The scorers themselves: a perfect extraction scores 100, and each way of being wrong costs what it should."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from briefing.model import Briefing, LocationAttrs, LocationFact, Span, TimeAttrs, TimeFact

from . import _floors, names, places, times
from .__main__ import main
from ._corpora import lines
from ._score import Score, one_to_one, share, total
from ._texts import Case, of_line
from .scorers import SCORERS, Scorer

LINE = {
    "id": "x", "title": "Flood in Oran", "date": "2020-03-04", "text": "Flood in Oran\nThe  river rose in\nOran on Monday.",
    "gold": {
        "locations": [{"start": 9, "end": 13, "lat": 35.7, "lon": -0.63}, {"start": 33, "end": 37, "lat": 35.7, "lon": -0.63}],
        "times": [{"start": 41, "end": 47, "value": "2020-03-02"}],
    },
}


def case(*facts: tuple[str, int, TimeAttrs | LocationAttrs]) -> Case:
    """The case of LINE; each fact is its words, its offset in the canonical text and its attrs."""
    text = of_line(LINE, "line", 1)
    made = []
    for words, at, attrs in facts:
        start = text.article.text.index(words, at)
        same = {"id": "i", "key": "k", "label": words, "span": [start, start + len(words)], "quote": words, "sentence": 0, "rule": "test"}
        kind = "time" if isinstance(attrs, TimeAttrs) else "location"
        made.append(msgspec.convert(same | {"kind": kind, "attrs": msgspec.to_builtins(attrs)}, TimeFact | LocationFact))
    article = text.article
    return Case(text, Briefing(article.id, article.title, None, article.source, article.text, article.body_start, (), tuple(made)))


def oran(lat: float) -> LocationAttrs:
    return LocationAttrs(type="settlement", form="name", lat=lat, lon=-0.63)


def test_offsets_of_the_canonical_text_lead_back_to_the_marked_text() -> None:
    given = case(("Oran", 20, oran(35.7)), ("Monday", 0, TimeAttrs(type="date", value="2020-03-02")))
    assert given.text.article.text == "Flood in Oran\n\nThe river rose in\n\nOran on Monday."
    assert [given.text.marked[s.start : s.end] for s, _ in [*given.facts(LocationFact), *given.facts(TimeFact)]] == ["Oran", "Monday"]


def test_a_text_without_a_title_gets_one_that_is_not_counted() -> None:
    text = of_line({"text": "Oran is dry.", "entities": []}, "line", 1)
    assert text.span(Span(0, 6)) is None
    assert text.span(Span(text.article.body_start, text.article.body_start + 4)) == Span(0, 4)


def test_a_place_is_found_and_put_near_or_far() -> None:
    scores = places.toponyms(case(("Oran", 0, oran(35.0)), ("Oran", 20, oran(3.0))))
    assert (scores["places.found"].f, scores["places.161km"].f) == (100.0, 50.0)
    assert scores["places.161km-of-found"] == Score(1, 2, 1, 2)


def test_times_count_relaxed_strict_and_by_value() -> None:
    scores = times.times(case(("on Monday", 0, TimeAttrs(type="date", value="2020-03-09"))))
    assert [scores[f"times.{row}"].f for row in ("relaxed", "strict", "value")] == [100.0, 0.0, 0.0]


@pytest.mark.parametrize("value", ["2020-03-02/..", "../2020-03-02"])
def test_an_open_interval_counts_as_the_date_that_the_gold_marks(value: str) -> None:
    scores = times.times(case(("on Monday", 0, TimeAttrs(type="interval", value=value))))
    assert scores["times.value"].f == 100.0


@pytest.mark.parametrize(("ours", "gold"), [
    ("2017-W28", "from=2017-07-10|to=2017-07-16"), ("2023-10-17/..", "notBefore=2023-10-17"), ("193", "193X"), (None, "null"),
    ("2004-02-01/2004-02-29", "2004-02"), ("2004-02-03T10:00", "2004-02-03T10:00Z"), ("P1DE", "P10Y"),
    ("2004-SU", "from=2004-06-01|to=2004-08-31"), ("2017-W28-WE", "from=2017-07-15|to=2017-07-16"),
])
def test_two_ways_to_write_one_time_are_equal(ours: str | None, gold: str) -> None:
    assert times.same_value(ours, gold)


@pytest.mark.parametrize(("ours", "gold"), [
    ("2017", "2017-01"), ("P1D", "P1W"), (None, "2017"), ("2017-13", "2017-14"), ("XXXX", "PRESENT_REF"),
])
def test_other_times_are_not(ours: str | None, gold: str) -> None:
    assert not times.same_value(ours, gold)


def test_a_name_is_flat_and_without_the() -> None:
    given = case(("Oran", 20, oran(35.7)), ("The river", 0, oran(35.7)))
    assert [(given.text.marked[s.start : s.end], kind) for s, kind in names.found(given)] == [("Oran", "LOC")]


def test_a_phrase_holds_its_name() -> None:
    given = case(("Oran", 20, oran(35.7)))
    phrase = {"entities": [{"start": 19, "end": 37, "type": "LOC"}, {"start": 0, "end": 5, "type": "ORG"}], "times": []}
    scores = names.mentions(Case(msgspec.structs.replace(given.text, gold=phrase), given.briefing))
    assert scores["names.typed"] == Score(1, 1, 0, 1, (), ((Span(0, 5), "ORG"),))
    assert scores["names"].f == 0.0


def test_each_gold_item_is_met_once() -> None:
    assert one_to_one([1, 1, 2, 9], [1, 2, 3], int.__eq__, neutral=[9]) == Score(2, 3, 2, 3, (1,), (3,))
    assert total([{"a": Score(1, 2, 1, 1)}, {"a": Score(0, 0, 0, 1)}])["a"] == Score(1, 2, 1, 2)
    assert share(Span(0, 10), Span(5, 10)) == 0.5


def test_floors_only_rise() -> None:
    floors = _floors.Floors({}, {"a": 50.0, "b": 50.0})
    scores = {"a": Score(1, 4, 1, 4), "b": Score(3, 4, 3, 4), "c": Score(20, 30, 20, 30)}
    assert floors.missed(scores) == ["a"]
    assert floors.raised(scores, {"f": "sha"}) == _floors.Floors({"f": "sha"}, {"a": 50.0, "b": 75.0, "c": 66.6})


def test_a_score_of_few_items_gets_no_floor() -> None:
    assert _floors.Floors({}, {}).raised({"a": Score(20, 20, 20, 29)}, {}).f == {}


@pytest.mark.parametrize("scorer", SCORERS.values(), ids=SCORERS)
def test_every_scorer_says_which_rows_it_gives(scorer: Scorer, tmp_path: Path) -> None:
    gold: dict[str, list[object]] = {key: [] for key in ("entities", "low_confidence_entities", "times", "values", "locations")}
    gold["events"] = [{"type": "FIGHT", "args": []}]
    if scorer.load is not lines:
        pytest.skip("has a form of its own, and tests of its own")
    path = tmp_path / "line.jsonl"
    path.write_text(json.dumps({"text": "Nothing.", "gold": gold}) + "\n", "utf-8")
    text = scorer.load(path).texts[0]
    article = text.article
    empty = Case(text, Briefing(article.id, article.title, None, article.source, article.text, article.body_start, (), ()))
    assert {row.split(".")[0] for row in scorer.score(empty)} == set(scorer.rows)


def test_texts_that_are_not_there_are_said_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--texts", str(tmp_path), "--only", "places"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "geovirus: left out, no" in printed
    assert "seed" not in printed


def test_a_score_under_its_floor_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "geovirus.jsonl").write_text(json.dumps(LINE) + "\n", "utf-8")
    floors = tmp_path / "floors.json"
    floors.write_text('{"texts": {}, "f": {"places.geovirus.found": 100.1}}', "utf-8")
    monkeypatch.setattr(_floors, "FILE", floors)
    assert main(["--texts", str(tmp_path), "--only", "places", "--json", str(tmp_path / "scores.json")]) == 1
    assert "is under its floor of 100.1" in capsys.readouterr().out
    assert json.loads((tmp_path / "scores.json").read_text("utf-8"))["places.geovirus.found"]["wanted"] == 2


def test_mistakes_are_listed_on_demand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dev").mkdir()
    line = LINE | {"gold": {"locations": [{"start": 19, "end": 24, "lat": 0.0, "lon": 0.0}]}}  # "river" is no place
    (tmp_path / "dev" / "geovirus.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    main(["--texts", str(tmp_path), "--only", "places.geovirus.found", "--misses", "3"])
    assert "missed: river" in capsys.readouterr().out


def test_floors_of_other_texts_are_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "geovirus.jsonl").write_text(json.dumps(LINE) + "\n", "utf-8")
    floors = tmp_path / "floors.json"
    floors.write_text('{"texts": {"geovirus": "other"}, "f": {"places.geovirus.found": 100.1}}', "utf-8")
    monkeypatch.setattr(_floors, "FILE", floors)
    assert main(["--texts", str(tmp_path), "--only", "places"]) == 0
    assert "measured on other texts for geovirus" in " ".join(capsys.readouterr().out.split())
