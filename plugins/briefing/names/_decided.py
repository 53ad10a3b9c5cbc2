"""Candidates weighed against the article as a whole: one surface has one class within an article.

What all mentions of a surface say is added up, and what a tagger thinks of them speaks with it. The weights were set by hand on
openly licensed news with marked names; those of the tagger by measurement over all of these at once. A name needs 1.0 of one
class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from ._brackets import acronyms, small_forms
from ._name import Draft, NameClass
from ._scores import INHABITANTS, Evidence, Scores, no_name
from ._things import STRONG
from ._words import Words

_ENOUGH = 1.0
_FORCES = re.compile(r" (?:military |security |ground |air |naval |special )?(?:forces|troops|soldiers|aircraft|warplanes|jets)\b")
#: A given name that stands last, as in Chinese and Korean names.
_GIVEN_LAST = re.compile(r"^[A-Z][a-z]+-[a-z]+$")
#: A storm under its name, which later stands alone: "Elena moved north".
_STORM = re.compile(r"\b(?:[Hh]urricane|[Ss]torm|[Tt]yphoon|[Cc]yclone|[Tt]ropical [Dd]epression) ([A-Z][a-z]+)\b")
#: A ship, likewise: "HMS Easton"; and its number, or a flight's: "(DDG 70)".
_SHIP = re.compile(r"\b(?:HMS|USS|HMAS|HMCS|HMNZS|INS|FS|RFA|USNS|USCGC|ROKS|JS|MV|RMS) ([A-Z][a-z]+)\b")
_HULL = re.compile(r"\(([A-Z]{1,4})[ -]?\d+\)")
#: A church goes by its belief: "Church of Scientology".
_CHURCH = re.compile(r"^Church of ([A-Z][a-z]{4,})$")
#: Many of what an acronym shortens: "MPs", "EULAs".
_PLURAL = re.compile(r"^[A-Z]{2,}s$")
#: One of several that have letters or numbers: "Group D", "Phase II", "A-18s"; but "G-20".
_LETTERED = re.compile(
    r"^(?!G-)(?:[A-Z]{1,2}-\d{1,3}[A-Za-z]{0,2}"
    r"|(?:Group|Grade|Class|Type|Phase|Level|Category|Section|Tier|Schedule|Pool|Stage|Part) (?:[A-Z]|[IVX]+|\d+))$"
)
#: An article that opens a sentence with a capital: "Al-Zawahri", elsewhere "al-Zawahri".
_ARTICLE = re.compile(r"^(?:Al|El|Ad|An|Ar|As|Ash|At|Az)-(?=[A-Z])")
#: Small words of surnames, as they are written where the surname stands alone: "De La Cruz".
_PARTICLES = frozenset(("De", "Del", "Della", "Di", "Du", "La", "Van", "Von", "Der", "Den"))
_HEADED = 3.0  # what a word that names a body gives
#: What a tagger's certainty that words are in a name of one class adds, and what its certainty that they are in none takes off.
_VOTE, _AGAINST = 4.0, 2.0
#: How much of that is about the mention itself; the rest is about all mentions of the surface in the article.
_OWN = 0.35
#: How much less the rules hold to be of no class at all ("Song", "Summit") where a tagger may know better.
_DOUBT = 0.2
#: What a tagger must be sure of to make a person of a word of every day: "Cotton was born".
_PERSON_SURE = 0.8
#: And to make a place of what no list knows and no words around it place: farms and companies lie near by.
_PLACE_SURE, _PLACE_TOLD = 0.9, 0.5
_PERSON_UNITS = 5
_HEADING = 120  # letters of a heading at most
_MOST_AGAIN = 3
#: Words around the mentions that only a place has: "Ben Aknoun district".
_PLACED = 4.0
#: Words around each mention, on average, that make a place of what is also somebody's surname in the article.
_SURE = 0.8


class Candidate(msgspec.Struct, frozen=True):
    """A stretch that may be a name, with the evidence that its own place in the text gives."""

    start: int
    end: int
    text: str
    evidence: Evidence
    units: int
    votes: Scores | None = None  #: what the tagger thinks of its words; "other" is none
    rowed: bool = False  #: it stands alone in a row of a table of matches
    club: bool = False  #: what stands beside it makes a club of a place's name
    opens: bool = False  #: it opens a sentence, and has its capital from there

    @property
    def surface(self) -> str:
        """Its words as they would stand within a sentence."""
        return _ARTICLE.sub(lambda found: found[0].lower(), self.text)


class Total(msgspec.Struct, frozen=True):
    """The evidence of all mentions of one surface."""

    own: Scores
    around: Scores
    mentions: int
    placed: bool = False  #: words beside one mention are such as only a place has
    thing: bool = False  #: or such as only a thing has: "the ship X"
    bodied: bool = False  #: or such as only a body has: "the band X"
    votes: Scores = Scores()  #: of all mentions that the tagger was asked about
    voted: int = 0  #: how many those are

    @property
    def scores(self) -> Scores:
        """The whole evidence of the rules. What comes again and again, and is no place, is somebody, unless a tagger was asked."""
        again = 0.0 if self.own.place or self.placed or self.voted else self.own.person * min(self.mentions - 1, _MOST_AGAIN)
        return self.own + self.around + Scores(person=max(again, 0.0))

    @property
    def average(self) -> Scores:
        """The whole evidence for a mention that the tagger sees as it does them all on average."""
        return self.with_votes(self.votes.times(1.0 / self.voted) if self.voted else None)

    def with_votes(self, own: Scores | None) -> Scores:
        """The whole evidence for one mention: that of the rules, and what the tagger thinks of this mention and of all of them."""
        if self.thing:
            return Scores(other=STRONG)
        told = self._weighed(own) if own is not None and self.voted else self.scores
        body = max(told.person, told.organisation)
        return msgspec.structs.replace(told, person=0.0, organisation=body) if self.bodied and body > told.place else told

    def _weighed(self, own: Scores) -> Scores:
        """The evidence of the rules with the tagger's."""
        mean = own.times(_OWN) + self.votes.times((1.0 - _OWN) / self.voted)
        against = _AGAINST * mean.other
        rules = self.own + self.around.times(1.0 / max(self.mentions, 1))
        return rules + Scores(_VOTE * mean.person - against, _VOTE * mean.organisation - against, _VOTE * mean.place - against,
                              self.around.other / max(self.mentions, 1) - _DOUBT * self.own.other)


def decided(text: str, candidates: Sequence[Candidate], known: Sequence[Draft], listed: Words) -> list[Draft]:
    """Candidates with enough evidence in the article as a whole; a lone surname has that of the full name."""
    totals = _totals(text, candidates, listed)
    classes = {surface: kind for surface, total in totals.items() for kind, weight in [total.average.best()] if weight >= _ENOUGH}
    persons = [surface for surface, kind in classes.items() if kind == "person"]
    full = [*persons, *(draft.text for draft in known if draft.kind == "person")]
    surnames = _surnames(full, listed)
    known_parts = surnames | {text.split()[0] for text in full if " " in text}
    named = (surface for surface, total in totals.items() if total.own.organisation >= _HEADED or classes.get(surface) == "organisation")
    bodies = _short_forms((*named, *(draft.text for draft in known if draft.kind == "organisation")), listed)
    drafts: list[Draft] = []
    called = frozenset((*_STORM.findall(text), *_SHIP.findall(text), *_HULL.findall(text)))
    never = (called - surnames) | _shortening_nothing(text, candidates, totals, listed)
    for candidate in candidates:
        family = candidate.text not in surnames and candidate.text.removesuffix("s") in surnames  # "the Obamas"
        if family or candidate.text in never or candidate.text.lower().replace(" ", "-") in listed.lists["nothing"]:
            continue
        total = totals[candidate.surface]
        kind, weight = _class(candidate, total, surnames, bodies, text)
        if candidate.club and _may_be_placed(candidate, total, listed):
            kind, weight = "organisation", max(weight, _ENOUGH)
        office = candidate.text.lower() in listed.titles and candidate.text not in listed.surnames  # "Ayatollah"
        plain = (office or no_name(candidate.text, listed)) and _lone(candidate.text) not in known_parts
        if kind == "person" and plain and not _sure(candidate, listed):
            continue
        if kind == "place" and _unplaced(candidate, total):
            continue
        if listed.head_class(candidate.text.lower()) == kind == "organisation" and _FORCES.match(text, candidate.end):
            continue  # whose forces they are is told by "Coalition" no more than by a name
        if weight >= _ENOUGH and kind != "other":
            drafts.append(_draft(candidate, total, kind, weight))
    return drafts


def _short_forms(bodies: Iterable[str], listed: Words) -> dict[str, bool]:
    """The short forms of bodies, and whether such a word is the body's wherever it has its capital: a firm's ("Garden" of "Garden
    Computer"), a church's."""
    found: dict[str, bool] = {}
    for full in bodies:
        church = _CHURCH.match(full)
        if church and not listed.is_common(church[1].lower()):
            found[church[1]] = True
        elif short := listed.short_form(full):
            last = full.lower().rstrip(".").rpartition(" ")[2]
            found[short] = last in listed.lists["firm_head"] or last in listed.lists["legal"]
    return found


def _shortening_nothing(text: str, candidates: Iterable[Candidate], totals: Mapping[str, Total], listed: Words) -> frozenset[str]:
    """Acronyms that are no names: those of small words ("gross domestic product (GDP)"), of laws and devices, and those of every day."""
    small = {short for short, last in small_forms(text).items() if listed.head_class(last) != "organisation"}
    introduced = acronyms(text)
    named, unnamed = set[str](), set[str]()
    for candidate in candidates:
        acronym = introduced.get(candidate.end)
        if acronym and acronym.expands(candidate.text):
            kind, weight = totals[candidate.surface].average.best()
            (named if kind != "other" and weight >= _ENOUGH else unnamed).add(acronym.text)
    usual = {candidate.text for candidate in candidates if candidate.text.isupper() and candidate.text.lower() in listed.lists["acronym"]}
    many = {candidate.text for candidate in candidates if _PLURAL.match(candidate.text) or _LETTERED.match(candidate.text)}
    return frozenset(small | unnamed | usual | many) - named


def _sure(candidate: Candidate, listed: Words) -> bool:
    """Whether the tagger is sure that a mention is a person's name. A planet is none, nor is a title without a name."""
    low = candidate.text.lower()
    named = low not in listed.lists["seldom"] and low not in listed.titles and not INHABITANTS.search(candidate.text)
    return named and candidate.votes is not None and candidate.votes.person >= _PERSON_SURE


def _unplaced(candidate: Candidate, total: Total) -> bool:
    """Whether a place is one by the tagger's word alone, and the tagger is not sure of it."""
    told = total.own.place > 0 or total.around.place >= _PLACE_TOLD
    return not told and candidate.votes is not None and candidate.votes.place < _PLACE_SURE


def _may_be_placed(candidate: Candidate, total: Total, listed: Words) -> bool:
    """Whether a name may be that of a place, and so of its club: no word of every day, and no person's."""
    kind, weight = total.average.best()
    known = total.own.place > 0 or (kind == "place" and weight >= _ENOUGH) or candidate.rowed
    plain = not candidate.rowed and listed.is_common(candidate.text.lower())
    return known and not (kind == "person" and weight >= _ENOUGH) and not plain


