"""The real thing: Pelican itself, as make html runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

PROJECT = ("pelicanconf.py", "content", "themes", "plugins", "seeds")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with its one seed."""
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(source, tmp_path)
    return tmp_path


def pelican(project: Path, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors", *more]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_pelican_builds_the_site_and_says_what_it_did(project: Path) -> None:
    result = pelican(project)
    assert result.returncode == 0, result.stderr
    assert "Articles  1 from 1 files" in result.stdout
    assert "0 articles" not in result.stdout
    assert (project / "output" / "briefings").is_dir()
    assert (project / "output" / "index.html").is_file()


def test_a_bad_setting_fails_the_build(project: Path) -> None:
    (project / "pelicanconf.py").open("a").write("\nBRIEFING_PAGE_SIZ = 3\n")
    result = pelican(project)
    assert result.returncode != 0
    assert result.stderr.splitlines() == [
        "pelicanconf.py:0: error: unknown setting BRIEFING_PAGE_SIZ (did you mean BRIEFING_PAGE_SIZE?)"
    ]
    assert not (project / "output" / "index.html").exists()


def test_a_plugin_that_fails_to_load_fails_the_build(project: Path) -> None:
    (project / "plugins" / "briefing" / "glue.py").write_text("raise ImportError('broken on purpose')\n")
    assert pelican(project).returncode != 0


def test_strict_turns_errors_of_the_sources_into_a_failure_but_builds_the_rest(project: Path) -> None:
    (project / "seeds" / "empty.txt").write_bytes(b"")
    assert pelican(project).returncode == 0
    result = pelican(project, STRICT="1")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-2:] == [
        "seeds/empty.txt:0: error: the file is empty (write the article into it or delete it)",
        "STRICT is set and the build has errors: 1",
    ]
    assert (project / "output" / "index.html").is_file()


def test_what_no_site_can_be_built_from_is_one_line_and_no_traceback(project: Path) -> None:
    for strict in ("0", "1"):
        result = pelican(project, SEEDS="no such folder", STRICT=strict)
        assert result.returncode == 1
        assert result.stderr == (
            "no such folder:0: error: there is no such folder (name the folder of your articles: make html SEEDS=folder)\n"
        )
        assert "Traceback" not in result.stdout


@pytest.mark.parametrize(("folder", "setting"), [("content", "PATH"), ("themes/briefing", "THEME")])
def test_a_folder_of_the_project_that_is_gone_is_one_line_and_no_traceback(project: Path, folder: str, setting: str) -> None:
    shutil.rmtree(project / folder)
    result = pelican(project)
    assert result.returncode == 1
    assert result.stderr == (
        f"{folder}:0: error: there is no such folder ({setting} in pelicanconf.py names it: put it back, or name another)\n"
    )
    assert "Traceback" not in result.stdout
