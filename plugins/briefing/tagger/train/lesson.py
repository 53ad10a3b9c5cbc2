"""What there is to learn from, varied anew in each epoch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from .._pieces import WINDOW, Vocabulary
from . import corpus
from .corpus import Text
from .examples import Batch, Window, batches, cut
from .layouts import Layouts, blocks, fillers
from .plans import BATCH, MIXTURE
from .pools import pools
from .varying import Case, recased, replaced

_SHORT = (24, 48, 80)  #: pieces
_MADE = 4000
_SHOWN = 60
_CASES: tuple[tuple[Case, float], ...] = (("upper", MIXTURE.upper), ("lower", MIXTURE.lower), ("title", MIXTURE.title))
_OF_SENTENCES: tuple[Case, ...] = ("upper", "title")
_MADE_ORGANISATIONS = ("company", "group", "party", "newspaper", "university", "bank")


class Paths(NamedTuple):
    """Where the texts are."""

    texts: Path
    articles: Path
    labels: Path
    measure: Path
    vocabulary: Path


class Lesson:
    """The texts, read once."""

    def __init__(self, paths: Paths, seed: int, few: int = 0) -> None:
        self.paths, self.few = paths, few or None
        self.vocabulary = Vocabulary(paths.vocabulary.read_text("utf-8").splitlines())
        self._marked = corpus.marked(paths.texts / "ner_train.jsonl")[: self.few]
        self._labelled = corpus.labelled(paths.labels, paths.articles)[: self.few]
        self._frozen = corpus.frozen(paths.articles, MIXTURE.trust)[: self.few]
        self._made = min(MIXTURE.layouts, few or MIXTURE.layouts)
        random = Random(seed)
        lists = pools(self._marked, random)
        self._layouts = Layouts(fillers(lists), blocks())
        lists["made_PER"] = [self._layouts.fill("person", random) for _ in range(_MADE)]
        lists["made_ORG"] = [self._layouts.fill(random.choice(_MADE_ORGANISATIONS), random) for _ in range(_MADE)]
        self._pools = lists

    def described(self) -> str:
        """How much there is of each kind, and the hash of all of it."""
        kinds = {"marked texts": self._marked, "labelled articles": self._labelled, "articles with frozen marks": self._frozen}
        counts = [f"{len(texts):,} {name} ({sum(len(t.text.split()) for t in texts):,} words)" for name, texts in kinds.items()]
        counts.append(f"{self._made:,} texts an epoch from {len(blocks())} patterns")
        return f"{'; '.join(counts)}; SHA-256 of texts, marks and names `{self.digest()}`"

    def digest(self) -> str:
        """The hash of all that there is to learn from but for the patterns: equal where the same file can be trained again."""
        held = [self._marked, self._labelled, self._frozen, self._pools]
        return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()

    def epoch(self, random: Random) -> Sequence[Batch]:
        """The batches of one epoch."""
        articles = [text for text in self._frozen if random.random() < MIXTURE.articles]
        texts = [self._varied(text, random) for text in (*self._marked, *self._labelled * MIXTURE.labelled, *articles)]
        texts += (self._cased(text, random) for text in self._layouts.texts(self._made, random))
        limits = [random.choice(_SHORT) if random.random() < MIXTURE.short else WINDOW for _ in texts]
        windows = (window for text, limit in zip(texts, limits, strict=True) for window in cut(self.vocabulary, text, limit))
        return batches(windows, BATCH, random)

    def examples(self) -> list[Window]:
        """Some windows as they are, for whoever needs to see what goes through a network."""
        return [window for text in self._marked[:_SHOWN] for window in cut(self.vocabulary, text)]

    def _varied(self, text: Text, random: Random) -> Text:
        if random.random() < MIXTURE.replaced:
            text = replaced(text, self._pools, MIXTURE.names, random)
        return self._cased(text, random)

    @staticmethod
    def _cased(text: Text, random: Random) -> Text:
        """The text, or some of its sentences, in another case now and then."""
        drawn = random.random()
        for case, share in _CASES:
            if drawn < share:
                return recased(text, case)
            drawn -= share
        start = 0
        for end in corpus.sentence_ends(text.text):
            if random.random() < MIXTURE.sentence:
                text = recased(text, random.choice(_OF_SENTENCES), start, end)
            start = end
        return text
