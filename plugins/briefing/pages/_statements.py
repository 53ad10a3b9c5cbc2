"""What sentences state of an entry: claims, relations, events. Each keeps its words and leads to its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from ..model import Archive, AttributionFact, Claim, EventFact, RelationFact, Span
from ..parts import Parts
from . import _context, _dates, _paths, _words
from ._threads import Said
from ._views import Date, EntryLink

T = TypeVar("T")
_LEADING = (" to", " of", " by", "per")  #: how a cue ends that is no verb
_SENTENCES = 2  #: that state a relation; the others are counted
_ROW = 650  #: bytes around the words of a claim or an event: who, when, and the links to them


class Claimed(msgspec.Struct, frozen=True):
    """Who said what, and how."""

    speaker: EntryLink | None  #: with its page
    speaker_words: str  #: as the text names the speaker; "" where it names none
    mode: str  #: "claimed", "denied"; "" for plain saying and where the cue is that very word
    opening: str  #: a cue that stands before its speaker: "according to"; "" where there is none
    cue: str  #: any other, as written: "said"; "" where there is none
    source: str  #: class of source, "" where unknown
    content: str
    date: Date | None
    title: str  #: of the briefing
    href: str  #: to the sentence
    sentence: str  #: its name: "s3"


class Stated(msgspec.Struct, frozen=True):
    """A sentence that states a relation, and the date of its briefing."""

    line: _context.Line
    date: Date | None


class Related(msgspec.Struct, frozen=True):
    """A relation, with the sentences that state it."""

    subject: EntryLink | None
    subject_words: str
    predicate: str
    object: EntryLink | None
    object_words: str
    stated: tuple[Stated, ...]
    more: str  #: how many further sentences do; "" where none


class Happened(msgspec.Struct, frozen=True):
    """The events of one sentence that have one date."""

    labels: tuple[str, ...]
    date: Date | None  #: of the event, where the text gives its day
    reported: Date | None
    actors: tuple[EntryLink, ...]
    background: bool
    line: _context.Line


class Shown(msgspec.Struct, frozen=True):
    """A list, and in words what of it is not shown."""

    rows: tuple[msgspec.Struct, ...]
    more: str


def shown(found: Sequence[T], room: int, one: Callable[[T], msgspec.Struct]) -> Shown:
    """The first `room` of a list, made ready by `one`."""
    rest = len(found) - room
    return Shown(tuple(one(each) for each in found[:room]), f"and {rest:,} more, in the mentions below" if rest > 0 else "")


def weight(said: Claim | Said[AttributionFact] | Said[EventFact]) -> int:
    """About how many bytes a claim or an event comes to."""
    briefing, fact = said.briefing, said.fact
    around = _ROW + _context.size(briefing.title)
    if isinstance(fact, AttributionFact):
        return around + _context.size(_context.excerpt(briefing.text, fact.attrs.content))
    return around + _context.weight(briefing, fact.sentence)


def claimed(claim: Claim | Said[AttributionFact], archive: Archive, long: Parts, up: str) -> Claimed:
    """One attribution, ready to print."""
    briefing, fact = claim.briefing, claim.fact
    attrs, text = fact.attrs, claim.briefing.text
    cue, before = _cue(text, attrs.cue, attrs.speaker)
    mode = "" if attrs.mode == "indirect" else _words.MODES[attrs.mode]
    return Claimed(
        speaker=link("actor", attrs.speaker_key, archive, up),
        speaker_words=_context.excerpt(text, attrs.speaker) if attrs.speaker else "",
        mode="" if mode == cue.casefold() else mode, opening=cue if before else "", cue="" if before else cue,
        source=_words.SOURCES.get(attrs.source_class or "", ""), content=_context.excerpt(text, attrs.content),
        date=_dates.day(briefing.published), title=briefing.title, href=up + _paths.sentence(briefing.id, fact.sentence, long),
        sentence=_context.name(fact.sentence),
    )


def related(said: Sequence[Said[RelationFact]], archive: Archive, long: Parts, up: str) -> Related:
    """One relation with all that state it, ready to print."""
    attrs, rest = said[0].fact.attrs, len(said) - _SENTENCES
    return Related(
        subject=_either(attrs.subject, archive, up), subject_words=attrs.subject, predicate=_words.relation(attrs.predicate),
        object=_either(attrs.object, archive, up), object_words=attrs.object or "",
        stated=tuple(Stated(_line([each], long, up), _dates.day(each.briefing.published)) for each in said[:_SENTENCES]),
        more=f"and in {_words.count(rest, 'more sentence')}" if rest > 0 else "",
    )


def by_relation(relations: Iterable[Said[RelationFact]]) -> list[list[Said[RelationFact]]]:
    """Each relation once, with all sentences that state it, in the order given."""
    found: dict[tuple[str, str, str | None], list[Said[RelationFact]]] = {}
    for said in relations:
        attrs = said.fact.attrs
        found.setdefault((attrs.subject, attrs.predicate, attrs.object), []).append(said)
    return list(found.values())


def happened(said: Sequence[Said[EventFact]], archive: Archive, long: Parts, up: str) -> Happened:
    """The events of one sentence, ready to print."""
    first, told = said[0], [each.fact.attrs for each in said]
    actors = (link("actor", key, archive, up) for key in dict.fromkeys(key for attrs in told for key in (*attrs.source, *attrs.target)))
    return Happened(
        labels=tuple(dict.fromkeys(each.fact.label.replace(": → ", ": … → ", 1) for each in said)),
        date=_dates.date(_day(said)), reported=_dates.day(first.briefing.published),
        actors=tuple(actor for actor in actors if actor), background=all(attrs.background for attrs in told), line=_line(said, long, up),
    )


def by_sentence(events: Iterable[Said[EventFact]]) -> list[list[Said[EventFact]]]:
    """The events that one sentence tells of one day, together, in the order given. One without a day is of the sentence's first."""
    found: dict[tuple[str, int], list[list[Said[EventFact]]]] = {}
    for said in events:
        told = found.setdefault((said.briefing.id, said.fact.sentence), [])
        day = said.fact.attrs.date
        group = next((each for each in told if day is None or _day(each) in (None, day)), None)
        if group is None:
            told.append([said])
        else:
            group.append(said)
    return [group for told in found.values() for group in told]


