"""Paragraphs as shallow grammar: word classes, noun phrases beside a verb, verb groups, and which facts lie where.

A Line is one paragraph (the title is line 0): a quotation may run over sentences, so a sentence would be too short.
Everything works on token indexes of the line and stops at a sentence's end. All scans are bounded by the line and look
at each token a constant number of times for each trigger; `MAX_REACH` bounds them in a line without punctuation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ..model import Span, _Fact
from ..reading import Reading, Token
from ._grammar import Grammar

MAX_REACH = 60  #: tokens that a phrase may reach from its verb
_PHRASE = frozenset("dwWzpx#-ja)(")  #: what a noun phrase is made of
#: Determiners that are a noun phrase by themselves: "some said".
_STANDING_ALONE = frozenset(("some", "many", "others", "both", "all", "several", "few"))
_VERBAL = frozenset("eymbvo")
_STOPS = frozenset(".;:\"")


class Line(msgspec.Struct, frozen=True):
    """One paragraph as tokens, lower-case words and classes."""

    number: int  #: 0 is the title
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    letters: str  #: one class letter a token
    headline: bool  #: a title in title case, where a capital says nothing

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens [start, end)."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def sentence_start(self, index: int) -> int:
        """The first token of the sentence that holds `index`."""
        at = index
        while at > 0 and self.letters[at - 1] != ".":
            at -= 1
        return at

    def sentence_end(self, index: int) -> int:
        """One past the last token of the sentence before its closing mark."""
        found = self.letters.find(".", index)
        return len(self.letters) if found < 0 else found


class Group(msgspec.Struct, frozen=True, gc=False):
    """A verb with its auxiliaries."""

    start: int  #: first auxiliary
    verb: int
    passive: bool
    negated: bool
    modal: str  #: "would", or "" for none
    infinitive: bool  #: "to attack"
    perfect_past: bool  #: "had attacked"


def lines(reading: Reading, grammar: Grammar) -> tuple[Line, ...]:
    """The paragraphs of an article, without the dateline ("BAGHDAD, Nov 21 (Reuters) -")."""
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
    letters = [grammar.letter(token.text, headline=headline and i > 0) for i, token in enumerate(tokens)]
    for i, token in enumerate(tokens):
        if letters[i] == "x" and (token.end in ends or (i + 1 < len(tokens) and tokens[i + 1].end in ends)):
            letters[i] = "."
        elif letters[i] == "z" and token.text in "'’" and not (i and tokens[i - 1].text[-1:] in "sS"):
            letters[i] = "x"
        elif letters[i] == "z" and i and letters[i - 1] in "irh" and token.text in ("'s", "’s"):
            letters[i] = "b"
    return Line(number, tokens, tuple(token.text.lower() for token in tokens), "".join(letters), headline)


def _title_case(tokens: tuple[Token, ...]) -> bool:
    """Whether nearly every longer word has a capital."""
    longer = [token.text for token in tokens[1:] if len(token.text) > 3 and token.text.isalpha()]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)


def group(line: Line, verb: int, tag: str) -> Group:
    """The verb group that ends in the verb at `verb`, whose form is `tag`."""
    start = verb
    while start > 0 and line.letters[start - 1] in "mbvona":
        start -= 1
    while start < verb and line.letters[start] == "a":
        start += 1
    helpers = line.low[start:verb]
    letters = line.letters[start:verb]
    participle = tag in ("past", "pp")
    last = letters.replace("a", "").replace("n", "")[-1:]
    infinitive = start > 0 and line.low[start - 1] == "to"
    return Group(start, verb, passive=participle and last == "b" and line.low[verb] != "been",
                 negated="n" in letters or "no" in helpers, modal=next((w for w, c in zip(helpers, letters, strict=True) if c == "m"), ""),
                 infinitive=infinitive and (tag == "base" or last == "b"),
                 perfect_past="had" in helpers or ("having" in helpers))


def before(line: Line, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token `end`, with an apposition between commas: the subject of a verb there.

    None where no noun phrase stands there: after a coordinator, a mark, at a sentence's start.
    """
    while end > 0 and line.letters[end - 1] == "a":
        end -= 1
    if end == 0:
        return None
    letter = line.letters[end - 1]
    if letter in "rh":
        inner = end - 1 - (end > 1 and line.letters[end - 2] == ",")
        return _phrase_back(line, inner)
    if letter != ",":
        return _phrase_back(line, end)
    opening = line.letters.rfind(",", max(0, end - 1 - MAX_REACH), end - 1)
    if opening <= 0 or "." in line.letters[opening:end] or not _aside(line, opening + 1, end - 1):
        return None
    head = _phrase_back(line, opening)
    return head and (head[0], end - 1)


