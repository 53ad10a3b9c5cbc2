"""Quotation marks: which stretches of an article stand in them, and which of those are speech.

Double marks, straight or curly, guillemets, and the single marks that are no apostrophes (_syntax/marks.py); marks of the other
sort inside a quotation are part of it. A quotation that a paragraph leaves open runs to the paragraph's end, and only if the next
one opens with a mark (the convention for long speech); otherwise the stray mark is dropped. Never raises on unbalanced marks.
"""

from __future__ import annotations

import msgspec

from .clauses import Line
from .grammar import words

_OPENING = frozenset("“«‘")
_CLOSING = frozenset("”»’")
_SINGLE = frozenset("'‘’")
#: A quotation shorter than this is a name, a title or a scare quote, unless it is a sentence of its own.
_MIN_WORDS = 4
_PRONOUNS = words("me my you your he him his she her it its we us our they them their")


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """One stretch in quotation marks, by token of its line; `start` is the opening mark, `end` one past the closing one."""

    line: int  #: index into the lines
    start: int
    end: int
    closed: bool
    words: int


def quotations(lines: tuple[Line, ...]) -> tuple[Quotation, ...]:
    """Every quotation of the article in text order."""
    found: list[Quotation] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        found.extend(_in_line(index, line, continued=following is not None and line.number > 0 and following.letters[0] == '"'))
    return tuple(found)


def _in_line(index: int, line: Line, *, continued: bool) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    at = line.letters.find('"')
    while at >= 0:
        if opened is None:
            opened = at if _opens(line, at) else None
        elif (line.tokens[at].text in _SINGLE) != (line.tokens[opened].text in _SINGLE):
            pass  # 'He said "no" to me'
        elif line.tokens[at].text not in _OPENING:
            found.append(_quotation(index, line, opened, at + 1, closed=True))
            opened = None
        elif not _closes_late(line, at):
            opened = at
        at = line.letters.find('"', at + 1)
    if opened is not None and continued:
        found.append(_quotation(index, line, opened, len(line.letters), closed=False))
    return found


def _opens(line: Line, at: int) -> bool:
    """Whether the mark at `at` can open: a curly one by its shape, a straight one by what follows without a gap, or by standing apart."""
    text = line.tokens[at].text
    if text in _CLOSING:
        return False
    if text in _OPENING or at + 1 >= len(line.tokens):
        return text in _OPENING
    return line.tokens[at + 1].start == line.tokens[at].end or _stands_apart(line, at)


def _stands_apart(line: Line, at: int) -> bool:
    """Whether a straight mark has a gap on both sides, as where words are printed apart or one was lost, and another follows."""
    apart = at == 0 or line.tokens[at - 1].end < line.tokens[at].start
    return apart and line.letters.find('"', at + 1) > 0


def _closes_late(line: Line, at: int) -> bool:
    """Whether an opening mark inside an open quotation nests in it: some mark closes after it twice."""
    rest = [line.tokens[i].text for i in range(at + 1, min(len(line.tokens), at + 200)) if line.letters[i] == '"']
    return rest[:2] == ["”", "”"]


def _quotation(index: int, line: Line, start: int, end: int, *, closed: bool) -> Quotation:
    words = sum(1 for letter in line.letters[start:end] if letter not in '",.;:()x-')
    return Quotation(index, start, end, closed, words)


def is_speech(line: Line, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's words by its form: several words, or a sentence, and no name.

    "Islamic Resistance in Iraq," and "special" are not.
    """
    inner = line.letters[quotation.start + 1 : quotation.end - 1]
    content = [letter for letter in inner if letter in "wWeygimbvojadpt#"]
    if quotation.words >= _MIN_WORDS:
        return any(letter in "wegymbvoij" for letter in content) and not is_name(line, quotation)
    return "." in inner and any(letter in "eymbvoi" for letter in content)


def is_exclaimed(line: Line, quotation: Quotation) -> bool:
    """Whether a quotation, however short, ends as a sentence does: "No." It is speech where a speaker is sure of it."""
    return quotation.closed and line.letters[quotation.end - 2 : quotation.end - 1] == "."


def is_name(line: Line, quotation: Quotation) -> bool:
    """Whether every word but the small ones has a capital: a title or a name. "Look at her" is none: titles say "Her"."""
    if _PRONOUNS & {token.text for token in line.tokens[quotation.start + 2 : quotation.end]}:
        return False
    inner = line.letters[quotation.start + 1 : quotation.end]
    inside = zip(inner, line.tokens[quotation.start + 1 : quotation.end], strict=False)
    large = [token.text for letter, token in inside if token.text[0].isalpha() and letter not in "pdtchij"]
    return bool(large) and all(text[0].isupper() for text in large)
