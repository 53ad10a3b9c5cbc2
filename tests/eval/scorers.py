"""The table of scorers: a name, the file it reads below the folder of texts, and a pure function over one case."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec

from . import names, places, plover, re3d, seed, times
from ._score import Scores
from ._texts import Case, Text, of_line, of_seed


class Scorer(msgspec.Struct, frozen=True):
    file: str  #: below the folder of texts
    rows: tuple[str, ...]  #: the kinds it scores, so that a run may leave it out
    score: Callable[[Case], Scores]


def _gum(case: Case) -> Scores:
    return names.mentions(case) | times.dates(case)


def _meantime(case: Case) -> Scores:
    return names.mentions(case) | times.times(case) | times.quantities(case)


SCORERS: dict[str, Scorer] = {
    "seed": Scorer("seed_gold.json", ("names", "times", "quantities", "weapons", "events", "attributions", "relations"), seed.facts),
    "pud": Scorer("dev/pud_news_names.jsonl", ("names",), names.plain),
    "wikigold": Scorer("dev/wikigold_names.jsonl", ("names",), names.plain),
    "politics": Scorer("dev/crossner_politics_names.jsonl", ("names",), names.plain),
    "gum": Scorer("dev/gum_news.jsonl", ("names", "times"), _gum),
    "meantime": Scorer("dev/meantime_wikinews.jsonl", ("names", "times", "quantities"), _meantime),
    "wikiwars": Scorer("dev/wikiwars.jsonl", ("times",), times.times),
    "geovirus": Scorer("dev/geovirus.jsonl", ("places",), places.toponyms),
    "re3d": Scorer("dev/re3d.jsonl", ("names", "times", "quantities", "weapons"), re3d.phrases),
    "plover": Scorer("dev/plover_gsr.jsonl", ("events",), plover.events),
}


def texts(path: Path, seed_root: Path) -> list[Text]:
    """The marked texts of one file. The seed's sheet names its text by a path below `seed_root`."""
    if path.suffix == ".json":
        gold = json.loads(path.read_text("utf-8"))
        return [of_seed(gold, (seed_root / gold["source"]["path"]).read_text("utf-8"))]
    lines = path.read_text("utf-8").split("\n")
    return [of_line(json.loads(line), path.stem, number) for number, line in enumerate(lines, 1) if line]
