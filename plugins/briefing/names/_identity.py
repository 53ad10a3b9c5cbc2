"""Who is meant: one surface, one identity within an article.

A surname leads to the full name, an acronym to what it was introduced for, "Boeing" to "Boeing Company". Refuses to make an
identity of what any country has ("Foreign Ministry") unless the article says whose it is: its key stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from ..lexicon import Entity, Lexicon, slug
from ._brackets import Acronym
from ._name import Draft
from ._words import words

_SUFFIX = re.compile(r",? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|PLC|plc|LLC|AG|GmbH|S\.?A|N\.?V)\.?$")
_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az)[- ]", re.I)
_JUNIOR = re.compile(r"\.?,? (?:Jr|Sr|II|III|IV)\.?$")


_PARTICLES = frozenset({"van", "von", "de", "du", "di", "da", "der", "den", "dos", "della", "la", "le"})


_PARTICLES = frozenset({"van", "von", "de", "du", "di", "da", "der", "den", "dos", "della", "la", "le"})


class Identity(msgspec.Struct, frozen=True, gc=False):
    """Key and label; the key is empty where a reader could not tell which one is meant."""

    key: str
    label: str
    known: Entity | None = None


def identities(drafts: Sequence[Draft], acronyms: Mapping[int, Acronym], lexicon: Lexicon) -> dict[int, Identity]:
    """The identity of every draft that is no place, by its index."""
    generic = words(lexicon).anybodys
    people, bodies = _People(drafts), _bodies(drafts, acronyms)
    found: dict[int, Identity] = {}
    for index, draft in enumerate(drafts):
        if draft.known is not None:
            found[index] = Identity(draft.known.key, draft.known.name, draft.known)
        elif draft.kind == "person":
            found[index] = people.identity(draft)
        elif draft.kind != "place":
            found[index] = bodies.get(draft.text) or _body(draft.text, generic, drafts)
    return found


class _People:
    """The persons that an article names in full."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._full = [d for d in drafts if d.kind == "person" and len(_parts(d.text)) > 1]
        self._by_last: dict[str, list[Draft]] = {}
        self._by_first: dict[str, list[Draft]] = {}
        for draft in self._full:
            parts = _parts(draft.text)
            if parts[0] in _PARTICLES:
                continue
            self._by_last.setdefault(parts[-1], []).append(draft)
            self._by_first.setdefault(parts[0], []).append(draft)

    def identity(self, draft: Draft) -> Identity:
        parts = _parts(draft.text)
        if parts[0] in _PARTICLES:
            parts = parts[-1:]
        same = self._by_last.get(parts[-1], [])
        if len(parts) > 1:
            same = [other for other in same if _parts(other.text)[0] == parts[0]]
            return _of(max(same, key=lambda other: (len(other.text), -other.start), default=draft))
        chosen = same or self._by_first.get(parts[0], [])
        before = [other for other in chosen if other.start < draft.start and not other.headline]
        full = before[-1] if before else chosen[0] if chosen else None
        return self.identity(full) if full and full is not draft else _of(draft)


def _parts(name: str) -> list[str]:
    """The words of a person's name in small letters, without "Jr." and without "al-" before the last."""
    words = _JUNIOR.sub("", name).lower().replace("’", "'").split()
    words = [word for word in words if word not in ("al", "el", "bin", "ibn")] or words
    return [*words[:-1], _ARTICLE.sub("", words[-1])] if words else [name.lower()]


def _of(draft: Draft) -> Identity:
    if draft.known is not None:
        return Identity(draft.known.key, draft.known.name, draft.known)
    return Identity(slug(draft.text), draft.text)


def _bodies(drafts: Sequence[Draft], acronyms: Mapping[int, Acronym]) -> dict[str, Identity]:
    """Organisations by a short form of their name: the acronym they were introduced with."""
    short: dict[str, Identity] = {}
    for draft in drafts:
        introduced = acronyms.get(draft.end)
        if draft.kind in ("organisation", "other") and introduced and introduced.expands(draft.text):
            short.setdefault(introduced.text, _of(draft) if draft.known else _named(draft.text))
    return short


def _body(text: str, generic: frozenset[str], drafts: Sequence[Draft]) -> Identity:
    """A body by its name; one that any country has is the one that the article names with its country, or nobody's."""
    if text not in generic:
        return _named(text)
    whole = next((d for d in drafts if d.known is not None and d.known.kind == "actor" and d.text.endswith(" " + text)), None)
    return _of(whole) if whole else Identity("", text)


def _named(text: str) -> Identity:
    bare = _SUFFIX.sub("", text) or text
    return Identity(slug(bare), bare)
