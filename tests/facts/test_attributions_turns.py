"""Who speaks in a report with several speakers: offices that many hold, names that come later, turns. Every text is invented."""

from __future__ import annotations

import pytest

from facts._speech import ANN, HALE, ORTIZ, heard, said
from facts.made import actor


@pytest.mark.parametrize(("body", "offices", "key"), [
    ("Laura Ortiz left. Martin Hale stayed. “We will win this state,” the congresswoman said.", ("representative", "representative"),
     "laura-ortiz"),
    ("Martin Hale left. Laura Ortiz stayed. “We will win this state,” the congresswoman said.", ("representative", "representative"),
     "laura-ortiz"),
    ("Laura Ortiz left. Martin Hale stayed. “We will win this state,” the senator said.", ("senator", "senator"), "martin-hale"),
    ("Martin Hale came. Laura Ortiz left. The mayor stayed. “We will win this state,” she said.", ("", "mayor"), "laura-ortiz"),
    ("Laura Ortiz met Martin Hale. The mayor stayed. “We will win this state,” he said.", ("", "mayor"), "martin-hale"),
])
def test_of_several_in_one_office_the_one_just_told_of_speaks(body: str, offices: tuple[str, str], key: str | None) -> None:
    held = {name: role for name, role in zip(("laura_ortiz", "martin_hale"), offices, strict=True) if role}
    assert heard(body, HALE, ORTIZ, **held) == [("We state", key)]


def test_somebody_in_the_lead_is_who_is_named_behind_the_noun_later() -> None:
    assert heard("“The bridge was never safe,” a former port official said.\n\nThe official, Martin Hale, left in May.", HALE) == [
        ("The safe", "martin-hale")]
    assert heard("“The bridge was never safe,” a port official said.\n\nA second official agreed. The official, Martin Hale, left.",
                 HALE) == [("The safe", None)]


def test_who_stands_with_a_title_behind_the_office_speaks() -> None:
    assert heard("“We will win this state,” said the ranking member, Rep. Martin Hale of Easton.", HALE) == [("We state", "martin-hale")]


def test_a_name_that_only_describes_an_official_does_not_speak() -> None:
    assert heard("“We will win this state,” a Hale-era official said.", actor("Hale", "martin-hale", "person")) == [("We state", None)]


@pytest.mark.parametrize(("between", "key"), [
    ("Ann Lee grinned.", "ann-lee"), ("The crowd laughed.", None), ("It was warm.", None), ("Ann Lee had won the vote in May.", None),
])
def test_who_does_something_between_two_quotations_speaks_the_second(between: str, key: str | None) -> None:
    assert heard(f"“We will win this state,” a voter shouted. {between} “You can bet on it now.”", ANN)[1] == ("You now", key)


def test_in_a_talk_of_two_a_paragraph_of_nothing_but_speech_is_the_other_ones() -> None:
    body = ("“You do not listen to us at all,” said Ann Lee.\n\n“I am here tonight, friend,” replied Martin Hale.\n\n"
            "“You are here since you lost.”\n\n“I am here since I care.”\n\nThe crowd clapped.")
    assert [key for _, key in heard(body, ANN, HALE)] == ["ann-lee", "martin-hale", "ann-lee", "martin-hale"]


def test_a_paragraph_of_speech_after_no_answer_goes_on() -> None:
    body = "“You do not listen,” said Ann Lee.\n\n“I am here,” said Martin Hale.\n\n“I have been here since the vote.”"
    assert [key for _, key in heard(body, ANN, HALE)] == ["ann-lee", "martin-hale", "martin-hale"]


@pytest.mark.parametrize(("body", "found"), [
    ("According to two aides, Ann Lee took her coat and said, “We will win this state.”", ("Ann Lee", "“We will win this state.”")),
    ("The law itself says “no bridge shall be built here.”", ("The law", "“no bridge shall be built here.”")),
    ("A microphone caught him calling the vote “a waste of time.”", ("him", "“a waste of time.”")),
    ("“We will win this state,” she called out.", ("she", "“We will win this state,”")),
])
def test_the_cue_has_its_own_subject(body: str, found: tuple[str, str]) -> None:
    assert found in [(speaker, content) for _, _, speaker, content in said(body, ANN)]


