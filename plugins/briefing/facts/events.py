"""What happened: events by PLOVER class and mode, with source, target, place, date, weapons and toll.

Classes are PLOVER's sixteen (AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN,
PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT). News has events that PLOVER leaves out; they get classes of the project's own,
named in lexicon/data/event_verbs.csv: DISASTER, ACCIDENT, OUTBREAK, ELECTION, LEGISLATION, JUDICIAL, APPOINTMENT, DEATH,
LAUNCH, DISCOVERY, BUSINESS, SPORT. Refused: what is denied, conditional, possible or asked for, and what a quotation says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ..model import ActorFact, EventAttrs, EventFact, Fact, LocationFact, QuantityFact, TimeFact, WeaponFact
from ._clauses import Line, Placed, by_line, lines, near, outermost, place
from ._context import Context
from ._evidence import make
from ._grammar import Grammar, grammar
from ._news import is_background, is_sport, lead, main_event, outcomes
from ._quotes import is_speech, quotations
from ._roles import Party, Roles, armed, parties, roles, somebody, users
from ._settings import Setting, date_of, place_of, tolls_of, weapons_of
from ._speakers import Speakers
from ._triggers import Found, triggers

_VIOLENT = frozenset(("ASSAULT", "COERCE", "ACCIDENT", "DISASTER", "DEATH"))
_ARMED = frozenset(("ASSAULT", "MOBILIZE"))
_LONGEST_NAME = 20  #: tokens
#: Classes of what parties say or grant to one another: without a party nothing is told.
_BETWEEN = frozenset(("AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "AID", "BUSINESS"))
#: What a future event is, by PLOVER: a promise or a threat.
_PROMISED = frozenset(("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "AGREE"))
_THREAT_MODES = {"ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations", "PROTEST": "relations"}


def extract(context: Context) -> Iterator[Fact]:
    """Every event of the article in text order; at most one of them is the main event."""
    known = grammar(context.lexicon)
    found = lines(context.reading, known)
    marks = quotations(found)
    carriers = users(context.of(WeaponFact), context.of(ActorFact))
    sport = is_sport(found, known)
    told: list[tuple[Found, Roles, EventFact]] = []
    settings = list(_settings(context, found))
    speakers = Speakers(found, tuple(tuple(setting.actors) for setting in settings))
    for index, (line, setting) in enumerate(zip(found, settings, strict=True)):
        actors = parties(setting.actors, setting.locations, context.lexicon)
        actors = sorted([*actors, *_pronouns(index, line, actors, speakers)], key=lambda party: party.start)
        closed = [(mark.start, mark.end) for mark in marks if mark.line == index and line.number and is_speech(line, mark)]
        for trigger in triggers(line, known, closed + _names(setting)):
            who = roles(line, trigger, actors, armed(setting.weapons, carriers))
            fact = _fact(context, known, line, trigger, who, setting)
            if fact is not None and not (sport and fact.attrs.type == "ASSAULT" and not fact.attrs.weapons):
                told.append((trigger, who, fact))
    facts = list(_classed(told))
    chosen = main_event(facts, lead(context.reading))
    for index, fact in enumerate(facts):
        yield fact if index != chosen else msgspec.structs.replace(fact, attrs=msgspec.structs.replace(fact.attrs, main=True))


def _classed(told: Sequence[tuple[Found, Roles, EventFact]]) -> Iterator[EventFact]:
    """The events with deaths and damage classed by their cause."""
    facts = [fact for _, _, fact in told]
    caused = [found.trigger.row["frame"] == "ox" and fact.attrs.type == "ASSAULT" for found, _, fact in told]
    for (found, who, fact), kind, outcome in zip(told, outcomes(facts, caused), caused, strict=True):
        if kind == fact.attrs.type:
            yield msgspec.structs.replace(fact, rule="events.outcome") if outcome else fact
        elif kind is not None:
            attrs = msgspec.structs.replace(fact.attrs, type=kind, mode=None, source=(), weapons=())
            label = _label(fact.quote, found, kind, Roles((), who.target))
            yield msgspec.structs.replace(fact, attrs=attrs, rule="events.outcome", label=label)


def _settings(context: Context, found: tuple[Line, ...]) -> Iterator[Setting]:
    """The facts of each line; a place within an actor's name, or a people within a place's, is left out."""
    kinds = [by_line(found, context.of(kind)) for kind in (ActorFact, LocationFact, TimeFact, WeaponFact, QuantityFact)]
    for line, *facts in zip(found, *kinds, strict=True):
        known = (fact for fact in facts[0] if isinstance(fact, ActorFact) and (fact.key or fact.attrs.of))
        named = outermost(place(line, (*known, *facts[1])))
        actors = [item for item in named if isinstance(item.fact, ActorFact)]
        places = [item for item in place(line, facts[1]) if not _nested(item, near(actors, item.start - _LONGEST_NAME, item.end))]
        yield Setting(actors, places, *(place(line, of_kind) for of_kind in facts[2:]))


def _pronouns(index: int, line: Line, actors: Sequence[Party], speakers: Speakers) -> Iterator[Party]:
    """ "He" and "she" as the person that each must mean; nobody where two could be meant."""
    taken = {actor.start for actor in actors}
    for at, word in enumerate(line.low):
        if word in ("he", "she") and at not in taken:
            person = speakers.actor(index, (at, at + 1), None)
            if person is not None and person.key:
                yield Party(at, at + 1, person.key, person.label, "pronoun", person.attrs.type)


def _names(setting: Setting) -> list[tuple[int, int]]:
    """Where names stand: the space shuttle Discovery is no discovery."""
    return [(item.start, item.end) for item in (*setting.actors, *setting.locations)
            if isinstance(item.fact, ActorFact | LocationFact) and item.fact.attrs.form == "name"]


def _nested(item: Placed, actors: Sequence[Placed]) -> bool:
    return any(item.end <= actor.end and (actor.start, actor.end) != (item.start, item.end) for actor in actors)


def _fact(context: Context, known: Grammar, line: Line, found: Found, who: Roles, setting: Setting) -> EventFact | None:
    """The event of a trigger; None where a weak word stands alone."""
    row = found.trigger.row
    when, where = date_of(line, found, setting), place_of(line, found, setting)
    kind, mode = _class(found)
    if line.number and not somebody(line, found, known) and _nobody_s(row, kind, mode, who, where):
        return None
    weapons = weapons_of(line, found, setting) if kind in _ARMED else ()
    if kind == "ASSAULT" and not mode:
        mode = next((known.modes[w.attrs.type] for w in weapons if w.attrs.type in known.modes), "")
    article = context.reading.article
    span = line.span(found.start, found.end)
    opens = context.reading.sentence_at(span.start) in context.reading.sentences[:2]
    dated = when.attrs.value if when else (article.dateline.date if opens and article.dateline else None)
    attrs = EventAttrs(
        type=kind, mode=mode or None, source=_keys(who.source), target=_keys(who.target), location=where, date=dated,
        weapons=tuple(dict.fromkeys(w.key for w in weapons if w.key)),
        quantities=tuple(q.id for q in tolls_of(line, found, setting)) if kind in _VIOLENT else (),
        background=is_background(line, found, when, article.published),
    )
    rule = f"events.{found.turned}" if found.turned else "events.noun" if found.group is None else "events.verb"
    label = _label(context.reading.text[span.start : span.end], found, kind, who)
    return make(EventFact, context.reading, span, key=None, label=label, rule=rule, attrs=attrs)


def _nobody_s(row: Mapping[str, str], kind: str, mode: str, who: Roles, where: str | None) -> bool:
    """Whether a trigger lacks what would make it an event: a weak word a participant or a place, words between parties a
    party, a threat or a road block somebody behind it."""
    if kind == "THREATEN" or mode == "obstruct":
        return not who.source
    alone = not who.source and not who.target
    return alone and (kind in _BETWEEN or (bool(row.get("weak")) and where is None))


def _class(found: Found) -> tuple[str, str]:
    """Class and mode; what is yet to come is a promise or a threat, and a promise denied is a refusal."""
    kind = found.trigger.row["type"]
    if found.turned == "future":
        return ("AGREE", "") if kind in _PROMISED else ("THREATEN", _THREAT_MODES.get(kind, ""))
    if found.turned == "refused":
        return "REJECT", ""
    return kind, found.trigger.row["mode"]


def _keys(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(party.key for party in parties)


def _label(quote: str, found: Found, kind: str, who: Roles) -> str:
    """ "Assault: Hamas → Israel"; the trigger's own word where no participant is known."""
    source = ", ".join(fact.label for fact in who.source)
    target = ", ".join(fact.label for fact in who.target)
    if source and target:
        parties = f"{source} → {target}"
    elif target:
        parties = f"→ {target}" if found.trigger.row["frame"] not in ("o", "s2") else target
    else:
        parties = source or quote.lower()
    return f"{kind.capitalize()}: {parties}"
