"""A build as whoever runs it sees it: what comes out, what is written again, what is said of bad input."""

from __future__ import annotations

import os
import random
import re
import shutil
from pathlib import Path

import msgspec
import pytest

from briefing.build import BuildError, build
from conftest import ROOT, Built, articles, settings_in

ARTICLE = "Two soldiers killed near Kirkuk\n\nInvented\n{date}\n\nTwo soldiers were killed near Kirkuk on Monday, the army said.\n"


def seeds(folder: Path, files: dict[str, str | bytes]) -> None:
    (folder / "seeds").mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_public_path_is_there(site: Built) -> None:
    files = set(tree(site.folder))
    wanted = {
        "index.html",
        "actors/index.html",
        "locations/index.html",
        "claims/index.html",
        "subscribe/index.html",
        "data/index.html",
        "timeline/index.html",
        "about/index.html",
        "method/index.html",
        "404.html",
        "sitemap.xml",
        "robots.txt",
        "manifest.json",
        "feeds/rss.xml",
        "feeds/atom.xml",
        "feeds/feed.json",
        "feeds/feeds.opml",
        "data/briefings.jsonl",
        "data/facts.csv",
        "data/locations.geojson",
        "data/actors.json",
        "data/locations.json",
        "actors/hezbollah/index.html",
        "feeds/actors/hezbollah.xml",
        "locations/baghdad/index.html",
        "feeds/locations/baghdad.xml",
        "sections/world/index.html",
        "2023/11/index.html",
    }
    assert wanted - files == set()
    assert sum(bool(re.fullmatch(r"briefings/[^/]+/index\.html", name)) for name in files) == len(articles())


def test_a_second_build_writes_nothing_and_reads_nothing_anew(tmp_path: Path) -> None:
    seeds(tmp_path, {"one.txt": ARTICLE.format(date="13/11/2023")})
    settings = settings_in(tmp_path)
    first = build(settings)
    stamps = {path: path.stat().st_mtime_ns for path in Path(settings.output).rglob("*") if path.is_file()}
    second = build(settings)
    assert (first.extracted, second.extracted) == (1, 0)
    assert (second.changed, second.removed, second.unchanged) == (0, 0, first.changed)
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps


def test_two_builds_from_scratch_are_the_same_to_the_byte_whatever_the_order_and_the_processes(site: Built, tmp_path: Path) -> None:
    shuffled = list(articles().items())
    random.Random(3).shuffle(shuffled)
    seeds(tmp_path, dict(shuffled))
    build(settings_in(tmp_path, workers=2))
    assert tree(tmp_path / "output") == tree(site.folder)


def test_a_seed_that_is_gone_takes_its_pages_along(tmp_path: Path) -> None:
    seeds(tmp_path, {"keeps-its-page.txt": ARTICLE.format(date="13/11/2023"), "loses-its-page.txt": ARTICLE.format(date="20/11/2023")})
    settings = settings_in(tmp_path)
    build(settings)
    (tmp_path / "seeds" / "loses-its-page.txt").unlink()
    summary = build(settings)
    assert summary.removed > 0
    assert [path.name for path in (tmp_path / "output" / "briefings").iterdir()] == ["keeps-its-page"]


def test_a_lost_cache_costs_time_and_nothing_else(tmp_path: Path) -> None:
    seeds(tmp_path, {"keeps-its-page.txt": ARTICLE.format(date="13/11/2023"), "loses-its-page.txt": ARTICLE.format(date="20/11/2023")})
    settings = settings_in(tmp_path)
    build(settings)
    (tmp_path / "cache" / "store.sqlite").unlink()
    (tmp_path / "seeds" / "loses-its-page.txt").unlink()
    build(settings)
    assert [path.name for path in (tmp_path / "output" / "briefings").iterdir()] == ["keeps-its-page"]


def test_two_articles_of_one_title_both_have_a_page(tmp_path: Path) -> None:
    seeds(tmp_path, {"a1.txt": ARTICLE.format(date="13/11/2023"), "a2.txt": ARTICLE.format(date="20/11/2023")})
    summary = build(settings_in(tmp_path))
    assert summary.articles == 2
    assert len(list((tmp_path / "output" / "briefings").iterdir())) == 2


def test_a_copy_of_an_article_is_left_out_and_named(tmp_path: Path) -> None:
    text = ARTICLE.format(date="13/11/2023")
    seeds(tmp_path, {"first-copy.txt": text, "second-copy.txt": text})
    summary = build(settings_in(tmp_path))
    assert summary.articles == 1
    assert [str(p) for p in summary.problems] == [
        f"{tmp_path}/seeds/second-copy.txt:0: warning: the file is the same as first-copy.txt (one of the two can go)"
    ]


