"""IPTC ninjs, the JSON of news agencies (https://iptc.org/std/ninjs/): one item a file.

Takes `headline`, `body_text` or `body_xhtml`, `versioncreated`, `byline`, `located`, `language`, `copyrightnotice`, `uri`
and `subject`. A field of the wrong type is reported and left out. `associations` and versions of ninjs in
which these fields are lists are refused.
"""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from ..model import Problem
from ..settings import Settings
from . import _layout, _markup
from ._draft import Draft, Drafted
from ._encoding import decode
from ._fields import is_name, take

#: Field of ninjs -> field of Draft.
_FIELDS = {
    "headline": "title", "versioncreated": "published", "byline": "authors", "located": "located", "language": "lang",
    "copyrightholder": "outlet", "uri": "url",
}  # fmt: skip
_TEXTS = (*_FIELDS, "copyrightnotice", "body_text", "body_xhtml")
_RIGHTS = re.compile(r"copyright\b|©|\(c\)|\b(?:19|20)\d{2}\b|all rights reserved\b.*", re.IGNORECASE)


def read(raw: bytes, path: str, settings: Settings) -> Drafted:
    """The article in a ninjs item."""
    text, problems = decode(raw, path)
    if text is None:
        return None, problems
    try:
        item = json.loads(text)
    except json.JSONDecodeError as error:
        cause = f"broken JSON: {error.msg} in column {error.colno}"
        return None, (*problems, Problem(path, error.lineno, "error", cause, "correct it there"))
    except (RecursionError, ValueError):  # nested beyond reason, or a number of thousands of digits
        return None, (*problems, Problem(path, 0, "error", "broken JSON: it cannot be read", "save the item as ninjs once more"))
    if not isinstance(item, dict):
        hint = "put one object with headline and body_text in a file"
        return None, (*problems, Problem(path, 1, "error", "the JSON is no ninjs item", hint))
    draft, more = _draft(item, text, path, settings)
    return draft, (*problems, *more)


def _draft(item: dict[str, Any], text: str, path: str, settings: Settings) -> Drafted:
    problems = [
        Problem(path, _line(text, name), "warning", f"{name} is no text and is left out", "write it as a string")
        for name in _TEXTS
        if not isinstance(item.get(name, ""), str | None)
    ]
    words = {name: value for name in _TEXTS if isinstance(value := item.get(name), str)}
    found: dict[str, object] = {}
    for name, field in _FIELDS.items():
        if words.get(name) and not (field == "url" and words[name].startswith("urn:")):
            found[field], more = take(field, words[name], path, _line(text, name), settings)
            problems += more
    found.setdefault("outlet", _holder(words.get("copyrightnotice", "")))
    found["section"] = _subject(item.get("subject"))
    body = words.get("body_text", "")
    found["paragraphs"] = _layout.paragraphs(_layout.blocks(body)) if body.strip() else _markup.paragraphs(words.get("body_xhtml", ""))
    kept = {name: value for name, value in found.items() if value is not None}
    return msgspec.convert(kept, Draft), tuple(problems)


def _holder(notice: str) -> str | None:
    """Whom a notice of copyright names: "Copyright 2023 Daily Star. All rights reserved." gives "Daily Star"."""
    name = " ".join(re.split(r",|\.(?:\s|$)", _RIGHTS.sub(" ", notice[:200]))[0].split())
    return name if is_name(name) else None


def _subject(subjects: object) -> str | None:
    """The name of the first subject: the item's section."""
    first = subjects[0] if isinstance(subjects, list) and subjects else None
    name = first.get("name") if isinstance(first, dict) else None
    return name if isinstance(name, str) else None


def _line(text: str, name: str) -> int:
    """The line of a field in the file; 0 where it is written in another way."""
    at = text.find(f'"{name}"')
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
