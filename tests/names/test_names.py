"""Names: what a reader would call a person, a body or a place, and who that is. The texts are made up for the tests."""

from __future__ import annotations

import pytest

from briefing.lexicon import Lexicon, load
from briefing.model import Article, Dateline, Source, Span
from briefing.names import Name, find
from briefing.reading import read


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def names(lexicon: Lexicon, body: str, title: str = "A report", dateline: Dateline | None = None) -> dict[str, Name]:
    """The names of an article by their words; a later mention of the same words wins."""
    text = f"{title}\n\n{body}"
    article = Article(id="t", title=title, text=text, body_start=len(title) + 2, source=Source("t.txt", "0", "text"), dateline=dateline)
    found = find(read(article), lexicon)
    assert all(text[n.span.start : n.span.end] for n in found)
    return {text[n.span.start : n.span.end]: n for n in found}


def test_a_title_makes_a_person_and_stays_outside_the_name(lexicon: Lexicon) -> None:
    found = names(lexicon, "The order came from Brig. Gen. Tarlo Venbrek, who left at noon.")
    assert found["Tarlo Venbrek"].kind == "person"


def test_a_surname_is_the_person_named_in_full_before(lexicon: Lexicon) -> None:
    found = names(lexicon, "Ingrid Halvorsen spoke in Oslo. Halvorsen said the talks would go on.")
    assert found["Halvorsen"].key == "ingrid-halvorsen"
    assert found["Halvorsen"].label == "Ingrid Halvorsen"


def test_a_surname_alone_means_the_one_whom_all_know(lexicon: Lexicon) -> None:
    assert names(lexicon, "President Putin flew home.")["Putin"].key == "vladimir-putin"
    assert names(lexicon, "Ludmila Putin spoke. Putin said that she would stay.")["Putin"].key == "ludmila-putin"


def test_a_surname_that_is_a_given_name_needs_the_country(lexicon: Lexicon) -> None:
    assert names(lexicon, "Mr. Cameron left the house.")["Cameron"].key == ""
    assert names(lexicon, "Mr. Cameron left for Britain.")["Cameron"].key == "david-cameron"


def test_a_name_that_many_bear_is_nobodys_alone(lexicon: Lexicon) -> None:
    """Two men named Ali, in two articles, are not to become one."""
    assert names(lexicon, "Mr. Ali said that he saw smoke.")["Ali"].key == ""
    assert names(lexicon, "Karim Ali was there. Mr. Ali said that he saw smoke.")["Ali"].key == "karim-ali"


def test_two_men_of_one_surname_stay_two(lexicon: Lexicon) -> None:
    found = names(lexicon, "Karim Ali sold cars. Hassan Ali bought one. Ali was pleased with it.")
    assert found["Karim Ali"].key != found["Hassan Ali"].key == found["Ali"].key


def test_an_initial_makes_nobody_else(lexicon: Lexicon) -> None:
    assert names(lexicon, "Ingrid B. Halvorsen spoke.")["Ingrid B. Halvorsen"].key == "ingrid-halvorsen"


def test_a_storm_is_nobody_when_its_name_stands_alone(lexicon: Lexicon) -> None:
    assert "Elena" not in names(lexicon, "Hurricane Elena hit the coast. On Monday Elena moved north.")


def test_a_surname_keeps_its_small_words(lexicon: Lexicon) -> None:
    found = names(lexicon, "Pieter van Ostade, a farmer, was hurt. Neighbours said van Ostade would recover.")
    assert found["van Ostade"].key == "pieter-van-ostade"


def test_an_acronym_in_brackets_is_the_body_it_shortens(lexicon: Lexicon) -> None:
    found = names(lexicon, "The Mountain Relief Fund (MRF) sent doctors. On Monday the MRF asked for help.")
    assert found["MRF"].key == found["Mountain Relief Fund"].key == "mountain-relief-fund"


def test_initials_are_the_body_even_without_brackets(lexicon: Lexicon) -> None:
    found = names(lexicon, "The Mountain Relief Fund sent doctors. On Monday the MRF asked for help.")
    assert found["MRF"].key == "mountain-relief-fund"


def test_a_place_inside_a_bodys_name_is_no_name(lexicon: Lexicon) -> None:
    found = names(lexicon, "The Baghdad Water Council met on Sunday.")
    assert set(found) == {"Baghdad Water Council"}


def test_a_company_without_its_suffix_is_the_same(lexicon: Lexicon) -> None:
    found = names(lexicon, "Workers at Zelkova Holdings Ltd went on strike.")
    assert found["Zelkova Holdings Ltd"].key == "zelkova-holdings"


def test_a_body_of_any_country_has_no_identity_of_its_own(lexicon: Lexicon) -> None:
    assert names(lexicon, "A source at the Interior Ministry declined to comment.")["Interior Ministry"].key == ""
    found = names(lexicon, "The Peruvian Interior Ministry denied it. Later the Interior Ministry said it would look again.")
    assert found["Interior Ministry"].key == found["Peruvian Interior Ministry"].key != ""


