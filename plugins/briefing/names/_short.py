"""Areas by their short names, where what stands beside them shows that they are meant: "Arlington, Va.", "Ann Lee, D-Va.", "Co. Down".

Refuses a short name alone: "Miss." and "OR" are words, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..lexicon import Entity, Lexicon
from ..reading import Reading
from ..tagger import SILENT, Tags
from ._brackets import acronyms
from ._candidates import candidates
from ._name import Draft
from ._words import words

_WEIGHT = 6.0  # more than a curated name: "La." is no article here
_TOWN = re.compile(r"([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}), $")
_PARTY = re.compile(r"(?:, |\()[DRI]-$")
_BEFORE_MOST = 60
#: "East L.A. station" is a name of its own.
_PART = re.compile(r"\b(?:North|South|East|West|Downtown|Central|Greater|Upper|Lower|Inner)(?:ern)? $")
_COUNTY = re.compile(r"(?:(?<=[a-z,;:(–—-] )|(?<=\n))Co\.? ([^\W\d_a-z]\w+)")
_AREAS = frozenset({"country", "admin", "region"})


def find(reading: Reading, lexicon: Lexicon, tags: Tags = SILENT) -> Iterator[Draft]:
    """Every area behind a town or a party, and what has a full stop or a comma inside and may stand anywhere: "Washington, D.C."."""
    listed, text = words(lexicon), reading.text
    for match in _pattern(frozenset(listed.short_areas), frozenset(listed.short_places)).finditer(text):
        if match["place"] and not _PART.search(text, max(0, match.start() - _BEFORE_MOST), match.start()):
            yield _draft(match, listed.short_places[match[0]])
        elif match["place"]:
            continue
        elif town := _TOWN.search(text, max(0, match.start() - _BEFORE_MOST), match.start()):
            yield _draft(match, _holding(town[1], listed.short_areas[match[0]], lexicon))
        elif _PARTY.search(text, max(0, match.start() - 4), match.start()):
            yield _draft(match, listed.short_areas[match[0]])
    yield from _introduced(text, lexicon)
    for match in _COUNTY.finditer(text):
        if counties := [place for place in candidates(f"County {match[1]}", lexicon) if place.type == "admin"]:
            yield _draft(match, tuple(counties))


def _introduced(text: str, lexicon: Lexicon) -> Iterator[Draft]:
    """Places by letters in brackets behind their name, alone or at the end of a body's: "the Parliament of New South Wales (NSW)"."""
    found: dict[str, tuple[Entity, ...]] = {}
    for at, acronym in acronyms(text).items():
        if acronym.text in found or not acronym.text.isupper():
            continue
        before = text[max(0, at - _BEFORE_MOST) : at].split()[-len(acronym.text) :]
        names = (" ".join(before[-size:]) for size in range(2, len(before) + 1))
        name = next((name for name in names if acronym.expands(name)), "")
        places = tuple(place for place in lexicon.places.lookup(name) if place.type in _AREAS) if name else ()
        if places and not any(match.end == len(acronym.text) for match in lexicon.find(acronym.text)):
            found[acronym.text] = places
    for match in re.finditer(rf"\b(?:{_any_of(found)})(?:(?<=\.[A-Z])\.|(?!\w|\.\w))", text) if found else ():
        yield _draft(match, found[match[0].rstrip(".")])


def _draft(match: re.Match[str], known: tuple[Entity, ...]) -> Draft:
    return Draft(match.start(), match.end(), match[0], "place", _WEIGHT, "names.short", known[0].type, known=known[0])


def _holding(town: str, areas: tuple[Entity, ...], lexicon: Lexicon) -> tuple[Entity, ...]:
    """The areas in which a town of that name lies; all of them where it is unknown."""
    within = {key for place in lexicon.places.lookup(town) for key in place.within} if len(areas) > 1 else set()
    return tuple(area for area in areas if area.key in within) or areas


@lru_cache(maxsize=4)
def _pattern(areas: Iterable[str], places: Iterable[str]) -> re.Pattern[str]:
    marked = _any_of(place for place in places if not place.isalpha())
    # A look behind first: it fails at once where no area can begin. A place is no part of "the D.C. Circuit".
    return re.compile(rf"(?:(?<=, )|(?<=-))(?:{_any_of(areas)})(?![\w'’])|\b(?P<place>{marked})(?! [^\W\d_a-z])(?![\w'’])")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
