"""Pages in a real browser: nothing on the console, nothing asked of another host, the policy never broken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from conftest import Built
from serving import serving

pytestmark = pytest.mark.browser

PATHS = (
    "index.html",
    "actors/index.html",
    "locations/index.html",
    "actors/hezbollah/index.html",
    "locations/baghdad/index.html",
    "claims/index.html",
    "timeline/index.html",
    "timeline/2023/index.html",
    "map/index.html",
    "map/middle-east/index.html",
    "network/index.html",
    "subscribe/index.html",
    "data/index.html",
    "about/index.html",
    "method/index.html",
    "sections/world/index.html",
    "2023/11/index.html",
    "404.html",
)


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    with serving(site.folder) as address:
        yield address


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.add_init_script("document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective))")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def complaints(page: Page) -> list[str]:
    """Filled while the page is open: console errors, script errors, dialogs, requests to other hosts, missing files."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: found.append(str(e)))
    page.on("dialog", lambda d: (found.append(f"dialog {d.message}"), d.dismiss()))
    page.on("request", lambda r: found.append(r.url) if not r.url.startswith(("http://127.0.0.1", "file://", "data:")) else None)
    page.on("response", lambda r: found.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    return found


def briefing(site: Built) -> str:
    return next(
        f"briefings/{p.name}/index.html"
        for p in sorted((site.folder / "briefings").iterdir())
        if "4865d5faadf3f9c5" in p.name or "u-s-responds" in p.name
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_opens_in_silence(page: Page, site: Built, address: str, scheme: str) -> None:
    found = complaints(page)
    page.emulate_media(color_scheme=scheme)
    for path in (*PATHS, briefing(site)):
        page.goto(address + path, wait_until="load")
        assert found == [], path


def test_pages_open_from_the_folder_too(page: Page, site: Built) -> None:
    found = complaints(page)
    for path in ("index.html", briefing(site), "actors/hezbollah/index.html", "locations/baghdad/index.html"):
        page.goto(f"file://{site.folder.resolve()}/{path}", wait_until="load")
        assert found == [], path
        assert page.evaluate("getComputedStyle(document.body).fontFamily") != "Times", "the style sheet is not applied"


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_is_wider_than_the_screen(page: Page, site: Built, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in (*PATHS, briefing(site)):
        page.goto(address + path, wait_until="load")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_fact_leads_to_its_sentence_and_marks_it(page: Page, site: Built, address: str) -> None:
    page.goto(address + briefing(site), wait_until="load")
    link = page.locator("aside a[href^='#']").first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(str(target))
    assert page.locator(str(target)).is_visible()


def test_the_text_reads_without_scripts(site: Built, address: str, context: BrowserContext) -> None:
    bare = context.browser.new_context(java_script_enabled=False) if context.browser else None
    if bare is None:
        pytest.skip("this browser opens one context only")
    page = bare.new_page()
    page.goto(address + briefing(site))
    assert "Ain al-Asad air base" in page.locator("main").inner_text()
    assert page.locator("mark").count() > 40
    bare.close()


def test_the_map_of_all_locations_marks_places_and_hides_none_of_the_world(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address + "locations/index.html", wait_until="load")
    wide = page.eval_on_selector_all(".map circle", "circles => circles.map(circle => circle.getBoundingClientRect().width)")
    assert wide and max(wide) < 16
