"""What a tagger says, in the terms of the rules: its names as units of a sentence, and its votes for any stretch.

Its names lose what the rules hold to be outside of names: "the", titles, small words at either end. What it parts without a
mark between ("Ali" and "Hassan", both persons) is put together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from ..tagger import TagClass, Tagged, Tags
from ._name import Run, Scene, Unit
from ._runs import is_share, parts_legislature, seated
from ._scores import Scores
from ._segments import holder, title, unlettered
from ._words import Words

_OPENING = frozenset(("the", "a", "an", "and", "of", "for", "in", "on", "at", "by", "to"))
#: Words that open a sentence before its subject. No "All", "First", "Our": names begin with those.
_BEFORE_SUBJECT = frozenset((
    "are", "as", "because", "but", "can", "could", "did", "do", "does", "had", "has", "have", "if", "is", "may", "or", "should",
    "since", "so", "than", "that", "though", "was", "were", "when", "where", "whether", "while", "why", "will", "with", "would",
))
_SMALL_BEFORE = 3  # letters that a small word before a capital may have and still be of the name: "al", "von"


class Heard(msgspec.Struct, frozen=True):
    """One name of the tagger's."""

    run: Run
    kind: TagClass
    confidence: float
    holds: bool = False  #: the office in a body is told right before it


class Hearing:
    """What the tagger says of one article, by place."""

    def __init__(self, tags: Tags) -> None:
        self._names, self._votes = tags.names, tags.votes
        self._starts = [name.start for name in tags.names]
        self._words = [vote.start for vote in tags.votes]

    def votes(self, start: int, end: int) -> Scores | None:
        """How likely the words of a stretch are part of a name of each class, and of none ("other"); None where nobody asked."""
        votes = self._votes[bisect_left(self._words, start) : bisect_left(self._words, end)]
        if not votes:
            return None
        person = sum(vote.person for vote in votes) / len(votes)
        organisation = sum(vote.organisation for vote in votes) / len(votes)
        place = sum(vote.place for vote in votes) / len(votes)
        return Scores(person, organisation, place, 1.0 - person - organisation - place)

    def names(self, scene: Scene) -> Iterator[Heard]:
        """The names in one sentence, in order."""
        if not scene.units:
            return
        inside = self._names[bisect_left(self._starts, scene.units[0].start) : bisect_left(self._starts, scene.units[-1].end)]
        starts = [unit.start for unit in scene.units]
        for name in _together(inside, scene.text):
            first, last = _extent(scene, bisect_left(starts, name.start), bisect_left(starts, name.end), name)
            if first < last and (scene.recased or any(unit.cap or not unit.text.islower() for unit in scene.units[first:last])):
                yield from _parted(Run(tuple(scene.units[first:last]), first, last), name, scene)


def _parted(run: Run, name: Tagged, scene: Scene) -> Iterator[Heard]:
    """A name; two where it is a body's with that of whoever leads it."""
    if name.kind == "organisation" and (gap := _two_bodies(run, scene.words)):
        yield Heard(run.part(0, gap), name.kind, name.confidence)
        yield Heard(run.part(gap + 2, len(run.units)), name.kind, name.confidence)
        return
    if name.kind == "organisation" and (gap := _two_firms(run, scene.words)):
        yield Heard(run.part(0, gap), name.kind, name.confidence)
        yield Heard(run.part(gap + 1, len(run.units)), name.kind, name.confidence)
        return
    if name.kind == "organisation" and (gap := _seat(run, scene)):
        yield Heard(run.part(0, gap), name.kind, name.confidence)
        return
    at = holder(run, scene) if name.kind == "organisation" else 0
    if at:
        yield Heard(run.part(0, at), "organisation", name.confidence)
        yield Heard(run.part(at, len(run.units)), "person", name.confidence, holds=True)
    else:
        yield Heard(run, name.kind, name.confidence)


def _two_bodies(run: Run, words: Words) -> int:
    """Where "and the" parts two bodies: "Party of Kelvarra | and the | Harbour Party"; 0 where it does not."""
    units = run.units
    gap = next((at for at in range(1, len(units) - 2) if (units[at].low, units[at + 1].low) == ("and", "the")), 0)
    behind = units[gap + 2 :] if gap else ()
    return gap if any(words.head_class(unit.low) == "organisation" or unit.known for unit in behind) else 0


def _two_firms(run: Run, words: Words) -> int:
    """Where "and" parts two firms: "Kelvar Corp | and | Venbrek"; 0 where it does not."""
    units = run.units
    gap = next((at for at in range(1, len(units) - 1) if units[at].low == "and" and not units[at].cap), 0)
    if not gap:
        return 0
    last, behind = units[gap - 1].low.rpartition(" ")[2], units[gap + 1 :]
    ended = last in words.lists["legal"] or last in words.lists["seated"]
    return gap if ended or any(len(side) == 1 and _is_firm(side[0], words) for side in (units[:gap], behind)) else 0


def _is_firm(unit: Unit, words: Words) -> bool:
    """Whether a curated body is known by one word that is no other: "Caltex", not "Democrats"."""
    bodies = any(entity.kind == "actor" and entity.type == "organisation" for entity in unit.known)
    return bodies and " " not in unit.low and not words.is_common(unit.low)


