"""A site in memory shows what a build would write, and what was changed since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.build import BuildError, build
from briefing.preview import Preview
from briefing.render import ThemeError
from briefing.settings import Settings
from conftest import Built, settings_in

ARTICLE = "Title: Floods reach Riverton\nDate: 2024-05-02\n\nThe mayor of Paris said on Thursday that 12 people were killed in France.\n"


@pytest.fixture
def settings(tmp_path: Path, site: Built) -> Settings:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "floods-reach-riverton.txt").write_text(ARTICLE, "utf-8")
    for name in ("content", "theme"):
        shutil.copytree(getattr(site.settings, name), tmp_path / name)
    return settings_in(tmp_path, content=str(tmp_path / "content"), theme=str(tmp_path / "theme"))


def refreshed(preview: Preview) -> int:
    return sum(1 for _ in preview.refresh())


def test_every_file_is_as_a_build_writes_it(settings: Settings) -> None:
    build(settings)
    preview = Preview(settings)
    refreshed(preview)
    for path in (path for path in sorted(Path(settings.output).rglob("*")) if path.is_file()):
        name = path.relative_to(settings.output).as_posix()
        if not name.startswith("pagefind/") and name != "manifest.json":
            assert preview.file(name) == path.read_bytes(), name
    assert preview.file("briefings/no-such-article/index.html") is None
    assert preview.file("pagefind/pagefind.js") is None


def test_changes_show(settings: Settings) -> None:
    preview = Preview(settings)
    refreshed(preview)
    page = "briefings/floods-reach-riverton/index.html"
    assert b"Floods reach" in (preview.file(page) or b"")
    Path(settings.seeds, "floods-reach-riverton.txt").write_text(ARTICLE.replace("Floods", "High waters"), "utf-8")
    template = Path(settings.theme, "templates", "briefing.html")
    template.write_text(template.read_text("utf-8").replace(">In brief<", ">At a glance<"), "utf-8")
    assert refreshed(preview) == 1
    assert b"High waters" in (preview.file(page) or b"")
    assert b">At a glance<" in (preview.file(page) or b"")


def test_a_profile_shows_before_every_article_was_read_again(settings: Settings) -> None:
    preview = Preview(settings)
    refreshed(preview)
    profile = Path(settings.content, "locations", "riverton.md")
    profile.write_text("name: Riverton\ntype: settlement\ncountry: FR\n\nA town.\n", "utf-8")
    assert refreshed(preview) == 2
    assert b"A town." in (preview.file("locations/riverton/index.html") or b"")
    profile.write_text(profile.read_text("utf-8").replace("A town.", "A small town."), "utf-8")
    assert refreshed(preview) == 1


def test_what_cannot_be_shown_leaves_what_was(settings: Settings) -> None:
    preview = Preview(settings)
    refreshed(preview)
    script = Path(settings.theme, "static", "script.js")
    script.rename(script.with_suffix(".away"))
    with pytest.raises(BuildError, match=r"script\.js"):
        refreshed(preview)
    assert b"<h1>" in (preview.file("index.html") or b"")
    script.with_suffix(".away").rename(script)
    Path(settings.theme, "templates", "home.html").write_text("{% if %}", "utf-8")
    refreshed(preview)
    with pytest.raises(ThemeError, match=r"home\.html:1"):
        preview.file("index.html")
