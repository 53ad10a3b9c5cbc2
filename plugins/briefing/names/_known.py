"""Which of the things that a curated name may mean is meant, by the words around it.

A country is a place where it is named and an actor where it acts; a capital stands for its state only where it acts
("with Washington"), and a language ("in English") names nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import Entity, Lexicon
from ._cues import Scene
from ._name import Draft, NameClass, Unit
from ._segments import Segment

_KIND: dict[str, NameClass] = {"person": "person", "people": "other", "state": "place"}
_NOT = frozenset({"not", "also", "now", "already", "still", "never", "later", "then", "initially", "repeatedly", "reportedly", "recently"})
_SPEAKS = frozenset({"in", "speak", "speaks", "speaking", "spoke", "spoken", "into", "learn", "learning", "fluent"})


def decide(segment: Segment, scene: Scene, lexicon: Lexicon) -> Draft | None:
    """The draft for a segment that a curated name covers; None where it names nobody here."""
    unit = segment.run.units[0]
    if scene.text[unit.end : unit.end + 1] == "$":
        return None  # "US$ 20"
    if unit.demonym:
        return _demonym(unit, segment, scene)
    acting = acts(segment, scene)
    named = [e for e, form in zip(unit.known, unit.forms, strict=True) if form == "name"]
    metonyms = [e for e, form in zip(unit.known, unit.forms, strict=True) if form == "metonym"]
    if metonyms and (not named or acting):
        if metonyms[0].type != "state" or acting:
            return _draft(unit, "organisation", metonyms[0], form="metonym", actor=True)
        return _city(unit, lexicon)
    if not named:
        return None
    entity = _meant(named)
    return _draft(unit, _KIND.get(entity.type, "place" if entity.kind == "location" else "organisation"), entity,
                  actor=acting and _state(entity))


def _draft(unit: Unit, kind: NameClass, entity: Entity, *, form: str = "name", actor: bool = False) -> Draft:
    return Draft(unit.start, unit.end, unit.text, kind, 5.0, "names.lexicon", entity.type, form, entity, actor)


def _demonym(unit: Unit, segment: Segment, scene: Scene) -> Draft | None:
    before, after = scene.before(segment), scene.after(segment)
    if unit.low in scene.words.lists["language"] and before and before.low in _SPEAKS and (not after or not scene.words.is_common(after.low)
                                                                                          or after.low in scene.words.lists["function"]):
        return None
    return _draft(unit, "other", unit.known[0], form="demonym", actor=True)


def _city(unit: Unit, lexicon: Lexicon) -> Draft | None:
    """A capital's name that stands for the city itself."""
    if not lexicon.places.lookup(unit.text):
        return None
    return Draft(unit.start, unit.end, unit.text, "place", 3.0, "names.gazetteer", "settlement")


def _meant(named: Sequence[Entity]) -> Entity:
    """A location before the state of the same name; else the first."""
    return next((entity for entity in named if entity.kind == "location"), named[0])


def _state(entity: Entity) -> bool:
    return entity.type in ("country", "state", "region", "admin") and (entity.state is not None or entity.type == "state")


def acts(segment: Segment, scene: Scene) -> bool:
    """Whether a state acts, speaks or is dealt with here, rather than being where something is."""
    lists, unit = scene.words.lists, segment.run.units[-1]
    before, after = scene.before(segment), scene.after(segment)
    if before and before.low == "the":
        before = scene.before(segment, 2)
    located = bool(before) and before is not None and before.low in lists["place_prep"]
    if after and after.low in lists["state_noun"] and not after.cap and not (located and unit.possessive):
        return True
    if segment.before_title:
        return True
    if located:
        return False
    if before and before.low in lists["with_state"]:
        return True
    if before and before.low in ("for", "on") and (cue := scene.before(segment, 2)) and cue.low in ("support", "sanctions", "sanction", "pressure", "aid"):
        return True
    return bool(after and not unit.possessive and not after.cap and _verb(segment, after, scene))


def _verb(segment: Segment, after: Unit, scene: Scene) -> bool:
    """Whether a verb of which the state can be the subject follows: "Iran said", "Russia has not agreed"."""
    lists = scene.words.lists
    index = segment.run.last
    low = after.low
    if (low in _NOT or low.endswith("ly")) and index + 1 < len(scene.units):
        index, low = index + 1, scene.units[index + 1].low
    if low in ("is", "are", "was", "were"):
        following = scene.units[index + 1].low if index + 1 < len(scene.units) else ""
        return following.endswith("ing") and len(following) > 5
    before = scene.before(segment)
    if low in lists["speech"] or low in lists["action"]:
        return not before or before.low != "of"
    return False
