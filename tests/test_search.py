"""Search as whoever builds the site sees it: what is indexed, when, with which bytes, and what is said where it cannot be."""

from __future__ import annotations

import gzip
from pathlib import Path

import msgspec
import pytest
from lxml import html

from archive.newsroom import briefing
from briefing import archive
from briefing.build import Summary, build
from briefing.model import Problem
from briefing.pages.search import FACETS
from briefing.search import _documents, _pagefind
from conftest import Built, settings_in

needs_pagefind = pytest.mark.skipif(_pagefind.version() is None, reason="Pagefind is not installed")

FIRST = "Shells fall on Kirkuk\n\nInvented Post\nWorld\n21/11/2023\n\nShells fell on Kirkuk on Monday, the Iraqi army said.\n"
SECOND = "Talks in Geneva\n\nInvented Post\nPolitics\n22/11/2023\n\nFrance and Germany met in Geneva, <script>alert(1)</script> & more.\n"


def write(folder: Path, **texts: str) -> None:
    (folder / "seeds").mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / "seeds" / f"{name}.txt").write_text(text, "utf-8")


def built(folder: Path, **changes: object) -> Summary:
    return build(settings_in(folder, **changes))


def index(folder: Path) -> dict[str, bytes]:
    found = (folder / "output" / "pagefind").rglob("*")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found) if path.is_file()}


def indexed(folder: Path) -> dict[str, dict]:
    """What the index holds of each briefing, by the path of its page."""
    packed = (data for path, data in index(folder).items() if path.endswith(".pf_fragment"))
    found = (msgspec.json.decode(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for data in packed)
    return {one["url"]: one for one in found}


def said(summary: Summary) -> list[Problem]:
    return [problem for problem in summary.problems if problem.path == "search"]


# --- what is indexed ------------------------------------------------------------------------------------------------


@needs_pagefind
def test_each_sentence_is_found_under_the_number_that_its_page_gives_it(site: Built) -> None:
    found = indexed(site.folder.parent)
    assert len(found) == len(list((site.folder / "briefings").iterdir()))
    for url, one in found.items():
        parts = [int(first) for first in one["meta"].get("parts", "0").split()]
        pages = [site.folder / url.lstrip("/"), *(site.folder / url.lstrip("/") / f"../{n}/index.html" for n in range(2, len(parts) + 1))]
        read = [html.fromstring(page.resolve().read_text("utf-8")) for page in pages]
        for anchor in one["anchors"]:
            page = read[sum(first <= int(anchor["id"][1:]) for first in parts) - 1]
            (sentence,) = page.xpath(f"//*[@id='{anchor['id']}']")
            assert " ".join(sentence.text_content().split()) == anchor["text"]
    assert len(found["/briefings/voices-from-the-road/index.html"]["meta"]["parts"].split()) > 2


@needs_pagefind
def test_only_title_and_text_are_searched_not_what_stands_around_them(tmp_path: Path) -> None:
    write(tmp_path, talks=SECOND)
    built(tmp_path)
    (one,) = indexed(tmp_path).values()
    assert one["content"] == "Talks in Geneva. France and Germany met in Geneva, <script>alert(1)</script> & more."
    assert one["meta"] == {"title": "Talks in Geneva", "date": "2023-11-22"}


@needs_pagefind
def test_a_search_can_be_narrowed_by_each_facet(site: Built) -> None:
    one = next(one for one in indexed(site.folder.parent).values() if one["meta"]["title"].startswith("U.S. Responds"))
    assert "Hezbollah" in one["filters"]["actor"]
    assert "Baghdad" in one["filters"]["location"]
    assert "drone" in one["filters"]["weapon"]
    assert "Violence" in one["filters"]["event"]
    assert (one["filters"]["year"], one["filters"]["section"], one["filters"]["outlet"]) == (["2023"], ["Politics"], ["ICARO Media Group"])
    assert set(one["filters"]) == {facet.name for facet in FACETS}


def test_two_places_of_one_name_are_two_choices() -> None:
    told = [briefing("a", "One", "Shells fell on [Marlow|location:marlow:settlement]."),
            briefing("b", "Two", "Talks in [Marlow|location:marlow-oak-province:settlement].")]
    page = b"".join(one.html for one in _documents.documents(archive.build(told))).decode()
    assert 'content="Marlow"' in page
    assert 'content="Marlow Oak Province"' in page


def test_text_that_no_page_can_hold_does_not_break_the_index() -> None:
    whole = archive.build([briefing("a", "", ""), briefing("b", "\x00<h1 id=s9>", "One \ud800 two.\ufeff Three\u0085four.")])
    first, second = sorted(one.html.decode() for one in _documents.documents(whole))
    assert "Untitled" in first + second
    assert "<h1 id=s9>" not in first + second


# --- when, and with which bytes ----------------------------------------------------------------------------------------


@needs_pagefind
def test_the_index_has_the_same_bytes_each_time(site: Built, tmp_path: Path) -> None:
    built(tmp_path, seeds=site.settings.seeds)
    assert index(tmp_path) == index(site.folder.parent)


@needs_pagefind
def test_the_index_is_made_again_only_when_a_text_or_a_facet_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[Path] = []
    run = _pagefind.run
    monkeypatch.setattr(_pagefind, "run", lambda documents, language, folder: runs.append(folder) or run(documents, language, folder))
    write(tmp_path, one=FIRST, two=SECOND)
    built(tmp_path)
    built(tmp_path)
    assert len(runs) == 1
    built(tmp_path, site_description="Other words at the head of every page")
    assert len(runs) == 1
    write(tmp_path, two=SECOND.replace("Germany", "Norway"))
    summary = built(tmp_path)
    assert len(runs) == 2
    assert summary.removed > 0  # the old fragment went with the old text
    assert any("Norway" in one["content"] for one in indexed(tmp_path).values())


@needs_pagefind
def test_a_file_of_the_index_that_got_lost_comes_back(tmp_path: Path) -> None:
    write(tmp_path, one=FIRST)
    built(tmp_path)
    before = index(tmp_path)
    (tmp_path / "output/pagefind/pagefind.js").unlink()
    built(tmp_path)
    assert index(tmp_path) == before


@needs_pagefind
def test_the_manifest_lists_the_index_and_nothing_of_pagefinds_own_pages(site: Built) -> None:
    listed = msgspec.json.decode((site.folder / "manifest.json").read_bytes())["files"]
    names = set(index(site.folder.parent))
    assert {f"output/{path}" for path in listed if path.startswith("pagefind/")} == names
    assert not [name for name in names if "-ui" in name or "highlight" in name]


# --- where there can be no index ------------------------------------------------------------------------------------------


def test_without_pagefind_the_site_is_built_and_one_warning_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, one=FIRST)
    built(tmp_path)
    monkeypatch.setattr(_pagefind, "_PACKAGE", "no-such-package")
    summary = built(tmp_path)
    (problem,) = said(summary)
    assert problem.severity == "warning"
    assert "not installed" in problem.message
    assert index(tmp_path) == {}  # no index of another day
    assert "Locations" in (tmp_path / "output/search/index.html").read_text("utf-8")


