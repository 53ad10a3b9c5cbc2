"""The Nu HTML checker finds no error on any page. It needs Java, and its jar: VNU_JAR names one, else npm brings it."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from conftest import Built
from judges.kinds import missing, npm

pytestmark = pytest.mark.browser


def test_no_page_has_an_error(site: Built) -> None:
    java, jar = shutil.which("java"), os.environ.get("VNU_JAR") or npm("vnu-jar/build/dist/vnu.jar")
    if java is None or jar is None:
        missing("Java or the Nu HTML checker is not installed (npm ci --prefix tests/judges)")
    command = [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--stdout", str(site.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0
