"""Which class of event a word reports: figures of speech, talk of deeds, sport and markets told from deeds. Every text is invented."""

from __future__ import annotations

import pytest

from briefing.facts import extract
from briefing.model import Article, EventFact, Source
from facts.made import LEXICON


def events(body: str) -> list[EventFact]:
    """The events that a text tells by words of the lexicon, the main event first."""
    text = f"A report\n\n{body}"
    article = Article(id="a", title="A report", text=text, body_start=10, source=Source("a.txt", "", "text"), published="2024-05-14")
    found = [fact for fact in extract(article, LEXICON).facts if isinstance(fact, EventFact) and fact.attrs.type != "NEWS"]
    return sorted(found, key=lambda fact: not fact.attrs.main)


def classes(body: str) -> list[str]:
    return [fact.attrs.type for fact in events(body)]


@pytest.mark.parametrize("body", [
    "Oil prices exploded on Tuesday after the report.",
    "The president was bombarded with questions about his taxes.",
    "Lawmakers killed the bill in committee.",
    "The director shot a film in Morocco.",
    "The striker shot wide in the second half.",
    "Fans stormed the pitch.",
    "The trade war between the two countries goes on.",
    "Investors sold as shares crashed.",
    "The flood of refugees into the town went on.",
    "Nobody was killed by the rebels.",
    "Scientists captured wild birds in the reserve.",
])
def test_a_figure_of_speech_is_no_deed(body: str) -> None:
    assert {"ASSAULT", "ACCIDENT", "COERCE", "DISASTER"}.isdisjoint(classes(body))


@pytest.mark.parametrize(("body", "kind"), [
    ("The senator attacked the policy in a speech on Monday.", "ACCUSE"),
    ("Hackers launched a cyber attack on the bank.", "COERCE"),
    ("The ministry launched a probe into the crash.", "ACCUSE"),
    ("Southland lodged a protest with Northland over the dam.", "ACCUSE"),
    ("The United Nations sent inspectors to Iran.", "ACCUSE"),
    ("The United States imposed sanctions on Iran.", "SANCTION"),
    ("The government lifted the curfew in Cairo.", "CONCEDE"),
    ("The United States lifted the embargo against Cuba.", "RETREAT"),
    ("Sweden denied asylum to the two men.", "REJECT"),
    ("The president suspended parliament on Monday.", "COERCE"),
    ("The government planned to send troops to the border.", "MOBILIZE"),
    ("Rovers beat City 3-1 on Saturday.", "SPORT"),
    ("Shares fell in Tokyo on Monday.", "BUSINESS"),
    ("The storm killed nine people in Luzon.", "DISASTER"),
    ("The parliament in Oslo voted for the bill.", "LEGISLATION"),
    ("The singer was found dead at home on Monday.", "DEATH"),
    ("The court will hear the case in June; it heard an appeal on Monday.", "JUDICIAL"),
    ("The opposition stormed out of parliament.", "SANCTION"),
])
def test_the_words_beside_it_tell_the_class(body: str, kind: str) -> None:
    assert classes(body)[:1] == [kind]


@pytest.mark.parametrize(("body", "main"), [
    ("The king condemned the killing of two nuns in Peru on Monday.", "ASSAULT"),
    ("Police are investigating the murder of a judge in Lima.", "ASSAULT"),
    ("The pope criticised the war in Iraq.", "ACCUSE"),
    ("Five sailors died when a mine exploded under their boat.", "ASSAULT"),
    ("The actor died in a plane crash on Monday.", "ACCIDENT"),
    ("A former minister died in Paris on Monday.", "DEATH"),
    ("A man accused of the murder of a judge went on trial on Monday.", "JUDICIAL"),
    ("Police said on Monday that gunmen had kidnapped the mayor.", "ASSAULT"),
])
def test_the_deed_is_the_news_and_a_war_only_its_background(body: str, main: str) -> None:
    assert classes(body)[:1] == [main]


@pytest.mark.parametrize("body", [
    "Thousands marked the anniversary of the bombing on Monday.",
    "The town was quiet ninety years after the massacre.",
])
def test_what_is_remembered_is_no_news(body: str) -> None:
    assert all(fact.attrs.background for fact in events(body) if fact.attrs.type == "ASSAULT")


def test_a_rocket_that_is_fired_is_an_attack() -> None:
    assert classes("Gunmen fired a rocket at the barracks.") == ["ASSAULT"]


@pytest.mark.parametrize("body", [
    "Northland denied that its troops attacked the village.",
    "The army denied it had bombed the town.",
])
def test_what_is_denied_is_no_event(body: str) -> None:
    assert "ASSAULT" not in classes(body)


@pytest.mark.parametrize(("body", "quote"), [
    ("The engineer, held hostage since May by militants, has been beheaded.", "beheaded"),
    ("Divers found the box of a jet that crashed on Monday, killing 90.", "crashed"),
    ("A farmer who was shot by gunmen met with the president on Monday.", "met with"),
])
def test_what_describes_somebody_is_not_the_news(body: str, quote: str) -> None:
    assert events(body)[0].quote == quote


def test_soldiers_are_killed_by_somebody() -> None:
    assert classes("Three soldiers were killed in the north on Monday.") == ["ASSAULT"]
    assert classes("Three soldiers were killed when a helicopter crashed on Monday.") == ["ACCIDENT", "ACCIDENT"]


@pytest.mark.parametrize(("body", "kind"), [
    ("The commission has started investigating web giant Northsoft over claims.", "ACCUSE"),
    ("A man who killed 12 villagers in 1999 was set free on Monday.", "RETREAT"),
    ("Sales of new homes in Northland fell 9.6% in February.", "BUSINESS"),
    ("The Parliament of Northland in Easton voted on Monday to pass the plan.", "LEGISLATION"),
    ("A storm threatens the coast of Northland.", "DISASTER"),
    ("The opposition in Northland threatened to storm the palace.", "THREATEN"),
])
def test_the_main_event(body: str, kind: str) -> None:
    main = events(body)[0].attrs
    assert (main.type, main.main, main.background) == (kind, True, False)


def test_what_is_demanded_has_not_been_done() -> None:
    assert classes("The office demanded that Northland ease restrictions on workers.") == ["REQUEST"]


@pytest.mark.parametrize("body", [
    "Northland is preparing a major offensive against the rebels.",
    "The troops have the right to fire on the crowd.",
])
def test_what_is_prepared_is_no_attack(body: str) -> None:
    assert {"ASSAULT", "ACCIDENT"}.isdisjoint(classes(body))
