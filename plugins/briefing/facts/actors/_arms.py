"""Arms that capitals alone would make a body or a person of: "HIMARS launchers", "Grad rockets", "Bradley fighting vehicles", "MLRS"."""

from __future__ import annotations

import re
from functools import lru_cache

from ...names import Name
from .._context import Context
from .._lookup import Same, words

_ARMED = re.compile(
    r"(?:[- ]\w+){0,2}?[ -](?:missile|rocket|drone|launcher|tank|rifle|gun|pistol|howitzer|mortar|bomb|helicopter|jet|vehicle|system"
    r"|batter(?:y|ie)|aircraft|gunship|fighter|bomber|carrier|ship)s?\b"
)
#: Two capitals in one word, or a digit: "HIMARS", "DShK".
_CODE = re.compile(r"\w*(?:[A-Z]\w*[A-Z]|\d)")


def armed(context: Context, name: Name) -> bool:
    """Whether a name that no list of actors has is an arm's; one that may be somebody's ("Bradley") only before a word for arms."""
    known = _designations(Same(context.lexicon.tables["weapons"]))
    if name.entity is not None or (name.label not in known and name.label.removesuffix("s") not in known):
        return False
    return bool(_CODE.match(name.label) or _ARMED.match(context.reading.text, name.span.end))


@lru_cache(maxsize=2)
def _designations(weapons: Same) -> frozenset[str]:
    """The names of arms and their first words, and the abbreviations that stand for a class of them."""
    names = [word for row in weapons.rows if row["form"] == "name" for word in words(row) if word[:1].isupper()]
    codes = (word for row in weapons.rows if row["form"] == "class" for word in words(row) if word.isupper())
    return frozenset((*names, *(name.partition(" ")[0] for name in names), *codes))
