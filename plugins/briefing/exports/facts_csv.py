"""data/facts.csv: every fact, one a row, for spreadsheets (RFC 4180, UTF-8).

The rows are a digest: what needs nesting stands in data/briefings.jsonl only. A spreadsheet takes a cell that begins with
= + - @ for a formula, so words of an article that begin so get an apostrophe in front, as OWASP advises against "CSV
injection"; take it off to get the article's words. Numbers are numbers and get none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from ..model import Archive, Briefing, ExportFile, Fact
from ..settings import Settings
from . import _address

#: Fields of `attrs` that are one value or a list of keys, whatever the kind.
_ATTRS = (
    "type", "form", "role", "mode", "value", "min", "max", "unit", "of", "place", "time", "country", "lat", "lon", "precision",
    "location", "date", "source", "target", "weapons", "predicate", "subject", "object", "speaker_key", "source_class", "main",
)
COLUMNS = (
    "briefing", "published", "outlet", "kind", "key", "label", "quote", *_ATTRS, "sentence", "start", "end", "rule", "inferred",
    "status", "id", "url",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None


def files(archive: Archive, settings: Settings) -> Iterator[ExportFile]:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for briefing in archive.briefings:
        writer.writerows(_row(briefing, fact, settings) for fact in briefing.facts)
    yield ExportFile("data/facts.csv", table.getvalue().encode("utf-8"))


def _row(briefing: Briefing, fact: Fact, settings: Settings) -> tuple[Cell, ...]:
    attrs = (_cell(getattr(fact.attrs, name, None)) for name in _ATTRS)
    evidence = (fact.sentence, fact.span.start, fact.span.end, fact.rule, _cell(fact.inferred), fact.status, fact.id)
    return (
        briefing.id, _cell(briefing.published), _cell(briefing.outlet), fact.__struct_config__.tag, _cell(fact.key), _cell(fact.label),
        _cell(fact.quote), *attrs, *evidence, f"{_address.briefing(briefing, settings)}#s{fact.sentence}",
    )


def _cell(value: Any) -> Cell:
    """A value as a cell: yes or no as true and false, a list with semicolons, words made safe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value if isinstance(value, str | int | float) else None
