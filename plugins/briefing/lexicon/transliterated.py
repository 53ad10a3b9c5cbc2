"""Curated persons by other spellings of names that are not written in Latin letters: "Mohammed El Baradei", "Mikhail Saakashvili".

Two spellings agree where their consonants sound alike and their vowels, one group after the other, are such as transcribers
take for one another. Refuses all else: "Hassan" is not "Hussein", and a name of fewer or more words is another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ._nouns import Entity
from .folding import fold

#: Countries whose names reach English by transcription, and in more ways than one: ISO 3166-1 alpha-2.
_COUNTRIES = frozenset(re.findall(r"\w+", """
    AE AF AM AZ BA BD BG BH BY CY DJ DZ EG ER ET GE GR IL IN IQ IR JO KG KW KZ LB LK LY MA ME MK MN MR NP OM PK PS QA RS RU SA SD SO
    SY TJ TM TN UA UZ XK YE
"""))
_ARTICLES = frozenset(("al", "el", "ul", "ad", "ar", "as", "ash", "at", "az", "an"))
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_VOWELS = re.compile(r"[aeiouy]+")
#: Consonants that sound alike, longer ones first; an "h" that ends a word is silent. "aa" is "a", and "ai" is "ei".
_ALIKE = tuple((re.compile(pattern), to) for pattern, to in (
    (r"s?ch|tch", "c"), (r"ph", "f"), (r"zh|dj", "j"), (r"kh|gh|ck|[kgq]", "k"), (r"c(?![eih])", "k"), (r"dh", "d"), (r"th", "t"),
    (r"tz", "ts"), (r"x", "ks"), (r"w", "v"), (r"(?<=[aeiou])h$", ""), (r"(.)\1+", r"\1"),
))
_VOWELS_ALIKE = tuple((re.compile(pattern), to) for pattern, to in (
    (r"ou|oo", "u"), (r"[ae][iy]+", "Y"), (r"ee|ie|iy", "i"), (r"(.)\1+", r"\1"),
))
_TAKEN_FOR_ONE_ANOTHER = frozenset(map(frozenset, ("ae", "ei", "ey", "iy", "ou")))
_FEWEST = 2  #: words; a single one is a name that many bear


class Spellings:
    """Persons by the consonants of their names."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_consonants: dict[str, list[tuple[str, Entity]]] = {}
        for entity in entities:
            if entity.type == "person" and entity.country in _COUNTRIES:
                for consonants, vowels in dict.fromkeys(sounds for alias in entity.aliases for sounds in _sounds(alias.text)):
                    self._by_consonants.setdefault(consonants, []).append((vowels, entity))

    def find(self, name: str) -> Entity | None:
        """The one person whom another spelling of a full name means; None where it means nobody, or two."""
        found = {
            entity.key: entity for consonants, vowels in _sounds(name)
            for others, entity in self._by_consonants.get(consonants, ()) if _near(vowels, others)
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _sounds(name: str) -> Iterator[tuple[str, str]]:
    """The consonants of a full name with a dash for each group of vowels, and these; nothing for a single word."""
    words = [word for word in fold(_INNER_CAPITAL.sub(" ", name)).split() if word not in _ARTICLES]
    if len(words) >= _FEWEST:
        sounded = " ".join(_sound(word, _ALIKE) for word in words)
        yield _VOWELS.sub("-", sounded), "-".join(_sound(group, _VOWELS_ALIKE) for group in _VOWELS.findall(sounded))


def _sound(letters: str, alike: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for pattern, to in alike:
        letters = pattern.sub(to, letters)
    return letters


def _near(vowels: str, others: str) -> bool:
    """Whether transcribers write one for the other."""
    pairs = zip(vowels, others, strict=False)
    return len(vowels) == len(others) and all(a == b or frozenset((a, b)) in _TAKEN_FOR_ONE_ANOTHER for a, b in pairs)
