"""Whose a body is that many countries have: by its own words, by what stands beside it, by what the article is about."""

from __future__ import annotations

import pytest

from briefing import facts, lexicon, sources
from briefing.model import ActorFact
from briefing.names import words
from briefing.names._name import Draft
from briefing.names._whose import whose
from briefing.settings import Settings

LEXICON = lexicon.load(())


def told(title: str, body: str) -> list[tuple[str, str | None]]:
    """The bodies that an article names, in order, with their keys."""
    article = sources.read_source(f"{title}\n\nMay 3, 2021\n\n{body}".encode(), "a.txt", Settings()).articles[0]
    kinds = ("organisation", "military", "armed_group")
    return [
        (" ".join(fact.quote.split()), fact.key) for fact in facts.extract(article, LEXICON).facts
        if isinstance(fact, ActorFact) and fact.attrs.type in kinds and fact.attrs.form == "name" and fact.sentence
    ]


def keys(title: str, body: str) -> dict[str, str | None]:
    return dict(told(title, body))


def test_the_demonym_beside_a_curated_name_says_whose_it_is() -> None:
    body = "The Libyan House of Representatives rejected the deal. The House of Representatives met on Monday."
    assert keys("Deal rejected in Tobruk", body)["House of Representatives"] == "libya-house-of-representatives"


def test_a_party_of_an_article_about_another_country_is_not_the_curated_one() -> None:
    body = "The Labour Party left the government of Israel. Talks in Haifa failed, the Israeli police said."
    assert keys("Coalition falls in Israel", body)["Labour Party"] == "israel-labour-party"


def test_the_curated_party_stays_where_its_country_is_named() -> None:
    found = keys("Vote in Britain", "The Labour Party won in Britain. It lost seats in Scotland and in London.")
    assert found["Labour Party"] == "labour-party"


def test_an_article_about_a_war_abroad_still_means_the_congress_at_home() -> None:
    body = "Congress will vote on aid for Ukraine. Kyiv, Kharkiv and Odesa were hit. U.S. President Joe Biden spoke to Ukraine's army."
    assert keys("Aid for Ukraine debated in Washington", body)["Congress"] == "united-states-congress"


def test_a_ministry_without_a_country_is_that_of_the_country_that_the_article_is_about() -> None:
    body = "The Ministry of Defence denied it. Hungary bought tanks, and Budapest paid. The Hungarian army took them."
    assert keys("Hungary buys tanks", body)["Ministry of Defence"] == "hungary-defence-ministry"


def test_a_ministry_in_an_article_about_two_countries_is_nobodys() -> None:
    body = "The Ministry of Defence denied it. Hungary and Austria quarrelled. Vienna and Budapest called back envoys."
    assert told("Hungary and Austria quarrel", body)[0] == ("Ministry of Defence", None)


def test_the_body_of_a_region_is_meant_after_it_was_named() -> None:
    found = told("Ruling on fish", "The Alaska Supreme Court ruled in Juneau. The Supreme Court said the law stands. America watched.")
    assert [key for _, key in found[:2]] == ["alaska-supreme-court", "alaska-supreme-court"]


def test_a_court_of_the_state_is_no_countrys() -> None:
    found = told("Ruling on fish", "The state Supreme Court ruled. U.S. officials watched. The United States has many such courts.")
    assert ("Supreme Court", None) in found


@pytest.mark.parametrize(("one", "other", "key"), [
    ("Ministry of Defence of Georgia", "Georgia's Ministry of Defence", "georgia-defence-ministry"),
    ("Supreme Court of India", "Indian Supreme Court", "india-supreme-court"),
    ("Liberal Party of Australia", "Australian Liberal Party", "liberal-party-of-australia"),
])
def test_a_body_has_one_key_however_its_country_is_written(one: str, other: str, key: str) -> None:
    found = told("A day of statements", f"The {one} spoke on Monday. On Tuesday the {other} spoke too.")
    assert [k for _, k in found] == [key, key]


