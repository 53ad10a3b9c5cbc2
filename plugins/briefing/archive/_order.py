"""The archive's orders. Each is total, so that two builds of the same input agree to the byte."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from slugify import slugify

from ..model import Briefing

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?!\d)")


def newest_first(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    """Newest first, undated last, then by id.

    Dates are compared as the sources state them: a zone is not converted, for most sources state none.
    """
    by_id = sorted(briefings, key=lambda briefing: briefing.id)
    return tuple(sorted(by_id, key=lambda briefing: briefing.published or "", reverse=True))


def day_number(iso: str | None) -> int | None:
    """The day of a date as a number, to count days between two; None where the source does not state a day."""
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None


def by_month(ordered: Iterable[Briefing]) -> dict[str, tuple[Briefing, ...]]:
    """ "2023-11" -> its briefings, in the order given; a date without a month is in none."""
    months: dict[str, list[Briefing]] = {}
    for briefing in ordered:
        match = _MONTH.match(briefing.published or "")
        if match:
            months.setdefault(match[0], []).append(briefing)
    return {month: tuple(months[month]) for month in sorted(months, reverse=True)}


def by_section(ordered: Iterable[Briefing]) -> dict[str, tuple[str, tuple[Briefing, ...]]]:
    """Section key -> its name as most briefings write it, and its briefings in the order given; by key.

    "WORLD" and "World" are one section. A name without a letter or digit goes under "other".
    """
    members: dict[str, list[Briefing]] = {}
    names: dict[str, Counter[str]] = {}
    for briefing in ordered:
        name = " ".join((briefing.section or "").split())
        if name:
            key = slugify(name, max_length=80) or "other"
            members.setdefault(key, []).append(briefing)
            names.setdefault(key, Counter())[name] += 1
    return {key: (_most_used(names[key]), tuple(members[key])) for key in sorted(members)}


def _most_used(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))
