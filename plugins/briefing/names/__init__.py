"""Names in an article: which capitals name a person, an organisation or a place, and who that is.

Found once for an article, before any fact; facts/actors.py and facts/locations.py turn names into facts. Recognisers
stand in one table, so that a trained tagger can join the rules.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from ..lexicon import Entity, Lexicon
from ..model import Span
from ..reading import Reading

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


def find(reading: Reading, lexicon: Lexicon) -> tuple[Name, ...]:
    """Every name in text order. Names may nest ("Iraq" in "Islamic Resistance in Iraq" is left out, "U.S." in
    "U.S. Central Command" stays out too); two never overlap without nesting."""
    return ()
