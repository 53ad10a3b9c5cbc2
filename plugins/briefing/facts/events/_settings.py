"""The setting of an event: where, when, with which weapons, at which cost, from what stands in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ...model import LocationFact, QuantityFact, TimeFact, WeaponFact
from .._syntax.clauses import MAX_REACH, Line, Placed, near
from .._syntax.grammar import words
from ._found import VERBAL, Found
from ._tolls import own

_PLACE_PREPOSITIONS = words("in at near on outside inside around off across over into throughout within")
_MEANS = words("with by using from employing deploying carrying wielding firing")
_PLAIN_VEHICLE = "vehicle"  #: the key of one without armour, in which people come and go
#: Modes whose verbs have the weapon as their object: "fired a rocket", "detonated a bomb".
_FIRED = words("heavy-weapons firearms explosives")
_DIRECTIONS = words("north south east west northeast northwest southeast southwest outside")
#: What stands before a day on which the event did not happen.
BOUNDS = words("since until till than")
_NOUN_PHRASE = frozenset("dwWp#-z")
_CLAUSE_REACH = 10  #: tokens between a noun and the clause that tells of it
_RELATIVES = (("that",), ("which",))
_YEAR = 4  #: characters of a year
_DAY = 10  #: ... and of a day
#: What is over a place where the place lies below it; a win, a row and fears are over what they concern.
_ABOVE = words("airspace sky skies crash explosion blast flight flights zone bombs")
#: Classes of which a place may be what is hit, taken or come to.
_STRIKING = frozenset(("ASSAULT", "COERCE", "DISASTER", "ACCIDENT", "CONSULT"))
_OBJECT_REACH = 7
_BREADTHS = ("facility", "settlement", "admin", "country")  #: narrow to wide
#: What stands between a place and the larger one that it is in.
_INSIDE = frozenset(((",",), ("in",), ("near",), ("at",)))
_INSIDE_THE = frozenset((*word, "the") for word in (("in",), ("near",), ("at",)))


class Setting(msgspec.Struct, frozen=True):
    """The facts of a line that may tell an event's setting."""

    actors: Sequence[Placed]
    locations: Sequence[Placed]
    times: Sequence[Placed]
    weapons: Sequence[Placed]
    quantities: Sequence[Placed]


def place_of(line: Line, found: Found, setting: Setting) -> str | None:
    """The key of the nearest place that a preposition ties to the sentence, after the trigger before before it."""
    held = _within(line, found, setting.locations)
    named = next((item for item in held if item.end == found.start and found.group is None and _is_ground(item)), None)
    if named is not None:
        return named.fact.key  # "the Easton bombing"
    tied = [item for item in held if is_tied(line, item)]
    struck = _object(line, found, held)
    if struck is not None:
        return _finest(line, struck, held).fact.key
    later = [item for item in tied if item.start >= found.end and not _another_clause(line, found.end, item.start)]
    chosen = later[:1] or [item for item in tied if item.start < found.start][-1:] or tied[:1]
    return _finest(line, chosen[0], held).fact.key if chosen else None


def _finest(line: Line, chosen: Placed, held: Sequence[Placed]) -> Placed:
    """The town in "the North Sea port of Easton", where the sea only tells which; the district in "the Oak district of Southland";
    the square in "Oak Square in Easton"."""
    for other in held:
        between = line.low[chosen.end : other.start]
        nouns = set(line.letters[chosen.end : other.start - 1]) if other.start > chosen.end else {"."}
        if 1 < len(between) <= 5 and between[-1] == "of" and nouns == {"w"}:
            return min(chosen, other, key=_breadth)
    owned = next((other for other in held if other.start == chosen.end + 1 and line.letters[chosen.end] == "z"), None)
    if owned is not None and _breadth(owned) < _breadth(chosen):
        return owned  # "Southland's Easton"
    for other in reversed(held):
        if _is_ground(other) and not _is_beside(other) and _inside(line, other, chosen):
            chosen = other
    return chosen


