"""How real the text says an event is: told as done, as intended, or neither.

What is denied, conditional, possible or only asked for is no event; what somebody will do is a promise (AGREE) if it helps
the other side and a threat (THREATEN) if it harms it, as PLOVER codes the future.
"""

from __future__ import annotations

import msgspec

from .._syntax.clauses import MAX_REACH, Line
from .._syntax.grammar import Form, Grammar, words
from .._syntax.phrases import before
from ._found import VERBAL, Found
from ._light import LIGHT

_FUTURE = words("will would shall 'll ’ll wo")
_POSSIBLE = words("could can may might should must cannot ca ought")
#: "began to attack" is an attack; after any other verb "to attack" is not one yet.
CARRIED_OUT = words("began begun begin begins started start continued continue continues managed proceeded went helped used forced moved")
_ATTEMPTED = words("tried try tries attempted attempt attempts attempting trying")
_INTENDED = words("""plan plans planned planning intend intends intended decide decides decided ready willing prepared preparing set
    expected scheduled due likely""")
_COOPERATIVE = words("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT")
_HOSTILE = words("SANCTION COERCE ASSAULT PROTEST")
#: What stands before a noun that names no event that has happened.
_UNREAL = words("""possible potential planned proposed future alleged threatened feared failed thwarted foiled imminent any
    no without prevent preventing prevented avoid avoiding avert averting risk fear fears threat threats against if suspected likely
    anti impending upcoming counter next stop stops stopped halt halts halted end ends ended ending lift lifts
    lifted suspend suspends suspended cancel cancels cancelled deny denied denies plot plotting plotted plan plans
    prepare prepares prepared preparing""")
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
#: What people do to protest.
_GATHERED = words("""gathered marched walked drove rallied staged boycotted assembled turned lined filled packed blocked occupied took
    flocked poured descended converged camped massed met travelled traveled stopped""")
#: How a match is won in the end: "came from behind to beat them 2-1", "held on to win".
_WON_BY = words("behind back on ahead rallied fought recovered late")
_FACING = frozenset(("face",))
_GOVERNORS = words("THREATEN REQUEST REJECT AGREE")


def real(line: Line, found: Found, form: Form) -> Found | None:
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
    if tried or protest or governor in CARRIED_OUT or _means(line, verbs.start - 1):
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


def demanded(line: Line, grammar: Grammar, found: Found) -> bool:
    """Whether a bare verb is what somebody asks for: "demanded that Northland release the men"."""
    bare = found.group is not None and found.group.start == found.start
    if not bare or found.subject is None or line.letters[found.subject[0] - 1 : found.subject[0]] != "h":
        return False
    asked = line.low[max(line.sentence_start(found.start), found.subject[0] - 5) : found.subject[0] - 1]
    forms = (form for word in asked for form in (*grammar.verbs.get(word, ()), *grammar.nouns.get(word, ())))
    return any(form.trigger.row["type"] == "REQUEST" for form in forms)


def _failed(line: Line, at: int) -> bool:
    return line.low[at - 1 : at] in (("nearly",), ("almost",))


def unreal(line: Line, grammar: Grammar, at: int, *, attempt: bool) -> bool:
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
