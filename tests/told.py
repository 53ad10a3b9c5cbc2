"""A tagger that says what a test tells it to, and the names found with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from briefing import lexicon
from briefing.model import Article, Source, Span
from briefing.names import Name, cased, find
from briefing.reading import read
from briefing.tagger import TagClass, Tagged, Tags, Vote

WORDS = lexicon.load()


class Told(msgspec.Struct, frozen=True):
    """A tagger that finds certain words wherever they stand, and nothing else."""

    names: dict[str, TagClass]
    confidence: float = 0.95

    def tag(self, text: str, sentences: Sequence[Span]) -> Tags:
        found = sorted(
            (Tagged(match.start(), match.end(), kind, self.confidence) for words, kind in self.names.items()
             for match in re.finditer(rf"\b{re.escape(words)}(?!\w)", text)),
            key=lambda name: name.start,
        )  # fmt: skip
        return Tags(tuple(found), tuple(self._vote(match, found) for match in re.finditer(r"\w+|\S", text)))

    def _vote(self, word: re.Match[str], found: Sequence[Tagged]) -> Vote:
        weights = {"person": 0.0, "organisation": 0.0, "place": 0.0}
        for name in found:
            if name.start <= word.start() and word.end() <= name.end:
                weights[name.kind] = self.confidence
        return Vote(word.start(), word.end(), **weights)


def names(body: str, told: dict[str, TagClass], title: str = "Report", confidence: float = 0.95) -> tuple[Name, ...]:
    text = f"{title}\n\n{body}"
    article = Article("a", title, text, len(title) + 2, Source("a.txt", "0" * 64, "text"))
    return find(read(article, cased(article, WORDS)), WORDS, Told(told, confidence))


def said(body: str, told: dict[str, TagClass], title: str = "Report", confidence: float = 0.95) -> list[tuple[str, str]]:
    text = f"{title}\n\n{body}"
    return [(text[n.span.start : n.span.end], n.kind) for n in names(body, told, title, confidence)]
