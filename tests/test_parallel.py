"""A build that several processes share ends as one by a single process does: with the same files, or with the same words."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import parallel
from briefing.build import BuildError, build
from briefing.output import Output
from briefing.render import Renderer
from briefing.settings import Settings
from conftest import ROOT, settings_in

needs_fork = pytest.mark.skipif(parallel.start_method() != "fork", reason="here one process writes all files")

#: Enough for two processes.
ARTICLES = 12


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "seeds").mkdir()
    for number in range(ARTICLES):
        text = f"Soldiers killed in Kirkuk {number}\n\nTwo soldiers were killed near Kirkuk on Monday, the army said.\n"
        (tmp_path / "seeds" / f"article-number-{number}.txt").write_text(text, "utf-8")
    return settings_in(tmp_path, workers=2, tagger="rules")


def alone(settings: Settings) -> Settings:
    """The same build by one process."""
    return settings_in(Path(settings.seeds).parent, workers=1, tagger="rules")


def in_a_copy() -> bool:
    return multiprocessing.parent_process() is not None


def tree(settings: Settings) -> dict[str, bytes]:
    folder = Path(settings.output)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- a build --------------------------------------------------------------------------------------------------------


@needs_fork
def test_both_processes_write_and_a_second_build_writes_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = multiprocessing.get_context("fork").Array("i", 2)
    render = Renderer.render

    def seen_rendering(self: Renderer, request: object) -> bytes:
        seen[in_a_copy()] += 1
        return render(self, request)

    monkeypatch.setattr(Renderer, "render", seen_rendering)
    first = build(settings)
    assert all(count > 0 for count in seen)
    second = build(settings)
    assert (second.changed, second.unchanged, second.removed) == (0, first.changed, 0)
    shared = tree(settings)
    shutil.rmtree(settings.output)
    build(alone(settings))
    assert tree(settings) == shared


@needs_fork
def test_a_broken_template_is_told_in_the_same_words(settings: Settings, tmp_path: Path) -> None:
    theme = shutil.copytree(ROOT / "themes/briefing", tmp_path / "theme")
    (theme / "templates/briefing.html").write_text("{{ view.nothing }}")
    told = []
    for workers in (1, 2):
        with pytest.raises(BuildError) as failure:
            build(settings_in(tmp_path, workers=workers, tagger="rules", theme=str(theme)))
        told.append(str(failure.value))
    assert told[0] == told[1]
    assert "briefing.html:0: error: UndefinedError" in told[0]
    assert list(Path(settings.output).iterdir()) == []


@needs_fork
def test_a_full_disk_is_told_whoever_meets_it(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    put = Output.put

    def full(self: Output, path: str, *rest: object) -> None:
        if in_a_copy():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        put(self, path, *rest)

    monkeypatch.setattr(Output, "put", full)
    with pytest.raises(BuildError, match="the site cannot be written: No space left on device"):
        build(settings)


@needs_fork
def test_a_process_that_the_system_ends_leaves_the_site_as_it_was(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    build(settings)
    before = tree(settings)
    monkeypatch.setattr(Renderer, "inputs", lambda self, request: os._exit(9) if in_a_copy() else request.path.encode())
    with pytest.raises(BuildError, match="ended from outside"):
        build(settings)
    assert tree(settings) == before


@needs_fork
def test_a_build_that_is_broken_off_while_it_writes_leaves_no_process_and_the_site_as_it_was(settings: Settings) -> None:
    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "write":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(settings, interrupt)
    assert multiprocessing.active_children() == []
    assert list(Path(settings.output).iterdir()) == []


# --- the work itself -----------------------------------------------------------------------------------------------------


def pieces(fail: Callable[[int], None] = lambda piece: None) -> Callable[[parallel.Turns], list[int]]:
    """Work of a hundred pieces, which tells those that its process did."""

    def work(turns: parallel.Turns) -> list[int]:
        mine = []
        for piece in range(1, 101):
            if turns.mine():
                fail(piece)
                mine.append(piece)
        return mine

    return work


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_each_piece_is_done_once(processes: int) -> None:
    done = parallel.shared(pieces(), processes, ())
    assert sorted(piece for one in done for piece in one) == list(range(1, 101))


def test_where_a_process_cannot_be_parted_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "start_method", lambda: "spawn")
    assert parallel.shared(pieces(), 2, ()) == [list(range(1, 101))]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_of_several_mistakes_the_first_is_raised(processes: int) -> None:
    def fail(piece: int) -> None:
        if piece >= 30:
            raise ValueError(piece)

    with pytest.raises(ValueError) as failure:
        parallel.shared(pieces(fail), processes, ())
    assert failure.value.args == (30,)


@needs_fork
def test_a_mistake_in_another_process_says_where_it_was_made() -> None:
    def fail(piece: int) -> None:
        if in_a_copy():
            raise KeyError("nothing")

    def patient(turns: parallel.Turns) -> list[int]:
        if not turns.process:
            multiprocessing.active_children()[0].join(5)
        return pieces(fail)(turns)

    with pytest.raises(KeyError) as failure:
        parallel.shared(patient, 2, ())
    assert "in fail" in failure.value.__notes__[0]
