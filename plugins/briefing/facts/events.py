"""What happened: events by PLOVER class and mode, with source, target, place, date, weapons and toll.

Classes are PLOVER's sixteen (AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN,
PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT). News has events that PLOVER leaves out; they get classes of the project's own,
named in lexicon/data/event_verbs.csv: DISASTER, ACCIDENT, OUTBREAK, ELECTION, LEGISLATION, JUDICIAL, APPOINTMENT, DEATH,
LAUNCH, DISCOVERY, BUSINESS, SPORT. Refused: what is denied, conditional, possible or asked for, and what a quotation says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from ..event_names import event_name
from ..model import ActorFact, EventAttrs, EventFact, Fact, LocationFact, QuantityFact, Span, TimeFact, WeaponFact
from ..reading import Sentence
from ._again import Kin, Told, completed, enriched, points_back
from ._clauses import Line, Placed, by_line, lines, near, outermost, place
from ._context import Context
from ._evidence import make
from ._grammar import Grammar, grammar
from ._headline import reported
from ._nameless import people_nouns
from ._news import is_background, is_sport, lead, main_event, outcomes
from ._parties import Party, armed, nameless_facts, nouns, parties, pronouns, state_facts, users
from ._quotes import is_speech, quotations
from ._roles import Roles, roles, somebody
from ._settings import Setting, date_of, place_of, tolls_of, weapons_of
from ._speakers import Speakers
from ._tolls import told_elsewhere
from ._triggers import Found, triggers
from ._whereabouts import Stretch, day_told, place_told

_VIOLENT = frozenset(("ASSAULT", "COERCE", "ACCIDENT", "DISASTER", "DEATH"))
#: Of which a reader asks how many were harmed, wherever the article says it.
_HARM = frozenset(("ASSAULT", "ACCIDENT", "DISASTER"))
_ARMED = frozenset(("ASSAULT", "MOBILIZE"))
#: PLOVER's own classes: in these a country acts, elsewhere it is where something is.
_PLOVER = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
                     "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
_DAY = 10  #: characters of a date to the day
_LONGEST_NAME = 20  #: tokens
#: Classes of what parties say or grant to one another: without a party nothing is told.
_BETWEEN = frozenset(("AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "AID", "BUSINESS"))
#: What a future event is, by PLOVER: a promise or a threat.
_PROMISED = frozenset(("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "AGREE"))
_THREAT_MODES = {"ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations", "PROTEST": "relations"}


def extract(context: Context) -> Iterator[Fact]:
    """Every event of the article in text order; at most one of them is the main event. Then the states that take part by the
    name of their country."""
    known = grammar(context.lexicon)
    found = lines(context.reading, known)
    kin = _kin(context)
    scene = _scene(context, known, found)
    told = completed(list(_classed(list(_all_told(context, known, scene)))), kin)
    opening = lead(context.reading)
    chosen = main_event([one.fact for one in told], opening)
    if chosen is None and (other := _other_news(context, known, scene, opening)) is not None:
        chosen = len(told)
        told.append(other)
    if chosen is not None:
        told[chosen] = enriched(told[chosen], [one for one in told if one.fact.sentence < opening.stop], kin)
        told[chosen] = _settled(context, told[chosen], scene, opening)
        told[chosen] = _counted(context, told, chosen, kin)
    for number, one in enumerate(told):
        attrs = msgspec.structs.replace(one.fact.attrs, main=number == chosen)
        yield msgspec.structs.replace(one.fact, attrs=attrs, label=_label(one))
    taking_part = [party for one in told for party in (*one.who.source, *one.who.target)]
    yield from state_facts(taking_part, context.reading, context.lexicon)
    yield from nameless_facts(taking_part, context.reading)


class _Scene(msgspec.Struct, frozen=True):
    """A line with everything that events are made of."""

    line: Line
    setting: Setting
    actors: Sequence[Party]
    weapons: Sequence[Party]  #: weapons as those who use them


def _scene(context: Context, known: Grammar, found: tuple[Line, ...]) -> list[_Scene]:
    """Every line with who and what stands in it."""
    carriers = users(context.of(WeaponFact), context.of(ActorFact))
    settings = list(_settings(context, found))
    people = people_nouns(context.lexicon)
    speakers = Speakers(found, tuple(tuple(setting.actors) for setting in settings))
    scene = []
    for index, (line, setting) in enumerate(zip(found, settings, strict=True)):
        actors = parties(setting.actors, setting.locations, context.lexicon)
        told = [*actors, *pronouns(index, line, actors, speakers)]
        actors = sorted([*told, *nouns(line, told, people)], key=lambda party: party.start)
        scene.append(_Scene(line, setting, actors, armed(setting.weapons, carriers)))
    return scene


def _other_news(context: Context, known: Grammar, scene: Sequence[_Scene], opening: range) -> Told | None:
    """What the lead, or else the title, reports by its main verb, where no listed event is the news."""
    sentences = context.reading.sentences
    for number in dict.fromkeys((opening.start, 0)):
        for one in _stretches(scene, sentences[number]) if number < len(sentences) else ():
            trigger = reported(one.line, one.start, one.end, known) if one.end - one.start > 2 else None
            if trigger is not None:
                index = next(at for at, other in enumerate(scene) if other.line is one.line)
                who = roles(one.line, trigger, scene[index].actors)
                fact = _fact(context, known, one.line, trigger, who, one.setting)
                return Told(index, one.line, trigger, who, msgspec.structs.replace(fact, rule="events.news"))
    return None


def _settled(context: Context, main: Told, scene: Sequence[_Scene], opening: range) -> Told:
    """The main event with the place and the day that title, lead and dateline tell, where its own words tell none."""
    attrs, sentences = main.fact.attrs, context.reading.sentences
    numbers = dict.fromkeys((main.fact.sentence, opening.start, 0))
    stretches = [one for number in numbers if number < len(sentences) for one in _stretches(scene, sentences[number])]
    where = attrs.location or place_told(stretches, context.reading.article, context.of(LocationFact))
    when = attrs.date if attrs.date and len(attrs.date) >= _DAY else day_told(stretches) or attrs.date
    if (where, when) == (attrs.location, attrs.date):
        return main
    attrs = msgspec.structs.replace(attrs, location=where, date=when)
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs, inferred=True))


def _counted(context: Context, told: Sequence[Told], chosen: int, kin: Kin) -> Told:
    """The main event of harm, with the dead and injured that title and first sentences count where its own words do not."""
    main = told[chosen]
    attrs = main.fact.attrs
    if attrs.type not in _HARM:
        return main
    counts = context.of(QuantityFact)
    held = {fact.attrs.role for fact in counts if fact.id in attrs.quantities}
    others = {name for one in told if one.fact.attrs.background or one.fact.attrs.type != attrs.type for name in one.fact.attrs.quantities}
    free = [fact for fact in counts if fact.id not in others and fact.attrs.role not in held]
    more = told_elsewhere(free, attrs.date, lambda place: kin.places_agree(place, attrs.location))
    if not more:
        return main
    attrs = msgspec.structs.replace(attrs, quantities=(*attrs.quantities, *(fact.id for fact in more)))
    return msgspec.structs.replace(main, fact=msgspec.structs.replace(main.fact, attrs=attrs))


def _stretches(scene: Sequence[_Scene], sentence: Sentence) -> Iterator[Stretch]:
    """A sentence in its line."""
    for one in scene:
        inside = [at for at, token in enumerate(one.line.tokens) if sentence.start <= token.start < sentence.end]
        if inside:
            yield Stretch(one.line, inside[0], inside[-1] + 1, one.setting)


def _all_told(context: Context, known: Grammar, scene: Sequence[_Scene]) -> Iterator[Told]:
    """Every trigger with its participants and setting, in text order; one of a weak word alone only where it points back."""
    found = tuple(one.line for one in scene)
    marks = quotations(found)
    sport = is_sport(found, known)
    for index, one in enumerate(scene):
        line, setting = one.line, one.setting
        closed = [(mark.start, mark.end) for mark in marks if mark.line == index and line.number and is_speech(line, mark)]
        for trigger in triggers(line, known, closed + _names(setting)):
            who = roles(line, trigger, one.actors, one.weapons)
            who = who if _class(trigger)[0] in _PLOVER else who.without_places()
            fact = _fact(context, known, line, trigger, who, setting)
            doubtful = bool(line.number) and not somebody(line, trigger, known) and _nobody_s(trigger, fact, who)
            played = sport and fact.attrs.type == "ASSAULT" and not fact.attrs.weapons
            if not played and (not doubtful or points_back(line, trigger)):
                yield Told(index, line, trigger, who, fact, doubtful)


def _kin(context: Context) -> Kin:
    of = {actor.key: actor.attrs.of for actor in context.of(ActorFact) if actor.key and actor.attrs.of}
    return Kin(of, {place.key: place.attrs.within for place in context.of(LocationFact) if place.key})


def _classed(told: Sequence[Told]) -> Iterator[Told]:
    """The events with deaths and damage classed by their cause."""
    facts = [one.fact for one in told]
    caused = [one.found.trigger.row["frame"] == "ox" and one.fact.attrs.type == "ASSAULT" for one in told]
    for one, kind, outcome in zip(told, outcomes(facts, caused), caused, strict=True):
        if kind == one.fact.attrs.type and not outcome:
            yield one
        elif kind == one.fact.attrs.type:
            yield msgspec.structs.replace(one, fact=msgspec.structs.replace(one.fact, rule="events.outcome"))
        elif kind == "ASSAULT":
            attrs = msgspec.structs.replace(one.fact.attrs, type=kind, mode="explosives")
            yield msgspec.structs.replace(one, fact=msgspec.structs.replace(one.fact, attrs=attrs))
        elif kind is not None:
            who = Roles((), tuple(party for party in one.who.target if party.place is None))
            attrs = msgspec.structs.replace(one.fact.attrs, type=kind, mode=None, source=(), target=who.told("target"), weapons=())
            yield msgspec.structs.replace(one, who=who, fact=msgspec.structs.replace(one.fact, attrs=attrs, rule="events.outcome"))


def _settings(context: Context, found: tuple[Line, ...]) -> Iterator[Setting]:
    """The facts of each line; a place within an actor's name, or a people within a place's, is left out."""
    kinds = [by_line(found, context.of(kind)) for kind in (ActorFact, LocationFact, TimeFact, WeaponFact, QuantityFact)]
    for line, *facts in zip(found, *kinds, strict=True):
        named = outermost(place(line, (*_telling(facts[0]), *facts[1])))
        actors = [item for item in named if isinstance(item.fact, ActorFact)]
        places = [item for item in place(line, facts[1]) if not _nested(item, near(actors, item.start - _LONGEST_NAME, item.end))]
        yield Setting(actors, places, *(place(line, of_kind) for of_kind in facts[2:]))


def _telling(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The actors of a line, in text order, but those without identity that hold one with: "Hausa politicians"."""
    held = [fact.span for fact in facts if isinstance(fact, ActorFact) and (fact.key or fact.attrs.of)]
    for fact in facts:
        if isinstance(fact, ActorFact):
            at = bisect_left(held, Span(fact.span.start, 0))
            if fact.key or fact.attrs.of or at == len(held) or held[at].start >= fact.span.end:
                yield fact


