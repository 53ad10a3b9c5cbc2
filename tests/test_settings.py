"""What a bad setting says."""

from __future__ import annotations

import pytest

from briefing.settings import Settings, read


def test_no_settings_are_the_defaults() -> None:
    assert read({"SITENAME": "Pelican's own are no concern of ours"}) == (Settings(), ())


def test_a_misspelt_setting_is_an_error_that_names_the_right_one() -> None:
    settings, problems = read({"BRIEFING_SITE_NAM": "x"})
    assert settings == Settings()
    assert [str(p) for p in problems] == [
        "pelicanconf.py:0: error: unknown setting BRIEFING_SITE_NAM (did you mean BRIEFING_SITE_NAME?)"
    ]


def test_a_setting_of_the_wrong_kind_is_an_error_that_says_what_it_takes() -> None:
    _, problems = read({"BRIEFING_PAGE_SIZE": "many", "BRIEFING_DATE_ORDER": "backwards"})
    assert [str(p) for p in problems] == [
        "pelicanconf.py:0: error: setting BRIEFING_DATE_ORDER is 'backwards': Invalid enum value 'backwards' "
        "(give it day-first or month-first or unknown)",
        "pelicanconf.py:0: error: setting BRIEFING_PAGE_SIZE is 'many': Expected `int`, got `str` (give it int)",
    ]


def test_a_time_zone_that_does_not_exist_is_an_error() -> None:
    _, problems = read({"BRIEFING_TIMEZONE": "Asia/Bagdad"})
    assert [str(p) for p in problems] == [
        "pelicanconf.py:0: error: setting BRIEFING_TIMEZONE is 'Asia/Bagdad': no such time zone (give it str or None)"
    ]


def test_the_address_is_absolute_and_ends_without_a_slash() -> None:
    settings, _ = read({"BRIEFING_SITE_URL": "https://archive.example/"})
    assert settings.site_url == "https://archive.example"
    _, problems = read({"BRIEFING_SITE_URL": "archive.example"})
    assert "no absolute address" in problems[0].message


@pytest.mark.parametrize(("name", "value", "message"), [
    ("PAGE_SIZE", 0, "too small"), ("ENTRY_PAGE_SIZE", -3, "too small"), ("WORKERS", -1, "too small"), ("MAX_BYTES", 0, "too small"),
    ("SITE_NAME", " ", "empty"), ("SITE_NAME", "a\x07b", "it holds what no page can show"),
    ("SITE_DESCRIPTION", "a\ud800b", "it holds what no page can show"), ("SITE_LANG", '"><b>', "no language tag, such as en-GB"),
    ("SITE_URL", "https://", "no absolute address"), ("SITE_URL", "https://a b/<b>", "no absolute address"),
    ("REPOSITORY_URL", "javascript:alert(1)", "no absolute address"),
])
def test_a_value_that_cannot_be_is_reported_and_left_out(name: str, value: object, message: str) -> None:
    settings, problems = read({f"BRIEFING_{name}": value})
    assert settings == Settings()
    assert [problem.message.endswith(f": {message}") for problem in problems] == [True]


def test_what_is_allowed_to_be_nothing_and_usual_addresses_are_taken() -> None:
    assert read({"BRIEFING_WORKERS": 0, "BRIEFING_REPOSITORY_URL": None, "BRIEFING_FEED_AUTHOR": ""})[1] == ()
    for address in ("https://archive.example", "http://localhost:8000", "https://example.org/~me/archive/"):
        assert read({"BRIEFING_SITE_URL": address})[0].site_url == address.rstrip("/")
