"""Phrases for persons, organisations, places, times, quantities and weapons in reports on Syria and Iraq.

The readers marked whole phrases ("the Members of the Security Council"), so an overlap counts, and the exact span is
counted beside it. What they were unsure of counts neither way. A state is their Location or their Organisation.
"""

from __future__ import annotations

from typing import Any

from briefing.model import ActorFact, LocationFact, QuantityFact, Span, TimeFact, WeaponFact
from briefing.spans import overlaps

from ._score import Scores, dedupe, one_to_one
from ._texts import Case, gold_span

#: A group of persons ("vulnerable people", "Iraqi leaders") is an organisation to these readers.
_ORGANISED = frozenset(("organisation", "military", "armed_group", "media", "people", "person_group", "state"))
_ROWS = {
    "names.person": ("Person",),
    "names.organisation": ("Organisation",),
    "names.location": ("Location",),
    "times": ("Temporal",),
    "quantities": ("Quantity", "Money"),
    "weapons": ("Weapon", "MilitaryPlatform"),
}


def phrases(case: Case) -> Scores:
    sure, unsure = case.text.gold["entities"], case.text.gold["low_confidence_entities"]
    scores: Scores = {}
    for row, types in _ROWS.items():
        given = dedupe(case.bare(span) for span in _given(case, row))
        wanted = _spans(case, sure, types)
        # Vehicles and phrases of doubtful type are neutral: to find them is no mistake.
        neutral = [*_spans(case, unsure, None), *_spans(case, sure, ("Vehicle", "Nationality", "CommsIdentifier"))]
        if row in ("names.organisation", "names.location"):
            neutral += _spans(case, sure, ("Organisation", "Location"))
        scores[f"{row}.overlap"] = one_to_one(given, wanted, overlaps, neutral)
        if row != "quantities":  # of which they mark the number alone
            scores[f"{row}.exact"] = one_to_one(given, wanted, lambda a, b: a == b, neutral)
    return scores


def _given(case: Case, row: str) -> list[Span]:
    actors = [(s, f.attrs.type) for s, f in case.facts(ActorFact) if f.attrs.form not in ("demonym", "pronoun")]
    return {
        "names.person": lambda: [s for s, t in actors if t == "person"],
        "names.organisation": lambda: [s for s, t in actors if t in _ORGANISED],
        "names.location": lambda: [s for s, f in case.facts(LocationFact) if f.attrs.form != "demonym"],
        "times": lambda: [s for s, _ in case.facts(TimeFact)],
        "quantities": lambda: [s for s, _ in case.facts(QuantityFact)],
        "weapons": lambda: [s for s, _ in case.facts(WeaponFact)],
    }[row]()


def _spans(case: Case, items: list[dict[str, Any]], types: tuple[str, ...] | None) -> list[Span]:
    return dedupe(case.bare(gold_span(item)) for item in items if types is None or item["type"] in types)
