"""A sentence cut into units: words as names need them, with every curated name as one unit."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from ..lexicon import Lexicon, Match
from ..model import Span
from ..reading import Reading, Sentence
from ..spans import longest_first
from ._name import Unit
from ._words import Words, words

_CHUNK = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:(?:['’‑-]|&|\.(?=[a-z]))\w+)*")
_PLAIN = re.compile(r"\w+")
_ARTICLED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|d|l|de)[-'’‑](?=[^\W\d_a-z])")
#: "Then-New York mayor", "pro-West Bank": what stands before the hyphen is no part of a name. "Pro-Easton" is one word, and no name.
_PREFIX = re.compile(
    r"(?:(?i:then|now|ex|former|late|mid)|(?i:pro|anti|non|post|pre)(?=[-‑]\w+ [^\W\d_a-z]))[-‑](?=[^\W\d_a-z])"
)
_POSSESSIVE = re.compile(r"['’]s$", re.I)
_POSSESSIVES = ("'s", "’s")
_JOINING = ("", "&")
_THE = "The "
_NEXT = re.compile(r" ([a-z]+)\b")
_SHORTEST_PARTICIPLE = 6
#: The first word of a credit, run into the name before it: "Ann LeeImage: Public domain."
_CAPTION = re.compile(r"(?<=[a-z])(?:Image|Photo|Picture|Video)$")
_OPENERS = frozenset("\"“‘'«:([—–-")


def curated(reading: Reading, lexicon: Lexicon) -> dict[int, list[Match]]:
    """The curated names of an article, longest first and none inside another, by where they start."""
    whole = list(lexicon.find(reading.text))
    demonyms = frozenset((m.start, m.end) for m in whole if m.alias.form == "demonym")
    everything = [match for match in whole if not _plain_words(match, reading.text, demonyms, words(lexicon))]
    states = {m.start for m in everything if m.entity.type == "state"}
    matches = [m for m in everything if m.start not in states or not _describes(m)]
    kept = {(m.start, m.end) for m in longest_first(matches, lambda m: Span(m.start, m.end))}
    found: dict[int, list[Match]] = {}
    for match in matches:
        if (match.start, match.end) in kept:
            found.setdefault(match.start, []).append(match)
    return found


def _plain_words(match: Match, text: str, demonyms: Container[tuple[int, int]], listed: Words) -> bool:
    """Whether what could be a newspaper is an article and a demonym or a star: "The Australian mission", but "The Australian said"."""
    if not match.alias.text.startswith(_THE):
        return False
    after = _NEXT.match(text, match.end)
    if match.alias.text.removeprefix(_THE).lower() in listed.lists["seldom"]:  # "The Sun is old"
        return after is not None and after[1] not in listed.lists["speech"]
    demonym = (match.start + len(_THE), match.end) in demonyms
    return demonym and after is not None and not any(after[1] in listed.lists[name] for name in ("function", "speech", "action"))


def _describes(match: Match) -> bool:
    """Whether a match that begins with a state names nobody: "Iraqi army" is a state and a noun, facts/actors/ reads it."""
    return match.entity.kind == "actor" and match.alias.text.rpartition(" ")[2][:1].islower()


def units(reading: Reading, sentence: Sentence, matches: Mapping[int, Sequence[Match]], words: Words) -> list[Unit]:
    """The units of one sentence, in order."""
    text, found = reading.text, list[Unit]()
    at = before = sentence.start
    while chunk := _CHUNK.search(text, at, sentence.end):
        start, end = chunk.span()
        known: Sequence[Match] = matches.get(start, ())
        if not known and end - start > 2 and not _PLAIN.fullmatch(chunk[0]):
            start, end, known = _compound(text, start, end, matches, words)
        elif not known and text[end : end + 1] == ":" and (caption := _CAPTION.search(chunk[0])):
            end = start + caption.start()
        if known:
            end = known[0].end
        unit = _unit(text, start, end, before, sentence, known)
        found.append(unit)
        at = before = end
        if unit.possessive:
            at = before = min(end + 2, sentence.end)
        elif not known and end < chunk.end() and end not in matches and text[end - 1] not in "-‑":
            at = chunk.end()  # what follows "Dubai-based" is another name
        if text[at : at + 1] == "." and _stops_inside(unit, words):
            before = at + 1
    return found


def _compound(text: str, start: int, end: int, matches: Mapping[int, Sequence[Match]], words: Words) -> tuple[int, int, Sequence[Match]]:
    """A word with hyphens or apostrophes: where it is a name ("al-" stays off what is listed without), or where the name in it ends."""
    article = _ARTICLED.match(text, start, end)
    if article and article.end() in matches:
        return article.end(), end, matches[article.end()]
    inner = next((place for place in range(start + 1, end) if place in matches), None)
    if inner and text[start].isupper() and text[inner - 1] == "-" and all(_only_placed(match) for match in matches[inner]):
        inner = None  # "Haute-Garonne" is not on the river alone
    prefix = _PREFIX.match(text, start)
    if prefix and not inner and text[prefix.end() : end].lower() not in words.titles:
        inner = prefix.end()
    return start, inner or _word_end(text, start, end, words), ()


def _only_placed(match: Match) -> bool:
    return match.entity.kind == "location" and match.entity.state is None


def _word_end(text: str, start: int, end: int, words: Words) -> int:
    """Where the word ends as a name: before "'s", before "-backed"."""
    word = text[start:end]
    if possessive := _POSSESSIVE.search(word):
        return start + possessive.start()
    hyphen = max(word.rfind("-"), word.rfind("‑"))
    tail = word[hyphen + 1 :]
    if hyphen > 0 and (tail.lower() in words.lists["tail"] or _participle(tail, words)):
        return start + hyphen
    return end


def _participle(tail: str, words: Words) -> bool:
    """Whether what follows a hyphen is a participle ("Texas-loving"), and no part of a name ("Kwok-wing")."""
    return len(tail) >= _SHORTEST_PARTICIPLE and tail.islower() and tail.endswith(("ing", "ed")) and words.is_common(tail)


def _stops_inside(unit: Unit, words: Words) -> bool:
    """Whether a full stop after the unit belongs to it: "J.", "Gen."."""
    return unit.cap and (len(unit.text) == 1 or unit.low in words.lists["abbreviation"])


def _asked(text: str, sentence: Sentence, before: int, start: int) -> bool:
    """Whether a word opens what somebody says whose name stands in brackets before: "(Ann Lee) Will it rain?"."""
    return text[sentence.start] == "(" and ")" in text[before:start] and text.find(")", sentence.start, start) >= before


def _unit(text: str, start: int, end: int, before: int, sentence: Sentence, known: Sequence[Match]) -> Unit:
    word, gap = text[start:end], text[before:start]
    marks = gap.strip()
    cap = bool(known) or word[0].isupper() or (not word.isalpha() and bool(_ARTICLED.match(word)))
    return Unit(
        start, end, word, word.lower().replace(".", ""), cap,
        initial=before == sentence.start or (marks[-1:] in _OPENERS and text[start - 1] != "-") or _asked(text, sentence, before, start),
        possessive=text[end : end + 2].lower() in _POSSESSIVES,
        joined=marks in _JOINING and len(gap) > 0 and gap.count("\n") < 2,
        known=tuple(m.entity for m in known), forms=tuple(m.alias.form for m in known),
    )
