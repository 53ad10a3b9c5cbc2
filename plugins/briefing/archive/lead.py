"""What a briefing reports, in a few words: what, who, where, when, and how many were harmed.

For summaries: the list of briefings, feeds, descriptions of pages. Every point leads to the sentences that it rests on.
Refuses to guess: a point that the main event or the lead does not state stays empty, and numbers keep their own words
("at least 62"), so that nothing is said more strongly than the article says it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from ..event_names import event_name
from ..model import ActorFact, AttributionFact, Briefing, EventFact, Fact, LocationFact, QuantityFact, Span, TimeFact
from ..spans import overlaps

#: The title and the first two sentences of the report: what stands there is what the article is about.
_LEAD_SENTENCES = 3
_POINTS = 3  #: of one kind; a summary is no list
_TOLL = ("killed", "injured", "missing", "captured", "displaced")
_NAMED = frozenset({"name", "metonym"})
_ATTACKS = frozenset({"ASSAULT"})  #: PLOVER classes of which a reader asks who did it
_UNCLASSED = "NEWS"  #: what no class was found for
_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d")
#: Words that say of themselves what was done to those counted.
_TELLING = {
    "killed": frozenset({"death", "deaths", "dead", "fatality", "fatalities", "killed"}),
    "injured": frozenset({"injury", "injuries", "injured", "wounded"}),
    "missing": frozenset({"missing"}),
    "displaced": frozenset({"displaced"}),
}
#: Behind a number that says enough by itself: "two of them", not "a number of them".
_OF_THEM = re.compile(r"(?<! number)(?<! handful)(?<! couple) of (?:them|these|those)$")


class Point(msgspec.Struct, frozen=True, gc=False):
    """One thing that a briefing states."""

    text: str
    sentences: tuple[int, ...]  #: where it is stated; indexes into Briefing.sentences
    key: str | None = None  #: of the actor, the place or the event's class; None where there is none


class Lead(msgspec.Struct, frozen=True):
    """The five questions. An empty tuple: not stated."""

    what: tuple[Point, ...]
    who: tuple[Point, ...]  #: "militants → U.S. forces" where one acts on another
    where: tuple[Point, ...]
    when: tuple[Point, ...]
    toll: tuple[Point, ...]  #: "injured: eight injuries"


def lead(briefing: Briefing) -> Lead:
    """What the briefing reports. Pure; a briefing without facts has an empty lead."""
    events = _events(briefing)
    return Lead(
        what=_what(events),
        who=_who(briefing, events),
        where=_where(briefing, events),
        when=_when(briefing, events),
        toll=_toll(briefing, events),
    )


def toll(point: str) -> str:
    """A point of the toll for readers, said once and without a pronoun that means nothing outside its sentence: "injured: eight
    injuries" -> eight injuries; "killed: two of them" -> killed: two."""
    role, _, words = point.partition(": ")
    words = _OF_THEM.sub("", words)
    return words if words.rpartition(" ")[2].casefold() in _TELLING.get(role, ()) else f"{role}: {words}"


def _events(briefing: Briefing) -> list[EventFact]:
    """The main events; where none is marked as such, what the lead tells as news."""
    events = [fact for fact in briefing.facts if isinstance(fact, EventFact)]
    main = [event for event in events if event.attrs.main]
    return main or [event for event in events if not event.attrs.background and event.sentence < _LEAD_SENTENCES]


def _what(events: Sequence[EventFact]) -> tuple[Point, ...]:
    """Each class of event once, with the words that first report it: "Violence: “attacked”". The report's own words are
    preferred to the title's."""
    classes: dict[str, list[EventFact]] = {}
    for event in events:
        classes.setdefault(event.attrs.type, []).append(event)
    points = []
    for kind, found in classes.items():
        told = next((event for event in found if event.sentence), found[0])
        words = " ".join(told.quote.split())
        sentences = tuple(dict.fromkeys(event.sentence for event in found))
        points.append(Point(f"{event_name(kind, told.attrs.mode)}: “{words}”", sentences, kind if kind != _UNCLASSED else None))
    return tuple(points[:_POINTS])


def _who(briefing: Briefing, events: Sequence[EventFact]) -> tuple[Point, ...]:
    """Who acts on whom; of an attack by nobody knows whom, that its source is not stated."""
    actors = [fact for fact in briefing.facts if isinstance(fact, ActorFact)]
    labels = _labels(actors)
    owners = {fact.label: fact.attrs.of for fact in actors if fact.key is None}
    points = []
    for event in events:
        source, target = (_side(names, labels, owners) for names in (event.attrs.source, event.attrs.target))
        if not source and target and event.attrs.type in _ATTACKS:
            source = "not stated"
        if source or target:
            parties = (*event.attrs.source, *event.attrs.target)
            named = (name for name in parties if name in labels)
            points.append(Point(" → ".join(filter(None, (source, target))), _resting(event, parties, actors), next(named, None)))
    if points:
        return _merged(points)
    return _merged(Point(labels[fact.key or ""], (fact.sentence,), fact.key) for fact in _named(briefing, events))