def _inside(line: Line, place: Placed, larger: Placed) -> bool:
    """Whether the words put a place into the one after it: "Oak Square in Easton", "Easton, Southland"."""
    between = line.low[place.end : larger.start]
    if between not in _INSIDE and between not in _INSIDE_THE:
        return False
    aside = between != (",",) or line.letters[larger.end : larger.end + 1] == ","
    return _breadth(place) < _breadth(larger) + aside


def narrowest(places: Sequence[Placed]) -> Placed:
    """The narrowest of some places; of equals the first."""
    return min(places, key=_breadth)


def _breadth(item: Placed) -> int:
    kind = item.fact.attrs.type if isinstance(item.fact, LocationFact) else "other"
    return _BREADTHS.index(kind) if kind in _BREADTHS else len(_BREADTHS)


def _object(line: Line, found: Found, held: Sequence[Placed]) -> Placed | None:
    """The place that a verb has as its object: "shelled the town of Easton", "the storm hit Easton"."""
    if found.group is None or found.passive or found.trigger.row["type"] not in _STRIKING:
        return None
    for item in near(held, found.end, found.end + _OBJECT_REACH):
        between = range(found.end, item.start)
        if any(line.letters[i] not in "dwWa#-" and line.low[i] != "of" for i in between):
            return None
        named = isinstance(item.fact, LocationFact) and item.fact.attrs.form == "name"
        if named and line.letters[item.end : item.end + 1] not in ("w", "z"):
            return item
    return None


def _is_ground(item: Placed) -> bool:
    """Not a country that stands for its state ("the U.S. invasion"), nor a river after which something is called."""
    return isinstance(item.fact, LocationFact) and item.fact.attrs.form != "metonym" and item.fact.attrs.type != "water"


def _is_beside(item: Placed) -> bool:
    """Whether a place only tells the direction or the distance of another: of "west of Easton in Oakshire" the area is sure."""
    fact = item.fact
    return isinstance(fact, LocationFact) and fact.attrs.relation is not None and fact.attrs.precision == "region"


def is_tied(line: Line, item: Placed) -> bool:
    """Whether the place is where something happens: "in Gaza", "at the base", "Iraqi territory"; not "west of Baghdad"."""
    if not isinstance(item.fact, LocationFact) or item.fact.attrs.form == "metonym":
        return False
    if item.fact.attrs.type == "country" and line.letters[item.end : item.end + 1] in ("w", "W") and item.fact.attrs.form == "name":
        return False  # "the U.S. border city"
    at = _governor(line, item.start - 1)
    if at > 0 and line.low[at] == "of" and line.low[at - 1] not in _DIRECTIONS:
        at = _governor(line, at - 1)
    if line.low[at] == "over" and line.letters[at - 1] == "w" and line.low[at - 1] not in _ABOVE:
        return False  # "a win over Southland"
    return at >= 0 and line.low[at] in _PLACE_PREPOSITIONS


def _governor(line: Line, at: int) -> int:
    """The first token at or before `at` that is no article, adjective, noun or name."""
    first = at - 8
    while at > 0 and at > first and (line.letters[at] in "dw#W" or line.letters[at - 1 : at + 1] == "W,"):
        at -= 1
    return at


def _another_clause(line: Line, start: int, end: int) -> bool:
    return any(letter in ";:r" for letter in line.letters[start:end])


def date_of(line: Line, found: Found, setting: Setting) -> TimeFact | None:
    """The nearest date of the sentence, in the trigger's own clause where that has one."""
    start = line.sentence_start(found.start)
    dates = [item for item in _within(line, found, setting.times) if isinstance(item.fact, TimeFact) and _dated(item.fact)]
    clause = _told_of(line, found)
    inside = [item.fact for item in dates if clause and clause[0] <= item.start < clause[1]]
    if inside and isinstance(inside[0], TimeFact):
        return inside[0]
    near = [item for item in dates if _own(line, found, item)]
    free = 1 if found.group is None else 0  # the verb of which the noun is the subject: "a fire broke out on Monday"
    near = [item for item in near if _borders(line, found, item) <= free or (item.start - start <= 3 and _borders(line, found, item) <= 3)]
    if not near:
        return None
    best = min(near, key=lambda item: (_borders(line, found, item), abs(item.start - found.start), item.start))
    return best.fact if isinstance(best.fact, TimeFact) else None


