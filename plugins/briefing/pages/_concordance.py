"""Every mention of an entry in its sentence, newest briefing first, grouped by briefing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

import msgspec

from ..model import Entry, Mention
from ..parts import Parts
from . import _context, _dates, _paths
from ._views import Date

#: Sentences of one briefing that are shown; the rest is a step away, on its page.
_LINES = 25
#: Bytes around a briefing's title.
_HEADING = 350


class Group(msgspec.Struct, frozen=True):
    """The mentions in one briefing."""

    href: str
    title: str
    date: Date | None
    outlet: str
    lines: tuple[_context.Line, ...]
    more: int  #: sentences that are not shown


def briefings_of(entry: Entry) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of an entry, those of one briefing together."""
    return tuple(tuple(found) for _, found in groupby(entry.mentions, key=lambda mention: mention.briefing.id))


def weight(mentions: tuple[Mention, ...]) -> int:
    """About how many bytes the mentions in one briefing come to."""
    briefing = mentions[0].briefing
    sentences = islice(dict.fromkeys(mention.fact.sentence for mention in mentions), _LINES)
    return _HEADING + _context.size(briefing.title) + sum(_context.weight(briefing, sentence) for sentence in sentences)


def groups(found: Iterable[tuple[Mention, ...]], long: Parts, up: str) -> Iterator[Group]:
    """The concordance of these briefings, ready to print."""
    for mentions in found:
        briefing = mentions[0].briefing
        by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            by_sentence.setdefault(mention.fact.sentence, []).append(mention)
        lines = tuple(
            _context.line(briefing, sentence, (m.fact.span for m in marked), up + _paths.sentence(briefing.id, sentence, long))
            for sentence, marked in list(by_sentence.items())[:_LINES]
        )
        yield Group(
            href=up + _paths.briefing(briefing.id), title=briefing.title, date=_dates.date(briefing.published),
            outlet=briefing.outlet or "", lines=lines, more=len(by_sentence) - len(lines),
        )
