"""Arms that no lexicon needs to know: designations (Kh-101, Shahed-149), ships with their prefix or hull number, calibres.

Refuses a letter and a number alone, which may be a road, a visa or a vitamin.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec
from slugify import slugify

from ...model import Span
from ...reading import Sentence
from .._lookup import word_set


class Kind(msgspec.Struct, frozen=True, gc=False):
    """A weapon as known beforehand."""

    key: str
    name: str
    type: str
    form: str  #: "name" a designation, "class" a kind of weapon, "weak" a word that is a weapon only among signs of arms


class Sighting(msgspec.Struct, frozen=True, gc=False):
    """A weapon where it stands."""

    start: int
    end: int
    kind: Kind
    rule: str
    plural: bool = False


#: What a designation is, by the letters or the name before its number or, of a ship, before its name. The letters are those of makers
#: (Su, Mi), of the U.S. tri-service system (MQ, AGM), of NATO's reporting system (SA) and of Russian, Chinese and Iranian series.
_SHIPS = ("USS", "HMS", "HMAS", "HMCS", "HMNZS", "USNS", "USCGC", "ROKS", "FS", "INS", "PNS", "BNS", "TCG", "BRP", "KRI")
_CLASSES = {
    "aircraft": "MiG MIG Su SU Tu TU Il IL An AN Yak KC EA RC MC AC WC JF",
    "helicopter": "Mi Ka AH UH CH MH HH SH OH WZ",
    "uav": "MQ RQ Shahed Mohajer Ababil Samad Qasef Orlan Geran Shadow",
    "small_arms": "AK RPG RPK",
    "vehicle": "BTR BMP BRDM BMD MTLB",
    "missile": "AGM BGM RGM AIM Kh KH DF KN JL YJ CJ SS Fateh Hwasong Taepodong Nodong Shahab Burkan Khorramshahr Ghadr Qiam Sejjil"
               " Agni Prithvi Shaheen Ghauri Babur Hatf Pukguksong Qader Ghader Noor Toophan",
    "air_defence": "FIM SA MIM HQ ZSU ZU",
    "rocket": "BM TOS Fajr Zelzal",
    "bomb": "GBU CBU BLU FAB KAB OFAB ODAB BETAB RBK",
}
PREFIXES = {
    **{prefix: kind for kind, prefixes in _CLASSES.items() for prefix in prefixes.split()},
    **dict.fromkeys(_SHIPS, "ship"),
}
#: Prefixes that also stand for something else ("An 18"), so that their number follows a hyphen.
_HYPHENED = word_set("An AN Il IL SS SA MC WC Noor Shadow CJ SH Ka Mi Su SU")
#: Prefixes of makers of airliners too: a weapon only among signs of arms.
_CIVIL = word_set("Tu TU Il IL An AN Yak")
_DESIGNATION = re.compile(r"([A-Z][A-Za-z]{1,11})(-?)(\d{1,4}(?:/\d{1,3})?[A-Z]{0,3}\d?)(?![\w-])s?")
_SHIP = re.compile(
    rf"(?:{'|'.join(_SHIPS)})(?= [A-Z])(?: (?:[A-Z][\w'’.-]*\w|[A-Z]\.|de|of|the)){{1,4}}(?<! de)(?<! of)(?<! the)"
)
#: A pennant number, right behind its ship: "HMS Ocean (L 12)".
_PENNANT = re.compile(r" \((?P<number>[A-Z]{1,4}[ -]?\d{1,4})\)")
#: Hull classification symbols: of the U.S. Navy, which others follow.
_HULL = re.compile(r"(?:CVN|CV|CG|CGN|DDG|DD|FFG|FF|LHA|LHD|LPD|LSD|LCC|LCS|SSN|SSBN|SSGN|MCM)[ -]\d{1,3}\b")
_CALIBRE = re.compile(
    r"(\d{1,3}(?:\.\d{1,2})?)[ -]?(?:mm|millimet(?:er|re))[ -](machine gun|mortar shell|mortar round|mortar bomb|artillery shell"
    r"|artillery round|artillery ammunition|tank round|tank shell|tank ammunition|mortar tube"
    r"|rocket|shell|mortar|howitzer|gun|round|artillery|cannon|bullet|rifle|pistol|handgun"
    r"|ammunition|grenade|grenade launcher|recoilless rifle)(s?)\b"
)
_CALIBRE_TYPES = {
    "rocket": "rocket", "machine gun": "small_arms", "rifle": "small_arms", "pistol": "small_arms", "handgun": "small_arms",
    "grenade launcher": "small_arms", "grenade": "explosive",
    **dict.fromkeys(("shell", "round", "bullet", "ammunition", "artillery ammunition", "tank ammunition", "mortar shell", "mortar round",
                     "mortar bomb", "artillery shell", "artillery round", "tank round", "tank shell"), "munition"),
}


def designated(text: str, start: int, sentence: Sentence) -> Sighting | None:
    """A designation, a ship or a calibre at `start`."""
    if start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        return None
    if match := _CALIBRE.match(text, start, sentence.end):
        name = f"{match[1]} mm {match[2]}"
        kind = Kind(slugify(name), name, _CALIBRE_TYPES.get(match[2], "artillery"), "class")
        return Sighting(start, match.end(), kind, "weapons.calibre", bool(match[3]))
    if match := _SHIP.match(text, start, sentence.end):
        return Sighting(start, match.end(), Kind(slugify(match[0]), match[0], "ship", "name"), "weapons.ship")
    match = _DESIGNATION.match(text, start, sentence.end)
    if match and PREFIXES.get(match[1], "ship") != "ship" and (match[2] or match[1] not in _HYPHENED):
        name = f"{match[1]}-{match[3]}"
        kind = Kind(slugify(name), name, PREFIXES[match[1]], "weak" if match[1] in _CIVIL else "name")
        return Sighting(start, match.end(), kind, "weapons.designation")
    return None


_FIGHTER = Kind("fighter-aircraft", "fighter aircraft", "aircraft", "class")
_IN_LIST = re.compile(
    r"fighters?(?=(?:,? (?:and|or) |, )(?:(?:remotely[ -]piloted|unmanned|attack|transport|tanker|surveillance) )*(?:bombers?|aircraft"
    r"|airlifters?|tankers|helicopters?|warplanes?)\b)"
    r"|(?:(?<=bomber, )|(?<=bombers, )|(?<=bomber and )|(?<=bombers and ))fighters?\b(?= aircraft|,|\.| and)"
)


def in_list(text: str, start: int, sentence: Sentence) -> Sighting | None:
    """A fighter among aircraft: "bomber, fighter and remotely piloted aircraft"; elsewhere a fighter is a person."""
    match = _IN_LIST.match(text, start, sentence.end)
    return Sighting(start, match.end(), _FIGHTER, "weapons.list", match[0].endswith("s")) if match else None


#: What the noun behind a designation says that it is.
_HEADS = {
    "missile": "missile", "rocket": "rocket", "tank": "vehicle", "howitzer": "artillery", "torpedo": "munition", "drone": "uav",
    "gunship": "aircraft", "fighter": "aircraft", "bomber": "aircraft", "rifle": "small_arms", "submarine": "ship", "destroyer": "ship",
    "frigate": "ship", "corvette": "ship", "bomb": "bomb", "mortar": "artillery", "launcher": "rocket", "personnel carrier": "vehicle",
    "fighting vehicle": "vehicle", "jet": "aircraft", "aircraft": "aircraft",
}
#: What airlines fly as well.
_CIVIL_HEADS = frozenset(("jet", "aircraft"))
_NUMBERED = re.compile(
    r"(?P<name>[A-Z][A-Za-z]{0,11}(?:-\d{1,4}[A-Z]{0,2}\d?| \d{1,3}[A-Z]\d?|\d{1,4}[A-Z]\d?))"
    r"(?: (?:anti-(?:tank|ship|aircraft)|(?:inter)?continental|ballistic|cruise|guided|surface-to-(?:air|surface)|hypersonic|battle|main"
    r"|attack|assault|combat|stealth|fighter|strategic|kamikaze|transport|military|multi-role|multirole|long-range|short-range|glide|sniper"
    r"|multiple|rocket|missile|infantry|armou?red|self-propelled))*"
    rf" (?P<head>{'|'.join(_HEADS)})s?\b(?! (?:crash|route|line|flight))"
)


def numbered(text: str, start: int, sentence: Sentence) -> Sighting | None:
    """A hull number, or a designation by the noun behind it: "the Qader-380 missile", "a T-90M tank"."""
    if start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        return None
    if hull := _HULL.match(text, start, sentence.end):
        return Sighting(start, hull.end(), Kind(slugify(hull[0]), hull[0], "ship", "name"), "weapons.ship")
    match = _NUMBERED.match(text, start, sentence.end)
    if match is None:
        return None
    form = "weak" if match["head"] in _CIVIL_HEADS else "name"
    kind = Kind(slugify(match["name"]), match["name"], _HEADS[match["head"]], form)
    return Sighting(start, match.end(), kind, "weapons.designation", text[match.end() - 1] == "s")


def pennant(text: str, ship: Sighting) -> Sighting | None:
    """The pennant number of a ship, which is the ship again."""
    match = _PENNANT.match(text, ship.end) if ship.kind.type == "ship" else None
    return Sighting(*match.span("number"), ship.kind, "weapons.pennant") if match else None


#: Classes that go by a name: "Brimstone missiles", "a Namer carrier".
_NAMED = word_set("missile rocket uav vehicle artillery small_arms helicopter air_defence")
_UNNAMED = word_set("vehicle military-vehicle engineering-vehicle gun firearm handgun helicopter military-helicopter")
_NAME_BEFORE = re.compile(
    r"(?<![\w.'’-])(?<![A-Z][a-z] )(?P<name>[A-Z][a-z]{2,}(?:[ -](?:[A-Z][a-z]{2,}|[IVX]{1,3}|\d{1,3}))?) (?:(?:guided|ballistic|cruise"
    r"|air-to-surface|anti-tank|anti-ship|surface-to-air|air-to-ground|hypersonic|intercontinental|battle|main|self-propelled|assault|sniper|precision"
    r"|attack|combat|suicide|kamikaze) )*\Z"
)
#: Capitals before a weapon that are no name of it.
_NO_NAME = word_set("""
    The This That These Those Two Three Four Five Six Seven Eight Nine Ten Several Some Many Other Another Such More Most Any All Each Both
    His Her Its Their Our Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Army Navy Marine Marines Force Guard Police Military Allied Coalition Royal Enemy Rebel Militant
    Government State Western Eastern Northern Southern Islamic Cold World War When While After Before During Since Although Using With
    And But For From Under Early Late New Old Heavy Light
""")


def called(text: str, floor: int, found: Sighting, named: Sequence[Span]) -> Sighting:
    """A sighting of a class with the name that stands before it, unless the name is somebody's or some place's."""
    kind = found.kind
    if kind.form == "name" or kind.type not in _NAMED or kind.key in _UNNAMED or found.rule != "weapons.lexicon":
        return found
    match = _NAME_BEFORE.search(text, max(floor, found.start - 60), found.start)
    if match is None or match.start() == floor or match["name"].split()[0] in _NO_NAME:
        return found
    at = bisect_left(named, Span(match.end("name"), 0)) - 1
    if at >= 0 and named[at].end > match.start():
        return found
    own = Kind(slugify(match["name"]), match["name"], kind.type, "name")
    return Sighting(match.start(), found.end, own, "weapons.called", found.plural)
