"""Which person a name means within an article, where several bear it or it is written in several ways."""

from __future__ import annotations

from briefing import facts, lexicon, sources
from briefing.model import ActorFact
from briefing.settings import Settings

LEXICON = lexicon.load(())


def told(title: str, body: str) -> list[tuple[str, str | None]]:
    """The persons that an article names, in order, with their keys."""
    article = sources.read_source(f"{title}\n\nMay 3, 2021\n\n{body}".encode(), "a.txt", Settings()).articles[0]
    found = facts.extract(article, LEXICON).facts
    return [(fact.quote, fact.key) for fact in found if isinstance(fact, ActorFact) and fact.attrs.type == "person" and fact.sentence]


def test_a_surname_is_that_of_whom_the_title_names_though_a_relative_was_named_last() -> None:
    found = told("Mayor Peter Lindqvist dies", "He leaves a son, Karl Lindqvist. Lindqvist led the city for years.")
    assert found == [("Karl Lindqvist", "karl-lindqvist"), ("Lindqvist", "peter-lindqvist")]


def test_a_surname_is_that_of_whom_the_article_names_again_and_again() -> None:
    body = "Anna Lindqvist spoke. Later Anna Lindqvist left with her cousin Karl Lindqvist. Lindqvist said no more."
    assert told("A speech", body)[-1] == ("Lindqvist", "anna-lindqvist")


def test_of_two_who_are_named_alike_often_the_last_named_is_meant() -> None:
    body = "Karl Lindqvist, a farmer, fled. Lindqvist saw smoke. Peter Lindqvist, a baker, stayed. Lindqvist heard shots."
    assert [key for name, key in told("Fire", body) if name == "Lindqvist"] == ["karl-lindqvist", "peter-lindqvist"]


def test_the_son_of_a_president_is_not_who_his_surname_means() -> None:
    body = "Joe Biden flew home. His son Hunter Biden stayed. Biden said he was glad."
    assert told("Return", body)[-1] == ("Biden", "joe-biden")


def test_a_title_tells_husband_from_wife() -> None:
    body = "Peter Lindqvist and Anna Lindqvist sold the farm. Mrs. Lindqvist wept, and Mr. Lindqvist said nothing."
    assert [key for name, key in told("A farm is sold", body) if name == "Lindqvist"] == ["anna-lindqvist", "peter-lindqvist"]


def test_a_name_without_its_first_or_last_part_is_the_same_person() -> None:
    body = "Thomas Rivera Castell resigned. Rivera Castell gave no reason. Maria Sandoval Prieto follows. Maria Sandoval was sworn in."
    keys = [key for _, key in told("Change of office", body)]
    assert len(keys[:2]) == 2
    assert len(set(keys[:2])) == len(set(keys[2:])) == 1


def test_a_known_father_is_not_the_son_who_bears_his_name_too() -> None:
    body = "Saif Muammar Gaddafi spoke for his father, Muammar Gaddafi, in Tripoli."
    assert dict(told("A speech in Tripoli", body))["Muammar Gaddafi"] == "muammar-gaddafi"
