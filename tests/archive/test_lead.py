"""What a briefing reports, in a few words: never more than it says."""

from __future__ import annotations

import msgspec

from archive.newsroom import briefing, lying, span_of, with_fact
from briefing.archive.lead import Lead, lead
from briefing.model import Briefing, Dateline, EventAttrs, EventFact, Span

BODY = (
    "[Norland|actor:norland:state] shelled [Marlow|location:marlow:settlement] in [Oak Province|location:oak-province:admin]. "
    "At least 62 people were hurt, officials said. The [Red Union|actor:red-union:armed_group] withdrew last year."
)


def test_a_main_event_tells_who_did_what_to_whom_and_where() -> None:
    told = with_fact(briefing("a", "Shells fall", BODY), "quantity", "At least 62 people", unit="person", role="injured", min=62.0)
    injured = next(fact.id for fact in told.facts if fact.label == "At least 62 people")
    told = with_event(told, source=("norland",), target=("red-union",), location="marlow", quantities=(injured,), main=True)
    answer = lead(told)
    assert [(p.text, p.sentences) for p in answer.what] == [("Violence: “shelled”", (1,))]
    assert [p.text for p in answer.who] == ["Norland → Red Union"]
    assert [(p.text, p.key) for p in answer.where] == [("Marlow, Oak Province", "marlow")]
    assert [(p.text, p.sentences) for p in answer.toll] == [("injured: At least 62 people", (2,))]


def test_what_another_sentence_tells_is_shown_with_that_sentence() -> None:
    told = with_event(briefing("a", "Shells fall", BODY), source=("red-union",), target=("norland",), location="oak-province", main=True)
    assert [(p.text, p.sentences) for p in lead(told).who] == [("Red Union → Norland", (1, 3))]


def test_an_event_told_again_brings_its_counts() -> None:
    body = "There were injuries when [Marlow|location:marlow:settlement] was shelled. In all, eight people were hurt there."
    told = with_fact(briefing("a", "Shells fall", body), "quantity", "injuries", unit="person", role="injured")
    told = with_fact(told, "quantity", "eight people", unit="person", role="injured", min=8.0, max=8.0)
    ids = {fact.label: (fact.id,) for fact in told.facts}
    told = with_event(told, location="marlow", quantities=ids["injuries"], main=True)
    told = with_event(told, location="marlow", quantities=ids["eight people"])
    assert [p.text for p in lead(told).toll] == ["injured: eight people"]


def test_one_number_is_shown_once_in_its_fuller_words() -> None:
    told = briefing("a", "Shells kill nine", "When [Marlow|location:marlow:settlement] was shelled, nine people died, or ten.")
    for words, killed in (("nine", 9.0), ("nine people", 9.0), ("ten", 10.0)):
        told = with_fact(told, "quantity", words, unit="person", role="killed", min=killed, max=killed)
    told = with_event(told, location="marlow", quantities=tuple(fact.id for fact in told.facts if fact.id), main=True)
    assert [p.text for p in lead(told).toll] == ["killed: nine people", "killed: ten"]


def test_one_number_of_two_in_a_sentence_counts_both() -> None:
    told = briefing("a", "Shells kill two", "When it was shelled, two soldiers and two farmers died. The two soldiers were young.")
    for words in ("two", "two soldiers", "two farmers"):
        told = with_fact(told, "quantity", words, unit="person", role="killed", min=2.0, max=2.0)
    assert [p.text for p in lead(told).toll] == ["killed: two soldiers", "killed: two farmers"]


def test_a_sum_is_shown_without_its_parts() -> None:
    told = briefing("a", "Riot hurts dozens", "In the riot 33 inmates and an officer were hurt.")
    for words, hurt in (("33 inmates", 33.0), ("an officer", 1.0), ("33 inmates and an officer", 34.0)):
        told = with_fact(told, "quantity", words, unit="person", role="injured", min=hurt, max=hurt)
    assert [p.text for p in lead(told).toll] == ["injured: 33 inmates and an officer"]


