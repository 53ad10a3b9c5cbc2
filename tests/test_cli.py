"""The command line: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import main
from conftest import ROOT

ARTICLE = (
    "Two soldiers killed near Kirkuk\n\nInvented News\nWorld\n13/11/2023\n\n"
    "Two soldiers were killed near Kirkuk on Monday, the army said.\n"
)


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles and a hidden file, below the working folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "seeds"
    (folder / "deeper").mkdir(parents=True)
    (folder / "b-second-article.txt").write_text(ARTICLE.replace("Two", "Three"), "utf-8")
    (folder / "deeper" / "a-first-article.txt").write_text(ARTICLE, "utf-8")
    (folder / ".hidden.txt").write_text("Hidden", "utf-8")
    return folder


def ids(lines: str) -> list[str]:
    return [json.loads(line)["source"]["path"] for line in lines.splitlines()]


def test_extract_writes_a_line_an_article(seeds: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["extract", "seeds"]) == 0
    assert ids(capsysbinary.readouterr().out.decode()) == ["b-second-article.txt", "deeper/a-first-article.txt"]


def test_extract_takes_files_and_writes_a_file(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(seeds / "b-second-article.txt")
    assert main(["extract", path, "--output", "facts.jsonl"]) == 0
    assert ids(Path("facts.jsonl").read_text("utf-8")) == ["b-second-article.txt"]
    assert [p.name for p in Path().iterdir()] != ["facts.jsonl.part"]
    assert capsys.readouterr().out == ""


def test_extract_says_what_is_wrong_and_does_the_rest(seeds: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (seeds / "broken.json").write_text("{", "utf-8")
    assert main(["extract", "nowhere", "seeds"]) == 1
    printed = capsysbinary.readouterr()
    assert len(ids(printed.out.decode())) == 2
    assert "nowhere:0: error: there is no such file or folder (check the name)" in printed.err.decode().splitlines()
    assert any(line.startswith("seeds/broken.json:1: error: ") for line in printed.err.decode().splitlines())


def test_an_article_named_twice_is_read_once(seeds: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["extract", "seeds", "seeds/b-second-article.txt", "./seeds/"]) == 0
    printed = capsysbinary.readouterr()
    assert len(ids(printed.out.decode())) == 2
    assert printed.err == b""


def test_extract_needs_somewhere_to_write(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "seeds", "--output", "no/such/folder/facts.jsonl"]) == 1
    assert capsys.readouterr().err == (
        "no/such/folder/facts.jsonl:0: error: the facts cannot be written: No such file or directory "
        "(check the folder and the space on its disk)\n"
    )


def test_extract_writes_to_a_device_and_leaves_it_one(seeds: Path) -> None:
    assert main(["extract", "seeds", "--output", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


def test_check_of_good_articles_says_nothing(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "seeds"]) == 0
    assert capsys.readouterr() == ("", "")


def test_check_prints_problems_alone_and_fails_on_errors(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "empty article.txt").write_text("", "utf-8")
    assert main(["check", "seeds", "nowhere"]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    assert [line.partition(": ")[0] for line in printed.out.splitlines()] == ["nowhere:0", "seeds/empty article.txt:0"]
    assert all(line.endswith(")") for line in printed.out.splitlines())


def test_check_tells_of_corrections_that_no_longer_fit(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of those of the articles that are checked; a correction of another article says nothing of these."""
    Path("content/corrections").mkdir(parents=True)
    for name in ("b-second-article", "an-article-elsewhere"):
        Path(f"content/corrections/{name}.yaml").write_text("- quote: Mosul\n  kind: location\n  review: true\n", "utf-8")
    assert main(["check", "seeds"]) == 1
    assert capsys.readouterr().out.startswith("content/corrections/b-second-article.yaml:1: error: no location has the words 'Mosul'")


def test_what_editors_wrote_is_known_to_the_extraction(seeds: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("content/locations").mkdir(parents=True)
    Path("content/locations/kirkuk.md").write_text("name: Kirkuk of the editors\ntype: settlement\naliases: Kirkuk\n\nA city.\n", "utf-8")
    assert main(["extract", "seeds"]) == 0
    facts = json.loads(capsysbinary.readouterr().out.splitlines()[0])["facts"]
    assert "Kirkuk of the editors" in {fact["label"] for fact in facts}


@pytest.mark.parametrize("arguments", [[], ["extract"], ["check"], ["extract", "seeds", "--date-order", "sideways"], ["explain", "seeds"]])
def test_a_command_that_makes_no_sense_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: briefing")


def test_a_reader_that_goes_away_is_no_error(seeds: Path) -> None:
    for number in range(40):
        (seeds / f"more-{number}.txt").write_text(ARTICLE.replace("Two", f"{number + 4}"), "utf-8")
    command = f"{sys.executable} -m briefing.cli extract seeds | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=seeds.parent, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")})
    assert done.stderr == ""