def test_the_clause_that_opens_a_sentence_ends_before_its_main_verb() -> None:
    assert [found[3] for found in said("Asked if Ann Lee had said that the port was shut, Martin Hale said it was not.", ANN, HALE)] == [
        "the port was shut", "it was not"]


def test_then_belongs_to_the_office_behind_its_hyphen() -> None:
    assert said("Ann Lee said then-Mayor Martin Hale called her into his office.", ANN)[0][3] == (
        "then-Mayor Martin Hale called her into his office")


@pytest.mark.parametrize(("body", "speaker", "content"), [
    ("A deputy who left because he feared for his job said the port was shut.", "A deputy who left because he feared for his job",
     "the port was shut"),
    ("A Republican running for Congress in Easton is under fire after suggesting on a podcast that the port was shut.",
     "A Republican running for Congress in Easton", "the port was shut"),
    ("According to two people who were there, the port was shut.", "two people", "the port was shut"),
    ("The court ruled 6-3 on Monday that the port was shut.", "The court", "the port was shut"),
    ("The ministry estimated in a court filing that the port was shut.", "The ministry", "the port was shut"),
    ("Ann Lee demanded to know “what the port was for.”", "Ann Lee", "“what the port was for.”"),
])
def test_speakers_and_cues_with_more_words(body: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(found[2], found[3]) for found in said(body, ANN)]


def test_a_quotation_inside_what_another_reports_is_that_ones() -> None:
    body = "Ann Lee said that the port “looks like a hole in the sea,” aides said."
    found = [(speaker, content) for _, _, speaker, content in said(body, ANN)]
    assert ("aides", "“looks like a hole in the sea,”") not in found
    assert found[0][0] == "Ann Lee"


def test_both_parts_of_a_statement_are_the_speakers() -> None:
    found = said("Ann Lee said that “no port is above the law” and that her office “will take all steps.”", ANN)
    assert [(speaker, content) for _, _, speaker, content in found] == [
        ("Ann Lee", "“no port is above the law”"), ("Ann Lee", "“will take all steps.”")]


def test_somebody_known_by_the_speaker_does_not_speak() -> None:
    assert heard("“We will win this state,” a man who knows Ann Lee said.", ANN) == [("We state", None)]


def test_as_for_turns_to_another() -> None:
    body = "Martin Hale was pleased. As for {}, he was not. “We will win this state,” he said."
    assert heard(body.format("the heckler"), HALE) == [("We state", None)]
    assert heard(body.format("Ray Boyd"), HALE, actor("Ray Boyd", "ray-boyd", "person")) == [("We state", "ray-boyd")]


@pytest.mark.parametrize(("body", "key"), [
    ("Martin Hale (R-East.) met Democratic Rep. Ray Boyd. “We will win this state,” the Democrat said.", "ray-boyd"),
    ("Martin Hale, a Republican, met Democratic Rep. Ray Boyd. “We will win this state,” the Republican said.", "martin-hale"),
    ("Laura Ortiz accused Martin Hale of lies, while the nominee said, “We will win this state.”", "martin-hale"),
    ("The retired singer Laura Ortiz was pleased. “We will win this state,” the singer said.", "laura-ortiz"),
    ("A singer was ill. Laura Ortiz was pleased. “We will win this state,” the singer said.", None),
    ("Laura Ortiz issued a statement. “We will win this state,” it read.", "laura-ortiz"),
    ("Laura Ortiz wrote a letter to Martin Hale. “We will win this state,” the letter said.", "laura-ortiz"),
    ("Laura Ortiz read a letter by Martin Hale. “We will win this state,” it said.", None),
    ("Laura Ortiz got a letter. “We will win this state,” the letter said.", None),
])
def test_parties_and_statements_tell_who_speaks(body: str, key: str | None) -> None:
    assert heard(body, HALE, ORTIZ, actor("Ray Boyd", "ray-boyd", "person")) == [("We state", key)]


def test_a_woman_is_found_behind_many_sentences_about_a_man() -> None:
    talk = "Martin Hale asked about the port. He shook his head. He looked at the map. He sat down. He asked again. "
    assert heard(f"Laura Ortiz came in. {talk}“I was scared of all that,” she said.", HALE, ORTIZ) == [("I that", "laura-ortiz")]
    assert heard(f"Cho Ortiz came in. {talk}“I was scared of all that,” she said.", HALE, actor("Cho Ortiz", "cho-ortiz", "person")) == [
        ("I that", None)]


