"""A run cut where one name ends and another begins: at titles, at demonyms, at curated names.

"Iraqi Prime Minister Nouri al-Maliki" gives "Iraqi" and, as titled, "Nouri al-Maliki". What ends in a word that names a body
("Iranian Oil Ministry") stays whole, and the country inside it is no name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ._name import Run, Scene, Unit
from ._words import Words

_MOST_TITLE_UNITS = 4
_MOST_PLACE_UNITS = 4
_MOST_PERSON_UNITS = 3
_MOST_BEFORE = 6  # units between an office and the run that holds its body's name: "president of the United | ..."
_BRANCHED = frozenset({"country", "state", "region"})
_STATES = frozenset({"country", "state", "settlement", "admin"})


class Segment(msgspec.Struct, frozen=True):
    """Units that are one name, if they are a name at all."""

    run: Run
    titled: bool = False  #: a title stands before it
    before_title: bool = False  #: a title stands behind it: "Texas Governor"
    head: str = ""  #: the word that tells what it names: "ministry"

    @property
    def known(self) -> bool:
        """Whether the segment is a curated name."""
        return len(self.run.units) == 1 and bool(self.run.units[0].known)


def segments(run: Run, scene: Scene) -> Iterator[Segment]:
    """The segments of a run, in order; titles themselves are left out."""
    units = run.units
    if _head_of(units, scene.words):
        yield from _untitled(Segment(run), scene)
        return
    at, titled, index = 0, False, 0
    while index < len(units):
        size = title(units, index, scene.words)
        if not size:
            index += 1
            continue
        last = index
        while last > at and not units[last - 1].cap:
            last -= 1  # "Unity Party | of | President | Ann Lee"
        if last > at:
            yield from _untitled(Segment(run.part(at, last), titled, before_title=last == index), scene)
        index += size
        at, titled = index, True
    if at < len(units):
        yield from _untitled(Segment(run.part(at, len(units)), titled), scene)


def title(units: tuple[Unit, ...], index: int, words: Words) -> int:
    """How many units from `index` are a title; 0 where they are none, or are part of a name ("General Assembly")."""
    if units[index].known:
        return 0
    for size in range(min(_MOST_TITLE_UNITS, len(units) - index), 0, -1):
        low = " ".join(unit.low.removeprefix("ex-") for unit in units[index : index + size])
        if low in words.titles:
            return 0 if _belongs(low, units, index, size, words) else size
    behind = units[index + 1 : index + 3]
    people = units[index].low in words.lists["ethnonym"] and len(behind) == 2 and behind[0].text in words.given
    return int(people and not words.is_common(behind[1].low))  # "Swede | Ann Lee"


def _belongs(low: str, units: tuple[Unit, ...], index: int, size: int, words: Words) -> bool:
    """Whether a title is part of the name around it: "General Assembly", "St. Louis", "Martin Luther King"."""
    rest = units[index + size :]
    if low in ("st", "saint"):
        return not rest or not index or bool(words.head_class(rest[-1].low))
    if rest:
        strong = words.titles[low][0] == "honorific" or low.split()[-1] in words.lists["title_strong"]
        return bool(words.head_class(rest[-1].low)) and not strong
    named = bool(index) and (units[0].text in words.given or units[index - 1].text in words.given)
    surname = named and units[index].text in words.surnames
    return bool(index) and (low in words.heads or surname)


def whole(run: Run, scene: Scene, *, person: bool) -> Segment:
    """Units that are one name, wherever the rules would cut them; `person` where a title before them would be somebody's."""
    units, words = run.units, scene.words
    titled = person and _titled(run, scene)
    if person or len(units) == 1:
        return Segment(run, titled)
    return Segment(run, head=_head(units, words) or _first_head(units, scene) or _campus(units, scene) or _last_head(units, words))


def _last_head(units: tuple[Unit, ...], words: Words) -> str:
    """The head in a curated name at the end: "German | Democratic Party"."""
    low = units[-1].low.rpartition(" ")[2]
    return low if units[-1].known and words.head_class(low) == "organisation" else ""


def _titled(run: Run, scene: Scene) -> bool:
    """Whether a title stands before a run."""
    for size in range(1, min(_MOST_TITLE_UNITS, run.first) + 1):
        before = tuple(scene.units[run.first - size : run.first + 1])
        if not before[1].joined or not before[0].cap:
            return False
        if title(before, 0, scene.words) == size:
            return True
    return False


