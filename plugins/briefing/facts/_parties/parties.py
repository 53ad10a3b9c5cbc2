"""Who may take part in an event: the actors of a line, its countries by their states, pronouns by their owners, weapons by who uses them.

A country is a location wherever it is named, and an actor where it acts or is acted on: only the event tells that, so the
state is made a fact of there (`state_facts`). Refused: whom a pronoun means where two could be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import msgspec

from ...lexicon import Entity, Lexicon
from ...model import ActorAttrs, ActorFact, ActorType, LocationFact, Span, WeaponFact
from ...reading import Reading
from .._evidence import make
from .._syntax.clauses import Line, Placed, near
from .speakers import Speakers

_PLURAL = frozenset(("person_group", "military", "armed_group", "people"))
NOUN = "noun"  #: form of a noun that may head the phrase of a party
_THEM_REACH = 30  #: tokens between "them" and whom it means


class Party(msgspec.Struct, frozen=True, gc=False):
    """Somebody who may take part, by tokens of the line."""

    start: int
    end: int
    key: str  #: empty for who has no identity: "gunmen"
    label: str
    form: str  #: an ActorForm, or "weapon"
    type: str  #: an ActorType
    place: LocationFact | None = None  #: the country that the party is the state of, where it is told as a place
    words: str = ""  #: of who has no identity of their own: "gunmen", "Northland officials"
    span: Span | None = None  #: of whom no fact tells yet

    @property
    def identity(self) -> str:
        """What tells two parties apart: the key, and where there is none the words."""
        return self.key or f" {self.label}"


def parties(actors: Sequence[Placed], locations: Sequence[Placed], lexicon: Lexicon) -> list[Party]:
    """The actors of a line, and its countries by the key of their state: "Russia shelled", "U.S. support".

    An actor without a key of its own acts for what it belongs to: "a Russian official" for Russia; "gunmen" act for nobody.
    """
    found = [Party(p.start, p.end, p.fact.key or p.fact.attrs.of or "", p.fact.label, p.fact.attrs.form, p.fact.attrs.type,
                   words="" if p.fact.key else p.fact.label) for p in actors if isinstance(p.fact, ActorFact)]
    taken = {at for actor in actors for at in range(actor.start, actor.end)}
    for p in locations:
        if isinstance(p.fact, LocationFact) and p.fact.attrs.type == "country" and p.fact.attrs.form != "demonym" and p.start not in taken:
            state = _state(p.fact, lexicon)
            if state is not None:
                found.append(Party(p.start, p.end, state.key, state.name, "name", "state", p.fact))
    return sorted(found, key=lambda party: party.start)


def _state(fact: LocationFact, lexicon: Lexicon) -> Entity | None:
    country = lexicon.entities.get(("location", fact.key or ""))
    return lexicon.entities.get(("actor", country.state)) if country is not None and country.state else None


def nouns(line: Line, actors: Sequence[Party], known: Mapping[str, str]) -> Iterator[Party]:
    """Every noun of a line for people or a body of them that lies in no actor. Alone it is nobody yet: see `participants`."""
    taken = {at for actor in actors for at in range(actor.start, actor.end)}
    for at, word in enumerate(line.low):
        kind = known.get(word)
        bare = kind in ("person", "organisation") and not word.endswith("s") and line.letters[at - 1 : at] == "p"
        idiom = bare and (line.number > 0 or line.low[at - 1] != "by")  # "on board", but in a title "by government"
        if kind is not None and not idiom and at not in taken and line.letters[at] in "wWpe#":
            yield Party(at, at + 1, "", word, NOUN, kind)


def nameless_facts(found: Iterable[Party], reading: Reading) -> Iterator[ActorFact]:
    """Those among some parties of whom no fact tells yet, each mention once, as facts without a key."""
    told: set[Span] = set()
    for party in found:
        if party.span is None or party.span in told:
            continue
        told.add(party.span)
        attrs = ActorAttrs(type=cast(ActorType, party.type), form="nominal", of=party.key or None)
        yield make(ActorFact, reading, party.span, key=None, label=party.words, rule="events.party", attrs=attrs)


def state_facts(found: Iterable[Party], reading: Reading, lexicon: Lexicon) -> Iterator[ActorFact]:
    """The states of the countries among some parties, each mention once, as facts."""
    told: set[int] = set()
    for party in found:
        state = _state(party.place, lexicon) if party.place is not None else None
        if party.place is None or state is None or party.place.span.start in told:
            continue
        told.add(party.place.span.start)
        attrs = ActorAttrs(type=cast(ActorType, state.type), form="name", of=state.of, country=state.country, wikidata=state.wikidata)
        yield make(ActorFact, reading, party.place.span, key=state.key, label=state.name, rule="events.state", attrs=attrs)


def pronouns(index: int, line: Line, actors: Sequence[Party], speakers: Speakers) -> Iterator[Party]:
    """ "He" and "she" as the person that each must mean, "them" as the group told just before; nobody where two could be meant."""
    taken = {actor.start for actor in actors}
    for at, word in enumerate(line.low):
        if at in taken:
            continue
        if word in ("he", "she"):
            person = speakers.actor(index, (at, at + 1), None)
            if person is not None and person.key:
                yield Party(at, at + 1, person.key, person.label, "pronoun", person.attrs.type)
        elif word == "them":
            group = _group_before(line, at, actors)
            if group is not None:
                yield Party(at, at + 1, group.key, group.label, "pronoun", group.type)


def _group_before(line: Line, at: int, actors: Sequence[Party]) -> Party | None:
    """The plural group named last before a token of the same sentence, else the only one of the sentence before."""
    start = line.sentence_start(at)
    groups = _groups(actors, max(start, at - _THEM_REACH), at)
    if not groups and start:
        groups = _groups(actors, max(line.sentence_start(start - 1), start - _THEM_REACH), start)
        groups = groups if len({group.identity for group in groups}) == 1 else []
    return groups[-1] if groups else None


def _groups(actors: Sequence[Party], start: int, end: int) -> list[Party]:
    return [actor for actor in near(actors, start, end) if actor.type in _PLURAL and actor.form not in ("demonym", NOUN)]


def users(weapons: Sequence[WeaponFact], actors: Sequence[ActorFact]) -> dict[str, tuple[str, str]]:
    """The key and label of the actor that each weapon of an article is used by, by the weapon's key."""
    labels = {actor.key: actor.label for actor in actors}
    return {w.key: (w.attrs.used_by, labels[w.attrs.used_by]) for w in weapons if w.key and w.attrs.used_by in labels and w.attrs.used_by}


def armed(weapons: Sequence[Placed], known: dict[str, tuple[str, str]]) -> list[Party]:
    """The weapons of a line as the parties that use them: in "the aircraft fired" its air force fires."""
    return [Party(w.start, w.end, *known[w.fact.key], "weapon", "military") for w in weapons if w.fact.key in known]
