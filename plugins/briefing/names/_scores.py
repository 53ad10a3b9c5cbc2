"""How much the words of a segment, and the words around it, speak for a person, an organisation or a place."""

from __future__ import annotations

import re

import msgspec

from . import _cues
from ._name import NameClass, Scene, Unit
from ._segments import Segment
from ._things import thing
from ._words import Words

_MOST_PLACE_UNITS = 5
#: Inhabitants of a place that news names without saying where it is.
_LARGE, _HUGE = 300_000, 1_000_000
#: A place of several words that weighs so much is no person's name by its words alone: "Santa Ana".
_NO_PERSON = 1.2
#: "In" before words of every day makes no place of them: "in Nature".
_DOUBT = 0.5
#: The letters of an acronym that is also a word of every day: "ISS".
_ACRONYM = 3
_HEAD = 3.0
#: A head of several words that names a site is no body's, though the words may be: "Air Force Base".
_SITE = 6.0
_BODY = 2.0  # what a noun that only bodies have gives: "law firm X"
_TITLE = 2.0  # what a title or an occupation before a name gives at least
_FAMOUS = 1.6
_BRANCH, _PLAIN_BRANCH = 3.0, 2.0  # "Philip Morris USA", "Coal India"
_NUMBERED = 6.0  # "Airbus A330", "Nikkei 225"
#: Lists of words that name nobody when they stand alone.
_NO_NAMES = ("acronym", "calendar", "language", "nothing", "seldom")
_ROMAN = frozenset("IVXLC")
#: A capital behind a small letter, but for "McCain", "DeSantis", "LaHood".
_CAMEL = re.compile(r"(?!(?:Ma?c|D[aeiu]|L[aeio]|Van|Fitz|O|St|Ben|Al|El)[A-Z][a-z]+$)\w*[a-z][A-Z]")

#: Whoever lives somewhere or holds some belief: "Mancunians", "Hegelians".
INHABITANTS = re.compile(r"[a-z](?:ians|ists|crats|persons|[ae]ns)$")


class Scores(msgspec.Struct, frozen=True, gc=False):
    """Evidence for each class; what stands alone needs 1.0."""

    person: float = 0.0
    organisation: float = 0.0
    place: float = 0.0
    other: float = 0.0
    type: str = ""  #: the type that the head word tells

    def __add__(self, more: Scores) -> Scores:
        return Scores(
            self.person + more.person, self.organisation + more.organisation, self.place + more.place, self.other + more.other,
            self.type or more.type,
        )

    def times(self, factor: float) -> Scores:
        """All of it so many times."""
        return Scores(self.person * factor, self.organisation * factor, self.place * factor, self.other * factor, self.type)

    def best(self) -> tuple[NameClass, float]:
        """The class with most evidence; at a draw the first of person, organisation, place, other."""
        ranked: tuple[tuple[NameClass, float], ...] = (
            ("person", self.person), ("organisation", self.organisation), ("place", self.place), ("other", self.other),
        )
        return max(ranked, key=lambda pair: pair[1])


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """What one mention says: `own` is the same for every mention of a surface and counts once, `around` adds up."""

    own: Scores
    around: Scores
    bodied: bool = False  #: a noun beside the name says that it is a body's


