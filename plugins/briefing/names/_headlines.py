"""Lines in which every word has a capital, or all letters are: names there are those that the body has shown.

Trusts the body first. Only what the lexicon knows, or the body names, is a name in such a line; "Killing Iranian-Backed" is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ._name import Draft, Scene, Unit

_FEWEST, _SHOUTS = 8, 0.7  #: letters of a line in capitals, and the share of them that are
_MOST_UNITS = 8


def is_headline(text: str, scene: Scene) -> bool:
    """Whether capitals say nothing in a line: all letters are capitals, or it ends like a title and hardly a word begins small."""
    letters = sum(map(str.isalpha, text))
    if letters > _FEWEST and sum(map(str.isupper, text)) > _SHOUTS * letters:
        return True
    if text.rstrip("\"'”’")[-1:] in ".!?:;,":
        return False
    words, calendar = scene.words, scene.words.lists["calendar"]
    plain = [u for u in scene.units[1:] if not u.known and len(u.low) > 3 and words.is_common(u.low) and u.low not in calendar]
    return len(plain) > 1 and sum(u.text[0].isupper() for u in plain) > 0.7 * len(plain)


def known_surfaces(units: Sequence[Unit], surfaces: Mapping[str, Draft]) -> Iterator[tuple[int, int, Draft]]:
    """Stretches of a headline that the body names, longest first from the left: (first unit, one past the last, draft)."""
    at = 0
    while at < len(units):
        for end in range(min(len(units), at + _MOST_UNITS), at, -1):
            low = " ".join(unit.low for unit in units[at:end])
            if low in surfaces and (end == at + 1 or all(u.joined for u in units[at + 1 : end])):
                yield at, end, surfaces[low]
                at = end
                break
        else:
            at += 1
