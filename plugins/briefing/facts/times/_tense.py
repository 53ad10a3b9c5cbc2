"""The tense that the words around a time give to it: whether it is told as past or as still to come.

Reads words, no grammar: the nearest verb that shows its tense speaks for the time. Refuses to guess where none stands near.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...reading import Reading, Sentence
from .._lookup import word_set

#: Words that turn what stands beside them to the future ...
_FUTURE = word_set("""
    scheduled due expected planned planning plans slated upcoming targeted
    deadline ahead begin begins starts open opens expire expires resume resumes meet meets arrive arrives travels flies visits faces returns
    tomorrow next postponed delayed leaves ends comes takes goes closes hosts departs launches hopes intends wants
""")
_MODALS = word_set("will shall 'll ’ll would could may might must should can cannot")
#: These do so after "to" alone: by themselves they are nouns, too.
_AFTER_TO = word_set("start hold vote visit discuss attend travel face return plan leave take go testify decide appear announce")
#: ... and to the past; so does every word in -ed.
_PAST = word_set("""
    said told was were had did began came went took held met left hit shot fought won lost found made gave saw fell rose became wrote
    spoke sent brought struck ran got led paid put read drew broke flew stood sat cut died occurred since caught built bought withdrew
    overthrew sank dealt burst shook swept blew spread shut quit split hurt rang threw kept lay hung sold grew
""")
#: Past and infinitive in one form.
_SAME_IN_BOTH = word_set("hit put read cut let burst spread shut quit split hurt")
_IS = frozenset(("is", "are"))
_IS_OR_WAS = frozenset(("was", "were", "is", "are"))
_QUOTES = frozenset(('"', "“", "”", "``", "''"))
_BE = frozenset(("is", "are", "'s", "’s", "'re", "’re", "am"))
#: Words between a preposition and its time: "by the end of June".
_PHASES = word_set("the early late mid - end beginning start middle of")
_PREPOSITIONS = word_set("on in at by from before after during around late early")
#: Before a time these open a clause, the verb of which follows: "..., which on Friday will".
_OPENERS = word_set("that which who and but , ; : – — (")
_AFTER = frozenset(("after", "following"))
#: Within so many words of the time a verb speaks for it.
_REACH = 20


def direction(reading: Reading, sentence: Sentence, start: int, end: int) -> int:
    """Negative where a time is told as past, positive where it is still to come: 2 where the verb before it says so, 1 where
    only the one after it does, 0 where neither does."""
    words = reading.words(sentence)
    first = sentence.tokens[0]
    here = reading.token_at(start)
    behind = reading.token_at(end - 1)
    if here is None or behind is None:
        return 0
    before = _from_what_came_first(_this_side([t.text for t in words[max(0, here - first - _REACH) : here - first]]))
    after = [t.text for t in words[behind + 1 - first : behind + 1 - first + _REACH]]
    while before and before[-1] in _PHASES:
        before.pop()
    if before[-1:] == ["by"] or after[:1] == ["deadline"]:
        return max(1, _tense(before, range(len(before) - 1, -1, -1)))
    if before[-1:] in (["until"], ["till"]) and "from" not in before[-5:]:
        return _sign(_tense(before[-2:-1], range(len(before[-2:-1])))) or 1  # "lasted until" looks back, every other rather ahead
    if after[:1] in (["'s"], ["’s"]):
        after = [text for text in after if text in _MODALS]  # "Friday's ruling is binding" was given; "Sunday's vote will be close"
    told_after = _sign(_tense(after, range(len(after))))
    return (told_after if _opens(before) else 0) or _tense(before, range(len(before) - 1, -1, -1)) or told_after


def _this_side(before: list[str]) -> list[str]:
    """The words behind the last quotation mark: those beyond it are told by somebody else."""
    last = max((i for i, text in enumerate(before) if text in _QUOTES), default=-1)
    return before[last + 1 :]


def _from_what_came_first(before: list[str]) -> list[str]:
    """Without the words up to an "after" that names what the time dates: "will not reopen after a fire on August 31"."""
    last = max((i for i, text in enumerate(before) if text in _AFTER), default=-1)
    named = before[last + 1 : -1]
    return [] if last >= 0 and named and _tense(named, range(len(named))) == 0 else before


def _opens(before: list[str]) -> bool:
    """Whether a clause begins with the time: "and on Friday it", "that late Friday the"."""
    bare = before[:-1] if before and before[-1] in _PREPOSITIONS else before
    return bool(bare) and bare[-1] in _OPENERS


def _sign(tense: int) -> int:
    return (tense > 0) - (tense < 0)


def _tense(texts: list[str], order: Iterable[int]) -> int:
    """The tense of the first verb met: 2 or -2, and 1 where it may be today's news ("is meeting") or only meant ("to leave").

    A participle after "be" is still to come, and so is what "was to" happen; one after "is" ("is accused") tells nothing, and
    what "may have" happened is past.
    """
    for index in order:
        text, earlier = texts[index], texts[max(0, index - 2) : index]
        following = texts[index + 1 : index + 2]
        if text in _MODALS:
            return -2 if following == ["have"] else 2
        if text in _FUTURE or (text in _IS_OR_WAS and following == ["to"]):
            return 2
        if text in _BE and following and following[0].endswith("ing"):
            return 1
        if text in _SAME_IN_BOTH and (earlier[-1:] == ["to"] or not _MODALS.isdisjoint(earlier)):
            return 2  # "will shut"
        if text in _AFTER_TO and earlier[-1:] == ["to"]:
            return 1
        participle = text.endswith("ed") and len(text) > 4 and text.islower()
        if participle and (not _IS.isdisjoint(earlier) or earlier[-1:] == ["and"]):
            continue  # of "be signed and ratified" the first word tells
        if participle or text in _PAST:
            return 2 if "be" in earlier else -2
    return 0
