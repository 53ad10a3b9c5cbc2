"""Markdown with front matter."""

import pytest

from briefing.model import Article
from briefing.settings import Settings
from briefing.sources import read_source

FRONT = """---
title: "Flood: a town waits"
date: 2023-11-22 10:00:00 +01:00
author: [Ann Lee, Bo Ek]
publisher: Daily Star
category:
  - World
  - Floods
url: https://example.org/a
lang: en_gb
draft: no
---
"""


def read(text: str) -> tuple[Article, tuple[str, ...]]:
    result = read_source(text.encode(), "a.md", Settings())
    assert len(result.articles) == 1, result.problems
    return result.articles[0], tuple(map(str, result.problems))


def test_front_matter() -> None:
    found, problems = read(FRONT + "\nThe river rose.\n")
    assert problems == ()
    assert (found.title, found.published, found.authors) == ("Flood: a town waits", "2023-11-22T10:00:00+01:00", ("Ann Lee", "Bo Ek"))
    assert (found.outlet, found.section, found.lang, found.source.url) == ("Daily Star", "World", "en-GB", "https://example.org/a")
    assert found.source.format == "markdown"


def test_pelican_s_own_metadata() -> None:
    found, problems = read("Title: Flood\nDate: 2023-11-22 10:00\nSlug: x\nSource: Daily Star\n\nThe river rose.\n")
    assert (found.title, found.published, found.outlet, problems) == ("Flood", "2023-11-22T10:00", "Daily Star", ())
    assert found.text == "Flood\n\nThe river rose."


@pytest.mark.parametrize("heading", ["# Flood: a *town* waits", "Flood: a town waits\n===="])
def test_a_heading_on_top_is_the_title_and_not_repeated(heading: str) -> None:
    assert read(f"{heading}\n\nThe river rose.")[0].text == "Flood: a town waits\n\nThe river rose."
    assert read(f"{FRONT}\n{heading}\n\nThe river rose.")[0].text == "Flood: a town waits\n\nThe river rose."


def test_markup_leaves_no_marks_and_paragraphs_stay() -> None:
    found, _ = read(
        FRONT + "\nThe **river** [rose](http://a.b) by 3&nbsp;m &amp; more; it\nwas *wrapped*.\n\n## Later\n\n- one\n- two `x`\n\n"
        "> said <b>she</b>\n\n<script>alert(1)</script>\n\n<!-- not said -->\n\n[ref]: http://a.b\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n5 * 3 and snake_case_word\n"
    )
    assert found.text[found.body_start :].split("\n\n") == [
        "The river rose by 3 m & more; it was wrapped.", "Later", "one", "two x", "said she", "a b", "1 2", "5 * 3 and snake_case_word",
    ]  # fmt: skip


def test_a_file_without_front_matter_is_an_article() -> None:
    assert read("The river rose on Monday. Nobody was hurt.")[0].title == "The river rose on Monday."


def test_broken_front_matter_is_told_of_and_what_can_be_read_is() -> None:
    found, problems = read("---\ntitle: Flood: a town waits\ndate: 2023-11-22\n---\nThe river rose.")
    assert (found.title, found.published) == ("Flood: a town waits", "2023-11-22")
    assert problems == (
        "a.md:2: error: broken front matter: mapping values are not allowed in this context "
        '(put values with ": " or quotes in them in quotes)',
    )


def test_a_field_of_another_shape_is_told_of() -> None:
    found, problems = read("---\ntitle: Flood\nauthor:\n  name: Ann\ndate: soon\nurl: javascript:alert(1)\n---\nThe river rose.")
    assert (found.authors, found.published, found.source.url) == ((), None, None)
    assert problems == (
        "a.md:4: warning: the field authors is no text and is left out (write one value, or a list of them)",
        "a.md:5: warning: the date 'soon' is not understood (write it as 2023-11-21 or 2023-11-21T22:33)",
        "a.md:6: warning: the address 'javascript:alert(1)' is left out (give a whole address that begins with https://)",
    )


def test_aliases_and_tags_of_yaml_do_nothing() -> None:
    found, _ = read("---\ntitle: !!python/object/apply:os.system [echo]\na: &a [x, x]\nb: &b [*a, *a]\nauthor: *b\n---\nThe river rose.")
    assert (found.title, found.authors) == ("echo", ())
