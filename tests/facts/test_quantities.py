"""Quantities: who was counted, how many at least and at most, and what befell them."""

from __future__ import annotations

import pytest

from briefing.facts import quantities, times, weapons
from briefing.model import QuantityFact
from facts._article import article, found
from facts.made import actor, context, place


def counted(body: str) -> list[QuantityFact]:
    return list(found([times.extract, weapons.extract, quantities.extract], article(body)))  # type: ignore[arg-type]


def told(body: str) -> list[tuple[str, str, float | None, float | None]]:
    return [(fact.quote, fact.attrs.role, fact.attrs.min, fact.attrs.max) for fact in counted(body)]


@pytest.mark.parametrize(("body", "expected"), [
    # active, passive, nominal
    ("A shell killed eight people.", ("eight people", "killed", 8, 8)),
    ("Eight people were killed by a shell.", ("Eight people", "killed", 8, 8)),
    ("Eight killed in market blast", ("Eight", "killed", 8, 8)),
    ("Eight people, two of them children, were killed.", ("Eight people", "killed", 8, 8)),
    ("The death toll rose to 15.", ("15", "killed", 15, 15)),
    ("Thirty inmates and their visitors were killed.", ("Thirty inmates", "killed", 30, 30)),
    ("Officials said 12 nurses and a driver were hurt.", ("12 nurses", "injured", 12, 12)),
    ("Troops found 1,400 rounds of ammunition.", ("1,400 rounds", "other", 1400, 1400)),
    ("They held three rounds of talks.", ("three rounds of talks", "event_count", 3, 3)),
    ("Troops found 200 pounds of explosives.", ("200 pounds", "other", 200, 200)),
    ("The firm has 200 pounds of debt.", ("200 pounds", "money", 200, 200)),
    ("The governor mourned the deaths of 12 miners.", ("12 miners", "killed", 12, 12)),
    ("The flood claimed the lives of 33 villagers.", ("33 villagers", "killed", 33, 33)),
    ("A shell hit the market, wounding 20 others.", ("20 others", "injured", 20, 20)),
    ("The blast left 5 injured.", ("5 injured", "injured", 5, 5)),
    ("The blast led to eight injuries.", ("eight injuries", "injured", 8, 8)),
    ("At least 62 army personnel have sustained minor injuries.", ("At least 62 army personnel", "injured", 62, None)),
    ("Police arrested 71 protesters.", ("71 protesters", "captured", 71, 71)),
    ("The storm displaced some 40,000 residents.", ("some 40,000 residents", "displaced", 40_000, 40_000)),
    ("Nine sailors are missing.", ("Nine sailors", "missing", 9, 9)),
    ("Crews were searching for nine sailors.", ("nine sailors", "missing", 9, 9)),
    ("Police were searching for three suspects.", ("three suspects", "other", 3, 3)),
    ("Troops are looking for two gunmen.", ("two gunmen", "other", 2, 2)),
    ("A soldier was killed near the bridge.", ("A soldier", "killed", 1, 1)),
    ("He sent 2,700 soldiers and police officers.", ("2,700 soldiers and police officers", "deployed", 2700, 2700)),
    ("The war killed hundreds of American and allied soldiers.", ("hundreds of American and allied soldiers", "killed", None, None)),
    ("Blast kills doctor, at least five others", ("at least five others", "killed", 5, None)),
    ("He reported 150 security forces, 95 civilians, and six rebels killed.", ("150 security forces", "killed", 150, 150)),
    # bounds
    ("As many as 300 rebels were killed.", ("As many as 300 rebels", "killed", None, 300)),
    ("More than two dozen rebels were killed.", ("More than two dozen rebels", "killed", 24, None)),
    ("Between the lines, 13-46 rebels were killed.", ("13-46 rebels", "killed", 13, 46)),
    ("Two to three million people fled.", ("Two to three million people", "displaced", 2e6, 3e6)),
    ("It costs between $5 and $7 billion.", ("between $5 and $7 billion", "money", 5e9, 7e9)),
    ("Two wounded soldiers were flown out.", ("Two wounded soldiers", "injured", 2, 2)),
    ("The truck hit them, killing seven riders.", ("seven riders", "killed", 7, 7)),
    ("It will hold three town halls.", ("three town halls", "other", 3, 3)),
    ("There were 33 H1N1 flu deaths.", ("33 H1N1 flu deaths", "killed", 33, 33)),
    ("There were 5,254 reported cases.", ("5,254 reported cases", "event_count", 5254, 5254)),
    ("Dozens of villagers were killed.", ("Dozens of villagers", "killed", None, None)),
    ("The jet fired at them, killing a number of them.", ("a number of them", "killed", None, None)),
    # other counts
    ("The 15-member council met.", ("15-member", "other", 15, 15)),
    ("It was a 20-room house.", ("20-room", "other", 20, 20)),
    ("The 24 NGOs left.", ("24 NGOs", "other", 24, 24)),
    ("There were 66 attacks on the road.", ("66 attacks", "event_count", 66, 66)),
    ("Three separate sets of strikes followed.", ("Three separate sets of strikes", "event_count", 3, 3)),
    ("The road is shut, said two army officials.", ("two army officials", "source_count", 2, 2)),
    ("It keeps 900 troops in the north.", ("900 troops", "deployed", 900, 900)),
    ("Repairs cost $25 million.", ("$25 million", "money", 25e6, 25e6)),
    ("Repairs cost €3bn.", ("€3bn", "money", 3e9, 3e9)),
    ("Repairs cost 50 million rupees.", ("50 million rupees", "money", 50e6, 50e6)),
    ("Prices rose 4.2 percent.", ("4.2 percent", "percent", 4.2, 4.2)),
    ("The camp is about 12 miles away.", ("about 12 miles", "distance", 12, 12)),
    ("A 27-year-old baker spoke.", ("27-year-old", "age", 27, 27)),
    ("It is the first retaliation on their soil.", ("first", "rank", 1, 1)),
])
def test_a_quantity_is_read_with_its_role_and_bounds(body: str, expected: tuple[str, str, float | None, float | None]) -> None:
    assert expected in told(body)


