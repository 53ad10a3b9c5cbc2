"""Where an article names arms: lexicon, designations, ships and calibres, with what speaks against a word being a weapon.

Refuses figures of speech and peaceful namesakes: a tank of water, rocket science, a passenger plane, gun laws, Shell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec
from slugify import slugify

from ..reading import Reading, Sentence
from ._lookup import Same, words


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
    phrase: str
    cased: bool
    kind: Kind


@lru_cache(maxsize=4)
def index(table: Same) -> dict[str, tuple[_Entry, ...]]:
    """The lexicon's phrases by their first word in small letters, longest first."""
    found: dict[str, list[_Entry]] = {}
    for row in table.rows:
        kind = Kind(row["key"], row["name"], row["class"], row["form"])
        for phrase in words(row):
            first = re.match(r"[^\W\d_]+|\d+", phrase)
            if first:
                cased = phrase != phrase.lower()
                for word in (first[0].lower(), first[0].lower() + "s")[: 1 + (first[0] == phrase)]:
                    found.setdefault(word, []).append(_Entry(phrase, cased, kind))
    return {word: tuple(sorted(entries, key=lambda e: (-len(e.phrase), e.phrase))) for word, entries in found.items()}


def sightings(reading: Reading, table: Same) -> Iterator[Sighting]:
    """Every weapon of an article in text order; none overlaps another."""
    entries = index(table)
    for sentence in reading.sentences:
        done = sentence.start
        words_there: str | None = None
        for token in reading.words(sentence):
            if token.start < done:
                continue
            first = token.text.lower()
            known = entries.get(first)
            found = (_known(reading.text, token.start, sentence, known) if known else None) or (
                _designated(reading.text, token.start, sentence) if token.text[0].isdigit() or token.text in _PREFIXES else None)
            if found is None:
                continue
            words_there = words_there or reading.sentence_text(sentence).lower()
            if _is_weapon(reading.text, found, words_there, title=sentence.index == 0):
                found = _whole(reading.text, found, sentence, done)
                yield found
                done = found.end


