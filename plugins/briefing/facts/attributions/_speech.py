"""Attributions of one article as drafts: cues joined with what they attribute, quotations with who speaks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from .._syntax.clauses import MAX_REACH, Line
from .._syntax.grammar import Grammar
from .._syntax.quotes import Quotation, is_exclaimed, is_name, is_speech
from .._syntax.subjects import before_verb, clause_subject
from ._contents import Content, content, has_verb, opens_clause, past_source, skip, widen
from ._cues import Cue, cues, narrates
from ._drafts import Draft, Marks
from ._labels import labels
from ._nouns import noun_cues
from ._uncued import uncued

#: The frames of cues that attribute nothing but quotations.
_QUOTING = frozenset("qiwlpto")
#: What opens a clause before the main one, beside conjunctions and participles.
_FRONTING = frozenset(("after", "before", "since", "told", "given"))
#: Tokens before "whether" in "asked the foreign minister of the time whether".
_MAX_ADDRESSEE = 9


def drafts(lines: Sequence[Line], grammar: Grammar, marks: Sequence[Quotation], times: Sequence[dict[int, int]]) -> list[Draft]:
    """Every attribution, in text order of its line. `times` maps the first token of a time to its end, for each line."""
    found: list[Draft] = []
    grouped: dict[int, list[Quotation]] = {}
    for mark in marks:
        grouped.setdefault(mark.line, []).append(mark)
    for index, line in enumerate(lines):
        own = Marks.of(grouped.get(index, []))
        cued = sorted(_once(_cued(index, line, grammar, own, times[index]), own), key=_content)
        unfinished = any(not mark.closed for mark in grouped.get(index - 1, []))
        found.extend(sorted([*cued, *uncued(index, lines, own, cued, found, unfinished)], key=_content))
    return found


def _once(cued: Iterable[Draft], marks: Marks) -> Iterable[Draft]:
    """Each attribution once, a quotation only from the cue next to it: "said of the vote, adding: "..."" has two before it."""
    told: dict[tuple[tuple[int, int] | None, tuple[int, int]], Draft] = {}
    for draft in cued:
        mark = marks.starting.get(draft.content[0])
        quoted = mark is not None and mark.end == draft.content[1]
        key = (None, draft.content) if quoted else (draft.cue, draft.content)
        other = told.get(key)
        if other is None or _distance(draft) <= _distance(other):
            told[key] = draft
    return told.values()


def _distance(draft: Draft) -> int:
    """Tokens between cue and content."""
    if draft.cue is None:
        return 0
    return max(draft.content[0] - draft.cue[1], draft.cue[0] - draft.content[1])


def _content(draft: Draft) -> tuple[int, int]:
    return draft.content


def _cued(index: int, line: Line, grammar: Grammar, marks: Marks, times: dict[int, int]) -> Iterator[Draft]:
    every = {cue.start: cue for cue in (*noun_cues(line), *cues(line, grammar))}
    found = _shared(line, [every[start] for start in sorted(every) if not _in_speech(line, every[start], marks)])
    claimed = [[*_quoted(index, line, cue, marks, times), *labels(index, line, cue, marks)] for cue in found]
    for earlier, later in zip(found, range(1, len(found)), strict=False):
        claimed[later] = [draft for draft in claimed[later] if not _reports(line, earlier, draft)]
    telling = [number for number, cue in enumerate(found) if claimed[number] or cue.agent or _tells(line, cue)]
    for place, number in enumerate(telling):
        cue, quoted = found[number], claimed[number]
        following = found[telling[place + 1]] if place + 1 < len(telling) else None
        yield from quoted
        if not quoted:
            yield from _unquoted(index, line, cue, marks, times, _limit(line, cue, following))


def _reports(line: Line, earlier: Cue, draft: Draft) -> bool:
    """Whether a quotation before a cue is in what another before it reports: "Lee said that it was "a mess," those people said"."""
    start, end = (earlier.speaker or (0, 0))[1] if earlier.inverted else earlier.end, draft.content[0]
    told = start < end < draft.content[1] <= (draft.cue or (0, 0))[0] and line.letters[start] == "h"
    return told and line.sentence_end(start) >= end and not set(',:;"') & set(line.letters[start:end])


def _tells(line: Line, cue: Cue) -> bool:
    """Whether a cue may attribute words without quotation marks: "continued" only with "that", "asked them" with "whether"."""
    opening = set("hs") & set(line.letters[cue.end : cue.end + _MAX_ADDRESSEE])
    return not set(cue.frames) - {"a"} <= _QUOTING or ("t" in cue.frames and bool(opening))


def _in_speech(line: Line, cue: Cue, marks: Marks) -> bool:
    """Whether a cue is part of a quotation: what a quoted person says of others."""
    around = marks.around(cue.start)
    return around is not None and (is_speech(line, around) or (cue.speaker is None and not is_name(line, around)))


def _shared(line: Line, found: list[Cue]) -> list[Cue]:
    """Cues with a speaker each: one that has none takes the speaker of the cue before it, or the sentence's subject."""
    resolved: list[Cue] = []
    for cue in found:
        if cue.shared:
            start = line.sentence_start(cue.start)
            earlier = resolved[-1] if resolved and resolved[-1].start >= start else None
            speaker = earlier.speaker if earlier else None
            if earlier is None or speaker is None or earlier.frames == "according":
                first = past_source(line, speaker[1], cue.start) if speaker else start  # "According to aides, Lee took her coat and said"
                speaker = clause_subject(line, max(first, cue.start - MAX_REACH), cue.start)
            if speaker is None or narrates(line, speaker):
                continue
            cue = msgspec.structs.replace(cue, speaker=speaker)
        resolved.append(cue)
    return resolved


