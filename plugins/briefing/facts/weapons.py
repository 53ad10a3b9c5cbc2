"""Weapons and military platforms, with who uses them where the sentence says so.

A key is a class ("ballistic-missile") or a designation ("ac-130"), the same in every article. "The aircraft" after an AC-130 is
that AC-130, and marked as inferred. Refuses to guess a user from another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import ActorFact, Fact, Span, WeaponAttrs, WeaponFact
from ._context import Context
from ._evidence import make
from ._lookup import Same
from ._weapons_find import Kind, Sighting, sightings


def extract(context: Context) -> Iterator[Fact]:
    """A fact for every weapon that the title and the body name, in text order."""
    reading = context.reading
    found = list(sightings(reading, Same(context.lexicon.tables.get("weapons", ()))))
    actors = _by_sentence(context.of(ActorFact)) if found else {}
    for number, sighting in enumerate(found):
        known = _meant(reading.text, sighting, found[:number], found)
        sentence = reading.sentence_at(sighting.start)
        there = actors.get(sentence.index, []) if sentence else []
        yield make(
            WeaponFact, reading, Span(sighting.start, sighting.end), key=known.key, label=known.name,
            rule="weapons.coreference" if known is not sighting.kind else sighting.rule, inferred=known is not sighting.kind,
            attrs=WeaponAttrs(type=known.type, used_by=_user(reading.text, sighting, there)),
        )


def _by_sentence(facts: tuple[ActorFact, ...]) -> dict[int, list[ActorFact]]:
    found: dict[int, list[ActorFact]] = {}
    for fact in facts:
        found.setdefault(fact.sentence, []).append(fact)
    return found


def _meant(text: str, sighting: Sighting, before: list[Sighting], everywhere: list[Sighting]) -> Kind:
    """What a general word stands for: the one designation of its class in the article, or "the missile" told before."""
    kind = sighting.kind
    if kind.form == "name" or sighting.plural:
        return kind
    named = {s.kind.key: s.kind for s in everywhere if s.kind.form == "name" and s.kind.type == kind.type and not s.plural}
    if len(named) == 1 and kind.key in ("aircraft", "military-aircraft", "warplane", "helicopter", "military-helicopter", "drone", "warship", "tank"):
        return next(iter(named.values()))
    definite = text[max(0, sighting.start - 4) : sighting.end].lower().lstrip().startswith("the ")
    closer = [s.kind for s in before if s.kind.type == kind.type and s.kind.key.endswith(f"-{kind.key}")]
    return closer[-1] if definite and closer else kind


_USE = re.compile(
    r"\b(?:fir(?:e|es|ed|ing)|launch(?:ed|es|ing)?|us(?:e|es|ed|ing)|deploy(?:ed|s|ing)?|dropp?(?:ed|ing|s)|lobb(?:ed|ing)|fl(?:ew|y|ies|ying|own)|hurl(?:ed|ing)"
    r"|detonat(?:ed|es|ing)|unleash(?:ed|ing)|test(?:ed|s|ing)?|test-fired|plant(?:ed|ing)|sen[dt]|sending|carr(?:ied|ying)|armed with|with|operat(?:es|ed|ing)|scrambl(?:ed|ing))\b")
_BY = re.compile(r" (?:that )?(?:were |was |have been |had been |being )?(?:fired|launched|used|dropped|deployed|flown|operated|planted|detonated|carried out) by (?:the |an? )?")
#: What stands between an owner and its weapon.
_OWNS = frozenset((" ", "'s ", "’s ", "' ", "’ ", " military ", "'s military ", "’s military "))
_CLAUSE = re.compile(r"[;:]|, (?:but|and|while|which|who)\b|\b(?:said|says|that)\b")


def _user(text: str, sighting: Sighting, actors: list[ActorFact]) -> str | None:
    """The actor that owns ("militant drones"), fires ("Hezbollah fired rockets") or fired ("rockets fired by Hezbollah") it."""
    nearest = None
    for actor in actors:
        start, end = actor.span.start, actor.span.end
        if start >= sighting.end and _BY.fullmatch(text[sighting.end : start]):
            return actor.key
        if end > sighting.start:
            continue
        gap = text[end : sighting.start]
        if gap in _OWNS:
            return actor.key
        if len(gap) <= 100 and _USE.search(gap) and not _CLAUSE.search(gap):
            nearest = actor
    return nearest.key if nearest else None
