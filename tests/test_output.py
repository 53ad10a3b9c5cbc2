"""What a build leaves in the output folder."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from briefing.output import STAGING, Output, alone, undisturbed
from briefing.store import Written


def built(folder: Path, files: dict[str, bytes], before: dict[str, Written] | None = None) -> Output:
    output = Output(folder, before or {})
    for path, content in files.items():
        output.put(path, [content])
    output.commit()
    return output


def test_a_file_whose_bytes_are_as_before_is_not_written_again(tmp_path: Path) -> None:
    first = built(tmp_path, {"a/index.html": b"one", "b.txt": b"two"})
    stamp = (tmp_path / "a/index.html").stat().st_mtime_ns
    second = built(tmp_path, {"a/index.html": b"one", "b.txt": b"three"}, first.files)
    assert (second.changed, second.unchanged) == (1, 1)
    assert (tmp_path / "a/index.html").stat().st_mtime_ns == stamp
    assert (tmp_path / "b.txt").read_bytes() == b"three"


def test_a_file_that_is_no_longer_wanted_goes_with_its_empty_folder_and_others_stay(tmp_path: Path) -> None:
    first = built(tmp_path, {"old/page/index.html": b"one", "index.html": b"home"})
    (tmp_path / "CNAME").write_text("archive.example")
    second = built(tmp_path, {"index.html": b"home"}, first.files)
    assert second.removed == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["CNAME", "index.html"]


def test_a_file_that_somebody_changed_is_written_again(tmp_path: Path) -> None:
    first = built(tmp_path, {"index.html": b"home"})
    (tmp_path / "index.html").write_bytes(b"by hand")
    built(tmp_path, {"index.html": b"home"}, first.files)
    assert (tmp_path / "index.html").read_bytes() == b"home"


def test_nothing_is_in_place_before_the_build_is_done(tmp_path: Path) -> None:
    built(tmp_path, {"index.html": b"old"})
    broken = Output(tmp_path, {})
    broken.put("index.html", [b"new"])
    assert (tmp_path / "index.html").read_bytes() == b"old"
    built(tmp_path, {"index.html": b"newer"})
    assert (tmp_path / "index.html").read_bytes() == b"newer"
    assert not (tmp_path / STAGING).exists()


def test_inputs_as_before_keep_the_page_without_rendering(tmp_path: Path) -> None:
    first = Output(tmp_path, {})
    first.put("index.html", [b"home"], b"inputs")
    first.commit()
    second = Output(tmp_path, first.files)
    assert second.keep("index.html", b"inputs")
    assert not second.keep("index.html", b"other inputs")


def test_another_version_of_the_program_keeps_nothing_unseen(tmp_path: Path) -> None:
    first = Output(tmp_path, {}, version=b"1")
    first.put("index.html", [b"home"], b"inputs")
    first.commit()
    assert Output(tmp_path, first.files, version=b"1").keep("index.html", b"inputs")
    assert not Output(tmp_path, first.files, version=b"2").keep("index.html", b"inputs")


@pytest.mark.parametrize("path", ["../outside.html", "/etc/passwd", "a/../../b"])
def test_a_path_outside_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside the output folder"):
        Output(tmp_path, {}).put(path, [b""])


def test_two_files_of_one_name_are_a_mistake(tmp_path: Path) -> None:
    output = Output(tmp_path, {})
    output.put("index.html", [b"one"])
    with pytest.raises(ValueError, match="written twice"):
        output.put("index.html", [b"two"])


def test_two_builds_do_not_write_into_one_folder_at_once(tmp_path: Path) -> None:
    seen: list[str] = []

    def second() -> None:
        with alone(tmp_path):
            seen.append("second")

    with alone(tmp_path):
        other = threading.Thread(target=second)
        other.start()
        other.join(0.2)
        seen.append("first")
    other.join()
    assert seen == ["first", "second"]


def test_a_build_that_is_broken_off_leaves_nothing_staged(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), alone(tmp_path):
        Output(tmp_path, {}).put("index.html", [b"new"])
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_waits_for_nothing_and_breaks_nothing_while_files_are_put_in_place() -> None:
    with undisturbed():
        os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)
