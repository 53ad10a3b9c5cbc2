"""Attributions of invented texts in words, for the tests of them."""

from __future__ import annotations

import msgspec

from briefing.facts import attributions
from briefing.facts._context import Context
from briefing.model import ActorFact, AttributionFact
from facts.made import actor, context

ANN = actor("Ann Lee", "ann-lee", "person")
HALE, ORTIZ = actor("Martin Hale", "martin-hale", "person"), actor("Laura Ortiz", "laura-ortiz", "person")
MINISTRY = actor("Defence Ministry", "defence-ministry")


def said(body: str, *facts: tuple, title: str = "A report") -> list[tuple[str, str | None, str | None, str]]:
    """(mode, cue, speaker, content) of every attribution, in words."""
    made = context(body, *facts, title=title)
    text = made.reading.text
    found = []
    for fact in attributions.extract(made):
        spans = (fact.attrs.cue, fact.attrs.speaker, fact.attrs.content)
        found.append((fact.attrs.mode, *(text[s.start : s.end] if s else None for s in spans)))
    return found


def heard(body: str, *facts: tuple, **offices: str) -> list[tuple[str, str | None]]:
    """(first and last word of the content, speaker's key) of every direct quotation; `offices` by the person's key."""
    made = holding(context(body, *facts), **offices)
    found = []
    for fact in attributions.extract(made):
        words = made.reading.text[fact.attrs.content.start : fact.attrs.content.end].strip("“”\",.?!").split()
        if fact.attrs.mode == "direct":
            found.append((f"{words[0]} {words[-1]}", fact.attrs.speaker_key))
    return found


def only(body: str, *facts: tuple, **offices: str) -> AttributionFact:
    """The one attribution of a text."""
    (fact,) = attributions.extract(holding(context(body, *facts), **offices))
    return fact


def holding(made: Context, **offices: str) -> Context:
    """The context with offices of its persons, by their key with "_" for "-"."""
    facts = tuple(msgspec.structs.replace(fact, attrs=msgspec.structs.replace(fact.attrs, role=offices[fact.key.replace("-", "_")]))
                  if isinstance(fact, ActorFact) and fact.key and fact.key.replace("-", "_") in offices else fact for fact in made.facts)
    return msgspec.structs.replace(made, facts=facts)
