"""Work that several processes share, and how such processes live and end.

Where a system cannot part a process in two safely, one process does all the work, with the same answers.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from mmap import mmap
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from traceback import format_exception
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
Failures = tuple[type[Exception], ...]

#: What a mistake in our code raises.
MISTAKES: Failures = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, RecursionError)
_PATIENCE = 60.0  #: seconds to wait for a process to say which piece it takes; one that was ended there says nothing more
_NUMBER = 8  #: bytes
_END = 1 << 62  #: more pieces than any work has


class WorkerLost(Exception):
    """A process that worked for the build is gone: why, and what to do about it."""

    def __init__(self) -> None:
        cause = "a process of the build was ended from outside, as a system does that is short of memory"
        super().__init__(cause, "build again: what was read is kept; set BRIEFING_WORKERS = 1 where this comes again")


class Turns:
    """Which pieces of the work this process does, where several go through all of them in the same order: those to which it
    comes first."""

    def __init__(self, processes: int = 1, context: BaseContext | None = None) -> None:
        self.process = 0  #: 0 for the one that was there before
        self.piece = 0  #: the one that this process is at, counted from 1
        self._lock = context.Lock() if context else threading.Lock()
        self._board = memoryview(mmap(-1, _NUMBER * (1 + processes))).cast("q")  # seen by all: the piece taken last, then what each did

    def mine(self) -> bool:
        """Whether this process is to do the next piece."""
        self.piece += 1
        return self._take(self.piece)

    def end(self) -> None:
        """Nobody takes another piece."""
        self._take(_END)

    def done(self) -> int:
        """Something is done; how much is by now, in all processes."""
        self._board[1 + self.process] += 1
        return sum(self._board[1:])

    def _take(self, piece: int) -> bool:
        if not self._lock.acquire(timeout=_PATIENCE):
            raise WorkerLost
        try:
            free = piece > self._board[0]
            if free:
                self._board[0] = piece
            return free
        finally:
            self._lock.release()


class _Failure(NamedTuple):
    """What kept a process from doing a piece."""

    piece: int
    error: Exception


def shared(work: Callable[[Turns], T], processes: int, failures: Failures) -> list[T]:
    """What `work` gives in each of so many processes. The others are copies of this one, so what `work` holds costs them nothing;
    what it gives travels back.

    A mistake, or one of `failures`, ends the work of all and is raised; of several the one at the first piece, as if one
    process had worked. Raises WorkerLost where a process is gone.
    """
    processes = processes if start_method() == "fork" else 1
    turns = Turns(processes, multiprocessing.get_context("fork") if processes > 1 else None)
    failures = (*MISTAKES, *failures)
    with ExitStack() as stack:
        stack.enter_context(_settled())
        others = [stack.enter_context(_copy(number, work, turns, failures)) for number in range(1, processes)]
        answers = [_answer(work, turns, failures), *map(_received, others)]
    failed = [answer for answer in answers if isinstance(answer, _Failure)]
    if failed:
        raise min(failed, key=lambda failure: failure.piece).error
    return [answer for answer in answers if not isinstance(answer, _Failure)]


def _answer(work: Callable[[Turns], T], turns: Turns, failures: Failures) -> T | _Failure:
    try:
        return work(turns)
    except failures as error:
        turns.end()
        return _Failure(turns.piece, error)


@contextmanager
def _settled() -> Iterator[None]:
    """Within the block the garbage collector passes over what is there already: to look at it takes long, and makes of memory that
    processes share one copy each."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _copy(number: int, work: Callable[[Turns], Any], turns: Turns, failures: Failures) -> Iterator[Connection]:
    """A process that does `work` too, and ends with the block at the latest; from here its answer can be received."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_work_beside, args=(number, work, turns, failures, sender))
    process.start()
    sender.close()  # now the copy alone has it: when it is gone, nothing is left to wait for
    try:
        yield receiver
    finally:
        process.kill()
        process.join()
        receiver.close()


def _work_beside(number: int, work: Callable[[Turns], Any], turns: Turns, failures: Failures, sender: Connection) -> None:
    live_with_the_build()
    turns.process = number
    answer = _answer(work, turns, failures)
    if isinstance(answer, _Failure):
        answer.error.add_note("".join(format_exception(answer.error)))  # where it was raised does not travel
    sender.send(answer)


def _received(receiver: Connection) -> Any:
    try:
        return receiver.recv()
    except EOFError as error:
        raise WorkerLost from error


def start_method() -> str:
    """Processes that share what is loaded, where the system can part them safely."""
    return "fork" if "fork" in multiprocessing.get_all_start_methods() and os.uname().sysname == "Linux" else "spawn"


def live_with_the_build() -> None:
    """For a process that works for another: Ctrl-C reaches every process of a terminal, and one that it ended in the middle of an
    answer would leave the build waiting. A build that was killed would leave its processes waiting."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_after(build: BaseProcess) -> None:
    build.join()
    os._exit(1)
