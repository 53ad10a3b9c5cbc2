"""What befell those who are counted: killed, injured, missing, ... decided by the words beside a phrase.

A role needs its own words (the table counted_roles) in the same clause, before the phrase ("killing eight people") or after it
("eight people were killed"). Refuses to read as fact what is only feared, threatened or supposed ("could kill hundreds").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from ...model import QuantityRole
from ...reading import Reading, Sentence, Token
from .._lookup import Same, word_set, words
from ._phrase import Phrase

#: How far behind a phrase its verb may stand, in tokens.
_REACH = 12
#: How many tokens before and behind a phrase are looked at in all, so that no sentence costs more than its length.
_WINDOW = 60
#: Words that may stand between a verb and its phrase.
_FILL = word_set("the a an all his her its their also another other both about")
_AUXILIARIES = word_set(
    "was were been are is be being got get gets getting lay remain remained left believed feared reported found")
#: ... of which these may tell of somebody else: "reported Smith to be dead".
_TELLING = word_set("reported found left believed feared got get")
_SUFFERED = word_set("sustained suffered received sustaining suffering with")
_HARM = word_set("injuries injury wounds burns concussion concussions")
#: Behind a participle one of these shows that it has no object.
_NO_OBJECT = word_set("""
    in by on at when as after during near and or while since so outside from over across for inside before with within between but if
    because that along throughout around was were is are has have had will today yesterday overnight here there last this following
    according including amid despite due to of under until without
    monday tuesday wednesday thursday friday saturday sunday . , ; : - – — ) " ” '
""")
_PERFECT = word_set("have has had having")
#: Before a noun these describe it: "with the dead jackal".
_DESCRIBE = word_set("dead missing deceased homeless")
#: The clause of a phrase ends with one of these.
_ENDS = word_set("; : . and or but while when after before who which that whose said says told because although though if since as")
#: Before the subject of a clause stands one of these, and its verbs end with one of those.
_OPENS = word_set("when while after as that but and because , : ) - – —")
_CLAUSES = word_set("; : . when while after before who which that whose because although though if since")
#: After an aside between commas the sentence goes on with one of these.
_GOES_ON = word_set("was were are is have has had died perished remain remained also lost later subsequently")
_NEVER = word_set("not n't n’t never")
_SINGULAR = word_set("has was is")
#: What stands with one of these is possible or feared, and no more.
_MODAL = word_set("could would might may can cannot if potentially unless should likely fear fears feared simulated simulating simulates")
#: With "have" these tell what is reported to have happened.
_PERHAPS = word_set("may might")
_MONTH_ENDS = word_set(", . )")
#: With one of these an infinitive or "of" is only planned: "threatened to kill", "capable of killing".
_PLAN = word_set("""
    capable able threatened threatens threatening threat threats plot plots plotted plotting plan plans planned planning wants wanted tried
    try tries trying attempt attempts attempted attempting intended intends intent vowed designed
