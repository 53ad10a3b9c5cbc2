"""Who says what, as a reader would notice it. Every text is invented."""

from __future__ import annotations

import msgspec
import pytest

from briefing.facts import attributions
from facts.made import actor, context

ANN = actor("Ann Lee", "ann-lee", "person")
MINISTRY = actor("Defence Ministry", "defence-ministry")


def said(body: str, *facts: tuple, title: str = "A report") -> list[tuple[str, str | None, str | None, str]]:
    """(mode, cue, speaker, content) of every attribution, in words."""
    made = context(body, *facts, title=title)
    text = made.reading.text
    found = []
    for fact in attributions.extract(made):
        spans = (fact.attrs.cue, fact.attrs.speaker, fact.attrs.content)
        found.append((fact.attrs.mode, *(text[s.start : s.end] if s else None for s in spans)))
    return found


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
])
def test_what_only_looks_like_speech_is_none(body: str) -> None:
    assert said(body) == []


def test_the_speaker_is_the_person_before_the_body() -> None:
    made = context("Ann Lee, a spokesperson for the Defence Ministry, said the base was hit.", ANN, MINISTRY)
    (fact,) = attributions.extract(made)
    assert (fact.attrs.speaker_key, fact.attrs.source_class, fact.label) == ("ann-lee", "named", "Ann Lee: said")


def test_a_pronoun_is_its_only_possible_owner_and_nobody_where_there_are_two() -> None:
    (one,) = attributions.extract(context("Ann Lee left the hall. She said the talks were over.", ANN))
    assert (one.attrs.speaker_key, one.attrs.source_class) == ("ann-lee", "named")
    body = "Cho Lee said the road was open. At the port, the guards let Jun Ray and Cho Lee in. She said the talks were over."
    two = list(attributions.extract(context(body, actor("Cho Lee", "cho-lee", "person"), actor("Jun Ray", "jun-ray", "person"))))[1]
    assert two.attrs.speaker_key == "cho-lee"
    body = "At the port, the guards let Jun Ray and Cho Lee in. She said the talks were over."
    (none,) = attributions.extract(context(body, actor("Cho Lee", "cho-lee", "person"), actor("Jun Ray", "jun-ray", "person")))
    assert (none.attrs.speaker_key, none.attrs.source_class) == (None, None)


@pytest.mark.parametrize(("body", "key"), [
    ("Ann Lee met Bob Ray in the hall. She said the talks were over.", "ann-lee"),
    ("Ann Lee met Bob Ray in the hall. He said the talks were over.", "bob-ray"),
    ("Ann Lee left the hall early. “Bob Ray saved the talks,” she said.", "ann-lee"),
    ("Cho Lee left the hall early. “Jun Ray saved the talks,” she said.", "cho-lee"),
    ("Cho Lee left the hall early after Jun Ray's speech. He said the talks were over.", "cho-lee"),
    ("Mr. Lee left the hall early. Mrs. Ray stayed. He said the talks were over.", "lee"),
    ("Cho Lee met Jun Ray in the hall. He said the talks were over.", "cho-lee"),
    ("Cho Lee left the hall. A voter stayed in the hall. He said the talks were over.", None),
    ("Cho Lee left the hall. He said Jun Ray was ill; the talks, he added, were over.", "cho-lee"),
    ("Cho Lee left the hall. Her lawyer, Uli Po, stayed. He said the talks were over.", None),
    ("Cho Lee left the hall. He called Jun Ray a friend. He said the talks were over.", "cho-lee"),
    ("Mr. Lee left the hall a day after Mrs. Ray gave a speech in which she said the talks were over.", "ray"),
])
def test_a_pronoun_is_the_person_that_the_writer_last_told_of(body: str, key: str | None) -> None:
    people = [actor(words, words.lower().replace(" ", "-"), "person") for words in ("Ann Lee", "Bob Ray", "Cho Lee", "Jun Ray")]
    alone = [actor("Lee", "lee", "person"), actor("Ray", "ray", "person")] if "Mr." in body else []
    *_, last = attributions.extract(context(body, *people, *alone))
    assert last.attrs.speaker_key == key


@pytest.mark.parametrize(("speaker", "expected"), [
    ("Police", "official"), ("Two officials", "official"), ("A witness", "unnamed"), ("Residents", "unnamed"),
    ("State television", "media"), ("The study", "document"),
])
def test_sources_are_classed(speaker: str, expected: str) -> None:
    (fact,) = attributions.extract(context(f"{speaker} said that the bridge was closed."))
    assert fact.attrs.source_class == expected


def test_anonymity_makes_an_official_unnamed() -> None:
    (fact,) = attributions.extract(context("An official, speaking on condition of anonymity, said that the base was hit."))
    assert fact.attrs.source_class == "unnamed"


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


