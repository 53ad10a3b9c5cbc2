"""What is found: the facts of each kind, and a briefing, which is an article with its facts."""

from __future__ import annotations

from typing import Literal

import msgspec

from ._article import Aside, Dateline, Source, Span

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


class AnyFact(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag_field="kind"):
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


class ActorFact(AnyFact, frozen=True, kw_only=True, gc=False, tag="actor"):
    attrs: ActorAttrs


class LocationFact(AnyFact, frozen=True, kw_only=True, gc=False, tag="location"):
    attrs: LocationAttrs


class TimeFact(AnyFact, frozen=True, kw_only=True, gc=False, tag="time"):
    attrs: TimeAttrs


class QuantityFact(AnyFact, frozen=True, kw_only=True, gc=False, tag="quantity"):
    attrs: QuantityAttrs


class WeaponFact(AnyFact, frozen=True, kw_only=True, gc=False, tag="weapon"):
    attrs: WeaponAttrs


class AttributionFact(AnyFact, frozen=True, kw_only=True, gc=False, tag="attribution"):
    attrs: AttributionAttrs


class EventFact(AnyFact, frozen=True, kw_only=True, gc=False, tag="event"):
    attrs: EventAttrs


class RelationFact(AnyFact, frozen=True, kw_only=True, gc=False, tag="relation"):
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
