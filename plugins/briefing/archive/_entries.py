"""Actors and locations over the whole archive: every mention of one kind and key, and what is known of it.

What an editor's profile states wins; else what most mentions say. Refuses to guess: where no mention has coordinates,
the entry has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar, get_args

import msgspec

from ..model import ActorFact, ActorType, Briefing, Counterpart, Entry, LocationFact, Mention, Precision, Profile
from ._cast import Cast, Id, Kind, standing
from ._told_apart import told_apart

H = TypeVar("H", bound=Hashable)
Position = tuple[float | None, float | None, Precision | None, tuple[str, ...], int | None]

#: Counterparts of each kind that an entry keeps.
RELATED_SIZE = 20
#: Mentions by one of these name the entry; the others ("the group", "he") only point at it.
NAMING_FORMS = frozenset({"name", "demonym", "metonym"})
_ACTOR_TYPES = frozenset(get_args(ActorType))


def entries(ordered: Sequence[Briefing], roster: Cast, profiles: Iterable[Profile] = ()) -> dict[Id, Entry]:
    """Every entry that a briefing mentions, by kind and key; and each profiled place in which such a place lies."""
    mentions = _mentions(ordered)
    known = {(_kind(profile), profile.key): profile for profile in profiles}
    labels, namesakes = told_apart({id_: _label(mentions[id_], known.get(id_)) for id_ in mentions})
    together = _counterparts(roster, labels)
    found = {id_: _entry(id_, labels[id_], mentions[id_], known.get(id_), together[id_]) for id_ in mentions}
    found |= {id_: msgspec.structs.replace(found[id_], namesakes=keys) for id_, keys in namesakes.items()}
    return found | _around(found.values(), known)


def _around(found: Iterable[Entry], known: Mapping[Id, Profile]) -> dict[Id, Entry]:
    """Places that no briefing names, but an editor has described, around those that are named: the province of a town."""
    ids: dict[Id, None] = dict.fromkeys(("location", key) for entry in found for key in entry.within)
    named = {(entry.kind, entry.key) for entry in found}
    return {id_: _entry(id_, known[id_].name, [], known[id_], ()) for id_ in ids if id_ in known and id_ not in named}


def _mentions(ordered: Iterable[Briefing]) -> dict[Id, list[Mention]]:
    """Newest briefing first, then in text order, for so the briefings and their facts are given."""
    mentions: dict[Id, list[Mention]] = {}
    for briefing in ordered:
        for id_, fact in standing(briefing):
            mentions.setdefault(id_, []).append(Mention(briefing, fact))
    return mentions


def _kind(profile: Profile) -> Kind:
    """An actor and a location may have one key: the folder of the profile's file tells them apart, else its type does."""
    folders = PurePosixPath(profile.path).parts[:-1]
    if folders and folders[-1] in ("actors", "locations"):
        return "actor" if folders[-1] == "actors" else "location"
    return "actor" if profile.type in _ACTOR_TYPES else "location"


def _entry(id_: Id, label: str, mentions: list[Mention], profile: Profile | None, related: tuple[Counterpart, ...]) -> Entry:
    kind, key = id_
    stated = profile or Profile(key=key, name=label)
    lat, lon, precision, within, geonameid = _position(mentions, stated)
    return Entry(
        kind=kind, key=key, label=label, mentions=tuple(mentions), briefings=_in_how_many(mentions), aliases=_aliases(mentions),
        type=stated.type or _most(mentions, lambda fact: fact.attrs.type) or "",
        country=stated.country or _most(mentions, lambda fact: fact.attrs.country),
        of=stated.of or _most(mentions, lambda fact: fact.attrs.of if isinstance(fact, ActorFact) else None),
        wikidata=stated.wikidata or _most(mentions, lambda fact: fact.attrs.wikidata if isinstance(fact, ActorFact) else None),
        profile=profile, lat=lat, lon=lon, precision=precision, within=within, geonameid=geonameid, related=related,
    )


def _label(mentions: Iterable[Mention], profile: Profile | None) -> str:
    """The profile's name, else the label most used where it is named, else the label most used."""
    if profile is not None:
        return profile.name
    named = Counter(m.fact.label for m in mentions if m.fact.attrs.form in NAMING_FORMS)
    return _first(named or Counter(m.fact.label for m in mentions))


