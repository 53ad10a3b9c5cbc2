"""Every noun of the archive, as frozen types.

This module only names things: it computes nothing, reads nothing and imports nothing of the project. All types are
immutable msgspec structs, so a Briefing is written to the store and to `data/briefings.jsonl` just as it stands here,
and the field names below are the public data format (see docs/format.md).

Two conventions hold everywhere:

* An offset counts Unicode code points of the article's canonical text, from 0; a span is half-open.
* `None` means that the source does not say, never that nobody looked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

import msgspec

Severity = Literal["error", "warning"]
Status = Literal["machine", "reviewed", "edited", "added"]

ActorType = Literal["person", "person_group", "organisation", "military", "armed_group", "state", "people", "media"]
ActorForm = Literal["name", "nominal", "demonym", "metonym", "pronoun", "appositive"]
LocationType = Literal["facility", "settlement", "admin", "country", "region", "water", "other"]
LocationForm = Literal["name", "nominal", "demonym", "metonym", "appositive"]
Precision = Literal["site", "settlement", "admin", "country", "region"]
TimeType = Literal["date", "time", "duration", "interval", "set"]
QuantityRole = Literal[
    "killed", "injured", "missing", "captured", "displaced", "targeted", "deployed", "event_count", "source_count",
    "money", "percent", "distance", "age", "rank", "other",
]
AttributionMode = Literal["direct", "indirect", "claim", "denial", "blame"]
SourceClass = Literal["named", "official", "unnamed", "media", "document"]


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A stretch of an article's canonical text; written as `[start, end]`."""

    start: int  #: first code point
    end: int  #: one past the last code point, so that end - start is the length


class Problem(msgspec.Struct, frozen=True, order=True, gc=False):
    """Something wrong with an input. A value, never an exception: one bad file hides nothing."""

    path: str  #: the file, as the person who ran the command would name it
    line: int  #: 1-based line in that file; 0 where no line is to blame
    severity: Severity
    message: str  #: what is wrong, as a sentence without a full stop
    hint: str  #: what to do about it

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity}: {self.message} ({self.hint})"


# --- the article, before anything is extracted -----------------------------------------------------


class Source(msgspec.Struct, frozen=True, gc=False):
    """Where an article's words came from."""

    path: str  #: relative to the folder of seeds, with forward slashes
    sha256: str  #: of the file's bytes, hexadecimal
    format: str  #: a row of sources.READERS, such as "text"
    url: str | None = None  #: where it was published; only http and https


class Dateline(msgspec.Struct, frozen=True, gc=False):
    """The opening of a wire report: `BAGHDAD, Nov 21 (Reuters) -`."""

    place: str | None  #: as written: "BAGHDAD"
    date: str | None  #: ISO 8601 date, its year taken from the publication date
    agency: str | None  #: "Reuters"
    span: Span | None = None  #: the whole opening with its dash, up to the first word of the report


class Aside(msgspec.Struct, frozen=True, gc=False):
    """Words of the source that are not the article: kept, shown apart, never searched for facts."""

    kind: Literal["disclaimer", "furniture"]
    text: str


class Article(msgspec.Struct, frozen=True):
    """One news article in canonical form."""

    id: str  #: stable slug, [a-z0-9-]; the page's address is made from it
    title: str
    text: str  #: canonical: title + "\n\n" + body; paragraphs are parted by "\n\n"
    body_start: int  #: offset of the body in text
    source: Source
    published: str | None = None  #: ISO 8601 date or date-time, as far as the source states it; no zone is invented
    outlet: str | None = None
    section: str | None = None
    lang: str = "en"  #: BCP 47
    authors: tuple[str, ...] = ()
    image_url: str | None = None  #: shown as an address, never loaded
    dateline: Dateline | None = None
    asides: tuple[Aside, ...] = ()


# --- facts ------------------------------------------------------------------------------------------


