"""How actors and places are related, where the words say so: who backs, leads, speaks for or belongs to whom, what lies where.

Relations rest on names found before (actors, locations, quantities) and on wording tables; nothing is taken from the
lexicon about the world, so an article that does not say it states no relation. Refused: a relation of a thing to itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model import ActorFact, EventFact, Fact, LocationFact, QuantityFact, RelationAttrs, RelationFact, TimeFact
from ...reading import Reading
from .._context import Context
from .._evidence import make
from .._syntax.clauses import MAX_REACH, Line, Placed, by_line, lines, near, place
from .._syntax.grammar import grammar, words
from ._collectives import by_collective
from ._links import Link, by_comma, by_compound, by_nesting, by_owner, by_phrase, by_role, describes, wording

_FOUNDING = words("formed founded established created")
_SUPPORT = ("support", "back", "endors")
_DENIED = words("denied denies deny denying not never")
_BESIDE = 6  #: tokens
_FORMS = (by_phrase, by_compound, by_owner, by_role, by_comma, by_nesting, by_collective)
_CONQUEST = ("captur", "recaptur", "seiz", "conquer", "occup", "overr", "annex", "retak", "retook")
_LAND = words("territory territories area areas land swathes swaths parts towns villages cities positions ground")
_CONQUEST_REACH = 12


def extract(context: Context) -> Iterator[Fact]:
    """Every relation of the article, each once a sentence; what a mere description says ("U.S. forces"), once an article."""
    found = lines(context.reading, grammar(context.lexicon))
    known = wording(context.lexicon)
    kinds = [by_line(found, context.of(kind)) for kind in (ActorFact, LocationFact, TimeFact, QuantityFact, EventFact)]
    seen: set[tuple[str, str, str | None, int]] = set()
    for line, actors, locations, times, quantities, events in zip(found, *kinds, strict=True):
        items = sorted(place(line, (*actors, *locations)), key=lambda item: (item.start, -item.end))
        named = [_link(context.reading, line, link) for form in _FORMS for link in form(line, items, known)]
        deployed = _deployed(context, line, place(line, quantities), items, place(line, events))
        founded = _founded(context.reading, line, items, place(line, times))
        supports = _supports(context.reading, line, items, place(line, events))
        held = _held(context.reading, line, items, place(line, events))
        for fact in (*named, *deployed, *founded, *supports, *held):
            sentence = -1 if fact.rule == "relations.nesting" else fact.sentence
            sign = (fact.attrs.predicate, fact.attrs.subject, fact.attrs.object, sentence)
            if sign not in seen:
                seen.add(sign)
                yield fact


def _link(reading: Reading, line: Line, link: Link) -> RelationFact:
    return _fact(reading, line, link.predicate, link.subject, link.object, (link.start, link.end), link.rule)


def _fact(reading: Reading, line: Line, predicate: str, subject: Placed, object_: Placed | None, words_: tuple[int, int],
          rule: str) -> RelationFact:
    attrs = RelationAttrs(predicate=predicate, subject=subject.fact.key or "", object=object_.fact.key if object_ else None)
    label = " ".join((subject.fact.label, predicate.replace("_", " "), object_.fact.label if object_ else "")).strip()
    return make(RelationFact, reading, line.span(*words_), key=None, label=label, rule=rule, attrs=attrs)


def _deployed(context: Context, line: Line, quantities: Sequence[Placed], items: Sequence[Placed],
              events: Sequence[Placed]) -> Iterator[RelationFact]:
    """ "900 troops in Syria": of the actor that the quantity names, else of the one that keeps them there."""
    for quantity in quantities:
        fact = quantity.fact
        if not isinstance(fact, QuantityFact) or fact.attrs.role != "deployed" or not fact.attrs.place:
            continue
        where = next((i for i in near(items, quantity.end, quantity.end + 7) if _there(line, quantity, i, fact.attrs.place)), None)
        keeper = fact.attrs.of or _keeper(near(events, quantity.start - MAX_REACH, quantity.start))
        owner = _forces(context, keeper) if keeper else None
        if where is None or owner is None:
            continue
        attrs = RelationAttrs(predicate="deployed_in", subject=owner, object=where.fact.key)
        label = f"{quantity.fact.quote} deployed in {where.fact.label}"
        evidence = line.span(quantity.start, where.end)
        yield make(RelationFact, context.reading, evidence, key=None, label=label, rule="relations.deployed", attrs=attrs)


def _there(line: Line, quantity: Placed, item: Placed, place_: str) -> bool:
    """Whether the words put the troops in the place: "900 troops in Southland", not "2,700 soldiers to retake the prison"."""
    between = line.letters[quantity.end : item.start]
    return item.fact.key == place_ and "p" in between and set(between) <= set("pdwW#,-a")


def _supports(reading: Reading, line: Line, items: Sequence[Placed], events: Sequence[Placed]) -> Iterator[RelationFact]:
    """ "U.S. support for Israel": an event of support whose two sides stand beside it."""
    for event in events:
        fact = event.fact
        if not isinstance(fact, EventFact) or fact.attrs.type != "SUPPORT" or not fact.quote.lower().startswith(_SUPPORT):
            continue
        if line.letters[event.start - 1 : event.start] == "-":
            continue  # "Northern-backed forces" support nobody
        left = next((i for i in reversed(near(items, event.start - _BESIDE, event.start)) if i.fact.key in fact.attrs.source), None)
        behind = (i for i in near(items, event.end, event.end + _BESIDE) if i.fact.key in fact.attrs.target)
        right = next((i for i in behind if set(line.letters[event.end : i.start]) <= set("dW") and not describes(line, i)), None)
        if left is not None and right is not None and _DENIED.isdisjoint(line.low[left.end : event.start]):
            yield _fact(reading, line, "supports", left, right, (left.start, right.end), "relations.support")


def _keeper(events: Sequence[Placed]) -> str | None:
    """Who keeps the troops there, by the last mobilisation told before them."""
    keepers = [e.fact.attrs.source[0] for e in events
               if isinstance(e.fact, EventFact) and e.fact.attrs.type == "MOBILIZE" and e.fact.attrs.source]
    return keepers[-1] if keepers else None


def _forces(context: Context, keeper: str) -> str | None:
    """Who is deployed: a state's armed forces, or the force itself; a person who sends them is not."""
    state = context.lexicon.entities.get(("actor", keeper))
    if state is not None and state.type == "state":
        return context.lexicon.services.get(state, "armed-forces").key
    kind = next((actor.attrs.type for actor in context.of(ActorFact) if actor.key == keeper), "person")
    return keeper if kind != "person" else None


