"""Searching in a real browser: words, phrases, facets, keys, the address; and what is said where search cannot work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec
import pytest
from playwright.sync_api import Browser, Page, expect

from briefing.model import Briefing
from briefing.search import _pagefind
from conftest import Built
from serving import serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(_pagefind.version() is None, reason="Pagefind is not installed"),
]

WAYS = ("Actors", "Locations", "Months")


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    """The search page, in a folder of the server: a site need not stand at its root."""
    with serving(site.folder.parent) as address:
        yield f"{address}{site.folder.name}/search/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a wide screen, on whose console nothing may be wrong."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def ask(page: Page, query: str) -> None:
    page.fill("#q", query)
    page.press("#q", "Enter")


def test_a_word_leads_to_the_sentence_in_which_it_stands(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "Baghdad")
    hit = page.locator(".hits a", has_text="west of Baghdad").first
    expect(hit.locator("mark")).to_have_text(["BAGHDAD", "Baghdad"])
    hit.click()
    assert "Baghdad" in page.locator(".s:target").inner_text()


def test_typing_is_enough_and_other_endings_are_found(page: Page, address: str) -> None:
    page.goto(address)
    page.type("#q", "retaliating")
    expect(page.locator("#results mark").first).to_have_text("retaliated")
    assert page.url.endswith("?q=retaliating")


def test_a_phrase_in_quotes_stands_just_so(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, '"ballistic missile"')
    expect(page.locator("#status")).to_have_text("1 briefing")
    expect(page.locator(".hits a")).to_have_count(1)
    ask(page, '"ballistic missiles"')  # the index takes it for the same word
    expect(page.locator("#status")).to_have_text("No briefing has these words just so.")
    ask(page, '“ballistic missile” Baghdad')
    expect(page.locator("#status")).to_have_text("1 briefing")
    ask(page, '"missile ballistic"')
    expect(page.locator("#status")).to_have_text("No briefing has these words just so.")


def test_what_the_archive_does_not_have_is_not_passed_off_as_found(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "airwxyz")
    expect(page.locator("#near")).to_contain_text("may stand in no briefing")


def test_a_facet_narrows_and_the_address_keeps_it(page: Page, address: str) -> None:
    page.goto(f"{address}?q=attack")
    status = page.locator("#status")
    expect(status).not_to_be_empty()
    before = int(status.inner_text().split()[0])
    choice = page.locator("[data-facet=actor] label", has_text="Hezbollah")
    if not choice.is_visible():
        page.click("[data-facet=actor] .rest")
    promised = int(choice.locator(".note").inner_text())
    choice.locator("input").check()
    expect(page.locator("#chosen")).to_contain_text("Actor: Hezbollah")
    expect(status).to_have_text(f"{promised} briefing{'' if promised == 1 else 's'}")
    assert promised < before
    assert page.url.endswith("?q=attack&actor=Hezbollah")
    assert page.evaluate("document.activeElement.value") == "Hezbollah"
    page.reload()
    expect(page.locator("#results > li")).to_have_count(promised)
    page.click("#chosen button")
    expect(status).to_have_text(f"{before} briefings")
    page.go_back()
    expect(status).to_have_text(f"{promised} briefing{'' if promised == 1 else 's'}")


@pytest.mark.parametrize(("order", "newest_first"), [("", True), ("newest", True), ("oldest", False), ("unheard-of", True)])
def test_facets_without_words_list_briefings_by_date(page: Page, address: str, site: Built, order: str, newest_first: bool) -> None:
    lines = (site.folder / "data/briefings.jsonl").read_bytes().splitlines()
    dates = [one.published for one in map(msgspec.json.Decoder(Briefing).decode, lines) if (one.published or "").startswith("2023")]
    page.goto(f"{address}?year=2023&order={order}")
    expect(page.locator("#status")).to_have_text(f"{len(dates)} briefings")
    expect(page.locator("#results > li")).to_have_count(min(len(dates), 10))
    shown = [datetime.strptime(meta.split(" · ")[0], "%d %B %Y") for meta in page.locator("#results .meta:nth-child(2)").all_inner_texts()]
    assert shown == sorted(shown, reverse=newest_first)


def test_keys_alone_reach_a_result(page: Page, address: str) -> None:
    page.goto(f"{address}?q=Baghdad")
    expect(page.locator("#results a").first).to_be_visible()
    page.focus("#q")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.hits') !== null")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_page_of_an_actor_leads_to_a_search_among_its_briefings(page: Page, address: str) -> None:
    page.goto(address.replace("search/", "actors/united-states-armed-forces/"))
    briefings = page.locator(".entry-head .meta").inner_text().split()[0]
    page.get_by_role("link", name="search among these").click()
    expect(page.locator("#chosen")).to_contain_text("Actor: United States Armed Forces")
    expect(page.locator("#status")).to_have_text(f"{briefings} briefings")


def test_among_one_briefing_there_is_nothing_to_search(page: Page, address: str) -> None:
    page.goto(address.replace("search/", "actors/hezbollah/"))
    assert page.locator(".entry-head .meta").inner_text().startswith("1 briefing,")
    assert page.get_by_role("link", name="search among these").count() == 0


def test_the_box_over_an_index_looks_through_all_names(page: Page, address: str) -> None:
    page.goto(address.replace("search/", "actors/by/person/"))
    page.fill("[data-finder]", "HEZB")
    expect(page.locator("#found li a").first).to_have_text("Hezbollah")
    assert not page.locator("#listed").is_visible()
    page.locator("#found li a").first.click()
    expect(page.locator("h1")).to_contain_text("Hezbollah")
    page.goto(address.replace("search/", "locations/"))
    page.fill("[data-finder]", "zzzz")
    expect(page.locator(".filter output")).to_have_text("0")
    page.fill("[data-finder]", "")
    assert page.locator("#listed").is_visible()


def test_markup_in_the_address_is_text(page: Page, address: str) -> None:
    page.goto(f"{address}?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&actor=%3Cb%3Ex")
    expect(page.locator("#status")).to_contain_text("No briefing")
    assert page.locator("main img, main #chosen b").count() == 0


def test_a_phone_loads_facets_when_they_are_opened(browser: Browser, address: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}?q=Baghdad")
    expect(page.locator("#results > li").first).to_be_visible()
    assert not [url for url in asked if url.endswith(".pf_filter")]
    page.tap("#narrow summary")
    expect(page.locator("[data-facet=actor] li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


# --- where search cannot work ----------------------------------------------------------------------------------------------


def offers_the_indexes(page: Page) -> bool:
    return all(page.locator("main .ways a", has_text=way).is_visible() for way in WAYS)


def test_opened_from_a_folder_the_page_says_so_and_offers_the_indexes(page: Page, site: Built) -> None:
    page.goto(f"file://{(site.folder / 'search/index.html').resolve()}")
    expect(page.locator(".why:visible")).to_contain_text("opened from a folder")
    assert not page.locator("#q").is_visible()
    assert offers_the_indexes(page)
    page.click("main .ways a:has-text('Actors')")
    expect(page.locator("h1")).to_contain_text("Actors")


def test_without_scripts_the_page_says_so_and_offers_the_indexes(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".why:visible")).to_contain_text("JavaScript")
    assert not page.locator("#q").is_visible()
    assert offers_the_indexes(page)
    context.close()


def test_where_the_index_is_missing_the_page_says_so_and_offers_the_indexes(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    page.goto(f"{address}?q=Baghdad")
    expect(page.locator(".why:visible")).to_contain_text("built without it")
    assert offers_the_indexes(page)
    context.close()


def test_where_nothing_is_found_the_word_is_said_and_nothing_is_offered_to_narrow_by(page: Page, address: str) -> None:
    page.goto(f"{address}?q=qwzxy")
    expect(page.locator("#status")).to_have_text("No briefing has “qwzxy”.")
    expect(page.locator("#narrow")).to_be_hidden()
    page.fill("#q", "attack")
    expect(page.locator("#narrow")).to_be_visible()
