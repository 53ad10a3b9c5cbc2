"""What holds for every row of the tables (READERS, RECOGNISERS, KINDS, PAGES, EXPORTS): a row added is a row tested."""

from __future__ import annotations

import builtins
import contextlib
import inspect
import io
import re
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from briefing import archive, build, exports, facts, lexicon, names, pages, sources, tagger
from briefing.annotate import evidence
from briefing.facts import KINDS, Context
from briefing.model import (
    ActorFact,
    Archive,
    Article,
    AttributionFact,
    Briefing,
    EventFact,
    Fact,
    FileRequest,
    LocationFact,
    PageRequest,
    Span,
    WeaponFact,
)
from briefing.names import RECOGNISERS
from briefing.pages import PAGES, Site
from briefing.reading import read
from briefing.render import Renderer
from briefing.settings import Settings
from briefing.sources import READERS
from conftest import ROOT, golden_articles

TABLES: dict[str, dict[str, Callable[..., Any]]] = {
    "READERS": {ending: row.read for ending, row in READERS.items()},
    "RECOGNISERS": dict(RECOGNISERS),
    "KINDS": dict(KINDS),
    "PAGES": dict(PAGES),
    "EXPORTS": dict(exports.EXPORTS),
}
ROWS = [pytest.param(row, id=f"{table}-{name}") for table, rows in TABLES.items() for name, row in rows.items()]
CLASSES: dict[str, Any] = {cls.__struct_config__.tag: cls for cls in get_args(Fact)}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/+-]*")
_KEYS: dict[type, re.Pattern[str]] = {ActorFact: _SLUG, LocationFact: _SLUG, WeaponFact: _SLUG}
SETTINGS = Settings(site_url="https://archive.example", date_order="day-first")
SITE = Site(SETTINGS)


@pytest.fixture(scope="module")
def words() -> lexicon.Lexicon:
    return lexicon.load(build.read_content(ROOT / "content").profiles)


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    results = (sources.read_source(path.read_bytes(), path.name, SETTINGS) for path in golden_articles())
    return tuple(article for result in results for article in result.articles)


@pytest.fixture(scope="module")
def model() -> tagger.Tagger | None:
    return tagger.load(SETTINGS.tagger)


@pytest.fixture(scope="module")
def briefings(articles: tuple[Article, ...], words: lexicon.Lexicon, model: tagger.Tagger | None) -> tuple[Briefing, ...]:
    return tuple(facts.extract(article, words, model) for article in articles)


@pytest.fixture(scope="module")
def whole(briefings: tuple[Briefing, ...]) -> Archive:
    content = build.read_content(ROOT / "content")
    return archive.build(briefings, content.profiles, content.pages)


