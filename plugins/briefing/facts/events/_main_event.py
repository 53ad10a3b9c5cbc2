"""The main event made whole: who, where and when, from its sentence, the title, the lead and the dateline.

What its own words do not tell a reader concludes, so the event is then marked inferred. Refused: a subject for an accident or an
attack that the words tie nobody to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec

from ...model import ActorFact, AttributionFact, LocationFact
from ...reading import Sentence
from .._context import Context
from .._parties.participants import participants
from .._parties.parties import Party
from .._syntax.clauses import near
from .._syntax.grammar import Grammar, words
from ._again import Told
from ._counted import HARM
from ._headline import reported
from ._home import home
from ._roles import Roles, named_after
from ._scene import Scene, Stretch, stretches
from ._whereabouts import day_happened, day_told, going_on, happened, narrower, next_day, place_told

#: Classes of the project's own, which always have somebody whom they are about.
_OF_ANYBODY = words("NEWS BUSINESS DISCOVERY LAUNCH ELECTION LEGISLATION JUDICIAL APPOINTMENT SPORT OUTBREAK")
#: Who acts in and for a country: not troops, which may be abroad.
_BODIES = frozenset(("state", "organisation", "person"))
_DAY = 10  #: characters of a date to the day
_CALENDAR = re.compile(r"\d{4}(-\d\d)?")  #: a year or a month


def with_subject(context: Context, main: Told, scene: Sequence[Scene], sentences: Sequence[Sentence], known: Grammar) -> Told:
    """The main event with whom its own words leave out: of a noun the subject of its sentence or the lead's ("Lee announced the
    appointments"), of any other news whom its subject names at all ("sales at Lee Brothers"), who the title's subject is, who says it."""
    if main.who.source or main.who.target or main.fact.attrs.type in HARM:
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
    date = attrs.date or _dated_below(main, told, opening)
    when = _exact(date, day_happened(again) or day_told(top)) or next_day(later, top, days, article.published)
    when = when or (article.dateline.date if article.dateline else None)
    if (where, when) == (attrs.location, attrs.date):
        return main
    attrs = msgspec.structs.replace(attrs, location=where, date=when)
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs, inferred=True))


def _dated_below(main: Told, told: Sequence[Told], opening: range) -> str | None:
    """The date of an attack in the title, where the lead tells of it as past: "An attack that killed nine in April was justified"."""
    below = (one.fact.attrs for one in told if one.fact.sentence in opening) if not main.fact.sentence else ()
    return next((attrs.date for attrs in below if attrs.date and attrs.type == main.fact.attrs.type == "ASSAULT"), None)


def _exact(date: str | None, day: str | None) -> str | None:
    """A date with the day that is told elsewhere, if it has none and the day lies in it."""
    apart = date and (len(date) >= _DAY or (_CALENDAR.fullmatch(date) and not (day or "").startswith(date)))
    return date if apart else day or date