def subject(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The subject of a sentence: what stands before its first finite verb."""
    for at in range(start + 1, end):
        if line.letters[at] in _VERBAL:
            return before(line, at)
    return None


def _aside(line: Line, start: int, end: int) -> bool:
    """Whether [start, end) reads as an apposition: "a spokesperson for the Pentagon", "who leads the group", "42"."""
    opens = line.letters[start : start + 1]
    named = opens in ("d", "r", "w", "W", "#", "e", "g") or line.low[start] in ("like", "including", "along")
    return end > start and named and '"' not in line.letters[start:end]


def _phrase_back(line: Line, end: int) -> tuple[int, int] | None:
    if end <= 0:
        return None
    if line.letters[end - 1] in "ij":
        return (end - 1, end) if line.letters[end - 1] == "i" else None
    start = end
    while start > 0 and end - start < MAX_REACH and _joins(line, start - 1, end):
        start -= 1
    start = _after_adverbial(line, start, end)
    while start < end and line.letters[start] in "acp)-x":
        start += 1
    return (start, end) if start < end and (set("wW#") & set(line.letters[start:end]) or line.low[end - 1] in _STANDING_ALONE) else None


def _joins(line: Line, at: int, end: int) -> bool:
    """Whether the token at `at` belongs to the noun phrase that runs from at + 1 to `end`."""
    letter = line.letters[at]
    following = line.letters[at + 1] if at + 1 < end else ""
    if letter in "wW" and following == "d":
        return False
    if letter in _PHRASE:
        return True
    if letter == "t":
        return following in ("d", "W") and at > 0 and line.letters[at - 1] in "wW"
    if letter == "e":
        return following in ("p", "w", "W", "t") and at > 0 and (line.letters[at - 1] in "d#z-" or following in "pt")
    if letter == "g":
        return bool(following) and at > 0 and line.letters[at - 1] in "d#z"
    if letter == "c":
        return line.low[at] in ("and", "or", "&") and bool(following) and not _verb_left(line, at)
    if letter == ",":
        return _listed(line, at, end)
    return False


def _verb_left(line: Line, at: int) -> bool:
    """Whether a verb stands left of `at` in its clause, so that "and" there joins clauses."""
    for i in range(at - 1, max(-1, at - 1 - MAX_REACH), -1):
        if line.letters[i] in ".;:\"srh":
            return False
        if line.letters[i] in "eymbvo" and not (line.letters[i] == "e" and i > 0 and line.letters[i - 1] in "d#z-"):
            return True
    return False


def _listed(line: Line, at: int, end: int) -> bool:
    """Whether the comma at `at` parts names of a list that ends in "and": "Russia, China and Iran"."""
    ahead = line.letters[at + 1 : end]
    joint = ahead.find("c")
    return 0 < joint <= 12 and set(ahead[:joint]) <= set("Wd,") and at > 0 and line.letters[at - 1] == "W"


def _after_adverbial(line: Line, start: int, end: int) -> int:
    """Where the subject starts when the stretch opens with a preposition: "In Baghdad the army" starts at "the"."""
    if line.letters[start] not in "pt" or line.low[start] in ("about", "over", "around"):
        return start
    for at in range(start + 2, end):
        if line.letters[at] == "d" and line.letters[at - 1] in "wW#":
            return at
    at = end - 1
    kind = line.letters[at]
    while at > start + 1 and line.letters[at - 1] == kind:
        at -= 1
    return at


def after(line: Line, start: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `start`, with an apposition after a comma: "Ann Lee, a spokeswoman for it"."""
    end = _phrase_ahead(line, start)
    if end == start:
        return None
    if line.letters[end : end + 1] == "," and line.letters[end + 1 : end + 2] in ("d", "w", "W", "a"):
        stop = _phrase_ahead(line, end + 1)
        closed = stop >= len(line.letters) or line.letters[stop] in ".,;\"s"
        if closed and stop > end + 1 and _role_like(line, end + 1, stop):
            end = stop
    return start, end


def _role_like(line: Line, start: int, stop: int) -> bool:
    """Whether a stretch after a comma names a role, not a place or a time: it has a lower-case word before any name."""
    return line.letters[start] in "dwa" and "w" in line.letters[start : start + 5]


def _phrase_ahead(line: Line, start: int) -> int:
    if line.letters[start : start + 1] in ("i", "j"):
        return start + 1
    at = start
    while at < min(len(line.letters), start + MAX_REACH):
        letter = line.letters[at]
        if letter == "d" and at > start and line.letters[at - 1] in "wWz":
            break
        if letter in "eg" and at > start and _participle(line, at):
            pass
        elif letter == "c" and at > start and line.low[at] in ("and", "&") and line.letters[at + 1 : at + 2] in ("W", "d", "w", "#"):
            if _verb_soon(line, at + 1):
                break
        elif letter == "t" and at > start and line.letters[at + 1 : at + 2] in ("d", "W", "#"):
            pass
        elif letter not in _PHRASE or letter in "j(":
            break
        at += 1
    while at > start and line.letters[at - 1] in "ptcad-x":
        at -= 1
    return at


def _participle(line: Line, at: int) -> bool:
    """Whether a verb form modifies a noun: "the wounded man", "accounts associated with"."""
    if line.letters[at - 1] in "d#-z":
        return True
    return line.letters[at] == "e" and line.letters[at - 1] in "wW" and line.letters[at + 1 : at + 2] in ("p", "t")


def _verb_soon(line: Line, start: int) -> bool:
    """Whether a finite verb follows the noun phrase at `start`: then "and" opened a clause."""
    for at in range(start, min(len(line.letters), start + 8)):
        if line.letters[at] in _VERBAL:
            return True
        if line.letters[at] not in _PHRASE:
            return False
    return False


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A fact with its tokens in a line."""

    start: int
    end: int
    fact: _Fact


def place(line: Line, facts: Iterable[_Fact]) -> tuple[Placed, ...]:
    """The facts of a line by token, in the order given."""
    starts = {token.start: i for i, token in enumerate(line.tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(line.tokens)}
    found = []
    for fact in facts:
        start, end = starts.get(fact.span.start), ends.get(fact.span.end)
        if start is not None and end is not None:
            found.append(Placed(start, end, fact))
    return tuple(found)


def by_line(found: tuple[Line, ...], facts: tuple[_Fact, ...]) -> Iterator[tuple[_Fact, ...]]:
    """The facts of each line; both come in text order."""
    at = 0
    for line in found:
        stop = line.tokens[-1].end
        first = at
        while at < len(facts) and facts[at].span.start < stop:
            at += 1
        yield facts[first:at]


def outermost(placed: Iterable[Placed]) -> list[Placed]:
    """Facts that lie in no other of the same list, in text order; of two on one stretch the first."""
    kept: list[Placed] = []
    for item in sorted(placed, key=lambda p: (p.start, -p.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept
