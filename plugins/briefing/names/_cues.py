"""What the words around a name say of it: each function adds up the cues for one class beside one segment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ._apposed import nouns
from ._name import Run, Scene, Unit
from ._segments import Segment
from ._words import Words

_AGE = re.compile(r" ?,? (?:now )?aged? \d{1,2}\b| ?, (?:now )?\d{1,2}(?= ?[,.;](?!\d)| years?)|,? \(\d{1,2}\)")
_WHO = re.compile(r" ?,? (?:who|whose|whom)\b| \((?:born|b\.|c\.|\d{4}\s?[-–])")
_APPOSITION = re.compile(
    r" ?, (?:an?|the|its|his|her|their|one of the)? ?((?:[\w.'’-]+ ){0,4}?[\w'’-]+)"
    r"(?= ?[,.;]| (?:of|for|at|in|with|from|to|who|and|on)\b)"
)
#: What befalls persons alone.
_LIVED = re.compile(
    r" (?:(?:was|is|has been|had been|were) (?:born|married|sentenced|arrested|sworn|extradited|pardoned|jailed|buried|survived by)"
    r"|testified|graduated|pleaded)\b"
)
_WITHIN = re.compile(r" ?, (?:in )?(?:(?:northern|southern|eastern|western|central) )?(?=[A-Z])")
_FACILITY = re.compile(
    r" (?:international |military |army |naval |refugee |border )?"
    r"(?:air ?base|airport|airfield|prison|jail|camp|crossing|checkpoint|refinery|barracks|base)\b"
)
_BASED = re.compile(r"[-‑](?:based|born|bound)\b")
#: What a noun that only places have gives, more than any person's name does: "Ben Aknoun district".
_NOUN = 4.0
#: What a noun behind a name gives that only media have: "Izvestia newspaper", "Anatolian news agency".
_MEDIUM = 2.0
_AGENCY = re.compile(r" (?:agency|agencies|channel|service|site|website|portal|magazine)\b")
#: "slipped 6p", "fell after", "ended flat", "was up 3/8 at"
_PRICE = re.compile(
    r" (?:[A-Z]{0,2}\$ ?)?\d| (?:by|to|about|nearly|almost|just|another|more|as|on|after|in|at|from|while|and|but|with|higher|lower|flat|up"
    r"|down|off|sharply|slightly|unchanged|steady|ahead|back)\b| ?[.,;]"
)
#: "X, northeast of Y", "X, 20 km south of Y"
_BEARING = re.compile(
    r" ?, (?:(?:about|some|around|just|roughly|nearly) )?(?:\d[\d.,]* ?-?(?:km|kms|kilomet(?:er|re)s?|miles?)\b[^,.;]{0,25} )?"
    r"(?:(?:to )?the )?(?:north|south|east|west)[a-z]* of\b"
)
_JOINED = re.compile(r",? (?:and|or) |, ")
#: "They flew to X", "a group to leave from X".
_MOVES = re.compile(
    r"\b(?:fl(?:y|ies|ew|own|ying)|arriv(?:es?|ed|ing)|depart(?:s|ed|ing)?|land(?:s|ed|ing)?|sail(?:s|ed|ing)?|travel(?:s|l?ed|l?ing)?"
    r"|(?:leav(?:es?|ing)|left)(?= (?:from|for))) (?:back )?(?:from|to|at|in|for|into) $"
)
_MOVES_REACH = 30
_HALL = re.compile(r" (?:hall|council|jail|court|sheriff|attorney|judge|clerk|championship)")
#: Too little to make a name of a word, enough to tell the short form of a name that the article has in full.
_ACTING = 0.3
_AREAS = frozenset({"country", "admin", "state", "region"})
_KNOWN_AREA = 300_000
#: A row of names of more words is rather one of shops and firms.
_MOST_IN_ROW, _SHORT = 6, 2
#: What gives that an attack is on it, which may be on a person.
_STRUCK = 0.6
_PREPOSITIONS = {"in": 1.0, "into": 0.6, "across": 0.6, "around": 0.6, "from": 0.4, "through": 0.4, "to": 0.2, "at": 0.2, "via": 0.2}


def person(segment: Segment, scene: Scene) -> float:
    """Evidence around a segment that it names a person."""
    words, text, end = scene.words, scene.text, segment.run.end
    lists = words.lists
    weight = 4.0 if segment.titled else 0.0
    before, after = scene.before(segment.run), scene.after(segment.run)
    if before and not before.cap and before.low in words.titles and words.titles[before.low][0] != "honorific":
        weight += 0.0 if _trades(segment, scene) else 2.5
    if before and before.low in ("said", "says", "by"):
        weight += 0.4 if before.low == "by" else 0.7
    if after and after.low in lists["persons_noun"]:
        weight += 2.5  # "the Nixon administration"
    elif before and (before.low == "the" or before.low.isdecimal()):
        weight -= 2.0  # "the 737 Max"
    if _AGE.match(text, end):
        weight += 2.5
    if _LIVED.match(text, end):
        weight += 1.5
    if _WHO.match(text, end):
        weight += 1.5
    elif text.startswith(", which ", end):
        weight -= 2.0
    if (role := _APPOSITION.match(text, end)) and _tells_role(role[1], words):
        weight += 3.0
    if after and after.low in lists["speech"] and not segment.run.units[-1].possessive:
        weight += 0.7
    return weight


def _tells_role(phrase: str, words: Words) -> bool:
    parts = [part.strip(".") for part in phrase.split() if part.islower()]
    return any(part in words.titles for part in parts) or any(f"{a} {b}" in words.titles for a, b in pairwise(parts))


def organisation(segment: Segment, scene: Scene) -> float:
    """Evidence around a segment that it names an organisation."""
    lists, weight = scene.words.lists, 0.0
    before, after = scene.before(segment.run), scene.after(segment.run)
    distance = 2 if before and before.low == "the" else 1
    if distance == 2:
        weight += 0.3
    link, role = scene.before(segment.run, distance), scene.before(segment.run, distance + 1)
    common = all(scene.words.is_common(unit.low) for unit in segment.run.units)
    if link and role and link.low in ("of", "at", "for") and role.low in lists["role_of"] and not common:
        weight += 1.0
    if after and not after.cap and after.low in lists["org_after"]:
        weight += 1.2
    if after and not after.cap and after.low in lists["medium"] and not (after.low == "news" and not _AGENCY.match(scene.text, after.end)):
        weight += _MEDIUM
    if after and after.low in lists["speech"]:
        weight += 0.5
    if segment.before_title and not segment.titled:
        weight += 1.0 if not common else 0.0 if segment.run.units[0].initial else 0.8  # "Apple CEO"
    if not segment.run.first and scene.text[segment.run.end : segment.run.end + 1] in (":", ")"):
        weight -= 3.0  # who speaks in an interview
    return weight


def acting(segment: Segment, scene: Scene) -> float:
    """A hint that a word of every day that opens a sentence is a body's short name: "Apple said", "Apple's"."""
    lists, after = scene.words.lists, scene.after(segment.run)
    acts = after is not None and not after.cap and (after.low in lists["speech"] or after.low in lists["action"])
    return _ACTING if acts or segment.run.units[0].possessive else 0.0


