"""Paragraphs as shallow grammar: word classes, verb groups, and which facts lie where. Noun phrases are in _syntax/phrases.py.

A Line is one paragraph (the title is line 0): a quotation may run over sentences, so a sentence would be too short.
Everything works on token indexes of the line and stops at a sentence's end. All scans are bounded by the line and look
at each token a constant number of times for each trigger; `MAX_REACH` bounds them in a line without punctuation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

import msgspec

from ...model import AnyFact, Span
from ...reading import Reading, Token
from .grammar import Grammar
from .marks import single_marks

_ALL = frozenset(("all", "both", "each"))  #: "have all agreed"
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "their", "our", "my", "your"))
#: Before these "armed" tells which they are.
_ARMED = frozenset(("forces", "services", "wing", "struggle", "conflict", "conflicts", "robbery", "robbers"))
_AUXILIARY = frozenset("mbvo")
_NO_HELP = str.maketrans("", "", "and")  #: adverbs, "not" and "all" are no auxiliaries
MAX_REACH = 60  #: tokens that a phrase may reach from its verb
MAX_SENTENCE = 500  #: tokens of a sentence on each side of a word; bounds the work in a text without stops


class Line(msgspec.Struct, frozen=True):
    """One paragraph as tokens, lower-case words and classes."""

    number: int  #: 0 is the title
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    letters: str  #: one class letter a token
    headline: bool  #: a title in title case, where a capital says nothing
    starts: dict[int, int]  #: code point -> the token that starts there
    ends: dict[int, int]  #: code point -> one past the token that ends there

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens [start, end)."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def sentence_start(self, index: int) -> int:
        """The first token of the sentence that holds `index`."""
        first = max(0, index - MAX_SENTENCE)
        return max(self.letters.rfind(".", first, index) + 1, first)

    def sentence_end(self, index: int) -> int:
        """One past the last token of the sentence before its closing mark."""
        last = min(len(self.letters), index + MAX_SENTENCE)
        found = self.letters.find(".", index, last)
        return last if found < 0 else found


class Group(msgspec.Struct, frozen=True, gc=False):
    """A verb with its auxiliaries."""

    start: int  #: first auxiliary
    verb: int
    passive: bool
    negated: bool
    modal: str  #: "would", or "" for none
    infinitive: bool  #: "to attack"
    perfect_past: bool  #: "had attacked"


class _Same:
    """A reading with a grammar, equal only to itself: two kinds that read one article in turn share its lines."""

    __slots__ = ("grammar", "reading")

    def __init__(self, reading: Reading, grammar: Grammar) -> None:
        self.reading = reading
        self.grammar = grammar

    def __hash__(self) -> int:
        return hash((id(self.reading), id(self.grammar)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.reading is other.reading and self.grammar is other.grammar


def lines(reading: Reading, grammar: Grammar) -> tuple[Line, ...]:
    """The paragraphs of an article, without the dateline ("BAGHDAD, Nov 21 (Reuters) -"); made once for the last article."""
    return _lines(_Same(reading, grammar))


@lru_cache(maxsize=1)
def _lines(one: _Same) -> tuple[Line, ...]:
    reading, grammar = one.reading, one.grammar
    opening = reading.article.dateline.span if reading.article.dateline else None
    grouped: dict[int, list[int]] = {}
    for sentence in reading.sentences:
        grouped.setdefault(sentence.paragraph, []).append(sentence.index)
    found = []
    for number, indexes in grouped.items():
        sentences = [reading.sentences[i] for i in indexes]
        tokens = reading.tokens[sentences[0].tokens[0] : sentences[-1].tokens[1]]
        if opening and number == 1:
            tokens = tuple(token for token in tokens if token.start >= opening.end)
        if tokens:
            ends = {sentence.end for sentence in sentences}
            found.append(_line(number, tokens, grammar, ends))
    return tuple(found)


def _line(number: int, tokens: tuple[Token, ...], grammar: Grammar, ends: set[int]) -> Line:
    headline = number == 0 and _title_case(tokens)
    letters = [grammar.letter(token.text) for token in tokens]
    if headline:
        shouts = sum(token.text.isupper() for token in tokens) * 2 > len(tokens)
        letters[1:] = [grammar.letter(t.text, headline=shouts or not (t.text.isupper() and len(t.text) > 1)) for t in tokens[1:]]
    for i in single_marks(tokens):
        letters[i] = '"'
    for i, token in enumerate(tokens):
        if token.text == "–" and i + 1 < len(tokens) and tokens[i - 1].end == token.start and tokens[i + 1].start == token.end:
            letters[i] = "-"
        if letters[i] == "a" and i + 1 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].start == token.end:
            letters[i] = "w"  # "then-Senator Lee"
        if token.text == "armed" and i + 1 < len(tokens) and tokens[i + 1].text in _ARMED:
            letters[i] = "w"  # "the armed forces"
        if letters[i] == "p" and i and letters[i - 1] == "v" and token.text == "since":
            letters[i] = "a"  # "has since said"
        if letters[i] == "y" and (_is_noun(tokens, letters, i) or _is_think_tank(tokens, i)):
            letters[i] = "w"
        if letters[i] in "di" and _is_initial(tokens, i):
            letters[i] = "W"
        if letters[i] not in "xz":
            continue
        if letters[i] == "x" and (token.end in ends or (i + 1 < len(tokens) and tokens[i + 1].end in ends)):
            letters[i] = "."
        elif letters[i] == "z" and token.text in "'‘’" and not (i and tokens[i - 1].text[-1:] in "sS"):
            letters[i] = "x"
        elif letters[i] == "z" and i and letters[i - 1] in "irh" and token.text in ("'s", "’s"):
            letters[i] = "b"
    return Line(number, tokens, tuple([token.text.lower() for token in tokens]), "".join(letters), headline,
                {token.start: i for i, token in enumerate(tokens)}, {token.end: i for i, token in enumerate(tokens, 1)})


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether "A" or "I" abbreviates a name: "Ann A. Lee"."""
    if not 0 < at < len(tokens) - 2 or len(tokens[at].text) > 1 or tokens[at + 1].text != ".":
        return False
    beside = tokens[at].end == tokens[at + 1].start and tokens[at + 2].text[0].isupper()
    return beside and (tokens[at - 1].text == "." or tokens[at - 1].text[0].isupper())


