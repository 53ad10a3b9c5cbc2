"""What editors write: profiles of actors and places, and the site's own pages, from Markdown with `key: value` lines on top.

A profile's key is its file's name. Its metadata goes into the lexicon, its text onto the page, made safe: of HTML only a short
list of tags stays, of links only http, https and mailto. Refuses silence: a line that is not understood is a Problem with its
line and is left out, and the rest of the file still holds; without a name, or with a file name that is no key, there is no
profile. docs/lexicon.md lists every metadata line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import PurePath
from typing import Any, Literal, get_args

import markdown
import nh3

from .lexicon import Lexicon, common_words, fold, slug
from .model import ActorType, LocationType, Page, Precision, Problem, Profile

_TAGS = {"p", "br", "hr", "h2", "h3", "h4", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "abbr", "sub", "sup",
         "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"}
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}}
_LINE = re.compile(r" {0,3}([A-Za-z][A-Za-z0-9_-]*):\s*(.*)")
_MORE = re.compile(r"(?: {4,}|\t)\s*(\S.*)")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: The first part of the site's own addresses; a number is a year.
OWN_PATHS = frozenset({
    "actors", "briefings", "claims", "data", "feeds", "locations", "map", "maps", "network", "page", "pagefind", "search", "sections",
    "subscribe", "theme", "timeline",
})
_COORDINATES = re.compile(r"(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)")

Kind = Literal["actor", "location"]


class _Misfit(ValueError):
    """A value that does not fit, with what is wrong and what to do."""


# --- the two doors ----------------------------------------------------------------------------------------


def profile(data: bytes, path: str, kind: Kind) -> tuple[Profile | None, tuple[Problem, ...]]:
    """The profile in a file of content/actors or content/locations; None where it has no name or no key."""
    text, trouble = _decoded(data, path)
    if text is None:
        return None, trouble
    lines, body = _parted(text)
    key = PurePath(path).stem
    problems = list(trouble)
    fields: dict[str, Any] = {}
    for number, name, value in lines:
        try:
            fields |= _field(name, value, kind)
        except _Misfit as misfit:
            problems.append(Problem(path, number, "error", *misfit.args))
    problems += _common_aliases(path, lines, fields.get("aliases", ()))
    if not _KEY.fullmatch(key):
        problems.append(Problem(path, 0, "error", f"the file name {key!r} is no key", f"name the file {slug(key) or 'its-name'}.md"))
    elif "name" not in fields:
        problems.append(Problem(path, 1, "error", "the profile has no name", "write a line such as \"name: Ain al-Asad Air Base\" on top"))
    else:
        return Profile(key=key, html=_safe(body), path=path, **fields), tuple(sorted(problems))
    return None, tuple(sorted(problems))


def page(data: bytes, path: str) -> tuple[Page | None, tuple[Problem, ...]]:
    """The page in a file of content/pages; None where it has no title, or an address that is none or is the site's own."""
    text, trouble = _decoded(data, path)
    if text is None:
        return None, trouble
    lines, body = _parted(text)
    problems = list(trouble)
    values: dict[str, str] = {"slug": PurePath(path).stem}
    for number, name, value in lines:
        if name in ("title", "slug"):
            values[name] = value
        else:
            problems.append(Problem(path, number, "error", f"a page has no {name!r}", "write title, slug, or nothing"))
    if not _KEY.fullmatch(values["slug"]):
        problems.append(Problem(path, 0, "error", f"{values['slug']!r} makes no address", "use small letters, digits and hyphens"))
    elif values["slug"] in OWN_PATHS or values["slug"].isdigit():
        problems.append(Problem(path, 0, "error", f"the site's own pages stand at /{values['slug']}/",
                                "give the page another slug, or its file another name"))
    elif not values.get("title"):
        problems.append(Problem(path, 1, "error", "the page has no title", "write a line such as \"title: About\" on top"))
    else:
        return Page(values["slug"], values["title"], _safe(body), path), tuple(sorted(problems))
    return None, tuple(sorted(problems))


# --- the file ---------------------------------------------------------------------------------------------


def _decoded(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, (Problem(path, line, "error", "the file is not UTF-8", "save it as UTF-8"),)


def _parted(text: str) -> tuple[list[tuple[int, str, str]], str]:
    """Metadata as (line number, name, value), and the text below. Pelican's layout: lines on top, ended by a blank line; a line
    that is set in goes on with the value above it."""
    rows = text.splitlines()
    lines: list[tuple[int, str, str]] = []
    for index, row in enumerate(rows):
        if match := _LINE.fullmatch(row):
            lines.append((index + 1, match[1].lower(), match[2].strip()))
        elif lines and (more := _MORE.fullmatch(row)):
            number, name, value = lines[-1]
            lines[-1] = (number, name, f"{value}; {more[1].strip()}" if value else more[1].strip())
        else:
            return lines, "\n".join(rows[index:])
    return lines, ""


def _safe(text: str) -> str:
    html = markdown.markdown(text, extensions=["tables", "def_list", "abbr", "smarty"], output_format="html")
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel="noopener noreferrer")


# --- metadata ---------------------------------------------------------------------------------------------


def _field(name: str, value: str, kind: Kind) -> dict[str, Any]:
    """The fields of a Profile that a line gives; _Misfit where it does not fit."""
    allowed = [each for each in sorted(_READERS) if _ONLY.get(each, kind) == kind]
    if name not in allowed:
        raise _Misfit(f"there is no metadata called {name!r}", f"use one of {', '.join(allowed)}")
    return _READERS[name](value, kind) if value else {}


def _text(field: str) -> Callable[[str, Kind], dict[str, Any]]:
    return lambda value, kind: {field: value}


