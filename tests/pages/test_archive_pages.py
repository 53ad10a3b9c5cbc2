"""What a reader meets on the pages of the archive, rendered with the real theme."""

from __future__ import annotations

import json
import posixpath
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from archive.newsroom import briefing, span_of, with_fact
from briefing import archive, pages, theme
from briefing.model import Archive, Briefing, Page, Profile, Ruling
from briefing.pages import _items
from briefing.render import Renderer
from briefing.settings import Settings

THEME = Path(__file__).parents[2] / "themes" / "briefing"
SETTINGS = Settings(site_url="https://news.example/archive", page_size=3, entry_page_size=4, mention_page_size=2)
ADA = "[Ada Brook|actor:ada-brook:person]"
GUARD = "[the Oak Guard|actor:oak-guard:armed_group]"
MARLOW = "[Marlow|location:marlow:settlement]"
NORLAND = "[Norland|location:norland:country]"


def raid() -> Briefing:
    source = briefing(
        "raid", f"Raid on {MARLOW}", f"{GUARD} raided {MARLOW} in {NORLAND}, killing three farmers. {ADA} said that {GUARD} had fled.",
        "2024-05-02T10:15", section="Conflict",
    )
    source = with_fact(source, "quantity", "three farmers", unit="person", role="killed", min=3, max=3)
    source = with_fact(
        source, "event", "raided", "raid", type="ASSAULT", source=("oak-guard",), location="marlow", date="2024-05-01", main=True,
        quantities=tuple(fact.id for fact in source.facts if fact.quote == "three farmers"),
    )
    source = with_fact(source, "relation", "the Oak Guard raided", predicate="based_in", subject="oak-guard", object="norland")
    return with_fact(
        source, "attribution", "the Oak Guard had fled", mode="claim", cue=span_of(source, "said"), speaker=span_of(source, "Ada Brook"),
        content=span_of(source, "the Oak Guard had fled"), speaker_key="ada-brook", source_class="named",
    )


def articles() -> list[Briefing]:
    return [
        raid(),
        briefing("talks", "Talks", f"{ADA} met {GUARD} near [the airport|location:marlow-airport:facility].", "2024-04-30"),
        briefing("vote", "Vote", f"{ADA} voted. {ADA} won.", "2023-12-01"),
        briefing("evil", "<script>alert(1)</script> ]]> {{ 7*7 }}", "[<b>Evil|actor:evil:person] & \"co\" came.", None, section="<i>"),
        *(briefing(f"p{n}", f"Person {n}", f"[Kim {n}|actor:kim-{n}:person] ran.", "2023-11-05") for n in range(6)),
    ]


def built() -> Archive:
    profiles = [Profile(key="oak-guard", name="Oak Guard", wikidata="Q1", html="<p>A <em>militia</em>.</p>", path="actors/oak-guard.md")]
    return archive.build(articles(), profiles, [Page("about", "About", "<p>Hello</p>", "about.md")])


@cache
def site() -> dict[str, bytes]:
    _, known = theme.static(THEME / "static", SETTINGS)
    renderer = Renderer(THEME / "templates")
    return {request.path: renderer.render(request) for request in pages.requests(built(), known)}


def page(path: str) -> html.HtmlElement:
    return html.document_fromstring(site()[path].decode())


def text(path: str) -> str:
    return " ".join(page(path).find(".//main").text_content().split())


def test_the_contracts_pages_are_there() -> None:
    expected = {
        "index.html", "actors/index.html", "locations/index.html", "actors/oak-guard/index.html", "locations/marlow/index.html",
        "sections/index.html",
        "sections/conflict/index.html", "2024/05/index.html", "timeline/index.html", "claims/index.html", "subscribe/index.html",
        "data/index.html", "about/index.html", "404.html", "briefings/raid/index.html",
    }
    assert expected <= set(site())


def test_every_link_between_pages_leads_to_a_page_and_a_place_on_it() -> None:
    """Feeds, downloads, maps and the theme's files are written by others."""
    ids = {path: set(html.document_fromstring(content.decode()).xpath("//@id")) for path, content in site().items()}
    wrong = []
    for path in site():
        for href in page(path).xpath("//a/@href"):
            url = urlsplit(href.removeprefix("/archive/"))
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(url.path))) if url.path else path
            if url.scheme or (target.split("/")[0] in ("feeds", "data", "manifest.json") and target != "data/index.html"):
                continue
            if target not in ids or (url.fragment and unquote(url.fragment) not in ids[target]):
                wrong.append((path, href))
    assert wrong == []


