"""Runs: stretches of capitalised units that may be one name, with the small words that names hold together.

Refuses to join what only stands side by side: a title parts a run (see _segments), a comma, a day or a month ends one, and
"of", "for" and "and" join only behind a word that calls for them ("Ministry of", "Committee on").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._enumerated import enumerated
from ._name import Run, Scene, Unit
from ._words import Words

_MOST_UNITS = 12
_MOST_TITLE_UNITS = 4
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_CREDITS = frozenset({"image", "photo", "picture", "video"})
_OPENED, _CLOSED = re.compile(r" [\"“‘'(]"), re.compile(r"[\"”’')] ")
_OF_REGIONS = frozenset({"regional", "provincial", "autonomous"})
_BODIES = frozenset({"government", "administration", "council", "parliament", "assembly", "authority"})
_MOST_BEHIND = 3  # words of a place
_ARTICLES = frozenset({"the", "a", "an"})


def runs(scene: Scene) -> Iterator[Run]:
    """Every run of a sentence, in order, without words at its head that are capital only for standing there."""
    units, at = scene.units, 0
    while at < len(units):
        if not units[at].cap:
            at += 1
            continue
        end = _extent(scene, at)
        start = _head(scene, at, end)
        if start < end:
            start = _leading(scene, start, end)
            yield Run(tuple(units[start:end]), start, end)
        at = max(end, at + 1)


def _extent(scene: Scene, start: int) -> int:
    """One past the last unit of the run that begins at `start`."""
    units, end = scene.units, start + 1
    while end < len(units) and end - start < _MOST_UNITS:
        last, unit = units[end - 1], units[end]
        if (last.possessive and not _owns(last, unit, scene.words)) or _breaks(scene, start, end):
            break
        apart = 0 if unit.joined else enumerated(scene, start, end) or _nickname(scene, end)
        step = apart if not unit.joined else 1 if unit.cap or _governs(scene, start, end) else _bridge(scene, start, end)
        if not step:
            break
        end += step
    return end


def _governs(scene: Scene, start: int, end: int) -> bool:
    """Whether a small word names the body of a region: "Norland Regional | government"."""
    units = scene.units
    return end - start > 1 and units[end - 1].low in _OF_REGIONS and units[end].low.removesuffix("s") in _BODIES


def _nickname(scene: Scene, end: int) -> int:
    """2 where a nickname and a surname follow a given name: 'Richard "Rex" Lovell'; else 0."""
    units, text = scene.units, scene.text
    if end + 1 >= len(units) or not (units[end].cap and units[end + 1].cap) or units[end - 1].text not in scene.words.given:
        return 0
    opened = _OPENED.fullmatch(text, units[end - 1].end, units[end].start)
    return 2 if opened and _CLOSED.fullmatch(text, units[end].end, units[end + 1].start) else 0


def _breaks(scene: Scene, start: int, end: int) -> bool:
    """Whether a day, a month, a pronoun or two persons part the run before `end`."""
    unit, first, words = scene.units[end], scene.units[start], scene.words
    last = scene.units[end - 1]
    if (end - start > 1 and unit.cap and last.low in words.lists["legal"]) or is_share(scene, end):
        return True  # "Kelvar Ltd | Orla Venbrek"
    if last.text in words.given and unit.text in words.given and "&" in scene.text[last.end : unit.start]:
        return True
    calendar = words.lists["calendar"]
    if unit.text == "I" or (unit.low in _CREDITS and scene.text.startswith(":", unit.end)):
        return True
    if unit.low in calendar and not unit.known:
        return not (unit.text in words.given and end - start == 1 and first.text in words.given)  # "Theresa May"
    return end - start == 1 and first.low in calendar and not first.known


def is_share(scene: Scene, at: int) -> bool:
    """Whether a letter only says which shares of a firm are meant: "Kelvar | B shares"."""
    after = scene.units[at + 1] if at + 1 < len(scene.units) else None
    return len(scene.units[at].low) == 1 and after is not None and after.low in ("share", "shares", "stock")


def _owns(last: Unit, unit: Unit, words: Words) -> bool:
    """Whether "'s" stands inside a name: "Children's Hospital", but "Iran's Parliament"."""
    body = words.head_class(unit.low) in ("organisation", "place") or last.low in words.lists["owner_inside"]
    return body and not last.known and unit.cap and not unit.known and words.is_common(last.low)


def _bridge(scene: Scene, start: int, end: int) -> int:
    """How many units a connector at `end` adds with the name behind it; 0 where it joins nothing."""
    units, after = scene.units, end
    while after < len(units) and after - end < 3 and not units[after].cap and units[after].joined:
        after += 1
    if after >= len(units) or not units[after].cap or not units[after].joined:
        return 0
    small = [unit.low for unit in units[end:after]]
    if all(word in scene.words.lists["particle"] for word in small):
        return after - end + 1
    if small == ["and", "the"] and _holds_body(scene, after):
        return 0
    if small[-1] == "the":
        small.pop()
    if len(small) != 1:
        return 0
    joins = {"of": _of, "for": _for, "on": _on, "and": _and, "at": _at}.get(small[0])
    return after - end + 1 if joins and joins(scene, start, end, after) else 0


def _holds_body(scene: Scene, start: int) -> bool:
    """Whether the words with capitals from `start` on have a word that names a body: "the Harbour Party of Kelvarra"."""
    end = start
    while end < len(scene.units) and scene.units[end].cap and (end == start or scene.units[end].joined):
        end += 1
    return any(scene.words.head_class(unit.low) == "organisation" for unit in scene.units[start:end])


def _of(scene: Scene, start: int, end: int, after: int) -> bool:
    left, right, words = scene.units[end - 1], scene.units[after], scene.words
    if left.known or seated(scene, end):
        return False
    if _opens_title(scene, end - 1):
        return True
    if left.low in words.titles and left.low not in words.heads:
        return False
    if left.low in words.heads or _in_portfolio(scene, start, end, after):
        return True
    plain = words.is_common(left.low) and left.low not in words.lists["function"] and not left.initial
    return plain and end - start == 1 and not right.known


def seated(scene: Scene, of: int) -> bool:
    """Whether the "of" at an index only says where the body before it sits, or who leads it: "Kelvar Inc | of Easton", "Kelvarra |
    of Norland", "Unity Party | of Ann Lee"; not so in "Bank of Norland"."""
    words, last, end = scene.words, scene.units[of - 1], of + 1
    while end < len(scene.units) and end - of <= _MOST_BEHIND and scene.units[end].cap and scene.units[end].joined:
        end += 1
    behind = scene.units[of + 1 : end]
    if not behind or not last.cap:
        return False
    if last.low in words.lists["led"] and behind[0].low in words.titles:
        return True
    if len(behind) > 1 and behind[0].text in words.given and not words.is_common(behind[1].low):
        return last.low in words.lists["led"]
    places = scene.places(" ".join(unit.text for unit in behind))
    if not places and not any(entity.kind == "location" for entity in behind[0].known):
        return False
    if last.low in words.lists["legal"]:
        return True
    if last.low in words.lists["seated"]:
        first = of - 1
        while first and scene.units[first - 1].cap and scene.units[first].joined:
            first -= 1
        named = not words.is_common(scene.units[first].low)  # "Kelvar Corp | of Norland", but "Shipping Corp of Norland"
        public = last.low in ("corp", "corporation") and not named and any(place.type in ("country", "admin") for place in places)
        return bool(places) and not public
    alone = not last.known or " " not in last.text
    return alone and last.low not in words.heads and last.low not in words.titles and not words.is_common(last.low)


