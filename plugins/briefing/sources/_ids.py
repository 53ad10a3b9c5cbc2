"""An article's id: a slug that depends on its own file and on nothing else, so that its address never changes."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from slugify import slugify

_LONGEST = 80
_DATE = re.compile(r"(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{8})(?!\d)")
_HEX = re.compile(r"[0-9a-f]+")


def article_id(path: str, title: str) -> str:
    """From the file's name where that has words in it, its folders included; else from the title and a hash of the path."""
    pure = PurePosixPath(path)
    stem = _slug(pure.stem)
    if _has_words(stem):
        return _cut("-".join(filter(None, (*map(_slug, pure.parent.parts), stem))), path)
    return f"{_shorten(_slug(title[:400]), _LONGEST - 9) or 'article'}-{_hash(path, 8)}"


def _has_words(stem: str) -> bool:
    """Two words of three letters, or a date and one; "4865d5fa" and "deadbeef" are no words."""
    words = [word for word in stem.split("-") if len(word) >= 3 and word.isalpha() and not _HEX.fullmatch(word)]
    return len(words) >= 2 or (len(words) == 1 and bool(_DATE.search(stem)))


def _slug(text: str) -> str:
    return slugify(text, entities=False, decimal=False, hexadecimal=False)


def _cut(slug: str, path: str) -> str:
    """At most 80 characters; a slug that lost words gets a hash, so that two that differ at the end stay two."""
    return slug if len(slug) <= _LONGEST else f"{_shorten(slug, _LONGEST - 9)}-{_hash(path, 8)}"


def _shorten(slug: str, longest: int) -> str:
    """Cut at a word, unless the first word alone is too long."""
    if len(slug) <= longest:
        return slug
    return slug[:longest].rsplit("-", 1)[0] if slug[longest] != "-" else slug[:longest]


def _hash(path: str, digits: int) -> str:
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:digits]
