"""Triggers: the words that report an event, with how real the text says it is.

A verb form is told from a noun and from a participle before a noun by its neighbours. What is denied, conditional,
possible or only asked for is no event; what somebody will do is a promise (AGREE) if it helps the other side and a threat
(THREATEN) if it harms it, as PLOVER codes the future.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .._syntax.clauses import MAX_REACH, Group, Line, group
from .._syntax.grammar import Form, Grammar, Trigger, words
from .._syntax.phrases import before, subject
from ._light import LIGHT, light_subject

_FUTURE = words("will would shall 'll ’ll wo")
_POSSIBLE = words("could can may might should must cannot ca ought")
#: "began to attack" is an attack; after any other verb "to attack" is not one yet.
_CARRIED_OUT = words("began begun begin begins started start continued continue continues managed proceeded went helped used forced moved")
_ATTEMPTED = words("tried try tries attempted attempt attempts attempting trying")
_INTENDED = words("""plan plans planned planning intend intends intended decide decides decided ready willing prepared preparing set
    expected scheduled due likely""")
_COOPERATIVE = words("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT")
_HOSTILE = words("SANCTION COERCE ASSAULT PROTEST")
#: Classes of which a bare participle tells the sufferer: "militants killed in the raid", not "ministers threatened on Monday".
_DONE_TO = words("ASSAULT RETREAT CONCEDE COERCE SANCTION AID ACCIDENT DISASTER JUDICIAL APPOINTMENT ELECTION ACCUSE DEATH")
#: What stands before a noun that names no event that has happened.
_UNREAL = words("""possible potential planned proposed future alleged threatened feared failed thwarted foiled imminent any
    no without prevent preventing prevented avoid avoiding avert averting risk fear fears threat threats against if suspected likely
    anti impending upcoming counter next stop stops stopped halt halts halted end ends ended ending lift lifts
    lifted suspend suspends suspended cancel cancels cancelled deny denied denies plot plotting plotted plan plans
    prepare prepares prepared preparing""")
#: What may follow a noun without being its head: "the attack last night".
_WHEN = words("last early late overnight next")
VERBAL = frozenset("eymbvo")
#: Talk, no report ("we attacked"), and nobody ("no one was killed").
_NO_SUBJECT = words("i you we no nobody none neither")
_DENYING = words("denied denies deny denying")
#: Classes of what a subject and its "that" are made of.
_IN_SUBJECT = frozenset("dwWzi#-h")
_FOILED = words("foiled failed thwarted prevented averted stopped")
_CREDIT = (("responsibility",), ("credit",))
#: Troops that are announced are a show of force already, and a deal is news when it is announced.
_ANNOUNCED = words("MOBILIZE BUSINESS")
#: "Used a booby trap to kill" is a killing.
_MEANS_TO = words("used using employed exploited")
#: Prepositions behind which a name and a participle tell what somebody does.
_ABSOLUTE = words("despite with without after before amid")
#: What people do to protest.
_GATHERED = words("""gathered marched walked drove rallied staged boycotted assembled turned lined filled packed blocked occupied took
    flocked poured descended converged camped massed met travelled traveled stopped""")
#: How a match is won in the end: "came from behind to beat them 2-1", "held on to win".
_WON_BY = words("behind back on ahead rallied fought recovered late")
_FACING = frozenset(("face",))
#: What stands before a number and is no preposition there: "killed at least nine".
HEDGES = frozenset((("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("as", "many")))
_GOVERNORS = words("THREATEN REQUEST REJECT AGREE")
_DEMAND = Trigger("must", (), {"type": "REQUEST", "mode": "change", "frame": "must", "weak": "1", "noun": ""})


class Found(msgspec.Struct, frozen=True, gc=False):
    """A trigger in a line, by tokens."""

    start: int
    end: int
    trigger: Trigger
    group: Group | None  #: None for a noun
    subject: tuple[int, int] | None
    turned: str = ""  #: "future" or "refused": what it is instead of having happened
    reduced: bool = False  #: a passive participle without an auxiliary: "militants killed in the raid"

    @property
    def passive(self) -> bool:
        return self.reduced or (self.group is not None and self.group.passive)


def triggers(line: Line, grammar: Grammar, closed: list[tuple[int, int]]) -> Iterator[Found]:
    """Every event word of a line outside the closed stretches (quoted speech, names), left to right."""
    at = 0
    ends = dict(sorted(closed))
    while at < len(line.low):
        if at in ends:
            at = ends[at]
            continue
        found = _noun(line, grammar, at) or _verb(line, grammar, at) or _must(line, grammar, at)
        at = found.end if found else at + 1
        found = found and _in_context(line, grammar, found)
        if found is not None:
            yield found


def _in_context(line: Line, grammar: Grammar, found: Found) -> Found | None:
    """The trigger as the words beside it have it: a teachers' strike is a protest, the fight against a disease no event."""
    for beside in grammar.contexts.get(found.trigger.lemma, ()):
        start = max(line.sentence_start(found.start), found.start - beside.reach)
        reach = (*range(start, found.start), *range(found.end, min(line.sentence_end(found.end), found.end + beside.reach)))
        held = {line.low[i] for i in reach if line.low[i - 1] != "to"}  # "threatened to storm it" tells of no storm
        if not (beside.words - found.trigger.objects).isdisjoint(held):  # "fired a rocket" is told by its object
            row = found.trigger.row | {"type": beside.type, "mode": beside.mode, "weak": ""}
            return msgspec.structs.replace(found, trigger=msgspec.structs.replace(found.trigger, row=row)) if beside.type else None
    return found


