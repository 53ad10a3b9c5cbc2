"""Dates in words: what the source states, and no more."""

from __future__ import annotations

import pytest

from briefing.pages import _dates


@pytest.mark.parametrize(("iso", "words"), [
    ("2023-11-21T22:33", "21 November 2023, 22:33"),
    ("2023-11-21T22:33:10Z", "21 November 2023, 22:33 UTC"),
    ("2023-11-21T22:33+03:00", "21 November 2023, 22:33 UTC+03:00"),
    ("2023-11-01", "1 November 2023"),
    ("2023-11", "November 2023"),
    ("2023", "2023"),
])
def test_a_date_is_shown_as_far_as_it_is_stated(iso: str, words: str) -> None:
    found = _dates.date(iso)
    assert found is not None and (found.words, found.iso) == (words, iso)


@pytest.mark.parametrize("iso", [None, "", "yesterday", "2023-02-30", "2023-13", "0000-01-01", "PRESENT_REF", "2023-W47"])
def test_what_is_no_date_is_not_shown_as_one(iso: str | None) -> None:
    assert _dates.date(iso) is None
