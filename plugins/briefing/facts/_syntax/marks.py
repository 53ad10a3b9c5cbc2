"""Single quotation marks: which of a paragraph's apostrophes open and close a quotation ("'We will not stop,' she said").

A mark opens with a gap before it and none behind, and closes the other way round. An apostrophe behind "s" ("the workers' rights")
or for a lost letter ("talkin'") closes only where no surer mark does. Refused: what stands in double marks, "'em", "the '90s", and
whatever is left open, unless it may go on in the next paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ...reading import Token

_SINGLE = frozenset("'‘’")
_DOUBLE = {'"': '"', "“": "”", "«": "»"}  #: what opens a quotation, and what closes it
_BEFORE = frozenset("([—–-:/")  #: what a quotation may begin behind without a gap
_ELIDED = frozenset(("em", "til", "till", "n", "bout", "cause", "cos", "round", "tis", "Tis", "twas", "Twas"))
_MAY_LACK = ("s", "S", "z", "x", "in", "ol", "an", "th")  #: ends of a word behind which an apostrophe may stand for something


class _Found(msgspec.Struct, frozen=True, gc=False):
    """The next marks of each sort from a token on; one past the last token where none follows."""

    opening: list[int]
    closing: list[int]  #: sure to close, if something is open
    doubtful: list[int]


def single_marks(tokens: Sequence[Token]) -> Iterator[int]:
    """The tokens of a paragraph that open or close a quotation in single marks, in order."""
    if not any(token.text in _SINGLE for token in tokens):
        return
    found = _found(tokens)
    after = _double_ends(tokens)
    at = 0
    while at < len(tokens):
        if at in after:
            at = after[at]
        elif found.opening[at] != at:
            at += 1
        elif (end := _end(found, at)) < len(tokens):
            yield from (at, end)
            at = end + 1
        else:
            if at == 0 or tokens[at - 1].text in ",:":
                yield at
            at += 1


def _end(found: _Found, opening: int) -> int:
    """The mark that closes what a mark opens: a sure one before the next that opens, else a doubtful one."""
    last, sure, doubtful = (marks[opening + 1] for marks in (found.opening, found.closing, found.doubtful))
    nearest = sure if sure < last else doubtful
    return nearest if nearest < last else len(found.opening)


def _found(tokens: Sequence[Token]) -> _Found:
    """Where the marks of each sort stand, from the right."""
    nothing = len(tokens)
    opening, closing, doubtful = ([nothing] * (nothing + 1) for _ in range(3))
    for at in range(nothing - 1, -1, -1):
        for marks in (opening, closing, doubtful):
            marks[at] = marks[at + 1]
        if tokens[at].text not in _SINGLE:
            continue
        if _opens(tokens, at):
            opening[at] = at
        elif _closes(tokens, at):
            (doubtful if tokens[at - 1].text.endswith(_MAY_LACK) else closing)[at] = at
    return _Found(opening, closing, doubtful)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    mark = tokens[at]
    if mark.text == "’" or at + 1 == len(tokens) or tokens[at + 1].start > mark.end:
        return False
    following = tokens[at + 1].text
    if following in _ELIDED or (following[0].isdigit() and tokens[at + 2 : at + 3] and tokens[at + 2].text == "s"):
        return False
    apart = at == 0 or tokens[at - 1].end < mark.start or tokens[at - 1].text in _BEFORE
    return apart and (following[0].isalnum() or following in _DOUBLE or following in "$£€…[(")


def _closes(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].text == "‘" or at == 0 or tokens[at - 1].end < tokens[at].start:
        return False
    return at + 1 == len(tokens) or tokens[at + 1].start > tokens[at].end or not tokens[at + 1].text[0].isalnum()


def _double_ends(tokens: Sequence[Token]) -> dict[int, int]:
    """One past the closing mark of each quotation in double marks, by its opening mark."""
    ends: dict[int, int] = {}
    opened: int | None = None
    for at, token in enumerate(tokens):
        if opened is not None and token.text == _DOUBLE[tokens[opened].text]:
            ends[opened] = at + 1
            opened = None
        elif token.text in _DOUBLE and (opened is None or token.text != '"'):
            opened = at
    return ends
