"""Any spaCy pipeline that recognises names, for those who have a stronger one installed: `spacy:en_core_web_trf`.

Peoples, works, laws and events are left out, as everywhere in names/. spaCy tells no probabilities, so every name counts alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..model import Span
from . import TagClass, Tagged, Tags, Unusable, Vote

#: The labels of OntoNotes, of CoNLL and of WikiNER.
_CLASSES: dict[str, TagClass] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_CONFIDENCE = 0.9
#: What names do not need.
_IDLE = ("parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "textcat")


class _Spacy:
    """A loaded pipeline."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline

    def tag(self, text: str, sentences: Sequence[Span]) -> Tags:
        """See Tagger. One sentence at a time, so that an answer does not depend on what is read beside it."""
        names, votes = list[Tagged](), list[Vote]()
        for sentence in sentences:
            doc = self._pipeline(text[sentence.start : sentence.end])
            names += _names(doc, sentence.start)
            votes += _votes(doc, sentence.start)
        return Tags(tuple(names), tuple(votes))


def _names(doc: Doc, start: int) -> list[Tagged]:
    return [
        Tagged(start + entity.start_char, start + entity.end_char, _CLASSES[entity.label_], _CONFIDENCE)
        for entity in doc.ents if entity.label_ in _CLASSES
    ]


def _votes(doc: Doc, start: int) -> list[Vote]:
    votes = []
    for token in doc:
        if token.is_space:
            continue
        weights = dict.fromkeys(("person", "organisation", "place"), 0.0)
        if token.ent_type_ in _CLASSES:
            weights[_CLASSES[token.ent_type_]] = _CONFIDENCE
        votes.append(Vote(start + token.idx, start + token.idx + len(token), **weights))
    return votes


def load(name: str) -> _Spacy:
    """The pipeline of an installed package, or of a folder; raises tagger.Unusable."""
    try:
        pipeline = spacy.load(name, exclude=_IDLE)
    except (OSError, ValueError, ImportError, KeyError) as error:
        raise Unusable(f"there is no spaCy pipeline {name!r} that can be loaded", "install it, or set BRIEFING_TAGGER to onnx") from error
    if not any(label in _CLASSES for labels in pipeline.pipe_labels.values() for label in labels):
        raise Unusable(f"the spaCy pipeline {name!r} finds no persons, organisations or places",
                       "name one that has a component for names, or set BRIEFING_TAGGER to onnx")
    return _Spacy(pipeline)