def _known(text: str, start: int, sentence: Sentence, entries: tuple[_Entry, ...]) -> Sighting | None:
    """The longest phrase of the lexicon at `start`, a plural -s included."""
    for entry in entries:
        end = start + len(entry.phrase)
        piece = text[start:end]
        if end > sentence.end or (piece if entry.cased else piece.lower()) != entry.phrase:
            continue
        plural = text[end : end + 1] == "s"
        end += plural
        if not text[end : end + 1].isalnum() and not (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            return Sighting(start, end, entry.kind, "weapons.lexicon", plural or entry.phrase.endswith("s"))
    return None


#: What a designation is, by the letters before its number.
_PREFIXES = {
    "MiG": "aircraft", "MIG": "aircraft", "Su": "aircraft", "Tu": "aircraft", "Mi": "helicopter", "Ka": "helicopter", "AH": "helicopter",
    "UH": "helicopter", "CH": "helicopter", "MQ": "uav", "RQ": "uav", "KC": "aircraft", "EA": "aircraft", "AK": "small_arms",
    "RPG": "small_arms", "BTR": "vehicle", "BMP": "vehicle", "BM": "rocket", "AGM": "missile", "BGM": "missile", "GBU": "bomb", "FIM": "missile",
    "USS": "ship", "HMS": "ship", "HMAS": "ship", "HMCS": "ship", "HMNZS": "ship", "USNS": "ship", "USCGC": "ship", "ROKS": "ship", "FS": "ship",
    "INS": "ship", "PNS": "ship",
}
_DESIGNATION = re.compile(r"([A-Z][A-Za-z]{1,3})-?(\d{1,3}[A-Z]{0,2}\d?)(?![\w-])s?")
_SHIP = re.compile(r"(?:USS|HMS|HMAS|HMCS|HMNZS|USNS|USCGC|ROKS|FS|INS|PNS)(?= [A-Z])(?: (?:[A-Z][\w'’.-]*\w|[A-Z]\.|de|of|the)){1,4}(?<! de)(?<! of)(?<! the)")
_CALIBRE = re.compile(
    r"(\d{1,3}(?:\.\d{1,2})?)[ -]?(?:mm|millimet(?:er|re))[ -](rocket|shell|mortar|howitzer|gun|round|artillery|cannon|bullet|machine gun|mortar shell"
    r"|artillery shell|artillery round|rifle|pistol|ammunition)(s?)\b")
_CALIBRE_TYPES = {"rocket": "rocket", "shell": "munition", "round": "munition", "bullet": "munition", "ammunition": "munition", "gun": "artillery",
                  "machine gun": "small_arms", "rifle": "small_arms", "pistol": "small_arms"}


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
    if match and match[1] in _PREFIXES and _PREFIXES[match[1]] != "ship":
        name = f"{match[1]}-{match[2]}"
        return Sighting(start, match.end(), Kind(slugify(name), name, _PREFIXES[match[1]], "name"), "weapons.designation")
    return None


_ARMS = re.compile(
    r"\b(?:militar|army|armies|navy|naval|air force|troops|soldier|forces\b|militant|insurgent|rebel|guerrilla|fighters\b|militia|armou?red|combat|coalition"
    r"|warplane|fighter|air ?strike|air raid|shot down|shoot down|shooting down|bomb|shelling|shelled|destroyed|opened fire|fired|firing|deploy|pentagon|nato"
    r"|terroris|gunm[ae]n|battle|invasion|invaded|war\b|attack|struck|target)")
_PEACEFUL = {
    "aircraft": re.compile(r"\b(?:passenger|airline|airlines|airways|airliner|commercial|boeing 7|airbus|flight \d|cargo plane|light aircraft|private)"),
    "helicopter": re.compile(r"\b(?:rescue helicopter|news helicopter|police helicopter|medical|tourist|passenger)"),
    "rocket": re.compile(r"\b(?:nasa|space|satellite|orbit|soyuz|astronaut|cosmonaut|booster|moon|mars\b|rocket (?:scien|engine|fuel|propellant|motor))"),
    "missile": re.compile(r"\bcuban missile crisis"),
    "uav": re.compile(r"\b(?:bees?\b|hive|honey|drone on\b|droned)"),
}
_AFTER = {
    "gun": re.compile(r"[ -](?:control|laws?|rights|lobby|owners?|ownership|violence|shows?|battles?|fights?|shots?|reform|policy|legislation|culture|salute|crime|point)\b", re.IGNORECASE),
    "bullet": re.compile(r" (?:train|point)", re.IGNORECASE),
    "tank": re.compile(r" (?:top|of (?:water|oxygen|fuel|petrol|gas|oil))\b", re.IGNORECASE),
    "shell": re.compile(r" (?:compan|corporation|out\b|oil|shock)", re.IGNORECASE),
    "vehicle": re.compile(r" (?:emission|registration|sales|maker|manufactur|owner)", re.IGNORECASE),
    "bomb": re.compile(r"[ -](?:threat|hoax|scare|squad|disposal|shelter|making charge)", re.IGNORECASE),
    "missile": re.compile(r" (?:crisis)\b", re.IGNORECASE),
}
_BEFORE = {
    "tank": re.compile(r"\b(?:think|water|fuel|gas|fish|septic|oil|storage|oxygen|petrol|holding|ballast|shark|propane|gasoline|anti)[ -]\Z", re.IGNORECASE),
    "shell": re.compile(r"\b(?:egg|sea|empty|oil giant|royal dutch|nut|turtle|of its)[ -]?\Z", re.IGNORECASE),
    "bullet": re.compile(r"\b(?:silver|the|a) \Z", re.IGNORECASE),
    "mortar": re.compile(r"\b(?:and|[-&]) ?\Z", re.IGNORECASE),
    "gun": re.compile(r"\b(?:top|big|smoking|nail|staple|radar|glue|stun|the starting) \Z", re.IGNORECASE),
    "weapon": re.compile(r"\b(?:secret|economic|political|oil as a|food as a) \Z", re.IGNORECASE),
    "bomb": re.compile(r"\b(?:time|sex|photo|logic|love|population|demographic) \Z", re.IGNORECASE),
    "vehicle": re.compile(r"\b(?:launch|investment|re-?entry|space|exploration|transfer|electric|hybrid|motor|special-purpose|recovery|crew) \Z", re.IGNORECASE),
    "aircraft": re.compile(r"\b(?:passenger|commercial|light|civilian|cargo|ultralight|private|the same|by) \Z", re.IGNORECASE),
}
#: One letter and a number is also a road, a visa, a vitamin.
_SHORT = re.compile(r"[A-Z]-\d{1,2}\Z")


#: A capital behind a capital is the name of something else: "Rashtriya Rifles", "Field Artillery".
_IN_NAME = re.compile(r"\b(?!The )[A-Z][\w'’]* \Z")


def _is_weapon(text: str, found: Sighting, sentence: str, *, title: bool) -> bool:
    """Whether arms are meant; `sentence` in small letters."""
    key, kind = found.kind.key, found.kind
    general = kind.form != "name" and text[found.start].isupper() and text[found.start + 1].islower()
    if general and not title and _IN_NAME.search(text[max(0, found.start - 24) : found.start]):
        return False
    after, before = _AFTER.get(key), _BEFORE.get(key)
    if after and after.match(text, found.end):
        return False
    if before and before.search(text[max(0, found.start - 16) : found.start]):
        return False
    if kind.form != "name" and (peaceful := _PEACEFUL.get(kind.type)) and peaceful.search(sentence):
        return key not in ("rocket", "aircraft", "helicopter", "drone", "missile")
    piece = text[found.start : found.end]
    if key == "shell" and piece[0].isupper():
        return False
    if kind.form == "weak" or _SHORT.match(piece):
        return bool(_ARMS.search(sentence.replace(piece.lower(), " ", 1)))
    return True


_HEADS = re.compile(
    r"[ -](?:stealth |fighter |attack |assault |strategic |transport |reconnaissance |cruise |ballistic |anti-tank |combat )*(?:aircraft|fighters?|jets?|planes?|gunships?|bombers?"
    r"|missiles?|rockets?|rifles?|helicopters?|drones?|tanks?|launchers?|systems?|batter(?:y|ies)|warplanes?|warheads?)\b", re.IGNORECASE)
_MAKES = re.compile(
    r"(?:\b(?:[\w.]+-(?:range|guided|made|launched|propelled|seeking|capable|armed|fired|borne|tipped|based|built|style|type|caliber|calibre)|homemade|unguided|unmanned"
    r"|crude|improvised|short|long|medium|heavy|light|surface-to-air|surface-to-surface|air-to-air|(?:U\.S\.|US|coalition|Coalition|ISIL|NATO) military)[ -]?)+\Z")
_DETERMINER = re.compile(r"\b(?:The|the) \Z")


def _whole(text: str, found: Sighting, sentence: Sentence, floor: int) -> Sighting:
    """The sighting with the noun after a designation ("AC-130 aircraft") and the make before a class ("long-range missiles")."""
    start, end = found.start, found.end
    if found.kind.form == "name" and found.kind.type != "ship" and (head := _HEADS.match(text, end, sentence.end)):
        end = head.end()
    floor = max(floor, sentence.start, start - 40)
    if make := _MAKES.search(text[floor:start]):
        start -= len(make[0])
    if found.kind.form == "weak" and not found.plural and (article := _DETERMINER.search(text[max(floor, start - 4) : start])):
        start -= len(article[0])
    return msgspec.structs.replace(found, start=start, end=end, plural=found.plural or text[end - 1] == "s")
