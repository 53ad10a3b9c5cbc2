"""The toll of the main event: its own words' counts, else those of the title and the first sentences.

Refused: the toll of another event, of another place or day, and any for news of which nobody asks how many were harmed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from ...model import QuantityFact
from .._context import Context
from .._parties.parties import Party
from .._syntax.clauses import MAX_REACH, place
from .._syntax.grammar import words
from ._again import Kin, Told, is_another
from ._tolls import KNOWN, own, told_elsewhere, whole

#: Classes of which a reader asks how many were harmed, wherever the article says it.
HARM = frozenset(("ASSAULT", "ACCIDENT", "DISASTER"))
_ARREST = frozenset(("ASSAULT",))
_KILLED = ("kill", "shot", "slain")
#: What armed forces do that is none of these and may cost lives all the same.
_OPERATIONS = frozenset(("MOBILIZE", "RETREAT", "NEWS"))
#: Classes whose events count what their sentence counts.
_COUNTED = HARM | {"COERCE", "DEATH"}
_LEAD = 2  #: sentences from the title on, whose news it is if it happened "last month"
_FORCES = frozenset(("military", "armed_group"))
_TROOPS = words("patrol force forces troops soldier soldiers commandos marines operation operations offensive")
_FIGHTERS = words("gunmen fighters insurgents militants rebels")
_SOLDIERS = _TROOPS | _FIGHTERS
_POLICE = words("police policemen officers guards")
#: How words begin that are said of the dead.
_MOURNED = ("apolog", "condemn", "condol", "denounc", "deplor", "mourn", "regret")


def counted(context: Context, main: Told, told: Sequence[Told], kin: Kin, where: str | None) -> Told:
    """The main event with the dead and injured that title and first sentences count where its own words do not: of harm, of "killed"
    without a cause, and of what soldiers, police and fighters do: "Troops cleared a village. In the fighting, one was killed".

    `where` is the place that its own words tell: who reports from another city counts the dead elsewhere.
    """
    attrs = main.fact.attrs
    if attrs.background:  # the report tells nothing newer, but whoever died then is not its toll
        return _with(main, ())
    kinds = _counting(main)
    if attrs.mode == "arrest" and not kinds:  # the toll of an arrest: whom those who arrest killed in it
        told, kinds = [one for one in told if one.fact.attrs.type == "ASSAULT" and _by_forces(one)], _ARREST
    ours = _in_own_words(context, main)
    if not kinds:
        return _with(main, ours)
    free = _free(context.of(QuantityFact), main, told, kinds, {fact.attrs.role for fact in ours if fact.rule != KNOWN})
    found = told_elsewhere(free, attrs.date, lambda place: kin.places_agree(place, where))
    more = [fact for fact in found if fact.rule != KNOWN or fact.attrs.role not in {one.attrs.role for one in ours}]
    told_again = {fact.attrs.role for fact in more}  # "he died" is less than "five died"
    return _with(main, [*(fact for fact in ours if fact.attrs.role not in told_again), *more])


def _with(main: Told, counts: Sequence[QuantityFact]) -> Told:
    attrs = msgspec.structs.replace(main.fact.attrs, quantities=tuple(fact.id for fact in counts))
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs))


def _in_own_words(context: Context, main: Told) -> list[QuantityFact]:
    """What the main event's own sentence counts, each count with the whole that it is a part of."""
    counts, attrs = context.of(QuantityFact), main.fact.attrs
    mine = set(attrs.quantities)
    if attrs.type in _COUNTED and main.fact.sentence <= _LEAD:
        told = place(main.line, [fact for fact in counts if fact.sentence == main.fact.sentence])
        inside = [item for item in told if abs(item.start - main.found.start) < MAX_REACH]
        mine |= {fact.id for fact in own(main.line, main.found.start, inside, attrs.date, news=True)}
    return list({sums.id: sums for fact in counts if fact.id in mine for sums in [whole(fact, counts)]}.values())


def _free(
    counts: Sequence[QuantityFact], main: Told, told: Sequence[Told], kinds: frozenset[str], held: Collection[str],
) -> list[QuantityFact]:
    """The counts that no event of another kind has for its own, of fates that are not `held` by the main event's own."""
    mine = {name for one in told if not one.fact.attrs.background and one.fact.attrs.type in kinds for name in one.fact.attrs.quantities}
    others = {name for one in told if one.fact.attrs.background or one.fact.attrs.type not in kinds for name in one.fact.attrs.quantities}
    refused = main.fact.sentence if main.fact.attrs.type in _COUNTED else None  # what its own sentence counts is told of others
    apart = {one.fact.sentence for one in told if one.fact.sentence and is_another(one)}  # "In a separate attack gunmen wounded five"
    return [fact for fact in counts if (fact.id in mine or (fact.id not in others and kinds != _ARREST)) and fact.attrs.role not in held
            and fact.sentence != refused and fact.sentence not in apart]


def _counting(main: Told) -> frozenset[str]:
    """The classes of the events whose dead and injured may be the main event's."""
    attrs = main.fact.attrs
    if attrs.type in HARM:
        return frozenset((attrs.type, "DEATH"))
    killed = attrs.type == "DEATH" and main.fact.quote.lower().startswith(_KILLED)
    mourned = main.fact.quote.lower().startswith(_MOURNED)
    called = {*_called(main.who.source), *(main.line.low[slice(*main.found.subject)] if main.found.subject else ())}
    soldiers = any(party.type in _FORCES for party in main.who.source) or not _SOLDIERS.isdisjoint(called)
    armed = attrs.type in _OPERATIONS and (soldiers or not _POLICE.isdisjoint(called))  # the police arrest without a fight
    return HARM | {"DEATH"} if killed or mourned or armed or (soldiers and attrs.type == "COERCE") else frozenset()


def _by_forces(one: Told) -> bool:
    """Whether soldiers or police are said to do it, or fighters suffer it and nobody is said to do it."""
    if not one.who.source:
        return not _FIGHTERS.isdisjoint(_called(one.who.target))
    return any(party.type == "military" for party in one.who.source) or not (_TROOPS | _POLICE).isdisjoint(_called(one.who.source))


def _called(side: Sequence[Party]) -> set[str]:
    return {word for party in side for word in party.label.lower().split()}
