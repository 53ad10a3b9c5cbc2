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
    """The paragraphs of a body: wrapped lines joined, else one for each line that does not go on in the middle of a sentence."""
    width = wrapped_at(body)
    goes_on = _goes_on if width else _is_broken
    found: list[str] = []
    for block in body:
        groups = [[block[0].text]]
        for before, line in pairwise(block):
            if goes_on(before.text, line.text, width):
                groups[-1].append(line.text)
            else:
                groups.append([line.text])
        found += map(join, groups)
    return tuple(found)


def join(lines: Sequence[str]) -> str:
    """Wrapped lines as one. A word cut at its hyphen gets no space into it: only white space may change."""
    pieces: list[str] = []
    for text in lines:
        if pieces and not (_CUT_WORD.search(pieces[-1]) and text[0].isalpha()):
            pieces.append(" ")
        pieces.append(text)
    return "".join(pieces)


def _goes_on(before: str, after: str, width: int) -> bool:
    """Whether a wrapped paragraph goes on: not at a list item, nor after a line that ends a sentence early."""
    early = len(before) < _FULL * width and _ENDS.search(before)
    return not early and not _ITEM.match(after)


def _is_broken(before: str, after: str, _width: int = 0) -> bool:
    """Whether a line end stands in the middle of a sentence, by a small letter behind it."""
    return after[0].islower() and not _ENDS.search(before) and not _ITEM.match(after)


def _runs_on(before: str, after: str) -> bool:
    return (after[0].islower() or not _ENDS.search(before)) and not _ITEM.match(after)
