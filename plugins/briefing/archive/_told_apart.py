"""Actors of one name, told apart for readers: "John Smith (footballer)", "Labour Party (Israel)"."""

from __future__ import annotations

from collections.abc import Mapping

from ._cast import Id


def told_apart(labels: Mapping[Id, str]) -> tuple[dict[Id, str], dict[Id, tuple[str, ...]]]:
    """The labels, with what tells an actor from those of its name; and of these actors the keys of the others.

    The one with the shortest key keeps the name as it is. What stands in a key besides the name says who the other is.
    """
    named: dict[str, list[str]] = {}
    for (kind, key), label in labels.items():
        if kind == "actor":
            named.setdefault(label.casefold(), []).append(key)
    apart = dict(labels)
    others: dict[Id, tuple[str, ...]] = {}
    for keys in (sorted(keys, key=lambda key: (len(key), key)) for keys in named.values() if len(keys) > 1):
        for key in keys:
            others["actor", key] = tuple(other for other in keys if other != key)
            qualifier = _qualifier(key, keys[0], labels)
            if qualifier:
                apart["actor", key] = f"{labels['actor', key]} ({qualifier})"
    return apart, others


def _qualifier(key: str, bare: str, labels: Mapping[Id, str]) -> str:
    """What a key says besides another: the words behind it, or the state or the body that stands before it."""
    if key.startswith(f"{bare}-"):
        return key.removeprefix(f"{bare}-").replace("-", " ")
    owner = key.removesuffix(f"-{bare}") if key.endswith(f"-{bare}") else ""
    return labels.get(("actor", owner), owner.replace("-", " ").title())