def _seat(run: Run, scene: Scene) -> int:
    """Where a body's name ends before where it sits or who leads it: "Kelvar Inc | of Easton", "Kelvar Inc | Orla Venbrek"; 0 where
    it goes on to the end."""
    units = run.units
    legal = next((at for at in range(2, len(units)) if units[at].cap and units[at - 1].low in scene.words.lists["legal"]), 0)
    return legal or next((at for at in range(1, len(units) - 1) if units[at].low == "of" and seated(scene, run.first + at)), 0)


def _together(names: Sequence[Tagged], text: str) -> Iterator[Tagged]:
    """Names without what parts two of one class where only a space does."""
    held: Tagged | None = None
    for name in names:
        if held and held.kind == name.kind and text[held.end : name.start] == " " and not _spaced(held, name, text):
            held = Tagged(held.start, name.end, held.kind, min(held.confidence, name.confidence))
            continue
        if held:
            yield held
        held = name
    if held:
        yield held


def _spaced(one: Tagged, other: Tagged, text: str) -> bool:
    """Whether one of two has several words: the name of another person may follow in a list."""
    return " " in text[one.start : one.end] or " " in text[other.start : other.end]


def _extent(scene: Scene, first: int, last: int, name: Tagged) -> tuple[int, int]:
    """The units of a name without what is outside of it; none where nothing is left."""
    units, words = scene.units, scene.words
    if first and units[first - 1].end > name.start:
        first -= 1
    while first < last and (_outside(units[first], scene, name) or (
            first + 1 < last and parts_legislature(units[first], units[first + 1], words))):
        first += 1
    while last - first > 1 and name.kind == "person" and (size := _titled(units[first:last], words)):
        first += size
    if last - first == 1 and name.kind == "person" and _lone_title(units, first, words):
        return last, last
    numbered = last < len(units) and units[last].joined and units[last].text.isdigit()
    if numbered and last - first > 1 and words.is_common(units[last - 1].low):
        last -= 1  # "Air France | Flight 447"
    while last > first and (_trailing(units[last - 1], scene) or (last - first > 1 and is_share(scene, last - 1))):
        last -= 1
    if scene.heading and first < last and units[first].cap:
        end = next((at for at in range(first + 1, last) if _small(units[at], words)), last)
        last = end if end == last or not all(words.is_common(unit.low) for unit in units[first:end]) else first
    if name.kind == "person":
        first = _behind_words(scene, first, last)
        last = first + len(unlettered(units[first:last], words))
    return first, last


def _lone_title(units: Sequence[Unit], at: int, words: Words) -> bool:
    """Whether a word is the title of whoever is named right behind it: "spokesperson | Major | Ann Lee"."""
    following = units[at + 1] if at + 1 < len(units) else None
    return following is not None and following.cap and following.joined and title((units[at], following), 0, words) == 1


def _behind_words(scene: Scene, first: int, last: int) -> int:
    """Where somebody's name begins behind a word of every day in it: "Texas-loving | Ann Lee", "French capital | Paris"."""
    lists = scene.words.lists
    small = lists["particle"] | lists["surname_particle"] | lists["function"]  # "Ivan the Terrible"
    for index in range(last - 2, first - 1, -1):
        unit = scene.units[index]
        plain = not unit.cap and unit.low not in small and scene.words.is_common(unit.low)
        if plain or scene.text.startswith("-", unit.end):
            return index + 1
    return first


def _small(unit: Unit, words: Words) -> bool:
    """Whether a word in a line of capitals is one that print writes small: "EASTON HAT-TRICK LIFTS WESTON"."""
    return not unit.cap and unit.low not in _OPENING and all(words.is_common(part) for part in unit.low.split("-"))


def _trailing(unit: Unit, scene: Scene) -> bool:
    """Whether a unit that ends a name is none of it: a small word, or one that opens the next line."""
    return unit.low in _OPENING or not (unit.cap or scene.recased or unit.text[0].isdigit())


def _titled(units: Sequence[Unit], words: Words) -> int:
    """How many units at the head of a person's name are a title, or short for one: "PM"."""
    short = units[0].text.isupper() and units[0].low in words.lists["acronym"]
    return title(tuple(units), 0, words) or int(short or units[0].demonym)


def _outside(unit: Unit, scene: Scene, name: Tagged) -> bool:
    """Whether a unit that begins a name is none of it: "the", "national"; not the initial of "A. Lee"."""
    if unit.cap or scene.recased:
        if unit.initial and (unit.low in _BEFORE_SUBJECT or unit.low in scene.words.lists["speech"]):
            return name.kind != "person" or unit.text not in scene.words.given  # "Will | Zentrix say so?", but "Will Smith"
        if unit.initial and unit.low in scene.words.lists["kind_noun"] and name.end > unit.end:
            return True
        return unit.low in _OPENING and not scene.text.startswith(".", unit.end)
    return len(unit.low) > _SMALL_BEFORE or scene.words.is_common(unit.low)
