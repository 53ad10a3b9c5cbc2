"""The name tagger: which words of a text name persons, organisations and places, as a trained model sees it.

One small interface over several backends, of which a setting names one: `onnx`, the model that comes with the project (or
`onnx:FOLDER`, one that you have trained), `spacy:NAME`, any spaCy pipeline that is installed, or `rules` for none. A tagger
has no say in who is meant, and the rules of names/ decide what becomes of what it says. The same text gives the same answer
in every process. A backend's libraries are imported when it is asked for, since they may not be there.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from ..model import Span

TagClass = Literal["person", "organisation", "place"]

#: What a setting may begin with, and the module that answers to it.
BACKENDS = {"onnx": "_onnx", "spacy": "_spacy"}
#: Modules and data that decide what the shipped model says.
PARTS = ("__init__.py", "_pieces.py", "_viterbi.py", "_onnx.py", "_spacy.py", "data")
RULES = "rules"


class Tagged(msgspec.Struct, frozen=True, gc=False):
    """One name."""

    start: int
    end: int
    kind: TagClass
    confidence: float  #: 0..1


class Vote(msgspec.Struct, frozen=True, gc=False):
    """How likely one word is part of a name of each class; what is left to 1.0 speaks for no name."""

    start: int
    end: int
    person: float
    organisation: float
    place: float


class Tags(msgspec.Struct, frozen=True):
    """What a tagger says of the sentences that it was asked about."""

    names: tuple[Tagged, ...] = ()  #: in text order; none overlaps another
    votes: tuple[Vote, ...] = ()  #: one for each word, in text order


#: What a tagger says that nobody asked.
SILENT = Tags()


class Tagger(Protocol):
    """A backend."""

    def tag(self, text: str, sentences: Sequence[Span]) -> Tags:
        """The names in some sentences of a text, given in order. Raises nothing, whatever the text is."""


class Unusable(Exception):
    """A tagger cannot be had: what is wrong, as a sentence without a full stop, and what to do about it."""

    def __init__(self, cause: str, hint: str) -> None:
        super().__init__(cause)
        self.cause, self.hint = cause, hint


def load(setting: str) -> Tagger | None:
    """The tagger that a setting names, None for `rules`; raises Unusable."""
    backend, _, name = setting.partition(":")
    if backend == RULES:
        return None
    if backend not in BACKENDS:
        raise Unusable(f"there is no tagger {setting!r}", "give BRIEFING_TAGGER onnx, spacy:NAME or rules")
    try:
        module = import_module(f".{BACKENDS[backend]}", __package__)
    except ImportError as error:
        raise Unusable(f"the tagger {setting!r} needs {error.name or 'a library'}, which cannot be imported",
                       "install it, or set BRIEFING_TAGGER to rules") from error
    tagger: Tagger = module.load(name)
    return tagger


def sources(setting: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What decides a chosen tagger's answers beside PARTS: folders by their full path, and libraries. Loads nothing."""
    backend, _, name = setting.partition(":")
    if not name or backend not in BACKENDS:
        return (), ()
    if Path(name).is_dir():
        return (str(Path(name).resolve()),), (backend,) if backend == "spacy" else ()
    return (), (backend, name)


__all__ = ["BACKENDS", "PARTS", "RULES", "SILENT", "TagClass", "Tagged", "Tagger", "Tags", "Unusable", "Vote", "load", "sources"]
