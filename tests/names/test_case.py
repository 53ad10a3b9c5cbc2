"""Texts in one case are read with the capitals of print, and shown as they are printed. Every text is invented."""

from __future__ import annotations

import pytest

from briefing.facts import extract
from briefing.model import ActorFact, Article, AttributionFact, Dateline, EventFact, LocationFact, QuantityFact, Source, Span, TimeFact
from briefing.names import cased
from facts.made import LEXICON

PRINTED = [
    "President Ernesto Salinas told reporters in San Salvador that U.S. advisers had left.",
    "Six guerrillas were killed on Wednesday in Usulutan, the Southern Liberation Front (FLS) said.",
    "The dynamiting of two pylons took place on 14 May. He said: \"They attacked us.\"",
    "They had AK-47 rifles and 120 mm mortars in the Netherlands, police said.",
    "Ms. Ana Lozano and Gen. Mark Howard may meet in May 1990 in Costa Rica.",
    "The Foreign Ministry and the U.N. denied it. I was there, David Frost said. Frost left.",
]


def article(text: str, title: str = "", dateline: Dateline | None = None) -> Article:
    head = f"{title}\n\n" if title else ""
    return Article(id="a", title=title, text=head + text, body_start=len(head), source=Source("a.txt", "", "text"), dateline=dateline,
                   published="1990-05-15")


@pytest.mark.parametrize("text", PRINTED)
@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_capitals_come_back(text: str, case: type[str.upper]) -> None:
    assert cased(article(case(text)), LEXICON) == text


@pytest.mark.parametrize("text", [*PRINTED, "", "A", "No.", "the army", "IRAN", "İSTANBUL'DA ÖLÜ VAR " * 9, "\ufffd" * 90, "123 " * 40])
def test_what_has_both_cases_or_hardly_a_letter_stays_and_no_letter_is_gained_or_lost(text: str) -> None:
    found = cased(article(text), LEXICON)
    assert len(found) == len(text)
    assert found.casefold() == text.casefold() or "İ" in text
    if text in PRINTED:
        assert found == text


def test_a_title_in_capitals_takes_those_of_the_body() -> None:
    body = "Police in Oakham said on Monday that Rhoswen Tarrell had been arrested. Oakham was calm."
    assert cased(article(body, title="OAKHAM POLICE ARREST RHOSWEN TARRELL"), LEXICON).startswith("Oakham police arrest Rhoswen Tarrell")


@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_a_report_in_one_case_gives_the_facts_of_print_and_quotes_what_is_printed(case: type[str.upper]) -> None:
    printed = ("Guerrillas of the National Liberation Army attacked a police post in Cali last night. "
               "At least fourteen policemen were killed and 6 were wounded. Colonel Pedro Rojas said that 40 kg of dynamite had been used.")
    plain, shouted = (extract(article(text), LEXICON) for text in (printed, case(printed)))

    def told(briefing: object, kind: type) -> list[tuple[Span, str | None]]:
        return [(fact.span, fact.key) for fact in briefing.facts if isinstance(fact, kind)]  # type: ignore[attr-defined]

    for kind in (ActorFact, LocationFact, TimeFact, QuantityFact, EventFact, AttributionFact):
        assert told(shouted, kind) == told(plain, kind)
    assert all(fact.quote == case(printed)[fact.span.start : fact.span.end] for fact in shouted.facts)
    assert shouted.text == case(printed)


def test_ten_thousand_words_in_capitals_take_no_time() -> None:
    assert len(cased(article("THE ARMY (FMLN) OF SAN JOSE SAID " * 2000), LEXICON)) == 66_000
