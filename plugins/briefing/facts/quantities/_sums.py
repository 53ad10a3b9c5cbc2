"""Sums of those who shared a fate: "a woman and two children" are three; "a leader was killed. A second rebel also died": two.

A sum stands for its parts, of which those with a number of their own are kept beside it. Refused: a list whose first is the total of
the others, and over sentences those whom an earlier number may hold, or who died in another place or on another day.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from ...reading import Reading
from .._lookup import word_set
from ._phrase import Item, Phrase
from ._sides import FIGHTERS, FORCES, are_apart, sides
from ._words import FIRST

_HARM = frozenset(("killed", "injured"))
#: Who somebody is: "the rebel leader Omar Lodin and two others".
NAMED = r"(?: [A-Z][\w'’.-]*){0,4}"
_INSIDE = r"(?:[^.;:\d]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z][a-z])\.)"  #: "Col. Omar Lodin"
_ASIDE = rf"(?:, {_INSIDE}{{2,120}},| [–—-] {_INSIDE}{{2,120}} [–—-])"
_WHERE = r"(?: (?:in|on|at|near|aboard|from|of|for) (?:[^.;:,\d]|\d+(?:st|nd|rd|th)\b){1,70}?)?"
_JOINS = r"(?:and|as well as) (?:his |her |their |the |a )?"
ASIDE_AND = re.compile(rf"{_WHERE}{_ASIDE} {_JOINS}")
#: Between the first of a list and "his brother", with who the first is and where.
ASIDE_HIS = re.compile(rf"{NAMED}{_WHERE}(?:, [^.;:,\d]{{2,60}})?, ")
#: Between two of a list; the second may stand behind who the first is: "the leader, a bomb maker, and two others".
LISTED = re.compile(rf"{NAMED}{_WHERE}(?:,|{_ASIDE})? {_JOINS}|, ")
#: Between one who died and those who died too: "was killed along with two others".
WITH = re.compile(
    r"[^.;:]{0,160}? (?:(?:along|together) with|alongside|(?:died|killed) with) (?:his |her |their |the |a )?"
    r"|[^.;:]{0,60}, as (?:was|were) ")
_CLOSING = re.compile(r" (?:and|as|with|alongside) |; ")
_TOTAL = re.compile(r"\b(?:people|persons|dead|casualties|victims|deaths)\Z")
#: What marks those who come to somebody told of before: in their own words, right before, right behind.
FURTHER = re.compile(r"(?:another|(?:a|the) (?:second|third|fourth|fifth|sixth))\b", re.IGNORECASE)
AND = re.compile(r"[^.;:\d]{0,100}(?: and| while|;) ")
_MORE = re.compile(rf"\A{FURTHER.pattern}|\b(?:additional|more|others?|further)\b", re.IGNORECASE)
_ALSO_BEFORE = re.compile(r"\balso (?:\w+ )?(?:an? |the )?\Z")
#: ... and in the subject of the verb, of which the first was told before: "the second strike killed one".
_NEXT = r"[Tt]he (?:second|third|fourth|last|other) [^.;:,\d]{1,60}"
_NEXT_BEFORE = re.compile(rf"{_NEXT}\Z")
_AND_NEXT = re.compile(rf"[^.;:\d]{{0,60}} (?:and|while) {_NEXT}")
_ALSO_BEHIND = re.compile(
    r"[^.;:]{0,40}?(?: (?:was|were|has been|have been))? also |[^.;:]{0,80} as well\b"
    r"| more (?:were|was|have|had|died)\b")
_THEIRS = re.compile(r" of (?:his|her|their)\b")
#: Who else they are: "eight of the attackers".
_OF_THEM = re.compile(r"(?: of the(?: [\w-]+){1,3})?")
#: Whom soldiers kill, who says nothing else of them: "the soldiers fought back and killed five".
_KILLING = re.compile(r"\bkill(?:ed|ing|s) \Z", re.IGNORECASE)
#: Of those who "have died" nobody knows since when, and a clause of "which", or what "he" did, may tell of any day.
_PERFECT = re.compile(r"[^.;:]{0,40}? (?:has|have|had)\b")
_DESCRIBES = re.compile(r"\A(?:He|She|His|Her)\b|\b(?:which|that|who|whose|where|when|has|have|had)\b")
#: Who was hurt is in no toll of the dead.
_OF_WOUNDED = re.compile(r" of the (?:\w+ )?(?:wounded|injured)\b")
_WOUNDED = re.compile(r"\b[Tt]he (?:wounded|injured) [a-z]+\b")
#: Where another event begins.
_APART = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|meanwhile|unrelated|(?:another|different) (?:incident|attack|operation|day))\b", re.IGNORECASE)
_NEAR = 3  #: sentences
_LED = 200  #: how far, in code points, a subject is looked for
_OPENERS = FIRST | word_set("the another his her their both")
_PERSONS = (None, "person", "troop")
#: Of "two more deaths" nobody knows since when.
_LOOSE = ("quantities.earlier", "quantities.noun")


def summed(reading: Reading, items: Iterable[Item]) -> list[Item]:
    """The items, with the sum beside each list within a sentence that shares a fate; in text order."""
    kept: list[Item] = []
    row: list[Item] = []
    for item in items:
        if item.role not in _HARM:
            kept.append(item)
            continue
        if row and not _adds(reading, row[-1], item):
            kept += _with_sum(reading, row)
            row = []
        row.append(item)
    return sorted(kept + _with_sum(reading, row), key=lambda item: (item.phrase.start, -item.phrase.end))


def _adds(reading: Reading, item: Item, after: Item) -> bool:
    """Whether two items are neighbours in one list of those who were killed, or of those who were hurt."""
    one, other, text = item.phrase, after.phrase, reading.text
    if not (_is_stated(item) and _is_stated(after) and item.role == after.role and one.sentence == other.sentence):
        return False
    further = bool(_MORE.search(text[other.start : other.end])) or are_apart(_sides(reading, one), _sides(reading, other))
    if (further and AND.fullmatch(text, one.end, other.start)) or _is_his(reading, one, other):
        return True
    return any(between.fullmatch(text, one.end, other.start) for between in (LISTED, WITH, _AND_NEXT))


def _is_his(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """Whether the second is a relative or a companion of the first: "the leader, Omar Lodin, his brother"."""
    return other.by == "his" and ASIDE_HIS.fullmatch(reading.text, one.end, other.start) is not None


def _sides(reading: Reading, phrase: Phrase) -> frozenset[str]:
    """The sides of those whom a phrase counts."""
    behind = _OF_THEM.match(reading.text, phrase.end)
    told = sides(reading.text[phrase.start : behind.end() if behind else phrase.end])
    led = reading.text[max(reading.sentences[phrase.sentence].start, phrase.start - _LED) : phrase.start]
    return FIGHTERS if phrase.bare and not told and _KILLING.search(led) and sides(led) == FORCES else told


def _is_stated(item: Item) -> bool:
    return item.phrase.low is not None and item.phrase.high in (item.phrase.low, None)


def _with_sum(reading: Reading, row: Sequence[Item]) -> list[Item]:
    """A list's items, with their sum where the list is closed by "and" and its first is no total of the others."""
    if len(row) < 2:
        return list(row)
    names = [item for item in row if item.phrase.by == "name"]
    if len(names) > 1 and row[0].phrase.low == len(names):
        row = [item for item in row if item not in names]  # "two leaders, Omar Lodin and Hamid Dar, and their driver"
    first = row[0].phrase
    values = [item.phrase.low or 0.0 for item in row]
    of_total = len(row) > 2 and _TOTAL.search(reading.text[first.start : first.end])
    parted = len(row) > 2 or not _CLOSING.match(reading.text, first.end)  # "six people, two men and four boys"
    if of_total or (parted and values[0] == sum(values[1:]) > 1) or not _closed(reading, row):
        return list(row)
    return [_total(row), *(item for item in row if item.phrase.by == "number")]


