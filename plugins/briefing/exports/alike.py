"""data/may-be-one.yaml: persons whose names are written alike, as an editor would rule that they are one.

Lines for content/identities.yaml, to be copied where they are right. Nothing is merged by them alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..archive.alike import alike
from ..model import Archive, Entry, FileRequest
from ..settings import Settings

_HEAD = """# Persons whose names are written alike. They stay apart until an editor merges them:
# copy the lines that are right to content/identities.yaml.
"""


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """A line for each name, with those first that stand in most briefings; the file is there where it holds none, too."""
    del settings
    yield FileRequest("data/may-be-one.yaml", _lines(archive, alike(archive.actors)))


def _lines(archive: Archive, found: Mapping[str, tuple[Entry, ...]]) -> Iterator[bytes]:
    yield _HEAD.encode()
    listed: set[str] = set()
    for key in found:
        if key not in listed:
            group = _with_theirs(key, found)
            listed.update(group)
            entries = [entry for entry in archive.actors.values() if entry.key in group]
            told = ", ".join(f"{' '.join(each.label.split())} ({each.briefings:,})" for each in entries)
            yield f"- merge: [{', '.join(each.key for each in entries)}]  # {told}\n".encode()


def _with_theirs(key: str, found: Mapping[str, tuple[Entry, ...]]) -> list[str]:
    """A person, those written alike, those written like these, and so on."""
    group = [key]
    for member in group:
        group += [other.key for other in found[member] if other.key not in group]
    return group
