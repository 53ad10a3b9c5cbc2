"""A digest of this program: it changes whenever the code or the data of some of its rooms does, or a library's version.

What was computed before is kept under such a digest, so that an upgrade never shows what an older version found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

_HOME = Path(__file__).parent


def fingerprint(rooms: Iterable[str] = (".",), libraries: Iterable[str] = ()) -> bytes:
    """The digest of rooms (modules or packages of this one, "." for all, or a folder elsewhere by its full path) and of the installed
    versions of libraries."""
    digest = hashlib.blake2b(digest_size=16)
    for path in (path for room in rooms for path in _files(_HOME / room)):
        known = path.relative_to(_HOME) if path.is_relative_to(_HOME) else path
        digest.update(known.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(" ".join(f"{library} {_installed(library)}" for library in libraries).encode())
    return digest.digest()


def _installed(library: str) -> str:
    """The version of an installed library; "none" where it is not there."""
    try:
        return metadata.version(library)
    except (metadata.PackageNotFoundError, ValueError):
        return "none"


def _files(room: Path) -> list[Path]:
    if room.is_file():
        return [room]
    return sorted(path for path in room.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
