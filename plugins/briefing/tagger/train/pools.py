"""Names to put into texts: from the lexicon, from the training texts, and invented ones that nobody has seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import marisa_trie

from ... import lexicon as lexicon_package
from ...lexicon import Lexicon
from .corpus import CLASSES, Text

_WORDS = Path(lexicon_package.__file__).parent / "data"
_PLAIN = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[ '’-][^\W\d_][^\W\d_'’.-]*){0,2}")
_TABLES = {
    "known_company": ("actors_companies",), "known_media": ("actors_media",), "known_group": ("actors_groups",),
    "known_body": ("actors_international", "actors_government"), "known_party": ("actors_parties",),
    "known_force": ("actors_forces",), "known_person": ("actors_people",),
}
_CITY = 100_000  #: inhabitants
_LOOKED_UP = 40_000  #: of the gazetteer's names, at random
_INVENTED = 4_000


def pools(lexicon: Lexicon, texts: Iterable[Text], random: Random) -> dict[str, Sequence[str]]:
    """Lists of names by what layouts.py and replacing.py call them, each sorted before anything is drawn."""
    lists: dict[str, Sequence[str]] = {name: _of_tables(lexicon, tables) for name, tables in _TABLES.items()}
    lists["known_country"] = sorted(e.name for e in lexicon.entities.values() if e.type == "country" and _PLAIN.fullmatch(e.name))
    lists["known_region"] = sorted(e.name for e in lexicon.entities.values() if e.kind == "location" and e.type in ("region", "water"))
    lists["known_demonym"] = sorted({
        word for row in lexicon.tables["countries"] for word in row["adjectives"].split(";")[:1] if _PLAIN.fullmatch(word)
    })
    lists["known_capital"] = sorted({row["capital"] for row in lexicon.tables["countries"] if _PLAIN.fullmatch(row["capital"])})
    lists["given"], lists["family"] = (_capitalised(_WORDS / name) for name in ("given.words", "surnames.words"))
    lists |= _of_gazetteer(lexicon, random)
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


def _of_tables(lexicon: Lexicon, tables: Sequence[str]) -> list[str]:
    """The names and aliases of curated actors; no demonyms, no metonyms, and nothing that begins small."""
    found: set[str] = set()
    for row in (row for table in tables for row in lexicon.tables[table] if row["type"] not in ("state", "people")):
        found.update(name for name in (row["name"], *row["aliases"].split(";")) if ":" not in name)
    return sorted(name for name in found if name[:1].isupper() and not name.split()[-1][0].islower())


def _capitalised(path: Path) -> list[str]:
    words = marisa_trie.Trie().mmap(str(path))
    return sorted(word for word in words if word[:1].isupper() and word.isalpha() and not word.isupper() and len(word) > 2)


def _of_gazetteer(lexicon: Lexicon, random: Random) -> Mapping[str, Sequence[str]]:
    """Cities, towns and areas, drawn at random. A name that is also a common word is left out."""
    labels = sorted(marisa_trie.Trie().mmap(str(_WORDS / "places.labels")))
    lists: dict[str, list[str]] = {"known_city": [], "known_town": [], "known_admin": []}
    for label in random.sample(labels, min(_LOOKED_UP, len(labels))):
        if not label[0].isupper() or not _PLAIN.fullmatch(label) or label.lower() in lexicon.common_words:
            continue
        place = next(iter(lexicon.places.lookup(label)), None)
        if place is None:
            continue
        if place.type == "settlement":
            lists["known_city" if place.population >= _CITY else "known_town"].append(label)
        elif place.type == "admin":
            lists["known_admin"].append(label)
    return lists


def _invented(names: Sequence[str], random: Random) -> str:
    """A word that looks like a name: the beginning of one and the end of another."""
    first, last = random.choice(names), random.choice(names)
    return (first[: random.randint(2, max(2, len(first) - 1))] + last[-random.randint(2, 4) :].lower()).capitalize()
