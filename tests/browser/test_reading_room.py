"""Reading a briefing in a real browser: cards, choices that stay, keys, and the same without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from briefing.build import build
from conftest import Built, settings_in

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def briefing(site: Built) -> str:
    """The address of the first seed's page, opened from its folder."""
    found = next(path for path in (site.folder / "briefings").glob("*/index.html") if "Ain al-Asad" in path.read_text("utf-8"))
    return f"file://{found.resolve()}"


def line_style(page: Page, kind: str) -> str:
    return page.eval_on_selector(f".text mark[data-kind={kind}]", "mark => getComputedStyle(mark).textDecorationLine")


def test_hovering_a_mark_shows_its_card(page: Page, briefing: str) -> None:
    page.goto(briefing)
    page.hover(".text mark[data-kind=actor] a")
    card = page.wait_for_selector(".pop")
    assert card is not None
    assert "machine" in card.inner_text()
    page.keyboard.press("Escape")
    assert page.query_selector(".pop") is None


def test_keys_reach_a_mark_and_show_its_card(page: Page, briefing: str) -> None:
    page.goto(briefing)
    page.focus(".legend label:last-of-type input")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('mark') !== null")
    assert page.query_selector(".pop") is not None


def test_a_kind_switched_off_stays_off(page: Page, briefing: str) -> None:
    page.goto(briefing)
    assert line_style(page, "actor") == "underline"
    page.uncheck("#k-actor")
    assert line_style(page, "actor") == "none"
    page.reload()
    assert not page.is_checked("#k-actor")


def test_choosing_a_fact_marks_its_words_and_back_returns(page: Page, briefing: str) -> None:
    page.goto(briefing)
    page.click("#facts .card a.r:text-is('s3')")
    page.wait_for_selector("mark.chosen")
    assert page.eval_on_selector("mark.chosen", "mark => getComputedStyle(mark).display") == "inline"
    assert page.locator(".s:has(mark:target)").get_attribute("id") == "s3"
    background = "span => getComputedStyle(span).backgroundColor"
    assert page.eval_on_selector("#s3", background) != page.eval_on_selector("#s4", background)
    page.reload()
    page.wait_for_selector("mark.chosen")  # the address keeps what is chosen
    page.go_back()
    assert page.url == briefing
    page.wait_for_function("!document.querySelector('mark.chosen')")


def test_escape_takes_back_what_is_chosen_and_leaves_the_page_where_it_is(page: Page, briefing: str) -> None:
    page.goto(briefing)
    page.click("#facts .card a.r:text-is('s3')")
    page.wait_for_selector("mark.chosen")
    background = "span => getComputedStyle(span).backgroundColor"
    at, lit = page.evaluate("scrollY"), page.eval_on_selector("#s3", background)
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('mark.chosen')")
    assert page.url == briefing
    assert page.eval_on_selector("#s3", background) != lit
    assert page.evaluate("scrollY") == at


def test_a_sentence_is_called_by_its_number(page: Page, briefing: str) -> None:
    page.goto(briefing)
    assert page.get_by_role("link", name="Sentence 2", exact=True).inner_text() == "2"


def test_an_actor_switched_off_stays_off(page: Page, briefing: str) -> None:
    page.goto(briefing)
    card = page.locator("#c-actor-united-states")
    mark = page.locator(".text mark[data-kind=actor][data-key=united-states]").first
    line = "mark => getComputedStyle(mark).textDecorationLine"
    assert mark.evaluate(line) == "underline"
    card.hover()
    card.get_by_role("button", name="hide the marks of United States").click()
    page.reload()
    assert mark.evaluate(line) == "none"
    assert line_style(page, "location") == "underline"
    page.focus("#c-actor-united-states button")
    page.keyboard.press("Enter")
    assert mark.evaluate(line) == "underline"


