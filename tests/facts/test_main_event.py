"""The main event as a reader would tell it: who, to whom, where, when and how many. Every text is invented."""

from __future__ import annotations

import msgspec
import pytest

from briefing import facts
from briefing.facts import attributions, events
from briefing.model import ActorFact, EventFact, Fact, LocationFact
from facts._article import article
from facts.made import LEXICON, actor, context, count, place, time, weapon

NORTH = actor("Northland", "northland", "state")
NORTHERN = actor("Northern", "northland", "state", "demonym")
ANN = actor("Ann Lee", "ann-lee", "person")
EASTON = place("Easton", "easton")
SQUARE = place("Oak Square", "oak-square", "facility")


def extracted(body: str, *facts: tuple, **options: str | None) -> list[Fact]:
    return list(events.extract(context(body, *facts, **options)))


def main(body: str, *facts: tuple, **options: str | None) -> EventFact:
    (fact,) = (fact for fact in extracted(body, *facts, **options) if isinstance(fact, EventFact) and fact.attrs.main)
    return fact


@pytest.mark.parametrize(("body", "source", "target"), [
    ("Masked robbers shot a shopkeeper on Monday.", ("Masked robbers",), ("shopkeeper",)),
    ("A shopkeeper was shot by two robbers on Monday.", ("two robbers",), ("shopkeeper",)),
    ("At least three villagers have been killed in an attack.", (), ("three villagers",)),
    ("Two guards, a policeman and a cook were killed in an attack.", (), ("Two guards", "policeman", "cook")),
    ("Hundreds of students protested on Monday.", ("Hundreds of students",), ()),
    ("A group of farmers protested on Monday.", ("group of farmers",), ()),
    ("Tens of thousands of students marched on Monday.", ("Tens of thousands of students",), ()),
    ("The number of people killed in the fire rose.", (), ("people",)),
    ("The bank was robbed by gunmen carrying guns.", ("gunmen",), ("bank",)),
    ("Two thousand farmers drove into Easton on Monday to protest.", ("Two thousand farmers",), ()),
    ("Ann Lee and two aides were arrested.", (), ("ann-lee", "two aides")),
    ("A Northern tourist was kidnapped on Monday.", (), ("northland", "Northern tourist")),
    ("Northern and coalition troops attacked the camp.", ("northland", "Northern and coalition troops"), ()),
    ("Ann Lee is opposed to the talks.", ("ann-lee",), ()),
    ("Two suicide bombers struck on Monday.", ("suicide bombers",), ()),
    ("A student suspected of stealing a car from a garage was arrested.", (), ("student",)),
    ("The mayor of Northland, Ann Lee, was arrested.", (), ("ann-lee",)),
    ("A bomb blamed on rebels killed a shopkeeper.", ("rebels",), ("shopkeeper",)),
    ("The mayor sent 20 officers to the bank on Monday after a man shot a clerk.", ("man",), ("clerk",)),
    ("A crash left three people dead on Monday.", (), ("three people",)),
    ("Twelve people have been confirmed dead after a fire.", (), ("Twelve people",)),
    ("The wreck was found by search crews on Monday.", ("search crews",), ()),
    ("Northland Senator from Easton Ann Lee was fined.", (), ("ann-lee",)),
    ("Northland national team player Ann Lee was named coach.", (), ("ann-lee",)),
    ("One of the best known climbers, Northland's Ann Lee, was arrested.", (), ("ann-lee",)),
])
def test_who_takes_part_without_a_name_is_told_by_the_words(body: str, source: tuple, target: tuple) -> None:
    nameless = (actor("suicide bombers", None, "person_group", "nominal"), actor("rebels", None, "armed_group", "nominal"))
    fact = main(body, *nameless, NORTHERN, NORTH, ANN)
    assert (fact.attrs.source, fact.attrs.target) == (source, target)


def test_a_party_without_a_name_rests_on_a_fact_without_identity() -> None:
    (party,) = (fact for fact in extracted("Masked robbers fled after they shot Ann Lee.", ANN) if isinstance(fact, ActorFact))
    assert (party.quote, party.key, party.label, party.attrs.type) == ("Masked robbers", None, "Masked robbers", "person_group")


@pytest.mark.parametrize("body", [
    "A crash killed all on board.", "The bombing of a military training centre went on.", "The blast was heard by a bomber.",
    "Shares in the sector were hit by the attack.",
])
def test_what_is_neither_people_nor_a_body_of_them_takes_no_part(body: str) -> None:
    assert [fact for fact in extracted(body) if isinstance(fact, ActorFact)] == []


