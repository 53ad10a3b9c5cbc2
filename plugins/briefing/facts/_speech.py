"""Attributions of one article as drafts: cues joined with what they attribute, quotations with who speaks them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from ._clauses import MAX_REACH, Line
from ._contents import content, skip, widen
from ._cues import Cue, cues, narrates
from ._grammar import Grammar
from ._phrases import before, subject
from ._quotes import Quotation, is_name, is_speech

#: A quotation without a cue and a speaker has to be this long to be shown.
_MIN_LONE_WORDS = 6


class Marks(msgspec.Struct, frozen=True):
    """The quotations of one line, to be asked by token."""

    ordered: tuple[Quotation, ...]
    starting: dict[int, Quotation]
    ending: dict[int, Quotation]

    @classmethod
    def of(cls, marks: Sequence[Quotation]) -> Marks:
        return cls(tuple(marks), {mark.start: mark for mark in marks}, {mark.end: mark for mark in marks})

    def around(self, at: int) -> Quotation | None:
        """The quotation that holds the token at `at` and does not start there."""
        index = bisect_left(self.ordered, at, key=lambda mark: mark.start) - 1
        return self.ordered[index] if index >= 0 and at < self.ordered[index].end else None


class Draft(msgspec.Struct, frozen=True):
    """An attribution, by tokens of one line."""

    line: int
    mode: str
    cue: tuple[int, int] | None
    speaker: tuple[int, int] | None
    content: tuple[int, int]
    rule: str
    heard: Draft | None = None  #: the attribution whose speaker goes on here without a cue


def drafts(lines: Sequence[Line], grammar: Grammar, marks: Sequence[Quotation], times: Sequence[dict[int, int]]) -> list[Draft]:
    """Every attribution, in text order of its line. `times` maps the first token of a time to its end, for each line."""
    found: list[Draft] = []
    grouped: dict[int, list[Quotation]] = {}
    for mark in marks:
        grouped.setdefault(mark.line, []).append(mark)
    for index, line in enumerate(lines):
        own = Marks.of(grouped.get(index, []))
        told = {(draft.cue, draft.content): draft for draft in _cued(index, line, grammar, own, times[index])}
        cued = sorted(told.values(), key=_content)
        unfinished = any(not mark.closed for mark in grouped.get(index - 1, []))
        found.extend(sorted([*cued, *_uncued(index, line, own, cued, found[-1] if found else None, unfinished)], key=_content))
    return found


def _content(draft: Draft) -> tuple[int, int]:
    return draft.content


def _cued(index: int, line: Line, grammar: Grammar, marks: Marks, times: dict[int, int]) -> Iterator[Draft]:
    found = _shared(line, list(cues(line, grammar)))
    for number, cue in enumerate(found):
        around = marks.around(cue.start)
        if around is not None and is_speech(line, around):
            continue  # what a quoted person says of others is part of the quotation
        following = found[number + 1] if number + 1 < len(found) else None
        quoted = list(_quoted(index, line, cue, marks, times))
        yield from quoted
        if not quoted:
            yield from _unquoted(index, line, cue, marks, times, _limit(line, cue, following))


def _shared(line: Line, found: list[Cue]) -> list[Cue]:
    """Cues with a speaker each: one that has none takes the speaker of the cue before it, or the sentence's subject."""
    resolved: list[Cue] = []
    for cue in found:
        if cue.shared:
            start = line.sentence_start(cue.start)
            earlier = resolved[-1] if resolved and resolved[-1].start >= start else None
            speaker = earlier.speaker if earlier and earlier.speaker else subject(line, max(start, cue.start - MAX_REACH), cue.start)
            if speaker is None or narrates(line, speaker):
                continue
            cue = msgspec.structs.replace(cue, speaker=speaker)
        resolved.append(cue)
    return resolved


def _limit(line: Line, cue: Cue, following: Cue | None) -> int:
    """Where the content ends at the latest: before ", adding that", which has the same speaker."""
    if following is None or not following.shared or following.start <= cue.end:
        return len(line.letters)
    at = following.group.start
    while at > 0 and line.letters[at - 1] in ",c":
        at -= 1
    return at


def _quoted(index: int, line: Line, cue: Cue, marks: Marks, times: dict[int, int]) -> Iterator[Draft]:
    if "q" not in cue.frames:
        return
    mode = "direct" if cue.mode == "indirect" else cue.mode
    for mark in (_mark_before(line, cue, marks), _mark_after(line, cue, marks, times)):
        if mark is not None:
            yield Draft(index, mode, (cue.start, cue.end), cue.speaker, (mark.start, mark.end), "attributions.quote")


