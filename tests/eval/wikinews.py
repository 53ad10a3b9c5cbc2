"""The project's own labels on Wikinews articles; gold/README.md says what each stands for.

Speech is right where cue and speaker overlap and the content is mostly the same. The main event is scored by its parts,
one article one item; victims are counted by what the article says of the main event, so that a toll told of another
event is wrong. A country is a place here, also where it acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.model import AttributionFact, EventFact, LocationFact, QuantityFact, QuantityRole, Span, TimeFact, WeaponFact
from briefing.spans import overlaps

from . import names
from ._misses import Of
from ._score import Score, Scores, dedupe, one_to_one, share
from ._texts import Case
from .plover import UNCLASSED, side
from .times import same_value

Bounds = tuple[float | None, float | None]
_TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC"}
#: Of the content, as Jaccard: quotation marks leave no doubt where speech ends, a reported clause does.
_ENOUGH = {"direct": 0.8}
_ENOUGH_REPORTED = 0.5
_LEAD_SENTENCES = 3  #: the title and two more, where a main event has no count of its own


def labels(case: Case) -> Scores:
    """Every row of one article."""
    weapons = [span for span, _ in case.facts(WeaponFact)]
    return {
        **_names(case),
        **_times(case),
        **_quantities(case),
        "weapons": one_to_one(dedupe(weapons), [Span(*item) for item in case.text.gold["weapons"]], overlaps),
        **_speech(case),
        **_main_event(case),
    }


def _names(case: Case) -> Scores:
    """Exact spans, of all types and of each."""
    given = names.found(case)
    wanted = [(Span(start, end), kind) for start, end, kind in case.text.gold["names"]]
    rows = {"names": one_to_one(given, wanted, lambda a, b: a == b)}
    for row, kind in _TYPES.items():
        rows[f"names.{row}"] = one_to_one([n for n in given if n[1] == kind], [n for n in wanted if n[1] == kind], lambda a, b: a == b)
    return rows


def _times(case: Case) -> Scores:
    given = [(span, fact.attrs.value) for span, fact in case.facts(TimeFact)]
    wanted = [(Span(start, end), value) for start, end, value in case.text.gold["times"]]
    return {
        "times.relaxed": one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0])),
        "times.value": one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0]) and same_value(a[1], b[1])),
    }


def _quantities(case: Case) -> Scores:
    given = [(span, fact.attrs.role, (fact.attrs.min, fact.attrs.max)) for span, fact in case.facts(QuantityFact)]
    wanted = [(Span(start, end), role, (low, high)) for start, end, low, high, role in case.text.gold["quantities"]]
    return {
        "quantities.overlap": one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0])),
        "quantities.role": one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0]) and a[1] == b[1]),
        "quantities.value": one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0]) and a[2] == b[2]),
    }


# --- speech -----------------------------------------------------------------------------------------------

Speech = tuple[Span, Span | None, Span | None, str]  #: content, cue, speaker, mode


def _speech(case: Case) -> Scores:
    """All of it, and direct speech alone; there, a claim in quotation marks counts neither way."""
    given = [said for _, fact in case.facts(AttributionFact) if (said := _given(case, fact))]
    wanted = [_wanted(item) for item in case.text.gold["quotes"]]
    claims = [item for item in wanted if item[3] not in ("direct", "indirect")]
    direct, direct_wanted = ([item for item in items if item[3] == "direct"] for items in (given, wanted))
    return {
        "attributions": one_to_one(given, wanted, _same_speech),
        "attributions.direct": one_to_one(direct, direct_wanted, _same_speech, claims),
    }


def _given(case: Case, fact: AttributionFact) -> Speech | None:
    content = case.text.span(fact.attrs.content)
    cue, speaker = (part and case.text.span(part) for part in (fact.attrs.cue, fact.attrs.speaker))
    return (content, cue, speaker, fact.attrs.mode) if content else None


def _wanted(item: Sequence[Any]) -> Speech:
    cue, speaker, content = (Span(*item[at : at + 2]) if item[at] is not None else None for at in (0, 2, 4))
    if content is None:
        raise ValueError(f"speech without content: {item}")
    return content, cue, speaker, item[6]


def _same_speech(ours: Speech, gold: Speech) -> bool:
    if share(ours[0], gold[0]) < _ENOUGH.get(gold[3], _ENOUGH_REPORTED):
        return False
    return _meet(ours[1], gold[1]) and _meet(ours[2], gold[2])


def _meet(ours: Span | None, gold: Span | None) -> bool:
    """Whether both are there and overlap, or neither is."""
    return overlaps(ours, gold) if ours and gold else ours is gold


# --- the main event -----------------------------------------------------------------------------------------


def _main_event(case: Case) -> Scores:
    gold = case.text.gold["main_event"]
    event = next((fact for _, fact in case.facts(EventFact) if fact.attrs.main), None)
    kind, key, date = (event.attrs.type, event.attrs.location, event.attrs.date) if event else (None, None, None)
    kind = None if kind == UNCLASSED else kind
    triggers, source, target = ([Span(*item) for item in gold[part]] for part in ("triggers", "source", "target"))
    place = Span(*gold["place"]) if gold["place"] else None
    key = key if place or _is_stated(case, key) else None
    return {
        "events.class": _item(kind, gold["type"], kind == gold["type"]),
        "events.sentence": _item(event, triggers, event is not None and _told_there(case, event, triggers)),
        "events.source": side(case, event, "source", source),
        "events.target": side(case, event, "target", target),
        "events.place": _item(key, place, _is_named(case, key, place)),
        "events.date": _item(date, gold["date"], date is not None and same_value(_day(date), gold["date"])),
        **_tolls(case, event, gold),
    }


def _item(ours: Any, gold: Any, right: bool) -> Score:
    """One article's answer to one question, where both may be silent."""
    right = right and bool(ours) and bool(gold)
    return Score(
        int(right), int(bool(ours)), int(right), int(bool(gold)),
        (Of(ours),) if ours and not right else (), (Of(gold),) if gold and not right else (),
    )


