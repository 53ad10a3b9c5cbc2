"""Who takes part in an event, as a reader would notice it: told again, by a state's name, without a name. Every text is invented."""

from __future__ import annotations

import pytest

from briefing.facts import events
from briefing.model import ActorFact, EventFact
from facts.made import actor, context, place, time

NORTH = actor("Northland", "northland", "state")
SOUTH = actor("Southland", "southland", "state")
EASTLAND = actor("Eastland", "eastland", "state")
REBELS = actor("Hill Rebels", "hill-rebels", "armed_group")
GUNMEN = actor("gunmen", None, "armed_group", "nominal")
FRANCE = place("France", "france", "country")
NIGER = place("Niger", "niger", "country")


def told(body: str, *facts: tuple, **options: str | None) -> list[EventFact]:
    """The events of listed classes; what else is news has tests of its own."""
    found = events.extract(context(body, *facts, **options))
    return [fact for fact in found if isinstance(fact, EventFact) and fact.attrs.type != "NEWS"]


def sides(fact: EventFact) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return fact.attrs.source, fact.attrs.target


@pytest.mark.parametrize("again", [
    "The attack lasted an hour.", "It was quiet before this attack.", "The attack on Southland lasted an hour.",
])
def test_an_attack_told_again_is_by_and_on_the_same(again: str) -> None:
    first, second = told(f"Hill Rebels attacked Southland on Monday. {again}", REBELS, SOUTH, time("Monday", "2024-05-13"))
    assert sides(second) == sides(first) == (("hill-rebels",), ("southland",))
    assert second.attrs.date == "2024-05-13"
    assert second.inferred
    assert not first.inferred


@pytest.mark.parametrize("other", [
    "The second attack failed.", "Another attack failed.", "The attacks failed.", "The attack on Northland failed.", "An attack failed.",
    "The 1999 invasion failed.",
])
def test_another_attack_takes_nothing_over(other: str) -> None:
    *_, last = told(f"Hill Rebels attacked Southland. {other}", REBELS, SOUTH, NORTH)
    assert not last.inferred
    assert last.attrs.source == ()


def test_who_attacks_kills() -> None:
    _, killed = told("The attack by Hill Rebels killed five soldiers.", REBELS)
    assert killed.attrs.source == ("hill-rebels",)


def test_a_country_acts_by_its_state_and_is_told_as_an_actor() -> None:
    found = list(events.extract(context("France sent troops to help. France condemned Niger.", FRANCE, NIGER)))
    assert [fact.attrs.source for fact in found if isinstance(fact, EventFact)] == [("france",), ("france",)]
    states = {(fact.quote, fact.key, fact.attrs.type) for fact in found if isinstance(fact, ActorFact)}
    assert states == {("France", "france", "state"), ("Niger", "niger", "state")}


@pytest.mark.parametrize("body", ["An earthquake struck France.", "The storm killed ten in France.", "France won the final of the cup."])
def test_a_country_where_something_happens_is_no_actor(body: str) -> None:
    assert [fact for fact in events.extract(context(body, FRANCE)) if isinstance(fact, ActorFact)] == []


def test_a_group_without_a_name_is_told_in_the_label() -> None:
    (fact,) = told("Masked gunmen attacked Southland.", GUNMEN, SOUTH)
    assert sides(fact) == (("gunmen",), ("southland",))
    assert fact.label == "Violence: gunmen → Southland"


@pytest.mark.parametrize("body", [
    "A bomber hit Southland, wounding four, a spokesman said.", "Two aid workers were taken hostage in the north.",
])
def test_who_speaks_behind_a_number_or_has_no_article_befalls_nothing(body: str) -> None:
    targets = {party for fact in told(body, SOUTH) for party in fact.attrs.target}
    assert not targets & {"spokesman", "hostage", "four"}


