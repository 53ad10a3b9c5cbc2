"""Every curated name in a text, at once: an Aho-Corasick automaton over the ways a name may be written.

Matching minds case ("US" is no "us"), and forgives what print does to a name: full capitals, a capital at the start of a
sentence, lost accents, curly apostrophes, a line break. Refuses a name inside a longer word; a hyphen or an apostrophe ends a
word, so "U.S.-led" and "Iran's" name.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Container, Iterable, Iterator

import ahocorasick

from ._nouns import Alias, Entity, Match
from .folding import plain

#: One character for another, so that offsets stay.
_SAME_LENGTH = str.maketrans(dict.fromkeys("’‘ʼ`", "'") | dict.fromkeys("‐‑", "-") | dict.fromkeys("\n\t\u00a0\u202f\u2009", " "))
_ARTICLE = re.compile(r"\b(al|el|ad|an|ar|as|ash|at|az|ul)-(?=\w)", re.I)
#: A capital word shorter than this may be an ordinary word in a line of capitals.
_SHORT = 6
#: So far to both sides a line is looked at, and so large a share of capitals makes it one of capitals.
_AROUND, _CAPITALS = 40, 0.7
#: Words that a title leaves small.
_SMALL_WORD = re.compile(
    r"(?<![\w'-])(?!(?:of|the|and|in|for|on|to|de|da|do|dos|del|der|den|di|la|le|von|van|bin|ibn|bint)\b|[a-z]+-)([a-z])(?=[a-z]{2})"
)

Named = tuple[Alias, Entity]
_Place = tuple[int, int, str, str]
_Waiting = tuple[_Place, int, Match]  #: the number: 0 for a name that is curated as it stands, 1 for one composed


class Finder:
    """The automaton with what its hits mean."""

    def __init__(self, entities: Iterable[Entity], services: Iterable[tuple[str, str]], service: Callable[[Entity, str], Entity],
                 common: Container[str]) -> None:
        named: dict[str, dict[tuple[str, str], Named]] = {}
        for entity in entities:
            for alias in entity.aliases:
                for surface in surfaces(alias.text):
                    named.setdefault(surface, {}).setdefault((entity.kind, entity.key), (alias, entity))
        self._automaton = ahocorasick.Automaton()
        for surface, meanings in named.items():
            self._automaton.add_word(surface, (surface, tuple(meanings.values())))
        self._automaton.make_automaton()
        self._longest = max(map(len, named), default=0)
        self._services = dict(services)
        self._service, self._common = service, common
        words = "|".join(re.escape(word) for word in sorted(self._services, key=len, reverse=True))
        self._after = re.compile(rf"(?:'s)? ({words})(?!\w)")

    def find(self, text: str) -> Iterator[Match]:
        """Every match, overlapping and nested ones too, by start, then longest first. See `spans.longest_first`.

        Holds back only what a match still to come may precede, so that a text of any length takes little memory.
        """
        flat = text.translate(_SAME_LENGTH)
        waiting: list[_Waiting] = []
        given: _Place | None = None
        for match in self._matches(flat):
            if self._shouted(text, match.start, match.end):
                continue
            while waiting and waiting[0][0][0] < match.end - self._longest:
                place, _, found = heapq.heappop(waiting)
                if place != given:
                    yield found
                given = place
            heapq.heappush(waiting, (_place(match), 0, match))
            if service := self._composed(flat, match):
                heapq.heappush(waiting, (_place(service), 1, service))
        for place, _, found in sorted(waiting, key=lambda entry: entry[:2]):
            if place != given:
                yield found
            given = place

    def _matches(self, text: str) -> Iterator[Match]:
        for last, (surface, meanings) in self._automaton.iter(text):
            end = last + 1
            start = end - len(surface)
            if _bounded(text, start, end):
                for alias, entity in meanings:
                    yield Match(start, end, alias, entity)

    def _composed(self, text: str, match: Match) -> Match | None:
        """"Iraqi" with "Air Force" behind it."""
        if match.entity.type != "state":
            return None
        after = self._after.match(text, match.end)
        if not after or (match.alias.form == "demonym" and after[0].startswith("'")):
            return None
        entity = self._service(match.entity, self._services[after[1]])
        return Match(match.start, after.end(), Alias(text[match.start : after.end()]), entity)

    def _shouted(self, text: str, start: int, end: int) -> bool:
        """Whether a match is an ordinary word in a line of capitals: "IS" in "WHO IS NEXT"."""
        if end - start >= _SHORT or not text[start:end].isupper() or text[start:end].lower() not in self._common:
            return False
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        letters = [c for c in before[before.rfind("\n") + 1 :] + after.partition("\n")[0] if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) > _CAPITALS * len(letters)


def _place(match: Match) -> _Place:
    """What a match is ordered by, and is one with another by."""
    return match.start, -match.end, match.entity.kind, match.entity.key


def surfaces(name: str) -> tuple[str, ...]:
    """The ways one name is printed; none for a blank one."""
    if not name.strip():
        return ()
    name = name.translate(_SAME_LENGTH)
    bare = plain(name)
    written = [name, bare, _ARTICLE.sub(r"\1 ", bare), _ARTICLE.sub(lambda m: m[0].capitalize(), bare),
               _ARTICLE.sub(lambda m: m[1].capitalize() + " ", bare)]
    written += [_SMALL_WORD.sub(lambda m: m[1].upper(), w) for w in written]
    written += [w[0].upper() + w[1:] for w in written]
    written += [w.replace("U.S. ", "U.S ") for w in written]
    if any(c.islower() for c in bare) and len(bare) > 3:  # "Fed" in capitals is no more a name than "IN" is
        written += [w.upper() for w in written]
    return tuple(dict.fromkeys(written))


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or underscore touches the match."""
    return not (_word(text[start - 1 : start]) or _word(text[end : end + 1]))


def _word(char: str) -> bool:
    return char.isalnum() or char == "_"
