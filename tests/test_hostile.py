"""A whole site from articles that mean harm: nothing of them becomes markup, a script or a request, and each fault is named."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import msgspec
import pytest
from lxml import etree
from lxml import html as lxml_html
from playwright.sync_api import Browser

from briefing import seeds
from briefing.build import BuildError, build
from briefing.cli import main
from briefing.model import Problem
from briefing.store import Store
from browser.test_pages import complaints
from conftest import Built, settings_in

BODY = "MOSUL, Nov 21 (Invented) - Two soldiers were killed near Kirkuk on Monday, the army said.\n\nThe U.S. denied it.\n"
WORDS = (
    "<script>alert(1)</script>", "</title><svg onload=alert(1)>", "\"><img src=https://evil.example/x.png onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "]]> & <![CDATA[x]]>", "{{ 7*7 }} {% raw %} {# x #}", "javascript:alert(1)", "<!-- ", "&lt;b&gt; &amp;amp; &#0;", "=HYPERLINK(\"https://evil.example\")",
    "\u202egnp.exe \u2067x", "🚀 🇮🇶 👨‍👩‍👧", "%s {0} \\u003cscript\\u003e", "a\u0301" * 40, "ﬁ ǅ ß İ ½ ²", "[/red] [bold]",
)  # fmt: skip
ADDRESSES = (
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "//evil.example/x", "https://evil.example/\"onclick=alert(1)",
    "http://[::1", "https://evil.example:99999/",
)  # fmt: skip
PAGE = """<html lang="en"><head><title>{title}</title><base href="https://evil.example/"><script>alert(1)</script>
<meta http-equiv="refresh" content="0;url=https://evil.example/"><meta property="og:image" content="{address}">
<link rel="canonical" href="{address}"><link rel="stylesheet" href="https://evil.example/a.css">
<meta property="og:site_name" content="'&gt;&lt;script&gt;alert(1)&lt;/script&gt;"></head><body onload="alert(1)"><article><h1>{title}</h1>
<p>Two soldiers were killed near Kirkuk on Monday, the army said, as people fled to the north of the city in their thousands.</p>
<iframe src="https://evil.example/"></iframe><img src="https://evil.example/x.png"><svg><script>alert(1)</script></svg>
<p>The ministry of defence said on Tuesday that it would look into the matter, and that nobody else had been hurt {number}.</p>
</article></body></html>"""
BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"


def hostile_files() -> dict[str, str]:
    files: dict[str, str] = {}
    for number, words in enumerate(WORDS):
        said = f"{words} said {words} in Baghdad. {BODY}"
        files[f"odd words {number}.txt"] = f"{words} meets soldiers\n\nInvented\n{words}\n14/11/2023\n\n{said}"
        item = {"headline": words, "byline": words, "copyrightholder": words, "located": words, "subject": [{"name": words}]}
        files[f"odd item {number}.json"] = json.dumps({**item, "versioncreated": "2023-11-14", "body_text": f"{number} {said} \x00\x1b"})
    for number, address in enumerate(ADDRESSES):
        quoted = address.replace('"', "&quot;")
        files[f"odd address {number}.html"] = PAGE.format(title=f"Page {number} &lt;script&gt;", address=quoted, number=number)
        front = f"---\ntitle: Front {number}\nurl: {json.dumps(address)}\nimage: {json.dumps(address)}\n---\n\n"
        files[f"odd front {number}.md"] = f"{front}[x]({address}) ![y]({address}) <a href='{address}'>z</a> {number}\n\n{BODY}"
    files["entity bomb.html"] = f"{BOMB}<p>&b;&c; Two soldiers were killed near Kirkuk.</p>"
    files["yaml tag.md"] = f"---\ntitle: !!python/object/apply:os.abort []\nauthor: &x [*x]\n---\n\n{BODY}"
    files["numbers.json"] = '{"headline": "One", "headline": "Soldiers twice", "body_text": "Killed in Baghdad.", "x": [1e999, NaN]}'
    return files


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "seeds").mkdir()
    for name, text in hostile_files().items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    settings = settings_in(folder)
    return Built(folder / "output", settings, build(settings))


def test_every_one_of_them_is_built(hostile: Built) -> None:
    assert hostile.summary.articles == len(hostile_files())
    assert hostile.summary.errors == 0
    left_out = [problem for problem in hostile.summary.problems if "is left out" in problem.message]
    assert len(left_out) >= 2 * len(ADDRESSES)
    assert not any("extractor failed" in problem.message for problem in hostile.summary.problems)


def test_no_page_holds_markup_of_theirs(hostile: Built) -> None:
    for path in hostile.folder.rglob("*.html"):
        page = path.read_bytes()
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xe2\x80\xae", page), path
        for element in lxml_html.document_fromstring(page.decode()).iter(etree.Element):
            where = f"{path}: {element.tag} {dict(element.attrib)}"
            assert element.tag not in ("iframe", "object", "embed", "base"), where
            assert not any(name.startswith("on") or name == "style" for name in element.attrib), where
            addresses = [element.get(name, "") for name in ("href", "src", "action", "srcset", "data")]
            assert not any(re.match(r"\s*(?:javascript|data|vbscript):|//", address, re.IGNORECASE) for address in addresses), where
            if element.tag in ("script", "img", "link", "image", "use") and element.get("rel") != "canonical":
                assert "evil.example" not in "".join(addresses), where


def test_feeds_and_downloads_are_well_formed(hostile: Built) -> None:
    for path in hostile.folder.rglob("*"):
        if path.suffix in (".xml", ".opml", ".svg"):
            etree.parse(path)
        elif path.suffix in (".json", ".geojson"):
            msgspec.json.decode(path.read_bytes())
    for row in (hostile.folder / "data" / "facts.csv").read_text("utf-8").splitlines():
        assert not re.match(r"=|.*,=", row), "a cell would be taken for a formula"


@pytest.fixture(scope="module")
def browser_pages(browser: Browser, hostile: Built) -> dict[str, list[str]]:
    """Each page of the site, opened in a browser, with what it complained of."""
    page = browser.new_page()
    found = complaints(page)
    seen: dict[str, list[str]] = {}
    for path in sorted(hostile.folder.rglob("index.html")):
        page.goto(f"file://{path}", wait_until="load")
        seen[str(path)] = found.copy()
        found.clear()
    page.close()
    return seen


@pytest.mark.browser
def test_no_page_runs_a_script_of_theirs_or_asks_another_host(browser_pages: dict[str, list[str]]) -> None:
    assert len(browser_pages) > len(hostile_files())
    assert {path: found for path, found in browser_pages.items() if found} == {}


# --- the folder and the machine -----------------------------------------------------------------------------


NAMES = (
    "with  spaces.txt", "it's \"quoted\" & <b>.txt", "two..dots..txt", "%2f%2e%2e.txt", "new\nline words.txt", "a" * 250 + ".txt",
    "-rf.txt", "$(touch x).txt", "עברית.txt", "index.txt", "back\\slash.txt", "#hash?query.txt", "deep/er/and/deeper/words.txt",
    "bad-\udcff-bytes.txt", "[link=https://evil.example]words[/link].txt",
)  # fmt: skip


def test_articles_under_any_name_get_a_page_inside_the_output(tmp_path: Path) -> None:
    for number, name in enumerate(NAMES):
        path = tmp_path / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Soldiers killed {number}\n\n{BODY}", "utf-8")
    summary = build(settings_in(tmp_path))
    assert (summary.articles, summary.problems) == (len(NAMES), ())
    pages = [page.name for page in (tmp_path / "output" / "briefings").iterdir()]
    assert len(pages) == len(NAMES)
    assert [name for name in pages if not re.fullmatch(r"[a-z0-9-]{1,90}", name)] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "output", "seeds"]


def test_a_build_that_is_broken_off_ends_soon_and_keeps_what_it_extracted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeds, "fingerprint", lambda *_: b"the same program")
    (tmp_path / "seeds").mkdir()
    for number in range(32):
        (tmp_path / "seeds" / f"article-number-{number}.txt").write_text(f"Soldiers killed {number}\n\n{BODY}", "utf-8")
    settings = settings_in(tmp_path, workers=2)

    def interrupt(stage: str, done: int, total: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        build(settings, interrupt)
    assert time.monotonic() - begin < 60
    assert not (tmp_path / "output" / "index.html").exists()
    again = build(settings)
    assert again.articles == 32
    assert again.extracted <= 22


def test_a_cache_with_nonsense_in_it_costs_a_warning(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "some-article.txt").write_text(f"Soldiers killed\n\n{BODY}", "utf-8")
    settings = settings_in(tmp_path)
    first = build(settings)
    with Store(Path(settings.cache)) as store:
        store._db.execute("update extracted set value = x'00ff'")
    second = build(settings)
    assert [problem.message for problem in second.problems] == ["what was computed before cannot be used: a value is damaged"]
    assert (second.articles, second.facts) == (first.articles, first.facts)
    assert build(settings).problems == ()


def test_files_that_are_none_or_cannot_be_read_are_named_by_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "long.txt").write_bytes(b"word " * 1_200_000)
    (folder / "bad\x1b[31m.json").write_bytes(b'{"headline": ')
    assert main(["check", str(folder), "--content", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.removeprefix(f"{folder}/") for line in lines] == [
        r"bad\x1b[31m.json:1: error: broken JSON: Expecting value in column 14 (correct it there)",
        "empty.txt:0: error: the file is empty (write the article into it or delete it)",
        "gone.txt:0: error: the file cannot be read: No such file or directory (check that it exists and that you may read it)",
        "long.txt:0: error: the file has 5,000,001 bytes, more than the 5,000,000 allowed (cut it down, or raise BRIEFING_MAX_BYTES)",
        "loop.txt:0: error: the file cannot be read: Too many levels of symbolic links (check that it exists and that you may read it)",
        "noise.txt:0: error: the file is not text (save the article as text, in UTF-8)",
    ]


def test_a_folder_in_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    found = seeds.read_file(tmp_path, "folder.txt", 100)
    assert isinstance(found, Problem)


def _end(job: bytes, seed: seeds.SeedFile) -> bytes:
    os._exit(9)


def test_a_worker_that_the_system_ends_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    for number in range(20):
        (tmp_path / "seeds" / f"vote-{number}.txt").write_text(f"Vote {number}\n\nNorland voted.\n", "utf-8")
    monkeypatch.setattr(seeds, "_extract_one", _end)
    with pytest.raises(BuildError, match="ended from outside"):
        build(settings_in(tmp_path, workers=2))
