"""Which given names tell a person's sex, from how many countries list each for women and for men."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

#: A given name tells a sex where at least so many countries give it, and so many times more often than to the other.
_LEAST_COUNTRIES = 2
_TIMES_MORE = 5


def rows(women: Counter[str], men: Counter[str]) -> list[str]:
    """The lines of the table behind its heads, one for each sex and first letter; names are given by how many countries list them."""
    told = {"f": telling(women, men), "m": telling(men, women)}
    return [f"{sex},{' '.join(names)}" for sex, found in told.items() for _, names in groupby(found, key=lambda name: name[0])]


def telling(ours: Counter[str], others: Counter[str]) -> list[str]:
    """The names that only one sex has, in order; initials and names that are not plain letters are left out."""
    named = (name for name, count in ours.items() if count >= _LEAST_COUNTRIES and count >= _TIMES_MORE * others[name])
    return sorted(name for name in named if len(name) > 2 and name.isascii() and name.isalpha() and name[0].isupper())
