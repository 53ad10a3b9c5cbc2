"""What is said: the stretch of a line that a cue attributes to its speaker.

Contents are found after the cue ("said that", "told reporters on Tuesday:", "blamed X for Y") or before it ("..., said
X"), as tokens of the line. Quotations are not found here; a content that holds one is widened to its closing mark.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .._syntax.clauses import MAX_REACH, Line
from .._syntax.grammar import words
from .._syntax.phrases import after, before
from .._syntax.quotes import Quotation
from ._cues import LABELS, Cue

#: Nouns that name an occasion or a medium of speech: "in a statement", "at a news conference".
_OCCASIONS = words("""statement interview conference briefing speech address report letter tweet post message broadcast television tv
    radio twitter facebook reporters journalists newspaper magazine parliament press email e-mail news release blog media court telephone
    phone hearing debate testimony comment comments remarks programme program show podcast website""")
_ASKING = frozenset(("if", "whether"))
#: Verbs that have a clause for their object and hardly anything else, and what else they may have.
_TELLING = words("say says said saying tell tells told telling")
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
_VAGUE = frozenset(("recent", "current", "past", "future"))  #: times by which nothing is told, only a noun described
_NO_CLAUSE = words("nothing little goodbye farewell hello thanks something")
_LONGEST_ASIDE = 8  #: tokens
_LONGEST_TITLE = 9  #: tokens with the marks
_CLAUSE_START = frozenset('dwW#"z')
_VERBS = frozenset("eymbvo")


class Content(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a line, by tokens."""

    start: int
    end: int
    rule: str  #: "that", "clause", "before", "around", "noun", "blame", "participle"
    said_at: int = 0  #: the token of "saying" in "released a statement saying", which is the cue there; 0 for none


def content(line: Line, cue: Cue, times: dict[int, int], limit: int) -> Content | None:
    """What the cue attributes, or None. `times` maps the first token of a time to its end; `limit` is where the next
    cue with the same speaker begins."""
    found = _find(line, cue, times)
    if found is None:
        return None
    start, end = _one_clause(line, cue, found.start, found.end)
    start, end = _tidy(line, start, min(end, limit) if start < limit else end)
    told = any(letter not in '",.;:()x-' for letter in line.letters[start:end])
    return msgspec.structs.replace(found, start=start, end=end) if told else None


def _one_clause(line: Line, cue: Cue, start: int, end: int) -> tuple[int, int]:
    """The clauses of a content that semicolons outside quotations and brackets do not part from its cue; "that", "and" or a
    quotation goes on with it."""
    depth = 0
    for at in range(start, min(end, start + 2 * MAX_REACH)):
        letter = line.letters[at]
        depth += (letter == "(") - (letter == ")") if letter != '"' else 1 - 2 * (depth > 0)
        if depth or line.low[at] != ";" or line.letters[at + 1 : at + 2] in ("h", "c", '"'):
            continue
        if at > cue.start:
            return start, at
        start = at + 1
    return start, end


def _find(line: Line, cue: Cue, times: dict[int, int]) -> Content | None:
    if cue.frames == "according":
        return _according(line, cue)
    if cue.agent:
        return _agent(line, cue, times)
    if cue.speaker is None and not cue.shared and "b" in cue.frames:
        return _passive_blame(line, cue)
    if "b" in cue.frames:
        return _rest(line, cue.end, "blame")
    begin = cue.speaker[1] if cue.inverted and cue.speaker else cue.end
    return next(_active(line, cue, begin, times), None)


def _active(line: Line, cue: Cue, begin: int, times: dict[int, int]) -> Iterator[Content]:
    at = skip(line, cue, begin, times)
    letter = line.letters[at : at + 1]
    if (letter == "h" and set("ct") & set(cue.frames)) or (letter == ":" and "c" in cue.frames):
        yield from _some(_rest(line, at + 1, "that"))
    if letter == "h" and "k" in cue.frames:
        yield from _some(_until_comma(line, at + 1, "that"))
    if "t" in cue.frames and at < len(line.low) and line.low[at] in _ASKING:
        yield from _some(_until_comma(line, at, "that"))
    preceding = _preceding(line, cue) if "c" in cue.frames else None
    if preceding is not None and (cue.inverted or letter in ("", ".", ",")):
        yield _around(line, preceding, at) or preceding
    if "c" in cue.frames and not cue.inverted and (opens_clause(line, at) or _tells_clause(line, cue, at)):
        yield from _some(_rest(line, at, "clause"))
    if "s" in cue.frames and not cue.inverted:
        yield from _some(_participle(line, cue))
    if "g" in cue.frames and (letter in ("t", "g") or line.low[at : at + 1] == ("having",)):
        yield from _some(_until_comma(line, at, "infinitive"))
    if "n" in cue.frames and not cue.inverted:
        yield from _some(_noun(line, cue))


