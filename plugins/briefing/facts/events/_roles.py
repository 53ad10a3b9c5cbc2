"""Who does it to whom: the participants of a trigger, from the noun phrases beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from .._parties.participants import AGENTS, WRITINGS, participants
from .._parties.parties import NOUN, Party
from .._syntax.clauses import MAX_REACH, Line, Placed, group, near
from .._syntax.grammar import Grammar, words
from .._syntax.phrases import after, before, subject
from ._found import HEDGES, Found
from ._light import LIGHT, agent_after, light_after

_SOURCE_PREPOSITIONS = frozenset(("by", "from"))
_TARGET_PREPOSITIONS = frozenset(("on", "against", "upon", "at", "towards", "toward", "targeting"))
#: Whom help, a visit, an offer or a demand goes to.
_GIVEN_PREPOSITIONS = frozenset(("to", "for", "with", "from"))
_GIVING = frozenset(("AID", "AGREE", "SUPPORT", "CONSULT", "COOPERATE", "CONCEDE", "REQUEST", "SANCTION", "RETREAT"))
_GIVEN_TO = frozenset(("to", "for", "with", "from", "against", "between", "towards", "toward"))
_ABOUT = _GIVEN_TO | frozenset(("by", "of", "on", "over"))
#: Classes that always have another side, if only as the owner of what they are about, with the prepositions that lead to it.
_CONCERNING = {
    "AGREE": _GIVEN_TO | {"on"}, "AID": _GIVEN_TO, "COOPERATE": _GIVEN_TO, "SANCTION": _GIVEN_TO, "CONCEDE": _GIVEN_TO,
    "SUPPORT": _ABOUT - {"against"}, "REQUEST": _ABOUT,
    "ACCUSE": _ABOUT, "REJECT": _ABOUT, "THREATEN": _ABOUT,
    "PROTEST": frozenset(("against", "by", "from", "at")),
}
#: Where people live and work, which is nobody's to be attacked for.
_GROUNDS = words("""market markets village villages town towns city cities capital suburb suburbs neighbourhood neighborhood district
    province region street school hospital church mosque temple hotel restaurant cafe beach resort festival cinema theatre theater""")
_OWNED = frozenset(("belonging", "held", "used", "controlled", "owned", "run", "occupied"))
#: Whom a crash or a death befalls: not the state whose aircraft it is.
_MORTAL = frozenset(("person", "person_group", "military", "armed_group", "people", "media"))
_POSSESSIVES = (("his",), ("her",), ("its",), ("their",))
_CONDITIONS = frozenset(("if", "unless", "until"))
_REACH = 16
_HANDED = frozenset(("AGREE", "AID"))
_STANCES = frozenset(("opposed", "committed", "pledged", "reconciled"))
_TO = frozenset(("to",))
_OF = frozenset(("of",))
_FROM = frozenset(("from",))
_HYPHENS = frozenset("-–")
_BLAMED = frozenset((("attributed", "to"), ("blamed", "on")))
_CLAIMED = words("claimed claim claims claiming accepted accepts admitted")
_BLAME_REACH = 24
_BETWEEN = frozenset(("between", "among"))
_BOTH_PREPOSITIONS = frozenset(("between", "with", "among", "against"))


class Roles(msgspec.Struct, frozen=True):
    """The two sides of an event."""

    source: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()

    def keys(self, side: Literal["source", "target"]) -> tuple[str, ...]:
        """The keys of one side, without those who have none."""
        return tuple(dict.fromkeys(party.key for party in getattr(self, side) if party.key))

    def told(self, side: Literal["source", "target"]) -> tuple[str, ...]:
        """Everybody of one side: by key, and who has no identity of their own by their words."""
        parties: tuple[Party, ...] = getattr(self, side)
        return tuple(dict.fromkeys(name for party in parties for name in (party.key, party.words) if name))

    def without_places(self) -> Roles:
        """Without countries that are told as places."""
        return Roles(tuple(p for p in self.source if p.place is None), tuple(p for p in self.target if p.place is None))


def published(line: Line, found: Found, who: Roles) -> Roles:
    """The sides of news whose subject is something written, which is by whoever it is of: "the ministry's report was released"."""
    theirs = found.passive and found.subject is not None and line.low[found.subject[1] - 1] in WRITINGS
    return Roles((*who.source, *who.target)) if theirs else who


def teams(line: Line, found: Found, who: Roles, places: Sequence[Placed]) -> Roles:
    """The sides of a match with the places that teams are called by, told by their words: "Easton beat Weston"."""
    if found.group is None or found.passive:
        return who
    won = who.source or named_after(line, found.subject, places)
    lost = who.target or (named_after(line, after(line, found.end), places) if found.trigger.row["frame"] == "so" else ())
    return Roles(won, tuple(party for party in lost if party.identity not in {side.identity for side in won}))


def named_after(line: Line, zone: tuple[int, int] | None, places: Sequence[Placed]) -> tuple[Party, ...]:
    """Who a noun phrase that is a place's name means, told by its words."""
    held = (place for place in near(places, *zone) if set(line.letters[zone[0] : place.start]) <= set("dwW")) if zone else ()
    return tuple(Party(p.start, p.end, "", p.fact.label, "name", "organisation", words=p.fact.label) for p in held)[:1]


