"""Light verbs, which lend a noun its subject and its doer: "launched an attack", "the attack was carried out by".

Refused: a subject of what is only planned or denied.
"""

from __future__ import annotations

from .._syntax.clauses import Line, group
from .._syntax.grammar import words
from .._syntax.phrases import after, before

LIGHT = words("""
    launch launches launched launching carry carries carried carrying conduct conducts conducted conducting stage stages staged staging
    hold holds held holding mount mounts mounted mounting wage wages waged waging make makes made begin begins began begun start starts
    started resume resumes resumed resuming continue continues continued organize organized organise organised lead leads led pay pays
    paid perpetrated committed commits declare declares declared
""")
#: What brings an event only "with" it: a response to an attack is none.
_ANSWERS = words("respond responds responded responding retaliate retaliates retaliated retaliating answer answers answered")


def light_subject(line: Line, at: int) -> tuple[int, int] | None:
    """The subject of "launched" in "launched an attack", of "responded" in "responded with an attack"."""
    for i in range(at - 1, max(-1, at - 7), -1):
        if line.letters[i] in ".,;:\"srh":
            return None
        answers = line.low[i] in _ANSWERS and "with" in line.low[i + 1 : at]
        if (answers or line.low[i] in LIGHT) and line.letters[i] in "eyg":
            verbs = group(line, i, "past")
            if verbs.infinitive or verbs.modal or verbs.negated:
                return None
            return before(line, verbs.start)
    return None


def agent_after(line: Line, end: int) -> tuple[int, int] | None:
    """The noun phrase of the next "by" in the clause."""
    for i in range(end, min(len(line.low), end + 14)):
        if line.letters[i] in ".,;:\"rhymbvo" or (line.letters[i] == "e" and line.low[i] not in LIGHT):
            return None
        if line.low[i] == "by" and i + 1 < len(line.low):
            return after(line, i + 1)
    return None


def light_after(line: Line, end: int) -> bool:
    """Whether the noun that ends at `end` is the subject of a light verb: "the attack on it was carried out by"."""
    return any(line.low[i] in LIGHT for i in range(end, min(len(line.low), end + 10)) if line.letters[i] == "e")
