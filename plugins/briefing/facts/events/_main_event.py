"""The main event made whole: who, where, when and how many, from its sentence, the title, the lead and the dateline.

What its own words do not tell a reader concludes, so the event is then marked inferred. Refused: a subject for an accident or an
attack that the words tie nobody to, and the toll of another event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec

from ...model import ActorFact, AttributionFact, LocationFact, QuantityFact
from ...reading import Sentence
from .._context import Context
from .._parties.participants import participants
from .._parties.parties import Party
from .._syntax.clauses import near
from .._syntax.grammar import Grammar, words
from ._again import Kin, Told, is_another
from ._headline import reported
from ._home import home
from ._roles import Roles, named_after
from ._scene import Scene, Stretch, stretches
from ._tolls import KNOWN, told_elsewhere, whole
from ._whereabouts import day_happened, day_told, going_on, happened, narrower, next_day, place_told

#: Classes of which a reader asks how many were harmed, wherever the article says it.
_HARM = frozenset(("ASSAULT", "ACCIDENT", "DISASTER"))
_ARREST = frozenset(("ASSAULT",))
#: Classes of the project's own, which always have somebody whom they are about.
_OF_ANYBODY = words("NEWS BUSINESS DISCOVERY LAUNCH ELECTION LEGISLATION JUDICIAL APPOINTMENT SPORT OUTBREAK")
#: Who acts in and for a country: not troops, which may be abroad.
_BODIES = frozenset(("state", "organisation", "person"))
_KILLED = ("kill", "shot", "slain")
#: What armed forces do that is none of these and may cost lives all the same.
_OPERATIONS = frozenset(("MOBILIZE", "RETREAT", "NEWS"))
#: Classes whose events count what their sentence counts.
_COUNTED = _HARM | {"COERCE", "DEATH"}
_FORCES = frozenset(("military", "armed_group"))
_TROOPS = words("patrol force forces troops soldier soldiers commandos marines operation operations offensive")
_FIGHTERS = words("gunmen fighters insurgents militants rebels")
_SOLDIERS = _TROOPS | _FIGHTERS
_POLICE = words("police policemen officers guards")
#: How words begin that are said of the dead.
_MOURNED = ("apolog", "condemn", "condol", "denounc", "deplor", "mourn", "regret")
_DAY = 10  #: characters of a date to the day
_CALENDAR = re.compile(r"\d{4}(-\d\d)?")  #: a year or a month


def with_subject(context: Context, main: Told, scene: Sequence[Scene], sentences: Sequence[Sentence], known: Grammar) -> Told:
    """The main event with whom its own words leave out: of a noun the subject of its sentence or the lead's ("Lee announced the
    appointments"), of any other news whom its subject names at all ("sales at Lee Brothers"), who the title's subject is, who says it."""
    if main.who.source or main.who.target or main.fact.attrs.type in _HARM:
        return main
    told = [one for sentence in sentences for one in stretches(scene, sentence)]
    found: Iterable[tuple[Party, ...]]
    if main.found.group is None:
        found = (_announcer(one, main.line.low[main.found.end - 1], known) for one in told)
    elif main.fact.attrs.type in _OF_ANYBODY:
        named = (_named_within(main, told), _ground(main, told))
        found = chain(named, (_main_subject(one, known) for one in told), [_speaker(context, main)])
    else:
        found = (_main_subject(one, known) for one in told if not main.found.passive)
    source = next(filter(None, found), None)
    if not source:
        return main
    who = Roles(source)
    attrs = msgspec.structs.replace(main.fact.attrs, source=who.told("source"))
    return msgspec.structs.replace(main, who=who, fact=msgspec.structs.replace(main.fact, attrs=attrs, inferred=True))


def _named_within(main: Told, told: Sequence[Stretch]) -> tuple[Party, ...]:
    """The first party with a name in the subject of a verb, whatever stands before it: "sales at Lee Brothers", "the Southern index"."""
    actors = next((one.scene.actors for one in told if one.scene.index == main.index), ())
    inside = [party for party in (near(actors, *main.found.subject) if main.found.subject else ()) if party.form in ("name", "demonym")]
    apart = [party for party in inside if main.line.letters[party.end : party.end + 1] != "w"]
    return tuple(apart[:1] or inside[:1])  # "Southland carmaker Lee Brothers"


def _ground(main: Told, told: Sequence[Stretch]) -> tuple[Party, ...]:
    """The place that stands for its people as the whole subject: "Easton elects", "Easton became the first town"."""
    places = next((one.scene.setting.locations for one in told if one.scene.index == main.index), ())
    subject = () if main.found.passive else named_after(main.line, main.found.subject, places)
    return tuple(party for party in subject if main.found.subject and party.end == main.found.subject[1])


def _main_subject(one: Stretch, known: Grammar) -> tuple[Party, ...]:
    """Who the main verb of a sentence has for its subject."""
    verb = reported(one.scene.line, one.start, one.end, known)
    return participants(one.scene.line, verb.subject, one.scene.actors) if verb is not None else ()


def _speaker(context: Context, main: Told) -> tuple[Party, ...]:
    """Whose words the sentence is: "Tuition is to be free, Lee has said"."""
    said = (fact.attrs for fact in context.of(AttributionFact) if fact.sentence == main.fact.sentence)
    keys = [attrs.speaker_key for attrs in said if attrs.speaker_key and attrs.content.start <= main.fact.span.start < attrs.content.end]
    named = (fact for fact in context.of(ActorFact) if fact.key in keys[:1])
    return tuple(Party(0, 0, fact.key or "", fact.label, "name", fact.attrs.type) for fact in named)[:1]


