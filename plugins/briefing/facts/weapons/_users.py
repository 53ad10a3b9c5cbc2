"""Who fires a weapon that is the object of a verb: "Hezbollah fired rockets", "the army struck it with rockets".

The user is the grammatical subject of the verb that governs the weapon. Refused: whoever stands inside another verb's object,
what is ordered, planned, possible or denied, and a person where the weapon is none that one person holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from .._parties.participants import participants
from .._parties.parties import Party
from .._syntax.clauses import MAX_REACH, Group, Line, group, near
from .._syntax.grammar import words
from .._syntax.phrases import before, subject

#: Verbs whose object is a weapon in use.
_USE = words("""fire fires fired firing launch launches launched launching use uses used using deploy deploys deployed deploying drop drops
    dropped dropping lob lobs lobbed lobbing fly flies flew flying hurl hurls hurled hurling detonate detonates detonated detonating
    unleash unleashes unleashed unleashing test tests tested testing plant plants planted planting send sends sent sending operate
    operates operated operating scramble scrambles scrambled scrambling throw throws threw throwing""")
#: Verbs of assault, whose weapon stands behind "with".
_STRIKE = words("""shot shoots shooting attacked attacks attacking struck strikes striking hit hits hitting bombed bombs bombing shelled
    shelling pounded pounding killed killing targeted targeting""")
#: What one person can use.
HELD = words("small_arms explosive cutting munition")
_FINITE = frozenset("eymbvo")
_STOPS = frozenset('.;:"rhsmbvoyjitg')  #: classes that end a verb's object
_OPENS = words("open opens opened opening")
_REACH = 25  #: tokens between a verb and its weapon


def user(line: Line, at: int, kind: str, actors: Sequence[Party]) -> str | None:
    """The key of the party that uses the weapon of class `kind` at token `at`; None where that is not certain."""
    verb = _verb(line, at)
    if verb is None:
        return None
    acting = group(line, verb, _tag(line.low[verb]))
    if acting.passive or acting.infinitive or acting.negated or acting.modal:
        return None
    zone = _subject(line, verb, acting)
    if zone is None:
        return None
    found = participants(line, zone, near(actors, zone[0], zone[1]))
    fitting = found[0] if found else None
    return fitting.key or None if fitting and (fitting.type != "person" or kind in HELD) else None


def _verb(line: Line, at: int) -> int | None:
    """The verb whose object, or whose instrument after "with", the weapon at `at` is; None where another verb or phrase parts them."""
    instrument = False
    for i in range(at - 1, max(line.sentence_start(at), at - _REACH) - 1, -1):
        letter = line.letters[i]
        if instrument and line.low[i] == "fire" and line.low[i - 1] in _OPENS:
            return i - 1
        if letter in "eygw" and line.low[i] in (_USE | _STRIKE if instrument else _USE) and line.low[i + 1] != "of":
            return i
        if letter == "p" and not instrument and line.low[i] == "with":
            instrument = True
        elif _parts(line, i, at, instrument=instrument):
            return None
    return None


def _parts(line: Line, i: int, at: int, *, instrument: bool) -> bool:
    """Whether the word at `i` parts a weapon at `at` from every verb before it."""
    letter, counts = line.letters[i], line.letters[i + 1] in "#a"
    if letter == "p":
        return not instrument and line.low[i] != "of" and not counts
    if letter == "e":
        return not set(line.letters[i + 1 : at]) <= set("w-#")  # "guided missiles"
    return letter in _STOPS and not (letter == "t" and counts)


def _tag(verb: str) -> str:
    if verb.endswith("ing"):
        return "ing"
    return "past" if verb.endswith("ed") or verb in ("sent", "flew", "threw", "shot", "struck", "hit") else "base"


def _subject(line: Line, verb: int, acting: Group) -> tuple[int, int] | None:
    """The subject of a verb: before it, or that of its sentence where it is joined to the sentence's only other verb."""
    previous = line.letters[acting.start - 1] if acting.start else "."
    if previous not in "c,p" or (previous == "," and not line.low[verb].endswith("ing")):
        return before(line, acting.start)
    start = max(line.sentence_start(verb), verb - MAX_REACH)
    first = next((i for i in range(start + 1, verb) if line.letters[i] in _FINITE), None)
    if first is None:
        return None
    last = first
    while last + 1 < acting.start and line.letters[last + 1] in "mbvonae":
        last += 1
    if set(line.letters[last + 1 : acting.start]) & (_FINITE | set("rhs:;\"")):
        return None
    return subject(line, start, verb)
