"""What is wrong with a file is told with its line, its cause and what to do; what can be kept is kept."""

import json
import time

import pytest

from briefing.settings import Settings
from briefing.sources import READERS, read_source

BODY = "The council of Northport voted on Saturday to close the old harbour."


@pytest.mark.parametrize(
    ("path", "data", "problem"),
    [
        ("empty.txt", b"", "empty.txt:0: error: the file is empty (write the article into it or delete it)"),
        ("blank.txt", b" \r\n\t\n", "blank.txt:0: error: the file is empty (write the article into it or delete it)"),
        ("mark.txt", b"\xef\xbb\xbf\n", "mark.txt:0: error: the file holds no words (write the article into it or delete it)"),
        ("nbsp.md", "\u00a0\u2028".encode(), "nbsp.md:0: error: the file holds no words (write the article into it or delete it)"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.txt:0: error: the file is not text (save the article as text, in UTF-8)"),
        ("noise.html", bytes(range(1, 30)) * 9, "noise.html:0: error: the file is not text (save the article as text, in UTF-8)"),
        (
            "cut.json",
            b'{\n "headline": "A",\n "body_text": "B\n}',
            "cut.json:3: error: broken JSON: Invalid control character at in column 17 (correct it there)",
        ),
        (
            "comma.json",
            b'{\n "headline": "A"\n "byline": 1}',
            "comma.json:3: error: broken JSON: Expecting ',' delimiter in column 2 (correct it there)",
        ),
        ("deep.json", b"[" * 100_000, "deep.json:0: error: broken JSON: it cannot be read (save the item as ninjs once more)"),
        ("list.json", b"[1]", "list.json:1: error: the JSON is no ninjs item (put one object with headline and body_text in a file)"),
        ("bare.json", b"{}", "bare.json:0: error: the file holds no words (write the article into it or delete it)"),
        ("empty.html", b"<html></html>", "empty.html:0: error: the page holds no words (save the page once more, or its text as .txt)"),
        (
            "a.docx",
            b"PK",
            "a.docx:0: warning: files that end in .docx are not read "
            "(save the article as .txt, .md, .html, .htm, .json, or keep the file elsewhere)",
        ),
        (
            "article",
            b"A",
            "article:0: warning: files without an ending are not read "
            "(save the article as .txt, .md, .html, .htm, .json, or keep the file elsewhere)",
        ),
    ],
)
def test_no_article(path: str, data: bytes, problem: str) -> None:
    result = read_source(data, path, Settings())
    assert result.articles == ()
    assert list(map(str, result.problems)) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Council votes", "a.txt:0: warning: the article has a title and no text (add the text below a blank line)"),
        (
            f"Council votes\n\nHarbour Daily\n31/02/2023 10h00\n\n{BODY}",
            "a.txt:4: error: the date '31/02/2023 10h00' cannot be (correct it, as 2023-11-21 or 21/11/2023 22h33)",
        ),
        (
            f"Council votes\n\n03/04/2023\n\n{BODY}",
            "a.txt:3: warning: the date '03/04/2023' is read as 2023-04-03 and could be 2023-03-04 "
            "(set BRIEFING_DATE_ORDER to 'day-first' or 'month-first', or write 2023-04-03)",
        ),
        (
            f"Council votes\n\nDate: some day\n\n{BODY}",
            "a.txt:3: warning: the date 'some day' is not understood (write it as 2023-11-21 or 2023-11-21T22:33)",
        ),
        (
            f"Council votes\n\n0001-01-01T00:00+14:00\n\n{BODY}",
            "a.txt:3: error: the date '0001-01-01T00:00+14:00' cannot be (correct it, as 2023-11-21 or 21/11/2023 22h33)",
        ),
        (
            f"Council votes\n\n21/11/23\n\n{BODY}",
            "a.txt:3: error: the year of the date '21/11/23' has two digits (write it as 2023-11-21)",
        ),
        (
            f"Council votes\n\njavascript:alert(1)\n2023-11-21\n\n{BODY}",
            "a.txt:3: warning: the address 'javascript:alert(1)' is left out (give a whole address that begins with https://)",
        ),
        (f"Title: Le conseil vote\nLang: fr\n\n{BODY}", "a.txt:0: warning: the language is fr (facts are found in English texts only)"),
        (f"Title: Council votes\nLang: English!\n\n{BODY}", "a.txt:2: warning: 'English!' is no language tag (write it as en or en-GB)"),
    ],
)
def test_an_article_with_a_doubt(text: str, problem: str) -> None:
    result = read_source(text.encode(), "a.txt", Settings())
    assert len(result.articles) == 1
    assert list(map(str, result.problems)) == [problem]


