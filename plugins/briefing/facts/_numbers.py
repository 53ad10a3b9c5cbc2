"""Numbers as news writes them: "2,500", "twenty-five", "1.5 million", "half a dozen", "two and a half".

The patterns are fragments for larger grammars; `value` reads what one of them matched. Words of a vague number
("dozens", "several") are known here, but have no value: what is not stated is not guessed.
"""

from __future__ import annotations

import re

from text_to_num import text2num

DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion)\b"
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "t": 1e12, "tn": 1e12}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, **_SHORT_SCALES}
_WORDS = rf"{_WORD}(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{_WORD}|{_SCALE})){{0,8}}"
#: A cardinal number. Needs re.IGNORECASE, and a border of its own on the left.
CARDINAL = (
    rf"(?:half an? (?:dozen|hundred|thousand|million|billion)\b|an? (?:dozen|{_SCALE})"
    rf"|(?:{DIGITS}|{_WORDS})(?:[ -](?:dozen|{_SCALE}))?(?: and a half\b)?)"
)
#: Words that a number may begin with, besides a digit.
FIRST_WORDS = frozenset(_WORD[3:-3].split("|")) | {"half"}

#: What is larger is a row of digits, and counts nothing.
_ABSURD = 1e15
_DIGITAL = re.compile(rf"({DIGITS})(?:[ -]?([a-z]+))?\Z")


def value(words: str) -> float | None:
    """The value of a number that CARDINAL matched; None where the words make no number ("five two hundred")."""
    lowered = " ".join(words.lower().split())
    if lowered.endswith(" and a half"):
        whole = value(lowered[: -len(" and a half")])
        return None if whole is None else whole + 0.5
    if digital := _DIGITAL.match(lowered):
        number = float(digital[1].replace(",", "")) * _SCALES.get(digital[2] or "", 1.0)
        return number if number < _ABSURD else None
    for article, factor in (("half a ", 0.5), ("half an ", 0.5), ("a ", 1.0), ("an ", 1.0)):
        if lowered.startswith(article):
            scale = _SCALES.get(lowered[len(article) :])
            return None if scale is None else factor * scale
    if lowered.endswith(" dozen"):
        count = value(lowered[: -len(" dozen")])
        return None if count is None else 12 * count
    try:
        return float(text2num(lowered.replace("-", " "), "en"))
    except ValueError:
        return None
