"""data/facts.csv: every fact, one a row, for spreadsheets (RFC 4180, UTF-8).

The rows are a digest: what needs nesting stands in data/briefings.jsonl only. A spreadsheet takes a cell that begins with
= + - @ for a formula, so words of an article that begin so get an apostrophe in front, as OWASP advises against "CSV
injection"; take it off to get the article's words. Numbers are numbers and get none.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec

from ..model import (
    ActorAttrs,
    Archive,
    AttributionAttrs,
    Briefing,
    EventAttrs,
    FileRequest,
    LocationAttrs,
    QuantityAttrs,
    RelationAttrs,
    TimeAttrs,
    WeaponAttrs,
)
from ..parts import first_sentences
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
    "relation",  # last, since it came last: whoever counts columns finds the others where they were
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None

#: For each class of attrs the columns that it fills: where among _ATTRS, and which field.
_FILLED: dict[type, tuple[tuple[int, str], ...]] = {
    cls: tuple((index, name) for index, name in enumerate(_ATTRS) if name in cls.__struct_fields__)
    for cls in (ActorAttrs, LocationAttrs, TimeAttrs, QuantityAttrs, WeaponAttrs, AttributionAttrs, EventAttrs, RelationAttrs)
}


def files(archive: Archive, settings: Settings) -> Iterator[FileRequest]:
    """Every fact as a row, the newest briefing's first."""
    rows = chain([_rows([COLUMNS])], (_rows(_facts(briefing, settings)) for briefing in archive.briefings))
    yield FileRequest("data/facts.csv", rows, _inputs(archive, settings))


def _inputs(archive: Archive, settings: Settings) -> bytes:
    """A digest of all that the rows say: a tenth of the work of writing them."""
    digest, encoder = hashlib.blake2b(settings.site_url.encode(), digest_size=16), msgspec.msgpack.Encoder()
    for briefing in archive.briefings:
        digest.update(encoder.encode(briefing))
    return digest.digest()


def _rows(rows: Iterable[Iterable[Cell]]) -> bytes:
    table = io.StringIO(newline="")
    csv.writer(table).writerows(rows)
    return table.getvalue().encode("utf-8")


def _facts(briefing: Briefing, settings: Settings) -> Iterator[list[Cell]]:
    """The rows of a briefing."""
    page, starts = _address.briefing(briefing, settings), first_sentences(briefing)
    head = [briefing.id, _cell(briefing.published), _cell(briefing.outlet)]
    for fact in briefing.facts:
        attrs: list[Cell] = [None] * len(_ATTRS)
        for index, name in _FILLED[type(fact.attrs)]:
            value = getattr(fact.attrs, name)
            attrs[index] = value if value is None else _cell(value)
        evidence = (fact.sentence, fact.span.start, fact.span.end, fact.rule, _cell(fact.inferred), fact.status, fact.id)
        sentence = f"{page}{_address.part(starts, fact.sentence)}#s{fact.sentence}"
        yield [
            *head, fact.kind, fact.key, _cell(fact.label), _cell(fact.quote), *attrs, *evidence, sentence,
            _cell(fact.attrs.relation) if isinstance(fact.attrs, LocationAttrs) else None,
        ]


def _cell(value: Any) -> Cell:
    """A value as a cell: yes or no as true and false, a list with semicolons, words made safe."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return _cell("; ".join(map(str, value)))
    return value if isinstance(value, int | float) else None