def test_every_entry_is_reached_from_its_index() -> None:
    reached = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
        for path in site() if path.startswith(("actors/", "locations/")) and ("/by/" in path or path.count("/") in (1, 3))
        for href in page(path).xpath("//ol[contains(@class, 'index')]//a/@href")
    }
    entries = {f"actors/{key}/index.html" for key in built().actors} | {f"locations/{key}/index.html" for key in built().locations}
    assert entries <= reached


def test_home_tells_what_where_and_how_many() -> None:
    first = page("index.html").xpath("//article")[0]
    words = " ".join(first.text_content().split())
    assert "Raid on Marlow" in words and "raid" in words and "three farmers" in words
    assert page("index.html").xpath("//h2[@class='day']")[0].text == "2 May 2024"


def test_what_home_calls_named_most_is_named() -> None:
    oak = Profile(key="oak-province", name="Oak Province", type="admin", within=("norland",), path="locations/oak-province.md")
    found = archive.build([briefing("talks", "Talks", f"{ADA} met {GUARD} in {MARLOW}.", "2024-04-30")], [oak])
    assert found.locations["oak-province"].briefings == 0
    (view,) = (r.view for r in pages.PAGES["home"](found, theme.static(THEME / "static", SETTINGS)[1]) if r.path == "index.html")
    assert [place.text for place in view.locations] == ["Marlow"]


def test_home_names_the_fullest_sections_and_a_page_all() -> None:
    many = archive.build(briefing(f"b{n}", "T", section=f"Section {n % 30:02}") for n in range(45))
    views = {r.path: r.view for r in pages.requests(many, theme.static(THEME / "static", SETTINGS)[1])}
    assert [link.text for link in views["index.html"].sections] == [*(f"Section {n:02}" for n in range(15)), "Section 15"]
    assert len(views["sections/index.html"].shelves) == 30


def test_lists_are_paged() -> None:
    assert {"page/2/index.html", "actors/page/2/index.html", "actors/ada-brook/page/2/index.html"} <= set(site())
    assert "Vote" in text("actors/ada-brook/page/2/index.html") and "Vote" not in text("actors/ada-brook/index.html")
    assert "Undated" not in text("index.html") and "Date not stated" in text("page/4/index.html")


def test_an_actors_page_has_every_mention_in_its_sentence_with_a_link() -> None:
    lines = page("actors/ada-brook/index.html").xpath("//div[@class='kwic']//p[a[@class='r']]")
    assert [" ".join(line.text_content().split()) for line in lines] == [
        "s2 Ada Brook said that the Oak Guard had fled.", "s1 Ada Brook met the Oak Guard near the airport.",
    ]
    assert lines[0].xpath("a/@href") == ["../../briefings/raid/index.html#s2"]
    assert lines[0].xpath("mark/text()") == ["Ada Brook"]


def test_an_actors_page_says_what_it_said_and_what_is_said_of_it() -> None:
    assert "Said by Ada Brook" in text("actors/ada-brook/index.html")
    of_guard = text("actors/oak-guard/index.html")
    assert "Said of Oak Guard by others Ada Brook said the Oak Guard had fled" in of_guard and "claimed" in of_guard
    assert "Oak Guard based in Norland" in of_guard


def entry_page(path: str, *told: Briefing) -> html.HtmlElement:
    _, known = theme.static(THEME / "static", SETTINGS)
    request = next(each for each in pages.requests(archive.build(told), known) if each.path == path)
    return html.document_fromstring(Renderer(THEME / "templates").render(request).decode())


def section(document: html.HtmlElement, heading: str) -> html.HtmlElement:
    return next(each for each in document.iter("section") if each.find("h2") is not None and each.find("h2").text == heading)


def test_an_actors_page_tells_what_it_did_and_what_befell_it() -> None:
    """The events that one sentence tells stand together, each with its words; an unknown doer is left open."""
    told = briefing("raid", "Raid", f"{GUARD} raided {MARLOW} and shelled it, then was routed.")
    for words, side, label in (("raided", "source", "Oak Guard"), ("shelled", "source", "Oak Guard"), ("routed", "target", "→ Oak Guard")):
        date = None if words == "shelled" else "2024-05-01"
        told = with_fact(told, "event", words, f"Violence: {label}", type="ASSAULT", date=date, **{side: ("oak-guard",)})
    (row,) = section(entry_page("actors/oak-guard/index.html", told), "Events with Oak Guard, latest first").iter("li")
    assert [words.strip() for words in row.find_class("who")[0].itertext()][:2] == ["Violence: Oak Guard", "Violence: … → Oak Guard"]
    assert [mark.text for mark in row.iter("mark")] == ["raided", "shelled", "routed"]