def _in_portfolio(scene: Scene, start: int, end: int, after: int) -> bool:
    """Whether "of" goes on with what a body deals with: "Committee on Standards | of Official Conduct"."""
    units, words = scene.units, scene.words
    dealing = any(unit.low in ("of", "for", "on") and not unit.cap for unit in units[start:end])
    return dealing and words.is_common(units[end - 1].low) and words.is_common(units[after].low) and _portfolio(scene, after)


def _opens_title(scene: Scene, start: int) -> bool:
    """Whether a title of more words than one begins there: "Minister of Information"."""
    lows = [unit.low for unit in scene.units[start : start + _MOST_TITLE_UNITS]]
    return lows[0] in scene.words.titles and any(" ".join(lows[:size]) in scene.words.titles for size in range(3, len(lows) + 1))


def _for(scene: Scene, start: int, end: int, after: int) -> bool:
    left = scene.units[end - 1]
    if _opens_title(scene, end - 1):
        return True
    body = scene.words.head_class(left.low) == "organisation" and left.low not in scene.words.titles
    return body and not left.known and left.low not in scene.words.lists["legal"]


def _on(scene: Scene, start: int, end: int, after: int) -> bool:
    return scene.units[end - 1].low in scene.words.lists["takes_on"]


def _at(scene: Scene, start: int, end: int, after: int) -> bool:
    """"University of Texas at Austin"."""
    before = [unit.low for unit in scene.units[start:end]]
    return "university" in before and "of" in before and any(scene.is_place(scene.units[after : after + size]) for size in (1, 2))


