"""Cues: the words that say who speaks ("said", "according to", "blamed ... for").

A cue is found with its verb group and its speaker's noun phrase; what is said is found in _contents.py. Refused are
words that only look like cues: "reported cases", "is said to be", "the noted actor", "did not say", "to say".
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .._syntax.clauses import MAX_REACH, Group, Line, group
from .._syntax.grammar import Form, Grammar, words
from .._syntax.phrases import after, before
from .._syntax.subjects import EMPHATIC, HEARD, accompanying, before_verb, opening_described

#: "according to plan" names no source.
_NO_SOURCE = words("""plan plans schedule law size age rank tradition need taste height weight custom protocol procedure type standards
    rules terms""")

_NARRATING = frozenset(("i", "we", "you", "us", "there", "please"))
_BY_SAYING = frozenset(("by", "after", "before", "in", "with"))
#: Who speaks without a noun: "with one calling it a mistake".
_ALONE = (("one",), ("another",), ("others",), ("some",), ("many",), ("several",))
LABELS = frozenset("lo")  #: the frames of verbs that only call somebody something
_NEAR_LABEL = 7  #: tokens from "call" to the quotation
_SAYING = (("saying",), ("stating",), ("telling",), ("claiming",))
_QUOTED = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "citing"))


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A cue in a line, by tokens."""

    start: int
    end: int
    mode: str
    frames: str
    objects: frozenset[str]
    group: Group
    tag: str
    speaker: tuple[int, int] | None
    inverted: bool = False  #: the speaker follows: "said Smith"
    shared: bool = False  #: the speaker is the one of the cue before: "and added that"
    agent: bool = False  #: the speaker follows "by": "confirmed by the ministry"


def cues(line: Line, grammar: Grammar) -> Iterator[Cue]:
    """Every cue of a line, left to right."""
    at = 0
    while at < len(line.low):
        found = _according(line, at) or _as_saying(line, at) or _verb(line, grammar, at)
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


def _according(line: Line, at: int) -> Cue | None:
    if line.low[at] != "according" or line.low[at + 1 : at + 2] != ("to",):
        return None
    speaker = after(line, at + 2) if at + 2 < len(line.low) else None
    if speaker is None or narrates(line, speaker) or line.low[speaker[1] - 1] in _NO_SOURCE:
        return None
    bare = Group(at, at, False, False, "", False, False)
    return Cue(at, at + 2, "indirect", "according", frozenset(), bare, "ing", _opened_by(line, at, speaker), inverted=True)


def _opened_by(line: Line, at: int, speaker: tuple[int, int]) -> tuple[int, int]:
    """The source that opens a sentence, without what is told next: not "According to the study, skulls with spikes, horns and"."""
    comma = line.letters.find(",", *speaker)
    opens = at - line.sentence_start(at) <= 1 or line.letters[at - 1] == ":"
    apart = comma > 0 and (line.letters[comma + 1] in "dw" or line.letters[speaker[1] : speaker[1] + 1] in tuple("eymbvo"))
    told_next = opens and apart and line.letters[comma - 1] == "w"
    return (speaker[0], comma) if told_next else speaker


def _as_saying(line: Line, at: int) -> Cue | None:
    """Whom another quotes: "The agency quoted an official as saying", "Lee was quoted by the paper as saying"."""
    if line.low[at] != "as" or line.low[at + 1 : at + 2] not in _SAYING:
        return None
    start = max(line.sentence_start(at), at - MAX_REACH)
    quoted = next((i for i in range(at - 1, start, -1) if line.low[i] in _QUOTED), None)
    commas = line.letters[quoted:at].count(",") if quoted is not None else 0
    if quoted is None or (commas and (commas != 2 or line.letters[at - 1] != ",")):
        return None  # an aside between commas may stand there
    verbs = group(line, quoted, "past")
    end = line.letters.find(",", quoted) if commas else at
    speaker = before(line, verbs.start) if verbs.passive else (quoted + 1, end)
    if speaker is None or (not verbs.passive and line.letters[quoted + 1] not in "dwW#j"):
        return None
    bare = Group(quoted, at, False, False, "", False, False)
    return Cue(at, at + 2, "indirect", "qc", frozenset(), bare, "ing", speaker)


