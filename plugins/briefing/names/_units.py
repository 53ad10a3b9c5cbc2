"""A sentence cut into units: words as names need them, with every curated name as one unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ..lexicon import Lexicon, Match
from ..model import Span
from ..reading import Reading, Sentence
from ..spans import longest_first
from ._name import Unit
from ._words import Words

_CHUNK = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:(?:['’‑-]|&|\.(?=[a-z]))\w+)*")
_ARTICLED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|d|l|de)[-'’‑](?=[^\W\d_a-z])")
_POSSESSIVE = re.compile(r"['’]s$", re.I)
_SPACE = re.compile(r"[ \u00a0\n]+$")
_OPENERS = frozenset("\"“‘'«:([—–-")


def curated(reading: Reading, lexicon: Lexicon) -> dict[int, list[Match]]:
    """The curated names of an article, longest first and none inside another, by where they start."""
    everything = list(lexicon.find(reading.text))
    states = {m.start for m in everything if m.entity.type == "state"}
    matches = [m for m in everything if m.start not in states or not _describes(m)]
    kept = {(m.start, m.end) for m in longest_first(matches, lambda m: Span(m.start, m.end))}
    found: dict[int, list[Match]] = {}
    for match in matches:
        if (match.start, match.end) in kept:
            found.setdefault(match.start, []).append(match)
    return found


def _describes(match: Match) -> bool:
    """Whether a match that begins with a state names nobody: "Iraqi army" is a state and a noun, facts/actors.py's to read."""
    return match.entity.kind == "actor" and match.alias.text.rpartition(" ")[2][:1].islower()


def units(reading: Reading, sentence: Sentence, matches: Mapping[int, Sequence[Match]], words: Words) -> list[Unit]:
    """The units of one sentence, in order."""
    text, found = reading.text, []
    at = before = sentence.start
    while chunk := _CHUNK.search(text, at, sentence.end):
        start, end = chunk.span()
        known = matches.get(start, ())
        article = None if known else _ARTICLED.match(text, start, end)
        if article and article.end() in matches:  # "al-" before a curated name that is listed without it
            known, start = matches[article.end()], article.end()
        if known:
            end = known[0].end
            unit = _unit(text, start, end, before, sentence, known)
        else:
            inner = next((p for p in range(start + 1, end) if p in matches), None)
            end = inner or _word_end(text, start, end, words)
            unit = _unit(text, start, end, before, sentence, ())
        found.append(unit)
        at = before = max(unit.end, start + 1)
        if unit.possessive:
            at = before = min(unit.end + 2, sentence.end)
        elif not known and end < chunk.end():
            at = before = inner or chunk.end()
        if text[at : at + 1] == "." and _stops_inside(unit, words):
            before = at + 1
    return found


def _word_end(text: str, start: int, end: int, words: Words) -> int:
    """Where the word ends as a name: before "'s", before "-backed"."""
    word = text[start:end]
    if possessive := _POSSESSIVE.search(word):
        return start + possessive.start()
    hyphen = max(word.rfind("-"), word.rfind("‑"))
    if hyphen > 0 and word[hyphen + 1 :].lower() in words.lists["tail"]:
        return start + hyphen
    return end


def _stops_inside(unit: Unit, words: Words) -> bool:
    """Whether a full stop after the unit belongs to it: "J.", "Gen."."""
    return unit.cap and (len(unit.text) == 1 or unit.low in words.lists["abbreviation"])


def _unit(text: str, start: int, end: int, before: int, sentence: Sentence, known: Iterable[Match]) -> Unit:
    word = text[start:end]
    gap = text[before:start]
    matches = tuple(known)
    opener = gap.strip()[-1:] if gap.strip() else ""
    return Unit(
        start, end, word, word.lower().replace(".", "") if "." in word else word.lower(),
        cap=word[0].isupper() or bool(_ARTICLED.match(word)) or bool(matches),
        initial=before == sentence.start or (opener in _OPENERS and text[start - 1 : start] != "-"),
        possessive=bool(_POSSESSIVE.match(text[end : end + 2])),
        joined=bool(_SPACE.match(gap)) and gap.count("\n") < 2,
        known=tuple(m.entity for m in matches), forms=tuple(m.alias.form for m in matches),
    )
