"""A body told of again by its head word alone: "the Court" for the one court that the article names, "the Coalition".

The capital says that a certain one is meant. Refuses a word that heads the names of two bodies of the article, or of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...names import Name, words
from .._context import Context
from ._groups import Group

#: The last word of a name, or of its first part: "Supreme Court of X".
_HEAD = re.compile(r"[^\W\d_a-z]\w+(?=$| (?:of|for|in|on) )")
#: Behind the word the name goes on: "the Bank of X", "the Court-appointed", "the Board's Council".
_GOES_ON = re.compile(r" (?:of|for) |-|(?:['’]s)? [^\W\d_a-z]")


def bodies(context: Context, told: Sequence[Group]) -> Iterator[Group]:
    """Every such word, in text order, none inside a name or what was `told` before."""
    heads = _heads(context)
    if not heads:
        return
    text, tokens = context.reading.text, context.reading.tokens
    spans = [(name.span.start, name.span.end) for name in context.names] + [group.span for group in told]
    taken = frozenset(offset for span in spans for offset in range(*span))
    for before, token in pairwise(tokens):
        name = heads.get(token.text)
        if name is None or before.text.lower() != "the" or token.start != before.end + 1 or token.start in taken:
            continue
        if not _GOES_ON.match(text, token.end):
            known = name.entity
            yield Group((token.start, token.end), name.key, name.label, known.type if known else name.type or "organisation",
                        known.of if known else None, known.country if known else None, "actors.head")


def _heads(context: Context) -> dict[str, Name]:
    """The bodies of an article by the word that tells what they are, as it is written, where one alone has it."""
    listed = words(context.lexicon)
    found: dict[str, dict[str, Name]] = {}
    for name in context.names:
        if name.kind == "organisation" and name.key and name.form == "name" and (name.entity is None or name.entity.kind == "actor"):
            word = _HEAD.search(name.label)
            if word and listed.head_class(word[0].lower()) == "organisation":
                found.setdefault(word[0], {}).setdefault(name.key, name)
    return {word: next(iter(names.values())) for word, names in found.items() if len(names) == 1}
