"""Pagefind's files as they go out: only those that the search page asks for, with the same bytes from the same documents.

Pagefind writes the values of a filter in another order each time, and names the file, and the index, by a hash of that.
Here they are put in order and named anew. An index of a format that is not known is refused, never passed on as it is.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cbor2
import msgspec

_ENTRY = "pagefind-entry.json"
_PROGRAMS = ("pagefind.js", "pagefind-worker.js")
_SIGNATURE = b"pagefind_dcd"  #: what every packed file begins with
_PIECE = 1 << 20

File = tuple[str, Iterable[bytes]]  #: path below the bundle, and its bytes


class FormatError(Exception):
    """The index is not of the format of Pagefind 1.5."""


class _Language(msgspec.Struct):
    hash: str
    wasm: str | None
    page_count: int


class _Entry(msgspec.Struct):
    version: str
    languages: dict[str, _Language]
    include_characters: list[str]


class _Meta(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    version: str
    pages: list[Any]
    chunks: list[Any]
    filters: list[tuple[str, str]]  #: name, hash
    sorts: list[tuple[str, list[int]]]
    fields: list[str]


class _Filter(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    name: str
    values: list[tuple[str, list[int]]]  #: value, pages


def files(bundle: Path) -> Iterator[File]:
    """Every file of the index that a browser may ask for. FormatError where the index is not what is known here."""
    try:
        entry = msgspec.json.decode((bundle / _ENTRY).read_bytes(), type=_Entry)
        for language in entry.languages.values():
            yield from _language(bundle, language)
        yield _ENTRY, [msgspec.json.encode(entry)]
        for path in (*_PROGRAMS, *_below(bundle, "fragment"), *_below(bundle, "index")):
            yield path, _read(bundle / path)
    except (OSError, EOFError, msgspec.MsgspecError, cbor2.CBORDecodeError) as error:
        raise FormatError(f"its index is not of the format of Pagefind 1.5 ({error})") from error


def _language(bundle: Path, language: _Language) -> Iterator[File]:
    """The files of one language that name others, or are named by their bytes; `language` gets its new hash."""
    prefix = language.hash.split("_")[0]
    meta = _unpacked(bundle / f"pagefind.{language.hash}.pf_meta", _Meta)
    renamed: list[tuple[str, str]] = []
    for name, old in sorted(meta.filters):
        found = _unpacked(bundle / "filter" / f"{old}.pf_filter", _Filter)
        content = _packed(_Filter(name, sorted(found.values)))
        renamed.append((name, f"{prefix}_{_hash(content)}"))
        yield f"filter/{renamed[-1][1]}.pf_filter", [content]
    meta.filters = renamed
    meta.sorts.sort()
    content = _packed(meta)
    language.hash = f"{prefix}_{_hash(content)}"
    yield f"pagefind.{language.hash}.pf_meta", [content]
    program = f"wasm.{language.wasm or 'unknown'}.pagefind"
    yield program, _read(bundle / program)


def _below(bundle: Path, folder: str) -> list[str]:
    return sorted(path.relative_to(bundle).as_posix() for path in (bundle / folder).iterdir())


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _unpacked(path: Path, kind: Any) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise FormatError(f"{path.name} has no signature of Pagefind 1.5")
    return msgspec.convert(cbor2.loads(data[len(_SIGNATURE) :]), kind)


def _packed(value: msgspec.Struct) -> bytes:
    return gzip.compress(_SIGNATURE + cbor2.dumps(msgspec.to_builtins(value)), mtime=0)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]
