"""Where a firm's name ends, what else it is called, and which names of the money pages are nobody's."""

from __future__ import annotations

import pytest

from told import names, said


@pytest.mark.parametrize(("body", "firm", "seat"), [
    ("Kelvarra Inc of Lyon won the order.", "Kelvarra Inc", "Lyon"),
    ("They asked Venbrek International of Rotterdam for help.", "Venbrek International", "Rotterdam"),
    ("They asked Venbrek of Finland for help.", "Venbrek", "Finland"),
])  # fmt: skip
def test_where_a_firm_sits_is_no_part_of_its_name(body: str, firm: str, seat: str) -> None:
    assert said(body, {f"{firm} of {seat}": "organisation"}) == [(firm, "organisation"), (seat, "place")]


@pytest.mark.parametrize("name", ["Bank of Finland", "University of Lyon", "Electric Corporation of Finland"])
def test_where_a_public_body_sits_is_part_of_its_name(name: str) -> None:
    assert said(f"They asked the {name} for help.", {name: "organisation"}) == [(name, "organisation")]


def test_who_leads_a_party_is_no_part_of_its_name() -> None:
    found = said("The Harbour Union of Martin Venbrek led.", {"Harbour Union of Martin Venbrek": "organisation"})
    assert found == [("Harbour Union", "organisation"), ("Martin Venbrek", "person")]


def test_nothing_follows_a_legal_form() -> None:
    assert said("It was bought by Venbrek Ltd for A$ 41 million.", {}) == [("Venbrek Ltd", "organisation")]


@pytest.mark.parametrize("body", [
    "The Nikkei fell 211 points.", "The Dow Jones industrial average rose.", "The S&P 500 closed lower.", "The FTSE 100 was flat.",
])  # fmt: skip
def test_an_index_of_prices_is_nobody(body: str) -> None:
    told = {"Nikkei": "organisation", "Dow Jones": "organisation", "S&P": "organisation", "FTSE": "organisation"}
    assert said(body, told) == []


@pytest.mark.parametrize("body", ["The deal was near, Nikkei said.", "It told Dow Jones Newswires so.", "S&P cut its rating."])
def test_who_publishes_an_index_is_somebody(body: str) -> None:
    assert said(body, {})


def test_a_firm_in_a_headline_is_told_by_its_short_name() -> None:
    assert said("Garden Computer sold two million.", {}, title="Garden unveils new phone")[0] == ("Garden", "organisation")


@pytest.mark.parametrize("medium", ["news agency", "newspaper", "radio", "daily"])
def test_what_is_called_a_medium_is_one(medium: str) -> None:
    assert said(f"The Orvella {medium} said so.", {"Orvella": "person"})[0] == ("Orvella", "organisation")


def test_a_curated_medium_ends_with_its_name() -> None:
    assert said("The Xinhua news agency said so.", {}) == [("Xinhua", "organisation")]


def test_a_place_that_has_bearings_is_one() -> None:
    body = "They held Orvella, northeast of Mosul, and Venbrek, about 20 km south of Kirkuk."
    found = said(body, {"Orvella": "person", "Venbrek": "person"}, confidence=0.8)
    assert {("Orvella", "place"), ("Venbrek", "place")} <= set(found)


def test_the_title_of_a_work_is_no_place() -> None:
    assert said("She wrote The Salt Factory in May.", {"Salt Factory": "place"}) == []


@pytest.mark.parametrize("line", ["MEXICO CITY 1996-08-27", "PORT OF SPAIN 1996-08-13"])
def test_a_dateline_in_capitals_is_read_like_print(line: str) -> None:
    found = names(f"{line}\n\nA bank was placed on review.", {})
    assert [name.span.end - name.span.start for name in found] == [len(line.rpartition(" ")[0])]


def test_a_unit_alone_keeps_its_number() -> None:
    assert said("Troops of the 53rd Division moved.", {}) == [("53rd Division", "organisation")]


def test_a_legal_form_parts_a_firm_from_who_leads_it() -> None:
    found = said("The chairman of Kelvarra LLC Martin Venbrek left.", {"Kelvarra LLC Martin Venbrek": "organisation"})
    assert found == [("Kelvarra LLC", "organisation"), ("Martin Venbrek", "person")]


def test_a_church_goes_by_its_belief() -> None:
    found = said("He left the Church of Kelvarrism. An attorney for Kelvarrism said so.", {"Church of Kelvarrism": "organisation"})
    assert ("Kelvarrism", "organisation") in found


