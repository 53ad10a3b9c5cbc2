"""Lines of a plain text: which belong together, and whether a line end parts paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from ..normalise import line as fold

_WIDEST = 100  #: columns of the widest text that is wrapped by hand or by an editor
_FULL = 0.6  #: of the width: a line that is shorter was not broken for want of room
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[-*•‣◦–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_CUT_WORD = re.compile(r"[^\W\d_]-$")
_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Line(msgspec.Struct, frozen=True, gc=False):
    number: int  #: 1-based, in the file
    text: str  #: with folded white space, never empty


def blocks(raw: str) -> list[tuple[Line, ...]]:
    """The lines of a text, grouped by the blank lines between them."""
    found: list[tuple[Line, ...]] = []
    block: list[Line] = []
    for number, piece in enumerate(_LINE_END.split(raw), 1):
        if text := fold(piece):
            block.append(Line(number, text))
        elif block:
            found.append(tuple(block))
            block = []
    return [*found, tuple(block)] if block else found


def wrapped_at(body: Sequence[Sequence[Line]]) -> int:
    """The width at which a text is hard-wrapped; 0 where each line is a paragraph.

    Wrapped text breaks its lines anywhere, so most of its line ends stand within a sentence and near the margin, and no
    line is wide. Where each line is a paragraph, most lines end with a full stop.
    """
    inner = [(one.text, two.text) for block in body for one, two in pairwise(block)]
    if not inner:
        return 0
    width = max(len(line.text) for block in body for line in block)
    running = sum(1 for one, two in inner if _runs_on(one, two) and len(one) >= _FULL * width)
    return width if width <= _WIDEST and running * 2 > len(inner) else 0


def paragraphs(body: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """The paragraphs of a body: wrapped lines joined, else one for each line."""
    width = wrapped_at(body)
    if not width:
        return tuple(line.text for block in body for line in block)
    found: list[str] = []
    for block in body:
        found += _joined([line.text for line in block], width)
    return tuple(found)


def join(lines: Sequence[str]) -> str:
    """Wrapped lines as one. A word cut at its hyphen gets no space into it: only white space may change."""
    pieces: list[str] = []
    for text in lines:
        if pieces and not (_CUT_WORD.search(pieces[-1]) and text[0].isalpha()):
            pieces.append(" ")
        pieces.append(text)
    return "".join(pieces)


def _joined(lines: list[str], width: int) -> list[str]:
    """A block's paragraphs: a new one begins at a list item, and after a line that ends a sentence early."""
    groups: list[list[str]] = [lines[:1]]
    for before, text in pairwise(lines):
        short = len(before) < _FULL * width and _ENDS.search(before)
        if _ITEM.match(text) or short:
            groups.append([text])
        else:
            groups[-1].append(text)
    return [join(group) for group in groups]


def _runs_on(before: str, after: str) -> bool:
    return (after[0].islower() or not _ENDS.search(before)) and not _ITEM.match(after)