def _some(found: Content | None) -> Iterator[Content]:
    if found is not None:
        yield found


def skip(line: Line, cue: Cue, at: int, times: dict[int, int]) -> int:
    """The token after an addressee, a date and the occasion: where the content may begin."""
    if "a" in cue.frames and not cue.inverted and (line.letters[at : at + 1] in tuple("wWdj#") or line.letters[at : at + 2] == "gw"):
        at = _addressee(line, at)
        at += line.letters[at : at + 1] == "," and opens_clause(line, at + 1)  # "told the paper, they had"
    elif line.letters[at : at + 2] in ('j"', "jh"):
        at += 1  # "promised him "a new day""
    for _ in range(6):
        following = _one_adverbial(line, at, times)
        if following == at:
            break
        at = following
    return at


def _addressee(line: Line, at: int) -> int:
    """One past whom somebody tells: up to "that", a colon or a quotation, else a noun phrase."""
    titled = at
    for stop in range(at + 1, min(len(line.low), at + 14)):
        if stop < titled:
            continue
        if line.letters[stop] == '"' and (titled := _past_title(line, stop)):
            continue
        if line.letters[stop] in 'h:"' or line.low[stop] in _ASKING:
            return stop
        if line.letters[stop] in "eymbvo.;i":
            break
    phrase = after(line, at)
    return phrase[1] if phrase and line.letters[at] != "j" else at + 1


def _past_title(line: Line, at: int) -> int:
    """One past the title of a programme or a paper in quotation marks ("told Channel 4's "Late Talk" that"); 0 where none stands."""
    end = line.letters.find('"', at + 1, at + _LONGEST_TITLE)
    return end + 1 if end > at + 1 and line.letters[at + 1] == "W" and set(line.letters[at + 1 : end]) <= set("Wdpc,#") else 0


def _one_adverbial(line: Line, at: int, times: dict[int, int]) -> int:
    letter = line.letters[at : at + 1]
    if letter == "a" or (line.low[at : at + 1] and line.low[at] in _PARTS_OF_DAY and line.letters[at - 1] == "a"):
        return at + 1
    if line.letters[at : at + 3] == "#-#":
        return at + 3  # "ruled 6-3 that"
    closing = line.letters.find(",h", at + 1, at + _LONGEST_ASIDE) if letter == "," else 0
    if closing > 0 and not (_VERBS | set('".')) & set(line.letters[at:closing]):
        return closing + 1  # "stated, however, that", "claimed, without evidence, that"
    if line.low[at : at + 1] == line.low[at + 2 : at + 3] == ("as",) and at + 3 in times:
        return times[at + 3]  # "said as recently as Sunday that"
    if at in times and line.letters[times[at] : times[at] + 1] != "z":  # "Sunday's rally"
        return at if line.low[at] in _VAGUE and times[at] == at + 1 else times[at]
    if letter == "p" and at + 1 in times and line.letters[times[at + 1] : times[at + 1] + 1] != "z":  # "in Sunday's debate"
        return times[at + 1]
    if letter in ("p", "t") and line.letters[at + 1 : at + 2] != "#":  # "noted over 300 "safe houses""
        for stop in range(at + 1, min(len(line.low), at + 9)):
            if line.low[stop] in _OCCASIONS and line.letters[stop + 1 : stop + 2] not in ("w", "W", "g"):
                return stop + 1
            opening = line.letters[stop] == "," and line.letters[stop + 1 : stop + 2] in ('"', "h")
            if opening or (line.letters[stop] in "h:" and line.letters[stop - 1] != "p"):  # not "ruled on that plea"
                return stop
            if line.letters[stop] == "e" and line.low[min(stop + 1, len(line.low) - 1)] in _OCCASIONS:
                continue  # "in an emailed statement"
            if line.letters[stop] in '.;"eymbvo':
                return stop if line.letters[stop] == '"' and stop > at + 1 else at
    if letter == "," and line.letters[at + 1 : at + 2] in ("h", '"'):
        return at + 1
    return at