def _named(briefing: Briefing, events: Sequence[EventFact]) -> list[ActorFact]:
    """Who is named in the lead, beside the main event or in the title before anywhere else; but who only tells of a storm is not
    whom it is about."""
    said = [fact.attrs.speaker for fact in briefing.facts if isinstance(fact, AttributionFact) and fact.attrs.speaker and events]
    named = [fact for fact in _in_lead(briefing) if isinstance(fact, ActorFact) and fact.attrs.form in _NAMED and fact.key
             and not any(overlaps(fact.span, speaker) for speaker in said)]
    told = {0, *(event.sentence for event in events)} if any(event.attrs.main for event in events) else ()
    return [fact for fact in named if fact.sentence in told] or named


def _resting(event: EventFact, parties: Iterable[str], actors: Sequence[ActorFact]) -> tuple[int, ...]:
    """The sentences that tell an event and its parties: its own, and where a party that this does not name is named nearest to it."""
    told = {name: {fact.sentence for fact in actors if name in (fact.key, fact.label)} for name in parties}
    return tuple(dict.fromkeys((event.sentence, *(_nearest(event.sentence, sentences) for sentences in told.values()))))


def _nearest(sentence: int, others: Collection[int]) -> int:
    """Of some sentences the one nearest to one, which it may be itself; that one where there are none."""
    return min(others, key=lambda other: (abs(other - sentence), other), default=sentence)


def _side(names: Sequence[str], labels: Mapping[str, str], owners: Mapping[str, str | None]) -> str:
    """One side in words; whoever is told of without a name stands for the body that they belong to ("a U.S. official")."""
    spoken_for = {owners.get(name) for name in names}
    return ", ".join(labels.get(name, " ".join(name.split())) for name in names if name not in spoken_for)


def _where(briefing: Briefing, events: Sequence[EventFact]) -> tuple[Point, ...]:
    places = [fact for fact in briefing.facts if isinstance(fact, LocationFact) and fact.key]
    labels = _labels(places)
    around = {fact.key or "": fact.attrs.within for fact in places}
    told = {key: {place.sentence for place in places if place.key == key} for key in labels}
    located = ((event.attrs.location or "", event.sentence) for event in events)
    stated = [(key, _nearest(sentence, told[key])) for key, sentence in located if key in labels]
    if not stated:
        named = (fact for fact in _in_lead(briefing) if isinstance(fact, LocationFact) and fact.attrs.form == "name")
        stated = [(fact.key, fact.sentence) for fact in named if fact.key]
    lies = {(fact.key, fact.sentence): fact.attrs.relation for fact in sorted(places, key=lambda fact: fact.attrs.relation is None)}
    holding = {outer for key, _ in stated for outer in around[key]}  # Iraq goes without saying beside Baghdad
    points = []
    for key, sentence in stated:
        chain = [labels[outer] for outer in around[key] if outer in labels]
        if key not in holding:
            words = " ".join(filter(None, (lies.get((key, sentence)), labels[key])))  # "120 km west of Baghdad"
            points.append(Point(", ".join(dict.fromkeys([words, *chain[:1]])), (sentence,), key))
    return _merged(points)


def _when(briefing: Briefing, events: Sequence[EventFact]) -> tuple[Point, ...]:
    times = [fact for fact in briefing.facts if isinstance(fact, TimeFact) and fact.attrs.value]
    labels = {fact.attrs.value: fact.label for fact in reversed(times)}
    dated = {value: {fact.sentence for fact in times if fact.attrs.value == value} for value in labels}
    stated = [(date, _nearest(event.sentence, dated.get(date, ()))) for event in events if (date := event.attrs.date)]
    if not stated:
        before = {fact.attrs.date for fact in briefing.facts if isinstance(fact, EventFact) and fact.attrs.background}
        timed = [fact for fact in _in_lead(briefing) if isinstance(fact, TimeFact) and fact.sentence and fact.attrs.value not in before]
        stated = [(fact.attrs.value or "", fact.sentence) for fact in timed if _MONTH_OR_DAY.match(fact.attrs.value or "")][:1]
    return _merged(Point(labels.get(value, value), (sentence,), value) for value, sentence in stated)


