"""Where an article names arms: lexicon, designations, ships and calibres.

Refuses figures of speech and peaceful namesakes: a tank of water, rocket science, a passenger plane, gun laws, Shell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec
from slugify import slugify

from ..reading import Reading, Sentence
from ._lookup import Same, word_set, words


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


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """One way to write a weapon."""

    phrase: str
    cased: bool  #: only as written: a designation or an abbreviation
    kind: Kind


@lru_cache(maxsize=4)
def _index(table: Same) -> dict[str, tuple[_Entry, ...]]:
    """The lexicon's phrases by their first word in small letters, longest first."""
    found: dict[str, list[_Entry]] = {}
    for row in table.rows:
        kind = Kind(row["key"], row["name"], row["class"], row["form"])
        for phrase in words(row):
            first = re.match(r"[^\W\d_]+|\d+", phrase)
            if first is None:
                continue
            entry = _Entry(phrase, phrase != phrase.lower(), kind)
            for word in {first[0].lower(), first[0].lower() + "s"} if first[0] == phrase else {first[0].lower()}:
                found.setdefault(word, []).append(entry)
    return {word: tuple(sorted(entries, key=lambda e: (-len(e.phrase), e.phrase))) for word, entries in found.items()}


#: By key or class, and place.
Denials = dict[tuple[str, str], frozenset[str]]


@lru_cache(maxsize=4)
def _denials(table: Same) -> Denials:
    """The words that speak against a weapon."""
    return {(row["key"], row["place"]): frozenset(words(row)) for row in table.rows}


def sightings(reading: Reading, weapons: Same, denials: Same) -> Iterator[Sighting]:
    """Every weapon of an article in text order; none overlaps another."""
    entries, denied = _index(weapons), _denials(denials)
    for sentence in reading.sentences:
        done = sentence.start
        for index in range(*sentence.tokens):
            token = reading.tokens[index]
            if token.start < done:
                continue
            found = _known(reading.text, token.start, sentence, entries.get(token.text.lower(), ()))
            if found is None and (token.text[0].isdigit() or token.text in _PREFIXES):
                found = _designated(reading.text, token.start, sentence)
            if found is not None and _is_weapon(reading, sentence, index, found, denied):
                found = _whole(reading.text, found, max(done, sentence.start), sentence.end)
                yield found
                done = found.end


#: A word or a designation that goes on: "MiG" in "MiG-35".
_RUNS_ON = re.compile(r"\w|-\d")
#: What makes another word of it: "anti-ballistic", "non-nuclear".
_PREFIXED = re.compile(r"(?:\w|\b(?:anti|non|counter)-)\Z", re.IGNORECASE)


def _known(text: str, start: int, sentence: Sentence, entries: tuple[_Entry, ...]) -> Sighting | None:
    """The longest phrase of the lexicon at `start`, a plural -s included."""
    for entry in entries:
        end = start + len(entry.phrase)
        piece = text[start:end]
        if end > sentence.end or (piece if entry.cased else piece.lower()) != entry.phrase:
            continue
        plural = text[end : end + 1] == "s"
        end += plural
        if not _RUNS_ON.match(text, end) and not _PREFIXED.search(text[max(0, start - 5) : start]):
            return Sighting(start, end, entry.kind, "weapons.lexicon", plural or entry.phrase.endswith("s"))
    return None


#: What a designation is, by the letters before its number or, of a ship, before its name.
_PREFIXES = {
    **dict.fromkeys(("MiG", "MIG", "Su", "Tu", "KC", "EA"), "aircraft"),
    **dict.fromkeys(("Mi", "Ka", "AH", "UH", "CH"), "helicopter"),
    **dict.fromkeys(("MQ", "RQ"), "uav"),
    **dict.fromkeys(("AK", "RPG"), "small_arms"),
    **dict.fromkeys(("BTR", "BMP"), "vehicle"),
    **dict.fromkeys(("AGM", "BGM", "FIM"), "missile"),
    **dict.fromkeys(("USS", "HMS", "HMAS", "HMCS", "HMNZS", "USNS", "USCGC", "ROKS", "FS", "INS", "PNS"), "ship"),
    "BM": "rocket", "GBU": "bomb",
}
_DESIGNATION = re.compile(r"([A-Z][A-Za-z]{1,3})-?(\d{1,3}[A-Z]{0,2}\d?)(?![\w-])s?")
_SHIP = re.compile(
    r"(?:USS|HMS|HMAS|HMCS|HMNZS|USNS|USCGC|ROKS|FS|INS|PNS)(?= [A-Z])(?: (?:[A-Z][\w'’.-]*\w|[A-Z]\.|de|of|the)){1,4}"
    r"(?<! de)(?<! of)(?<! the)"
)
_CALIBRE = re.compile(
    r"(\d{1,3}(?:\.\d{1,2})?)[ -]?(?:mm|millimet(?:er|re))[ -](machine gun|mortar shell|artillery shell|artillery round|rocket|shell|mortar"
    r"|howitzer|gun|round|artillery|cannon|bullet|rifle|pistol|ammunition)(s?)\b"
)
_CALIBRE_TYPES = {
    "rocket": "rocket", "machine gun": "small_arms", "rifle": "small_arms", "pistol": "small_arms",
    **dict.fromkeys(("shell", "round", "bullet", "ammunition"), "munition"),
}


