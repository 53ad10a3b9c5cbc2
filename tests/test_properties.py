"""What holds for every text whatever: soup of all Unicode, and salads of what news is made of, through the whole house."""

from __future__ import annotations

import html
import json
import random
import re
from functools import cache

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing import annotate, archive, exports, facts, feeds, lexicon, maps, pages, sources
from briefing.model import Archive, Article, Briefing
from briefing.pages import Site
from briefing.render import Renderer
from briefing.settings import Settings
from conftest import ROOT
from counting import steps
from test_contracts import assert_evidence

SETTINGS = Settings(site_url="https://archive.example")
SITE = Site(SETTINGS)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

#: What news is made of, and what it is not.
PIECES = (
    "Baghdad", "Iraq", "U.S.", "the United States", "Hezbollah", "Ain al-Asad air base", "Gen. Omar Reed", "Sabrina Singh",
    "Ministry of Defense",
    "the army", "Reuters", "said", "told reporters", "denied", "killed", "were injured", "attacked", "agreed to", "fired", "missiles",
    "at least 62", "8", "1,000,000", "two dozen", "$3.5 billion", "40 percent", "Nov 21", "on Tuesday", "last week", "2023",
    "since 2019", "10:30",
    "“", "”", "\"", "'", "(", ")", "[", "]", "—", "-", "...", ".", ". ", ",", ":", "\n", "\n\n", "\t", "BAGHDAD, Nov 21 (Reuters) - ",
    "which", "that", "and", "in", "of", "near", "against", "<b>", "&amp;", "{{ x }}", "]]>", "\u200b", "\u202e",
    "\u0301", "é", "🚀", "م", "İ", "ß", "\x00",
)  # fmt: skip
SALADS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
SOUPS = st.text(st.characters(), max_size=120)
TEXTS = st.one_of(SALADS, SOUPS, st.tuples(SALADS, SOUPS, SALADS).map("".join))


@cache
def words() -> lexicon.Lexicon:
    return lexicon.load(())


@cache
def renderer() -> Renderer:
    return Renderer(ROOT / "themes" / "briefing" / "templates")


def read(data: bytes, path: str) -> tuple[Article, ...]:
    return sources.read_source(data, path, SETTINGS).articles


def extracted(text: str, path: str = "some-article.txt") -> tuple[Briefing, ...]:
    return tuple(facts.extract(article, words()) for article in read(text.encode("utf-8", "surrogatepass"), path))


def item(text: str) -> str:
    """A text as an item of ninjs, which may hold any character."""
    return json.dumps({"headline": text[:40], "byline": text[:20], "located": text[:20], "versioncreated": "2023-11-21", "body_text": text})


# --- one article --------------------------------------------------------------------------------------------


@QUICK
@given(TEXTS)
def test_every_fact_quotes_its_text_and_the_page_shows_every_word(text: str) -> None:
    for briefing in (*extracted(text), *extracted(item(text), "some-item.json")):
        assert len({fact.id for fact in briefing.facts}) == len(briefing.facts)
        for fact in briefing.facts:
            assert_evidence(briefing, fact)
        shown = annotate.sentences(briefing, {fact.id: "#x" for fact in briefing.facts})
        plain = [html.unescape(re.sub(r"<[^>]*>", "", sentence.html)) for sentence in shown]
        assert plain == [annotate.plain(briefing.text[span.start : span.end]) for span in briefing.sentences]
        between = "".join(briefing.text[span.start : span.end] for span in briefing.sentences)
        assert "".join(between.split()) == "".join(briefing.text.split()), "a word stands in no sentence"


@QUICK
@given(st.binary(max_size=300), st.sampled_from(sorted(sources.READERS)))
def test_no_bytes_upset_a_reader(data: bytes, ending: str) -> None:
    result = sources.read_source(data, f"some-file{ending}", SETTINGS)
    assert result.articles or result.problems
    assert all("\n" not in str(problem) for problem in result.problems)


@QUICK
@given(TEXTS)
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    assert extracted(text) == extracted(text)


# --- the archive --------------------------------------------------------------------------------------------


def files(whole: Archive) -> dict[str, bytes]:
    """Every file of a site but its theme and its search index."""
    made = {request.path: renderer().render(request) for request in pages.requests(whole, SITE)}
    for rows in (feeds.exports(whole, SETTINGS), maps.exports(whole, SITE), exports.exports(whole, SETTINGS)):
        made |= {file.path: file.content for file in rows}
    return made


def together(texts: list[str]) -> list[Briefing]:
    return [briefing for number, text in enumerate(texts) for briefing in extracted(item(text), f"article-number-{number:03}.json")]


@settings(QUICK, max_examples=12)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_a_site_of_any_texts_is_well_formed_and_heeds_no_order(texts: list[str], chance: random.Random) -> None:
    briefings = together(texts)
    made = files(archive.build(briefings))
    chance.shuffle(briefings)
    assert files(archive.build(briefings)) == made
    for path, content in made.items():
        text = content.decode("utf-8")
        if path.endswith((".xml", ".opml", ".svg")):
            etree.fromstring(content)
        elif path.endswith((".json", ".geojson")):
            msgspec.json.decode(content)
        elif path.endswith(".html"):
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]", text), path
            assert "<b>" not in text, path


# --- length -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("piece", [
    "The army of Iraq said on Tuesday that 8 soldiers were killed near Baghdad. ", "Gen. Omar Reed ", "“We won,” he said, ", "8, ",
    "which said that ", "killed ", "Baghdad, ", "A. ",
])  # fmt: skip
def test_eight_times_the_text_takes_about_eight_times_the_work(piece: str) -> None:
    def article(length: int) -> Article:
        [found] = read(f"Some title\n\n2023-11-21\n\n{piece * (length // len(piece))}".encode(), "some-article.txt")
        return found

    def work(length: int) -> int:
        told = article(length)
        return steps(lambda: facts.extract(told, words()))

    small, large = work(1_000), work(8_000)
    assert large < 12 * small, f"{small:,} steps for 1,000 characters, {large:,} for 8,000"