def _verb(line: Line, grammar: Grammar, at: int) -> Cue | None:
    if line.low[at] == "think" and line.letters[at] == "w":
        return None  # "a think tank"
    for form in grammar.speech.get(line.low[at], ()):
        rest = form.trigger.rest
        if line.low[at + 1 : at + 1 + len(rest)] == rest and (found := _cue(line, grammar, at, at + 1 + len(rest), form)):
            return found
    return None


def _cue(line: Line, grammar: Grammar, start: int, end: int, form: Form) -> Cue | None:
    verbs, row = group(line, start, form.tag), form.trigger.row
    if verbs.infinitive and not verbs.negated and _quotes_next(line, end, row["frames"]):
        return _with_infinitive(line, Cue(start, end, row["mode"], row["frames"], form.trigger.objects, verbs, "ing", None))
    if verbs.negated or verbs.infinitive or (verbs.modal and verbs.modal not in ("will", "'ll")) or not _is_verb(line, start, verbs, form):
        return None
    made = Cue(start, end, row["mode"], row["frames"], form.trigger.objects, verbs, form.tag, None)
    if "b" in row["frames"] and form.tag != "ing" and not verbs.passive and line.letters[end : end + 1] == "p" and line.low[end] != "by":
        return None  # "anyone accused of a crime"
    open_participle = line.low[end : end + 1] == ("by",) or form.trigger.rest[-1:] == ("to",)  # "confirmed by", "attributed to"
    if verbs.passive or (form.tag in ("past", "pp") and open_participle):
        return _passive(line, made)
    found = _with_speaker(line, made)
    if found is not None and form.tag == "past" and _was_asked(line, found):
        return None
    if found is None or row["speaker"] != "document" or _is_document(line, grammar, found.speaker):
        return found
    told = form.tag == "past" and "c" not in row["frames"] and found.speaker and line.low[slice(*found.speaker)] == ("it",)
    return found if told else None  # "We will not stop," it read


def _was_asked(line: Line, cue: Cue) -> bool:
    """Whether the verb is a participle right behind the one whom others asked or told: "Lee, asked if she knew, said"."""
    if cue.speaker is None or line.letters[cue.start - 1] != "," or cue.speaker[1] != cue.start - 1:
        return False
    return "a" in cue.frames and "," not in line.letters[slice(*cue.speaker)] and "," in line.letters[cue.end : line.sentence_end(cue.end)]


def _quotes_next(line: Line, end: int, frames: str) -> bool:
    """Whether a quotation follows the verb at once: "to say: "No."", so that the words were said."""
    return "q" in frames and line.letters[end : end + 2].lstrip(",:")[:1] == '"'


def _with_infinitive(line: Line, cue: Cue) -> Cue:
    """The cue of "moved the president to say, "..."", where he speaks, and "took the stage to say", where the subject does."""
    moved = before(line, cue.group.start - 1)
    named = moved is not None and line.letters[moved[1] - 1] == "W" and moved[0] > line.sentence_start(cue.start)
    return msgspec.structs.replace(cue, speaker=moved) if named else msgspec.structs.replace(cue, shared=True)


def _is_verb(line: Line, at: int, verbs: Group, form: Form) -> bool:
    """Whether the word is a verb here, and no participle before a noun ("reported cases") and no noun ("the reports")."""
    previous = line.letters[verbs.start - 1] if verbs.start else "."
    following = line.letters[at + 1 : at + 2]
    if verbs.start < at:
        return form.tag != "base" or bool(set("mo") & set(line.letters[verbs.start : at]))
    if form.tag in ("past", "pp"):
        return previous not in "d#z-" and not (previous in "pt" and following not in ("h", '"', ""))
    if form.tag == "ing":
        if line.low[at - 1 : at] and (line.low[at - 1] in HEARD or _is_heard(line, at)):
            return True
        if previous in "wW" and (following not in ("h", '"', "d", "i", ":", ",") or (form.trigger.row["noun"] and following == ",")):
            return False  # "tsunami warning alarms", "a court ruling, that"
        bare = verbs.start - line.low[verbs.start - 1].endswith("ly")
        if line.letters[bare - 1 : bare] == "p" and line.low[bare - 1] not in _BY_SAYING:
            return False  # "accused of saying", "of previously saying"
        alone = line.low[at - 1 : at] in _ALONE and line.low[at - 2 : at - 1] in (("with",), ("and",))
        return (alone or previous in ',.c"wWpa') and (following != "p" or _that_soon(line, at + 1))
    if (previous not in 'wWirh,")' and line.low[at - 1] not in EMPHATIC) or (line.letters[at] == "W" and at and line.number):
        return False
    return not form.trigger.row["noun"] or _present_verb(line, at, form, previous, following)