def test_a_pronoun_tells_whether_its_person_is_a_man() -> None:
    khan, body = actor("Vik Khan", "vik-khan", "person"), (
        "Laura Ortiz was in the dock. Vik Khan rose. “You took the map from us,” he said.\n\n“I was scared of all that,” she said.")
    assert heard(body, khan, ORTIZ) == [("You us", "vik-khan"), ("I that", "laura-ortiz")]


@pytest.mark.parametrize(("body", "speaker", "content"), [
    ("Within the hour, Ann Lee said the port was shut.", "Ann Lee", "the port was shut"),
    ("Ann Lee has since said the port was shut.", "Ann Lee", "the port was shut"),
    ("Ann Lee wrote the governor that the port was shut.", "Ann Lee", "the port was shut"),
    ("Ann Lee, of the Harbour Trust, said the port was shut.", "Ann Lee, of the Harbour Trust", "the port was shut"),
    ("Ann Lee, who said it “was a day of shame,” left the hall.", "Ann Lee", "it “was a day of shame,”"),
])
def test_what_is_said_begins_and_ends_where_it_should(body: str, speaker: str, content: str) -> None:
    assert [(found[2], found[3]) for found in said(body, ANN)] == [(speaker, content)]


@pytest.mark.parametrize(("body", "key"), [
    ("Martin Hale left. Gam Eid, the head of the Harbour Trust, said he was ill. “We will win this state,” he said.", None),
    ("Martin Hale left the hall. For Ray Boyd, it was a bad day. “We will win this state,” he said.", "ray-boyd"),
])
def test_whoever_stands_nearer_is_not_passed_over(body: str, key: str | None) -> None:
    assert heard(body, HALE, actor("Harbour Trust", "harbour-trust"), actor("Ray Boyd", "ray-boyd", "person")) == [("We state", key)]


@pytest.mark.parametrize(("body", "key"), [
    ("Laura Ortiz spoke. Martin Hale was there. “We will win this state,” the Utah senator said.", None),
    ("Laura Ortiz spoke. Martin Hale of Utah was there. “We will win this state,” the Utah senator said.", "martin-hale"),
    ("Laura Ortiz of Utah spoke. Martin Hale was there. “We will win this state,” the Utah senator said.", "laura-ortiz"),
    ("Laura Ortiz spoke. “We will win this state,” the Utah senator said.", "laura-ortiz"),
    ("Martin Hale spoke. “We will win this state,” the majority leader said.", "martin-hale"),
    ("Martin Hale spoke. “We will win this state,” the Iowan said.", "martin-hale"),
    ("Martin Hale spoke. “We will win this state,” the union leader said.", None),
    ("The talk was kind, “a great day for us,” in the words of Martin Hale.", "martin-hale"),
    ("Martin Hale issued a brief defense. “We will win this state,” it read.", "martin-hale"),
])
def test_what_a_phrase_calls_somebody_and_whence(body: str, key: str | None) -> None:
    assert [who for _, who in heard(body, HALE, ORTIZ, laura_ortiz="senator")] == [key]


def test_a_day_before_the_speaker_is_no_part_of_it() -> None:
    assert [found[2] for found in said("On Tuesday the Utah senator said the port was shut.")] == ["the Utah senator"]


def test_who_disagrees_did_not_say_what_stands_before_the_full_stop() -> None:
    body = "“He is a good talker,” said Martin Hale. “We will win this state.” His wife, Laura Ortiz, disagreed. “He came to us,” she said."
    assert [key for _, key in heard(body, HALE, ORTIZ)] == ["martin-hale", "martin-hale", "laura-ortiz"]


def test_an_envoy_does_not_speak_for_the_state_he_is_sent_to() -> None:
    eastland = actor("Eastland", "eastland", "state")
    assert heard("“We will win this state,” a former envoy to Eastland said.", eastland) == [("We state", None)]


def test_a_party_may_stand_before_the_name_behind_an_office() -> None:
    assert heard("“We will win this state,” said the committee’s chair, Labour’s Martin Hale.", HALE) == [("We state", "martin-hale")]
