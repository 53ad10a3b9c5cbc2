"""What search costs: time and size of the index, and the bytes of a phone's first query, for a folder of articles or made ones.

    python -m tests.benchmarks.search 5000
    python -m tests.benchmarks.search path/to/articles --words Baghdad attack

Needs Pagefind and Chromium. Figures only: nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
from playwright.sync_api import Browser, sync_playwright

from briefing import archive, search
from briefing.build import build
from briefing.model import Briefing
from briefing.output import Output
from briefing.settings import Settings
from briefing.store import Written

from .articles import articles

ROOT = Path(__file__).parent.parent.parent
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WORDS = ("ceasefire", "Mosul", '"car bomb"', "police arrested")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""


def site(source: str, folder: Path) -> Settings:
    """A whole site of the articles in a folder, or of so many made ones."""
    seeds = Path(source)
    if source.isdecimal():
        seeds = folder / "seeds"
        seeds.mkdir()
        for name, text in articles(int(source)):
            (seeds / name).write_text(text, "utf-8")
    settings = Settings(
        seeds=str(seeds),
        content=str(ROOT / "content"),
        theme=str(ROOT / "themes/briefing"),
        cache=str(folder / "cache"),
        output=str(folder / "site"),
    )
    build(settings)
    return settings


def index(settings: Settings, folder: Path) -> None:
    """Time and size of the index alone."""
    lines = (Path(settings.output) / "data/briefings.jsonl").read_bytes().splitlines()
    whole = archive.build(msgspec.json.decode(line, type=Briefing) for line in lines)
    files: dict[str, Written] = {}
    for label in ("index", "index, nothing changed"):
        output = Output(folder / "index", files)
        start = time.perf_counter()
        search.write(whole, settings, output)
        output.commit()
        files = output.files
        print(f"{label:32}{time.perf_counter() - start:10.2f} s")
    sizes: dict[str, list[int]] = {}
    for path, file in files.items():
        sizes.setdefault(path.split("/")[1] if path.count("/") > 1 else path.rpartition("/")[2], []).append(file.size)
    for name, found in sorted(sizes.items()):
        print(f"{name:32}{sum(found) / 1000:10,.0f} kB in {len(found):,}, median {statistics.median(found) / 1000:.1f} kB")
    print(f"{'all':32}{sum(map(sum, sizes.values())) / 1000:10,.0f} kB")


def query(browser: Browser, address: str, words: str) -> None:
    """Bytes and time until a phone with an empty cache shows the first results of a search, then those of its facets."""
    context = browser.new_context(**PHONE)
    page, bytes_ = context.new_page(), []
    page.on("response", lambda response: bytes_.append(int(response.headers.get("content-length") or 0)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    shell = sum(bytes_)
    start = time.perf_counter()
    page.fill("#q", words)
    page.press("#q", "Enter")
    page.locator("#results li").first.wait_for()
    taken = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    first, status = sum(bytes_) - shell, page.inner_text("#status")
    page.tap("#narrow summary")
    page.locator("[data-facet] li").first.wait_for()
    facets = sum(bytes_) - shell - first
    print(f"{words:20}{status:20}{first / 1000:8.0f} kB, {taken * 1000:.0f} ms; facets {facets / 1000:.0f} kB; page {shell / 1000:.0f} kB")
    context.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.search", description=__doc__)
    parser.add_argument("source", help="a folder of articles, or how many to make")
    parser.add_argument("--words", nargs="+", default=WORDS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        settings = site(options.source, Path(name))
        index(settings, Path(name))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=settings.output))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for words in options.words:
            query(browser, f"http://127.0.0.1:{server.server_port}/search/", words)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
