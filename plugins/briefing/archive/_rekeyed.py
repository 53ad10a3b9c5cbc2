"""The same briefing with other keys for some actors, wherever a fact names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from ..model import (
    ActorFact,
    AttributionFact,
    Briefing,
    EventFact,
    Fact,
    QuantityFact,
    RelationFact,
    WeaponFact,
)

_replace = msgspec.structs.replace


def rekeyed(briefing: Briefing, keys: Mapping[str, str]) -> Briefing:
    """`keys`: old key -> new key, of actors. Facts that name none of them stay the very same objects."""
    return _replace(briefing, facts=tuple(_fact(fact, keys) for fact in briefing.facts)) if keys else briefing


def _fact(fact: Fact, keys: Mapping[str, str]) -> Fact:
    """One fact: an actor's own key and whose it is, a speaker, the parties of an event and of a relation, whom a count counts."""
    new = {name: changed for name, value in _named(fact) if (changed := _changed(value, keys)) != value}
    changed_fact = _replace(fact, attrs=_replace(fact.attrs, **new)) if new else fact
    if isinstance(fact, ActorFact) and fact.key and fact.key in keys:
        return _replace(changed_fact, key=keys[fact.key])
    return changed_fact


def _named(fact: Fact) -> Iterable[tuple[str, str | tuple[str, ...] | None]]:
    """The attributes of a fact that hold keys of actors."""
    match fact:
        case ActorFact() | QuantityFact():
            return (("of", fact.attrs.of),)
        case WeaponFact():
            return (("used_by", fact.attrs.used_by),)
        case AttributionFact():
            return (("speaker_key", fact.attrs.speaker_key),)
        case EventFact():
            return (("source", fact.attrs.source), ("target", fact.attrs.target))
        case RelationFact():
            return (("subject", fact.attrs.subject), ("object", fact.attrs.object))
        case _:
            return ()


def _changed(value: str | tuple[str, ...] | None, keys: Mapping[str, str]) -> str | tuple[str, ...] | None:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(keys.get(key, key) for key in value))
    return keys.get(value, value) if value else value
