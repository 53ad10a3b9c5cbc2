"""The same text otherwise: in capitals, in small letters, in title case, or with other names. Marks stay right.

Neither changes the length of what it does not replace, so that a mark is moved by whole names only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random
from typing import Literal

from .corpus import Mark, Text

Case = Literal["upper", "lower", "title"]
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[A-Z]{2,5}")


def recased(text: Text, case: Case, start: int = 0, end: int | None = None) -> Text:
    """The stretch in another case. A letter whose other case is no single letter (ß) stays."""
    end = len(text.text) if end is None else end
    part = text.text[start:end]
    if case == "title":
        part = _WORD.sub(lambda m: _same_length(m[0][0], m[0][0].upper()) + m[0][1:], part)
    else:
        part = "".join(_same_length(letter, letter.upper() if case == "upper" else letter.lower()) for letter in part)
    return text._replace(text=text.text[:start] + part + text.text[end:])


def _same_length(letter: str, other: str) -> str:
    return other if len(other) == 1 else letter


def replaced(text: Text, pools: Mapping[str, Sequence[str]], share: float, random: Random) -> Text:
    """The text with some of its names replaced by others of their class, the same everywhere in it.

    A family name follows its full name, so that a second mention still fits the first.
    """
    others = _others(text, pools, share, random)
    pieces, marks, at, moved = list[str](), list[Mark](), 0, 0
    for mark in text.marks:
        name = others.get((text.text[mark.start : mark.end], mark.kind), text.text[mark.start : mark.end])
        pieces += text.text[at : mark.start], name
        marks.append(Mark(mark.start + moved, mark.start + moved + len(name), mark.kind))
        moved += len(name) - (mark.end - mark.start)
        at = mark.end
    return text._replace(text="".join((*pieces, text.text[at:])), marks=tuple(marks))


def _others(text: Text, pools: Mapping[str, Sequence[str]], share: float, random: Random) -> dict[tuple[str, str], str]:
    """What replaces each name; the long ones first, since the short ones follow them."""
    names = {(text.text[mark.start : mark.end], mark.kind): None for mark in text.marks}
    others: dict[tuple[str, str], str] = {}
    for name, kind in sorted(names, key=lambda n: (-len(n[0].split()), n)):
        if (name, kind) in others or random.random() >= share or not name[:1].isupper():
            continue
        others[name, kind] = other = _other(name, kind, pools, random)
        if kind == "PER" and " " in name:
            others.setdefault((name.rpartition(" ")[2], kind), other.rpartition(" ")[2])
    return others


def _other(name: str, kind: str, pools: Mapping[str, Sequence[str]], random: Random) -> str:
    """Another name of the class and of the same make: a word, several, or an acronym."""
    if _ACRONYM.fullmatch(name) and kind == "ORG":
        return random.choice(pools["acronym"])
    long = " " in name
    for _ in range(8):
        other = random.choice(pools[random.choice(_POOLS[kind, long])])
        if (" " in other) == long:
            return other
    return random.choice(pools["invented"])


#: Where another name comes from, by class and by whether it has several words.
_POOLS = {
    ("PER", False): ("family", "family", "invented", "seen_PER"),
    ("PER", True): ("seen_PER", "made_PER", "made_PER", "known_person"),
    ("ORG", False): ("seen_ORG", "known_company", "known_group", "invented"),
    ("ORG", True): ("seen_ORG", "made_ORG", "known_company", "known_group", "known_body", "known_party"),
    ("LOC", False): ("seen_LOC", "known_city", "known_town", "known_country", "known_admin", "invented"),
    ("LOC", True): ("seen_LOC", "known_town", "known_region", "known_city", "known_country"),
}
