"""Who speaks: by name, pronoun, office and byname, and what kind of source that is. Every text is invented."""

from __future__ import annotations

import pytest

from briefing.facts import attributions
from facts._speech import ANN, HALE, MINISTRY, heard, only, said
from facts.made import actor, context


def test_the_speaker_is_the_person_before_the_body() -> None:
    fact = only("Ann Lee, a spokesperson for the Defence Ministry, said the base was hit.", ANN, MINISTRY)
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
    ("Cho Lee left the hall. The doctor said Jun Ray was ill. He said the talks were over.", None),
    ("Cho Lee left the hall. The mother of two pupils stayed. She said the talks were over.", None),
    ("Cho Lee left the hall. The doctor on duty, Jun Ray, stayed. He said the talks were over.", "jun-ray"),
    ("Cho Lee left the hall. Prime Minister of Southland Jun Ray stayed. He said the talks were over.", "jun-ray"),
    ("Bob Ray left the hall. Cho Lee stayed. He said the talks were over.", None),
    ("Bob Ray, a Jun Ray ally, left the hall. He said the talks were over.", "bob-ray"),
    ("Ann Lee stayed. Her husband, Cho, left. She said the talks were over.", "ann-lee"),
    ("Mr. Lee left the hall a day after Mrs. Ray gave a speech in which she said the talks were over.", "ray"),
])
def test_a_pronoun_is_the_person_that_the_writer_last_told_of(body: str, key: str | None) -> None:
    people = [actor(words, words.lower().replace(" ", "-"), "person") for words in ("Ann Lee", "Bob Ray", "Cho Lee", "Jun Ray")]
    alone = [actor("Lee", "lee", "person"), actor("Ray", "ray", "person")] if "Mr." in body else []
    *_, last = attributions.extract(context(body, *people, *alone))
    assert last.attrs.speaker_key == key


@pytest.mark.parametrize(("speaker", "expected"), [
    ("Police", "official"), ("Two officials", "official"), ("A witness", "unnamed"), ("Residents", "unnamed"),
    ("State television", "media"), ("The study", "document"), ("Reports", "document"), ("The research team", "unnamed"),
    ("Organisers of the march", "unnamed"), ("Southland's Geological Survey", "named"), ("Legislators backing the law", "official"),
])
def test_sources_are_classed(speaker: str, expected: str) -> None:
    assert only(f"{speaker} said that the bridge was closed.").attrs.source_class == expected


def test_anonymity_makes_an_official_unnamed() -> None:
    assert only("An official, speaking on condition of anonymity, said that the base was hit.").attrs.source_class == "unnamed"


def test_those_who_speak_together_are_all_named() -> None:
    body = "The Defence Ministry and Ann Lee said in a joint statement that ships would wait."
    assert only(body, ANN, MINISTRY).label == "Defence Ministry, Ann Lee: said"


def test_who_is_only_along_does_not_speak_first() -> None:
    body = "The Defence Ministry, along with Ann Lee, said that ships would wait."
    assert only(body, ANN, MINISTRY).attrs.speaker_key == "defence-ministry"


@pytest.mark.parametrize(("body", "label", "key"), [
    ("President Ann Lee's Harbour Party accused him of lying.", "Harbour Party: accused", "harbour-party"),
    ("Ann Lee's lawyer said the bridge was closed.", "Ann Lee's lawyer: said", None),
    ("Northland and its ally Southland denied the bridge was closed.", "Northland, Southland: denied", "northland"),
])
def test_who_speaks_is_the_head_of_the_phrase_and_all_that_it_joins(body: str, label: str, key: str | None) -> None:
    states = (actor("Northland", "northland", "state"), actor("Southland", "southland", "state"))
    fact = only(body, ANN, actor("Harbour Party", "harbour-party"), *states)
    assert (fact.label, fact.key) == (label, key)


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
    ("Martin Hale himself said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("Sen. Martin Hale, S-East., who opposes the plan, said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("Martin Hale's choice to lead the Harbour Net said the bridge was closed.",
     "Martin Hale's choice to lead the Harbour Net: said", None),
    ("The family of a boy shot dead by guards said the bridge was closed.", "The family of a boy shot dead by guards: said", None),
    ("The mayor whose aides had gone for a week said the bridge was closed.", "The mayor whose aides had gone for a week: said", None),
    ("The club heard from Martin Hale, who said the bridge was closed.", "Martin Hale: said", "martin-hale"),
    ("Sailors searching the port said the bridge was closed.", "Sailors searching the port: said", None),
    ("A man claiming to speak for the port said the bridge was closed.", "A man claiming to speak for the port: said", None),
    ("A doctor operating on Martin Hale said the bridge was closed.", "A doctor operating on Martin Hale: said", None),
    ("The port asked the captain who said the bridge was closed.", "the captain: said", None),
    ("It was what Harbour Net calls “a very bad idea”.", "Harbour Net: calls", "harbour-net"),
    ("Jo Ray, head of sales for Harbour Net, said the bridge was closed.", "Jo Ray, head of sales for Harbour Net: said", None),
    ("The port's Harbour Net account said the bridge was closed.", "The port's Harbour Net account: said", None),
    ("Martin Hale, a lawyer who has claimed that the bridge was closed, left.", "Martin Hale: claimed", "martin-hale"),
    ("Martin Hale, the host of “Late Bridges,” asked “Was the bridge closed?”", "Martin Hale: asked", "martin-hale"),
])
def test_who_speaks_is_told_from_who_stands_beside(body: str, label: str | None, key: str | None) -> None:
    found = list(attributions.extract(context(body, HALE, actor("Harbour Net", "harbour-net", "media"))))
    assert [(fact.label, fact.key) for fact in found] == ([(label, key)] if label else [])


