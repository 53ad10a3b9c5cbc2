"""The events of a briefing as things to list: mentions of one event class by one party against another stand together.

A mention that names no participant, place, date or count tells nothing that a list could hold; such mentions stand
behind the rest, one row a class, so that every mark in the text still has its row. Nothing is stated here that a sentence
does not say: an event has the article's own words, and with them who says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..event_names import event_name, says_mode
from ..model import EventFact
from ._asked import Asked

_WORDS = 6  #: of the article's own words for an event
_PLACES = 3

def name(event: EventFact) -> str:
    """What a class of events is called: "Violence", "Arrest"."""
    return event_name(event.attrs.type, event.attrs.mode)


def thing(event: EventFact) -> tuple:
    """Mentions with the same thing stand together: one class, the same parties; where none is named, the same place
    or, with no place, the same date."""
    attrs = event.attrs
    if passing(event):
        return (name(event),)
    place = None if attrs.source or attrs.target else attrs.location or attrs.date
    return (name(event), attrs.source, attrs.target, place, attrs.background)


def passing(event: EventFact) -> bool:
    """Whether a mention tells nothing but its class."""
    attrs = event.attrs
    return not (attrs.source or attrs.target or attrs.location or attrs.date or attrs.quantities)


def says(asked: Asked, events: Sequence[EventFact]) -> tuple[str, Iterable[str]]:
    """What a row of events is called, and what is said of them."""
    parts = _parties(asked, events[0])
    mode = None if says_mode(events[0].attrs.type, events[0].attrs.mode) else events[0].attrs.mode
    words = {quote.casefold(): quote for quote in (asked.words(event.span) for event in reversed(events))}
    quoted = ", ".join(f"“{quote}”" for quote in list(reversed(words.values()))[:_WORDS])
    told = (
        quoted,
        "" if mode is None or mode in words else mode.replace("-", " "),
        _listed("in ", (asked.label(event.attrs.location) for event in events)),
        _listed("", (asked.day(event.attrs.date) for event in events)),
        *dict.fromkeys(asked.hedge(event.span) for event in events),
    )
    return f"{name(events[0])}: {parts}" if parts else name(events[0]), told


def _parties(asked: Asked, event: EventFact) -> str:
    """Who did it to whom: "A → B"; what the article leaves open is left open: "… → B"."""
    source, target = (", ".join(asked.label(key) for key in keys) for keys in (event.attrs.source, event.attrs.target))
    return f"{source or '…'} → {target}" if target else source


def _listed(before: str, labels: Iterable[str]) -> str:
    found = [label for label in dict.fromkeys(labels) if label]
    shown = ", ".join(found[:_PLACES])
    return f"{before}{shown}{' and elsewhere' if before and len(found) > _PLACES else ''}" if shown else ""
