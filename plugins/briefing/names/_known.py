"""Which of the things that a curated name may mean is meant, by the words around it.

A country is a place where it is named and an actor where it acts; a capital stands for its state only where it acts
("with Washington"), and a language ("in English") names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from ..lexicon import Entity
from ._name import Draft, NameClass, Scene, Unit
from ._segments import Segment

_MOST_BETWEEN = 3
_MOST_LISTED = 12
_SHORTEST_PAST = 4
_TAIL = re.compile(r"[-‑](\w+)")
_ALLIED = frozenset(("ally", "allies", "neighbour", "neighbor", "neighbours", "neighbors", "partner", "partners", "rival", "rivals", "foe"))
#: What only follows the name of an index: "Nasdaq composite", "Dow Jones industrial average", "S&P 500".
_INDEX = re.compile(
    r" (?:\d{2,3}(?= (?:ind(?:ex|ices)|futures|stocks|points|fell|rose|was|were|ended|closed|lost|gained)\b|[ ,.;]+[\d(]| *[.,;)])"
    r"|(?:\d{2,3} |stock |share |industrial |weighted |blue-chip |composite ){0,3}(?:average|index|indices|composite|industrials)\b"
    r"| (?:Industrial Average|Composite|Index)\b)"
)
_SMALL_TAIL = re.compile(r"(?: [a-z]+)+$")
_KIND: dict[str, NameClass] = {"person": "person", "people": "other", "state": "place"}

def decide(segment: Segment, scene: Scene) -> Draft | None:
    """The draft for a segment that a curated name covers; None where it names nobody here."""
    unit = segment.run.units[0]
    if scene.text[unit.end : unit.end + 1] == "$":
        return None  # "US$ 20"
    if unit.demonym:
        return _demonym(unit, segment, scene)
    if _is_index(unit, segment, scene):
        return None
    acting = acts(segment, scene)
    named = [e for e, form in zip(unit.known, unit.forms, strict=True) if form == "name"]
    metonym = next((e for e, form in zip(unit.known, unit.forms, strict=True) if form == "metonym"), None)
    inside = metonym is not None and metonym.type != "state" and _located(segment, scene, scene.words.lists["inside"])
    if metonym and not inside and (acting or metonym.type != "state"):
        return _draft(unit, "organisation", metonym, form="metonym", actor=True)
    if inside and not named:  # "at Buckingham Palace"
        return Draft(unit.start, unit.end, unit.text, "place", 5.0, "names.lexicon", "facility")
    if not named:
        return _city(unit, scene)
    entity = _meant(named)
    kind: NameClass = "place" if entity.kind == "location" else _KIND.get(entity.type, "organisation")
    return _draft(_bare(unit, entity), kind, entity, actor=acting and _state(entity))


def _bare(unit: Unit, entity: Entity) -> Unit:
    """A body's name without the small words that are listed with it and only say what it is: "Xinhua | news agency"."""
    tail = _SMALL_TAIL.search(unit.text)
    if tail is None or entity.kind != "actor" or entity.type in ("state", "people", "person"):
        return unit
    bare = unit.text[: tail.start()]
    if entity.type != "media" and tail[0] != " party" and all(alias.text != bare for alias in entity.aliases):
        return unit  # "U.N. refugee agency"
    return msgspec.structs.replace(unit, end=unit.start + tail.start(), text=bare)


def capital(segment: Segment, scene: Scene) -> Draft | None:
    """A state under the name of its capital: "with Washington", "Moscow denied"; None where the city itself may be meant."""
    unit, words = segment.run.units[-1], scene.words
    text = " ".join(part.text for part in segment.run.units)
    state = words.capitals.get(text)
    if state is None or segment.titled or segment.before_title:
        return None
    before, after = scene.before(segment.run), scene.after(segment.run)
    if before is not None and before.low in words.lists["place_prep"]:
        return None
    dealt_with = before is not None and before.low in words.lists["capital_with"]
    follows = words.lists["capital_noun" if unit.possessive else "capital_verb"]
    if not dealt_with and not (after is not None and not after.cap and after.low in follows):
        return None
    return Draft(segment.run.start, segment.run.end, text, "organisation", 5.0, "names.capital", state.type, "metonym", state, True)


def _draft(unit: Unit, kind: NameClass, entity: Entity, *, form: str = "name", actor: bool = False) -> Draft:
    return Draft(unit.start, unit.end, unit.text, kind, 5.0, "names.lexicon", entity.type, form, entity, actor)


def _is_index(unit: Unit, segment: Segment, scene: Scene) -> bool:
    """Whether a body's name is that of an index of prices: "the Nikkei fell", "S&P 500"; not so in "Nikkei said"."""
    if any(entity.kind != "actor" or entity.type in ("state", "person") for entity in unit.known):
        return False
    before, after, lists = scene.before(segment.run), scene.after(segment.run), scene.words.lists
    if _INDEX.match(scene.text, unit.end):
        return True
    told = (after is not None and after.low in lists["speech"]) or (before is not None and before.low in ("told", "to", "by", "at"))
    return unit.low.replace(" ", "-") in lists["index"] and not told and not (after is not None and after.cap)


