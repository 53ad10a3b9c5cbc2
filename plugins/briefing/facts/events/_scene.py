"""A line with everything that events are made of: its words, who may take part, and what may tell where, when and how many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from ...model import ActorFact, Fact, LocationFact, QuantityFact, Span, TimeFact, WeaponFact
from ...reading import Sentence
from .._context import Context
from .._parties.nameless import people_nouns
from .._parties.parties import Party, armed, nouns, parties, pronouns, users
from .._parties.speakers import Speakers
from .._syntax.clauses import Line, Placed, by_line, near, outermost, place
from ._settings import Setting

_LONGEST_NAME = 20  #: tokens


class Scene(msgspec.Struct, frozen=True):
    """A line with who and what stands in it."""

    index: int  #: of the line
    line: Line
    setting: Setting
    actors: Sequence[Party]
    weapons: Sequence[Party]  #: weapons as those who use them


class Stretch(msgspec.Struct, frozen=True):
    """A sentence: its line, and its tokens there."""

    scene: Scene
    start: int
    end: int


def scenes(context: Context, found: tuple[Line, ...]) -> list[Scene]:
    """Every line with who and what stands in it."""
    carriers = users(context.of(WeaponFact), context.of(ActorFact))
    settings = list(_settings(context, found))
    people = people_nouns(context.lexicon)
    speakers = Speakers(found, tuple(tuple(setting.actors) for setting in settings))
    scene = []
    for index, (line, setting) in enumerate(zip(found, settings, strict=True)):
        named = parties(setting.actors, setting.locations, context.lexicon)
        named += pronouns(index, line, named, speakers)
        actors = sorted([*named, *nouns(line, named, people)], key=lambda party: party.start)
        scene.append(Scene(index, line, setting, actors, armed(setting.weapons, carriers)))
    return scene


def stretches(scene: Sequence[Scene], sentence: Sentence) -> Iterator[Stretch]:
    """A sentence in its line; nothing where the dateline is all of it."""
    for one in scene:
        tokens = one.line.tokens
        if tokens[0].start < sentence.end and tokens[-1].end > sentence.start:
            inside = [at for at, token in enumerate(tokens) if sentence.start <= token.start < sentence.end]
            if inside:
                yield Stretch(one, inside[0], inside[-1] + 1)


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


def names(setting: Setting) -> list[tuple[int, int]]:
    """Where names stand: the space shuttle Discovery is no discovery."""
    return [(item.start, item.end) for item in (*setting.actors, *setting.locations)
            if isinstance(item.fact, ActorFact | LocationFact) and item.fact.attrs.form == "name"]


def _nested(item: Placed, actors: Sequence[Placed]) -> bool:
    return any(item.end <= actor.end and (actor.start, actor.end) != (item.start, item.end) for actor in actors)
