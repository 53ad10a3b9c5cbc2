"""Floors: scores that must not be lost again. They are only ever raised, and hold for the texts they were measured on."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path

import msgspec

from ._score import Scores

FILE = Path(__file__).with_name("floors.json")


class Floors(msgspec.Struct, frozen=True):
    texts: dict[str, str]  #: file -> SHA-256 of what the floors were measured on
    f: dict[str, float]  #: "scorer.row" -> least F, per cent

    def missed(self, scores: Scores) -> list[str]:
        """The rows below their floor."""
        return [row for row, score in scores.items() if score.f < self.f.get(row, 0.0)]

    def raised(self, scores: Scores, texts: Mapping[str, str]) -> Floors:
        """With every floor that these scores pass set to them, rounded down to a tenth."""
        higher = {row: max(self.f.get(row, 0.0), math.floor(score.f * 10) / 10) for row, score in scores.items()}
        return Floors(dict(sorted((self.texts | dict(texts)).items())), dict(sorted((self.f | higher).items())))


def read() -> Floors:
    return msgspec.json.decode(FILE.read_bytes(), type=Floors) if FILE.exists() else Floors({}, {})


def write(floors: Floors) -> None:
    FILE.write_text(json.dumps(msgspec.to_builtins(floors), indent=1) + "\n", "utf-8")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
