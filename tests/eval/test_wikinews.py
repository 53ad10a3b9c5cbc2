"""The project's own labels: what counts as right, what is left out, and that nobody sees the mistakes of the half held back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefing.model import Article, Briefing, Fact, Source, Span

from . import wikinews
from .__main__ import main
from ._corpora import LABELS, labelled
from ._score import Score
from ._texts import Case, of_article
from .scorers import SCORERS, Scorer

TITLE = "Two die in blast at Oran market"
BODY = 'A bomb killed two people in Oran on Monday, police said. "We saw smoke," Lina Haddad said. She claimed the army was near.'
TEXT = f"{TITLE}\n\n{BODY}"


def at(words: str, after: str = "") -> list[int]:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return [start, start + len(words)]


GOLD: dict[str, Any] = {
    "names": [[*at("Oran"), "LOC"], [*at("Oran", "people"), "LOC"], [*at("Lina Haddad"), "PER"]],
    "times": [[*at("on Monday")[:1], at("Monday")[1], "2020-03-02"]],
    "quantities": [[*at("two people"), 2, 2, "killed"]],
    "weapons": [at("bomb")],
    "quotes": [
        [*at("said"), *at("police"), *at("A bomb killed two people in Oran on Monday"), "indirect"],
        [*at("said", "Lina"), *at("Lina Haddad"), *at("We saw smoke"), "direct"],
        [*at("claimed"), *at("She"), *at("the army was near"), "claim"],
    ],
    "main_event": {
        "type": "ASSAULT", "triggers": [at("blast"), at("killed")], "source": [], "target": [], "place": at("Oran"),
        "date": "2020-03-02", "killed": [2, 2], "injured": None,
    },
}


def fact(kind: str, span: Sequence[int], key: str | None = None, sentence: int = 1, **attrs: Any) -> Fact:
    made = {"id": f"{kind}-{span[0]}", "kind": kind, "key": key, "label": "", "span": list(span), "quote": TEXT[span[0] : span[1]],
            "sentence": sentence, "rule": "test", "attrs": attrs}
    return msgspec.convert(made, Fact)


def case(*facts: Fact, gold: dict[str, Any] = GOLD) -> Case:
    article = Article("x", TITLE, TEXT, len(TITLE) + 2, Source("x.txt", "", "text"))
    sentences = (Span(0, len(TITLE)), Span(len(TITLE) + 2, len(TEXT)))
    briefing = Briefing(article.id, TITLE, None, article.source, TEXT, article.body_start, sentences, facts)
    return Case(of_article(article, gold), briefing)


def speech(mode: str, cue: str, speaker: str, content: str, after: str) -> Fact:
    parts: dict[str, Any] = {name: at(words, after) for name, words in (("cue", cue), ("speaker", speaker), ("content", content))}
    return fact("attribution", parts["content"], mode=mode, **parts)


def event(**attrs: Any) -> Fact:
    given: dict[str, Any] = {"type": "ASSAULT", "main": True}
    return fact("event", at("killed"), **(given | attrs))


ORAN = fact("location", at("Oran"), "oran", type="settlement", form="name")
DEAD = fact("quantity", at("two people"), unit="person", role="killed", min=2, max=2)


def counts(score: Score) -> tuple[int, int, int, int]:
    return score.right, score.given, score.found, score.wanted


def test_silence_is_never_wrong_and_finds_nothing() -> None:
    for row, score in wikinews.labels(case()).items():
        assert (score.given, score.found) == (0, 0) or row == "events.nobody-killed"


def test_names_are_counted_together_and_by_type() -> None:
    person = fact("actor", at("Lina Haddad"), "lina-haddad", type="organisation", form="name")
    scores = wikinews.labels(case(ORAN, person))
    assert counts(scores["names"]) == (1, 2, 1, 3)
    assert counts(scores["names.place"]) == (1, 1, 1, 2)
    assert counts(scores["names.person"]) == (0, 0, 0, 1)
    assert counts(scores["names.organisation"]) == (0, 1, 0, 0)


def test_a_number_may_be_found_and_mean_something_else() -> None:
    other = fact("quantity", at("two"), unit="person", role="injured", min=2, max=None)
    scores = wikinews.labels(case(other))
    assert [scores[f"quantities.{row}"].f for row in ("overlap", "role", "value")] == [100.0, 0.0, 0.0]


def test_speech_needs_its_speaker_and_most_of_its_words() -> None:
    right = speech("direct", "said", "Lina Haddad", "We saw smoke", "We saw")
    cut = speech("direct", "said", "Lina Haddad", "We saw", "We saw")
    misheard = speech("direct", "said", "She", "We saw smoke", "We saw")
    assert counts(wikinews.labels(case(right))["attributions.direct"]) == (1, 1, 1, 1)
    assert counts(wikinews.labels(case(cut))["attributions.direct"]) == (0, 1, 0, 1)
    assert counts(wikinews.labels(case(misheard))["attributions.direct"]) == (0, 1, 0, 1)


def test_half_of_a_reported_clause_is_enough() -> None:
    clause = speech("indirect", "said", "police", "two people in Oran on Monday", "A bomb")
    assert counts(wikinews.labels(case(clause))["attributions"]) == (1, 1, 1, 3)


def test_a_claim_in_quotation_marks_is_no_false_direct_speech() -> None:
    claim = speech("direct", "claimed", "She", "the army was near", "She")
    assert counts(wikinews.labels(case(claim))["attributions.direct"]) == (0, 0, 0, 1)


def test_the_main_event_by_its_parts() -> None:
    scores = wikinews.labels(case(ORAN, DEAD, event(location="oran", date="2020-03-02TMO", quantities=[DEAD.id])))
    for row in ("class", "sentence", "place", "date", "killed"):
        assert counts(scores[f"events.{row}"]) == (1, 1, 1, 1), row


def test_another_class_place_and_day_are_wrong() -> None:
    scores = wikinews.labels(case(ORAN, event(type="DEATH", location="algeria", date="2020-03-03")))
    for row in ("class", "place", "date"):
        assert counts(scores[f"events.{row}"]) == (0, 1, 0, 1), row


def test_only_the_main_event_counts() -> None:
    assert counts(wikinews.labels(case(event(main=False)))["events.class"]) == (0, 0, 0, 1)


@pytest.mark.parametrize(("bounds", "right"), [((2, 2), 1), ((2, None), 0), ((3, 3), 0)])
def test_a_toll_needs_both_bounds(bounds: tuple[int, int | None], right: int) -> None:
    dead = fact("quantity", at("two people"), unit="person", role="killed", min=bounds[0], max=bounds[1])
    assert counts(wikinews.labels(case(dead))["events.killed"]) == (right, 1, right, 1)


@pytest.mark.parametrize("killed", [None, [0, 0]])
def test_a_toll_where_nobody_died_is_a_false_alarm(killed: list[int] | None) -> None:
    gold = GOLD | {"main_event": GOLD["main_event"] | {"killed": killed}}
    assert counts(wikinews.labels(case(DEAD, gold=gold))["events.nobody-killed"]) == (0, 0, 0, 1)
    assert counts(wikinews.labels(case(gold=gold))["events.nobody-killed"]) == (1, 1, 1, 1)


def test_that_nobody_died_is_no_toll() -> None:
    nobody = fact("quantity", at("two people"), unit="person", role="killed", min=0, max=0)
    assert counts(wikinews.labels(case(nobody))["events.killed"]) == (0, 0, 0, 1)


# --- the files ------------------------------------------------------------------------------------------------


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """A folder with an article and its labels."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "labels").mkdir()
    data = f"{TITLE}\n\n2020-03-04\n\n{BODY}\n".encode()
    (tmp_path / "articles" / "blast.txt").write_bytes(data)
    gold = GOLD | {"source": "blast.txt", "split": "test", "sha256": _sha(data), "text_sha256": _sha(TEXT.encode())}
    (tmp_path / "labels" / "blast.json").write_text(json.dumps(gold), "utf-8")
    return tmp_path


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _change(path: Path, **fields: str) -> None:
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | fields), "utf-8")


