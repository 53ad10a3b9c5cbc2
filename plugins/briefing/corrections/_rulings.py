"""An editor's word on who is who over the whole archive: content/identities.yaml.

A list like that of a briefing's corrections. `merge` says that several keys are one actor, `part` that some briefings mean
another one. Refuses silence likewise: a ruling that is not understood, or that fits nothing, is a Problem with its line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ..model import ActorFact, Briefing, Problem, Ruling
from ._file import items
from ._item import SLUG, meant, misread

_MANUAL = 'see "Who is who" in docs/corrections.md'


class _Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"into": "as", "briefings": "in"}):
    """One item of the file."""

    merge: tuple[str, ...] = ()  #: keys of one actor, the one to keep first
    part: str = ""  #: key of whom a name does not mean
    into: str = ""  #: key of whom it means
    briefings: tuple[str, ...] = ()  #: ids
    note: str | None = None  #: `note`, `by` and `date` are for editors
    by: str | None = None
    date: str | None = None


def rulings(data: bytes, path: str) -> tuple[tuple[Ruling, ...] | None, tuple[Problem, ...]]:
    """The rulings in a file; None where it is no list. An item that does not fit is reported and left out."""
    found, problems = items(data, path, "write a list of items, each beginning with - merge: or - part:")
    if found is None:
        return None, problems
    taken: list[Ruling] = []
    trouble = list(problems)
    for line, values in found:
        ruling = _ruling(values, path, line)
        (taken if isinstance(ruling, Ruling) else trouble).append(ruling)  # type: ignore[arg-type]
    return tuple(taken), tuple(sorted(trouble))


def _ruling(values: dict[str, Any], path: str, line: int) -> Ruling | Problem:
    try:
        item = msgspec.convert(values, _Item)
    except msgspec.ValidationError as error:
        return Problem(path, line, "error", f"the ruling is not understood: {error}", misread(error, _Item, _MANUAL))
    merges = len(item.merge) > 1 and not (item.part or item.into or item.briefings)
    parts = item.part and item.into and item.briefings and not item.merge
    if not merges and not parts:
        return Problem(path, line, "error", "the ruling is not whole", "give merge: with two keys or more, or part:, as: and in:")
    key, *others = item.merge or (item.into, item.part)
    wrong = next((each for each in (key, *others) if not SLUG.fullmatch(each)), None)
    if wrong is not None:
        return Problem(path, line, "error", f"the key {wrong!r} is none", "take it from the address of the actor's page")
    return Ruling(key, tuple(others), item.briefings, path, line)


def unfit(given: Iterable[Ruling], briefings: Iterable[Briefing], others: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Rulings on briefings that are not there, and on keys that nobody has: one may be mistyped, or the name written
    differently now. `others` are keys known otherwise: of profiles, and those that the archive gives to namesakes."""
    given = tuple(given)
    if not given:
        return ()
    here = {briefing.id: {f.key for f in briefing.facts if isinstance(f, ActorFact) and f.key} for briefing in briefings}
    known = {*others, *(ruling.key for ruling in given if ruling.briefings)}.union(*here.values())
    return tuple(problem for ruling in given for problem in (_unparted(ruling, here) if ruling.briefings else _unmerged(ruling, known)))


def _unmerged(ruling: Ruling, known: Collection[str]) -> Iterator[Problem]:
    for key in (ruling.key, *ruling.of):
        if key not in known:
            yield _warning(ruling, f"no briefing names {key}", meant(key, known) or _MANUAL)


def _unparted(ruling: Ruling, here: Mapping[str, set[str]]) -> Iterator[Problem]:
    for id_ in ruling.briefings:
        if id_ not in here:
            yield _warning(ruling, f"there is no briefing {id_}", meant(id_, here) or "take its id from the page's address")
        elif here[id_].isdisjoint((ruling.key, *ruling.of)):
            key = ruling.of[0]
            yield _warning(ruling, f"the briefing {id_} does not name {key}", meant(key, here[id_]) or _MANUAL)


def _warning(ruling: Ruling, message: str, hint: str) -> Problem:
    return Problem(ruling.path, ruling.line, "warning", message, hint)
