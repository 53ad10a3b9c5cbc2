"""The model's card: the part of data/CARD.md that a run of the training writes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from .scoring import Score

_BEGIN, _END = "<!-- written by the training: begin -->", "<!-- written by the training: end -->"
_PART = re.compile(f"(?<={re.escape(_BEGIN)}\n).*?(?={re.escape(_END)})", re.DOTALL)
_HASH = re.compile(r"SHA-256 of names\.onnx: `([0-9a-f]{64})`")


def write(folder: Path, scores: Mapping[str, Mapping[str, Score]], learnt: str) -> None:
    """Put what this run made into CARD.md between its two marks; the rest of the card stays."""
    path = folder / "CARD.md"
    card = path.read_text("utf-8") if path.is_file() else f"{_BEGIN}\n{_END}\n"
    path.write_text(_PART.sub(lambda _: made(folder, scores, learnt), card), "utf-8")


def made(folder: Path, scores: Mapping[str, Mapping[str, Score]], learnt: str) -> str:
    """Hash, sizes and scores, as Markdown."""
    data = (folder / "names.onnx").read_bytes()
    rows = [f"| {name} | {' | '.join(_cells(found))} |" for name, found in scores.items()]
    head = ["| Texts | teacher | student | file | precision | recall |", "|---|---|---|---|---|---|"]
    return "\n".join((
        f"SHA-256 of names.onnx: `{hashlib.sha256(data).hexdigest()}`", "", f"Size: {len(data):,} bytes.", "",
        f"Learnt from: {learnt}.", "",
        "F of exact span and class, in percent; precision and recall of the file:", "", *head, *rows, "",
    ))


def _cells(found: Mapping[str, Score]) -> list[str]:
    file = found["file"]
    return [f"{score.f:.1f}" for score in found.values()] + [f"{file.precision:.1f}", f"{file.recall:.1f}"]


def stated_hash(card: str) -> str:
    """The hash that a card states; empty where it states none."""
    match = _HASH.search(card)
    return match[1] if match else ""