def _aliases(mentions: Sequence[Mention]) -> tuple[tuple[str, int], ...]:
    """How the texts name it, most used first. "the Pentagon" counts as "Pentagon", and "BAGHDAD" as "Baghdad" where that is
    the more usual. What is only ever described is listed by its descriptions; words that it is concluded from are no name of it."""
    named = [m for m in mentions if m.fact.attrs.form in NAMING_FORMS and not m.fact.inferred]
    named = named or [m for m in mentions if m.fact.attrs.form != "pronoun"]
    spellings = Counter(_without_article(m.fact.quote) for m in named)
    usual: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for spelling, count in sorted(spellings.items(), key=lambda pair: (-pair[1], pair[0])):
        counts[usual.setdefault(spelling.casefold(), spelling)] += count
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _without_article(quote: str) -> str:
    words = quote.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "The", "THE") else words)


def _position(mentions: Sequence[Mention], profile: Profile) -> Position:
    """Where it lies. Coordinates and their precision are taken from one place: never a latitude of one and a longitude
    of another. "West of Baghdad" says how exactly Baghdad is known only where nothing else does."""
    told = [m.fact.attrs for m in mentions if isinstance(m.fact, LocationFact)]
    itself = [attrs for attrs in told if attrs.relation is None] or told
    places = Counter((a.lat, a.lon, a.precision, a.within, a.geonameid) for a in itself)
    located = Counter({place: count for place, count in places.items() if place[0] is not None})
    lat, lon, precision, within, geonameid = _first(located or places, (None, None, None, (), None))
    if profile.lat is not None and profile.lon is not None:
        lat, lon, precision = profile.lat, profile.lon, profile.precision or precision
    return lat, lon, precision, profile.within or within, profile.geonameid or geonameid


def _in_how_many(mentions: Iterable[Mention]) -> int:
    return len({id(mention.briefing) for mention in mentions})


def _most(mentions: Iterable[Mention], value: Callable[[ActorFact | LocationFact], str | None]) -> str | None:
    """The value most mentions have, leaving out those that have none; None where all do."""
    values = Counter(v for m in mentions if (v := value(m.fact)) is not None)
    return _first(values) if values else None


def _first(counts: Counter[H], default: H | None = None) -> H:
    """The most counted; of equals the one met first, which is that of the newest briefing."""
    for value, _ in counts.most_common(1):
        return value
    if default is None:
        raise ValueError("nothing was counted")
    return default


def _counterparts(roster: Cast, labels: Mapping[Id, str]) -> dict[Id, tuple[Counterpart, ...]]:
    """For each entry those that share most briefings with it, RELATED_SIZE of each kind.

    Of equals the one comes first that stands foremost in the newest briefing. One count at a time: to keep the counts of
    all pairs at once would take hundreds of megabytes in a large archive.
    """
    stands: list[list[tuple[int, ...]]] = [[] for _ in roster.ids]
    for members in roster.members:
        for number in members:
            stands[number].append(members)
    same: dict[tuple[int, int], Counterpart] = {}  # most counterparts are met once or twice: share the objects
    together: dict[Id, tuple[Counterpart, ...]] = dict.fromkeys(roster.ids, ())
    for number, casts in enumerate(stands):
        ranked = [(other, count) for other, count in _together(casts) if other != number]
        together[roster.ids[number]] = tuple(_best(ranked, roster, labels, same))
    return together


def _together(casts: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Who stands in these casts, and in how many, most first."""
    if len(casts) == 1:  # so it is for most entries, and there is nothing to count
        return [(number, 1) for number in casts[0]]
    counts: Counter[int] = Counter()
    for members in casts:
        counts.update(members)
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _best(
    ranked: Iterable[tuple[int, int]], roster: Cast, labels: Mapping[Id, str], same: dict[tuple[int, int], Counterpart]
) -> Iterator[Counterpart]:
    room: dict[Kind, int] = {"actor": RELATED_SIZE, "location": RELATED_SIZE}
    for other, count in ranked:
        kind, key = roster.ids[other]
        if not room[kind]:
            continue
        room[kind] -= 1
        if (other, count) not in same:
            same[other, count] = Counterpart(kind, key, labels[kind, key], count)
        yield same[other, count]
        if not any(room.values()):
            return
