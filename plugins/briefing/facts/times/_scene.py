"""What the words of a time are read against: the day of the report, the tense around them, the time told before.

Partial dates ("Tuesday", "in March", "November 21") take the rest from here. Where nothing is known the rest stays open
("XXXX-11-21"): the clock of the machine is never asked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from ...model import Article, TimeType
from ._calendar import MONTHS, WEEKDAYS, day_or_none, shift_days, shift_months, start_of, year_of


class Value(msgspec.Struct, frozen=True, gc=False):
    """A time as read; `value` is TIMEX3, None where it hangs on something that is not stated."""

    type: TimeType
    value: str | None


class Scene(msgspec.Struct, frozen=True):
    """What is known where a time stands."""

    anchor: date | None  #: the day of the report
    previous: str | None = None  #: the value of the last time told that a "next day" can follow
    direction: int = 0  #: negative: told as past, positive: as still to come; 2 where it is sure, 1 where it is likely, 0 unclear
    history: bool = False  #: the article tells of other years: partial dates follow the last year told
    opening: int | None = None  #: the year that the sentence begins with: "In 2004, an earthquake on December 26 ..."

    def day(self, month: int, day: int, weekday: int | None = None) -> str | None:
        """A day without a year, of which the day of the week may be stated. None where no calendar has it."""
        if day_or_none(2000, month, day) is None:
            return None
        told = self._year_told()
        if told is not None:
            return f"{told:04}-{month:02}-{day:02}" if day_or_none(told, month, day) else None
        if self.anchor is None:
            return f"XXXX-{month:02}-{day:02}"
        around = [d for step in (-1, 0, 1) if (d := day_or_none(self.anchor.year + step, month, day))]
        best = min([d for d in around if d.weekday() == weekday] or around, key=self._distance, default=None)
        return best.isoformat() if best else f"XXXX-{month:02}-{day:02}"

    def _year_told(self) -> int | None:
        """The year that a day without one takes from what was told before it."""
        told = year_of(self.previous)
        return told if self.history or (self.opening is not None and self.opening == told and self.direction < 2) else None

    def yearly(self, day_of: Callable[[int], date], shift: int | None = None) -> str | None:
        """A day that comes every year; `shift` is -1 for "last Christmas", 0 for "this", 1 for "next"."""
        told = year_of(self.previous)
        if self.history and told is not None and shift is None:
            return day_of(told).isoformat()
        anchor = self.anchor
        if anchor is None:
            return None
        days = [day_of(anchor.year + step) for step in (-1, 0, 1) if 1 <= anchor.year + step <= 9999]
        if shift is not None:
            days = [d for d in days if (d > anchor if shift > 0 else d < anchor if shift else d.year == anchor.year)][:: shift or 1]
        else:
            days.sort(key=self._distance)
        return days[0].isoformat() if days else None

    def _distance(self, day: date) -> int:
        """How ill a day fits the report, in days: the side that the tense does not mean costs half a year, or more where it is sure."""
        assert self.anchor is not None
        ahead = (day - self.anchor).days
        return abs(ahead) + (183 * abs(self.direction) if ahead * self.direction < 0 else 0)

    def month(self, month: int, shift: int = 0) -> str:
        """A month without a year; `shift` is -1 for "last March", 1 for "next March"."""
        told = start_of(self.previous)
        if not self.history and not shift and (year := self._year_told()):
            return f"{year:04}-{month:02}"
        if self.history and told is not None and not shift:
            return f"{told.year + (month <= told.month - 8):04}-{month:02}"
        base = self.base
        if base is None:
            return f"XXXX-{month:02}"
        ahead = (month - base.month) % 12
        if shift:
            ahead = ahead or 12 if shift > 0 else ahead - 12
        elif ahead and self._behind(ahead):
            ahead -= 12
        return shift_months(base.year, base.month, ahead) or f"XXXX-{month:02}"

    def _behind(self, ahead: int) -> bool:
        """Whether a month so many months ahead rather means that of the year before: news looks back, unless the tense says more."""
        cost = {-2: 12, -1: 6, 0: 4}.get(self.direction, -12)
        return ahead + cost >= 12 - ahead

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

    @property
    def base(self) -> date | None:
        """What "next month" counts from: the day of the report, in history the last time told."""
        return (start_of(self.previous) if self.history else None) or self.anchor

    def told(self, exact: int = 10) -> date | None:
        """What "the next day" counts from: the last time told, if it is as exact (4 a year, 7 a month, 10 a day), else the report's."""
        return self.known(exact) or (None if self.history else self.anchor)

    def known(self, exact: int = 10) -> date | None:
        """The last time told, if it is as exact."""
        known = self.previous is not None and len(self.previous.partition("T")[0]) >= exact
        return start_of(self.previous) if known else None


def anchor(article: Article) -> date | None:
    """The day of the report: the dateline's, else the day of publication, else none."""
    dateline = article.dateline.date if article.dateline else None
    return _exact(dateline) or _exact(article.published)


def _exact(value: str | None) -> date | None:
    return start_of(value) if value and len(value) >= 10 else None


def month_number(name: str) -> int:
    """1 for "January" or "Jan."."""
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())


def weekday_number(name: str) -> int:
    """0 for "Monday"."""
    return next(i for i, day in enumerate(WEEKDAYS) if day[:3].lower() == name[:3].lower())
