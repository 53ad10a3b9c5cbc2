"""What befell those who are counted: killed, injured, missing, ... decided by the words beside a phrase.

A role needs its own words (the table counted_roles) in the same clause, before the phrase ("killing eight people") or after it
("eight people were killed"). Refuses to read as fact what is only feared, threatened or supposed ("could kill hundreds").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from ..model import QuantityRole
from ..reading import Reading, Sentence, Token
from ._lookup import Same, word_set, words
from ._quantities_phrase import Phrase

#: How far behind a phrase its verb may stand, in tokens.
_REACH = 12
#: Words that may stand between a verb and its phrase.
_FILL = word_set("the a an all his her its their also another other both about")
_AUXILIARIES = word_set(
    "was were been are is be being got get gets getting lay remain remained left believed feared reported found")
#: ... of which these may tell of somebody else: "reported Smith to be dead".
_TELLING = word_set("reported found left believed feared got get")
_SUFFERED = word_set("sustained suffered received sustaining suffering")
_HARM = word_set("injuries injury wounds burns concussion concussions")
#: Behind a participle one of these shows that it has no object.
_NO_OBJECT = word_set("""
    in by on at when as after during near and or while since so outside from over across for inside before with within between but if
    because that along throughout around . , ; : - – — ) " ” '
""")
#: The clause of a phrase ends with one of these.
_ENDS = word_set("; : . and or but while when after before who which that whose said says told because although though if since as")
#: After an aside between commas the sentence goes on with one of these.
_GOES_ON = word_set("was were are is have has had died perished remain remained")
_SUPPOSED = word_set("""
    could would might may can cannot if capable able threatened threatens threatening threat plot plotted plotting plan planned plans
    planning wants wanted tried try trying attempt attempted attempting intended intends vowed fear fears feared potentially unless
    should likely
""")
_TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:the )?(?:dead|deaths|fatalities|victims))\b[\w, ]{0,50}?"
    r" (?:to|at|of|reached|is|was|above|past|exceeded|topped)"
    r"(?: (?:the|a total of))? \Z", re.IGNORECASE)


class Told(msgspec.Struct, frozen=True, gc=False):
    """What the words beside a phrase tell of it."""

    role: QuantityRole
    supposed: bool = False  #: feared, planned or possible, and no more


class Verbs(msgspec.Struct, frozen=True, gc=False):
    """The table of role words: by their place, in small letters."""

    before: dict[str, QuantityRole]
    after: dict[str, QuantityRole]
    passive: dict[str, QuantityRole]


@lru_cache(maxsize=4)
def verbs(table: Same) -> Verbs:
    """The table of role words, looked up by place. ValidationError where it has an unknown place or role."""
    found: dict[str, dict[str, str]] = {"before": {}, "after": {}, "passive": {}}
    for row in table.rows:
        found.setdefault(row["place"], {}).update((word, row["role"]) for word in words(row))
    return msgspec.convert(found, Verbs)


def role(reading: Reading, phrase: Phrase, table: Verbs) -> Told | None:
    """What the words beside a phrase tell of it; None if they tell nothing."""
    sentence = reading.sentences[phrase.sentence]
    tokens = reading.tokens[slice(*sentence.tokens)]
    first = (reading.token_at(phrase.start) or 0) - sentence.tokens[0]
    behind = phrase.last_token + 1 - sentence.tokens[0]
    if phrase.bare and behind < len(tokens) and (adjacent := _participle(tokens, behind, table)):
        return Told(adjacent, _supposed(tokens, first, first))
    others = tokens[behind - 1].text in ("others", "more")
    if before := _before(tokens, first, table, others=others):
        return Told(before[0], _supposed(tokens, before[1], before[1]))
    if _TOLL.search(reading.text[max(sentence.start, phrase.start - 90) : phrase.start]):
        return Told("killed", _supposed(tokens, first, first))
    if after := _after(tokens, behind, table, titled=sentence.paragraph == 0):
        return Told(after[0], _supposed(tokens, first, after[1]))
    return None


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


def _after(tokens: Sequence[Token], index: int, table: Verbs, *, titled: bool) -> tuple[QuantityRole, int] | None:
    """The first verb behind a phrase if it tells what befell it, and where it stands. Capitals are no verbs, but in a title."""
    auxiliary = suffered = False
    end = min(len(tokens), index + _REACH)
    while index < end:
        word = tokens[index].text.lower()
        capital = not titled and tokens[index].text[0].isupper()
        if capital and tokens[index - 1].text.lower() in _TELLING:
            return None
        if word == ",":
            index = _behind_aside(tokens, index)
            end = min(len(tokens), index + _REACH)
        elif suffered and word in _HARM:
            return "injured", index
        elif capital:
            pass
        elif found := (table.passive.get(word) if auxiliary else _participle(tokens, index, table)) or _intransitive(tokens, index, table):
            return found, index
        elif word in table.passive or ((word in _ENDS or word[0].isdigit()) and not suffered):
            return None
        auxiliary = auxiliary or word in _AUXILIARIES
        suffered = suffered or word in _SUFFERED
        index += 1
    return None


def _intransitive(tokens: Sequence[Token], index: int, table: Verbs) -> QuantityRole | None:
    """A verb or an expression of up to three words that needs no auxiliary: "died", "lost their lives"."""
    pieces = [token.text.lower() for token in tokens[index : index + 3]]
    return next((table.after[key] for key in (" ".join(pieces[:n]) for n in (3, 2, 1)) if key in table.after), None)


def _participle(tokens: Sequence[Token], index: int, table: Verbs) -> QuantityRole | None:
    """A participle with no object: "eight killed in Baghdad", and not "two soldiers killed five militants"."""
    has_object = index + 1 < len(tokens) and tokens[index + 1].text.lower() not in _NO_OBJECT
    return (None if has_object else table.passive.get(tokens[index].text.lower())) or _intransitive(tokens, index, table)


def _behind_aside(tokens: Sequence[Token], comma: int) -> int:
    """The comma that closes an aside before a verb ("eight people, two of them children, were killed"); else the end."""
    for index in range(comma + 1, min(len(tokens) - 1, comma + _REACH)):
        if tokens[index].text == "," and tokens[index + 1].text.lower() in _GOES_ON:
            return index
    return len(tokens)


def supposed(reading: Reading, sentence: Sentence, offset: int) -> bool:
    """Whether what stands at an offset is only feared, planned or possible."""
    at = (reading.token_at(offset) or sentence.tokens[0]) - sentence.tokens[0]
    return _supposed(reading.tokens[slice(*sentence.tokens)], at, at)


def _supposed(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether a modal or a plan stands shortly before the phrase, or between it and its verb."""
    return any(token.text.lower() in _SUPPOSED for token in tokens[max(0, min(first, verb) - 5, verb - 16) : verb])
