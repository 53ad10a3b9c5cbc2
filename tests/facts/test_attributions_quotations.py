"""Direct speech: which quotations are somebody's words, and where they begin and end. Every text is invented."""

from __future__ import annotations

import pytest

from briefing.facts import attributions
from facts._speech import ANN, HALE, ORTIZ, heard, said
from facts.made import actor, context


def test_direct_speech_before_and_after_its_cue() -> None:
    assert said('"The bridge is closed," Ann Lee said.') == [("direct", "said", "Ann Lee", '"The bridge is closed,"')]
    assert said('Ann Lee said: "The bridge is closed."') == [("direct", "said", "Ann Lee", '"The bridge is closed."')]
    assert said("“The bridge is closed,” said Ann Lee.") == [("direct", "said", "Ann Lee", "“The bridge is closed,”")]


def test_a_split_quotation_is_two_with_one_speaker() -> None:
    found = said('"The bridge is closed," said Ann Lee, "and the port will be."')
    assert [(cue, speaker) for _, cue, speaker, _ in found] == [("said", "Ann Lee"), ("said", "Ann Lee")]
    assert [content for *_, content in found] == ['"The bridge is closed,"', '"and the port will be."']


def test_a_quotation_may_run_over_sentences_and_go_on_after_its_cue() -> None:
    body = '"We saw the fire. We ran to the river," Ann Lee said. "Nobody came to help us that night."'
    made = context(body, ANN)
    first, second = attributions.extract(made)
    assert first.quote.startswith('"We saw the fire. We ran to the river,"')
    assert (first.inferred, second.inferred) == (False, True)
    assert second.attrs.cue is None
    assert second.attrs.speaker_key == first.attrs.speaker_key == "ann-lee"


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    body = 'Ann Lee said: "We saw the fire that night.\n\n"Nobody came to help us until the morning."'
    keys = [fact.attrs.speaker_key for fact in attributions.extract(context(body, ANN))]
    assert keys == ["ann-lee", "ann-lee"]


def test_an_unfinished_quotation_ends_with_its_paragraph() -> None:
    assert all("port" not in content for *_, content in said('Ann Lee said "the bridge.\n\nThe port is open to all ships now.'))


@pytest.mark.parametrize(("body", "speaker"), [
    ('Lee: "We will not leave the valley to them."', "Lee"),
    ('Lee, who runs the port, was glad after the Easton Conference: "We will not leave the valley to them."', "Lee, who runs the port"),
    ('He was glad after the Easton Conference: "We will not leave the valley to them."', "He"),
])
def test_the_subject_of_a_clause_speaks_after_its_colon(body: str, speaker: str) -> None:
    assert [found[2] for found in said(body)] == [speaker]


