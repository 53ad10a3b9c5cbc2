"""A briefing in parts, in a real browser: whatever names one of its sentences leads to the part that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from briefing.search import _pagefind
from conftest import Built
from serving import serving

pytestmark = pytest.mark.browser

_THIRD = "briefings/voices-from-the-road/3/index.html"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_an_address_is_forwarded_to_the_part_that_holds_what_it_names(page: Page, site: Built) -> None:
    folder = site.folder.resolve() / "briefings" / "voices-from-the-road"
    page.goto(f"file://{folder}/3/index.html")
    sentence, fact = page.locator(".text .s").last.get_attribute("id"), page.locator(".text mark[id]").last.get_attribute("id")
    for name in (sentence, fact):
        page.goto(f"file://{folder}/index.html#{name}")
        page.wait_for_url(f"file://{folder}/3/index.html#{name}")
        assert page.locator(".s:target, .s:has(mark:target)").count() == 1


def test_an_address_that_names_nothing_stays(page: Page, site: Built) -> None:
    address = f"file://{(site.folder / 'briefings' / 'voices-from-the-road' / 'index.html').resolve()}#nothing"
    page.goto(address)
    page.wait_for_load_state()
    assert page.url == address


@pytest.mark.skipif(_pagefind.version() is None, reason="Pagefind is not installed")
def test_a_search_leads_to_the_part(page: Page, site: Built) -> None:
    spoken = [span.text_content() for span in html.parse(site.folder / _THIRD).getroot().find_class("s")]
    words = next(found[0] for said in spoken if (found := re.search(r"\d+ \w+ from \w+ to \w+", said)))
    with serving(site.folder) as address:
        page.goto(f"{address}search/")
        page.fill("#q", f'"{words}"')
        page.press("#q", "Enter")
        page.locator(".hits a").first.click()
        page.wait_for_url(f"{address}{_THIRD}#s*")
        assert words in page.locator(".s:target").inner_text()
