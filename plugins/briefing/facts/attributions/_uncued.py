"""Speech that has no cue of its own: after "Name:", going on from a quotation before it, or told only by what stands around it.

Who speaks in a quotation without any cue is the subject of the sentence that leads to it, where that is a person; such an
attribution has `inferred` set. Refused: a speaker for a quotation that nothing leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .._parties.speakers import SAYINGS
from .._syntax.clauses import MAX_REACH, MAX_SENTENCE, Line
from .._syntax.grammar import words
from .._syntax.phrases import after, before
from .._syntax.quotes import Quotation, is_exclaimed, is_speech
from .._syntax.subjects import before_verb, clause_subject
from ._drafts import Draft, Marks

#: A quotation without a cue and a speaker has to be this long to be shown.
_MIN_LONE_WORDS = 6
#: Tokens between two quotations that "and" joins: "saying "..." and that the talks were "..."".
_NEAR = 7
_TURN = "attributions.turn"
_ANSWERING = words("replied answered responded retorted countered interjected interrupted asked back")  #: "back" of "shot back"
_MANY_IN_LINE = 8  #: attributions of a line that are looked at for an answer
_LONGEST_GESTURE = 6  #: tokens of "The governor shook his head"
_LEAST_IN_WORDS = 5  #: tokens of "In Lee's words,"
#: Tokens of a name and an office behind a quotation.
_MAX_SIGNATURE = 14


def uncued(index: int, lines: Sequence[Line], marks: Marks, cued: Sequence[Draft], before_it: Sequence[Draft],
           unfinished: bool) -> Iterator[Draft]:
    """The quotations of a line that no cue claims; `before_it` are the attributions of the lines before, and `unfinished` says
    that the line before ends in an open quotation."""
    line = lines[index]
    earlier = before_it[-1] if before_it else None
    if not unfinished and (turn := _in_turn(index, lines, marks, before_it)):
        yield turn
        return
    last: Draft | None = None
    at, covered = 0, 0
    for mark in marks.ordered:
        while at < len(cued) and cued[at].content[0] <= mark.start:
            covered = max(covered, cued[at].content[1])
            last = _leading(line, last, cued[at])
            at += 1
        if mark.end <= covered or not (is_speech(line, mark) or is_exclaimed(line, mark)):
            continue
        draft = _lone(index, lines, mark, last, earlier, unfinished)
        if draft is not None:
            yield draft
            last = draft


def _in_turn(index: int, lines: Sequence[Line], marks: Marks, before_it: Sequence[Draft]) -> Draft | None:
    """A paragraph that is all quotation behind one in which somebody answered the one before: then it is that one's turn again."""
    line, mark = lines[index], marks.ordered[0] if marks.ordered else None
    if mark is None or mark.start or mark.end < len(line.letters) or not is_speech(line, mark):
        return None
    answers = [draft for draft in before_it[-_MANY_IN_LINE:] if draft.line == index - 1]
    asked = next((draft for draft in reversed(before_it) if draft.line < index - 1), None)
    if asked is None or asked.line != index - 2 or asked.mode != "direct" or not _spoken(asked):
        return None
    answered = (draft.rule == _TURN or (draft.cue and _ANSWERING & set(lines[index - 1].low[slice(*draft.cue)])) for draft in answers)
    return Draft(index, "direct", None, None, (mark.start, mark.end), _TURN, heard=asked.heard or asked) if any(answered) else None


def _leading(line: Line, last: Draft | None, draft: Draft) -> Draft:
    """Whose words go on after two attributions: not those that a clause tells in passing ("said Ann Lee, who said she was ill")."""
    if last is None or last.cue is None or draft.cue is None:
        return draft
    nested = last.content[0] <= draft.cue[0] < last.content[1]
    passing = last.mode == "direct" and draft.mode != "direct" and "." not in line.letters[last.cue[1] : draft.cue[0]]
    return last if nested or passing else draft


def _lone(index: int, lines: Sequence[Line], mark: Quotation, last: Draft | None, earlier: Draft | None, unfinished: bool) -> Draft | None:
    line = lines[index]
    quoted = (mark.start, mark.end)
    if _in_clause(line, mark):
        return None
    if mark.start and line.letters[mark.start - 1] == ":":
        speaker = _before_colon(line, mark.start - 1)
        return Draft(index, "direct", None, speaker, quoted, "attributions.colon") if speaker or is_speech(line, mark) else None
    if mark.start > 1 and line.low[mark.start - 1] == "?" and line.low[mark.start - 2] in SAYINGS:
        return Draft(index, "direct", None, before(line, mark.start - 1), quoted, "attributions.colon")  # "Lee's answer? "No.""
    if (words := _in_words(line, mark)) is not None:
        return Draft(index, "direct", None, words, quoted, "attributions.words")
    if last is not None and _spoken(last) and _goes_on(line, last, mark):
        return Draft(index, "direct", None, _gesturing(line, last, mark), quoted, "attributions.continued", heard=last.heard or last)
    if not is_speech(line, mark):
        return None
    before_it = earlier if earlier is not None and earlier.line == index - 1 and _spoken(earlier) else None
    if mark.start == 0 and before_it and (unfinished or _hands_on(lines[index - 1], before_it)):
        return Draft(index, "direct", None, None, quoted, "attributions.continued", heard=before_it.heard or before_it)
    if (signed := _signed(line, mark)) is not None:
        return Draft(index, "direct", None, signed, quoted, "attributions.signed")
    if mark.start == 0 and index > 1 and lines[index - 1].letters[-1] == ":":
        said = Draft(index - 1, "direct", None, _before_colon(lines[index - 1], len(lines[index - 1].letters) - 1), quoted, "")
        return Draft(index, "direct", None, None, quoted, "attributions.colon", heard=said if said.speaker else None)
    if mark.words >= _MIN_LONE_WORDS and (mark.start == 0 or line.letters[mark.start - 1] in '.,:"'):
        speaker = _led_to(line, mark)
        rule = "attributions.context" if speaker else "attributions.unattributed"
        return Draft(index, "direct", None, speaker, quoted, rule, inferred=speaker is not None)
    return None


