"""IPTC ninjs."""

import json
from typing import Any

from briefing.model import Article
from briefing.settings import Settings
from briefing.sources import read_source

ITEM = {
    "uri": "https://example.org/items/1",
    "headline": "Harbour to close",
    "versioncreated": "2023-11-22T10:00:00Z",
    "byline": "By Ann Lee and Bo Ek",
    "located": "NORTHPORT",
    "language": "en",
    "copyrightnotice": "Copyright 2023 Daily Star. All rights reserved.",
    "subject": [{"name": "Politics"}],
    "body_text": "The council voted.\n\nIt was late.",
}


def read(**changes: Any) -> tuple[Article, tuple[str, ...]]:
    item = {name: value for name, value in {**ITEM, **changes}.items() if value != "gone"}
    result = read_source(json.dumps(item, indent=1).encode(), "a.json", Settings())
    assert len(result.articles) == 1, result.problems
    return result.articles[0], tuple(map(str, result.problems))


def test_every_field() -> None:
    found, problems = read()
    assert problems == ()
    assert found.text == "Harbour to close\n\nThe council voted.\n\nIt was late."
    assert (found.published, found.authors, found.outlet, found.section) == (
        "2023-11-22T10:00:00+00:00", ("Ann Lee", "Bo Ek"), "Daily Star", "Politics",
    )  # fmt: skip
    assert (found.source.url, found.source.format, found.lang) == ("https://example.org/items/1", "ninjs", "en")
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.span) == ("NORTHPORT", None)


def test_a_dateline_in_the_text_is_better_than_the_field() -> None:
    found, _ = read(body_text="PORTO, Nov 22 (Test) - The council voted.")
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date) == ("PORTO", "2023-11-22")


def test_xhtml_is_stripped_and_its_entities_resolve_nothing() -> None:
    body = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "aaaa"> ]><div><h2>Vote</h2>'
        "<p>The <b>council</b> &amp; mayor&nbsp;voted.<br/>Twice. &e;&a;</p><script>alert(1)</script><style>p {}</style>"
        "<p>It was late.</p></div>"
    )
    found, _ = read(body_text="gone", body_xhtml=body)
    assert found.text.split("\n\n")[2:] == ["Vote", "The council & mayor voted.", "Twice. &e;&a;", "It was late."]


def test_a_urn_is_no_address_and_a_sentence_no_outlet() -> None:
    found, problems = read(uri="urn:newsml:x:1", copyrightnotice="This text may be used by anybody.")
    assert (found.source.url, found.outlet, problems) == (None, None, ())


def test_fields_of_another_type_are_told_of_with_their_line() -> None:
    found, problems = read(byline=["Ann"], versioncreated=5, subject="x")
    assert (found.authors, found.published, found.section) == ((), None, None)
    assert problems == (
        "a.json:4: warning: versioncreated is no text and is left out (write it as a string)",
        "a.json:5: warning: byline is no text and is left out (write it as a string)",
    )


def test_a_title_that_is_a_whole_text_is_text() -> None:
    found, _ = read(headline="The council voted. " * 30)
    assert found.title == "The council voted. The council voted."
    assert found.text.split("\n\n")[1] == ("The council voted. " * 30).strip()


def test_lone_surrogates_and_null_do_no_harm() -> None:
    found, problems = read(headline="Harbour\ud800 closes", byline=None)
    assert (found.title, problems) == ("Harbour\ufffd closes", ())
