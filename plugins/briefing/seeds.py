"""Seed files to briefings, each remembered: reads the folder, asks the store, extracts what is new on all cores.

A file that cannot be read becomes a Problem. The answers do not depend on how many processes work, nor on the order in
which the file system names the files.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import msgspec

from . import facts, lexicon, sources
from .model import Briefing, Problem, Profile
from .settings import Settings
from .store import Store

#: Rooms whose code or data decides what is extracted.
_EXTRACTORS = ("model.py", "spans.py", "normalise.py", "reading.py", "settings.py", "sources", "lexicon", "names", "facts")
_LIBRARIES = ("sentencex", "text2num", "nameparser", "trafilatura", "charset-normalizer", "markdown", "python-dateutil", "pyahocorasick")
#: Files a worker takes at a time; small enough to share the work evenly, large enough to save on messages.
_CHUNK = 8

Progress = Callable[[int, int], None]  # done, of how many


class SeedFile(msgspec.Struct, frozen=True):
    """One file below the folder of seeds."""

    path: str  #: below the folder, with forward slashes
    data: bytes
    shown: str  #: as the person who ran the command would name it


class Extracted(msgspec.Struct, frozen=True):
    """What one file gave."""

    briefings: tuple[Briefing, ...]
    problems: tuple[Problem, ...]


class Harvest(msgspec.Struct, frozen=True):
    """What a folder gave."""

    briefings: tuple[Briefing, ...]  #: in order of path
    problems: tuple[Problem, ...]
    files: int
    extracted: int  #: files that were read anew; the others were known


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Extracted)


def walk(folder: Path, max_bytes: int) -> Iterator[SeedFile | Problem]:
    """Every file below `folder` by path, or the Problem that keeps it out. Hidden files and folders are left out."""
    if not folder.is_dir():
        yield Problem(str(folder), 0, "error", "there is no such folder", "name the folder of your articles: make html SEEDS=folder")
        return
    for path in sorted(_files(folder), key=lambda p: p.relative_to(folder).as_posix()):
        yield read_file(path, path.relative_to(folder).as_posix(), max_bytes)


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def read_file(path: Path, relative: str, max_bytes: int) -> SeedFile | Problem:
    """One file. Of a file that is too large only so much is read that the reader can say so."""
    shown = _printable(str(path))
    try:
        with path.open("rb") as file:
            return SeedFile(_printable(relative), file.read(max_bytes + 1), shown)
    except OSError as error:
        return Problem(shown, 0, "error", f"the file cannot be read: {error.strerror}", "check that it exists and that you may read it")


def _printable(name: str) -> str:
    """A file name that is no valid UTF-8, in a form that can be printed and written to JSON."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def fingerprint(profiles: Iterable[Profile], settings: Settings) -> bytes:
    """A digest that changes whenever the same file might give other facts: code, data, libraries, profiles, settings."""
    digest = hashlib.blake2b(digest_size=16)
    home = Path(__file__).parent
    for name in _EXTRACTORS:
        room = home / name
        for path in [room] if room.is_file() else sorted(p for p in room.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(" ".join(metadata.version(library) for library in _LIBRARIES).encode())
    known = [msgspec.structs.replace(profile, html="", path="") for profile in profiles]
    digest.update(_ENCODER.encode((known, settings.date_order, settings.timezone, settings.max_bytes)))
    return digest.digest()


def harvest(files: Iterable[SeedFile | Problem], profiles: tuple[Profile, ...], settings: Settings, store: Store | None = None,
            progress: Progress = lambda done, total: None) -> Harvest:
    """The briefings of all files. What the store knows is taken from it; the rest is extracted and kept there."""
    entries = list(files)
    seeds = [entry for entry in entries if isinstance(entry, SeedFile)]
    version = fingerprint(profiles, settings)
    keys = [hashlib.blake2b(version + seed.path.encode() + b"\0" + seed.data, digest_size=16).digest() for seed in seeds]
    known = store.known(keys) if store else set()
    missing = [seed for seed, key in zip(seeds, keys, strict=True) if key not in known]
    fresh = _extract_all(missing, profiles, settings)
    results: list[Extracted] = []
    for done, (seed, key) in enumerate(zip(seeds, keys, strict=True)):
        value = store.extracted(key) if store and key in known else next(fresh)
        if store and key not in known:
            store.keep(key, value)
        results.append(_located(_DECODER.decode(value), seed))
        progress(done + 1, len(seeds))
    if store:
        store.checkpoint()
    unread = tuple(entry for entry in entries if isinstance(entry, Problem))
    return _merge(results, unread, len(entries), len(missing))


def _located(result: Extracted, seed: SeedFile) -> Extracted:
    """Problems named by the path that a person can open."""
    return Extracted(result.briefings, tuple(msgspec.structs.replace(problem, path=seed.shown) for problem in result.problems))


def _merge(results: Sequence[Extracted], unread: tuple[Problem, ...], files: int, extracted: int) -> Harvest:
    """One harvest of all results: a copy of a file is left out, and no two briefings share an id."""
    briefings: list[Briefing] = []
    problems = [*unread, *(problem for result in results for problem in result.problems)]
    by_content: dict[tuple[str, str], Briefing] = {}
    taken: dict[str, str] = {}
    for briefing in (briefing for result in results for briefing in result.briefings):
        path = briefing.source.path
        same = by_content.setdefault((briefing.source.sha256, briefing.text), briefing)
        if same is not briefing:
            problems.append(Problem(path, 0, "warning", f"the file is the same as {same.source.path}", "one of the two can go"))
            continue
        if briefing.id in taken:
            unique = f"{briefing.id}-{hashlib.sha256(path.encode()).hexdigest()[:8]}"
            problems.append(Problem(path, 0, "warning", f"its address {briefing.id} is taken by {taken[briefing.id]}, so it gets {unique}",
                                    "give one of the files another name"))
            briefing = msgspec.structs.replace(briefing, id=unique)
        taken[briefing.id] = path
        briefings.append(briefing)
    return Harvest(tuple(briefings), tuple(problems), files, extracted)


# --- extraction, in this process or in several --------------------------------------------------------


def _extract_all(seeds: Sequence[SeedFile], profiles: tuple[Profile, ...], settings: Settings) -> Iterator[bytes]:
    """What each file gives, encoded, in the order of `seeds`."""
    job = _ENCODER.encode((profiles, settings))
    workers = min(settings.workers or os.cpu_count() or 1, -(-len(seeds) // _CHUNK))
    if workers < 2:
        yield from (_extract_one(job, seed) for seed in seeds)
        return
    _lexicon(job)  # loaded before the processes part, so that they share it
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(_start_method())) as pool:
        yield from pool.map(_extract_one, [job] * len(seeds), seeds, chunksize=_CHUNK)


def _start_method() -> str:
    """Processes that share what is loaded, where the system can part them safely."""
    return "fork" if "fork" in multiprocessing.get_all_start_methods() and os.uname().sysname == "Linux" else "spawn"


@lru_cache(maxsize=1)
def _lexicon(job: bytes) -> tuple[lexicon.Lexicon, Settings]:
    """A process's own lexicon: loaded once, on its first file."""
    profiles, settings = msgspec.msgpack.decode(job, type=tuple[tuple[Profile, ...], Settings])
    return lexicon.load(profiles), settings


def _extract_one(job: bytes, seed: SeedFile) -> bytes:
    words, settings = _lexicon(job)
    result = sources.read_source(seed.data, seed.path, settings)
    return _ENCODER.encode(Extracted(tuple(facts.extract(article, words) for article in result.articles), result.problems))
