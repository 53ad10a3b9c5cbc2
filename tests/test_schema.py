"""The public data format: what is written is what briefing.schema.json promises, and can be read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from jsonschema import Draft202012Validator

from archive.newsroom import briefing
from briefing import exports, model
from briefing.model import Briefing, Dateline, Fact
from conftest import ROOT, Built

SCHEMA = json.loads((Path(__file__).parent / "briefing.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
EVIDENCE = {"id": "x-0-4", "key": None, "label": "Talk", "span": [0, 4], "quote": "Talk", "sentence": 0, "rule": "test.fact"}
#: The least that each kind may say.
ATTRS: dict[str, dict[str, Any]] = {
    "actor": {"type": "state", "form": "name"},
    "location": {"type": "country", "form": "name"},
    "time": {"type": "date", "value": None},
    "quantity": {"unit": None, "role": "other"},
    "weapon": {"type": "missile"},
    "attribution": {"mode": "claim", "cue": None, "speaker": None, "content": [0, 4]},
    "event": {"type": "CONSULT"},
    "relation": {"predicate": "leads", "subject": "a", "object": None},
}


def told(kind: str, **attrs: object) -> Briefing:
    fact: Fact = msgspec.convert(EVIDENCE | {"kind": kind, "attrs": ATTRS[kind] | attrs}, Fact)
    return msgspec.structs.replace(briefing("talks", "Talks", "They met."), facts=(fact,))


def complaints(line: bytes) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(line))]


@pytest.mark.parametrize("kind", ATTRS)
def test_every_kind_of_fact_is_valid_with_the_least_it_may_say(kind: str) -> None:
    assert complaints(exports.line(told(kind))) == []


@pytest.mark.parametrize(("kind", "name", "values"), [
    ("actor", "type", get_args(model.ActorType)), ("actor", "form", get_args(model.ActorForm)),
    ("location", "type", get_args(model.LocationType)), ("location", "form", get_args(model.LocationForm)),
    ("location", "precision", (*get_args(model.Precision), None)), ("time", "type", get_args(model.TimeType)),
    ("quantity", "role", get_args(model.QuantityRole)), ("attribution", "mode", get_args(model.AttributionMode)),
    ("attribution", "source_class", (*get_args(model.SourceClass), None)),
])
def test_the_model_and_the_schema_allow_the_same_words(kind: str, name: str, values: tuple[str, ...]) -> None:
    rules = next(rule for rule in SCHEMA["$defs"]["fact"]["allOf"] if rule["if"]["properties"]["kind"]["const"] == kind)
    assert set(rules["then"]["properties"]["attrs"]["properties"][name]["enum"]) == set(values)


def test_the_model_knows_every_field_of_the_schema() -> None:
    assert set(SCHEMA["properties"]) <= set(Briefing.__struct_fields__)
    for rule in SCHEMA["$defs"]["fact"]["allOf"]:
        kind = rule["if"]["properties"]["kind"]["const"]
        fields = set(told(kind).facts[0].attrs.__struct_fields__)
        assert set(rule["then"]["properties"]["attrs"]["properties"]) <= fields, kind


def test_a_briefing_without_a_site_has_no_address() -> None:
    line = exports.line(told("actor"))
    assert "url" not in json.loads(line)
    assert complaints(line) == []


def test_a_line_can_be_read_back() -> None:
    whole = msgspec.structs.replace(told("event", source=("a",), main=True), url="https://archive.example/briefings/talks/",
                                    dateline=Dateline("MARLOW", "2024-05-01", None), title="“Talks”\u2028\u202e🎈")
    line = exports.line(whole)
    assert line.count(b"\n") == 1
    assert line.endswith(b"}\n")
    assert complaints(line) == []
    assert msgspec.json.decode(line, type=Briefing) == whole


def test_a_wrong_line_is_seen_as_wrong() -> None:
    assert complaints(exports.line(msgspec.structs.replace(told("actor"), id="No slug"))) != []


def test_every_line_of_a_built_site_is_valid(site: Built) -> None:
    lines = (site.folder / "data" / "briefings.jsonl").read_bytes().splitlines()
    assert len(lines) == site.summary.articles
    assert [complaint for line in lines for complaint in complaints(line)] == []
    for line in lines:
        read = msgspec.json.decode(line, type=Briefing)
        assert all(fact.quote == read.text[fact.span.start : fact.span.end] for fact in read.facts)
        assert list(read.facts) == sorted(read.facts, key=lambda fact: fact.span)
        assert len({fact.id for fact in read.facts}) == len(read.facts)


@pytest.mark.parametrize("kind", ATTRS)
def test_every_field_is_documented(kind: str) -> None:
    row = next(line for line in (ROOT / "docs" / "format.md").read_text("utf-8").splitlines() if line.startswith(f"| `{kind}` |"))
    assert [name for name in told(kind).facts[0].attrs.__struct_fields__ if f"`{name}`" not in row] == []
