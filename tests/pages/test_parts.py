"""A briefing too long for one page: its parts, the way between them, and that no page becomes heavy."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import msgspec
import pytest
from lxml import html

from archive.newsroom import briefing
from briefing import archive, exports, facts, lexicon, pages, parts, sources
from briefing.model import Archive, Aside, Briefing, Span
from briefing.pages import Site
from briefing.render import Renderer
from briefing.settings import Settings
from long_read import long_read

RENDERER = Renderer(Path(__file__).parents[2] / "themes" / "briefing" / "templates")
SETTINGS = Settings(site_url="https://archive.example")
SITE = Site(SETTINGS)
HEAVY = 100_000


@cache
def long_archive() -> Archive:
    (article,) = sources.read_source(long_read().encode(), "voices-from-the-road.txt", SETTINGS).articles
    return archive.build([facts.extract(article, lexicon.load(()))])


@cache
def rendered(folder: str) -> dict[str, bytes]:
    """The pages of the long article's archive below a folder."""
    return {r.path: RENDERER.render(r) for r in pages.requests(long_archive(), SITE) if r.path.startswith(folder)}


@cache
def read() -> dict[str, html.HtmlElement]:
    return {path: html.document_fromstring(page) for path, page in rendered("briefings/").items()}


def met(number: int) -> str:
    return f"[Actor {number}|actor:actor-{number}:person] met [Place {number}|location:place-{number}:settlement] there again."


def test_no_page_of_a_very_long_article_is_heavy() -> None:
    assert len(long_archive().briefings[0].text) > 120_000
    assert len(rendered("briefings/")) > 5
    assert {path: len(page) for path, page in rendered("").items() if len(page) >= HEAVY} == {}


def test_no_part_is_a_mere_remnant() -> None:
    weights = [len(page) for page in rendered("briefings/").values()]
    assert min(weights) > 0.4 * max(weights)


def test_each_sentence_and_each_fact_stands_on_one_page() -> None:
    (one,) = long_archive().briefings
    ids = [id_ for page in read().values() for id_ in page.xpath("//*[starts-with(@class, 's')]/@id")]
    assert [id_ for id_ in ids if id_[0] == "s" and id_[1:].isdecimal()] == [f"s{n}" for n in range(len(one.sentences))]
    marks = [id_ for page in read().values() for id_ in page.xpath("//mark/@id")]
    assert sorted(marks) == sorted(fact.id for fact in one.facts)


def test_every_link_between_the_parts_leads_to_what_it_names() -> None:
    ids = {path: set(page.xpath("//@id")) for path, page in read().items()}
    links = [(path, urljoin(path, href)) for path, page in read().items() for href in page.xpath("//main//a/@href")]
    inside = [(path, *link.split("#")) for path, link in links if link.startswith("briefings/") and "#" in link]
    assert len({path for path, target, _ in inside if target != path}) == len(ids)
    assert [link for link in inside if link[2] not in ids[link[1]]] == []


def test_other_pages_lead_to_the_part_that_holds_the_sentence() -> None:
    ids = {path: set(page.xpath("//@id")) for path, page in read().items()}
    linked = set()
    for folder in ("actors/", "claims/", "timeline/", "network/"):
        for path, page in rendered(folder).items():
            for href in html.document_fromstring(page).xpath("//a/@href"):
                target, _, sentence = urljoin(path, href).partition("#")
                if target in ids and sentence:
                    linked.add((folder, target))
                    assert sentence in ids[target], (path, href)
    assert len(linked) > 10


def test_what_is_said_of_the_whole_stands_on_the_first_page() -> None:
    first, *others = read().values()
    assert first.xpath("//section[@id='brief']")
    assert not any(page.xpath("//section[@id='brief']") for page in others)
    assert first.xpath("string(//h1)") == "Voices from the road" == others[0].xpath("string(//h1/a[@href='../index.html'])")


