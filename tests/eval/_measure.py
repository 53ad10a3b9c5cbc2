"""A run of the scorers over the texts that are there."""

from __future__ import annotations

from pathlib import Path

import msgspec

from briefing.facts import extract
from briefing.lexicon import Lexicon
from briefing.tagger import Tagger

from ._misses import Misses
from ._score import Score, Scores, total
from ._texts import Case
from .scorers import SCORERS, Scorer


class Measured(msgspec.Struct, frozen=True):
    scores: Scores  #: by row: the kind, the texts, the measure
    scorers: dict[str, str]  #: row -> the scorer that gave it
    digests: dict[str, str]  #: scorer -> digest of what it was measured on
    sizes: dict[str, int]  #: scorer -> number of texts
    notes: tuple[str, ...]  #: what was left out
    misses: Misses


def measure(folder: Path, word: str, known: Lexicon, tagger: Tagger | None = None) -> Measured:
    """The scores of every row with `word` in its name whose texts are below `folder`."""
    scores: Scores = {}
    scorers: dict[str, str] = {}
    digests: dict[str, str] = {}
    sizes: dict[str, int] = {}
    notes: list[str] = []
    misses = Misses()
    for name, scorer in _chosen(word).items():
        corpus = scorer.load(folder / scorer.file)
        notes += (f"{name}: {note}" for note in corpus.notes)
        parts: list[Scores] = []
        for text in corpus.texts:
            case = Case(text, extract(text.article, known, tagger))
            parts.append({row: score for row, score in _named(scorer.score(case), name).items() if word in row})
            if not scorer.blind:
                misses.add(case, parts[-1])
        if summed := total(parts):
            scores |= summed
            scorers |= dict.fromkeys(summed, name)
            digests[name], sizes[name] = corpus.digest, len(corpus.texts)
    return Measured(dict(sorted(scores.items())), scorers, digests, sizes, tuple(notes), misses)


def _chosen(word: str) -> dict[str, Scorer]:
    """The scorers that give rows with this word in them; where only the measure is named ("value"), any might."""
    chosen = {
        name: scorer for name, scorer in SCORERS.items()
        if any(word in f"{row}.{name}" or f"{row}.{name}" in word for row in scorer.rows)
    }
    return chosen or SCORERS


def _named(scores: Scores, name: str) -> dict[str, Score]:
    """`times.value` of `wikiwars` is `times.wikiwars.value`: the kind, the texts, the measure."""
    return {".".join([row.split(".")[0], name, *row.split(".")[1:]]): score for row, score in scores.items()}
