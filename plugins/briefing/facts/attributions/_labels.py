"""What somebody calls another or wants of him: "called the plan "a costly mistake"", "asked them to "pray for his soul"".

The quotation follows the one who is called so, with or without "as"; those that commas and "and" join to it belong to it.
Several words in quotation marks are speech by themselves; one or two are told with whom they are about. Refused: names
and nicknames.
"""

from __future__ import annotations

from collections.abc import Iterator

from .._syntax.clauses import Line
from .._syntax.quotes import Quotation, is_name
from ._cues import Cue
from ._drafts import Draft, Marks

_MIN_SPEECH = 3
_MIN_WANTED = 2
_REACH = 14  #: tokens from the cue to the quotation
#: Nothing of these stands between the cue and the quotation, or another clause has begun.
_BORDERS = frozenset(".;:,rhsyvom")


def labels(index: int, line: Line, cue: Cue, marks: Marks) -> Iterator[Draft]:
    """The quotations that a cue of calling has for its content, and whom a short one is about."""
    mode = "direct" if cue.mode == "indirect" else cue.mode
    if cue.speaker is None or cue.group.passive or cue.inverted:
        return
    if "o" in cue.frames and (wanted := _wanted(line, cue, marks)):
        yield Draft(index, mode, (cue.start, cue.end), cue.speaker, wanted, "attributions.label")
    first = _first(line, cue, marks) if "l" in cue.frames else None
    for mark in marks.chain(line, first):
        if is_name(line, mark) or (line.letters[mark.end : mark.end + 1] in ("w", "W") and line.letters[mark.end - 2] not in ".,"):
            continue  # a nickname; one of somebody's words beside the writer's: "the "insane" heat"
        adjacent = mark is first and mark.start == cue.end and mark.words == _MIN_SPEECH - 1  # "warned of "grave consequences""
        more = mark is not first and mark.words == _MIN_SPEECH - 1  # "and "a liar""
        if mark.words >= _MIN_SPEECH or more or (adjacent and line.letters[cue.end - 1] == "p"):
            yield Draft(index, mode, (cue.start, cue.end), cue.speaker, (mark.start, mark.end), "attributions.label")
        elif mark is first and mark.start > cue.end and "for" not in line.low[cue.end : mark.start]:  # not "blamed her for "crimes""
            yield Draft(index, cue.mode, (cue.start, cue.end), cue.speaker, (cue.end, mark.end), "attributions.label")


def _wanted(line: Line, cue: Cue, marks: Marks) -> tuple[int, int] | None:
    """What somebody wants of others in his own words: "asked people to "pray for his soul"", "vowed to "fight to the end"."""
    for at in range(cue.end, min(len(line.letters) - 1, cue.end + _REACH)):
        mark = marks.starting.get(at + 1) if line.letters[at] == "t" else None
        if mark is not None:
            return (mark.start, mark.end) if mark.words >= _MIN_WANTED and not is_name(line, mark) else None
        if line.letters[at] in '.;:,rsyvom"':
            return None
    return None


def _first(line: Line, cue: Cue, marks: Marks) -> Quotation | None:
    if line.letters[cue.end : cue.end + 1] == "p":
        return None  # "called for", "called on"
    if line.letters[cue.end - 1] == "p":
        return marks.starting.get(cue.end + (line.low[cue.end : cue.end + 1] in (("a",), ("an",))))  # "spoke of a "dark hour for all""
    for at in range(cue.end, min(len(line.letters), cue.end + _REACH)):
        if at in marks.starting:
            return marks.starting[at]
        whom = line.letters[at] == "r" and at + 1 in marks.starting  # "praised those who "stood firm""
        if line.letters[at] in _BORDERS and not whom and line.low[at] != "as" and (at, line.low[at]) != (cue.end, "that"):
            return None  # not so "called that line"
        if line.letters[at] == "c" and line.letters[at + 1 : at + 2] in ("e", "g", "b"):
            return None
    return None
