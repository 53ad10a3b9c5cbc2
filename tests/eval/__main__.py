"""`python -m tests.eval [--texts FOLDER] [--only WORD] [--misses N] [--json FILE] [--raise]`, from the project's root.

Exit 1 if a score is under its floor. Texts that are not there are said and left out.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from briefing import lexicon
from briefing.build import read_content
from briefing.facts import extract

from . import _floors
from ._misses import Misses
from ._score import Score, Scores, total
from ._texts import Case
from .scorers import SCORERS, Scorer, texts

ROOT = Path(__file__).parents[2]


def main(argv: list[str] | None = None) -> int:
    options = _options(argv)
    console = Console(width=None if sys.stdout.isatty() else 120)
    begun = time.perf_counter()
    scores, digests, misses = _run(options, console)
    floors = _floors.read()
    changed = [file for file, sha in digests.items() if floors.texts.get(file, sha) != sha]
    missed = [] if changed else floors.missed(scores)
    console.print(_table(scores, floors, missed))
    for row in scores if options.misses else ():
        console.print(f"\n{row}", *misses.lines(row, options.misses), sep="\n", markup=False, highlight=False)
    console.print(f"{len(scores)} scores in {time.perf_counter() - begun:.1f} s")
    if changed:
        console.print(f"floors not held: they were measured on other texts than {', '.join(changed)}; remove floors.json to begin anew")
    if options.json:
        Path(options.json).write_text(json.dumps({row: _numbers(s) for row, s in scores.items()}, indent=1) + "\n", "utf-8")
    if options.raise_ and not changed:
        _floors.write(floors.raised(scores, digests))
    for row in missed:
        console.print(f"{row}: F {scores[row].f:.1f} is under its floor of {floors.f[row]:.1f}", style="red")
    return 1 if missed else 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description="Score extraction against marked texts.")
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "eval", metavar="FOLDER", help="where the marked texts are")
    parser.add_argument("--only", default="", metavar="WORD", help="only rows with this word in them: times, names.pud, seed")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list the N most frequent mistakes of each row")
    parser.add_argument("--json", metavar="FILE", help="write the scores there too")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="raise the floors to what was reached")
    return parser.parse_args(argv)


def _run(options: argparse.Namespace, console: Console) -> tuple[Scores, dict[str, str], Misses]:
    """The scores of every scorer whose texts are there, the digests of these texts, and what was wrong or missed."""
    known = lexicon.load(read_content(ROOT / "content").profiles)  # as `briefing extract` knows it
    scores: Scores = {}
    digests: dict[str, str] = {}
    misses = Misses()
    for name, scorer in _chosen(options.only).items():
        path = options.texts / scorer.file
        if not path.is_file():
            console.print(f"{name}: left out, no {path}")
            continue
        parts: list[Scores] = []
        for text in texts(path, ROOT):
            case = Case(text, extract(text.article, known))
            parts.append({row: score for row, score in _named(scorer.score(case), name).items() if options.only in row})
            misses.add(case, parts[-1])
        scores |= total(parts)
        digests[scorer.file] = _floors.digest(path)
    return dict(sorted(scores.items())), digests, misses


def _chosen(word: str) -> dict[str, Scorer]:
    """The scorers that give rows with this word in them; where only the measure is named ("value"), any might."""
    chosen = {
        name: scorer for name, scorer in SCORERS.items()
        if any(word in f"{row}.{name}" or f"{row}.{name}" in word for row in scorer.rows)
    }
    return chosen or SCORERS


def _named(scores: Scores, name: str) -> Scores:
    """`times.value` of `wikiwars` is `times.wikiwars.value`: the kind, the texts, the measure."""
    return {".".join([row.split(".")[0], name, *row.split(".")[1:]]): score for row, score in scores.items()}


def _numbers(score: Score) -> dict[str, float]:
    return {
        "precision": round(score.precision, 1), "recall": round(score.recall, 1), "f": round(score.f, 1),
        "right": score.right, "given": score.given, "found": score.found, "wanted": score.wanted,
    }


def _table(scores: Scores, floors: _floors.Floors, missed: list[str]) -> Table:
    table = Table("score", title="Extraction, per cent")
    for column in ("precision", "recall", "F", "floor", "right", "given", "wanted"):
        table.add_column(column, justify="right")
    for row, score in scores.items():
        floor = f"{floors.f[row]:.1f}" if row in floors.f else "-"
        measures = (f"{score.precision:.1f}", f"{score.recall:.1f}", f"{score.f:.1f}", floor)
        table.add_row(row, *measures, str(score.right), str(score.given), str(score.wanted), style="red" if row in missed else "")
    return table


if __name__ == "__main__":
    raise SystemExit(main())