def score(segment: Segment, scene: Scene) -> Evidence:
    """The evidence for one segment that no curated name covers."""
    units, words = segment.run.units, scene.words
    if segment.head:
        return _by_head(segment, scene)
    if len(units) == 1 and not segment.titled and _says_nothing(units[0], words):
        return Evidence(Scores(), Scores(organisation=_cues.acting(segment, scene)))
    if segment.titled and _names_area(units, scene):  # "Republican Iowa"
        segment = msgspec.structs.replace(segment, titled=False)
    size, shape = _gazetteer(segment, scene), _shape(units, words)
    doubt = _DOUBT if not size and any(words.is_common(unit.low) for unit in units if unit.cap) else 1.0
    person, person_around = shape.person, _cues.person(segment, scene)
    if len(units) > 1 and units[-1].text not in words.surnames and _size(units[:1], scene) >= _LARGE:
        person -= 1.5  # "Toronto Comicon"
    if size >= _NO_PERSON and not segment.titled:
        person, person_around = (0.0 if len(units) > 1 or size > _NO_PERSON else person), person_around * _DOUBT
    bodied = _cues.named_body(segment, scene) or (scene.market and _cues.priced(segment, scene))
    body_around = _cues.organisation(segment, scene) + (_BODY if bodied else 0.0)
    return Evidence(
        Scores(person, shape.organisation, size, shape.other),
        Scores(person_around, body_around, _cues.place(segment, scene) * doubt, thing(segment, scene)),
        bodied and person_around < _TITLE,
    )


def _by_head(segment: Segment, scene: Scene) -> Evidence:
    """A name whose head says what it is, unless the head is a surname: "Christopher R. Hill"."""
    words, units = scene.words, segment.run.units
    kind, kind_type = words.heads.get(segment.head, ("other", ""))
    generic = words.is_generic(" ".join(unit.low for unit in units))
    if kind == "place" and (generic or (units[0].known and segment.head == "district")):
        kind = "other"  # "District Hospital", "United States District"
    named = units[-1].text in words.surnames and units[0].text in words.given and units[-1].low == segment.head
    person = _person_shape(units, _common(units, words), words) if named else 0.0
    weight = {kind: _SITE if kind == "place" and " " in segment.head else _HEAD}
    own = Scores(person, weight.get("organisation", 0.0), weight.get("place", 0.0), weight.get("other", 0.0), kind_type)
    person_around = _cues.person(segment, scene) if named or segment.titled else 0.0
    return Evidence(own, Scores(person=person_around, other=thing(segment, scene)))


def _says_nothing(unit: Unit, words: Words) -> bool:
    """Whether one word alone, as it stands here, is no evidence of a name: it opens a sentence, or is no name at all."""
    low = unit.low
    if len(low) < 2 or any(c.isdigit() for c in low) or any(low in words.lists[name] for name in _NO_NAMES):
        return True
    if low in words.lists["function"] and unit.text not in words.given:
        return True
    return low in words.heads or (words.is_common(low) and (unit.initial or (unit.text.isupper() and len(low) != _ACRONYM)))


def no_name(text: str, words: Words) -> bool:
    """Whether a surface can be nobody's name unless an article has the whole: "Senators", "WalesOnline", "E & W"."""
    if "&" in text:
        return True
    if " " in text or text in words.surnames or text in words.given:
        return False
    return words.is_common(text.lower()) or bool(_CAMEL.match(text) or INHABITANTS.search(text))


def _names_area(units: tuple[Unit, ...], scene: Scene) -> bool:
    """Whether a name is that of a large province and can hardly be a person's."""
    if units[0].text in scene.words.given or (len(units) == 1 and units[0].text in scene.words.surnames):
        return False
    return any(place.type == "admin" and place.population >= _LARGE for place in scene.places(" ".join(unit.text for unit in units)))


def _shape(units: tuple[Unit, ...], words: Words) -> Scores:
    """What the words of a name say by themselves."""
    if len(units) == 1:
        return _one_word(units[0], words)
    if any(any(c.isdigit() for c in unit.text) for unit in units):
        return Scores(other=_NUMBERED)
    common = _common(units, words)
    acronyms = sum(unit.text.isupper() and len(unit.low) > 1 for unit in units)
    branch = (_PLAIN_BRANCH if common else _BRANCH) if _is_branch(units, words) else 0.0
    person = _person_shape(units, common, words) - 0.8 * acronyms - branch
    return Scores(person=person, organisation=0.6 * bool(acronyms) + branch, other=0.9 * (common == len(units)))