def test_a_relation_stands_once_with_the_sentences_that_state_it() -> None:
    told = []
    for number in (1, 2, 3):
        one = briefing(f"day-{number}", "T", f"{GUARD} is based in {NORLAND}.", f"2024-05-0{number}")
        told.append(with_fact(one, "relation", "is based", predicate="based_in", subject="oak-guard", object="norland"))
    (row,) = section(entry_page("actors/oak-guard/index.html", *told), "Relations").iter("li")
    assert " ".join(row.find_class("who")[0].text_content().split()) == "Oak Guard based in Norland"
    assert [p.text_content() for p in row.find_class("meta")] == ["3 May 2024", "2 May 2024", "and in 1 more sentence"]


def test_an_actors_page_has_its_profile_and_register() -> None:
    found = page("actors/oak-guard/index.html")
    assert found.xpath("//div[contains(@class, 'profile')]//em/text()") == ["militia"]
    assert "https://www.wikidata.org/wiki/Q1" in found.xpath("//dl//a/@href")


def test_a_country_has_two_pages_that_know_each_other() -> None:
    both = archive.build([briefing("a", "T", f"{NORLAND} is cold. [Norland|actor:norland:state:metonym] denied it.")])
    known = theme.static(THEME / "static", SETTINGS)[1]
    views = {request.path: request.view for request in pages.requests(both, known)}
    for path, words in (("actors/norland/index.html", "Norland as a place"), ("locations/norland/index.html", "Norland as an actor")):
        assert words in [value.text for term in views[path].terms for value in term.values]


def test_persons_of_one_name_know_each_other() -> None:
    whole = archive.build(articles(), rulings=[Ruling("ada-brook-skater", ("ada-brook",), ("vote",))])
    _, known = theme.static(THEME / "static", SETTINGS)
    renderer = Renderer(THEME / "templates")
    asked = {"actors/ada-brook/index.html", "actors/ada-brook-skater/index.html"}
    found = {request.path: renderer.render(request).decode() for request in pages.requests(whole, known) if request.path in asked}
    for path, other, name in (
        ("actors/ada-brook/index.html", "../ada-brook-skater/index.html", "Ada Brook (skater)"),
        ("actors/ada-brook-skater/index.html", "../ada-brook/index.html", "Ada Brook"),
    ):
        (link,) = html.document_fromstring(found[path]).xpath("//dt[.='Not to be confused with']/following-sibling::dd[1]//a")
        assert (posixpath.relpath(posixpath.join(posixpath.dirname(path), link.get("href")), "actors"), link.text) == (other[3:], name)


def test_the_address_of_an_actor_that_an_editor_merged_leads_on() -> None:
    merged = Ruling("ada-brook-mp", ("ada-brook",)), Ruling("ada-b", ("ada-brook-mp", "nobody"))
    rulings = [*merged, Ruling("oak-guard", ("ada-brook-x",), ("vote",))]
    whole = archive.build(articles(), rulings=rulings)
    assert whole.moved == {"ada-brook": "ada-b", "ada-brook-mp": "ada-b", "nobody": "ada-b", "ada-brook-x": "oak-guard"}
    _, known = theme.static(THEME / "static", SETTINGS)
    request = next(request for request in pages.requests(whole, known) if request.path == "actors/ada-brook/index.html")
    page = html.document_fromstring(Renderer(THEME / "templates").render(request))
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../../actors/ada-b/index.html"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://news.example/archive/actors/ada-b/"]
    assert [link.get("href") for link in page.xpath("//main//p/a")] == ["../../actors/ada-b/index.html"]


