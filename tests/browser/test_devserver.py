"""The page that somebody works on reloads when the site was built anew."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from briefing.devserver import Handler, Rebuilt
from conftest import Built

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def test_an_open_page_reloads_after_a_build(site: Built, tmp_path: Path) -> None:
    shutil.copytree(site.folder / "theme", tmp_path / "theme")
    shutil.copy(site.folder / "index.html", tmp_path)
    rebuilt = Rebuilt()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, rebuilt, directory=str(tmp_path)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        found: list[str] = []
        page.on("console", lambda message: found.append(message.text))
        with page.expect_response("**/_rebuilt"):
            page.goto(f"http://127.0.0.1:{server.server_port}/")
        index = tmp_path / "index.html"
        index.write_text(index.read_text("utf-8").replace("<main", "<p id=new>Built anew</p><main", 1), "utf-8")
        rebuilt.announce()
        page.wait_for_selector("#new", timeout=5000)
        assert found == []
        browser.close()
    server.shutdown()
