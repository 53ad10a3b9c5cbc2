"""Triggers: the words that report an event.

A verb form is told from a noun and from a participle before a noun by its neighbours; how real the text says the event is
stands in _reality.py.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .._syntax.clauses import MAX_REACH, Group, Line, group
from .._syntax.grammar import Form, Grammar, Trigger, words
from .._syntax.phrases import before, subject
from ._found import HEDGES, VERBAL, Found
from ._light import light_subject
from ._reality import CARRIED_OUT, demanded, real, unreal

#: What is done, not said: joined to a verb within a report by "and", it is rather of that verb's subject than of the speaker.
_DEEDS = frozenset(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE"))
#: Classes of which a bare participle tells the sufferer: "militants killed in the raid", not "ministers threatened on Monday".
_DONE_TO = words("ASSAULT RETREAT CONCEDE COERCE SANCTION AID ACCIDENT DISASTER JUDICIAL APPOINTMENT ELECTION ACCUSE DEATH")
#: What may follow a noun without being its head: "the attack last night".
_WHEN = words("last early late overnight next")
#: Prepositions behind which a name and a participle tell what somebody does.
_ABSOLUTE = words("despite with without after before amid")
#: Classes of words of an object between a verb and the rest of its phrase, and how many there may be.
_OBJECT = frozenset("dwWz#-i")
_OBJECT_REACH = 8
_DEMAND = Trigger("must", (), {"type": "REQUEST", "mode": "change", "frame": "must", "weak": "1", "noun": ""})


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
    """The forms that stand at a token, each with its end: whole, and of those that want certain words about them the first word
    alone, where the rest follows the object: "forced the guard into a car"."""
    for form in forms:
        rest = form.trigger.rest
        if not rest or line.low[at + 1 : at + 1 + len(rest)] == rest:
            yield form, at + 1 + len(rest)
        elif form.trigger.objects and rest[0] in line.low[at + 2 : at + _OBJECT_REACH]:
            parted = line.low.index(rest[0], at + 2)
            object_ = all(line.letters[i] in _OBJECT or line.low[i] == "of" for i in range(at + 1, parted))
            if object_ and line.low[parted : parted + len(rest)] == rest:
                yield form, at + 1


def _verb(line: Line, grammar: Grammar, at: int) -> Found | None:
    for form, end in _matching(line, grammar.verbs.get(line.low[at], ()), at):
        verbs = group(line, at, form.tag)
        if not _verbal(line, at, end, form, verbs):
            continue
        found = _with_subject(line, grammar, Found(at, end, form.trigger, verbs, None), form)
        if _object_present(line, found):
            return None if form.tag == "base" and demanded(line, grammar, found) else real(line, found, form)
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
        if line.low[verbs.start - 1 : verbs.start] and line.low[verbs.start - 1] in CARRIED_OUT and following in "dwW#":
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
        first = line.sentence_start(start)
        joined = previous == "c" and found.trigger.row["type"] in _DEEDS
        own = (subject(line, _reported(line, grammar, first, start), start) if joined else None) or subject(line, first, start)
    if own is not None and line.letters[own[0]] == "i":
        own = _speaker_before(line, grammar, own[0]) or own
    reduced = form.tag in ("past", "pp") and start == found.start and _reduced(line, found, previous)
    return msgspec.structs.replace(found, subject=own, reduced=reduced)


def _reported(line: Line, grammar: Grammar, start: int, end: int) -> int:
    """Where what somebody says begins, if it has a verb: a deed joined to that one is of whom it tells, as in "Lee said that rebels
    took the town and burned it"; behind a comma it may be the speaker's again."""
    if line.letters[end - 2 : end - 1] == ",":
        return start
    for at in range(end - 1, max(start, end - 2 * MAX_REACH), -1):
        if line.letters[at] == "h" or (line.low[at] in grammar.speech and line.letters[at + 1] in "dWwi#"):
            return at + 1 if not VERBAL.isdisjoint(line.letters[at + 2 : end]) else start
    return start


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
    done_to = row["type"] in _DONE_TO and row["frame"] in ("so", "ox") and previous in "wW#)" and following in ("p", ".", ",", "")
    return done_to and not (line.low[found.start] == "attacked" and _is_only_verb(line, found))


def _is_only_verb(line: Line, found: Found) -> bool:
    """Whether a clause in the body has no other verb: "Northern forces attacked near Easton, but did not advance"."""
    start, end = line.sentence_start(found.start), line.sentence_end(found.end)
    clause = line.letters[start : found.start] + line.letters[found.end : end].partition("c")[0]
    return bool(line.number) and VERBAL.isdisjoint(clause)


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
        if _compound(line, at, end) or unreal(line, grammar, at, attempt=form.trigger.lemma.startswith("attempt")):
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