def _limit(line: Line, cue: Cue, following: Cue | None) -> int:
    """Where the content ends at the latest: before ", adding that", which has the same speaker."""
    if following is not None and following.frames == "according" and line.letters[following.start - 1] == "," and following.speaker:
        ended = line.letters[following.speaker[1] : following.speaker[1] + 1] in ("", ".")
        return following.start - 1 if ended and following.start - 1 > cue.end else len(line.letters)
    if following is not None and (comma := _fronted(line, cue, following)):
        return comma
    if following is not None and not following.shared and (turn := _turn(line, cue.end, following.start)):
        return turn
    if following is None or not following.shared or following.start <= cue.end or following.speaker != cue.speaker:
        return len(line.letters)
    at = following.group.start
    if line.letters[at - 1] == "p":
        return len(line.letters)
    while at > 0 and line.letters[at - 1] in ",c":
        at -= 1
    return at


def _fronted(line: Line, cue: Cue, following: Cue) -> int:
    """The comma behind the clause that opens a sentence, where a cue stands in that and the next is the main verb: "Asked if Lee had
    said so, Ray said"; 0 for none."""
    if following.shared or following.inverted or following.speaker is None or following.speaker[0] <= cue.end:
        return 0
    comma, opening = following.speaker[0] - 1, line.sentence_start(cue.start)
    fronted = line.letters[opening] == "s" or line.low[opening].endswith(("ed", "ing")) or line.low[opening] in _FRONTING
    return comma if fronted and line.letters[comma] == "," else 0


def _turn(line: Line, start: int, end: int) -> int:
    """Where "while" and somebody else who speaks begin, or the comma before, between two cues of a sentence; 0 for none."""
    first = max(start, line.sentence_start(end - 1), end - MAX_REACH)
    turn = next((at for at in range(end - 1, first, -1) if line.low[at] == "while"), 0)
    return turn - (line.letters[turn - 1] == ",") if turn else 0


def _quoted(index: int, line: Line, cue: Cue, marks: Marks, times: dict[int, int]) -> Iterator[Draft]:
    if "q" not in cue.frames:
        return
    mode = "direct" if cue.mode == "indirect" else cue.mode
    first = _mark_after(line, cue, marks, times)
    following = [mark for mark in marks.chain(line, first) if mark is first or _joined(line, mark)]
    for mark in (_mark_before(line, cue, marks), *following):
        if mark is not None:
            yield Draft(index, mode, (cue.start, cue.end), cue.speaker, (mark.start, mark.end), "attributions.quote")


def _joined(line: Line, mark: Quotation) -> bool:
    """Whether a quotation after another is its cue's too: "and" stands before it ("chanted "Out!" and "Go home!"")."""
    return line.letters[mark.start - 1] == "c" and mark.words > 1 and not is_name(line, mark)


def _mark_before(line: Line, cue: Cue, marks: Marks) -> Quotation | None:
    if (cue.shared and cue.speaker) or line.letters[cue.group.start - 1 : cue.group.start] == "r":
        return None  # also not ""...," a view held by many who said"
    border = cue.group.start if cue.inverted or cue.speaker is None else cue.speaker[0]
    if cue.group.start < border < cue.start:
        border = (before_verb(line, cue.group.start) or (border, 0))[0]  # ""...," the agency quoted her as saying"
    border -= line.letters[border - 1 : border] == ","
    found = marks.ending.get(border)
    if found is None or (is_name(line, found) and not _opens_speech(line, found)):
        return None
    if line.low[found.end - 2] == "." and ("w" in cue.frames or not _ends(line, cue)):
        return None  # also not ""...a mistake." He laughed."
    parted = cue.inverted or line.letters[border : border + 1] == "," or line.letters[found.end - 2] == ","
    if not parted and "a" not in cue.frames and opens_clause(line, cue.end):
        return None  # ""...her titles" Sources report she is"
    return found if is_speech(line, found) or line.letters[found.end - 2] in ",." else None


