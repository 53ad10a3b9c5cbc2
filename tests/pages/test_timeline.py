"""The timeline as a reader meets it: reports and events apart, from years to months to days, each number a way on."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from archive.newsroom import briefing, with_fact
from briefing import archive, pages
from briefing.model import Archive, Briefing
from briefing.render import Renderer
from briefing.settings import Settings

THEME = Path(__file__).parents[2] / "themes" / "briefing"
MARLOW = "[Marlow|location:marlow:settlement]"


def raid(id_: str, published: str | None, day: str | None) -> Briefing:
    told = briefing(id_, f"Raid {id_}", f"Gunmen raided {MARLOW}.", published)
    return with_fact(told, "event", "raided", "raid", type="ASSAULT", location="marlow", date=day, main=True)


def site(whole: Archive, **settings: int) -> dict[str, html.HtmlElement]:
    renderer, known = Renderer(THEME / "templates"), pages.Site(Settings(**settings))
    requests = [*pages.PAGES["timeline"](whole, known), *pages.PAGES["months"](whole, known)]
    return {request.path: html.document_fromstring(renderer.render(request).decode()) for request in requests}


def table(page: html.HtmlElement, label: str) -> dict[str, str]:
    """Number and address of the filled cells."""
    cells = page.xpath(f"//div[@aria-label='{label}']//td/a")
    return {a.get("href"): a.text for a in cells}


def test_years_have_reports_by_month_and_apart_from_them_events_by_month() -> None:
    page = site(archive.build([raid("a", "2024-05-02", "2024-04-30"), raid("b", "2024-05-09", "2023")]))["timeline/index.html"]
    assert table(page, "Briefings by month") == {"../2024/05/index.html": "2"}
    assert table(page, "Events by month") == {
        "../timeline/2024/index.html#d2024-04-30": "1", "../timeline/2023/index.html#d2023": "1",
    }


def test_a_year_has_its_days_and_each_leads_to_its_place_in_a_list() -> None:
    found = site(archive.build([raid("a", "2024-05-02", "2024-04-30"), raid("b", "2024-05-09", "2024-04")]))
    year = found["timeline/2024/index.html"]
    assert table(year, "Briefings by day") == {
        "../../2024/05/index.html#d2024-05-02": "1", "../../2024/05/index.html#d2024-05-09": "1",
    }
    assert table(year, "Events by day") == {"../../timeline/2024/index.html#d2024-04-30": "1"}
    assert "April 2024, day not stated" in year.text_content()


def test_every_number_leads_to_a_place_that_is_there_however_long_the_lists() -> None:
    told = [raid(f"r{n}", f"2024-05-{n % 28 + 1:02}", f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(90)]
    found = site(archive.build(told), page_size=7, mention_page_size=9)
    for path in ("timeline/index.html", "timeline/2024/index.html"):
        for href in found[path].xpath("//table//a/@href"):
            url = urlsplit(posixpath.normpath(posixpath.join(posixpath.dirname(path), href)))
            assert url.path == "2024/index.html" or not url.fragment or found[url.path].xpath(f"//*[@id='{url.fragment}']"), href


def test_what_happened_long_before_stands_in_a_list_and_does_not_press_the_chart_together() -> None:
    page = site(archive.build([raid("a", "2024-05-02", "1912-04-15"), raid("b", "2023-05-09", "2023-05-09")]))["timeline/index.html"]
    assert page.xpath("//ul[@class='years']//a/@href") == ["../timeline/1912/index.html"]
    assert page.xpath("//figure//text/text()") == ["2023", "2024"]


def test_the_chart_has_two_lanes_and_leads_to_years() -> None:
    page = site(archive.build([raid("a", "2024-05-02", "2024-05-01"), raid("b", "2023-05-09", None)]))["timeline/index.html"]
    bars = [(a.get("href"), a.xpath("rect/@class")[0], a.xpath("title/text()")[0]) for a in page.xpath("//figure//a")]
    assert bars == [
        ("../timeline/2023/index.html", "reported", "2023: 1 briefing"), ("../timeline/2024/index.html", "reported", "2024: 1 briefing"),
        ("../timeline/2024/index.html", "happened", "2024: 1 event"),
    ]


def test_a_year_of_reports_without_dated_events_has_a_page_too() -> None:
    found = site(archive.build([raid("a", "2024-05-02", None)]))
    assert "What happened" not in found["timeline/2024/index.html"].text_content()


def test_reports_without_any_date_are_counted() -> None:
    page = site(archive.build([raid("a", None, None)]))["timeline/index.html"]
    assert "1 briefing without a date" in page.text_content() and "No briefing has a date" in page.text_content()


def test_the_months_of_a_year_lead_to_their_reports_and_to_the_place_of_their_events() -> None:
    year = site(archive.build([raid("a", "2024-05-02", "2024-04-30")]))["timeline/2024/index.html"]
    heads = {a.text: a.get("href") for a in year.xpath("//th[@scope='row']/a")}
    assert heads == {"May": "../../2024/05/index.html", "April": "../../timeline/2024/index.html#d2024-04-30"}