def _announcer(one: Stretch, noun: str, known: Grammar) -> tuple[Party, ...]:
    """The subject of a sentence whose main verb has a noun behind it in the same clause."""
    line = one.scene.line
    verb = reported(line, one.start, one.end, known)
    if verb is None or verb.passive:
        return ()
    at = next((at for at in range(verb.end, one.end) if line.low[at] == noun), None)
    return participants(line, verb.subject, one.scene.actors) if at and not set(line.letters[verb.end : at]) & set("rhs;") else ()


def settled(context: Context, main: Told, told: Sequence[Told], scene: Sequence[Scene], opening: range) -> Told:
    """The main event with the place and the day that title, lead and dateline tell, where its own words tell none."""
    attrs, article, sentences = main.fact.attrs, context.reading.article, context.reading.sentences
    later, again = going_on(scene, context.reading, opening), happened(scene, context.reading, opening)
    numbers = dict.fromkeys((main.fact.sentence, opening.start, 0))
    top = [one for number in numbers if number < len(sentences) for one in stretches(scene, sentences[number])]
    days = [one.fact.attrs.date for one in told if one.fact.attrs.type == attrs.type and not one.fact.attrs.background]
    places, teams = context.of(LocationFact), attrs.type == "SPORT"
    where = attrs.location or place_told([*top, *again], later, article, places, home(context, main, numbers), teams=teams)
    titles = [one for one in top if not one.scene.line.number]
    where = narrower(where, [*titles, *again], places) if where else None
    when = _exact(attrs.date, day_happened(again) or day_told(top)) or next_day(later, top, days, article.published)
    if (where, when) == (attrs.location, attrs.date):
        return main
    attrs = msgspec.structs.replace(attrs, location=where, date=when)
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs, inferred=True))


def _exact(date: str | None, day: str | None) -> str | None:
    """A date with the day that is told elsewhere, if it has none and the day lies in it."""
    apart = date and (len(date) >= _DAY or (_CALENDAR.fullmatch(date) and not (day or "").startswith(date)))
    return date if apart else day or date


def counted(context: Context, main: Told, told: Sequence[Told], kin: Kin, where: str | None) -> Told:
    """The main event with the dead and injured that title and first sentences count where its own words do not: of harm, of "killed"
    without a cause, and of what soldiers, police and fighters do: "Troops cleared a village. In the fighting, one was killed".

    `where` is the place that its own words tell: who reports from another city counts the dead elsewhere.
    """
    attrs = main.fact.attrs
    if attrs.background:  # the report tells nothing newer, but whoever died then is not its toll
        return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=msgspec.structs.replace(attrs, quantities=())))
    kinds = _counting(main)
    if attrs.mode == "arrest" and not kinds:  # the toll of an arrest: whom those who arrest killed in it
        told, kinds = [one for one in told if one.fact.attrs.type == "ASSAULT" and _by_forces(one)], _ARREST
    if not kinds:
        return main
    counts = context.of(QuantityFact)
    own = list({sums.id: sums for fact in counts if fact.id in attrs.quantities for sums in [whole(fact, counts)]}.values())
    held = {fact.attrs.role for fact in own if fact.rule != KNOWN}
    mine = {name for one in told if not one.fact.attrs.background and one.fact.attrs.type in kinds for name in one.fact.attrs.quantities}
    others = {name for one in told if one.fact.attrs.background or one.fact.attrs.type not in kinds for name in one.fact.attrs.quantities}
    refused = main.fact.sentence if attrs.type in _COUNTED else None  # what its own sentence counts is told of others
    apart = {one.fact.sentence for one in told if one.fact.sentence and is_another(one)}  # "In a separate attack gunmen wounded five"
    free = [fact for fact in counts if (fact.id in mine or (fact.id not in others and kinds != _ARREST)) and fact.attrs.role not in held
            and fact.sentence != refused and fact.sentence not in apart]
    found = told_elsewhere(free, attrs.date, lambda place: kin.places_agree(place, where))
    more = [fact for fact in found if fact.rule != KNOWN or fact.attrs.role not in {one.attrs.role for one in own}]
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
    called = {*_called(main.who.source), *(main.line.low[slice(*main.found.subject)] if main.found.subject else ())}
    soldiers = any(party.type in _FORCES for party in main.who.source) or not _SOLDIERS.isdisjoint(called)
    armed = attrs.type in _OPERATIONS and (soldiers or not _POLICE.isdisjoint(called))  # the police arrest without a fight
    return _HARM | {"DEATH"} if killed or mourned or armed or (soldiers and attrs.type == "COERCE") else frozenset()


def _by_forces(one: Told) -> bool:
    """Whether soldiers or police are said to do it, or fighters suffer it and nobody is said to do it."""
    if not one.who.source:
        return not _FIGHTERS.isdisjoint(_called(one.who.target))
    return any(party.type == "military" for party in one.who.source) or not (_TROOPS | _POLICE).isdisjoint(_called(one.who.source))


def _called(side: Sequence[Party]) -> set[str]:
    return {word for party in side for word in party.label.lower().split()}
