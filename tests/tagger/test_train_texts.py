"""What the tagger learns from: marks stay on their words whatever is done to a text. Needs no PyTorch."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import lexicon
from briefing.model import Article, Source
from briefing.tagger._pieces import Vocabulary
from briefing.tagger._viterbi import LABELS
from briefing.tagger.train import corpus, examples, freezing, layouts, pools, varying
from briefing.tagger.train.corpus import Mark, Text

NEWS = Text(
    "Ann Lee of Acme Mills met Lee's brother in Derby.\nDerby hailed the Grüße of Ann Lee.",
    (Mark(0, 7, "PER"), Mark(11, 21, "ORG"), Mark(26, 29, "PER"), Mark(43, 48, "LOC"), Mark(50, 55, "LOC"), Mark(76, 83, "PER")),
)
LISTS = {
    "family": ("Orlu",), "invented": ("Zevan",), "seen_PER": ("Ida Orlu", "Ida"), "made_PER": ("Bo Orlu",), "known_person": ("Cy Orlu",),
    "seen_ORG": ("Nord", "Nord Bank"), "made_ORG": ("Sud Bank",), "known_company": ("Nord Oil", "Ost"), "known_group": ("Front X", "Fatah"),
    "known_body": ("Court of Ost",), "known_party": ("Party of Ost",), "acronym": ("QXZ",), "seen_LOC": ("Vell",), "known_city": ("Vell",),
    "known_town": ("Vell", "Old Vell"), "known_country": ("Ostland",), "known_admin": ("Vell",), "known_region": ("Sea of Vell",),
}


def words(text: Text) -> list[tuple[str, str]]:
    return [(text.text[mark.start : mark.end], mark.kind) for mark in text.marks]


@pytest.mark.parametrize("case", ["upper", "lower", "title"])
def test_another_case_moves_nothing(case: varying.Case) -> None:
    other = varying.recased(NEWS, case)
    assert len(other.text) == len(NEWS.text)
    assert [(name.casefold(), kind) for name, kind in words(other)] == [(name.casefold(), kind) for name, kind in words(NEWS)]


def test_capitals_reach_only_the_stretch_that_is_asked_for() -> None:
    assert varying.recased(NEWS, "upper", 0, 21).text.startswith("ANN LEE OF ACME MILLS met")


def test_a_letter_without_a_capital_of_one_letter_stays() -> None:
    assert varying.recased(Text("Grüße", ()), "upper").text == "GRÜßE"


@given(st.integers(0, 200))
def test_replaced_names_are_marked_where_they_stand(seed: int) -> None:
    other = varying.replaced(NEWS, LISTS, 1.0, Random(seed))
    assert [kind for _, kind in words(other)] == [kind for _, kind in words(NEWS)]
    full, mill, family, town, again, last = (name for name, _ in words(other))
    assert (full, town) == (last, again), "one name, one replacement"
    assert full.split()[-1] == family, "a family name follows the full name"
    assert " " in full and " " in mill and " " not in town
    assert other.text.endswith(f"{again} hailed the Grüße of {last}.")


def test_nothing_is_replaced_where_nothing_is_drawn() -> None:
    assert varying.replaced(NEWS, LISTS, 0.0, Random(1)) == NEWS


def test_a_pattern_gives_a_text_whose_names_are_marked() -> None:
    slots = {
        "person": layouts.Slot("PER", ["{given} Orlu"]), "surname": layouts.Slot("PER", ["Zed"]), "given": layouts.Slot("", ["Ida"]),
        "club": layouts.Slot("ORG", ["Vell"]), "n": layouts.Slot("", ["3"]),
    }
    made = layouts.Layouts(slots, ["x"]).make("{person#1} of {club} scored.\n[2] {club} {n}\n{surname#1} and {surname}", Random(1))
    assert words(made)[:2] == [("Ida Orlu", "PER"), ("Vell", "ORG")]
    assert words(made)[-2:] == [("Orlu", "PER"), ("Zed", "PER")]
    assert made.text.startswith("Ida Orlu of Vell scored.\nVell 3\n")


def test_a_pattern_with_an_unknown_slot_is_refused() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        layouts.Layouts({}, ["{nowhere}"])


def test_every_pattern_of_the_project_can_be_filled() -> None:
    lists = pools.pools([NEWS], Random(1))
    maker = layouts.Layouts(layouts.fillers(lists), layouts.blocks())
    for text in maker.texts(300, Random(1)):
        assert "{" not in text.text
        assert all(text.text[mark.start : mark.end].strip() == text.text[mark.start : mark.end] for mark in text.marks)
    assert maker.texts(20, Random(5)) == maker.texts(20, Random(5))


def test_marked_lines_are_read_without_the_article_and_other_classes(tmp_path: Path) -> None:
    line = {"text": "The Hague likes Bo.", "entities": [
        {"start": 0, "end": 9, "type": "LOC"}, {"start": 16, "end": 18, "type": "PER"}, {"start": 10, "end": 15, "type": "MISC"},
    ]}
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps(line) + "\n", "utf-8")
    assert [words(text) for text in corpus.marked(path)] == [[("Hague", "LOC"), ("Bo", "PER")]]


def test_the_labels_held_back_are_not_learnt_from(tmp_path: Path) -> None:
    for name, split in (("a", "dev"), ("b", "test")):
        (tmp_path / f"{name}.json").write_text(json.dumps({"source": f"{name}.txt", "split": split}), "utf-8")
    assert corpus.sources(tmp_path) == {"a.txt", "b.txt"}


def test_what_is_frozen_holds_names_and_no_demonyms_and_no_word() -> None:
    body = "The Iraqi army fought in Baghdad, said Barack Obama. U.S. forces left."
    article = Article("a", "News", f"News\n\n{body}", 6, Source("a.txt", "", "text"))
    sheet = freezing.sheet(article, lexicon.load(), None)
    found = words(Text(article.text, tuple(Mark(*name) for name in sheet["names"])))
    assert ("Baghdad", "LOC") in found and ("Barack Obama", "PER") in found
    assert not any(name in ("Iraqi", "U.S. forces") for name, _ in found)
    assert "Baghdad" not in json.dumps(sheet)


def test_the_archive_freezes_what_the_training_reads(tmp_path: Path) -> None:
    texts, labels, frozen = tmp_path / "texts", tmp_path / "labels", tmp_path / "frozen"
    for folder in (texts, labels):
        folder.mkdir()
    for name in ("held-back", "open"):
        (texts / f"{name}.txt").write_text("Storm\n\nThe rain reached Baghdad, the mayor said.\n", "utf-8")
    (labels / "held-back.json").write_text(json.dumps({"source": "held-back.txt", "split": "test"}), "utf-8")
    assert freezing.main(["--articles", str(texts), "--labels", str(labels), "--output", str(frozen)]) == 0
    (read,) = corpus.frozen(texts, 0.5, frozen / corpus.MARKS)
    assert words(read) == [("Baghdad", "LOC")] and read.trust == 0.5
    assert "Baghdad" in pools.pools([read], Random(1), frozen / pools.NAMES)["known_capital"]
    (texts / "open.txt").write_text("Storm\n\nThe rain reached Basra, the mayor said.\n", "utf-8")
    with pytest.raises(ValueError, match=r"open\.txt is not the text that was marked"):
        corpus.frozen(texts, 0.5, frozen / corpus.MARKS)


def test_no_labelled_article_is_among_the_frozen_ones() -> None:
    """Those held back for testing are learnt from in no way."""
    with gzip.open(corpus.FROZEN / corpus.MARKS, "rt", encoding="utf-8") as lines:
        frozen = {json.loads(line)["source"] for line in lines}
    labelled = corpus.sources(Path(__file__).parents[1] / "eval" / "gold")
    assert len(frozen) > 600 and len(labelled) > 40 and not frozen & labelled


def test_sentences_end_before_white_space() -> None:
    assert corpus.sentence_ends("It rained.  Nobody came. \n\nMr. Lee left.") == [10, 24, 40]
    assert corpus.sentence_ends(" \n") == []


def vocabulary() -> Vocabulary:
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    filled = [f"[unused{number}]" for number in range(101)]
    return Vocabulary([*filled[:100], "[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{letter}" for letter in letters), "'", ".", "ü", "ß"])


def test_labels_and_back() -> None:
    """What is marked is what is read off a network that is right."""
    for limit in (60, 126):
        found = []
        for window in examples.cut(vocabulary(), NEWS, limit):
            scores = [[0.0] * len(LABELS) for _ in window.ids]
            for row, label in zip(scores, window.labels, strict=True):
                row[max(label, 0)] = 9.0
            found += examples.marks(window, np.array(scores, np.float32))
        assert tuple(found) == NEWS.marks, limit


def test_batches_hold_every_window_once() -> None:
    windows = [window for limit in (12, 40) for window in examples.cut(vocabulary(), NEWS, limit)]
    batches = examples.batches(windows, 64, Random(1))
    assert sum(len(batch.ids) for batch in batches) == len(windows)
    assert all(batch.ids.shape[1] % 16 == 0 for batch in batches)
    rows = [tuple(ids[mask == 1]) for batch in batches for ids, mask in zip(batch.ids, batch.mask, strict=True)]
    assert sorted(rows) == sorted(tuple(window.ids) for window in windows)
