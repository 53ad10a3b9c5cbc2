"""`BRIEFING_*` settings, as one frozen object. An unknown or bad setting is a Problem, never silence."""

from __future__ import annotations

import difflib
import re
import zoneinfo
from collections.abc import Mapping
from typing import Any, Literal, get_args

import msgspec

from .model import Problem

_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:/[\w.~!$&'()*+,;=:@%/?#-]*)?", re.ASCII)
_TAGGER = re.compile(r"rules|onnx(?::.+)?|spacy:.+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

DateOrder = Literal["day-first", "month-first", "unknown"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All that can be set; `pelicanconf.py` names each with its meaning."""

    seeds: str = "seeds"  #: folder of raw articles
    content: str = "content"  #: folder of what editors write
    theme: str = "themes/briefing"
    output: str = "output"
    cache: str = ".cache"  #: folder of what was computed before
    site_name: str = "Briefing archive"
    site_description: str = "News articles, annotated: who, where, when, how many, and who says so"
    site_url: str = "http://localhost:8000"  #: absolute, no slash at the end; feeds and canonical links need it
    site_lang: str = "en"
    feed_author: str = "Briefing archive"
    date_order: DateOrder = "unknown"  #: how 03/04/2023 is read where the article's outlet does not show it
    timezone: str | None = None  #: zone of times without one, as "Asia/Baghdad"; None invents none
    page_size: int = 25  #: briefings on a page of a list
    entry_page_size: int = 200  #: rows on a page of an index of actors or locations
    mention_page_size: int = 50  #: briefings on a page of an actor or a location
    feed_size: int = 50
    rights: Literal["full"] = "full"
    strict: bool = False  #: errors in the sources make the build fail
    tagger: str = "onnx"  #: what finds names beside the rules: "onnx", "onnx:FOLDER", "spacy:NAME"; "rules" for nothing
    workers: int = 0  #: processes that read articles, and up to four that write pages; 0 for one a core
    max_bytes: int = 5_000_000  #: a larger source file is refused
    max_characters: int = 500_000  #: an article whose text is longer, some 80,000 words, is refused: it is no article
    repository_url: str | None = None  #: where a reader may report an error


def read(mapping: Mapping[str, Any], path: str = "pelicanconf.py") -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in `mapping` (BRIEFING_SEEDS, ...); what is unknown or of the wrong type is left out and reported."""
    known = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in sorted(mapping.items()):
        if not name.startswith("BRIEFING_"):
            continue
        field = name.removeprefix("BRIEFING_").lower()
        if field not in known:
            close = difflib.get_close_matches(field, known, n=1)
            hint = f"did you mean BRIEFING_{close[0].upper()}?" if close else "see the settings in docs/settings.md"
            problems.append(Problem(path, 0, "error", f"unknown setting {name}", hint))
            continue
        try:
            values[field] = _checked(field, msgspec.convert(value, known[field]))
        except msgspec.ValidationError as error:
            expected = " or ".join(map(_named, get_args(known[field]) or (known[field],)))
            problems.append(Problem(path, 0, "error", f"setting {name} is {value!r}: {error}", f"give it {expected}"))
    return Settings(**values), tuple(problems)


def _named(kind: Any) -> str:
    """A type, or a value of a Literal, in a word."""
    return "None" if kind is type(None) else getattr(kind, "__name__", str(kind))


def _checked(field: str, value: Any) -> Any:
    """The value; ValidationError where its kind is right and it still cannot be."""
    if type(value) is int and value < (0 if field == "workers" else 1):
        raise msgspec.ValidationError("too small")
    if isinstance(value, str) and not value.isprintable():
        raise msgspec.ValidationError("it holds what no page can show")
    if field == "site_name" and not value.strip():
        raise msgspec.ValidationError("empty")
    if field == "tagger" and not _TAGGER.fullmatch(value):
        raise msgspec.ValidationError("no tagger, such as onnx, spacy:en_core_web_sm or rules")
    if field == "site_lang" and not _LANGUAGE.fullmatch(value):
        raise msgspec.ValidationError("no language tag, such as en-GB")
    if field == "timezone" and value is not None and value not in zoneinfo.available_timezones():
        raise msgspec.ValidationError("no such time zone")
    if field in ("site_url", "repository_url") and value is not None:
        if not _ADDRESS.fullmatch(value):
            raise msgspec.ValidationError("no absolute address")
        return value.rstrip("/")
    return value