def by_event_date(told: Iterable[list[Said[EventFact]]]) -> list[list[Said[EventFact]]]:
    """Latest first: by the day of the events where the text gives it, else by the day of the report."""

    def when(group: list[Said[EventFact]]) -> str:
        found = _dates.date(_day(group)) or _dates.day(group[0].briefing.published)
        return found.iso if found else ""

    return sorted(told, key=when, reverse=True)


def _day(events: Iterable[Said[EventFact]]) -> str | None:
    return next((said.fact.attrs.date for said in events if said.fact.attrs.date), None)


def link(kind: str, key: str | None, archive: Archive, up: str) -> EntryLink | None:
    """A link to an entry's page; None where it has none."""
    entry = (archive.actors if kind == "actor" else archive.locations).get(key or "")
    return EntryLink(kind, up + _paths.entry(kind, entry.key), entry.label) if entry else None


def _either(key: str | None, archive: Archive, up: str) -> EntryLink | None:
    """A relation's side may be an actor or a location; where both have the key, the actor is meant."""
    return link("actor", key, archive, up) or link("location", key, archive, up)


def _cue(text: str, cue: Span | None, speaker: Span | None) -> tuple[str, bool]:
    """The words of a cue, and whether its speaker has to follow: "according to", "in the words of". A verb is read either way."""
    words = _context.excerpt(text, cue) if cue else ""
    before = bool(cue and speaker and cue.end <= speaker.start and words.casefold().endswith(_LEADING))
    return words[:1].lower() + words[1:] if before else words, before


def _line(said: Sequence[Said[EventFact] | Said[RelationFact]], long: Parts, up: str) -> _context.Line:
    """The sentence of some facts, with their words marked."""
    briefing, sentence = said[0].briefing, said[0].fact.sentence
    href = up + _paths.sentence(briefing.id, sentence, long)
    return _context.line(briefing, sentence, (each.fact.span for each in said), href)