@pytest.mark.parametrize(("body", "expected"), [
    ("Northland's bombing of Southland went on.", (("northland",), ("southland",))),
    ("Talks between Northland and Southland are to resume.", (("northland", "southland"), ())),
    ("The Northland-Southland war went on.", (("northland", "southland"), ())),
    ("Southland was condemned by Northland, Eastland and Hill Rebels.", (("northland", "eastland", "hill-rebels"), ("southland",))),
    ("The attack on Southland, attributed to Hill Rebels, went on.", (("hill-rebels",), ("southland",))),
    ("Hill Rebels claimed responsibility for an attack on Southland.", (("hill-rebels",), ("southland",))),
    ("Northland agreed to send food to Southland and Eastland.", (("northland",), ("southland", "eastland"))),
    ("Hill Rebels met in May and Northland attacked them.", (("northland",), ("hill-rebels",))),
    ("Northland has condemned Southland, with Eastland watching.", (("northland",), ("southland",))),
    ("Northland and Southland have both condemned Eastland.", (("northland", "southland"), ("eastland",))),
    ("The spokeswoman for Northland condemned Southland.", (("northland",), ("southland",))),
    ("Northland-backed Hill Rebels attacked Southland.", (("hill-rebels",), ("southland",))),
])
def test_the_sides_of_an_event(body: str, expected: tuple) -> None:
    assert expected in [sides(fact) for fact in told(body, NORTH, SOUTH, EASTLAND, REBELS)]


@pytest.mark.parametrize(("body", "kinds"), [
    ("The strike by teachers went on.", ["PROTEST"]),
    ("The unions said that the strike over pay went on.", ["PROTEST"]),
    ("Northland joined the fight against cancer.", []),
    ("Bob Ray had a heart attack in Northland.", []),
    ("Northland began clinical trials; the trial of the vaccine in Northland went on.", []),
    ("The village near Northland is close to the border.", []),
    ("Northland called off the meeting.", []),
    ("A hurricane hit the coast.", ["DISASTER", "DISASTER"]),
    ("An exchange of fire was heard in Northland.", ["ASSAULT"]),
    ("A bus with forty children aboard overturned.", ["ACCIDENT"]),
])
def test_words_beside_a_trigger_tell_what_it_means(body: str, kinds: list[str]) -> None:
    assert [fact.attrs.type for fact in told(body, NORTH)] == kinds


def test_a_blast_is_an_attack_where_a_bombing_is_told() -> None:
    assert {fact.attrs.type for fact in told("A suicide bombing shook the town. The explosion was heard far away.")} == {"ASSAULT"}
    assert {fact.attrs.type for fact in told("A gas main burst. The explosion was heard far away.")} == {"ACCIDENT"}
    assert {fact.attrs.type for fact in told("An explosion killed three soldiers on the road.")} == {"ASSAULT"}
    assert {fact.attrs.type for fact in told("An explosion at an ammunition depot killed three soldiers.")} == {"ACCIDENT"}


@pytest.mark.parametrize(("body", "where"), [
    ("Northland shelled the town of Easton.", "easton"),
    ("A storm hit Easton in the south.", "easton"),
    ("Northland shelled the North Sea port of Easton.", "easton"),
    ("Northland attacked a school in the North Sea port of Easton.", "easton"),
    ("Northland shelled an Easton school.", "easton"),
])
def test_a_place_that_is_hit_is_where_it_happens(body: str, where: str | None) -> None:
    fact = told(body, NORTH, place("Easton", "easton"), place("North Sea", "north-sea", "water"))[-1]
    assert fact.attrs.location == where


def test_a_weak_word_that_points_back_is_the_event_it_means() -> None:
    found = told("Hill Rebels attacked Southland. The strike came at noon.", REBELS, SOUTH)
    assert [fact.quote for fact in found] == ["attacked", "strike"]
    assert told("The strike went on.") == []


def test_an_answer_comes_with_an_attack() -> None:
    assert [sides(f) for f in told("Northland responded with an attack on Southland.", NORTH, SOUTH)] == [(("northland",), ("southland",))]
    assert [sides(f) for f in told("Northland responded to an attack on Southland.", NORTH, SOUTH)] == [((), ("southland",))]