def named_body(segment: Segment, scene: Scene) -> bool:
    """Whether a noun beside the name says that it is a body's: "law firm X", "the company, X,", "X, a bank in"."""
    bodies, before = scene.words.lists["org_noun"], scene.before(segment.run)
    if before is not None and not before.cap and (_trades(segment, scene) or before.low in bodies):
        return not _clause(segment, scene)
    return not segment.titled and not _personal(segment, scene) and any(noun in bodies for noun in nouns(segment, scene))


def priced(segment: Segment, scene: Scene) -> bool:
    """Whether the price of what is named moved, and it so is a firm: "Kelvar slipped 6p", in a report of prices."""
    first, after = segment.run.units[0], scene.after(segment.run)
    goods = first.initial and all(scene.words.is_common(unit.low) for unit in segment.run.units)  # "Nickel rose"
    if segment.titled or segment.run.units[-1].possessive or goods:
        return False
    return after is not None and after.low in scene.words.lists["price_verb"] and bool(_PRICE.match(scene.text, after.end))


def _trades(segment: Segment, scene: Scene) -> bool:
    """Whether the noun before tells of a firm, though people may be called so too: "gas producer X", not "film producer X"."""
    noun, goods = scene.before(segment.run), scene.before(segment.run, 2)
    lists = scene.words.lists
    return noun is not None and noun.low in lists["trade"] and goods is not None and goods.low in lists["goods"]


def _personal(segment: Segment, scene: Scene) -> bool:
    """Whether a name has the shape of a person's: "Ann Lee"."""
    units, words = segment.run.units, scene.words
    return len(units) > 1 and units[0].text in words.given and units[-1].text in words.surnames


def _clause(segment: Segment, scene: Scene) -> bool:
    """Whether the name may open a clause that the noun before it is the object of: "the company Musk founded"."""
    determiner, after = scene.before(segment.run, 2), scene.after(segment.run)
    article = determiner is not None and determiner.low in ("the", "a", "an")
    lists = scene.words.lists
    return article and after is not None and not after.cap and after.low not in lists["function"] and after.low not in lists["speech"]


