"""Maps: what lies on them, where, and how exactly."""

import re
import xml.etree.ElementTree as ET

import pytest

from archive.newsroom import briefing
from briefing import archive, maps
from briefing.maps import HEIGHT, WIDTH, WORLD, Point


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        ("IQ", 33.3, 44.4),  # Baghdad
        ("BH", 26.2, 50.6),  # a small island
        ("FJ", -18.1, 178.4),  # both sides of the date line
        ("RU", 55.8, 37.6),
        ("RU", 66.2, -169.8),  # Uelen, beyond the date line
        ("JP", 43.1, 141.4),  # Sapporo, on another island than Tokyo
        ("NZ", -36.8, 174.8),
        ("US", 38.9, -77.0),
        ("CL", -53.2, -70.9),
    ],
)
def test_a_town_lies_on_the_map_of_its_country(code: str, lat: float, lon: float) -> None:
    x, y = maps.position(code, lat, lon) or (-1, -1)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


@pytest.mark.parametrize(("code", "lat", "lon"), [("FR", 4.9, -52.3), ("US", 61.2, -149.9), ("IQ", 51.5, 0.0)])
def test_what_is_far_from_the_body_of_a_country_is_off_its_map(code: str, lat: float, lon: float) -> None:
    assert maps.position(code, lat, lon) is None


def test_north_is_up_and_east_is_right() -> None:
    west, east = maps.position("IQ", 33.8, 42.4), maps.position("IQ", 33.3, 44.4)
    assert west and east
    assert west[0] < east[0]
    assert west[1] < east[1]


def test_the_shape_of_a_marker_says_how_exactly_its_place_is_known() -> None:
    points = [
        Point(33.8, 42.4, "site", "base", "#a"),
        Point(33.3, 44.4, "settlement", "town", "#b"),
        Point(33, 42, "admin", "province", "#c"),
    ]
    view = maps.locate("IQ", points, "../../")
    assert view is not None
    assert view.href == "../../maps/iq.svg"
    assert {marker.label: marker.shape for marker in view.markers} == {"base": "site", "town": "settlement", "province": "area"}
    assert "exact site" in view.caption
    assert "somewhere in this area" in view.caption


def test_a_place_off_the_map_is_named_and_not_dropped() -> None:
    view = maps.locate("IQ", [Point(33.3, 44.4, "settlement", "Baghdad", "#a"), Point(51.5, 0.0, "settlement", "London", "#b")])
    assert view is not None
    assert [marker.label for marker in view.markers] == ["Baghdad"]
    assert "not on this map: London" in view.caption


@pytest.mark.parametrize("country", [None, "ZZ", "GI"])
def test_a_country_without_a_map_is_shown_on_the_world(country: str | None) -> None:
    view = maps.locate(country, [Point(36.1, -5.3, "settlement", "Gibraltar", "#a")])
    assert view is not None
    assert view.href == "maps/world.svg"


def test_without_a_point_there_is_no_map() -> None:
    assert maps.locate("IQ", []) is None


def test_names_on_a_map_do_not_cover_each_other() -> None:
    near = [Point(33.3 + n / 100, 44.4, "settlement", f"Town {n}", "#a") for n in range(5)]
    view = maps.locate("IQ", near)
    assert view is not None
    assert sum(bool(marker.anchor) for marker in view.markers) == 1


def test_every_country_can_be_drawn_and_stays_small() -> None:
    for code in ("IQ", "FJ", "RU", "VA", "AQ", "CA", WORLD, *maps.REGIONS):
        svg = maps.draw(code)
        assert ET.fromstring(svg).tag.endswith("svg")
        assert len(svg) < 50_000
        assert svg == maps.draw(code)


def test_a_country_stands_out_from_its_neighbours() -> None:
    assert re.findall(r'<path class="c" d="M\d', maps.draw("IQ").decode())


def test_only_countries_and_regions_of_the_archive_are_drawn() -> None:
    whole = archive.build([briefing("a", "Fire in [Marlow|location:marlow:settlement]", "It burnt.")])
    assert [file.path for file in maps.exports(whole, None)] == ["maps/world.svg", "maps/europe.svg", "maps/no.svg"]


def test_countries_are_called_as_readers_call_them() -> None:
    assert [maps.country_name(code) for code in ("IQ", "CD", "XK", "ZZ", None)] == ["Iraq", "DR Congo", "Kosovo", "ZZ", ""]
