"""Every noun of the archive, as frozen types.

This package only names things: it computes nothing, reads nothing and imports nothing of the project. All types are
immutable msgspec structs, so a Briefing is written to the store and to `data/briefings.jsonl` just as it stands here,
and the field names below are the public data format (see docs/format.md).

Two conventions hold everywhere:

* An offset counts Unicode code points of the article's canonical text, from 0; a span is half-open.
* `None` means that the source does not say, never that nobody looked.
"""

from __future__ import annotations

from ._archive import (
    Amendment,
    Archive,
    Claim,
    Counterpart,
    Entry,
    Group,
    Mention,
    Page,
    Profile,
    Ruling,
)
from ._article import (
    Article,
    Aside,
    Dateline,
    Problem,
    Severity,
    Source,
    Span,
)
from ._facts import (
    ActorAttrs,
    ActorFact,
    ActorForm,
    ActorType,
    AnyFact,
    AttributionAttrs,
    AttributionFact,
    AttributionMode,
    Briefing,
    EventAttrs,
    EventFact,
    Fact,
    LocationAttrs,
    LocationFact,
    LocationForm,
    LocationType,
    Precision,
    QuantityAttrs,
    QuantityFact,
    QuantityRole,
    RelationAttrs,
    RelationFact,
    SourceClass,
    Status,
    TimeAttrs,
    TimeFact,
    TimeType,
    WeaponAttrs,
    WeaponFact,
)
from ._requests import (
    FileRequest,
    PageRequest,
)

__all__ = [
    "ActorAttrs",
    "ActorFact",
    "ActorForm",
    "ActorType",
    "Amendment",
    "AnyFact",
    "Archive",
    "Article",
    "Aside",
    "AttributionAttrs",
    "AttributionFact",
    "AttributionMode",
    "Briefing",
    "Claim",
    "Counterpart",
    "Dateline",
    "Entry",
    "EventAttrs",
    "EventFact",
    "Fact",
    "FileRequest",
    "Group",
    "LocationAttrs",
    "LocationFact",
    "LocationForm",
    "LocationType",
    "Mention",
    "Page",
    "PageRequest",
    "Precision",
    "Problem",
    "Profile",
    "QuantityAttrs",
    "QuantityFact",
    "QuantityRole",
    "RelationAttrs",
    "RelationFact",
    "Ruling",
    "Severity",
    "Source",
    "SourceClass",
    "Span",
    "Status",
    "TimeAttrs",
    "TimeFact",
    "TimeType",
    "WeaponAttrs",
    "WeaponFact",
]