@pytest.mark.parametrize("words", ["However", "Tuesday", "Christmas", "March", "Internet", "Clean Air Act", "World Cup", "English"])
def test_what_names_nobody_is_no_name(lexicon: Lexicon, words: str) -> None:
    found = names(lexicon, f"{words} came up again. They spoke of {words} for hours, and wrote it down in English.")
    assert not [name for name in found.values() if name.kind != "other"]


def test_a_sentences_first_word_needs_evidence(lexicon: Lexicon) -> None:
    assert names(lexicon, "Shelling went on through the night. Residents fled.") == {}


def test_a_title_case_headline_trusts_the_body(lexicon: Lexicon) -> None:
    title = "Minister Quillfeather Resigns After Angry Crowds Fill Main Streets"
    found = names(lexicon, "Marta Quillfeather resigned on Friday.", title=title)
    assert found["Quillfeather"].key == "marta-quillfeather"
    assert set(found) == {"Quillfeather", "Marta Quillfeather"}


def test_a_country_acts_or_is_where_something_happens(lexicon: Lexicon) -> None:
    assert names(lexicon, "Iraq said on Monday that it would wait.")["Iraq"].actor
    assert names(lexicon, "Talks with Iraq were put off.")["Iraq"].actor
    assert not names(lexicon, "Two people were hurt in Iraq.")["Iraq"].actor


def test_a_demonym_is_none_where_it_is_a_language(lexicon: Lexicon) -> None:
    assert names(lexicon, "The letter was written in French.") == {}
    assert names(lexicon, "A French officer wrote the letter.")["French"].form == "demonym"


def test_a_relation_ends_a_name(lexicon: Lexicon) -> None:
    found = names(lexicon, "The Iranian-backed fighters and a U.S.-led force met.")
    assert found["Iranian"].key == "iran"
    assert found["U.S."].key == "united-states"


def test_the_place_around_tells_which_place_is_meant(lexicon: Lexicon) -> None:
    found = names(lexicon, "The storm reached Paris, Texas, before dawn.")
    assert found["Paris"].entity is not None and found["Paris"].entity.country == "US"
    assert names(lexicon, "The storm reached Paris before dawn.")["Paris"].key == "paris"


def test_an_american_georgia_is_no_country(lexicon: Lexicon) -> None:
    found = names(lexicon, "Crews left Atlanta, Georgia, on Monday. Georgia has had no rain.")
    assert found["Georgia"].entity is not None and found["Georgia"].entity.country == "US"


def test_a_place_nobody_knows_is_where_the_article_puts_it(lexicon: Lexicon) -> None:
    entity = names(lexicon, "Three houses burned in Qarabulaqsay, Iraq, on Monday.")["Qarabulaqsay"].entity
    assert entity is not None
    assert (entity.within[0], entity.country, entity.lat) == ("iraq", "IQ", None)


def test_a_place_of_several_words_is_no_person(lexicon: Lexicon) -> None:
    found = names(lexicon, "They drove from Santa Ana to New South Wales.")
    assert {name.kind for name in found.values()} == {"place"}


def test_a_person_may_be_called_hill(lexicon: Lexicon) -> None:
    found = names(lexicon, "The talks could start soon, said Robert Q. Hill, a negotiator. Hill left.")
    assert {name.key for name in found.values()} == {"robert-hill"}


def test_a_list_of_countries_is_no_nesting(lexicon: Lexicon) -> None:
    assert names(lexicon, "Envoys of China, the United States and Japan met.")["China"].key == "china"


def test_a_company_may_end_in_a_country(lexicon: Lexicon) -> None:
    assert "Australia" not in names(lexicon, "A manager at Zelkova Australia resigned.")


def test_a_mayor_of_a_city_is_neither(lexicon: Lexicon) -> None:
    found = names(lexicon, "The Mayor of London Martin Quillfeather spoke first.")
    assert (found["London"].kind, found["Martin Quillfeather"].kind) == ("place", "person")


def test_a_virus_is_no_place(lexicon: Lexicon) -> None:
    assert names(lexicon, "Doctors feared that Marburg virus had come back.") == {}


def test_the_dateline_names_a_place_and_an_agency(lexicon: Lexicon) -> None:
    body = "BAGHDAD, Nov 21 (Reuters) - A bridge was closed."
    line = Dateline("BAGHDAD", "2023-11-21", "Reuters", Span(10, 10 + len("BAGHDAD, Nov 21 (Reuters) -")))
    found = names(lexicon, body, dateline=line)
    assert found["BAGHDAD"].key == "baghdad"
    assert found["Reuters"].type == "media"


