"""Names by rules and tagger together: what each adds to the other. The tagger here says what a test tells it to."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
import pytest

from briefing.model import Article, Source, Span
from briefing.names import find
from briefing.reading import read
from briefing.tagger import TagClass, Tagged, Tags, Vote
from told import WORDS, Told, names, said


def test_a_body_that_no_rule_knows_is_found() -> None:
    assert ("Blue Kestrel", "organisation") in said("The contract went to Blue Kestrel last week.", {"Blue Kestrel": "organisation"})


def test_a_hesitant_tagger_adds_nothing() -> None:
    body = "The contract went to Blue Kestrel last week."
    assert said(body, {"Blue Kestrel": "organisation"}, confidence=0.3) == said(body, {})


def test_words_that_the_tagger_is_sure_are_no_name_are_none() -> None:
    assert said("Fans of Kestora Prime wept.", {}) == []


def test_the_longer_name_wins() -> None:
    found = said("He led United Farmers of Canada for a year.", {"United Farmers of Canada": "organisation"})
    assert found == [("United Farmers of Canada", "organisation")]


def test_titles_stay_outside_of_names() -> None:
    found = said("On Monday President Anna Kovic and Professor Bela Horn met.", {
        "President Anna Kovic": "person", "Professor Bela Horn": "person"})  # fmt: skip
    assert found == [("Anna Kovic", "person"), ("Bela Horn", "person")]


def test_a_title_that_the_tagger_marks_alone_is_nobody() -> None:
    assert said("A spokesperson, Major Anna Kovic, left.", {"Major": "person", "Anna Kovic": "person"}) == [("Anna Kovic", "person")]


def test_a_full_name_that_the_tagger_parts_is_one() -> None:
    assert said("We met Zoltan Arkady there.", {"Zoltan": "person", "Arkady": "person"}) == [("Zoltan Arkady", "person")]


def test_a_surname_that_is_also_a_people_stays_in_its_name() -> None:
    assert said("The reporter Temir Danish was there.", {"Temir Danish": "person"}) == [("Temir Danish", "person")]


def test_curated_names_speak_first() -> None:
    """Hezbollah is known to be a group, whatever a tagger makes of it."""
    (name,) = names("Rockets were fired by Hezbollah on Sunday.", {"Hezbollah": "place"})
    assert (name.key, name.kind) == ("hezbollah", "organisation")


def test_one_surface_has_one_class_in_an_article() -> None:
    class Wavering(Told, frozen=True):
        def tag(self, text: str, sentences: Sequence[Span]) -> Tags:
            tags = super().tag(text, sentences)
            last = tags.names[-1]
            votes = (Vote(v.start, v.end, 0.0, 0.0, 0.6) if v.start == last.start else v for v in tags.votes)
            return Tags((*tags.names[:-1], Tagged(last.start, last.end, "place", 0.6)), tuple(votes))

    body = "The deal was signed by Zentrix. It is good for Zentrix. Shares of Zentrix rose. Nobody asked Zentrix."
    article = Article("a", "Report", f"Report\n\n{body}", 8, Source("a.txt", "0" * 64, "text"))
    assert {name.kind for name in find(read(article), WORDS, Wavering({"Zentrix": "organisation"}))} == {"organisation"}


def test_a_title_of_capitals_shows_what_the_tagger_is_sure_of() -> None:
    found = said("It rained all day.", {"Blue Kestrel Lines": "organisation"}, title="Storm Stops Ships Of Blue Kestrel Lines At Noon")
    assert ("Blue Kestrel Lines", "organisation") in found


@pytest.mark.parametrize("body", ["", ".", "al-", "The", "the the", "A " * 500, "Mr. " * 300, "\u202eAnna", "U.S." * 50])
def test_a_tagger_that_marks_everything_breaks_nothing(body: str) -> None:
    class Everything(msgspec.Struct, frozen=True):
        def tag(self, text: str, sentences: Sequence[Span]) -> Tags:
            words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
            return Tags(tuple(Tagged(*w, "person", 0.9) for w in words), tuple(Vote(*w, 0.9, 0.0, 0.0) for w in words))

    text = f"Report\n\n{body}"
    article = Article("a", "Report", text, 8, Source("a.txt", "0" * 64, "text"))
    found = find(read(article), WORDS, Everything())
    assert all(text[name.span.start : name.span.end].strip() for name in found)


def test_only_sentences_in_which_a_name_may_be_are_asked_about() -> None:
    class Listening(Told, frozen=True):
        def tag(self, text: str, sentences: Sequence[Span]) -> Tags:
            heard.extend(text[span.start : span.end] for span in sentences)
            return super().tag(text, sentences)

    heard: list[str] = []
    body = "The men left on Monday. They met Zentrix. Then they slept. Brown was born there. \"But why?\" he asked."
    article = Article("a", "Rain", f"Rain\n\n{body}", 6, Source("a.txt", "0" * 64, "text"))
    find(read(article), WORDS, Listening({}))
    assert [sentence for sentence in heard if sentence != "Rain"] == ["They met Zentrix.", "Brown was born there."]


def test_a_curated_body_named_with_its_country_is_that_body() -> None:
    (name,) = names("The men were from the U.S. Department of Agriculture.", {"U.S. Department of Agriculture": "organisation"})
    assert name.key == "united-states-department-of-agriculture"


def test_a_country_in_letters_gives_the_same_key_as_in_full() -> None:
    keys = {
        names(f"He spoke to the {words}.", {words: "organisation"})[0].key
        for words in ("U.S. Walnut Growers League", "US Walnut Growers League", "United States Walnut Growers League")
    }
    assert keys == {"united-states-walnut-growers-league"}


def test_no_page_for_an_adjective() -> None:
    assert said("The Liberal government fell.", {"Liberal": "organisation"}) == []


def test_a_model_number_is_no_body() -> None:
    assert said("It was an Airbus A330 of theirs.", {"Airbus A330": "organisation"}) == []


@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_a_text_in_one_case_has_the_taggers_names(case: type[str.upper]) -> None:
    body = "The deal between Zentrix Marine and the state was signed near Kovalenka on Monday, after two weeks of talks in the town."
    told: dict[str, TagClass] = {case("Zentrix Marine"): "organisation", case("Kovalenka"): "place"}
    found = said(case(body), told, title=case("Two weeks of talks"))
    assert {(words.casefold(), kind) for words, kind in found} >= {("zentrix marine", "organisation"), ("kovalenka", "place")}


def test_an_initial_is_of_the_name() -> None:
    assert said("He met A. K. Venbrek there.", {"A. K. Venbrek": "person"}) == [("A. K. Venbrek", "person")]


def test_an_acronym_of_small_words_names_nobody() -> None:
    body = "It runs on a global tide gauge service (GTG). GTG data are free, and the water level model (WLM) is not. A WLM is slow."
    assert ("WLM", "organisation") not in said(body, {"WLM": "organisation"})


def test_an_acronym_of_a_law_names_nobody() -> None:
    body = "It broke the Coastal Harbours Protection Act (CHPA), and CHPA fines are high."
    assert said(body, {"CHPA": "organisation"}) == []


def test_somebody_whom_the_rules_take_for_part_of_another_name_stands_alone() -> None:
    told: dict[str, TagClass] = {"University of Maryland": "organisation", "Orla Venbrek": "person", "Kelvarra": "place"}
    found = said("University of Maryland Professor Orla Venbrek said so.", told)
    assert found == [("University of Maryland", "organisation"), ("Orla Venbrek", "person")]


def test_an_office_is_no_part_of_the_name_behind_it() -> None:
    found = said("The Secretary of State for Fisheries Orla Venbrek said so.", {"Orla Venbrek": "person"})
    assert ("Orla Venbrek", "person") in found


def test_a_byname_is_of_the_name() -> None:
    assert said("He met Orla the Venbrek there.", {"Orla the Venbrek": "person"}) == [("Orla the Venbrek", "person")]


@pytest.mark.parametrize(("body", "told"), [
    ("He saw music-loving Orla Venbrek.", "music-loving Orla Venbrek"),
    ("It was said by Orla Venbrek QC on Monday.", "Orla Venbrek QC"),
])  # fmt: skip
def test_what_stands_around_a_name_is_none_of_it(body: str, told: str) -> None:
    assert said(body, {told: "person"}) == [("Orla Venbrek", "person")]


def test_a_word_that_opens_a_question_is_no_part_of_a_name() -> None:
    assert said("Will Blue Kestrel stay?", {"Will Blue Kestrel": "organisation"}) == [("Blue Kestrel", "organisation")]
    assert said("All Kestrel Airways left.", {"All Kestrel Airways": "organisation"}) == [("All Kestrel Airways", "organisation")]


@pytest.mark.parametrize("word", ["Kelvarrians", "Brexit", "Novichok", "El Niño"])
def test_inhabitants_and_things_are_no_person(word: str) -> None:
    assert said(f"We heard {word} was in the news.", {word: "person"}) == []


def test_a_body_named_with_and_without_its_country_is_one() -> None:
    told: dict[str, TagClass] = {"U.S. Walnut Party": "organisation", "Walnut Party": "organisation"}
    found = names("The U.S. Walnut Party met. Later the Walnut Party voted.", told)
    assert {name.key for name in found} == {"walnut-party"}


def test_a_common_word_told_of_once_has_no_page() -> None:
    assert names("He went to see the Rotation there.", {"Rotation": "organisation"})[0].key == ""
    assert {n.key for n in names("He saw the Rotation. Then the Rotation left.", {"Rotation": "organisation"})} == {"rotation"}


def test_a_known_man_under_all_his_names_is_the_same() -> None:
    (name,) = names("They met Robert Gabriel Mugabe there.", {"Robert Gabriel Mugabe": "person"})
    assert name.key == "robert-mugabe"


def test_a_family_is_not_a_person() -> None:
    told: dict[str, TagClass] = {"Orla Venbrek": "person", "Venbreks": "person"}
    assert said("They met Orla Venbrek there. The Venbreks left.", told) == [("Orla Venbrek", "person")]
