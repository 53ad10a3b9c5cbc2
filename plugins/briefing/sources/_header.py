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
_FIELD = re.compile(r"(?P<name>[A-Za-z_]+(?: [a-z]+)?)\s*:\s*(?P<value>\S.*)")
_BYLINE = re.compile(r"(?:By|BY) .{2,100}")
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)\S+")
_STRONG = ("address", "date", "field")
_MOST_LINES = 10
_MOST_WORDS = 5  #: in an outlet or a section that nothing else shows to be one; a subtitle has more
_LONGEST = 100  #: characters of a line within a header that states nothing
_LONG = 60  #: characters of a line that is longer than any label


class Header(msgspec.Struct, frozen=True):
    """What header lines say. `end` is the index of the first line after them."""

    end: int
    fields: Draft
    problems: tuple[Problem, ...] = ()
    text: tuple[Line, ...] = ()  #: lines among them that state nothing, which are the article's

    @property
    def certain(self) -> bool:
        """Whether an address or a date is in it, so that it is no chance."""
        return bool(self.fields.published or self.fields.image_url or self.fields.url or self.problems)


def header(lines: Sequence[Line], starts: frozenset[int], settings: Settings, path: str) -> Header:
    """The header at the beginning of `lines`; its `end` is 0 where there is none. `starts` are numbers of lines after a blank."""
    window = lines[:_MOST_LINES]
    shapes = [_shape(line.text, settings) for line in window]
    headed = _headed(window, shapes, starts)
    for index, line in enumerate(window):
        if shapes[index] == "text" and index in headed and _is_brief(line.text):
            shapes[index] = "label"
    return _fields(window[: _end(window, shapes, starts, headed)], shapes, settings, path)


def opens(text: str, settings: Settings) -> bool:
    """Whether a line is header wherever it stands, so that it cannot be a title."""
    return _shape(text, settings) in ("address", "date", "field")


def is_section(text: str) -> bool:
    return " ".join(text.lower().replace("&", " and ").replace("/", " and ").split()) in SECTIONS


def _shape(text: str, settings: Settings) -> Shape:
    if _ADDRESS.fullmatch(text):
        return "address"
    if _is_field(text):
        return "field"
    if read_date(text, settings):
        return "date"
    if _BYLINE.fullmatch(text) and all(is_name(name.rstrip(".")) for name in people(text)):
        return "byline"
    return "label" if is_section(text) or is_name(text) else "text"


def _is_field(text: str) -> bool:
    """Whether a line states a field by name. "Photo: A man looks on" is a caption, for it gives no address."""
    field = _FIELD.fullmatch(text)
    name = NAMES.get(field["name"].lower()) if field else None
    return bool(field and name and (name not in ("url", "image_url") or _ADDRESS.fullmatch(field["value"])))


def _is_brief(text: str) -> bool:
    """Whether a line beside a date or an address may be a name in small letters: "bbc.com", "the paper"."""
    return len(text.split()) <= 4 and len(text) <= _LONG and ":" not in text and text[-1] not in ".?;,"


def _headed(lines: Sequence[Line], shapes: Sequence[Shape], starts: frozenset[int]) -> frozenset[int]:
    """Indexes of lines that have an address, a date or a field below them in the same block, or right above."""
    found: set[int] = set()
    strong = False
    for index in range(len(lines) - 1, -1, -1):
        strong = strong or shapes[index] in _STRONG
        if strong or (index and lines[index].number not in starts and shapes[index - 1] in _STRONG):
            found.add(index)
        strong = strong and lines[index].number not in starts
    return frozenset(found)


def _end(lines: Sequence[Line], shapes: Sequence[Shape], starts: frozenset[int], headed: frozenset[int]) -> int:
    """How many lines are header: up to the last line of a shape of its own, then labels right below it.

    Where no line has a shape of its own, labels alone are a header if one of them is the usual name of a section, or if
    they stand in a block of their own above a long line. A date in a block of its own, below another, is the article's.
    """
    seen: set[str] = set()
    end = labels = 0
    for index, shape in enumerate(shapes):
        fresh = lines[index].number in starts
        if shape in ("date", "byline") and shape in seen and fresh:
            break
        if shape == "text" and (index not in headed or len(lines[index].text) > _LONGEST):
            break
        labels += shape == "label"
        attached = end == index and index > 0 and not fresh and shape == "label" and labels <= 2
        if shape in _STRONG or shape == "byline" or attached or (shape == "label" and is_section(lines[index].text)):
            end = index + 1
        seen.add(shape)
    alone = next((i for i, shape in enumerate(shapes) if shape != "label" or len(lines[i].text.split()) > _MOST_WORDS), len(shapes))
    if not end and 0 < alone <= 2 and alone < len(lines) and lines[alone].number in starts and len(lines[alone].text) > _LONG:
        return alone
    return end


def _fields(lines: Sequence[Line], shapes: Sequence[Shape], settings: Settings, path: str) -> Header:
    found: dict[str, object] = {}
    problems: list[Problem] = []
    labels: list[Line] = []
    text: list[Line] = []
    for line, shape in zip(lines, shapes, strict=False):
        if shape in ("label", "text"):
            (labels if shape == "label" else text).append(line)
            continue
        name, value = _named(line.text, shape)
        taken, trouble = take(name, value, path, line.number, settings)
        problems += trouble
        if taken:
            found.setdefault(name, taken)
    for field, line in _outlet_and_section(labels):
        if field is None or found.setdefault(field, line.text) != line.text:
            text.append(line)
    return Header(len(lines), msgspec.convert(found, Draft), tuple(problems), tuple(sorted(text, key=lambda line: line.number)))


def _named(text: str, shape: Shape) -> tuple[str, str]:
    """The field that a line states, and its value."""
    if shape == "field":
        name, value = text.split(":", 1)
        return NAMES[name.strip().lower()], value.strip()
    if shape == "address":
        return ("image_url" if names_image(text) else "url"), text
    return ("published" if shape == "date" else "authors"), text


def _outlet_and_section(labels: Sequence[Line]) -> list[tuple[str | None, Line]]:
    """Which label is what: the usual name of a section is the section; else the outlet comes first. None for one too many."""
    section = next((line for line in labels if is_section(line.text)), None)
    others = [line for line in labels if line is not section]
    names = ("outlet", *(("section",) if section is None else ()))
    found: list[tuple[str | None, Line]] = [(names[i] if i < len(names) else None, line) for i, line in enumerate(others)]
    return [*found, ("section", section)] if section else found