def _gesturing(line: Line, last: Draft, mark: Quotation) -> tuple[int, int] | None:
    """Who does something in a short sentence between two quotations, and then goes on: ""Down!" a man shouted. Lee grinned. "You
    said it."""
    end = mark.start - 1
    start = line.sentence_start(end - 1)
    start += line.letters[start] == '"'  # of the quotation before
    spoken = max(part[1] for part in (last.content, last.cue, last.speaker) if part) if last.line == mark.line else 0
    if line.letters[end] != "." or start < spoken or end - start > _LONGEST_GESTURE:
        return None
    found = clause_subject(line, start, end)
    return found if found and found[0] == start else None


def _in_words(line: Line, mark: Quotation) -> tuple[int, int] | None:
    """Whose words a sentence gives: "In the words of Ann Lee, "..."", "In Lee's words, "..."", ""...," in the words of Ann Lee"."""
    if line.low[mark.end : mark.end + 4] == ("in", "the", "words", "of"):
        return after(line, mark.end + 4)
    start = line.sentence_start(max(0, mark.start - 1))
    start += line.letters[start] == '"'  # of the quotation that ends the sentence before
    if line.letters[mark.start - 1 : mark.start] != "," or line.low[start] != "in" or mark.start - start < _LEAST_IN_WORDS:
        return None
    if line.low[start : start + 4] == ("in", "the", "words", "of"):
        return start + 4, mark.start - 1
    return (start + 1, mark.start - 1) if line.low[mark.start - 2] == "words" and line.letters[mark.start - 3] == "z" else None


def _in_clause(line: Line, mark: Quotation) -> bool:
    """Whether a quotation without a cue is a subject, of which nobody says that he spoke it: ""Time is up" ran the headline"."""
    return mark.closed and line.letters[mark.end : mark.end + 1] in tuple("ymbvoe")


def _signed(line: Line, mark: Quotation) -> tuple[int, int] | None:
    """Who stands behind a quotation that is a paragraph of its own, after a dash: ""We won." - Ann Lee"."""
    at, end = mark.end, len(line.letters)
    if mark.start or end - at > _MAX_SIGNATURE or line.letters[at : at + 1] not in ("-", ";") or line.letters[at + 1 : at + 2] != "W":
        return None
    end -= line.letters[end - 1] == "."
    return (at + 1, end) if set(line.letters[at + 1 : end]) <= set("wWdx,pz#-") else None


def _spoken(draft: Draft) -> bool:
    return bool(draft.speaker or draft.heard)


def _goes_on(line: Line, last: Draft, mark: Quotation) -> bool:
    """Whether a quotation is by whom the one before is: it opens a sentence, or goes on in the same ("..., she said, smiling, "...")."""
    previous = line.letters[mark.start - 1] if mark.start else ""
    if previous and previous in '."x':
        return True  # also after "Jr."
    if last.mode != "direct" or last.cue is None:
        return False
    first = min(last.cue[0], last.content[1])
    same = mark.start - first < MAX_SENTENCE and "." not in line.letters[first : mark.start]
    between = line.letters[max(last.content[1], mark.start - _NEAR) : mark.start]
    joined = "c" in between and line.letters[mark.end - 2] == "." and (mark.words >= _MIN_LONE_WORDS or "ch" in between)
    return same and (previous in (",", ";") or joined)


def _hands_on(line: Line, earlier: Draft) -> bool:
    """Whether a paragraph's last attribution has the next paragraph's words: quoted ones, or those told in its last sentence."""
    if earlier.mode != "indirect" or earlier.speaker is None:
        return earlier.mode == "direct"
    named = set("Wi") & set(line.letters[slice(*earlier.speaker)])
    return bool(named) and earlier.content[1] >= len(line.letters) - 1


def _before_colon(line: Line, colon: int) -> tuple[int, int] | None:
    """Who speaks after a colon: a name alone before it ("Lee:"), else the first subject that is a name or a pronoun ("He was
    glad at the Conference:", "Here is what Lee said:"), else what opens the sentence ("The palace issued this:")."""
    start = max(line.sentence_start(colon), colon - MAX_REACH)
    speaker = before(line, colon)
    if speaker is not None and speaker[0] <= start:
        return speaker if line.letters[speaker[1] - 1] in "Wi" else None
    subjects = [found for at in range(start + 1, colon) if line.letters[at] in "eymbvo" and (found := before_verb(line, at))
                and line.letters[found[0] - 1 : found[0]] != "r"]  # not "The letter, which she keeps, reads:"
    named = next((found for found in subjects if set("Wi") & set(line.letters[slice(*found)].partition(",")[0])), None)
    return named or next((found for found in subjects if found[0] == start and line.low[start] == "the"), None)


def _led_to(line: Line, mark: Quotation) -> tuple[int, int] | None:
    """The subject of the sentence before a quotation, or of the one that it ends ("He waved it away, "..."): a name or "he"."""
    if mark.start < 2:
        return None
    end = mark.start - 1
    start = line.sentence_start(end - 1 if line.letters[end] == "." else end)
    found = clause_subject(line, start, end)
    if found is None or '"' in line.letters[start:end]:
        return None
    head = line.letters[slice(*found)].partition(",")[0].partition("p")[0]
    return found if line.low[found[1] - 1] in ("he", "she") or (head.endswith("W") and "z" not in head) else None