def _demonym(unit: Unit, segment: Segment, scene: Scene) -> Draft | None:
    """A demonym; None where it names a language: "in English"."""
    before, after, words = scene.before(segment.run), scene.after(segment.run), scene.words
    ends = after is None or not words.is_common(after.low) or after.low in words.lists["function"]
    if unit.low in words.lists["language"] and before and before.low in words.lists["speaks"] and ends:
        return None
    return _draft(unit, "other", unit.known[0], form="demonym", actor=True)


def _city(unit: Unit, scene: Scene) -> Draft | None:
    """A capital's name that stands for the city itself."""
    if not scene.places(unit.text):
        return None
    return Draft(unit.start, unit.end, unit.text, "place", 3.0, "names.gazetteer", "settlement")


def _meant(named: Sequence[Entity]) -> Entity:
    """A location before the state of the same name; else the first."""
    return next((entity for entity in named if entity.kind == "location"), named[0])


def _state(entity: Entity) -> bool:
    return entity.type in ("country", "state", "region", "admin") and (entity.state is not None or entity.type == "state")


def _located(segment: Segment, scene: Scene, prepositions: frozenset[str]) -> bool:
    """Whether a word before says that something is or goes there: "in", "near", "outside the"."""
    before = scene.before(segment.run)
    if before and before.low == "the":
        before = scene.before(segment.run, 2)
    return before is not None and before.low in prepositions


def acts(segment: Segment, scene: Scene) -> bool:
    """Whether a state acts, speaks or is dealt with here, rather than being where something is."""
    lists, unit = scene.words.lists, segment.run.units[-1]
    after, distance = scene.after(segment.run), 1
    before = scene.before(segment.run)
    if before and before.low == "the":
        before, distance = scene.before(segment.run, 2), 2
    located = before is not None and before.low in lists["place_prep"]
    if (tail := _TAIL.match(scene.text, unit.end)) and tail[1].lower() in lists["relation"]:
        return True  # "U.S.-led"
    if after and not after.cap and after.low in lists["state_noun"] and not (located and unit.possessive):
        return True
    if located or segment.before_title:
        return segment.before_title
    if before and before.low in lists["with_state"]:
        return True
    cue = scene.before(segment.run, distance + 1)
    if before and before.low in ("for", "on") and cue and cue.low in lists["deals_in"]:
        return True
    if unit.possessive or (before and before.low == "of") or _holds(segment, scene):
        return False
    parted = after is None and _after_list(segment.run.last, scene) == segment.run.last
    return not parted and _verb(segment, scene)


def _holds(segment: Segment, scene: Scene) -> bool:
    """Whether the state only says where a place before it lies: "doctors in Antalya, Turkey monitored"."""
    index = segment.run.first - 1
    if index < 0 or not scene.units[index].cap or scene.units[index].known:
        return False
    place = scene.units[index]
    pair = scene.units[max(0, index - 1) : index + 1]
    comma = scene.text[place.end : segment.run.start] == ", "
    return comma and (scene.is_place((place,)) or scene.is_place(pair))


def _verb(segment: Segment, scene: Scene) -> bool:
    """Whether a verb of which the state can be the subject follows: "Iran said", "Israel and Iran on Friday met"."""
    lists, units = scene.words.lists, scene.units
    at = _after_subject(segment.run.last, scene)
    following = [unit.low for unit in units[at : at + 2]]
    if not following or units[at].cap:
        return False
    low = following[0]
    if low in ("is", "are", "was", "were"):
        return len(following) > 1 and following[1].endswith("ing")
    past = low.endswith("ed") and len(low) > _SHORTEST_PAST and low not in lists["relation"] and low not in lists["tail"]
    return past or low in lists["speech"] or low in lists["action"]


def _after_subject(at: int, scene: Scene) -> int:
    """The index of the first unit behind a subject that begins before `at`, past ", Iran and Iraq", "on Friday", "quietly"."""
    lists, units = scene.words.lists, scene.units
    at = _after_list(at, scene)
    for unit in units[at : at + _MOST_BETWEEN]:
        if not (unit.low in lists["adverb"] or unit.low in lists["calendar"] or unit.low.endswith("ly")):
            break
        at += 1
    return at


def _after_list(at: int, scene: Scene) -> int:
    """The index behind the states that stand in one list with a state before `at`: ", Britain and France", "and its ally Russia"."""
    units, start, listed = scene.units, at, at
    last = min(len(units), at + _MOST_LISTED)
    while 0 < listed < last and _is_state(units[listed]) and scene.text[units[listed - 1].end : units[listed].start] == ", ":
        listed += 1
    while listed + 1 < last and units[listed].low == "and":
        named = listed + 1
        if units[named].low in ("its", "their") and named + 2 < last and units[named + 1].low in _ALLIED:
            named += 2
        if not _is_state(units[named]):
            break
        listed = start = named + 1
    return start


def _is_state(unit: Unit) -> bool:
    return any(entity.type == "state" for entity in unit.known)
