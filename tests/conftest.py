"""A small site, built once for all tests that only look at it: the first seed, the invented articles and a very long one;
and a browser to look with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, sync_playwright

from briefing.build import Summary, build
from briefing.settings import Settings
from chromium import CHROMIUM, FLAGS
from golden.accept import golden_articles
from long_read import long_read

ROOT = Path(__file__).parent.parent


class Built(msgspec.Struct, frozen=True):
    """A site on disk and what building it said."""

    folder: Path
    settings: Settings
    summary: Summary


def settings_in(folder: Path, **changes: object) -> Settings:
    """Settings that read and write below `folder` only, but for the project's own content and theme."""
    return msgspec.structs.replace(
        Settings(seeds=str(folder / "seeds"), content=str(ROOT / "content"), theme=str(ROOT / "themes" / "briefing"),
                 output=str(folder / "output"), cache=str(folder / "cache"), site_url="https://archive.example", workers=1),
        **changes,
    )


def articles() -> dict[str, bytes]:
    """The sources of the site, by file name."""
    return {path.name: path.read_bytes() for path in golden_articles()} | {"voices-from-the-road.txt": long_read(40_000).encode()}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("site")
    (folder / "seeds").mkdir()
    for name, data in articles().items():
        (folder / "seeds" / name).write_bytes(data)
    settings = settings_in(folder)
    return Built(folder / "output", settings, build(settings))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for the tests of a module; each test opens a window of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
