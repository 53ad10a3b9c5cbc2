"""What actors and places are called on the search page: its index, and the pages that lead to it, must agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from ..annotate import plain
from ..model import Entry

#: Actors, and places, that are facets: the most named. A phone loads all values of a facet at once, and the tail of an
#: archive is long; who is named in few briefings is found by name, and has a page.
LIMIT = 1_000


def facet_names(entries: Iterable[Entry]) -> dict[str, str]:
    """What the first entries are called among the values of a facet, by key; of two of one name the second is called by the
    words of its key."""
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for entry, _ in zip(entries, range(LIMIT), strict=False):
        label = line(entry.label)
        labels[entry.key] = label if label not in taken else entry.key.replace("-", " ").title()
        taken.add(labels[entry.key])
    return labels


def line(text: str) -> str:
    """Text on one line, its words parted by single spaces: so the index counts them, and so the page finds them again."""
    return plain(" ".join(text.replace("\ufeff", "").split()))


def among(entry: Entry, names: Mapping[str, str], up: str) -> str:
    """The address of a search among the briefings that name an entry: by its facet, else by its name as a phrase."""
    name = names.get(entry.key)
    asked: dict[str, str] = {entry.kind: name} if name else {"q": f'"{line(entry.label)}"'}
    return f"{up}search/index.html?{urlencode(asked)}"
