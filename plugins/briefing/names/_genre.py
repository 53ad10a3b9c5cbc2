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
#: So do scores: "Easton 2 Weston 1", "201-8 (A. Lee 64", "104 not out".
_SCORE = re.compile(
    r"\b[A-Z][a-z]+ \d{1,2} [A-Z][A-Za-z]+ \d{1,2}\b|\d-\d{1,2} ?\( ?[A-Z]|\d not out\b"
    r"|\( ?[A-Z][\w. ]{1,30} \d{1,3}(?: \d{1,3}){0,4}(?: ?\)| ?, [A-Z])"
)


def is_sport(reading: Reading, listed: Words) -> bool:
    """Whether an article reports sport."""
    for start in (0, reading.article.body_start):
        banner = _BANNER.match(reading.text, start, start + _BANNER_MOST)
        if banner and banner[1].lower() in listed.sporting:
            return True
    return _is_of(reading, listed.sporting) or len(_SCORE.findall(reading.text)) >= _FEWEST


def is_market(reading: Reading, listed: Words) -> bool:
    """Whether an article reports what shares, goods or currencies cost."""
    return _is_of(reading, listed.lists["market"])


def _is_of(reading: Reading, sort: Container[str]) -> bool:
    found = [low for token in reading.tokens if (low := token.text.lower()) in sort]
    return len(found) >= _FEWEST and len(found) * _ONE_IN >= len(reading.tokens) and len(set(found)) > 1