def _total(row: Sequence[Item]) -> Item:
    first, last = row[0].phrase, row[-1].phrase
    low = sum(item.phrase.low or 0.0 for item in row)
    high = low if all(item.phrase.high is not None for item in row) else None
    whole = msgspec.structs.replace(first, end=last.end, low=low, high=high, last_token=last.last_token, bare=last.bare, by="number")
    return Item(whole, row[0].role, "quantities.sum")


def _closed(reading: Reading, row: Sequence[Item]) -> bool:
    """Whether a list has ended: "and two guards"; in a title "kills doctor, five others" and "chief, two guards killed"."""
    first, before, last = row[0].phrase, row[-2].phrase, row[-1].phrase
    if _CLOSING.search(reading.text, before.end, last.start) or reading.tokens[last.last_token].text == "others":
        return True
    return reading.sentences[last.sentence].paragraph == 0 and first.by != "number" and last.by == "number"


def over_sentences(reading: Reading, items: Sequence[Item], settings: Mapping[int, Collection[str]]) -> list[Item]:
    """The items, with a sum of one who came to harm and of those who are told to have shared it in the sentences that follow.

    `settings` holds the places and days that a sentence names: another one than before is of another event.
    """
    found, text = list(items), reading.text
    before: dict[str, Item] = {}
    reach: dict[str, int] = {}  # the last sentence that the item before lies in
    for item in items:
        role, at = item.role, item.phrase.sentence
        told = role in _HARM and _is_stated(item) and item.phrase.unit.name in _PERSONS and item.rule not in _LOOSE
        if not told or not reading.sentences[at].paragraph:
            continue
        known = before.get(role)
        if known is not None and item.phrase.end <= known.phrase.end:
            continue  # a part of a sum
        here = set(settings.get(at, ()))
        near = known is not None and 0 < at - reach[role] <= _NEAR and here.issubset(settings.get(known.phrase.sentence, ()))
        if known is not None and near and (_comes_to(reading, known, item) or _is_opposed(reading, known, item, settings)):
            item = msgspec.structs.replace(_total((known, item)), label=f"{_words(text, known)} and {_uncapped(_words(text, item))}")
            found.append(item)
        before[role], reach[role] = item, at
    return found