@pytest.mark.parametrize("body", [
    "An AC-130 with two-stroke engines, Flight 447, cited Resolution 1701, the G8 and Article 5.",
    "Lawmakers killed off the bill; the killer app was deadly dull.",
    "On November 21, 2023, at 22:30, nothing happened.",
    "The team won 3-2 in a 5-4-1 formation.",
    "One of the residents spoke, and no one answered.",
    "Call 08457 800 900 for help.",
    "A man said it was his bread.",
    "The 7.4 earthquake shook cups.",
    "It may cause many deaths.",
    "Pupils between the ages of 14 and 18 sang.",
    "A defence treaty of 1951 covers attacks on ships.",
    "The law of 1988 bans strikes.",
])
def test_numbers_that_count_nothing_are_left_alone(body: str) -> None:
    assert told(body) == []


def test_what_is_only_feared_is_no_toll() -> None:
    for body in ("The dam could kill hundreds of villagers.", "They plotted to kill 20 officers.", "Up to 50 miners could be dead."):
        assert [role for _, role, _, _ in told(body)] == ["other"], body


def test_nobody_harmed_is_a_count_of_none() -> None:
    assert told("No casualties were reported.") == [("No casualties", "killed", 0, 0)]
    assert told("No one was injured.") == [("No one", "injured", 0, 0)]


def test_parts_share_the_fate_of_the_whole() -> None:
    assert told("Twelve people died, including three children.")[1] == ("three children", "killed", 3, 3)
    assert told("The blast killed three soldiers and two civilians.")[2] == ("two civilians", "killed", 2, 2)
    assert told("In all 81 people were killed. Among them are 48 civilians.")[1] == ("48 civilians", "killed", 48, 48)


def test_the_dead_of_a_name_or_of_others_are_not_those_counted() -> None:
    assert told("He wrote several songs for the Grateful Dead.") == [("several songs", "other", None, None)]
    assert told("Multiple news outlets reported Mr Smith to be dead.") == [("Multiple news outlets", "other", None, None)]


