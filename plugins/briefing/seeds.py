"""Seed files to briefings, each remembered: reads the folder, asks the store, extracts what is new on all cores.

A file that cannot be read becomes a Problem. The answers do not depend on how many processes work, nor on the order in
which the file system names the files.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from . import facts, lexicon, sources, tagger
from .fingerprint import fingerprint
from .model import Article, Briefing, Problem, Profile
from .parallel import MISTAKES, WorkerLost, live_with_the_build, start_method
from .settings import Settings
from .sharing import share
from .store import Store, Unusable

#: Rooms whose code or data decides what is extracted.
_EXTRACTORS = (
    "model", "event_names.py", "spans.py", "normalise.py", "reading.py", "settings.py", "sources", "lexicon", "names", "facts",
)  # fmt: skip
_LIBRARIES = (
    "sentencex", "text2num", "trafilatura", "lxml", "charset-normalizer", "markdown-it-py", "pyahocorasick",
)  # fmt: skip
_TAGGER = tuple(f"tagger/{part}" for part in tagger.PARTS)
_TAGGER_LIBRARIES = ("numpy", "onnxruntime")
#: Where what is wrong with the tagger is told: where it is chosen.
_SETTINGS = "pelicanconf.py"
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
    common: tuple[Problem, ...] = ()  #: what any other file would say too


class Harvest(msgspec.Struct, frozen=True):
    """What a folder gave."""

    briefings: tuple[Briefing, ...]  #: in order of path
    problems: tuple[Problem, ...]
    files: int
    extracted: int  #: files that were read anew; the others were known


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Extracted)


def walk(folder: Path, max_bytes: int, leave_out: Path | None = None) -> Iterator[SeedFile | Problem]:
    """Every file below `folder` by path, or the Problem that keeps it out. Hidden files and folders are left out, and so is
    the folder `leave_out`, such as a site that stands among its articles."""
    if not folder.is_dir():
        yield Problem(str(folder), 0, "error", "there is no such folder", "name the folder of your articles: make html SEEDS=folder")
        return
    shut: list[Problem] = []
    for path in sorted(_files(folder, leave_out and leave_out.resolve(), shut), key=lambda p: p.relative_to(folder).as_posix()):
        yield read_file(path, path.relative_to(folder).as_posix(), max_bytes)
    yield from shut


def _files(folder: Path, leave_out: Path | None, shut: list[Problem]) -> Iterator[Path]:
    """The files below a folder; what could not be gone into is added to `shut`."""

    def refused(error: OSError) -> None:
        cause = f"the folder cannot be read: {error.strerror}"
        shut.append(Problem(_printable(str(error.filename)), 0, "error", cause, "check that you may read it"))

    for root, folders, names in os.walk(folder, onerror=refused):
        for name in (name for name in folders if Path(root, name).is_symlink() and not name.startswith(".")):
            what = "this is a link to a folder, and links are not followed"
            shut.append(Problem(_printable(str(Path(root, name))), 0, "warning", what, "put the folder itself here"))
        folders[:] = [name for name in folders if not name.startswith(".") and Path(root, name).resolve() != leave_out]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def read_file(path: Path, relative: str, max_bytes: int) -> SeedFile | Problem:
    """One file. Of a file that is too large only so much is read that the reader can say so."""
    shown = _printable(str(path))
    if path.exists() and not path.is_file():
        return Problem(shown, 0, "warning", "this is no ordinary file, so it is not read", "leave it out of the folder")
    try:
        with path.open("rb") as file:
            return SeedFile(_printable(relative), file.read(max_bytes + 1), shown)
    except OSError as error:
        return Problem(shown, 0, "error", f"the file cannot be read: {error.strerror}", "check that it exists and that you may read it")


def _printable(name: str) -> str:
    """A name on one line that can be printed and written to JSON, whatever bytes it is made of."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _version(profiles: Iterable[Profile], settings: Settings) -> bytes:
    """A digest that changes whenever the same file might give other facts: code, data, libraries, profiles, settings."""
    chosen = (settings.date_order, settings.timezone, settings.max_bytes, settings.max_characters, settings.tagger)
    return fingerprint(_EXTRACTORS, _LIBRARIES) + _tagger_version(settings) + _ENCODER.encode((deciding(profiles), chosen))


def _tagger_version(settings: Settings) -> bytes:
    """A digest that changes whenever the chosen tagger might give other names."""
    folders, libraries = tagger.sources(settings.tagger)
    return fingerprint((*_TAGGER, *folders), (*_TAGGER_LIBRARIES, *libraries))