def _is_branch(units: tuple[Unit, ...], words: Words) -> bool:
    """Whether a name ends in a country that is nobody's surname: "Philip Morris USA"."""
    last = units[-1]
    return not last.demonym and last.text not in words.surnames and any(entity.type == "country" for entity in last.known)


def _common(units: tuple[Unit, ...], words: Words) -> int:
    """How many of the capitalised words are words of every day."""
    return sum(words.is_common(unit.low) for unit in units if unit.cap and len(unit.low) > 1)


def _one_word(unit: Unit, words: Words) -> Scores:
    if unit.text.isupper():
        if not set(unit.text) - _ROMAN:
            return Scores()
        if words.is_common(unit.low):
            return Scores(organisation=_DOUBT)
        return Scores(organisation=0.0 if len(unit.low) > 6 or not unit.low.isalpha() else 1.0 if len(unit.low) > 2 else 0.6)
    if unit.text in words.famous and unit.text not in words.given:
        return Scores(person=_FAMOUS)
    if words.is_common(unit.low):
        return Scores()
    return Scores(person=1.0 if unit.text in words.given else 0.6 if unit.text in words.surnames else 0.3)


def _person_shape(units: tuple[Unit, ...], common: int, words: Words) -> float:
    """How much a name of several words looks like a person's."""
    first, last, weight = units[0], units[-1], 0.0
    if first.low in words.lists["place_strong"]:
        weight -= 1.0  # "North Kesteven"
    elif first.text in words.given:
        weight += 1.2 if words.is_common(first.low) else 2.0
    elif len(first.low) == 1:
        weight += 1.0
    if last.text in words.surnames:
        weight += 0.4 if words.is_common(last.low) else 0.8
    elif words.is_common(last.low) and last.low not in ("jr", "sr"):
        weight -= 1.5
    if any(len(unit.low) == 1 for unit in units[1:-1]) or last.low in ("jr", "sr"):
        weight += 1.2
    small = [unit.low for unit in units if not unit.cap]
    if small or last.low.startswith(("al-", "el-")):
        weight += -1.0 if {"of", "for", "and", "on"} & set(small) else 0.7
    if not common and len(units) <= 4:
        weight += 0.8
    if first.low in ("st", "saint"):
        weight -= 1.0
    if len(units) > 4 or (common > 1 and common * 2 > len(units)):
        weight -= 1.0
    return weight


def _part_of_place(units: tuple[Unit, ...], scene: Scene) -> bool:
    """"North Jakarta", "Kowloon East"."""
    compass = scene.words.lists["place_strong"]
    first = len(units) > 1 and units[0].low in compass and scene.is_place(units[1:])
    return first or (len(units) > 1 and units[-1].low in compass and scene.is_place(units[:-1]))


def _size(units: tuple[Unit, ...], scene: Scene) -> int:
    """The inhabitants of the largest place of a name; 0 where there is none."""
    return max((place.population for place in scene.places(" ".join(unit.text for unit in units))), default=0)


def _gazetteer(segment: Segment, scene: Scene) -> float:
    """What the gazetteer says: much for a large place of several words, nothing for a word of every day."""
    units, words = segment.run.units, scene.words
    if len(units) > _MOST_PLACE_UNITS or segment.titled:
        return 0.0
    found = scene.places(" ".join(unit.text for unit in units))
    if not found:
        return _NO_PERSON if _part_of_place(units, scene) else 0.0
    size = _size(units, scene)
    if any(place.type in ("admin", "country") and place.population >= _LARGE for place in found):
        return 2.5 if len(units) > 1 else 1.6
    if len(units) > 1:
        return 2.0 if size >= _LARGE else 1.2 if size >= 20_000 else 0.8
    if words.is_common(units[0].low) and size < _HUGE:
        return 0.1
    weight = 1.6 if size >= _HUGE else 1.2 if size >= _LARGE else 1.0 if size >= 80_000 else 0.5 if size >= 10_000 else 0.3
    named = units[0].text in words.given or units[0].text in words.surnames
    return weight - 0.4 if named and size < _LARGE else weight
