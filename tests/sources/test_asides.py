"""What is shown apart below an article, and what must stay in it."""

import pytest

from briefing.sources._asides import split

TEXT = ("The council of Northport voted on Saturday.", "A second vote is planned for June, officials said.")


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        (("The views expressed in this article are the author's own.",), ("disclaimer",)),
        (("The opinions here do not necessarily reflect those of the Harbour Daily.",), ("disclaimer",)),
        (("This article was originally published by the Harbour Daily.",), ("disclaimer",)),
        (("Related",), ("furniture",)),
        (("Related stories:", "Harbour to close", "Mayor resigns"), ("furniture",) * 3),
        (("Sources", "Ann Lee. \"Harbour closes\". Harbour Daily, 4 December 2021.", "Own reporting."), ("furniture",) * 3),
        (("Read more: Harbour to close",), ("furniture",)),
        (("Share this", "© 2021 Harbour Daily. All rights reserved."), ("furniture", "furniture")),
        (("Reporting by Ann Lee; Editing by Bo Ek", "The views expressed here are mine."), ("furniture", "disclaimer")),
        (("***",), ("furniture",)),
    ],
)  # fmt: skip
def test_a_trailing_run_is_set_apart(below: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    body, asides = split(TEXT + below)
    assert body == TEXT
    assert tuple(aside.kind for aside in asides) == kinds
    assert tuple(aside.text for aside in asides) == below


@pytest.mark.parametrize(
    "last",
    [
        "Sources said that the vote was close.",
        "Related measures failed in May.",
        "He said that the views expressed in the meeting mattered to him.",
        "Published on Monday, the report names nobody.",
        "Copyright law was not the matter, the mayor said.",
        "More than 40 ships use the harbour.",
        "The bill does not reflect the position of voters, she said.",
        "This report was published on Friday, as the ministry had promised.",
        "Subscribers lost their money.",
        "More on that will be known in June, according to the mayor. Nobody else spoke.",
    ],
)
def test_a_last_paragraph_of_the_report_stays(last: str) -> None:
    assert split((*TEXT, last)) == ((*TEXT, last), ())


def test_furniture_within_the_report_stays_where_it_is() -> None:
    paragraphs = (TEXT[0], "Read more: Harbour to close", TEXT[1])
    assert split(paragraphs) == (paragraphs, ())


def test_a_text_under_the_word_related_that_is_a_report_stays() -> None:
    paragraphs = (*TEXT, "Related", "The mayor said on Sunday that she would resign. Nobody had expected that.")
    assert split(paragraphs) == (paragraphs, ())


@pytest.mark.parametrize("paragraphs", [(), ("Related",), ("Related", "Share this")])
def test_something_is_always_left_as_text(paragraphs: tuple[str, ...]) -> None:
    assert split(paragraphs)[0] == paragraphs[:1]