@pytest.mark.parametrize(("body", "verb", "source"), [
    ("The company raised its forecast on Monday.", "raised", ("company",)),
    ("Ann Lee, the head of a bank in Easton, has told staff that she will leave.", "told", ("ann-lee",)),
    ("A book edited by Ann Lee in jail angered the critics.", "angered", ()),
    ("After the shops opened, Ann Lee sold her painting.", "sold", ("ann-lee",)),
    ("The daily reports that Ann Lee was found in a forest.", "found", ()),
])
def test_where_no_class_is_the_news_the_main_verb_is(body: str, verb: str, source: tuple) -> None:
    fact = main(body, ANN, EASTON)
    assert (fact.attrs.type, fact.quote, fact.attrs.source) == ("NEWS", verb, source)


def test_who_owns_up_to_an_attack_later_did_it() -> None:
    rebels = actor("Hill Rebels", "hill-rebels", "armed_group")
    bombing = "A bombing killed nine people in Easton. It was a quiet day."
    fact = main(f"{bombing} Hill Rebels claimed responsibility for the attack.", EASTON, rebels)
    assert (fact.sentence, fact.attrs.source, fact.inferred) == (1, ("hill-rebels",), True)
    fact = main(f"{bombing} Hill Rebels claimed responsibility for another attack.", EASTON, rebels)
    assert fact.attrs.source == ()


def test_an_article_without_a_verb_reports_nothing() -> None:
    assert [fact for fact in extracted("A list of names.", title="Names") if isinstance(fact, EventFact)] == []


def test_the_subject_of_the_sentence_does_what_a_noun_tells() -> None:
    fact = main("Ann Lee announced the appointments on Monday.", ANN, title="First appointments")
    assert (fact.attrs.type, fact.attrs.source, fact.inferred) == ("APPOINTMENT", ("ann-lee",), True)


@pytest.mark.parametrize(("title", "body", "source"), [
    ("Sales rise", "Quarterly sales at Lee Brothers rose on Monday.", ("lee-brothers",)),
    ("Ann Lee raises tax on beer", "The price of a pint is to go up.", ("ann-lee",)),
    ("Lee Brothers to buy shops", "Lee Brothers said on Monday it would buy two shops.", ("lee-brothers",)),
    ("A first", "Easton became the first town of its kind.", ("Easton",)),
    ("A report", "A Lee Brothers report was released on Monday.", ("lee-brothers",)),
    ("Lee Brothers ends sale of phone that catches fire", "The sale is to end.", ("lee-brothers",)),
    ("Resignation", "Ann Lee announced her early resignation on Monday.", ("ann-lee",)),
    ("New law", "On Monday in Easton Ann Lee signed a law, officially banning beer.", ("ann-lee",)),
])
def test_news_is_about_somebody(title: str, body: str, source: tuple) -> None:
    assert main(body, ANN, EASTON, actor("Lee Brothers", "lee-brothers"), title=title).attrs.source == source


def test_what_only_describes_somebody_is_no_news_of_which_the_title_is_silent() -> None:
    fact = main("Ann Lee has named her boat after a child who drowned.", ANN, title="Boat named")
    assert (fact.attrs.type, fact.quote) == ("NEWS", "named")
    assert main("The boat carried a child who drowned.", title="Child drowned").attrs.type == "ACCIDENT"


def test_a_body_s_country_is_where_nothing_else_is_told() -> None:
    north, south = actor("Northern parliament", "northland-parliament", of="northland"), place("Northland", "northland", "country")
    text = "The Northern parliament rejected the plan. It is the first in Europe. Nobody wept. Northland is cold."
    assert main(text, north, south, title="Plan rejected").attrs.location == "northland"


@pytest.mark.parametrize(("title", "body", "where"), [
    ("Nine arrested", "French police arrested nine men on Monday.", "france"),
    ("Bill passed", "The bill was passed by the French parliament on Monday.", "france"),
    ("Writer dies", "The French writer Ann Lee died on Monday.", "france"),
    ("Leaders met", "The French president met the Dutch president on Monday.", None),
    ("Patrol attacked", "French soldiers killed nine men on Monday.", None),
])
def test_news_without_a_place_is_where_those_are_who_act_or_suffer(title: str, body: str, where: str | None) -> None:
    found = facts.extract(article(body, title=title), LEXICON)
    (event,) = (fact for fact in found.facts if isinstance(fact, EventFact) and fact.attrs.main)
    homes = [fact for fact in found.facts if isinstance(fact, LocationFact)]
    assert event.attrs.location == where
    assert [(home.quote, home.attrs.form, home.inferred) for home in homes] == ([("French", "demonym", True)] if where else [])