def test_an_impossible_date_leaves_the_article_undated() -> None:
    found = read_source(f"Council votes\n\n31/02/2023\n\n{BODY}".encode(), "a.txt", Settings()).articles[0]
    assert (found.published, found.text) == (None, f"Council votes\n\n{BODY}")


@pytest.mark.parametrize(
    "title",
    [
        "Town <script>alert('x')</script> closes",
        "Town ]]> closes & <b>opens</b>",
        "Town {{ view.title }} {% raw %} closes",
        "Town ${7*7} `closes` \"it's\" \\ /",
        "🔥🔥 👩‍💻 Town",
        "البلدة تغلق الميناء القديم",
        "\u2067שלום\u2069 Town",
        "--- Town",
    ],
)
def test_a_title_stays_as_it_is_written(title: str) -> None:
    result = read_source(f"{title}\n\n{BODY}".encode(), "1.txt", Settings())
    assert result.problems == ()
    assert result.articles[0].text == f"{title}\n\n{BODY}"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Town \x00closes\x07 to\x1bday", "Town \ufffdcloses\ufffd to\ufffdday"),
        ("Town \u202esesolc", "Town \ufffdsesolc"),
        ("Town\tcloses\u00a0\u2003 today", "Town closes today"),
        ("Cafe\u0301 closes", "Café closes"),
    ],
)
def test_a_title_that_could_do_harm_is_made_safe(title: str, shown: str) -> None:
    item = json.dumps({"headline": title, "body_text": BODY})  # a JSON string may hold what makes a text file binary
    assert read_source(item.encode(), "1.json", Settings()).articles[0].title == shown


@pytest.mark.parametrize(
    "path",
    [
        "a b.txt", "-rf.txt",
        "it's \"quoted\".txt", "../../up.txt", "a..b.txt", "a" * 246 + ".txt", "sub/folder/x.TXT", "a\\b.txt", "ü ö/ñ.txt",
        "a\nb.txt", "<script>.txt", "%2e%2e.txt", "CON.txt", "bad\udcffname.txt",
    ],
)  # fmt: skip
def test_an_odd_file_name_is_no_matter(path: str) -> None:
    result = read_source(f"Council votes\n\n{BODY}".encode(), path, Settings())
    assert result.problems == ()
    assert result.articles[0].source.path == path.replace("\udcff", "\ufffd")
    assert result.articles[0].id.replace("-", "").isalnum()


@pytest.mark.parametrize(
    "path",
    [
        ".DS_Store", "Thumbs.db", "desktop.ini", "README.md", "readme", "LICENSE.txt", "a.txt~", "~$a.txt", ".git/a.txt",
        "__MACOSX/a.txt", "Page_files/a.html", ".a.txt.swp",
    ],
)  # fmt: skip
def test_what_nobody_means_as_an_article_is_passed_over(path: str) -> None:
    result = read_source(b"x", path, Settings())
    assert (result.articles, result.problems) == ((), ())


def test_a_folder_of_files_is_no_browser_s() -> None:
    assert read_source(f"Council votes\n\n{BODY}".encode(), "court_files/2021-12-04-vote.txt", Settings()).articles


def test_a_file_that_is_too_large_is_refused() -> None:
    result = read_source(b"word " * 2_000_000, "huge.txt", Settings())
    assert list(map(str, result.problems)) == [
        "huge.txt:0: error: the file has 10,000,000 bytes, more than the 5,000,000 allowed (cut it down, or raise BRIEFING_MAX_BYTES)"
    ]


@pytest.mark.parametrize("piece", ["word ", "a", "A. ", "[", "<b>", "\u0301\u0316", "21/11/2023 ", "a\n", "Related\n\n", '"'])
@pytest.mark.parametrize("ending", READERS)
def test_a_file_of_one_thing_over_and_over_is_read_in_the_end(piece: str, ending: str) -> None:
    """A second is usual; a minute, on however busy a machine, is a rule gone wild."""
    data = (piece * (100_000 // len(piece))).encode()
    start = time.perf_counter()
    read_source(data, "a" + ending, Settings())
    assert time.perf_counter() - start < 60
