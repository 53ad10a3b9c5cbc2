"""Raw text to canonical text, once, before any offset exists.

Only three things change: white space, line ends and the Unicode normal form (NFC). So whoever has the source finds every
offset again by counting the characters that are not white space (`str.isspace`) of its NFC form: the n-th there is the
n-th here. This holds for every input, because what cannot be kept is replaced one for one:

* A character that XML 1.0 or HTML cannot carry (a control character, a lone surrogate, a noncharacter) becomes U+FFFD,
  as the HTML standard does with U+0000. It stays visible as damage and takes no neighbour with it.
* A bidirectional override (U+202D, U+202E) becomes U+FFFD too: it shows words in another order than they have, which in a
  quotation is forgery. Marks, embeddings and isolates, which honest Arabic or Hebrew needs, stay; their effect ends with
  the paragraph (UAX #9).
* Zero-width characters (U+200B to U+200D, U+2060, U+00AD) are no white space to Unicode and stay.

It knows nothing of titles, headers or wrapped lines; that is for sources/.
"""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr((plane << 16) + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028]")
_BLANK_LINES = re.compile(r"\n{2,}")
#: Characters that may all be combining marks. Sorting a stack of n marks costs n² in unicodedata, so that a hostile file
#: of one letter and a million accents would take days; UAX #15 calls stacks of more than 30 not stream-safe.
_STACK = re.compile(r"[^\w\s\x00-\u02ff]{31,}")


def normalise(raw: str) -> str:
    """The canonical text of `raw`. Idempotent.

    Lines have no outer white space and single spaces within; one or more blank lines become exactly one; no blank lines
    at the ends. A single line end stays: whether it parts paragraphs is the reader's question.
    """
    text = _LINE_END.sub("\n", safe(raw).replace("\u2029", "\n\n"))
    lines = "\n".join(line(piece) for piece in _nfc(text).split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")


def line(piece: str) -> str:
    """One line with its white space folded to single spaces, none at the ends."""
    return " ".join(piece.split())


def safe(raw: str) -> str:
    """`raw` with what must not reach a page replaced one for one; see the module's docstring."""
    return _UNSAFE.sub("\ufffd", raw)


def _nfc(text: str) -> str:
    """NFC, but a stack of more than 30 combining marks stays in the order it has."""
    if text.isascii():
        return text
    if not _STACK.search(text):
        return unicodedata.normalize("NFC", text)
    pieces: list[str] = []
    done = 0
    for stack in _STACK.finditer(text):
        if sum(map(bool, map(unicodedata.combining, stack[0]))) > 30:
            pieces += unicodedata.normalize("NFC", text[done : stack.start()]), stack[0]
            done = stack.end()
    return "".join((*pieces, unicodedata.normalize("NFC", text[done:])))
