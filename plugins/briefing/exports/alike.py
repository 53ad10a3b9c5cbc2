"""data/may-be-one.yaml: persons whose names are written alike, as an editor would rule that they are one.

Lines for content/identities.yaml, to be copied where they are right. Nothing is merged by them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..archive.alike import alike
from ..model import Archive, Entry, FileRequest
from ..settings import Settings

_HEAD = """# Persons whose names are written alike. They stay two until an editor merges them:
# copy the lines that are right to content/identities.yaml.
"""


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """One line a pair, of those in most briefings first; the file is there where it holds none, too."""
    del settings
    place = {key: number for number, key in enumerate(archive.actors)}
    found = alike(archive.actors).items()
    pairs = ((archive.actors[key], other) for key, others in found for other in others if place[key] < place[other.key])
    yield FileRequest("data/may-be-one.yaml", _lines(pairs))


def _lines(pairs: Iterable[tuple[Entry, Entry]]) -> Iterator[bytes]:
    yield _HEAD.encode()
    for one, other in pairs:
        told = ", ".join(f"{' '.join(each.label.split())} ({each.briefings:,})" for each in (one, other))
        yield f"- merge: [{one.key}, {other.key}]  # {told}\n".encode()