def test_each_fate_keeps_its_own_number() -> None:
    assert told("Eleven troops were killed and 15 wounded.") == [("Eleven troops", "killed", 11, 11), ("15 wounded", "injured", 15, 15)]
    assert told("Two officers killed five gunmen.") == [("Two officers", "other", 2, 2), ("five gunmen", "killed", 5, 5)]


def test_a_number_alone_inherits_what_was_counted_before() -> None:
    first, second = counted("The country keeps 900 troops in the north and 2,500 in the south.")
    assert (second.quote, second.attrs.unit, second.attrs.role, second.attrs.min) == ("2,500", "troop", "deployed", 2500)
    assert first.attrs.unit == second.attrs.unit


def test_a_quantity_takes_the_time_of_its_own_clause() -> None:
    fact, *_ = counted("It currently keeps 900 troops in the north, which rebels captured in 2014.")
    assert fact.attrs.time == "PRESENT_REF"


def test_troops_are_those_of_whoever_keeps_them_and_them_is_whoever_was_told_last() -> None:
    made = context(
        "Freedonia keeps 900 troops in the north. A jet fired on Red militants, killing a number of them.",
        actor("Freedonia", "freedonia", "state"), actor("Red militants", "red-militants", "armed_group"),
    )
    kept, killed = (fact for fact in quantities.extract(made) if isinstance(fact, QuantityFact))
    assert (kept.attrs.of, killed.attrs.of) == ("freedonia", "red-militants")


def test_a_demonym_describes_what_is_counted() -> None:
    assert told("The bomb killed two Palestinian police officers.") == [("two Palestinian police officers", "killed", 2, 2)]
    assert told("The bomb killed two Palestinians.") == [("two Palestinians", "killed", 2, 2)]


def test_a_currency_is_told_by_its_code() -> None:
    assert [fact.attrs.unit for fact in counted("It cost $5, then £6, then 8000 Hong Kong dollars.")] == ["USD", "GBP", "HKD"]
    assert "lb" in [fact.attrs.unit for fact in counted("Jets dropped a 500-pound bomb, which cost 9,000 pounds.")]


@pytest.mark.parametrize(("body", "expected"), [
    ("An armed gunman came out and was killed.", [("An armed gunman", "killed", 1, 1)]),
    ("A US soldier was killed and six others wounded.", [("A US soldier", "killed", 1, 1), ("six others", "injured", 6, 6)]),
    ("An Easton Relief Force service member died in a blast.", [("An Easton Relief Force service member", "killed", 1, 1)]),
    ("The network's leader, killed on Monday, had fled twice.", [("The network's leader", "killed", 1, 1)]),
    ("Both men were killed in the crash.", [("Both men", "killed", 2, 2)]),
    ("Both crew members suffered minor injuries.", [("Both crew members", "injured", 2, 2)]),
    ("Two gunmen were caught and a third was killed.", [("Two gunmen", "other", 2, 2), ("a third", "killed", 1, 1)]),
    ("Patrols engaged the threat, killing one and wounding two.", [("one", "killed", 1, 1), ("two", "injured", 2, 2)]),
    ("A rebel position was hit by the police.", []),
    ("The army killed a police checkpoint commander's plan.", []),
    ("The prisoner to be executed spoke.", []),
    ("His first wife died in 1962, and her father of a disease.", []),
    ("Longtime leader dies at 95", []),
    ("They met the twelve with the dead jackal.", []),
    ("A bill was killed in the house.", []),
    ("Both sides claimed the hill, and a trader said so.", []),
    ("The attack killed 12, and a policeman said more would follow.", [("12", "killed", 12, 12)]),
])
def test_one_person_counts_without_a_number_where_he_comes_to_harm(body: str, expected: list[tuple[str, str, float, float]]) -> None:
    assert [item for item in told(body) if item[1] != "rank"] == expected


