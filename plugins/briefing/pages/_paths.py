"""Where each page stands below the output folder, and the way from one to another.

Addresses end in index.html, so that the site also works when it is opened from a folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

from ..parts import Parts, page, part_of
from . import _dates
from ._views import Link, Pager, pager, root

T = TypeVar("T")
ROOM = 50_000  #: bytes for the rows of a list: its page holds half as much again, and comes to less than 100,000
UNTITLED = "Untitled"  #: what a briefing without a title is called


def briefing(id_: str) -> str:
    """The page of a briefing, the first one of a long one."""
    return page(id_)


def sentence(id_: str, number: int, long: Parts) -> str:
    """A sentence of a briefing, on the page that holds it; `long` are the briefings that fill several."""
    return f"{page(id_, part_of(long.get(id_, (0,)), number))}#s{number}"


def entry(kind: str, key: str) -> str:
    """The page of an actor or a location."""
    return f"{kind}s/{key}/index.html"


def feed(kind: str, key: str) -> str:
    """The feed of an actor or a location."""
    return f"feeds/{kind}s/{key}.xml"


class Part(msgspec.Struct, Generic[T], frozen=True):
    """One page of a long list."""

    path: str  #: below the output folder
    up: str  #: from the page to the output folder
    number: int  #: from 1
    rows: tuple[T, ...]
    pager: Pager | None


def parts(
    base: str, label: str, rows: Sequence[T], size: int, weigh: Callable[[T], int] | None = None, first: int = ROOM
) -> Iterator[Part[T]]:
    """A list cut into pages as `shares` does: `base`index.html, `base`page/2/index.html, ..."""
    cut = tuple(shares(rows, size, weigh, first))
    paths = tuple(f"{base}index.html" if n == 0 else f"{base}page/{n + 1}/index.html" for n in range(len(cut)))
    for number, (path, share) in enumerate(zip(paths, cut, strict=True)):
        up = root(path)
        hrefs = tuple(up + other for other in paths) if len(cut) > 1 else ()
        yield Part(path, up, number + 1, share, pager(label, hrefs, number))


def shares(rows: Sequence[T], size: int, weigh: Callable[[T], int] | None = None, first: int = ROOM) -> Iterator[tuple[T, ...]]:
    """A list in shares of at most `size` rows; an empty list is one share.

    Where rows may be long, `weigh` tells their bytes: no share is heavier than ROOM, the first one than `first`, unless a
    single row is.
    """
    share: list[T] = []
    room = first
    for row in rows:
        weight = weigh(row) if weigh else 0
        if share and (len(share) == size or weight > room):
            yield tuple(share)
            share, room = [], ROOM
        share.append(row)
        room -= weight
    yield tuple(share)


def titled(title: str, number: int) -> str:
    """A title that tells one page of a list from the others."""
    return title if number == 1 else f"{title}, page {number}"


def month(month_: str) -> str:
    """ "2023-11" -> the folder of that month's pages."""
    return f"{month_.replace('-', '/')}/"


def month_link(month_: str, briefings: int, up: str) -> Link:
    """A link to a month's page: November 2023, and how many briefings it holds."""
    year, number = month_.split("-")
    return Link(f"{up}{month(month_)}index.html", _dates.month(year, number), f"{briefings:,}")


def section_link(key: str, name: str, briefings: int, up: str) -> Link:
    """A link to a section's page, and how many briefings it holds."""
    return Link(f"{up}sections/{key}/index.html", name, f"{briefings:,}")


def within(key: str) -> str:
    """The folder of the list of all places inside a place. No entry's page can stand there, for a key has no slash."""
    return f"locations/by/place/{key}/"
