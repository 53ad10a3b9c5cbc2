"""The nouns of this package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from ..lexicon import Entity
from ..model import Span
from ._words import Words

NameClass = Literal["person", "organisation", "place", "other"]


class Name(msgspec.Struct, frozen=True):
    """One stretch of text that names somebody or some place."""

    span: Span  #: without title ("President"), without "the"
    kind: NameClass
    key: str  #: canonical identity: an Entity's key, or a slug of the fullest name in the article; empty for what any country has
    label: str  #: the fullest name
    form: str  #: "name", "demonym" or "metonym"
    rule: str  #: which recogniser or rule found it: "names.lexicon"
    entity: Entity | None = None  #: what the lexicon or gazetteer knows
    actor: bool = False  #: it acts or speaks here, so it is an actor even where it is a place
    type: str = ""  #: the ActorType or LocationType that its words tell ("Brigade": military); empty where they do not


class Identity(msgspec.Struct, frozen=True, gc=False):
    """Key and label; the key is empty where a reader could not tell which one is meant."""

    key: str
    label: str
    known: Entity | None = None


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A word of a sentence as names see it: hyphens and full stops inside, possessive outside; or a curated name whole."""

    start: int
    end: int
    text: str
    low: str  #: in small letters, without full stops
    cap: bool  #: begins with a capital, or with a small article and then one ("al-Asad")
    initial: bool  #: opens the sentence or a quotation, where a capital says nothing
    possessive: bool  #: "'s" follows
    joined: bool  #: only a space, or a full stop of an abbreviation, stands before it
    known: tuple[Entity, ...] = ()  #: what a curated name that covers the unit means
    forms: tuple[str, ...] = ()  #: the form of each

    @property
    def demonym(self) -> bool:
        """Whether the unit can only be a demonym."""
        return bool(self.forms) and all(form == "demonym" for form in self.forms)


class Run(msgspec.Struct, frozen=True):
    """Consecutive units of a sentence, from `first` up to `last`, that one name or several may cover."""

    units: tuple[Unit, ...]
    first: int  #: index of the first unit in the sentence
    last: int  #: one past the last

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end

    def part(self, start: int, end: int) -> Run:
        """Some of the units."""
        return Run(self.units[start:end], self.first + start, self.first + end)


class Scene(msgspec.Struct, frozen=True):
    """A sentence as units, with what is known beforehand."""

    text: str  #: of the whole article
    units: Sequence[Unit]
    words: Words
    places: Callable[[str], tuple[Entity, ...]]  #: every place of a name, as the gazetteer has it

    sport: bool = False  #: the article is a report of sport
    market: bool = False  #: ... or of prices and shares
    heading: bool = False  #: a line in capitals of an article that has small letters
    recased: bool = False  #: the article prints it in one case, and its capitals are those that the rules have given it

    def is_place(self, units: Sequence[Unit]) -> bool:
        """Whether the gazetteer knows some units as one name."""
        return bool(self.places(" ".join(unit.text for unit in units)))

    def before(self, run: Run, distance: int = 1) -> Unit | None:
        """The unit before a run; None where a mark parts them."""
        index = run.first - distance
        return self.units[index] if index >= 0 and all(u.joined for u in self.units[index + 1 : run.first + 1]) else None

    def after(self, run: Run) -> Unit | None:
        """The unit behind a run; None where a mark parts them."""
        index = run.last
        return self.units[index] if index < len(self.units) and (self.units[index].joined or run.units[-1].possessive) else None


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A name on its way: what one recogniser makes of one stretch."""

    start: int
    end: int
    text: str
    kind: NameClass
    weight: float  #: how much evidence; what stands alone needs 1.0
    rule: str
    type: str = ""
    form: str = "name"
    known: Entity | None = None  #: what the lexicon knows
    actor: bool = False  #: it acts or speaks here
    headline: bool = False  #: from a line in which every word has a capital