def _that_soon(line: Line, start: int) -> bool:
    """Whether "that" follows the occasion: "suggesting on a podcast that"."""
    that = line.letters.find("h", start, start + _NEAR_LABEL)
    return that > 0 and set(line.letters[start:that]) <= set("pdwWz#")


def _is_heard(line: Line, at: int) -> bool:
    """Whether "him" stands before the token, whom somebody heard or caught at it: "caught him saying"."""
    return line.letters[at - 1] == "j" and line.low[at - 2] in HEARD


def _present_verb(line: Line, at: int, form: Form, previous: str, following: str) -> bool:
    """Whether a present form that may be a noun is a verb: "officials report that", never "the state that"."""
    if form.tag == "base" and not (previous == "i" or line.low[at - 1].endswith(("s", "people", "men"))):
        return False
    if (previous == "i" and form.tag != "base" and following != "p") or (previous == '"' and following in ("d", "W")):
        return True  # "she recalls", ""...," jokes Ann Lee"
    if "l" in form.trigger.row["frames"] and set(line.letters[at + 1 : at + _NEAR_LABEL].partition('"')[0]) <= set("dwWz-"):
        return '"' in line.letters[at : at + _NEAR_LABEL]  # "what critics call a "power grab""
    return following in ("h", ":", "i", '"') or (line.number == 0 and following in ("d", "W"))


def _passive(line: Line, cue: Cue) -> Cue | None:
    """A passive with its agent, or without one where that is still an attribution: blame, "it was reported that"."""
    if line.low[cue.start + 1 : cue.end] == ("as", "saying"):
        return msgspec.structs.replace(cue, speaker=before(line, cue.group.start))
    if line.low[cue.end : cue.end + 1] == ("by",) and cue.end + 1 < len(line.low):
        return msgspec.structs.replace(cue, speaker=_agent(line, cue.end + 1), agent=True)
    if line.letters[cue.group.start - 1 : cue.group.start] == "r":
        return None  # "those who were accused of it"
    subject = before(line, cue.group.start)
    impersonal = subject is not None and line.low[subject[0] : subject[1]] == ("it",) and line.letters[cue.end : cue.end + 1] == "h"
    if impersonal or "b" in cue.frames:
        return cue
    if not cue.group.passive and line.letters[cue.start - 1 : cue.start] == ",":
        return _with_speaker(line, cue)
    return None


def _agent(line: Line, start: int) -> tuple[int, int] | None:
    """The noun phrase after "by", which ends before "to": "linked by militias to the war"."""
    phrase = after(line, start)
    if phrase is None:
        return None
    border = line.letters.find("t", *phrase)
    return phrase if border <= start else (start, border)


def _is_document(line: Line, grammar: Grammar, speaker: tuple[int, int] | None) -> bool:
    return speaker is not None and any(grammar.sources.get(word) == "document" for word in line.low[slice(*speaker)])


def narrates(line: Line, speaker: tuple[int, int]) -> bool:
    """Whether nobody else speaks: "I told you", "as you said", "no group claimed", "not everyone agreed" attribute nothing."""
    if line.letters[speaker[0] - 1 : speaker[0]] == "n":
        return True
    return line.low[speaker[1] - 1] in _NARRATING or line.low[speaker[0]] in ("no", "nobody", "none", "neither")


