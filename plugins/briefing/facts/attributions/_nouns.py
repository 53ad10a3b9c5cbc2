"""Nouns of saying as cues: "rejected Lee's claim that the port was shut", "despite warnings from aides that it would".

Refused: a noun whose owner is not told, and one that opens its sentence, where what is said ends before a verb that cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from .._syntax.clauses import Group, Line
from .._syntax.grammar import words
from .._syntax.phrases import after, before
from ._cues import Cue

_CLAIMS = words("claim claims allegation allegations accusation accusations assertion assertions contention contentions charge charges")
_DENIALS = words("denial denials")
_OTHER = words("""argument arguments insistence suggestion suggestions warning warnings statement statements complaint complaints
    prediction predictions promise promises pledge pledges vow vows admission announcement acknowledgment acknowledgement declaration
    conclusion finding findings boast boasts remark remarks comment comments""")
_NOUNS = _CLAIMS | _DENIALS | _OTHER
_OWN = frozenset(("his", "her", "their"))
_ABOUT = frozenset(("about", "on", "over"))
_FROM = frozenset(("by", "from"))
_MOST_DESCRIBING = 2  #: words between whose claim it is and "claim"


def noun_cues(line: Line) -> Iterator[Cue]:
    """Every noun of saying that is a cue, left to right: with "that" behind it, or behind its source."""
    for at, word in enumerate(line.low):
        if word in _NOUNS and line.letters[at] == "w" and (cue := _cue(line, at)):
            yield cue


def _cue(line: Line, at: int) -> Cue | None:
    owner = _owner(line, at) if _told(line, at + 1) else None
    told_from = owner is None and at + 2 < len(line.low) and line.low[at + 1] in _FROM
    source = after(line, at + 2) if told_from else None
    speaker = owner or (source if source and _told(line, source[1]) and not _ABOUT & set(line.low[slice(*source)]) else None)
    if speaker is None or min(at, speaker[0]) - line.sentence_start(at) < 1:
        return None
    mode = "claim" if line.low[at] in _CLAIMS else "denial" if line.low[at] in _DENIALS else "indirect"
    return Cue(at, at + 1, mode, "k", frozenset(), Group(at, at, False, False, "", False, False), "ing", speaker, inverted=owner is None)


def _told(line: Line, at: int) -> bool:
    """Whether a clause with "that" begins at a token: not "statements that include"."""
    return line.letters[at : at + 1] == "h" and line.letters[at + 1 : at + 2] not in tuple("eymbvo")


def _owner(line: Line, at: int) -> tuple[int, int] | None:
    """Whose claim it is: "the mayor's earlier", "his"."""
    start = at
    while start > at - _MOST_DESCRIBING and line.letters[start - 1] == "w":
        start -= 1
    if line.low[start - 1] in _OWN:
        return start - 1, start
    phrase = before(line, start - 1) if line.letters[start - 1] == "z" else None
    verb = line.letters.rfind("e", *phrase) if phrase else -1  # "laughed at | the mayor's"
    return (verb + 1 + (line.letters[verb + 1] in "pt"), phrase[1]) if phrase and verb >= 0 else phrase