def _matching(field: str, pattern: str, example: str) -> Callable[[str, Kind], dict[str, Any]]:
    def read(value: str, kind: Kind) -> dict[str, Any]:
        if not re.fullmatch(pattern, value):
            raise _Misfit(f"{value!r} is no {field}", f"write it as {example}")
        return {field: value}

    return read


def _type(value: str, kind: Kind) -> dict[str, Any]:
    types = get_args(ActorType if kind == "actor" else LocationType)
    if value not in types:
        raise _Misfit(f"{value!r} is no type of {kind}", f"use one of {', '.join(types)}")
    return {"type": value}


def _precision(value: str, kind: Kind) -> dict[str, Any]:
    if value not in get_args(Precision):
        raise _Misfit(f"{value!r} is no precision", f"use one of {', '.join(get_args(Precision))}")
    return {"precision": value}


def _list(value: str, kind: Kind) -> dict[str, Any]:
    return {"aliases": tuple(dict.fromkeys(_parts(value)))}


def _within(value: str, kind: Kind) -> dict[str, Any]:
    keys = tuple(dict.fromkeys(_parts(value)))
    if wrong := [key for key in keys if not _KEY.fullmatch(key)]:
        raise _Misfit(f"{wrong[0]!r} is no key", f"write keys of places, nearest first: {slug(wrong[0]) or 'anbar'}")
    return {"within": keys}


def _geonameid(value: str, kind: Kind) -> dict[str, Any]:
    if not re.fullmatch(r"[1-9]\d{0,9}", value):
        raise _Misfit(f"{value!r} is no GeoNames id", "write the number in the address of its GeoNames page: 98182")
    return {"geonameid": int(value)}


def _coordinates(value: str, kind: Kind) -> dict[str, Any]:
    match = _COORDINATES.fullmatch(value)
    lat, lon = (float(match[1]), float(match[2])) if match else (91.0, 0.0)
    if abs(lat) > 90 or abs(lon) > 180:
        raise _Misfit(f"{value!r} are no coordinates", "write latitude, longitude in degrees: 33.7856, 42.4412")
    return {"lat": lat, "lon": lon}


_READERS: dict[str, Callable[[str, Kind], dict[str, Any]]] = {
    "name": _text("name"),
    "type": _type,
    "kind": _type,
    "aliases": _list,
    "country": _matching("country", r"[A-Z]{2}", "two capital letters of ISO 3166: IQ"),
    "wikidata": _matching("wikidata", r"Q[1-9]\d*", "a Wikidata item: Q796"),
    "geonameid": _geonameid,
    "icao": _matching("icao", r"[A-Z0-9]{4}", "four letters: ORAA"),
    "coordinates": _coordinates,
    "precision": _precision,
    "within": _within,
    "part-of": _within,
    "of": _matching("of", _KEY.pattern, "the key of an actor: united-states"),
    "role": _text("role"),
}
#: What only an actor has, or only a place.
_ONLY: dict[str, Kind] = {
    "of": "actor", "role": "actor", "coordinates": "location", "precision": "location", "within": "location", "part-of": "location",
    "geonameid": "location", "icao": "location",
}


def _parts(value: str) -> Iterator[str]:
    return (part for part in (" ".join(p.split()) for p in re.split(r"[;,]", value)) if part)


def _common_aliases(path: str, lines: list[tuple[int, str, str]], aliases: tuple[str, ...]) -> Iterator[Problem]:
    """An alias that is an everyday word would be found in every article."""
    number = next((number for number, name, _ in lines if name == "aliases"), 0)
    for alias in aliases:
        if alias.lower() in common_words() and not (alias.isupper() and len(alias) > 1):
            yield Problem(path, number, "warning", f"the alias {alias!r} is an everyday word",
                          "take it out, or write the name in full, else it is found where nobody means it")


# --- beside what is known ---------------------------------------------------------------------------------


def doubtful(profiles: Iterable[Profile], known: Lexicon, actors: Container[str], ruled: Container[str] = ()) -> Iterator[Problem]:
    """Profiles whose name is another's, and keys in them that nobody has: a mistyped key makes a second actor or place in silence.

    `known` has the profiles in it; `actors` are the keys of the archive, `ruled` those of persons whom an editor parted.
    """
    names: dict[str, list[str]] = {}
    for (kind, key), entity in known.entities.items():
        if kind == "actor" and key not in ruled:
            names.setdefault(fold(entity.name), []).append(key)
    for each in profiles:
        if PurePath(each.path).parent.name == "locations":
            yield from _doubtful_place(each, known)
            continue
        if each.of and ("actor", each.of) not in known.entities and each.of not in actors:
            yield _doubt(each, f"there is no actor {each.of!r} for it to belong to", "take the key from the address of its page")
        if each.key not in ruled:
            yield from _same_name(each, names[fold(each.name)])


def _doubtful_place(given: Profile, known: Lexicon) -> Iterator[Problem]:
    for key in given.within:
        if not known.places.label(key):
            like = next((place.key for place in known.places.lookup(key)), "")
            hint = f"did you mean {like!r}?" if like else "take the key from the address of the place's page"
            yield _doubt(given, f"there is no place {key!r} for it to lie in", hint)
    if known.entities["location", given.key].lat is None:  # the gazetteer knows where its places are
        yield from _same_name(given, [place.key for place in known.places.lookup(given.name)])


def _same_name(given: Profile, keys: Iterable[str]) -> Iterator[Problem]:
    other = next((key for key in keys if key != given.key), None)
    if other:
        yield _doubt(given, f"{given.name!r} is the name of {other!r} too", f"name the file {other}.md, or write what tells the two apart")


def _doubt(given: Profile, cause: str, hint: str) -> Problem:
    return Problem(given.path, 0, "warning", cause, hint)
