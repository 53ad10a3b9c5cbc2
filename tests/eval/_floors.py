"""Floors: scores that must not be lost again. They are only ever raised, and hold for the texts they were measured on."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

import msgspec

from ._score import Score, Scores

FILE = Path(__file__).with_name("floors.json")

#: Of fewer marked items a score gets no floor: one item more or less would break it.
_FEW = 30
#: Rows that get none either: names in texts that the tagger has learnt from, which it knows by heart; and shares of what was found,
#: which fall as more and harder places are found (places...161km counts these against what was to be found, and has a floor).
_LEARNT, _OF_FOUND = "names.gold.dev", "-of-found"


class Floors(msgspec.Struct, frozen=True):
    texts: dict[str, str]  #: scorer -> digest of what the floors were measured on
    f: dict[str, float]  #: row -> least F, per cent

    def missed(self, scores: Scores) -> list[str]:
        """The rows below their floor."""
        return [row for row, score in scores.items() if score.f < self.f.get(row, 0.0)]

    def raised(self, scores: Scores, texts: Mapping[str, str]) -> Floors:
        """With every floor that these scores pass set to them, rounded down to a tenth."""
        telling = {row: score for row, score in scores.items() if not row.startswith(_LEARNT) and not row.endswith(_OF_FOUND)}
        higher = {row: max(self.f.get(row, 0.0), _down(score)) for row, score in telling.items() if row in self.f or score.wanted >= _FEW}
        return Floors(dict(sorted((self.texts | dict(texts)).items())), dict(sorted((self.f | higher).items())))


def _down(score: Score) -> float:
    return math.floor(score.f * 10) / 10


def read() -> Floors:
    return msgspec.json.decode(FILE.read_bytes(), type=Floors) if FILE.exists() else Floors({}, {})


def write(floors: Floors) -> None:
    FILE.write_text(json.dumps(msgspec.to_builtins(floors), indent=1) + "\n", "utf-8")