def test_a_witness_is_not_the_body_where_he_spoke() -> None:
    body = "A witness at the Harbour Club said the bridge was closed."
    assert only(body, actor("Harbour Club", "harbour-club")).label == "A witness at the Harbour Club: said"


def test_another_minister_is_not_the_minister() -> None:
    body = "Minister Martin Hale left. The health minister said the bridge was closed."
    assert only(body, HALE, martin_hale="minister").key is None


def test_of_two_the_one_that_the_article_has_shown_to_be_a_woman_is_she() -> None:
    people = (actor("Uli Po", "uli-po", "person"), actor("Ann Lee", "ann-lee", "person"))
    *_, fact = attributions.extract(context("“It is fair,” Uli Po said.\n\nAnn Lee's son left. She was hurt, she said.", *people))
    assert fact.attrs.speaker_key == "ann-lee"


def test_an_epithet_means_the_person_just_told_of() -> None:
    body = "Martin Hale spoke on Sunday. “We will win this,” the Eastland Republican told them. “And we will stay.”"
    eastland = actor("Eastland", "eastland", "state")
    assert heard(body, HALE, eastland) == [("We this", "martin-hale"), ("And stay", "martin-hale")]


@pytest.mark.parametrize(("body", "role", "key"), [
    ("Martin Hale spoke. “I am ready to go,” the Easton governor said.", None, "martin-hale"),
    ("Martin Hale spoke. “I am ready to go,” the Easton governor said.", "senator", None),
    ("Martin Hale spoke. “I am ready to go,” the 61-year-old said.", "senator", "martin-hale"),
    ("Martin Hale spoke. “I am ready to go,” the former secretary of state said.", None, "martin-hale"),
    ("Martin Hale spoke. “I am ready to go,” the congressman said.", "representative", "martin-hale"),
    ("Martin Hale spoke. “I am ready to go,” the chief executive said.", "ceo", "martin-hale"),
    ("Martin Hale met a Western diplomat. “I am ready to go,” the diplomat said.", None, None),
    ("Martin Hale spoke. “I am ready to go,” the mayor said.", None, None),
    ("Martin Hale spoke. “I am ready to go,” the vice governor said.", None, None),
])
def test_an_office_means_whom_the_report_has_just_told_of(body: str, role: str | None, key: str | None) -> None:
    offices = {"martin_hale": role} if role else {}
    assert only(body, HALE, **offices).attrs.speaker_key == key


def test_it_is_not_the_body_before_the_one_that_spoke_last() -> None:
    body = "The Defence Ministry said the bridge was closed. The union said it was open. It said that ships came."
    assert [fact.key for fact in attributions.extract(context(body, MINISTRY))] == ["defence-ministry", None, None]


def test_a_name_that_looks_like_an_adverb_is_whole() -> None:
    paper = actor("Harbour Today", "harbour-today", "media")
    fact = only("The bridge was closed, according to Harbour Today.", paper)
    assert (fact.label, fact.attrs.source_class) == ("Harbour Today: according to", "media")


def test_a_verb_inside_a_name_is_no_cue() -> None:
    states = actor("United States", "united-states", "state")
    assert said("Nobody came.", states, title="United States Mayor Martin Hale Dies at 76") == []


def test_a_state_s_radio_is_not_the_state() -> None:
    fact = only("Southland state radio said the bridge was closed.", actor("Southland", "southland", "state"))
    assert (fact.label, fact.key, fact.attrs.source_class) == ("Southland state radio: said", None, "media")


def test_the_holder_of_an_office_is_meant_by_it() -> None:
    body = "Martin Hale came to the hall. “I am ready to go,” the senator said."
    assert only(body, HALE, martin_hale="senator").attrs.speaker_key == "martin-hale"
