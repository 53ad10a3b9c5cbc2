"""What befell those who are counted: killed, injured, missing, ... decided by the words beside a phrase.

A role needs its own words (the table counted_roles) in the same clause, before the phrase ("killing eight people") or after it
("eight people were killed"). Refuses to read as fact what is only feared, threatened or supposed ("could kill hundreds").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from ...model import QuantityRole
from ...reading import Reading, Sentence, Token
from .._lookup import word_set
from ._behind import acts, after, told_behind
from ._phrase import Phrase
from ._verbs import Fate, Verbs, denies, expression, participle

#: How far behind a phrase its verb may stand, in tokens.
_REACH = 12
#: How many tokens before and behind a phrase are looked at in all, so that no sentence costs more than its length.
_WINDOW = 60
#: Words that may stand between a verb and its phrase.
_FILL = word_set("the a an all his her its their them also another other both about")
#: What stands with one of these is possible or feared, and no more.
_MODAL = word_set("could would might may can cannot if potentially unless should likely fear fears feared simulated simulating simulates")
#: With "have" these tell what is reported to have happened.
_PERHAPS = word_set("may might")
_MONTH_ENDS = word_set(", . )")
_OF_TIME = word_set("in since of last this early late until from through during")
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


def role(reading: Reading, phrase: Phrase, table: Verbs) -> Told | None:
    """What the words beside a phrase tell of it; None if they tell nothing."""
    sentence = reading.sentences[phrase.sentence]
    at = reading.token_at(phrase.start) or 0
    floor = max(sentence.tokens[0], at - _WINDOW)
    tokens = reading.tokens[floor : min(sentence.tokens[1], phrase.last_token + _WINDOW)]
    first, behind = at - floor, phrase.last_token + 1 - floor
    led = reading.text[max(sentence.start, phrase.start - 90) : phrase.start]
    toll: Fate | None = ("killed", first) if _TOLL.search(led) or _INVERTED.search(led) else None
    titled = sentence.paragraph == 0
    found = _told_before(tokens, first, behind, phrase, table) or toll or told_behind(tokens, first, behind, phrase, table, titled=titled)
    if found is None:
        return None
    fate, verb = found
    if _either(tokens, verb, fate, table):
        return Told("other", supposed=False, at=floor + verb)
    return Told(fate, _supposed(tokens, first, first if verb == behind and phrase.bare else verb), floor + verb)


def _told_before(tokens: Sequence[Token], first: int, behind: int, phrase: Phrase, table: Verbs) -> Fate | None:
    """What a participle written against a bare number, or else the words before a phrase tell of it."""
    adjacent = phrase.bare and (participle(tokens, behind, table) or expression(tokens, behind, table.after))
    if adjacent:
        return adjacent[0], behind
    others = tokens[behind - 1].text in ("others", "more") and not acts(tokens, behind, table)
    known = tokens[first - 1 : first] and tokens[first - 1].text == "of" and phrase.by in ("name", "the")
    if known and after(tokens, behind, table, titled=False, many=False):
        return None  # "the death of Lee, killed in a raid"
    return _before(tokens, first, table, others=others)


def _either(tokens: Sequence[Token], at: int, role: QuantityRole, table: Verbs) -> bool:
    """Whether the verb at a token is one of two fates: of "killed or captured 17" nobody knows how many died."""
    for near, far in ((at - 1, at - 2), (at + 1, at + 2)):
        if 0 <= far < len(tokens) and tokens[near].text == "or":
            word = tokens[far].text.lower()
            if table.before.get(word, table.passive.get(word, role)) != role:
                return True
    return False


def _before(tokens: Sequence[Token], first: int, table: Verbs, *, others: bool) -> Fate | None:
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
            return None if start and denies(tokens[start - 1]) else (found, start)
    return None


def _shared(tokens: Sequence[Token], last: int, table: Verbs) -> Fate | None:
    """The verb of an earlier object: "targeted a vehicle, as well as several men", "kills doctor, five others"."""
    for index in range(last - 1, max(-1, last - 2 * _REACH), -1):
        found = table.before.get(tokens[index].text.lower())
        if found:
            return found, index
    return None


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
    before = tokens[at - 1].text.lower() if at else ""
    month = word == "May" and (follows[0].isdigit() or follows in _MONTH_ENDS or before.isdigit() or before in _OF_TIME)
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
