"""Capitalised runs, and what a tagger finds beside them, to names that are known and candidates that are weighed.

Where the two cut a sentence differently the longer name wins, since each rather loses a part of a name than adds to one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from ..lexicon import Lexicon
from ..reading import Reading
from ..tagger import SILENT, Tags
from ._decided import Candidate, decided
from ._genre import is_market, is_sport
from ._headlines import is_headline, known_surfaces
from ._known import capital, decide
from ._name import Draft, Run, Scene
from ._runs import runs, seated
from ._scores import score
from ._segments import Segment, segments, title, whole
from ._tagged import Heard, Hearing
from ._teams import in_table, played, plays
from ._units import curated, units
from ._words import Words, words

_CREDIT = re.compile(r"(?:Image|Photo|Photograph|Picture|Video)s?(?: credit)?(?: by)?: ?$")
_CREDIT_REACH = 25
_ENDS = (".", ",", ";", ")", "\n", "/", "")
#: The heads of a table's columns: "W L T GF GA PTS".
_COLUMNS = re.compile(r"^(?:[A-Z]{1,3} ){2,}[A-Z]{1,3}$")
#: What the tagger must be sure of to cut a sentence in its own way.
_SURE = 0.5
#: ... and to take words off a name of the rules.
_CERTAIN = 0.9
#: ... and to part somebody from another name that the rules take for one with it.
_PARTING = 0.7
#: ... and to find a name in a line in which every word has a capital.
_SURE_IN_CAPITALS = 0.8


def find(reading: Reading, lexicon: Lexicon, tags: Tags = SILENT) -> Iterator[Draft]:
    """Every name that capitals, the lexicon and a tagger give, in no order."""
    matches, listed, places = curated(reading, lexicon), words(lexicon), lru_cache(maxsize=None)(lexicon.places.lookup)
    hearing, sport, market = Hearing(tags), is_sport(reading, listed), is_market(reading, listed)
    mixed = not all(map(reading.is_recased, reading.sentences))
    body: list[Scene] = []
    headlines: list[Scene] = []
    for sentence in reading.sentences:
        line = tuple(units(reading, sentence, matches, listed))
        recased = reading.is_recased(sentence)
        scene = Scene(reading.text, line, listed, places, sport, market, heading=recased and mixed, recased=recased)
        (headlines if is_headline(reading.sentence_text(sentence), scene) else body).append(scene)
    drafts: list[Draft] = []
    candidates: list[Candidate] = []
    for scene in body:
        _sort(scene, hearing, drafts, candidates)
    drafts += decided(reading.text, candidates, drafts, listed)
    surfaces = _surfaces(drafts, listed)
    drafts += [draft for scene in headlines for draft in _headline(scene, hearing, surfaces)]
    yield from played(drafts, reading.text, listed) if sport else drafts


def _sort(scene: Scene, hearing: Hearing, drafts: list[Draft], candidates: list[Candidate]) -> None:
    """Sort the segments of one sentence into names that are known and candidates."""
    found = [segment for run in runs(scene) for segment in segments(run, scene)]
    for segment in _joined(found, scene, hearing):
        if _credited(segment.run, scene):
            continue
        draft = decide(segment, scene) if segment.known else capital(segment, scene)
        if draft:
            drafts.append(draft)
        elif not segment.known:
            candidates.append(_candidate(segment, scene, hearing))


def _credited(run: Run, scene: Scene) -> bool:
    """Whether a word only says whose a picture is, by a name that nobody else is called by: "Image: Wolfmoon7."."""
    alone = len(run.units) == 1 and not run.units[0].known and scene.text[run.end : run.end + 1] in _ENDS
    return alone and bool(_CREDIT.search(scene.text, max(0, run.start - _CREDIT_REACH), run.start))


def _joined(found: Sequence[Segment], scene: Scene, hearing: Hearing) -> Iterator[Segment]:
    """The segments of the rules, and instead of some of them longer names of the tagger's."""
    heard = list(hearing.names(scene))
    kept = [part for segment in found for part in _parted(segment, heard, scene)]
    for name in heard:
        beside = [segment for segment in kept if segment.run.first < name.run.last and name.run.first < segment.run.last]
        if beside and (name.confidence < _SURE or any(_keeps(segment, name, scene, hearing) for segment in beside)):
            continue
        kept = [segment for segment in kept if segment not in beside]
        kept.append(Segment(name.run, titled=True) if name.holds else whole(name.run, scene, person=name.kind == "person"))
    return iter(kept)


