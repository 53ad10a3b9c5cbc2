"""A folder of articles read with a tagger, and without the one that was asked for."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from briefing import seeds
from briefing.settings import Settings, read
from briefing.store import Store

BODY = "The contract went to Zentrix Marine last week. Zentrix Marine thanked the town of Derby for it."


def _files(folder: Path) -> list[seeds.SeedFile]:
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text(f"Work for the docks in town {name}\n\n{BODY}\n", "utf-8")
    return [entry for entry in seeds.walk(folder, 10_000) if isinstance(entry, seeds.SeedFile)]


def _pipeline(folder: Path, label: str) -> str:
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": "Zentrix Marine"}])
    pipeline.to_disk(folder)
    return f"spacy:{folder}"


def _types(found: seeds.Harvest) -> set[str]:
    return {fact.attrs.type for briefing in found.briefings for fact in briefing.facts if fact.quote == "Zentrix Marine"}


def test_a_missing_model_is_told_once_and_stops_nothing(tmp_path: Path) -> None:
    files = _files(tmp_path)
    with Store(tmp_path / "cache") as store:
        settings = Settings(tagger=f"onnx:{tmp_path / 'nowhere'}", workers=1)
        for _ in range(2):  # the second time everything is known, and is told all the same
            found = seeds.harvest(files, (), settings, store)
            (problem,) = found.problems
            assert problem.severity == "warning" and "by rules alone" in problem.message and "BRIEFING_TAGGER" in problem.hint
            assert len(found.briefings) == 3
    plain = seeds.harvest(files, (), Settings(tagger="rules", workers=1))
    assert plain.problems == () and plain.briefings == found.briefings


def test_another_tagger_reads_everything_anew(tmp_path: Path) -> None:
    files, pipeline = _files(tmp_path), _pipeline(tmp_path / "p", "ORG")
    with Store(tmp_path / "cache") as store:
        seeds.harvest(files, (), Settings(tagger="rules", workers=1), store)
        found = seeds.harvest(files, (), Settings(tagger=pipeline, workers=1), store)
        assert found.extracted == 3 and _types(found) == {"organisation"}
        assert seeds.harvest(files, (), Settings(tagger=pipeline, workers=1), store).extracted == 0
        _pipeline(tmp_path / "p", "PERSON")  # the same name, another content
        found = seeds.harvest(files, (), Settings(tagger=pipeline, workers=1), store)
        assert found.extracted == 3 and _types(found) == {"person"}


def test_the_facts_do_not_depend_on_how_many_processes_work(tmp_path: Path) -> None:
    files, pipeline = _files(tmp_path), _pipeline(tmp_path / "p", "ORG")
    many = [msgspec.structs.replace(file, path=f"{n}-{file.path}") for n in range(6) for file in files]
    one, two = (seeds.harvest(many, (), Settings(tagger=pipeline, workers=workers)) for workers in (1, 2))
    assert one.briefings == two.briefings


@pytest.mark.parametrize("value", ["onnx", "onnx:models/own", "spacy:en_core_web_sm", "rules"])
def test_a_tagger_is_chosen_by_a_setting(value: str) -> None:
    settings, problems = read({"BRIEFING_TAGGER": value})
    assert settings.tagger == value and problems == ()


def test_a_tagger_that_there_is_not_is_told() -> None:
    _, (problem,) = read({"BRIEFING_TAGGER": "oracle"})
    assert problem.severity == "error" and "BRIEFING_TAGGER" in problem.message
