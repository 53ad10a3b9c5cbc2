"""The map as a reader meets it: every place on it or listed beside it, each with its page, and no script needed."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from pathlib import Path

import msgspec
import pytest
from lxml import html

from archive.newsroom import briefing
from briefing import archive, maps, pages
from briefing.model import Archive, Entry
from briefing.pages import map as map_page
from briefing.render import Renderer
from briefing.settings import Settings

THEME = Path(__file__).parents[2] / "themes" / "briefing"
TEXT = (
    "[Norland|location:norland:country] sent boats to [Marlow|location:marlow:settlement] and "
    "[the airport|location:marlow-airport:facility] in [Oak Province|location:oak-province:admin] but not to "
    "[Fenham|location:fenham:settlement]."
)


@cache
def built() -> Archive:
    return archive.build([briefing("flood", "Flood", TEXT), briefing("again", "Again", "[Marlow|location:marlow:settlement] is dry.")])


def many(count: int) -> Archive:
    """An archive of that many places, spread over the globe."""
    one = built().locations["marlow"]
    places: dict[str, Entry] = {
        f"place-{n}": msgspec.structs.replace(one, key=f"place-{n}", label=f"Place number {n}", lat=-50 + n % 120, lon=-175 + n * 7 % 350)
        for n in range(count)
    }
    return msgspec.structs.replace(built(), locations=places)


def rendered(whole: Archive) -> dict[str, str]:
    site, renderer = pages.Site(Settings(entry_page_size=200)), Renderer(THEME / "templates")
    return {request.path: renderer.render(request).decode() for request in map_page.requests(whole, site)}


def page(path: str) -> html.HtmlElement:
    return html.document_fromstring(rendered(built())[path])


def test_every_place_with_coordinates_is_marked_and_linked_by_its_precision() -> None:
    marks = {
        a.get("href"): a.xpath("./*[@class]/@class") for a in page("map/index.html").xpath("//figure//a")
    }
    assert marks == {
        "../locations/norland/index.html": ["wide"], "../locations/marlow/index.html": ["settlement"],
        "../locations/marlow-airport/index.html": ["site"], "../locations/oak-province/index.html": ["area"],
    }


def test_a_mark_says_its_name_and_number_and_grows_with_it() -> None:
    figure = page("map/index.html").xpath("//figure")[0]
    titles = {a.get("href"): a.xpath("title/text()")[0] for a in figure.xpath(".//a")}
    assert titles["../locations/marlow/index.html"] == "Marlow: 2 briefings"
    radius = {a.get("href"): float(a.xpath("circle/@r")[0]) for a in figure.xpath(".//a[circle]")}
    assert radius["../locations/marlow/index.html"] > radius["../locations/marlow-airport/index.html"]


def test_a_place_without_coordinates_is_listed_not_dropped() -> None:
    world = page("map/index.html")
    assert "4 places with coordinates, 1 without" in world.text_content()
    assert world.xpath("//aside//a[text()='Fenham']/@href") == ["../locations/fenham/index.html"]
    assert "not located" in page("map/not-located/index.html").xpath("//table")[0].text_content()


def test_the_list_behind_the_map_has_coordinates_with_their_precision_in_words() -> None:
    rows = [" ".join(" ".join(row.itertext()).split()) for row in page("map/index.html").xpath("//tbody/tr")]
    assert rows[0] == "Marlow town or city, Oak Province, Norland 60.70° N, 20.60° E town, a few km 2"
    assert len(rows) == 4


def test_regions_are_maps_of_their_own_with_what_lies_on_them() -> None:
    assert set(rendered(built())) == {"map/index.html", "map/europe/index.html", "map/not-located/index.html"}
    europe = page("map/europe/index.html")
    assert europe.xpath("//figure//image/@href") == ["../../maps/europe.svg"]
    assert len(europe.xpath("//figure//a")) == 4
    assert "map/europe/index.html" in " ".join(page("map/index.html").xpath("//nav[@aria-label='Maps']//a/@href"))


def test_a_reader_is_told_that_borders_are_contested() -> None:
    assert "some are contested" in page("map/index.html").xpath("//figcaption")[0].text_content()


def test_every_map_file_that_a_page_shows_is_exported() -> None:
    files = {file.path for file in maps.exports(built(), None)}
    for path in rendered(built()):
        for href in page(path).xpath("//image/@href"):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) in files


def test_weight_stays_flat_and_every_place_is_in_the_list() -> None:
    found = rendered(many(1200))
    assert max(len(text.encode()) for text in found.values()) < 150_000
    lists = (text for path, text in found.items() if re.fullmatch(r"map/(page/\d+/)?index\.html", path))
    listed = {key for text in lists for key in html.document_fromstring(text).xpath("//tbody//a/text()")}
    assert listed == {f"Place number {n}" for n in range(1200)}
    assert "drawn" in html.document_fromstring(found["map/index.html"]).xpath("//header//p")[0].text_content()


@pytest.mark.parametrize("lon", [-180.0, 180.0, 179.99])
def test_places_at_the_date_line_and_the_poles_are_borne(lon: float) -> None:
    one = built().locations["marlow"]
    edges = {f"p{lat}": msgspec.structs.replace(one, key=f"p{lat}", lat=float(lat), lon=lon) for lat in (-90, -17, 0, 83, 90)}
    found = rendered(msgspec.structs.replace(built(), locations=edges))
    assert len(html.document_fromstring(found["map/index.html"]).xpath("//tbody/tr")) == 5


def test_an_archive_without_places_has_a_map_that_says_so() -> None:
    found = rendered(archive.build([]))
    assert set(found) == {"map/index.html"} and "No place with coordinates" in found["map/index.html"]
