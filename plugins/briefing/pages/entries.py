"""The page of an actor and the page of a location: who or what it is, and every mention in context.

A list that may grow is paged: the first page holds all that is known of the entry, the pages behind it hold mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
from markupsafe import Markup

from ..maps import MapView, Point, locate
from ..model import Archive, Entry, PageRequest
from . import _beside, _chart, _concordance, _dates, _facets, _identity, _paths, _reports, _statements, _words
from ._linked import linked
from ._places import Node, Places, places
from ._threads import Threads, threads
from ._views import Date, EntryLink, Feed, Frame, Link, Pager, Site, address, frame

#: Statements of each kind on an entry's page.
_STATEMENTS = 8
#: Actors listed that belong to an actor: those most mentioned.
_MEMBERS = 20
_BESIDE = {"actor": "Actors in the same briefings", "location": "Places in the same briefings"}
#: Places inside a place that its page lists; the index lists all.
_INSIDE = 60
#: Of these, marks on its map.
_ON_MAP = 40


class EntryView(msgspec.Struct, frozen=True):
    """The first page of an entry."""

    frame: Frame
    kind: str
    title: str
    figures: str  #: in how many briefings, how many mentions
    first: Date | None  #: None too where it is the last
    last: Date | None
    chart: _chart.Chart | None
    profile: Markup | None  #: made safe by editorial.py
    terms: tuple[_identity.Term, ...]
    map: MapView | None
    members: tuple[EntryLink, ...]  #: actors that belong to it
    beside: tuple[_beside.Beside, ...]  #: actors, then places, in the same briefings
    inside: tuple[Node, ...]
    inside_more: Link | None
    events: _statements.Shown
    relations: _statements.Shown
    said: _statements.Shown
    said_of: _statements.Shown
    mentions: tuple[_concordance.Group, ...]
    pager: Pager | None
    feed: Feed
    search: str  #: address of a search among the briefings that name it, or "" where one is all


class MentionsView(msgspec.Struct, frozen=True):
    """A further page of mentions."""

    frame: Frame
    kind: str
    title: str
    mentions: tuple[_concordance.Group, ...]
    pager: Pager | None


class _Known(msgspec.Struct, frozen=True):
    """What all entry pages need, found once."""

    archive: Archive
    site: Site
    places: Places
    identity: _identity.Context
    threads: Threads
    names: _beside.Names
    facets: dict[str, dict[str, str]]  #: by kind and key: what the search page calls it
    members: dict[str, list[Entry]]  #: actor key -> the actors that belong to it, most briefings first


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """actors/<key>/ and locations/<key>/, each with its further pages of mentions."""
    hierarchy = places(archive.locations, archive.labels)
    facets = {"actor": _facets.facet_names(archive.actors.values()), "location": _facets.facet_names(archive.locations.values())}
    known = _Known(
        archive, site, hierarchy, _identity.context(archive, hierarchy), threads(archive.briefings), _beside.names(archive), facets,
        _members(archive),
    )
    for entries in (archive.actors, archive.locations):
        for entry in entries.values():
            yield from _pages(entry, known)


def _pages(entry: Entry, known: _Known) -> Iterator[PageRequest]:
    base = _paths.entry(entry.kind, entry.key).removesuffix("index.html")
    rows = _concordance.briefings_of(entry)
    for part in _paths.parts(base, f"Mentions of {entry.label}", rows, known.site.settings.mention_page_size, _concordance.weight):
        mentions = tuple(_concordance.groups(part.rows, known.site.parts, part.up))
        if part.number == 1:
            yield PageRequest(part.path, f"{entry.kind}.html", _first(entry, known, part.path, part.up, mentions, part.pager))
        else:
            title = f"{entry.label}: mentions, page {part.number}"
            crumbs = (*_crumbs(entry, known.places, part.up)[:-1], Link(f"{part.up}{base}index.html", entry.label), Link("", "Mentions"))
            view = MentionsView(frame(known.site, part.path, title, crumbs=crumbs), entry.kind, title, mentions, part.pager)
            yield PageRequest(part.path, "mentions.html", view)


def _first(
    entry: Entry, known: _Known, path: str, up: str, mentions: tuple[_concordance.Group, ...], pager: Pager | None
) -> EntryView:
    feed = Feed(up + _paths.feed(entry.kind, entry.key), f"{entry.label} in {known.site.settings.site_name}")
    crumbs = _crumbs(entry, known.places, up)
    dated = [mention.briefing for mention in entry.mentions if mention.briefing.published]
    last, first = (_dates.day(dated[place].published) if dated else None for place in (0, -1))
    events, relations, said, said_of = _stated(entry, known, up)
    return EntryView(
        frame=frame(
            known.site, path, entry.label, description=_described(entry), crumbs=crumbs, feeds=(feed,),
            json_ld=linked(entry, address(known.site, path)),
        ),
        kind=entry.kind, title=entry.label,
        figures=_figures(entry, known.archive),
        first=first if first != last else None, last=last,
        chart=_chart.chart(dated), profile=Markup(entry.profile.html) if entry.profile and entry.profile.html else None,
        terms=_identity.terms(entry, known.identity, up), map=_map(entry, known.places, up),
        members=_links(known.members.get(entry.key, ()), up) if entry.kind == "actor" else (),
        beside=tuple(_beside.beside(entry, kind, title, known.names, up) for kind, title in _BESIDE.items()),
        inside=known.places.tree(entry.key, up, _INSIDE) if entry.kind == "location" else (),
        inside_more=_all_inside(entry, known.places, up),
        events=events, relations=relations, said=said, said_of=said_of, mentions=mentions, pager=pager, feed=feed,
        search=_facets.among(entry, known.facets[entry.kind], up) if entry.briefings > 1 else "",
    )


def _stated(entry: Entry, known: _Known, up: str) -> tuple[_statements.Shown, ...]:
    """Events, relations, what it said, what others said of it. Places do not speak."""
    archive, long, found, key = known.archive, known.site.parts, known.threads, entry.key
    actor = entry.kind == "actor"
    events = _statements.by_event_date(_statements.by_sentence((found.deeds if actor else found.events).get(key, ())))
    relations = _statements.by_relation(found.relations.get(key, ()))
    said, said_of = (found.said_by.get(key, ()), found.said_of.get(key, ())) if actor else ((), ())
    return (
        _statements.shown(events, _STATEMENTS, lambda each: _statements.happened(each, archive, long, up)),
        _statements.shown(relations, _STATEMENTS, lambda each: _statements.related(each, archive, long, up)),
        *(_statements.shown(claims, _STATEMENTS, lambda each: _statements.claimed(each, archive, long, up)) for claims in (said, said_of)),
    )


def _figures(entry: Entry, archive: Archive) -> str:
    if not entry.briefings:
        return "named in no briefing"
    briefings = _reports.counted((mention.briefing for mention in entry.mentions), archive)
    return f"{briefings}, {_words.count(len(entry.mentions), 'mention')}"


def _described(entry: Entry) -> str:
    kind = _words.TYPES.get(entry.type, (entry.type, ""))[0]
    return f"{entry.label} ({kind}): every mention in the archive, with its sentence"


def _crumbs(entry: Entry, hierarchy: Places, up: str) -> tuple[Link, ...]:
    index = Link(f"{up}{entry.kind}s/index.html", f"{entry.kind.capitalize()}s")
    around = hierarchy.around(entry.key)[::-1] if entry.kind == "location" else ()
    return (index, *(Link(hierarchy.href(k, up), hierarchy.name(k)) for k in around if k in hierarchy.entries), Link("", entry.label))


def _members(archive: Archive) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in archive.actors.values():
        if entry.of and entry.of != entry.key:
            found.setdefault(entry.of, []).append(entry)
    return found


def _links(entries: Sequence[Entry], up: str) -> tuple[EntryLink, ...]:
    return tuple(EntryLink(e.kind, up + _paths.entry(e.kind, e.key), e.label, f"{e.briefings:,}") for e in entries[:_MEMBERS])


def _all_inside(entry: Entry, hierarchy: Places, up: str) -> Link | None:
    """The index lists what a country holds; it is the way to the places that its page has no room for."""
    if entry.kind != "location" or hierarchy.around(entry.key) or sum(1 for _ in hierarchy.inside(entry.key)) <= _INSIDE:
        return None
    return Link(f"{up}{_paths.within(entry.key)}index.html", f"All places in {entry.label}")


def _map(entry: Entry, hierarchy: Places, up: str) -> MapView | None:
    """The place itself and the places inside it. A country is the whole map, and gets no mark of its own."""
    if entry.kind != "location":
        return None
    inside = islice((hierarchy.entries[key] for key in hierarchy.inside(entry.key)), _ON_MAP)
    own = () if entry.precision in ("country", "region") else (entry,)
    points = (
        Point(e.lat, e.lon, e.precision, e.label, up + _paths.entry("location", e.key))
        for e in (*own, *inside) if e.lat is not None and e.lon is not None
    )
    return locate(entry.country, points, up)
