"""Subjects that noun phrases alone do not give: apart from their verb by appositions, dashes or adverbs, or with a participle.

Nor does an infinitive or a participle inside cut them short: "his choice to lead the bank", "the family of a boy shot dead by police".

Refused: a subject where a finite verb stands between, unless in a relative clause.
"""

from __future__ import annotations

from .clauses import MAX_REACH, Line
from .grammar import words
from .phrases import before

#: Verbs of which somebody who speaks is the subject or the object: "He can be heard saying", "a tape that features Lee saying".
HEARD = frozenset(("heard", "overheard", "seen", "caught", "recorded", "filmed", "captured"))
_CONJUNCTIONS = frozenset(("after", "until", "before"))
_SPANS = words("day days week weeks month months year years hour hours minute minutes moment moments shortly")
EMPHATIC = frozenset(("himself", "herself", "itself", "themselves"))
_OPENING = HEARD | words("with shows showed showing features featured featuring hears captures recalls recalled")


def before_verb(line: Line, at: int) -> tuple[int, int] | None:
    """The subject that stands right before a verb, though appositions with commas or a stray comma part them."""
    at -= line.low[at - 1 : at] != () and line.low[at - 1] in EMPHATIC  # "Lee himself said"
    found = (_titled(line, at) or _far_subject(line, at) or _open_relative(line, at)
             or before(line, _past_aside(line, at)) or _stray_comma(line, at))
    if found is None:
        return None
    if line.letters[found[0]] == "e" and line.letters[found[0] - 1] == "i" and (opening := _opening_who(line, at)):
        return opening
    start, end = _own_clause(line, *found)
    return (_described(line, start, end) if end == at else _named(line, start, end)), end


def _opening_who(line: Line, end: int) -> tuple[int, int] | None:
    """Who opens the sentence, described by a clause without commas that has clauses of its own: "An aide who left since he feared for
    his job said"."""
    first = max(line.sentence_start(end - 1), end - MAX_REACH)
    at = line.letters.find("r", first, end)
    head = before(line, at) if at > first and not set(',":;') & set(line.letters[at:end]) else None
    return (first, end) if head and head[0] == first else None


def _own_clause(line: Line, start: int, end: int) -> tuple[int, int]:
    """The subject without the clause before it: "won over | the voters who say", "a fight over what | critics call"."""
    letters = line.letters
    if "what" in line.low[start : end - 1]:
        return line.low.index("what", start) + 1, end
    if letters[start - 1] in "vb" and letters[start] in "we" and letters[start + 1 : start + 2] in ("p", "t") and start + 2 < end:
        return start + 2, end
    return start, end


def _named(line: Line, start: int, end: int) -> int:
    """Where the subject of a relative clause begins: with the name before "a lawyer who", after "Lee said of" before "Ray, who"."""
    letters = line.letters
    if letters[end : end + 2] == ",r" and letters[end - 1] == "W" and "e" in letters[start:end]:
        return max(start, letters.rfind("p", letters.find("e", start), end) + 1)
    apposed = letters[start - 1] == "," and letters[start] == "d" and letters[start - 2] == "W" and letters[end : end + 1] == "r"
    name = before(line, start - 1) if apposed else None
    return name[0] if name else start


def _described(line: Line, start: int, end: int) -> int:
    """Where the subject right before a verb begins that a clause, a participle or an infinitive describes, whose last noun alone
    was taken for it."""
    first = line.sentence_start(start)
    if (whose := _whose(line, start, first)) is not None:
        return whose
    if (clause := _after_conjunction(line, start, end)) > start:
        return clause
    participle = _participle(line, start, first) if "," not in line.letters[start:end] else 0
    head = before(line, participle) if participle > first else None
    return head[0] if head and head[1] == participle else start


def _whose(line: Line, start: int, first: int) -> int | None:
    """Where the subject begins that a clause with "whose" parts from its verb: "The mayor whose aides had gone for a week said"."""
    at = start
    while at > max(first, start - MAX_REACH) and line.low[at] != "whose" and line.letters[at] not in ',;:"':
        at -= 1
    owner = before(line, at) if line.low[at] == "whose" else None
    return owner[0] if owner else None


