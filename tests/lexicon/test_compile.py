"""How the gazetteer is made: who gets a bare key, and which by-names are left out."""

from __future__ import annotations

import pytest

from briefing.lexicon._compile_keys import Place, drop_namesakes, keyed
from briefing.lexicon._compile_points import Point, middle

COUNTRIES = {"LY": "libya", "LB": "lebanon", "GB": "united-kingdom", "ZW": "zimbabwe", "US": "united-states"}


def town(name: str, country: str, population: int, *others: str, area: str = "", sure: str = "") -> Place:
    names = {name, *others, *filter(None, [sure])}
    return Place("settlement", name, names, country, area, 0.0, 0.0, population, population, population, frozenset(filter(None, [sure])))


def test_the_best_known_place_keeps_the_bare_key() -> None:
    places = [town("Tripoli", "LY", 1_300_000), town("Tripoli", "LB", 230_000), town("Tripoli", "US", 1_300, area="US.IA"),
              town("Tripoli", "US", 500, area="US.IA")]
    kept = keyed(places, COUNTRIES, {"US.IA": "iowa"}, frozenset())
    assert [place.key for place in kept] == ["tripoli", "tripoli-lebanon", "tripoli-united-states", "tripoli-iowa"]


def test_a_curated_place_keeps_its_key() -> None:
    assert [p.key for p in keyed([town("Gaza", "LB", 400_000)], COUNTRIES, {}, frozenset({"gaza"}))] == ["gaza-lebanon"]


def test_a_place_without_letters_is_left_out() -> None:
    assert keyed([town("???", "US", 900)], COUNTRIES, {}, frozenset()) == []


def test_a_by_name_gives_way_to_a_town_of_that_name() -> None:
    harare, salisbury = town("Harare", "ZW", 1_500_000, "Salisbury"), town("Salisbury", "GB", 45_000)
    bombay, village = town("Mumbai", "US", 12_700_000, "Bombay"), town("Bombay", "US", 740)
    odesa, odessa = town("Odesa", "LB", 1_000_000, sure="Odessa"), town("Odessa", "US", 115_000)
    drop_namesakes([harare, salisbury, bombay, village, odesa, odessa])
    assert "Salisbury" not in harare.names
    assert "Bombay" in bombay.names
    assert "Odessa" in odesa.names


@pytest.mark.parametrize(("points", "where"), [
    ([(10.0, 20.0)], (10.0, 20.0)),
    ([(10.0, 20.0), (12.0, 26.0)], (11.0, 23.0)),
    ([(30.0, -95.0)] * 50 + [(26.0, -98.0), (36.0, -102.0)], (30.0, -95.0)),  # all but two in one city
    ([(i / 10, i / 10) for i in range(100)] + [(60.0, 100.0)], (4.95, 4.95)),  # one far outside
    ([(-17.0, 179.0), (-18.0, -178.0)], (-17.5, -179.5)),  # across the date line
])
def test_an_area_stands_at_the_middle_of_its_places(points: list[Point], where: Point) -> None:
    assert middle(points) == pytest.approx(where, abs=0.1)