def _parted(segment: Segment, heard: Sequence[Heard], scene: Scene) -> Iterator[Segment]:
    """A segment of the rules, cut at somebody whom the tagger tells from it: "Yale University Professor | Ann Lee"."""
    run = segment.run
    inside = [name for name in heard if run.first <= name.run.first and name.run.last <= run.last and name.confidence >= _PARTING]
    person = next((name.run for name in inside if name.kind == "person" and len(name.run.units) > 1), None)
    before = scene.before(run)
    office = before is not None and before.low in ("of", "for")  # "Secretary of State for Defence | Ann Lee"
    if person is None or person == run or not (office or any(name.kind != "person" for name in inside)):
        yield segment
        return
    if person.first > run.first:
        end = next((at for at in range(1, person.first - run.first) if title(run.units[: person.first - run.first], at, scene.words)),
                   person.first - run.first)
        yield from segments(run.part(0, end), scene)
    yield Segment(person, titled=person.first == run.first and segment.titled)
    if person.last < run.last:
        yield from segments(run.part(person.last - run.first, len(run.units)), scene)


def _keeps(segment: Segment, name: Heard, scene: Scene, hearing: Hearing) -> bool:
    """Whether a segment of the rules stays as it is: it has all of the tagger's name, or a title parts it from the rest of that."""
    first, last, run = segment.run.first, segment.run.last, name.run
    if first <= run.first and run.last <= last:
        return (first, last) == (run.first, run.last) or bool(segment.head) or not _is_all(segment, name, scene, hearing)
    if name.kind == "person":
        if segment.known:  # "House | Nancy Pelosi", "House of Representatives | Ann Lee"
            return _is_body(segment) or (run.last == last and _is_person(segment))
        full = last - first > 1  # "Secretary of State | Ann Lee", but "Jeffrey Dean | Morgan"
        return segment.titled and full and run.first < first and run.last == last
    return segment.before_title and last < run.last and _is_body(segment)  # "White House | Press Secretary"


def _is_all(segment: Segment, name: Heard, scene: Scene, hearing: Hearing) -> bool:
    """Whether the tagger is sure that nothing else in a segment belongs to a name: "Ann Lee" in "Ann Lee Here"."""
    units, words = segment.run.units, scene.words
    if units[0].text in words.given and units[-1].text in words.surnames:
        return False  # "James To"
    rest = [unit for unit in units if not name.run.start <= unit.start < name.run.end]
    votes = [hearing.votes(unit.start, unit.end) for unit in rest]
    return name.confidence >= _CERTAIN and all(vote is not None and vote.other >= _CERTAIN for vote in votes)


def _is_body(segment: Segment) -> bool:
    """Whether a segment is a curated name of a body, and not of a country."""
    known = (entity for unit in segment.run.units for entity in unit.known)
    return any(entity.kind == "actor" and entity.type not in ("state", "people", "person") for entity in known)


def _is_person(segment: Segment) -> bool:
    return any(entity.type == "person" for unit in segment.run.units for entity in unit.known)


def _candidate(segment: Segment, scene: Scene, hearing: Hearing) -> Candidate:
    run = segment.run
    text = " ".join(scene.text[run.start : run.end].split())
    votes = None if _parts_seat(run, scene, hearing) else hearing.votes(run.start, run.end)
    return Candidate(run.start, run.end, text, score(segment, scene), len(run.units), votes,
                     opens=run.units[0].initial, rowed=_rowed(run, scene),
                     club=scene.sport and plays(scene.text, run.start, run.end, scene.words))


def _rowed(run: Run, scene: Scene) -> bool:
    """Whether one word stands in a row of a table of matches, as a club's name."""
    if not scene.sport or len(run.units) > 1 or not in_table(scene.text, run.end):
        return False
    return not scene.words.is_common(run.units[0].low) or scene.is_place(run.units)


def _parts_seat(run: Run, scene: Scene, hearing: Hearing) -> bool:
    """Whether a name stands behind "Kelvar Inc" or "Kelvar Inc of", which the tagger takes for one name with it."""
    before = scene.before(run)
    if before is None or not (before.low in scene.words.lists["legal"] or (before.low == "of" and seated(scene, run.first - 1))):
        return False
    votes = hearing.votes(before.start, run.end)
    return votes is not None and votes.organisation >= _SURE


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


def _headline(scene: Scene, hearing: Hearing, surfaces: Mapping[str, Draft]) -> Iterator[Draft]:
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
                taken.add(index)
                yield msgspec.structs.replace(found, headline=True)
    yield from _heard(scene, hearing, taken)


def _heard(scene: Scene, hearing: Hearing, taken: Container[int]) -> Iterator[Draft]:
    """Names that only the tagger finds in a line of capitals, where it is sure of them."""
    for name in hearing.names(scene):
        run = name.run
        votes = hearing.votes(run.start, run.end)
        if votes is None or name.confidence < _SURE_IN_CAPITALS or any(index in taken for index in range(run.first, run.last)):
            continue
        kind, _ = votes.best()
        text = " ".join(scene.text[run.start : run.end].split())
        if _COLUMNS.match(text):
            continue
        yield Draft(run.start, run.end, text.title() if text.isupper() and " " in text else text, kind, 1.0, "names.tagger", headline=True)