def _words(text: str, item: Item) -> str:
    return item.label or " ".join(text[item.phrase.start : item.phrase.end].split())


def _uncapped(words: str) -> str:
    """Words that began a sentence as they stand within one, but for a name: "Two others" is "two others"."""
    first = words.partition(" ")[0]
    return words[:1].lower() + words[1:] if first.lower() in _OPENERS else words


def _comes_to(reading: Reading, known: Item, item: Item) -> bool:
    """Whether an item counts others than the one told of before, who shared the fate."""
    text, phrase, sentence = reading.text, item.phrase, reading.sentences[item.phrase.sentence]
    name = reading.tokens[known.phrase.last_token].text
    told_again = re.search(rf"{re.escape(name)}(?!['’])", text[phrase.start : phrase.end])  # "killed Lodin. ... killing Lodin and three"
    if (name[0].isupper() and told_again) or _APART.search(text, sentence.start, sentence.end):
        return False
    also = _ALSO_BEFORE.search(text, sentence.start, phrase.start) or _ALSO_BEHIND.match(text, phrase.end, sentence.end)
    following = _NEXT_BEFORE.search(text, sentence.start, phrase.start)
    more = _MORE.search(text[phrase.start : phrase.end]) or _THEIRS.match(text, phrase.end)
    single = known.phrase.low == 1 or known.rule == "quantities.sum"
    survived = _OF_WOUNDED.search(text[phrase.start : phrase.end]) or _WOUNDED.search(text[sentence.start : phrase.end])
    return bool(also or following or survived) or (single and more is not None)


def _is_opposed(reading: Reading, known: Item, item: Item, settings: Mapping[int, Collection[str]]) -> bool:
    """Whether an item counts the other side's dead of the same fight: no sentence since the one told of before leads elsewhere."""
    text, phrase, sentence = reading.text, item.phrase, reading.sentences[item.phrase.sentence]
    since = (setting for at in range(known.phrase.sentence + 1, phrase.sentence + 1) for setting in settings.get(at, ()))
    if not set(settings.get(known.phrase.sentence, ())).issuperset(since) or _APART.search(text, known.phrase.end, sentence.end):
        return False
    told = not _DESCRIBES.search(text[sentence.start : phrase.start]) and not _PERFECT.match(text, phrase.end, sentence.end)
    return told and are_apart(_sides(reading, known.phrase), _sides(reading, phrase))
