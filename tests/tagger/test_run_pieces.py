"""Text in pieces and windows, and labels out of scores."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from briefing.tagger._pieces import CLS, SEP, Pieces, Vocabulary, encode, framed, gaps, windows
from briefing.tagger._viterbi import LABELS, best, probabilities

_WORDS = ("the", "gen", "##eral", "said", "'", "s", ".", "cafe", "1", "##2")
VOCABULARY = Vocabulary([*("[UNK]" if n == 100 else f"[unused{n}]" for n in range(CLS)), "[CLS]", "[SEP]", *_WORDS])


def _shown(text: str) -> list[str]:
    return [text[slice(*offset)] for offset in encode(VOCABULARY, text).offsets]


def test_a_word_is_cut_into_its_longest_pieces() -> None:
    assert _shown("The general's café.") == ["The", "gen", "eral", "'", "s", "café", "."]


def test_offsets_stay_true_where_small_letters_are_longer() -> None:
    text = "İİ gen CAFÉ"
    assert _shown(text)[-2:] == ["gen", "CAFÉ"]


def test_a_word_that_the_vocabulary_cannot_make_is_one_unknown_piece() -> None:
    for word in ("xyz", "thexyz", "the" * 2000, "\u0301", "😀"):
        assert encode(VOCABULARY, word).ids == [100]


def test_shapes_tell_capitals_from_small_letters() -> None:
    shapes = {word: encode(VOCABULARY, word).shapes[0] for word in ("the", "The", "THE", "12")}
    assert len(set(shapes.values())) == 4


def test_lines_that_are_no_vocabulary_are_refused() -> None:
    with pytest.raises(ValueError, match="vocabulary"):
        Vocabulary(["the", "a"])


def _words(count: int, pieces: int = 1) -> Pieces:
    """So many words of so many pieces, one code point each."""
    total = count * pieces
    return Pieces([5] * total, [1] * total, [(n, n + 1) for n in range(total)], [n // pieces for n in range(total)])


def test_windows_end_where_sentences_end() -> None:
    assert list(windows([6, 9, 14], _words(16), limit=10)) == [(0, 9), (9, 16)]


def test_a_longer_sentence_is_cut_between_words() -> None:
    assert list(windows([20], _words(5, pieces=4), limit=10)) == [(0, 8), (8, 16), (16, 20)]


def test_a_word_as_long_as_the_window_is_cut_all_the_same() -> None:
    covered = [n for start, end in windows([], _words(1, pieces=25), limit=10) for n in range(start, end)]
    assert covered == list(range(25))


def test_a_line_without_a_closing_mark_is_parted_from_the_next() -> None:
    text = "the general\n\nthe said.\nthe"
    pieces = encode(VOCABULARY, text)
    frame = framed(pieces, 0, len(pieces.ids), gaps(text))
    assert [place for place, number in enumerate(frame.ids) if number == SEP] == [4, len(frame.ids) - 1]
    assert frame.ids[0] == CLS and len(frame.places) == len(pieces.ids)


def test_no_name_begins_inside() -> None:
    scores = np.zeros((3, len(LABELS)), np.float32)
    scores[0, LABELS.index("I-PER")] = 9
    scores[1, LABELS.index("B-PER")] = 2
    scores[2, LABELS.index("I-ORG")] = 3
    labels = [LABELS[n] for n in best(scores)]
    assert all(after[0] != "I" or before[1:] == after[1:] for before, after in pairwise(["O", *labels]))


@pytest.mark.parametrize("seed", range(20))
def test_the_labels_are_those_of_the_highest_sum_that_bio_allows(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, len(LABELS))).astype(np.float32)
    every = product(range(len(LABELS)), repeat=4)
    allowed = (path for path in every if all(LABELS[b][0] != "I" or LABELS[a][1:] == LABELS[b][1:] for a, b in pairwise((0, *path))))
    assert best(scores) == list(max(allowed, key=lambda path: sum(scores[word, label] for word, label in enumerate(path))))


def test_no_words_have_no_labels() -> None:
    assert best(np.zeros((0, len(LABELS)), np.float32)) == []


def test_probabilities_add_up_to_one_even_of_great_scores() -> None:
    assert probabilities(np.array([[900.0, 0, 0, 0, 0, 0, 0]], np.float32)).sum() == pytest.approx(1)