def _opens_speech(line: Line, mark: Quotation) -> bool:
    """Whether a sentence opens with a quotation that its own mark ends: "No," and "Wow!" before "Lee said"."""
    ended = line.letters[mark.end - 2] in ",." and line.low[mark.end - 2] != "."
    return ended and (mark.start == 0 or line.letters[mark.start - 1] in '."')


def _ends(line: Line, cue: Cue) -> bool:
    """Whether nothing follows cue and speaker, so that words before them are meant though a full stop ends those."""
    end = max(cue.end, cue.speaker[1] if cue.speaker else 0)
    return cue.inverted or line.letters[end : end + 1] in ("", ".")


def _mark_after(line: Line, cue: Cue, marks: Marks, times: dict[int, int]) -> Quotation | None:
    at = cue.speaker[1] if cue.inverted and cue.speaker else cue.end
    at = _to_colon(line, skip(line, cue, at, times))
    if "w" in cue.frames and not set(",:") & set(line.letters[at - 1 : at + 1]):
        return None
    while at < len(line.letters) and line.letters[at] in ",:h":
        at += 1
    found = marks.starting.get(at)
    if found is None or (is_name(line, found) and not (line.letters[at - 1] in ",:" and is_exclaimed(line, found))):
        return None
    ended = line.letters[found.end - 2] in ",." or found.end >= len(line.letters) or line.letters[found.end] in ".,;cag"
    ended = ended or (line.letters[found.end] == "p" and not has_verb(line, found.end))  # "promised "swift justice" for them"
    return found if ended and (found.words > 1 or is_exclaimed(line, found)) else None


def _to_colon(line: Line, at: int) -> int:
    """The colon before a quotation, where no verb stands before it: "told them on Sunday, hours before the debate: "...""."""
    colon = line.letters.find(':"', at, at + MAX_REACH)
    return at if colon < 0 or set('eymbvo."') & set(line.letters[at:colon]) else colon


def _unquoted(index: int, line: Line, cue: Cue, marks: Marks, times: dict[int, int], limit: int) -> Iterator[Draft]:
    found = content(line, cue, times, limit)
    if found is None or (cue.speaker is None and not _without_speaker(cue)):
        return
    found = _opened(found, marks)
    if cue.speaker and "r" in line.letters[cue.speaker[0] : cue.start]:
        found = _before_main_verb(line, found, marks)
    wide = widen(found, marks.around(found.end))
    if cue.speaker and wide.rule != "around" and wide.start < cue.speaker[1] and cue.speaker[0] < wide.end and not cue.agent:
        return
    words = (wide.said_at, wide.said_at + 1) if wide.said_at else (cue.start, cue.end)
    mode = "direct" if cue.mode == "indirect" and _all_quoted(line, wide.start, wide.end, marks) else cue.mode
    yield Draft(index, mode, words, cue.speaker, (wide.start, wide.end), f"attributions.{wide.rule}")


def _opened(found: Content, marks: Marks) -> Content:
    """The content without the mark that closes a quotation before it."""
    closing = marks.ending.get(found.start + 1)
    return msgspec.structs.replace(found, start=found.start + 1) if closing and closing.start < found.start else found


def _before_main_verb(line: Line, found: Content, marks: Marks) -> Content:
    """The content up to a quotation that a comma ends before the sentence's verb: "Lee, who said it was "a mess," left"."""
    ends = (mark.end for mark in marks.ordered if found.start < mark.start and mark.end < found.end)
    end = next((end for end in ends if line.letters[end - 2] == "," and line.letters[end] in "eymbvo"), None)
    return msgspec.structs.replace(found, end=end) if end else found


def _all_quoted(line: Line, start: int, end: int, marks: Marks) -> bool:
    """Whether a content is nothing but one quotation: ""...," according to Ann Lee"."""
    mark = marks.starting.get(start)
    return mark is not None and mark.end == end and is_speech(line, mark)


def _without_speaker(cue: Cue) -> bool:
    """Blame in the passive and "it was reported that" stand without a speaker; nothing else does."""
    return "b" in cue.frames or cue.group.passive
