"""What happened: events by PLOVER class and mode, with source, target, place, date, weapons and toll.

Classes are PLOVER's sixteen (AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN,
PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT). News has events that PLOVER leaves out; they get classes of the project's own,
named in lexicon/data/event_verbs.csv: DISASTER, ACCIDENT, OUTBREAK, ELECTION, LEGISLATION, JUDICIAL, APPOINTMENT, DEATH,
LAUNCH, DISCOVERY, BUSINESS, SPORT. Refused: what is denied, conditional, possible or asked for, and what a quotation says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ...event_names import event_name
from ...model import ActorFact, EventAttrs, EventFact, Fact, LocationFact, WeaponFact
from .._context import Context
from .._evidence import make
from .._parties.parties import nameless_facts, state_facts
from .._syntax.clauses import Line, lines
from .._syntax.grammar import Grammar, grammar
from .._syntax.quotes import is_speech, quotations
from ._again import Kin, Told, completed, enriched, owned_up, points_back
from ._counted import counted
from ._deeds import asides, deed, threatens_deed
from ._found import Found
from ._headline import announced, reported
from ._home import home_facts
from ._main_event import settled, with_subject
from ._news import TITLED_LEAD, below, is_background, is_sport, lead, main_event, outcomes
from ._roles import Roles, published, roles, somebody, teams
from ._scene import Scene, names, scenes, stretches
from ._settings import Setting, date_of, place_of, tolls_of, weapons_of
from ._triggers import triggers

_VIOLENT = frozenset(("ASSAULT", "COERCE", "ACCIDENT", "DISASTER", "DEATH"))
#: Weapons that go off where somebody has put or thrown them.
_BOMBS = frozenset(("bomb", "booby-trap", "car-bomb", "grenade", "ied", "landmine", "letter-bomb", "molotov", "suicide-car-bomb",
                    "suicide-vest"))
_TOP = 3  #: sentences of title and lead
_ARMED = frozenset(("ASSAULT", "MOBILIZE"))
#: PLOVER's own classes: in these a country acts, elsewhere it is where something is.
_PLOVER = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
                     "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
#: Classes of what parties say or grant to one another: without a party nothing is told.
_BETWEEN = frozenset(("AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "AID", "BUSINESS"))
#: ... and what is said of somebody, for which it is enough to know whose they are.
_REPROACHES = frozenset(("ACCUSE", "REJECT"))
#: What a future event is, by PLOVER: a promise or a threat.
_PROMISED = frozenset(("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "AGREE"))
_THREAT_MODES = {"ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations", "PROTEST": "relations"}


def extract(context: Context) -> Iterator[Fact]:
    """Every event of the article in text order, at most one of them the main event. Then the states that take part by the name of
    their country, and those who take part without a name."""
    known = grammar(context.lexicon)
    told, chosen = _told(context, known)
    for number, one in enumerate(told):
        attrs = msgspec.structs.replace(one.fact.attrs, main=number == chosen, background=one.fact.attrs.background and number != chosen)
        yield msgspec.structs.replace(one.fact, attrs=attrs, label=_label(one))
        yield from home_facts(context, one.fact) if number == chosen else ()
    taking_part = [party for one in told for party in (*one.who.source, *one.who.target)]
    yield from state_facts(taking_part, context.reading, context.lexicon)
    yield from nameless_facts(taking_part, context.reading)


def _told(context: Context, known: Grammar) -> tuple[list[Told], int | None]:
    """Every event, and the number of the main one."""
    scene, kin, opening = scenes(context, lines(context.reading, known)), _kin(context), lead(context.reading)
    told = completed(list(_classed(list(_all_told(context, known, scene)), context)), kin)
    facts = [one.fact for one in told]
    beside = asides(told, titled=len(opening) <= TITLED_LEAD)
    chosen = deed(facts, main_event(facts, opening, beside), opening)
    if chosen is None:
        told, chosen = _unlisted(told, _other_news(context, known, scene, opening), below(facts, opening, beside))
    if chosen is not None:
        main = owned_up(enriched(told[chosen], [one for one in told if one.fact.sentence < opening.stop], kin), told, kin)
        sentences = context.reading.sentences
        top = [sentences[n] for n in (main.fact.sentence, opening.start, 0) if n < len(sentences)]
        main = with_subject(context, main, scene, top, known)
        told[chosen] = counted(context, settled(context, main, told, scene, opening), told, kin, main.fact.attrs.location)
    return told, chosen


def _unlisted(told: list[Told], other: Told | None, deeper: int | None) -> tuple[list[Told], int | None]:
    """The events and the number of the main one, where title and lead tell none of them as news: what they tell else, or the deed or
    mishap told `deeper` down. An old deed or the figures of a past month may be the news all the same, if nothing newer is."""
    old = next((number for number, one in enumerate(told) if other and one.fact.span.start == other.fact.span.start), None)
    if other is None or (old is not None and deeper is not None):
        return told, deeper
    return ([*told, other], len(told)) if old is None else (told, old)


def _other_news(context: Context, known: Grammar, scene: Sequence[Scene], opening: range) -> Told | None:
    """What the lead, or else the title, reports by its main verb, where no listed event is the news."""
    sentences = context.reading.sentences
    for number in dict.fromkeys((opening.start, 0)):
        for one in stretches(scene, sentences[number]) if number < len(sentences) else ():
            line, trigger = one.scene.line, reported(one.scene.line, one.start, one.end, known)
            if trigger is not None:
                trigger = announced(one.scene.line, trigger, one.end, known) or trigger
                who = roles(line, trigger, one.scene.actors)
                doers = (p for p in who.source if p.words or line.letters[p.end : p.end + 1] != "z")  # "Spain's exports rose"
                who = published(line, trigger, Roles(tuple(doers), who.target))
                fact = _fact(context, known, line, trigger, who, one.scene.setting)
                return Told(one.scene.index, line, trigger, who, msgspec.structs.replace(fact, rule="events.news"))
    return None


def _all_told(context: Context, known: Grammar, scene: Sequence[Scene]) -> Iterator[Told]:
    """Every trigger with its participants and setting, in text order; one of a weak word alone only where it points back."""
    found = tuple(one.line for one in scene)
    marks = quotations(found)
    sport = is_sport(found, known)
    for index, one in enumerate(scene):
        line, setting = one.line, one.setting
        closed = [(mark.start, mark.end) for mark in marks if mark.line == index and line.number and is_speech(line, mark)]
        for trigger in triggers(line, known, closed + names(setting)):
            who = roles(line, trigger, one.actors, one.weapons)
            who = who if _class(trigger)[0] in _PLOVER else who.without_places()
            who = teams(line, trigger, who, setting.locations) if _class(trigger)[0] == "SPORT" else who
            fact = _fact(context, known, line, trigger, who, setting)
            peopled = somebody(line, trigger, known) or threatens_deed(line, trigger, known)
            doubtful = bool(line.number) and not peopled and _nobody_s(trigger, fact, who)
            played = sport and fact.attrs.type == "ASSAULT" and not fact.attrs.weapons and not fact.attrs.quantities
            if not played and (not doubtful or points_back(line, trigger)):
                yield Told(index, line, trigger, who, fact, doubtful)


def _kin(context: Context) -> Kin:
    of = {actor.key: actor.attrs.of for actor in context.of(ActorFact) if actor.key and actor.attrs.of}
    return Kin(of, {place.key: place.attrs.within for place in context.of(LocationFact)
                     if place.key and (place.attrs.country or place.attrs.within)})


def _armed(context: Context) -> frozenset[int]:
    """The sentences that name a bomb."""
    return frozenset(weapon.sentence for weapon in context.of(WeaponFact) if weapon.key in _BOMBS)


def _classed(told: Sequence[Told], context: Context) -> Iterator[Told]:
    """The events with deaths and damage classed by their cause."""
    facts = [one.fact for one in told]
    caused = [one.found.trigger.row["frame"] == "ox" and one.fact.attrs.type == "ASSAULT" for one in told]
    fought = any(actor.attrs.type == "armed_group" and actor.sentence <= _TOP for actor in context.of(ActorFact))
    kinds = outcomes(facts, caused, _armed(context), fought=fought)
    for one, kind, outcome in zip(told, kinds, caused, strict=True):
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


def _fact(context: Context, known: Grammar, line: Line, found: Found, who: Roles, setting: Setting) -> EventFact:
    """The event of a trigger."""
    when, where = date_of(line, found, setting), place_of(line, found, setting)
    kind, mode = _class(found)
    if (kind, mode) == ("COERCE", "seize") and _is_abduction(line, found, who):
        kind, mode = "ASSAULT", "abduct"
    weapons = weapons_of(line, found, setting) if kind in _ARMED else ()
    if kind == "ASSAULT" and not mode:
        mode = next((known.modes[w.attrs.type] for w in weapons if w.attrs.type in known.modes), "")
    article = context.reading.article
    span = line.span(found.start, found.end)
    opens = context.reading.sentence_at(span.start) in context.reading.sentences[:2] and span.start >= article.body_start
    dated = when.attrs.value if when else (article.dateline.date if opens and article.dateline else None)
    attrs = EventAttrs(
        type=kind, mode=mode or None, source=who.told("source"), target=who.told("target"), location=where, date=dated,
        weapons=tuple(dict.fromkeys(w.key for w in weapons if w.key)),
        quantities=tuple(q.id for q in tolls_of(line, found, setting, dated)) if kind in _VIOLENT else (),
        background=is_background(line, found, when, article.published, known),
    )
    rule = f"events.{found.turned}" if found.turned else "events.noun" if found.group is None else "events.verb"
    return make(EventFact, context.reading, span, key=None, label=kind, rule=rule, attrs=attrs)


def _is_abduction(line: Line, found: Found, who: Roles) -> bool:
    """Whether it is people alone whom somebody seizes, and no force of a state does it; nor does panic."""
    thing = found.subject is not None and not found.passive and not who.source
    people = not thing and bool(who.target) and all(party.type in ("person", "person_group") for party in who.target)
    people = people or line.low[found.end : found.end + 1] in (("him",), ("her",), ("them",))
    return people and all(party.type in ("armed_group", "person", "person_group") for party in who.source)


def _nobody_s(found: Found, fact: EventFact, who: Roles) -> bool:
    """Whether a trigger lacks what would make it an event: a weak word a participant or a place, words between parties a
    party, a threat or a road block somebody behind it."""
    kind = fact.attrs.type
    if (kind == "THREATEN" and (found.turned or not fact.attrs.mode)) or fact.attrs.mode == "obstruct":
        return not who.source
    told = kind in _REPROACHES  # "the minister was criticised by members" tells of somebody's minister
    if kind == "SANCTION" and not who.source and not who.target:
        return True  # "the flood cut off supplies"
    alone = all(party.span and not (told and party.key) for party in (*who.source, *who.target))  # "the meeting of leaders"
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
