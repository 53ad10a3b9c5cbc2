"""Word lists as compact tries: common English words, given names and surnames; and which given names tell a person's sex."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import faker.providers.person
import marisa_trie
from babel import Locale

from . import _compile_genders
from ._tables import read_table
from .folding import plain

#: SCOWL's size of "small": about 35,000 words that nearly every reader knows.
_LEVELS = (10, 20, 35)
_VARIANTS = ("english", "american", "british")


def build(data: Path, words: Path) -> dict[str, int]:
    """Write the three tries; the count of each by file name."""
    surnames = _names("last_names") | _curated_surnames(data)
    lists = {"common.words": _common(words), "given.words": _names("first_names"), "surnames.words": surnames}
    for name, entries in lists.items():
        marisa_trie.Trie(sorted(entries)).save(str(data / name))
    return {name: len(entries) for name, entries in lists.items()} | {"given_genders.csv": _write_genders(data / "given_genders.csv")}


def _write_genders(path: Path) -> int:
    """Write which given names only women or only men have; the count of names."""
    told = _compile_genders.rows(*(_countries(f"first_names_{sex}") for sex in ("female", "male")))
    head = ("# Given names that tell a person's sex. Source: Faker's lists by country (MIT); made by lexicon/compile.py.", "gender,names")
    path.write_text("\n".join([*head, *told]) + "\n", encoding="utf-8")
    return sum(len(row.split()) for row in told)


def _countries(attribute: str) -> Counter[str]:
    """In how many locales each name is listed, without diacritics."""
    found: Counter[str] = Counter()
    for provider in _providers():
        found.update({plain(part) for name in _listed(provider, attribute) for part in name.split()})
    return found


def _common(folder: Path) -> set[str]:
    """Words that are written small, with the names of months and days, in small letters."""
    listed = (
        word for level in _LEVELS for variant in _VARIANTS
        for word in json.loads((folder / f"{variant}-words-{level}.json").read_text(encoding="utf-8"))
    )
    english = Locale("en")
    calendar = [*english.months["format"]["wide"].values(), *english.days["format"]["wide"].values()]
    return {word for word in listed if word == word.lower()} | {word.lower() for word in calendar}


def _names(attribute: str) -> set[str]:
    """Names in Latin script of every locale that faker knows, with and without diacritics."""
    found = {part for provider in _providers() for name in _listed(provider, attribute) for part in name.split()}
    latin = {name for name in found if len(name) > 1 and name[0].isupper() and plain(name).replace("-", "").replace("'", "").isascii()}
    return latin | {plain(name) for name in latin}


def _curated_surnames(data: Path) -> set[str]:
    """The surnames that actors_people.csv states, of one word."""
    stated = {name for row in read_table(data / "actors_people.csv") for name in row["surname"].split(";") if name and " " not in name}
    return stated | {plain(name) for name in stated}


def _providers() -> Iterator[type]:
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        yield importlib.import_module(f"faker.providers.person.{module.name}").Provider


def _listed(provider: type, attribute: str) -> Iterable[str]:
    """All lists whose name begins so: faker parts some by sex, by script and by custom."""
    for name in sorted(vars(provider)):
        value = getattr(provider, name)
        if name.startswith(attribute.rstrip("s")) and isinstance(value, dict | list | tuple):
            yield from (entry for entry in value if isinstance(entry, str))
