"""Contexts for tests of fact kinds: an invented text, the real word lists, and earlier kinds' facts made by hand."""

from __future__ import annotations

from collections.abc import Iterable

from briefing import lexicon
from briefing.facts._context import Context
from briefing.facts._evidence import make
from briefing.model import (
    ActorAttrs,
    ActorFact,
    Article,
    Dateline,
    Fact,
    LocationAttrs,
    LocationFact,
    QuantityAttrs,
    QuantityFact,
    Source,
    Span,
    TimeAttrs,
    TimeFact,
    WeaponAttrs,
    WeaponFact,
)
from briefing.reading import Reading, read

LEXICON = lexicon.load()


def context(body: str, *facts: tuple, title: str = "A report", published: str | None = "2024-05-14",
            dateline: str | None = None) -> Context:
    """A context of a body with facts given as (kind, words, key, type, ...): every place where the words stand."""
    text = f"{title}\n\n{body}"
    article = Article(
        id="made", title=title, text=text, body_start=len(title) + 2, source=Source(path="made.txt", sha256="", format="text"),
        published=published, dateline=Dateline(place=None, date=dateline, agency=None) if dateline else None,
    )
    reading = read(article)
    return Context(reading, LEXICON, (), tuple(fact for row in facts for fact in _facts(reading, *row)))


def actor(words: str, key: str | None, type_: str = "organisation", form: str = "name", of: str | None = None) -> tuple:
    return "actor", words, key, type_, form, of


def place(words: str, key: str, type_: str = "settlement") -> tuple:
    return "location", words, key, type_


def time(words: str, value: str, type_: str = "date") -> tuple:
    return "time", words, value, type_


def weapon(words: str, key: str, type_: str, used_by: str | None = None) -> tuple:
    return "weapon", words, key, type_, used_by


def count(words: str, role: str, of: str | None = None, where: str | None = None) -> tuple:
    return "quantity", words, role, of, where


def _facts(reading: Reading, kind: str, words: str, *rest: str | None) -> Iterable[Fact]:
    start = reading.text.find(words)
    while start >= 0:
        yield _fact(reading, kind, Span(start, start + len(words)), words, *rest)
        start = reading.text.find(words, start + 1)


def _fact(reading: Reading, kind: str, span: Span, words: str, *rest: str | None) -> Fact:
    first, *others = rest
    if kind == "actor":
        attrs = ActorAttrs(type=others[0], form=others[1], of=others[2])
        return make(ActorFact, reading, span, key=first, label=words, rule="made", attrs=attrs)
    if kind == "location":
        return make(LocationFact, reading, span, key=first, label=words, rule="made", attrs=LocationAttrs(type=others[0], form="name"))
    if kind == "time":
        return make(TimeFact, reading, span, key=first, label=words, rule="made", attrs=TimeAttrs(type=others[0], value=first))
    if kind == "weapon":
        return make(WeaponFact, reading, span, key=first, label=words, rule="made", attrs=WeaponAttrs(type=others[0], used_by=others[1]))
    attrs = QuantityAttrs(unit="person", role=first, of=others[0], place=others[1])
    return make(QuantityFact, reading, span, key=None, label=words, rule="made", attrs=attrs)