def _must(line: Line, grammar: Grammar, at: int) -> Found | None:
    """A demand in a speaker's words: "Russia said that Sudan must return it"; the subject is the speaker's."""
    if line.low[at] != "must" or line.low[at + 1 : at + 2] in (("not",), ("have",)):
        return None
    asked = before(line, at)
    if asked is None or line.low[asked[0]] in ("i", "we", "you"):
        return None
    speaker = _speaker_before(line, grammar, at)
    return Found(at, at + 1, _DEMAND, group(line, at, "base"), speaker) if speaker else None


def _speaker_before(line: Line, grammar: Grammar, at: int) -> tuple[int, int] | None:
    """The subject of the reporting verb before a token of the same sentence: whom "it" means in "Syria says it will"."""
    for i in range(at - 1, max(line.sentence_start(at), at - MAX_REACH), -1):
        if line.letters[i] in "ey" and line.low[i] in grammar.speech:
            return before(line, group(line, i, "past").start)
    return None


def _matching(line: Line, forms: tuple[Form, ...], at: int) -> Iterator[tuple[Form, int]]:
    for form in forms:
        rest = form.trigger.rest
        if not rest or line.low[at + 1 : at + 1 + len(rest)] == rest:
            yield form, at + 1 + len(rest)


def _verb(line: Line, grammar: Grammar, at: int) -> Found | None:
    for form, end in _matching(line, grammar.verbs.get(line.low[at], ()), at):
        verbs = group(line, at, form.tag)
        if not _verbal(line, at, end, form, verbs):
            continue
        found = _with_subject(line, grammar, Found(at, end, form.trigger, verbs, None), form)
        if _object_present(line, found):
            return None if form.tag == "base" and _demanded(line, grammar, found) else _real(line, found, form)
    return None


def _verbal(line: Line, at: int, end: int, form: Form, verbs: Group) -> bool:
    """Whether the word is used as a verb here."""
    previous = line.letters[verbs.start - 1] if verbs.start else "."
    following = line.letters[end : end + 1]
    if line.letters[at] == "W" and not line.headline and at > line.sentence_start(at):
        return False
    if verbs.start < at and line.letters[at - 1] in "mbvona":
        return form.tag != "base" or any(letter in "mo" for letter in line.letters[verbs.start : at]) or verbs.infinitive
    if form.tag in ("past", "pp"):
        return previous not in "dz-x" and not (previous in "#p." and following in ("w", "W", "e"))
    if form.tag == "ing":
        if line.low[verbs.start - 1 : verbs.start] and line.low[verbs.start - 1] in _CARRIED_OUT and following in "dwW#":
            return True  # "has started investigating two firms"
        if following in ("e", "y", "m", "b", "v", "o") or line.low[end : end + 1] == ("of",):
            return False  # "fighting resumed", "a week of looting of shops"
        object_follows = following in ("d", "W", "#", "j", "z")
        return previous not in "dz#" and (object_follows or not (previous in "wey" and following in ("w", "p", "t", ".", ",", "")))
    if verbs.infinitive:
        return not (form.trigger.row["noun"] and following == "p" and form.trigger.row["frame"] == "so")
    if form.tag == "base" and previous not in "wWirc)":
        return False  # "close to the border"
    return previous not in "dzp#-(" and (not form.trigger.row["noun"] or _finite_present(line, at, form, previous, following))