def test_thousands_of_counts_in_one_sentence_take_no_time() -> None:
    words = [f"{number} sheep{letter}" for number in range(1, 81) for letter in "abcdefghijklmnopqrstuvwxyz"]
    told = briefing("a", "Shells kill sheep", f"Killed were {', '.join(words)}.")
    first = with_fact(told, "quantity", words[0], unit="person", role="killed", min=1.0, max=1.0).facts[0]
    facts = []
    for word in words * 10:
        attrs = msgspec.structs.replace(first.attrs, min=float(word.split()[0]), max=float(word.split()[0]))
        facts.append(msgspec.structs.replace(first, label=word, attrs=attrs))
    assert len(lead(msgspec.structs.replace(told, facts=tuple(facts))).toll) == 3


def test_an_unknown_attacker_is_not_stated() -> None:
    told = with_event(briefing("a", "Shells fall", BODY), target=("norland",), main=True)
    assert [p.text for p in lead(told).who] == ["not stated → Norland"]


def test_an_attacker_without_a_name_is_told_by_the_words() -> None:
    body = "[Masked gunmen|actor::armed_group:nominal] shelled [Norland|actor:norland:state]. [Some farmers|actor::person:nominal] fled."
    told = with_event(briefing("a", "Shells fall", body), source=("Masked gunmen",), target=("norland",), main=True)
    assert [(p.text, p.key) for p in lead(told).who] == [("Masked gunmen → Norland", "norland")]


def test_what_is_of_no_class_is_news_by_its_own_words() -> None:
    told = with_event(briefing("a", "Shells fall", BODY), type="NEWS", source=("norland",), main=True)
    assert [(p.text, p.key) for p in lead(told).what] == [("News: “shelled”", None)]


def test_of_what_is_no_attack_nobody_asks_who_did_it() -> None:
    told = with_event(briefing("a", "Shells fall", BODY), type="DEATH", target=("norland",), main=True)
    assert [p.text for p in lead(told).who] == ["Norland"]


def test_a_place_around_the_place_goes_without_saying() -> None:
    told = with_event(briefing("a", "[Norland|location:norland:country] mourns", BODY), location="norland", main=True)
    told = with_event(told, location="marlow", main=True)
    assert [p.text for p in lead(told).where] == ["Marlow, Oak Province"]


def test_a_place_told_by_another_is_not_that_other() -> None:
    west = lying(briefing("a", "Shells fall", "Norland shelled a farm west of [Marlow|location:marlow:settlement]."), "west of")
    assert [(p.text, p.key) for p in lead(west).where] == [("west of Marlow", "marlow")]


def test_without_events_the_names_of_the_lead_stand_in() -> None:
    answer = lead(briefing("a", "[Marlow|location:marlow:settlement] falls", BODY))
    assert [p.text for p in answer.who] == ["Norland"]
    assert [(p.text, p.sentences) for p in answer.where] == [("Marlow, Oak Province", (0, 1))]
    assert answer.what == answer.when == answer.toll == ()


def test_beside_a_main_event_of_nobody_its_own_sentence_names_them() -> None:
    told = with_event(briefing("a", "Shells fall", BODY), main=True)
    assert [p.text for p in lead(told).who] == ["Norland"]


def test_the_dateline_is_where_the_report_was_written() -> None:
    told = briefing("a", "Shells fall", "[MARLOW|location:marlow:settlement], May 1 - Shells fell on the coast.")
    written = msgspec.structs.replace(told, dateline=Dateline("MARLOW", None, None, Span(told.body_start, told.body_start + 16)))
    assert lead(written).where == ()


def test_background_is_not_what_is_reported() -> None:
    assert lead(with_event(briefing("a", "Shells fall", BODY), source=("norland",), background=True)).what == ()


def test_an_empty_briefing_has_an_empty_lead() -> None:
    assert lead(briefing("a", "Nothing")) == Lead((), (), (), (), ())


def with_event(told: Briefing, **attrs: object) -> Briefing:
    """The same briefing, in which the shelling is an event."""
    values = {"type": "ASSAULT", "source": (), "target": ()} | attrs
    fact = EventFact(id="event", key=None, label="shelling", span=span_of(told, "shelled"), quote="shelled", sentence=1,
                     rule="test.fact", attrs=EventAttrs(**values))
    return msgspec.structs.replace(told, facts=(*told.facts, fact))
