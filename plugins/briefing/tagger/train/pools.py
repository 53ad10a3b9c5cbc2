"""Names to put into texts: those frozen from the lexicon, those of the training texts, and invented ones that nobody has seen."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from .corpus import CLASSES, FROZEN, Text

NAMES = "names.json.gz"
_INVENTED = 4_000


def pools(texts: Iterable[Text], random: Random, path: Path = FROZEN / NAMES) -> dict[str, Sequence[str]]:
    """Lists of names by what layouts.py and varying.py call them, each in a fixed order before anything is drawn."""
    lists: dict[str, Sequence[str]] = json.loads(gzip.decompress(path.read_bytes()))
    lists |= seen(texts)
    lists["invented"] = [_invented(lists["family"], random) for _ in range(_INVENTED)]
    lists["acronym"] = ["".join(random.choices("ABCDEFGIKLMNOPRSTU", k=random.choice((3, 3, 3, 4, 4, 5)))) for _ in range(_INVENTED)]
    return lists


def seen(texts: Iterable[Text]) -> dict[str, Sequence[str]]:
    """The names of each class in marked texts, every one as often as it stands there: "seen_PER"."""
    found: dict[str, list[str]] = {f"seen_{kind}": [] for kind in CLASSES}
    for text in texts:
        for mark in text.marks:
            words = text.text[mark.start : mark.end]
            if words[0].isupper() and "\n" not in words and "{" not in words:
                found[f"seen_{mark.kind}"].append(words)
    return {name: sorted(words) for name, words in found.items()}


def _invented(names: Sequence[str], random: Random) -> str:
    """A word that looks like a name: the beginning of one and the end of another."""
    first, last = random.choice(names), random.choice(names)
    return (first[: random.randint(2, max(2, len(first) - 1))] + last[-random.randint(2, 4) :].lower()).capitalize()
