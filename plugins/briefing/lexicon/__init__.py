"""What is known beforehand, before any article is read.

* `entities`: curated actors and places (lexicon/data/*.csv), merged with content/actors and content/locations, which win;
* `find`: every curated name in a text, at once;
* `places`: the gazetteer, some 250,000 places, mapped from compact files and never loaded whole;
* `tables`: small word lists, each a CSV file with a header and a note of its source on top;
* `common_words`, `given_names`, `surnames`: large word lists, to ask whether a word is in them.

`load` is the only door; docs/lexicon.md says how to add to it.
"""

from __future__ import annotations

from ._lexicon import Lexicon, common_words, load
from ._nouns import Alias, AliasForm, Entity, Match
from .folding import fold, slug
from .gazetteer import Gazetteer

__all__ = ["Alias", "AliasForm", "Entity", "Gazetteer", "Lexicon", "Match", "common_words", "fold", "load", "slug"]
