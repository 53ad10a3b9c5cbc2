"""The rules' recogniser: capitalised runs, weighed by their words, their surroundings and the article as a whole.

The weights were set by hand on openly licensed news with marked names; a name needs 1.0 of one class. One surface has one class
within an article: the evidence of all its mentions is added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ..lexicon import Lexicon
from ..reading import Reading
from ._brackets import acronyms
from ._cues import Scene
from ._headlines import is_headline, known_surfaces
from ._known import decide
from ._name import Draft, NameClass, Unit
from ._runs import Run, runs
from ._scores import Scores, score
from ._segments import Segment, segments
from ._units import curated, units
from ._words import Words, words

_ENOUGH = 1.0
_PERSON_UNITS = 5
#: Evidence of each mention, on average, that outweighs that somebody in the article has this surname.
_SURE = 2.0


class Candidate(msgspec.Struct, frozen=True):
    """A stretch that may be a name, with the evidence that its own place in the text gives."""

    start: int
    end: int
    text: str
    scores: Scores
    units: int


def find(reading: Reading, lexicon: Lexicon) -> Iterator[Draft]:
    """Every name that capitals and the lexicon give, in no order."""
    listed = words(lexicon)
    matches = curated(reading, lexicon)
    lines = [tuple(units(reading, sentence, matches, listed)) for sentence in reading.sentences]
    headline = [is_headline(reading.sentence_text(s), line, listed) for s, line in zip(reading.sentences, lines, strict=True)]
    drafts: list[Draft] = []
    candidates: list[Candidate] = []
    for line, shouts in zip(lines, headline, strict=True):
        if not shouts:
            _line(reading.text, line, listed, lexicon, drafts, candidates)
    drafts += _decided(reading.text, candidates, listed)
    yield from drafts
    surfaces = _surfaces(drafts)
    for line, shouts in zip(lines, headline, strict=True):
        if shouts:
            yield from _headline(reading.text, line, listed, lexicon, surfaces)


def _line(text: str, line: Sequence[Unit], listed: Words, lexicon: Lexicon, drafts: list[Draft], candidates: list[Candidate]) -> None:
    """Sort the segments of one sentence into names that are known and candidates."""
    scene = Scene(text, line, listed)
    for run in runs(line, listed, lambda name: bool(lexicon.places.lookup(name))):
        for segment in segments(run, listed):
            if segment.known:
                draft = decide(segment, scene, lexicon)
                if draft:
                    drafts.append(draft)
            else:
                candidates.append(_candidate(segment, scene, lexicon))


def _candidate(segment: Segment, scene: Scene, lexicon: Lexicon) -> Candidate:
    run = segment.run
    return Candidate(run.start, run.end, " ".join(scene.text[run.start : run.end].split()), score(segment, scene, lexicon), len(run.units))


def _decided(text: str, candidates: Sequence[Candidate], listed: Words) -> Iterator[Draft]:
    """Candidates with enough evidence in the article as a whole; a lone surname has that of the full name."""
    introduced = acronyms(text)
    totals: dict[str, Scores] = {}
    mentions = Counter(candidate.text for candidate in candidates)
    for candidate in candidates:
        scores = candidate.scores
        if introduced.get(candidate.end) and introduced[candidate.end].expands(candidate.text):
            scores = scores + Scores(organisation=2.0)
            acronym = introduced[candidate.end].text
            totals[acronym] = totals.get(acronym, Scores()) + Scores(organisation=3.0)
        totals[candidate.text] = totals.get(candidate.text, Scores()) + scores
    surnames = _surnames(totals)
    for candidate in candidates:
        kind, weight = _class(candidate, totals[candidate.text], mentions[candidate.text], surnames)
        if weight >= _ENOUGH and kind != "other":
            yield Draft(candidate.start, candidate.end, candidate.text, kind, weight, "names.capitals", totals[candidate.text].type)


def _class(candidate: Candidate, total: Scores, mentions: int, surnames: frozenset[str]) -> tuple[NameClass, float]:
    kind, weight = total.best()
    if candidate.units == 1 and candidate.text in surnames and (kind == "person" or weight < _SURE * mentions):
        return "person", max(weight, _ENOUGH)
    return kind, weight


def _surnames(totals: Mapping[str, Scores]) -> frozenset[str]:
    """The last words of the persons named in full."""
    full = [text.split() for text, scores in totals.items() if scores.best()[0] == "person" and scores.person >= _ENOUGH]
    return frozenset(parts[-1] for parts in full if 1 < len(parts) <= _PERSON_UNITS)


def _surfaces(drafts: Iterable[Draft]) -> dict[str, Draft]:
    """The body's names by their words in small letters; of two that share them the one with more evidence."""
    surfaces: dict[str, Draft] = {}
    for draft in drafts:
        low = " ".join(part.lower().replace(".", "") if part.count(".") else part.lower() for part in draft.text.split())
        if low not in surfaces or draft.weight > surfaces[low].weight:
            surfaces[low] = draft
    return surfaces


def _headline(text: str, line: Sequence[Unit], listed: Words, lexicon: Lexicon, surfaces: Mapping[str, Draft]) -> Iterator[Draft]:
    """The names of a line of capitals: what the body names, then what the lexicon knows."""
    scene = Scene(text, line, listed)
    taken: set[int] = set()
    for first, last, draft in known_surfaces(line, surfaces):
        if draft.form == "name" and draft.known is None:
            taken.update(range(first, last))
            start, end = line[first].start, line[last - 1].end
            yield msgspec.structs.replace(draft, start=start, end=end, rule="names.headline", headline=True)
    for index, unit in enumerate(line):
        if unit.known and index not in taken:
            found = decide(Segment(Run((unit,), index, index + 1)), scene, lexicon)
            if found:
                yield msgspec.structs.replace(found, headline=True)
