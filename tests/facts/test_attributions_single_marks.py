"""Speech in single quotation marks, and the apostrophes that are none. Every text is invented."""

from __future__ import annotations

import re

import pytest

from briefing.facts._syntax.marks import single_marks
from briefing.reading import Token
from counting import steps
from facts._speech import ANN, said


@pytest.mark.parametrize("body", [
    "'We will not stop,' Ann Lee said.",
    "‘We will not stop,’ Ann Lee said.",
    "'We will not stop', said Ann Lee.",
    "Ann Lee said: 'We will not stop.'",
    "Ann Lee said: ‘We will not stop.’",
    "Ann Lee told the BBC on Monday: 'We will not stop.'",
])
def test_single_marks_hold_speech(body: str) -> None:
    ((mode, _, speaker, content),) = said(body, ANN)
    assert (mode, speaker, content.strip("'‘’,.")) == ("direct", "Ann Lee", "We will not stop")


@pytest.mark.parametrize("content", [
    "'We back the workers' rights,'",
    "‘We back the workers’ rights in the ’90s,’",
    "'We're talkin' about folks' lives here,'",
    "'He told me \"stop it\" and I did,'",
    "‘He told me “stop it” and I did,’",
    "'It's the '60s all over again for 'em,'",
    '"They ask, \'Who will pay for it?\'"',
    '"We back the workers\' rights,"',
])
def test_an_apostrophe_or_a_mark_of_the_other_sort_does_not_end_a_quotation(content: str) -> None:
    assert said(f"{content} Ann Lee said.", ANN) == [("direct", "said", "Ann Lee", content)]


def test_a_quotation_that_ends_in_s_is_closed_where_another_opens_or_nothing_closes_later() -> None:
    assert [found[3] for found in said("Ann Lee spoke of 'a day of grave mistakes' and 'a week of open lies'.", ANN)] == [
        "'a day of grave mistakes'", "'a week of open lies'"]
    assert [found[3] for found in said("Ann Lee called it 'a day of grave mistakes' by the drivers' union.", ANN)] == [
        "'a day of grave mistakes'"]


@pytest.mark.parametrize("body", [
    "It was the players' and the coaches' day in May, and the end of the '90s.",
    "Rock 'n' roll was for 'em and for the workers' sons.",
    "'Tis the season of the plumbers' tales in Easton.",
    "He stood 6' 2\" and wore 5' boots on the drivers' day.",
    "The 'Lion Man' and the 'Northern Front' came to Easton.",
    "It's six o'clock at Lee's, and the boys' club is open 'til nine.",
])
def test_apostrophes_and_names_are_no_speech(body: str) -> None:
    assert said(body, ANN) == []


def test_a_quotation_in_single_marks_goes_on_in_the_next_paragraph() -> None:
    found = said("Ann Lee said: 'We will fight on.\n\n'And we will win in the end.'\n\n'We like it,' she added.", ANN)
    assert [(speaker, content) for _, _, speaker, content in found] == [
        ("Ann Lee", "'We will fight on."), ("Ann Lee", "'And we will win in the end.'"), ("she", "'We like it,'")]


@pytest.mark.parametrize("piece", ["'a ", " a' ", "'a b' ", "s' ", " '\"a ", "“‘a ", "‘a “"])
def test_marks_are_found_in_time_linear_in_the_text(piece: str) -> None:
    def work(times: int) -> int:
        tokens = [Token(found.start(), found.end(), found[0]) for found in re.finditer(r"\w+|[^\w\s]", piece * times)]
        return steps(lambda: list(single_marks(tokens)))

    assert work(8_000) < 12 * work(1_000)