def _after_conjunction(line: Line, start: int, end: int) -> int:
    """Where the subject of "after" or "until" begins in a phrase: "funds at the bank after | the Union accused"; `start` for none."""
    at = next((at for at in range(end - 1, start, -1) if line.low[at] in _CONJUNCTIONS), start)
    joins = at > start and "W" in line.letters[at:end] and line.letters[at - 1] == "w" and line.low[at - 1] not in _SPANS
    return at + 1 if joins else start


def _participle(line: Line, start: int, first: int) -> int:
    """Where a participle or an infinitive stands whose object begins at a token, or its "dead" and "guilty": "police investigating
    | the case", "the man chosen to lead | the bank", "a man claiming to speak for | the group"; 0 where the phrase is no object."""
    letters = line.letters
    if letters[start - 1] == "e" and letters[start - 2] in "wW" and letters[start : start + 2] == "wp":
        return start - 1  # "a boy shot dead by police"
    at = start
    while at > first and letters[at - 1] in "dp":
        at -= 1
    if letters[at - 2 : at] in ("ty", "tw") and letters[start] in "dWw":
        at -= 2
        chosen = letters[at - 1] in "ge" and letters[at - 2] in "wW"
        return (at - 1 if chosen else at) if at < start - 2 or letters[start] != "w" else 0
    while letters[at - 1] in "dpwW#xa" and letters[start] == "W" and at > first + 1:
        at -= 1  # "a woman running for Congress in | Easton", "a report released Friday by the | Trust"
    describes = letters[at - 1] == "g" or (letters[at - 1] == "e" and letters[at] in "pa")
    return at - 1 if describes and letters[at - 2] in "wW" and at > first + 1 else 0


