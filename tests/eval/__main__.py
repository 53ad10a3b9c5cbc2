"""`python -m tests.eval [--texts FOLDER] [--only WORD] [--tagger NAME] [--misses N] [--json FILE] [--raise] [--publish]`, from the
project's root.

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

from briefing import lexicon, tagger
from briefing.build import read_content
from briefing.settings import Settings

from . import _floors, _publish
from ._corpora import ROOT
from ._measure import Measured, measure
from ._score import Score
from .scorers import SCORERS


def main(argv: list[str] | None = None) -> int:
    options = _options(argv)
    console = Console(width=None if sys.stdout.isatty() else 120)
    begun = time.perf_counter()
    known = lexicon.load(read_content(ROOT / "content").profiles)  # as `briefing extract` knows it
    measured = measure(options.texts, options.only, known, tagger.load(options.tagger))
    floors = _floors.read()
    other = [name for name, digest in measured.digests.items() if floors.texts.get(name, digest) != digest]
    held = {row: score for row, score in measured.scores.items() if measured.scorers[row] not in other}
    missed = floors.missed(held)
    _report(console, measured, floors, missed, options.misses)
    console.print(f"{len(measured.scores)} scores in {time.perf_counter() - begun:.1f} s")
    if other:
        console.print(f"floors not held: they were measured on other texts for {', '.join(other)}; take these digests out of floors.json "
                      "to begin anew")
    if options.json:
        Path(options.json).write_text(json.dumps({row: _numbers(s) for row, s in measured.scores.items()}, indent=1) + "\n", "utf-8")
    if options.raise_:
        _floors.write(floors.raised(held, {name: digest for name, digest in measured.digests.items() if name not in other}))
    for row in missed:
        console.print(f"{row}: F {measured.scores[row].f:.1f} is under its floor of {floors.f[row]:.1f}", style="red")
    published = _published(measured, console) if options.publish else True
    return 1 if missed or not published else 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description="Score extraction against marked texts.")
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "eval", metavar="FOLDER", help="where the marked texts are")
    parser.add_argument("--only", default="", metavar="WORD", help="only rows with this word in them: times, names.pud, gold.dev")
    parser.add_argument("--tagger", default=Settings().tagger, metavar="NAME", help="as BRIEFING_TAGGER (default: %(default)s)")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list the N most frequent mistakes of each row")
    parser.add_argument("--json", metavar="FILE", help="write the scores there too")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--publish", action="store_true", help="store the scores and write them into the pages that show them")
    options = parser.parse_args(argv)
    if options.publish and options.only:
        parser.error("--publish takes all scores, so it goes without --only")
    return options


def _report(console: Console, measured: Measured, floors: _floors.Floors, missed: list[str], misses: int) -> None:
    for note in measured.notes:
        console.print(note)
    console.print(_table(measured, floors, missed))
    for row in measured.scores if misses else ():
        blind = SCORERS[measured.scorers[row]].blind
        lines = ["  held back for testing: scores only"] if blind else measured.misses.lines(row, misses)
        console.print(f"\n{row}", *lines, sep="\n", markup=False, highlight=False)


def _published(measured: Measured, console: Console) -> bool:
    """Whether the scores were published; all of them are, or none."""
    reasons = _publish.unfit(measured)
    for reason in reasons:
        console.print(f"not published: {reason}", style="red")
    if not reasons:
        _publish.write(_publish.published(measured, _publish.day()))
    return not reasons


def _numbers(score: Score) -> dict[str, float]:
    return {
        "precision": round(score.precision, 1), "recall": round(score.recall, 1), "f": round(score.f, 1),
        "right": score.right, "given": score.given, "found": score.found, "wanted": score.wanted,
    }


def _table(measured: Measured, floors: _floors.Floors, missed: list[str]) -> Table:
    table = Table("score", title="Extraction, per cent")
    for column in ("precision", "recall", "F", "floor", "right", "given", "wanted"):
        table.add_column(column, justify="right")
    for row, score in measured.scores.items():
        floor = f"{floors.f[row]:.1f}" if row in floors.f else "-"
        measures = (f"{score.precision:.1f}", f"{score.recall:.1f}", f"{score.f:.1f}", floor)
        table.add_row(row, *measures, str(score.right), str(score.given), str(score.wanted), style="red" if row in missed else "")
    return table


if __name__ == "__main__":
    raise SystemExit(main())
