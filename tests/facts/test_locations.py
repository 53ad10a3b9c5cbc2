"""Locations as facts: which place, how exact, and what is around it. The texts are made up for the tests."""

from __future__ import annotations

import pytest

from briefing.facts import locations
from briefing.facts._context import Context
from briefing.lexicon import Lexicon, load
from briefing.model import Article, LocationFact, Source
from briefing.names import find
from briefing.reading import read


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def facts(lexicon: Lexicon, body: str, title: str = "A report") -> dict[str, LocationFact]:
    """The locations of an article by the words that show them."""
    article = Article(id="t", title=title, text=f"{title}\n\n{body}", body_start=len(title) + 2, source=Source("t.txt", "0", "text"))
    reading = read(article)
    found = tuple(locations.extract(Context(reading, lexicon, find(reading, lexicon), ())))
    assert all(reading.text[f.span.start : f.span.end] == f.quote for f in found)
    return {fact.quote: fact for fact in found}


def test_a_city_has_its_point_and_its_country(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "A bomb went off in Mosul.")["Mosul"]
    assert (fact.attrs.type, fact.attrs.precision, fact.attrs.country) == ("settlement", "settlement", "IQ")
    assert fact.attrs.lat == pytest.approx(36.3, abs=0.2) and "iraq" in fact.attrs.within


def test_a_place_west_of_a_city_is_not_at_its_point(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "A bomb went off west of Mosul. Doctors went to the city.")["Mosul"]
    assert (fact.key, fact.attrs.relation, fact.attrs.precision) == ("mosul", "west of", "region")


def test_a_country_that_acts_is_a_place_too(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Iran said that it would wait.")["Iran"].attrs.form == "metonym"
    assert facts(lexicon, "They met in Iran.")["Iran"].attrs.form == "name"


def test_a_demonym_is_a_place_only_before_a_place_word(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Drones crossed Iraqi territory.")["Iraqi territory"].key == "iraq"
    assert facts(lexicon, "Iraqi drones crossed the sky.") == {}


def test_a_facility_nobody_knows_lies_where_its_town_does(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "Prisoners rioted at Ramadi prison on Sunday.")["Ramadi prison"]
    assert (fact.key, fact.attrs.type, fact.attrs.precision) == ("ramadi-prison", "facility", "settlement")
    assert fact.attrs.within[0] == "ramadi"


def test_a_facility_nobody_knows_lies_where_the_text_says(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "Rival gangs fought inside the Litoral prison in Guayaquil, Ecuador.")["Litoral prison"]
    assert (fact.attrs.country, fact.attrs.within[0], fact.attrs.precision) == ("EC", "guayaquil", "settlement")


def test_a_namesake_in_a_country_not_told_of_locates_nothing(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "Chile and Peru spoke of the Litoral prison.")["Litoral prison"]
    assert (fact.attrs.country, fact.attrs.lat, fact.attrs.within) == (None, None, ())


def test_a_listed_airport_is_found_though_its_suburb_is_not_named(lexicon: Lexicon) -> None:
    assert facts(lexicon, "He landed at Charles de Gaulle airport in Paris.")["Charles de Gaulle airport"].attrs.precision == "site"


def test_a_town_has_many_hospitals(lexicon: Lexicon) -> None:
    found = facts(lexicon, "The wounded were taken to a Ramadi hospital.")
    assert set(found) == {"Ramadi"}


def test_an_airport_is_looked_up_as_airports_are_listed(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "Flights from Kandahar airport were stopped.")["Kandahar airport"]
    assert (fact.attrs.type, fact.attrs.precision, fact.attrs.country) == ("facility", "site", "AF")


def test_the_base_is_the_one_named_before(lexicon: Lexicon) -> None:
    found = facts(lexicon, "Rockets hit Qarshi Dolan air base. The base was empty.", title="Rockets strike an air base")
    assert found["The base"].key == found["Qarshi Dolan air base"].key == "qarshi-dolan-air-base"
    assert found["The base"].attrs.form == "nominal"
    assert found["air base"].key == "qarshi-dolan-air-base"


def test_a_place_that_only_the_context_shows_has_no_point(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "Three houses burned in the village of Qarabulaqsay.")["Qarabulaqsay"]
    assert (fact.key, fact.attrs.lat, fact.attrs.precision, fact.rule) == ("qarabulaqsay", None, None, "locations.context")


def test_a_direction_keeps_its_city(lexicon: Lexicon) -> None:
    assert facts(lexicon, "The convoy was hit west of Baghdad.")["Baghdad"].key == "baghdad"


def test_a_province_is_told_from_its_city(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Floods hit Ghazni province.")["Ghazni"].attrs.type == "admin"
    assert facts(lexicon, "Floods hit the city of Ghazni.")["Ghazni"].attrs.type == "settlement"


def test_a_place_in_a_bodys_name_is_no_location(lexicon: Lexicon) -> None:
    assert facts(lexicon, "The Baghdad Water Council met.") == {}


def test_a_ship_is_no_place(lexicon: Lexicon) -> None:
    assert list(facts(lexicon, "The cruiser Moskva and the frigate Victoria burned near Odesa.")) == ["Odesa"]


def test_a_port_town_is_no_port(lexicon: Lexicon) -> None:
    assert set(facts(lexicon, "He died in the Red Sea port town of Mokha.")) == {"Red Sea", "Mokha"}


def test_a_jail_lies_in_the_town_whose_it_is(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "He was held in Taipei's Tucheng jail, as China knew.")["Tucheng jail"]
    assert (fact.attrs.country, fact.attrs.within[0]) == ("TW", "taipei")


def test_a_jail_of_many_is_no_name(lexicon: Lexicon) -> None:
    assert set(facts(lexicon, "He was released from a Ramadi jail.")) == {"Ramadi"}


def test_a_coast_guard_is_no_coast(lexicon: Lexicon) -> None:
    assert "Chinese coast" not in facts(lexicon, "A Chinese coast guard vessel sailed north.")
    assert facts(lexicon, "A ship sank off the Chinese coast.")["Chinese coast"].key == "china"


@pytest.mark.parametrize(("words", "country", "within"), [
    ("Deir ez-Zor", "SY", "syria"), ("Tal Abyad", "SY", "syria"), ("Kachin State", "MM", "myanmar"), ("Lower Shabelle", "SO", "somalia"),
    ("Musa Qala", "AF", "helmand"), ("Bajaur", "PK", "khyber-pakhtunkhwa"), ("Camp Bastion", "AF", "helmand"), ("Esequibo", "GY", "guyana"),
    ("Ain al-Asad", "IQ", "anbar"), ("Red Sea", None, "indian-ocean"), ("Golan Heights", None, "middle-east"),
    ("Catatumbo", "CO", "colombia"), ("Yeonpyeong Island", "KR", "south-korea"),
])
def test_places_of_conflicts_have_a_point_and_what_they_lie_in(lexicon: Lexicon, words: str, country: str | None, within: str) -> None:
    fact = facts(lexicon, f"Officials said on Monday that shots were heard in the {words}.")[words]
    assert fact.attrs.lat is not None and (fact.attrs.country, within in fact.attrs.within) == (country, True)


def test_a_facility_on_a_square_is_in_no_town_of_the_squares_name(lexicon: Lexicon) -> None:
    body = "They met at Madison Square Garden. The United States, said US officials, was calm."
    garden = facts(lexicon, body).get("Madison Square Garden")
    assert garden is None or garden.attrs.lat is None
