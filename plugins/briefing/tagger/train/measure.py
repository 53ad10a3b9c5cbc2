"""The scores of networks and of the finished file on texts that were not learnt from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from . import corpus
from .corpus import Text
from .examples import Window
from .lesson import Lesson
from .network import Tagger
from .scoring import Forward, Score, score
from .varying import recased


def texts(lesson: Lesson) -> dict[str, list[Text]]:
    """Texts with names that are marked, by what the card calls them."""
    folder = lesson.paths.measure
    news = corpus.marked(folder / "pud_news_names.jsonl")
    return {
        "development texts (mixed)": corpus.marked(lesson.paths.texts / "ner_dev.jsonl"),
        "PUD news": news,
        "PUD news in capitals": [recased(text, "upper") for text in news],
        "PUD news in small letters": [recased(text, "lower") for text in news],
        "WikiGold": corpus.marked(folder / "wikigold_names.jsonl"),
        "CrossNER politics": corpus.marked(folder / "crossner_politics_names.jsonl"),
        "Wikinews, labels held back": corpus.labelled(lesson.paths.labels, lesson.paths.articles, "test"),
    }


def measure(lesson: Lesson, networks: Mapping[str, Tagger], file: Path) -> dict[str, dict[str, Score]]:
    """For each text the score of each network and of the file, as "file"."""
    forwards: dict[str, Forward] = {name: _of_network(net) for name, net in networks.items()} | {"file": of_file(file)}
    return {
        name: {whose: score(found[: lesson.few], lesson.vocabulary, forward) for whose, forward in forwards.items()}
        for name, found in texts(lesson).items()
        if found
    }


def _of_network(net: Tagger) -> Forward:
    def forward(window: Window) -> NDArray[np.float32]:
        with torch.no_grad():
            scores = net(torch.tensor([window.ids]), torch.tensor([window.shapes]))
        answers: NDArray[np.float32] = scores[0].float().numpy()
        return answers

    return forward


def of_file(path: Path) -> Forward:
    """The model of a file, run as a build runs it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def forward(window: Window) -> NDArray[np.float32]:
        inputs = {"ids": np.array([window.ids], np.int64), "shapes": np.array([window.shapes], np.int64)}
        answers: NDArray[np.float32] = session.run(None, inputs)[0][0]
        return answers

    return forward
