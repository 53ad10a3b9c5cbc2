"""What the words beside a name say of what it is: a firm, a thing, nobody. The tagger here is sure and wrong."""

from __future__ import annotations

import pytest

from briefing.tagger import TagClass
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


def test_the_screen_name_of_who_took_a_picture_is_no_actor() -> None:
    found = said("They met Anna Venbrek. Anna VenbrekImage: Orvella.", {"Anna Venbrek": "person", "Orvella": "person"})
    assert found == [("Anna Venbrek", "person"), ("Anna Venbrek", "person")]


def test_the_word_that_opens_an_answer_is_no_part_of_a_name() -> None:
    assert said("(Ann) Will Blue Kestrel stay?", {"Will Blue Kestrel": "organisation"})[-1] == ("Blue Kestrel", "organisation")


def test_many_members_are_no_body() -> None:
    assert said("She has the vote of 48 OLKs.", {"OLKs": "organisation"}) == []


@pytest.mark.parametrize("body", ["Orvella virus disease (OVD) spread. Then OVD left.", "They have an OVD [old victims' discount] card."])
def test_a_short_form_of_small_words_names_nobody(body: str) -> None:
    assert ("OVD", "organisation") not in said(body, {"OVD": "organisation"})


def test_two_common_nouns_of_a_committee_stay_together() -> None:
    assert ("Committee on Roads and Means", "organisation") in said("The Committee on Roads and Means met.", {})


def test_the_head_of_a_body_is_told_from_it() -> None:
    found = said("They met the president of the Chess Federation Orla Venbrek there.", {"Chess Federation Orla Venbrek": "organisation"})
    assert found == [("Chess Federation", "organisation"), ("Orla Venbrek", "person")]


def test_a_branch_named_after_a_man_and_a_country_is_a_firm() -> None:
    assert said("The suit names Philip Venbrek USA.", {"Philip Venbrek USA": "person"}) == [("Philip Venbrek USA", "organisation")]


def test_a_surname_with_its_particle_is_of_the_full_name() -> None:
    found = said("They met Rocky De La Venbrek. The De La Venbrek ticket lost.", {"Rocky De La Venbrek": "person"})
    assert found[-1] == ("De La Venbrek", "person")


def test_ethnic_says_that_a_people_is_meant() -> None:
    assert said("Many ethnic Orvella fled.", {"Orvella": "person"}) == []


@pytest.mark.parametrize(("body", "name"), [
    ("The House Committee on Standards of Official Conduct met.", "House Committee on Standards of Official Conduct"),
    ("He spoke for the Orvella Party of Kelvarra and the Venbrek Party today.", "Venbrek Party"),
])  # fmt: skip
def test_a_body_is_told_whole_and_alone(body: str, name: str) -> None:
    told: dict[str, TagClass] = {"Orvella Party of Kelvarra and the Venbrek Party": "organisation"}
    assert (name, "organisation") in said(body, told)


def test_an_article_that_opens_a_sentence_makes_no_other_man() -> None:
    found = said("They met al-Venbrek. " * 5 + "Al-Venbrek left.", {"al-Venbrek": "person", "Al-Venbrek": "organisation"})
    assert found[-1] == ("Al-Venbrek", "person")


def test_a_party_is_no_part_of_the_house_it_sits_in() -> None:
    found = said("They asked Democratic Senate members.", {"Democratic Senate": "organisation"})
    assert not [name for name, _ in found if "Democratic" in name]


@pytest.mark.parametrize("body", ["We are in Group D now.", "A cat nicknamed Orvella ran."])
def test_letters_and_nicknames_are_no_body(body: str) -> None:
    told: dict[str, TagClass] = {"Group D": "organisation", "Orvella": "organisation"}
    assert not [name for name, _ in said(body, told) if name in told]


def test_a_short_form_of_an_airline_is_the_airline() -> None:
    body = "Kelvarra Air was fined. Then Kelvarra left."
    told: dict[str, TagClass] = {"Kelvarra Air": "organisation", "Kelvarra left": "person"}
    assert ("Kelvarra", "organisation") in said(body, told)


@pytest.mark.parametrize("body", [
    "Garden Computer left. Garden said it would stay.",
    "It was sued by Garden Computer. They met 500 Garden engineers.",
    "Garden Computer was fined. It was held by Garden on Friday.",
])  # fmt: skip
def test_a_firm_whose_name_is_a_word_of_every_day_is_told_again_by_it(body: str) -> None:
    assert said(body, {})[-1] == ("Garden", "organisation")


