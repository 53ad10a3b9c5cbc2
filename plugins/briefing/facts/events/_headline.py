"""What an article reports where no listed event is its news: the main verb of its lead, or else of its title.

"The company raised its forecast", "a court has ruled", "sales fell": such news has a who, a where and a when as any other. The
class is NEWS, which says that no class was found. Refused: a verb of a clause within the sentence, and a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from .._syntax.clauses import Line, group
from .._syntax.grammar import Grammar, Trigger, words
from .._syntax.phrases import before
from ._triggers import Found

NEWS = "NEWS"
_ROWS = {frame: Trigger("", (), {"type": NEWS, "mode": "", "frame": frame, "weak": "", "noun": ""}) for frame in ("so", "s")}
_FINITE = "eymbvo"
_AUXILIARY = "bvoman"
#: Past forms that are never participles, and those that may be.
_PAST_ONLY = words("""began became wrote spoke chose froze grew knew threw flew blew drove rode rose fell shook stole swore tore wore
    broke woke sank sang rang drank swam ran went came gave forgave forbade saw ate withdrew overtook undertook overcame
    underwent oversaw foresaw undid outdid took drew""")
_PAST = _PAST_ONLY | words("""
    told won lost led met fled sold bought sent spent lent built stood sat held kept left felt meant dealt slept swept
    wept crept fought caught taught thought brought sought paid laid made said heard read hid bit slid lit understood
    withstood found struck""")
#: Words that open a clause before the main one: "After the court ruled, the company paid".
_OPENS_CLAUSE = frozenset(("after", "before", "since", "following"))
_MOST_TOKENS = 80


def reported(line: Line, start: int, end: int, known: Grammar) -> Found | None:
    """The main verb of the sentence [start, end) as a trigger; None where none is certain."""
    for at in _finite(line, start, min(end, start + _MOST_TOKENS)) if end - start > 2 else ():
        verb = at
        while verb + 1 < end and line.letters[verb] in _AUXILIARY and line.letters[verb + 1] in _AUXILIARY + "eygw":
            verb += 1
        while verb > at and line.letters[verb] in "an":
            verb -= 1  # "is now the tallest"
        verbs = group(line, verb, "past" if line.letters[verb] in "ew" and verb > at else "s")
        subject = before(line, verbs.start)
        if subject is None or verbs.infinitive or line.letters[subject[0]] == "i":
            continue
        if line.low[verb] in known.speech and _is_press(line, subject, known):
            continue  # "The agency reports that a boat sank": the boat is the news
        passive = verbs.passive and line.letters[verb] == "e"
        frame = "s" if line.low[verb] in known.speech or line.letters[verb] in "bvmo" else "so"
        return Found(verb, verb + 1, _ROWS["so" if passive else frame], verbs, subject)
    return None


def _finite(line: Line, start: int, end: int) -> Iterator[int]:
    """The verbs that may be the main one, left to right, with their first auxiliary."""
    at = _main_clause(line, start, end)
    quoted = False
    while at < end:
        letter = line.letters[at]
        quoted ^= letter == '"'
        planned = letter == "w" and line.low[at].endswith("s") and line.letters[at - 1 : at + 2] == "Wwt"  # "Lee plans to"
        verbal = letter in _FINITE or planned or line.low[at] in _PAST
        if verbal and not quoted and not _nominal(line, at) and not _within(line, start, at, end):
            yield at
            while at < end and line.letters[at] in _AUXILIARY:
                at += 1
        at += 1


def _nominal(line: Line, at: int) -> bool:
    """Whether what might be a verb ends a noun phrase: "an international team", "the President-elect"."""
    if line.letters[at - 1] == "-":
        return True
    if line.letters[at] != "y" or line.low[at].endswith("s"):
        return False
    first = at
    while first > 0 and line.letters[first - 1] in "wW-":
        first -= 1
    return line.low[first - 1 : first] in (("a",), ("an",))


def _is_press(line: Line, subject: tuple[int, int], known: Grammar) -> bool:
    return any(known.sources.get(word) in ("media", "document") for word in line.low[slice(*subject)])


def _main_clause(line: Line, start: int, end: int) -> int:
    """Where the main clause may begin: behind the comma of a clause or phrase before it."""
    if line.letters[start] in "s" or line.low[start] in _OPENS_CLAUSE:
        comma = line.letters.find(",", start, end)
        return comma + 1 if comma > 0 else start + 1
    return start + 1


def _within(line: Line, start: int, at: int, end: int) -> bool:
    """Whether a verb stands in a relative clause, after "that", or only describes: "a report released on Monday by the agency"."""
    back = at
    while back > start and line.letters[back - 1] in _AUXILIARY:
        back -= 1
    if back > start and line.letters[back - 1] in "rhs":
        return True
    if line.letters[at] != "e" or line.low[at] in _PAST_ONLY or line.letters[at - 1] in "bvoman":
        return False
    if line.letters[at - 1] in "d-#(\"" or (line.letters[at - 1] == "," and line.letters[at + 1 : at + 2] in ("w", "W")):
        return True
    described = line.letters[at + 1 : at + 2] in ("p", "a", "t") or line.letters[at - 1] == ","
    return described and finite_later(line, at + 1, end)


def finite_later(line: Line, start: int, end: int) -> bool:
    """Whether a finite verb of the same clause follows."""
    for at in range(start, end):
        letter = line.letters[at]
        if letter in ";rhsc":
            return False
        if letter in "ymbvo" or (letter == "e" and line.letters[at - 1] not in "d-#," and line.letters[at + 1 : at + 2] not in ("p", "w")):
            return True
    return False