def _designated(text: str, start: int, sentence: Sentence) -> Sighting | None:
    """A designation, a ship or a calibre that no lexicon needs to know."""
    if start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        return None
    if match := _CALIBRE.match(text, start, sentence.end):
        name = f"{match[1]} mm {match[2]}"
        kind = Kind(slugify(name), name, _CALIBRE_TYPES.get(match[2], "artillery"), "class")
        return Sighting(start, match.end(), kind, "weapons.calibre", bool(match[3]))
    if match := _SHIP.match(text, start, sentence.end):
        return Sighting(start, match.end(), Kind(slugify(match[0]), match[0], "ship", "name"), "weapons.ship")
    match = _DESIGNATION.match(text, start, sentence.end)
    if match and _PREFIXES.get(match[1], "ship") != "ship":
        name = f"{match[1]}-{match[2]}"
        return Sighting(start, match.end(), Kind(slugify(name), name, _PREFIXES[match[1]], "name"), "weapons.designation")
    return None


#: Signs that a sentence tells of arms.
_ARMS = re.compile(
    r"\b(?:militar|army|armies|navy|naval|air force|troops|soldier|forces\b|militant|insurgent|rebel|guerrilla|fighters\b|militia|armou?red"
    r"|combat|coalition|warplane|fighter|air ?strike|air raid|shot down|shoot down|shooting down|bomb|shelling|shelled|destroyed"
    r"|opened fire|fired|firing|deploy|pentagon|nato|terroris|gunm[ae]n|battle|invasion|invaded|war\b|attack|struck|target|stab|armed)",
    re.IGNORECASE,
)
#: How far from a word its sentence is searched, in tokens.
_REACH = 40
#: One letter and a number is also a road, a visa, a vitamin.
_SHORT = re.compile(r"[A-Z]-\d{1,2}\Z")
#: A capital behind a capital is the name of something else: "Rashtriya Rifles", "Field Artillery".
_IN_NAME = re.compile(r"\b(?!The )[A-Z][\w'’]* \Z")
#: Weapons that a peaceful word in the sentence rules out; a class that is always a weapon ("rocket launcher") stays.
_HAVE_NAMESAKES = word_set("rocket aircraft helicopter drone knife")


def _is_weapon(reading: Reading, sentence: Sentence, index: int, found: Sighting, denied: Denials) -> bool:
    """Whether arms are meant by what stands at token `index`, by the words beside it and in its sentence."""
    kind, text, tokens = found.kind, reading.text, reading.tokens
    first, last = max(sentence.tokens[0], index - _REACH), min(sentence.tokens[1], index + _REACH)
    after = reading.token_at(found.end + 1)
    if index > first and tokens[index - 1 - (tokens[index - 1].text == "-")].text.lower() in denied.get((kind.key, "before"), ()):
        return False
    if after is not None and after < last:
        place, after = ("of", after + 1) if tokens[after].text == "of" else ("after", after)
        if after < last and tokens[after].text.lower() in denied.get((kind.key, place), ()):
            return False
    general = kind.form != "name" and text[found.start : found.start + 2].istitle() and sentence.paragraph > 0
    if general and _IN_NAME.search(text[max(sentence.start, found.start - 24) : found.start]):
        return False
    peaceful = denied.get((kind.type, "sentence"))
    if peaceful and kind.key in _HAVE_NAMESAKES and any(token.text.lower() in peaceful for token in tokens[first:last]):
        return False
    if kind.form == "weak" or _SHORT.match(text[found.start : found.end]):
        start, end = tokens[first].start, tokens[last - 1].end
        return bool(_ARMS.search(text, start, found.start) or _ARMS.search(text, found.end, end))
    return True


#: The noun behind a designation: "AC-130 aircraft", "F-16 fighter jets".
_HEAD = re.compile(
    r"[ -](?:(?:stealth|fighter|attack|assault|strategic|transport|reconnaissance|cruise|ballistic|anti-tank|combat) )*"
    r"(?:aircraft|fighters?|jets?|planes?|gunships?|bombers?|missiles?|rockets?|rifles?|helicopters?|drones?|tanks?|launchers?|systems?"
    r"|batter(?:y|ies)|warplanes?|warheads?)\b",
    re.IGNORECASE,
)
#: What describes a weapon before its name: "long-range", "Iranian-made", "U.S. military".
_MAKE = re.compile(
    r"(?:\b(?:[\w.]+-(?:range|guided|made|launched|propelled|seeking|capable|armed|fired|borne|tipped|based|built|style|type|caliber|calibre)"
    r"|homemade|unguided|unmanned|crude|improvised|medium|heavy|light|surface-to-air|surface-to-surface|air-to-air) )+\Z"
)
_OWNER = re.compile(r"\b(?:[A-Z]\.(?:[A-Z]\.)+|[A-Z]\w+) \Z")
_DETERMINER = re.compile(r"\b(?:the|a) \Z", re.IGNORECASE)


def _whole(text: str, found: Sighting, floor: int, end: int) -> Sighting:
    """The sighting with the noun behind a designation and the make before a class, as news names it."""
    start, stop = found.start, found.end
    if found.kind.form == "name" and found.kind.type != "ship" and (head := _HEAD.match(text, stop, end)):
        stop = head.end()
    lead = _MAKE.search(text[max(floor, start - 40) : start])
    if lead is None and text[start:stop].startswith(("military", "army", "navy")):
        lead = _OWNER.search(text[max(floor, start - 24) : start])
    if lead is None and found.kind.form == "weak" and not found.plural:
        lead = _DETERMINER.search(text[max(floor, start - 4) : start])
    return msgspec.structs.replace(
        found, start=start - len(lead[0]) if lead else start, end=stop, plural=found.plural or text[stop - 1] == "s")
