"""Times: what a reader of a report takes them to mean. The report is of Tuesday 21 November 2023 unless it says otherwise."""

from __future__ import annotations

import pytest

from briefing.facts import times
from briefing.model import Dateline
from facts._article import article, found


def told(body: str, published: str | None = "2023-11-21", dateline: Dateline | None = None) -> list[tuple[str, str | None]]:
    return [(fact.quote, fact.attrs.value) for fact in found([times.extract], article(body, published, dateline=dateline))]


@pytest.mark.parametrize(("body", "quote", "value"), [
    # calendar dates
    ("The treaty was signed on November 21, 1995.", "November 21, 1995", "1995-11-21"),
    ("The treaty was signed on 21 November 1995.", "21 November 1995", "1995-11-21"),
    ("The treaty was signed on Tuesday, Nov. 21.", "Tuesday, Nov. 21", "2023-11-21"),
    ("The treaty was signed on 21/11/1995.", "21/11/1995", "1995-11-21"),
    ("The treaty was signed on 1995-11-21.", "1995-11-21", "1995-11-21"),
    ("The treaty was signed in November 1995.", "November 1995", "1995-11"),
    ("The dam burst on December 3.", "December 3", "2022-12-03"),
    ("The dam burst in December.", "December", "2022-12"),
    ("The vote will be held on December 3.", "December 3", "2023-12-03"),
    ("Ballots must be counted by December 3.", "December 3", "2023-12-03"),
    ("It promised to count them by early January.", "early January", "2024-01"),
    ("Talks broke down in early March.", "early March", "2023-03"),
    ("It has not rained since March.", "since March", "2023-03/.."),
    ("The siege lasted from May 15 to May 24.", "from May 15 to May 24", "2023-05-15/2023-05-24"),
    ("They met on October 25-26, 2016.", "October 25-26, 2016", "2016-10-25/2016-10-26"),
    ("The fair runs from November 28 to January 4.", "from November 28 to January 4", "2023-11-28/2024-01-04"),
    ("Shops shut on Christmas Day, 2021.", "Christmas Day, 2021", "2021-12-25"),
    # years and longer
    ("The border moved after the 2003 invasion.", "2003", "2003"),
    ("A Mirage 2000 crashed on Monday.", "Monday", "2023-11-20"),
    ("The mine opened in 1874.", "1874", "1874"),
    ("The coast was settled in mid-2014.", "mid-2014", "2014"),
    ("He ruled between 2014 and 2017.", "between 2014 and 2017", "2014/2017"),
    ("The 1990-91 war ruined the port.", "1990-91", "1990/1991"),
    ("Prices fell in the 1990s.", "the 1990s", "199"),
    ("The walls date from the 12th century.", "the 12th century", "11"),
    ("Exports fell in the third quarter of 2009.", "the third quarter of 2009", "2009-Q3"),
    ("The wells dried up last summer.", "last summer", "2023-SU"),
    # weekdays
    ("A shell hit the school on Tuesday.", "Tuesday", "2023-11-21"),
    ("A shell hit the school on Wednesday.", "Wednesday", "2023-11-15"),
    ("A shell hit the school last Tuesday.", "last Tuesday", "2023-11-14"),
    ("A shell hit the school on Tuesday morning.", "Tuesday morning", "2023-11-21TMO"),
    ("The ministers will meet on Monday.", "Monday", "2023-11-27"),
    ("Passengers were offered new seats until Monday.", "until Monday", "../2023-11-27"),
    ("The ministers met from Saturday to Monday.", "from Saturday to Monday", "2023-11-18/2023-11-20"),
    ("The ministers met from Monday to Wednesday.", "from Monday to Wednesday", "2023-11-20/2023-11-22"),
    ("The ministers will meet from Tuesday to Friday evening.", "from Tuesday to Friday evening", "2023-11-21/2023-11-24TEV"),
    ("His term was to end in December.", "December", "2023-12"),
    ("The ministers met on Monday.", "Monday", "2023-11-20"),
    # told from the day of the report
    ("Schools closed yesterday.", "yesterday", "2023-11-20"),
    ("Schools close tomorrow.", "tomorrow", "2023-11-22"),
    ("Schools closed last week.", "last week", "2023-W46"),
    ("Schools closed last month.", "last month", "2023-10"),
    ("Schools open next year.", "next year", "2024"),
    ("Schools closed three days ago.", "three days ago", "2023-11-18"),
    ("Schools closed two years ago.", "two years ago", "2021"),
    ("Schools open later this year.", "later this year", "2023"),
    ("It was quiet until now.", "until now", "../2023-11-21"),
    ("It is currently quiet.", "currently", "PRESENT_REF"),
    ("After recent rain the road is shut.", "recent", "PAST_REF"),
    # lengths and repetitions
    ("A year-long truce ended.", "year-long", "P1Y"),
    ("A three-day strike ended.", "three-day", "P3D"),
    ("They marched for two and a half years.", "two and a half years", "P2.5Y"),
    ("In the past 24 hours the river rose.", "the past 24 hours", "PT24H"),
    ("They have waited for decades.", "decades", "PXDE"),
    ("The market opens every week.", "every week", "P1W"),
    ("The annual fair was called off.", "annual", "P1Y"),
    # the time of day
    ("The quake struck at 5 p.m. local time on Tuesday.", "5 p.m. local time", "2023-11-21T17:00"),
    ("The ship left at 0300 GMT.", "0300 GMT", "2023-11-21T03:00Z"),
    ("Polls closed at 22:30.", "22:30", "2023-11-21T22:30"),
])
def test_a_time_means_what_a_reader_takes_it_to_mean(body: str, quote: str, value: str) -> None:
    assert (quote, value) in told(body)


