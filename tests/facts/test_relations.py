"""How actors and places are related, as a reader would notice it. Every text is invented."""

from __future__ import annotations

import msgspec
import pytest

from briefing.facts import events, relations
from facts.made import actor, context, count, place, time

NORTH = actor("Northland", "northland", "state")
NORTHERN = actor("Northern", "northland", "state", "demonym")
REBELS = actor("Hill Rebels", "hill-rebels", "armed_group")
ANN = actor("Ann Lee", "ann-lee", "person")
MINISTRY = actor("Defence Ministry", "defence-ministry")
EASTON = place("Easton", "easton")
BASE = place("Lake Base", "lake-base", "facility")
FRONT = actor("Easton Front", "easton-front", "armed_group")
AXIS = actor("Axis", "axis", "armed_group")
COUNTRY = place("Southland", "southland", "country")


def related(body: str, *facts: tuple) -> list[tuple[str, str, str | None, str]]:
    """(predicate, subject, object, words) of every relation."""
    made = context(body, *facts)
    return [(f.attrs.predicate, f.attrs.subject, f.attrs.object, f.quote) for f in relations.extract(made)]


@pytest.mark.parametrize(("body", "facts", "expected"), [
    ("Northern-backed militants came.", (NORTHERN, actor("Northern-backed militants", "militants", "armed_group", "nominal")),
     ("backed_by", "militants", "northland", "Northern-backed militants")),
    ("The Hill Rebels, backed by Northland, came.", (REBELS, NORTH),
     ("backed_by", "hill-rebels", "northland", "Hill Rebels, backed by Northland")),
    ("The Hill Rebels are aligned with Northland.", (REBELS, NORTH),
     ("aligned_with", "hill-rebels", "northland", "Hill Rebels are aligned with Northland")),
    ("Ann Lee, a spokesperson for the Defence Ministry, came.", (ANN, MINISTRY),
     ("speaks_for", "ann-lee", "defence-ministry", "Ann Lee, a spokesperson for the Defence Ministry")),
    ("Defence Ministry spokesman Ann Lee came.", (ANN, MINISTRY),
     ("speaks_for", "ann-lee", "defence-ministry", "Defence Ministry spokesman Ann Lee")),
    ("Ann Lee, leader of the Hill Rebels, came.", (ANN, REBELS), ("leads", "ann-lee", "hill-rebels", "Ann Lee, leader of the Hill Rebels")),
    ("The Hill Rebels, led by Ann Lee, came.", (ANN, REBELS), ("leads", "ann-lee", "hill-rebels", "Hill Rebels, led by Ann Lee")),
    ("Southland's Hill Rebels came.", (COUNTRY, REBELS), ("based_in", "hill-rebels", "southland", "Southland's Hill Rebels")),
    ("Lake Base, west of Easton, was shut.", (BASE, EASTON), ("located_near", "lake-base", "easton", "Lake Base, west of Easton")),
    ("They met at Lake Base in Southland.", (BASE, COUNTRY), ("located_in", "lake-base", "southland", "Lake Base in Southland")),
    ("Northern militant group Hill Rebels came.", (NORTHERN, REBELS),
     ("nationality", "hill-rebels", "northland", "Northern militant group Hill Rebels")),
    ("Northland support for the Hill Rebels grew.", (NORTH, REBELS),
     ("supports", "northland", "hill-rebels", "Northland support for the Hill Rebels")),
    ("The Hill Rebels were founded in 1997.", (REBELS, time("1997", "1997")), ("founded", "hill-rebels", None, "founded in 1997")),
    ("The Hill Rebels, a militia founded by Ann Lee, came.", (REBELS, ANN),
     ("founded", "ann-lee", "hill-rebels", "Hill Rebels, a militia founded by Ann Lee")),
    ("The Hill Rebels, formed to counter the Defence Ministry, came.", (REBELS, MINISTRY),
     ("opposed_to", "hill-rebels", "defence-ministry", "to counter the Defence Ministry")),
])
def test_what_the_words_state(body: str, facts: tuple, expected: tuple) -> None:
    assert related(body, *facts) == [expected]


