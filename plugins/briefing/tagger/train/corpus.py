"""Texts to learn from, with the names that are marked in them.

Three kinds: texts marked by readers; articles that this project has labelled (only the half that is open); and articles
that no reader has marked, with the marks that the archive gave them when they were frozen (freezing): in-domain text, right
nineteen times out of twenty. Nothing here asks the archive's rules, so that what is learnt changes with no rule.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import sentencex

from ...settings import Settings
from ...sources import read_source

CLASSES = ("PER", "ORG", "LOC")
FROZEN = Path(__file__).parent / "frozen"
MARKS = "marks.jsonl.gz"
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


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
    return [Text(line["text"], tuple(flat(_marks(line)))) for line in lines]


def _marks(line: dict[str, Any]) -> Iterator[Mark]:
    for item in line["entities"]:
        if item["type"] in CLASSES:
            yield Mark(bare(line["text"], item["start"], item["end"]), item["end"], item["type"])


def bare(text: str, start: int, end: int) -> int:
    """Where a name begins without "the"."""
    match = _ARTICLE.match(text, start, end)
    return match.end() if match and match.end() < end else start


def flat(marks: Iterable[Mark]) -> Iterator[Mark]:
    """In order; of two that overlap, the one that begins first, then the longer."""
    until = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.kind)):
        if mark.start >= until and mark.end > mark.start:
            until = mark.end
            yield mark


def labelled(labels: Path, folder: Path, split: str = "dev") -> list[Text]:
    """The articles that the project has labelled for a purpose, "dev" or "test". ValueError where one is not what was labelled."""
    return [_of_sheet(sheet, folder) for sheet in _sheets(labels) if sheet["split"] == split]


def sources(labels: Path) -> frozenset[str]:
    """The file names of all labelled articles, those held back for testing among them."""
    return frozenset(sheet["source"] for sheet in _sheets(labels))


def _sheets(labels: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(labels.glob("*.json")):
        yield json.loads(path.read_bytes())


def frozen(folder: Path, trust: float, path: Path = FROZEN / MARKS) -> list[Text]:
    """The articles whose marks are frozen: a sheet a line, as the labels have them. ValueError where one is not what was marked."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_of_sheet(json.loads(line), folder, trust) for line in lines]


def _of_sheet(sheet: dict[str, Any], folder: Path, trust: float = 1.0) -> Text:
    (article,) = read_source((folder / sheet["source"]).read_bytes(), sheet["source"], Settings()).articles
    if digest(article.text) != sheet["text_sha256"]:
        raise ValueError(f"{sheet['source']} is not the text that was marked")
    return Text(article.text, tuple(Mark(*name) for name in sheet["names"]), trust)


def digest(text: str) -> str:
    """The hash by which a sheet knows its text."""
    return hashlib.sha256(text.encode()).hexdigest()


def sentence_ends(text: str) -> list[int]:
    """Where the sentences of a text end, without the white space behind them."""
    ends, at = list[int](), 0
    for sentence in sentencex.segment("en", text):
        if sentence.strip():
            ends.append(at + len(sentence.rstrip()))
        at += len(sentence)
    return ends