class ActorAttrs(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    type: ActorType
    form: ActorForm
    role: str | None = None  #: in the article's words: "spokesperson"
    of: str | None = None  #: key of the organisation or state that it belongs to
    country: str | None = None  #: ISO 3166-1 alpha-2
    wikidata: str | None = None


class LocationAttrs(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    type: LocationType
    form: LocationForm
    lat: float | None = None  #: WGS 84 degrees
    lon: float | None = None
    precision: Precision | None = None
    country: str | None = None  #: ISO 3166-1 alpha-2
    within: tuple[str, ...] = ()  #: keys of the places around it, nearest first
    geonameid: int | None = None
    relation: str | None = None  #: how the place that is meant lies from the named one, in the article's words: "120 km west of"


class TimeAttrs(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    type: TimeType
    value: str | None  #: TIMEX3 / ISO 8601: 2023-11-21, 2023-W47, P1Y, 2023-10-17/.., PRESENT_REF


class QuantityAttrs(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    unit: str | None  #: singular: "person", "troop", "attack", "USD", "percent", "km"
    role: QuantityRole
    min: float | None = None  #: "at least 62" is min 62 and no max
    max: float | None = None
    of: str | None = None  #: actor key: who was killed, deployed, counted
    place: str | None = None  #: location key
    time: str | None = None  #: a TimeAttrs.value


class WeaponAttrs(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    type: str  #: class of the lexicon: "missile", "uav", "aircraft", "small_arms", "explosive", "vehicle", ...
    used_by: str | None = None  #: actor key


class AttributionAttrs(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    mode: AttributionMode
    cue: Span | None
    speaker: Span | None
    content: Span
    speaker_key: str | None = None  #: actor key
    source_class: SourceClass | None = None


class EventAttrs(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    type: str  #: PLOVER event class, upper case
    mode: str | None = None  #: PLOVER mode, lower case
    source: tuple[str, ...] = ()  #: actor keys, or the words of who has none ("gunmen")
    target: tuple[str, ...] = ()  #: likewise
    location: str | None = None  #: location key
    date: str | None = None  #: a TimeAttrs.value
    weapons: tuple[str, ...] = ()  #: weapon keys
    quantities: tuple[str, ...] = ()  #: ids of quantity facts
    main: bool = False  #: what the article reports
    background: bool = False  #: told to explain the news, not as news


class RelationAttrs(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    predicate: str  #: "backed_by", "part_of", "member_of", "leads", "speaks_for", "based_in", "deployed_in", ...
    subject: str  #: actor or location key
    object: str | None  #: actor or location key


class _Fact(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag_field="kind"):
    """One mention of one thing, with the very words that say so.

    `span`, `quote` and `sentence` are its evidence. Only facts/_evidence.py builds facts, and it checks that
    quote == text[span.start:span.end].
    """

    id: str  #: stable within the article: kind and span, as "actor-249-260"
    key: str | None  #: canonical identity, the same for one thing in every article; None for what has no identity
    label: str  #: canonical display name, or the value written out
    span: Span
    quote: str
    sentence: int  #: index into Briefing.sentences
    rule: str  #: what found it: "actors.lexicon", "times.weekday"
    confidence: float | None = None  #: 0..1, only where measured
    inferred: bool = False  #: a reader concludes it rather than reads it
    status: Status = "machine"

    @property
    def kind(self) -> str:
        """A row of facts.KINDS: "actor", "location", ..."""
        return str(self.__struct_config__.tag)


class ActorFact(_Fact, frozen=True, kw_only=True, gc=False, tag="actor"):
    attrs: ActorAttrs


class LocationFact(_Fact, frozen=True, kw_only=True, gc=False, tag="location"):
    attrs: LocationAttrs


class TimeFact(_Fact, frozen=True, kw_only=True, gc=False, tag="time"):
    attrs: TimeAttrs


class QuantityFact(_Fact, frozen=True, kw_only=True, gc=False, tag="quantity"):
    attrs: QuantityAttrs


class WeaponFact(_Fact, frozen=True, kw_only=True, gc=False, tag="weapon"):
    attrs: WeaponAttrs


class AttributionFact(_Fact, frozen=True, kw_only=True, gc=False, tag="attribution"):
    attrs: AttributionAttrs


class EventFact(_Fact, frozen=True, kw_only=True, gc=False, tag="event"):
    attrs: EventAttrs


class RelationFact(_Fact, frozen=True, kw_only=True, gc=False, tag="relation"):
    attrs: RelationAttrs


Fact = ActorFact | LocationFact | TimeFact | QuantityFact | WeaponFact | AttributionFact | EventFact | RelationFact


class Briefing(msgspec.Struct, frozen=True):
    """One article with its facts: a line of data/briefings.jsonl, after the contract's briefing.schema.json."""

    id: str
    title: str
    published: str | None
    source: Source
    text: str
    body_start: int
    sentences: tuple[Span, ...]  #: in order, not overlapping; sentence 0 is the title
    facts: tuple[Fact, ...]  #: by start, then end, then kind, then id
    url: str | None = None  #: site address of the page, where the site has one
    outlet: str | None = None
    section: str | None = None
    lang: str = "en"
    dateline: Dateline | None = None
    authors: tuple[str, ...] = ()
    image_url: str | None = None
    asides: tuple[Aside, ...] = ()


# --- the archive: all briefings seen together ---------------------------------------------------------


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
    labels: dict[str, str] = {}  #: location key -> its name, for places that lie around others and have no entry
    amendments: dict[str, tuple[Amendment, ...]] = {}  #: briefing id -> what editors did to it, in their order


class Page(msgspec.Struct, frozen=True, gc=False):
    """A page of the site's own: content/pages/about.md."""

    slug: str
    title: str
    html: str
    path: str


# --- what is written -----------------------------------------------------------------------------------


class PageRequest(msgspec.Struct, frozen=True):
    """A page to be rendered. The same template and source give the same bytes: of an unchanged request neither the view is
    made nor the page rendered."""

    path: str  #: below the output folder, with forward slashes
    template: str  #: a file of the theme's templates
    source: msgspec.Struct  #: all that the page depends on; the view itself, where that costs little
    make: Callable[[Any], msgspec.Struct] | None = None  #: from the source to the view; None where the source is the view

    @property
    def view(self) -> msgspec.Struct:
        """All that the template sees, ready to print."""
        return self.make(self.source) if self.make else self.source


class FileRequest(msgspec.Struct, frozen=True):
    """A file that needs no template: feed, export, map, style sheet."""

    path: str  #: below the output folder, with forward slashes
    pieces: Iterable[bytes]  #: its bytes, to be gone through once; a generator makes them only when they are asked for
    inputs: bytes | None = None  #: digest of the data that its bytes depend on; None where that costs as much as writing it

    @property
    def content(self) -> bytes:
        """All its bytes."""
        return b"".join(self.pieces)