@contextlib.contextmanager
def shut() -> Iterator[None]:
    """No file can be opened and no connection made. What is loaded once and kept is loaded by the run before."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError(f"a row of a table reached out: {args}")

    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((builtins, "open"), (io, "open"), (socket, "socket"), (socket, "create_connection")):
            patch.setattr(module, name, refuse)
        yield


# --- rows ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ROWS)
def test_a_row_says_what_it_does(row: Callable[..., Any]) -> None:
    module = sys.modules[row.__module__]
    assert inspect.getdoc(row), f"{row.__module__}.{row.__qualname__} has no docstring"
    assert module.__doc__, f"{row.__module__} has no docstring"


def test_rows_are_named_in_the_docs(whole: Archive) -> None:
    """READERS are looked up in tests/sources/test_readers.py."""
    manual = (ROOT / "docs" / "format.md").read_text("utf-8")
    assert [kind for kind in KINDS if f"| `{kind}` |" not in manual] == []
    assert [file.path for file in exports.exports(whole, SETTINGS) if f"`{file.path}`" not in manual] == []
    assert set(KINDS) == set(CLASSES)


# --- facts --------------------------------------------------------------------------------------------------


def test_names_and_facts_come_out_the_same_again_with_nothing_opened(
    articles: tuple[Article, ...], briefings: tuple[Briefing, ...], words: lexicon.Lexicon, model: tagger.Tagger | None
) -> None:
    with shut():
        assert tuple(facts.extract(article, words, model) for article in articles) == briefings
        for article in articles:
            reading = read(article)
            for find in RECOGNISERS.values():
                assert list(find(reading, words)) == list(find(reading, words))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_gives_facts_of_its_class_and_leaves_what_it_is_given(
    kind: str, articles: tuple[Article, ...], words: lexicon.Lexicon
) -> None:
    found: set[type] = set()
    for article in articles:
        reading = read(article)
        context = Context(reading, words, names.find(reading, words), ())
        for name, extract in KINDS.items():
            before = context.facts
            new = tuple(extract(context))
            assert context.facts is before
            if name == kind:
                found |= {type(fact) for fact in new}
                break
            context = msgspec.structs.replace(context, facts=before + new)
    assert CLASSES[kind] in found, f"no golden article holds a {kind}"


def test_every_fact_is_valid_evidence(briefings: tuple[Briefing, ...]) -> None:
    for briefing in briefings:
        assert briefing.facts
        for fact in briefing.facts:
            assert_evidence(briefing, fact)


def assert_evidence(briefing: Briefing, fact: Fact) -> None:
    """Whether a fact quotes its article, stands in the sentence it names and is of the right types."""
    where = f"{briefing.source.path} {fact.id} {fact.quote!r}"
    assert fact.quote == briefing.text[fact.span.start : fact.span.end], where
    assert fact.quote == fact.quote.strip() != "", where
    sentence = briefing.sentences[fact.sentence]
    assert sentence.start <= fact.span.start < sentence.end, where
    assert fact.key is None or _KEYS.get(type(fact), _VALUE).fullmatch(fact.key), f"{where}: {fact.key}"
    assert fact.label.strip(), where
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", fact.rule), f"{where}: {fact.rule}"
    assert isinstance(fact.attrs, get_type_hints(type(fact))["attrs"]), where
    msgspec.convert(msgspec.to_builtins(fact), type(fact))
    if isinstance(fact, AttributionFact):
        for span in (fact.attrs.cue, fact.attrs.speaker, fact.attrs.content):
            assert span is None or 0 <= span.start < span.end <= len(briefing.text), where
    if isinstance(fact, EventFact):
        assert set(fact.attrs.quantities) <= {other.id for other in briefing.facts}, where


def test_facts_and_sentences_are_in_order(briefings: tuple[Briefing, ...]) -> None:
    kinds = list(KINDS)
    for briefing in briefings:
        order = [(fact.span, kinds.index(str(type(fact).__struct_config__.tag))) for fact in briefing.facts]
        assert order == sorted(order)
        assert len({fact.id for fact in briefing.facts}) == len(briefing.facts)
        assert briefing.sentences[0] == Span(0, len(briefing.title))
        ends = [0, *(span.end for span in briefing.sentences)]
        assert all(end <= span.start < span.end for end, span in zip(ends, briefing.sentences, strict=False))


# --- pages --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(ROOT / "themes" / "briefing" / "templates")


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_kind_asks_for_the_same_pages_again_with_nothing_opened(kind: str, whole: Archive, renderer: Renderer) -> None:
    site = msgspec.structs.replace(SITE, pages=whole.pages)
    first = [(request.path, renderer.render(request)) for request in PAGES[kind](whole, site)]
    with shut():
        again = [(request.path, renderer.render(request)) for request in PAGES[kind](whole, site)]
    assert first == again != []


def test_no_two_pages_or_files_have_one_path(whole: Archive) -> None:
    requests: list[PageRequest | FileRequest] = [*pages.requests(whole, SITE), *exports.exports(whole, SETTINGS)]
    paths = [request.path for request in requests]
    assert len(set(paths)) == len(paths)
    assert [path for path in paths if not re.fullmatch(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.[a-z]+", path)] == []


def test_every_fact_is_marked_on_its_page_with_its_kind_and_key(whole: Archive, renderer: Renderer) -> None:
    requests = {request.path: request for request in PAGES["briefing"](whole, SITE)}
    for briefing in whole.briefings:
        page = renderer.render(requests[f"briefings/{briefing.id}/index.html"]).decode()
        marks = {mark.partition('data-fact="')[2].partition('"')[0]: mark for mark in re.findall(r"<mark [^>]*data-fact=[^>]*>", page)}
        for fact in briefing.facts:
            if any(span.start < evidence(fact).end and evidence(fact).start < span.end for span in briefing.sentences):
                kind = type(fact).__struct_config__.tag
                assert f'data-kind="{kind}" data-key="{fact.key or fact.id}"' in marks[fact.id], f"{briefing.id} {fact.id}"
        assert set(marks) <= {fact.id for fact in briefing.facts}
        assert all(f'id="s{number}"' in page for number in range(len(briefing.sentences)))


# --- exports ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", exports.EXPORTS)
def test_an_export_gives_the_same_files_again_with_nothing_opened(name: str, whole: Archive) -> None:
    first = {file.path: file.content for file in exports.EXPORTS[name](whole, SETTINGS)}
    with shut():
        again = {file.path: file.content for file in exports.EXPORTS[name](whole, SETTINGS)}
    assert first == again != {}


def test_the_docs_of_the_project_name_every_room() -> None:
    manual = (ROOT / "docs" / "house.md").read_text("utf-8")
    rooms = {path.stem for path in Path(build.__file__).parent.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert [room for room in sorted(rooms - {"__init__"}) if f"`{room}.py`" not in manual and f"`{room}/`" not in manual] == []