def _toll(briefing: Briefing, events: Sequence[EventFact]) -> tuple[Point, ...]:
    """The counts of the main events; where they have none, those of the lead. By severity, in the article's words; a count
    without a number ("injuries") only where the same is not counted."""
    counts = [fact for fact in briefing.facts if isinstance(fact, QuantityFact) and fact.attrs.role in _TOLL]
    linked = {name for event in _told_again(briefing, events) for name in event.attrs.quantities}
    chosen = [fact for fact in counts if fact.id in linked] or [fact for fact in counts if fact.sentence < _LEAD_SENTENCES]
    counted = {fact.attrs.role for fact in chosen if _is_number(fact)}
    shown = _wholes(_each_once([fact for fact in chosen if _is_number(fact) or fact.attrs.role not in counted]))
    shown.sort(key=lambda fact: (_TOLL.index(fact.attrs.role), fact.span))
    return _merged(Point(f"{fact.attrs.role}: {fact.label}", (fact.sentence,), fact.attrs.role) for fact in shown)


def _each_once(counts: Iterable[QuantityFact]) -> list[QuantityFact]:
    """Some counts without those that another tells in fuller words: "14 people", not "14" too; two numbers stay side by side.
    One number told of two in one sentence counts both: "two soldiers and two farmers"."""
    numbers: dict[tuple[str, float | None, float | None], list[QuantityFact]] = {}
    for fact in counts:
        fullest = numbers.setdefault((fact.attrs.role, fact.attrs.min, fact.attrs.max), [])
        place = next((number for number, known in enumerate(fullest) if same_count(known, fact)), len(fullest))
        if place == len(fullest):
            fullest[:] = (*fullest, fact)[:_POINTS]  # no more are shown
        elif fullest[place].label in fact.label or (fact.sentence and not fullest[place].sentence):
            fullest[place] = fact
    return [fact for fullest in numbers.values() for fact in fullest]


def _wholes(counts: Iterable[QuantityFact]) -> list[QuantityFact]:
    """Some counts without those that lie within the words of another of the same harm: "33 inmates and an officer" are 34."""
    widest: dict[str, Span] = {}
    kept = []
    for fact in sorted(counts, key=lambda fact: (fact.span.start, -fact.span.end)):
        around = widest.get(fact.attrs.role, fact.span)
        if fact.span == around or fact.span.end > around.end:
            widest[fact.attrs.role] = fact.span
            kept.append(fact)
    return kept


def same_count(one: QuantityFact, other: QuantityFact) -> bool:
    """Whether two counts tell the same number of the same harm."""
    numbers = [(fact.attrs.role, fact.attrs.min, fact.attrs.max, "" if _is_number(fact) else fact.label) for fact in (one, other)]
    short, long = sorted((one.label.casefold(), other.label.casefold()), key=len)
    return numbers[0] == numbers[1] and (one.sentence != other.sentence or short in long)


def _is_number(fact: QuantityFact) -> bool:
    return fact.attrs.min is not None or fact.attrs.max is not None


def _told_again(briefing: Briefing, events: Sequence[EventFact]) -> list[EventFact]:
    """The events with every other mention of them: of the same class, at the same place, and not told as background."""
    same = {(event.attrs.type, event.attrs.location) for event in events if event.attrs.location}
    again = (fact for fact in briefing.facts if isinstance(fact, EventFact) and not fact.attrs.background)
    return [*events, *(fact for fact in again if (fact.attrs.type, fact.attrs.location) in same)]


def _in_lead(briefing: Briefing) -> list[Fact]:
    """The facts of the lead, without those of the dateline: it says where, when and by whom the report was written."""
    after = briefing.dateline.span.end if briefing.dateline and briefing.dateline.span else 0
    return [
        fact for fact in briefing.facts
        if fact.sentence < _LEAD_SENTENCES and not briefing.body_start <= fact.span.start < after
    ]


def _labels(facts: Iterable[Fact]) -> dict[str, str]:
    """The label that most mentions of a key have, the first of equals."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        if fact.key:
            found.setdefault(fact.key, []).append(fact.label)
    return {key: labels[0] if len(labels) < 3 else Counter(labels).most_common(1)[0][0] for key, labels in found.items()}


def _merged(points: Iterable[Point]) -> tuple[Point, ...]:
    """The first few points; one stated twice has all its sentences."""
    merged: dict[str, Point] = {}
    for point in points:
        known = merged.get(point.text)
        sentences = tuple(dict.fromkeys((*known.sentences, *point.sentences))) if known else point.sentences
        merged[point.text] = Point(point.text, sentences, known.key if known else point.key)
    return tuple(merged.values())[:_POINTS]
