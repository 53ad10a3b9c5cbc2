"""The header of a plain text: image address, outlet, section and date, in any order, any of them missing.

A line is judged by its shape, not by what it names. Two lines without a shape of their own are outlet and section in this
order, unless one is the usual name of a section ("Politics"). What is not surely header stays in the body: no word of an
article is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from ..model import Problem
from ..settings import Settings
from ._dates import read_date
from ._draft import Draft
from ._fields import NAMES, is_name, names_image, people, take
from ._layout import Line

Shape = Literal["address", "date", "field", "byline", "label", "text"]

#: Names of sections as English-language newspapers and agencies use them; general knowledge.
SECTIONS = frozenset((
    "news", "world", "world news", "international", "international news", "national", "nation", "us", "u.s.", "uk", "usa", "local",
    "local news", "metro", "region", "regional", "politics", "government", "policy", "business", "economy", "economics", "finance",
    "markets", "money", "companies", "industry", "energy", "technology", "tech", "science", "science and technology", "environment",
    "climate", "weather", "health", "education", "sport", "sports", "culture", "arts", "entertainment", "lifestyle", "life", "travel",
    "food", "religion", "society", "opinion", "editorial", "comment", "commentary", "analysis", "features", "feature", "investigations",
    "law", "justice", "crime", "crime and law", "courts", "defence", "defense", "military", "security", "conflict", "conflicts", "war",
    "diplomacy", "foreign affairs", "foreign", "disasters", "disasters and accidents", "elections", "media", "obituaries",
    "breaking news", "top news", "latest", "headlines", "africa", "asia", "europe", "americas", "north america", "south america",
    "latin america", "middle east", "middle east and north africa", "asia pacific", "oceania", "australia", "human rights", "migration",
    "economy and business", "business and economy", "politics and conflicts",
))  # fmt: skip
_FIELD = re.compile(r"(?P<name>[A-Za-z_]+(?: [a-z]+)?)\s*:\s+(?P<value>\S.*)")
_BYLINE = re.compile(r"(?:By|BY) .{2,100}")
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)\S+")
_MOST_LINES = 10
_LONG = 60  #: characters of a line that is longer than any label


class Header(msgspec.Struct, frozen=True):
    """What header lines say. `end` is the index of the first line after them."""

    end: int
    fields: Draft
    problems: tuple[Problem, ...] = ()


def header(lines: Sequence[Line], starts: frozenset[int], settings: Settings, path: str) -> Header:
    """The header at the beginning of `lines`; its `end` is 0 where there is none. `starts` are numbers of lines after a blank."""
    shapes: list[Shape] = []
    for line in lines[:_MOST_LINES]:
        shapes.append(_shape(line.text, settings))
        if shapes[-1] == "text":
            break
    end = _end(lines, shapes, starts)
    return _fields(lines[:end], shapes, settings, path)


def _shape(text: str, settings: Settings) -> Shape:
    if _ADDRESS.fullmatch(text):
        return "address"
    if _is_field(text):
        return "field"
    if read_date(text, settings):
        return "date"
    if _BYLINE.fullmatch(text) and all(is_name(name.rstrip(".")) for name in people(text)):
        return "byline"
    return "label" if _is_label(text) else "text"


def _is_field(text: str) -> bool:
    """Whether a line states a field by name. "Photo: A man looks on" is a caption, for it gives no address."""
    field = _FIELD.fullmatch(text)
    name = NAMES.get(field["name"].lower()) if field else None
    return bool(field and name and (name not in ("url", "image_url") or _ADDRESS.fullmatch(field["value"])))


def opens(text: str, settings: Settings) -> bool:
    """Whether a line is header wherever it stands, so that it cannot be a title."""
    return _shape(text, settings) in ("address", "date", "field")


def _is_label(text: str) -> bool:
    """Whether a line may name an outlet or a section."""
    return is_section(text) or is_name(text)


def is_section(text: str) -> bool:
    return " ".join(text.lower().replace("&", " and ").replace("/", " and ").split()) in SECTIONS


def _end(lines: Sequence[Line], shapes: list[Shape], starts: frozenset[int]) -> int:
    """How many lines are header: up to the last line of a shape of its own, then labels right below it.

    Where no line has a shape of its own, labels alone are a header if one of them is the usual name of a section, or if
    they stand in a block of their own above a long line. A shape comes once: a second date is the article's.
    """
    seen: set[str] = set()
    end = labels = 0
    for index, shape in enumerate(shapes):
        if shape == "text" or (shape in ("date", "byline") and shape in seen):
            break
        labels += shape == "label"
        if labels > 2:
            break
        attached = end == index and index > 0 and lines[index].number not in starts
        if shape != "label" or attached or is_section(lines[index].text):
            end = index + 1
        seen.add(shape)
    alone = 0 < labels <= 2 and shapes[:labels] == ["label"] * labels and shapes[labels:] == ["text"]
    if not end and alone and lines[labels].number in starts and len(lines[labels].text) > _LONG:
        return labels
    return end


def _fields(lines: Sequence[Line], shapes: list[Shape], settings: Settings, path: str) -> Header:
    found: dict[str, object] = {}
    problems: list[Problem] = []
    labels: list[str] = []
    for line, shape in zip(lines, shapes, strict=False):
        if shape == "label":
            labels.append(line.text)
            continue
        name, value = _named(line.text, shape)
        taken, trouble = take(name, value, path, line.number, settings)
        problems += trouble
        if taken:
            found.setdefault(name, taken)
    for name, label in _outlet_and_section(labels, found):
        found.setdefault(name, label)
    return Header(len(lines), msgspec.convert(found, Draft), tuple(problems))


def _named(text: str, shape: Shape) -> tuple[str, str]:
    """The field that a line states, and its value."""
    if shape == "field":
        name, value = text.split(":", 1)
        return NAMES[name.strip().lower()], value.strip()
    if shape == "address":
        return ("image_url" if names_image(text) else "url"), text
    return ("published" if shape == "date" else "authors"), text


def _outlet_and_section(labels: list[str], found: dict[str, object]) -> list[tuple[str, str]]:
    """Names of sections are sections; else the outlet comes first."""
    if len(labels) == 2 and is_section(labels[0]) and not is_section(labels[1]):
        labels = labels[::-1]
    if len(labels) == 1:
        section = is_section(labels[0]) or "outlet" in found
        return [("section" if section else "outlet", labels[0])]
    return list(zip(("outlet", "section"), labels, strict=False))
