"""The network of actors: who is named with whom, and, kept apart from it, who is said to back, oppose or belong to whom.

To be named in one article joins two actors in the reader's mind only; a relation is what a sentence states, and leads to
it. Only the foremost actors are drawn, each with the few that it is named with more than chance would have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import sqrt

import msgspec

from ..model import Archive, Entry, PageRequest, RelationFact
from ..parts import Parts
from . import _arcs, _context, _paths, _words
from ._threads import Said
from ._views import EntryLink, Frame, Link, Site, frame

#: Actors in the diagram; of these, kept for actors of whom a sentence states a backing or an opposition.
_NODES, _RELATED = 40, 16
#: Actors among whom they are looked for: those of most briefings.
_POOL = 400
#: Arcs from one actor to those that it is named with, and rows in each table.
_ARCS, _ROWS = 3, 80
#: What a relation says of two actors: its sign, its class in the style sheet.
_FOR, _AGAINST, _TIE = "for", "against", "tie"
_KINDS = {
    "backed_by": _FOR, "supports": _FOR, "aligned_with": _FOR, "allied_with": _FOR, "opposed_to": _AGAINST, "at_war_with": _AGAINST,
}
_SIGNS = {_FOR: "+", _AGAINST: "−", _TIE: ""}

Pair = tuple[str, str]  #: keys of two actors


class Node(msgspec.Struct, frozen=True, gc=False):
    """An actor in the diagram."""

    href: str
    text: str
    label: str  #: with its number of briefings
    y: int
    radius: str


class Edge(msgspec.Struct, frozen=True, gc=False):
    """An arc between two actors."""

    kind: str  #: "together", "for", "against", "tie": a class of the style sheet
    path: str
    width: str
    label: str
    sign: str
    x: int
    y: int


class Together(msgspec.Struct, frozen=True, gc=False):
    """Two actors named in the same briefings."""

    one: EntryLink
    other: EntryLink
    count: str


class Stated(msgspec.Struct, frozen=True, gc=False):
    """A relation between two actors, with the first sentence that states it."""

    subject: EntryLink
    kind: str
    sign: str
    predicate: str
    object: EntryLink
    count: str
    sentence: Link


class NetworkView(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    note: str
    height: int
    left: int
    names: int
    right: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    stated: tuple[Stated, ...]
    together: tuple[Together, ...]


class _Relation(msgspec.Struct, frozen=True):
    """What sentences state of two actors."""

    subject: str
    predicate: str
    object: str
    said: list[Said[RelationFact]]  #: newest first

    @property
    def kind(self) -> str:
        return _KINDS.get(self.predicate, _TIE)


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """network/index.html."""
    path, up = "network/index.html", "../"
    relations = _relations(archive)
    pairs = _pairs(archive)
    chosen = _chosen(archive, relations, pairs)
    inside = [relation for relation in relations if relation.subject in chosen and relation.object in chosen]
    drawn = _strongest(chosen, pairs, archive)
    placed = _placed(chosen, drawn, inside, archive)
    crumbs = (Link(f"{up}actors/index.html", "Actors"), Link("", "Network"))
    view = NetworkView(
        frame=frame(site, path, "Network of actors", description="Who is named with whom, and who is said to back whom", crumbs=crumbs),
        title="Network of actors", note=f"{_words.count(len(chosen), 'actor')} of {len(archive.actors):,} drawn",
        height=_arcs.height(len(placed)), left=_arcs.LEFT, names=_arcs.NAMES, right=_arcs.RIGHT,
        nodes=tuple(_node(archive.actors[key], place, up) for key, place in placed.items()),
        edges=(*_together_edges(drawn, placed, archive), *_stated_edges(inside, placed, archive)),
        stated=tuple(_stated(relation, archive, site.parts, up) for relation in relations[:_ROWS]),
        together=tuple(_together(pair, pairs[pair], archive, up) for pair in _by_count(drawn, pairs)[:_ROWS]),
    )
    yield PageRequest(path, "network.html", view)


# --- who is joined with whom ----------------------------------------------------------------------------------------


def _relations(archive: Archive) -> list[_Relation]:
    """What is stated between two actors: backing and opposition first, then most stated first, then as found."""
    found: dict[tuple[str, str, str], _Relation] = {}
    for briefing in archive.briefings:
        for fact in briefing.facts:
            if isinstance(fact, RelationFact) and fact.attrs.object and fact.attrs.subject != fact.attrs.object:
                subject, predicate, object_ = fact.attrs.subject, fact.attrs.predicate, fact.attrs.object
                if subject in archive.actors and object_ in archive.actors:
                    relation = found.setdefault((subject, predicate, object_), _Relation(subject, predicate, object_, []))
                    relation.said.append(Said(briefing, fact))
    return sorted(found.values(), key=lambda relation: (relation.kind == _TIE, -len(relation.said)))


def _pairs(archive: Archive) -> dict[Pair, int]:
    """Actors named in the same briefings, in how many; the press is left out, for it reports. Pairs of one briefing count
    only where no pair has two."""
    pool = dict(islice(((key, entry) for key, entry in archive.actors.items() if entry.type != "media"), _POOL))
    pairs: dict[Pair, int] = {}
    for key, entry in pool.items():
        for other in entry.related:
            if other.kind == "actor" and other.key in pool:
                pairs[min(key, other.key), max(key, other.key)] = other.briefings
    often = {pair: count for pair, count in pairs.items() if count > 1}
    return often or pairs


def _chosen(archive: Archive, relations: Iterable[_Relation], pairs: Mapping[Pair, int]) -> frozenset[str]:
    """The actors of the diagram: some that back or oppose, both sides of it, then those named most with others."""
    chosen: dict[str, None] = {}
    for relation in relations:
        if relation.kind != _TIE and len(chosen) < _RELATED:
            chosen.update(dict.fromkeys((relation.subject, relation.object)))
    degrees: dict[str, int] = {}
    for (one, other), count in pairs.items():
        for key in (one, other):
            degrees[key] = degrees.get(key, 0) + count
    for key in sorted(degrees, key=lambda key: (-degrees[key], key)):
        if len(chosen) < _NODES:
            chosen[key] = None
    return frozenset(key for key in chosen if key in archive.actors)


def _strongest(chosen: Iterable[str], pairs: Mapping[Pair, int], archive: Archive) -> dict[Pair, float]:
    """For each actor the few others that it is named with more than their number of briefings would lead one to expect."""
    beside: dict[str, list[tuple[float, Pair]]] = {key: [] for key in sorted(chosen)}
    for pair, count in pairs.items():
        if pair[0] in beside and pair[1] in beside:
            expected = sqrt(archive.actors[pair[0]].briefings * archive.actors[pair[1]].briefings)
            for key in pair:
                beside[key].append((count / expected, pair))
    best = (ranked for found in beside.values() for ranked in sorted(found, key=lambda each: (-each[0], each[1]))[:_ARCS])
    return {pair: strength for strength, pair in best}


def _placed(
    chosen: Iterable[str], drawn: Mapping[Pair, float], relations: Iterable[_Relation], archive: Archive
) -> dict[str, int]:
    """The row of each actor."""
    keys = sorted(chosen, key=lambda key: (-archive.actors[key].briefings, key))
    numbers = {key: number for number, key in enumerate(keys)}
    strengths = {(numbers[one], numbers[other]): strength for (one, other), strength in drawn.items()}
    for relation in relations:
        pair = numbers[relation.subject], numbers[relation.object]
        strengths[pair] = strengths.get(pair, 0.0) + 0.5
    return {keys[number]: place for place, number in enumerate(_arcs.order(len(keys), strengths))}


def _by_count(drawn: Iterable[Pair], pairs: Mapping[Pair, int]) -> Sequence[Pair]:
    return sorted(drawn, key=lambda pair: (-pairs[pair], pair))


# --- ready to print ---------------------------------------------------------------------------------------------------


def _node(entry: Entry, place: int, up: str) -> Node:
    label = f"{entry.label}: {_words.count(entry.briefings, 'briefing')}"
    return Node(up + _paths.entry("actor", entry.key), _arcs.short(entry.label), label, _arcs.row(place), f"{_size(entry.briefings):.1f}")


def _size(count: int) -> float:
    return min(8.0, 1.8 + 0.5 * sqrt(count))


def _together_edges(drawn: Mapping[Pair, float], placed: Mapping[str, int], archive: Archive) -> Iterator[Edge]:
    """The weakest first, so that the strong lie on top."""
    for (one, other), strength in sorted(drawn.items(), key=lambda item: (item[1], item[0])):
        arc = _arcs.arc(placed[one], placed[other])
        label = f"{archive.actors[one].label} and {archive.actors[other].label}"
        yield Edge("together", arc.path, f"{min(6.0, 0.7 + 5 * strength):.1f}", label, "", arc.x, arc.y)


def _stated_edges(relations: Iterable[_Relation], placed: Mapping[str, int], archive: Archive) -> Iterator[Edge]:
    """Ties first, so that backing and opposition lie on top."""
    for relation in sorted(relations, key=lambda relation: relation.kind != _TIE):
        arc = _arcs.arc(placed[relation.subject], placed[relation.object], left=True)
        words = f"{archive.actors[relation.subject].label} {_words.relation(relation.predicate)} {archive.actors[relation.object].label}"
        yield Edge(relation.kind, arc.path, f"{min(4.0, 1.0 + 0.4 * len(relation.said)):.1f}", words, _SIGNS[relation.kind], arc.x, arc.y)


def _link(key: str, archive: Archive, up: str) -> EntryLink:
    return EntryLink("actor", up + _paths.entry("actor", key), archive.actors[key].label)


def _together(pair: Pair, count: int, archive: Archive, up: str) -> Together:
    return Together(_link(pair[0], archive, up), _link(pair[1], archive, up), f"{count:,}")


def _stated(relation: _Relation, archive: Archive, long: Parts, up: str) -> Stated:
    newest = relation.said[0]
    number = newest.fact.sentence
    in_how_many = len({said.briefing.id for said in relation.said})
    return Stated(
        _link(relation.subject, archive, up), relation.kind, _SIGNS[relation.kind], _words.relation(relation.predicate),
        _link(relation.object, archive, up), f"{in_how_many:,}",
        Link(up + _paths.sentence(newest.briefing.id, number, long), _context.name(number), newest.briefing.title),
    )