def place(segment: Segment, scene: Scene) -> float:
    """Evidence around a segment that it names a place."""
    lists, weight = scene.words.lists, 0.0
    run = _row_head(segment.run, scene)
    before, after = scene.before(run), scene.after(segment.run)
    noun = scene.before(run, 2)
    if before and before.low in ("on", "against") and noun and noun.low in lists["struck"] and not segment.titled:
        weight += _STRUCK  # "an attack on X"
    elif before and before.low == "of" and noun and noun.low in lists["place_noun_before"]:
        weight += _NOUN if noun.low in lists["place_head"] else 2.0
    elif before and before.low == "of" and noun and noun.low in scene.words.titles and noun.cap:
        weight += 0.6  # "Duke of Brabant"
    elif before and before.low == "of" and noun and noun.low in lists["place_of"]:
        weight += 1.0  # "the siege of Sinjar"
    elif before and not before.cap and before.low in lists["place_noun_before"]:
        weight += 1.5
    elif nouns(segment, scene)[0] in lists["place_noun_before"]:
        weight += _NOUN  # "a village called X"
    elif before and before.low in lists["taken"]:
        weight += 1.0
    elif before:
        weight += 1.2 if before.low in lists["place_strong"] else _PREPOSITIONS.get(before.low, 0.0)
    if after and not after.cap and after.low in lists["place_noun_after"] and not segment.run.units[-1].possessive:
        weight += _NOUN if after.low in lists["place_head"] and not _HALL.match(scene.text, after.end) else 1.5
    if after and after.low in lists["illness"]:
        weight -= 3.0  # "Marburg virus"
    if _BASED.match(scene.text, segment.run.end) and scene.is_place(segment.run.units):
        weight += 2.0  # not "cloud-based", "Java-based"
    if _contained(segment, scene) or _FACILITY.match(scene.text, segment.run.end):
        weight += 2.0
    if not segment.titled and _BEARING.match(scene.text, segment.run.end):
        weight += _NOUN
    if len(segment.run.units) > 1 and not segment.titled and _in_row(segment, scene):
        weight += 2.0
    if not segment.titled and _MOVES.search(scene.text, max(0, segment.run.start - _MOVES_REACH), segment.run.start):
        weight += 1.0
    return weight


def _row_head(run: Run, scene: Scene) -> Run:
    """The first name of the row that a name stands in, whose cue is that of all: "the villages of Gulane and X"; itself in none."""
    units, first = scene.units, run.first
    for _ in range(_MOST_IN_ROW if len(run.units) <= _SHORT else 0):
        end = first - 1 if first and units[first - 1].low == "and" and not units[first - 1].cap else first
        if not end or not units[end - 1].cap or not _JOINED.fullmatch(scene.text, units[end - 1].end, units[first].start):
            break
        first = end - 1
        while first and units[first].joined and units[first - 1].cap:
            first -= 1
    return run if first == run.first else Run(tuple(units[first : run.last]), first, run.last)


def _in_row(segment: Segment, scene: Scene) -> bool:
    """Whether a place of the same country stands beside a place's name of several words: "Saraqib and Khan Sheikhoun"."""
    countries = {found.country for found in scene.places(" ".join(unit.text for unit in segment.run.units))}
    return bool(countries) and any(
        place.country in countries for side in _beside(segment, scene) for place in scene.places(" ".join(unit.text for unit in side))
        if place.type in ("settlement", "admin")
    )


def _beside(segment: Segment, scene: Scene) -> Iterator[Sequence[Unit]]:
    """The units with capitals, one to three, that "and" or a comma joins to a segment on either side."""
    units, first, last = scene.units, segment.run.first, segment.run.last
    before = first - 2 if first and units[first - 1].low in ("and", "or") else first - 1
    after = last + 1 if last < len(units) and units[last].low in ("and", "or") else last
    if before >= 0 and units[before].cap and _JOINED.fullmatch(scene.text, units[before].end, segment.run.start):
        yield from (units[max(0, before - size) : before + 1] for size in range(3))
    if after < len(units) and units[after].cap and _JOINED.fullmatch(scene.text, segment.run.end, units[after].start):
        yield from (units[after : after + size] for size in (1, 2, 3))


def _contained(segment: Segment, scene: Scene) -> bool:
    """Whether a known place stands behind the segment and a comma: "Mosul, Iraq", "Quantico, Virginia"."""
    index = segment.run.last
    if index >= len(scene.units) or not _WITHIN.match(scene.text, segment.run.end):
        return False
    if _personal(segment, scene) and not scene.is_place(segment.run.units):
        return False  # "Ann Lee, Lyon newsroom"
    start = next((i for i in range(index, min(index + 3, len(scene.units))) if scene.units[i].cap), None)
    if start is None or scene.units[start].demonym:
        return False
    following = scene.units[start]
    if following.known:
        return any(entity.type in _AREAS for entity in following.known)
    return any(place.type == "admin" and place.population >= _KNOWN_AREA
               for size in (1, 2) for place in scene.places(" ".join(unit.text for unit in scene.units[start : start + size])))