def _finite_present(line: Line, at: int, form: Form, previous: str, following: str) -> bool:
    """Whether a present form that is as often a noun is a verb: "Israel strikes Gaza", not "Israel strikes on Gaza"."""
    if previous == "i":
        return True
    if previous not in "wW)" or following not in (("d", "W", "#", "j", "w") if line.number == 0 else ("d", "j", "W")):
        return False
    plural = line.low[at - 1].endswith(("s", "police", "people", "men"))
    return plural if form.tag == "base" else True


def _with_subject(line: Line, grammar: Grammar, found: Found, form: Form) -> Found:
    """The trigger with its subject: its own, or the one that a coordination or a participle shares."""
    assert found.group is not None
    start = found.group.start
    previous = line.letters[start - 1] if start else "."
    own = None if form.tag == "ing" and previous in ",p" else _absolute(line, found) or before(line, start)
    if found.group.infinitive or (own is None and start):
        own = subject(line, line.sentence_start(start), start)
    if own is not None and line.letters[own[0]] == "i":
        own = _speaker_before(line, grammar, own[0]) or own
    reduced = form.tag in ("past", "pp") and start == found.start and _reduced(line, found, previous)
    return msgspec.structs.replace(found, subject=own, reduced=reduced)


def _absolute(line: Line, found: Found) -> tuple[int, int] | None:
    """The name between a preposition and a participle: "despite Northland agreeing to talks"."""
    start = found.start
    if line.low[start][-3:] != "ing" or found.group is None or found.group.start < start:
        return None
    while start > 0 and line.letters[start - 1] == "W":
        start -= 1
    return (start, found.start) if 0 < start < found.start and line.low[start - 1] in _ABSOLUTE else None


def _reduced(line: Line, found: Found, previous: str) -> bool:
    row = found.trigger.row
    if row["frame"] == "s" and row["type"] == "ASSAULT":
        return not found.trigger.objects.isdisjoint(line.low[max(0, found.start - 1) : found.start])  # "a bomb planted under the car"
    if line.low[found.end : found.end + 1] == ("by",):
        return row["frame"] not in ("s", "o") and line.letters[found.end + 1 : found.end + 2] != "g"
    following = line.letters[found.end : found.end + 1]
    if line.low[found.end : found.end + 2] in HEDGES:
        return False
    return row["type"] in _DONE_TO and row["frame"] in ("so", "ox") and previous in "wW#)" and following in ("p", ".", ",", "")


def _object_present(line: Line, found: Found) -> bool:
    """Whether one of the row's object words stands where the row wants it: after the verb, or in a passive before it."""
    wanted = found.trigger.objects
    if not wanted:
        return True
    if found.trigger.row["frame"] == "o":
        first = max(line.sentence_start(found.start), found.start - 12)
        told = line.low[first : found.start]  # "the bus with children aboard overturned"
        return found.subject is not None and not wanted.isdisjoint(told)
    if found.passive and found.subject is not None and not wanted.isdisjoint(line.low[slice(*found.subject)]):
        return True
    if found.reduced and not wanted.isdisjoint(line.low[max(0, found.start - 1) : found.start]):
        return True  # "a mortar round fired by rebels"
    stop = min(line.sentence_end(found.end), found.end + 9)
    adverb = line.letters[found.start - 1 : found.start] == "a" and line.low[found.start - 1] in wanted  # "sexually abused"
    return adverb or not wanted.isdisjoint(line.low[found.end : stop])