def test_persons_whose_names_are_written_alike_know_each_other() -> None:
    names = [f"[Yaro {name}|actor:yaro-{name.lower()}:person]" for name in ("Belenskyy", "Belensky")]
    told = [briefing(f"day-{n}", "T", f"{name} saw {NORLAND}.") for n, name in enumerate(names)]
    known = theme.static(THEME / "static", SETTINGS)[1]
    views = {request.path: request.view for request in pages.requests(archive.build(told), known)}
    for key, other in (("yaro-belenskyy", "Yaro Belensky"), ("yaro-belensky", "Yaro Belenskyy")):
        terms = {term.term: [value.text for value in term.values] for term in views[f"actors/{key}/index.html"].terms}
        assert terms["May be the same as"] == [other]


def test_an_actor_lists_those_who_belong_to_it() -> None:
    member = Profile(key="ada-brook", name="Ada Brook", type="person", of="oak-guard", path="actors/ada-brook.md")
    known = theme.static(THEME / "static", SETTINGS)[1]
    views = {request.path: request.view for request in pages.requests(archive.build(articles(), [member]), known)}
    assert [link.text for link in views["actors/oak-guard/index.html"].members] == ["Ada Brook"]
    assert [v.text for t in views["actors/ada-brook/index.html"].terms for v in t.values if t.term == "Belongs to"] == ["Oak Guard"]


def test_an_actor_of_a_state_has_that_country_told_once() -> None:
    member = Profile(key="ada-brook", name="Ada Brook", type="person", of="norland", country="LB", path="actors/ada-brook.md")
    state = Profile(key="norland", name="Norland", type="state", country="LB", path="actors/norland.md")
    found = archive.build([*articles(), briefing("tells", "Tells", "[Norland|actor:norland:state] spoke.", "2024-05-03")], [member, state])
    known = theme.static(THEME / "static", SETTINGS)[1]
    (view,) = (r.view for r in pages.requests(found, known) if r.path == "actors/ada-brook/index.html")
    told = {term.term: [value.text for value in term.values] for term in view.terms}
    assert told["Belongs to"] == ["Norland"] and "Country" not in told


def test_what_is_only_described_is_said_to_be() -> None:
    rebels = archive.build([briefing("a", "T", "[Two rebels|actor:rebels:person_group:nominal] fled.")])
    views = {request.path: request.view for request in pages.requests(rebels, theme.static(THEME / "static", SETTINGS)[1])}
    assert views["actors/rebels/index.html"].terms[0].values[0].note == "described, never named"


def test_a_locations_page_says_where_it_lies_and_how_exactly() -> None:
    words = text("locations/marlow/index.html")
    assert "Lies in Oak Province Norland" in words
    assert "60.70° N, 20.60° E town, a few km" in words
    assert "Events here, latest first raid 1 May 2024" in words


def test_a_described_province_has_a_page_that_claims_no_mention() -> None:
    oak = Profile(key="oak-province", name="Oak Province", type="admin", within=("norland",), path="locations/oak-province.md")
    known = theme.static(THEME / "static", SETTINGS)[1]
    requests = {request.path: request for request in pages.requests(archive.build(articles(), [oak]), known)}
    words = Renderer(THEME / "templates").render(requests["locations/oak-province/index.html"]).decode()
    assert "named in no briefing" in words and "No article names it" in words and "never named" not in words
    chain = [value.href for term in requests["locations/marlow/index.html"].view.terms for value in term.values]
    assert "../../locations/oak-province/index.html" in chain


def test_a_country_lists_its_places() -> None:
    assert page("locations/norland/index.html").xpath("//div[@class='tree']//a/text()") == ["airport", "Marlow"]


def test_the_timeline_keeps_reports_and_events_apart() -> None:
    assert "../2024/05/index.html" in page("timeline/index.html").xpath("//table//a/@href")
    assert "1 May 2024 raid" in text("timeline/2024/index.html") and "reported 2 May 2024" in text("timeline/2024/index.html")


def test_claims_name_speaker_cue_and_source() -> None:
    assert "Ada Brook said the Oak Guard had fled s2 claimed" in text("claims/index.html")


