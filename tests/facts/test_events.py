"""What happened, as a reader would notice it. Every text is invented."""

from __future__ import annotations

import pytest

from briefing.facts import events
from briefing.facts._syntax.grammar import inflect, words
from briefing.model import EventFact
from facts.made import LEXICON, actor, context, count, place, time, weapon

#: PLOVER's sixteen classes, and the project's own for what PLOVER leaves out.
PLOVER = words("""AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE
    ASSAULT""")
OWN = words("DISASTER ACCIDENT OUTBREAK ELECTION LEGISLATION JUDICIAL APPOINTMENT DEATH LAUNCH DISCOVERY BUSINESS SPORT")
NORTH = actor("Northland", "northland", "state")
SOUTH = actor("Southland", "southland", "state")
REBELS = actor("Hill Rebels", "hill-rebels", "armed_group")
ARMY = actor("Southland Army", "southland-army", "military")


def told(body: str, *facts: tuple, **options: str | None) -> list[EventFact]:
    """The events of listed classes; what else is news has tests of its own."""
    found = events.extract(context(body, *facts, **options))
    return [fact for fact in found if isinstance(fact, EventFact) and fact.attrs.type != "NEWS"]


def roles(fact: EventFact) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return fact.attrs.type, fact.attrs.source, fact.attrs.target


def test_every_row_has_a_known_class() -> None:
    tables = ("event_verbs", "event_nouns")
    assert {row["type"] for table in tables for row in LEXICON.tables[table]} <= PLOVER | OWN
    assert {row["frame"] for table in tables for row in LEXICON.tables[table]} == {"so", "sof", "s2", "s", "o", "ox", "to"}


def test_every_context_is_of_a_known_trigger_and_class() -> None:
    lemmas = {row["lemma"] for table in ("event_verbs", "event_nouns") for row in LEXICON.tables[table]}
    assert {row["lemma"] for row in LEXICON.tables["event_contexts"]} <= lemmas
    assert {row["type"] for row in LEXICON.tables["event_contexts"]} <= PLOVER | OWN | {""}


@pytest.mark.parametrize(("lemma", "forms"), [
    ("kill", {"kill", "kills", "killed", "killing"}), ("ban", {"ban", "bans", "banned", "banning"}),
    ("seize", {"seize", "seizes", "seized", "seizing"}), ("rally", {"rally", "rallies", "rallied", "rallying"}),
    ("visit", {"visit", "visits", "visited", "visiting"}), ("expel", {"expel", "expels", "expelled", "expelling"}),
    ("clash", {"clash", "clashes", "clashed", "clashing"}), ("die", {"die", "dies", "died", "dying"}),
])
def test_verbs_are_inflected(lemma: str, forms: set[str]) -> None:
    assert {word for word, _ in inflect(lemma)} == forms


@pytest.mark.parametrize(("body", "expected"), [
    ("Northland attacked Southland on Monday.", ("ASSAULT", ("northland",), ("southland",))),
    ("Southland was attacked by Northland on Monday.", ("ASSAULT", ("northland",), ("southland",))),
    ("Northland's attack on Southland went on.", ("ASSAULT", ("northland",), ("southland",))),
    ("An attack on Southland by Northland went on.", ("ASSAULT", ("northland",), ("southland",))),
    ("Northland launched an attack on Southland.", ("ASSAULT", ("northland",), ("southland",))),
    ("Northland and Southland signed a treaty.", ("SUPPORT", ("northland", "southland"), ())),
    ("Northland held talks with Southland.", ("CONSULT", ("northland",), ("southland",))),
    ("Fighting resumed between Northland and Southland.", ("ASSAULT", ("northland", "southland"), ())),
    ("Northland condemned Southland.", ("ACCUSE", ("northland",), ("southland",))),
    ("Northland rejected a proposal by Southland.", ("REJECT", ("northland",), ("southland",))),
    ("Northland demanded that Southland leave the valley.", ("REQUEST", ("northland",), ("southland",))),
    ("Northland said that Southland must leave the valley.", ("REQUEST", ("northland",), ("southland",))),
    ("Northland expelled two diplomats of Southland.", ("SANCTION", ("northland",), ("southland",))),
    ("Northland sent food aid to Southland.", ("AID", ("northland",), ("southland",))),
])
def test_who_does_what_to_whom(body: str, expected: tuple) -> None:
    assert roles(told(body, NORTH, SOUTH)[0]) == expected


