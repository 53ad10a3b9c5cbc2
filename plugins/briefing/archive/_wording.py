"""Which briefings are worded alike: TF-IDF over what stands first in them.

Only briefings with a date are compared, and only with those published within a few days, so that the work grows with
their number alone. It says nothing of what two briefings are about.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ..model import Briefing
from ._order import day_number

#: The title and the first three sentences are compared: later ones tell the background, which is common to many reports.
SENTENCES = 4
#: Cosine of two briefings that are worded alike. Reports of one event by different outlets mostly have 0.3 to 0.6, reports of
#: different events mostly less than 0.2; forms that are filled in again and again have up to 0.9.
LEAST = 0.3
#: Days between two briefings that are compared, at most.
_DAYS = 3
_CHARACTERS = 1500
#: A briefing is looked up by its rarest words; of each so many briefings before it are looked at, and the best are compared.
_KEYS, _BACK, _COMPARED = 12, 24, 16
#: Words are weighed as if the archive held so many more briefings: in a small one nothing can be known of rarity.
_UNSEEN = 200
_WORD = re.compile(r"[^\W\d_]{2,}")
#: Words of grammar and of reporting, and the days of the week: every lead has them.
_FUNCTION_WORDS = frozenset(_WORD.findall("""
    about after again against all also although among an and another any are as at be because been before being between both
    but by can could did do does down during each few for from had has have he her here him his how if in into is it its last
    more most near new next no not now of off on once one only or other our out over own said say says she since so some such
    than that the their them then there these they this those three through to too two under until up upon very was we were
    what when where which while who whom whose why will with within without would you your
    monday tuesday wednesday thursday friday saturday sunday
"""))


class Worded(msgspec.Struct, frozen=True):
    """A briefing by its words."""

    briefing: Briefing
    day: int  #: of publication
    words: Mapping[str, float]  #: a vector of length 1, in the order of the text


def worded(ordered: Iterable[Briefing]) -> list[Worded]:
    """The dated briefings, in the order given, with their words."""
    dated = [(briefing, day) for briefing in ordered if (day := day_number(briefing.published)) is not None]
    counts = [_words(briefing) for briefing, _ in dated]
    stands: Counter[str] = Counter()
    for count in counts:
        stands.update(count.keys())
    size = len(dated) + _UNSEEN
    rarity = {word: math.log(size / (number + 1)) for word, number in stands.items()}
    return [Worded(briefing, day, _vector(count, rarity)) for (briefing, day), count in zip(dated, counts, strict=True)]


def alike(found: Sequence[Worded]) -> Iterator[tuple[int, int, float]]:
    """Pairs that are worded alike, each as two indexes, the lower first, and their cosine."""
    postings: dict[str, list[int]] = {}
    for index, one in enumerate(found):
        shared: Counter[int] = Counter()
        for word in _rarest(one.words):
            posting = postings.setdefault(word, [])
            shared.update(other for other in posting[-_BACK:] if abs(found[other].day - one.day) <= _DAYS)
            posting.append(index)
        for _, other in heapq.nsmallest(_COMPARED, ((-count, -other) for other, count in shared.items())):
            score = _cosine(one.words, found[-other].words)
            if score >= LEAST:
                yield -other, index, score


def _rarest(words: Mapping[str, float]) -> list[str]:
    return [word for _, word in heapq.nsmallest(_KEYS, ((-weight, word) for word, weight in words.items()))]


def _words(briefing: Briefing) -> Counter[str]:
    """The words of title and lead, without the dateline. Figures are left out, for reports of one event differ in them."""
    opening = briefing.dateline.span if briefing.dateline else None
    stretches = (
        briefing.text[opening.end if opening and span.start <= opening.start < span.end else span.start : span.end][:_CHARACTERS]
        for span in briefing.sentences[:SENTENCES]
    )
    words = _WORD.findall(" ".join(stretches)[:_CHARACTERS].casefold())
    return Counter(word for word in words if word not in _FUNCTION_WORDS)


def _vector(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: (1 + math.log(count)) * rarity[word] for word, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return sum(weight * b[word] for word, weight in a.items() if word in b)
