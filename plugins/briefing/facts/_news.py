"""What is news and what is background: which of an article's events it reports, and which explain it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ..model import EventFact, TimeFact
from ._clauses import Line
from ._triggers import Found

_OLD = frozenset(("previous", "previously", "earlier", "past", "recent", "former", "last", "since", "historic", "formerly", "ago", "prior"))
#: An event dated this long before the report explains the news rather than being it.
_STALE = timedelta(days=14)
_LEAD_LINES = 3


def is_background(line: Line, found: Found, when: TimeFact | None, reported: str | None) -> bool:
    """Whether the trigger is told as what came before: in the past perfect, with an old date, as "previous", "recent"."""
    if found.group is not None and found.group.perfect_past:
        return True
    before = line.low[max(0, found.start - 3) : found.start]
    if any(word in _OLD for word in before):
        return True
    if when is None or not when.attrs.value or not reported:
        return False
    return when.attrs.value.startswith("/") or _stale(when.attrs.value, reported)


def _stale(value: str, reported: str) -> bool:
    """Whether an ISO value, to the year, the month or the day, lies well before the day of the report."""
    first = value.split("/")[0][:10]
    if "W" in first or not first[:4].isdigit():
        return False
    if len(first) < 10:
        return first < reported[: len(first)]
    try:
        return date.fromisoformat(reported[:10]) - date.fromisoformat(first) > _STALE
    except ValueError:
        return False


def main_event(facts: Sequence[EventFact], lines: Sequence[int]) -> int | None:
    """The index of the event that the article reports; None where it reports none.

    `lines` gives each fact's paragraph, 0 for the title. The title says which class of event is news; the lead tells it
    with its place and date, so the lead's mention of that class is chosen, else the title's, else the first that is news.
    """
    fresh = [i for i, fact in enumerate(facts) if not fact.attrs.background]
    titled = [i for i in fresh if lines[i] == 0]
    lead = [i for i in fresh if lines[i] == 1]
    for i in titled:
        same = [j for j in lead if facts[j].attrs.type == facts[i].attrs.type]
        if same:
            return max(same, key=lambda j: (_told(facts[j]), -j))
    for early in (titled, lead, [i for i in fresh if lines[i] <= _LEAD_LINES]):
        if early:
            return next((i for i in early if facts[i].rule != "events.noun"), early[0])
    return None


def _told(fact: EventFact) -> int:
    """How many of who, to whom, where and when an event tells."""
    attrs = fact.attrs
    return bool(attrs.source) + bool(attrs.target) + bool(attrs.location) + bool(attrs.date)