def _day(value: str) -> str:
    """A date without its time of day, which the labels leave out."""
    return value.partition("T")[0]


def _told_there(case: Case, event: EventFact, triggers: Sequence[Span]) -> bool:
    """Whether the event stands in a sentence that holds one of the marked words."""
    sentence = case.text.span(case.briefing.sentences[event.sentence])
    return sentence is not None and any(sentence.start <= trigger.start and trigger.end <= sentence.end for trigger in triggers)


def _is_stated(case: Case, key: str | None) -> bool:
    """Whether the article names a place anywhere: a country told by its people alone answers what no label asks."""
    return any(fact.key == key and not fact.inferred for _, fact in case.facts(LocationFact))


def _is_named(case: Case, key: str | None, place: Span | None) -> bool:
    """Whether a mention of the place stands where the reader found it named."""
    return place is not None and any(fact.key == key and overlaps(span, place) for span, fact in case.facts(LocationFact))


def _tolls(case: Case, event: EventFact | None, gold: dict[str, Any]) -> Scores:
    """Killed and injured, right where both bounds are stated; and whether the silence on the dead is right."""
    scores: Scores = {}
    for role in ("killed", "injured"):
        ours, wanted = _toll(case, event, role), _victims(gold[role])
        scores[f"events.{role}"] = _item(ours, wanted, wanted is not None and _states(ours, wanted))
    silent, nobody = not _toll(case, event, "killed"), _victims(gold["killed"]) is None
    scores["events.nobody-killed"] = _item(silent, nobody, True)
    return scores


def _toll(case: Case, event: EventFact | None, role: QuantityRole) -> list[Bounds]:
    """The counts of the main event; where it has none, those of title and lead. "None" and "dozens" count nobody."""
    counts = [fact for _, fact in case.facts(QuantityFact) if fact.attrs.role == role]
    linked = [fact for fact in counts if event and fact.id in event.attrs.quantities]
    chosen = linked or [fact for fact in counts if fact.sentence < _LEAD_SENTENCES]
    return [(fact.attrs.min, fact.attrs.max) for fact in chosen if fact.attrs.min or fact.attrs.max]


def _victims(bounds: Sequence[float | None] | None) -> Bounds | None:
    """None where the article counts nobody, or says that there was nobody."""
    return (bounds[0], bounds[1]) if bounds and any(bounds) else None


def _states(counts: Sequence[Bounds], wanted: Bounds) -> bool:
    """Whether the least and the greatest number are stated, by one count or by two that disagree."""
    return any(low == wanted[0] for low, _ in counts) and any(high == wanted[1] for _, high in counts)
