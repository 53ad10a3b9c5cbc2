"""What the verbs behind a counted phrase tell of it: "eight people were killed", "a man who shot at them was killed", "he later died".

The first verb tells, unless it is one of several of the same subject. Refuses the verbs of another clause and of another subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...reading import Token
from .._lookup import word_set
from ._phrase import Phrase
from ._verbs import PERFECT, Fate, Verbs, denies, expression, participle

#: How far behind a phrase its verb may stand, in tokens.
_REACH = 12
#: How many tokens "and" and whoever stands behind it may have.
_MOST_OTHERS = 7
_AUXILIARIES = word_set(
    "was were been are is be being got get gets getting lay remain remained left believed feared reported found")
#: ... of which these may tell of somebody else: "reported Smith to be dead".
_TELLING = word_set("reported found left believed feared got get")
_SUFFERED = word_set("sustained suffered received sustaining suffering with")
_HARM = word_set("injuries injury wounds burns concussion concussions")
#: The clause of a phrase ends with one of these.
_ENDS = word_set("; : . and or but while when after before who which that whose said says told because although though if since as")
#: Before the subject of a clause stands one of these, and its verbs end with one of those.
_OPENS = word_set("when while after as that but and because said says , : ) - – —")
_CLAUSES = word_set("; : . when while after before who which that whose because although though if since")
#: After an aside between commas the sentence goes on with one of these.
_GOES_ON = word_set("was were are is have has had died perished remain remained also lost later then subsequently")
_SINGULAR = word_set("has was is")


def told_behind(tokens: Sequence[Token], first: int, behind: int, phrase: Phrase, table: Verbs, *, titled: bool) -> Fate | None:
    """What the verbs behind a phrase tell of it; nothing of who only did it: "two men were shot by a guard and died"."""
    led = tokens[first - 1].text.lower() if first else ""
    if led == "by" and tokens[min(behind, len(tokens) - 1)].text not in ("who", ","):
        return None
    many = phrase.low != 1 and led != "of"  # "a family of five was killed"
    subject = not led or led in _OPENS
    behind = _behind_others(tokens, behind) if subject else behind
    found = after(tokens, behind, table, titled=titled, many=many) or _died_later(tokens, behind, table)
    return found or (_coordinated(tokens, behind, table, many=many) if subject else None)


def acts(tokens: Sequence[Token], behind: int, table: Verbs) -> bool:
    """Whether a verb of their own stands behind a phrase: "eight were killed and 12 others fled", "three others were wounded"."""
    verb = behind < len(tokens) and (tokens[behind].text in _AUXILIARIES or tokens[behind].text.endswith("ed"))
    return verb or after(tokens, behind, table, titled=False, many=True) is not None


def after(tokens: Sequence[Token], index: int, table: Verbs, *, titled: bool, many: bool) -> Fate | None:
    """The first verb behind a phrase if it tells what befell it, and where it stands. Capitals are no verbs, but in a title."""
    auxiliary = suffered = False
    verb = "were" if many else "was"
    end = min(len(tokens), index + _REACH)
    while index < end:
        if (later := _behind_who(tokens, index, verb)) > index:
            index, end = later, min(len(tokens), later + _REACH)
        word = tokens[index].text.lower()
        capital = not titled and tokens[index].text[0].isupper()
        if (capital and tokens[index - 1].text.lower() in _TELLING) or (auxiliary and denies(tokens[index])):
            return None
        if word in ("and", "but") and index + 1 < end and tokens[index + 1].text.lower() in _GOES_ON:
            index += 1  # "came out and was killed"
            continue
        if word == ",":
            if aside := participle(tokens, index + 1, table):
                return aside[0], index + 1
            if [token.text for token in tokens[index + 2 : index + 5 : 2]] == ["and", "were"]:
                index += 4  # "35 patients, nurses and visitors were killed"
                continue
            index = _behind_aside(tokens, index, table)
            if many and index + 1 < len(tokens) and tokens[index + 1].text in _SINGULAR:
                return None  # "Lee, one of the Easton Nine, a band of the sixties, has died"
            end = min(len(tokens), index + _REACH)
        elif suffered and word in _HARM:
            return "injured", index
        elif capital:
            pass
        elif found := participle(tokens, index, table, auxiliary=auxiliary) or expression(tokens, index, table.after, alone=auxiliary):
            died = _killed_later(tokens, found[1], end, table, finite=auxiliary) if found[0] in ("captured", "injured") else None
            return died or (found[0], index)
        elif word == "since" and tokens[index - 1].text in PERFECT:
            pass  # "has since died"
        elif word in table.passive or ((word in _ENDS or word[0].isdigit()) and not suffered):
            return None
        auxiliary = auxiliary or word in _AUXILIARIES
        suffered = suffered or word in _SUFFERED
        index += 1
    return None


def _behind_others(tokens: Sequence[Token], index: int) -> int:
    """The verb that a phrase shares with others behind "and": "eight inmates and a guard were killed"; else `index`."""
    if index + 1 < len(tokens) and tokens[index].text == "and":
        for at in range(index + 2, min(len(tokens), index + _MOST_OTHERS)):
            word = tokens[at].text
            if word == "were":
                return at
            if word in _ENDS or word == "," or word in _AUXILIARIES:
                break
    return index


def _coordinated(tokens: Sequence[Token], start: int, table: Verbs, *, many: bool) -> Fate | None:
    """What the second verb of a subject tells: "one man raised a rifle toward the force, and was killed"."""
    for index in range(start, min(len(tokens) - 2, start + 2 * _REACH)):
        word = tokens[index].text.lower()
        if word in ("and", "but") and tokens[index + 1].text == ("were" if many else "was"):
            found = participle(tokens, index + 2, table, auxiliary=True)
            return (found[0], index + 2) if found else None
        if word in _CLAUSES:
            return None
    return None


def _died_later(tokens: Sequence[Token], start: int, table: Verbs) -> Fate | None:
    """The death behind a clause that tells a wound or a capture: "a soldier from Easton who was wounded last week died on Friday"."""
    who = next((at for at in range(start, min(len(tokens) - 3, start + _REACH)) if tokens[at].text == "who"), None)
    if who is None or tokens[who + 1].text not in ("was", "were") or not participle(tokens, who + 2, table, auxiliary=True):
        return None
    for index in range(who + 3, min(len(tokens), who + 2 * _REACH)):
        if tokens[index].text.lower() in _CLAUSES:
            return None
        found = expression(tokens, index, table.after)
        if found and found[0] == "killed":
            return found[0], index
    return None


def _killed_later(tokens: Sequence[Token], start: int, end: int, table: Verbs, *, finite: bool) -> Fate | None:
    """Whether the verb behind a participle tells a death: "two men seized in May were murdered", "was wounded and later died"."""
    for index in range(start, end - 1):
        word = tokens[index].text.lower()
        if word in (("and",) if finite else ("was", "were")):
            at = index + 2 if tokens[index + 1].text.endswith("ly") or tokens[index + 1].text == "later" else index + 1
            found = participle(tokens, at, table, auxiliary=True) or expression(tokens, at, table.after)
            return (found[0], at) if found and found[0] == "killed" else None
        if word in _ENDS:
            return None
    return None


def _behind_who(tokens: Sequence[Token], index: int, verb: str) -> int:
    """Where the sentence goes on behind a short clause of "who" without a border: "one man who shot at them was killed"; else `index`.

    `verb` is what agrees with the phrase, "was" or "were".
    """
    if index + 2 >= len(tokens) or tokens[index].text != "who":
        return index
    if tokens[index + 1].text in _GOES_ON and not tokens[index + 2].text.endswith("ing"):
        return index  # "who was killed", but "who were walking in the road were killed"
    for at in range(index + 2, min(len(tokens) - 1, index + 2 * _REACH)):
        word = tokens[at].text
        if word == "and" or (word == "," and (tokens[at + 1].text in _GOES_ON or tokens[at + 1].text[0].isupper())):
            continue  # "who fired at a patrol near Easton, Southland, was killed"
        if word.lower() in _ENDS or word == "," or (word[0].isdigit() and tokens[at - 1].text != "-"):
            return index
        if word == verb:
            return at
    return index


def _behind_aside(tokens: Sequence[Token], comma: int, table: Verbs) -> int:
    """The comma that closes an aside before a verb ("eight people, two of them children, were killed"); else the end."""
    for index in range(comma + 1, min(len(tokens) - 1, comma + 2 * _REACH)):
        if tokens[index].text == "," and tokens[index + 1].text.lower() in _GOES_ON:
            return index
        if expression(tokens, index, table.after):
            break  # "six civilians, a soldier and a guard lost their lives, and ten were hurt"
    return len(tokens)
