"""The hierarchy of the archive's places: what lies around each, and what lies inside.

A place may lie in one that no article mentions: that one has a name here, but no page and so no link. A hierarchy that
turns in a circle (a profile may say anything) is cut where it would come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import msgspec

from ..model import Entry
from . import _paths

#: Levels of a hierarchy that are followed; more than any real one has.
_DEPTH = 12
_SMALL = frozenset({"and", "of", "the", "al", "de", "del", "la", "in", "on"})


class Node(msgspec.Struct, frozen=True):
    """A place in a printed tree."""

    text: str
    href: str  #: "" where it has no page
    note: str
    inside: tuple[Node, ...] = ()


class Places(msgspec.Struct, frozen=True):
    """Who lies in whom. Keys are location keys; those that no article mentions are among them."""

    entries: Mapping[str, Entry]
    parents: Mapping[str, str]
    children: Mapping[str, tuple[str, ...]]  #: most briefings first
    labels: Mapping[str, str] = {}  #: names of places without an entry

    def name(self, key: str) -> str:
        """The name of a place; of one that has none as far as its key tells it, less the country that a key may end in."""
        if key in self.entries:
            return self.entries[key].label
        if key in self.labels:
            return self.labels[key]
        ending = next((f"-{outer}" for outer in self.around(key) if key.endswith(f"-{outer}")), "")
        words = key.removesuffix(ending).split("-")
        return " ".join(w if w in _SMALL and n else w.capitalize() for n, w in enumerate(words))

    def around(self, key: str) -> tuple[str, ...]:
        """The places around one, nearest first."""
        found: list[str] = []
        while (key := self.parents.get(key, "")) and key not in found and len(found) < _DEPTH:
            found.append(key)
        return tuple(found)

    def inside(self, key: str) -> Iterator[str]:
        """Every place inside one that has a page, outer before inner."""
        seen = {key}
        queue = list(self.children.get(key, ()))
        for found in queue:
            if found not in seen:
                seen.add(found)
                queue.extend(self.children.get(found, ()))
                if found in self.entries:
                    yield found

    def href(self, key: str, up: str) -> str:
        return up + _paths.entry("location", key) if key in self.entries else ""

    def tree(self, key: str, up: str, room: int) -> tuple[Node, ...]:
        """What lies inside a place, at most `room` places with a page, those of most briefings first."""
        shown = set(sorted(self.inside(key), key=lambda k: (-self.entries[k].briefings, k))[:room])
        return self._branch(key, up, shown, _DEPTH)

    def _branch(self, key: str, up: str, shown: set[str], depth: int) -> tuple[Node, ...]:
        nodes = []
        for child in self.children.get(key, ()) if depth else ():
            inside = self._branch(child, up, shown, depth - 1)
            if child in shown or inside:
                count = self.entries[child].briefings if child in self.entries else 0
                nodes.append(Node(self.name(child), self.href(child, up), str(count or ""), inside))
        return tuple(nodes)


def places(entries: Mapping[str, Entry], labels: Mapping[str, str]) -> Places:
    """The hierarchy that the places state: each its own, and what another's chain says of a place that states none. `labels` names
    those that no article mentions."""
    parents = {key: entry.within[0] for key, entry in entries.items() if entry.within and entry.within[0] != key}
    for entry in entries.values():
        for inner, outer in pairwise(entry.within):
            if inner != outer:
                parents.setdefault(inner, outer)
    for key in list(parents):
        _cut(key, parents)
    children: dict[str, list[str]] = {}
    for inner in sorted(parents, key=lambda k: (-entries[k].briefings if k in entries else 0, k)):
        children.setdefault(parents[inner], []).append(inner)
    return Places(entries, parents, {key: tuple(found) for key, found in children.items()}, labels)


def _cut(key: str, parents: dict[str, str]) -> None:
    """Drop the step that leads back to a place already passed."""
    passed = [key]
    while outer := parents.get(passed[-1]):
        if outer in passed:
            del parents[passed[-1]]
            return
        passed.append(outer)
