"""The same texts as a plain Pelican blog and as a Hugo site, each from Markdown, timed as whole runs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .articles import articles

_PELICAN = """\
PATH = "content"
SITENAME = "Plain"
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = None
"""
_HUGO = 'baseURL = "http://localhost/"\ntitle = "Plain"\n'
_SINGLE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1><p>{{ .Date }}</p>{{ .Content }}"
_LIST = (
    "<!doctype html><title>{{ .Title }}</title><ul>{{ range .Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a></li>{{ end }}</ul>"
)


def _markdown(slug: str, text: str, hugo: bool) -> str:
    """A seed of articles.py with the front matter of either."""
    title, header, *paragraphs = text.split("\n\n")
    outlet, section, stamp = header.split("\n")
    day, month, year = stamp.split(" ")[0].split("/")
    if hugo:
        front = f'---\ntitle: "{title}"\ndate: {year}-{month}-{day}\ncategories: ["{section}"]\ntags: ["{outlet}"]\n---\n\n'
    else:
        front = f"Title: {title}\nSlug: {slug}\nDate: {year}-{month}-{day}\nCategory: {section}\nTags: {outlet}\n\n"
    return front + "\n\n".join(paragraphs)


def pelican(count: int) -> float:
    """Seconds of a plain Pelican run over `count` articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "content", count, hugo=False)
        (folder / "conf.py").write_text(_PELICAN)
        return _timed([sys.executable, "-m", "pelican", "-q", "-s", "conf.py", "-o", "output"], folder)


def hugo(count: int) -> float:
    """Seconds of a Hugo run over `count` articles with two small templates."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "content" / "posts", count, hugo=True)
        (folder / "layouts" / "_default").mkdir(parents=True)
        (folder / "layouts" / "_default" / "single.html").write_text(_SINGLE)
        (folder / "layouts" / "_default" / "list.html").write_text(_LIST)
        (folder / "hugo.toml").write_text(_HUGO)
        return _timed([str(Path(sys.executable).with_name("hugo")), "--quiet"], folder)


def _write(folder: Path, count: int, *, hugo: bool) -> None:
    folder.mkdir(parents=True)
    for name, text in articles(count):
        (folder / name).with_suffix(".md").write_text(_markdown(Path(name).stem, text, hugo), "utf-8")


def _timed(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start
