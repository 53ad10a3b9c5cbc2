"""The only importer of Pelican: hands its settings to the build, and the build's words to the terminal.

Pelican's own generators stay idle (pelicanconf.py sets their sources to nothing). Problems of the sources are printed and
do not fail the build, unless STRICT is set; what no site can be built from fails it. A failure is a line on standard error
and exit status 1, with and without --fatal: Pelican's log would wrap the line, and add a traceback or nothing at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from pelican import signals
from pelican.generators import Generator
from pelican.log import console
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from . import settings as briefing_settings
from .build import BuildError, Summary, build
from .model import Problem

#: Warnings shown at the end of a build; `briefing check` lists them all.
SHOWN_WARNINGS = 40
#: What a shell reports of a program that was interrupted (128 + SIGINT).
_INTERRUPTED = 130
_STAGES = {"extract": "Reading articles", "archive": "Building the archive", "write": "Writing pages"}


def register() -> None:
    signals.initialized.connect(_speak)
    signals.get_generators.connect(_generator)
    signals.finalized.connect(_hush)


def _generator(pelican: Any) -> type[Generator]:
    return BriefingGenerator


def _speak(pelican: Any) -> None:
    console.quiet = False


def _hush(pelican: Any) -> None:
    """Pelican ends with "Processed 0 articles": true of its own generators, and a fright for whoever reads it."""
    console.quiet = True


class BriefingGenerator(Generator):
    """Builds the whole archive in one go when Pelican asks for output."""

    def generate_output(self, writer: Any) -> None:
        folders = {"BRIEFING_OUTPUT": self.output_path, "BRIEFING_CONTENT": _near(self.path), "BRIEFING_THEME": _near(self.theme)}
        settings, problems = briefing_settings.read({**folders, **self.settings})
        if problems:
            _fail(problems)
        try:
            with _Bars() as bars:
                summary = build(settings, bars.report)
        except BuildError as error:
            _fail([error])
        except KeyboardInterrupt:  # Pelican takes it for a good end
            _say(["The build was broken off; the site is as it was"])
            raise SystemExit(_INTERRUPTED) from None
        _print(summary, Path(_near(settings.output)) / "index.html")
        if settings.strict and summary.errors:
            _fail([f"STRICT is set and the build has errors: {summary.errors:,}"])


def _near(folder: str) -> str:
    """A folder as whoever runs the build would name it: Pelican makes its own settings absolute."""
    path, here = Path(folder), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else folder


class _Bars:
    """A progress bar a stage on a terminal; nothing elsewhere."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> _Bars:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def report(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(_STAGES.get(stage, stage), total=None)
        self._progress.update(self._tasks[stage], completed=done, total=total or None)


def _print(summary: Summary, home: Path) -> None:
    """The summary and where the site is on standard output, the problems on standard error."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in summary.facts.items())
    out = Console(highlight=False, soft_wrap=True)
    out.print(f"Articles  {summary.articles:,} from {summary.files:,} files, {summary.extracted:,} read anew", markup=False)
    out.print(f"Facts     {sum(summary.facts.values()):,}: {kinds or 'none'}", markup=False)
    out.print(f"Files     {summary.changed:,} written, {summary.unchanged:,} unchanged, {summary.removed:,} removed", markup=False)
    out.print(f"Site      {home}", markup=False)
    out.print(f"Problems  {len(summary.problems):,}, of which {summary.errors:,} error{'' if summary.errors == 1 else 's'}", markup=False)
    errors = [problem for problem in summary.problems if problem.severity == "error"]
    warnings = [problem for problem in summary.problems if problem.severity != "error"]
    shown: list[Problem | str] = [*errors, *warnings[:SHOWN_WARNINGS]]
    if len(warnings) > SHOWN_WARNINGS:
        shown.append(
            f"... and {len(warnings) - SHOWN_WARNINGS:,} more warnings: briefing check {os.environ.get('SEEDS', 'seeds')} lists them"
        )
    _say(shown)


def _fail(messages: Iterable[object]) -> NoReturn:
    """End Pelican with what is wrong."""
    _say(messages)
    raise SystemExit(1)


def _say(messages: Iterable[object]) -> None:
    """One line a message on standard error, however narrow the terminal."""
    err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)
    for message in messages:
        err.print(str(message), markup=False)
