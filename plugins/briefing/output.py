"""The output folder: writes only files whose bytes change, removes what is no longer wanted, leaves nothing half-done.

New bytes are first written to a staging folder inside the output; `commit` moves them into place, each in one step, and
only then removes what the build before had written and this one did not. A file that the archive did not write is never
touched, unless it stands where a page goes.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .store import Written

STAGING = ".staging"


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have the output folder, made where it is missing, to oneself until the block ends; wait while another build has it.

    However the block ends, nothing staged is left behind. On a file system without locks builds must not meet.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        try:
            yield
        finally:
            shutil.rmtree(folder / STAGING, ignore_errors=True)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """A Ctrl-C within the block comes too late: what is done halfway there would leave pages of two builds side by side."""
    if threading.current_thread() is not threading.main_thread():  # signals reach the main thread only
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class Done(NamedTuple):
    """What was put and kept."""

    files: dict[str, Written]
    staged: list[str]  #: the paths of those whose bytes are new


class Output:
    """One build's view of the output folder.

    `before` is what the last build left there; `version` stands for the program itself, and no file is kept that another
    version made.
    """

    def __init__(self, folder: Path, before: dict[str, Written], version: bytes = b"") -> None:
        self.folder = folder
        self._version = version
        self.files: dict[str, Written] = {}
        self.removed = 0
        self._before = before
        self._staging = folder / STAGING
        self._staged: list[str] = []
        shutil.rmtree(self._staging, ignore_errors=True)
        self._staging.mkdir(parents=True)

    @property
    def changed(self) -> int:
        return len(self._staged)

    @property
    def unchanged(self) -> int:
        return len(self.files) - len(self._staged)

    @property
    def done(self) -> Done:
        """What was put and kept so far."""
        return Done(self.files, self._staged)

    def add(self, other: Done) -> None:
        """Take over what a copy of this output, in another process, put and kept. ValueError where a path is given twice."""
        for path, written in other.files.items():
            self._claim(path, written)
        self._staged += other.staged

    def keep(self, path: str, inputs: bytes | None) -> bool:
        """Whether the file at `path` was made from the same inputs and lies there as it was left; then it stays."""
        old = self._before.get(path)
        if inputs is None or old is None or old.inputs != self._version + inputs or not self._is_there(path, old):
            return False
        self._claim(path, old)
        return True

    def keep_all(self, under: str, inputs: bytes) -> bool:
        """Whether all files whose paths begin with `under` were made from the same inputs and lie there; then they stay."""
        made_from, old = self._version + inputs, {path: w for path, w in self._before.items() if path.startswith(under)}
        if not old or not all(written.inputs == made_from and self._is_there(path, written) for path, written in old.items()):
            return False
        return all(self.keep(path, inputs) for path in old)

    def put(self, path: str, pieces: Iterable[bytes], inputs: bytes | None = None) -> None:
        """The file at `path` is to hold `pieces`, made from `inputs`. ValueError on a path outside the folder or given twice."""
        digest, size = hashlib.sha256(), 0
        with self._staged_at(path).open("wb") as file:
            for piece in pieces:
                digest.update(piece)
                size += file.write(piece)
        old, made_from = self._before.get(path), b"" if inputs is None else self._version + inputs
        if old is not None and old.digest == digest.hexdigest() and self._is_there(path, old):
            self._claim(path, Written(made_from, size, old.mtime, old.digest))
            return
        self._claim(path, Written(made_from, size, 0, digest.hexdigest()))
        self._staged.append(path)

    def commit(self) -> None:
        """Move what changed into place, then remove what is no longer wanted."""
        for path in self._staged:
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            self._staged_at(path).replace(target)
            written = self.files[path]
            self.files[path] = Written(written.inputs, written.size, target.stat().st_mtime_ns, written.digest)
        shutil.rmtree(self._staging)
        for path in sorted(set(self._before) - set(self.files)):
            self._remove(path)

    def _staged_at(self, path: str) -> Path:
        """Where a file waits for `commit`: a name of its own, whichever process writes it."""
        return self._staging / hashlib.blake2b(os.fsencode(path), digest_size=16).hexdigest()

    def _claim(self, path: str, written: Written) -> None:
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts:
            raise ValueError(f"{path} is outside the output folder")
        if path in self.files:
            raise ValueError(f"{path} is written twice in one build")
        self.files[path] = written

    def _is_there(self, path: str, written: Written) -> bool:
        try:
            status = os.stat(self.folder / path)  # noqa: PTH116 - Path.stat costs a third of a build in which nothing changed
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (written.size, written.mtime)

    def _remove(self, path: str) -> None:
        target = self.folder / path
        if not target.is_file():
            return
        target.unlink()
        self.removed += 1
        for parent in target.parents:
            if parent == self.folder or any(parent.iterdir()):
                break
            parent.rmdir()
