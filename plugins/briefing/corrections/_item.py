"""The nouns of corrections: what one item of a file says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Literal, get_args

import msgspec

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  #: what a key is
FactKind = Literal["actor", "location", "time", "quantity", "weapon", "attribution", "event", "relation"]


_UNKNOWN_FIELD = re.compile(r"unknown field `(.*?)`")


class Misfit(Exception):
    """Why an item cannot hold: a message and a hint. Never leaves this package, which makes it a Problem."""


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is different about a fact; what is not named stays."""

    key: str | msgspec.UnsetType | None = msgspec.UNSET
    label: str | msgspec.UnsetType = msgspec.UNSET
    attrs: dict[str, Any] = msgspec.field(default_factory=dict)


class Addition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact that the machine missed."""

    label: str
    key: str | None = None
    inferred: bool = False
    attrs: dict[str, Any] = msgspec.field(default_factory=dict)


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of the file."""

    kind: FactKind
    quote: str  #: the fact's words
    line: int  #: in the file
    prefix: str = ""  #: words right before the quote
    suffix: str = ""  #: words right behind it
    key: str | None = None  #: the key that the fact has now, where one quote is two facts of a kind
    nth: int | None = None  #: which one of those that fit, from 1
    every: bool = False  #: all that fit
    review: bool = False  #: the fact is right
    remove: bool = False  #: the fact is wrong
    set: Change | None = None
    add: Addition | None = None
    note: str | None = None  #: why; `note`, `by` and `date` are shown to readers
    by: str | None = None
    date: str | None = None


def meant(mistyped: str, known: Iterable[str]) -> str:
    """A hint at what is written most like it; "" where nothing is."""
    close = get_close_matches(mistyped, sorted(known), 1)
    return f"did you mean {close[0]!r}?" if close else ""


def misread(error: msgspec.ValidationError, item: type[msgspec.Struct], manual: str) -> str:
    """A hint at what to write instead of what an item of a file could not be read for."""
    told = str(error)
    if unknown := _UNKNOWN_FIELD.search(told):
        names = {name for struct in (item, Change, Addition) for name in struct.__struct_encode_fields__}
        return meant(unknown[1], names - {"line"}) or manual
    if told.endswith("`$.kind`"):
        return f"use one of {', '.join(get_args(FactKind))}"
    return "write true, or take the line out" if "`bool`" in told else manual
