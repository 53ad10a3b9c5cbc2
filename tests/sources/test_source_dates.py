"""Dates of headers and metadata: read as far as they are stated, and not a minute further."""

from pathlib import Path

import pytest

from briefing.settings import Settings
from briefing.sources._dates import read_date

UNKNOWN = Settings()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("21/11/2023 22h33", "2023-11-21T22:33"),
        ("21/11/2023 9h", "2023-11-21T09:00"),
        ("21/11/2023 às 22h33", "2023-11-21T22:33"),
        ("03/04/2023 10h00", "2023-04-03T10:00"),
        ("2023-11-21", "2023-11-21"),
        ("2023/11/21", "2023-11-21"),
        ("20231121", "2023-11-21"),
        ("20231121T223305Z", "2023-11-21T22:33:05+00:00"),
        ("2023-11-21 22:33", "2023-11-21T22:33"),
        ("2023-11-21T22:33:00.123-05:00", "2023-11-21T22:33:00-05:00"),
        ("2023-11-21T22:33:00Z", "2023-11-21T22:33:00+00:00"),
        ("Tue, 21 Nov 2023 22:33:00 +0300", "2023-11-21T22:33:00+03:00"),
        ("Tue, 21 Nov 2023 22:33:00 GMT", "2023-11-21T22:33:00+00:00"),
        ("November 21, 2023", "2023-11-21"),
        ("Nov. 21, 2023", "2023-11-21"),
        ("21st of November 2023", "2023-11-21"),
        ("21-Nov-2023", "2023-11-21"),
        ("Tuesday, November 21, 2023 at 10:33 pm", "2023-11-21T22:33"),
        ("Published: Nov 21, 2023, 10:33 p.m. EST", "2023-11-21T22:33-05:00"),
        ("10:33 AM EST, Tue November 21, 2023", "2023-11-21T10:33-05:00"),
        ("Tuesday 21 November 2023 22.33 GMT", "2023-11-21T22:33+00:00"),
        ("21 Nov 2023 2233 GMT", "2023-11-21T22:33+00:00"),
        ("2023-11-21 22:33 UTC+3", "2023-11-21T22:33+03:00"),
        ("May 5, 2023 12:30 am", "2023-05-05T00:30"),
        ("29 February 2024", "2024-02-29"),
        ("21.11.2023", "2023-11-21"),
        ("11/21/2023", "2023-11-21"),
    ],
)
def test_a_date_that_says_what_it_means(text: str, value: str) -> None:
    dated = read_date(text, UNKNOWN)
    assert dated is not None
    assert (dated.value, dated.message) == (value, None)


@pytest.mark.parametrize(
    "text",
    [
        "Politics",
        "ICAO Doc 9859",
        "The invasion of 21 March 2003",
        "Flood of 21/11/2023",
        "Channel 4",
        "24/7",
        "12:30",
        "Version 2.11.3",
        "",
        "21/11/2023 " * 20,
    ],
)
def test_a_line_with_other_words_is_no_date(text: str) -> None:
    assert read_date(text, UNKNOWN) is None


@pytest.mark.parametrize(("order", "value"), [("day-first", "2023-04-03"), ("month-first", "2023-03-04")])
def test_the_order_of_day_and_month_is_a_setting(order: str, value: str) -> None:
    dated = read_date("03/04/2023", Settings(date_order=order))  # type: ignore[arg-type]
    assert dated is not None
    assert (dated.value, dated.message) == (value, None)


def test_a_date_that_could_be_two_days_is_read_day_first_and_told_of() -> None:
    dated = read_date("03/04/2023", UNKNOWN)
    assert dated is not None
    assert dated.value == "2023-04-03"
    assert dated.message == "the date '03/04/2023' is read as 2023-04-03 and could be 2023-03-04"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31/02/2023", "the date '31/02/2023' cannot be"),
        ("2023-02-30", "the date '2023-02-30' cannot be"),
        ("13/13/2023", "the date '13/13/2023' cannot be"),
        ("21/11/2023 25h00", "the date '21/11/2023 25h00' cannot be"),
        ("November 2023", "the date 'November 2023' names no day"),
        ("21/11/23", "the year of the date '21/11/23' has two digits"),
    ],
)
def test_a_date_that_cannot_be_gives_no_value(text: str, message: str) -> None:
    dated = read_date(text, UNKNOWN)
    assert dated is not None
    assert (dated.value, dated.message) == (None, message)


def test_a_zone_of_several_meanings_is_left_out_and_told_of() -> None:
    dated = read_date("21 Nov 2023 22:33 CST-ish", UNKNOWN)
    assert dated is None
    dated = read_date("21 Nov 2023 17:30 IST", UNKNOWN)
    assert dated is not None
    assert dated.value == "2023-11-21T17:30"
    assert dated.message == "the zone IST of the date '21 Nov 2023 17:30 IST' is not understood"


@pytest.mark.skipif(not Path("/usr/share/zoneinfo/Asia/Baghdad").exists(), reason="the system has no time zone data")
def test_the_zone_of_times_without_one_is_a_setting() -> None:
    dated = read_date("21/11/2023 22h33", Settings(timezone="Asia/Baghdad"))
    assert dated is not None
    assert dated.value == "2023-11-21T22:33+03:00"


def test_a_date_without_a_time_gets_no_zone() -> None:
    dated = read_date("21/11/2023", Settings(timezone="Asia/Baghdad"))
    assert dated is not None
    assert dated.value == "2023-11-21"
