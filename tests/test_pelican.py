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
    assert "did you mean BRIEFING_PAGE_SIZE?" in " ".join((result.stdout + result.stderr).split())
    assert not (project / "output" / "index.html").exists()


def test_a_plugin_that_fails_to_load_fails_the_build(project: Path) -> None:
    (project / "plugins" / "briefing" / "glue.py").write_text("raise ImportError('broken on purpose')\n")
    assert pelican(project).returncode != 0


def test_strict_turns_errors_of_the_sources_into_a_failure_but_builds_the_rest(project: Path) -> None:
    (project / "seeds" / "empty.txt").write_bytes(b"")
    assert pelican(project).returncode == 0
    result = pelican(project, STRICT="1")
    assert result.returncode != 0
    assert "seeds/empty.txt" in result.stderr
    assert (project / "output" / "index.html").is_file()