def roles(line: Line, found: Found, actors: Sequence[Party], weapons: Sequence[Party] = ()) -> Roles:
    """The participants of a trigger. `actors` are the line's parties, none within another; `weapons` act where no actor does."""
    actors = near(actors, found.start - 2 * MAX_REACH, found.end + 2 * MAX_REACH)
    made = _of_noun(line, found, actors) if found.group is None else _of_verb(line, found, actors)
    if not made.source and found.trigger.row["type"] == "ASSAULT" and found.group is not None and not found.passive:
        made = Roles(participants(line, found.subject, near(weapons, found.start - 2 * MAX_REACH, found.start)), made.target)
    if found.trigger.row["frame"] == "s2" and not made.target and len(made.source) < 2:
        return made
    own = {party.identity for party in made.source}
    return Roles(made.source, tuple(party for party in made.target if party.identity not in own
                                    and not (found.group is None and _ground_of(line, party))))


def _ground_of(line: Line, party: Party) -> bool:
    """Whether a demonym only tells whose a place is where people live: "a Southern market"; "a Southern base" is the state's."""
    if party.form != "demonym" or party.words:
        return False
    at = party.end
    while at < len(line.letters) and line.letters[at] in "wW-":
        at += 1
    return at > party.end and line.low[at - 1] in _GROUNDS


def somebody(line: Line, found: Found, grammar: Grammar) -> bool:
    """Whether the subject of a verb is people, known or not: "rebels in the hills", "the company", "Lee"."""
    if found.group is None or found.subject is None or found.passive:
        return False
    held = range(*found.subject)
    return any(line.letters[i] == "W" or line.low[i] in AGENTS or line.low[i] in grammar.sources for i in held)


def _of_verb(line: Line, found: Found, actors: Sequence[Party]) -> Roles:
    frame = found.trigger.row["frame"]
    suffers = (found.passive and not _is_stance(line, found)) or (frame == "ox" and _no_object(line, found))
    subject = participants(line, found.subject, actors, suffers=suffers or frame == "o")
    if not subject and found.group is not None:
        subject = participants(line, _described_subject(line, found.group.start), actors, suffers=suffers or frame == "o")
    if not subject and found.subject is not None and not suffers:
        subject = participants(line, _blamed(line, found.subject[0], found.start), actors)  # "a bomb blamed on rebels killed"
    if frame == "must":
        return Roles(subject, participants(line, before(line, found.start), actors, suffers=True))
    if suffers:
        return Roles(_listing(line, participants(line, agent_after(line, found.end), actors), actors), subject)
    if frame == "o":
        kind = found.trigger.row["type"]
        return Roles((), tuple(p for p in subject if p.type in _MORTAL) if kind != "DISASTER" else ())
    start = _past_time(line, found.end)
    direct = _object(line, start, actors) if frame != "s" else ()
    wanted = _BOTH_PREPOSITIONS if frame == "s2" else _reached(found)
    kind = found.trigger.row["type"]
    if kind in _HANDED:
        direct = _after_preposition(line, start, _TO, actors) or direct  # "offered its troops to Southland"
    target = direct or _after_preposition(line, start, wanted, actors)
    if kind == "ASSAULT" and all(party.form == "demonym" for party in direct):
        target = _after_preposition(line, start, _FROM, actors) or target  # "retook the Southern town from rebels"
    if not target and kind in _CONCERNING:
        target = _first_reached(line, start, actors, {party.identity for party in subject}, kind)
    if not target and kind == "ASSAULT" and frame != "s":
        target = _owner(line, start, actors)
    return Roles(subject, target)


