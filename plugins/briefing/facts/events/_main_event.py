"""The main event made whole: who, where, when and how many, from its sentence, the title, the lead and the dateline.

What its own words do not tell a reader concludes, so the event is then marked inferred. Refused: a subject for an accident or an
attack that the words tie nobody to, and the toll of another event.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ...model import LocationFact, QuantityFact
from ...reading import Sentence
from .._context import Context
from .._parties.participants import participants
from .._parties.parties import Party
from .._syntax.grammar import Grammar, words
from ._again import Kin, Told
from ._headline import reported
from ._roles import Roles
from ._scene import Scene, Stretch, stretches
from ._tolls import KNOWN, told_elsewhere
from ._whereabouts import day_told, going_on, next_day, place_told

#: Classes of which a reader asks how many were harmed, wherever the article says it.
_HARM = frozenset(("ASSAULT", "ACCIDENT", "DISASTER"))
_KILLED = ("kill", "shot", "slain")
#: What armed forces do that is none of these and may cost lives all the same.
_OPERATIONS = frozenset(("MOBILIZE", "RETREAT", "NEWS"))
#: Classes whose events count what their sentence counts.
_COUNTED = _HARM | {"COERCE", "DEATH"}
_FORCES = frozenset(("military", "armed_group"))
_SOLDIERS = words("patrol force forces troops soldier soldiers commandos marines gunmen fighters insurgents militants rebels")
_POLICE = words("police policemen officers guards")
#: How words begin that are said of the dead.
_MOURNED = ("apolog", "condemn", "condol", "denounc", "deplor", "mourn", "regret")
_DAY = 10  #: characters of a date to the day


def with_subject(main: Told, scene: Sequence[Scene], sentences: Sequence[Sentence], known: Grammar) -> Told:
    """The main event of a noun, with the subject of the sentence of title or lead where nobody else takes part: "Lee announced the
    appointments"."""
    if main.found.group is not None or main.who.source or main.who.target or main.fact.attrs.type in _HARM:
        return main
    for sentence in sentences:
        for one in stretches(scene, sentence):
            who = Roles(_announcer(one, main.line.low[main.found.end - 1], known))
            if who.source:
                attrs = msgspec.structs.replace(main.fact.attrs, source=who.told("source"))
                return msgspec.structs.replace(main, who=who, fact=msgspec.structs.replace(main.fact, attrs=attrs, inferred=True))
    return main


def _announcer(one: Stretch, noun: str, known: Grammar) -> tuple[Party, ...]:
    """The subject of a sentence whose main verb has a noun behind it in the same clause."""
    line = one.scene.line
    verb = reported(line, one.start, one.end, known)
    if verb is None or verb.passive:
        return ()
    at = next((at for at in range(verb.end, one.end) if line.low[at] == noun), None)
    return participants(line, verb.subject, one.scene.actors) if at and not set(line.letters[verb.end : at]) & set("rhs;") else ()


def settled(context: Context, main: Told, scene: Sequence[Scene], opening: range) -> Told:
    """The main event with the place and the day that title, lead and dateline tell, where its own words tell none."""
    attrs, article, sentences = main.fact.attrs, context.reading.article, context.reading.sentences
    later = going_on(scene, context.reading, opening)
    numbers = dict.fromkeys((main.fact.sentence, opening.start, 0))
    told = [one for number in numbers if number < len(sentences) for one in stretches(scene, sentences[number])]
    where = attrs.location or place_told(told, later, article, context.of(LocationFact), teams=attrs.type == "SPORT")
    when = attrs.date if attrs.date and len(attrs.date) >= _DAY else day_told(told) or attrs.date or next_day(later, article.published)
    if (where, when) == (attrs.location, attrs.date):
        return main
    attrs = msgspec.structs.replace(attrs, location=where, date=when)
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs, inferred=True))


def counted(context: Context, main: Told, told: Sequence[Told], kin: Kin) -> Told:
    """The main event with the dead and injured that title and first sentences count where its own words do not: of harm, of "killed"
    without a cause, and of what soldiers, police and fighters do: "Troops cleared a village. In the fighting, one was killed"."""
    attrs = main.fact.attrs
    kinds = _counting(main)
    if not kinds:
        return main
    counts = context.of(QuantityFact)
    own = [fact for fact in counts if fact.id in attrs.quantities]
    held = {fact.attrs.role for fact in own if fact.rule != KNOWN}
    mine = {name for one in told if not one.fact.attrs.background and one.fact.attrs.type in kinds for name in one.fact.attrs.quantities}
    others = {name for one in told if one.fact.attrs.background or one.fact.attrs.type not in kinds for name in one.fact.attrs.quantities}
    refused = main.fact.sentence if attrs.type in _COUNTED else None  # what its own sentence counts is told of others
    free = [fact for fact in counts if (fact.id in mine or fact.id not in others) and fact.attrs.role not in held
            and fact.sentence != refused]
    found = told_elsewhere(free, attrs.date, lambda place: kin.places_agree(place, attrs.location))
    more = [fact for fact in found if fact.rule != KNOWN or fact.attrs.role not in {one.attrs.role for one in own}]
    if not more:
        return main
    told_again = {fact.attrs.role for fact in more}  # "he died" is less than "five died"
    kept = [fact for fact in own if fact.attrs.role not in told_again]
    attrs = msgspec.structs.replace(attrs, quantities=tuple(fact.id for fact in (*kept, *more)))
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs))


def _counting(main: Told) -> frozenset[str]:
    """The classes of the events whose dead and injured may be the main event's."""
    attrs = main.fact.attrs
    if attrs.type in _HARM:
        return frozenset((attrs.type, "DEATH"))
    killed = attrs.type == "DEATH" and main.fact.quote.lower().startswith(_KILLED)
    mourned = main.fact.quote.lower().startswith(_MOURNED)
    called = {word for party in main.who.source for word in party.label.lower().split()}
    soldiers = any(party.type in _FORCES for party in main.who.source) or not _SOLDIERS.isdisjoint(called)
    armed = attrs.type in _OPERATIONS and (soldiers or not _POLICE.isdisjoint(called))  # the police arrest without a fight
    return _HARM | {"DEATH"} if killed or mourned or armed or (soldiers and attrs.type == "COERCE") else frozenset()