def test_labels_find_their_article_and_their_split(labels: Path) -> None:
    corpus = labelled("test", labels / "labels")(labels / "articles")
    assert [text.marked for text in corpus.texts] == [TEXT]
    assert not labelled("dev", labels / "labels")(labels / "articles").texts


def test_an_article_that_is_not_there_is_said_and_left_out(labels: Path) -> None:
    (labels / "articles" / "blast.txt").unlink()
    corpus = labelled("test", labels / "labels")(labels / "articles")
    assert (corpus.texts, corpus.notes) == ((), ("blast.txt left out: it is not there",))


@pytest.mark.parametrize(("field", "said"), [("sha256", "the file is not the one"), ("text_sha256", "its canonical text is not the one")])
def test_an_article_that_differs_is_said_and_left_out(labels: Path, field: str, said: str) -> None:
    before = labelled("test", labels / "labels")(labels / "articles")
    _change(labels / "labels" / "blast.json", **{field: _sha(b"another")})
    corpus = labelled("test", labels / "labels")(labels / "articles")
    assert not corpus.texts
    assert said in corpus.notes[0]
    assert corpus.digest != before.digest


def test_mistakes_of_the_half_held_back_are_not_shown(
    labels: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    gold = json.loads((labels / "labels" / "blast.json").read_text("utf-8"))
    gold["names"] = [[*at("smoke"), "PER"]]
    (labels / "labels" / "blast.json").write_text(json.dumps(gold), "utf-8")
    row = Scorer("articles", ("names",), wikinews.labels, labelled("test", labels / "labels"), blind=True)
    monkeypatch.setitem(SCORERS, "gold.test", row)
    assert main(["--texts", str(labels), "--only", "names.gold.test", "--misses", "5"]) in (0, 1)
    printed = capsys.readouterr().out
    assert "held back for testing: scores only" in printed
    assert "smoke" not in printed


def test_the_table_holds_back_the_test_split() -> None:
    assert {name for name, scorer in SCORERS.items() if scorer.blind} == {"gold.test"}


@pytest.mark.parametrize("path", sorted(LABELS.glob("*.json")), ids=lambda path: path.stem[:30])
def test_each_file_of_labels_is_whole(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    assert set(GOLD) | {"source", "sha256", "text_sha256", "split", "licence"} == set(gold)
    assert gold["split"] in ("dev", "test")
    assert gold["source"].rpartition(".")[0] == path.stem
    spans = [Span(*item[:2]) for kind in ("names", "times", "quantities", "weapons") for item in gold[kind]]
    assert all(0 <= span.start < span.end for span in spans)
    assert set(gold["main_event"]) == set(GOLD["main_event"])
