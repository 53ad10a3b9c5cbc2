"""A sentence with the words that matter marked."""

from __future__ import annotations

from archive.newsroom import briefing, span_of
from briefing.model import Briefing, Span
from briefing.pages import _context


def shown(source: Briefing, sentence: int, *words: str) -> str:
    line = _context.line(source, sentence, (span_of(source, each) for each in words), "#")
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in line.pieces)


def test_every_mention_in_a_sentence_is_marked() -> None:
    source = briefing("a", "T", "Ada met Ben and Ada left. More.")
    assert shown(source, 1, "Ada", "Ben") == "[Ada] met [Ben] and Ada left."


def test_of_overlapping_words_the_longer_is_marked() -> None:
    source = briefing("a", "T", "The Oak Guard came.")
    assert shown(source, 1, "Oak", "Oak Guard") == "The [Oak Guard] came."


def test_a_sentence_of_megabytes_is_cut_around_the_words() -> None:
    source = briefing("a", "T", f"{'so ' * 500_000}Ada {'so ' * 500_000}")
    text = shown(source, 1, "Ada")
    assert len(text) < 800 and "[Ada]" in text and text.startswith("… ") and text.endswith(" …")


def test_words_without_a_space_are_cut_all_the_same() -> None:
    source = briefing("a", "T", "x" * 1_000_000)
    line = _context.line(source, 1, (Span(3, 900_000),), "#")
    assert sum(len(piece.text) for piece in line.pieces) < 1500


def test_the_title_is_called_title() -> None:
    source = briefing("a", "Ada comes", "She came.")
    assert [_context.line(source, n, (), "#").name for n in (0, 1)] == ["title", "s1"]
