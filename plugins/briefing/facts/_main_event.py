"""The main event made whole: who, where, when and how many, from its sentence, the title, the lead and the dateline.

What its own words do not tell a reader concludes, so the event is then marked inferred. Refused: a subject for an accident or an
attack that the words tie nobody to, and the toll of another event.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..model import LocationFact, QuantityFact
from ..reading import Sentence
from ._again import Kin, Told
from ._context import Context
from ._grammar import Grammar
from ._headline import reported
from ._participants import participants
from ._parties import Party
from ._roles import Roles
from ._scene import Scene, Stretch, stretches
from ._tolls import told_elsewhere
from ._whereabouts import day_told, place_told

#: Classes of which a reader asks how many were harmed, wherever the article says it.
_HARM = frozenset(("ASSAULT", "ACCIDENT", "DISASTER"))
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
    attrs, sentences = main.fact.attrs, context.reading.sentences
    numbers = dict.fromkeys((main.fact.sentence, opening.start, 0))
    told = [one for number in numbers if number < len(sentences) for one in stretches(scene, sentences[number])]
    where = attrs.location or place_told(told, context.reading.article, context.of(LocationFact), teams=attrs.type == "SPORT")
    when = attrs.date if attrs.date and len(attrs.date) >= _DAY else day_told(told) or attrs.date
    if (where, when) == (attrs.location, attrs.date):
        return main
    attrs = msgspec.structs.replace(attrs, location=where, date=when)
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs, inferred=True))


def counted(context: Context, main: Told, told: Sequence[Told], kin: Kin) -> Told:
    """The main event of harm, with the dead and injured that title and first sentences count where its own words do not. Those of a
    raid are its too: "Troops detained two men. In the operation, one was killed"."""
    attrs = main.fact.attrs
    raid = attrs.type == "COERCE" and any(party.type == "military" for party in main.who.source)
    kinds = _HARM | {"DEATH"} if raid else _HARM & {attrs.type}
    if not kinds:
        return main
    counts = context.of(QuantityFact)
    held = {fact.attrs.role for fact in counts if fact.id in attrs.quantities}
    others = {name for one in told if one.fact.attrs.background or one.fact.attrs.type not in kinds for name in one.fact.attrs.quantities}
    free = [fact for fact in counts if fact.id not in others and fact.attrs.role not in held]
    more = told_elsewhere(free, attrs.date, lambda place: kin.places_agree(place, attrs.location))
    if not more:
        return main
    attrs = msgspec.structs.replace(attrs, quantities=(*attrs.quantities, *(fact.id for fact in more)))
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs))
