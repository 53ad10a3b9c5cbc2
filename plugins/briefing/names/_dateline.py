"""The names of a dateline: its place and its news agency."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon import Lexicon
from ..reading import Reading
from ..tagger import SILENT, Tags
from ._name import Draft, NameClass

_WEIGHT = 9.0  # the source's layout says it, so no rule on words overrides it


def find(reading: Reading, lexicon: Lexicon, tags: Tags = SILENT) -> Iterator[Draft]:
    """At most one place and one agency, which is nobody unless the lexicon knows it; nothing without a dateline in the text."""
    line = reading.article.dateline
    if line is None or line.span is None:
        return
    text = reading.text[line.span.start : line.span.end]
    printed = reading.article.text[line.span.start : line.span.end]
    if line.place and (at := printed.find(line.place)) >= 0:
        start = line.span.start + at
        city = text[at : at + len(line.place)].split(",")[0].split("/")[0].strip()
        named = next((m for m in lexicon.find(city) if m.end == len(city) and m.start == 0 and m.entity.kind == "location"), None)
        yield Draft(start, start + len(city), city.title() if city.isupper() else city, "place", _WEIGHT, "names.dateline", "settlement",
                    known=named.entity if named else None)
    if line.agency and (at := printed.rfind(line.agency)) >= 0:
        start, agency = line.span.start + at, text[at : at + len(line.agency)]
        known = next((m.entity for m in lexicon.find(agency) if m.entity.kind == "actor"), None)
        # Brackets alone make no agency: "(Update)" may stand there too.
        kind: NameClass = "organisation" if known else "other"
        yield Draft(start, start + len(agency), agency, kind, _WEIGHT, "names.dateline", "media", known=known)
