"""Who does it to whom: the participants of a trigger, from the noun phrases beside it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..lexicon import Lexicon
from ..model import ActorFact, LocationFact
from ._clauses import Line, Placed, after, before
from ._triggers import LIGHT, Found, agent_after, light_after

_SOURCE_PREPOSITIONS = frozenset(("by", "from"))
_TARGET_PREPOSITIONS = frozenset(("on", "against", "upon", "at", "towards", "toward", "targeting"))
#: Whom help, a visit, an offer or a demand goes to.
_GIVEN_PREPOSITIONS = frozenset(("to", "for", "with", "from"))
_GIVING = frozenset(("AID", "AGREE", "SUPPORT", "CONSULT", "COOPERATE", "CONCEDE", "REQUEST", "SANCTION", "RETREAT"))
_OF = frozenset(("of",))
_BOTH_PREPOSITIONS = frozenset(("between", "with", "among"))


class Party(msgspec.Struct, frozen=True, gc=False):
    """Somebody who may take part, by tokens of the line."""

    start: int
    end: int
    key: str
    label: str
    form: str


def parties(actors: Sequence[Placed], locations: Sequence[Placed], lexicon: Lexicon) -> list[Party]:
    """The actors of a line with a key, and its countries by the key of their state: "Russia shelled", "U.S. support"."""
    found = [Party(p.start, p.end, p.fact.key, p.fact.label, p.fact.attrs.form)
             for p in actors if isinstance(p.fact, ActorFact) and p.fact.key]
    taken = {at for actor in actors for at in range(actor.start, actor.end)}
    for p in locations:
        if isinstance(p.fact, LocationFact) and p.fact.attrs.type == "country" and p.start not in taken:
            state = lexicon.entities.get(("location", p.fact.key or ""))
            if state is not None and state.state:
                found.append(Party(p.start, p.end, state.state, p.fact.label, "name"))
    return sorted(found, key=lambda party: party.start)


class Roles(msgspec.Struct, frozen=True):
    source: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()


def roles(line: Line, found: Found, actors: Sequence[Party]) -> Roles:
    """The participants of a trigger. `actors` are the line's parties, none within another."""
    made = _of_noun(line, found, actors) if found.group is None else _of_verb(line, found, actors)
    if found.trigger.row["frame"] == "s2" and not made.target and len(made.source) < 2:
        return made
    keys = {party.key for party in made.source}
    return Roles(made.source, tuple(party for party in made.target if party.key not in keys))


def participants(line: Line, zone: tuple[int, int] | None, actors: Sequence[Party]) -> tuple[Party, ...]:
    """The actors that head a noun phrase: "Hamas and Israel", "members of Hamas", not "the attack on Hamas".

    The owner in "Israel's army" counts only where the phrase has no other.
    """
    if zone is None:
        return ()
    inside = [actor for actor in actors if zone[0] <= actor.start < zone[1]]
    direct = [actor for actor in inside if _heads(line, zone[0], actor, inside)]
    plain = [actor for actor in direct if line.letters[actor.end : actor.end + 1] != "z" and actor.form != "demonym"]
    seen: dict[str, Party] = {}
    for actor in plain or direct:
        seen.setdefault(actor.key, actor)
    return tuple(seen.values())


def _heads(line: Line, start: int, actor: Party, inside: list[Party]) -> bool:
    between = line.letters[start : actor.start]
    if "r" in between or "h" in between:
        return False
    preposition = next((i for i in range(start, actor.start) if line.letters[i] in "pteg"), None)
    if preposition is None:
        return True
    first = inside[0] is actor or all(other.start >= actor.start for other in inside)
    return first and (line.low[preposition] in ("of", "about", "over") or preposition == start)


def _of_verb(line: Line, found: Found, actors: Sequence[Party]) -> Roles:
    frame = found.trigger.row["frame"]
    subject = participants(line, found.subject, actors)
    if frame == "must":
        return Roles(subject, participants(line, before(line, found.start), actors))
    if found.passive:
        return Roles(participants(line, agent_after(line, found.end), actors), subject)
    if frame == "o":
        return Roles((), subject)
    direct = _object(line, found.end, actors)
    if frame == "s2":
        return Roles(subject, direct or _after_preposition(line, found.end, _BOTH_PREPOSITIONS, actors))
    if frame == "s":
        return Roles(subject, _after_preposition(line, found.end, _reached(found), actors))
    return Roles(subject, direct or _after_preposition(line, found.end, _reached(found), actors))


def _reached(found: Found) -> frozenset[str]:
    """The prepositions that name the other side of this class of event."""
    return _TARGET_PREPOSITIONS | _GIVEN_PREPOSITIONS if found.trigger.row["type"] in _GIVING else _TARGET_PREPOSITIONS


def _object(line: Line, start: int, actors: Sequence[Party]) -> tuple[Party, ...]:
    if line.letters[start : start + 1] in ("p", "t", ""):
        return ()
    return participants(line, after(line, start), actors)


def _after_preposition(line: Line, start: int, wanted: frozenset[str], actors: Sequence[Party]) -> tuple[Party, ...]:
    """The actors after the first of these prepositions in the clause."""
    for i in range(start, min(len(line.low) - 1, start + 12)):
        if line.letters[i] in ".;:\"rh" or (line.letters[i] in "eymbvo" and line.low[i] not in LIGHT):
            break
        if line.low[i] in wanted:
            found = participants(line, after(line, i + 1), actors)
            if found:
                return found
    return ()


def _of_noun(line: Line, found: Found, actors: Sequence[Party]) -> Roles:
    frame = found.trigger.row["frame"]
    owner = _before_noun(line, found.start, actors)
    of = _after_preposition(line, found.end, _OF, actors) if line.low[found.end : found.end + 1] == ("of",) else ()
    source = participants(line, found.subject, actors) or _after_preposition(line, found.end, _SOURCE_PREPOSITIONS, actors)
    if not source and light_after(line, found.end):
        source = participants(line, agent_after(line, found.end), actors)
    target = _after_preposition(line, found.end, _reached(found), actors)
    if found.end > found.start + 1 and line.letters[found.end - 1] == "p":
        target = participants(line, after(line, found.end), actors)
    if frame == "s2":
        return Roles(source or owner, _after_preposition(line, found.end, _BOTH_PREPOSITIONS, actors))
    if frame == "to":
        return Roles(source, owner or of or target)
    if frame == "o":
        return Roles()
    return Roles(source or owner or of, target if frame == "so" else ())


def _before_noun(line: Line, at: int, actors: Sequence[Party]) -> tuple[Party, ...]:
    """The actor that owns or names the event: "Israel's attack", "the U.S. air strike", "a Hamas rocket attack"."""
    for actor in reversed(actors):
        if actor.end <= at:
            between = line.letters[actor.end : at]
            near = len(between) <= 4 and set(between) <= set("wz-ag#")
            return (actor,) if near else ()
    return ()
