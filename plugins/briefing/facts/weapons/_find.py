"""Where an article names arms: what the lexicon knows, then designations, ships and calibres.

Refuses figures of speech and peaceful namesakes: a tank of water, rocket science, a passenger plane, gun laws, Shell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from ...model import Span
from ...reading import Reading, Sentence
from .._lookup import Same, word_set, words
from ._designated import PREFIXES, Kind, Sighting, called, designated, in_list, numbered, pennant


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


def sightings(reading: Reading, weapons: Same, denials: Same, named: Sequence[Span]) -> Iterator[Sighting]:
    """Every weapon of an article in text order; none overlaps another. What stands at the spans `named` names no weapon."""
    entries, denied = _index(weapons), _denials(denials)
    for sentence in reading.sentences:
        done = sentence.start
        for index in range(*sentence.tokens):
            token = reading.tokens[index]
            if token.start < done:
                continue
            found = _known(reading.text, token.start, sentence, entries.get(token.text.lower(), ()))
            if found is None and (token.text[0].isdigit() or token.text in PREFIXES):
                found = designated(reading.text, token.start, sentence)
            if found is None and token.text[0].isupper():
                found = numbered(reading.text, token.start, sentence)
            if found is None and token.text in ("fighter", "fighters"):
                found = in_list(reading.text, token.start, sentence)
            if found is not None and _is_weapon(reading, sentence, index, found, denied):
                floor = max(done, sentence.start)
                found = _described(reading.text, _headed(reading.text, found, sentence, entries), floor)
                found = called(reading.text, floor, found, named) if sentence.paragraph else found
                yield found
                number = pennant(reading.text, found)
                if number is not None:
                    yield number
                done = number.end if number else found.end


#: A word or a designation that goes on: "MiG" in "MiG-35".
_RUNS_ON = re.compile(r"\w|-\d")
#: The model behind a designation: "F-16C", "MiG-29SMT", and behind a name: "Iskander-M".
_MODEL = re.compile(r"[A-Z]{1,3}\d?(?=s?\b)")
_VARIANT = re.compile(r"-[A-Z]{1,2}\d?(?=s?\b)")
#: What makes another word of it: "anti-ballistic", "non-nuclear".
_PREFIXED = re.compile(r"(?:\w|\b(?:anti|non|counter)-)\Z", re.IGNORECASE)


def _known(text: str, start: int, sentence: Sentence, entries: tuple[_Entry, ...]) -> Sighting | None:
    """The longest phrase of the lexicon at `start`, a plural -s included."""
    for entry in entries:
        end = start + len(entry.phrase)
        piece = text[start:end]
        if end > sentence.end or (piece if entry.cased else piece.lower()) != entry.phrase:
            continue
        if entry.cased and (model := (_MODEL if entry.phrase[-1].isdigit() else _VARIANT).match(text, end)):
            end = model.end()
        plural = text[end : end + 1] == "s"
        end += plural
        if not _RUNS_ON.match(text, end) and not _PREFIXED.search(text[max(0, start - 5) : start]):
            return Sighting(start, end, entry.kind, "weapons.lexicon", plural or entry.phrase.endswith("s"))
    return None


#: Signs that a sentence tells of arms.
_ARMS = re.compile(
    r"\b(?:militar|army|armies|navy|naval|air force|troops|soldier|forces\b|militant|insurgent|rebel|guerrilla|fighters\b|militia|armou?red"
    r"|combat|coalition|warplane|fighter|air ?strike|air raid|shot down|shoot down|shooting down|bomb|shelling|shelled|destroyed"
    r"|opened fire|fired|firing|deploy|pentagon|nato|terroris|gunm[ae]n|battle|invasion|invaded|war\b|attack|struck|target|stab|armed"
    r"|riot|clash|wield|brandish|warship|bandit|rifle|ammunition|grenade|explosive|artillery|defen[cs]e (?:minist|department))",
    re.IGNORECASE,
)
#: ... and that a bomber is an aircraft.
_FLYING = re.compile(
    r"\b(?:aircraft|jets?|flew|fl(?:y|ies|ying)|sort(?:ie|y)s?|squadrons?|airspace|airlift|intercept|tankers?|airmen)", re.IGNORECASE)
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
    general = kind.name[0].islower() and text[found.start : found.start + 2].istitle() and sentence.paragraph > 0
    if general and _IN_NAME.search(text[max(sentence.start, found.start - 24) : found.start]):
        return False
    if _peaceful(kind, [token.text.lower() for token in tokens[first:last]], denied):
        return False
    if kind.form == "weak" and kind.name[0].islower() and text[found.start].isupper() and index > sentence.tokens[0] and sentence.paragraph:
        return False  # "Cannon said"
    if kind.form == "weak" or _SHORT.match(text[found.start : found.end]):
        start, end = tokens[first].start, tokens[last - 1].end
        signs = (_ARMS, _FLYING) if kind.type == "aircraft" and kind.key not in ("aircraft", "warplane") else (_ARMS,)
        return any(sign.search(text, start, found.start) or sign.search(text, found.end, end) for sign in signs)
    return True


def _peaceful(kind: Kind, around: Sequence[str], denied: Denials) -> bool:
    """Whether a word of the sentence rules the weapon out, or any weapon of its class that has a peaceful namesake."""
    words_of_class = denied.get((kind.type, "sentence"), frozenset()) if kind.form == "weak" or kind.key in _HAVE_NAMESAKES else frozenset()
    ruled_out = words_of_class | denied.get((kind.key, "sentence"), frozenset())
    return not ruled_out.isdisjoint(around)


#: The noun behind a designation, where the lexicon knows it not for itself: "F-16 fighter jets", "Patriot systems".
_HEAD = re.compile(r"(?:fighters?|jets?|planes?|gunships?|launchers?|systems?|batter(?:y|ies))\b", re.IGNORECASE)
_LEADS = re.compile(
    r"[ -](?:(?:stealth|fighter|attack|assault|strategic|transport|reconnaissance|aeroballistic|hypersonic|anti-tank|combat"
    r"|air defen[cs]e) )*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+|\d+")
#: What describes a weapon before its name: "long-range", "Iranian-made", "U.S. military".
_MAKE = re.compile(
    r"(?:\b(?:[\w.]+-(?:range|guided|made|class|launched|propelled|seeking|optic|controlled|operated|mounted|capable|armed|fired|borne|tipped|based|built|style|type|caliber|calibre)"
    r"|(?!(?:The|An?|Its|Two) )[A-Z]\w+ [A-Z]\w+-class|homemade|unguided|unmanned|crude|improvised|medium|heavy|light"
    r"|surface-to-air|surface-to-surface|air-to-air) )+\Z"
)
_OWNER = re.compile(r"\b(?:[A-Z]\.(?:[A-Z]\.)+|[A-Z]\w+) \Z")
_DETERMINER = re.compile(r"\b(?:the|a) \Z", re.IGNORECASE)


def _headed(text: str, found: Sighting, sentence: Sentence, entries: dict[str, tuple[_Entry, ...]]) -> Sighting:
    """A designation with the nouns behind it: "AC-130 aircraft", "RPG-7 rocket launchers", "Kh-47M2 Kinzhal missiles" are one."""
    kind, stop = found.kind, found.end
    designation = (kind.form == "name" and kind.type != "ship") or text[stop - 1].isdigit()
    while designation and (lead := _LEADS.match(text, stop, sentence.end)):
        word = _WORD.match(text, lead.end(), sentence.end)
        known = _known(text, lead.end(), sentence, entries.get(word[0].lower(), ())) if word else None
        head = _HEAD.match(text, lead.end(), sentence.end)
        if known and (known.kind.form != "name" or known.kind.type == kind.type):
            kind, stop = known.kind if known.kind.form == "name" and found.rule == "weapons.designation" else kind, known.end
        elif head:
            stop = head.end()
        else:
            break
    return msgspec.structs.replace(found, end=stop, kind=kind, plural=found.plural or text[stop - 1] == "s")


def _described(text: str, found: Sighting, floor: int) -> Sighting:
    """A sighting with the make before it, as news names it."""
    start, stop = found.start, found.end
    lead = _MAKE.search(text[max(floor, start - 40) : start])
    if lead is None and text[start:stop].startswith(("military", "army", "navy")):
        lead = _OWNER.search(text[max(floor, start - 24) : start])
    if lead is None and found.kind.form == "weak" and found.kind.name[0].islower() and not found.plural:
        lead = _DETERMINER.search(text[max(floor, start - 4) : start])
    return msgspec.structs.replace(found, start=start - len(lead[0])) if lead else found
