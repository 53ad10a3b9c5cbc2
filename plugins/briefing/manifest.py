"""manifest.json: what the site was made from and what it is made of, so that a build can be checked by building again."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import msgspec

from .model import Archive
from .settings import Settings
from .store import Written

PATH = "manifest.json"
_PACKAGE = "briefing-archive"
#: Settings that say where things are on one machine, not what the site is.
_LOCAL = frozenset({"seeds", "content", "theme", "output", "cache", "workers", "strict"})


class _Manifest(msgspec.Struct, frozen=True):
    generator: str
    settings: dict[str, object]
    sources: dict[str, str]  #: path below the folder of seeds -> SHA-256
    files: dict[str, str]  #: path below the output folder -> SHA-256


def write(archive: Archive, settings: Settings, files: Mapping[str, Written]) -> bytes:
    """The manifest of a site, without the manifest itself."""
    known = {name: value for name, value in msgspec.structs.asdict(settings).items() if name not in _LOCAL}
    sources = {briefing.source.path: briefing.source.sha256 for briefing in archive.briefings}
    value = _Manifest(f"{_PACKAGE} {metadata.version(_PACKAGE)}", dict(sorted(known.items())), dict(sorted(sources.items())),
                      {path: files[path].digest for path in sorted(files)})
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def listed(folder: Path) -> dict[str, Written]:
    """What an earlier build wrote into a folder that the store knows nothing of: enough to remove it, never to keep it."""
    try:
        files = msgspec.json.decode((folder / PATH).read_bytes(), type=_Manifest).files
    except (OSError, msgspec.DecodeError):
        return {}
    return {path: Written(b"", -1, 0, digest) for path, digest in [*files.items(), (PATH, "")]}
