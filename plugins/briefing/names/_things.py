"""What says that a name is that of a thing: a ship, a work, a law, a contest, a program, a disease, a star.

A thing is nobody who acts and no place. Refuses the name of a maker or an owner: in "the film Spielberg made" a verb follows,
and "the Boeing jet" is told as a body elsewhere.
"""

from __future__ import annotations

from ._apposed import nouns
from ._name import Scene, Unit
from ._segments import Segment

#: What a noun that stands before the name gives; no tagger is so sure of anything else.
STRONG = 10.0
#: What a noun behind the name gives; makers and owners stand there too.
_WEAK = 3.0


def thing(segment: Segment, scene: Scene) -> float:
    """Evidence around a segment that it names a thing."""
    words, run = scene.words, segment.run
    if segment.titled or run.units[0].text in words.given:
        return 0.0
    before, after = scene.before(run), scene.after(run)
    vessels, things = words.lists["vessel"], words.lists["thing_noun"]
    if (before is not None and before.low in words.lists["calls"]) or scene.text.startswith(" operating system", run.end):
        return STRONG
    if before is not None and not before.cap and (before.low in things or before.low in vessels):
        sure = before.low in vessels or run.units[-1].possessive or _no_verb(after, scene)
        return STRONG if sure else 0.0
    if any(noun in things or noun in vessels for noun in nouns(segment, scene)):
        return STRONG
    if before is not None and before.text == "The" and not before.initial and _is_title(segment, scene):
        return STRONG
    if after is None or after.cap or run.units[-1].possessive:
        return 0.0
    return STRONG if after.low in words.lists["sky"] else _WEAK if after.low in words.lists["thing_after"] else 0.0


def _is_title(segment: Segment, scene: Scene) -> bool:
    """Whether what follows "The" within a sentence could be a place by its last word, but is a work's title: "wrote The Salt Factory"."""
    words, before = scene.words, scene.before(segment.run, 2)
    plain = words.head_class(segment.head) == "place" and all(words.is_common(unit.low) for unit in segment.run.units)
    return plain and before is not None and not before.cap and before.low not in words.lists["place_prep"]


def _no_verb(unit: Unit | None, scene: Scene) -> bool:
    """Whether no verb follows, with which the name opens a clause: "the film Titanic in", not "the film Spielberg made"."""
    lists = scene.words.lists
    return unit is None or unit.cap or (unit.low in lists["function"] and unit.low not in lists["action"])
