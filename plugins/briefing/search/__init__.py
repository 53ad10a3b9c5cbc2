"""Full-text search without a server: the briefings' sentences, indexed by Pagefind into files that a browser reads in parts.

What is indexed is not the site's pages but documents made for it, so that a new template is no new index. A build in which
no document changed keeps the index and does not start Pagefind. Where Pagefind is not installed or does not run, the site
is built without search, and one Problem says so; the search page then offers the indexes.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import msgspec

from ..model import Archive, Problem
from ..output import Output
from ..settings import Settings
from . import _bundle, _documents, _pagefind

#: Where the index stands below the output folder: the place where tools that know Pagefind look for it.
FOLDER = "pagefind/"
_HINT = "pip install 'pagefind[bin]==1.5.*'; the rest of the site does not need it"


def write(archive: Archive, settings: Settings, output: Output) -> tuple[Problem, ...]:
    """Put the index of all briefings into the output; a Problem where it has to be left out."""
    version = _pagefind.version()
    if version is None:
        return (_left_out("Pagefind is not installed"),)
    language = settings.site_lang.split("-")[0].lower()
    inputs = _inputs(archive, version, language)
    if not archive.briefings or output.keep_all(FOLDER, inputs):
        return ()
    with tempfile.TemporaryDirectory(prefix="briefing-search-") as name:
        try:
            bundle = _pagefind.run(_documents.documents(archive), language, Path(name))
            files = tuple(_bundle.files(bundle))
        except (_pagefind.PagefindError, _bundle.FormatError) as error:
            return (_left_out(str(error)),)
        for path, pieces in files:
            output.put(FOLDER + path, pieces, inputs)
    return ()


def _inputs(archive: Archive, version: str, language: str) -> bytes:
    """A digest of all that the index depends on."""
    digest = hashlib.blake2b(f"{version} {language}".encode(), digest_size=16)
    encoder = msgspec.msgpack.Encoder()
    for document in _documents.documents(archive):
        digest.update(encoder.encode(document))
    return digest.digest()


def _left_out(message: str) -> Problem:
    return Problem("search", 0, "warning", f"the site has no search: {message}", _HINT)


__all__ = ["FOLDER", "write"]
