"""An article's id: from its file name where that says something, never from other files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources._ids import article_id


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("2011-02-22-harbour-to-close.txt", "2011-02-22-harbour-to-close"),
        ("Harbour to close!.html", "harbour-to-close"),
        ("2021/12/Harbour to close.txt", "2021-12-harbour-to-close"),
        ("2021-12-04-flood.txt", "2021-12-04-flood"),
        ("Ваша газета сегодня.txt", "vasha-gazeta-segodnia"),
        ("../../etc/harbour-to-close.txt", "etc-harbour-to-close"),
    ],
)
def test_from_the_file_name(path: str, name: str) -> None:
    assert article_id(path, "Some title") == name


@pytest.mark.parametrize("path", ["000_4865d5faadf3f9c5.txt", "1.txt", "flood.txt", "deadbeef-cafe-4a5b.json", "📰.md", "a b.txt"])
def test_from_the_title_where_the_file_name_says_nothing(path: str) -> None:
    assert re.fullmatch(r"mayor-s-caf-fe-no-amp-x-closes-[0-9a-f]{8}", article_id(path, "Mayor's “caf&fe” — nō &amp; <x> closes"))


def test_two_files_with_one_title_get_two_ids() -> None:
    assert article_id("1.txt", "Harbour to close") != article_id("2.txt", "Harbour to close")


def test_a_long_name_is_cut_at_a_word_and_stays_its_own() -> None:
    one, other = (article_id(f"{'harbour-' * 30}{end}.txt", "T") for end in ("one", "two"))
    assert re.fullmatch(r"(?:harbour-){9}[0-9a-f]{8}", one)
    assert one != other


@given(st.text(max_size=120), st.text(max_size=120))
def test_always_a_slug(path: str, title: str) -> None:
    name = article_id(path + ".txt", title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= 80
