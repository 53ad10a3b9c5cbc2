"""Weapons and military platforms, with who uses them where the sentence says so.

A key is a class ("ballistic-missile") or a designation ("ac-130"), the same in every article. "The aircraft" of an article that
names an AC-130 is that AC-130, and marked as inferred. Refuses to guess a user from another sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from ...model import ActorFact, Fact, LocationFact, Span, WeaponAttrs, WeaponFact
from .._context import Context
from .._evidence import make
from .._lookup import Same, word_set
from .._parties.parties import Party, parties
from .._syntax.clauses import Line, by_line, lines, outermost, place
from .._syntax.grammar import grammar
from ._find import Kind, Sighting, sightings
from ._users import HELD, user

#: A sentence with more actors than this is a list; the rest is not asked who used what.
_CROWD = 40
#: General words that may stand for a designation of the article.
_GENERAL = word_set("aircraft military-aircraft warplane helicopter military-helicopter drone warship tank")


def extract(context: Context) -> Iterator[Fact]:
    """A fact for every weapon that the title and the body name, in text order."""
    reading, tables = context.reading, context.lexicon.tables
    others = sorted([*(name.span for name in context.names if name.kind != "other"), *(actor.span for actor in context.of(ActorFact))])
    bodies = {actor.span for actor in context.of(ActorFact) if actor.attrs.form == "name"}  # APC is also a party
    found = list(sightings(reading, Same(tables.get("weapons", ())), Same(tables.get("weapons_not", ())), others))
    found = [sighting for sighting in found if Span(sighting.start, sighting.end) not in bodies]
    found = sorted([*found, *_ships_again(context, found)], key=lambda sighting: sighting.start)
    actors: dict[int, list[ActorFact]] = {}
    for fact in context.of(ActorFact) if found else ():
        actors.setdefault(fact.sentence, []).append(fact)
    named = _only_ones(found)
    told: dict[str, Kind] = {}
    used_by, last = None, 0
    scenes = _scenes(context) if found else {}
    for sighting in found:
        kind = _meant(reading.text, sighting, named, told)
        told.update((kind.key[at + 1 :], kind) for at, mark in enumerate(kind.key) if mark == "-")
        inferred = kind is not sighting.kind
        sentence = reading.sentence_at(sighting.start)
        there = actors.get(sentence.index, [])[:_CROWD] if sentence else []
        joined = reading.text[last : sighting.start] in (" and ", ", ", " or ")
        scene = scenes.get(sentence.paragraph) if sentence else None
        used_by, last = _user(reading.text, sighting, there, scene) or (used_by if joined else None), sighting.end
        yield make(
            WeaponFact, reading, Span(sighting.start, sighting.end), key=kind.key, label=kind.name, inferred=inferred,
            rule="weapons.coreference" if inferred else sighting.rule,
            attrs=WeaponAttrs(type=kind.type, used_by=used_by),
        )


#: Of so many ships at most the name alone is looked for.
_FLEET = 20
_SHIP_NAME = re.compile(r"[A-Z]{2,5} (?P<name>[A-Z].{3,})")


def _ships_again(context: Context, found: Sequence[Sighting]) -> Iterator[Sighting]:
    """A ship by its name alone, where it was named in full before; bare only where the name is no person's and no place's."""
    text = context.reading.text
    taken = sorted([*(Span(s.start, s.end) for s in found), *(f.span for f in context.facts if isinstance(f, ActorFact | LocationFact))])
    done: set[str] = set()
    for ship in found:
        match = _SHIP_NAME.fullmatch(ship.kind.name) if ship.rule == "weapons.ship" else None
        if match is None or match["name"] in done or len(done) == _FLEET:
            continue
        done.add(match["name"])
        for again in re.finditer(rf"(?P<the>\bthe )?\b{re.escape(match['name'])}\b", text[ship.end :]):
            span = Span(ship.end + again.start() + len(again["the"] or ""), ship.end + again.end())
            at = bisect_left(taken, Span(span.end, 0)) - 1
            if at < 0 or taken[at].end <= span.start:
                yield Sighting(span.start, span.end, ship.kind, "weapons.ship")


def _only_ones(found: list[Sighting]) -> dict[str, Kind]:
    """By class, the designation that is the only one of its class in an article."""
    named: dict[str, dict[str, Kind]] = {}
    for sighting in found:
        if sighting.kind.form == "name" and not sighting.plural:
            named.setdefault(sighting.kind.type, {})[sighting.kind.key] = sighting.kind
    return {type_: next(iter(kinds.values())) for type_, kinds in named.items() if len(kinds) == 1}


def _meant(text: str, sighting: Sighting, named: dict[str, Kind], told: dict[str, Kind]) -> Kind:
    """What a general word stands for: the one designation of its class in the article, or the kind told before ("the missile").

    `told` holds the last kind by the end of its key: a ballistic missile by "missile".
    """
    kind = sighting.kind
    if kind.form == "name" or sighting.plural or _NAMED.match(text, sighting.end):
        return kind
    if kind.key in _GENERAL and kind.type in named:
        return named[kind.type]
    if _DESCRIBES.match(text, sighting.end):
        return kind
    definite = text[max(0, sighting.start - 4) : sighting.end].lower().lstrip().startswith("the ")
    closer = told.get(kind.key)
    return closer if definite and closer and closer.type == kind.type else kind


#: A name of its own: "the landing ship Ropucha".
_NAMED = re.compile(r" [A-Z]")
#: Behind a weapon that only describes a noun: "the missile sites".
_DESCRIBES = re.compile(
    r"[ -](?!(?:was|were|is|has|had|that|which|and|or|but|then|also|could|would|will|may|might|did|does|hit|struck|flew|fell|came|went|blew"
    r"|in|on|at|by|to|from|of|for|with|over|near|into|after|before|when|while|as|during|towards?|about|again|\w+ed)\b)[a-z]"
)
#: Verbs whose subject is not sought far away.
_HOLD = re.compile(r" (?:(?:were|was|are|is|have|had) )?(?:carr(?:ied|ying|y)|wield(?:ed|ing)|brandish(?:ed|ing)|armed with) [\w -]{0,20}")
_USED_BY = re.compile(
    r" (?:that )?(?:were |was |have been |had been |being )?(?:fired|launched|used|dropped|deployed|flown|operated|planted|detonated)"
    r" by (?:the |an? )?"
)
#: What stands between an owner and its weapon.
_OWNS = frozenset((" ", "'s ", "’s ", "' ", "’ ", " military ", "'s military ", "’s military "))


class _Scene(msgspec.Struct, frozen=True):
    """What stands around the weapons of a paragraph."""

    line: Line
    actors: tuple[ActorFact, ...]
    parties: tuple[Party, ...]


def _scenes(context: Context) -> dict[int, _Scene]:
    """The paragraphs of an article by number, with their actors."""
    found = lines(context.reading, grammar(context.lexicon))
    made: dict[int, _Scene] = {}
    for line, facts in zip(found, by_line(found, context.of(ActorFact)), strict=True):
        actors = tuple(fact for fact in facts if isinstance(fact, ActorFact))
        made[line.number] = _Scene(line, actors, tuple(parties(outermost(place(line, actors)), (), context.lexicon)))
    return made


def _user(text: str, sighting: Sighting, actors: Sequence[ActorFact], scene: _Scene | None) -> str | None:
    """The actor that owns ("militant drones"), fires ("Hezbollah fired rockets") or fired ("rockets fired by Hezbollah") it."""
    inside = [actor for actor in actors if sighting.start <= actor.span.start and actor.span.end <= sighting.end]
    if inside and sighting.kind.form != "name":
        return max(inside, key=lambda actor: actor.span.end - actor.span.start).key
    for actor in actors:
        start, end = actor.span.start, actor.span.end
        able = actor.attrs.type != "person" or sighting.kind.type in HELD
        if start >= sighting.end and able and _USED_BY.fullmatch(text, sighting.end, start):
            return actor.key
        gap = text[end : sighting.start] if end <= sighting.start else ""
        if (gap in _OWNS and (gap != " " or actor.attrs.type != "person")) or _HOLD.fullmatch(gap):
            return actor.key
    at = scene.line.starts.get(sighting.start) if scene else None
    return user(scene.line, at, sighting.kind.type, scene.parties) if scene and at is not None else None