def clause_subject(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The subject of the first verb in [start, end) that has one: "In an attempted coup Lee read" is told of Lee."""
    described: tuple[int, int] | None = None
    for at in range(max(start + 1, end - 2 * MAX_REACH), end):
        if line.letters[at] in "eymbvo" and (found := before_verb(line, at)):
            if described or not opening_described(line, start, found, at):
                return found
            described = found
    return described or _opening(line, start, end)


def _opening(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Who opens a sentence whose verb no list knows, with an aside between commas: "The man's sister, reached by phone, hung up"."""
    first, second = line.letters.find(",", start, end), line.letters.rfind(",", start, end)
    if not start < first < second or line.letters[second + 1] != "w" or line.letters[start] not in "dW":
        return None
    head = before(line, first)
    return (start, second) if head and head[0] == start and set(line.letters[first + 1 : second]) <= set("epdwWa#-") else None


def opening_described(line: Line, start: int, found: tuple[int, int], at: int) -> bool:
    """Whether a participle only describes a noun of the words that open the sentence: "In a message posted to the site, Lee"."""
    opening = line.letters[start : found[0]]
    return opening[:1] == "p" and set(opening) <= set("pdw-") and line.letters[at] == "e" and line.letters[at + 1 : at + 2] in ("p", "t")


def _open_relative(line: Line, end: int) -> tuple[int, int] | None:
    """Who opens the sentence, where no comma closes a relative clause behind: "Ann Lee, who was at the port for a week said"."""
    first = max(line.sentence_start(end - 1), end - MAX_REACH) if end else 0
    at = line.letters.find(",r", first, end)
    inside = line.letters[at + 2 : end]
    if at <= first or inside[:1] not in tuple("ymbvoe") or inside[-1] not in "wWa#" or set(',"chs;:r') & set(inside):
        return None
    head = before(line, at)
    return (head[0], end) if head and head[0] == first and "W" in line.letters[slice(*head)] else None


def accompanying(line: Line, subject: tuple[int, int], end: int) -> tuple[int, int] | None:
    """Who speaks in ", with party chairman Ann Lee saying that"; a participle without "with" has the sentence's speaker."""
    start = subject[0]
    while start > 0 and line.letters[start - 1] in "dwWxp#-z" and line.low[start - 1] != "with":
        start -= 1
    joined = line.letters[start - 1 : start] == "c" and _with_before(line, start)
    opened = joined or line.low[max(0, start - 1)] in _OPENING
    return (start, end) if opened and subject[1] == end else None


def _past_aside(line: Line, at: int) -> int:
    """Where a subject ends that an adverb between commas follows ("officials, however, say"), or words between dashes."""
    if line.letters[at - 1 : at] == ";":
        dash = line.letters.rfind(";", max(line.sentence_start(at), at - MAX_REACH), at - 1)
        return dash if dash > 0 and '"' not in line.letters[dash:at] else at
    first = at - 1
    while first > 0 and line.letters[first - 1] == "a":
        first -= 1
    enclosed = first < at - 1 and line.letters[at - 1] == "," and line.letters[first - 1 : first] == ","
    return first - 1 if enclosed else at


def _far_subject(line: Line, end: int) -> tuple[int, int] | None:
    """The subject that an apposition with commas of its own parts from its verb: "Lee, born in Easton, Ohio, has said".

    It opens the sentence or follows a quotation, and no clause but a relative one stands between.
    """
    while end > 0 and line.letters[end - 1] == "a":
        end -= 1
    if line.letters[end - 1 : end] != ",":
        return None
    first = max(line.sentence_start(end), end - MAX_REACH)
    start = max(first, line.letters.rfind('"', first, end) + 1)
    if line.low[start].endswith("ing"):
        start = line.letters.find(",", start, end - 1) + 1  # "Speaking at the port, Lee, born in Easton, said"
    comma = line.letters.find(",", start, end - 1)
    aside = line.letters[comma + 1 : end - 1]
    if not first <= start < comma or line.letters[start] not in "dwW#":
        return None
    if not aside or (aside[0] not in "drwW#egpa" and line.low[comma + 1] != "as"):
        return None
    if set("ymbvo;:") & set(aside[: aside.find(",r") if ",r" in aside else len(aside)]) and aside[0] != "r":
        return None
    head = before(line, comma - (line.letters[comma - 1] == "e"))  # "The official involved, Ann Lee, said"
    return (start, end - 1) if head and head[0] == start else None


def _titled(line: Line, end: int) -> tuple[int, int] | None:
    """The subject whose apposition ends in a title: "Lee, the author of "The Long Way," said"."""
    if line.letters[max(0, end - 2) : end] != ',"':
        return None
    first = max(line.sentence_start(end - 1), end - MAX_REACH)
    opening = line.letters.rfind('"', first, end - 1)
    comma = line.letters.rfind(",", first, opening) if opening > first else -1
    if comma <= first or line.letters[opening + 1] != "W" or not set(line.letters[opening + 1 : end - 2]) <= set("Wdpc#"):
        return None
    if line.letters[comma + 1] not in "drw" or line.letters[opening - 1] not in "wp" or set('":') & set(line.letters[comma:opening]):
        return None
    head = before(line, comma)
    return head and (head[0], end)


def _stray_comma(line: Line, end: int) -> tuple[int, int] | None:
    """The phrase that opens a sentence and that a comma too many parts from its verb: "Foreign Minister Lee, told the council"."""
    if line.letters[end - 1 : end] != "," or "," in line.letters[line.sentence_start(end) : end - 1]:
        return None
    found = before(line, end - 1)
    return found if found and found[0] == line.sentence_start(end) and line.letters[found[1] - 1] == "W" else None


def _with_before(line: Line, at: int) -> bool:
    """Whether ", with" opens the clause that "and" goes on: "with Lee calling it unfair and Ray calling it wrong"."""
    return any(line.low[i] == "with" and line.letters[i - 1] == "," for i in range(max(line.sentence_start(at), at - MAX_REACH) + 1, at))
