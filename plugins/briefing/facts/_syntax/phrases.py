"""Noun phrases beside a word of a line: the subject before a verb, what follows a preposition, appositions with them.

Scans go token by token and stop at a clause's border; MAX_REACH bounds them. Where a border is not certain the shorter
phrase is given.
"""

from __future__ import annotations

from .clauses import MAX_REACH, Line
from .grammar import words

_PHRASE = frozenset("dwWzpx#-ja)(")  #: what a noun phrase is made of
#: Determiners that are a noun phrase by themselves: "some said".
_STANDING_ALONE = frozenset(("some", "many", "others", "both", "all", "several", "few"))
_HEDGES = frozenset((("at", "least"), ("at", "most"), ("up", "to"), ("close", "to")))
_VERBAL = frozenset("eymbvo")
_MAX_ASIDE = 6
_OCCASIONS = frozenset(("after", "before", "during", "following", "amid", "upon"))
_CLAUSES = frozenset(("after", "before"))  #: occasions, or what opens a clause with a verb of its own
_TELLS_OF = frozenset(("who", "speaking", "writing", "talking", "testifying", "appearing"))
_WHICH_TIME = frozenset(("last", "this", "next", "earlier", "that"))
_SPANS_OF_TIME = words("night week weekend month year spring summer autumn fall winter morning afternoon evening")