def _held(reading: Reading, line: Line, items: Sequence[Placed], events: Sequence[Placed]) -> Iterator[RelationFact]:
    """ "captured territory in Northland and Southland": an event of conquest by one force, and the places that it took."""
    for event in events:
        fact = event.fact
        if not isinstance(fact, EventFact) or len(fact.attrs.source) != 1 or not fact.quote.lower().startswith(_CONQUEST):
            continue
        owner = next((i for i in reversed(near(items, event.start - MAX_REACH, event.start)) if i.fact.key == fact.attrs.source[0]), None)
        if owner is None:
            continue
        for taken in _taken(line, items, event):
            words_ = (event.start, max(event.end, taken.end))
            yield _fact(reading, line, "controlled_territory", owner, taken, words_, "relations.territory")


def _taken(line: Line, items: Sequence[Placed], event: Placed) -> Iterator[Placed]:
    """The places behind a verb of conquest: named as its object, or with the land that is in them, or "both countries"."""
    stop = min(line.sentence_end(event.end), event.end + _CONQUEST_REACH)
    places = [item for item in near(items, event.end, stop) if isinstance(item.fact, LocationFact)]
    end = event.end
    for item in places:
        between = line.letters[end : item.start]
        land = not _LAND.isdisjoint(line.low[event.end : item.start])
        if not set(between) <= set("dwWac,p#-") or ("p" in between and not land):
            return
        yield item
        end = item.end
    words_ = line.low[event.end : stop]
    if not places and any(pair == ("both", "countries") for pair in pairwise(words_)):
        start = max(line.sentence_start(event.start), event.start - MAX_REACH)
        told = [i for i in near(items, start, event.start) if isinstance(i.fact, LocationFact) and i.fact.attrs.type == "country"]
        yield from {item.fact.key: item for item in told[-2:]}.values()


def _founded(reading: Reading, line: Line, items: Sequence[Placed], times: Sequence[Placed]) -> Iterator[RelationFact]:
    """ "founded in 1997": the group named nearest before it in the sentence."""
    for time in times:
        at = next((i for i in range(time.start - 2, max(-1, time.start - 5), -1) if line.low[i] in _FOUNDING), -1)
        if at < 0 or line.low[at + 1] not in ("in", "on", "during", "after") or not set(line.letters[at + 2 : time.start]) <= set("pd"):
            continue
        start = max(line.sentence_start(at), at - MAX_REACH)
        groups = [i for i in near(items, start, at) if i.end <= at and isinstance(i.fact, ActorFact) and i.fact.key
                  and i.fact.attrs.type in ("organisation", "armed_group", "media", "military")]
        if groups and at - groups[-1].end <= 12 and line.letters[groups[-1].end] != "z":
            yield _fact(reading, line, "founded", groups[-1], None, (at, time.end), "relations.founded")
