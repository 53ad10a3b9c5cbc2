"""A run cut where one name ends and another begins: at titles, at demonyms, at curated names.

"Iraqi Prime Minister Nouri al-Maliki" gives "Iraqi" and, as titled, "Nouri al-Maliki". What ends in a word that names a body
("Iranian Oil Ministry") stays whole, and the country inside it is no name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ._name import Unit
from ._runs import Run, part
from ._words import Words

_MOST_TITLE_UNITS = 4
#: Behind these a name stays a person's even if it ends like a body: "President Park", "Mr. Church".
_STRONG = frozenset({"president", "vice president", "prime minister", "premier", "chancellor", "senator"})
#: A curated actor with one of these behind it is still that actor: "Boeing Company".
_ADDS_NOTHING = frozenset("movement group party company corporation corp inc organization organisation network ltd plc co militia".split())
#: Words that come before the name they class: "Lake Chad", "Hurricane Dennis".
_FIRST_HEADS = frozenset("mount lake fort camp cape port mt ft hurricane typhoon cyclone operation team hms uss fc ss rms bayou rio tropical "
                         "isle exercise radio hotel villa gare monte fs rv mv hmas hmcs usns ins castle battle project super storm windows apollo".split())


class Segment(msgspec.Struct, frozen=True):
    """Units that are one name, if they are a name at all."""

    run: Run
    titled: bool = False  #: a title stands before it
    before_title: bool = False  #: a title stands behind it: "Texas Governor"
    head: str = ""  #: the word that tells what it names: "ministry"

    @property
    def known(self) -> Unit | None:
        """The curated name that the segment is; None where it is none."""
        return self.run.units[0] if len(self.run.units) == 1 and self.run.units[0].known else None


def segments(run: Run, words: Words) -> Iterator[Segment]:
    """The segments of a run, in order; titles themselves are left out."""
    units = run.units
    if _head_of(units, words):
        yield from _untitled(run, words)
        return
    at, titled, index = 0, False, 0
    while index < len(units):
        size = _title(units, index, words)
        if not size:
            index += 1
            continue
        if index > at:
            yield from _untitled(part(run, at, index), words, titled=titled, before_title=True)
        index += size
        at, titled = index, True
    if at < len(units):
        yield from _untitled(part(run, at, len(units)), words, titled=titled)


def _title(units: tuple[Unit, ...], index: int, words: Words) -> int:
    """How many units from `index` are a title; 0 where they are none, or are part of a body's name ("General Assembly")."""
    if units[index].known:
        return 0
    for size in range(min(_MOST_TITLE_UNITS, len(units) - index), 0, -1):
        low = " ".join(unit.low for unit in units[index : index + size])
        if low not in words.titles:
            continue
        rest = units[index + size :]
        kind = words.titles[low][0]
        body = bool(rest) and words.heads.get(rest[-1].low, ("", ""))[0] in ("organisation", "place", "other")
        if body and kind != "honorific" and low not in _STRONG or (body and low in ("st", "saint")):
            return 0
        if not rest and index and (low in words.heads or (units[index].text in words.surnames and units[0].text in words.given)):
            return 0  # "Martin Luther King"
        if low in ("st", "saint"):
            return 0 if not rest or not index else size
        return size
    return 0


def _untitled(run: Run, words: Words, *, titled: bool = False, before_title: bool = False) -> Iterator[Segment]:
    """A stretch without titles: whole where its head says so, else cut at its curated names."""
    units = run.units
    if titled and not units[0].known:
        cut = next((i for i, unit in enumerate(units) if unit.known and i and not _surname(units, i, words)), len(units))
        yield Segment(part(run, 0, cut), titled=True)
        if cut < len(units):
            yield from _untitled(part(run, cut, len(units)), words, before_title=before_title)
        return
    head = "" if len(units) == 1 else _head_of(units, words) or _last_head(units, words) or _first_head(units)
    if head and not (units[0].known and _adds_nothing(units)):
        yield Segment(run, titled=titled, before_title=before_title, head=head)
        return
    yield from _cut(run, words, titled=titled, before_title=before_title)


