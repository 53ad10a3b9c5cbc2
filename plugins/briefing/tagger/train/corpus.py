"""Texts to learn from, with the names that are marked in them.

Three kinds: texts marked by readers; articles that this project has labelled (only the half that is open); and articles
that nobody has marked, in which the rules of names/ say what they find: in-domain text, right nine times out of ten.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ... import names
from ...lexicon import Lexicon
from ...model import Article, Source
from ...reading import read
from ...settings import Settings
from ...sources import read_source

CLASSES = ("PER", "ORG", "LOC")
_OF_KIND = {"person": "PER", "organisation": "ORG", "place": "LOC"}
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\W_]+)\W*$")


class Mark(NamedTuple):
    """A name: half-open, in code points."""

    start: int
    end: int
    kind: str  #: of CLASSES


class Text(NamedTuple):
    """A text and every name in it, in order and without overlap."""

    text: str
    marks: tuple[Mark, ...]
    trust: float = 1.0  #: how much its marks count in training


def marked(path: Path) -> list[Text]:
    """The lines of a file of marked texts, as {"text", "entities": [{"start", "end", "type"}]}; other types are left out."""
    lines = (json.loads(line) for line in path.read_text("utf-8").split("\n") if line)
    return [Text(line["text"], tuple(_flat(_marks(line))), 1.0) for line in lines]


def _marks(line: dict[str, Any]) -> Iterator[Mark]:
    for item in line["entities"]:
        if item["type"] in CLASSES:
            yield Mark(_bare(line["text"], item["start"], item["end"]), item["end"], item["type"])


def _bare(text: str, start: int, end: int) -> int:
    """Where a name begins without "the"."""
    match = _ARTICLE.match(text, start, end)
    return match.end() if match and match.end() < end else start


def _flat(marks: Iterable[Mark]) -> Iterator[Mark]:
    """In order; of two that overlap, the one that begins first, then the longer."""
    until = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.kind)):
        if mark.start >= until and mark.end > mark.start:
            until = mark.end
            yield mark


def articles(folder: Path, without: Collection[str] = ()) -> list[Article]:
    """The articles of a folder in the order of their names, but for the files named in `without`."""
    found: list[Article] = []
    for path in sorted(folder.iterdir()):
        if path.name not in without:
            found.extend(read_source(path.read_bytes(), path.name, Settings()).articles)
    return found


def labelled(labels: Path, folder: Path, split: str = "dev") -> list[Text]:
    """The articles that the project has labelled for a purpose, "dev" or "test". ValueError where one is not what was labelled."""
    texts = []
    for path, gold in _sheets(labels):
        if gold["split"] != split:
            continue
        (article,) = read_source((folder / gold["source"]).read_bytes(), gold["source"], Settings()).articles
        if hashlib.sha256(article.text.encode()).hexdigest() != gold["text_sha256"]:
            raise ValueError(f"{path.name}: {gold['source']} is not the text that was labelled")
        texts.append(Text(article.text, tuple(Mark(*name) for name in gold["names"])))
    return texts


def sources(labels: Path) -> frozenset[str]:
    """The file names of all labelled articles, those held back for testing among them."""
    return frozenset(gold["source"] for _, gold in _sheets(labels))


def _sheets(labels: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(labels.glob("*.json")):
        yield path, json.loads(path.read_bytes())


def by_rules(article: Article, lexicon: Lexicon, trust: float) -> Text:
    """An article as the rules mark it. A phrase that ends in a small letter and a demonym are no names."""
    marks = []
    for name in names.find(read(article), lexicon):
        start = _bare(article.text, name.span.start, name.span.end)
        last = _LAST_WORD.search(article.text[start : name.span.end])
        kind = _OF_KIND.get(name.kind)
        if kind and last and not last[1][0].islower() and name.form in ("name", "metonym"):
            marks.append(Mark(start, name.span.end, kind))
    return Text(article.text, tuple(_flat(marks)), trust)


def sentence_ends(text: str) -> list[int]:
    """Where the sentences of a bare text end, as an article's would."""
    article = Article(id="text", title="", text=text, body_start=0, source=Source("", "", "text"))
    return [sentence.end for sentence in read(article).sentences]