def test_one_address_for_two_files_is_told_and_both_are_built(tmp_path: Path) -> None:
    seeds(tmp_path, {"kirkuk attack.txt": ARTICLE.format(date="13/11/2023"), "kirkuk-attack.txt": ARTICLE.format(date="20/11/2023")})
    summary = build(settings_in(tmp_path))
    assert summary.articles == 2
    assert ["another file's address would be the same" in p.message for p in summary.problems] == [True]


@pytest.mark.parametrize(
    ("name", "data"), [("empty.txt", b""), ("binary.txt", bytes(range(256)) * 40), ("broken.json", b'{"headline": '), ("odd.docx", b"PK")]
)
def test_a_bad_file_is_named_and_the_rest_is_built(tmp_path: Path, name: str, data: bytes) -> None:
    seeds(tmp_path, {"good-article.txt": ARTICLE.format(date="13/11/2023"), name: data})
    summary = build(settings_in(tmp_path))
    assert summary.articles == 1
    assert [p.path for p in summary.problems] == [f"{tmp_path}/seeds/{name}"]


def test_what_is_no_file_is_left_alone_and_a_name_stays_on_one_line(tmp_path: Path) -> None:
    seeds(tmp_path, {"good-article.txt": ARTICLE.format(date="13/11/2023"), "two\nlines.txt": b""})
    os.mkfifo(tmp_path / "seeds" / "pipe.txt")
    summary = build(settings_in(tmp_path))
    assert summary.articles == 1
    assert [p.path for p in summary.problems] == [f"{tmp_path}/seeds/pipe.txt", f"{tmp_path}/seeds/two\\nlines.txt"]


def test_a_mistyped_folder_of_seeds_stops_the_build_and_leaves_the_site_as_it_is(tmp_path: Path) -> None:
    seeds(tmp_path, {"one-article.txt": ARTICLE.format(date="13/11/2023")})
    build(settings_in(tmp_path))
    before = tree(tmp_path / "output")
    with pytest.raises(BuildError) as error:
        build(settings_in(tmp_path, seeds=str(tmp_path / "sedes")))
    assert str(error.value) == (
        f"{tmp_path}/sedes:0: error: there is no such folder (name the folder of your articles: make html SEEDS=folder)"
    )
    assert tree(tmp_path / "output") == before


def test_a_folder_without_articles_makes_a_site_without_briefings(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert build(settings_in(tmp_path)).problems == ()
    assert (tmp_path / "output" / "index.html").is_file()


def test_an_output_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    seeds(tmp_path, {"one-article.txt": ARTICLE.format(date="13/11/2023")})
    (tmp_path / "output").write_text("a file")
    with pytest.raises(BuildError, match="check the folder"):
        build(settings_in(tmp_path))


def test_what_is_hostile_stays_text(tmp_path: Path) -> None:
    title = '<script>alert(1)</script> ]]> {{ 7*7 }} \u202etxt.exe 🚀 "quoted" & more'
    body = (
        "\n\nEvil\n13/11/2023\n\n<img src=https://evil.example/x.png onerror=alert(1)> said the <b>Army</b> in Baghdad. {% for x in y %}\n"
    )
    seeds(tmp_path, {"hostile words.txt": title + body})
    build(settings_in(tmp_path))
    for path, content in tree(tmp_path / "output").items():
        if path.endswith(".html") and "theme" not in path:
            text = content.decode()
            assert "<script>alert" not in text and "<img src=https" not in text and "<b>Army" not in text, path
    page = next((tmp_path / "output" / "briefings").iterdir()) / "index.html"
    assert "{{ 7*7 }}" in page.read_text("utf-8")


def test_a_correction_shows_and_one_whose_words_are_gone_is_a_problem(tmp_path: Path) -> None:
    seeds(tmp_path, {"kirkuk-attack.txt": ARTICLE.format(date="13/11/2023")})
    content = tmp_path / "content" / "corrections"
    content.mkdir(parents=True)
    (content / "kirkuk-attack.yaml").write_text(
        "- quote: Kirkuk\n  kind: location\n  nth: 2\n  review: true\n- quote: Mosul\n  kind: location\n  remove: true\n"
    )
    (content / "no-such-briefing.yaml").write_text("- quote: Kirkuk\n  kind: location\n  remove: true\n")
    summary = build(settings_in(tmp_path, content=str(tmp_path / "content")))
    assert len(summary.problems) == 2
    lines = (tmp_path / "output" / "data" / "briefings.jsonl").read_bytes().splitlines()
    facts = msgspec.json.decode(lines[0])["facts"]
    assert {fact["status"] for fact in facts if fact["quote"] == "Kirkuk" and fact["kind"] == "location"} >= {"reviewed"}


def test_a_ruling_on_who_is_who_shows_and_one_that_fits_nothing_is_a_problem(tmp_path: Path) -> None:
    text = "{title}\n\nInvented\n{date}\n\nMayor Pia Lundgren opened the {what} in Kirkuk, she said.\n"
    seeds(tmp_path, {
        "new-bridge-opens.txt": text.format(title="A bridge opens", date="13/11/2023", what="bridge"),
        "new-rink-opens.txt": text.format(title="A rink opens", date="14/11/2023", what="rink"),
    })
    rulings = "- part: pia-lundgren\n  as: pia-lundgren-skater\n  in: [new-rink-opens]\n- merge: [gone, lost]\n"
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "identities.yaml").write_text(rulings)
    settings = settings_in(tmp_path, content=str(tmp_path / "content"))
    summary = build(settings)
    pages = tree(Path(settings.output))
    assert b"Not to be confused with" in pages["actors/pia-lundgren/index.html"]
    assert b"Pia Lundgren (skater)" in pages["actors/pia-lundgren-skater/index.html"]
    assert [str(problem).partition("identities.yaml:")[2] for problem in summary.problems] == [
        f"4: warning: no briefing names {key} (see \"Who is who\" in docs/corrections.md)" for key in ("gone", "lost")
    ]


