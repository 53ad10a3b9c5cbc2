"""`make bench`: where the time of a build goes at 100, 1,000 and 5,000 articles, and what its neighbours need.

Figures only: nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

from rich.console import Console
from rich.table import Table

from . import rivals


def measured(kind: str, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.stages", kind, str(count)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--no-rivals", action="store_true", help="leave out Pelican and Hugo")
    options = parser.parse_args()
    stages, builds = Table(title="Milliseconds an article, one core"), Table(title="Whole builds, seconds")
    stages.add_column("stage")
    builds.add_column("build")
    one, all_ = [], []
    for count in options.counts:
        stages.add_column(f"{count:,}", justify="right")
        builds.add_column(f"{count:,}", justify="right")
        one.append(measured("stages", count))
        all_.append(measured("whole", count))
        if not options.no_rivals:
            all_[-1] |= {"plain Pelican, same texts": rivals.pelican(count), "Hugo, same texts": rivals.hugo(count)}
    for stage in one[0]:
        total = stage in ("words", "files", "facts") or stage.startswith("load ")
        stages.add_row(
            stage + (" (ms, once)" if stage.startswith("load ") else ""),
            *(f"{f[stage]:,.0f}" if total else f"{f[stage] / n:.2f}" for f, n in zip(one, options.counts, strict=True)),
        )
    stages.add_row("[b]extract, 500 words", *(f"{500 * f['extract'] / f['words']:.2f}" for f in one))
    pages = ("views", "render", "feeds, maps, exports", "write")
    stages.add_row("[b]a file, all told", *(f"{sum(f[p] for p in pages) / f['files']:.2f}" for f in one))
    for label in all_[0]:
        builds.add_row(label, *(f"{f[label]:,.0f}" if label in ("files", "peak MB") else f"{f[label]:.2f}" for f in all_))
    console = Console(width=100)
    console.print(stages)
    console.print(builds)


if __name__ == "__main__":
    main()
