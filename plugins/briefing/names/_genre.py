"""What sort of news an article is, where names mean something else in it: reports of sport, and of prices and shares."""

from __future__ import annotations

import re
from collections.abc import Container

from ..reading import Reading
from ._words import Words

#: So many words of a sort, not all the same, and one of so many tokens are, make an article of it.
_FEWEST, _ONE_IN = 3, 45
#: A headline's first word does, too: "SOCCER - ".
_BANNER = re.compile(r"\W*(?:\w+ ){0,2}(\w+) +[-–] ")
_BANNER_MOST = 60


def is_sport(reading: Reading, listed: Words) -> bool:
    """Whether an article reports sport."""
    for start in (0, reading.article.body_start):
        banner = _BANNER.match(reading.text, start, start + _BANNER_MOST)
        if banner and banner[1].lower() in listed.sporting:
            return True
    return _is_of(reading, listed.sporting)


def is_market(reading: Reading, listed: Words) -> bool:
    """Whether an article reports what shares, goods or currencies cost."""
    return _is_of(reading, listed.lists["market"])


def _is_of(reading: Reading, sort: Container[str]) -> bool:
    found = [low for token in reading.tokens if (low := token.text.lower()) in sort]
    return len(found) >= _FEWEST and len(found) * _ONE_IN >= len(reading.tokens) and len(set(found)) > 1