def test_the_white_house_is_not_the_house() -> None:
    text = "The White House in Washington praised the bill that the House passed."
    known = {"White House": ("actor", "white-house"), "Washington": ("location", "united-states"), "House": None}
    drafts = [
        Draft(at := text.rindex(name), at + len(name), name, "organisation" if "House" in name else "place", 1.0, "test",
              known=LEXICON.entities[place] if place else None)
        for name, place in known.items()
    ]
    found = whose(text, drafts, {}, LEXICON, words(LEXICON))
    assert {index: identity.key for index, identity in found.items()} == {2: "united-states-house-of-representatives"}


def test_people_who_hold_an_opinion_are_no_party_of_a_country_that_has_none_of_that_name() -> None:
    body = "Conservatives saw it as a victory. The United States and its president, Joe Biden, saw it otherwise in Washington and New York."
    assert keys("Court rules in the United States", body).get("Conservatives") is None


def test_letters_mean_the_body_that_the_article_spells_out() -> None:
    found = keys("Vote in Leeds", "The British National Party stood in Leeds. The BNP won no seat in Britain.")
    assert found["BNP"] == found["British National Party"] != "bangladesh-nationalist-party"


def test_letters_of_a_party_mean_nobody_known_where_its_country_is_not_named() -> None:
    assert ("RSS", "rashtriya-swayamsevak-sangh") not in told("Feeds in Korea", "The RSS standard is used in South Korea, said Seoul.")
    assert keys("Rally in India", "The RSS marched in Delhi, and India watched.")["RSS"] == "rashtriya-swayamsevak-sangh"


def test_an_article_before_a_name_is_no_part_of_its_key() -> None:
    found = told("Festival opens", "The Marlow Theatre Company plays. Marlow Theatre Company officials cheered.")
    assert len({key for _, key in found}) == 1


def test_the_dateline_says_what_an_article_is_about() -> None:
    body = "BOGOTA (Reuters) - The Conservative Party condemned the attack. Congress met. The Ministry of Defense said Colombia was calm."
    found = keys("Bombing condemned", body)
    assert found["Conservative Party"] == "colombia-conservative-party"
    assert found["Ministry of Defense"] == "colombia-defence-ministry"


def test_the_place_behind_a_ministry_says_whose_it_is() -> None:
    body = "The Foreign Ministry in Jerusalem said nothing. Russia's Foreign Ministry spoke. Cairo and Geneva waited."
    assert told("Talks in Geneva", body)[0] == ("Foreign Ministry", "israel-foreign-ministry")


def test_a_curated_body_beside_its_country_is_meant_in_an_article_about_others() -> None:
    body = "Israel and Egypt talked in Cairo and in Jerusalem. Israel agreed, and Egypt did. Democrats in the U.S. Senate complained."
    assert keys("Talks in Cairo", body)["Democrats"] == "democratic-party"


def test_beside_a_chamber_of_a_region_another_is_nobodys() -> None:
    body = "The Texas Senate passed the bill. The Supreme Court did not speak. The United States watched."
    assert told("Bill passes", body) == [("Texas Senate", "texas-senate"), ("Supreme Court", None)]


def test_what_is_left_of_a_longer_name_is_the_same_body() -> None:
    found = told("Vote in Marlow", "The Marlow Heron Society won. The Heron Society was glad. The Lantern League of Peru lost; "
                 "the Lantern League was not.")
    keys_by_name = dict(found)
    assert keys_by_name["Heron Society"] == keys_by_name["Marlow Heron Society"]
    assert keys_by_name["Lantern League"] == keys_by_name["Lantern League of Peru"]


def test_a_company_has_one_key_whatever_its_legal_form_is_called() -> None:
    found = told("Plant sold", "Korvex Corp. sold its plant. Korvex Pvt. Ltd. said no more. Korvex Inc. closed.")
    assert {key for _, key in found} == {"korvex"}


def test_a_capital_that_opens_the_sentence_says_whose_a_ministry_is() -> None:
    body = "Ukrainian drones flew from Kyiv and Odesa. In Moscow, the Defense Ministry said that it shot them down."
    names = keys("Drones over Ukraine", body)
    assert names["Defense Ministry"] == "russian-defence-ministry"


def test_a_court_of_appeal_is_its_countrys() -> None:
    assert keys("Law is void", "Kenya's Court of Appeal ruled.")["Kenya's Court of Appeal"] == "kenya-court-of-appeal"