def test_the_same_word_that_opens_a_sentence_is_no_firm() -> None:
    assert said("Garden Computer left. Garden tools are dear.", {}) == [("Garden Computer", "organisation")]


@pytest.mark.parametrize("name", [
    "Institute of Health, Water Control and Research", "Orvella Educational, Scientific and Cultural Organization",
    "National Union of Road, Water and Transport Workers", "Kelvarra Gas and Electric", "Venbrek, Orvella & Kelvarra",
])  # fmt: skip
def test_a_name_with_commas_and_links_stays_whole(name: str) -> None:
    assert said(f"They left the {name} there.", {name: "organisation"}) == [(name, "organisation")]


def test_a_list_of_bodies_is_parted() -> None:
    found = said("The Ministry of Health, Ann Lee and the Harbour Office met.", {"Ann Lee": "person"})
    assert ("Ministry of Health", "organisation") in found and ("Harbour Office", "organisation") in found


def test_a_newspaper_named_after_a_people_is_told_from_the_people() -> None:
    assert ("Australian", "other") in said("The Australian medical mission left.", {})
    assert ("The Australian", "organisation") in said("The Australian said so.", {})


@pytest.mark.parametrize("body", ["It was about the ship, Kelvarra Mail reported.", "It would sell the film, Kelvarra Mail said again."])
def test_who_reports_of_a_thing_is_none(body: str) -> None:
    assert said(body, {"Kelvarra Mail": "organisation"}) == [("Kelvarra Mail", "organisation")]


@pytest.mark.parametrize(("body", "kind"), [
    ("They met in a village called Kelvarra.", "place"), ("They work for a company called Kelvarra.", "organisation"),
])  # fmt: skip
def test_what_a_name_is_called_is_what_it_is(body: str, kind: str) -> None:
    assert said(body, {"Kelvarra": "person"}, confidence=0.8) == [("Kelvarra", kind)]


def test_the_star_is_no_newspaper() -> None:
    assert said("The Sun is old. The Moon is cold.", {}) == []


def test_who_is_quoted_before_a_thing_is_none() -> None:
    body = "According to the Kelvarra Mail, a long pipeline is to be built."
    assert said(body, {"Kelvarra Mail": "organisation"}) == [("Kelvarra Mail", "organisation")]


@pytest.mark.parametrize("body", [
    "AB (      ) is it.", "EUL [     ]", "Bank of Health, " * 50, "Big National, " * 50, "The Sun", "(A) ) B", "X, a ", ", a bank",
])  # fmt: skip
def test_odd_texts_break_nothing(body: str) -> None:
    assert isinstance(said(body, {"AB": "organisation", "Big": "person"}), list)


def test_the_number_of_a_unit_is_part_of_its_name() -> None:
    body = "Airmen of the 507th Air Refueling Wing met the 101st Airborne Division."
    told = said(body, {"Air Refueling Wing": "organisation"}, confidence=0.99)
    assert [name for name, _ in told] == ["507th Air Refueling Wing", "101st Airborne Division"]


def test_an_air_force_base_is_a_place() -> None:
    body = "They trained at Kelvarra Air Force Base."
    assert said(body, {"Kelvarra Air Force Base": "organisation"}, confidence=0.9) == [("Kelvarra Air Force Base", "place")]


def test_where_somebody_flies_to_is_a_place() -> None:
    assert said("The crew flew back to Kelvarra.", {"Kelvarra": "place"}, confidence=0.6) == [("Kelvarra", "place")]


def test_a_nickname_stands_inside_a_name() -> None:
    assert said('General Richard "Rex" Kelvarra spoke.', {}) == [('Richard "Rex" Kelvarra', "person")]


def test_a_resolution_names_the_body_that_adopts_it() -> None:
    assert ("UN Security Council", "organisation") in said("They read UN Security Council Resolution 2254.", {})


def test_a_regional_government_is_a_body() -> None:
    assert said("The Norland Provincial council met.", {}) == [("Norland Provincial council", "organisation")]


def test_whoever_the_apposition_says_holds_an_office_is_no_place() -> None:
    told = said("It was near Kelvarra, said Naveed Alam, a government administrator.", {"Naveed Alam": "place"}, confidence=0.96)
    assert ("Naveed Alam", "person") in told
