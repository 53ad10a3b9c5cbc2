"""Freeze what the archive itself gives to the training: `python -m briefing.tagger.train.freezing --articles FOLDER --labels FOLDER`.

The names that it finds in articles that no reader has marked, as offsets, classes and a hash of the text (marks.jsonl.gz);
and lists of names out of its lexicon (names.json.gz). Both change with every rule and every row of the lexicon; frozen, the
same file can be trained again. Run it only where the model is to learn anew what the archive knows, and then `make model`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import marisa_trie

from ... import lexicon as lexicon_package
from ... import names
from ...lexicon import Lexicon
from ...model import Article
from ...reading import read
from ...settings import Settings
from ...sources import read_source
from .. import Tagger, load
from .corpus import FROZEN, MARKS, Mark, bare, digest, flat, sources
from .pools import NAMES

_OF_KIND = {"person": "PER", "organisation": "ORG", "place": "LOC"}
_LAST_WORD = re.compile(r"([^\W_]+)\W*$")
_WORDS = Path(lexicon_package.__file__).parent / "data"
_PLAIN = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[ '’-][^\W\d_][^\W\d_'’.-]*){0,2}")
_TABLES = {
    "known_company": ("actors_companies",), "known_media": ("actors_media",), "known_group": ("actors_groups",),
    "known_body": ("actors_international", "actors_government"), "known_party": ("actors_parties",),
    "known_force": ("actors_forces",), "known_person": ("actors_people",),
}
_CITY = 100_000  #: inhabitants
_LOOKED_UP = 40_000  #: of the gazetteer's names, at random
_MOST = 12_000  #: names in a list
_SEED = 1


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m briefing.tagger.train.freezing", description="Freeze what the archive marks.")
    parser.add_argument("--articles", type=Path, required=True, help="folder of the Wikinews articles")
    parser.add_argument("--labels", type=Path, required=True, help="folder of the project's labels on them; these articles are left out")
    parser.add_argument("--output", type=Path, default=FROZEN)
    chosen = parser.parse_args(arguments)
    known, tagger, without = lexicon_package.load(), load(Settings().tagger), sources(chosen.labels)
    sheets = (sheet(article, known, tagger) for article in articles(chosen.articles) if article.source.path not in without)
    lines = [json.dumps(entry, separators=(",", ":")) + "\n" for entry in sheets]
    chosen.output.mkdir(parents=True, exist_ok=True)
    _write(chosen.output / MARKS, "".join(lines))
    _write(chosen.output / NAMES, json.dumps(lists(known, Random(_SEED)), ensure_ascii=False, separators=(",", ":")))
    return 0


def _write(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def articles(folder: Path) -> Iterator[Article]:
    """The articles of a folder in the order of their files' names."""
    for path in sorted(folder.iterdir()):
        yield from read_source(path.read_bytes(), path.name, Settings()).articles


def sheet(article: Article, lexicon: Lexicon, tagger: Tagger | None) -> dict[str, Any]:
    """An article's names as the archive finds them, without a word of its text."""
    found = flat(_marks(article, lexicon, tagger))
    return {"source": article.source.path, "text_sha256": digest(article.text), "names": list(found)}


def _marks(article: Article, lexicon: Lexicon, tagger: Tagger | None) -> Iterator[Mark]:
    """A phrase that ends in a small letter and a demonym are no names."""
    for name in names.find(read(article), lexicon, tagger):
        start = bare(article.text, name.span.start, name.span.end)
        last = _LAST_WORD.search(article.text[start : name.span.end])
        kind = _OF_KIND.get(name.kind)
        if kind and last and not last[1][0].islower() and name.form in ("name", "metonym"):
            yield Mark(start, name.span.end, kind)


def lists(lexicon: Lexicon, random: Random) -> dict[str, list[str]]:
    """Names out of the lexicon by what layouts.py and varying.py call them; of a long list so many at random."""
    countries = lexicon.tables["countries"]
    found = {name: _of_tables(lexicon, tables) for name, tables in _TABLES.items()}
    found["known_country"] = [e.name for e in lexicon.entities.values() if e.type == "country" and _PLAIN.fullmatch(e.name)]
    found["known_region"] = [e.name for e in lexicon.entities.values() if e.kind == "location" and e.type in ("region", "water")]
    found["known_demonym"] = [word for row in countries for word in row["adjectives"].split(";")[:1] if _PLAIN.fullmatch(word)]
    found["known_capital"] = [row["capital"] for row in countries if _PLAIN.fullmatch(row["capital"])]
    found["given"], found["family"] = (_capitalised(_WORDS / name) for name in ("given.words", "surnames.words"))
    found |= _of_gazetteer(lexicon, random)
    return {name: _some(sorted(set(words)), random) for name, words in found.items()}


def _some(words: Sequence[str], random: Random) -> list[str]:
    return sorted(random.sample(words, min(_MOST, len(words))))


def _of_tables(lexicon: Lexicon, tables: Sequence[str]) -> list[str]:
    """The names and aliases of curated actors; no demonyms, no metonyms, and nothing that begins small."""
    rows = (row for table in tables for row in lexicon.tables[table] if row["type"] not in ("state", "people"))
    found = (name for row in rows for name in (row["name"], *row["aliases"].split(";")) if ":" not in name)
    return [name for name in found if name[:1].isupper() and not name.split()[-1][0].islower()]


def _capitalised(path: Path) -> list[str]:
    words = marisa_trie.Trie().mmap(str(path))
    return [word for word in words if word[:1].isupper() and word.isalpha() and not word.isupper() and len(word) > 2]


def _of_gazetteer(lexicon: Lexicon, random: Random) -> dict[str, list[str]]:
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


if __name__ == "__main__":
    sys.exit(main())
