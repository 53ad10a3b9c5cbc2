"""The opening of a wire report, and sentences that only look like one."""

import pytest

from briefing.model import Span
from briefing.sources._dateline import find

PUBLISHED = "2024-01-02T10:00"


@pytest.mark.parametrize(
    ("opening", "place", "date", "agency"),
    [
        ("NORTHPORT, Jan 1 (Reuters) - ", "NORTHPORT", "2024-01-01", "Reuters"),
        ("GENEVA (AP) — ", "GENEVA", None, "AP"),
        ("KABUL, Afghanistan — ", "KABUL", None, None),
        ("Paris, 28 December – ", "Paris", "2023-12-28", None),
        ("WASHINGTON, D.C. — ", "WASHINGTON", None, None),
        ("NEW YORK/LONDON, June 3 (Reuters) - ", "NEW YORK/LONDON", "2023-06-03", "Reuters"),
        ("BEIJING, Nov. 21 (Xinhua) -- ", "BEIJING", "2023-11-21", "Xinhua"),
        ("New Delhi [India], November 21 (ANI): ", "New Delhi", "2023-11-21", "ANI"),
        ("LISBON, Oct. 9, 2021 /PRNewswire/ -- ", "LISBON", "2021-10-09", "PRNewswire"),
        ("PORT-AU-PRINCE, Haiti (AP) - ", "PORT-AU-PRINCE", None, "AP"),
        ("N'DJAMENA, Chad, Feb 29 (AFP) – ", "N'DJAMENA", None, "AFP"),
        ("São Paulo, 12 May 2020 (AFP) - ", "São Paulo", "2020-05-12", "AFP"),
        ("PARIS, Tuesday, March 3 (AFP) - ", "PARIS", "2023-03-03", "AFP"),
        ("THE HAGUE — ", "THE HAGUE", None, None),
        ("ISLAMABAD: ", "ISLAMABAD", None, None),
        ("ANKARA—", "ANKARA", None, None),
        ("Jan 3 (Reuters) - ", None, "2024-01-03", "Reuters"),
        ("(Reuters) - ", None, None, "Reuters"),
        ("(CNN)", None, None, "CNN"),
        ("SAN JOSE, 15 JAN 90 (ACAN-EFE) -- ", "SAN JOSE", "1990-01-15", "ACAN-EFE"),
        ("LIMA, 3 Mar 23 (AFP) -- ", "LIMA", "2023-03-03", "AFP"),
        ("Bogotá, Jan 1 (EFE).- ", "Bogotá", "2024-01-01", "EFE"),
        ("(Nairobi, December 3, 2023) – ", "Nairobi", "2023-12-03", None),
        ("LIMA, 3 MAR 90 (EFE) -- [COMMUNIQUE] [TEXT] ", "LIMA", "1990-03-03", "EFE"),
    ],
)
def test_a_dateline(opening: str, place: str | None, date: str | None, agency: str | None) -> None:
    text = f"A title\n\n{opening}The council voted on Monday to close the old harbour."
    found = find(text, 9, PUBLISHED)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert found.span == Span(9, 9 + len(opening))


def test_a_dateline_in_small_letters_needs_a_date_and_a_dash() -> None:
    found = find("a title\n\nsan jose, 15 jan 90 (acan-efe) -- [text] the council voted.", 9, None)
    assert found is not None
    assert (found.place, found.date, found.agency) == ("san jose", "1990-01-15", "acan-efe")
    assert find("a title\n\nthe council -- the town's oldest -- voted.", 9, None) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The council — the town's oldest — voted.",
        "NATO — the alliance — said so.",
        "Ann Lee (Labour) - the member for Northport - voted.",
        "UPDATE: The council voted.",
        "BREAKING — The council voted.",
        "Northport: What we know",
        "Northport, Jan 1 was quiet.",
        "On November 21, 2023 - the day of the vote - it rained.",
        "NORTHPORT-BASED firms lost.",
        "U.S. — The council voted.",
        "Iran (IRNA) said",
        "",
        "A",
        "- one",
        "(right) - The mayor",
    ],
)
def test_no_dateline(sentence: str) -> None:
    assert find(f"A title\n\n{sentence}", 9, PUBLISHED) is None


def test_the_year_of_a_day_is_that_of_the_nearest_one_not_after_the_publication() -> None:
    def date(day: str, published: str | None) -> str | None:
        found = find(f"T\n\nPARIS, {day} (AFP) - The council voted.", 3, published)
        assert found is not None
        return found.date

    assert date("Dec 31", "2024-01-01") == "2023-12-31"
    assert date("Jan 1", "2023-12-31T22:00-05:00") == "2024-01-01"  # a day ahead, across time zones
    assert date("Jan 20", "2023-12-31") == "2023-01-20"
    assert date("Feb 29", "2024-03-01") == "2024-02-29"
    assert date("Feb 31", "2024-03-01") is None
    assert date("Dec 31", None) is None


def test_a_byline_above_it_is_no_matter() -> None:
    text = "T\n\nBy our correspondent\n\nPARIS (AFP) - The council voted."
    found = find(text, 3, None)
    assert found is not None
    assert text[found.span.start : found.span.end] == "PARIS (AFP) - "  # type: ignore[union-attr]
