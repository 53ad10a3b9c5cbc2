"""Metadata fields whatever format they come from: their names, and which values are taken.

Shared by the header lines of plain text ("Source: Daily Star"), front matter, and the metadata of pages and JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from ..model import Problem
from ..settings import Settings
from ._dates import stated_date

#: Names of a field, lower case -> the field of Draft.
NAMES = {
    "title": "title", "headline": "title",
    "date": "published", "published": "published", "publication date": "published", "pubdate": "published", "posted": "published",
    "outlet": "outlet", "source": "outlet", "publisher": "outlet", "publication": "outlet", "newspaper": "outlet", "site": "outlet",
    "section": "section", "category": "section", "categories": "section", "topic": "section", "rubric": "section",
    "author": "authors", "authors": "authors", "by": "authors", "byline": "authors",
    "url": "url", "link": "url", "permalink": "url", "canonical": "url", "original": "url",
    "image": "image_url", "image_url": "image_url", "photo": "image_url", "picture": "image_url", "thumbnail": "image_url",
    "lang": "lang", "language": "lang", "location": "located", "located": "located",
}  # fmt: skip
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*", re.IGNORECASE)
_BY = re.compile(r"^(?:by|from|written by|posted by)\b[\s:]*", re.IGNORECASE)
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "m.d.", "phd", "ph.d."))
#: Words that names write small, in the languages of outlets that report in English.
_SMALL = frozenset((
    "of", "and", "the", "for", "in", "on", "at", "de", "la", "le", "el", "du", "des", "da", "do", "di", "del", "und", "&", "-",
))  # fmt: skip
_LONGEST_NAME = 60
_IMAGE_FILE = re.compile(r"\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$", re.IGNORECASE)
_PAGE_FILE = re.compile(r"(?:\.(?:aspx?|html?|jsp|php|shtml)|/)$|/[^/]*[a-z]+(?:-[a-z0-9]+){3,}[^/]*$", re.IGNORECASE)
_IMAGE_FOLDER = re.compile(r"(?:^|[/_.-])(?:images?|img|imgs|photos?|pictures?|pics|thumbs?|thumbnails?)(?=[/_.-]|\d|$)", re.IGNORECASE)


def take(name: str, value: str, path: str, line: int, settings: Settings) -> tuple[object, tuple[Problem, ...]]:
    """The value of a field of Draft as it is kept; None where it cannot be."""
    if name == "published":
        return stated_date(value, path, line, settings)
    if name in ("url", "image_url"):
        return web_address(value, path, line)
    if name == "authors":
        return people(value) or None, ()
    if name == "lang":
        tag = language(value)
        return tag, () if tag else (Problem(path, line, "warning", f"{value[:40]!r} is no language tag", "write it as en or en-GB"),)
    return value or None, ()


def web_address(text: str, path: str, line: int) -> tuple[str | None, tuple[Problem, ...]]:
    """An address of http or https as it stands; anything else is left out and reported."""
    address = text.strip()
    if not address:
        return None, ()
    try:
        parts = urlsplit(address)
        valid = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        valid = False
    if valid and address.isprintable() and not re.search(r"[\s<>\"\\^`{|}]", address):
        return address, ()
    shown = address if len(address) <= 60 else address[:57] + "..."
    return None, (Problem(path, line, "warning", f"the address {shown!r} is left out", "give a whole address that begins with https://"),)


def names_image(address: str) -> bool:
    """Whether an address by itself is an image's, as the seed's layout has it, rather than an article's.

    The ending decides, then a folder called "images" or the like; an address without any sign is an image's.
    """
    try:
        path = urlsplit(address).path
    except ValueError:
        return True
    if _IMAGE_FILE.search(path):
        return True
    return bool(_IMAGE_FOLDER.search(path)) or not _PAGE_FILE.search(path)


def people(names: str | Iterable[str]) -> tuple[str, ...]:
    """The names in a byline: "By Ann Lee and Bo Ek" gives two. "Lee, Jr." stays together."""
    found: list[str] = []
    for name in (names,) if isinstance(names, str) else names:
        for piece in _AND.split(_BY.sub("", " ".join(name.split()))):
            if found and piece.lower() in _SUFFIXES:
                found[-1] = f"{found[-1]}, {piece}"
            elif piece and piece not in found:
                found.append(piece)
    return tuple(found)


def is_name(text: str) -> bool:
    """Whether a text may name an outlet: short, no sentence, in capitals as names are."""
    words = text.split()
    if not words or len(text) > _LONGEST_NAME or len(words) > 8 or text[-1] in ".!?:;,…" or not any(map(str.isalpha, text)):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word[0] in "(|" or word.lower() in _SMALL for word in words)


def language(tag: str) -> str | None:
    """A BCP 47 tag ("en-GB"); None where it has not the shape of one."""
    tag = tag.strip()
    if not _LANG.fullmatch(tag):
        return None
    first, *rest = re.split("[-_]", tag)
    return "-".join((first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)))
