"""Where marked texts come from: one loader a form. What is not there, or is not what was marked, is said and left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import msgspec

from briefing.settings import Settings
from briefing.sources import read_source

from ._texts import Text, of_article, of_line, of_seed

ROOT = Path(__file__).parents[2]
LABELS = Path(__file__).with_name("gold")  #: the project's own

Split = Literal["dev", "test"]


class Corpus(msgspec.Struct, frozen=True):
    texts: tuple[Text, ...]
    digest: str  #: of texts and marks, so that floors know what they were measured on
    notes: tuple[str, ...] = ()  #: what was left out, and why


Loader = Callable[[Path], Corpus]


def lines(path: Path) -> Corpus:
    """A marked text a line."""
    if not path.is_file():
        return _absent(path)
    rows = path.read_text("utf-8").split("\n")
    texts = (of_line(json.loads(row), path.stem, number) for number, row in enumerate(rows, 1) if row)
    return Corpus(tuple(texts), _digest(path.read_bytes()))


def sheet(path: Path) -> Corpus:
    """The fact sheet of one article, which it names by a path below the project's root."""
    if not path.is_file():
        return _absent(path)
    gold = json.loads(path.read_text("utf-8"))
    return Corpus((of_seed(gold, (ROOT / gold["source"]["path"]).read_text("utf-8")),), _digest(path.read_bytes()))


def labelled(split: Split, labels: Path = LABELS) -> Loader:
    """The files of `labels` that belong to a split, on the articles of a folder, found by their names."""

    def load(folder: Path) -> Corpus:
        if not folder.is_dir():
            return _absent(folder)
        texts, used, notes = [], b"", []
        for path in sorted(labels.glob("*.json")):
            gold = json.loads(path.read_bytes())
            if gold["split"] != split:
                continue
            text, why = _of_labels(gold, folder)
            if text is None:
                notes.append(f"{gold['source']} left out: {why}")
            else:
                texts.append(text)
                used += path.read_bytes()
        return Corpus(tuple(texts), _digest(used), tuple(notes))

    return load


def _of_labels(gold: dict[str, Any], folder: Path) -> tuple[Text | None, str]:
    """The article that was labelled; None, and why, where it is not there or not the same to the letter."""
    path = folder / gold["source"]
    if not path.is_file():
        return None, "it is not there"
    data = path.read_bytes()
    if _digest(data) != gold["sha256"]:
        return None, "the file is not the one that was labelled"
    found = read_source(data, gold["source"], Settings()).articles
    if len(found) != 1 or _digest(found[0].text.encode()) != gold["text_sha256"]:
        return None, "its canonical text is not the one that was labelled"
    return of_article(found[0], gold), ""


def _absent(path: Path) -> Corpus:
    return Corpus((), "", (f"left out, no {path}",))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
