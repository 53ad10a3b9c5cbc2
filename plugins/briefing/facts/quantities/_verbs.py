"""The words that tell a fate: by the table counted_roles, and whether a participle is one ("eight killed in Easton").

Refuses a participle with an object ("two soldiers killed five militants") and an adjective ("with the dead jackal").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from ...model import QuantityRole
from ...reading import Token
from .._lookup import Same, word_set, words

#: A role, and the token that tells it or one past it.
Fate = tuple[QuantityRole, int]
#: Behind a participle one of these shows that it has no object.
_NO_OBJECT = word_set("""
    in by on at when as after during near and or while since so outside from over across for inside before with within between but if
    because that along throughout around was were is are has have had will today yesterday overnight here there last this following
    according including amid despite due to of under until without
    monday tuesday wednesday thursday friday saturday sunday . , ; : - – — ) " ” '
""")
PERFECT = word_set("have has had having")
#: Before a noun these describe it: "with the dead jackal".
_DESCRIBE = word_set("dead missing deceased homeless")
#: What one person may come to.
_OF_ONE = frozenset(("killed", "injured", "missing", "captured"))


class Verbs(msgspec.Struct, frozen=True, gc=False):
    """The table of role words: by their place, in small letters."""

    before: dict[str, QuantityRole]
    after: dict[str, QuantityRole]
    passive: dict[str, QuantityRole]
    alone: frozenset[str]  #: those of one word
    harm: frozenset[str]  #: of each that tells what one person may come to, its longest word


@lru_cache(maxsize=4)
def verbs(table: Same) -> Verbs:
    """The table of role words, looked up by place. ValidationError where it has an unknown place or role."""
    found: dict[str, dict[str, str]] = {"before": {}, "after": {}, "passive": {}}
    for row in table.rows:
        found.setdefault(row["place"], {}).update((word, row["role"]) for word in words(row))
    told = [item for place in found.values() for item in place.items()]
    alone = [word for word, _ in told if " " not in word]
    harm = [max(word.split(), key=len) for word, role in told if role in _OF_ONE]
    return msgspec.convert({**found, "alone": alone, "harm": harm}, Verbs)


def denies(token: Token) -> bool:
    """Whether a word denies the verb behind it: "not", "didn't"."""
    word = token.text.lower()
    return word in ("not", "never") or word.endswith(("n't", "n’t"))


def expression(tokens: Sequence[Token], index: int, table: dict[str, QuantityRole], *, alone: bool = False) -> Fate | None:
    """The longest expression of up to three words at `index`, and one past its last token: "died", "lost their lives"; `alone` where it
    cannot describe a noun behind it."""
    pieces = [token.text.lower() for token in tokens[index : index + 3]]
    found = ((table.get(" ".join(pieces[:n])), index + n) for n in range(len(pieces), 0, -1))
    told = next(((role, end) for role, end in found if role), None)
    describes = told and not alone and pieces[0] in _DESCRIBE and told[1] < len(tokens) and tokens[told[1]].text.lower() not in _NO_OBJECT
    return None if describes else told


def participle(tokens: Sequence[Token], index: int, table: Verbs, *, auxiliary: bool = False) -> Fate | None:
    """A participle with an auxiliary or without an object: "eight killed in Baghdad", and not "two soldiers killed five militants"."""
    found = expression(tokens, index, table.passive)
    has_object = found is not None and found[1] < len(tokens) and tokens[found[1]].text.lower() not in _NO_OBJECT
    passive = auxiliary and tokens[index - 1].text.lower() not in PERFECT  # "is said to have killed five" is active
    return None if has_object and not passive else found
