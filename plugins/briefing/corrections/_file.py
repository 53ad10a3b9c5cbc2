"""A file of corrections or rulings as plain values with their lines. All the YAML of corrections, and nothing of what it means."""

from __future__ import annotations

from typing import Any

import yaml

from ..model import Problem
from ._item import Misfit

_LONGEST = 1_000_000  #: bytes
_DEEPEST = 8  #: lists and mappings within one another; an item needs three
_NOTHING = ("", "~", "null", "Null", "NULL")
_HINT = "write a list of items, each beginning with - quote:"

Item = tuple[int, dict[str, Any]]  #: its line in the file, and its fields


def items(data: bytes, path: str, hint: str = _HINT) -> tuple[tuple[Item, ...] | None, tuple[Problem, ...]]:
    """The items of a file; None where it is no list of them. `hint` says how such a list is written."""
    if len(data) > _LONGEST:
        return None, (Problem(path, 0, "error", f"the file has {len(data):,} bytes", "corrections are a few lines each"),)
    try:
        node = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (Problem(path, line, "error", "the file is no UTF-8", "save it as UTF-8"),)
    except yaml.YAMLError as error:
        return None, (_broken(error, path),)
    if node is None:
        return (), ()
    if not isinstance(node, yaml.SequenceNode):
        return None, (Problem(path, node.start_mark.line + 1, "error", "the file is no list of corrections", hint),)
    return _listed(node, path, hint)


def _listed(node: yaml.SequenceNode, path: str, hint: str) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    found: list[Item] = []
    problems: list[Problem] = []
    seen: set[int] = set()
    for child in node.value:
        line = child.start_mark.line + 1
        try:
            value = _value(child, seen, 0)
        except Misfit as misfit:
            problems.append(Problem(path, line, "error", *misfit.args))
            continue
        if isinstance(value, dict):
            found.append((line, value))
        else:
            problems.append(Problem(path, line, "error", "the item is no correction", hint))
    return tuple(found), tuple(problems)


def _value(node: yaml.Node, seen: set[int], depth: int) -> Any:
    """The node as text, lists and dicts. Plain words stay text, so that the country NO is no False; empty means None."""
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in _NOTHING else node.value
    if id(node) in seen or depth > _DEEPEST:
        raise Misfit("the item refers to another one, or is nested too deep", "write its values out")
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, seen, depth + 1) for child in node.value]
    pairs: dict[str, Any] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if not name or name in pairs:
            raise Misfit(f"the field {name} stands twice" if name else "a field has no name", "give each field once")
        pairs[name] = _value(value, seen, depth + 1)
    return pairs


def _broken(error: yaml.YAMLError, path: str) -> Problem:
    """A YAML error as a problem; a character that YAML does not allow has no line."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    cause = error.problem if isinstance(error, yaml.MarkedYAMLError) and error.problem else "a character that YAML does not allow"
    hint = "put quotes around words that hold a colon or begin with a mark"
    return Problem(path, mark.line + 1 if mark else 0, "error", f"broken YAML: {cause}", hint)
