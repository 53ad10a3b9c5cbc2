"""The theme's static files, named by their content, so that a browser may keep each for ever.

All style sheets are joined into one, style.css first; other files keep their names, with a hash put in.
"""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

from .model import FileRequest
from .pages import Site
from .settings import Settings

_FIRST = "style.css"
_NEEDED = ("script.js", "search.js", "favicon.svg")


def static(folder: Path, settings: Settings) -> tuple[tuple[FileRequest, ...], Site]:
    """The files below `folder` as they go out, and the Site that knows their paths. OSError where one cannot be read."""
    sheets = sorted(folder.glob("*.css"), key=lambda path: (path.name != _FIRST, path.name))
    files = {_FIRST: _named(_FIRST, b"\n".join(path.read_bytes() for path in sheets))}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".css":
            files[path.name] = _named(path.relative_to(folder).as_posix(), path.read_bytes())
    for name in _NEEDED:
        if name not in files:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(folder / name))
    site = Site(settings, style=files[_FIRST].path, script=files["script.js"].path, icon=files["favicon.svg"].path,
                search=files["search.js"].path)
    return tuple(files.values()), site


def _named(path: str, content: bytes) -> FileRequest:
    stem, dot, ending = path.rpartition(".")
    return FileRequest(f"theme/{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{ending}", [content])
