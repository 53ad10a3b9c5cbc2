"""The whole build: seeds and content in, a site out. Everything it calls between reading and writing is pure.

No input stops a build: what is wrong with one file is a Problem in the Summary, and all others are built. Only what no
site can be built from (bad settings, an output folder that cannot be written) raises BuildError.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

import msgspec

from . import archive, corrections, editorial, exports, feeds, lexicon, manifest, maps, pages, parallel, search, seeds, theme
from .fingerprint import fingerprint
from .model import Amendment, Archive, Briefing, FileRequest, Page, PageRequest, Problem, Profile, Ruling
from .output import Done, Output, alone, undisturbed
from .render import Renderer, ThemeError
from .settings import Settings
from .store import Store, Unusable

T = TypeVar("T")
#: Processes that write files, at most: the pages of actors and places, a quarter of the work, are one process's.
_PROCESSES = 4
_ARTICLES = 10  #: for fewer a second process takes longer to start than it saves
Report = Callable[[str, int, int], None]  # stage, done, of how many (0 where nobody knows)


class BuildError(Exception):
    """No site can be built; the message is a Problem that says why and what to do."""


class Summary(msgspec.Struct, frozen=True):
    """What a build did."""

    articles: int
    files: int
    extracted: int  #: files read anew; the others were known
    facts: dict[str, int]  #: by kind
    changed: int  #: files written
    unchanged: int
    removed: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)


class Gathered(msgspec.Struct, frozen=True):
    """All sources, read and seen together."""

    archive: Archive
    files: int
    extracted: int  #: files read anew
    problems: tuple[Problem, ...]


class Theme(msgspec.Struct, frozen=True):
    """The theme, ready for use."""

    static: tuple[FileRequest, ...]
    site: pages.Site
    renderer: Renderer


class Editorial(msgspec.Struct, frozen=True):
    """What editors wrote, read from the content folder."""

    profiles: tuple[Profile, ...]
    pages: tuple[Page, ...]
    corrections: tuple[tuple[str, corrections.Corrections], ...]  #: path, and what it says
    rulings: tuple[Ruling, ...]  #: on who is who
    problems: tuple[Problem, ...]


def build(settings: Settings, report: Report = lambda stage, done, total: None) -> Summary:
    """Build the site that `settings` describe. Raises BuildError; everything else comes in the Summary."""
    _check_folders(settings)
    try:
        with Store(Path(settings.cache)) as store:
            return _build(settings, store, report)
    except parallel.WorkerLost as error:
        raise _no_site(settings.seeds, *error.args) from error
    except Unusable as error:
        doubt = Problem(settings.cache, 0, "warning", f"what was computed before cannot be used: {error}",
                        "every article was read anew; where this comes again, make the folder writable or delete it")
    with Store(None) as store:
        summary = _build(settings, store, report)
    return msgspec.structs.replace(summary, problems=tuple(sorted((doubt, *summary.problems))))


def _check_folders(settings: Settings) -> None:
    """BuildError where there are no articles to read, or where the site and what it is made from would mix."""
    for name in ("seeds", "content", "theme", "output", "cache"):
        if not getattr(settings, name):
            raise _no_site("pelicanconf.py", f"BRIEFING_{name.upper()} names no folder", "give it one, or leave it out")
    articles, output = Path(settings.seeds), Path(settings.output).resolve()
    if not os.access(articles, os.F_OK) or not articles.is_dir():
        what = "this is no folder" if os.access(articles, os.F_OK) else "there is no such folder"
        raise _no_site(articles, what, "name the folder of your articles: make html SEEDS=folder")
    if not os.access(articles, os.R_OK | os.X_OK):
        raise _no_site(articles, "the folder cannot be read", "check that you may read it")
    sources = [Path(folder).resolve() for folder in (settings.seeds, settings.content, settings.theme)]
    for folder in sources:
        within = folder in output.parents and folder != sources[0]  # a site may stand among its articles
        if folder == output or output in folder.parents or within:
            cause = f"the site would mix with the files in {folder}"
            raise _no_site(settings.output, cause, "name another folder: make html OUTPUT=folder")


def _no_site(path: object, cause: str, hint: str, line: int = 0) -> BuildError:
    return BuildError(str(Problem(str(path), line, "error", cause, hint)))


def _build(settings: Settings, store: Store, report: Report) -> Summary:
    found = gather(settings, store, report)
    files, unsearched = _write(found.archive, settings, store, report)
    problems = tuple(sorted((*found.problems, *unsearched)))
    kinds = Counter(fact.kind for briefing in found.archive.briefings for fact in briefing.facts)
    return Summary(len(found.archive.briefings), found.files, found.extracted, dict(sorted(kinds.items())),
                   files.changed, files.unchanged, files.removed, problems)


def gather(settings: Settings, store: Store, report: Report = lambda stage, done, total: None,
           profiles: tuple[Profile, ...] | None = None) -> Gathered:
    """The archive of all sources, with what is wrong with them. Raises Unusable where the store fails.

    Articles are read knowing `profiles`; where none are given, those of the content folder.
    """
    content = read_content(Path(settings.content))
    knowing = content.profiles if profiles is None else profiles
    files_in = seeds.walk(Path(settings.seeds), settings.max_bytes, leave_out=Path(settings.output))
    harvest = seeds.harvest(files_in, knowing, settings, store, lambda done, total: report("extract", done, total))
    briefings, amendments, corrected = correct(harvest.briefings, content.corrections)
    report("archive", 0, 0)
    known = lexicon.load(content.profiles)
    addressed = [_addressed(briefing, settings) for briefing in briefings]
    whole = archive.build(addressed, content.profiles, content.pages, known.places.label, content.rulings)
    whole = msgspec.structs.replace(whole, amendments=amendments)
    problems = (*content.problems, *harvest.problems, *corrected, *_unfit(content, briefings), *_doubtful(content, known, whole))
    return Gathered(whole, harvest.files, harvest.extracted, problems)


# --- what editors wrote ---------------------------------------------------------------------------------


def read_content(folder: Path) -> Editorial:
    """Profiles, pages, corrections and rulings below the content folder; a missing folder is an empty one."""
    problems: list[Problem] = []

    def each(sub: str, pattern: str, parse: Callable[[bytes, str], tuple[T | None, tuple[Problem, ...]]]) -> Iterator[tuple[str, T]]:
        for path in sorted((folder / sub).glob(pattern)):
            try:
                value, found = parse(path.read_bytes(), str(path))
            except OSError as error:
                cause = f"the file cannot be read: {error.strerror}"
                value, found = None, (Problem(str(path), 0, "error", cause, "check that it exists and that you may read it"),)
            problems.extend(found)
            if value is not None:
                yield str(path), value

    actors = [profile for _, profile in each("actors", "*.md", lambda data, path: editorial.profile(data, path, "actor"))]
    locations = [profile for _, profile in each("locations", "*.md", lambda data, path: editorial.profile(data, path, "location"))]
    own = [page for _, page in each("pages", "*.md", editorial.page)]
    fixes = tuple(each("corrections", "*.y*ml", corrections.parse))
    ruled = tuple(ruling for _, found in each(".", "identities.y*ml", corrections.rulings) for ruling in found)
    return Editorial((*actors, *locations), tuple(own), fixes, ruled, tuple(problems))


def correct(
    briefings: Iterable[Briefing], fixes: Iterable[tuple[str, corrections.Corrections]]
) -> tuple[list[Briefing], dict[str, tuple[Amendment, ...]], list[Problem]]:
    """Briefings as corrected, and by id what was done to them; a correction of a briefing that is not there is a Problem."""
    by_id = {briefing.id: briefing for briefing in briefings}
    amendments: dict[str, tuple[Amendment, ...]] = {}
    problems: list[Problem] = []
    for path, correction in fixes:
        name = Path(path).stem
        if name not in by_id:
            problems.append(Problem(path, 0, "warning", f"there is no briefing {name}", "name the file after the briefing's address"))
            continue
        by_id[name], done, found = corrections.apply(by_id[name], correction)
        amendments[name] = (*amendments.get(name, ()), *done)
        problems.extend(found)
    return list(by_id.values()), amendments, problems


def _unfit(content: Editorial, briefings: Sequence[Briefing]) -> tuple[Problem, ...]:
    """Rulings that fit nothing; the namesakes are only looked for where there are rulings."""
    if not content.rulings:
        return ()
    others = archive.namesakes(briefings, content.profiles) | {profile.key for profile in content.profiles}
    return corrections.unfit(content.rulings, briefings, others)


def _doubtful(content: Editorial, known: lexicon.Lexicon, whole: Archive) -> Iterator[Problem]:
    ruled = {key for ruling in content.rulings for key in (ruling.key, *ruling.of)}
    return editorial.doubtful(content.profiles, known, whole.actors, ruled)


def _addressed(briefing: Briefing, settings: Settings) -> Briefing:
    return msgspec.structs.replace(briefing, url=f"{settings.site_url}/briefings/{briefing.id}/")


# --- files ----------------------------------------------------------------------------------------------


def _write(whole: Archive, settings: Settings, store: Store, report: Report) -> tuple[Output, tuple[Problem, ...]]:
    """Every file of the site, and what kept search out of it. One build at a time writes into a folder."""
    folder, look = Path(settings.output), read_theme(settings)
    try:
        with alone(folder):
            name = str(folder.resolve())
            output = Output(folder, store.written(name) or manifest.listed(folder), fingerprint())
            _write_files(whole, settings, look, output, report)
            problems = search.write(whole, settings, output)
            output.put(manifest.PATH, [manifest.write(whole, settings, output.files)])
            with undisturbed():
                output.commit()
                store.replace_written(name, output.files)
                store.checkpoint()
    except ThemeError as error:
        raise _no_site(Path(settings.theme) / "templates" / error.template, error.cause, "correct the template", error.line) from error
    except OSError as error:
        cause, hint = f"the site cannot be written: {error.strerror}", f"check the folder {folder} and the space on its disk"
        raise _no_site(error.filename or folder, cause, hint) from error
    return output, problems


def read_theme(settings: Settings) -> Theme:
    """The theme that the settings name. Raises BuildError where a file of it cannot be read."""
    folder = Path(settings.theme)
    try:
        static, site = theme.static(folder / "static", settings)
        return Theme(static, site, Renderer(folder / "templates"))
    except OSError as error:
        raise _no_site(error.filename, f"the theme cannot be read: {error.strerror}", "put the file back") from error


def other_files(whole: Archive, settings: Settings, look: Theme) -> Iterator[FileRequest]:
    """Every file that is no page, but for the search index."""
    return chain.from_iterable(_others(whole, settings, look))


def _others(whole: Archive, settings: Settings, look: Theme) -> Iterator[Iterable[FileRequest]]:
    yield from (look.static, feeds.exports(whole, settings), maps.exports(whole, look.site))
    yield from (export(whole, settings) for export in exports.EXPORTS.values())


def _write_files(whole: Archive, settings: Settings, look: Theme, output: Output, report: Report) -> None:
    """Every file but the search index and the manifest; one whose inputs are as before is neither made nor written."""
    pieces = _pieces(whole, settings, look)

    def write(turns: parallel.Turns) -> Done:
        for piece in pieces:
            if turns.mine():
                for request in piece:
                    _write_file(request, look.renderer, output)
                    done = turns.done()
                    if not turns.process:
                        report("write", done, 0)
        return output.done

    processes = min(settings.workers or os.cpu_count() or 1, _PROCESSES, len(whole.briefings) // _ARTICLES + 1)
    for done in parallel.shared(write, processes, (OSError, ThemeError))[1:]:
        output.add(done)


def _write_file(request: PageRequest | FileRequest, renderer: Renderer, output: Output) -> None:
    inputs = renderer.inputs(request) if isinstance(request, PageRequest) else request.inputs
    if not output.keep(request.path, inputs):
        output.put(request.path, [renderer.render(request)] if isinstance(request, PageRequest) else request.pieces, inputs)


def _pieces(whole: Archive, settings: Settings, look: Theme) -> Iterator[Iterable[PageRequest | FileRequest]]:
    """All requests, in pieces that one process each does. The small ones come last, so that all processes end together."""
    kinds = pages.by_kind(whole, look.site)
    briefings = kinds.pop("briefing")
    return chain(kinds.values(), _others(whole, settings, look), ((request,) for request in briefings))
