"""Where and when the main event is, where its own words do not say: from its sentence, then title and lead, then the dateline.

What is taken from elsewhere a reader concludes, so the event is marked inferred. Refused: a place that only describes somebody
("the French writer"), and a day that dates something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Article, LocationFact, TimeFact
from .._syntax.clauses import Placed, near
from ._scene import Stretch
from ._settings import is_tied, narrowest

_UNNAMED = frozenset(("demonym",))


def place_told(stretches: Sequence[Stretch], article: Article, places: Sequence[LocationFact], *, teams: bool) -> str | None:
    """The key of the place: one that a preposition ties, else the dateline's, else the first one named; but `teams` have names of
    places, too."""
    tied = (_tied(one) for one in stretches)
    opening = article.dateline.span if article.dateline else None
    written = (place.key for place in places if opening and opening.start <= place.span.start < opening.end)
    named = (item.fact.key for one in stretches for item in _places(one))
    return next(filter(None, tied), None) or next(written, None) or (None if teams else next(named, None))


def _tied(one: Stretch) -> str | None:
    """The narrowest place that a preposition ties, in the main clause before any other."""
    tied = [item for item in _places(one) if is_tied(one.scene.line, item)]
    first = next((at for at in range(one.start, one.end) if one.scene.line.letters[at] in "r;"), one.end)
    chosen = [item for item in tied if item.start < first] or tied
    return narrowest(chosen).fact.key if chosen else None


def _places(one: Stretch) -> Iterator[Placed]:
    for item in near(one.scene.setting.locations, one.start, one.end):
        whose = one.scene.line.letters[item.end : item.end + 2] == "zW"  # "Southland's Ann Lee"
        if isinstance(item.fact, LocationFact) and item.fact.attrs.form not in _UNNAMED and not whose:
            yield item


def day_told(stretches: Sequence[Stretch]) -> str | None:
    """The day that title and lead tell; None where they tell several."""
    days = {item.fact.attrs.value: None for one in stretches for item in near(one.scene.setting.times, one.start, one.end)
            if isinstance(item.fact, TimeFact) and _is_day(item.fact)}
    return next(iter(days)) if len(days) == 1 else None


def _is_day(fact: TimeFact) -> bool:
    value = fact.attrs.value or ""
    return fact.attrs.type in ("date", "time") and len(value) >= 10 and value[:4].isdigit() and "/" not in value
