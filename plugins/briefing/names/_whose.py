"""Whose a body is that many countries have: "House of Representatives", "Labour Party", "Ministry of Defence".

A curated name is no exception: the Labour Party of an article about Israel is not that of Britain. The country is told by what
stands beside the name ("the Libyan House of Representatives", "Supreme Court of India"), else by where the article names
the body with its country, else by the country that the article is about. Where none of these tells, it is nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from ..lexicon import Entity, Lexicon, slug
from ._name import Draft, Identity
from ._words import Words

#: An article is about a country that so large a share of what it names is of.
_ABOUT = 0.6
#: A curated body is not meant where its country has a smaller share than this, and another country is named so often; or, where
#: its own is not named at all, several times.
_AMONG, _OFTEN, _SEVERAL = 0.2, 3, 2
#: "In Moscow, the Defense Ministry"
_IN_CAPITAL = re.compile(r"In [^,\n]{1,30}, (?:the )?")
_BEHIND = re.compile(r"(?:['’]s?)? ")
#: Words before a body that say that it is no country's.
_LOCAL = re.compile(r"\b(?:state|provincial|regional|local|city|county|municipal|district|parish|tribal)(?:['’]s)? $", re.I)
_REACH = 16  #: letters before a name that may hold such a word
_BESIDE = 30  #: letters between two names that stand beside each other
_MOST_WORDS = 4  #: of a country or a region before a body's name
_THEMSELVES = frozenset({"country", "state", "people", "person"})  #: types by which an article names a country, and not only a town in it

#: A party is its country's, whatever region the article names a branch of.
_PARTY = re.compile(r"\b(?:Party|Democrats|Front|Alliance)$")


class Cut(msgspec.Struct, frozen=True, gc=False):
    """A name of a body that many countries have, taken apart."""

    owner: str  #: whose the name says that it is; empty where it does not
    body: str  #: the body in full: "Conservative Party"
    short: bool  #: "Conservatives", which may be people and no party


def whose(
    text: str, drafts: Sequence[Draft], places: Mapping[int, Entity | None], lexicon: Lexicon, listed: Words
) -> dict[int, Identity]:
    """By index the identity of the bodies that many countries have; the key of one that is nobody's is empty.

    A curated body that nothing speaks against is not in it.
    """
    cuts = {index: cut for index, draft in enumerate(drafts) if draft.kind == "organisation" and (cut := _cut(draft.text, listed))}
    if not cuts:
        return {}
    article = _Article(text, drafts, places, cuts, lexicon, listed)
    return {index: identity for index in cuts if (identity := article.identity(index))}


def _cut(name: str, listed: Words) -> Cut | None:
    """A name as its owner and a body that many countries have; None where it ends or begins with no such body."""
    name = name.removeprefix("The ")
    if name in listed.national:
        return Cut("", listed.national[name], name != listed.national[name])
    head, of, tail = name.rpartition(" of ")
    if of and (head in listed.national or head in listed.services):
        return Cut(tail.removeprefix("the "), listed.national.get(head, head), short=False)
    words = name.split()
    ends = ((" ".join(words[:size]), " ".join(words[size:])) for size in range(1, min(_MOST_WORDS + 1, len(words))))
    found = ((owner, rest, listed.national.get(rest, rest)) for owner, rest in ends if rest in listed.national or rest in listed.services)
    return next((Cut(owner, full, rest != full) for owner, rest, full in found), None)


class _Article:
    """What an article tells of countries and their bodies."""

    def __init__(
        self, text: str, drafts: Sequence[Draft], places: Mapping[int, Entity | None], cuts: Mapping[int, Cut], lexicon: Lexicon,
        listed: Words,
    ) -> None:
        self._text, self._drafts, self._places, self._cuts = text, drafts, places, cuts
        self._lexicon, self._listed = lexicon, listed
        self._countries = Counter[str]()  # how often something of a country is named
        self._named = set[str]()  # countries that are named themselves, or by somebody or something of theirs
        self._owners = {index: self._owner(index) for index in cuts}
        self._own = {known.key for index, owner in self._owners.items() if owner and (known := drafts[index].known)}
        for index, draft in enumerate(drafts):
            if index not in cuts or self._owners[index]:
                self._count(self._owners.get(index) or places.get(index) or draft.known)
                if draft.rule == "names.dateline":
                    self._count(places.get(index), itself=True)  # where a report is written tells more of what it is about
        for index in cuts:
            known = drafts[index].known
            if not self._owners[index] and known and not self._is_foreign(known):
                self._count(known)
        self._told = {draft.text: draft.known for draft in drafts}  # each name once, however often the article repeats it
        self._bodies: dict[tuple[str, str], tuple[Entity | None, bool]] = {}  # curated, and whether it is told by its full name
        self._whole: dict[str, list[tuple[int, Identity]]] = {}  # bodies named with their country or region
        for index, cut in cuts.items():
            if whole := self._with_owner(index, cut):
                self._whole.setdefault(cut.body, []).append((drafts[index].start, whole))
        #: Beside the Texas House a lone "Senate" need not be the nation's.
        self._regional = any(whole.known is None for told in self._whole.values() for _, whole in told)

    def identity(self, index: int) -> Identity | None:
        """The body that a draft names; its key is empty where it is nobody's. None where its name stands for itself."""
        draft, cut = self._drafts[index], self._cuts[index]
        if cut.owner or self._owners[index]:
            return self._with_owner(index, cut)
        if _LOCAL.search(self._text, max(0, draft.start - _REACH), draft.start):
            return Identity("", draft.text)
        told = self._whole.get(cut.body, [])
        at = bisect_left(told, draft.start, key=lambda one: one[0])
        if told and (at or draft.start < self._text.find("\n\n")):  # named before, or alone in the title
            return told[max(0, at - 1)][1]
        if draft.known is not None and (self._is_near(index, draft.known) or not self._is_foreign(draft.known)):
            return None
        blurred = self._regional and draft.known is None and not _PARTY.search(cut.body)
        state = None if blurred else self._about()
        return (self._of(state, cut) if state else None) or Identity("", draft.text)

    def _count(self, known: Entity | None, *, itself: bool = False) -> None:
        """Count what names something of a country; the press is of one and writes of all."""
        if known and known.country and known.type != "media":
            self._countries[known.country] += 1
            if itself or known.type in _THEMSELVES or known.of:
                self._named.add(known.country)

    def _owner(self, index: int) -> Entity | None:
        """The state that a name says that the body is of, that stands right before the name, behind it ("in Damascus"), or whose
        capital opens the sentence."""
        owner, draft = self._cuts[index].owner, self._drafts[index]
        if owner:
            found = self._lexicon.find(owner)
            whole = (self._state(m.entity) for m in found if m.start == 0 and owner[m.end :] in ("", "'s", "’s"))
            return next((state for state in whole if state), None)
        before = self._drafts[index - 1] if index else None
        if before is not None and before.known is not None and _BEHIND.fullmatch(self._text, before.end, draft.start):
            return self._state(before.known)
        if before is not None and _IN_CAPITAL.fullmatch(self._text, max(0, before.start - len("In ")), draft.start):
            return self._listed.capitals.get(before.text)
        behind = self._places.get(index + 1)
        if behind is None or self._text[draft.end : self._drafts[index + 1].start] != " in ":
            return None
        return self._listed.states.get(behind.country or "")

    def _state(self, entity: Entity) -> Entity | None:
        """A state itself, or that of a country."""
        if entity.type == "state":
            return entity
        return self._lexicon.entities.get(("actor", entity.state)) if entity.state else None

    def _with_owner(self, index: int, cut: Cut) -> Identity | None:
        """The body of a country or a region that is named with it; None where it is named with neither."""
        draft, state = self._drafts[index], self._owners[index]
        if draft.known is not None and cut.owner:
            return Identity(draft.known.key, draft.known.name, draft.known) if state else None
        if state is not None:
            return self._of(state, cut, draft.text.removeprefix("The ") if cut.owner else "")
        if _PARTY.search(cut.body) or not cut.owner:
            return None
        areas = (place for place in self._lexicon.places.lookup(cut.owner) if place.type == "admin")
        return Identity(slug(draft.text), draft.text) if next(areas, None) else None

    def _is_near(self, index: int, known: Entity) -> bool:
        """Whether something of a curated body's country is named beside it: "Democrats in the U.S. Senate"."""
        draft = self._drafts[index]
        for other in (index - 1, index + 1):
            if 0 <= other < len(self._drafts) and (other not in self._cuts or self._owners[other]):
                beside = self._places.get(other) or self._drafts[other].known
                gap = max(draft.start, self._drafts[other].start) - min(draft.end, self._drafts[other].end)
                if beside and beside.country == known.country and beside.type != "media" and gap < _BESIDE:
                    return True
        return False

    def _is_foreign(self, known: Entity) -> bool:
        """Whether the article has little to do with a curated body's country, and much with another."""
        if known.country is None or known.key in self._own:
            return False
        own, total = self._countries[known.country], self._countries.total()
        often = max((count for country, count in self._countries.items() if country != known.country), default=0)
        return own < _AMONG * total and often >= (_OFTEN if own else _SEVERAL)

    def _about(self) -> Entity | None:
        """The state that the article is about, if it is about one."""
        country, count = max(self._countries.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
        clear = country in self._named and count >= _ABOUT * self._countries.total()
        return self._listed.states.get(country) if clear else None

    def _of(self, state: Entity, cut: Cut, name: str = "") -> Identity | None:
        """The body of a state: a national service, a curated one, one that the article names more fully; else one of that name.

        "Conservatives" are a party only where that is known, or told by its full name.
        """
        if service := self._listed.services.get(cut.body):
            body = self._lexicon.services.get(state, service)
            return Identity(body.key, body.name, body)
        asked = (state.key, cut.body)
        if asked not in self._bodies:
            self._bodies[asked] = self._curated(state, cut.body), any(cut.body in text for text in self._told)
        curated, in_full = self._bodies[asked]
        if curated is None and cut.short and not in_full:
            return None
        body = curated or Entity(
            kind="actor", key=slug(f"{state.name} {cut.body}"), name=name or f"{_adjective(state)} {cut.body}", type="organisation",
            country=state.country, of=state.key,
        )
        return Identity(body.key, body.name, body)

    def _curated(self, state: Entity, bare: str) -> Entity | None:
        """The curated body of a state that has this name, with or without the state's, or in its own as the article writes it."""
        written = (*(f"{alias.text} {bare}" for alias in state.aliases), f"{bare} of {state.name}", bare)
        whole = (m.entity for name in written for m in self._lexicon.find(name) if m.end - m.start == len(name))
        fuller = (known for text, known in self._told.items() if known and f" {bare} " in f" {text} " and text != bare)
        bodies = (entity for some in (whole, fuller) for entity in some if entity.kind == "actor" and entity.type != "state")
        return next((body for body in bodies if body.country == state.country), None)


def _adjective(state: Entity) -> str:
    """How a state stands before a noun: "Chilean"; its name where it has no adjective."""
    return next((alias.text for alias in state.aliases if alias.form == "demonym"), state.name)