@pytest.mark.parametrize(("body", "speaker"), [
    ('Lee: "We will not leave the valley to them."', "Lee"),
    ('Lee, who runs the port, was glad after the Easton Conference: "We will not leave the valley to them."', "Lee, who runs the port"),
    ('He was glad after the Easton Conference: "We will not leave the valley to them."', "He"),
])
def test_the_subject_of_a_clause_speaks_after_its_colon(body: str, speaker: str) -> None:
    assert [found[2] for found in said(body)] == [speaker]


@pytest.mark.parametrize("body", ["The navy seized a ship claimed to carry arms.", "The tsunami warning sirens sounded."])
def test_what_is_described_does_not_speak(body: str) -> None:
    assert said(body) == []


def test_those_who_speak_together_are_all_named() -> None:
    body = "The Defence Ministry and Ann Lee said in a joint statement that ships would wait."
    (fact,) = attributions.extract(context(body, ANN, MINISTRY))
    assert fact.label == "Defence Ministry, Ann Lee: said"


def test_who_is_only_along_does_not_speak_first() -> None:
    (fact,) = attributions.extract(context("The Defence Ministry, along with Ann Lee, said that ships would wait.", ANN, MINISTRY))
    assert fact.attrs.speaker_key == "defence-ministry"


@pytest.mark.parametrize(("body", "label", "key"), [
    ("President Ann Lee's Harbour Party accused him of lying.", "Harbour Party: accused", "harbour-party"),
    ("Ann Lee's lawyer said the bridge was closed.", "Ann Lee's lawyer: said", None),
    ("Northland and its ally Southland denied the bridge was closed.", "Northland, Southland: denied", "northland"),
])
def test_who_speaks_is_the_head_of_the_phrase_and_all_that_it_joins(body: str, label: str, key: str | None) -> None:
    states = (actor("Northland", "northland", "state"), actor("Southland", "southland", "state"))
    (fact,) = attributions.extract(context(body, ANN, actor("Harbour Party", "harbour-party"), *states))
    assert (fact.label, fact.key) == (label, key)


HALE, ORTIZ = actor("Martin Hale", "martin-hale", "person"), actor("Laura Ortiz", "laura-ortiz", "person")


def heard(body: str, *facts: tuple) -> list[tuple[str, str | None]]:
    """(first and last word of the content, speaker's key) of every direct quotation."""
    made = context(body, *facts)
    found = []
    for fact in attributions.extract(made):
        words = made.reading.text[fact.attrs.content.start : fact.attrs.content.end].strip("“”\",.?!").split()
        if fact.attrs.mode == "direct":
            found.append((f"{words[0]} {words[-1]}", fact.attrs.speaker_key))
    return found


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


