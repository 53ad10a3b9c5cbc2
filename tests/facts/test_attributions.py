"""What is attributed: cues, contents, modes. Every text is invented."""

from __future__ import annotations

import pytest

from briefing.facts import attributions
from facts._speech import ANN, said
from facts.made import context, time


@pytest.mark.parametrize(("body", "expected"), [
    ("The mayor said that the bridge was closed.", ("indirect", "said", "The mayor", "the bridge was closed")),
    ("The mayor said the bridge was closed.", ("indirect", "said", "The mayor", "the bridge was closed")),
    ("The mayor told reporters on a visit that the bridge was closed.", ("indirect", "told", "The mayor", "the bridge was closed")),
    ("The bridge was closed, the mayor said.", ("indirect", "said", "the mayor", "The bridge was closed")),
    ("The bridge was closed, confirmed Ann Lee, a spokesperson for the city.",
     ("indirect", "confirmed", "Ann Lee, a spokesperson for the city", "The bridge was closed")),
    ("Ann Lee, who runs the port, warned that ships would wait.",
     ("indirect", "warned", "Ann Lee, who runs the port", "ships would wait")),
    ("The office in Easton, Southland said that ships would wait.",
     ("indirect", "said", "The office in Easton, Southland", "ships would wait")),
    ("The mayor on Tuesday said that the bridge was closed.", ("indirect", "said", "The mayor", "the bridge was closed")),
    ("Speaking in Easton, Lee said that the bridge was closed.", ("indirect", "said", "Lee", "the bridge was closed")),
    ("In Easton, Lee said that the bridge was closed.", ("indirect", "said", "Lee", "the bridge was closed")),
    ("Lee B. I. Ray, head of the port, said that the bridge was closed.",
     ("indirect", "said", "Lee B. I. Ray, head of the port", "the bridge was closed")),
    ("A man who had been held since May said that the bridge was closed.",
     ("indirect", "said", "A man who had been held since May", "the bridge was closed")),
    ("According to two officials, the bridge was closed.", ("indirect", "According to", "two officials", "the bridge was closed")),
    ("The bridge was closed, according to two officials.", ("indirect", "according to", "two officials", "The bridge was closed")),
    ("The report found that the bridge was weak.", ("indirect", "found", "The report", "the bridge was weak")),
    ("State television reported that the bridge was closed.", ("indirect", "reported", "State television", "the bridge was closed")),
    ("The group released a statement mourning the loss of a member.",
     ("indirect", "released a statement", "The group", "mourning the loss of a member")),
    ("The army confirmed the death of two soldiers.", ("indirect", "confirmed", "The army", "the death of two soldiers")),
    ("The rebels claimed responsibility for the blast.", ("claim", "claimed", "The rebels", "responsibility for the blast")),
    ("The rebels claimed that they had taken the town.", ("claim", "claimed", "The rebels", "they had taken the town")),
    ("The minister denied having met the envoy.", ("denial", "denied", "The minister", "having met the envoy")),
    ("The minister dismissed the allegations.", ("denial", "dismissed", "The minister", "the allegations")),
    ("The army blamed the rebels for the attack.", ("blame", "blamed", "The army", "the rebels for the attack")),
    ("The army accused the rebels of firing first.", ("blame", "accused", "The army", "the rebels of firing first")),
    ("The plan was confirmed by the ministry on 29 December.", ("indirect", "confirmed", "the ministry", "The plan")),
    ("The group released a statement saying that the road was shut.", ("indirect", "saying", "The group", "the road was shut")),
    ("The bridge was closed, according to Ann Lee, who runs the port.",
     ("indirect", "according to", "Ann Lee", "The bridge was closed")),
    ("Lee was quoted as saying that the bridge was closed.", ("indirect", "quoted as saying", "Lee", "the bridge was closed")),
    ("The ship has left the port, Lee and Ray have announced.", ("indirect", "announced", "Lee and Ray", "The ship has left the port")),
    ("Militants linked to Hill Rebels claimed responsibility for the raid.",
     ("claim", "claimed", "Militants linked to Hill Rebels", "responsibility for the raid")),
    ("Crews counted the forty fires, attributed to farmers.", ("blame", "attributed to", None, "the forty fires")),
])
def test_reported_speech_gives_cue_speaker_and_content(body: str, expected: tuple) -> None:
    assert said(body) == [expected]


