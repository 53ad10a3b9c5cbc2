"""The small chart of briefings over time."""

from __future__ import annotations

from archive.newsroom import briefing
from briefing.pages._chart import HEIGHT, chart


def test_a_few_years_are_shown_by_month() -> None:
    found = chart(briefing(f"b{n}", "T", published=date) for n, date in enumerate(["2020-01-05", "2020-03-01", "2020-03-09T10:00"]))
    assert found is not None
    assert [(bar.label, bar.height) for bar in found.bars] == [
        ("January 2020: 1 briefing", HEIGHT // 2), ("February 2020: 0 briefings", 0), ("March 2020: 2 briefings", HEIGHT),
    ]
    assert found.words == "Briefings by month, January 2020 to March 2020; at most 2 in a month"


def test_many_years_are_shown_by_year() -> None:
    found = chart([briefing("a", "T", published="2004-05-01"), briefing("b", "T", published="2010"), briefing("c", "T", published=None)])
    assert found is not None and len(found.bars) == 7


def test_a_briefing_with_many_mentions_counts_once() -> None:
    once, other = briefing("a", "T", published="2020-01-05"), briefing("b", "T", published="2020-02-05")
    found = chart([once, once, once, other])
    assert found is not None and [bar.height for bar in found.bars] == [HEIGHT, HEIGHT]


def test_one_bar_is_no_chart_and_a_thousand_are_none_either() -> None:
    assert chart([briefing("a", "T", published="2020-01-05")]) is None
    assert chart([briefing("a", "T", published="0999-01-05"), briefing("b", "T", published="2020-01-05")]) is None