def _untitled(segment: Segment, scene: Scene) -> Iterator[Segment]:
    """A stretch without titles: whole where its head says so, else cut at its curated names."""
    run, units, words = segment.run, segment.run.units, scene.words
    if segment.titled and not units[0].cap and units[0].low not in words.lists["surname_particle"]:
        return  # "Minister | for Finance"
    if segment.titled and not units[0].known:
        units = tuple(unlettered(units, words))
        run = run.part(0, len(units))
        named = len(units) == 2 and units[0].text in words.given and units[1].text.isalpha() and not units[1].demonym  # "Mayor John Tory"
        cut = next((i for i, unit in enumerate(units) if i and unit.known and not (named or _surname(units, i, words))), len(units))
        yield Segment(run.part(0, cut), titled=True)
        if cut < len(units):
            yield from _untitled(Segment(run.part(cut, len(units)), before_title=segment.before_title), scene)
        return
    ship = units[0].text.isupper() and _first_head(units, scene)
    head = ship or _head(units, words) or _first_head(units, scene) or _campus(units, scene)
    if head in words.lists["act_of_body"] and units[0].known and _is_body(units[0]):
        yield Segment(run.part(0, 1), segment.titled)  # "UN Security Council | Resolution"
    elif head and not (units[0].known and _adds_nothing(units, words)):
        yield msgspec.structs.replace(segment, head=head)
    elif len(units) > 1 and (_one_place(units, scene) or _one_person(units, words) or _branch(units, scene)):
        yield segment
    else:
        yield from _cut(segment, scene)


def _cut(segment: Segment, scene: Scene) -> Iterator[Segment]:
    """A stretch without a head, parted at its curated names."""
    run, units, at = segment.run, segment.run.units, 0
    for index, unit in enumerate(units):
        if unit.known:
            if index > at:
                yield from _plain(run.part(at, index), scene, titled=segment.titled and at == 0)
            last = index + 1 == len(units)
            yield Segment(run.part(index, index + 1), segment.titled and index == 0, segment.before_title and last)
            at = index + 1
    if at < len(units):
        yield from _plain(run.part(at, len(units)), scene, titled=segment.titled and at == 0, before_title=segment.before_title)


def _plain(run: Run, scene: Scene, *, titled: bool, before_title: bool = False) -> Iterator[Segment]:
    """A stretch of unknown words without connectors at its ends; a person's name behind another name stands apart."""
    caps = [index for index, unit in enumerate(run.units) if unit.cap]
    if not caps:
        return
    small = any(unit.low not in scene.words.lists["surname_particle"] for unit in run.units[: caps[0]])
    run = run.part(caps[0] if small else 0, caps[-1] + 1)
    run = run.part(0, len(unlettered(run.units, scene.words)))
    held = holder(run, scene)
    person = held or _after_place(run, scene) or _person_inside(run.units, scene.words)
    if person:
        yield Segment(run.part(0, person), titled)
    yield Segment(run.part(person, len(run.units)), bool(held) or (titled and not person), before_title)


def unlettered(units: Sequence[Unit], words: Words) -> Sequence[Unit]:
    """A name without the letters that honours and degrees put behind it: "Ann Lee | OBE QC"."""
    last = len(units)
    while last > 2 and units[last - 1].text in words.lists["letters_after"]:
        last -= 1
    return units[:last]


def _after_place(run: Run, scene: Scene) -> int:
    """1 where a person's name stands behind the place of an office: "Mayor of | London | Ken Livingstone"; else 0."""
    before = scene.before(run)
    office = before is not None and before.low == "of" and len(run.units) > 2 and run.units[1].text in scene.words.given
    return 1 if office and scene.is_place(run.units[:1]) else 0


def holder(run: Run, scene: Scene) -> int:
    """Where the name of an office's holder begins behind that of the body: "president of the Chess Federation | Ann Lee"; else 0."""
    at, words = len(run.units) - 2, scene.words
    body = run.units[at - 1] if at > 1 else None
    if body is None or not (words.head_class(body.low) == "organisation" or (body.low.endswith("s") and body.text not in words.surnames)):
        return 0
    if not all(unit.cap and not unit.known and (not words.is_common(unit.low) or unit.text in words.given) for unit in run.units[at:]):
        return 0
    first, units = run.first, scene.units
    while run.first - first < _MOST_BEFORE and first and units[first].joined and (units[first - 1].cap or units[first - 1].low == "the"):
        first -= 1
    if first < 2 or units[first - 1].low not in ("of", "for"):
        return 0
    role = units[first - 2].low
    return at if role in words.lists["role_of"] or role in words.titles else 0