""")
#: Between a plan and a verb that has happened one of these stands: "they tried to flee, and two were killed".
_PARTS = word_set("and but when while after before who which that where because as ,")
_TOLL = re.compile(
    r"\b(?:death tolls?|tolls?|number of (?:the )?(?:\w+ ){0,2}(?:dead|deaths|fatalities|victims|killed)|body count)\b[\w, '’-]{0,60}?"
    r" (?:to|at|of|reach(?:ed|es)|stands at|is|was|above|past|exceed(?:ed|s)|topped|surpass(?:ed|es)|hit|crossed)"
    r"(?: (?:the|a total of))? \Z", re.IGNORECASE)


#: Those who are told behind the verb: "killed in the strike were two leaders".
_INVERTED = re.compile(r"\b[Kk]illed (?:in|during|by)\b[^.;:,]{0,60} (?:was|were)(?: also)? \Z")


class Told(msgspec.Struct, frozen=True, gc=False):
    """What the words beside a phrase tell of it."""

    role: QuantityRole
    supposed: bool  #: feared, planned or possible, and no more
    at: int  #: the token that tells it, as an index into Reading.tokens


class Verbs(msgspec.Struct, frozen=True, gc=False):
    """The table of role words: by their place, in small letters."""

    before: dict[str, QuantityRole]
    after: dict[str, QuantityRole]
    passive: dict[str, QuantityRole]
    alone: frozenset[str]  #: those of one word
    harm: frozenset[str]  #: of each that tells what one person may come to, its longest word


#: What one person may come to.
_OF_ONE = frozenset(("killed", "injured", "missing", "captured"))


@lru_cache(maxsize=4)
def verbs(table: Same) -> Verbs:
    """The table of role words, looked up by place. ValidationError where it has an unknown place or role."""
    found: dict[str, dict[str, str]] = {"before": {}, "after": {}, "passive": {}}
    for row in table.rows:
        found.setdefault(row["place"], {}).update((word, row["role"]) for word in words(row))
    told = [item for place in found.values() for item in place.items()]
    alone = [word for word, _ in told if " " not in word]
    harm = [max(word.split(), key=len) for word, role in told if role in _OF_ONE]
    return msgspec.convert({**found, "alone": alone, "harm": harm}, Verbs)


def role(reading: Reading, phrase: Phrase, table: Verbs) -> Told | None:
    """What the words beside a phrase tell of it; None if they tell nothing."""
    sentence = reading.sentences[phrase.sentence]
    at = reading.token_at(phrase.start) or 0
    floor = max(sentence.tokens[0], at - _WINDOW)
    tokens = reading.tokens[floor : min(sentence.tokens[1], phrase.last_token + _WINDOW)]
    first, behind = at - floor, phrase.last_token + 1 - floor
    adjacent = phrase.bare and (_participle(tokens, behind, table) or _expression(tokens, behind, table.after))
    if adjacent:
        return Told(adjacent[0], _supposed(tokens, first, first), floor + behind)
    others = tokens[behind - 1].text in ("others", "more") and not _acts(tokens, behind, table)  # "... and three others were wounded"
    before = _before(tokens, first, table, others=others)
    of = first > 0 and tokens[first - 1].text == "of"
    of_known = of and phrase.by in ("name", "the")  # "the death of Lee, killed in a raid"
    if before and not (of_known and _after(tokens, behind, table, titled=False, many=False)):
        return Told(before[0], _supposed(tokens, before[1], before[1]), floor + before[1])
    led = reading.text[max(sentence.start, phrase.start - 90) : phrase.start]
    if _TOLL.search(led) or _INVERTED.search(led):
        return Told("killed", _supposed(tokens, first, first), at)
    many = phrase.low != 1 and not of  # "a family of five was killed"
    if first > 0 and tokens[first - 1].text == "by" and tokens[min(behind, len(tokens) - 1)].text not in ("who", ","):
        return None  # "two men were shot by a guard and died"
    after = _after(tokens, behind, table, titled=sentence.paragraph == 0, many=many) or _died_later(tokens, behind, table)
    if after is None and (not first or tokens[first - 1].text.lower() in _OPENS):
        after = _coordinated(tokens, behind, table, many=many)
    if after:
        return Told(after[0], _supposed(tokens, first, after[1]), floor + after[1])
    return None


def _acts(tokens: Sequence[Token], behind: int, table: Verbs) -> bool:
    """Whether a verb of their own stands behind a phrase: "eight were killed and 12 others fled"."""
    verb = behind < len(tokens) and (tokens[behind].text in _AUXILIARIES or tokens[behind].text.endswith("ed"))
    return bool(verb or _participle(tokens, behind, table) or _expression(tokens, behind, table.after))


def _before(tokens: Sequence[Token], first: int, table: Verbs, *, others: bool) -> tuple[QuantityRole, int] | None:
    """The role of the verb, or the noun with "of", right before a phrase, and where it begins; the longest wins."""
    last = first - 1
    if [token.text.lower() for token in tokens[max(0, first - 3) : first]] == ["as", "well", "as"]:
        return _shared(tokens, first - 3, table)
    if first > 1 and others and tokens[last].text in (",", "and"):
        return _shared(tokens, last, table)
    while last > max(0, first - 4) and tokens[last].text.lower() in _FILL:
        last -= 1
    for start in range(max(0, last - 3), last + 1):
        found = table.before.get(" ".join(token.text.lower() for token in tokens[start : last + 1]))
        if found:
            return found, start
    return None


def _shared(tokens: Sequence[Token], last: int, table: Verbs) -> tuple[QuantityRole, int] | None:
    """The verb of an earlier object: "targeted a vehicle, as well as several men", "kills doctor, five others"."""
    for index in range(last - 1, max(-1, last - 2 * _REACH), -1):
        found = table.before.get(tokens[index].text.lower())
        if found:
            return found, index
    return None


def _after(tokens: Sequence[Token], index: int, table: Verbs, *, titled: bool, many: bool) -> tuple[QuantityRole, int] | None:
    """The first verb behind a phrase if it tells what befell it, and where it stands. Capitals are no verbs, but in a title."""
    auxiliary = suffered = False
    index = _behind_who(tokens, index)
    end = min(len(tokens), index + _REACH)
    while index < end:
        word = tokens[index].text.lower()
        capital = not titled and tokens[index].text[0].isupper()
        if (capital and tokens[index - 1].text.lower() in _TELLING) or (auxiliary and word in _NEVER):
            return None
        if word in ("and", "but") and index + 1 < end and tokens[index + 1].text.lower() in _GOES_ON:
            index += 1  # "came out and was killed"
            continue
        if word == ",":
            if aside := _participle(tokens, index + 1, table):
                return aside[0], index + 1
            index = _behind_aside(tokens, index, table)
            if many and index + 1 < len(tokens) and tokens[index + 1].text in _SINGULAR:
                return None  # "Lee, one of the Easton Nine, a band of the sixties, has died"
            end = min(len(tokens), index + _REACH)
        elif suffered and word in _HARM:
            return "injured", index
        elif capital:
            pass
        elif found := _participle(tokens, index, table, auxiliary=auxiliary) or _expression(tokens, index, table.after, alone=auxiliary):
            later = _killed_later(tokens, found[1], end, table, finite=auxiliary) if found[0] in ("captured", "injured") else None
            return later or (found[0], index)
        elif word == "since" and tokens[index - 1].text in _PERFECT:
            pass  # "has since died"
        elif word in table.passive or ((word in _ENDS or word[0].isdigit()) and not suffered):
            return None
        auxiliary = auxiliary or word in _AUXILIARIES
        suffered = suffered or word in _SUFFERED
        index += 1
    return None


def _coordinated(tokens: Sequence[Token], start: int, table: Verbs, *, many: bool) -> tuple[QuantityRole, int] | None:
    """What the second verb of a subject tells: "one man raised a rifle toward the force, and was killed"."""
    for index in range(start, min(len(tokens) - 2, start + 2 * _REACH)):
        word = tokens[index].text.lower()
        if word in ("and", "but") and tokens[index + 1].text == ("were" if many else "was"):
            found = _participle(tokens, index + 2, table, auxiliary=True)
            return (found[0], index + 2) if found else None
        if word in _CLAUSES:
            return None
    return None


def _died_later(tokens: Sequence[Token], start: int, table: Verbs) -> tuple[QuantityRole, int] | None:
    """The death behind a clause that tells a wound or a capture: "a soldier from Easton who was wounded last week died on Friday"."""
    who = next((at for at in range(start, min(len(tokens) - 3, start + _REACH)) if tokens[at].text == "who"), None)
    if who is None or tokens[who + 1].text not in ("was", "were") or not _participle(tokens, who + 2, table, auxiliary=True):
        return None
    for index in range(who + 3, min(len(tokens), who + 2 * _REACH)):
        if tokens[index].text.lower() in _CLAUSES:
            return None
        found = _expression(tokens, index, table.after)
        if found and found[0] == "killed":
            return found[0], index
    return None


def _killed_later(tokens: Sequence[Token], start: int, end: int, table: Verbs, *, finite: bool) -> tuple[QuantityRole, int] | None:
    """Whether the verb behind a participle tells a death: "two men seized in May were murdered", "was wounded and later died"."""
    for index in range(start, end - 1):
        word = tokens[index].text.lower()
        if word == ("and" if finite else "was" if tokens[index].text == "was" else "were"):
            at = index + 2 if tokens[index + 1].text.endswith("ly") or tokens[index + 1].text == "later" else index + 1
            found = _participle(tokens, at, table, auxiliary=True) or _expression(tokens, at, table.after)
            return (found[0], at) if found and found[0] == "killed" else None
        if word in _ENDS:
            return None
    return None


def _expression(
    tokens: Sequence[Token], index: int, table: dict[str, QuantityRole], *, alone: bool = False,
) -> tuple[QuantityRole, int] | None:
    """The longest expression of up to three words at `index`, and one past its last token: "died", "lost their lives"; `alone` where it
    cannot describe a noun behind it."""
    pieces = [token.text.lower() for token in tokens[index : index + 3]]
    found = ((table.get(" ".join(pieces[:n])), index + n) for n in range(len(pieces), 0, -1))
    told = next(((role, end) for role, end in found if role), None)
    describes = told and not alone and pieces[0] in _DESCRIBE and told[1] < len(tokens) and tokens[told[1]].text.lower() not in _NO_OBJECT
    return None if describes else told


def _participle(tokens: Sequence[Token], index: int, table: Verbs, *, auxiliary: bool = False) -> tuple[QuantityRole, int] | None:
    """A participle with an auxiliary or without an object: "eight killed in Baghdad", and not "two soldiers killed five militants"."""
    found = _expression(tokens, index, table.passive)
    has_object = found is not None and found[1] < len(tokens) and tokens[found[1]].text.lower() not in _NO_OBJECT
    passive = auxiliary and tokens[index - 1].text.lower() not in _PERFECT  # "is said to have killed five" is active
    return None if has_object and not passive else found


def _behind_who(tokens: Sequence[Token], index: int) -> int:
    """Where the sentence goes on behind a short clause of "who" without a border: "one man who shot at them was killed"; else `index`."""
    if index + 1 >= len(tokens) or tokens[index].text != "who" or tokens[index + 1].text in _GOES_ON:
        return index
    for at in range(index + 2, min(len(tokens) - 1, index + 2 * _REACH)):
        word = tokens[at].text
        if word == "," and (tokens[at + 1].text in _GOES_ON or tokens[at + 1].text[0].isupper()):
            continue  # "who fired at a patrol near Easton, Southland, was killed"
        if word.lower() in _ENDS or word == "," or word[0].isdigit():
            return index
        if word in ("was", "were"):
            return at
    return index


def _behind_aside(tokens: Sequence[Token], comma: int, table: Verbs) -> int:
    """The comma that closes an aside before a verb ("eight people, two of them children, were killed"); else the end."""
    for index in range(comma + 1, min(len(tokens) - 1, comma + 2 * _REACH)):
        if tokens[index].text == "," and tokens[index + 1].text.lower() in _GOES_ON:
            return index
        if _expression(tokens, index, table.after):
            break  # "six civilians, a soldier and a guard lost their lives, and ten were hurt"
    return len(tokens)


def supposed(reading: Reading, sentence: Sentence, offset: int) -> bool:
    """Whether what stands at an offset is only feared, planned or possible."""
    at = reading.token_at(offset) or sentence.tokens[0]
    floor = max(sentence.tokens[0], at - _WINDOW)
    return _supposed(reading.tokens[floor : min(sentence.tokens[1], at + _WINDOW)], at - floor, at - floor)


def _modal(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token makes what follows a mere possibility; not the month, not "would-be bombers", nor "may have been killed", by which
    reports give the toll that is not confirmed yet."""
    word, follows = tokens[at].text, tokens[at + 1].text if at + 1 < len(tokens) else ""
    if word.lower() not in _MODAL or follows in ("", "-"):
        return False
    month = word == "May" and (follows[0].isdigit() or follows in _MONTH_ENDS or (at > 0 and tokens[at - 1].text.isdigit()))
    return not (month or (word in _PERHAPS and follows == "have"))


def _supposed(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether a modal or a plan stands shortly before the phrase, or between it and its verb."""
    start = max(0, min(first, verb) - 5, verb - 16)
    if any(_modal(tokens, at) for at in range(start, verb)):
        return True
    before = [token.text.lower() for token in tokens[max(0, start - 5) : verb]]
    if before[-2:] == ["to", "be"]:
        return True
    happened = verb < len(tokens) and tokens[verb].text.lower().endswith(("ed", "ing", "s")) and before[-1:] != ["of"]
    planned = (at for at, word in enumerate(before) if word in _PLAN)
    return any(_PARTS.isdisjoint(before[at:]) if happened else "to" in before[at:] or at > len(before) - 5 for at in planned)
