"""Which sentences a tagger is asked about: those in which something may be a name.

A name has a capital, and nearly half of what news says has none but those that open a sentence. To leave that out takes nothing
from the names found, and nearly half from the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lexicon import Lexicon
from ..model import Span
from ..reading import Reading
from ._words import Words, words

_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W_]*")
_OPENERS = frozenset("\"“‘'«(")


def asked(reading: Reading, lexicon: Lexicon) -> Iterator[Span]:
    """The sentences to ask about, in order."""
    listed = words(lexicon)
    for sentence in reading.sentences:
        found = _CAPITAL.finditer(reading.text, sentence.start, sentence.end)
        if reading.is_recased(sentence) or any(_may_name(match, sentence.start, listed) for match in found):
            yield Span(sentence.start, sentence.end)


def _may_name(match: re.Match[str], start: int, listed: Words) -> bool:
    """Whether a word with a capital may be part of a name: no day or month, nor a word that is capital only for where it stands."""
    word, low = match[0], match[0].lower()
    if word == "I" or low in listed.lists["calendar"]:
        return False
    opens = match.start() == start or match.string[match.start() - 1] in _OPENERS
    if not opens or not listed.is_common(low):
        return True
    return low not in listed.lists["function"] and (word in listed.given or word in listed.surnames)
