"""CSV files of lexicon/data: a header row, then rows; lines that begin with # say where the data comes from."""

from __future__ import annotations

import csv
from pathlib import Path


def read_table(path: Path) -> tuple[dict[str, str], ...]:
    """The rows of one file, by column. A row that is short has empty columns; ValueError where one is too long."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(line for line in file if not line.startswith("#"))
        header = next(reader, [])
        rows = [row for row in reader if row]
    width = len(header)
    for row in rows:
        if len(row) > width:
            raise ValueError(f"{path.name}: {len(row)} columns where the header has {width}: {row}")
    return tuple(dict(zip(header, row + [""] * (width - len(row)), strict=True)) for row in rows)


def read_tables(folder: Path) -> dict[str, tuple[dict[str, str], ...]]:
    """Every table of a folder by its file's stem, in the order of names."""
    return {path.stem: read_table(path) for path in sorted(folder.glob("*.csv"))}
