"""Canonical text: only white space, line ends and NFC change, so that every offset can be found again in the source."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.normalise import normalise, safe

#: Any code point, lone surrogates included, with those that matter here more often than chance has them.
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=()), st.sampled_from("\n\r\t \xa0\u2028\u2029\x0b\x0c\x1c\x85\x00\u202e\u200b\u0301e")),
    max_size=60,
)


def solid(text: str) -> str:
    """The characters that are not white space."""
    return "".join(text.split())


@given(TEXTS)
def test_every_offset_is_found_by_counting_what_is_not_white_space(raw: str) -> None:
    assert solid(normalise(raw)) == solid(unicodedata.normalize("NFC", safe(raw)))
    assert len(safe(raw)) == len(raw)


@given(TEXTS)
def test_a_second_time_changes_nothing(raw: str) -> None:
    assert normalise(normalise(raw)) == normalise(raw)


@given(TEXTS)
def test_paragraphs_are_parted_by_one_blank_line_and_no_white_space_is_at_any_end(raw: str) -> None:
    text = normalise(raw)
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert all(line == " ".join(line.split()) for line in text.split("\n"))


@given(TEXTS)
def test_the_text_can_be_written_as_xml_and_utf_8(raw: str) -> None:
    assert all(c in "\n" or 0x20 <= ord(c) <= 0xD7FF or 0xE000 <= ord(c) <= 0xFFFD or ord(c) >= 0x10000 for c in normalise(raw))
    normalise(raw).encode()


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        ("One.\r\n\r\nTwo.\rThree.", "One.\n\nTwo.\nThree."),
        ("  One \t two\u00a0three\u2009four. \n \n\t\n\n Five.\n\n", "One two three four.\n\nFive."),
        ("One.\u2029Two.\u2028Three.", "One.\n\nTwo.\nThree."),
        ("Cafe\u0301", "Café"),
        ("a\x00b\x08c\ud800d\uffff", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("paid \u202e001$\u202c", "paid \ufffd001$\u202c"),
        ("\u05e9\u05dc \u2067abc\u2069 na\u200bme 👩\u200d💻", "\u05e9\u05dc \u2067abc\u2069 na\u200bme 👩\u200d💻"),
        ("", ""),
        (" \n\t\r\n", ""),
    ],
)
def test_examples(raw: str, canonical: str) -> None:
    assert normalise(raw) == canonical


def test_a_tower_of_accents_costs_no_time() -> None:
    tower = "a" + "\u0301\u0316" * 200_000
    start = time.perf_counter()
    assert solid(normalise(tower + " e\u0301")) == tower + "é"
    assert time.perf_counter() - start < 2
