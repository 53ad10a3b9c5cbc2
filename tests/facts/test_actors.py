"""Actors as facts: who acts, in which role, and who is told of without a name. The texts are made up for the tests."""

from __future__ import annotations

import pytest

from briefing.facts import actors
from briefing.facts._context import Context
from briefing.lexicon import Lexicon, load
from briefing.model import ActorFact, Article, Source
from briefing.names import find
from briefing.reading import read


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def facts(lexicon: Lexicon, body: str) -> dict[str, ActorFact]:
    """The actors of an article by the words that show them."""
    title = "A report"
    article = Article(id="t", title=title, text=f"{title}\n\n{body}", body_start=len(title) + 2, source=Source("t.txt", "0", "text"))
    reading = read(article)
    found = tuple(actors.extract(Context(reading, lexicon, find(reading, lexicon), ())))
    assert all(reading.text[f.span.start : f.span.end] == f.quote for f in found)
    return {fact.quote: fact for fact in found}


def test_a_spokesperson_speaks_for_the_body_named_behind(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "The plane was lost, said Odile Brannigan, a spokesperson for the Pentagon.")["Odile Brannigan"]
    assert (fact.attrs.type, fact.attrs.role, fact.attrs.of) == ("person", "spokesperson", "united-states-department-of-defense")
    assert fact.attrs.country == "US"


def test_an_office_before_the_name_is_held_in_the_state_before_it(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "Peruvian Foreign Minister Odile Brannigan flew home.")["Odile Brannigan"]
    assert (fact.attrs.role, fact.attrs.of, fact.rule) == ("foreign minister", "peru", "actors.title")


@pytest.mark.parametrize(
    "words",
    [
        "The foreign minister of Peru, Odile Brannigan, flew home.", "Peru's foreign minister, Odile Brannigan, flew home.",
        "Odile Brannigan, foreign minister of Peru, flew home.", "Odile Brannigan, Peru's foreign minister, flew home.",
    ],
)
def test_an_office_is_held_in_the_state_beside_it(lexicon: Lexicon, words: str) -> None:
    fact = facts(lexicon, words)["Odile Brannigan"]
    assert (fact.attrs.role, fact.attrs.of) == ("foreign minister", "peru")


def test_a_seat_where_something_happens_is_no_actor(lexicon: Lexicon) -> None:
    assert "Kremlin" not in facts(lexicon, "Crowds gathered outside the Kremlin on Sunday.")


def test_a_country_that_acts_is_a_state(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "Iran said that it would wait.")["Iran"]
    assert (fact.key, fact.attrs.type, fact.attrs.form) == ("iran", "state", "name")
    assert "Iran" not in facts(lexicon, "Two people were hurt in Iran.")


@pytest.mark.parametrize(
    "words", ["Iran on Monday rejected it.", "Iran and Iraq signed it.", "Iran Friday banned it.", "Iran has it.",
              "Iran quietly eased it."],
)
def test_a_verb_may_stand_away_from_its_state(lexicon: Lexicon, words: str) -> None:
    assert facts(lexicon, words)["Iran"].attrs.type == "state"