def test_words_added_have_the_speaker_of_the_sentence() -> None:
    body = "The mayor said the bridge was closed, adding that the port was open."
    assert said(body) == [
        ("indirect", "said", "The mayor", "the bridge was closed"),
        ("indirect", "adding", "The mayor", "the port was open"),
    ]


@pytest.mark.parametrize("body", [
    'Fighters of the "Northern Resistance Front," which holds the valley, moved on.',
    'The so-called "smart" bomb missed.',
    "The truce that the factions had declared with Washington ended.",
    "The mayor is said to be ill.",
    "There were forty reported cases in the city.",
    "As reported, the port is open.",
    "The noted actor came to the opening.",
    "The mayor did not say that the bridge was closed.",
    "The mayor declined to say why.",
    "The work went according to plan.",
    "Anyone accused of theft may be held for a day.",
    "I told you that the bridge was closed.",
    "The prize was claimed by the youngest runner.",
    "The judge denied these requests.",
    "No group claimed responsibility for the blast.",
    "The court confirmed judge Ann Lee to the bench.",
    "The law is for those who had been accused of theft.",
    "The closing was justified by the fact that the bridge was old.",
])
def test_what_only_looks_like_speech_is_none(body: str) -> None:
    assert said(body) == []


def test_every_span_lies_in_the_text_and_the_quote_is_the_words() -> None:
    made = context('"One," he said, "two." According to the "men, Ann Lee said: "three\n\nfour "five" said six.', ANN)
    for fact in attributions.extract(made):
        assert fact.quote == made.reading.text[fact.span.start : fact.span.end]
        assert fact.span.start <= fact.attrs.content.start < fact.attrs.content.end <= fact.span.end


@pytest.mark.parametrize("body", [
    "", '"', '""""""', "said", "according to", "said said said, said", "“”«»", ". . . said that", "a\x00said that b",
])
def test_odd_texts_raise_nothing(body: str) -> None:
    list(attributions.extract(context(body)))


def test_a_long_line_without_a_stop_is_quick() -> None:
    list(attributions.extract(context("he said that the men said, " * 4000)))


@pytest.mark.parametrize("body", ["The navy seized a ship claimed to carry arms.", "The tsunami warning sirens sounded."])
def test_what_is_described_does_not_speak(body: str) -> None:
    assert said(body) == []


def test_what_one_says_ends_where_another_is_told_of() -> None:
    assert [found[3] for found in said("The mayor said the bridge was closed, while Ann Lee said that it was open.")] == [
        "the bridge was closed", "it was open"]