def _cut(run: Run, words: Words, *, titled: bool, before_title: bool) -> Iterator[Segment]:
    """A stretch without a head, parted at its curated names, unless they are parts of a person's name."""
    units = run.units
    if len(units) > 1 and _reads_as_person(units, words):
        yield Segment(run, titled=titled, before_title=before_title)
        return
    at = 0
    for index, unit in enumerate(units):
        if unit.known:
            if index > at:
                yield from _plain(part(run, at, index), words, titled and at == 0, False)
            yield Segment(part(run, index, index + 1), titled and index == 0, before_title and index + 1 == len(units))
            at = index + 1
    if at < len(units):
        yield from _plain(part(run, at, len(units)), words, titled and at == 0, before_title)


def _plain(run: Run, words: Words, titled: bool, before_title: bool) -> Iterator[Segment]:
    """A stretch of unknown words without connectors at its ends."""
    start, end = 0, len(run.units)
    while start < end and not run.units[start].cap:
        start += 1
    while end > start and not run.units[end - 1].cap:
        end -= 1
    person = _person_inside(run.units[:end], start, words)
    if person:
        yield Segment(part(run, start, person), titled, False)
        start = person
    if start < end:
        yield Segment(part(run, start, end), titled and not person, before_title)


def _person_inside(units: tuple[Unit, ...], start: int, words: Words) -> int:
    """Where a person's name begins behind another: "Denver Broncos | Kenny McKinley"; 0 where it does not."""
    for index in range(start + 2, len(units) - 1):
        unit, before = units[index], units[index - 1]
        names = before.text in words.given or before.text in words.surnames or not before.cap or len(before.low) < 3
        if unit.text in words.given and not words.is_common(unit.low) and not names and len(units) - index <= 3:
            return index
    return 0


def _reads_as_person(units: tuple[Unit, ...], words: Words) -> bool:
    """"Jordan Peele", "Michael Jordan": a curated place as part of a person's name."""
    known = [index for index, unit in enumerate(units) if unit.known]
    if not known:
        return True
    if len(known) > 1 or len(units) > 3 or any(entity.type not in ("country", "state", "settlement", "admin") for entity in units[known[0]].known):
        return False
    unit = units[known[0]]
    if unit.demonym or not unit.text.isalpha() or any(words.is_common(other.low) for other in units if other is not unit):
        return False
    if known[0] == 0:
        return unit.text in words.given and units[1].text in words.surnames
    return known[0] == len(units) - 1 and units[0].text in words.given and unit.text in words.surnames


def _surname(units: tuple[Unit, ...], index: int, words: Words) -> bool:
    return index == len(units) - 1 and not units[index].demonym and units[index].text in words.surnames


def _adds_nothing(units: tuple[Unit, ...]) -> bool:
    return len(units) == 2 and units[1].low in _ADDS_NOTHING and all(e.kind == "actor" and e.type not in ("state", "people") for e in units[0].known)


def _head_of(units: tuple[Unit, ...], words: Words) -> str:
    """The head before the first "of" or "for": "Ministry of ..."."""
    for index, unit in enumerate(units):
        if unit.low in ("of", "for", "on") and not unit.cap and index:
            low = units[index - 1].low
            return low if low in words.heads and (low not in words.titles or low in ("justice", "treasury")) else ""
    return ""


def _last_head(units: tuple[Unit, ...], words: Words) -> str:
    if units[-1].known:
        return ""
    pair = f"{units[-2].low} {units[-1].low}"
    if pair in words.heads:
        return pair
    low = units[-1].low
    return low if low in words.heads else ""


def _first_head(units: tuple[Unit, ...]) -> str:
    return units[0].low if units[0].low in _FIRST_HEADS and not units[0].known else ""
