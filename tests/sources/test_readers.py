"""What holds for every row of the table: a new format is tested as soon as it is registered and has a sample here."""

import builtins
import io
import json
import socket
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Article
from briefing.settings import Settings
from briefing.sources import READERS, read_source

BODY = (
    "NORTHPORT, Nov 21 (Test) - The council of Northport voted on Tuesday to close the old harbour, in use since 1890.",
    "A second vote is planned for June, officials said, and the mayor said that she would not stand in its way.",
)
TEXT = f"Harbour to close\n\nHarbour Daily\nPolitics\n2023-11-21\n\n{BODY[0]}\n\n{BODY[1]}\n"
PAGE = (
    '<html lang="en"><head><title>Harbour to close</title><meta property="og:site_name" content="Harbour Daily">'
    '<meta property="article:section" content="Politics"><meta property="article:published_time" content="2023-11-21">'
    '<link rel="stylesheet" href="http://example.org/a.css"><script src="http://example.org/a.js"></script></head><body><article>'
    f'<h1>Harbour to close</h1><p>{BODY[0]}</p><img src="http://example.org/a.png"><p>{BODY[1]}</p></article></body></html>'
)
ITEM = {
    "headline": "Harbour to close", "copyrightholder": "Harbour Daily", "subject": [{"name": "Politics"}], "versioncreated": "2023-11-21",
    "body_text": "\n\n".join(BODY),
}  # fmt: skip
FRONT = f"---\ntitle: Harbour to close\nsource: Harbour Daily\ncategory: Politics\ndate: 2023-11-21\n---\n\n{BODY[0]}\n\n{BODY[1]}\n"
SAMPLES = {".txt": TEXT, ".md": FRONT, ".html": PAGE, ".htm": PAGE, ".json": json.dumps(ITEM)}


def read(ending: str) -> Article:
    result = read_source(SAMPLES[ending].encode(), "2023-11-21-harbour" + ending, Settings())
    assert result.problems == ()
    (found,) = result.articles
    return found


def test_every_row_has_a_sample_and_is_described() -> None:
    assert set(SAMPLES) == set(READERS)
    manual = (Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8")
    assert all(f"`{ending}`" in manual for ending in READERS)


@pytest.mark.parametrize("ending", READERS)
def test_the_same_article_comes_out_of_every_format(ending: str) -> None:
    found = read(ending)
    assert found.text == "\n\n".join(("Harbour to close", *BODY))
    assert (found.id, found.outlet, found.section, found.published) == ("2023-11-21-harbour", "Harbour Daily", "Politics", "2023-11-21")
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date, found.dateline.agency) == ("NORTHPORT", "2023-11-21", "Test")
    assert found.source.format == READERS[ending].name
    assert found == read(ending)


@pytest.mark.parametrize("ending", READERS)
def test_no_reader_opens_a_file_or_a_connection(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read(ending)  # what a library loads once is no part of reading

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError(f"a reader reached out: {args}")

    for module, name in ((builtins, "open"), (io, "open"), (socket, "socket"), (socket, "create_connection")):
        monkeypatch.setattr(module, name, refuse)
    read(ending)