def test_a_country_behind_its_city_does_not_act(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Doctors in Antalya, Turkey monitored the patient.") == {}


def test_an_administration_is_the_government_of_its_country(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "President Barack Obama spoke. The Obama administration agreed.")["Obama administration"]
    assert (fact.key, fact.attrs.country) == ("united-states-government", "US")


def test_troops_are_the_armed_forces_and_the_state_nests(lexicon: Lexicon) -> None:
    found = facts(lexicon, "U.S. troops crossed the river.")
    assert (found["U.S. troops"].key, found["U.S. troops"].attrs.type) == ("united-states-armed-forces", "military")
    assert found["U.S."].attrs.type == "state"


def test_officials_are_told_of_but_have_no_page(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "The base was hit, two U.S. officials said.")["two U.S. officials"]
    assert (fact.key, fact.attrs.type, fact.attrs.of) == (None, "person_group", "united-states")


def test_officials_alone_are_nobody(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Officials and residents said that police had left.") == {}


def test_a_militia_by_its_description_has_one_key_however_it_is_written(lexicon: Lexicon) -> None:
    found = facts(lexicon, "Iraqi militia groups aligned with Iran fired first. The Iraqi militias then left.")
    assert found["Iraqi militia groups aligned with Iran"].key == found["Iraqi militias"].key == "iraqi-militias"
    assert found["Iraqi militias"].attrs.type == "armed_group"


def test_a_backer_is_a_state_and_not_the_group(lexicon: Lexicon) -> None:
    found = facts(lexicon, "Iranian-backed militants fled.")
    assert found["Iranian"].key == "iran"
    assert (found["Iranian-backed militants"].key, found["Iranian-backed militants"].attrs.country) == ("iranian-backed-militants", None)


def test_fighters_of_a_group_are_the_group(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Hamas fighters withdrew.")["Hamas fighters"].key == "hamas"


def test_its_forces_are_those_of_the_only_state_in_the_sentence(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Jordan said that its forces were ready.")["its forces"].key == "jordan-armed-forces"
    assert "its forces" not in facts(lexicon, "Jordan said, after talks with Egypt, that its forces were ready.")


def test_a_body_begins_with_its_country(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "The Peruvian Lighthouse Board was sued.")["Peruvian Lighthouse Board"]
    assert (fact.attrs.type, fact.attrs.country) == ("organisation", "PE")


def test_the_seat_of_a_body_stands_for_it(lexicon: Lexicon) -> None:
    assert facts(lexicon, "The Kremlin denied it.")["Kremlin"].attrs.form == "metonym"


def test_a_capital_stands_for_its_state_only_where_it_acts(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "The truce that the groups had declared with Washington ended.")["Washington"]
    assert (fact.key, fact.attrs.type, fact.attrs.form) == ("united-states", "state", "metonym")
    assert facts(lexicon, "Moscow denied the report.")["Moscow"].key == "russia"
    assert facts(lexicon, "The train from Moscow was late. They met in Washington.") == {}


def test_a_brigade_is_military(lexicon: Lexicon) -> None:
    assert facts(lexicon, "The Amber Hills Brigade moved north.")["Amber Hills Brigade"].attrs.type == "military"


def test_an_apposition_is_the_group_it_names(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "The Palestinian militant group Hamas fired rockets.")["Palestinian militant group Hamas"]
    assert (fact.key, fact.attrs.form) == ("hamas", "appositive")
    assert facts(lexicon, "They met Lebanon's Hezbollah.")["Lebanon's Hezbollah"].key == "hezbollah"


def test_an_official_with_a_name_is_a_person_with_a_role(lexicon: Lexicon) -> None:
    found = facts(lexicon, "Iraqi lawmaker Tarlo Venbrek left.")
    assert found["Tarlo Venbrek"].attrs.role == "lawmaker"
    assert "Iraqi lawmaker" not in found


@pytest.mark.parametrize(
    ("words", "shown", "key"),
    [
        ("Peru's army said so.", "Peru's army", "peru-army"), ("It was the Peruvian army's mistake.", "Peruvian army", "peru-army"),
        ("Honduras' police chief left.", "Honduras' police", "honduras-police"),
    ],
)
def test_a_possessive_country_has_its_forces(lexicon: Lexicon, words: str, shown: str, key: str) -> None:
    assert facts(lexicon, words)[shown].key == key


def test_a_national_body_is_called_by_its_adjective(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Chile's military moved.")["Chile's military"].label == "Chilean Armed Forces"
    assert facts(lexicon, "The Lebanese authorities agreed.")["Lebanese authorities"].label == "Lebanese government"
    assert "Peru's official" not in facts(lexicon, "Peru's official gazette printed it.")


def test_attackers_whom_nobody_names_are_actors_without_an_identity(lexicon: Lexicon) -> None:
    found = facts(lexicon, "Two masked gunmen on motorcycles opened fire. A suicide bomber followed. Officials ran.")
    assert {words: (fact.key, fact.label, fact.attrs.form) for words, fact in found.items()} == {
        "masked gunmen": (None, "masked gunmen", "nominal"), "suicide bomber": (None, "suicide bomber", "nominal"),
    }


def test_militants_linked_to_a_group_are_told_apart(lexicon: Lexicon) -> None:
    fact = facts(lexicon, "Militants linked to Hezbollah were blamed.")["Militants linked to Hezbollah"]
    assert (fact.key, fact.attrs.type) == ("hezbollah-linked-militants", "armed_group")


def test_the_rebels_are_those_told_of_before(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Peruvian rebels took the town. The rebels left it on Sunday.")["rebels"].key == "peruvian-rebels"
    assert facts(lexicon, "Peruvian rebels and Chilean rebels met. The rebels left.")["rebels"].key is None


def test_a_described_group_with_a_name_is_that_group(lexicon: Lexicon) -> None:
    assert set(facts(lexicon, "The militant group Hamas left.")) == {"Hamas"}
    assert set(facts(lexicon, "They named Hamas, an armed group.")) == {"Hamas"}


@pytest.mark.parametrize("office", ["Minister of Information", "Minister for the Environment", "Secretary of Homeland Security"])
def test_an_office_of_several_words_stands_before_its_holder(lexicon: Lexicon, office: str) -> None:
    assert facts(lexicon, f"It was lost, said {office} Dalvo al-Tarvi.")["Dalvo al-Tarvi"].attrs.role == office.lower()


def test_a_model_behind_a_number_is_nobody(lexicon: Lexicon) -> None:
    assert "Max" not in facts(lexicon, "The 737 Max was grounded. A second 737 Max fell.")


@pytest.mark.parametrize(("words", "shown", "key"), [
    ("A Chinese coast guard vessel sailed north.", "Chinese coast guard", "china-coast-guard"),
    ("French border guards closed the road.", "French border guards", "france-border-guard"),
    ("The Peruvian air force flew north.", "Peruvian air force", "peru-air-force"),
])
def test_a_service_of_two_small_words_is_that_of_its_country(lexicon: Lexicon, words: str, shown: str, key: str) -> None:
    assert facts(lexicon, words)[shown].key == key


@pytest.mark.parametrize(("words", "key"), [
    ("Washington reaffirmed that the road was shut.", "united-states"), ("Moscow insisted the road was shut.", "russia"),
    ("Beijing reiterated that the road was shut.", "china"), ("London hopes for a deal.", "united-kingdom"),
    ("Paris suspects that the road was shut.", "france"),
])
def test_a_capital_that_says_feels_or_decides_is_its_state(lexicon: Lexicon, words: str, key: str) -> None:
    fact = facts(lexicon, words)[words.split()[0]]
    assert (fact.key, fact.attrs.form) == (key, "metonym")


def test_states_in_one_list_act_together(lexicon: Lexicon) -> None:
    found = facts(lexicon, "The United States, Britain and France blamed the mayor. Syria and its ally Russia denied it.")
    assert [found[words].key for words in ("United States", "Britain", "France", "Syria", "Russia")] == [
        "united-states", "united-kingdom", "france", "syria", "russia"]


@pytest.mark.parametrize(("body", "words", "key"), [
    ("The Foreign Secretary, Odile Brannigan, flew home. The Foreign Secretary was tired.", "Foreign Secretary", "odile-brannigan"),
    ("Peruvian President Odile Brannigan spoke. Aides said the President was tired.", "President", "odile-brannigan"),
    ("Peruvian President Odile Brannigan spoke. Later the Chilean President spoke.", "President", None),
    ("Vice President Odile Brannigan spoke. Later the President spoke.", "President", None),
    ("The Minister for the Middle East spoke.", "Minister for the Middle East", None),
])
def test_an_office_alone_is_whoever_the_article_says_holds_it(lexicon: Lexicon, body: str, words: str, key: str | None) -> None:
    fact = facts(lexicon, body)[words]
    assert (fact.attrs.type, fact.attrs.form, fact.key) == ("person", "nominal", key)


@pytest.mark.parametrize("body", [
    "He was elected the President of Chad.", "The President of Chad Odile Brannigan spoke.", "The Prime Minister's Office spoke.",
    "She was the first Prime Minister.", "They met the President, Odile Brannigan.", "the mayor spoke", "The MP said so.",
])
def test_an_office_that_somebody_named_holds_or_gets_is_no_actor_of_its_own(lexicon: Lexicon, body: str) -> None:
    assert all(fact.rule != "actors.office" for fact in facts(lexicon, body).values())


def test_a_body_is_told_of_again_by_its_head_alone(lexicon: Lexicon) -> None:
    found = facts(lexicon, "The Norland Housing Commission met. Critics say the Commission is slow. The commission was silent.")
    assert found["Commission"].key == "norland-housing-commission"
    assert "commission" not in found


@pytest.mark.parametrize("body", [
    "The Norland Housing Commission met the Norland Trade Commission. Critics say the Commission is slow.",
    "The Norland Housing Commission met. Critics say the Commission for Peace is slow.",
    "Critics say the Commission is slow.",
])
def test_a_head_word_that_two_bodies_share_or_that_goes_on_is_neither(lexicon: Lexicon, body: str) -> None:
    assert all(fact.rule != "actors.head" for fact in facts(lexicon, body).values())


@pytest.mark.parametrize(("body", "words"), [
    ("They asked for HIMARS and more shells.", "HIMARS"),
    ("Troops fired Grad rockets at the town.", "Grad"),
    ("The army sent Bradley fighting vehicles.", "Bradley"),
    ("They fired multiple launch rocket systems (MLRS) at the town.", "MLRS"),
])
def test_an_arm_is_no_actor(lexicon: Lexicon, body: str, words: str) -> None:
    assert words not in facts(lexicon, body)


def test_somebody_named_like_an_arm_is_an_actor(lexicon: Lexicon) -> None:
    assert "Omar Bradley" in facts(lexicon, "General Omar Bradley spoke. Bradley was tired.")


@pytest.mark.parametrize(("body", "role", "of"), [
    ("The U.S. ambassador to Iraq Odile Brannigan left.", "ambassador", "united-states"),
    ("Odile Brannigan, the British ambassador to Iraq, left.", "ambassador", "united-kingdom"),
    ("Odile Brannigan, a special envoy to Ukraine, left.", "special envoy", None),
    ("UN special envoy for Syria Odile Brannigan left.", "special envoy", "united-nations"),
    ("Prime Minister of Iraq Odile Brannigan left.", "prime minister", "iraq"),
])  # fmt: skip
def test_an_envoy_is_of_whoever_sent_him_and_no_other_role_is(lexicon: Lexicon, body: str, role: str, of: str | None) -> None:
    attrs = facts(lexicon, body)["Odile Brannigan"].attrs
    assert (attrs.role, attrs.of) == (role, of)
    assert attrs.country != "UA"


def test_an_area_s_university_is_not_of_the_state_of_its_name(lexicon: Lexicon) -> None:
    assert facts(lexicon, "Georgia State University closed.")["Georgia State University"].attrs.country is None
    abroad = facts(lexicon, "The Georgia Tennis Federation met in Tbilisi.")
    assert abroad["Georgia Tennis Federation"].attrs.country == "GE"


def test_a_state_that_does_something_again_acts(lexicon: Lexicon) -> None:
    assert facts(lexicon, "The United Arab Emirates again denied arming rebels.")["United Arab Emirates"].key == "united-arab-emirates"
