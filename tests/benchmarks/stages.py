"""Time and memory of each stage of a build, for one number of articles, in a process of its own.

Prints one line of JSON. Times are wall clock on one core, but for `cold build` and `cached build`, which are whole builds
as `make html` does them, with all cores.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from briefing import archive, build, exports, facts, feeds, lexicon, maps, pages, sources, tagger
from briefing.output import Output
from briefing.render import Renderer
from briefing.settings import Settings

from .articles import articles

ROOT = Path(__file__).parent.parent.parent


class Times:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self.milliseconds: dict[str, float] = {}

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.milliseconds[stage] = self.milliseconds.get(stage, 0.0) + (time.perf_counter() - start) * 1000


def stages(count: int) -> dict[str, float]:
    """Milliseconds of each stage for `count` articles, and how many words went in and files came out."""
    times, settings = Times(), Settings(theme=str(ROOT / "themes/briefing"))
    texts = [(name, text.encode()) for name, text in articles(count)]
    with times.of("load lexicon"):
        words = lexicon.load(())
    with times.of("load tagger"):
        names = tagger.load(settings.tagger)
    with times.of("read"):
        read = [article for name, data in texts for article in sources.read_source(data, name, settings).articles]
    with times.of("extract"):
        briefings = [facts.extract(article, words, names) for article in read]
    with times.of("archive"):
        whole = archive.build(briefings, (), ())
    renderer, files, site = Renderer(ROOT / "themes/briefing/templates"), [], pages.Site(settings)
    requests = pages.requests(whole, site)
    while True:
        with times.of("views"):
            request = next(requests, None)
        if request is None:
            break
        with times.of("render"):
            files.append((request.path, renderer.render(request)))
    with times.of("feeds, maps, exports"):
        files.extend(
            (f.path, f.content)
            for part in (feeds.exports(whole, settings), maps.exports(whole, site), exports.exports(whole, settings))
            for f in part
        )
    with tempfile.TemporaryDirectory() as folder, times.of("write"):
        output = Output(Path(folder), {})
        for path, content in files:
            output.put(path, [content])
        output.commit()
    told = sum(len(article.text.split()) for article in read)
    return {**times.milliseconds, "words": told, "files": len(files), "facts": sum(len(b.facts) for b in briefings)}


def whole(count: int) -> dict[str, float]:
    """Seconds of a cold build, of one with all extracted before, and of one in which nothing changed; peak memory in MB."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").mkdir()
        for file, text in articles(count):
            (folder / "seeds" / file).write_text(text, "utf-8")
        settings = Settings(
            seeds=str(folder / "seeds"),
            content=str(ROOT / "content"),
            theme=str(ROOT / "themes/briefing"),
            cache=str(folder / "cache"),
            output=str(folder / "cold"),
        )
        for label, output in (("cold build", "cold"), ("build, extraction cached", "second"), ("build, nothing changed", "second")):
            start = time.perf_counter()
            summary = build.build(msgspec.structs.replace(settings, output=str(folder / output)))
            figures[label] = time.perf_counter() - start
        figures["files"] = summary.unchanged + summary.changed
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures["peak MB"] = peak / 1024
    return figures


if __name__ == "__main__":
    measure = {"stages": stages, "whole": whole}[sys.argv[1]]
    print(msgspec.json.encode(measure(int(sys.argv[2]))).decode())