@needs_pagefind
@pytest.mark.parametrize("program", ["/bin/false", "/no/such/program"])
def test_a_pagefind_that_does_not_run_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    write(tmp_path, one=FIRST)
    summary = built(tmp_path)
    assert [problem.severity for problem in said(summary)] == ["warning"]
    assert summary.articles == 1
    assert index(tmp_path) == {}


@needs_pagefind
def test_an_index_of_another_format_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(documents: object, language: str, folder: Path) -> Path:
        (folder / "pagefind-entry.json").write_text('{"version": "9.0"}')
        return folder

    monkeypatch.setattr(_pagefind, "run", other)
    write(tmp_path, one=FIRST)
    (problem,) = said(built(tmp_path))
    assert "format" in problem.message


@needs_pagefind
def test_pagefinds_settings_in_the_environment_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, one=FIRST)
    built(tmp_path)
    before = index(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "span")
    built(tmp_path, output=str(tmp_path / "other"))
    after = {path.relative_to(tmp_path / "other").as_posix(): path.read_bytes() for path in (tmp_path / "other/pagefind").rglob("*.p*")}
    assert after == {path.removeprefix("output/"): data for path, data in before.items() if ".p" in path.rpartition("/")[2]}


def test_an_archive_without_articles_has_no_index_and_no_warning(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert said(built(tmp_path)) == [] or _pagefind.version() is None
    assert index(tmp_path) == {}
