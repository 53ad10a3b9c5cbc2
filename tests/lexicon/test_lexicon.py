"""What is known before reading: names found as print writes them, places by the country a reader would expect."""

from __future__ import annotations

import math
import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.lexicon import Entity, Lexicon, fold, load, slug
from briefing.model import Profile


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def found(lexicon: Lexicon, text: str, kind: str = "actor") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entity.key) for m in lexicon.find(text) if m.entity.kind == kind]


def apart(place: Entity, lat: float, lon: float) -> float:
    """Kilometres between a place and a point, good to a few per cent."""
    assert place.lat is not None and place.lon is not None
    east = (place.lon - lon + 180) % 360 - 180
    return 111.2 * math.hypot(place.lat - lat, east * math.cos(math.radians(lat)))


# --- places ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "key", "country"), [
    ("Baghdad", "baghdad", "IQ"),
    ("BAGHDAD", "baghdad", "IQ"),
    ("Tripoli", "tripoli", "LY"),
    ("Washington", "washington", "US"),
    ("Kiev", "kyiv", "UA"),
    ("Khan Younis", "khan-younis", "PS"),
    ("Al-Fallujah", "fallujah", "IQ"),
    ("Sao Paulo", "sao-paulo", "BR"),
    ("Aleppo", "aleppo", "SY"),
    ("Florida", "florida", "US"),
    ("Anbar", "anbar", "IQ"),
    ("Gaza", "gaza", "PS"),
    ("Al Asad Airbase", "al-asad-air-base", "IQ"),
    ("Cook County", "cook-county", "US"),
    ("Odessa", "odesa", "UA"),  # Texas has its own
    ("Salisbury", "salisbury", "GB"),  # once the name of Harare
    ("Bethlehem", "bethlehem", "PS"),  # larger ones lie elsewhere
    ("al-Qaim", "qaim", "IQ"),
])
def test_a_name_gives_the_place_that_news_means(lexicon: Lexicon, name: str, key: str, country: str) -> None:
    first = lexicon.places.lookup(name)[0]
    assert (first.key, first.country) == (key, country)


@pytest.mark.parametrize(("name", "lat", "lon"), [
    ("United States", 39.8, -98.6), ("China", 35, 104), ("Australia", -25, 134), ("Democratic Republic of the Congo", -2.9, 23.6),
    ("Libya", 27, 17), ("Fiji", -18, 178), ("Kuwait", 29.3, 47.6), ("Somalia", 6, 47), ("Africa", 7, 21), ("Texas", 31.3, -99.3),
    ("California", 37.2, -119.5), ("Ontario", 50, -85), ("Alberta", 55, -115), ("Michigan", 44.3, -85.4), ("Anbar", 32.5, 41.9),
    ("Sindh", 26, 69), ("Sakha", 66, 129), ("Alaska", 64, -150), ("Bavaria", 48.9, 11.4), ("Tokyo", 35.7, 139.7),
])
def test_a_wide_place_stands_at_its_middle(lexicon: Lexicon, name: str, lat: float, lon: float) -> None:
    assert apart(lexicon.places.lookup(name)[0], lat, lon) < 120


def test_every_country_has_a_point(lexicon: Lexicon) -> None:
    bare = [row["name"] for row in lexicon.tables["countries"] if not row["lat"] or not row["lon"]]
    assert set(bare) <= {"United States Minor Outlying Islands"}  # strewn over two oceans


def test_one_name_gives_every_place_that_has_it(lexicon: Lexicon) -> None:
    assert [(p.key, p.type) for p in lexicon.places.lookup("Georgia")][:2] == [("georgia", "country"), ("georgia-united-states", "admin")]
    assert "tripoli-lebanon" in [place.key for place in lexicon.places.lookup("Tripoli")]


def test_a_place_knows_what_it_lies_in(lexicon: Lexicon) -> None:
    ramadi = lexicon.places.lookup("Ramadi")[0]
    assert ramadi.within == ("anbar", "iraq")
    assert (ramadi.precision, round(ramadi.lat or 0), round(ramadi.lon or 0)) == ("settlement", 33, 43)
    rafah = lexicon.places.lookup("Rafah")[0]
    assert rafah.within == ("gaza", "palestine")
    assert [(key, getattr(lexicon.places.get(key), "name", None)) for key in rafah.within] == [("gaza", "Gaza"), ("palestine", "Palestine")]


def test_every_place_comes_back_by_its_key(lexicon: Lexicon) -> None:
    for name in ("Springfield", "Tripoli", "San José", "Victoria", "Al Bab", "Saint-Denis", "Halle (Saale)"):
        for place in lexicon.places.lookup(name):
            assert (got := lexicon.places.get(place.key)) is not None
            assert got.geonameid == place.geonameid


