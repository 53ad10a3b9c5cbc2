"""What the words beside a name say of what it is: a firm, a thing, nobody. The tagger here is sure and wrong."""

from __future__ import annotations

import pytest

from told import said


@pytest.mark.parametrize("body", [
    "It hired law firm Venbrek Austin on Monday.",
    "In a statement, the company, Venbrek Austin, said it was sorry.",
    "Venbrek Austin, a satellite company, said so.",
    "Gas producer Venbrek Austin signed a letter.",
    "Store chains Venbrek Austin and Orvella lowered prices.",
])  # fmt: skip
def test_what_is_called_a_firm_is_none_who_was_born(body: str) -> None:
    assert said(body, {"Venbrek Austin": "person"}) == [("Venbrek Austin", "organisation")]


@pytest.mark.parametrize("body", [
    "The head of the team, Orla Venbrek, left.",
    "Orla Venbrek, the chief of the company, left.",
    "Film producer Orla Venbrek left.",
    "The company Orla Venbrek founded closed.",
])  # fmt: skip
def test_whoever_belongs_to_a_firm_stays_a_person(body: str) -> None:
    assert ("Orla Venbrek", "person") in said(body, {"Orla Venbrek": "person"})


@pytest.mark.parametrize("body", [
    "The cargo ship Kelvarra sank. The Kelvarra had left on Monday.",
    "The boat, Kelvarra, caught fire. The Kelvarra was new.",
    "The Kelvarra was a wooden boat for divers. They said Kelvarra was safe.",
    "They saw Kelvarra, a 2012 film by a friend.",
    "He broke the Kelvarra treaty.",
])  # fmt: skip
def test_a_thing_is_nobody_and_nowhere(body: str) -> None:
    assert said(body, {"Kelvarra": "organisation"}) == []


def test_whose_film_it_is_stays_a_person() -> None:
    assert said("It was the film Venbrek made.", {"Venbrek": "person"}) == [("Venbrek", "person")]


def test_a_town_before_a_ship_stays_a_town() -> None:
    assert said("In Kelvarra, the ship was unloaded.", {"Kelvarra": "place"}) == [("Kelvarra", "place")]
