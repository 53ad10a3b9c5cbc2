"""How much the words of a segment, and the words around it, speak for a person, an organisation or a place."""

from __future__ import annotations

import msgspec

from ..lexicon import Lexicon
from . import _cues
from ._cues import Scene
from ._segments import Segment
from ._name import Unit
from ._words import Words

_MOST_PLACE_UNITS = 5
#: Inhabitants of a place that news names without saying where it is.
_LARGE, _HUGE = 300_000, 1_000_000


class Scores(msgspec.Struct, frozen=True, gc=False):
    """Evidence for each class; what stands alone needs 1.0."""

    person: float = 0.0
    organisation: float = 0.0
    place: float = 0.0
    other: float = 0.0
    type: str = ""  #: the type that the head word tells

    def __add__(self, other: Scores) -> Scores:
        return Scores(self.person + other.person, self.organisation + other.organisation, self.place + other.place, self.other + other.other,
                      self.type or other.type)

    def best(self) -> tuple[str, float]:
        """The class with most evidence; at a draw the first of person, organisation, place, other."""
        ranked = (("person", self.person), ("organisation", self.organisation), ("place", self.place), ("other", self.other))
        return max(ranked, key=lambda pair: pair[1])


def score(segment: Segment, scene: Scene, lexicon: Lexicon) -> Scores:
    """The evidence for one segment that no curated name covers."""
    words = scene.words
    if segment.head:
        return _by_head(segment, scene)
    units = segment.run.units
    if len(units) == 1 and _says_nothing(units[0], segment, words):
        return Scores()
    gazetteer = _gazetteer(segment, lexicon, words)
    own = _shape(units, words)
    return Scores(
        person=own.person + _cues.person(segment, scene),
        organisation=own.organisation + _cues.organisation(segment, scene),
        place=_cues.place(segment, scene, gazetteer),
        other=own.other,
    )


def _by_head(segment: Segment, scene: Scene) -> Scores:
    """A name whose head says what it is. A name of head words alone ("Foreign Ministry") is one only with a country."""
    kind, kind_type = scene.words.heads.get(segment.head, ("other", ""))
    titled = _cues.person(segment, scene) if segment.titled else 0.0
    weight = 3.0
    return Scores(person=titled, organisation=weight * (kind == "organisation"), place=weight * (kind == "place"),
                  other=weight * (kind == "other"), type=kind_type)


def _says_nothing(unit: Unit, segment: Segment, words: Words) -> bool:
    """Whether one word alone, as it stands here, is no evidence of a name: it opens a sentence, or is no name at all."""
    low = unit.low
    if segment.titled:
        return False
    if any(low in words.lists[name] for name in ("acronym", "calendar", "nothing")) or any(c.isdigit() for c in unit.text) or len(low) < 2:
        return True
    if low in words.lists["function"] and unit.text not in words.given:
        return True
    return low in words.heads or (words.is_common(low) and (unit.initial or unit.text.isupper()))


def _shape(units: tuple[Unit, ...], words: Words) -> Scores:
    """What the words of a name say by themselves."""
    first, last = units[0], units[-1]
    if len(units) == 1:
        if first.text.isupper():
            return Scores(organisation=1.0 if 2 <= len(first.low) <= 6 and first.low.isalpha() else 0.0)
        if words.is_common(first.low):
            return Scores()
        return Scores(person=0.9 if first.text in words.given else 0.6 if first.text in words.surnames else 0.3)
    if any(any(c.isdigit() for c in unit.text) for unit in units):
        return Scores(other=1.0)
    common = sum(words.is_common(unit.low) for unit in units if unit.cap and len(unit.low) > 1)
    person = 0.0
    if first.text in words.given:
        person += 1.2 if words.is_common(first.low) else 2.0
    elif len(first.low) == 1:
        person += 1.0
    if last.text in words.surnames:
        person += 0.4 if words.is_common(last.low) else 0.8
    if any(len(unit.low) == 1 for unit in units[1:-1]) or last.low in ("jr", "sr"):
        person += 1.2
    if any(not unit.cap for unit in units) or last.text[:3].lower() in ("al-", "el-"):
        person += 0.7 if not any(unit.low in ("of", "for", "and", "on") for unit in units) else -1.0
    if not common and len(units) <= 4:
        person += 0.8
    if words.is_common(last.low) and last.text not in words.surnames and last.low not in ("jr", "sr"):
        person -= 1.5
    if common > 1 and common * 2 > len(units):
        person -= 1.0
    if len(units) > 4:
        person -= 1.0
    acronyms = sum(unit.text.isupper() and len(unit.low) > 1 for unit in units)
    return Scores(person=person - 0.8 * acronyms, organisation=0.6 * bool(acronyms), other=0.9 * (common == len(units)))


def _gazetteer(segment: Segment, lexicon: Lexicon, words: Words) -> float:
    """What the gazetteer says: much for a large place of several words, nothing for a word of every day."""
    units = segment.run.units
    if len(units) > _MOST_PLACE_UNITS or segment.titled:
        return 0.0
    found = lexicon.places.lookup(name_text(segment))
    if not found:
        return 0.0
    size = max(place.population for place in found)
    if any(place.type in ("admin", "country") and place.population >= _LARGE for place in found):
        return 2.5 if len(units) > 1 else 1.6
    if len(units) > 1:
        return 2.0 if size >= _LARGE else 1.2 if size >= 20_000 else 0.8
    if words.is_common(units[0].low) and size < _HUGE:
        return 0.1
    weight = 1.6 if size >= _HUGE else 1.2 if size >= _LARGE else 1.0 if size >= 80_000 else 0.5 if size >= 10_000 else 0.3
    if (units[0].text in words.given or units[0].text in words.surnames) and size < _HUGE:
        weight -= 0.4
    return weight


def name_text(segment: Segment) -> str:
    """The words of a segment with single spaces, without full stops outside them."""
    return " ".join(unit.text for unit in segment.run.units)
