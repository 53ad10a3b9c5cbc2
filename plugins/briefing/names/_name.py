"""The nouns of this package."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..lexicon import Entity
from ..model import Span

NameClass = Literal["person", "organisation", "place", "other"]


class Name(msgspec.Struct, frozen=True):
    """One stretch of text that names somebody or some place."""

    span: Span  #: without title ("President"), without "the"
    kind: NameClass
    key: str  #: canonical identity: an Entity's key, or a slug of the fullest name in the article
    label: str  #: the fullest name
    form: str  #: "name", "demonym" or "metonym"
    rule: str  #: which recogniser or rule found it: "names.lexicon"
    entity: Entity | None = None  #: what the lexicon or gazetteer knows
    actor: bool = False  #: it acts or speaks here, so it is an actor even where it is a place
    type: str = ""  #: the ActorType or LocationType that its words tell ("Brigade": military); empty where they do not


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
