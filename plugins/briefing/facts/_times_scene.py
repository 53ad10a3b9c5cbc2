"""What the words of a time are read against: the day of the report, the tense around them, the time told before.

Partial dates ("Tuesday", "in March", "November 21") take the rest from here. Where nothing is known the rest stays open
("XXXX-11-21"): the clock of the machine is never asked.
"""

from __future__ import annotations

from datetime import date

import msgspec

from ..model import Article, TimeType
from ..reading import Reading, Sentence
from ._times_calendar import MONTHS, WEEKDAYS, day_or_none, shift_days, start_of, year_of

#: Words that turn what stands beside them to the future ...
_FUTURE = frozenset(
    "will shall 'll ’ll scheduled due expected planned planning plan plans slated upcoming deadline ahead begin begins start starts open opens"
    " expire expires resume resumes meet hold vote visit discuss arrive attend travel face faces return tomorrow next postponed delayed"
    " would".split()
)
#: ... and to the past; so does every word in -ed.
_PAST = frozenset(
    "said told was were had did has have began came went took held met left hit shot fought won lost found made gave saw fell rose became"
    " wrote spoke sent brought struck ran got led paid put read drew broke flew stood sat cut died occurred since caught built bought"
    " withdrew overthrew sank dealt".split()
)
#: Within so many words of the time a verb speaks for it.
_REACH = 20


class Value(msgspec.Struct, frozen=True, gc=False):
    """A time as read; `value` is TIMEX3, None where it hangs on something that is not stated."""

    type: TimeType
    value: str | None


class Scene(msgspec.Struct, frozen=True):
    """What is known where a time stands."""

    anchor: date | None  #: the day of the report
    previous: str | None = None  #: the value of the last time told that a "next day" can follow
    direction: int = 0  #: -1 told as past, 1 as still to come, 0 unclear
    history: bool = False  #: the article tells of other years: partial dates follow the last year told

    def day(self, month: int, day: int) -> str | None:
        """A day without a year. None where no calendar has it."""
        if day_or_none(2000, month, day) is None:
            return None
        told = year_of(self.previous)
        if self.history and told is not None:
            return f"{told:04}-{month:02}-{day:02}" if day_or_none(told, month, day) else None
        if self.anchor is None:
            return f"XXXX-{month:02}-{day:02}"
        around = (day_or_none(self.anchor.year + step, month, day) for step in (-1, 0, 1))
        best = min((d for d in around if d is not None), key=self._distance, default=None)
        return best.isoformat() if best else f"XXXX-{month:02}-{day:02}"

    def _distance(self, day: date) -> tuple[bool, int]:
        """How ill a day fits: the wrong side of the report counts more than the distance; a week's grace for the past tense."""
        assert self.anchor is not None
        ahead = (day - self.anchor).days
        wrong = ahead > 0 if self.direction < 0 else ahead < 0 if self.direction > 0 else False
        return wrong, abs(ahead)

    def month(self, month: int, shift: int = 0) -> str:
        """A month without a year; `shift` is -1 for "last March", 1 for "next March"."""
        told = year_of(self.previous)
        if self.history and told is not None and not shift:
            return f"{told:04}-{month:02}"
        if self.anchor is None:
            return f"XXXX-{month:02}"
        year, here = self.anchor.year, self.anchor.month
        if shift > 0 or (shift == 0 and self.direction > 0):
            year += month < here or (month == here and shift > 0)
        elif month > here or (month == here and shift < 0):
            year -= 1
        return f"{year:04}-{month:02}"

    def weekday(self, day: int, shift: int = 0) -> str | None:
        """A weekday (0 is Monday). News looks back: the day of the report is today, every other the last one of its name."""
        if self.anchor is None:
            return f"XXXX-WXX-{day + 1}"
        back = (self.anchor.weekday() - day) % 7
        if shift > 0 or (shift == 0 and self.direction > 0):
            back -= 7 if back or shift > 0 else 0
        elif shift < 0 and back == 0:
            back = 7
        found = shift_days(self.anchor, -back)
        return found.isoformat() if found else None

    def told(self) -> date | None:
        """The day that "the next day" or "two weeks later" counts from."""
        return start_of(self.previous) or self.anchor


def anchor(article: Article) -> date | None:
    """The day of the report: the dateline's, else the day of publication, else none."""
    dateline = article.dateline.date if article.dateline else None
    return _exact(dateline) or _exact(article.published)


def _exact(value: str | None) -> date | None:
    return start_of(value) if value and len(value) >= 10 else None


def direction(reading: Reading, sentence: Sentence, start: int, end: int) -> int:
    """The tense that the nearest verb gives to a time: the one before it, else the one after."""
    words = reading.words(sentence)
    first, last = sentence.tokens
    here = reading.token_at(start)
    behind = reading.token_at(end - 1)
    if here is None or behind is None:
        return 0
    before = (t.text for t in reversed(words[max(0, here - first - _REACH) : here - first]))
    after = (t.text for t in words[behind + 1 - first : min(last, behind + _REACH) - first])
    for texts in (before, after):
        for text in texts:
            if text in _FUTURE:
                return 1
            if text in _PAST or (text.endswith("ed") and len(text) > 4 and text.islower()):
                return -1
    return 0


def month_number(name: str) -> int:
    """1 for "January" or "Jan."."""
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())


def weekday_number(name: str) -> int:
    """0 for "Monday"."""
    return next(i for i, day in enumerate(WEEKDAYS) if day[:3].lower() == name[:3].lower())