def before(line: Line, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token `end`, with an apposition between commas: the subject of a verb there.

    None where no noun phrase stands there: after a coordinator, a mark, at a sentence's start.
    """
    end = _without_times(line, end)
    if end == 0:
        return None
    if (noun := _relative_head(line, end)) is not None:
        return _with_name(line, _phrase_back(line, noun))
    letter = line.letters[end - 1]
    if letter in "rh":
        inner = end - 1 - (end > 1 and line.letters[end - 2] == ",")
        return _phrase_back(line, inner)
    if letter != ",":
        return _with_name(line, _phrase_back(line, end))
    opening = line.letters.rfind(",", max(0, end - 1 - MAX_REACH), end - 1)
    if opening > 0 and set(line.letters[opening + 1 : end - 1]) == {"W"} and _town_before(line, opening):
        outer = line.letters.rfind(",", max(0, opening - MAX_REACH), opening)  # "Ann Lee, the mayor of Easton, Southland,"
        opening = outer if outer > line.sentence_start(opening) else opening  # not so: "Secretary of State, Ann Lee,"
    if opening <= 0 or "." in line.letters[opening:end] or not _aside(line, opening + 1, end - 1):
        return None
    head = _phrase_back(line, opening)
    return head and (head[0], end - 1)


def _without_times(line: Line, end: int) -> int:
    """Where the words end that no adverb and no time follows: "Lee on Tuesday", "Lee last month"."""
    while end > 0 and (line.letters[end - 1] == "a" or _told_time(line, end)):
        end -= 2 if line.letters[end - 1] != "a" else 1
        end -= line.letters[end - 1 : end] == "p"  # "on Tuesday"
    return end


def _told_time(line: Line, end: int) -> bool:
    return end > 2 and line.low[end - 1] in _SPANS_OF_TIME and line.low[end - 2] in _WHICH_TIME


def _relative_head(line: Line, end: int) -> int | None:
    """Where the noun ends of which "who in May" or "speaking to them" tells: that, and nothing but a preposition with its noun."""
    at = end
    while at > max(0, end - _MAX_ASIDE) and line.letters[at - 1] in "dwWa#":
        at -= 1
    if at < 3 or at == end or line.letters[at - 1] not in "pt" or line.low[at - 2] not in _TELLS_OF:
        return None
    if line.low[at - 2] != "who" and line.letters[at - 3] not in "wW":
        return None
    return at - 2 - (line.letters[at - 3] == ",")


def _with_name(line: Line, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """The phrase with the name before it whose apposition it is, though no second comma closes it: "Lee Brothers, a bank has"."""
    if phrase is None or phrase[0] < 2 or line.letters[phrase[0] - 1] != "," or line.letters[phrase[0]] not in "dw":
        return phrase
    first = line.sentence_start(phrase[0] - 1)
    return (first, phrase[1]) if set(line.letters[first : phrase[0] - 1]) <= {"W"} else phrase


def subject(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The subject of a sentence: what stands before its first finite verb."""
    for at in range(max(start + 1, end - 2 * MAX_REACH), end):
        if line.letters[at] in _VERBAL:
            return before(line, at)
    return None


def _aside(line: Line, start: int, end: int) -> bool:
    """Whether [start, end) reads as an apposition: "a spokesperson for the Pentagon", "who leads the group", "42"."""
    opens = line.letters[start : start + 1]
    named = opens in ("d", "r", "w", "W", "#", "e", "g") or line.low[start] in ("like", "including", "along", "of")
    return end > start and named and '"' not in line.letters[start:end]


def _phrase_back(line: Line, end: int) -> tuple[int, int] | None:
    if end <= 0:
        return None
    if line.letters[end - 1] == "j" and line.low[max(0, end - 2)] == "of":
        whole = _phrase_back(line, end - 2)  # "some of them"
        return whole and (whole[0], end)
    if line.letters[end - 1] in "ij":
        return (end - 1, end) if line.letters[end - 1] == "i" else None
    start = end
    while start > 0 and end - start < MAX_REACH:
        if _joins(line, start - 1, end):
            start -= 1
        elif _place_pair(line, start, end):
            start -= 2
        elif (relative := _relative(line, start)) is not None:
            start = relative
        else:
            break
    start = _in_clause(line, start, end) or _after_adverbial(line, start, end)
    while start < end and line.letters[start] in "acp)-x":
        start += 1
    return (start, end) if start < end and (set("wW#g") & set(line.letters[start:end]) or line.low[end - 1] in _STANDING_ALONE) else None


def _relative(line: Line, start: int) -> int | None:
    """Where a relative clause opens whose verb stands before `start`: "workers who had been | held since May"."""
    at = start
    while at > max(0, start - MAX_REACH) and line.letters[at - 1] in "mbvoaney":
        at -= 1
    return at - 1 if 1 < at < start and line.letters[at - 1] == "r" and line.letters[at - 2] in "wW" else None


def _place_pair(line: Line, start: int, end: int) -> bool:
    """Whether the comma before `start` parts a town from its state: "the office in Miami, Florida"."""
    if start < 3 or line.letters[start - 1] != "," or set(line.letters[start:end]) != {"W"}:
        return False
    return _town_before(line, start - 1)


def _town_before(line: Line, comma: int) -> bool:
    """Whether "in Easton" stands before a comma."""
    at = comma
    while at > max(0, comma - MAX_REACH) and line.letters[at - 1] == "W":
        at -= 1
    return 0 < at < comma and line.low[at - 1] in ("in", "of", "at", "near") and at - 1 > line.sentence_start(at)


def _in_clause(line: Line, start: int, end: int) -> int | None:
    """Where the subject of a clause begins that follows another verb with its object: "sent officers to the station after a man"."""
    if start == 0 or line.letters[start - 1] not in "ey":
        return None
    return next((at + 1 for at in range(end - 1, start, -1) if line.low[at] in _CLAUSES), None)


def _joins(line: Line, at: int, end: int) -> bool:
    """Whether the token at `at` belongs to the noun phrase that runs from at + 1 to `end`."""
    letter = line.letters[at]
    following = line.letters[at + 1] if at + 1 < end else ""
    if letter in "wW" and following == "d":
        return False
    if letter in _PHRASE:
        return True
    if letter == "t":
        return following in ("d", "W") and at > 0 and line.letters[at - 1] in "wWe"
    if letter == "e":
        return following in ("p", "w", "W", "t") and at > 0 and (line.letters[at - 1] in "d#z-" or following in "pt")
    if letter == "y":
        return at > 0 and line.tokens[at - 1].text == "-"
    if letter == "g":
        return at > 0 and line.letters[at - 1] in ("d#z" if following else "d")  # "the ruling"
    if letter == "c":
        return line.low[at] in ("and", "or", "&") and bool(following) and not _verb_left(line, at)
    if letter == ",":
        return _listed(line, at, end)
    return False


def _verb_left(line: Line, at: int) -> bool:
    """Whether a verb stands left of `at` in its clause, so that "and" there joins clauses."""
    for i in range(at - 1, max(-1, at - 1 - MAX_REACH), -1):
        if line.letters[i] in ".;:\"srh" or (line.letters[i] == "," and i < at - 1 and set(line.letters[i + 1 : at]) <= set("dwWz-#")):
            return False
        if line.letters[i] in "eymbvo" and not (line.letters[i] == "e" and i > 0 and line.letters[i - 1] in "d#z-"):
            return True
    return False


def _listed(line: Line, at: int, end: int) -> bool:
    """Whether the comma at `at` parts the items of a list that ends in "and": "Russia, China and Iran", "two guards, a man and a boy"."""
    ahead = line.letters[at + 1 : end]
    joint = ahead.find("c")
    if not 0 < joint <= 12 or at == 0:
        return False
    return (set(ahead[:joint]) <= set("Wd,") and line.letters[at - 1] == "W") or (ahead[0] in "d#" and _counted(line, at))


def _counted(line: Line, end: int) -> bool:
    """Whether a noun phrase with an article or a number ends before `end`, in the list or at the sentence's start."""
    at = end
    while at > max(0, end - MAX_REACH) and line.letters[at - 1] in "wW-":
        at -= 1
    return at < end and line.letters[at - 1 : at] in ("d", "#") and (at < 2 or line.letters[at - 2] not in "pt")


def _after_adverbial(line: Line, start: int, end: int) -> int:
    """Where the subject starts when the stretch opens with a preposition: "In Baghdad the army" starts at "the"."""
    if line.low[start].endswith("ing") and "," in line.letters[start:end]:
        return line.letters.rindex(",", start, end) + 1
    if line.letters[start] not in "pt" or line.low[start] in ("about", "over", "around") or _hedges(line, start):
        return start
    for at in range(start + 2, end):
        if line.letters[at] == "d" and line.letters[at - 1] in "wW#a":
            return at
    at = end - 1
    kind = line.letters[at]
    while at > start + 1 and line.letters[at - 1] == kind:
        at -= 1
    return at


def _hedges(line: Line, start: int) -> bool:
    """Whether a number follows with a hedge: "at least three", "up to 100"."""
    return line.low[start : start + 2] in _HEDGES and line.letters[start + 2 : start + 3] in ("#", "d")


def after(line: Line, start: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `start`, with an apposition after a comma: "Ann Lee, a spokeswoman for it"."""
    end = _phrase_ahead(line, start)
    if end == start:
        return None
    if line.letters[end : end + 1] == "," and line.letters[end + 1 : end + 2] in ("d", "w", "W", "a"):
        stop = _phrase_ahead(line, end + 1)
        closed = stop >= len(line.letters) or line.letters[stop] in ".,;\"s"
        office = line.letters[end - 1] == "w" or _office_in(line, start, end)
        named = office and line.letters[end + 1 : stop].startswith(("WW", "WxW", "WzW"))  # "the party's chair, Ann Lee", "..., Rep. Lee"
        if stop > end + 1 and (named or (closed and _role_like(line, end + 1, stop))):
            end = stop
    return start, end


def _office_in(line: Line, start: int, end: int) -> bool:
    """Whether a phrase is "the ... of Southland" or "the ... to Southland", behind which a name says who that is."""
    at = end - 1
    while at > start and line.letters[at] == "W":
        at -= 1
    return line.letters[start] == "d" and start < at < end - 1 and line.low[at] in ("of", "to", "for")


def _role_like(line: Line, start: int, stop: int) -> bool:
    """Whether a stretch after a comma names a role, not a place or a time: it has a lower-case word before any name."""
    return line.letters[start] in "dwa" and "w" in line.letters[start : start + 5]


def _phrase_ahead(line: Line, start: int) -> int:
    if line.letters[start : start + 1] in ("i", "j"):
        return start + 1
    at = start
    stop = min(len(line.letters), start + MAX_REACH)
    while at < stop:
        letter = line.letters[at]
        if letter == "d" and at > start and line.letters[at - 1] in "wWz":
            break
        if line.low[at] == "on" and line.letters[at + 1 : at + 2] in ("#", "a"):
            break  # "by the ministry on 29 December"
        if line.low[at] in _OCCASIONS and line.letters[at - 1] == "W":
            break  # "said Lee after the run"
        if letter in "eg" and at > start and _participle(line, at):
            pass
        elif letter == "y" and at > start and line.tokens[at - 1].text == "-":
            pass  # "President-elect Lee"
        elif letter == "c" and at > start and line.low[at] in ("and", "&") and line.letters[at + 1 : at + 2] in ("W", "d", "w", "#"):
            if _verb_soon(line, at + 1):
                break
        elif letter == "t" and at > start and line.letters[at + 1 : at + 2] in ("d", "W", "#"):
            pass
        elif letter == "j" and line.letters[at - 1 : at] == "p":
            return at + 1  # "a number of them"
        elif letter not in _PHRASE or letter in "j(":
            break
        at += 1
    while at > start and line.letters[at - 1] in "ptcad-x":
        at -= 1
    return at


def _participle(line: Line, at: int) -> bool:
    """Whether a verb form modifies a noun: "the wounded man", "accounts associated with"."""
    if line.letters[at - 1] in "d#-z":
        return True
    return line.letters[at] == "e" and line.letters[at - 1] in "wW" and line.letters[at + 1 : at + 2] in ("p", "t")


def _verb_soon(line: Line, start: int) -> bool:
    """Whether a finite verb follows the noun phrase at `start`: then "and" opened a clause."""
    for at in range(start, min(len(line.letters), start + 8)):
        if line.letters[at] in _VERBAL:
            return True
        if line.letters[at] not in _PHRASE:
            return False
    return False