def _is_stance(line: Line, found: Found) -> bool:
    """Whether a participle with "to" tells where its subject stands, not what is done to them: "is opposed to the plan"."""
    return line.low[found.start] in _STANCES and "to" in line.low[found.start + 1 : found.start + 2]


def _described_subject(line: Line, verb: int) -> tuple[int, int] | None:
    """The subject that a participle describes at length: "A student suspected of throwing stones from a roof was held"."""
    start = max(line.sentence_start(verb), verb - 2 * MAX_REACH)
    first = next((at for at in range(start, verb) if line.letters[at] in "eymbvorsh;"), verb)
    lone = first + 1 < verb and line.letters[first] == "e" and line.letters[first + 1] in "pt"
    if not lone or set(line.letters[first + 1 : verb]) & set("ymbvorsh;c"):
        return None
    return before(line, first)


def _no_object(line: Line, found: Found) -> bool:
    """Whether a participle of harm stands without an object: "Engineer killed while at work"."""
    bare = found.group is not None and found.group.start == found.start and line.low[found.end - 1].endswith("ed")
    hedged = line.low[found.end : found.end + 2] in HEDGES
    return bare and not hedged and line.letters[found.end : found.end + 1] in tuple("psc.;:")


def _owner(line: Line, start: int, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Whose the object is: "a vehicle belonging to a militia", "a base held by rebels", "positions of the army"."""
    for i in range(start + 1, _clause_end(line, start, min(line.sentence_end(start), start + 9)) - 1):
        if line.letters[i] in ',;"rhbvmo':
            break
        if line.low[i] == "of" or (line.low[i - 1] in _OWNED and line.low[i] in ("to", "by")):
            held = participants(line, after(line, i + 1), actors, suffers=True)
            return tuple(party for party in held if party.form != "demonym" or party.words)  # "of the Southern capital"
    return ()


def _past_time(line: Line, at: int) -> int:
    """One past adverbs and a weekday: "rejected on Thursday an offer"."""
    while line.letters[at : at + 1] == "a" or (line.letters[at : at + 1] == "p" and line.letters[at + 1 : at + 2] == "a"):
        at += 1
    return at


def _first_reached(line: Line, start: int, actors: Sequence[Party], own: set[str], kind: str) -> tuple[Party, ...]:
    """The first party that what is said or offered concerns: "rejected calls by Minsk", "demanded that Iraq leave"."""
    stop = _clause_end(line, start, min(line.sentence_end(start), start + _REACH))
    for actor in actors:
        if actor.start < start or actor.start >= stop or actor.identity in own or actor.form == NOUN:
            continue
        if set(line.letters[start + 1 : actor.start]) & set("rh;") and not (kind == "REQUEST" and line.letters[start] == "h"):
            return ()
        at = actor.start - 1
        while at >= start and line.letters[at] in "dwW#z-":
            at -= 1
        governor = line.letters[at] if at >= start else "h"
        if governor == "p" and line.low[at] == "against" and "against" not in _CONCERNING[kind]:
            return ()  # "called for sanctions against it": whom that asks is not said
        told = governor in "hegyt" or (governor == "p" and line.low[at] in _CONCERNING[kind])
        if told or (kind == "THREATEN" and line.low[at] in _CONDITIONS):
            return _listing(line, (actor,), actors)
    return ()


def _clause_end(line: Line, start: int, stop: int) -> int:
    """Where the clause of a verb before `start` ends: at "but", at a semicolon, at "and" before another verb. Two verbs in a row
    share what follows: "donated and delivered goods to the school"."""
    for at in range(start, stop):
        following = line.letters[at + 1 : at + 4].lstrip("an")[:1] if line.letters[at] == "c" else ""
        if line.letters[at] == ";" or line.low[at] == "but" or (at > start and following and following in "eymbvo"):
            return at
    return stop


def _beside(line: Line, first: Party, actors: Sequence[Party]) -> list[Party]:
    """The actors that commas and "and" join to one: "for Romania, Poland and Hungary"; none where no "and" ends the list."""
    listed: list[Party] = []
    at, ended = first.end, False
    for actor in near(actors, first.end, first.end + MAX_REACH):
        if actor.form == NOUN:
            continue
        between = line.letters[at : actor.start]
        if ended or not 0 < len(between) <= 3 or not set(between) <= set(",cd"):
            break
        listed.append(actor)
        at, ended = actor.end, "c" in between
    return listed if ended else []


def _listing(line: Line, found: tuple[Party, ...], actors: Sequence[Party]) -> tuple[Party, ...]:
    """Some parties with those that a list adds to them."""
    keys = {party.identity for party in found}
    return (*found, *(party for party in _beside(line, found[-1], actors) if party.identity not in keys)) if found else ()


def _reached(found: Found) -> frozenset[str]:
    """The prepositions that name the other side of this class of event."""
    if found.trigger.row["type"] in ("SUPPORT", "REQUEST"):
        return _GIVEN_PREPOSITIONS  # "backed sanctions against it" supports nobody there
    return _TARGET_PREPOSITIONS | _GIVEN_PREPOSITIONS if found.trigger.row["type"] in _GIVING else _TARGET_PREPOSITIONS


def _object(line: Line, start: int, actors: Sequence[Party]) -> tuple[Party, ...]:
    start += 2 * (line.low[start : start + 2] in HEDGES)
    if line.letters[start : start + 1] in ("p", "t", "") or not near(actors, start, start + MAX_REACH):
        return ()
    phrase = after(line, start)
    if phrase is not None and phrase[1] - phrase[0] > 1 and line.low[phrase[1] - 1] == "dead":
        phrase = (phrase[0], phrase[1] - 1)  # "left two men dead"
    if phrase is not None and line.letters[phrase[1] : phrase[1] + 1] in tuple("bvmo"):
        return ()  # "alleged Lee was poisoned": the object is a clause
    return _listing(line, participants(line, phrase, actors, suffers=True), actors)


def _after_preposition(line: Line, start: int, wanted: frozenset[str], actors: Sequence[Party]) -> tuple[Party, ...]:
    """The actors after the first of these prepositions in the clause."""
    if not near(actors, start, start + MAX_REACH):
        return ()
    for i in range(start, min(len(line.low) - 1, start + 12)):
        if line.low[i] == "but" or line.letters[i] in ".;:\"rh" or (line.letters[i] in "eymbvo" and line.low[i] not in LIGHT):
            break
        if line.low[i] == "with" and line.letters[i - 1] == ",":
            break  # ", with the president saying"
        if line.low[i] in wanted:
            found = _listing(line, participants(line, after(line, i + 1), actors, suffers=True), actors)
            if found:
                return found
    return ()


def _of_noun(line: Line, found: Found, actors: Sequence[Party]) -> Roles:
    frame = found.trigger.row["frame"]
    doers = tuple(actor for actor in actors if actor.start <= found.start and found.end <= actor.end and actor.form != NOUN)
    if doers:
        return Roles(doers, _after_preposition(line, found.end, _reached(found), actors))  # "suicide bombers"
    if frame == "o":
        return Roles()
    owner = _before_noun(line, found.start, actors, owns_only=frame == "to") or _own(line, found.start, actors)
    of = _after_preposition(line, found.end, _OF, actors) if line.low[found.end : found.end + 1] == ("of",) else ()
    source = _source_of_noun(line, found, actors)
    target = _after_preposition(line, found.end, _reached(found), actors)
    if found.end > found.start + 1 and line.letters[found.end - 1] == "p":
        target = participants(line, after(line, found.end), actors)
    if frame == "s2":
        sides = _after_preposition(line, found.end, _BETWEEN, actors)
        if sides:
            return Roles(sides)
        if pair := _pair(line, found.start, actors):
            return Roles(pair)
        wanted = _BOTH_PREPOSITIONS | {"on"} if found.trigger.lemma == "war" else _BOTH_PREPOSITIONS
        return Roles(source or owner, _after_preposition(line, found.end, wanted, actors))
    if frame == "to":
        return Roles(source or (owner if of else ()), of or owner or target)
    if frame == "sof":
        return Roles(source or owner, of or target)
    return Roles(source or owner or of, target if frame == "so" else ())


def _source_of_noun(line: Line, found: Found, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Who does what a noun tells: the subject of "launched", whom "by" or "attributed to" names, who claims responsibility."""
    source = participants(line, found.subject, actors) or _after_preposition(line, found.end, _SOURCE_PREPOSITIONS, actors)
    if not source and light_after(line, found.end):
        source = participants(line, agent_after(line, found.end), actors)
    stop = min(line.sentence_end(found.end), found.end + _BLAME_REACH) - 1
    return source or participants(line, _blamed(line, found.end, stop) or _claimant(line, found), actors)


def _blamed(line: Line, start: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase after "attributed to" or "blamed on" in a stretch."""
    for at in range(start, stop):
        if line.letters[at] in ";:\"":
            return None
        if line.low[at : at + 2] in _BLAMED:
            return after(line, at + 2)
    return None


def _claimant(line: Line, found: Found) -> tuple[int, int] | None:
    """The subject of "claimed responsibility for" before the noun."""
    for at in range(found.start - 1, max(0, found.start - 8), -1):
        if line.low[at] == "responsibility" and line.low[at - 1] in _CLAIMED:
            return before(line, group(line, at - 1, "past").start)
    return None


def _pair(line: Line, at: int, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Both sides of "the Northland-Southland war", whose noun is at `at`."""
    actors = [actor for actor in actors if actor.form != NOUN]
    last = next((actor for actor in reversed(actors) if actor.end <= at), None)
    if last is None or at - last.end > 2 or set(line.letters[last.end : at]) - set("wa"):
        return ()
    other = next((actor for actor in actors if actor.end == last.start - 1), None)
    return (other, last) if other is not None and line.tokens[other.end].text in _HYPHENS else ()


def _before_noun(line: Line, at: int, actors: Sequence[Party], *, owns_only: bool) -> tuple[Party, ...]:
    """The actor that owns or names the event: "Israel's attack", "the U.S. air strike", "a Hamas rocket attack"."""
    for actor in reversed(actors):
        if actor.end <= at and actor.form != NOUN:
            between = line.letters[actor.end : at]
            near = len(between) <= 4 and set(between) <= set("wz-ag#")
            return (actor,) if near and (owns_only is False or "z" in between) and _adjectival(line, actor, between) else ()
    return ()


def _own(line: Line, at: int, actors: Sequence[Party]) -> tuple[Party, ...]:
    """The subject of the sentence where what happens is theirs: "Lee announced her resignation"."""
    first = at
    while first > 0 and line.letters[first - 1] in "w-#":
        first -= 1
    if line.low[first - 1 : first] not in _POSSESSIVES:
        return ()
    return participants(line, subject(line, line.sentence_start(at), first), actors)


def _adjectival(line: Line, actor: Party, between: str) -> bool:
    """Whether a state's name before a noun means the state: "Israeli", "Israel's", "U.S."; "the Iraq war" is a place's."""
    if actor.type != "state" or actor.form == "demonym" or "z" in between:
        return True
    return line.tokens[actor.start].text.isupper()
