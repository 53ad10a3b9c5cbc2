"""What editors did to the facts of a briefing, in words: a correction that nobody can see earns no trust."""

from __future__ import annotations

import msgspec

from ..model import Amendment
from . import _dates
from ._part import Part

_DONE = {"review": "checked", "set": "corrected", "remove": "removed", "add": "added"}


class Amended(msgspec.Struct, frozen=True, gc=False):
    """One amendment."""

    href: str  #: of the first mark that it left, or ""
    what: str  #: the fact's kind and words
    words: str


def amended(amendment: Amendment, part: Part) -> Amended:
    """An amendment for the list of them, seen from a page of the briefing."""
    first = amendment.facts[0] if amendment.facts else ""
    href = f"{part.to(part.of(0, first))}#{first}" if first else ""
    return Amended(href, f"{amendment.kind} “{amendment.quote}”", words(amendment))


def words(amendment: Amendment) -> str:
    """ "corrected by A. Editor on 22 November 2023: the role as the Pentagon has it"."""
    date = _dates.date(amendment.date)
    when = date.words if date else amendment.date
    done = f"{_DONE[amendment.action]} by {amendment.by or 'an editor'}{f' on {when}' if when else ''}"
    return f"{done}: {amendment.note}" if amendment.note else done