def test_an_address_that_names_nothing_harms_nothing(page: Page, briefing: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{briefing}#%E0%A4%A")
    page.hover(".text mark[data-kind=actor] a")
    assert page.wait_for_selector(".pop") is not None
    assert wrong == []


def test_pointing_at_a_card_lights_up_its_mentions(page: Page, briefing: str) -> None:
    page.goto(briefing)
    assert page.locator("mark.lit").count() == 0
    page.hover("#c-actor-united-states")
    assert page.locator("mark.lit").count() > 3
    page.hover("h1")
    assert page.locator("mark.lit").count() == 0


def test_dark_by_choice_stays_dark(page: Page, briefing: str) -> None:
    page.goto(briefing)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.click("button.theme")
    assert page.evaluate(ground) != light
    page.reload()
    assert page.evaluate(ground) != light


def test_without_scripts_the_legend_and_the_cards_still_work(browser: Browser, briefing: str) -> None:
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(briefing)
    page.uncheck("#k-actor")
    assert line_style(page, "actor") == "none"
    link = page.locator(".text mark[data-kind=location] a").first
    target = link.get_attribute("href")
    link.click()
    assert page.locator(f"[id='{str(target).removeprefix('#')}']").is_visible()
    assert not page.locator("button.theme").is_visible()
    context.close()


def test_a_tap_shows_the_card_and_a_second_goes_to_it(browser: Browser, briefing: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, reduced_motion="reduce", viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(briefing)
    link = page.locator(".text mark[data-kind=event] a").first
    link.tap()
    assert page.locator(".pop").is_visible()
    assert page.url == briefing
    link.tap()
    assert page.url.endswith(str(link.get_attribute("href")))
    context.close()


def test_the_filter_of_an_index_keeps_what_holds_every_word(page: Page, site: Built) -> None:
    page.goto(f"file://{(site.folder / 'actors' / 'index.html').resolve()}")
    shown = page.locator("[data-filter-item]:visible")
    before = shown.count()
    page.fill(".filter input", "islamic resist")
    assert 0 < shown.count() < before
    assert f"{shown.count()} of" in page.inner_text(".filter output")


def test_the_bar_of_a_phone_appears_on_the_first_scroll(browser: Browser, briefing: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(briefing)
    assert not page.locator(".bar a").first.is_visible()
    page.mouse.wheel(0, 300)
    page.locator(".bar a").first.wait_for(state="visible")
    context.close()


def test_printed_it_keeps_text_facts_and_sources_and_leaves_the_tools(page: Page, briefing: str) -> None:
    page.goto(briefing)
    page.emulate_media(media="print", color_scheme="dark")
    assert all(card.bounding_box() for card in page.query_selector_all("#facts .card")), "a folded group is not printed"
    assert page.is_visible("text=ICARO Media Group")
    assert not any(page.is_visible(tool) for tool in (".top nav", ".legend", ".crumbs"))
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    sign = page.eval_on_selector(".text mark[data-kind=actor]", "mark => getComputedStyle(mark, '::after').content")
    assert sign == '"A"'


def test_a_text_from_right_to_left_runs_so_and_the_page_around_it_does_not(browser: Browser, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    Path(settings.seeds).mkdir()
    title = "\u0627\u0646\u0641\u062c\u0627\u0631 \u0641\u064a \u0628\u063a\u062f\u0627\u062f"  # "an explosion in Baghdad"
    body = "\u0642\u0627\u0644 \u0645\u0633\u0624\u0648\u0644. " * 80  # "an official said"
    Path(settings.seeds, "report.md").write_text(f"---\ntitle: {title}\nlang: ar\n---\n\n{body}\n", "utf-8")
    build(settings)
    (path,) = Path(settings.output, "briefings").glob("*/index.html")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"file://{path.resolve()}")
    for words in ("h1", ".text p .s"):
        assert page.eval_on_selector(words, "e => getComputedStyle(e).direction") == "rtl", words
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_link_of_a_tapped_card_leads_to_its_page(browser: Browser, briefing: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, reduced_motion="reduce", viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(briefing)
    page.locator(".text mark[data-kind=actor] a").first.tap()
    page.locator(".pop a.entry").tap()
    page.wait_for_url("**/actors/*/index.html")
    context.close()


def test_a_phone_shows_the_middle_of_the_map_first(browser: Browser, site: Built) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"file://{(site.folder / 'map' / 'index.html').resolve()}")
    left, hidden = page.eval_on_selector(".atlas .scroll", "box => [box.scrollLeft, box.scrollWidth - box.clientWidth]")
    assert hidden > 0
    assert abs(left - hidden / 2) <= 1
    context.close()


def test_words_in_a_row_wrap_whole(browser: Browser, site: Built) -> None:
    """What wraps begins at the list's edge, and nothing of it is cut off there."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"file://{(site.folder / 'index.html').resolve()}")
    edge = page.locator(".items h3").first.evaluate("e => e.getBoundingClientRect().left")
    lefts = page.eval_on_selector_all(
        ".dots > span", "all => all.flatMap(e => { const r = document.createRange(); r.selectNodeContents(e);"
        " return [...r.getClientRects()].filter(b => b.width).map(b => b.left); })",
    )
    assert lefts
    assert min(lefts) >= edge - 1
    context.close()
