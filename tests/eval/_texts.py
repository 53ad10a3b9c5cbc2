"""Marked texts as articles, with the way back from an article's offsets to the marked text's.

An article's canonical text differs from a marked text in white space only (and in a title put before a text that has
none), so the n-th character that is no white space is the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from briefing.model import ActorFact, Article, Briefing, Dateline, Fact, LocationFact, Source, Span

F = TypeVar("F", bound=Fact)

#: The title of a text that has none; what is found in it lies outside the marked text and is not counted.
NO_TITLE = "Report"
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


class Text(msgspec.Struct, frozen=True):
    """A marked text: the article made of it, and what its readers marked."""

    article: Article
    marked: str  #: the text that the gold's offsets count in
    offsets: tuple[int, ...]  #: of each code point of article.text, its place in `marked`; -1 where it has none
    gold: dict[str, Any]

    def span(self, span: Span) -> Span | None:
        """A span of the article in the marked text; None for what is not in it."""
        first, last = self.offsets[span.start], self.offsets[span.end - 1]
        return Span(first, last + 1) if 0 <= first <= last else None


class Case(msgspec.Struct, frozen=True):
    """A marked text with what was extracted from it."""

    text: Text
    briefing: Briefing

    def facts(self, kind: type[F]) -> list[tuple[Span, F]]:
        """The facts of a class with their spans in the marked text, in text order."""
        found = ((self.text.span(fact.span), fact) for fact in self.briefing.facts if isinstance(fact, kind))
        return [(span, fact) for span, fact in found if span is not None]

    def named(self) -> list[tuple[Span, ActorFact | LocationFact]]:
        """Actors and locations, likewise."""
        return [*self.facts(ActorFact), *self.facts(LocationFact)]

    def bare(self, span: Span) -> Span:
        """The span without a leading "the", "a" or "an"."""
        match = _ARTICLE.match(self.text.marked, span.start, span.end)
        return Span(match.end(), span.end) if match and match.end() < span.end else span


def of_line(line: dict[str, Any], path: str, number: int) -> Text:
    """The text of one line of dev/*.jsonl."""
    marked, title = line["text"], line.get("title") or ""
    titled = bool(title) and marked.startswith(title)
    head, body = (title, marked[len(title) :]) if titled else (title or NO_TITLE, marked)
    published = line.get("date") or None
    article = _article(line.get("id") or f"{path}-{number}", head, body, path, published=published)
    skip = 0 if titled else sum(not c.isspace() for c in head)
    places = [i for i, c in enumerate(marked) if not c.isspace()]
    gold = line["gold"] if "gold" in line else {"entities": line["entities"]}
    return Text(article, marked, _offsets(article.text, [-1] * skip + places), gold)


def of_seed(gold: dict[str, Any], marked: str) -> Text:
    """The seed with its fact sheet; its zones (title, header, body) are the sheet's, so that extraction alone is scored."""
    zones = gold["document"]
    title, body = _cut(marked, zones["title"]), _cut(marked, zones["body"])
    line = zones["dateline"]
    words = _cut(marked, line).strip()
    dateline = Dateline(words.split(",")[0], line["date"], words[words.find("(") + 1 : words.find(")")] or None)
    article = _article("seed", title, body, gold["source"]["path"], published=zones["published"]["value"])
    start = article.body_start
    article = msgspec.structs.replace(
        article, outlet=zones["publisher"]["text"], section=zones["section"]["text"],
        dateline=msgspec.structs.replace(dateline, span=Span(start, start + line["end"] - line["start"])),
    )
    inside = (range(zones[zone]["start"], zones[zone]["end"]) for zone in ("title", "body"))
    places = [i for zone in inside for i in zone if not marked[i].isspace()]
    return Text(article, marked, _offsets(article.text, places), gold)


def of_article(article: Article, gold: dict[str, Any]) -> Text:
    """An article whose labels count in its canonical text."""
    return Text(article, article.text, tuple(range(len(article.text))), gold)


def gold_span(item: dict[str, Any]) -> Span:
    return Span(item["start"], item["end"])


def spans(items: Iterable[dict[str, Any]]) -> list[Span]:
    return [gold_span(item) for item in items]


def _cut(marked: str, item: dict[str, Any]) -> str:
    return marked[item["start"] : item["end"]]


def _article(name: str, title: str, body: str, path: str, *, published: str | None) -> Article:
    head = " ".join(title.split())
    paragraphs = (" ".join(line.split()) for line in body.splitlines())
    text = head + "\n\n" + "\n\n".join(p for p in paragraphs if p)
    return Article(name, head, text, len(head) + 2, Source(path, "", "eval"), published)


def _offsets(text: str, places: Sequence[int]) -> tuple[int, ...]:
    """For each code point of `text` its place; `places` are those of its characters that are no white space, in order."""
    following = iter(places)
    return tuple(-1 if c.isspace() else next(following) for c in text)