def test_a_site_among_its_articles_is_not_read_as_one(tmp_path: Path) -> None:
    seeds(tmp_path, {"one-article.txt": ARTICLE.format(date="13/11/2023")})
    settings = settings_in(tmp_path, output=str(tmp_path / "seeds" / "site"))
    build(settings)
    again = build(settings)
    assert (again.articles, again.files, again.changed, again.problems) == (1, 1, 0, ())


@pytest.mark.parametrize("output", ["seeds", "", "content/site", "theme"])
def test_a_site_never_mixes_with_what_it_is_made_from(tmp_path: Path, output: str) -> None:
    seeds(tmp_path, {"index.html": "<p>Two soldiers were killed near Kirkuk on Monday, the army said.</p>"})
    before = tree(tmp_path)
    settings = settings_in(tmp_path, content=str(tmp_path / "content"), theme=str(tmp_path / "theme"), output=str(tmp_path / output))
    with pytest.raises(BuildError, match="would mix with"):
        build(settings)
    assert tree(tmp_path) == before


def test_a_setting_that_names_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="BRIEFING_SEEDS names no folder"):
        build(settings_in(tmp_path, seeds=""))


def test_a_link_to_a_folder_is_told_of_and_not_followed(tmp_path: Path) -> None:
    seeds(tmp_path, {"one-article.txt": ARTICLE.format(date="13/11/2023")})
    (tmp_path / "seeds" / "loop").symlink_to(".")
    summary = build(settings_in(tmp_path))
    assert [str(p) for p in summary.problems] == [
        f"{tmp_path}/seeds/loop:0: warning: this is a link to a folder, and links are not followed (put the folder itself here)"
    ]


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds(tmp_path, {"one-article.txt": ARTICLE.format(date="13/11/2023"), "shut/another-article.txt": ARTICLE.format(date="14/11/2023")})
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    summary = build(settings_in(tmp_path))
    assert [str(p) for p in summary.problems] == [
        f"{tmp_path}/seeds/shut:0: error: the folder cannot be read: Permission denied (check that you may read it)"
    ]


def test_a_profile_that_cannot_be_read_is_named_and_the_site_is_built(tmp_path: Path) -> None:
    seeds(tmp_path, {"one-article.txt": ARTICLE.format(date="13/11/2023")})
    (tmp_path / "content" / "actors").mkdir(parents=True)
    (tmp_path / "content" / "actors" / "gone.md").symlink_to("nowhere")
    summary = build(settings_in(tmp_path, content=str(tmp_path / "content")))
    assert [p.message for p in summary.problems] == ["the file cannot be read: No such file or directory"]


def test_a_cache_of_no_use_costs_time_and_a_warning(tmp_path: Path) -> None:
    seeds(tmp_path, {"one-article.txt": ARTICLE.format(date="13/11/2023")})
    (tmp_path / "cache").write_text("a file")
    summary = build(settings_in(tmp_path))
    assert summary.articles == 1
    assert [p.message for p in summary.problems] == ["what was computed before cannot be used: File exists"]


def test_what_is_wrong_with_a_theme_is_told_with_its_line(tmp_path: Path) -> None:
    seeds(tmp_path, {"one-article.txt": ARTICLE.format(date="13/11/2023")})
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "themes" / "briefing", theme)
    settings = settings_in(tmp_path, theme=str(theme))
    (theme / "templates" / "home.html").write_text("<p>\n{% if %}")
    with pytest.raises(BuildError, match=r"theme/templates/home\.html:2: error: Expected an expression"):
        build(settings)
    (theme / "templates" / "home.html").unlink()
    with pytest.raises(BuildError, match=r"theme/templates/home\.html"):
        build(settings)
    (theme / "static" / "script.js").unlink()
    with pytest.raises(BuildError, match=r"theme/static/script\.js:0: error: the theme cannot be read: no such file"):
        build(settings)