def _names(setting: Setting) -> list[tuple[int, int]]:
    """Where names stand: the space shuttle Discovery is no discovery."""
    return [(item.start, item.end) for item in (*setting.actors, *setting.locations)
            if isinstance(item.fact, ActorFact | LocationFact) and item.fact.attrs.form == "name"]


def _nested(item: Placed, actors: Sequence[Placed]) -> bool:
    return any(item.end <= actor.end and (actor.start, actor.end) != (item.start, item.end) for actor in actors)


def _fact(context: Context, known: Grammar, line: Line, found: Found, who: Roles, setting: Setting) -> EventFact:
    """The event of a trigger."""
    when, where = date_of(line, found, setting), place_of(line, found, setting)
    kind, mode = _class(found)
    weapons = weapons_of(line, found, setting) if kind in _ARMED else ()
    if kind == "ASSAULT" and not mode:
        mode = next((known.modes[w.attrs.type] for w in weapons if w.attrs.type in known.modes), "")
    article = context.reading.article
    span = line.span(found.start, found.end)
    opens = context.reading.sentence_at(span.start) in context.reading.sentences[:2]
    dated = when.attrs.value if when else (article.dateline.date if opens and article.dateline else None)
    attrs = EventAttrs(
        type=kind, mode=mode or None, source=who.told("source"), target=who.told("target"), location=where, date=dated,
        weapons=tuple(dict.fromkeys(w.key for w in weapons if w.key)),
        quantities=tuple(q.id for q in tolls_of(line, found, setting, dated)) if kind in _VIOLENT else (),
        background=is_background(line, found, when, article.published),
    )
    rule = f"events.{found.turned}" if found.turned else "events.noun" if found.group is None else "events.verb"
    return make(EventFact, context.reading, span, key=None, label=kind, rule=rule, attrs=attrs)