@pytest.mark.parametrize(("body", "label", "key"), [
    ("Aides to Martin Hale said the bridge was closed.", "Aides to Martin Hale: said", None),
    ("The Martin Hale campaign said the bridge was closed.", "The Martin Hale campaign: said", None),
    ("A statement by Martin Hale said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("A statement posted to Harbour Net said the bridge was closed.", "A statement posted to Harbour Net: said", None),
    ("The Secretary of State, Martin Hale, said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("President-elect Martin Hale said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("Foreign Minister Martin Hale, told them the bridge was closed.", "Martin Hale: told", "martin-hale"),
    ("One of them said the bridge was closed.", "One of them: said", None),
    ("The ruling said the bridge was closed.", "The ruling: said", None),
    ("The team said the bridge was closed.", "The team: said", None),
    ("The old team said the bridge was closed.", "The old team: said", None),
    ("Jo Ray of Harbour Net said the bridge was closed.", "Jo Ray of Harbour Net: said", None),
    ("Harbour Net’s head of sales, Jo Ray, said the bridge was closed.", "Harbour Net’s head of sales, Jo Ray: said", None),
    ("The official involved, Martin Hale, said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("Martin Hale continued that the bridge was closed.", "Martin Hale: continued", "martin-hale"),
    ("Martin Hale continued the talks with them.", None, None),
    ("Martin Hale asked the ministry whether the bridge was closed.", "Martin Hale: asked", "martin-hale"),
    ("Martin Hale has long denied that the bridge was closed.", "Martin Hale: denied", "martin-hale"),
    ("Martin Hale declared it on Sunday as a great day.", None, None),
    ("Not everyone agreed the bridge was closed.", None, None),
    ("Martin Hale, who was at the port for a week said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("Martin Hale, the captain who in May said the bridge was closed, left.", "Martin Hale: said", "martin-hale"),
    ("The captain Martin Hale last night said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("In a message posted to the club, Martin Hale praised them and said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("“The bridge was closed,” said the ambassador to Southland, Martin Hale.", "Martin Hale: said", "martin-hale"),
    ("“The bridge was closed,” jokes Martin Hale, 45.", "Martin Hale: jokes", "martin-hale"),
    ("Martin Hale told cheering sailors, “The bridge was closed.”", "Martin Hale: told", "martin-hale"),
    ("The club led the sailors and the port says the bridge was closed.", "the port: says", None),
    ("The court confirmed Martin Hale to the bench.", None, None),
    ("Martin Hale, the governor of Eastland, announced his retirement.", "Martin Hale: announced", "martin-hale"),
    ("A port think tank called it “a very bad idea”.", "A port think tank: called", None),
    ("Martin Hale speaking to the port think tank called it “a very bad idea”.", "Martin Hale: called", "martin-hale"),
    ("The club quoted Martin Hale, once a captain, as saying “The bridge was closed.”", "Martin Hale: as saying", "martin-hale"),
    ("The court ruled on the plea of that party.", None, None),
    ("Martin Hale called that line “a very tired old trick.”", "Martin Hale: called", "martin-hale"),
    ("He calls on them to “stop the closing of all the bridges”.", None, None),
])
def test_who_speaks_is_told_from_who_stands_beside(body: str, label: str | None, key: str | None) -> None:
    found = list(attributions.extract(context(body, HALE, actor("Harbour Net", "harbour-net", "media"))))
    assert [(fact.label, fact.key) for fact in found] == ([(label, key)] if label else [])


def test_straight_marks_that_stand_apart_open_and_close() -> None:
    assert said('" The bridge was closed , " the mayor said .') == [("direct", "said", "the mayor", '" The bridge was closed , "')]
    assert said('" closed the bridge for all of them," the mayor said.')[0][3] == '" closed the bridge for all of them,"'


def test_what_one_says_ends_where_another_is_told_of() -> None:
    assert [found[3] for found in said("The mayor said the bridge was closed, while Ann Lee said that it was open.")] == [
        "the bridge was closed", "it was open"]


def test_a_witness_is_not_the_body_where_he_spoke() -> None:
    made = context("A witness at the Harbour Club said the bridge was closed.", actor("Harbour Club", "harbour-club"))
    (fact,) = attributions.extract(made)
    assert fact.label == "A witness at the Harbour Club: said"


def test_another_minister_is_not_the_minister() -> None:
    made = context("Minister Martin Hale left. The health minister said the bridge was closed.", HALE)
    office = [msgspec.structs.replace(f, attrs=msgspec.structs.replace(f.attrs, role="minister")) for f in made.facts]
    (fact,) = attributions.extract(msgspec.structs.replace(made, facts=tuple(office)))
    assert fact.key is None


def test_of_two_the_one_that_the_article_has_shown_to_be_a_woman_is_she() -> None:
    people = (actor("Uli Po", "uli-po", "person"), actor("Ann Lee", "ann-lee", "person"))
    *_, fact = attributions.extract(context("“It is fair,” Uli Po said.\n\nAnn Lee's son left. She was hurt, she said.", *people))
    assert fact.attrs.speaker_key == "ann-lee"


def test_an_epithet_means_the_person_just_told_of() -> None:
    body = "Martin Hale spoke on Sunday. “We will win this,” the Eastland Republican told them. “And we will stay.”"
    eastland = actor("Eastland", "eastland", "state")
    assert heard(body, HALE, eastland) == [("We this", "martin-hale"), ("And stay", "martin-hale")]


def test_a_state_s_radio_is_not_the_state() -> None:
    (fact,) = attributions.extract(context("Southland state radio said the bridge was closed.", actor("Southland", "southland", "state")))
    assert (fact.label, fact.key, fact.attrs.source_class) == ("Southland state radio: said", None, "media")


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
])
def test_a_clause_is_told_whole(body: str, content: str) -> None:
    assert [found[3] for found in said(body)] == [content]


def test_a_clause_may_open_with_its_subject_alone_unquoted() -> None:
    body = "Lee said the plaintiffs “failed to show any harm.”"
    assert said(body) == [("indirect", "said", "Lee", "the plaintiffs “failed to show any harm.”")]


def test_the_holder_of_an_office_is_meant_by_it() -> None:
    made = context("Martin Hale came to the hall. “I am ready to go,” the senator said.", HALE)
    office = [msgspec.structs.replace(f, attrs=msgspec.structs.replace(f.attrs, role="senator")) for f in made.facts]
    (fact,) = attributions.extract(msgspec.structs.replace(made, facts=tuple(office)))
    assert fact.attrs.speaker_key == "martin-hale"