def _real(line: Line, found: Found, form: Form) -> Found | None:
    """The trigger if it is told as a fact or as an intention; None if it is denied, conditional or only possible."""
    verbs = found.group
    assert verbs is not None
    if found.subject is not None and line.low[found.subject[0]] in _NO_SUBJECT and not _own_deed(line, found, form):
        return None
    later = line.letters[found.end : line.sentence_end(found.end)]
    if found.reduced and found.trigger.row["type"] == "ACCUSE" and not VERBAL.isdisjoint(later):
        return None  # "a man accused of theft went on trial" only says who goes on trial
    if verbs.negated and verbs.modal in _FUTURE and found.trigger.row["type"] in _COOPERATIVE:
        return msgspec.structs.replace(found, turned="refused")
    if verbs.negated or verbs.modal in _POSSIBLE or _conditional(line, verbs.start) or _disclaimed(line, verbs.start):
        return None
    if form.tag == "ing" and verbs.start == found.start and line.letters[found.start - 1 : found.start] == "p":
        return found if line.low[found.start - 1] in ("after", "before", "by", "since", "while") or _owned(line, found.start - 1) else None
    if form.tag == "ing" and line.letters[max(0, found.start - 3) : found.start] == "pgc":
        return None  # "the task of training and helping"
    if verbs.modal in _FUTURE:
        return _intended(found)
    if not verbs.infinitive:
        return None if _failed(line, verbs.start) else found
    governor = line.low[verbs.start - 2] if verbs.start > 1 else ""
    if found.trigger.row["type"] == "SPORT" and governor in _WON_BY:
        return _won(line, found, verbs.start)
    if not {"no", "not", "any", "never"}.isdisjoint(line.low[max(0, verbs.start - 4) : verbs.start - 2]):
        return None
    tried = governor in _ATTEMPTED and (found.trigger.row["type"] == "ASSAULT" or found.trigger.row["mode"] == "cyber")
    protest = found.trigger.row["type"] == "PROTEST" and _went_out(line, verbs.start - 1)
    if tried or protest or governor in _CARRIED_OUT or _means(line, verbs.start - 1):
        return found
    if governor in _INTENDED or (line.number == 0 and found.subject and found.subject[1] == verbs.start - 1):
        return _intended(found)
    return None


def _won(line: Line, found: Found, start: int) -> Found:
    """A match that somebody "came from behind to" win, with the subject of that verb."""
    first = line.sentence_start(start)
    verb = next((at for at in range(start - 1, first, -1) if line.letters[at] in VERBAL), start)
    return msgspec.structs.replace(found, subject=before(line, verb) or found.subject)


def _owned(line: Line, at: int) -> bool:
    """Whether the "for" at `at` tells what somebody takes the credit for: "claimed responsibility for bombing the bank"."""
    return line.low[at] == "for" and line.low[at - 1 : at] in _CREDIT


def _own_deed(line: Line, found: Found, form: Form) -> bool:
    """Whether a communique reports what its senders did: "We ambushed a convoy"."""
    we = found.subject is not None and line.low[found.subject[0]] == "we"
    return we and found.trigger.row["type"] == "ASSAULT" and found.trigger.row["frame"] == "so" and form.tag in ("past", "pp")


def _went_out(line: Line, at: int) -> bool:
    """Whether people have come together for what "to" at `at` says: "drove into Easton to protest"."""
    return not _GATHERED.isdisjoint(line.low[max(line.sentence_start(at), at - MAX_REACH) : at]) and line.letters[at - 1 : at] not in "eyg"


def _means(line: Line, at: int) -> bool:
    """Whether the noun phrase before the "to" at `at` is what something is used for."""
    start = at
    while start > 0 and at - start < MAX_REACH and line.letters[start - 1] in "dwW#-":
        start -= 1
    return start < at and line.low[start - 1 : start] != () and line.low[start - 1] in _MEANS_TO


def _intended(found: Found) -> Found | None:
    kind = found.trigger.row["type"]
    if kind in _ANNOUNCED:
        return found
    return msgspec.structs.replace(found, turned="future") if kind in _COOPERATIVE or kind in _HOSTILE else None


def _conditional(line: Line, at: int) -> bool:
    """Whether "if", "unless" or "whether" opens the clause."""
    for i in range(at - 1, max(-1, at - 13), -1):
        if line.letters[i] in ".;:":
            return False
        if line.low[i] in ("if", "unless", "whether", "lest"):
            return True
    return False