@pytest.mark.parametrize(("body", "where"), [
    ("A man who robbed nine women was jailed for life. The judge at Cardiff Crown Court called him a coward.", "cardiff"),
    ("Ann Lee lost her appeal in the Alaska Supreme Court on Monday.", "alaska"),
    ("The UN Security Council rejected the plan on Monday.", None),
])
def test_a_local_body_tells_where(body: str, where: str | None) -> None:
    found = facts.extract(article(body, title="The news"), LEXICON)
    (event,) = (fact for fact in found.facts if isinstance(fact, EventFact) and fact.attrs.main)
    assert event.attrs.location == where


@pytest.mark.parametrize(("body", "where"), [
    ("Ann Lee was convicted by a court on Monday.\n\nShe lied. The trial was held in Easton.", "easton"),
    ("Ann Lee of Weston was fined. It rained. The hearing was held in Easton.", "easton"),
    ("A man from Weston was arrested. The police in Easton took him in.", "easton"),
    ("Ann Lee was chosen for Senator from Easton. It rained.", "easton"),
    ("A Weston-based firm was fined. Its office in Easton was closed.", "easton"),
    ("Ann Lee was arrested. She is due in court in Weston. Easton is cold.", None),
])
def test_where_somebody_comes_from_is_not_where_it_happened(body: str, where: str | None) -> None:
    assert main(body, ANN, EASTON, place("Weston", "weston"), title="The news").attrs.location == where


def test_whom_a_participle_tells_of_is_not_the_news_where_no_title_says_so() -> None:
    body = "The media filmed the return of an airman killed on Monday. He was hit by a bomb. Two men were wounded by it."
    assert main(body, title="Cameras at the airport").quote == "filmed"


def test_a_flood_that_cuts_off_supplies_punishes_nobody() -> None:
    assert main("A water main broke on Monday, cutting off supplies.", title="Water main bursts").attrs.type == "NEWS"


def test_a_clause_about_an_attack_dates_it_and_the_report_s_day_does_not() -> None:
    body = "An attack that killed dozens in April was the work of soldiers, Ann Lee said on Friday."
    fact = main(body, ANN, time("April", "2024-04"), time("Friday", "2024-05-03"), title="Attack killed dozens", dateline="2024-05-03")
    assert (fact.attrs.date, fact.attrs.target) == ("2024-04", ())


def test_a_year_in_what_somebody_is_named_dates_nothing() -> None:
    assert main("Ann Lee was named 2012 World Player.", ANN, time("2012", "2012"), title="A player").attrs.date is None


def test_moons_lately_discovered_are_not_the_news() -> None:
    assert main("The two recently discovered moons were named by Ann Lee.", ANN, title="Two moons").quote == "named"


def test_the_title_tells_where_in_the_country() -> None:
    south = ("location", "Southland", "southland", "country")
    told = context("Nine died in fighting in Southland.", EASTON, south, title="Fighting in Easton")
    inside = [msgspec.structs.replace(f, attrs=msgspec.structs.replace(f.attrs, within=("southland",))) if f.key == "easton" else f
              for f in told.facts]
    found = events.extract(msgspec.structs.replace(told, facts=tuple(inside)))
    assert [fact.attrs.location for fact in found if isinstance(fact, EventFact) and fact.attrs.main] == ["easton"]


def test_news_of_nobody_is_what_somebody_says() -> None:
    told = context("Tuition is to be free, Ann Lee has said.", ANN, title="Tuition to be free")
    told = msgspec.structs.replace(told, facts=(*told.facts, *attributions.extract(told)))
    (fact,) = (fact for fact in events.extract(told) if isinstance(fact, EventFact) and fact.attrs.main)
    assert (fact.attrs.type, fact.attrs.source, fact.inferred) == ("NEWS", ("ann-lee",), True)


def test_teams_are_called_by_places_and_play_elsewhere() -> None:
    places = (EASTON, place("Weston", "weston"), place("Norton", "norton"))
    fact = main("Easton beat Weston 2-1 in Norton on Monday.", *places, title="Weston lose 2-1")
    assert (fact.attrs.source, fact.attrs.target, fact.attrs.location) == (("Easton",), ("Weston",), "norton")
    assert main("Ann Lee hailed the win over Weston at a rally in Norton.", ANN, *places).attrs.location == "norton"


@pytest.mark.parametrize(("body", "where", "inferred"), [
    ("A fire broke out in Easton.", "easton", False),
    ("A fire broke out at Oak Square in Easton.", "oak-square", False),
    ("A fire broke out on Monday. It began in a shop in Easton.", "easton", True),
    ("Easton's mayor resigned.", "easton", True),
])
def test_where_it_is(body: str, where: str | None, inferred: bool) -> None:
    fact = main(body, EASTON, SQUARE)
    assert (fact.attrs.location, fact.inferred) == (where, inferred)


