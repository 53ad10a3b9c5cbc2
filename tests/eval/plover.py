"""Event classes with source and target, on the example sentences of the PLOVER and CAMEO manuals.

The sentences use the older names of four classes. One event is marked in each; it is held against the extracted event
of its class, else against the first. Source and target are counted in mentions: a key is right where one of its
mentions overlaps a marked actor.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from briefing.model import ActorFact, EventFact, Span
from briefing.spans import overlaps

from ._score import Score, Scores
from ._texts import Case, gold_span

Role = Literal["source", "target"]

#: Classes that POLECAT's list of sixteen merged.
TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
#: What no class was found for; as such it is right or wrong about none.
UNCLASSED = "NEWS"


def events(case: Case) -> Scores:
    given = [fact for _, fact in case.facts(EventFact) if fact.attrs.type != UNCLASSED]
    wanted = case.text.gold["events"][0]
    name = TODAY.get(wanted["type"], wanted["type"])
    paired = next((fact for fact in given if fact.attrs.type == name), given[0] if given else None)
    right = int(paired is not None and paired.attrs.type == name)
    return {
        "events.class": Score(right, len(given), right, 1),
        "events.source": side(case, paired, "source", _marked(wanted, "source")),
        "events.target": side(case, paired, "target", _marked(wanted, "target")),
    }


def _marked(wanted: dict[str, Any], role: Role) -> list[Span]:
    return [gold_span(arg) for arg in wanted["args"] if arg["role"] == role and arg.get("start") is not None]


def side(case: Case, event: EventFact | None, role: Role, marked: Sequence[Span]) -> Score:
    """One side of an event against the marked mentions of it."""
    keys = getattr(event.attrs, role) if event else ()
    mentions: dict[str, list[Span]] = {key: [] for key in keys}
    for span, fact in case.facts(ActorFact):
        name = fact.key or fact.label
        if name in mentions:
            mentions[name].append(span)
    wrong = [key for key, spans in mentions.items() if not any(overlaps(s, m) for s in spans for m in marked)]
    missed = [m for m in marked if not any(overlaps(s, m) for spans in mentions.values() for s in spans)]
    return Score(len(mentions) - len(wrong), len(mentions), len(marked) - len(missed), len(marked), tuple(wrong), tuple(missed))