def test_each_part_is_a_page_of_its_own_and_says_which() -> None:
    number, last = 2, len(read())
    page = read()["briefings/voices-from-the-road/2/index.html"]
    assert page.xpath("string(//title)").startswith(f"Voices from the road, part {number} of {last} · ")
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://archive.example/briefings/voices-from-the-road/2/"]
    assert page.xpath("//nav[@id='parts']/a[@rel]/@href") == ["../index.html", "../3/index.html"]
    shown = page.xpath("//*[@class='s']/@id")
    assert f"Part 2 of {last}: sentences {shown[0][1:]} to {shown[-1][1:]} of " in page.xpath("string(//article/header)")


def test_a_thing_told_in_several_parts_leads_from_one_to_the_next() -> None:
    one = briefing("long", "Many meet", " ".join(f"[Ada Brook|actor:ada-brook:person] saw it. {met(number)}" for number in range(300)))
    page = next(RENDERER.render(r) for r in pages.requests(archive.build([one]), SITE) if r.path == "briefings/long/2/index.html")
    (card,) = html.document_fromstring(page).xpath("//li[@id='c-actor-ada-brook']")
    assert [link.get("href") for link in card.find_class("r") if link.text.startswith("part")] == [
        "../index.html#c-actor-ada-brook", "../3/index.html#c-actor-ada-brook",
    ]


def test_exports_lead_to_the_part() -> None:
    files = {file.path: file.content.decode() for file in exports.exports(long_archive(), SETTINGS)}
    assert "<loc>https://archive.example/briefings/voices-from-the-road/2/</loc>" in files["sitemap.xml"]
    rows = re.findall(r"https://archive\.example/(briefings/voices-from-the-road/(?:\d+/)?)#(s\d+)", files["data/facts.csv"])
    ids = {path: set(page.xpath("//@id")) for path, page in read().items()}
    assert len({folder for folder, _ in rows}) == len(ids)
    assert [row for row in rows if row[1] not in ids[f"{row[0]}index.html"]] == []


def test_a_usual_article_is_one_page() -> None:
    one = briefing("short", "Some meet", " ".join(met(number) for number in range(60)))
    assert parts.first_sentences(one) == (0,)
    (page,) = [r for r in pages.requests(archive.build([one]), SITE) if r.path.startswith("briefings/")]
    assert b"Part 1" not in RENDERER.render(page)


def test_a_part_begins_with_a_paragraph_where_it_can() -> None:
    paragraphs = "\n\n".join(" ".join(met(4 * n + k) for k in range(4)) for n in range(100))
    one = briefing("long", "Many meet", paragraphs)
    starts = parts.first_sentences(one)
    assert len(starts) > 2
    assert all(first % 4 == 1 for first in starts[1:])


def test_where_a_text_is_parted_depends_on_it_alone() -> None:
    one = briefing("long", "Many meet", " ".join(met(number) for number in range(300)))
    other = briefing("other", "Others meet", met(1))
    alone, together = (parts.cut(archive.build(found).briefings) for found in ([one], [one, other]))
    assert alone == together and len(alone["long"]) > 1


def test_what_is_printed_beside_an_article_takes_room_on_its_first_page() -> None:
    body = " ".join(met(number) for number in range(120))
    one = briefing("beside", "Many meet", body, asides=tuple(Aside("disclaimer", f"Note {n}: {'words ' * 60}") for n in range(120)))
    found = {r.path: len(RENDERER.render(r)) for r in pages.requests(archive.build([one]), SITE) if r.path.startswith("briefings/")}
    assert len(found) > 1 and max(found.values()) < HEAVY


@pytest.mark.parametrize("words", ["x" * 300_000, "&" * 40_000, "م" * 90_000, ""])
def test_a_sentence_is_never_cut_however_long(words: str) -> None:
    text = f"T\n\n{words} one. {met(1)}"
    sentences = (Span(0, 1), Span(3, len(words) + 8), Span(len(words) + 9, len(text)))
    one: Briefing = msgspec.structs.replace(briefing("odd", "T", "x."), text=text, sentences=sentences)
    starts = parts.first_sentences(one)
    assert starts in ((0,), (0, 2)), "the title stands alone"
