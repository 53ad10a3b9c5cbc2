"""Text to the pieces that the encoder reads: what training and run time share, so that both see the same numbers.

The encoder's vocabulary is uncased, so each piece also carries the shape of its word and its own shape as written. An
article is read in windows of whole sentences. Words are cut as BERT cuts them (WordPiece over letters without accents,
the longest piece first), in a few lines of our own: the usual library would bring a network client into an offline build.
Knows nothing of labels or of the network.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

CLS, SEP = 101, 102  #: the special pieces of the BERT vocabulary
WINDOW = 126  #: pieces that a window holds at most, without the special ones at its ends
SHAPES = 40  #: one for no shape, 9 of words x 4 of pieces, and room
_PIECE_SHAPES = 4
_UNKNOWN = "[UNK]"
_LONGEST = 100  # characters; a longer word is unknown, as in BERT
_REMEMBERED = 1 << 15
_WORD = re.compile(r"[^\W_]+|\S")
_CLOSED = frozenset(".!?:;\"')”’…,—-")
_BREAK = re.compile(r"\s*\n\s*")


class Pieces(NamedTuple):
    """A text in pieces; four lists of one length."""

    ids: list[int]  #: numbers of the vocabulary
    shapes: list[int]  #: below SHAPES
    offsets: list[tuple[int, int]]  #: half-open, in code points of the text
    words: list[int]  #: the number of the word that a piece belongs to

    def starts(self, start: int, end: int) -> list[int]:
        """The pieces of a window at which a word begins."""
        return [at for at in range(start, end) if at == start or self.words[at] != self.words[at - 1]]


class Frame(NamedTuple):
    """A window as the encoder takes it."""

    ids: list[int]  #: with the special pieces
    shapes: list[int]
    places: list[int]  #: where each piece of the window stands among the ids


#: A piece of a word: its number, its shape, and where it stands in the word.
Cut = tuple[int, int, int, int]


class Vocabulary:
    """The pieces of a BERT vocabulary, and how words are cut into them."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """`pieces` are the lines of a `vocab.txt`; ValueError where they are not BERT's."""
        if len(pieces) <= SEP or (pieces[CLS], pieces[SEP]) != ("[CLS]", "[SEP]"):
            raise ValueError("not the lines of an uncased BERT vocabulary")
        self._ids: Mapping[str, int] = {piece: number for number, piece in enumerate(pieces)}
        self.cut = lru_cache(maxsize=_REMEMBERED)(self._cut)  #: news says the same words again and again

    def _cut(self, word: str) -> tuple[Cut, ...]:
        """A word in pieces; a word that the vocabulary cannot make is one unknown piece."""
        letters, origins = _folded(word)
        shape, found, at = word_shape(word), list[Cut](), 0
        while at < len(letters) and len(letters) <= _LONGEST:
            end, number = self._longest(letters, at)
            if number is None:
                break
            first, last = origins[at], origins[end - 1] + 1
            found.append((number, _shape(shape, word[first:last]), first, last))
            at = end
        if at < len(letters) or not letters:
            return ((self._ids[_UNKNOWN], _shape(shape, word), 0, len(word)),)
        return tuple(found)

    def _longest(self, letters: str, at: int) -> tuple[int, int | None]:
        """Where the longest piece that begins at `at` ends, and its number; None where there is no such piece."""
        prefix = "##" if at else ""
        for end in range(len(letters), at, -1):
            number = self._ids.get(prefix + letters[at:end])
            if number is not None:
                return end, number
        return at, None


def _folded(word: str) -> tuple[str, Sequence[int]]:
    """A word in small letters without accents, and for each letter the place in the word that it comes from."""
    if word.isascii():
        return word.lower(), range(len(word))
    pairs = [
        (letter, place)
        for place, written in enumerate(word)
        for letter in unicodedata.normalize("NFD", unicodedata.normalize("NFD", written).lower())
        if unicodedata.category(letter) != "Mn"
    ]
    return "".join(letter for letter, _ in pairs), [place for _, place in pairs]


def _shape(word: int, piece: str) -> int:
    return 1 + word * _PIECE_SHAPES + piece_shape(piece)


def word_shape(word: str) -> int:
    """How a word is written, as a number from 0 to 8."""
    if word.isdigit():
        return 1
    if not any(c.isalnum() for c in word):
        return 2
    if any(c.isdigit() for c in word):
        return 3
    if word.islower():
        return 4
    if word.isupper():
        return 5 if len(word) > 1 else 6
    if word[0].isupper():
        return 7 if word[1:].islower() else 8
    return 0


def piece_shape(piece: str) -> int:
    """How a piece of a word is written, as a number from 0 to 3."""
    if piece.islower():
        return 0
    if piece.isupper():
        return 1
    return 2 if piece[:1].isupper() else 3


def encode(vocabulary: Vocabulary, text: str, spans: Iterable[tuple[int, int]] | None = None) -> Pieces:
    """The pieces of a text with their shapes, or those of some spans of it. White space has none."""
    matches = (match for span in ([(0, len(text))] if spans is None else spans) for match in _WORD.finditer(text, *span))
    rows = [
        (piece, shape, (start + first, start + last), number)
        for number, match in enumerate(matches) for start in (match.start(),)
        for piece, shape, first, last in vocabulary.cut(match[0])
    ]
    return Pieces(*(list(column) for column in zip(*rows, strict=True))) if rows else Pieces([], [], [], [])


def windows(sentence_ends: Sequence[int], pieces: Pieces, limit: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Half-open ranges of pieces, one after another: as many whole sentences as fit; a longer sentence is cut between words."""
    start = before = 0
    for stop in _stops(sentence_ends, pieces):
        if stop - start > limit and before > start:
            yield start, before
            start = before
        while stop - start > limit:
            cut = _cut(pieces, start, start + limit)
            yield start, cut
            start = cut
        before = stop
    if len(pieces.ids) > start:
        yield start, len(pieces.ids)


def _stops(sentence_ends: Sequence[int], pieces: Pieces) -> Iterator[int]:
    """The piece at which each sentence has ended, and the end of all."""
    at, total = 0, len(pieces.ids)
    for end in sentence_ends:
        while at < total and pieces.offsets[at][0] < end:
            at += 1
        yield at
    yield total


def _cut(pieces: Pieces, start: int, at: int) -> int:
    """The last beginning of a word at or before `at`; `start + 1` for a word as long as the window."""
    while at > start + 1 and pieces.words[at] == pieces.words[at - 1]:
        at -= 1
    return at


def gaps(text: str) -> frozenset[int]:
    """Where a line begins after one that ends without a closing mark, as after a headline."""
    return frozenset(m.end() for m in _BREAK.finditer(text) if m.start() and text[m.start() - 1] not in _CLOSED)


def framed(pieces: Pieces, start: int, end: int, breaks: Collection[int]) -> Frame:
    """A window with its special pieces: one at each end, and one where a line of `breaks` begins."""
    frame = Frame([CLS], [0], [])
    lines = [at for at in range(start + 1, end) if pieces.offsets[at][0] in breaks]
    for first, last in pairwise((start, *lines, end)):
        frame.places.extend(range(len(frame.ids), len(frame.ids) + last - first))
        frame.ids.extend((*pieces.ids[first:last], SEP))
        frame.shapes.extend((*pieces.shapes[first:last], 0))
    return frame
