"""Attributions of one article as drafts: cues joined with what they attribute, quotations with who speaks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ._clauses import Line, before, subject
from ._contents import Content, content, skip, widen
from ._cues import Cue, cues
from ._grammar import Grammar
from ._quotes import Quotation, is_name, is_speech

#: A quotation without a cue and a speaker has to be this long to be shown.
_MIN_LONE_WORDS = 6


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
    for index, line in enumerate(lines):
        own = tuple(mark for mark in marks if mark.line == index)
        cued = list(_cued(index, line, grammar, own, times[index]))
        found.extend(sorted([*cued, *_uncued(index, line, own, cued, found, marks)], key=lambda draft: draft.content))
    return found


def _cued(index: int, line: Line, grammar: Grammar, marks: tuple[Quotation, ...], times: dict[int, int]) -> Iterator[Draft]:
    found = _shared(line, list(cues(line, grammar)))
    inside = [(mark.start, mark.end) for mark in marks if is_speech(line, mark)]
    for number, cue in enumerate(found):
        if any(start < cue.start < end for start, end in inside):
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
            earlier = [c for c in resolved if c.start >= start and c.speaker]
            speaker = earlier[-1].speaker if earlier else subject(line, start, cue.start)
            if speaker is None:
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


def _quoted(index: int, line: Line, cue: Cue, marks: tuple[Quotation, ...], times: dict[int, int]) -> Iterator[Draft]:
    if "q" not in cue.frames:
        return
    mode = "direct" if cue.mode == "indirect" else cue.mode
    for mark in (_mark_before(line, cue, marks), _mark_after(line, cue, marks, times)):
        if mark is not None:
            yield Draft(index, mode, (cue.start, cue.end), cue.speaker, (mark.start, mark.end), "attributions.quote")


def _mark_before(line: Line, cue: Cue, marks: tuple[Quotation, ...]) -> Quotation | None:
    if cue.shared and cue.speaker:
        return None
    border = cue.group.start if cue.inverted or cue.speaker is None else cue.speaker[0]
    border -= line.letters[border - 1 : border] == ","
    found = next((mark for mark in marks if mark.end == border), None)
    if found is None or is_name(line, found) or line.low[found.end - 2] == ".":
        return None
    return found if is_speech(line, found) or line.letters[found.end - 2] in ",." else None


def _mark_after(line: Line, cue: Cue, marks: tuple[Quotation, ...], times: dict[int, int]) -> Quotation | None:
    at = cue.speaker[1] if cue.inverted and cue.speaker else cue.end
    at = skip(line, cue, at, times)
    while at < len(line.letters) and line.letters[at] in ",:h":
        at += 1
    found = next((mark for mark in marks if mark.start == at), None)
    if found is None or is_name(line, found):
        return None
    ended = line.letters[found.end - 2] in ",." or found.end >= len(line.letters) or line.letters[found.end] in ".,;cag"
    return found if ended and (found.words > 1 or is_speech(line, found)) else None


def _unquoted(index: int, line: Line, cue: Cue, marks: tuple[Quotation, ...], times: dict[int, int], limit: int) -> Iterator[Draft]:
    found = content(line, cue, times, limit)
    if found is None or (cue.speaker is None and not _without_speaker(cue)):
        return
    wide: Content = widen(found, marks)
    if cue.speaker and wide.rule != "around" and wide.start < cue.speaker[1] and cue.speaker[0] < wide.end and not cue.agent:
        return
    yield Draft(index, cue.mode, (cue.start, cue.end), cue.speaker, (wide.start, wide.end), f"attributions.{wide.rule}")


def _without_speaker(cue: Cue) -> bool:
    """Blame in the passive and "it was reported that" stand without a speaker; nothing else does."""
    return "b" in cue.frames or cue.group.passive


def _uncued(index: int, line: Line, marks: tuple[Quotation, ...], cued: list[Draft], earlier: list[Draft],
            every: Sequence[Quotation]) -> Iterator[Draft]:
    """Speech with no cue of its own: after "Name:", or going on from a quotation before it."""
    last: Draft | None = None
    for mark in marks:
        last = next((d for d in reversed(cued) if d.content[0] < mark.start or (d.cue and d.cue[0] < mark.start)), last)
        if any(d.content[0] <= mark.start and mark.end <= d.content[1] for d in cued) or not is_speech(line, mark):
            continue
        draft = _lone(index, line, mark, last, earlier, every)
        if draft is not None:
            yield draft
            last = draft


def _lone(index: int, line: Line, mark: Quotation, last: Draft | None, earlier: list[Draft], every: Sequence[Quotation]) -> Draft | None:
    quoted = (mark.start, mark.end)
    if mark.start and line.letters[mark.start - 1] == ":":
        speaker = before(line, mark.start - 1)
        speaker = speaker if speaker and line.letters[speaker[1] - 1] == "W" else None
        return Draft(index, "direct", None, speaker, quoted, "attributions.colon")
    if last is not None and line.letters[mark.start - 1] in '."':
        return Draft(index, "direct", None, None, quoted, "attributions.continued", heard=last.heard or last)
    if mark.start == 0 and earlier and earlier[-1].line == index - 1:
        open_before = any(m.line == index - 1 and not m.closed for m in every)
        if open_before or earlier[-1].mode == "direct":
            return Draft(index, "direct", None, None, quoted, "attributions.continued", heard=earlier[-1].heard or earlier[-1])
    if mark.words >= _MIN_LONE_WORDS and (mark.start == 0 or line.letters[mark.start - 1] in '.,:"'):
        return Draft(index, "direct", None, None, quoted, "attributions.unattributed")
    return None
