"""Markdown with front matter: YAML between `---` lines, or Pelican's "Title: ..." lines on top.

The body is rendered as CommonMark and its text taken from the result, so that emphasis, links and raw HTML leave no marks in
the article. By markdown-it-py, not by the markdown package that renders the editors' own pages: a seed may be hostile, and
19 kB of opening brackets keep the latter busy for half a minute. Front matter is read as text, never as objects; every value
keeps its line for problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml
from markdown_it import MarkdownIt

from ..model import Problem
from ..normalise import safe
from ..settings import Settings
from . import _layout, _markup
from ._draft import Draft, Drafted
from ._encoding import decode
from ._fields import NAMES, take

_FENCED = re.compile(r"\s*---[ \t]*\r?\n(?P<yaml>(?:.*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_META = re.compile(r"(?P<name>[A-Za-z][\w ]{0,30}?)[ \t]*:[ \t]*(?P<value>.*)")
_HEADING = re.compile(r"\s{0,3}#[ \t]+(?P<title>[^\n]+?)[ \t#]*(?:\n|$)|\s*(?P<over>\S[^\n]*)\n=+[ \t]*(?:\n|$)")
_LONGEST_FRONT = 50_000  #: characters of front matter
_LONGEST_BODY = 300_000  #: characters that are taken for Markdown; more is a dump, and plain text

_COMMONMARK = MarkdownIt("commonmark").enable("table")

Values = list[tuple[str, str, int]]  #: field of Draft, value, line


def read(raw: bytes, path: str, settings: Settings) -> Drafted:
    """The article in a Markdown file."""
    text, problems = decode(raw, path)
    if text is None:
        return None, problems
    values, body, more = _front(text, path)
    found: dict[str, object] = {}
    for name, value, line in values:
        if name in found:
            continue
        taken, trouble = take(name, value, path, line, settings)
        more += trouble
        if taken:
            found[name] = taken
    heading = _HEADING.match(body)
    over = " ".join(_rendered(heading["title"] or heading["over"])) if heading else None
    if heading and found.setdefault("title", over) == over:
        body = body[heading.end() :]
    draft = msgspec.convert({**found, "paragraphs": _rendered(body)}, Draft)
    return draft, (*problems, *more)


def _front(text: str, path: str) -> tuple[Values, str, tuple[Problem, ...]]:
    """The fields of the front matter, the body below it, and what is wrong with it."""
    fenced = _FENCED.match(text[:_LONGEST_FRONT])
    if fenced is None:
        values, end = _meta_lines(text[:_LONGEST_FRONT])
        return values, text[end:].lstrip("\r\n"), ()
    body = text[fenced.end() :].lstrip("\r\n")
    offset = text.count("\n", 0, fenced.start("yaml"))
    try:
        node = yaml.compose(fenced["yaml"], Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        cause = getattr(error, "problem", None) or "it cannot be read"
        line = offset + (mark.line if mark else 0) + 1
        hint = 'put values with ": " or quotes in them in quotes'
        read = [(name, value, offset + number) for name, value, number in _meta_lines(fenced["yaml"])[0]]
        return read, body, (Problem(path, line, "error", f"broken front matter: {cause}", hint),)
    if node is not None and not isinstance(node, yaml.MappingNode):
        hint = 'write lines like "title: ..." between the two ---'
        return [], body, (Problem(path, offset + 1, "error", "the front matter has no fields", hint),)
    fields = list(_fields(node, offset)) if node else []
    odd = tuple(
        Problem(path, line, "warning", f"the field {name} is no text and is left out", "write one value, or a list of them")
        for name, value, line in fields
        if value is None
    )
    return [(name, value, line) for name, value, line in fields if value is not None], body, odd


def _fields(node: yaml.MappingNode, offset: int) -> Iterator[tuple[str, str | None, int]]:
    """The known fields of a mapping; a value of None has a shape that no field has. Empty values are left out."""
    for key, value in node.value:
        name = NAMES.get(key.value.lower()) if isinstance(key, yaml.ScalarNode) else None
        if name is None or (isinstance(value, yaml.ScalarNode) and value.value.strip() in ("", "null", "~")):
            continue
        line = offset + value.start_mark.line + 1
        if isinstance(value, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in value.value):
            items = [item.value for item in value.value]
            yield name, "; ".join(items) if name == "authors" else "".join(items[:1]), line
        else:
            yield name, value.value if isinstance(value, yaml.ScalarNode) else None, line


def _meta_lines(text: str) -> tuple[Values, int]:
    """Pelican's own metadata, lines up to the first blank one, and where they end."""
    values: Values = []
    end = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        meta = _META.fullmatch(line.rstrip("\r\n"))
        if meta is None or (number == 1 and meta["name"].lower() not in NAMES):
            break
        if name := NAMES.get(meta["name"].lower()):
            values.append((name, meta["value"], number))
        end += len(line)
    return values, end


def _rendered(text: str) -> tuple[str, ...]:
    """The paragraphs of Markdown as plain text."""
    if len(text) > _LONGEST_BODY:
        return _layout.paragraphs(_layout.blocks(text))
    return _markup.paragraphs(_COMMONMARK.render(safe(text)))
