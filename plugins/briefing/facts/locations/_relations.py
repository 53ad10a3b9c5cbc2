"""Places told by another: "120 km west of Baghdad", "on the outskirts of Aleppo", "near the Syrian border".

The words right before a name say how the place that is meant lies from the named one, and so how exactly it is known. Refuses
"in the south of Iraq", which is inside, and computes no point from a distance: roads are not straight.
"""

from __future__ import annotations

import re
from typing import get_args

import msgspec

from ...model import LocationAttrs, Precision, Span
from .._numbers import CARDINAL, value

_WINDOW = 90
_COMPASS = r"(?:(?:north|south)[- ]?(?:east|west)|north|south|east|west)"
_NUMBER = rf"(?:{CARDINAL}|half an?|an?|a few|several|some|dozens of|hundreds of)"
_UNIT = r"(?:kilomet(?:er|re)s?|kms?|(?:nautical )?miles?|met(?:er|re)s?|yards?)"
_DISTANCE = rf"(?P<number>{_NUMBER})[ -]?(?P<unit>{_UNIT})(?: ?\([^()]{{1,30}}\))?"
_RELATION = re.compile(
    rf"\b(?:(?:{_DISTANCE} )?(?:(?:just|due|further|far|immediately|directly|slightly) )?"
    rf"(?:(?P<way>to the {_COMPASS} of|(?<!\bthe ){_COMPASS} of|off (?:the )?(?:[a-z]+ern )?(?:coast|shores?) of)"
    r"|(?P<by>near|outside(?: of)?|close to|next to|not far from)"
    r"|(?P<edge>(?:(?:on|in|at|near) the )?(?:[a-z]+ern )?(?:outskirts|edges?|fringes|suburbs|vicinity) of|\ban? (?:[a-z]+ern )?suburb of)"
    r"|(?P<border>(?:(?:near|along|on|at) (?:the|its|their) )?(?:[a-z]+ern )?border with))"
    rf"|{_DISTANCE.replace('P<number>', 'P<n>').replace('P<unit>', 'P<u>')}(?: away)? (?:from|off)|(?P<off>off))(?: the)?$",
    re.IGNORECASE,
)
_COAST = re.compile(r"(?:['’]s)? (?:[a-z]+ern )?(?:coast|shore)")
_COARSER = get_args(Precision)
_ARTICLES = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}
#: Within so many kilometres a place lies in the same district, more or less.
_BESIDE_KM = 30.0
_KILOMETRES = {"k": 1.0, "n": 1.85, "mi": 1.61}  #: by the first letters of the unit; else metres


def related(text: str, span: Span, attrs: LocationAttrs) -> LocationAttrs:
    """The same place with its relation, where it is told by another; then it is known no better than the relation tells it."""
    found = relation(text, span.start, span.end) if attrs.form != "metonym" else None
    if found is None:
        return attrs
    words, exact = found
    precision = max(attrs.precision, exact, key=_COARSER.index) if attrs.precision else None
    return msgspec.structs.replace(attrs, relation=words, precision=precision)


def relation(text: str, start: int, end: int) -> tuple[str, Precision] | None:
    """How a place lies from the one named at `start` to `end`, in the text's words, and how exactly that tells it; None where it
    is that place itself."""
    line = text[max(0, start - _WINDOW) : start].rpartition("\n\n")[2]
    if not line[-1:].isspace():
        return None
    found = _RELATION.search(" ".join(line.split()))
    if found is None or (found["off"] and not (_COAST.match(text, end) or text.endswith(("coast", "shore"), start, end))):
        return None
    return found[0].removesuffix(" the"), _exact(found)


def _exact(found: re.Match[str]) -> Precision:
    if found["edge"]:
        return "settlement"
    number, unit = found["number"] or found["n"], found["unit"] or found["u"]
    if number:
        return "admin" if _kilometres(number, unit) <= _BESIDE_KM else "region"
    return "admin" if found["by"] or found["border"] else "region"


def _kilometres(number: str, unit: str) -> float:
    """A distance; one that has no number is taken for a long one."""
    factor = next((factor for first, factor in _KILOMETRES.items() if unit.startswith(first)), 0.001)
    count = _ARTICLES.get(number) or value(number)
    return _BESIDE_KM + 1 if count is None else count * factor
