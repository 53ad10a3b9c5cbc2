"""Source formats: bytes of a file to articles, one reader a module, registered in one table.

A reader is a pure function `(raw, path, settings) -> (Draft | None, problems)`. A new format is a new module and a line in
READERS. Nothing here raises on any input, opens a file or fetches anything.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import msgspec

from ..model import Article, Problem
from ..normalise import safe
from ..settings import Settings
from . import markdown_text, ninjs, plain_text, saved_page
from ._assemble import article
from ._draft import Draft, Drafted, Reader


class Format(msgspec.Struct, frozen=True):
    """A row of READERS."""

    name: str  #: Source.format
    read: Reader


_PAGE = Format("html", saved_page.read)

READERS: dict[str, Format] = {
    ".txt": Format("text", plain_text.read),
    ".md": Format("markdown", markdown_text.read),
    ".html": _PAGE,
    ".htm": _PAGE,
    ".json": Format("ninjs", ninjs.read),
}

#: Files that nobody means as an article: what systems and editors leave behind, notes to people, and the folder of
#: pictures and frames that a browser saves beside a page.
_IGNORED_NAME = re.compile(
    r"(?:\..*|~\$.*|.*~|.*\.(?:bak|swp|tmp|part|crdownload)|thumbs\.db|desktop\.ini|(?:readme|licen[cs]e)(?:\..*)?)", re.IGNORECASE
)
_IGNORED_FOLDER = re.compile(r"\.[^.].*|__MACOSX")
_SAVED_FOLDER = re.compile(r".+_files", re.IGNORECASE)
_WRITTEN = (".txt", ".md")  #: what no browser saves beside a page


class SourceResult(msgspec.Struct, frozen=True):
    """What one file gives: no article where an error says why."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


def ignored(path: str) -> bool:
    """Whether a file of the seeds folder is passed over in silence, so that it need not even be read."""
    *folders, name = PurePosixPath(path).parts or ("",)
    if _IGNORED_NAME.fullmatch(name) or any(map(_IGNORED_FOLDER.fullmatch, folders)):
        return True
    return not name.lower().endswith(_WRITTEN) and any(map(_SAVED_FOLDER.fullmatch, folders))


def read_source(data: bytes, path: str, settings: Settings) -> SourceResult:
    """The articles in a file. `path` is relative to the seeds folder, with forward slashes; it chooses the reader."""
    path = safe(path)  # a file name may hold bytes that no JSON and no terminal takes
    if ignored(path):
        return SourceResult()
    row = READERS.get(PurePosixPath(path).suffix.lower())
    refused = _refused(data, path, row, settings)
    if row is None or refused:
        return SourceResult(problems=refused)
    draft, problems = row.read(data, path, settings)
    if draft is None:
        return SourceResult(problems=problems)
    found, more = article(draft, data, path, row.name)
    return SourceResult((found,) if found else (), (*problems, *more))


def _refused(data: bytes, path: str, row: Format | None, settings: Settings) -> tuple[Problem, ...]:
    """Why a file is not read at all."""
    if row is None:
        ending = PurePosixPath(path).suffix[:20]
        what = f"files that end in {ending} are not read" if ending else "files without an ending are not read"
        return (Problem(path, 0, "warning", what, f"save the article as {', '.join(READERS)}, or keep the file elsewhere"),)
    if len(data) > settings.max_bytes:
        what = f"the file has {len(data):,} bytes, more than the {settings.max_bytes:,} allowed"
        return (Problem(path, 0, "error", what, "cut it down, or raise BRIEFING_MAX_BYTES"),)
    if not data.strip():
        return (Problem(path, 0, "error", "the file is empty", "write the article into it or delete it"),)
    return ()


__all__ = ["READERS", "Draft", "Drafted", "Format", "Reader", "SourceResult", "ignored", "read_source"]
