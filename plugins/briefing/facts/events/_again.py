"""Events told again: "the attack", "these strikes", "the war" take what they leave unsaid from the event that they mean.

A definite noun means the latest earlier event of its class and number that nothing it says speaks against; one told with
the same word is preferred. What it takes over, a reader concludes rather than reads, so such a fact is marked inferred.
Refused: "another attack", "the first strike", a mention that names other sides or another place; where a mention only dates
("a week after the attack"), an event of its own sentence, and every event where those before have different sources.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from ...model import EventFact
from .._parties.parties import Party
from .._syntax.clauses import Line
from .._syntax.grammar import words
from ._found import Found
from ._roles import Roles

#: What stands before a definite mention that only dates: "a week after the attack".
_DATES = words("after before since following until till")
_POINTS = words("the this that these those such")
#: What tells another event from the one before.
_OTHER = words("""first second third fourth latest last previous earlier new recent other another next separate similar subsequent further
    past future old worst deadliest biggest same-day daily""")
_BESIDE = words("another second third fourth separate similar previous earlier past subsequent")
#: Nouns that may mean an assault told by another word.
_GENERAL = words("attack assault strike raid offensive ambush bombing shelling shooting killing")
_DEADLY = frozenset(("ASSAULT", "ACCIDENT", "DISASTER", "OUTBREAK"))  #: of which people die
_BACK = 40  #: events that are looked at
_YEAR = re.compile(r"[12]\d{3}")
_STEM = 4  #: letters in which "killing" and "killed" agree


class Told(msgspec.Struct, frozen=True):
    """An event with the words and the participants that it was made of."""

    index: int  #: of its line
    line: Line
    found: Found
    who: Roles
    fact: EventFact
    doubtful: bool = False  #: a weak word that alone is no event: "the strike"


class Kin(msgspec.Struct, frozen=True):
    """What belongs to what: bodies to their states, places to those around them, by key."""

    of: Mapping[str, str]
    within: Mapping[str, tuple[str, ...]]

    def agree(self, ours: Roles, theirs: Roles) -> bool:
        """Whether both sides may be the same; who has no name may be anybody but somebody else without one."""
        sources = self.sides_agree(ours.keys("source"), theirs.keys("source")) and _heads_meet(ours.source, theirs.source)
        return sources and self.sides_agree(ours.keys("target"), theirs.keys("target")) and _heads_meet(ours.target, theirs.target)

    def sides_agree(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        """Whether two sides may be the same: where both are told, one of the ones is one of the others or belongs to it."""
        known = {*theirs, *(self.of[key] for key in theirs if key in self.of)}
        return not ours or not theirs or any(key in known or self.of.get(key) in known for key in ours)

    def places_agree(self, ours: str | None, theirs: str | None) -> bool:
        """Whether two places may be the same: one lies in the other, or one is not told or lies nobody knows where."""
        if ours is None or theirs is None or ours == theirs or ours not in self.within or theirs not in self.within:
            return True
        return ours in self.within[theirs] or theirs in self.within[ours]


def _heads_meet(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether two parties without names may be the same: "five girls" and "five teen girls", not "people" and "a man"."""
    heads, others = ({party.words.rpartition(" ")[2].lower() for party in side if party.words} for side in (ours, theirs))
    return len(heads) < len(ours) or len(others) < len(theirs) or not heads or not others or not heads.isdisjoint(others)


def completed(told: Sequence[Told], kin: Kin) -> list[Told]:
    """The events, those told again with what they take from the event that they mean; without one a doubtful one is none."""
    done: list[Told] = []
    for one in told:
        cause = _subject_event(one, done)
        meant = cause or (_meant(one, done[-_BACK:], kin) if points_back(one.line, one.found) else None)
        if meant is not None:
            done.append(_taking(one, meant, both=cause is None))
        elif not one.doubtful:
            done.append(one)
    return done


def enriched(main: Told, opening: Sequence[Told], kin: Kin) -> Told:
    """The main event with what its sentence, then title and lead say of it elsewhere: the sides, the place or the date that its own
    words lack."""
    for other in sorted(opening, key=lambda other: other.fact.sentence != main.fact.sentence):
        ours, theirs = main.fact.attrs, other.fact.attrs
        same = ours.type == theirs.type and not theirs.background and other is not main and kin.places_agree(ours.location, theirs.location)
        told_again = ours.type != "BUSINESS" or _stem(other) == _stem(main)  # "it will buy it. Shares fell in Easton"
        if same and told_again and not is_another(other) and kin.agree(main.who, other.who):
            main = _taking(main, other, both=True)
        elif ours.type in _DEADLY and not main.who.target and theirs.type == "DEATH" and main.fact.sentence == other.fact.sentence:
            main = _taking(main, Told(other.index, other.line, other.found, Roles((), other.who.target), other.fact), both=True)
    return main


def is_another(one: Told) -> bool:
    """Whether a noun tells of an event beside the one told before: "another attack"."""
    first = one.found.start
    return one.found.group is None and not _BESIDE.isdisjoint(one.line.low[max(0, first - 3) : first])


