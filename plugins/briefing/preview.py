"""A site in memory: each file is made when it is asked for, so that a changed source shows without the rest being written.

For whoever looks at one page while working on it. What a build adds to the files of the archive, the search index and the
manifest, is not here.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec

from . import build, pages, seeds
from .model import Archive, PageRequest, Profile
from .settings import Settings
from .store import Store, Unusable


class _Site(msgspec.Struct, frozen=True):
    """A site at one moment. Its pages are found as far as somebody asked."""

    archive: Archive
    theme: build.Theme
    found: dict[str, PageRequest]
    further: dict[str, Iterator[PageRequest]]  #: by kind of page


class Preview:
    """The site that `settings` describe. Pages may be asked for by several threads while `refresh` makes the next site."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._site: _Site | None = None
        self._known: tuple[Profile, ...] | None = None
        self._kinds: dict[str, str] = {}  # of the pages that were asked for: somebody works on them

    def refresh(self) -> Iterator[None]:
        """Read the sources again; each time that something new can be shown, yield. Raises BuildError, and keeps the site.

        What a profile says shows at once. Where it changes how articles are read, they are read again after that.
        """
        known = seeds.deciding(build.read_content(Path(self._settings.content)).profiles)
        for profiles in dict.fromkeys((self._known or known, known)):
            archive, theme = self._gathered(profiles).archive, build.read_theme(self._settings)
            with self._lock:
                self._site = _Site(archive, theme, {}, pages.by_kind(archive, theme.site))
            yield
        if known != self._known:
            seeds.ready(known, self._settings)
        self._known = known

    def file(self, path: str) -> bytes | None:
        """The file at a path below the output folder; None where the archive makes none. Raises ThemeError."""
        with self._lock:
            site = self._site
            if site is None:
                return None
            page = self._page(site, path) if path.endswith(".html") else None
        if page:
            return site.theme.renderer.render(page)
        others = build.other_files(site.archive, self._settings, site.theme)
        return next((file.content for file in others if file.path == path), None)

    def _page(self, site: _Site, path: str) -> PageRequest | None:
        """The page at a path. The kind that made it last time is asked first: some kinds take long to go through."""
        first = self._kinds.get(path)
        for kind in sorted(site.further, key=lambda kind: kind != first):
            while path not in site.found and (request := next(site.further[kind], None)):
                site.found[request.path] = request
            if path in site.found:
                self._kinds.setdefault(path, kind)
                return site.found[path]
        return None

    def _gathered(self, profiles: tuple[Profile, ...]) -> build.Gathered:
        try:
            with Store(Path(self._settings.cache)) as store:
                return build.gather(self._settings, store, profiles=profiles)
        except Unusable:
            with Store(None) as store:
                return build.gather(self._settings, store, profiles=profiles)
