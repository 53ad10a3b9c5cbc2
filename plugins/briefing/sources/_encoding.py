"""Bytes to text: byte order mark, else UTF-8, else told by charset-normalizer; never a silent guess on binary data."""

from __future__ import annotations

import codecs
import re

import charset_normalizer
import msgspec
from charset_normalizer.constant import IANA_SUPPORTED

from ..model import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # escape, 0x1b, stands in ISO-2022 texts
_HEAD = 8192  #: bytes that are looked at to tell text from data
_SAMPLE = 200_000  #: bytes that are enough to tell an encoding
_HINT = "save the file as UTF-8"


class Decoded(msgspec.Struct, frozen=True, gc=False):
    text: str
    doubt: str | None = None  #: why the text may be wrong


def decode(data: bytes, path: str, declared: str | None = None) -> tuple[str | None, tuple[Problem, ...]]:
    """The text in `data`; None and an error where it is no text. `declared` is the encoding that the file names itself."""
    mark = next((mark for mark in _MARKS if data.startswith(mark[0])), None)
    if mark:
        return _report(_by_mark(data, mark[1]), path)
    if b"\x00" in data[:_HEAD] or len(_CONTROL.findall(data[:_HEAD])) * 50 > len(data[:_HEAD]):
        return None, (Problem(path, 0, "error", "the file is not text", "save the article as text, in UTF-8"),)
    return _report(_by_declaration(data, declared) or _by_content(data), path)


def _report(decoded: Decoded, path: str) -> tuple[str, tuple[Problem, ...]]:
    doubt = decoded.doubt
    return decoded.text, ((Problem(path, 0, "warning", doubt, _HINT),) if doubt else ())


def _by_mark(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace").removeprefix("\ufeff")
    bad = text.count("\ufffd")
    return Decoded(text, f"{bad} characters are no {codec.upper()} and are shown as \ufffd" if bad else None)


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    """What the file itself says, where it is true."""
    codec = _codec(declared) if declared else None
    try:
        return Decoded(data.decode(codec)) if codec else None
    except UnicodeDecodeError:
        return None


def _by_content(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError as error:
        damaged = _damaged_utf8(data, error)
    return damaged or _guess(data)


def _damaged_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 with a few bad bytes, such as a file cut in the middle of a letter; None where other encodings fit better."""
    text = data.decode("utf-8", "replace")
    good = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    bad = text.count("\ufffd")
    if good < 2 * bad:  # other encodings give whole sequences of UTF-8 only by chance
        return None
    line = data.count(b"\n", 0, error.start) + 1
    return Decoded(text, f"{bad} bytes are no UTF-8 (the first on line {line}) and are shown as \ufffd")


def _guess(data: bytes) -> Decoded:
    """What charset-normalizer finds; Windows-1252 where it reads as well as the best, for that is what English news uses."""
    matches = charset_normalizer.from_bytes(_sample(data))
    best = matches.best()
    if best is None:
        return Decoded(data.decode("cp1252", "replace"), "the encoding is not known; it is read as Windows-1252")
    western = next((m for m in matches if "cp1252" in m.could_be_from_charset), None)
    chosen = "cp1252" if western and western.chaos <= best.chaos + 0.02 else best.encoding
    sure = western is best or (best.chaos < 0.1 and best.coherence > 0.5)
    doubt = None if sure else f"the encoding is not certain; it is read as {chosen}"
    return Decoded(data.decode(chosen, "replace"), doubt)


def _sample(data: bytes) -> bytes:
    """A stretch around the first byte that is not ASCII, cut at line ends so that no character is cut."""
    if len(data) <= _SAMPLE:
        return data
    first = re.search(rb"[\x80-\xff]", data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    return data[start : start + _SAMPLE]


def _codec(name: str) -> str | None:
    """Python's codec for a declared name, as the WHATWG Encoding Standard has it (section 4.2): Latin-1 and ASCII mean
    Windows-1252. None for what is no encoding of text, and for one in which the declaration could not have been read."""
    try:
        codec = codecs.lookup(name).name.replace("-", "_")
    except (LookupError, ValueError):
        return None
    if codec in ("iso8859_1", "ascii"):
        return "cp1252"
    return codec if codec in IANA_SUPPORTED and not codec.startswith(("utf_16", "utf_32", "utf_7")) else None
