"""Articles for tests of facts: a title, a body, a day; and the facts of one kind in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from briefing import lexicon
from briefing.facts import Context, Extractor
from briefing.lexicon._tables import read_tables
from briefing.model import Article, Dateline, Fact, Source
from briefing.reading import read

DATA = Path(lexicon.__file__).parent / "data"


class Tables(msgspec.Struct, frozen=True):
    """A lexicon of word lists alone: what the kinds under test look at."""

    tables: dict[str, tuple[dict[str, str], ...]]
    fingerprint: str = "tables alone"


@cache
def tables() -> Tables:
    return Tables(read_tables(DATA))


def article(body: str, published: str | None = "2023-11-21", title: str = "", dateline: Dateline | None = None) -> Article:
    head = f"{title}\n\n" if title else ""
    return Article(
        id="test", title=title, text=head + body, body_start=len(head), source=Source("test.txt", "", "text"), published=published,
        dateline=dateline,
    )


def found(extractors: Iterable[Extractor], about: Article) -> tuple[Fact, ...]:
    """The facts that the extractors find one after another, the last one's alone."""
    context = Context(read(about), tables(), (), ())  # type: ignore[arg-type]
    facts: tuple[Fact, ...] = ()
    for extract in extractors:
        facts = tuple(extract(context))
        context = msgspec.structs.replace(context, facts=context.facts + facts)
    for fact in facts:
        assert fact.quote == about.text[fact.span.start : fact.span.end]
    return facts
