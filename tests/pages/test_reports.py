"""Reports of one event as a reader meets them: together, with every report's own figures, and none left out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import html

from archive.newsroom import briefing, with_fact
from briefing import archive, pages
from briefing.model import Briefing
from briefing.render import Renderer
from briefing.settings import Settings

THEME = Path(__file__).parents[2] / "themes" / "briefing"
MARLOW = "[Marlow|location:marlow:settlement]"
GUARD = "[Oak Guard|actor:oak-guard:armed_group]"


def raid(id_: str, killed: str, outlet: str, day: str) -> Briefing:
    text = f"Gunmen of the {GUARD} attacked a crowded market in {MARLOW}, killing {killed} before fleeing on motorcycles."
    told = briefing(id_, f"Market attack in {MARLOW} reported by {outlet}", text, day, outlet=outlet)
    number = float(killed.split()[0])
    told = with_fact(told, "quantity", killed, unit="person", role="killed", min=number, max=number)
    counts = tuple(fact.id for fact in told.facts if fact.quote == killed)
    return with_fact(
        told, "event", "attacked", "attack", type="ASSAULT", location="marlow", date="2024-05-01", main=True, quantities=counts,
    )


@cache
def site() -> dict[str, bytes]:
    told = [
        raid("first", "12 shoppers", "Norland Wire", "2024-05-01"), raid("second", "15 shoppers", "Harbour Post", "2024-05-02"),
        briefing("vote", "Vote", f"{MARLOW} votes. The {GUARD} watched.", "2024-04-01"),
    ]
    renderer = Renderer(THEME / "templates")
    known = pages.Site(Settings(site_url="https://news.example/archive"))
    return {request.path: renderer.render(request) for request in pages.requests(archive.build(told), known)}


def text(path: str) -> str:
    return " ".join(html.document_fromstring(site()[path].decode()).find(".//main").text_content().split())


def test_home_shows_reports_of_one_event_together_and_links_each() -> None:
    items = html.document_fromstring(site()["index.html"].decode()).xpath("//article")
    assert [item.xpath("h3/a/@href") for item in items] == [["briefings/second/index.html"], ["briefings/vote/index.html"]]
    words = " ".join(items[0].text_content().split())
    assert "2 reports of one event event of 1 May 2024; reported within 2 days; same place: Marlow; same actor: Oak Guard" in words
    assert items[0].xpath(".//li/a/@href") == ["briefings/first/index.html"]


def test_tolls_that_differ_stand_side_by_side_each_with_its_report_and_sentence() -> None:
    assert "As reported, killed: 15 shoppers (Harbour Post), 12 shoppers (Norland Wire)" in text("index.html")
    links = html.document_fromstring(site()["index.html"].decode()).xpath("//p[@class='differing']//a/@href")
    assert links == ["briefings/second/index.html#s1", "briefings/first/index.html#s1"]


def test_briefings_and_events_are_both_counted() -> None:
    assert "3 briefings on 2 events" in text("index.html")
    assert "3 briefings on 2 events, 5 mentions" in text("locations/marlow/index.html")
    assert "3 briefings on 2 events, 3 mentions" in text("actors/oak-guard/index.html")


def test_every_report_is_still_listed_by_month() -> None:
    links = html.document_fromstring(site()["2024/05/index.html"].decode()).xpath("//main//article//a/@href")
    assert {"../../briefings/first/index.html", "../../briefings/second/index.html"} <= set(links)


def test_a_reports_own_page_leads_to_the_others_first() -> None:
    assert "reports the same event: event of 1 May 2024" in text("briefings/first/index.html")


def test_a_report_shows_the_others_beside_it() -> None:
    page = html.fromstring(site()["briefings/first/index.html"])
    (together,) = page.find_class("together")
    words = " ".join(together.text_content().split())
    assert "2 reports of one event" in words
    assert "As reported, killed: 15 shoppers (Harbour Post), 12 shoppers (Norland Wire)" in words
    assert not html.fromstring(site()["briefings/vote/index.html"]).find_class("together")