def test_what_a_place_lies_in_has_a_name(lexicon: Lexicon) -> None:
    names = ("San Jose", "Springfield", "Victoria", "Santa Cruz", "Yaounde", "Francistown", "Port Louis", "Ganja", "Suva", "Douma", "Aden")
    around = {key for name in names for place in lexicon.places.lookup(name) for key in place.within}
    assert len(around) > 80
    assert [key for key in sorted(around) if not lexicon.places.label(key)] == []
    assert lexicon.places.label("anbar") == "Anbar"
    assert lexicon.places.label("no-such-place") is None


def test_an_area_named_like_its_city_says_what_it_is(lexicon: Lexicon) -> None:
    assert lexicon.places.lookup("Baghdad")[0].within == ("baghdad-governorate", "iraq")
    assert [(p.key, p.name) for p in lexicon.places.lookup("Aleppo province")] == [("aleppo-province", "Aleppo Province")]
    assert lexicon.places.lookup("Los Angeles")[0].within == ("california", "united-states")


def test_a_long_name_gives_a_short_key() -> None:
    long = "Committee for the " + "Very " * 80
    assert slug(long) == slug(long) and len(slug(long)) <= 90
    assert slug(long + "Old") != slug(long + "New")
    assert slug("a" * 80) == "a" * 80


def test_unknown_names_give_nothing(lexicon: Lexicon) -> None:
    assert lexicon.places.lookup("") == lexicon.places.lookup("Nowhereville upon Nothing") == lexicon.places.lookup("...") == ()
    assert lexicon.places.get("no-such-place-anywhere") is None


# --- curated names --------------------------------------------------------------------------------------


def test_a_curated_group_wins_over_a_village(lexicon: Lexicon) -> None:
    assert lexicon.entities["actor", "hamas"].type == "armed_group"
    assert found(lexicon, "Hamas said so.") == [("Hamas", "hamas")]


@pytest.mark.parametrize(("text", "expected"), [
    ("The U.S.-led coalition", ("U.S.", "united-states")),
    ("Iran's president", ("Iran", "iran")),
    ("Iran’s president", ("Iran", "iran")),
    ("an Iranian-backed group", ("Iranian", "iran")),
    ("the US said", ("US", "united-states")),
    ("ISLAMIC STATE CLAIMS ATTACK", ("ISLAMIC STATE", "islamic-state")),
    ("Al-Qaida struck", ("Al-Qaida", "al-qaeda")),
    ("the Islamic\nState fled", ("Islamic\nState", "islamic-state")),
    ("🙂 🙂 NATO met", ("NATO", "nato")),
    ("The Pentagon confirmed", ("Pentagon", "united-states-department-of-defense")),
    ("Israeli forces and the Israeli army", ("Israeli army", "israel-defense-forces")),
])
def test_a_name_is_found_as_print_writes_it(lexicon: Lexicon, text: str, expected: tuple[str, str]) -> None:
    assert expected in found(lexicon, text)


@pytest.mark.parametrize("text", ["Let us go", "Iranology", "a status report", "WHO IS NEXT FOR US", "X_Iran_Y"])
def test_a_word_is_not_taken_for_a_name(lexicon: Lexicon, text: str) -> None:
    assert found(lexicon, text) == []


def test_a_country_is_a_location_and_a_state_and_a_people(lexicon: Lexicon) -> None:
    assert lexicon.entities["location", "iraq"].type == "country"
    assert lexicon.entities["location", "iraq"].state == "iraq"
    assert lexicon.entities["actor", "iraq"].type == "state"
    assert lexicon.entities["actor", "iraqis"].of == "iraq"
    assert found(lexicon, "Palestinian and French leaders") == [("Palestinian", "palestinians"), ("French", "france")]


def test_a_national_service_needs_no_row_of_its_own(lexicon: Lexicon) -> None:
    assert ("Peruvian Navy", "peru-navy") in found(lexicon, "the Peruvian Navy sailed")
    assert ("Chad's Foreign Ministry", "chad-foreign-ministry") in found(lexicon, "Chad's Foreign Ministry denied it")
    assert ("U.S. State Department", "united-states-department-of-state") in found(lexicon, "a U.S. State Department official")
    assert lexicon.services.get(lexicon.entities["actor", "china"], "armed-forces").key == "peoples-liberation-army"


