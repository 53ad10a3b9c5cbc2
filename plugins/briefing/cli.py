"""The command `briefing`: what the build does, with no site.

    briefing extract PATH... --output FILE.jsonl    facts, one article a line, after briefing.schema.json
    briefing check PATH...                          problems only, as path:line: severity: message (hint)

A PATH is a seed file or a folder of them; hidden files are left out of folders. Problems of the sources, and of what editors
wrote, go to standard error (of `check`: to standard output) and never stop the rest. Exit status: 0 done; 1 if `check` found an
error, or a PATH or the output is of no use; 2 for a command that makes no sense.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import get_args

from . import build, exports, parallel, seeds
from .model import Briefing, Problem
from .settings import DateOrder, Settings

#: What a shell reports of a program whose reader went away (128 + SIGPIPE), and of one that was interrupted.
_PIPE, _INTERRUPTED = 141, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; its exit status. Says everything on the terminal and raises nothing (argparse's exit apart)."""
    options = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter still shows the message
    try:
        return _extract(options) if options.command == "extract" else _check(options)
    except parallel.WorkerLost as error:
        print("briefing: {} ({})".format(*error.args), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Python flushes standard output once more when it ends; let it go where nobody complains.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="briefing", description="Extract facts from news articles, or check the articles.")
    parser.add_argument("--version", action="version", version=f"briefing-archive {metadata.version('briefing-archive')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("paths", nargs="+", metavar="PATH", help="an article, or a folder of articles")
    common.add_argument("--content", default="content", metavar="FOLDER", help="what editors wrote (default: %(default)s)")
    common.add_argument("--date-order", default="unknown", choices=get_args(DateOrder), help="how 03/04/2023 is read")
    common.add_argument("--timezone", metavar="ZONE", help="zone of times that state none, such as Asia/Baghdad")
    chosen = Settings().tagger
    common.add_argument("--tagger", default=chosen, metavar="NAME", help="what finds names beside rules (default: %(default)s)")
    extract = commands.add_parser("extract", parents=[common], help="facts, one article a line")
    extract.add_argument("--output", "-o", default="-", metavar="FILE", help="where to write; - is standard output (the default)")
    commands.add_parser("check", parents=[common], help="problems only")
    return parser


def _extract(options: argparse.Namespace) -> int:
    briefings, problems = _corrected(options)
    for problem in problems:
        print(problem, file=sys.stderr)
    unwritten = _write(briefings, options.output)
    if unwritten:
        print(unwritten, file=sys.stderr)
    return 1 if unwritten or any(not Path(path).exists() for path in options.paths) else 0


def _check(options: argparse.Namespace) -> int:
    _, problems = _corrected(options)
    for problem in problems:
        print(problem)
    sys.stdout.flush()
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _corrected(options: argparse.Namespace) -> tuple[Sequence[Briefing], list[Problem]]:
    """The briefings of all paths, each file once, as editors leave them; and what is wrong with the files and with what editors
    wrote. A correction of a briefing that is elsewhere is none of their matter."""
    settings = Settings(date_order=options.date_order, timezone=options.timezone, tagger=options.tagger)
    content = build.read_content(Path(options.content))
    files = (file for path in options.paths for file in _files(Path(path), settings.max_bytes))
    named = {Path(file.shown).resolve() if isinstance(file, seeds.SeedFile) else file: file for file in files}
    harvest = seeds.harvest(named.values(), content.profiles, settings)
    ids = {briefing.id for briefing in harvest.briefings}
    corrections = [(path, fix) for path, fix in content.corrections if Path(path).stem in ids]
    briefings, _, corrected = build.correct(harvest.briefings, corrections)
    return briefings, sorted((*content.problems, *harvest.problems, *corrected))


def _files(path: Path, max_bytes: int) -> Iterator[seeds.SeedFile | Problem]:
    if path.is_dir():
        yield from seeds.walk(path, max_bytes)
    elif path.exists():
        yield seeds.read_file(path, path.name, max_bytes)
    else:
        yield Problem(str(path), 0, "error", "there is no such file or folder", "check the name")


def _write(briefings: Sequence[Briefing], output: str) -> Problem | None:
    """One line a briefing. A file is put in place whole, so that a full disk leaves the old one as it was."""
    lines = map(exports.line, briefings)
    if output == "-":
        sys.stdout.buffer.writelines(lines)
        sys.stdout.buffer.flush()
        return None
    target = Path(output).resolve()
    direct = target.exists() and not target.is_file()  # a pipe or /dev/null is written to, never replaced
    staged = target if direct else target.with_name(f".{target.name}.part")
    try:
        with staged.open("wb") as file:
            file.writelines(lines)
        if not direct:
            staged.replace(target)
    except OSError as error:
        return Problem(output, 0, "error", f"the facts cannot be written: {error.strerror}", "check the folder and the space on its disk")
    return None


if __name__ == "__main__":
    raise SystemExit(main())