def _mark_before(line: Line, cue: Cue, marks: Marks) -> Quotation | None:
    if cue.shared and cue.speaker:
        return None
    border = cue.group.start if cue.inverted or cue.speaker is None else cue.speaker[0]
    border -= line.letters[border - 1 : border] == ","
    found = marks.ending.get(border)
    if found is None or is_name(line, found) or line.low[found.end - 2] == ".":
        return None
    return found if is_speech(line, found) or line.letters[found.end - 2] in ",." else None


def _mark_after(line: Line, cue: Cue, marks: Marks, times: dict[int, int]) -> Quotation | None:
    at = cue.speaker[1] if cue.inverted and cue.speaker else cue.end
    at = skip(line, cue, at, times)
    while at < len(line.letters) and line.letters[at] in ",:h":
        at += 1
    found = marks.starting.get(at)
    if found is None or is_name(line, found):
        return None
    ended = line.letters[found.end - 2] in ",." or found.end >= len(line.letters) or line.letters[found.end] in ".,;cag"
    return found if ended and (found.words > 1 or is_speech(line, found)) else None


def _unquoted(index: int, line: Line, cue: Cue, marks: Marks, times: dict[int, int], limit: int) -> Iterator[Draft]:
    found = content(line, cue, times, limit)
    if found is None or (cue.speaker is None and not _without_speaker(cue)):
        return
    wide = widen(found, marks.around(found.end))
    if cue.speaker and wide.rule != "around" and wide.start < cue.speaker[1] and cue.speaker[0] < wide.end and not cue.agent:
        return
    words = (wide.said_at, wide.said_at + 1) if wide.said_at else (cue.start, cue.end)
    yield Draft(index, cue.mode, words, cue.speaker, (wide.start, wide.end), f"attributions.{wide.rule}")


def _without_speaker(cue: Cue) -> bool:
    """Blame in the passive and "it was reported that" stand without a speaker; nothing else does."""
    return "b" in cue.frames or cue.group.passive


def _uncued(index: int, line: Line, marks: Marks, cued: Sequence[Draft], before_line: Draft | None, unfinished: bool) -> Iterator[Draft]:
    """Speech with no cue of its own: after "Name:", or going on from a quotation before it."""
    last: Draft | None = None
    at, covered = 0, 0
    for mark in marks.ordered:
        while at < len(cued) and cued[at].content[0] <= mark.start:
            covered = max(covered, cued[at].content[1])
            last = cued[at]
            at += 1
        if mark.end <= covered or not is_speech(line, mark):
            continue
        draft = _lone(index, line, mark, last, before_line, unfinished)
        if draft is not None:
            yield draft
            last = draft


def _before_colon(line: Line, colon: int) -> tuple[int, int] | None:
    """Who speaks after a colon: a name alone before it ("Lee:"), else the subject ("The mayor was glad at the Conference:")."""
    start = line.sentence_start(colon)
    speaker = before(line, colon)
    if speaker is None or speaker[0] > start:
        speaker = subject(line, start, colon)
        return speaker if speaker and set("Wi") & set(line.letters[slice(*speaker)]) else None
    return speaker if line.letters[speaker[1] - 1] in "Wi" else None


def _lone(index: int, line: Line, mark: Quotation, last: Draft | None, earlier: Draft | None, unfinished: bool) -> Draft | None:
    quoted = (mark.start, mark.end)
    if mark.start and line.letters[mark.start - 1] == ":":
        speaker = _before_colon(line, mark.start - 1)
        return Draft(index, "direct", None, speaker, quoted, "attributions.colon")
    if last is not None and line.letters[mark.start - 1] in '."':
        return Draft(index, "direct", None, None, quoted, "attributions.continued", heard=last.heard or last)
    if mark.start == 0 and earlier is not None and earlier.line == index - 1 and (unfinished or earlier.mode == "direct"):
        return Draft(index, "direct", None, None, quoted, "attributions.continued", heard=earlier.heard or earlier)
    if mark.words >= _MIN_LONE_WORDS and (mark.start == 0 or line.letters[mark.start - 1] in '.,:"'):
        return Draft(index, "direct", None, None, quoted, "attributions.unattributed")
    return None
