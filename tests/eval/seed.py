"""The first seed against a careful reader's whole fact sheet (one annotator), as the sheet suggests.

What the sheet marks as inferred is no error when missing. Left out, because the model cannot say them: relations
between events, and a decoy that is no quotation.
"""

from __future__ import annotations

from typing import Any

from briefing.model import AttributionFact, EventFact, QuantityFact, RelationFact, Span, TimeFact, WeaponFact
from briefing.spans import overlaps

from ._identity import Identities, identities
from ._score import Score, Scores, dedupe, one_to_one, share
from ._texts import Case, gold_span, spans
from .times import same_value

_NAMED = ("name", "metonym", "demonym")
#: The sheet's entity types, as pairs of fact kind and type; a place may be of any type.
_TYPES = {
    "PERSON": {"person"}, "PERSON_GROUP": {"person_group"}, "ORG": {"organisation"}, "MILITARY": {"military"},
    "ARMED_GROUP": {"armed_group"}, "STATE": {"state", "country"}, "PEOPLE": {"people"}, "MEDIA": {"media"},
    "LOC": {"settlement", "admin", "country", "region", "water", "other"}, "FACILITY": {"facility"},
}
#: The sheet's predicates by the names that the model's documentation uses.
_PREDICATES = {"spokesperson_of": "speaks_for", "sponsored_by": "backed_by", "opposes": "opposed_to"}
Triple = tuple[str, str, str | None]  #: predicate, subject, object

_ENOUGH = 0.8  #: of an attribution's content, as Jaccard


def facts(case: Case) -> Scores:
    known = identities(case)
    return {
        "names": _names(case),
        "times": _times(case),
        "quantities": _quantities(case),
        "weapons": one_to_one([s for s, _ in case.facts(WeaponFact)], spans(case.text.gold["weapons"]), overlaps),
        **_events(case, known),
        "attributions": _attributions(case, known),
        "relations": _relations(case, known),
    }


def _names(case: Case) -> Score:
    """Exact spans with types. A span that the sheet marks with another form ("the base") counts neither way."""
    given: dict[Span, set[str]] = {}
    for span, fact in case.named():
        if fact.attrs.form in _NAMED:
            given.setdefault(case.bare(span), set()).add(fact.attrs.type)
    wanted: list[tuple[Span, set[str]]] = []
    neutral: list[tuple[Span, set[str]]] = []
    for entity in case.text.gold["entities"]:
        for mention in _within_text(case, entity["mentions"]):
            item = (case.bare(gold_span(mention)), _TYPES[entity["type"]])
            (wanted if mention["form"] in _NAMED else neutral).append(item)
    return one_to_one(list(given.items()), wanted, lambda a, b: a[0] == b[0] and bool(a[1] & b[1]), neutral)


def _times(case: Case) -> Score:
    given = [(span, fact.attrs.value) for span, fact in case.facts(TimeFact)]
    wanted = [(gold_span(item), item["value"]) for item in _within_text(case, case.text.gold["times"])]
    return one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0]) and same_value(a[1], b[1]))


def _quantities(case: Case) -> Score:
    """Overlap and value: at least 62 is 62 without a maximum, "a number of" has neither bound."""
    given = [(span, (fact.attrs.min, fact.attrs.max)) for span, fact in case.facts(QuantityFact)]
    wanted = []
    for item in case.text.gold["quantities"]:
        high = None if item.get("modifier") == ">=" else item["value"]
        wanted.append((gold_span(item), (item["value"], high)))
    return one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0]) and a[1] == b[1])


def _events(case: Case, known: Identities) -> Scores:
    """An event is met by a fact on one of its triggers, of its class, with its sources and targets."""
    given = case.facts(EventFact)
    wanted = [event for event in case.text.gold["events"] if event["plover"]["event"]]
    neutral = [event for event in case.text.gold["events"] if not event["plover"]["event"]]

    def on_trigger(fact: tuple[Span, EventFact], event: dict[str, Any]) -> bool:
        return any(overlaps(fact[0], trigger) for trigger in spans(event["triggers"]))

    def of_class(fact: tuple[Span, EventFact], event: dict[str, Any]) -> bool:
        return on_trigger(fact, event) and fact[1].attrs.type == event["plover"]["event"]

    def whole(fact: tuple[Span, EventFact], event: dict[str, Any]) -> bool:
        return of_class(fact, event) and all(_same_side(fact[1], event, side, known) for side in ("source", "target"))

    live = [fact for fact in given if not any(on_trigger(fact, event) for event in neutral)]
    return {
        f"events.{row}": Score(
            sum(any(same(fact, event) for event in wanted) for fact in live), len(live),
            sum(any(same(fact, event) for fact in live) for event in wanted), len(wanted),
        )
        for row, same in (("trigger", on_trigger), ("class", of_class), ("whole", whole))
    }


def _same_side(fact: EventFact, event: dict[str, Any], side: str, known: Identities) -> bool:
    ours = {known.get(key, key) for key in getattr(fact.attrs, side)}
    gold = set(event[side])
    inferred = event.get(f"{side}_inferred") or event.get("participants_inferred")
    return ours == gold or bool(inferred and not ours)


def _attributions(case: Case, known: Identities) -> Score:
    given = [fact for _, fact in case.facts(AttributionFact)]
    wanted = [item for item in case.text.gold["attributions"] if item.get("is_quote", True)]

    def same(fact: AttributionFact, item: dict[str, Any]) -> bool:
        cue, content = fact.attrs.cue and case.text.span(fact.attrs.cue), case.text.span(fact.attrs.content)
        if cue != gold_span(item["cue"]) or content is None:
            return False
        return _same_speaker(case, fact, item, known) and share(content, gold_span(item["content"])) >= _ENOUGH

    return one_to_one(given, wanted, same)


def _same_speaker(case: Case, fact: AttributionFact, item: dict[str, Any], known: Identities) -> bool:
    """The same entity; a speaker without identity ("two officials") is known by where its words stand."""
    if item["source"] is None:
        return fact.attrs.speaker is None
    if fact.attrs.speaker_key in known:
        return known[fact.attrs.speaker_key] == item["source_entity"]
    speaker = fact.attrs.speaker and case.text.span(fact.attrs.speaker)
    return speaker is not None and overlaps(speaker, gold_span(item["source"]))


def _relations(case: Case, known: Identities) -> Score:
    """Distinct triples: the same relation may be stated many times."""
    entities = {entity["id"] for entity in case.text.gold["entities"]}
    wanted: list[Triple] = []
    neutral: list[Triple] = []
    for item in case.text.gold["relations"]:
        objects = item["object"] if isinstance(item["object"], list) else [item["object"]]
        for other in objects:
            if item["subject"] in entities and (other is None or other in entities):
                triple = (_PREDICATES.get(item["type"], item["type"]), item["subject"], other)
                (neutral if item.get("inferred") else wanted).append(triple)
    given = [
        (_PREDICATES.get(a.predicate, a.predicate), known.get(a.subject, a.subject), known.get(a.object, a.object) if a.object else None)
        for a in (fact.attrs for _, fact in case.facts(RelationFact))
    ]
    return one_to_one(dedupe(given), dedupe(wanted), lambda a, b: a == b, neutral)


def _within_text(case: Case, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what stands in the file's header or after its body."""
    zones = [gold_span(case.text.gold["document"][zone]) for zone in ("title", "body")]
    return [item for item in items if any(overlaps(gold_span(item), zone) for zone in zones)]