def test_the_lead_tells_the_day_and_the_place_that_the_title_s_event_leaves_out() -> None:
    known = (EASTON, NORTH, time("Monday", "2024-05-13"))
    told = context("On Monday, in Easton, the shops were quiet.", *known, title="Northland attacks camp")
    (fact,) = (fact for fact in events.extract(told) if isinstance(fact, EventFact) and fact.attrs.main)
    assert (fact.sentence, fact.attrs.location, fact.attrs.date, fact.inferred) == (0, "easton", "2024-05-13", True)


def test_a_day_is_better_than_a_year() -> None:
    fact = main("On Monday, Ann Lee won the 2024 prize.", ANN, time("Monday", "2024-05-13"), time("2024", "2024"))
    assert fact.attrs.date == "2024-05-13"


MONDAY, SUNDAY = time("Monday", "2024-05-13"), time("Sunday", "2024-05-12")


@pytest.mark.parametrize(("body", "where", "when"), [
    ("A bank has agreed to a merger. The merger was signed in Easton on Monday.", "easton", "2024-05-13"),
    ("A bank has agreed to a merger. Its rival also made an offer on Monday.", None, None),
    ("A bank has agreed to a merger. It has lost money since Monday.", None, None),
    ("A bank has agreed to a merger, it was said on Monday. It happened on Sunday.", None, "2024-05-12"),
    ("A bank, which once had a shop in Easton, has agreed to a merger in Norton.", "norton", None),
    ("A bank has agreed to a merger worth more than last year on Monday.", None, "2024-05-13"),
    ("A bank has agreed to a merger. The shop in Easton burned down in 1990.", None, None),
    ("The merger announced on Sunday and signed on Monday has begun.", None, None),
    ("On Monday the merger announced on Sunday began.", None, "2024-05-13"),
    ("On Sunday Ann Lee confirmed that the merger will be signed on Monday.", None, None),
])
def test_the_day_and_the_place_that_the_report_goes_on_to_tell(body: str, where: str | None, when: str | None) -> None:
    norton = place("Norton", "norton")
    fact = main(body, EASTON, norton, MONDAY, SUNDAY, time("1990", "1990"), time("last year", "2023"), title="Merger of banks")
    assert (fact.attrs.location, fact.attrs.date) == (where, when)


def test_a_clause_that_tells_of_a_deed_dates_it() -> None:
    said = "Hill Rebels claimed an attack on a market that killed nine on Sunday, they said on Monday."
    assert main(said, MONDAY, SUNDAY, title="Rebels speak").attrs.date == "2024-05-12"


def test_a_month_is_made_exact_by_a_day_of_it_alone() -> None:
    may, april = time("May", "2024-05"), time("April", "2024-04")
    assert main("A fire broke out in May. The shop burned on Monday.", may, MONDAY, title="Fire on Monday").attrs.date == "2024-05-13"
    assert main("A fire broke out in April. On Monday the shop opened.", april, MONDAY, title="Shop burns").attrs.date == "2024-04"


def test_what_is_told_later_of_another_country_is_not_where_it_is() -> None:
    south, abroad = place("Southland", "southland", "country"), place("Weston", "weston")
    fact = main("The premier of Southland died. She was treated in Weston.", south, abroad)
    assert fact.attrs.location == "southland"


def tolls(body: str, *facts: tuple) -> list[str]:
    """The words of the main event's counts."""
    made = context(body, *facts)
    (fact,) = (f for f in events.extract(made) if isinstance(f, EventFact) and f.attrs.main)
    quotes = {f.id: f.quote for f in made.facts}
    return [quotes[name] for name in fact.attrs.quantities]


@pytest.mark.parametrize(("body", "counts", "expected"), [
    ("A bomb killed a leader and two others.", ("a leader and two others", "two others"), ["a leader and two others"]),
    ("A bomb killed 12 people, including 3 children.", ("12 people", "3 children"), ["12 people"]),
    ("A bomb killed 12 people, 3 of them children.", ("12 people", "3"), ["12 people"]),
    ("The police arrested a man who killed nine people.", ("nine people",), []),
    ("A bomb hit Easton. The market was full, and 12 people died.", ("12 people",), ["12 people"]),
    ("Troops detained two men. In the operation, one gunman was killed.", ("one gunman",), ["one gunman"]),
    ("The police arrested two men. In another town, one man was killed.", ("one man",), []),
    ("A bomb hit Easton. A bomb in Weston had killed nine people.", ("nine people",), []),
])
def test_the_toll_is_the_event_s_own(body: str, counts: tuple[str, ...], expected: list[str]) -> None:
    assert tolls(body, EASTON, place("Weston", "weston"), *(count(words, "killed") for words in counts)) == expected


