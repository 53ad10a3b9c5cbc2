"""The toll of an event: which counts of dead, injured, missing, captured and displaced are its own.

A count of the event's sentence is its own unless the words put it elsewhere. Refused: a part of another count ("12 dead, including 3
children"; the two in "a leader and two others"), the toll of earlier deeds ("a commander who killed nine"), a count of another day,
one known person beside a count ("he", a name).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ...model import QuantityFact
from .._syntax.clauses import Line, Placed
from .._syntax.grammar import words

EARLIER = "quantities.earlier"
KNOWN = "quantities.known"
HARM = ("killed", "injured", "missing")
ROLES = ("killed", "injured", "missing", "captured", "displaced")
_PARTS = words("including among")
_PRONOUNS = ("he", "she")  #: whoever is shot may die in a hospital elsewhere
_NO_YEAR = re.compile(r"XXXX-\d\d(?:-\d\d)?")  #: "in May", in a report that does not say when it was written
_DAY = 10  #: characters of a date to the day
_REACH = 6
_FIRST_SENTENCES = 8
_LETHAL = ("kill", "die", "dead", "death", "left", "leav", "claim")  #: how words begin that tell deaths
_NEAR = 3  #: tokens


def own(line: Line, start: int, held: Sequence[Placed], date: str | None, *, news: bool = False) -> Iterator[QuantityFact]:
    """The counts of a sentence that are those of an event; `start` is the event's first token, `held` the sentence's quantities.

    What is the report's `news` may have happened on whatever day its own sentence tells.
    """
    counts = [item for item in held if isinstance(item.fact, QuantityFact) and item.fact.attrs.role in ROLES]
    for item in counts:
        fact = item.fact
        if not isinstance(fact, QuantityFact) or _within(item, counts) or _part(line, item, counts) or _beside(item, counts):
            continue
        another = _of_another_day(fact, date) and not (news and fact.rule != EARLIER and _is_told(line, start, item))
        if not _deed_of_others(line, start, item) and not another:
            yield fact


def _within(item: Placed, counts: Iterable[Placed]) -> bool:
    """Whether a longer count of the same fate holds it: "two others" in "a leader and two others"."""
    return any(other.start <= item.start and item.end <= other.end and other.end - other.start > item.end - item.start
               and _role(other) == _role(item) for other in counts)


def _beside(item: Placed, counts: Iterable[Placed]) -> bool:
    """Whether it is one known person, and others are counted: "Lee died with two others" where no sum is told."""
    return item.fact.rule == KNOWN and any(other.fact.rule not in (KNOWN, EARLIER) and _role(other) == _role(item) for other in counts)


def _part(line: Line, item: Placed, counts: Iterable[Placed]) -> bool:
    """Whether it is told as a part of a count before it: "12 dead, including 3 children", "five people, two of them children"."""
    earlier = any(other.end <= item.start and _role(other) == _role(item) for other in counts)
    listed = not _PARTS.isdisjoint(line.low[max(0, item.start - _REACH) : item.start])
    return earlier and (listed or line.low[item.end : item.end + 2] in (("of", "them"), ("of", "whom")))


def _role(item: Placed) -> str:
    return item.fact.attrs.role if isinstance(item.fact, QuantityFact) else ""


def _deed_of_others(line: Line, start: int, item: Placed) -> bool:
    """Whether "who" or "whose" opens a clause between the event and the count: "arrested a man who killed nine"."""
    return any(line.low[at] in ("who", "whose") for at in range(start, item.start))


def _is_told(line: Line, start: int, item: Placed) -> bool:
    """Whether the trigger itself tells the deaths, on whatever day: "killed nine last month", "nine were killed in May"."""
    near = item.start - start if item.start > start else start - item.end + 1
    return line.low[start].startswith(_LETHAL) and 0 < near <= _NEAR


def _of_another_day(fact: QuantityFact, date: str | None) -> bool:
    """Whether the count is of a time that is not the event's: an earlier deed's, a year's."""
    time = fact.attrs.time
    if fact.rule == EARLIER:
        return True
    if time is None or time in ("PRESENT_REF", date):
        return False
    if time == "PAST_REF" or time.endswith("/.."):
        return True
    if _NO_YEAR.fullmatch(time):
        return len(time) < _DAY if date is None or len(date) < _DAY else date[4:_DAY] != time[4:]
    if not time[:4].isdigit():
        return False
    if date is None or len(date) < _DAY:
        return len(time) < _DAY and time != date  # a year's or a month's toll, or what happened once: news tells its day
    return time[:_DAY] != date[:_DAY]


def told_elsewhere(counts: Sequence[QuantityFact], date: str | None, agrees: Callable[[str | None], bool]) -> tuple[QuantityFact, ...]:
    """What title and first sentences count of those harmed, for an event whose own words count nobody: of each fate the first count.

    `counts` are those that no other event has for its own; `agrees` tells whether a place may be the event's.
    """
    fitting = [fact for fact in counts if fact.attrs.role in HARM and fact.sentence <= _FIRST_SENTENCES
               and (fact.quote.lower() in _PRONOUNS or agrees(fact.attrs.place)) and not _of_another_day(fact, date)]
    fitting = [fact for fact in fitting if not any(_inside(fact, other) for other in fitting)]
    fitting.sort(key=_doubt)
    found: dict[str, QuantityFact] = {}
    for fact in fitting:
        found.setdefault(fact.attrs.role, fact)
    return tuple(sorted(found.values(), key=lambda fact: fact.span))


def whole(fact: QuantityFact, counts: Sequence[QuantityFact]) -> QuantityFact:
    """The longest count of the same fate that holds a count, or the body's same count of one in the title; else the count itself."""
    told = [fact, *(other for other in counts if not fact.sentence and other.sentence and _same(fact, other))]
    held = (other for other in counts if other == fact or any(_inside(one, other) for one in told))
    return max(held, key=lambda other: other.span.end - other.span.start)


def _same(fact: QuantityFact, other: QuantityFact) -> bool:
    ours, theirs = fact.attrs, other.attrs
    return (ours.role, ours.min, ours.max) == (theirs.role, theirs.min, theirs.max) and other.rule != EARLIER


def _inside(fact: QuantityFact, other: QuantityFact) -> bool:
    """Whether a longer count of the same fate holds a count."""
    same, ours, theirs = fact.attrs.role == other.attrs.role, fact.span, other.span
    return same and theirs.start <= ours.start and ours.end <= theirs.end and ours != theirs


def _doubt(fact: QuantityFact) -> int:
    """Numbers first, then "a soldier", then whom the article knows, then "no casualties", which may be one side's, then "several"."""
    if fact.attrs.min is None and fact.attrs.max is None:
        return 4
    if fact.attrs.max == 0:
        return 3
    return {KNOWN: 2, "quantities.one": 1}.get(fact.rule, 0)
