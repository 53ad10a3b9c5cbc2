"""What somebody calls another: "called the plan "a costly mistake"", "dismissed it as "nonsense"".

The quotation follows the one who is called so, with or without "as"; those that commas and "and" join to it belong to it.
Several words in quotation marks are speech by themselves; one or two are told with whom they are about. Refused: names
and nicknames.
"""

from __future__ import annotations

from collections.abc import Iterator

from ._clauses import Line
from ._cues import Cue
from ._drafts import Draft, Marks
from ._quotes import Quotation, is_name

_MIN_SPEECH = 3
_REACH = 14  #: tokens from the cue to the quotation
#: Nothing of these stands between the cue and the quotation, or another clause has begun.
_BORDERS = frozenset(".;:,rhsyvom")


def labels(index: int, line: Line, cue: Cue, marks: Marks) -> Iterator[Draft]:
    """The quotations that a cue of calling has for its content, and whom a short one is about."""
    if "l" not in cue.frames or cue.speaker is None or cue.group.passive or cue.inverted:
        return
    first = _first(line, cue, marks)
    mode = "direct" if cue.mode == "indirect" else cue.mode
    for mark in marks.chain(line, first):
        if is_name(line, mark) or (line.letters[mark.end : mark.end + 1] in ("w", "W") and line.letters[mark.end - 2] not in ".,"):
            continue  # a nickname; one of somebody's words beside the writer's: "the "insane" heat"
        if mark.words >= _MIN_SPEECH:
            yield Draft(index, mode, (cue.start, cue.end), cue.speaker, (mark.start, mark.end), "attributions.label")
        elif mark is first and mark.start > cue.end:
            yield Draft(index, cue.mode, (cue.start, cue.end), cue.speaker, (cue.end, mark.end), "attributions.label")


def _first(line: Line, cue: Cue, marks: Marks) -> Quotation | None:
    if line.letters[cue.end : cue.end + 1] == "p":
        return None  # "called for", "called on"
    for at in range(cue.end, min(len(line.letters), cue.end + _REACH)):
        if at in marks.starting:
            return marks.starting[at]
        if line.letters[at] in _BORDERS and line.low[at] != "as":
            return None
        if line.letters[at] == "c" and line.letters[at + 1 : at + 2] in ("e", "g", "b"):
            return None
    return None