def test_a_ship_is_nobody_without_what_says_so_either() -> None:
    told = {"FS Venbrek": "organisation", "Venbrek": "person", "DDG": "organisation"}
    assert not [name for name, _ in said("The FS Venbrek (DDG 70) sailed. Venbrek is committed to it.", dict(told)) if name != "FS Venbrek"]


@pytest.mark.parametrize("body", [
    "Shares closed higher. Venbrek slipped 6p after a broker cut its price, traders said.",
    "Stocks fell and dealers sold bonds. Venbrek ended flat on the bourse.",
])  # fmt: skip
def test_whose_price_moves_is_a_firm(body: str) -> None:
    assert ("Venbrek", "organisation") in said(body, {"Venbrek": "person"})


def test_who_slips_elsewhere_is_somebody() -> None:
    assert ("Venbrek", "person") in said("Venbrek slipped on the ice and fell.", {"Venbrek": "person"})


def test_a_firms_first_word_is_its_short_name_whatever_it_deals_in() -> None:
    assert ("Orvella", "organisation") in said("Orvella Spice Ltd left. It was Orvella who paid.", {})


@pytest.mark.parametrize("word", ["Swede", "Briton", "Croat", "Pole"])
def test_what_people_somebody_is_of_is_no_part_of_the_name(word: str) -> None:
    found = said(f"She met {word} Martin Venbrek.", {f"{word} Martin Venbrek": "person"})
    assert ("Martin Venbrek", "person") in found


def test_what_is_stormed_is_a_place() -> None:
    assert ("Venbrek", "place") in said("Rebels overran Venbrek.", {"Venbrek": "place"}, confidence=0.75)


def test_an_amount_is_nobody() -> None:
    assert said("It added 6p on Monday.", {"6p": "organisation"}) == []


@pytest.mark.parametrize(("body", "told", "firms"), [
    ("They sold Venbrek Corp and Orvella Mining on Monday.", "Venbrek Corp and Orvella Mining", {"Venbrek Corp", "Orvella Mining"}),
    ("They sold Venbrek Shell and Caltex on Monday.", "Venbrek Shell and Caltex", {"Venbrek Shell", "Caltex"}),
    ("Social Democratic and Labour Party members met.", "Social Democratic and Labour Party", {"Social Democratic and Labour Party"}),
])  # fmt: skip
def test_two_firms_in_a_list_are_two(body: str, told: str, firms: set[str]) -> None:
    assert {name for name, _ in said(body, {told: "organisation"})} == firms


@pytest.mark.parametrize("noun", ["Unit", "Rivals", "Broker"])
def test_what_a_firm_is_to_another_is_no_part_of_its_name(noun: str) -> None:
    assert said(f"{noun} Venbrek Securities said so.", {f"{noun} Venbrek Securities": "organisation"})[0][0] == "Venbrek Securities"


def test_a_class_of_shares_is_no_part_of_a_firms_name() -> None:
    assert said("He sold Kelvarra B shares.", {"Kelvarra B": "organisation"}) == [("Kelvarra", "organisation")]


def test_a_party_of_a_president_ends_before_of() -> None:
    found = said("He left the New Harbour Party of President Martin Venbrek.", {})
    assert found == [("New Harbour Party", "organisation"), ("Martin Venbrek", "person")]


def test_what_fell_in_price_is_no_firm_where_it_is_a_word() -> None:
    assert said("Nickel fell to a low, traders said. Shares and stocks ended flat.", {}) == []


@pytest.mark.parametrize(("body", "firm"), [
    ("They asked Mazda Motor Corp of Japan to stay.", "Mazda Motor Corp"),
    ("They asked the Shipping Corp of India to stay.", "Shipping Corp of India"),
])  # fmt: skip
def test_a_corporation_of_a_country_is_public_where_its_name_is_of_words(body: str, firm: str) -> None:
    whole = body.removeprefix("They asked ").removeprefix("the ").removesuffix(" to stay.")
    assert (firm, "organisation") in said(body, {whole: "organisation"})


def test_a_dateline_of_common_words_in_capitals_is_a_place() -> None:
    found = said("CAPE TOWN 1996-11-15\n\nA judge was named on Friday.", {"CAPE TOWN": "place"})
    assert found[0] == ("CAPE TOWN", "place")