def test_members_of_a_body_act_for_it_but_its_victims_do_not() -> None:
    assert roles(told("Members of the Hill Rebels attacked the bridge.", REBELS)[0])[1] == ("hill-rebels",)
    (fact,) = (f for f in told("The attack on the Hill Rebels killed two men.", REBELS) if f.quote == "killed")
    assert fact.attrs.source == ()


def test_an_official_without_a_name_acts_for_the_state() -> None:
    official = actor("A Northland official", None, "person_group", "nominal", "northland")
    one = told("A Northland official condemned Southland.", official, SOUTH)[0]
    assert roles(one) == ("ACCUSE", ("northland", "A Northland official"), ("southland",))


def test_a_minister_named_after_a_comma_acts() -> None:
    ann = actor("Ann Lee", "ann-lee", "person")
    assert roles(told("Its foreign minister, Ann Lee, condemned Southland.", ann, SOUTH)[0]) == ("ACCUSE", ("ann-lee",), ("southland",))


def test_weapons_act_for_their_user() -> None:
    facts = told("The Southland Army sent a gunship. The gunship fired upon Hill Rebels.", ARMY, REBELS,
                 weapon("gunship", "gunship", "aircraft", "southland-army"))
    assert roles(facts[-1]) == ("ASSAULT", ("southland-army",), ("hill-rebels",))


@pytest.mark.parametrize("body", [
    "Northland could attack Southland.",
    "Northland did not attack Southland.",
    "If Northland attacked Southland, many would flee.",
    "Northland has no plans to attack Southland.",
    "Fears of an attack on Southland grew.",
    "Nobody called for talks with Southland.",
    "The attack helicopter stood in the yard.",
    "The wounded man lay in the yard.",
])
def test_what_has_not_happened_is_no_attack(body: str) -> None:
    assert [fact.attrs.type for fact in told(body, NORTH, SOUTH) if fact.attrs.type in ("ASSAULT", "CONSULT")] == []


@pytest.mark.parametrize(("body", "expected"), [
    ("Northland threatened to attack Southland.", "THREATEN"),
    ("Northland will attack Southland.", "THREATEN"),
    ("Northland will send food aid to Southland.", "AGREE"),
    ("Northland agreed to withdraw its troops.", "AGREE"),
    ("Northland said it will not meet Southland.", "REJECT"),
    ("Northland began to bomb Southland.", "ASSAULT"),
])
def test_what_is_to_come_is_a_promise_or_a_threat(body: str, expected: str) -> None:
    assert [fact.attrs.type for fact in told(body, NORTH, SOUTH)] == [expected]


def test_what_a_quotation_says_is_no_event() -> None:
    assert told('Ann Lee said: "They attacked the village and they killed my two sons."') == []


def test_a_name_is_no_event() -> None:
    assert told("The ship was the Great War of old.", actor("Great War", "great-war")) == []


def test_an_event_has_its_place_date_weapons_and_toll() -> None:
    facts = told("Hill Rebels attacked Easton in Northland on Monday with a rocket, killing 14 people.", REBELS,
                 place("Easton", "easton"), place("Northland", "northland", "country"), time("Monday", "2024-05-13"),
                 weapon("rocket", "rocket", "rocket"), count("14 people", "killed"))
    attrs = facts[0].attrs
    assert (attrs.location, attrs.date, attrs.weapons, attrs.mode) == ("easton", "2024-05-13", ("rocket",), "heavy-weapons")
    assert len(attrs.quantities) == 1


def test_a_weapon_that_is_hit_is_not_the_means() -> None:
    facts = told("Northland destroyed a tank near the river with a rocket.", NORTH, weapon("tank", "tank", "vehicle"),
                 weapon("rocket", "rocket", "rocket"))
    assert facts[0].attrs.weapons == ("rocket",)


def test_a_date_of_another_clause_is_not_the_event_s() -> None:
    (fact,) = told("Northland maintains troops in the valley, which was taken in 2014.", NORTH, time("2014", "2014"))
    assert fact.attrs.date is None


