"""The table of scorers: a name, where its texts are, and a pure function over one case."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from . import names, places, plover, re3d, seed, times, wikinews
from ._corpora import Loader, labelled, lines, sheet
from ._score import Scores
from ._texts import Case


class Scorer(msgspec.Struct, frozen=True):
    file: str  #: below the folder of texts
    rows: tuple[str, ...]  #: the kinds it scores, so that a run may leave it out
    score: Callable[[Case], Scores]
    load: Loader = lines
    blind: bool = False  #: scores only: nobody is to look at what was wrong or missed


def _gum(case: Case) -> Scores:
    return names.mentions(case) | times.dates(case)


def _meantime(case: Case) -> Scores:
    return names.mentions(case) | times.times(case) | times.quantities(case)


_SHEET = ("names", "times", "quantities", "weapons", "events", "attributions", "relations")
_LABELS = ("names", "times", "quantities", "weapons", "attributions", "events")

SCORERS: dict[str, Scorer] = {
    "seed": Scorer("seed_gold.json", _SHEET, seed.facts, sheet),
    "gold.dev": Scorer("articles", _LABELS, wikinews.labels, labelled("dev")),
    "gold.test": Scorer("articles", _LABELS, wikinews.labels, labelled("test"), blind=True),
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
