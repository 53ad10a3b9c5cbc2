"""Runs Pagefind's own program over documents in a folder of its own.

The program is started by its command line: its Python interface waits a tenth of a second for each document.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from ._documents import Document

_PACKAGE = "pagefind"
_SECONDS = 1_800  #: 20,000 briefings take a minute; what takes so long has hung


class PagefindError(Exception):
    """Pagefind cannot run here; the message says why."""


def version() -> str | None:
    """The version of the installed Pagefind; None where there is none."""
    try:
        return metadata.version(_PACKAGE)
    except metadata.PackageNotFoundError:
        return None


def run(documents: Iterable[Document], language: str, folder: Path) -> Path:
    """The folder of the index that Pagefind makes of these documents, below `folder`. PagefindError where it fails.

    All documents count as of one language, the site's, so that one search finds them all.
    """
    pages, bundle = folder / "pages", folder / "index"
    for document in documents:
        path = pages / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.html)
    command = [sys.executable, "-P", "-m", _PACKAGE, "--site", str(pages), "--output-path", str(bundle),
               "--force-language", language, "--keep-index-url", "--silent"]
    try:
        done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, text=True, errors="replace",
                              timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PagefindError(f"Pagefind does not run: {error}") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise PagefindError(f"Pagefind does not run: {said[-1] if said else f'exit status {done.returncode}'}")
    return bundle


def _environment() -> dict[str, str]:
    """This process's, without the variables that would change what Pagefind writes."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_") or name == "PAGEFIND_BINARY_PATH"}