@pytest.mark.parametrize("body", [
    "It may rain, and they may march on the capital.",
    "May Lopez and April Jones sun themselves on the second floor.",
    "Troops march past; prices fall and water springs up.",
    "Resolution 1701 was cited, as was Flight 1447 of Boeing 1900 fame.",
    "Some 2,500 people and 2000 troops came; it cost $1999.",
    "The Sunday Times and the Daily Mail wrote of Bloody Sunday and the Six-Day War.",
    "A 27-year-old man won 3:2.",
    "The sergeant was hit by 1950 bullets.",
    "Theresa May's cabinet split.",
    "The car did 90 miles per hour.",
])
def test_what_only_looks_like_a_time_is_none(body: str) -> None:
    assert told(body) == []


def test_the_dateline_counts_before_the_day_of_publication() -> None:
    dateline = Dateline("BAGHDAD", "2023-11-20", "Reuters")
    assert told("The bridge fell today.", "2023-11-21T08:00", dateline) == [("today", "2023-11-20")]


def test_without_a_day_of_report_times_stay_as_open_as_they_are_stated() -> None:
    body = "On Tuesday, November 21, a bridge fell. It was built in 1995. Repairs begin next year, not today, and on Friday."
    assert told(body, None) == [
        ("Tuesday, November 21", "XXXX-11-21"), ("1995", "1995"), ("next year", None), ("today", None), ("Friday", "XXXX-WXX-5"),
    ]


def test_later_times_count_from_the_time_told_before() -> None:
    body = "The bridge fell on March 3, 2020. The next day the river rose, and two weeks later the road was shut."
    assert told(body) == [("March 3, 2020", "2020-03-03"), ("The next day", "2020-03-04"), ("two weeks later", "2020-W12")]


def test_in_a_history_partial_dates_take_the_year_told_last() -> None:
    years = " ".join(f"In {year} the walls were raised." for year in range(1931, 1940))
    assert told(f"{years} On May 3 they fell. In June they were rebuilt.")[-2:] == [("May 3", "1939-05-03"), ("June", "1939-06")]


def test_an_ambiguous_numeric_date_is_the_one_near_the_report_or_only_its_year() -> None:
    assert told("The bridge fell on 11/12/2023.") == [("11/12/2023", "2023-11-12")]
    assert told("The bridge fell on 03/04/2019.") == [("03/04/2019", "2019")]


def test_a_time_is_shown_written_out() -> None:
    facts = found([times.extract], article("It fell on Tuesday, after three days of rain, and has been shut since October 17."))
    assert [fact.label for fact in facts] == ["21 November 2023", "3 days", "since 17 October 2023"]
    assert [fact.key for fact in facts] == ["2023-11-21", None, None]


@pytest.mark.parametrize("text", [
    "", "1" * 5000, "in ٢٠٢٣", "99999999999 years ago", "30 February 2020", "at 99:99", "May 3, 9999, next year",
])
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    told(text)
    told(text, "9999-12-31")
    told(text, "0001-01-01")
