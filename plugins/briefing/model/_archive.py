"""What all briefings tell together: entries, claims, groups, and what editors add to them."""

from __future__ import annotations

from typing import Literal

import msgspec

from ._facts import ActorFact, AttributionFact, Briefing, LocationFact, Precision


class Profile(msgspec.Struct, frozen=True):
    """What an editor wrote of an actor or a location: one Markdown file of content/actors or content/locations."""

    key: str
    name: str
    type: str | None = None  #: an ActorType or LocationType
    aliases: tuple[str, ...] = ()
    country: str | None = None  #: ISO 3166-1 alpha-2
    wikidata: str | None = None
    geonameid: int | None = None
    icao: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    within: tuple[str, ...] = ()  #: keys of the places around it, nearest first
    of: str | None = None  #: key of the actor that it belongs to
    role: str | None = None
    html: str = ""  #: the text, by Markdown, made safe
    path: str = ""  #: the file, for problems and for the "edit" hint


class Mention(msgspec.Struct, frozen=True):
    """One fact about an entry, with the briefing it stands in."""

    briefing: Briefing
    fact: ActorFact | LocationFact


class Counterpart(msgspec.Struct, frozen=True, gc=False):
    """Another entry that shares briefings with this one."""

    kind: Literal["actor", "location"]
    key: str
    label: str
    briefings: int  #: in how many briefings both stand


class Entry(msgspec.Struct, frozen=True):
    """One actor or one location over the whole archive."""

    kind: Literal["actor", "location"]
    key: str
    label: str
    type: str  #: an ActorType or LocationType: the one most of its mentions have
    country: str | None
    mentions: tuple[Mention, ...]  #: newest briefing first, then in text order
    briefings: int  #: in how many briefings it stands
    aliases: tuple[tuple[str, int], ...]  #: as found, with counts, most used first
    profile: Profile | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    within: tuple[str, ...] = ()  #: location keys, nearest first
    of: str | None = None
    wikidata: str | None = None
    geonameid: int | None = None
    related: tuple[Counterpart, ...] = ()  #: most shared first
    namesakes: tuple[str, ...] = ()  #: keys of the other actors of this name


class Claim(msgspec.Struct, frozen=True):
    """One attribution of the archive, for the ledger of claims."""

    briefing: Briefing
    fact: AttributionFact


class Group(msgspec.Struct, frozen=True):
    """Briefings that report one event. They are shown together and stay what they are: nothing of theirs is merged."""

    briefings: tuple[Briefing, ...]  #: at least two, in the archive's order
    reason: str  #: what joins them, in words


class Ruling(msgspec.Struct, frozen=True, gc=False):
    """An editor's word on who is who: in these briefings, what has one of the keys `of` is `key`."""

    key: str
    of: tuple[str, ...]
    briefings: tuple[str, ...] = ()  #: ids; empty: in all
    path: str = ""  #: the file, for problems
    line: int = 0  #: in it


class Amendment(msgspec.Struct, frozen=True, gc=False):
    """What an editor did to facts of a briefing, for its readers."""

    action: Literal["review", "set", "remove", "add"]
    kind: str  #: of the facts
    quote: str  #: their words
    facts: tuple[str, ...]  #: ids of those that the briefing has now; none where they were removed
    note: str | None  #: why
    by: str | None
    date: str | None  #: as the editor wrote it


class Archive(msgspec.Struct, frozen=True):
    """All briefings with what can only be seen over all of them."""

    briefings: tuple[Briefing, ...]  #: newest first, undated last, then by id
    actors: dict[str, Entry]  #: by key; in the order of the index: most briefings first, then key
    locations: dict[str, Entry]
    sections: dict[str, tuple[str, tuple[Briefing, ...]]]  #: section key -> its name, its briefings newest first
    months: dict[str, tuple[Briefing, ...]]  #: "2023-11" -> briefings newest first; newest month first
    claims: tuple[Claim, ...]  #: newest briefing first, then in text order
    related: dict[str, tuple[tuple[str, str], ...]]  #: briefing id -> (briefing id, reason); reports of one event first
    pages: tuple[Page, ...] = ()  #: what editors wrote in content/pages
    groups: dict[str, Group] = {}  #: briefing id -> the reports of the same event, itself among them; alone, it is not here
    moved: dict[str, str] = {}  #: key that an editor took from an actor -> the one that it has now; nobody has the first any more
    labels: dict[str, str] = {}  #: location key -> its name, for places that lie around others and have no entry
    amendments: dict[str, tuple[Amendment, ...]] = {}  #: briefing id -> what editors did to it, in their order


class Page(msgspec.Struct, frozen=True, gc=False):
    """A page of the site's own: content/pages/about.md."""

    slug: str
    title: str
    html: str
    path: str