def owned_up(main: Told, told: Sequence[Told], kin: Kin) -> Told:
    """The main attack with who did it, where only a later mention says so: "The rebels claimed responsibility for the attack"."""
    if main.fact.attrs.type != "ASSAULT" or main.who.source:
        return main
    for other in told:
        again = other.fact.sentence > main.fact.sentence and other.fact.attrs.type == "ASSAULT" and points_back(other.line, other.found)
        fits = again and not other.fact.attrs.background and not _dates(other.line, other.found) and kin.agree(main.who, other.who)
        if fits and other.who.source and kin.places_agree(main.fact.attrs.location, other.fact.attrs.location):
            return _taking(main, Told(other.index, other.line, other.found, Roles(other.who.source), other.fact), both=False)
    return main


def points_back(line: Line, found: Found) -> bool:
    """Whether a noun is a definite mention: "the attack", "these recent attacks", not "the second attack"."""
    if found.group is not None or line.number == 0:
        return False
    for at in range(found.start - 1, max(-1, found.start - 5), -1):
        if line.low[at] in _POINTS:
            return True
        if line.letters[at] not in "wW#-e" or line.low[at] in _OTHER or _YEAR.fullmatch(line.low[at]):
            return False
    return False


def _subject_event(one: Told, earlier: Sequence[Told]) -> Told | None:
    """The event that is the subject of "killed" in "The attack on the camp killed five"."""
    if one.found.group is None or one.found.passive or one.who.source or one.found.subject is None or one.fact.attrs.type != "ASSAULT":
        return None
    start, end = one.found.subject
    held = (e for e in earlier[-3:] if e.index == one.index and e.found.group is None and start <= e.found.start < end)
    return next((e for e in held if e.fact.attrs.type == "ASSAULT"), None)


def _meant(one: Told, earlier: Sequence[Told], kin: Kin) -> Told | None:
    """The event that a definite mention means: told with the same word, else any of its class, the latest sentence first."""
    if _dates(one.line, one.found):
        return _dated_by(one, [other for other in earlier if other.fact.sentence != one.fact.sentence and _fits(one, other, kin)])
    fitting: dict[int, Told] = {}
    for other in earlier:
        if _fits(one, other, kin):
            fitting.setdefault(other.fact.sentence, other)
    latest = [fitting[sentence] for sentence in sorted(fitting, reverse=True)]
    informed = [other for other in latest if other.who.source or other.who.target]
    return next((other for other in informed if _stem(other) == _stem(one)), informed[0] if informed else None)


def _dates(line: Line, found: Found) -> bool:
    """Whether a definite mention only dates what its sentence tells: "before the attack"."""
    first = next((at for at in range(found.start - 1, max(0, found.start - 5), -1) if line.low[at] in _POINTS), 0)
    return first > 0 and line.low[first - 1] in _DATES


def _dated_by(one: Told, fitting: Sequence[Told]) -> Told | None:
    """The event that dates another: one told with the same word before any other, nothing where two sources are known."""
    if len({tuple(sorted(other.who.keys("source"))) for other in fitting if other.who.source}) > 1:
        return None
    same = [other for other in reversed(fitting) if _stem(other) == _stem(one)]
    informed = [other for other in same or reversed(fitting) if other.who.source or other.who.target]
    return next(iter([*informed, *same]), None)


def _fits(one: Told, other: Told, kin: Kin) -> bool:
    ours, theirs = one.fact.attrs, other.fact.attrs
    row, before = one.found.trigger.row, other.found.trigger.row
    if ours.type != theirs.type or (row["frame"] == "s2") != (before["frame"] == "s2") or _plural(one) != _plural(other):
        return False
    if row["mode"] and theirs.mode and row["mode"] != theirs.mode:
        return False
    if row["type"] == "ASSAULT" and _stem(one) != _stem(other) and row["lemma"] not in _GENERAL:
        return False  # "the invasion" is none of the raids before
    if row["frame"] == "to" and before["frame"] not in ("to", "ox") and _stem(one) != _stem(other):
        return False  # "the killing" is none of a bombing
    if one.found.end == other.found.start or not kin.places_agree(ours.location, theirs.location):
        return False
    return kin.agree(one.who, other.who)


def _plural(one: Told) -> bool:
    return one.found.group is None and one.line.low[one.found.end - 1] != one.found.trigger.lemma.split()[-1]


def _stem(one: Told) -> str:
    return one.found.trigger.lemma.split()[-1][:_STEM]


def _taking(one: Told, meant: Told, *, both: bool) -> Told:
    """The event with what it leaves unsaid from another; its target only where `both` sides are the same."""
    attrs, other = one.fact.attrs, meant.fact.attrs
    source = one.who.source or _others(meant.who.source, one.who.target)
    who = Roles(source, one.who.target or (_others(meant.who.target, source) if both else ()))
    told = meant.who.source or meant.who.target or not _dates(one.line, one.found)
    date = attrs.date or (other.date if told else None)  # "after the attack": of an attack by nobody on nobody not even the day is sure
    mode = attrs.mode or (other.mode if both and attrs.type == other.type == "ASSAULT" else None)
    taken = msgspec.structs.replace(attrs, source=who.told("source"), target=who.told("target"), mode=mode,
                                    location=attrs.location or other.location, date=date)
    if taken == attrs:
        return one
    return msgspec.structs.replace(one, who=who, fact=msgspec.structs.replace(one.fact, attrs=taken, inferred=True))


def _others(parties: tuple[Party, ...], opposite: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that do not stand on the opposite side."""
    taken = {party.identity for party in opposite}
    return tuple(party for party in parties if party.identity not in taken)