def test_a_soldier_who_is_told_of_again_is_counted_once() -> None:
    assert told("A soldier was killed near the bridge. The soldier was killed at noon.") == [("A soldier", "killed", 1, 1)]


def test_those_who_share_a_fate_are_summed() -> None:
    assert told("A bomb killed a woman and two children.") == [
        ("a woman and two children", "killed", 3, 3), ("two children", "killed", 2, 2)]
    assert told("The leader and three of his associates were killed.")[0] == ("The leader and three", "killed", 4, 4)
    assert ("12 people, 3 children and 4 women", "killed", 19, 19) not in told("It killed 12 people, 3 children and 4 women among them.")


@pytest.mark.parametrize("body", [
    "He is linked to an attack that killed 12 traders.", "She led a cell which killed 12 traders.",
    "He was detained for raids, one of which killed 12 traders.", "Police said the group had killed 12 traders.",
    "He is thought to have killed 12 traders.", "He directed the market bombing in which 12 traders died.",
])
def test_a_toll_of_earlier_deeds_is_marked_as_past(body: str) -> None:
    (fact,) = (fact for fact in counted(body) if fact.attrs.role == "killed")
    assert (fact.attrs.min, fact.attrs.time, fact.rule) == (12, "PAST_REF", "quantities.earlier")


def test_a_plan_that_failed_does_not_touch_what_happened() -> None:
    assert ("two", "killed", 2, 2) in told("The raiders attempted to flee and two were killed.")
    assert [role for _, role, _, _ in told("They plotted to attack a base and kill 20 officers.")] == ["other"]


@pytest.mark.parametrize(("body", "expected"), [
    ("A magnitude 6.1 quake shook the coast.", ("magnitude 6.1", "other", 6.1, 6.1)),
    ("Twin car bombings shook the city.", ("Twin car bombings", "event_count", 2, 2)),
    ("The fund holds $4.8 B in bonds.", ("$4.8 B", "money", 4.8e9, 4.8e9)),
    ("The second blast came at noon.", ("second", "rank", 2, 2)),
    ("It is the country's second-largest port.", ("second-largest", "rank", 2, 2)),
    ("He died at the age of 99.", ("age of 99", "age", 99, 99)),
    ("Of the 40 who fled none spoke.", ("40", "other", 40, 40)),
    ("The blast hurt 12 guards, as were nine from the port.", ("nine", "injured", 9, 9)),
    ("Three killed, three others injured in Easton", ("three others", "injured", 3, 3)),
    ("Four stabbed to death in Easton", ("Four", "killed", 4, 4)),
    ("Twelve sailors drowned.", ("Twelve sailors", "killed", 12, 12)),
    ("The law passed by 151 votes to 27.", ("27", "other", 27, 27)),
    ("A woman was killed and nine others were injured.", ("nine others", "injured", 9, 9)),
    ("The death toll rose from fourteen to 31.", ("31", "killed", 31, 31)),
    ("The number of confirmed deaths surpassed 400 on Monday.", ("400", "killed", 400, 400)),
    ("One woman was killed. Another later died.", ("Another", "killed", 1, 1)),
    ("The mayor was killed along with 40 other guests.", ("40 other guests", "killed", 40, 40)),
    ("The group counts 14,000 lives saved.", ("14,000 lives", "other", 14_000, 14_000)),
    ("It may cause 32,000 deaths.", ("32,000 deaths", "other", 32_000, 32_000)),
    ("They killed 300 pigs.", ("300 pigs", "other", 300, 300)),
    ("Four would-be suicide bombers were killed.", ("Four would-be suicide bombers", "killed", 4, 4)),
    ("An Easton emir was killed on Monday.", ("An Easton emir", "killed", 1, 1)),
    ("One of the insurgents was killed.", ("One of the insurgents", "killed", 1, 1)),
    ("The fire, in which one child was killed, is out.", ("one child", "killed", 1, 1)),
    ("Four soldiers made the ultimate sacrifice.", ("Four soldiers", "killed", 4, 4)),
    ("There are 900 troops now in the country.", ("900 troops", "deployed", 900, 900)),
])
def test_more_ways_to_count(body: str, expected: tuple[str, str, float, float]) -> None:
    assert expected in told(body)