@pytest.mark.parametrize(("body", "content"), [
    ("The mayor said the closing occurred in Easton wood.", "the closing occurred in Easton wood"),
    ("The mayor said Hale and Ortiz would cross the bridge.", "Hale and Ortiz would cross the bridge"),
    ("The mayor said the ship, a grey tanker, was late.", "the ship, a grey tanker, was late"),
    ("The mayor stated, however, that the bridge was closed.", "the bridge was closed"),
    ("The mayor suggested people “think about” it before they cross.", "people “think about” it before they cross"),
    ("The mayor told the paper, guards had closed the bridge.", "guards had closed the bridge"),
    ("The mayor suggested recent floods had closed the bridge.", "recent floods had closed the bridge"),
    ("The mayor said Sunday night that the bridge was closed.", "the bridge was closed"),
    ("According to a memo posted there by the mayor, the bridge was closed.", "the bridge was closed"),
    ("The mayor said Hale would cross, while the port did not answer.", "Hale would cross, while the port did not answer"),
    ("Ten were aboard; according to the mayor, one was late.", "one was late"),
    ("The mayor told Harbour TV's “Late Talk” that the bridge was closed.", "the bridge was closed"),
    ("The mayor said in an emailed statement the bridge was closed.", "the bridge was closed"),
    ("The mayor said in Sunday's debate that the bridge was closed.", "the bridge was closed"),
    ("The mayor said it “lacked context.”", "it “lacked context.”"),
    ("The mayor worried that the bridge was closed.", "the bridge was closed"),
    ("The mayor said the bridge was closed; the port is open.", "the bridge was closed"),
    ("Two ships came; one, the mayor said, was late.", "one, the mayor said, was late"),
    ("The bridge was closed, according to the mayor, but the port was open.", "The bridge was closed"),
    ("According to the study, ships with sails, masts and oars were late.", "ships with sails, masts and oars were late"),
    ("The union was accused by the mayor of closing the bridge.", "closing the bridge"),
    ("The mayor accused the union of previously saying the bridge was closed.",
     "the union of previously saying the bridge was closed"),
    ("The mayor said he would “probably” take part in it.", "he would “probably” take part in it"),
])
def test_a_clause_is_told_whole(body: str, content: str) -> None:
    assert [found[3] for found in said(body)] == [content]


def test_an_order_to_others_does_not_make_them_speak() -> None:
    body = "The mayor said the vote was fair, urged the rebels to leave the port, and accused Northland of lying."
    assert [(found[2], found[3]) for found in said(body)][-1] == ("The mayor", "Northland of lying")


def test_a_clause_may_open_with_its_subject_alone_unquoted() -> None:
    body = "Lee said the plaintiffs “failed to show any harm.”"
    assert said(body) == [("indirect", "said", "Lee", "the plaintiffs “failed to show any harm.”")]


@pytest.mark.parametrize(("body", "found"), [
    ("Martin Hale rejected Ann Lee's claim that the port was shut.", ("claim", "claim", "Ann Lee", "the port was shut")),
    ("Martin Hale was calm despite warnings from the ministry that the port was shut.",
     ("indirect", "warnings", "the ministry", "the port was shut")),
    ("Voters laughed at the mayor's old argument that the port was shut.", ("indirect", "argument", "the mayor", "the port was shut")),
    ("Nobody believed her denial that the port was shut.", ("denial", "denial", "her", "the port was shut")),
    ("Ann Lee sat down, then told reporters that the port was shut.", ("indirect", "told", "Ann Lee", "the port was shut")),
    ("Ann Lee has claimed, without evidence, that the port was shut.", ("claim", "claimed", "Ann Lee", "the port was shut")),
    ("Ann Lee insisted as recently as Sunday that the port was shut.", ("indirect", "insisted", "Ann Lee", "the port was shut")),
])
def test_a_noun_of_saying_and_what_may_stand_before_that(body: str, found: tuple[str, ...]) -> None:
    assert found in said(body, ANN, time("Sunday", "2024-05-12"))


@pytest.mark.parametrize("body", [
    "Ann Lee read statements from companies that include a bank.", "Ann Lee liked the claim that won the prize.",
])
def test_a_noun_with_a_relative_clause_is_no_cue(body: str) -> None:
    assert said(body, ANN) == []


def test_an_aside_before_that_does_not_reach_into_a_quotation() -> None:
    body = "Ann Lee also said, “Ships alone, that has been the trouble.”"
    assert [found[3] for found in said(body, ANN)] == ["“Ships alone, that has been the trouble.”"]


def test_an_occasion_behind_an_inverted_cue_is_not_the_speaker() -> None:
    assert [found[2] for found in said("“We will win this state,” said Ann Lee after the run.", ANN)] == ["Ann Lee"]
