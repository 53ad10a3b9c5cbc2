"""What the words around a name say of it: each cue is a question about the units beside one segment."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from ._name import Unit
from ._segments import Segment
from ._words import Words

_AGE = re.compile(r",? (?:aged? )?\d{1,2}(?=[,.;]| years?)|,? \(\d{1,2}\)")
_WHO = re.compile(r",? (?:who|whose|whom)\b")
_APPOSITION = re.compile(r", (?:an?|the|its|his|her|their|one of the)? ?((?:[\w.'’-]+ ){0,4}?[\w'’-]+)(?=[,.;]| (?:of|for|at|in|with|from|to|who|and|on)\b)")
_BORN = re.compile(r" \((?:born|b\.|c\.|\d{4}\s?[-–])")
_WITHIN = re.compile(r", (?:in )?(?:(?:northern|southern|eastern|western|central) )?(?=[A-Z])")
_FACILITY = re.compile(r" (?:international |military |army |naval |refugee |border )?(?:air ?base|airport|airfield|prison|jail|camp|crossing|checkpoint|"
                       r"refinery|barracks|base)\b")
_ORG_NOUNS = frozenset("""group company firm party newspaper organisation organization agency website magazine broadcaster network union
 giant maker manufacturer retailer airline bank charity club team band movement channel operator publisher contractor insurer
 carrier startup automaker conglomerate subsidiary unit coalition alliance militia faction federation think-tank tank station""".split())
_ORG_AFTER = frozenset("""fighters militants forces rebels spokesman spokeswoman spokesperson executives executive employees employee
 shares stock customers members member troops gunmen officials official chief chairman ceo insurgents headquarters subsidiary
 guerrillas leader leaders leadership lawmakers lawmaker activists supporters workers staff researchers scientists""".split())
_ROLES_OF = frozenset("""chairman chairwoman chair president director founder co-founder head ceo executive spokesman spokeswoman
 spokesperson member members secretary-general editor chief analyst professor employee manager leader headquarters""".split())
_HUMAN_AFTER = frozenset("himself herself".split())
_STRONG_PLACE = frozenset("near outside inside north south east west northern southern eastern western central northeast northwest "
                          "southeast southwest northeastern northwestern southeastern southwestern downtown neighbouring neighboring nearby throughout".split())


class Scene(msgspec.Struct, frozen=True):
    """The sentence that a segment stands in."""

    text: str
    units: Sequence[Unit]
    words: Words

    def before(self, segment: Segment, distance: int = 1) -> Unit | None:
        """The unit before a segment; None where a mark parts them."""
        index = segment.run.first - distance
        return self.units[index] if index >= 0 and all(u.joined for u in self.units[index + 1 : segment.run.first + 1]) else None

    def after(self, segment: Segment) -> Unit | None:
        """The unit behind a segment; None where a mark parts them."""
        index = segment.run.last
        return self.units[index] if index < len(self.units) and (self.units[index].joined or segment.run.units[-1].possessive) else None


def person(segment: Segment, scene: Scene) -> float:
    """Evidence around a segment that it names a person."""
    words, text, end = scene.words, scene.text, segment.run.end
    weight = 4.0 if segment.titled else 0.0
    before, after = scene.before(segment), scene.after(segment)
    if before and not before.cap and before.low in words.titles and words.titles[before.low][0] != "honorific":
        weight += 2.5
    if before and before.low == "the":
        weight -= 2.0
    if _AGE.match(text, end):
        weight += 2.5
    if _WHO.match(text, end) or _BORN.match(text, end):
        weight += 1.5
    if (role := _APPOSITION.match(text, end)) and _role_in(role[1], words):
        weight += 2.0
    if after and after.low in words.lists["speech"] | _HUMAN_AFTER and not segment.run.units[-1].possessive:
        weight += 0.7
    if before and before.low in ("said", "says", "by"):
        weight += 0.4
    return weight


def _role_in(phrase: str, words: Words) -> bool:
    parts = [part.strip(".").lower() for part in phrase.split()]
    return any(part in words.titles for part in parts) or any(f"{a} {b}" in words.titles for a, b in zip(parts, parts[1:], strict=False))


def organisation(segment: Segment, scene: Scene) -> float:
    """Evidence around a segment that it names an organisation."""
    weight = 0.0
    before, after = scene.before(segment), scene.after(segment)
    if before and not before.cap and before.low in _ORG_NOUNS:
        weight += 2.0
    distance = 2 if before and before.low == "the" else 1
    if distance == 2:
        weight += 0.3
    if (of := scene.before(segment, distance)) and of.low in ("of", "at", "for") and (role := scene.before(segment, distance + 1)):
        weight += 1.0 if role.low in _ROLES_OF else 0.0
    if after and not after.cap and after.low in _ORG_AFTER:
        weight += 1.2
    if segment.before_title and not segment.titled:
        weight += 1.0
    if (kind := _APPOSITION.match(scene.text, segment.run.end)) and _ORG_NOUNS & set(kind[1].lower().split()[-1:]):
        weight += 2.0
    if after and after.low in scene.words.lists["speech"]:
        weight += 0.5
    return weight


def place(segment: Segment, scene: Scene, gazetteer: float) -> float:
    """Evidence around a segment that it names a place; `gazetteer` is what the gazetteer already says for it."""
    lists = scene.words.lists
    before, after = scene.before(segment), scene.after(segment)
    weight = gazetteer
    if before and before.low == "of" and (noun := scene.before(segment, 2)) and noun.low in lists["place_noun_before"]:
        weight += 2.0
    elif before and before.low in lists["place_noun_before"] and not before.cap:
        weight += 1.5
    elif before and before.low in _STRONG_PLACE:
        weight += 1.2
    elif before and before.low in ("in", "from", "to", "at", "into", "around", "across", "through", "via"):
        weight += {"in": 1.0, "into": 0.6, "across": 0.6, "around": 0.6, "from": 0.4, "through": 0.4}.get(before.low, 0.2)
    if after and not after.cap and after.low in lists["place_noun_after"] and not segment.run.units[-1].possessive:
        weight += 1.5
    if contained(segment, scene) or _FACILITY.match(scene.text, segment.run.end):
        weight += 2.0
    return weight


def contained(segment: Segment, scene: Scene) -> bool:
    """Whether a known place stands behind the segment and a comma: "Mosul, Iraq"."""
    index = segment.run.last
    if index >= len(scene.units) or not _WITHIN.match(scene.text, segment.run.end):
        return False
    following = next((u for u in scene.units[index : index + 3] if u.cap), None)
    return bool(following and not following.demonym and any(e.type in ("country", "admin", "state") for e in following.known))
