"""One person's name in one briefing, with what the briefing tells of who it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from ..model import ActorFact, AttributionFact, Briefing, EventFact, LocationFact, QuantityFact
from ._callings import held_abroad, worlds
from ._order import day_number

_KILLED = frozenset({"execute", "assassinate"})
_CHARGED = frozenset({"arrest", "convict"})
#: A briefing is set in the country that half of its places and states are of, at least.
_HALF = 2
_CROWD = frozenset({"state", "people", "media"})  #: types of actors that stand in briefings of all kinds


class Scene(msgspec.Struct, frozen=True, dict=True):
    """What a briefing tells of all its persons alike; found once, and only where a name of it needs it."""

    briefing: Briefing

    @cached_property
    def actors(self) -> dict[str, list[ActorFact]]:
        found: dict[str, list[ActorFact]] = {}
        for fact in self.briefing.facts:
            if isinstance(fact, ActorFact) and fact.key:
                found.setdefault(fact.key, []).append(fact)
        return found

    @cached_property
    def company(self) -> frozenset[str]:
        """Persons and bodies that stand in few briefings: those that nobody knew beforehand."""
        return frozenset(key for key, facts in self.actors.items() if facts[0].attrs.type not in _CROWD and not curated(facts))

    @cached_property
    def countries(self) -> Counter[str]:
        """How often places and actors of each country stand in it."""
        told = (f.attrs.country for f in self.briefing.facts if isinstance(f, ActorFact | LocationFact))
        return Counter(country for country in told if country)

    @cached_property
    def setting(self) -> frozenset[str]:
        """The country that the briefing is about; none where none stands out."""
        country, count = self.countries.most_common(1)[0] if self.countries else ("", 0)
        return frozenset((country,)) if count * _HALF >= self.countries.total() and country else frozenset()

    def is_state(self, key: str) -> bool:
        """Whether a key is that of a state, as an actor or as the land in which something happens."""
        return key in self._lands or any(fact.attrs.type in _CROWD for fact in self.actors.get(key, ()))

    @cached_property
    def _lands(self) -> frozenset[str | None]:
        return frozenset(f.key for f in self.briefing.facts if isinstance(f, LocationFact) and f.attrs.type == "country")

    @cached_property
    def dead(self) -> frozenset[str]:
        """Whom the briefing tells dead."""
        found: set[str] = set()
        for fact in self.briefing.facts:
            if isinstance(fact, QuantityFact) and fact.attrs.role == "killed" and fact.attrs.of:
                found.add(fact.attrs.of)
            elif isinstance(fact, EventFact) and (fact.attrs.type == "DEATH" or fact.attrs.mode in _KILLED):
                found.update(fact.attrs.target)
        return frozenset(found)

    @cached_property
    def charged(self) -> frozenset[str]:
        """Who is arrested or convicted in it."""
        events = (fact for fact in self.briefing.facts if isinstance(fact, EventFact) and fact.attrs.mode in _CHARGED)
        return frozenset(key for event in events for key in event.attrs.target)

    @cached_property
    def sporting(self) -> bool:
        """Whether sport is the news: who is named there without a role plays."""
        main = any(isinstance(fact, EventFact) and fact.attrs.main and fact.attrs.type == "SPORT" for fact in self.briefing.facts)
        return main or "sport" in (self.briefing.section or "").casefold()

    @cached_property
    def speakers(self) -> frozenset[str]:
        said = (fact.attrs.speaker_key for fact in self.briefing.facts if isinstance(fact, AttributionFact))
        return frozenset(key for key in said if key)


class Appearance(msgspec.Struct, frozen=True):
    """A person in a briefing."""

    key: str
    day: int | None  #: of publication
    roles: tuple[str, ...]  #: in the order of the text
    worlds: frozenset[str]  #: in which its roles place it
    bodies: frozenset[str]  #: keys of those it belongs to, without states
    homes: frozenset[str]  #: countries that it is said to be of; where none is, the one that the briefing is about
    countries: frozenset[str]  #: all that the briefing tells of
    company: frozenset[str]
    dead: bool
    speaks: bool


def appearance(key: str, scene: Scene) -> Appearance:
    """What a briefing tells of the person that has this key in it."""
    facts = scene.actors[key]
    roles = tuple(dict.fromkeys(fact.attrs.role for fact in facts if fact.attrs.role))
    bodies = {fact.attrs.of for fact in facts if fact.attrs.of}
    return Appearance(
        key=key, day=day_number(scene.briefing.published), roles=roles,
        worlds=worlds(roles) if roles else _told(key, scene), bodies=frozenset(body for body in bodies if not scene.is_state(body)),
        homes=_homes(facts, scene), countries=frozenset(scene.countries), company=scene.company - {key},
        dead=key in scene.dead, speaks=key in scene.speakers,
    )


def _told(key: str, scene: Scene) -> frozenset[str]:
    """The world of somebody without a role, by what befalls them."""
    if key in scene.dead or key in scene.charged:
        return frozenset(("private",))
    return frozenset(("sport",)) if scene.sporting and key not in scene.speakers else frozenset()


def curated(facts: Iterable[ActorFact]) -> bool:
    """Whether the lexicon or an editor's profile says who is meant."""
    return any(fact.rule == "actors.lexicon" or fact.attrs.wikidata for fact in facts)


def _homes(facts: Sequence[ActorFact], scene: Scene) -> frozenset[str]:
    """The person's own country, or that of the body it belongs to; where an ambassador is one does not tell his."""
    if any(fact.attrs.role and held_abroad(fact.attrs.role) for fact in facts):
        return frozenset()
    owners = (owner for fact in facts for owner in scene.actors.get(fact.attrs.of or "", ()))
    told = (fact.attrs.country for fact in (*facts, *owners))
    return frozenset(country for country in told if country) or scene.setting