def _person_inside(units: tuple[Unit, ...], words: Words) -> int:
    """Where a person's name begins behind other words: "Denver Broncos | Kenny McKinley"; 0 where it does not."""
    for index in range(max(1, len(units) - _MOST_PERSON_UNITS), len(units) - 1):
        unit, before = units[index], units[index - 1]
        named = before.text in words.given or before.text in words.surnames or not before.cap or len(before.low) < 3
        plain = index > 1 or words.is_common(before.low)
        if unit.text in words.given and not words.is_common(unit.low) and not named and plain:
            return index
    return 0


def _one_place(units: tuple[Unit, ...], scene: Scene) -> bool:
    """"New South Wales", "British Columbia": a place that holds the name of another."""
    return len(units) <= _MOST_PLACE_UNITS and any(unit.known for unit in units) and scene.is_place(units)


def _one_person(units: tuple[Unit, ...], words: Words) -> bool:
    """"Jordan Peele", "Michael Jordan", "Ann Bayer": a curated place, or a body called after somebody, as part of a person's name."""
    known = [index for index, unit in enumerate(units) if unit.known]
    if len(known) != 1 or len(units) > _MOST_PERSON_UNITS:
        return False
    named = units[known[0]]
    place = all(entity.type in _STATES for entity in named.known)
    if named.demonym or not named.text.isalpha():
        return False
    if any(words.is_common(unit.low) for unit in units if unit is not named):
        return False  # "Farmers Sue Bayer"
    if known[0] == 0:
        return place and named.text in words.given and units[1].text in words.surnames
    return _surname(units, known[0], words) and units[0].text in words.given


def _branch(units: tuple[Unit, ...], scene: Scene) -> bool:
    """"Sony Australia": an unknown name that ends in a place, and is no place itself."""
    last, others = units[-1], units[:-1]
    place = bool(last.known) and not last.demonym and all(entity.type in _BRANCHED for entity in last.known)
    return place and not scene.is_place(others) and all(_unknown(unit, scene.words) for unit in others)


def _unknown(unit: Unit, words: Words) -> bool:
    """Whether a capital cannot come from where the word stands, nor from being part of a place ("Upper Egypt")."""
    if not unit.cap or unit.known or unit.low in words.lists["place_strong"] or unit.low in words.lists["place_adjective"]:
        return False
    return not unit.initial or not words.is_common(unit.low)


def _surname(units: tuple[Unit, ...], index: int, words: Words) -> bool:
    return index == len(units) - 1 and not units[index].demonym and units[index].text in words.surnames


def _adds_nothing(units: tuple[Unit, ...], words: Words) -> bool:
    """"Boeing Company" is Boeing; "Iraqi Party" is not Iraq."""
    return len(units) == 2 and units[1].low in words.lists["adds_nothing"] and _is_body(units[0])


def _is_body(unit: Unit) -> bool:
    """Whether a curated name is that of a body or a person, and of no state and no people."""
    return all(entity.kind == "actor" and entity.type not in ("state", "people") for entity in unit.known)


def _head(units: tuple[Unit, ...], words: Words) -> str:
    """The word that tells what a name of several units names; empty where none does."""
    if len(units) == 1:
        return ""
    if head := _head_of(units, words):
        return head
    if units[-1].known:
        return ""
    ends = (" ".join(unit.low for unit in units[-size:]) for size in (3, 2, 1) if size <= len(units))
    return next((end for end in ends if end in words.heads), "")


def _first_head(units: tuple[Unit, ...], scene: Scene) -> str:
    """"Lake Chad", "Hurricane Dennis": the class before the name; "Monte Carlo" is a place of its own."""
    first = units[0].low in scene.words.lists["first_head"] and not units[0].known
    return units[0].low if first and len(units) > 1 and not scene.is_place(units) else ""


def _campus(units: tuple[Unit, ...], scene: Scene) -> str:
    """"University College London": the head before the town."""
    inside = len(units) > 2 and units[-2].low in scene.words.lists["campus_head"] and not units[-1].demonym
    return units[-2].low if inside and scene.is_place(units[-1:]) else ""


def _head_of(units: tuple[Unit, ...], words: Words) -> str:
    """The head before the first "of" or "for": "Ministry of ..."."""
    for index, unit in enumerate(units):
        if unit.low in ("of", "for", "on") and not unit.cap and index:
            low = units[index - 1].low
            return low if low in words.heads and low not in words.titles else ""
    return ""
