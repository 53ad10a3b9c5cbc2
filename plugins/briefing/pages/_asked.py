"""A briefing in its archive, ready to be asked: what a key is called, where an entry's page stands, who says so.

The panels of the briefing page share it. It decides nothing about what is shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

import msgspec

from .. import maps
from ..model import ActorFact, Amendment, AttributionFact, Briefing, Fact, LocationFact, Span, TimeFact, WeaponFact
from . import _amended, _paths
from ._part import Part
from ._seen import Cast, Known

F = TypeVar("F", bound=Fact)


class Ref(msgspec.Struct, frozen=True, gc=False):
    """A link from a fact to the sentence that it rests on."""

    href: str  #: to the fact's mark, and so to its sentence, on whichever page; to the sentence, where no one fact is meant
    text: str  #: "s3"; the title is called "title"


class Asked(msgspec.Struct, frozen=True, dict=True):
    """One briefing and the archive that it stands in."""

    briefing: Briefing
    part: Part  #: the page that is made
    cast: Cast  #: what the archive knows of the keys in it
    up: str  #: from the briefing's page to the output folder
    amendments: tuple[Amendment, ...] = ()

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The facts of one class, in text order."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]

    @cached_property
    def _by_kind(self) -> dict[type, tuple[Fact, ...]]:
        found: dict[type, list[Fact]] = {}
        for fact in self.briefing.facts:
            found.setdefault(type(fact), []).append(fact)
        return {kind: tuple(facts) for kind, facts in found.items()}

    @cached_property
    def _labels(self) -> dict[str, str]:
        named = (fact for fact in reversed(self.briefing.facts) if isinstance(fact, ActorFact | LocationFact | WeaponFact))
        return {fact.key: fact.label for fact in named if fact.key}

    def label(self, key: str | None) -> str:
        """What a key is called: in this briefing, else in the archive, else the key's own words. No key gives "".

        Who takes part in an event without a name stands there by their words, which stay as they are.
        """
        return self.known(key) or (key if key and " " in key else (key or "").replace("-", " "))

    def known(self, key: str | None) -> str:
        """What a key is called in this briefing, else in the archive; "" where neither names it."""
        if not key:
            return ""
        entry = self.cast.actors.get(key) or self.cast.locations.get(key)
        return self._labels.get(key) or (entry.label if entry else self.cast.labels.get(key, ""))

    def country(self, code: str | None) -> str:
        """What a country is called: in the archive, else its English short name; no code gives ""."""
        return self.cast.countries.get(code or "") or maps.country_name(code)

    def day(self, value: str | None) -> str:
        """What this briefing calls a time, by its value: "21 November 2023". No value, or one that no fact has, gives ""."""
        return self._days.get(value or "", "")

    @cached_property
    def _days(self) -> dict[str, str]:
        return {fact.attrs.value: fact.label for fact in reversed(self.of(TimeFact)) if fact.attrs.value}

    def entry(self, fact: Fact) -> Known | None:
        """The archive's entry of an actor or a location."""
        if isinstance(fact, ActorFact):
            return self.cast.actors.get(fact.key or "")
        return self.cast.locations.get(fact.key or "") if isinstance(fact, LocationFact) else None

    def href(self, entry: Known | None) -> str:
        return self.up + _paths.entry(entry.kind, entry.key) if entry else ""

    def words(self, span: Span | None) -> str:
        """The article's words at a span, on one line."""
        return " ".join(self.briefing.text[span.start : span.end].split()) if span else ""

    @cached_property
    def _contents(self) -> tuple[list[int], list[AttributionFact]]:
        found = sorted(self.of(AttributionFact), key=lambda fact: (fact.attrs.content, fact.id))
        return [fact.attrs.content.start for fact in found], found

    def attribution(self, span: Span) -> AttributionFact | None:
        """The attribution in whose content a span stands; of several the one that begins last."""
        starts, found = self._contents
        index = bisect_right(starts, span.start) - 1
        return found[index] if index >= 0 and span.end <= found[index].attrs.content.end else None

    def hedge(self, span: Span) -> str:
        """Who says what stands at a span, in the article's own words and order: "according to two officials"."""
        fact = self.attribution(span)
        return self.said(fact) if fact else ""

    def amended(self, facts: Iterable[Fact]) -> tuple[str, ...]:
        """What editors did to these facts, each thing once."""
        return tuple(dict.fromkeys(words for fact in facts for words in self._amended.get(fact.id, ())))

    @cached_property
    def _amended(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for amendment in self.amendments:
            for id_ in amendment.facts:
                found.setdefault(id_, []).append(_amended.words(amendment))
        return found

    def said(self, fact: AttributionFact) -> str:
        """The cue and the speaker of an attribution, in the order of the text."""
        parts = sorted(part for part in (fact.attrs.cue, fact.attrs.speaker) if part)
        return " ".join(self.words(part) for part in parts)

    def refs(self, facts: Iterable[Fact]) -> tuple[Ref, ...]:
        """One link to each sentence that the facts stand in, in order."""
        first: dict[int, Fact] = {}
        for fact in facts:
            first.setdefault(fact.sentence, fact)
        return tuple(self.ref(number, first[number].id) for number in sorted(first))

    def ref(self, sentence: int, fact: str) -> Ref:
        """A link to a sentence; `fact` may be "" where no one fact is meant."""
        page = self.part.to(self.part.of(sentence, fact))
        return Ref(f"{page}#{fact or f's{sentence}'}", f"s{sentence}" if sentence else "title")