def test_every_curated_row_holds_together(lexicon: Lexicon) -> None:
    actors = {key for kind, key in lexicon.entities if kind == "actor"}
    made = tuple(f"{state}-{row['key']}" for state in ("russia",) for row in lexicon.tables["services"])
    for (kind, key), entity in lexicon.entities.items():
        assert key == slug(key) != "", entity
        assert entity.of is None or entity.of in actors or entity.of in made, entity
        for around in entity.within:
            assert lexicon.places.get(around), (entity, around)
        if kind == "location" and entity.lat is not None and entity.lon is not None:
            assert -90 <= entity.lat <= 90 and -180 <= entity.lon <= 180, entity


def test_word_lists_tell_words_from_names(lexicon: Lexicon) -> None:
    assert all(word in lexicon.common_words for word in ("march", "of", "media", "since", "monday"))
    assert "baghdad" not in lexicon.common_words
    assert all(name in lexicon.given_names for name in ("Sabrina", "José", "Jose", "Ivan"))


def test_a_surname_alone_is_kept_apart_from_names(lexicon: Lexicon) -> None:
    assert lexicon.by_surname["Putin"].key == "vladimir-putin"
    assert lexicon.by_surname["Orban"] is lexicon.by_surname["Orbán"]
    assert found(lexicon, "Brigitte Macron said") == []


# --- profiles -------------------------------------------------------------------------------------------


def test_a_profile_wins_and_its_aliases_join() -> None:
    base = Profile(key="al-asad-air-base", name="Al Asad Air Base", aliases=("Ain al-Asad air base",), path="content/locations/x.md")
    group = Profile(key="hamas", name="Hamas", country="LB", aliases=("Movement of Tests",), path="content/actors/hamas.md")
    lexicon = load([base, group])
    place = lexicon.places.lookup("ain al asad AIR base")[0]
    assert (place.key, place.within, place.country) == ("al-asad-air-base", ("anbar", "iraq"), "IQ")
    hamas = lexicon.entities["actor", "hamas"]
    assert (hamas.country, hamas.type, hamas.wikidata) == ("LB", "armed_group", "Q38799")
    assert found(lexicon, "Movement of Tests") == [("Movement of Tests", "hamas")]
    assert found(lexicon, "Islamic Resistance Movement")[0] == ("Islamic Resistance Movement", "hamas")


def test_the_fingerprint_follows_profiles() -> None:
    assert load().fingerprint == load([]).fingerprint != load([Profile(key="x", name="X Group")]).fingerprint


# --- any text -------------------------------------------------------------------------------------------


def test_a_long_text_is_searched_in_little_memory(lexicon: Lexicon) -> None:
    text = "Iran " * 20_000
    tracemalloc.start()
    count = sum(1 for _ in lexicon.find(text))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 40_000  # a place and a state each
    assert peak < 1_000_000


def test_one_long_line_is_searched_in_time(lexicon: Lexicon) -> None:
    assert sum(1 for _ in lexicon.find("IS " * 20_000 + "\u202eU.S. \x00 {{ x }}")) >= 2


@given(st.text())
@example("ᵊ")  # a small schwa is taken apart into a schwa, which is itself a letter to replace
def test_a_folded_name_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert slug(slug(text)) == slug(text)


@given(st.text())
def test_any_text_is_searched(lexicon: Lexicon, text: str) -> None:
    for match in lexicon.find(text):
        assert 0 <= match.start < match.end <= len(text)


@pytest.mark.parametrize(("key", "within"), [
    ("hollywood", ("california", "united-states")), ("berkshire", ("england", "united-kingdom")),
    ("red-square", ("moscow", "moscow-region", "russia")),
])  # fmt: skip
def test_a_curated_place_lies_in_all_that_is_around_it(lexicon: Lexicon, key: str, within: tuple[str, ...]) -> None:
    assert lexicon.entities["location", key].within == within


def test_a_full_stop_that_is_missing_makes_no_other_name(lexicon: Lexicon) -> None:
    assert {match.entity.key for match in lexicon.find("the U.S Army")} >= {"united-states-army"}


@pytest.mark.parametrize(("words", "key"), [
    ("South American", "south-americans"), ("West Indian", "west-indians"), ("American Indians", "native-americans"),
    ("West German", "germany"),
])  # fmt: skip
def test_a_people_is_not_that_of_a_part_of_its_name(lexicon: Lexicon, words: str, key: str) -> None:
    longest = max(lexicon.find(f"the {words} leader"), key=lambda match: match.end - match.start)
    assert (longest.entity.key, longest.alias.form) == (key, "demonym")


def test_a_land_without_inhabitants_is_no_state(lexicon: Lexicon) -> None:
    assert lexicon.entities["location", "antarctica"].state is None
    assert ("actor", "antarctica") not in lexicon.entities
