"""Clubs that are called by their town, and players, in reports of matches. The tagger takes the towns for what they are elsewhere."""

from __future__ import annotations

import pytest

from told import said

_PLACES = ("Leeds", "Derby", "Lyon", "Boston", "Denver", "Oslo")


@pytest.mark.parametrize(("body", "club"), [
    ("SOCCER - RESULTS .\n\nLeeds 2 Derby 0", "Leeds"),
    ("SOCCER - STANDINGS .\n\nLeeds 15 5 4 6 19\n\nDerby 15 4 4 7 16", "Derby"),
    ("The striker scored twice in the final match as Leeds beat the champions.", "Leeds"),
    ("The goalkeeper saved a penalty in the match and a win over Lyon followed.", "Lyon"),
    ("BASKETBALL - Games on Friday .\n\nA late basket settled it. Boston coach Orla Venbrek was glad.", "Boston"),
])  # fmt: skip
def test_a_town_that_plays_is_its_club(body: str, club: str) -> None:
    assert (club, "organisation") in said(body, dict.fromkeys(_PLACES, "place"))


@pytest.mark.parametrize("body", [
    "SOCCER - Orla Venbrek scored twice in the match in Leeds on Friday.",
    "SOCCER - FINAL .\n\nLeeds, England 1996-08-30\n\nOrla Venbrek scored twice in the match.",
    "Leeds beat Derby to the new factory, and Leeds coach firms were glad.",
])  # fmt: skip
def test_a_town_where_something_is_stays_a_place(body: str) -> None:
    assert ("Leeds", "place") in said(body, dict.fromkeys(_PLACES, "place"))


def test_a_country_that_plays_stays_the_country() -> None:
    assert ("Norway", "place") in said("SOCCER - RESULTS .\n\nNorway 2 Sweden 0", {"Norway": "place", "Sweden": "place"})


def test_scorers_in_brackets_are_persons() -> None:
    found = said("SOCCER - RESULTS .\n\nLeeds 2 ( Dublin 10 , Venbrek 33 85 ) Derby 0", dict.fromkeys((*_PLACES, "Dublin"), "place"))
    assert ("Dublin", "person") in found
    assert ("Leeds", "organisation") in found


def test_the_name_behind_a_racers_country_is_the_teams() -> None:
    found = said("CYCLING - RESULTS .\n\n1. Orla Venbrek ( Norway ) Kelvarra two hours", {"Orla Venbrek": "person", "Kelvarra": "person"})
    assert ("Kelvarra", "organisation") in found


def test_who_stands_in_a_table_is_a_club() -> None:
    body = "SOCCER - STANDINGS .\n\nKelvarra 20 9 8 3\n\nLeeds 20 2 7 11"
    assert ("Kelvarra", "organisation") in said(body, {})


def test_clubs_of_two_countries_are_no_persons() -> None:
    body = "BASKETBALL - RESULT .\n\nVenbrek ( Greece ) 71 Kelvarra ( France ) 69 ( halftime 38-35 )"
    found = said(body, {"Venbrek": "person", "Kelvarra": "person"})
    assert {("Venbrek", "organisation"), ("Kelvarra", "organisation")} <= set(found)


def test_a_headline_in_capitals_is_cut_where_print_writes_small() -> None:
    body = "HOCKEY - VENBREK HAT-TRICK LIFTS RANGERS .\n\nMartin Venbrek scored three goals as the Rangers won the match."
    told = {"VENBREK HAT-TRICK LIFTS RANGERS": "organisation", "Martin Venbrek": "person", "Rangers": "organisation"}
    assert said(body, dict(told))[0] == ("VENBREK", "person")


def test_a_table_has_clubs_and_no_columns() -> None:
    body = "ICE HOCKEY - STANDINGS .\n\nW L T GF GA PTS\n\nBUFFALO 13 11 2 77 76 28"
    assert said(body, {"W L T GF GA PTS": "organisation"}) == [("BUFFALO", "organisation")]


def test_scores_alone_make_a_report_of_sport() -> None:
    body = "Leeds 2 Derby 0. Lyon 1 Oslo 1. Boston 3 Denver 2."
    assert {kind for _, kind in said(body, dict.fromkeys(_PLACES, "place"))} == {"organisation"}


def test_only_a_fixture_makes_clubs_of_towns_in_capitals() -> None:
    assert ("OSLO", "place") in said("GOLF - LEADING RESULTS AT OSLO GRAND PRIX\n\nA player led.", {"OSLO": "place"})
    assert ("OSLO", "organisation") in said("HOCKEY - FRIDAY\n\nBOSTON AT OSLO\n\nA player led.", {"OSLO": "place", "BOSTON": "place"})