def _told_of(line: Line, found: Found) -> tuple[int, int] | None:
    """The relative clause that tells of a noun: "claimed an attack on a market that killed nine in April, it said on Friday"."""
    opens = found.end
    while opens < len(line.letters) and line.letters[opens] in _NOUN_PHRASE and opens - found.end < _CLAUSE_REACH:
        opens += 1
    verbal = line.letters[opens + 1 : opens + 2] in tuple("eymbvoa")
    if found.group is not None or line.low[opens : opens + 1] not in _RELATIVES or not verbal:
        return None
    closes = frozenset(',;"')
    if VERBAL.isdisjoint(line.letters[line.sentence_start(found.start) : found.start]):
        closes |= VERBAL  # the noun is the subject of what follows
    verb = next((at for at in range(opens + 1, len(line.letters)) if line.letters[at] not in VERBAL | {"a"}), opens)
    ends = (at for at in range(verb, line.sentence_end(opens)) if line.letters[at] in closes)
    return opens, next(ends, line.sentence_end(opens))


def _own(line: Line, found: Found, item: Placed) -> bool:
    """False for a date of another noun ("the 2014 Winter Games", "wins 2014 Cup") and for one that only bounds ("the worst since 1963")."""
    if line.low[item.start - 1 : item.start] and line.low[item.start - 1] in BOUNDS:
        return False
    names = ("d", "w", "y", "e") if item.end == item.start + 1 and len(line.low[item.start]) == _YEAR else ("d",)
    modifies = line.letters[item.start - 1 : item.start] in names and line.letters[item.end : item.end + 1] in ("w", "W")
    modifies |= line.letters[item.end : item.end + 1] == "z" and len(_value(item)) < _DAY  # "this year's awards"
    return not modifies or item.end <= found.start <= item.end + 4


def _value(item: Placed) -> str:
    return (item.fact.attrs.value or "") if isinstance(item.fact, TimeFact) else ""


def _dated(fact: TimeFact) -> bool:
    return fact.attrs.type in ("date", "time", "interval") and bool(fact.attrs.value) and str(fact.attrs.value)[0].isdigit()


def _borders(line: Line, found: Found, item: Placed) -> int:
    """How many verbs and clause borders part a time from its trigger."""
    if item.start >= found.end:
        between = line.letters[found.end : item.start]
    else:
        between = line.letters[item.end : found.group.start if found.group else found.start]
    return sum(letter in ";:rhsmbvoey" for letter in between)


def weapons_of(line: Line, found: Found, setting: Setting) -> tuple[WeaponFact, ...]:
    """The weapons of the sentence that are used: not the tank that a strike destroyed."""
    held = _within(line, found, setting.weapons)
    return tuple(item.fact for item in held if isinstance(item.fact, WeaponFact) and _used(line, found, item))


def _used(line: Line, found: Found, item: Placed) -> bool:
    """Whether a weapon is an event's means: it comes first, stands with "with", "by" or "using", or is what is fired; no plain vehicle."""
    if item.fact.key == _PLAIN_VEHICLE:
        return False
    if item.start <= found.start:
        return True
    at = item.start - 1
    while at >= found.end and line.letters[at] in "dwW#-ac,":
        at -= 1
    if line.low[at] in _MEANS:
        return True
    return at < found.end and (found.trigger.row["type"] == "MOBILIZE" or found.trigger.row["mode"] in _FIRED)


def tolls_of(line: Line, found: Found, setting: Setting, date: str | None) -> tuple[QuantityFact, ...]:
    """The dead, injured, missing, captured and displaced of the sentence that are the event's own."""
    return tuple(own(line, found.start, _within(line, found, setting.quantities), date))


def _within(line: Line, found: Found, items: Sequence[Placed]) -> Sequence[Placed]:
    """The items of the trigger's sentence, and of a sentence without end those near it."""
    start = max(line.sentence_start(found.start), found.start - MAX_REACH)
    return near(items, start, min(line.sentence_end(found.start), found.end + MAX_REACH))
