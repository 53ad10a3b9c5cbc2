"""Sentences with the words that matter marked: the concordance, and the sentences that state a claim or a relation.

Text stays text here: a sentence is cut into pieces, and the template escapes each. A sentence of megabytes is shown only
around the words that matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from ..model import Briefing, Span

#: Characters shown on either side of the marked words; most sentences are shorter.
_SIDE = 320
#: Marked words of one sentence.
_MARKS = 20
#: Bytes around a sentence's words: its marks, and the link to it.
_AROUND = 320


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a sentence."""

    text: str
    marked: bool = False


class Line(msgspec.Struct, frozen=True):
    """A sentence with the words that matter marked."""

    href: str  #: to the sentence on the briefing's page
    name: str  #: of the sentence, as that page has it: "s3"
    pieces: tuple[Piece, ...]


def line(briefing: Briefing, sentence: int, spans: Iterable[Span], href: str) -> Line:
    """A sentence of a briefing; `spans` are marked, of overlapping ones the first."""
    whole = briefing.sentences[sentence]
    marks = _apart(sorted(spans, key=lambda span: (span.start, -span.end)), whole)[:_MARKS]
    first, last = (marks[0].start, marks[-1].end) if marks else (whole.start, whole.start)
    start, end = _from(briefing.text, first, whole.start), _until(briefing.text, last, whole.end)
    pieces: list[Piece] = [Piece("… ")] if start > whole.start else []
    at = start
    for mark in marks:
        if at < mark.start:
            pieces.append(Piece(briefing.text[at : mark.start]))
        pieces.append(Piece(_clipped(briefing.text[mark.start : mark.end]), True))
        at = mark.end
    if at < end:
        pieces.append(Piece(briefing.text[at:end]))
    return Line(href, name(sentence), (*pieces, Piece(" …")) if end < whole.end else tuple(pieces))


def weight(briefing: Briefing, sentence: int) -> int:
    """About how many bytes a line comes to."""
    whole = briefing.sentences[sentence]
    return _AROUND + size(briefing.text[whole.start : min(whole.end, whole.start + 4 * _SIDE)])


def size(text: str) -> int:
    """The bytes of a text in a file."""
    return len(text.encode("utf-8", "replace"))


def name(sentence: int) -> str:
    """What a sentence is called on the briefing's page."""
    return f"s{sentence}" if sentence else "title"


def excerpt(text: str, span: Span) -> str:
    """The words at a span on one line; a long stretch is cut at a word."""
    words = " ".join(text[span.start : min(span.end, span.start + 2 * _SIDE)].split())
    return f"{words} …" if span.end > span.start + 2 * _SIDE else words


def _apart(spans: Sequence[Span], whole: Span) -> list[Span]:
    """Spans of a sentence of which none overlaps the one before, nor stands too far behind it to be shown with it."""
    kept: list[Span] = []
    for span in spans:
        if kept and span.start > kept[-1].end + 2 * _SIDE:
            break
        if span.start >= (kept[-1].end if kept else whole.start) and span.end <= whole.end:
            kept.append(span)
    return kept


def _from(text: str, at: int, least: int) -> int:
    """Where the context before `at` begins: at the sentence's start, or behind a space not too far back."""
    if at - least <= _SIDE:
        return least
    space = text.find(" ", at - _SIDE, at)
    return at - _SIDE if space < 0 else space + 1


def _until(text: str, at: int, most: int) -> int:
    if most - at <= _SIDE:
        return most
    space = text.rfind(" ", at, at + _SIDE)
    return at + _SIDE if space < 0 else space


def _clipped(words: str) -> str:
    return words if len(words) <= 2 * _SIDE else f"{words[: 2 * _SIDE]}…"