def _rest(line: Line, start: int, rule: str) -> Content | None:
    """From `start` to the sentence's end."""
    end = line.sentence_end(start)
    return Content(start, end, rule) if start < end else None


def opens_clause(line: Line, at: int) -> bool:
    """Whether a clause without "that" begins at `at`: a pronoun, or a noun phrase and its verb."""
    letter = line.letters[at : at + 1]
    if letter == "i":
        return line.low[at] not in ("it", "you") or line.letters[at + 1 : at + 2] in tuple('eymbvoa"')  # not "declared it"
    if letter == "" or letter not in _CLAUSE_START:
        return False
    phrase = after(line, at + (letter == '"'))
    if phrase is None:
        return False
    stop = phrase[1]
    while stop < len(line.letters) and line.letters[stop] in "a)":
        stop += 1
    if line.letters[stop : stop + 2] == ",r":
        closing = line.letters.find(",", stop + 1, stop + MAX_REACH)
        stop = closing + 1 if closing > 0 else stop  # "her son, who is 24, "won't vote""
    if letter == '"' and line.letters[stop : stop + 1] == '"':
        return line.letters[stop + 1 : stop + 2] in tuple(_VERBS)  # ""three men" were killed"
    return line.letters[stop : stop + 1] in ("e", "y", "m", "b", "v", "o", "r", '"')


def _tells_clause(line: Line, cue: Cue, at: int) -> bool:
    """Whether a clause follows "said" though its verb stands far off: "said the ship, a tanker, was", "told them those held had"."""
    if line.low[cue.start] not in _TELLING or line.letters[at : at + 1] not in ("d", "w", "W", "#") or line.low[at] in _NO_CLAUSE:
        return False
    return has_verb(line, at + 1)


def has_verb(line: Line, start: int) -> bool:
    """Whether a verb follows in the sentence."""
    end = min(line.sentence_end(start), start + MAX_REACH)
    return any(letter in _VERBS for letter in line.letters[start:end])


def _preceding(line: Line, cue: Cue) -> Content | None:
    """The clause that a comma parts from the speaker or the inverted cue."""
    border = cue.group.start if cue.inverted or cue.speaker is None else cue.speaker[0]
    border -= 1
    if border <= 0 or line.letters[border] != ",":
        return None
    start = line.sentence_start(border)
    if '"' in line.letters[border - 1 : border]:
        return None
    fronted = line.letters[start] == "p" and not _VERBS & set(line.letters[start:border])  # "Within the hour, Lee issued"
    fronted = fronted and line.letters[cue.end : cue.end + 1] != ","
    return Content(start, border, "before") if has_verb(line, start) and border - start > 2 and not fronted else None


def _around(line: Line, preceding: Content, at: int) -> Content | None:
    """The whole sentence where the cue stands in its middle: "The ship, officials said, had left"."""
    end = line.sentence_end(at)
    if line.letters[at : at + 1] != "," or end - at < 3 or line.letters[at + 1] == "g":
        return None
    return Content(preceding.start, end, "around")


def _according(line: Line, cue: Cue) -> Content | None:
    assert cue.speaker is not None
    start, end = line.sentence_start(cue.start), line.sentence_end(cue.speaker[1])
    at = past_source(line, cue.speaker[1], end)
    if cue.start - start <= 1 or (line.letters[cue.start - 1] == ";" and line.letters[at - 1] == "," and has_verb(line, at)):
        return Content(at, end, "that") if at < end else None
    if end - at >= 3 and not _VERBS & set(line.letters[start : cue.start]) and line.letters[at] not in "cs" and has_verb(line, at):
        return Content(at, end, "that")
    if end - at >= 3 and line.letters[cue.start - 1] == "," and line.letters[cue.speaker[1] : cue.speaker[1] + 1] == ",":
        if line.letters[at] in "rhcs" or (line.letters[at] in "wgW" and not has_verb(line, at)):
            return Content(start, cue.start, "before")
        return Content(start, end, "around")
    return Content(start, cue.start, "before")


def past_source(line: Line, at: int, end: int) -> int:
    """Where the words behind a source begin: "according to a memo posted online by Lee, | the", "... two people who were there, | the"."""
    if line.letters[at : at + 1] in ("e", "r") or line.letters[at : at + 2] == ",r":
        at = max(at, line.letters.find(",", at + 1, end))
    return at + (line.letters[at : at + 1] == ",")