def _with_speaker(line: Line, cue: Cue) -> Cue | None:
    at = _group_start(line, cue)
    bare = at - (line.low[at - 1 : at] == ("then",))  # ", then told"
    previous = line.letters[bare - 1] if bare else "."
    if "i" in cue.frames and previous in ',".' and cue.tag != "ing":
        following = _inverted_speaker(line, cue, previous)
        if following is not None:
            return msgspec.structs.replace(cue, speaker=following, inverted=True)
    if cue.tag == "ing" and at > 1 and _is_heard(line, at):
        return msgspec.structs.replace(cue, speaker=(at - 1, at))
    subject = before_verb(line, at)
    if subject is not None and narrates(line, subject):
        return None
    if subject is not None and (_described(line, cue, subject) or opening_described(line, line.sentence_start(at), subject, at)):
        return None
    if cue.tag == "ing" and subject is not None:
        subject = subject if at < cue.start else accompanying(line, subject, cue.start)
    if subject is not None:
        return msgspec.structs.replace(cue, speaker=_one_of(line, cue, subject))
    if previous in "c," or (previous == '"' and line.letters[at - 2] in ",.") or cue.tag == "ing":
        return msgspec.structs.replace(cue, shared=True)
    return None


def _one_of(line: Line, cue: Cue, subject: tuple[int, int]) -> tuple[int, int]:
    """The subject of a verb in the singular: not "Lee's party and the union" before "says", of which the first ends a clause."""
    if cue.group.start < cue.start or not line.low[cue.start].endswith("s"):
        return subject
    joint = max((at for at in range(*subject) if line.low[at] == "and" and line.letters[at + 1 : at + 2] == "d"), default=subject[0] - 1)
    return joint + 1, subject[1]


def _group_start(line: Line, cue: Cue) -> int:
    """Where the verb begins: before "has long" in "has long denied", before "can be heard" in "can be heard saying"."""
    at = cue.group.start
    if line.low[at - 1 : at] == ("long",) and line.letters[at - 2 : at - 1] == "v":
        return at - 2
    heard = cue.tag == "ing" and at > 1 and line.low[at - 1] in HEARD and line.letters[at - 2] == "b"
    return group(line, at - 1, "past").start if heard else at


def _described(line: Line, cue: Cue, subject: tuple[int, int]) -> bool:
    """Whether the cue is a participle that describes an object: "seized a ship claimed to carry arms"."""
    bare = cue.tag in ("past", "pp") and cue.group.start == cue.start and line.letters[cue.end : cue.end + 1] == "t"
    return bare and line.letters[subject[0] - 1 : subject[0]] in ("e", "y") and subject[0] > line.sentence_start(subject[0])


def _all_subject(line: Line, subject: tuple[int, int]) -> bool:
    """Whether a subject with its apposition is all that its sentence says so far: "Ann Lee, the governor, announced her plan"."""
    return subject[0] == line.sentence_start(subject[0]) and "," in line.letters[slice(*subject)]


def _inverted_speaker(line: Line, cue: Cue, previous: str) -> tuple[int, int] | None:
    """The noun phrase after the cue, where it is the speaker: nothing that could be a clause follows it."""
    if line.letters[cue.end : cue.end + 1] not in ("d", "w", "W", "#", "i") or line.low[cue.end] in cue.objects:
        return None
    subject = before_verb(line, cue.group.start)
    if subject is not None and ("r" in line.letters[slice(*subject)] or _all_subject(line, subject)):
        return None
    phrase = after(line, cue.end)
    if phrase is None:
        return None
    stop = line.letters[phrase[1] : phrase[1] + 1]
    if stop == "t" and "o" in cue.frames and previous == ",":
        return None  # "said it was over, urged the rebels to leave"
    if previous == ".":
        return phrase if stop == ":" or line.letters[phrase[1] : phrase[1] + 2] == ',"' else None
    if subject is not None and stop not in ("", ".", ",", ";", ":"):
        return None
    return phrase if stop in ("", ".", ",", '"', ";", "p", "t", "r", "s", "a", ":", "g", "(", "x") else None
