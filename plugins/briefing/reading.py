"""An article as language: paragraphs, sentences and tokens, all as spans of its canonical text.

The one linguistic layer that every extractor shares. It knows nothing of actors, places or facts. Sentences come from
sentencex (Wikimedia), mended where news English breaks it; tokens from one pattern.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

import msgspec
import sentencex

from .model import Article, Span

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,]\d+)*"  # 2,500 1.5
    r"|['’](?:s|re|ve|ll|d|m)\b"  # clitics
    r"|[^\W\d_]+(?:['’](?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]+)*"  # words, with O'Neill and al-Sham's hyphens apart
    r"|\w|[^\w\s]"
)
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n(?!\n).*\S)*")
#: A break after one of these is none: an abbreviation that news puts before a name, a day or a number.
_RUNS_ON = re.compile(
    r"\b(?:[ap]\.m|Gov|Sen|Rep|Gen|Col|Maj|Capt|Lt|Sgt|Spc|Pfc|Pvt|Cpl|Cmdr|Adm|Brig|Supt|Insp|Det|Amb|Atty|Prof|Dr|Mr|Mrs|Ms|Rev|Fr|Hon"
    r"|St|No|vs|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|U\.N|[A-Z])\.$"
)
#: ... unless what follows opens a sentence by itself.
_OPENS = re.compile(r"(?:The|A|An|It|He|She|They|We|I|In|On|At|But|And|This|That|These|Those|His|Her|Its|Their|There)\b")
#: A name that begins small: al-Muhandis, d'Estaing, eBay.
_SMALL_NAME = re.compile(r"[a-z]{1,3}['’-]?[A-Z]")


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word, number or mark."""

    start: int
    end: int
    text: str  #: exactly Reading.text there


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence; sentence 0 is the title."""

    index: int
    start: int
    end: int  #: without trailing white space
    paragraph: int  #: 0 is the title
    tokens: tuple[int, int]  #: half-open range into Reading.tokens


class Reading(msgspec.Struct, frozen=True, dict=True):
    """An article with its sentences and tokens.

    `text` is for looking words up: the article's own, or in an article printed in one case that text with the capitals of print.
    Offsets are the same in both. What is shown or quoted comes from `article.text`.
    """

    article: Article
    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`; None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return None

    def token_at(self, offset: int) -> int | None:
        """The index of the token that covers `offset`; None where white space does."""
        index = bisect_right(self._token_starts, offset) - 1
        if index >= 0 and offset < self.tokens[index].end:
            return index
        return None

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[slice(*sentence.tokens)]

    def is_recased(self, sentence: Sentence) -> bool:
        """Whether a sentence is not looked up as it is printed, since it is printed in one case."""
        return self.text[sentence.start : sentence.end] != self.article.text[sentence.start : sentence.end]

    def sentence_text(self, sentence: Sentence) -> str:
        return self.text[sentence.start : sentence.end]


def read(article: Article, cased: str | None = None) -> Reading:
    """The reading of an article. Pure; a title and an empty body give one sentence and no more.

    `cased` is the article's text letter for letter, with other capitals: what to look words up in. ValueError where it is as long
    as no such text.
    """
    text = article.text if cased is None else cased
    if len(text) != len(article.text):
        raise ValueError(f"{len(text)} code points to look up cannot stand for {len(article.text)}")
    tokens = tuple(Token(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text))
    starts = [token.start for token in tokens]
    sentences: list[Sentence] = []
    for paragraph, (start, end) in enumerate(_paragraphs(article)):
        for span in _sentences(text, start, end, whole=paragraph == 0):
            first, last = bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)
            sentences.append(Sentence(len(sentences), span.start, span.end, paragraph, (first, last)))
    return Reading(article, text, tuple(sentences), tokens)


def _paragraphs(article: Article) -> list[tuple[int, int]]:
    """The title, then each paragraph of the body, without outer white space."""
    body = (match.span() for match in _PARAGRAPH.finditer(article.text, article.body_start))
    return [(0, len(article.title)), *body]


def _sentences(text: str, start: int, end: int, *, whole: bool) -> list[Span]:
    """The sentences of one paragraph; `whole` keeps a title in one piece."""
    if whole:
        return [Span(start, end)] if start < end else []
    spans: list[Span] = []
    at = start
    for piece in sentencex.segment("en", text[start:end]):
        begin = at + len(piece) - len(piece.lstrip())
        stop = at + len(piece.rstrip())
        at += len(piece)
        if begin >= stop:
            continue
        if spans and _runs_on(text[spans[-1].start : spans[-1].end], text[begin:stop]):
            spans[-1] = Span(spans[-1].start, stop)
        else:
            spans.append(Span(begin, stop))
    return spans


def _runs_on(before: str, after: str) -> bool:
    """Whether a break stands inside a sentence: after "p.m.", or before a small letter."""
    if after[0].islower():
        return not _SMALL_NAME.match(after)
    return bool(_RUNS_ON.search(before)) and not _OPENS.match(after)