@pytest.mark.parametrize(("body", "role", "expected"), [
    ("Ann Lee, Northland's minister of defence, came.", "minister", ("member_of", "ann-lee", "northland")),
    ("The chairman of Northland, Ann Lee, came.", "chairman", ("leads", "ann-lee", "northland")),
    ("Northland's deputy president, Ann Lee, came.", "deputy president", None),
    ("Ann Lee, the ambassador to Northland, came.", "ambassador", ("represents_to", "ann-lee", "northland")),
])
def test_a_role_beside_a_person_and_a_body_relates_them(body: str, role: str, expected: tuple | None) -> None:
    made = context(body, NORTH)
    person = next(iter(context(body, ANN).facts))
    attrs = msgspec.structs.replace(person.attrs, role=role, of="northland")
    made = msgspec.structs.replace(made, facts=(*made.facts, msgspec.structs.replace(person, attrs=attrs)))
    found = [(f.attrs.predicate, f.attrs.subject, f.attrs.object) for f in relations.extract(made)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize("body", [
    "Ann Lee supported Northland's plan.", "Northland's Southland came.", "Ann Lee, leader of the Northern economy forum, came.",
    "Northland's envoy, a member of Southland, came.",
])
def test_what_is_somebody_s_is_not_they(body: str) -> None:
    assert related(body, ANN, NORTH, NORTHERN, actor("Southland", "southland", "state")) == []


def test_troops_in_a_country_are_deployed_there() -> None:
    made = context("Northland maintains 900 troops in Southland.", NORTH, COUNTRY, count("900 troops", "deployed", None, "southland"))
    made = type(made)(made.reading, made.lexicon, (), (*made.facts, *events.extract(made)))
    (fact,) = relations.extract(made)
    assert (fact.attrs.predicate, fact.attrs.subject, fact.attrs.object) == ("deployed_in", "northland", "southland")
    assert fact.quote == "900 troops in Southland"


@pytest.mark.parametrize(("body", "facts"), [
    ("Southland lies in Easton.", (COUNTRY, EASTON)),
    ("Ann Lee came. The leader of the Hill Rebels left.", (ANN, REBELS)),
    ("Northland, backed by Northland.", (NORTH,)),
    ("The Hill Rebels and Northland came.", (REBELS, NORTH)),
    ("The league (HL), known as Northland, came.", (NORTH, actor("The league", "the-league"))),
    ("Ann Lee, the former leader of the Hill Rebels, came.", (ANN, REBELS)),
])
def test_what_is_not_stated_is_no_relation(body: str, facts: tuple) -> None:
    assert related(body, *facts) == []


def test_a_bare_description_is_said_once_an_article() -> None:
    army = actor("Northern troops", "northland-army", "military", "nominal")
    found = related("Northern troops came. Northern troops left.", NORTHERN, army)
    assert found == [("part_of", "northland-army", "northland", "Northern troops")]


@pytest.mark.parametrize(("body", "expected"), [
    ("The Hill Rebels, an ally of Southland, came.", ("aligned_with", "hill-rebels", "southland")),
    ("Southland is a member of the Axis.", ("member_of", "southland", "axis")),
    ("Northland's ally Hill Rebels came.", ("aligned_with", "hill-rebels", "northland")),
    ("Hill Rebels, the rival of Easton Front, came.", ("opposed_to", "hill-rebels", "easton-front")),
    ("Northland funds Hill Rebels.", ("supports", "northland", "hill-rebels")),
])
def test_sides_and_members(body: str, expected: tuple[str, str, str]) -> None:
    assert [row[:3] for row in related(body, REBELS, FRONT, AXIS, COUNTRY, NORTH)] == [expected]


def test_what_follows_an_apposition_is_told_of_its_head() -> None:
    found = related("The Hill Rebels, a branch of the Easton Front, is based in Southland.", REBELS, FRONT, COUNTRY)
    assert [row[:3] for row in found] == [("part_of", "hill-rebels", "easton-front"), ("based_in", "hill-rebels", "southland")]


@pytest.mark.parametrize(("body", "role"), [
    ("Northland's military chief, Ann Lee, came.", "chief"), ("Ann Lee, the mayor of the Northern city of Easton, came.", "mayor"),
    ("Former Northland senator Ann Lee came.", "senator"), ("Ann Lee, spokesman for the Northern army, came.", "spokesman"),
])
def test_a_role_in_a_part_of_a_state_or_in_the_past_is_none_in_the_state(body: str, role: str) -> None:
    made = context(body, NORTH, NORTHERN, ANN)
    bearer = [msgspec.structs.replace(f, attrs=msgspec.structs.replace(f.attrs, role=role, of="northland")) if f.key == "ann-lee" else f
              for f in made.facts]
    assert list(relations.extract(type(made)(made.reading, made.lexicon, (), tuple(bearer)))) == []


@pytest.mark.parametrize("body", [
    "Ann Lee was leader of the Hill Rebels.", "Southland's Axis ambassador came.", "Hill Rebels, formed by 1997, came.",
])
def test_what_is_over_or_another_s_is_no_relation(body: str) -> None:
    assert related(body, ANN, REBELS, AXIS, COUNTRY, time("1997", "1997")) == []


def test_a_long_line_of_names_is_quick() -> None:
    related("Hill Rebels and Northland " * 4000, REBELS, NORTH)


def test_a_place_lies_in_the_one_after_its_comma_only_where_it_is_known_to() -> None:
    assert related("They met in Easton, Southland.", EASTON, COUNTRY) == []


def test_a_collective_has_members_and_a_backer() -> None:
    found = related("Northland's network of militias, such as the Hill Rebels and Easton Front, collectively known as the Axis, grew.",
                    NORTH, REBELS, FRONT, AXIS)
    assert {(predicate, subject, object_) for predicate, subject, object_, _ in found} == {
        ("member_of", "hill-rebels", "axis"), ("member_of", "easton-front", "axis"), ("backed_by", "axis", "northland"),
    }


@pytest.mark.parametrize(("body", "taken"), [
    ("The Hill Rebels captured territory in Southland and Westland.", {"southland", "westland"}),
    ("Armies left Southland and Westland. The Hill Rebels captured territory.", set()),
    ("After years in Southland and Westland, the Hill Rebels captured territories in both countries.", {"southland", "westland"}),
    ("The Hill Rebels captured a driver in Southland.", set()),
])
def test_land_that_a_force_takes_is_under_its_control(body: str, taken: set[str]) -> None:
    made = context(body, REBELS, COUNTRY, place("Westland", "westland", "country"))
    made = type(made)(made.reading, made.lexicon, (), (*made.facts, *events.extract(made)))
    held = [fact.attrs for fact in relations.extract(made) if fact.attrs.predicate == "controlled_territory"]
    assert {attrs.object for attrs in held} == taken
    assert {attrs.subject for attrs in held} <= {"hill-rebels"}


def test_who_sends_troops_is_not_deployed() -> None:
    made = context("Ann Lee sent 900 troops in Southland.", ANN, COUNTRY, count("900 troops", "deployed", "ann-lee", "southland"))
    assert list(relations.extract(made)) == []


@pytest.mark.parametrize("words", ["drag queen", "former president", "opposition leader"])
def test_what_only_sounds_like_a_head_leads_nothing(words: str) -> None:
    assert related(f"Northern {words} Ann Lee came.", NORTHERN, ANN) == []


def test_a_town_is_not_near_what_lies_in_it() -> None:
    body = "A church in Easton near Lake Base burned."
    assert related(body, EASTON, BASE) == [("located_near", "easton", "lake-base", "Easton near Lake Base")]
    made = context(body, EASTON, BASE)
    inside = tuple(msgspec.structs.replace(f, attrs=msgspec.structs.replace(f.attrs, within=("easton",))) if f.key == "lake-base" else f
                   for f in made.facts)  # fmt: skip
    assert list(relations.extract(type(made)(made.reading, made.lexicon, (), inside))) == []


def test_troops_are_of_the_state_whose_they_are() -> None:
    army = actor("Western Northern army", "northland-army", "military", "nominal", of="northland")
    found = related("A Western Northern army base burned.", actor("Western", "westland", "people", "demonym"), NORTHERN, army)
    assert [(predicate, object_) for predicate, _, object_, _ in found] == [("part_of", "northland")]


def test_who_supports_a_plan_of_theirs_does_not_support_them() -> None:
    for words, expected in (("Defence Ministry version", []), ("Defence Ministry", ["supports"])):
        made = context(f"Ann Lee supported the {words}, which was new.", ANN, MINISTRY)
        told = type(made)(made.reading, made.lexicon, (), (*made.facts, *events.extract(made)))
        assert [fact.attrs.predicate for fact in relations.extract(told)] == expected
