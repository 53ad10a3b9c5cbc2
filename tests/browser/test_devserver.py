"""The page that somebody works on shows what was changed, by itself."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from briefing.devserver import Desk, Handler, Rebuilt
from briefing.preview import Preview
from briefing.settings import Settings
from conftest import Built, settings_in

pytestmark = pytest.mark.browser

ARTICLE = "Title: Floods reach Riverton\nDate: 2024-05-02\n\nThe mayor said on Thursday that 12 people were killed.\n"


@pytest.fixture
def settings(tmp_path: Path, site: Built) -> Settings:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "floods-reach-riverton.txt").write_text(ARTICLE, "utf-8")
    shutil.copytree(site.settings.theme, tmp_path / "theme")
    return settings_in(tmp_path, theme=str(tmp_path / "theme"))


@pytest.fixture
def served(settings: Settings) -> Iterator[tuple[str, Desk]]:
    """The address of the site, and the desk on which it is worked."""
    rebuilt, preview = Rebuilt(), Preview(settings)
    desk = Desk(settings, preview, rebuilt)
    for _ in preview.refresh():
        pass
    Path(settings.output).mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, rebuilt, preview, directory=settings.output))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", desk
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page, found = browser.new_page(), []
    page.on("console", lambda message: found.append(message.text))
    yield page
    page.close()
    assert found == []


def test_an_open_page_shows_a_changed_article_template_and_style(page: Page, settings: Settings, served: tuple[str, Desk]) -> None:
    address, desk = served
    with page.expect_response("**/_rebuilt"):
        page.goto(f"{address}briefings/floods-reach-riverton/")
    seed, template = Path(settings.seeds, "floods-reach-riverton.txt"), Path(settings.theme, "templates", "briefing.html")
    for path, old, new in ((seed, "Floods", "High waters"), (template, ">In brief<", ">At a glance<")):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        with page.expect_response("**/_rebuilt"):
            desk.changed([str(path)])
        page.get_by_text(new.strip("<>")).first.wait_for(timeout=5000)
    style = Path(settings.theme, "static", "style.css")
    style.write_text(style.read_text("utf-8") + "h1 { letter-spacing: 7px; }", "utf-8")
    desk.changed([str(style)])
    page.wait_for_function("getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'", timeout=5000)


def test_a_mistake_in_a_template_is_shown_and_goes_with_it(page: Page, settings: Settings, served: tuple[str, Desk]) -> None:
    address, desk = served
    with page.expect_response("**/_rebuilt"):
        page.goto(address)
    template = Path(settings.theme, "templates", "home.html")
    whole = template.read_text("utf-8")
    template.write_text("{% if %}", "utf-8")
    with page.expect_response("**/_rebuilt"):
        desk.changed([str(template)])
    page.get_by_text("home.html:1").first.wait_for(timeout=5000)
    template.write_text(whole, "utf-8")
    desk.changed([str(template)])
    page.get_by_text("Latest briefings").first.wait_for(timeout=5000)