def main(title: str, body: str, *facts: tuple) -> EventFact | None:
    return next((fact for fact in told(body, *facts, title=title) if fact.attrs.main), None)


def test_the_main_event_is_the_deed_that_title_and_lead_tell() -> None:
    fact = main("Rebel leader killed by Northland forces", "Northland forces killed a leader of Hill Rebels in the north. "
                "He was fighting Southland for years.", actor("Northland forces", "northland-army", "military"), REBELS, SOUTH)
    assert fact is not None
    assert (fact.quote, fact.attrs.source) == ("killed", ("northland-army",))


def test_the_main_event_takes_from_the_title_what_the_lead_leaves_unsaid() -> None:
    fact = main("Hill Rebels attack Southland", "A surprise attack on the capital began before dawn on Monday.", REBELS, SOUTH)
    assert fact is not None
    assert (fact.sentence, *sides(fact)) == (1, ("hill-rebels",), ("southland",))
    assert fact.inferred


def test_what_only_comes_up_later_is_not_the_main_event() -> None:
    assert main("A new stamp", "The post office of the capital showed its new stamp to the press. Hill Rebels attacked Southland.",
                REBELS, SOUTH) is None


@pytest.mark.parametrize("body", [
    "the attack killed Northland and " * 4000, "the attack the attack " * 3000, "the attacks on Northland, Southland and " * 3000])
def test_a_long_line_of_mentions_is_quick(body: str) -> None:
    told(body, NORTH, SOUTH)


def test_an_attack_that_only_dates_is_none_of_its_own_sentence() -> None:
    *_, last = told("Northland fired missiles at Southland a week after the attack.", NORTH, SOUTH)
    assert last.quote == "attack"
    assert sides(last) == ((), ())


def test_an_attack_that_only_dates_takes_nothing_where_two_may_be_meant() -> None:
    *_, last = told("Northland attacked a port. Eastland attacked a village. He left two days after the attack.", NORTH, EASTLAND)
    assert sides(last) == ((), ())
    *_, last = told("Northland attacked Southland. He left two days after the attack.", NORTH, SOUTH)
    assert sides(last) == (("northland",), ("southland",))


@pytest.mark.parametrize("body", [
    "Northland opposed high tariffs, but appointed Ann Lee.", "Northland opposed high tariffs; it appointed Ann Lee.",
    "Northland opposed high tariffs and later appointed Ann Lee.",
])
def test_a_target_stands_in_the_clause_of_its_verb(body: str) -> None:
    opposed = [fact for fact in told(body, NORTH, actor("Ann Lee", "ann-lee", "person")) if fact.quote == "opposed"]
    assert [fact.attrs.target for fact in opposed] in ([], [()])


def test_who_is_exchanged_is_told_without_the_verb() -> None:
    (fact,) = told("Southland agreed to exchange 1,200 prisoners by May 9.", SOUTH)
    assert fact.attrs.target == ("1,200 prisoners",)


@pytest.mark.parametrize(("body", "source", "target"), [
    ("Ann Lee said that Hill Rebels bombed Easton and shelled Weston.", ("hill-rebels",), ()),
    ("Ann Lee said Hill Rebels entered Easton and attacked the Blue Guard.", ("hill-rebels",), ("blue-guard",)),
    ("Ann Lee said that Hill Rebels had fled, and attacked the Blue Guard.", ("ann-lee",), ("blue-guard",)),
    ("Hill Rebels attacked near Easton on Monday but did not advance.", ("hill-rebels",), ()),
    ("A man was hurt when Hill Rebels opened fire at posts near Easton.", ("hill-rebels",), ()),
])
def test_a_deed_within_a_report_is_of_whom_it_tells(body: str, source: tuple[str, ...], target: tuple[str, ...]) -> None:
    people = (actor("Ann Lee", "ann-lee", "person"), REBELS, actor("Blue Guard", "blue-guard", "military"))
    *_, last = (fact for fact in told(body, *people) if fact.attrs.type == "ASSAULT")
    assert last.attrs.source == source
    assert set(target) <= set(last.attrs.target)
