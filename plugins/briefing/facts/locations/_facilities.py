"""Facilities: bases, airports, camps, prisons, crossings, and "the base" that comes back to one of them.

A name with a word behind it that says what it is: "Ain al-Asad air base", "Erez crossing", "Kandahar airport". It is looked up
under the ways such places are listed; one that is not found lies where the text says, else where its name does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ...lexicon import Entity, Lexicon
from ...model import Span
from ...names import Name
from .._context import Context
from ._stated import Stated

_NOUN = (r"(?:(?:international|military|army|naval|air|refugee|border|central|general|maximum[- ]security|nuclear|power|train|railway|bus|"
         r"metro|police|displacement|detention|training|cargo|oil|gas|missile)[ -])?"
         r"(?:air ?base|airfield|airport|airstrip|base|barracks|camp|prison|jail|hospital|port|harbou?r|bridge|dam|crossing|checkpoint|"
         r"station|plant|refinery|terminal|square|mosque|cemetery|market|shipyard|mine|detention cent(?:re|er)|reactor|facility)")
_AFTER = re.compile(rf"(?:[- ])({_NOUN})\b(?!s?['’]| (?:town|city|village|district|suburb)\b)")
_AGAIN = re.compile(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) ({_NOUN})\b(?! (?:of|at|in|near)\b)")
_BARE = re.compile(rf"\b({_NOUN})\b", re.I)
_ANY = re.compile(r"\ban? $")  # "a Wisconsin jail" is no name
_KNOWN_AS = {"airport": ("International Airport", "Airport", "Airfield", "Air Base"), "airfield": ("Airfield", "Air Base", "Airport"),
             "base": ("Air Base", "Airfield", "Airport")}
#: What follows the name of a street or square, which has more before it than a town's name.
_STREETS = frozenset({"square", "street", "avenue", "road", "lane", "hill", "place", "park", "bridge"})
#: Of these a town has one, or one that is meant; "a Baghdad hospital" is no name.
_ONE_TO_A_TOWN = frozenset({
    "airport", "airfield", "airbase", "airstrip", "port", "harbour", "harbor", "dam", "crossing", "prison", "jail", "refinery", "base",
})


class Facility(msgspec.Struct, frozen=True):
    """One mention of a facility by name."""

    span: Span
    label: str
    noun: str  #: its last word, in small letters: "base"
    entity: Entity | None = None  #: what the lexicon or the gazetteer knows
    settlement: Entity | None = None  #: the place that it is named after
    name: Name | None = None  #: the name that the mention contains


def facilities(context: Context) -> list[Facility]:
    """The facilities named in an article, in text order."""
    found: list[Facility] = []
    stated, text = Stated(context), context.reading.text
    for name in context.names:
        if name.form != "name" or (name.kind != "place" and name.entity is not None):
            continue
        entity = name.entity if name.entity and name.entity.kind == "location" else None
        is_facility = name.kind == "place" and (entity.type if entity else name.type) == "facility"
        after = _AFTER.match(text, name.span.end)
        any_one = _ANY.search(text, max(0, name.span.start - 3), name.span.start)
        if after and (is_facility or (_names_one(name, entity, after[1]) and not any_one)):
            found.append(_composed(context, name, entity, after, stated, is_facility=is_facility))
        elif is_facility:
            found.append(_named(context.lexicon, name, entity, stated))
    return found


def _named(lexicon: Lexicon, name: Name, entity: Entity | None, stated: Stated) -> Facility:
    """A facility whose name says that it is one: "Basra General Hospital"."""
    label = entity.name if entity else name.label
    noun = label.rpartition(" ")[2].lower()
    known = entity or stated.likely(_listed(lexicon, label, noun), name, name.span.end, sure=True)
    if known:
        return Facility(name.span, label, noun, known, None, name)
    settlement = stated.likely(_named_after(lexicon, label), name, name.span.end, sure=False)
    return Facility(name.span, label, noun, None, settlement or stated.place(name, name.span.end), name)


def _names_one(name: Name, entity: Entity | None, noun: str) -> bool:
    """Whether a name and the noun behind it are together a name."""
    if name.kind not in ("place", "organisation") or (entity is not None and entity.type in ("country", "region")):
        return False
    return entity is None or re.split(r"[ -]", noun)[-1] in _ONE_TO_A_TOWN or "refugee" in noun


def _composed(context: Context, name: Name, entity: Entity | None, after: re.Match[str], stated: Stated, *, is_facility: bool) -> Facility:
    span = Span(name.span.start, after.end())
    noun = re.split(r"[ -]", after[1])[-1].lower()
    words = " ".join(context.reading.text[name.span.start : name.span.end].split())
    label = f"{name.label if words.isupper() else words} {after[1]}"
    known = entity if is_facility else stated.likely(_listed(context.lexicon, label, noun), name, span.end, sure=True)
    settlement = None
    if not is_facility and not known:
        settlement = stated.likely((entity,) if entity else (), name, span.end, sure=False) or stated.place(name, span.end)
    return Facility(span, known.name if known else label, noun, known, settlement, name)


def _listed(lexicon: Lexicon, label: str, noun: str) -> list[Entity]:
    """The facilities that go by this name, else by the first of the ways in which such names are listed."""
    stem = re.sub(rf"(?i)\s+{_NOUN}$", "", label)
    kind = "base" if noun in ("base", "airbase") else noun
    tries = (label, *(f"{stem} {tail}" for tail in _KNOWN_AS.get(kind, ())))
    for text in tries:
        places = [place for place in lexicon.places.lookup(text) if place.type == "facility"]
        if places:
            return places
    return []


def _named_after(lexicon: Lexicon, label: str) -> list[Entity]:
    """The settlements in whose name a facility's begins: "Basra" for "Basra General Hospital"; only a large one is sure."""
    words = label.split()
    for length in range(len(words) - 1, 0, -1):
        if length < len(words) - 1 and words[length].lower() in _STREETS:
            break  # "Madison Square Garden" is in no town of that name
        places = [p for p in lexicon.places.lookup(" ".join(words[:length])) if p.type == "settlement" and p.population >= 100_000]
        if places:
            return places
    return []


def nominals(context: Context, found: Sequence[Facility]) -> Iterator[tuple[Span, Facility]]:
    """"The base" where a base was named before; in the title "Air Base" where the article names just one."""
    last: dict[str, Facility] = {}  # by kind, the one named last
    at = 0
    for match in _AGAIN.finditer(context.reading.text, context.reading.article.body_start):
        while at < len(found) and found[at].span.end <= match.start():
            last[_kind(found[at].noun)] = found[at]
            at += 1
        if facility := last.get(_kind(match[1])):
            yield Span(*match.span()), facility
    yield from _in_title(context.reading.article.title, found)


def _in_title(title: str, found: Sequence[Facility]) -> Iterator[tuple[Span, Facility]]:
    named = {facility.entity.key if facility.entity else facility.label for facility in found}
    if len(named) != 1 or found[0].span.start < len(title):
        return
    for match in _BARE.finditer(title):
        if _kind(match[1]) == _kind(found[0].noun):
            yield Span(*match.span()), found[0]


def _kind(noun: str) -> str:
    """What sort of facility a noun tells of: "air base" and "airfield" are one."""
    word = re.split(r"[ -]", noun)[-1].lower()
    return "base" if word in ("base", "airbase", "airfield") else word
