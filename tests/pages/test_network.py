"""The network as a reader meets it: who is named with whom, and, apart from it, what sentences state."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from archive.newsroom import briefing, with_fact
from briefing import archive, pages
from briefing.model import Archive
from briefing.pages import _arcs, network
from briefing.render import Renderer
from briefing.settings import Settings

THEME = Path(__file__).parents[2] / "themes" / "briefing"
ADA = "[Ada Brook|actor:ada-brook:person]"
KIM = "[Kim Ball|actor:kim-ball:person]"
GUARD = "[Oak Guard|actor:oak-guard:armed_group]"
WIRE = "[Norland Wire|actor:norland-wire:media]"


def told() -> Archive:
    backed = briefing("a", "A", f"{WIRE} reports that {ADA} met {KIM}. The {GUARD}, backed by {ADA}, marched.")
    backed = with_fact(backed, "relation", "backed by Ada Brook", predicate="backed_by", subject="oak-guard", object="ada-brook")
    opposed = briefing("b", "B", f"{WIRE} reports that {ADA} and {KIM} dined. {KIM} fights the {GUARD}.")
    opposed = with_fact(opposed, "relation", "fights the Oak Guard", predicate="opposed_to", subject="kim-ball", object="oak-guard")
    return archive.build([backed, opposed])


def page(whole: Archive) -> html.HtmlElement:
    (request,) = network.requests(whole, pages.Site(Settings()))
    return html.document_fromstring(Renderer(THEME / "templates").render(request).decode())


def test_every_actor_of_the_diagram_is_a_link_to_its_page() -> None:
    links = {a.get("href"): a.xpath("title/text()")[0] for a in page(told()).xpath("//figure//a")}
    assert links == {
        "../actors/ada-brook/index.html": "Ada Brook: 2 briefings", "../actors/kim-ball/index.html": "Kim Ball: 2 briefings",
        "../actors/oak-guard/index.html": "Oak Guard: 2 briefings",
    }


def test_to_be_named_together_is_kept_apart_from_what_is_stated() -> None:
    paths = {(p.get("class"), p.xpath("title/text()")[0]) for p in page(told()).xpath("//figure//g/path")}
    assert ("together", "Ada Brook and Kim Ball") in paths
    assert ("for", "Oak Guard backed by Ada Brook") in paths and ("against", "Kim Ball opposed to Oak Guard") in paths


def test_a_sign_says_what_the_colour_says() -> None:
    signs = {text.get("class"): text.text for text in page(told()).xpath("//figure//g/text")}
    assert signs == {"sign-for": "+", "sign-against": "−"}


def test_the_tables_say_what_the_diagram_shows_and_lead_to_the_sentence() -> None:
    tables = page(told()).xpath("//table")
    rows = [" ".join(" ".join(row.itertext()).split()) for table in tables for row in table.xpath(".//tbody/tr")]
    assert "Oak Guard + backed by Ada Brook s2 A 1" in rows and "Ada Brook Kim Ball 2" in rows
    assert "../briefings/a/index.html#s2" in tables[0].xpath(".//a/@href")


def test_the_press_is_left_out() -> None:
    assert "Norland Wire" not in page(told()).find(".//main").text_content()


def test_no_more_than_forty_actors_are_drawn_and_the_page_stays_small() -> None:
    crowd = " ".join(f"[Person {n}|actor:p{n}:person] came." for n in range(60))
    whole = archive.build(briefing(f"b{n}", "T", crowd) for n in range(30))
    (request,) = network.requests(whole, pages.Site(Settings()))
    assert len(request.view.nodes) == 40 and len(Renderer(THEME / "templates").render(request)) < 120_000


def test_the_same_archive_gives_the_same_diagram() -> None:
    assert next(network.requests(told(), pages.Site(Settings()))).view == next(network.requests(told(), pages.Site(Settings()))).view


def test_an_archive_without_actors_says_so() -> None:
    assert "No two actors" in page(archive.build([])).text_content()


def test_names_that_are_joined_stand_side_by_side() -> None:
    placed = _arcs.order(6, {(0, 3): 1.0, (3, 5): 0.9, (1, 4): 0.8})
    at = {number: place for place, number in enumerate(placed)}
    assert sorted(placed) == list(range(6))
    assert all(abs(at[a] - at[b]) == 1 for a, b in ((0, 3), (3, 5), (1, 4)))
    assert _arcs.order(0, {}) == []


def test_arcs_stay_inside_the_picture_on_their_side() -> None:
    for place in range(1, 60):
        assert 0 <= _arcs.arc(0, place, left=True).x < _arcs.LEFT
        assert _arcs.RIGHT < _arcs.arc(0, place).x <= _arcs.WIDTH