def _and(scene: Scene, start: int, end: int, after: int) -> bool:
    """"Food and Drug Administration", "Ministry of Health and Education": common words on both sides, a head at one end."""
    units, words = scene.units, scene.words
    left, right = units[end - 1], units[after]
    named = left.text in words.given or left.text in words.surnames
    if {left.low, right.low} <= words.lists["industry"]:
        return True  # "Pacific Gas and Electric"
    if left.known or right.known or left.low in words.heads or not words.is_common(right.low) or (named and not words.is_common(left.low)):
        return False
    if any(unit.low in ("of", "for", "on") and not unit.cap for unit in units[start:end]) and right.low not in words.heads:
        return _portfolio(scene, after)
    last = after
    while last + 1 < len(units) and units[last + 1].cap and units[last + 1].joined:
        last += 1
    return last > after and words.head_class(units[last].low) in ("organisation", "place")


def _portfolio(scene: Scene, start: int) -> bool:
    """Whether only words of every day follow: "and Infectious Diseases", but not "and Prime Minister Brown"."""
    for unit in scene.units[start:]:
        if not unit.cap or not unit.joined:
            return True
        if unit.known or unit.low in scene.words.titles or not scene.words.is_common(unit.low):
            return False
        if unit.possessive:
            return True
    return True


def _head(scene: Scene, start: int, end: int) -> int:
    """Where the run begins once words are off that say nothing: "However", "The", "On Monday"."""
    while start < end and not scene.units[start].known and _says_nothing(scene, start, end):
        start += 1
    return start


def _says_nothing(scene: Scene, start: int, end: int) -> bool:
    """Whether the run's first unit has its capital only from where it stands."""
    unit, words, low = scene.units[start], scene.words, scene.units[start].low
    following = scene.units[start + 1] if start + 1 < end else None
    if low in _ARTICLES or is_share(scene, start):
        return True
    if following and following.cap and scene.is_place((unit, following)):
        return False  # "New York"
    if low in words.lists["calendar"]:
        return not _given_month(unit, following, words)
    if low in words.lists["function"]:
        return (unit.initial or end - start == 1) and (not unit.text.isupper() or len(low) < 4)
    if following and low in words.lists["first_head"]:
        return False  # "Cyclone Maria"
    if following and parts_legislature(unit, following, words):
        return True
    if unit.initial and following and (low in words.lists["speech"] or low in words.lists["kind_noun"]):
        return True  # "Remarked Ann Lee", "Rivals Kelvar and Venbrek"
    opens = unit.initial and following and words.is_common(low) and low not in words.titles
    if opens and following and low.endswith("ing") and scene.is_place((following,)):
        return True  # "Leaving Mosul"
    return bool(opens and following and _stands_alone(unit, following, words))


def parts_legislature(unit: Unit, following: Unit, words: Words) -> bool:
    """Whether a party stands before the name of a house in which it sits: "Democratic | Senate", "Republican | U.S. House"."""
    return unit.low in words.lists["party_adjective"] and following.low.rpartition(" ")[2] in words.lists["legislature"]


def _leading(scene: Scene, start: int, end: int) -> int:
    """The start with the small words of a surname before it ("van Biljon"), and with a unit's number ("2nd Ranger Battalion")."""
    units, particles = scene.units, scene.words.lists["surname_particle"]
    while start and units[start].joined and not units[start].known and not units[start - 1].cap and units[start - 1].low in particles:
        start -= 1
    head = units[end - 1].low
    force = scene.words.heads.get(head, ("", ""))[1] == "military" or head == "division"
    unit = force or (head in scene.words.lists["numbered"] and end - start > 1)
    numbered = unit and start and units[start].joined and _ORDINAL.fullmatch(units[start - 1].text)
    return start - 1 if numbered else start


def _given_month(unit: Unit, following: Unit | None, words: Words) -> bool:
    """"April Jones", "August Wilson": a month that is a given name, before a surname."""
    named = following is not None and following.cap and following.text in words.surnames and following.low not in words.titles
    return named and unit.text in words.given


def _stands_alone(unit: Unit, following: Unit, words: Words) -> bool:
    """Whether the unit after a sentence's first word begins a name by itself."""
    return bool(following.known) or following.low in words.titles or (following.text in words.given and unit.text not in words.given)
