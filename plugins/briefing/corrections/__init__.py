"""An editor's corrections of a briefing's facts: content/corrections/<briefing-id>.yaml.

The file is a list. Each item says which words it is about (after the W3C TextQuoteSelector: the exact words, and where they
stand more than once what comes before or behind, or which one it is) and does one thing: `review`, `set`, `remove` or `add`.
docs/corrections.md shows each. What an editor rules on who is who over the whole archive stands in content/identities.yaml.

Refuses silence: an item whose words are gone, that fits several facts, or whose values do not fit the model is a Problem
with its line and changes nothing, and every other item still holds.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import msgspec

from ..model import Amendment, Briefing, Problem
from . import _apply
from ._file import items
from ._item import SLUG, Addition, Change, Correction, Misfit, misread
from ._rulings import rulings, unfit

_MANUAL = "see docs/corrections.md for what an item holds"


class Corrections(msgspec.Struct, frozen=True):
    """One file."""

    briefing: str  #: id of the briefing, which is the file's name
    path: str
    items: tuple[Correction, ...]


def parse(data: bytes, path: str) -> tuple[Corrections | None, tuple[Problem, ...]]:
    """The corrections in a file; None where it is no list. An item that does not fit is reported and left out."""
    found, problems = items(data, path)
    if found is None:
        return None, problems
    taken: list[Correction] = []
    trouble = list(problems)
    for line, values in found:
        try:
            taken.append(_correction(line, values))
        except Misfit as misfit:
            trouble.append(Problem(path, line, "error", *misfit.args))
    return Corrections(PurePosixPath(path).stem, path, tuple(taken)), tuple(sorted(trouble))


def apply(briefing: Briefing, corrections: Corrections) -> tuple[Briefing, tuple[Amendment, ...], tuple[Problem, ...]]:
    """The briefing as an editor leaves it, item after item, and what each item did. Facts stay in order, their ids unique."""
    done: list[Amendment] = []
    problems: list[Problem] = []
    for item in corrections.items:
        try:
            action = _action(item)
            amended = _apply.ACTIONS[action](briefing, item)
        except Misfit as misfit:
            problems.append(Problem(corrections.path, item.line, "error", *misfit.args))
            continue
        before = {fact.id: fact for fact in briefing.facts}
        touched = tuple(fact.id for fact in amended.facts if fact.kind == item.kind and before.get(fact.id) != fact)
        done.append(Amendment(action, item.kind, item.quote, touched, item.note, item.by, item.date))
        briefing = amended
    return briefing, tuple(done), tuple(problems)


def _correction(line: int, values: dict[str, Any]) -> Correction:
    try:
        item = msgspec.convert({**values, "line": line}, Correction, strict=False)
    except msgspec.ValidationError as error:
        raise Misfit(f"the correction is not understood: {error}", misread(error, Correction, _MANUAL)) from error
    _action(item)
    quote = " ".join(item.quote.split())
    if not quote:
        raise Misfit("the correction has no quote", "copy the words that it is about from the article")
    if item.nth is not None and (item.every or item.nth < 1):
        raise Misfit("nth is a number from 1, and does not go with every", "take one of the two out")
    change = item.set or item.add
    if change and isinstance(change.key, str) and not SLUG.fullmatch(change.key):
        raise Misfit(f"the key {change.key!r} is none", "write a key in small letters, digits and hyphens: ain-al-asad")
    return msgspec.structs.replace(item, quote=quote)


def _action(item: Correction) -> _apply.Action:
    """The one thing that an item does."""
    asked = [name for name in _apply.ACTIONS if getattr(item, name)]
    if len(asked) != 1:
        what = f"{' and '.join(asked)} at once" if asked else "nothing to do"
        raise Misfit(f"the correction has {what}", "give one of review: true, set:, remove: true or add:")
    return asked[0]


__all__ = ["Addition", "Change", "Correction", "Corrections", "apply", "parse", "rulings", "unfit"]