def _disclaimed(line: Line, at: int) -> bool:
    """Whether somebody denies what the clause says: "Northland denied that its troops attacked the town"."""
    for i in range(at - 1, max(-1, at - 13), -1):
        if line.low[i] in _DENYING:
            return True
        if line.letters[i] not in _IN_SUBJECT and line.low[i] not in ("of", "that"):
            return False
    return False


def _demanded(line: Line, grammar: Grammar, found: Found) -> bool:
    """Whether a bare verb is what somebody asks for: "demanded that Northland release the men"."""
    bare = found.group is not None and found.group.start == found.start
    if not bare or found.subject is None or line.letters[found.subject[0] - 1 : found.subject[0]] != "h":
        return False
    asked = line.low[max(line.sentence_start(found.start), found.subject[0] - 5) : found.subject[0] - 1]
    forms = (form for word in asked for form in (*grammar.verbs.get(word, ()), *grammar.nouns.get(word, ())))
    return any(form.trigger.row["type"] == "REQUEST" for form in forms)


def _failed(line: Line, at: int) -> bool:
    return line.low[at - 1 : at] in (("nearly",), ("almost",))


def _noun(line: Line, grammar: Grammar, at: int) -> Found | None:
    forms = grammar.nouns.get(line.low[at])
    if not forms:
        return None
    for form, end in _matching(line, forms, at):
        if line.letters[at] == "W" and not line.headline and at > line.sentence_start(at):
            continue
        if line.letters[end : end + 1] == "-" or line.letters[at - 1 : at] == "-" or _is_verb_here(line, grammar, at, end):
            continue
        if line.number and form.tag == "noun" and end == at + 1 and line.low[at] in grammar.verbs and line.low[at - 1 : at] == ("to",):
            continue  # "the right to fire on them"
        if _compound(line, at, end) or _unreal(line, grammar, at, attempt=form.trigger.lemma.startswith("attempt")):
            return None
        return Found(at, end, form.trigger, None, light_subject(line, at))
    return None


def _is_verb_here(line: Line, grammar: Grammar, at: int, end: int) -> bool:
    if end > at + 1:
        return False
    opens = at == line.sentence_start(at) or line.letters[at - 1 : at] == "p"
    if line.low[at].endswith("ing") and opens and line.letters[end : end + 1] == "p":
        return False  # "Fighting in the city ended", "died in fighting between"
    for form, stop in _matching(line, grammar.verbs.get(line.low[at], ()), at):
        verbs = group(line, at, form.tag)
        if _verbal(line, at, stop, form, verbs) and _object_present(line, Found(at, stop, form.trigger, verbs, None)):
            return True
    return False


def _compound(line: Line, at: int, end: int) -> bool:
    """Whether the noun only modifies another: "attack helicopter", "war crimes", "election campaign"."""
    following = line.letters[end : end + 1]
    if following != "w" or line.low[end].endswith(("ed", "ing")) or line.low[end] in _WHEN:
        return False
    return line.number > 0 or not line.low[end].endswith("s")


def _unreal(line: Line, grammar: Grammar, at: int, *, attempt: bool) -> bool:
    """Whether the noun is governed by something that leaves it open: "called for talks", "fears of an attack". An attempt that is
    foiled has been made."""
    if _conditional(line, at):
        return True
    for i in range(at - 1, max(-1, at - 6), -1):
        if line.letters[i] in ".,;:\"srh":
            return False
        if line.low[i] in _UNREAL and not (attempt and line.low[i] in _FOILED) and (line.low[i] != "against" or _governs(line, i, at)):
            return True
        if line.letters[i] in "m" and line.low[i] in _POSSIBLE:
            return True
        if line.number == 0 and line.letters[i : i + 2] in ("tw", "ty") and i + 1 < at and line.low[i + 1] not in LIGHT | _FACING:
            return True  # "Lee to trigger talks"
        for form in grammar.verbs.get(line.low[i], ()):
            if form.trigger.row["type"] in _GOVERNORS and not form.trigger.objects and line.letters[i] in "eyg":
                return True
    return False


def _governs(line: Line, preposition: int, at: int) -> bool:
    """Whether no other preposition stands between: in "charges against nine men for the massacre" only "for" governs."""
    return all(line.letters[i] != "p" or line.low[i] == "of" for i in range(preposition + 1, at))