@pytest.mark.parametrize("text", ["", "9" * 5000, "killed ٣ people", "one one one one one one one one one one one", "$", "aged", "-- 3 --"])
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    counted(text)


def test_a_calibre_and_a_designation_count_nothing() -> None:
    assert told("The army fired 120 mm mortars and flew Mirage 2000 jets.") == []


@pytest.mark.parametrize(("body", "expected"), [
    ("The blast killed five children in a bus and two drivers.", ("five children in a bus and two drivers", "killed", 7, 7)),
    ("The death toll from Tuesday's storm rose on Friday to at least six.", ("at least six", "killed", 6, None)),
    ("A bomb killed a welder and at least five others.", ("a welder and at least five others", "killed", 6, None)),
    ("A bomb killed a farmer in a crowd alongside his two sons.", ("two sons", "killed", 2, 2)),
    ("Two men who attacked the base were killed.", ("Two men", "killed", 2, 2)),
    ("On 3 May 12 troops were killed.", ("12 troops", "killed", 12, 12)),
    ("Up to 50 miners may have been killed.", ("Up to 50 miners", "killed", None, 50)),
])
def test_who_died_with_others_is_counted_with_them(body: str, expected: tuple[str, str, float | None, float | None]) -> None:
    assert expected in told(body)


def test_where_the_hurt_are_brought_is_not_where_they_came_to_harm() -> None:
    body = "Two people were killed and ten taken to Easton."
    (fact, *_) = quantities.extract(context(body, place("Easton", "easton")))
    assert (fact.quote, fact.attrs.place) == ("Two people", None)


def test_one_person_who_is_known_is_told_apart_from_a_new_one() -> None:
    assert [fact.rule for fact in counted("A soldier was killed.")] == ["quantities.one"]
    assert [fact.rule for fact in counted("The driver was shot dead.")] == ["quantities.known"]
    assert told("Officers are searching for a smuggler.") == []
    assert told("The team was killed.") == []
    assert told("A former senator, Ann Lee, died on Monday.") == []


def sums(body: str) -> list[tuple[str, float | None]]:
    return [(fact.label, fact.attrs.min) for fact in counted(body) if fact.rule == "quantities.sum"]


@pytest.mark.parametrize(("body", "expected"), [
    ("A leader was killed. A second rebel was also killed.", [("A leader and a second rebel", 2)]),
    ("Two boys drowned at once. Their uncle also drowned.", [("Two boys and their uncle", 3)]),
    ("Two traders were killed. One of the wounded has since died.", [("Two traders and one of the wounded", 3)]),
    ("A leader was killed. In a separate attack, another rebel was killed.", []),
    ("Ten rebels were killed. Another four were shot dead in the yard.", []),  # the ten may hold the four
    ("Two men and two boys were killed.", [("Two men and two boys", 4)]),
    ("Six people, two men and four boys, were killed.", []),
    ("A soldier of the 4th Brigade and two guards were killed.", [("A soldier of the 4th Brigade and two guards", 3)]),
])
def test_who_shared_a_fate_is_added_up(body: str, expected: list[tuple[str, float | None]]) -> None:
    assert sums(body) == expected


def test_a_toll_over_sentences_stays_within_a_place() -> None:
    body = "A soldier was killed in Easton. Another soldier was killed in Weston."
    told_at = quantities.extract(context(body, place("Easton", "easton"), place("Weston", "weston")))
    assert [fact.rule for fact in told_at if fact.rule == "quantities.sum"] == []


def test_a_verb_in_the_singular_tells_nothing_of_many() -> None:
    assert "killed" not in [role for _, role, *_ in told("Ann Lee, one of the Easton Nine, a band that played for years, has died.")]


def test_a_country_that_only_describes_is_no_place_of_a_count() -> None:
    body = "Southland troops killed five rebels."
    (fact,) = quantities.extract(context(body, place("Southland", "southland", "country")))
    assert fact.attrs.place is None