def _is_think_tank(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text.lower() == "think" and at + 1 < len(tokens) and tokens[at + 1].text.lower() in ("tank", "tanks")


def _is_noun(tokens: Sequence[Token], letters: Sequence[str], at: int) -> bool:
    """Whether a word that looks like a verb stands after an article, or an adjective with one: "the team", "a new issue", "Lee's own"."""
    first = at - 1
    if first > 0 and letters[first] == "z" and tokens[first].text not in "'’":
        return True
    if first > 0 and letters[first] == "w" and not tokens[first].text.endswith(("s", "people", "men", "police")):
        first -= 1
    return first >= 0 and tokens[first].text.lower() in _ARTICLES


def _title_case(tokens: tuple[Token, ...]) -> bool:
    """Whether nearly every longer word has a capital."""
    longer = [token.text for token in tokens[1:] if len(token.text) > 3 and token.text.isalpha()]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)


def group(line: Line, verb: int, tag: str) -> Group:
    """The verb group that ends in the verb at `verb`, whose form is `tag`."""
    start = verb
    while start > 0 and (line.letters[start - 1] in "mbvona" or _floating(line, start - 1)):
        start -= 1
    while start < verb and line.letters[start] == "a":
        start += 1
    helpers = line.low[start:verb]
    letters = line.letters[start:verb]
    participle = tag in ("past", "pp")
    last = letters.translate(_NO_HELP)[-1:]
    infinitive = start > 0 and line.low[start - 1] == "to"
    return Group(start, verb, passive=participle and last == "b" and line.low[verb] != "been",
                 negated="n" in letters or "no" in helpers, modal=next((w for w, c in zip(helpers, letters, strict=True) if c == "m"), ""),
                 infinitive=infinitive and (tag == "base" or last == "b"),
                 perfect_past="had" in helpers or ("having" in helpers))


def _floating(line: Line, at: int) -> bool:
    """Whether the token is the "all" of "have all agreed"."""
    return line.low[at] in _ALL and at > 0 and line.letters[at - 1] in _AUXILIARY


class _Started(Protocol):
    @property
    def start(self) -> int: ...


P = TypeVar("P", bound=_Started)


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A fact with its tokens in a line."""

    start: int
    end: int
    fact: AnyFact


def place(line: Line, facts: Iterable[AnyFact]) -> tuple[Placed, ...]:
    """The facts of a line by token, in the order given."""
    found = []
    for fact in facts:
        start, end = line.starts.get(fact.span.start), line.ends.get(fact.span.end)
        if start is not None and end is not None:
            found.append(Placed(start, end, fact))
    return tuple(found)


def by_line(found: tuple[Line, ...], facts: tuple[AnyFact, ...]) -> Iterator[tuple[AnyFact, ...]]:
    """The facts of each line; both come in text order."""
    at = 0
    for line in found:
        stop = line.tokens[-1].end
        first = at
        while at < len(facts) and facts[at].span.start < stop:
            at += 1
        yield facts[first:at]


def near(items: Sequence[P], start: int, end: int) -> Sequence[P]:
    """The items that start at a token in [start, end); they come sorted by start, so a long line costs no more."""
    return items[bisect_left(items, start, key=_start) : bisect_left(items, end, key=_start)]


def _start(item: _Started) -> int:
    return item.start


def outermost(placed: Iterable[Placed]) -> list[Placed]:
    """Facts that lie in no other of the same list, in text order; of two on one stretch the first."""
    kept: list[Placed] = []
    for item in sorted(placed, key=lambda p: (p.start, -p.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept
