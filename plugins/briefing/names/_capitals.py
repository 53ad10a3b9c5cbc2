"""The rules' recogniser: capitalised runs, weighed by their words, their surroundings and the article as a whole.

The weights were set by hand on openly licensed news with marked names; a name needs 1.0 of one class. One surface has one class
within an article: the evidence of all its mentions is added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from ..lexicon import Lexicon
from ..reading import Reading
from ._brackets import acronyms
from ._headlines import is_headline, known_surfaces
from ._known import capital, decide
from ._name import Draft, NameClass, Run, Scene
from ._runs import runs
from ._scores import Evidence, Scores, no_name, score
from ._segments import Segment, segments
from ._units import curated, units
from ._words import Words, words

_ENOUGH = 1.0
#: A given name that stands last, as in Chinese and Korean names.
_GIVEN_LAST = re.compile(r"^[A-Z][a-z]+-[a-z]+$")
_HEADED = 3.0  # what a word that names a body gives
_PERSON_UNITS = 5
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


class Total(msgspec.Struct, frozen=True):
    """The evidence of all mentions of one surface."""

    own: Scores
    around: Scores
    mentions: int
    placed: bool = False  #: words beside one mention are such as only a place has

    @property
    def scores(self) -> Scores:
        """The whole evidence. What comes again and again, and is no place, is somebody."""
        again = 0.0 if self.own.place or self.placed else self.own.person * min(self.mentions - 1, _MOST_AGAIN)
        return self.own + self.around + Scores(person=max(again, 0.0))


def find(reading: Reading, lexicon: Lexicon) -> Iterator[Draft]:
    """Every name that capitals and the lexicon give, in no order."""
    matches, listed, places = curated(reading, lexicon), words(lexicon), lru_cache(maxsize=None)(lexicon.places.lookup)
    body: list[Scene] = []
    headlines: list[Scene] = []
    for sentence in reading.sentences:
        scene = Scene(reading.text, tuple(units(reading, sentence, matches, listed)), listed, places)
        (headlines if is_headline(reading.sentence_text(sentence), scene) else body).append(scene)
    drafts: list[Draft] = []
    candidates: list[Candidate] = []
    for scene in body:
        _sort(scene, drafts, candidates)
    drafts += _decided(reading.text, candidates, drafts, listed)
    yield from drafts
    surfaces = _surfaces(drafts, listed)
    for scene in headlines:
        yield from _headline(scene, surfaces)


def _sort(scene: Scene, drafts: list[Draft], candidates: list[Candidate]) -> None:
    """Sort the segments of one sentence into names that are known and candidates."""
    for run in runs(scene):
        for segment in segments(run, scene):
            draft = decide(segment, scene) if segment.known else capital(segment, scene)
            if draft:
                drafts.append(draft)
            elif not segment.known:
                candidates.append(_candidate(segment, scene))


def _candidate(segment: Segment, scene: Scene) -> Candidate:
    run = segment.run
    return Candidate(run.start, run.end, " ".join(scene.text[run.start : run.end].split()), score(segment, scene), len(run.units))


def _decided(text: str, candidates: Sequence[Candidate], known: Sequence[Draft], listed: Words) -> list[Draft]:
    """Candidates with enough evidence in the article as a whole; a lone surname has that of the full name."""
    totals = _totals(text, candidates, listed)
    persons = [surface for surface, total in totals.items() if total.scores.best()[0] == "person" and total.scores.person >= _ENOUGH]
    full = [*persons, *(draft.text for draft in known if draft.kind == "person")]
    surnames = _surnames(full, listed)
    known_parts = surnames | {text.split()[0] for text in full if " " in text}
    bodies = _first_words((surface for surface, total in totals.items() if total.own.organisation >= _HEADED), listed)
    decided: list[Draft] = []
    for candidate in candidates:
        total = totals[candidate.text]
        kind, weight = _class(candidate, total, surnames, bodies)
        if kind == "person" and no_name(candidate.text, listed) and _lone(candidate.text) not in known_parts:
            continue
        if weight >= _ENOUGH and kind != "other":
            decided.append(Draft(candidate.start, candidate.end, candidate.text, kind, weight, "names.capitals", total.scores.type))
    return decided


def _totals(text: str, candidates: Sequence[Candidate], listed: Words) -> dict[str, Total]:
    """The evidence for each surface; an acronym in brackets speaks for what it shortens, and that for the acronym."""
    introduced, totals = acronyms(text), dict[str, Total]()

    def add(surface: str, own: Scores, around: Scores, mentions: int = 1) -> None:
        before = totals.get(surface, Total(own, Scores(), 0))
        placed = before.placed or around.place >= _PLACED
        totals[surface] = Total(own if before.own == Scores() else before.own, before.around + around, before.mentions + mentions, placed)

    for candidate in candidates:
        add(candidate.text, candidate.evidence.own, candidate.evidence.around)
        acronym = introduced.get(candidate.end)
        plain = not candidate.evidence.own.organisation and all(listed.is_common(low) for low in candidate.text.lower().split())
        if acronym and not plain and acronym.expands(candidate.text):
            add(candidate.text, Scores(), Scores(organisation=2.0), 0)
            add(acronym.text, Scores(), Scores(organisation=3.0), 0)
    return totals


def _class(candidate: Candidate, total: Total, surnames: frozenset[str], bodies: frozenset[str]) -> tuple[NameClass, float]:
    """The class of a candidate: what most evidence says, but for a lone word that is part of a full name in the article."""
    kind, weight = total.scores.best()
    lone = _lone(candidate.text)
    if lone in surnames and (kind == "person" or total.around.place < _SURE * total.mentions):
        return "person", max(weight, _ENOUGH)
    if lone in bodies and kind != "place" and total.own.place < _ENOUGH and weight > 0:
        return "organisation", max(weight, _ENOUGH)
    return kind, weight


def _lone(text: str) -> str:
    """A surname that stands alone, without "van" or "al" before it; empty for more than one word."""
    parts = text.split()
    while len(parts) > 1 and parts[0][0].islower():
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


def _first_words(bodies: Iterable[str], listed: Words) -> frozenset[str]:
    """"Yale" of "Yale University", but not "National" of "National Bank"."""
    pairs = (parts for parts in (text.split() for text in bodies) if len(parts) == 2)
    never = listed.lists["nothing"] | listed.lists["language"] | listed.lists["generic"]
    return frozenset(
        first for first, head in pairs
        if head.lower() in listed.lists["short_head"] and first.lower() not in never
    )


def _surfaces(drafts: Iterable[Draft], listed: Words) -> dict[str, Draft]:
    """The body's names by their words in small letters; of two that share them the one with more evidence.

    A surname counts too, unless it is a word of every day ("Brown").
    """
    surfaces: dict[str, Draft] = {}
    for draft in drafts:
        parts = [part.lower().replace(".", "") for part in draft.text.split()]
        lows = [" ".join(parts)]
        if draft.kind == "person" and len(parts) > 1 and not listed.is_common(parts[-1]):
            lows.append(parts[-1])
        for low in lows:
            if low not in surfaces or draft.weight > surfaces[low].weight:
                surfaces[low] = draft
    return surfaces


def _headline(scene: Scene, surfaces: Mapping[str, Draft]) -> Iterator[Draft]:
    """The names of a line of capitals: what the body names, then what the lexicon knows."""
    line, taken = scene.units, set[int]()
    for first, last, draft in known_surfaces(line, surfaces):
        if draft.form == "name" and (draft.known is None or draft.kind == "person"):
            taken.update(range(first, last))
            start, end = line[first].start, line[last - 1].end
            shown = " ".join(unit.text for unit in line[first:last])
            text = draft.text if last - first == len(draft.text.split()) else shown.title() if shown.isupper() else shown
            yield msgspec.structs.replace(draft, start=start, end=end, text=text, rule="names.headline", headline=True)
    for index, unit in enumerate(line):
        if unit.known and index not in taken:
            found = decide(Segment(Run((unit,), index, index + 1)), scene)
            if found:
                yield msgspec.structs.replace(found, headline=True)
