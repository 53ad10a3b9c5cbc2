"""Which political party an article says that a person is of: "Democratic Sen. Ann Lee", "Bob Ray (R-Ohio)", "Cho Li, a Republican".

It tells who "the Democrat" is. Refused: a guess for whoever the article gives no party, and for whoever it gives two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import ActorFact
from .._syntax.clauses import Line, Placed
from .genders import identity

_CAMPS = {
    "republican": "republican", "gop": "republican", "democrat": "democrat", "democratic": "democrat", "libertarian": "libertarian",
    "labour": "labour", "conservative": "conservative", "tory": "conservative", "liberal": "liberal", "independent": "independent",
}
_LETTERS = {"r": "republican", "d": "democrat", "i": "independent"}
_REACH = 5  #: tokens before and behind a name


def camp(phrase: Sequence[str]) -> str | None:
    """The party that a phrase names: "the Ohio Democrat"."""
    return next((_CAMPS[word] for word in phrase if word in _CAMPS), None)


def camps(lines: Sequence[Line], actors: Sequence[Sequence[Placed]]) -> dict[str, str]:
    """The party by a person's identity."""
    found: dict[str, set[str]] = {}
    for line, placed in zip(lines, actors, strict=True):
        for item in placed:
            if isinstance(item.fact, ActorFact) and item.fact.attrs.type == "person":
                found.setdefault(identity(item.fact), set()).update(_told(line, item))
    return {who: next(iter(told)) for who, told in found.items() if len(told) == 1}


def _told(line: Line, item: Placed) -> Iterator[str]:
    start = item.start
    while start > max(0, item.start - _REACH) and line.letters[start - 1] in "wWx-":
        start -= 1
    behind = line.low[item.end : item.end + _REACH]
    if before := camp(line.low[start : item.start]):
        yield before
    if behind[:1] in (("(",), (",",)) and behind[2:3] == ("-",) and behind[1] in _LETTERS:
        yield _LETTERS[behind[1]]
    elif behind[:1] == (",",) and behind[1:2] in (("a",), ("an",), ("the",)):
        phrase = behind[2:]
        yield from filter(None, [camp(phrase[: next((at for at, word in enumerate(phrase) if not word.isalpha()), len(phrase))])])