def deciding(profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """Profiles without what decides nothing about how an article is read: their own text, and where it stands."""
    return tuple(msgspec.structs.replace(profile, html="", path="") for profile in profiles)


def harvest(files: Iterable[SeedFile | Problem], profiles: tuple[Profile, ...], settings: Settings, store: Store | None = None,
            progress: Progress = lambda done, total: None) -> Harvest:
    """The briefings of all files. What the store knows is taken from it; the rest is extracted and kept there.

    Raises Unusable where the store fails.
    """
    entries = list(files)
    seeds = [entry for entry in entries if isinstance(entry, SeedFile)]
    version = _version(profiles, settings)
    keys = [hashlib.blake2b(version + seed.path.encode() + b"\0" + seed.data, digest_size=16).digest() for seed in seeds]
    known = store.known(keys) if store else set()
    missing = [seed for seed, key in zip(seeds, keys, strict=True) if key not in known]
    results: list[tuple[SeedFile, Extracted]] = []
    pool: dict[Any, Any] = {}
    try:
        with closing(_extract_all(missing, profiles, settings)) as fresh:
            for done, (seed, key) in enumerate(zip(seeds, keys, strict=True)):
                value = store.extracted(key) if store and key in known else next(fresh)
                if store and key not in known:
                    store.keep(key, value)
                results.append((seed, _decoded(value, pool)))
                progress(done + 1, len(seeds))
    finally:  # what was extracted stays, also when somebody breaks the build off
        if store:
            store.checkpoint()
    unread = tuple(entry for entry in entries if isinstance(entry, Problem))
    return _merge(results, unread, len(entries), len(missing))


def _decoded(value: bytes, pool: dict[Any, Any]) -> Extracted:
    try:
        result = _DECODER.decode(value)
    except msgspec.DecodeError as error:
        raise Unusable("a value is damaged") from error
    for briefing in result.briefings:
        share(briefing, pool)
    return result


def _merge(found: Sequence[tuple[SeedFile, Extracted]], unread: tuple[Problem, ...], files: int, extracted: int) -> Harvest:
    """One harvest of all results: a copy of a file is left out, and no two briefings share an id."""
    briefings: list[Briefing] = []
    problems = list(unread)
    common: dict[Problem, None] = {}  # told once, whatever number of files it touched
    by_content: dict[tuple[str, str], Briefing] = {}
    taken: set[str] = set()
    for seed, result in found:
        problems += (msgspec.structs.replace(problem, path=seed.shown) for problem in result.problems)
        common |= dict.fromkeys(result.common)
        for briefing in result.briefings:
            same = by_content.setdefault((briefing.source.sha256, briefing.text), briefing)
            if same is not briefing:
                problems.append(Problem(seed.shown, 0, "warning", f"the file is the same as {same.source.path}", "one of the two can go"))
                continue
            if briefing.id in taken:
                briefing = msgspec.structs.replace(briefing, id=f"{briefing.id}-{hashlib.sha256(seed.path.encode()).hexdigest()[:8]}")
                message = f"another file's address would be the same, so this briefing's is {briefing.id}"
                problems.append(Problem(seed.shown, 0, "warning", message, "give one of the files another name"))
            taken.add(briefing.id)
            briefings.append(briefing)
    return Harvest(tuple(briefings), (*common, *problems), files, extracted)


# --- extraction, in this process or in several --------------------------------------------------------


def _extract_all(seeds: Sequence[SeedFile], profiles: tuple[Profile, ...], settings: Settings) -> Generator[bytes, None, None]:
    """What each file gives, encoded, in the order of `seeds`."""
    job = _job(profiles, settings)
    workers = min(settings.workers or os.cpu_count() or 1, -(-len(seeds) // _CHUNK))
    if workers < 2:
        yield from (_extract_one(job, seed) for seed in seeds)
        return
    _lexicon(job)  # loaded before the processes part, so that they share it
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context(start_method()), live_with_the_build)
    try:
        yield from pool.map(_extract_one, [job] * len(seeds), seeds, chunksize=_CHUNK)
    except BrokenProcessPool as error:
        raise WorkerLost from error
    finally:
        pool.shutdown(cancel_futures=True)


def _too_long(article: Article, settings: Settings) -> Problem:
    message = f"a text of {len(article.text):,} characters is no article; {settings.max_characters:,} are read"
    return Problem(article.source.path, 0, "error", message, "split the file, or raise BRIEFING_MAX_CHARACTERS")


def _job(profiles: tuple[Profile, ...], settings: Settings) -> bytes:
    """What a process must be told to extract: profiles, settings, and which state of the tagger it is to have."""
    return _ENCODER.encode((profiles, settings, _tagger_version(settings)))


@lru_cache(maxsize=1)
def _lexicon(job: bytes) -> tuple[lexicon.Lexicon, Settings, bytes]:
    """A process's own lexicon: loaded once, on its first file."""
    profiles, settings, version = msgspec.msgpack.decode(job, type=tuple[tuple[Profile, ...], Settings, bytes])
    return lexicon.load(profiles), settings, version


@lru_cache(maxsize=1)
def _tagger(setting: str, version: bytes) -> tuple[tagger.Tagger | None, tuple[Problem, ...]]:
    """A process's own tagger, or none and the reason. Another version of it is loaded anew."""
    try:
        return tagger.load(setting), ()
    except tagger.Unusable as error:
        return None, (Problem(_SETTINGS, 0, "warning", f"{error.cause}, so names are found by rules alone", error.hint),)


def ready(profiles: tuple[Profile, ...], settings: Settings) -> None:
    """Load what reading an article needs, so that the first one takes no longer than the next."""
    _, _, version = _lexicon(_job(profiles, settings))
    _tagger(settings.tagger, version)


def _extract_one(job: bytes, seed: SeedFile) -> bytes:
    """What one file gives, encoded. A mistake of ours costs this file and is told; it never costs the other 4,999."""
    words, settings, version = _lexicon(job)
    names, doubt = _tagger(settings.tagger, version)
    try:
        result = sources.read_source(seed.data, seed.path, settings)
        articles = [article for article in result.articles if len(article.text) <= settings.max_characters]
        refused = (_too_long(article, settings) for article in result.articles if article not in articles)
        briefings = tuple(facts.extract(article, words, names) for article in articles)
        extracted = Extracted(briefings, (*result.problems, *refused), doubt)
    except MISTAKES as error:
        message = f"the extractor failed on this file: {type(error).__name__}: {_printable(str(error))[:200]}"
        extracted = Extracted((), (Problem(seed.path, 0, "error", message, "please report it with the file; the others were built"),))
    return _ENCODER.encode(extracted)