def _nobody_s(found: Found, fact: EventFact, who: Roles) -> bool:
    """Whether a trigger lacks what would make it an event: a weak word a participant or a place, words between parties a
    party, a threat or a road block somebody behind it."""
    kind = fact.attrs.type
    if kind == "THREATEN" or fact.attrs.mode == "obstruct":
        return not who.source
    alone = all(party.span is not None for party in (*who.source, *who.target))  # by nouns alone: "the meeting of leaders"
    return alone and (kind in _BETWEEN or (bool(found.trigger.row.get("weak")) and fact.attrs.location is None))


def _class(found: Found) -> tuple[str, str]:
    """Class and mode; what is yet to come is a promise or a threat, and a promise denied is a refusal."""
    kind = found.trigger.row["type"]
    if found.turned == "future":
        return ("AGREE", "") if kind in _PROMISED else ("THREATEN", _THREAT_MODES.get(kind, ""))
    if found.turned == "refused":
        return "REJECT", ""
    return kind, found.trigger.row["mode"]


def _label(one: Told) -> str:
    """ "Violence: Hamas → Israel", "Violence: gunmen → Mali"; the trigger's own word where no participant is known."""
    source = ", ".join(party.label for party in one.who.source)
    target = ", ".join(party.label for party in one.who.target)
    if source and target:
        parties = f"{source} → {target}"
    elif target:
        parties = f"→ {target}" if one.found.trigger.row["frame"] not in ("o", "s2") else target
    else:
        parties = source or one.fact.quote.lower()
    return f"{event_name(one.fact.attrs.type, one.fact.attrs.mode)}: {parties}"