@pytest.mark.parametrize("body", [
    "A drone strike killed nine people in Easton on Monday, in one of the deadliest attacks since the army went to war in April.",
    "A drone strike killed nine people in Easton on Monday, the third attack since April.",
    "A drone strike killed nine people in Easton on Monday, the latest in a string of attacks since April.",
])
def test_what_only_ranks_a_deed_is_not_the_news(body: str) -> None:
    fact = main(body, EASTON, MONDAY, time("April", "2024-04"), title="Attack kills nine")
    assert (fact.quote, fact.attrs.location, fact.attrs.date) == ("drone strike", "easton", "2024-05-13")


def test_a_deed_that_ranks_first_is_the_news_where_the_sentence_is_about_it() -> None:
    assert main("The worst attack in years killed nine people.", title="Nine die").quote == "attack"


def test_the_toll_of_a_separate_attack_is_not_the_event_s() -> None:
    told = "A bomb killed a guard at a shop in Easton on Monday. In a separate attack in Weston, gunmen wounded five people."
    assert main(told, EASTON, place("Weston", "weston"), count("five people", "injured")).attrs.quantities == ()


def test_a_market_suffers_for_no_state_and_a_plain_vehicle_is_no_arm() -> None:
    assert main("A strike on a Northern market began.", NORTHERN).attrs.target == ()
    assert main("A strike on a Northern base began.", NORTHERN).attrs.target == ("northland",)
    fact = main("Gunmen pulled them from the vehicle and killed nine people.", weapon("the vehicle", "vehicle", "vehicle"))
    assert fact.attrs.mode is None


def test_a_hedge_is_no_preposition() -> None:
    assert main("A strike in Easton killed at least nine people.", EASTON).attrs.target == ("nine people",)


@pytest.mark.parametrize(("body", "kind", "verb", "target"), [
    ("Lee Brothers said on Monday it will buy the Norton Works for a large sum.", "BUSINESS", "buy", ("norton-works",)),
    ("Lee Brothers said on Monday that it would rename the Norton Works.", "NEWS", "rename", ("norton-works",)),
    ("Lee Brothers said on Monday it will not rename the Norton Works.", "NEWS", "said", ()),
    ("Lee Brothers said on Monday it will \"rename\" the Norton Works.", "NEWS", "said", ()),
])
def test_what_somebody_says_they_will_do_is_the_news(body: str, kind: str, verb: str, target: tuple) -> None:
    fact = main(body, actor("Lee Brothers", "lee-brothers"), actor("Norton Works", "norton-works"), title="Plans of a firm")
    assert (fact.attrs.type, fact.quote, fact.attrs.source, fact.attrs.target) == (kind, verb, ("lee-brothers",), target)


def test_where_somebody_meant_to_bring_something_is_not_where_they_are_charged() -> None:
    south = place("Southland", "southland", "country")
    fact = main("Three men have been charged after a search for a gang suspected of smuggling arms to Southland.", south,
                title="Three held over arms")
    assert (fact.attrs.type, fact.attrs.target, fact.attrs.location) == ("COERCE", ("Three men",), None)


def test_a_match_is_told_by_who_won_it_in_the_end() -> None:
    easton, weston = actor("Easton United", "easton-united"), actor("Weston City", "weston-city")
    told = "Ann Lee scored late as Easton United came from behind to beat Weston City 2-1 on Monday."
    fact = main(told, ANN, easton, weston, title="Easton United 2-1 Weston City: Lee strikes late")
    assert (fact.attrs.type, fact.attrs.source, fact.attrs.target) == ("SPORT", ("easton-united",), ("weston-city",))


def test_where_shares_fell_is_not_where_a_firm_buys_another() -> None:
    firms = actor("Lee Brothers", "lee-brothers"), actor("Norton Works", "norton-works")
    told = "Lee Brothers said on Monday it will buy the Norton Works for a large sum. Shares in it fell in Easton."
    fact = main(told, *firms, EASTON, place("Weston", "weston"), title="Plans of a firm in Weston")
    assert fact.attrs.location == "weston"


def test_what_somebody_was_held_since_is_no_clause_of_the_news() -> None:
    found = main("Three nurses who had been held by rebels since December were freed on Wednesday.")
    assert (found.quote, found.attrs.background) == ("freed", False)