@pytest.mark.parametrize("body", [
    "“We will win this state,” Martin Hale said, jabbing a finger at the cameras, “and we will win it big.”",
    "“We will win this state,” Martin Hale, the son of a miner from Easton, Ohio, and a graduate of the college, has said.",
    "“We will win this state.” Added Martin Hale: “It will be big.”",
    "“We will win this state,” said Martin Hale, who said he was tired. “It will be big.”",
    "Martin Hale chanted “We will win this state!” and “It will be big!”",
    "Martin Hale had a word for it, and for us. “We will win this state by a mile.”",
    "Martin Hale waved the question away, “We will win this state by a mile.”",
    "Martin Hale told them on Sunday, hours before the vote: “We will win this state.”",
    "“We will win this state,” according to Martin Hale.",
    "Martin Hale’s answer? “We will win this state.”",
    "Here is what Martin Hale said this week:\n\n“We will win this state.”",
    "Martin Hale told the crowd that he was sure of Easton.\n\n“We will win this state by a mile.”",
    "Martin Hale quipped, “We will win this state.”",
    "The paper quoted Martin Hale as saying “we will win this state.”",
    "Martin Hale was quoted by the paper as saying “we will win this state.”",
    "Martin Hale was sure. “We will win this state,” the paper quoted him as saying.",
    "The loss moved then-senator Martin Hale to say, “We will win this state.”",
    "Martin Hale took the stage to say, “We will win this state.”",
    "Many are sure, with Ann Lee of Easton calling it certain and Martin Hale of Weston calling it “a state that we will win.”",
    "Martin Hale said that “we will win this state” and that the vote was “a great day for all of us.”",
    "“We will win this state,” said the party’s chairman, Martin Hale.",
    "Trade and industry commissioner Martin Hale said, “We will win this state.”",
    "Martin Hale, in his speech, also countered claims about his health, saying that “we will win this state.”",
    "Martin Hale, also of Easton, said, “We will win this state.”",
    "Ahead of a vote named after Ann Lee in Easton Park, Martin Hale said, “We will win this state.”",
    "Speaking in Easton, Sen. Martin Hale, S-East., a son of the port and its first mayor, said, “We will win this state.”",
    "“We will win this state by a mile,” said Martin Hale Jr. “It will be big.”",
    "The vote is near; Martin Hale, however, says: “We will win this state.”",
    "Martin Hale can be heard saying, “We will win this state.”",
    "The tape, which featured Martin Hale bragging that “we will win this state,” came out.",
    "Martin Hale — the mayor of Easton — said, “We will win this state.”",
    "“Look at him,” Martin Hale said of a voter. “He will win it.”",
    "When a reporter asked him if he was sure, Martin Hale snapped: “We will win this state.”",
    "Martin Hale asked them to “win this state for us.”",
    "Martin Hale of Easton disagreed, saying “we will win this state.”",
    "Asked who would win the state, Martin Hale replied: “Me.”",
    "“We will win this state,” Martin Hale said. “Big.”",
    "Martin Hale said of the vote, adding: “We will win this state.”",
    "“We will win this state by a mile.” — Martin Hale, candidate",
    "In an attempted joke, Martin Hale read the paper, and said that “we will win this state.”",
    "The party is sure, with chairman Martin Hale saying that “we will win this state.”",
    "“We will win this state by a mile” tweeted Mayor of Easton Martin Hale (no kin).",
    "“Never,” Martin Hale wrote back.",
    "“Wow!” Martin Hale said.",
    "Martin Hale, asked if he would run, said: “Yes.”",
    "In the words of Martin Hale, “it is over for all of us.”",
    "In Martin Hale’s words, “it is over for all of us.”",
    "Martin Hale called Ann Lee “a total loser” and “a liar.”",
    "“It was,” Martin Hale said, “a mistake.” Ann Lee laughed.",
    "They traded insults as Martin Hale pleaded, “Gentlemen, gentlemen.”",
    "“Easton,” Martin Hale said, “will win it for us.”",
    "Martin Hale, reached by phone, hung up after saying, “We will win this state.”",
    "Martin Hale told Harbour TV’s Ann Lee, “We will win this state.”",
    "“We will win this state by a mile,” Martin Hale said; “it will be big.”",
    "Asked about it, Martin Hale cut in: “We will win this state.”",
    "Martin Hale thanked Ann Lee for “nine years of hard and honest work” in Easton.",
    "Martin Hale spoke of “a dark hour for the party” and left.",
    "Martin Hale warned of “grave consequences” for the port.",
    "Martin Hale promised “swift justice” for the port.",
    "Martin Hale ordered the guards to “act swiftly” in Easton.",
    "Martin Hale praised those who “stood up to the mob” in Easton.",
])
def test_all_of_a_quotation_is_heard_from_its_speaker(body: str) -> None:
    found = heard(body, HALE, ANN, actor("Hale", "martin-hale", "person"))
    assert found and {key for _, key in found} == {"martin-hale"}
    assert len(found) == body.count("“")


@pytest.mark.parametrize(("body", "expected"), [
    ("Martin Hale called Laura Ortiz “a fraud who hides behind lawyers.”", [("direct", "“a fraud who hides behind lawyers.”")]),
    ("Martin Hale dismissed the report as “nonsense from start to finish.”", [("denial", "“nonsense from start to finish.”")]),
    ("Martin Hale called the plan a “disaster” on Sunday.", [("indirect", "the plan a “disaster”")]),
    ("Martin Hale called Laura Ortiz “weak” and “a very great liar.”",
     [("indirect", "Laura Ortiz “weak”"), ("direct", "“a very great liar.”")]),
    ("Martin Hale called for the “full and open talks” of May.", []),
    ("The ship, called “the old lady of Easton,” sank.", []),
    ("Martin Hale described the “terrible” heat of May.", []),
    ("Martin Hale began the “long march of the poor” in May.", []),
])
def test_what_somebody_is_called_is_said(body: str, expected: list) -> None:
    assert [(mode, content) for mode, _, _, content in said(body, HALE, ORTIZ)] == expected


def test_an_answer_is_not_of_whom_was_quoted_before() -> None:
    body = "“Who is next?” asked Martin Hale. “Wow!” Ann Lee said."
    assert heard(body, HALE, ANN) == [("Who next", "martin-hale"), ("Wow Wow", "ann-lee")]


@pytest.mark.parametrize("body", [
    "Martin Hale blamed Northland for it. “The port is burning” ran the headline in a daily.",
    "Martin Hale said he was sure.\n\n“The mayor knows that we will win,” is the kind of thing that is heard in Easton.",
])
def test_a_quotation_that_is_a_subject_has_nobody_s_voice(body: str) -> None:
    assert heard(body, HALE) == []


def test_a_statement_is_read_by_nobody_named() -> None:
    body = "Its letter came on Monday. “We do not seek revenge,” it read. “We seek the truth.”"
    assert [found[2] for found in said(body)] == ["it", "it"]


def test_straight_marks_that_stand_apart_open_and_close() -> None:
    assert said('" The bridge was closed , " the mayor said .') == [("direct", "said", "the mayor", '" The bridge was closed , "')]
    assert said('" closed the bridge for all of them," the mayor said.')[0][3] == '" closed the bridge for all of them,"'