def _agent(line: Line, cue: Cue, times: dict[int, int]) -> Content | None:
    """What a passive with "by" attributes: the words after it ("linked by X to Y"), else its subject."""
    assert cue.speaker is not None or cue.agent
    if cue.speaker is None:
        return None
    at = cue.speaker[1]
    if "b" in cue.frames and line.low[(of := _one_adverbial(line, at, times)) : of + 1] in (("of",), ("for",)):
        return _rest(line, of + 1, "blame")  # "was accused by Lee on Monday of theft"
    to = line.letters[at : at + 1] == "t" and ("n" not in cue.frames or line.letters[at + 1 : at + 2] in tuple("yvbmo"))
    if line.letters[at : at + 1] == "h" and set(cue.frames) <= LABELS:
        return None  # "was justified by the fact that"
    if to or line.letters[at : at + 1] == "h" or line.low[at : at + 1] in (("as",), ("for",)):
        return _until_comma(line, at + 1)
    if not set("nbp") & set(cue.frames):
        return None
    subject = before(line, cue.group.start - (line.letters[cue.group.start - 1 : cue.group.start] == ","))
    return Content(subject[0], subject[1], "noun") if subject and _is_object(line, cue, *subject) else None


def _is_object(line: Line, cue: Cue, start: int, end: int) -> bool:
    """Whether the stretch has a noun that the cue asks for: claims of responsibility, not of a prize."""
    return not cue.objects or any(low in cue.objects or low.removesuffix("s") in cue.objects for low in line.low[start:end])


def _passive_blame(line: Line, cue: Cue) -> Content | None:
    """"X was blamed for Y" is all content; "Y, attributed to X" has its noun phrase as content."""
    if cue.group.passive:
        accused = before(line, cue.group.start)
        return Content(accused[0] if accused else cue.group.start, line.sentence_end(cue.start), "blame")
    end = cue.group.start - (line.letters[cue.group.start - 1 : cue.group.start] == ",")
    start = end
    first = max(line.sentence_start(cue.start), end - MAX_REACH)
    while start > first and line.letters[start - 1] not in 'ymbvo,;:"' and not _finite(line, start - 1):
        start -= 1
    return Content(start, end, "noun") if start < end else None


def _finite(line: Line, at: int) -> bool:
    """Whether a past form is a verb with an object after it rather than a participle: "limited its response"."""
    return line.letters[at] == "e" and line.letters[at + 1 : at + 2] not in ("p", "a", "t", "w")


def _until_comma(line: Line, start: int, rule: str = "noun") -> Content | None:
    end = line.sentence_end(start)
    comma = line.letters.find(",", start, end)
    stop = comma if comma > 0 else end
    return Content(start, stop, rule) if start < stop else None


def _participle(line: Line, cue: Cue) -> Content | None:
    """What a statement says: "saying ...", "mourning ...", after the words that describe it."""
    end = line.sentence_end(cue.end)
    for at in range(cue.end, end):
        if line.letters[at] in 'r:':
            return None
        if line.letters[at] == "g" and line.letters[at - 1] in ',"wW':
            told = line.low[at] in ("saying", "stating", "claiming", "declaring", "reading", "announcing")
            found = _rest(line, at + told + (told and line.letters[at + 1 : at + 2] == "h"), "participle")
            return msgspec.structs.replace(found, said_at=at) if found and told else found
    return None


def _noun(line: Line, cue: Cue) -> Content | None:
    """The object of "confirmed the death of": to the end of its clause."""
    if line.letters[cue.end : cue.end + 1] not in ("d", "w", "W", "#", "a", "g"):
        return None
    end = line.sentence_end(cue.end)
    comma = line.letters.find(",", cue.end, end)
    stop = comma if comma > 0 else end
    behind = line.letters[cue.end : stop].lstrip("wW")
    if line.low[cue.start].startswith("confirm") and "W" in line.letters[cue.end : stop - len(behind)] and behind[:2] in ("td", "tW"):
        return None  # "confirmed Ann Lee to the court"
    return Content(cue.end, stop, "noun") if cue.end < stop and _is_object(line, cue, cue.end, stop) else None


def _tidy(line: Line, start: int, end: int) -> tuple[int, int]:
    while start < end and line.letters[start] in ",;:.)x":
        start += 1
    while end > start and line.letters[end - 1] in ",;:.(-":
        end -= 1
    return start, end


def widen(found: Content, cut: Quotation | None) -> Content:
    """The content with the rest of the quotation that its end cuts."""
    if cut is None or cut.start < found.start or found.end >= cut.end:
        return found
    return msgspec.structs.replace(found, end=cut.end)