def _draft(candidate: Candidate, total: Total, kind: NameClass, weight: float) -> Draft:
    """The name that a candidate is; its rule says whether it is one by the rules alone."""
    alone = total.scores.best()
    rule = "names.capitals" if alone[0] == kind and alone[1] >= _ENOUGH else "names.tagger"
    told = total.own.type if total.own.best()[0] == kind else ""
    return Draft(candidate.start, candidate.end, candidate.text, kind, weight, rule, told)


def _totals(text: str, candidates: Sequence[Candidate], listed: Words) -> dict[str, Total]:
    """The evidence for each surface; an acronym in brackets speaks for what it shortens, and that for the acronym."""
    introduced, totals = acronyms(text), dict[str, Total]()

    def add(surface: str, evidence: Evidence, mentions: int = 1, votes: Scores | None = None) -> None:
        own, around = evidence.own, evidence.around
        before = totals.get(surface, Total(own, Scores(), 0))
        totals[surface] = Total(
            own if before.own == Scores() else before.own, before.around + around, before.mentions + mentions,
            before.placed or around.place >= _PLACED, before.thing or around.other >= STRONG,
            before.bodied or evidence.bodied,
            before.votes + (votes or Scores()), before.voted + (votes is not None))

    for candidate in candidates:
        add(candidate.surface, candidate.evidence, 1, candidate.votes)
        acronym = introduced.get(candidate.end)
        plain = not candidate.evidence.own.organisation and all(listed.is_common(low) for low in candidate.text.lower().split())
        if acronym and not plain and acronym.expands(candidate.text):
            add(candidate.surface, Evidence(Scores(), Scores(organisation=2.0)), 0)
            add(acronym.text, Evidence(Scores(), Scores(organisation=3.0)), 0)
    return totals


def _class(candidate: Candidate, total: Total, surnames: frozenset[str], bodies: Mapping[str, bool],
           text: str) -> tuple[NameClass, float]:
    """The class of a candidate: what most evidence says, but for a lone word that is part of a full name in the article.

    `bodies` are the short forms of bodies, and whether they are firms, whose names are words of every day more often: one that
    opens a sentence of `text` may be no name, but in a heading.
    """
    kind, weight = total.with_votes(candidate.votes).best()
    lone = _lone(candidate.text)
    if lone in surnames and (kind == "person" or total.around.place < _SURE * total.mentions):
        return "person", max(weight, _ENOUGH)
    plain = candidate.opens and candidate.evidence.around.organisation <= 0
    again = bodies.get(lone, False) and (not plain or _heads(text, candidate.end))
    if lone in bodies and kind != "place" and total.own.place < _ENOUGH and (again or weight > 0):
        return "organisation", max(weight, _ENOUGH)
    return kind, weight


def _heads(text: str, at: int) -> bool:
    """Whether a line is a heading: no mark ends it."""
    rest = text[at : at + _HEADING].partition("\n")
    return (bool(rest[1]) or at + _HEADING >= len(text)) and rest[0].rstrip()[-1:].isalnum()


def _lone(text: str) -> str:
    """A surname that stands alone, without "van", "De La" or "al" before it; empty for more than one word."""
    parts = text.split()
    while len(parts) > 1 and (parts[0][0].islower() or parts[0] in _PARTICLES):
        parts.pop(0)
    return parts[0] if len(parts) == 1 else ""


def _surnames(persons: Iterable[str], listed: Words) -> frozenset[str]:
    """The last words of the persons named in full, the first of "Chen Shui-bian"; "Senate" only if people are called so."""
    persons = tuple(persons)
    full = (text.split() for text in persons)
    last = (parts[-1] for parts in full if 1 < len(parts) <= _PERSON_UNITS)
    first = (parts[0] for parts in map(str.split, persons) if len(parts) > 1 and _GIVEN_LAST.search(parts[-1]))
    plain = (word for word in first if not listed.is_common(word.lower()))  # "Ban on arms" is not of Ban Ki-moon
    return frozenset(word for word in (*last, *plain) if word.lower() not in listed.heads or word in listed.surnames)
