"""A file in pieces: the data of a large archive is never held whole."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Stream(msgspec.Struct, frozen=True):
    """A file to be written piece by piece."""

    path: str  #: below the output folder, with forward slashes
    pieces: Iterable[bytes]  #: to be gone through once