@pytest.mark.parametrize(("sentence", "cue", "mode", "told"), [
    (f"According to {ADA} the guards fled.", "According to", "indirect", "according to Ada Brook the guards fled s1 named source"),
    (f"{ADA} claimed the guards fled.", "claimed", "claim", "Ada Brook claimed the guards fled s1 named source"),
    (f"{ADA} said the guards fled.", "said", "direct", "Ada Brook said the guards fled s1 quoted named source"),
])
def test_a_claim_reads_as_a_sentence_and_says_nothing_twice(sentence: str, cue: str, mode: str, told: str) -> None:
    source = briefing("claim", "A claim", sentence, "2024-05-03T10:15")
    source = with_fact(
        source, "attribution", "the guards fled", mode=mode, cue=span_of(source, cue), speaker=span_of(source, "Ada Brook"),
        content=span_of(source, "the guards fled"), speaker_key="ada-brook", source_class="named",
    )
    known = theme.static(THEME / "static", SETTINGS)[1]
    (request,) = (r for r in pages.requests(archive.build([source]), known) if r.path == "claims/index.html")
    words = html.document_fromstring(Renderer(THEME / "templates").render(request).decode()).find(".//main").text_content().split()
    assert f"{told} 3 May 2024 A claim" in " ".join(words)


def test_text_never_becomes_markup() -> None:
    for path, content in site().items():
        assert b"<script>alert" not in content and b"<b>Evil" not in content and b"<i>" not in content, path
    assert "{{ 7*7 }}" in text("page/4/index.html")


def test_a_page_that_is_not_there_leads_on_from_any_depth() -> None:
    found = page("404.html")
    links = [*found.xpath("//a/@href"), *found.xpath("//link/@href"), *found.xpath("//script/@src")]
    assert [link for link in links if not link.startswith(("#main", "/archive/", "https://news.example/archive/"))] == []


def test_a_page_does_not_change_when_an_unrelated_article_comes() -> None:
    known = theme.static(THEME / "static", SETTINGS)[1]
    zoo = briefing("zoo", "Zoo", "[Zed|actor:zed:person] ran in [Zoo|location:zoo:region].", "2024-05-03")
    before, more = archive.build(articles()), archive.build([*articles(), zoo])
    new = {request.path: request.view for request in pages.requests(more, known)}
    lists = (
        "index.html", "page/", "sections/world",
        "sections/index", "2024/", "timeline/", "map/", "network/", "search/", "actors/by", "actors/page", "actors/index", "locations/by",
        "locations/index", "subscribe/", "briefings/",
    )
    for request in pages.requests(before, known):
        if not request.path.startswith(lists):
            assert new[request.path] == request.view, request.path


@pytest.mark.parametrize("briefings", [[], [briefing("only", "Only a title", "", None, section=None)]])
def test_an_archive_of_next_to_nothing_has_its_pages(briefings: list[Briefing]) -> None:
    renderer, known = Renderer(THEME / "templates"), theme.static(THEME / "static", SETTINGS)[1]
    paths = {request.path for request in pages.requests(archive.build(briefings), known) if renderer.render(request)}
    assert {"index.html", "actors/index.html", "locations/index.html", "claims/index.html", "timeline/index.html"} <= paths


def test_an_entry_tells_machines_who_or_what_it_is() -> None:
    (found,) = page("actors/oak-guard/index.html").xpath("//script[@type='application/ld+json']")
    assert json.loads(found.text) == {
        "@context": "https://schema.org", "@type": "Organization", "name": "Oak Guard", "sameAs": "https://www.wikidata.org/entity/Q1",
        "url": "https://news.example/archive/actors/oak-guard/",
    }
    (place,) = page("locations/marlow/index.html").xpath("//script[@type='application/ld+json']")
    assert json.loads(place.text)["@type"] == "Place"


def test_counterparts_that_share_several_briefings_have_a_chart_of_when() -> None:
    told = [
        briefing(f"b{month}", "Report", f"{GUARD} met {ADA}." + " [Kim|actor:kim:person] came." * (month == 1), f"2024-{month:02}-01")
        for month in range(1, 5)
    ]
    view = next(r.view for r in pages.requests(archive.build(told), theme.static(THEME / "static", SETTINGS)[1])
                if r.path == "actors/oak-guard/index.html")
    rows = {row.text: row for part in view.beside for row in part.rows}
    assert rows["Ada Brook"].spark.count("M") == 4
    assert (rows["Kim"].spark, rows["Kim"].note) == ("", "1")


@pytest.mark.parametrize(("kind", "what"), [("CONSULT", "Meeting or talks: “spoke”"), ("NEWS", "")])
def test_a_list_says_what_happened_only_where_that_has_a_class(kind: str, what: str) -> None:
    told = with_fact(briefing("talk", "A talk", f"{ADA} spoke in {MARLOW}.", "2024-05-03"), "event", "spoke", "spoke", type=kind, main=True)
    assert _items.item(told, archive.build([told]), {}, "").what == what
