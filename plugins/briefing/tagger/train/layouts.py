"""Texts made from patterns: what news agencies print, and general corpora hold little of.

layouts.txt has the patterns, fillers.csv what fills their slots. Every name in a made text is marked, since the slot says
what it is. Nothing here is taken from an article.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from .corpus import CLASSES, Mark, Text

HERE = Path(__file__).parent
_SLOT = re.compile(r"\{(\w+)(?:#(\d+))?\}")
_REPEAT = re.compile(r"\[(\d+)\] ")
_PERSON = ("person", "surname")  #: of one number: a person, in full and by the family name


class Slot(NamedTuple):
    """What may stand in a place of a pattern."""

    kind: str  #: of CLASSES; empty for what is no name
    choices: Sequence[str]  #: may hold slots


def blocks(path: Path = HERE / "layouts.txt") -> list[str]:
    """The patterns, a text each."""
    lines = (line for line in path.read_text("utf-8").split("\n") if not line.startswith("#"))
    return [block for part in "\n".join(lines).split("\n\n") if (block := part.strip("\n"))]


def fillers(pools: Mapping[str, Sequence[str]], path: Path = HERE / "fillers.csv") -> dict[str, Slot]:
    """Every slot: those of the table, and `pools` as plain lists. ValueError where a class or a slot is unknown."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    slots = {name: Slot("", choices) for name, choices in pools.items()}
    slots.update({row["slot"]: Slot(row["class"], row["choices"].split("|")) for row in rows})
    for name, slot in slots.items():
        used = {match[1] for choice in slot.choices for match in _SLOT.finditer(choice)} if name not in pools else set()
        if slot.kind not in ("", *CLASSES) or used - slots.keys():
            raise ValueError(f"{path.name}: slot {name!r} is of class {slot.kind!r} and holds {sorted(used - slots.keys())}")
    return slots


class Layouts:
    """Makes texts from patterns."""

    def __init__(self, slots: Mapping[str, Slot], patterns: Sequence[str]) -> None:
        unknown = sorted({m[1] for p in patterns for m in _SLOT.finditer(p)} - slots.keys())
        if unknown:
            raise ValueError(f"patterns with unknown slots: {unknown}")
        self._slots, self._patterns = slots, patterns

    def fill(self, slot: str, random: Random) -> str:
        """One filling of a slot."""
        return _SLOT.sub(lambda m: self.fill(m[1], random), random.choice(self._slots[slot].choices))

    def make(self, pattern: str, random: Random) -> Text:
        """A text from a pattern, with its names marked."""
        pieces, marks, at, bound = list[str](), list[Mark](), 0, dict[tuple[str, str], str]()
        for text, slot, number in _parts(_repeated(pattern, random)):
            words = self._bound(slot, number, bound, random) if slot else text
            if slot and (kind := self._slots[slot].kind):
                marks.append(Mark(at, at + len(words), kind))
            pieces.append(words)
            at += len(words)
        return Text("".join(pieces), tuple(marks))

    def texts(self, count: int, random: Random) -> list[Text]:
        """So many texts, every pattern as often as another."""
        order = [pattern for _ in range(count // len(self._patterns) + 1) for pattern in random.sample(self._patterns, len(self._patterns))]
        return [self.make(pattern, random) for pattern in order[:count]]

    def _bound(self, slot: str, number: str, bound: dict[tuple[str, str], str], random: Random) -> str:
        """The filling that the number stands for, or a new one."""
        if not number:
            return self.fill(slot, random)
        if slot in _PERSON and ("person", number) not in bound:
            bound["person", number] = self.fill("person", random)
            bound["surname", number] = bound["person", number].removesuffix(" Jr.").rpartition(" ")[2]
        return bound.setdefault((slot, number), "") or bound.setdefault((slot + "=", number), self.fill(slot, random))


def _repeated(pattern: str, random: Random) -> str:
    """The pattern with its repeated lines written out."""
    lines: list[str] = []
    for line in pattern.split("\n"):
        repeat = _REPEAT.match(line)
        lines.extend([line[repeat.end() :]] * random.randint(1, int(repeat[1])) if repeat else [line])
    return "\n".join(lines)


def _parts(pattern: str) -> list[tuple[str, str, str]]:
    """Plain text, or a slot and its number, in order."""
    parts, at = [], 0
    for match in _SLOT.finditer(pattern):
        parts.append((pattern[at : match.start()], "", ""))
        parts.append(("", match[1], match[2] or ""))
        at = match.end()
    return [*parts, (pattern[at:], "", "")]