@pytest.mark.parametrize(
    "body", ["", "a", "A", "(", "X (", "'s 's", "A" * 20_000, "Ab " * 20_000, "U.S." * 5_000, "«Ж» العربية 🙂 \x00\x07", "of Of The"],
)
def test_any_text_is_read(lexicon: Lexicon, body: str) -> None:
    names(lexicon, body)


def test_an_agency_that_nobody_knows_is_no_actor(lexicon: Lexicon) -> None:
    line = Dateline("BAGHDAD", None, "Zelk News Agency", Span(10, 10 + len("BAGHDAD (Zelk News Agency) -")))
    assert names(lexicon, "BAGHDAD (Zelk News Agency) - Rain fell.", dateline=line)["Zelk News Agency"].kind == "other"


def test_a_noun_that_only_places_have_makes_a_place_everywhere(lexicon: Lexicon) -> None:
    found = names(lexicon, "A bomb exploded in Ben Tarlouk district. Police sealed Ben Tarlouk off.")
    assert found["Ben Tarlouk"].kind == "place"


@pytest.mark.parametrize("body", [
    "Unlike Senators, who left, it stayed.", "The storm weakened to Category 1. Category 1 is the lowest.", "They use NewsHub daily.",
    "He is a Foreign Relations man of Democracy 2.0.",
])
def test_words_of_every_day_and_brands_are_no_persons(lexicon: Lexicon, body: str) -> None:
    assert "person" not in {name.kind for name in names(lexicon, body).values()}


def test_a_state_behind_a_party_is_a_place(lexicon: Lexicon) -> None:
    assert names(lexicon, "They voted in the Republican Iowa caucuses.")["Iowa"].kind == "place"


@pytest.mark.parametrize("name", [
    "University of Texas at Austin", "University College London", "Evergreen Aviation & Space Museum",
    "al-Qaeda Organization in the Islamic Maghreb",
])
def test_the_longest_name_wins(lexicon: Lexicon, name: str) -> None:
    assert name in names(lexicon, f"He wrote to the {name} on Monday.")


def test_a_river_in_a_compound_is_not_the_place(lexicon: Lexicon) -> None:
    assert "Haute-Garonne" in names(lexicon, "They met in Haute-Garonne.")


@pytest.mark.parametrize(("body", "name"), [
    ("They marked the siege of Sinjar.", "Sinjar"), ("The plant stood in the Soviet Union.", "Soviet Union"),
    ("They live in North Jakarta.", "North Jakarta"),
])
def test_words_before_a_place(lexicon: Lexicon, body: str, name: str) -> None:
    assert names(lexicon, body)[name].kind == "place"


def test_a_state_of_the_past_acts(lexicon: Lexicon) -> None:
    assert names(lexicon, "The Soviet Union said that it would leave.")["Soviet Union"].actor


def test_a_ship_is_no_sea(lexicon: Lexicon) -> None:
    assert "place" not in {name.kind for name in names(lexicon, "They boarded the HMS Ocean.").values()}


def test_a_portfolio_is_no_person(lexicon: Lexicon) -> None:
    assert "for Finance" not in names(lexicon, "He met the Deputy Prime Minister for Finance on Monday.")


def test_a_family_name_may_stand_first(lexicon: Lexicon) -> None:
    found = names(lexicon, "President Zhao Lin-wen was held. His lawyer stated that Zhao has not eaten, and Zhao claimed it.")
    assert (found["Zhao"].kind, found["Zhao"].key) == ("person", "zhao-lin-wen")


def test_a_unit_keeps_its_number(lexicon: Lexicon) -> None:
    assert "2nd Ranger Battalion" in names(lexicon, "He served in the 2nd Ranger Battalion.")


def test_an_administration_is_somebodys(lexicon: Lexicon) -> None:
    assert names(lexicon, "The Obama administration wrote to him.")["Obama"].key == "barack-obama"


def test_a_ban_is_not_ban_ki_moon(lexicon: Lexicon) -> None:
    assert "Ban" not in names(lexicon, "Ban on arms adopted. It was welcomed by Ban Ki-moon of the United Nations.")


@pytest.mark.parametrize("storm", ["Cyclone Mirela", "Hurricane Maria", "Typhoon Linda", "Storm Elena"])
def test_a_storm_with_a_given_name_is_nobody_even_at_the_start_of_a_sentence(lexicon: Lexicon, storm: str) -> None:
    assert list(names(lexicon, f"{storm} made landfall near Beira on Saturday.")) == ["Beira"]


def test_a_company_by_the_first_word_of_its_name(lexicon: Lexicon) -> None:
    found = names(lexicon, "Ford Motor Company sold less. Shares of Ford fell, and Ford said that it would close plants.")
    assert found["Ford"].key == found["Ford Motor Company"].key == "ford-motor"
    assert found["Ford"].kind == "organisation"
