"""What was computed before, so that it need not be computed again: the only state on disk besides the output.

One SQLite file in the cache folder. A key is a digest of everything the value depends on, so a value is never stale; it
may only be missing. Deleting the file costs time, nothing else, and a damaged one is started anew. Two builds at once may
share it: one waits while the other writes.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType

import msgspec

#: Builds after which a value that nobody asked for is forgotten.
KEEP_BUILDS = 20
_NAME = "store.sqlite"
_SCHEMA = """
create table if not exists build (number integer primary key);
create table if not exists extracted (key blob primary key, value blob not null, build integer not null) without rowid;
create table if not exists written (output text, path text, inputs blob, size integer not null, mtime integer not null,
                                    digest text not null, primary key (output, path)) without rowid;
"""
_SCHEMA_VERSION = 1
_PATIENCE = 30.0  #: seconds to wait for another build


class Unusable(Exception):
    """What was remembered cannot be read or written; the message says why. Work done without it is only slower."""


class Written(msgspec.Struct, frozen=True, gc=False):
    """A file as it was left in the output folder."""

    inputs: bytes  #: digest of what it was made from
    size: int  #: bytes
    mtime: int  #: nanoseconds, as the file system gave it
    digest: str  #: SHA-256 of its bytes, hexadecimal


class Store:
    """Open with `with`: what was put is kept when the block ends well, and dropped when it does not.

    Without a folder it remembers nothing beyond the block. Raises Unusable, out of the block too, where the folder or the
    disk fails it, or where the block raises Unusable because a value makes no sense; a damaged file is gone by then.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def __enter__(self) -> Store:
        try:
            return self._opened()
        except Unusable:
            return self._opened()  # a damaged file is gone by now

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._db.execute("delete from extracted where build < ?", (self._build - KEEP_BUILDS,))
                self._db.commit()
        except sqlite3.DatabaseError as failure:
            error = failure
        self._db.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise self._unusable(error) from error
        if isinstance(error, Unusable):
            self._forget()

    def _opened(self) -> Store:
        try:
            if self._folder is not None:
                self._folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self._folder / _NAME if self._folder else ":memory:", timeout=_PATIENCE)
            with contextlib.ExitStack() as unless_all_is_well:
                unless_all_is_well.callback(self._db.close)
                self._prepare()
                unless_all_is_well.pop_all()
        except (OSError, sqlite3.DatabaseError) as error:
            raise self._unusable(error) from error
        return self

    def _prepare(self) -> None:
        if self._db.execute("pragma user_version").fetchone()[0] not in (0, _SCHEMA_VERSION):
            raise sqlite3.DatabaseError("another version's store")
        self._db.executescript(_SCHEMA)
        self._db.execute(f"pragma user_version = {_SCHEMA_VERSION}")
        self._build = self._db.execute("insert into build default values returning number").fetchone()[0]
        self._db.commit()

    def _unusable(self, error: OSError | sqlite3.DatabaseError) -> Unusable:
        """The error in our words; the file goes where itself is to blame, not the disk, its permissions or another build."""
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            self._forget()
        return Unusable(error.strerror if isinstance(error, OSError) else str(error))

    def _forget(self) -> None:
        """Remove the file, where there is one and it can be."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                (self._folder / _NAME).unlink()

    # --- extraction ---

    def known(self, keys: Iterable[bytes]) -> set[bytes]:
        """Those of `keys` that have a value; they count as asked for."""
        found = {key for key in keys if self._db.execute("select 1 from extracted where key = ?", (key,)).fetchone()}
        self._db.executemany("update extracted set build = ? where key = ? and build <> ?", ((self._build, k, self._build) for k in found))
        return found

    def extracted(self, key: bytes) -> bytes:
        """The value of a known key; KeyError where there is none."""
        row = self._db.execute("select value from extracted where key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return bytes(row[0])

    def keep(self, key: bytes, value: bytes) -> None:
        """Remember one extraction, and at once: a build that is broken off later keeps what it has done so far."""
        self._db.execute("insert or replace into extracted values (?, ?, ?)", (key, value, self._build))

    def checkpoint(self) -> None:
        """Make what was kept so far last, whatever becomes of this build."""
        self._db.commit()

    # --- output ---

    def written(self, output: str) -> dict[str, Written]:
        """What was written into an output folder, by path below it."""
        rows = self._db.execute("select path, inputs, size, mtime, digest from written where output = ?", (output,))
        return {path: Written(*rest) for path, *rest in rows}

    def replace_written(self, output: str, files: Mapping[str, Written]) -> None:
        """Remember the state of an output folder."""
        with contextlib.closing(self._db.cursor()) as cursor:
            cursor.execute("delete from written where output = ?", (output,))
            cursor.executemany(
                "insert into written values (?, ?, ?, ?, ?, ?)",
                ((output, path, w.inputs, w.size, w.mtime, w.digest) for path, w in files.items()),
            )
