"""The deed that a report is about, though its words lead with something else.

An agency report without a title often opens with a release, an arrest, a judge or a minister, and reports the attack that this
is about. And a clause within a sentence ("Lee, who was shot in March, has been appointed") seldom is its news. Refused: wars and
fights in general, and a deed below the lead that the words tie to nobody and no place.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import EventFact
from .._syntax.clauses import Line
from .._syntax.grammar import Grammar
from ._again import Told
from ._found import VERBAL, Found
from ._headline import finite_later
from ._news import TITLED_LEAD, WARS, rank

#: What is no answer to a deed but another piece of news as grave.
_AS_GRAVE = frozenset(("ASSAULT", "ACCIDENT", "DISASTER", "OUTBREAK", "THREATEN"))
_RELATIVES = (("who",), ("which",), ("that",))
#: What is said and done about a deed, which a deed below the lead outweighs too.
_ANSWERS = frozenset(("ACCUSE", "REQUEST", "DEATH", "JUDICIAL"))


def asides(told: Sequence[Told], *, titled: bool) -> frozenset[int]:
    """The numbers of the events that only describe somebody in a sentence that tells another event as news, or of which a title
    says nothing."""
    within = {number for number, one in enumerate(told) if _describes(one)}
    titles = {one.fact.attrs.type for one in told if not one.fact.sentence}
    news = (one.fact for number, one in enumerate(told) if number not in within and not one.fact.attrs.background)
    plain = {fact.sentence for fact in news if fact.rule != "events.outcome"}  # "a jet that crashed, killing 90"
    unsaid = {number for number in within if titled and _tells_whom(told[number]) and told[number].fact.attrs.type not in titles}
    toll = {number for number, one in enumerate(told) if number - 1 in unsaid and one.fact.rule == "events.outcome"}
    return frozenset({number for number in within if told[number].fact.sentence in plain} | unsaid | toll)


def _describes(one: Told) -> bool:
    """Whether a verb stands in a relative clause, or as a participle between a noun and the verb of its sentence."""
    group, line = one.found.group, one.line
    if group is None or not line.number:
        return False
    if _tells_whom(one):
        return True
    bare = group.start == one.found.start and line.letters[group.start - 1 : group.start + 1] == ",e"
    return bare and finite_later(line, one.found.end, line.sentence_end(one.found.end))


def _tells_whom(one: Told) -> bool:
    """Whether a verb follows "who", "which" or "that", or is a participle behind the verb of its sentence: "buried a man shot in May"."""
    group, line = one.found.group, one.line
    behind = one.found.reduced and not VERBAL.isdisjoint(line.letters[line.sentence_start(one.found.start) : one.found.start])
    return behind or (group is not None and line.low[group.start - 1 : group.start] in _RELATIVES)


def deed(facts: Sequence[EventFact], chosen: int | None, opening: range) -> int | None:
    """The number of the attack that a report without a title is about, `chosen` where that is as grave or there is none.

    `opening` holds the lead's sentences, one more where there is no title.
    """
    kind = facts[chosen].attrs.type if chosen is not None else None
    if len(opening) <= TITLED_LEAD or kind in _AS_GRAVE:
        return chosen
    deeds = [i for i, fact in enumerate(facts) if fact.attrs.type == "ASSAULT" and fact.quote.lower() not in WARS and _is_certain(fact)]
    top = [i for i in deeds if facts[i].sentence in opening]
    if top:
        return min(top, key=lambda i: (rank(facts[i]), facts[i].attrs.background, i))
    below = [i for i in deeds if not facts[i].attrs.background]
    return below[0] if below and (kind is None or kind in _ANSWERS) else chosen


def threatens_deed(line: Line, found: Found, known: Grammar) -> bool:
    """Whether a threat tells a deed that only people do, whoever they are: "the so-called Hill Front threatened to kill judges"."""
    if found.trigger.row["type"] != "THREATEN" or line.low[found.end : found.end + 1] != ("to",):
        return False
    deeds = known.verbs.get(line.low[found.end + 1], ()) if found.end + 1 < len(line.low) else ()
    return any(form.trigger.row["type"] == "ASSAULT" and form.trigger.row["frame"] == "so" and not form.trigger.objects for form in deeds)


def _is_certain(fact: EventFact) -> bool:
    """Whether an event is told by a verb, or by a noun with somebody, a place or a day beside it."""
    attrs = fact.attrs
    return fact.rule != "events.noun" or bool(attrs.mode or attrs.source or attrs.target or attrs.location or attrs.date)
