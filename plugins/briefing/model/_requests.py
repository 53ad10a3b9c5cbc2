"""What is to be written: pages and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec


class PageRequest(msgspec.Struct, frozen=True):
    """A page to be rendered. The same template and source give the same bytes: of an unchanged request neither the view is
    made nor the page rendered."""

    path: str  #: below the output folder, with forward slashes
    template: str  #: a file of the theme's templates
    source: msgspec.Struct  #: all that the page depends on; the view itself, where that costs little
    make: Callable[[Any], msgspec.Struct] | None = None  #: from the source to the view; None where the source is the view

    @property
    def view(self) -> msgspec.Struct:
        """All that the template sees, ready to print."""
        return self.make(self.source) if self.make else self.source


class FileRequest(msgspec.Struct, frozen=True):
    """A file that needs no template: feed, export, map, style sheet."""

    path: str  #: below the output folder, with forward slashes
    pieces: Iterable[bytes]  #: its bytes, to be gone through once; a generator makes them only when they are asked for
    inputs: bytes | None = None  #: digest of the data that its bytes depend on; None where that costs as much as writing it

    @property
    def content(self) -> bytes:
        """All its bytes."""
        return b"".join(self.pieces)