def test_the_lead_takes_the_day_of_the_dateline() -> None:
    lead, later = told("Northland attacked Southland.\n\nNorthland bombed Southland.", NORTH, SOUTH, dateline="2024-05-13")
    assert (lead.attrs.date, later.attrs.date) == ("2024-05-13", None)


def test_the_main_event_is_the_lead_s_mention_of_what_the_title_reports() -> None:
    facts = told("Northland attacked Southland in the early morning of a quiet day, after talks in the capital.\n\nSouthland condemned it.",
                 NORTH, SOUTH, title="Northland attacks Southland")
    assert [fact.quote for fact in facts if fact.attrs.main] == ["attacked"]


def test_since_when_another_clause_tells_is_not_the_event_s_age() -> None:
    facts = told("Workers who had been held since December were freed on Wednesday. The previous raid had failed.")
    assert [(fact.quote, fact.attrs.background) for fact in facts] == [("freed", False), ("raid", True)]


def test_the_deed_comes_before_its_outcome() -> None:
    facts = told("Gunmen ambushed a convoy of the Southland Army near the bridge, killing two of the Hill Rebels.", ARMY, REBELS,
                 title="Ambush kills two")
    assert [fact.quote for fact in facts if fact.attrs.main] == ["ambushed"]


def test_what_came_before_is_background() -> None:
    body = "Southland had bombed the valley. The raid of 2014 killed two men. Northland attacked Southland."
    facts = told(body, NORTH, SOUTH, time("2014", "2014"))
    assert {fact.quote: fact.attrs.background for fact in facts} == {"bombed": True, "raid": True, "killed": True, "attacked": False}


@pytest.mark.parametrize(("body", "expected"), [
    ("An earthquake struck the valley, killing 14 people.", "DISASTER"),
    ("A bus crashed on the road, killing 14 people.", "ACCIDENT"),
    ("A bomb exploded in the market, killing 14 people.", "ASSAULT"),
    ("Two men were killed in the yard.", "DEATH"),
])
def test_deaths_are_classed_by_what_caused_them(body: str, expected: str) -> None:
    (fact,) = (fact for fact in told(body) if fact.quote.startswith("kill"))
    assert fact.attrs.type == expected


def test_a_shot_in_a_match_is_no_shooting() -> None:
    body = "The striker shot the ball past the goalkeeper in the second match of the season, and the team won the cup."
    assert [fact.attrs.type for fact in told(body) if fact.attrs.type == "ASSAULT"] == []


def test_labels_name_the_participants() -> None:
    assert told("Northland attacked Southland.", NORTH, SOUTH)[0].label == "Violence: Northland → Southland"
    assert told("An earthquake struck the valley.")[0].label == "Disaster: earthquake"


def test_events_are_the_same_every_time_and_quote_the_text() -> None:
    made = context("Northland attacked Southland. Hill Rebels clashed with the Southland Army.", NORTH, SOUTH, REBELS, ARMY)
    first = list(events.extract(made))
    assert first == list(events.extract(made))
    assert all(fact.quote == made.reading.text[fact.span.start : fact.span.end] for fact in first)


@pytest.mark.parametrize("body", ["", "attack", "attack attack attack", "to", "was by", "killed", "\"attacked\"", "the the the"])
def test_odd_texts_raise_nothing(body: str) -> None:
    list(told(body))


def test_a_long_line_without_a_stop_is_quick() -> None:
    told("and Northland attacked Southland in Easton " * 3000, NORTH, SOUTH, place("Easton", "easton"))


def test_a_pronoun_takes_part_as_its_only_possible_owner() -> None:
    ann, bob = actor("Ann Lee", "ann-lee", "person"), actor("Bob Ray", "bob-ray", "person")
    assert roles(told("Ann Lee came to the hall. She condemned Southland.", ann, SOUTH)[0]) == ("ACCUSE", ("ann-lee",), ("southland",))
    assert roles(told("Ann Lee and Bob Ray came. She condemned Southland.", ann, bob, SOUTH)[0]) == ("ACCUSE", (), ("southland",))


@pytest.mark.parametrize("body", ["Would you support that?", "I agree with them."])
def test_talk_is_no_dealing_between_parties(body: str) -> None:
    assert told(body) == []
