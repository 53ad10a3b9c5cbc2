"""Times after TempEval-3: relaxed (spans overlap), strict (same span), value (overlap, and the same value), exact (both).

TIMEX3 knows no intervals: of "since May" it marks "May", of "from 2004 to 2009" the two years. Ours are counted as what they are made of.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.model import QuantityFact, Span, TimeFact
from briefing.spans import overlaps

from ._score import Scores, one_to_one
from ._texts import Case, gold_span, spans

Timed = tuple[Span, str | None]
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_INTERVAL = re.compile(
    r"(?:(?:from|between|(?:ever )?since|(?:up )?(?:until|till)) )?"
    r"(?P<first>.+?)(?:(?: (?:to|until|till|through|and) | ?[-–—] ?)(?P<last>.+))?$",
    re.IGNORECASE | re.DOTALL,
)
_LONG = re.compile(r"P([\d.]+)(DE|CE)$")
_YEARS_IN = {"DE": 10, "CE": 100}
_PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA)$")
#: The first and the last month of what a year is divided into.
_MONTHS_OF = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12), "SP": (3, 5), "SU": (6, 8), "FA": (9, 11),
}
_YEARS = re.compile(r"\d{2,4}X{0,2}$")
_LABELLED = re.compile(r"(?:from=|notBefore=)?([\dW-]*)\|?(?:to=|notAfter=)?([\dW-]*)$")


def times(case: Case) -> Scores:
    """For files that mark every time."""
    until = _marked_until(case)
    return _against(case, [(span, fact) for span, fact in case.facts(TimeFact) if span.end <= until])


def dates(case: Case) -> Scores:
    """For files that mark calendar times only: durations, "every day" and "now" counted for nothing, and of "Thursday night" the day."""
    calendar = [
        (span, fact) for span, fact in case.facts(TimeFact)
        if fact.attrs.type not in ("duration", "set") and not (fact.attrs.value or "").endswith("_REF")
    ]
    return _against(case, calendar, days_only=True)


def _against(case: Case, facts: list[tuple[Span, TimeFact]], *, days_only: bool = False) -> Scores:
    wanted = [(gold_span(item), item["value"]) for item in case.text.gold["times"]]
    given = [part for span, fact in facts for part in _parts(case, span, fact.attrs.value)]
    if days_only:
        hours = [span for span, gold in wanted if "T" in (gold or "")]
        given = [timed if any(overlaps(timed[0], there) for there in hours) else _day_of(timed) for timed in given]
    return {
        "times.relaxed": one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0])),
        "times.strict": one_to_one(given, wanted, lambda a, b: a[0] == b[0]),
        "times.value": one_to_one(given, wanted, _right),
        "times.exact": one_to_one(given, wanted, lambda a, b: a[0] == b[0] and _right(a, b)),
    }


def _day_of(timed: Timed) -> Timed:
    span, value = timed
    return span, value.partition("T")[0] if value and value[0] != "P" else value


def _right(ours: Timed, gold: Timed) -> bool:
    return overlaps(ours[0], gold[0]) and same_value(ours[1], gold[1])


def _parts(case: Case, span: Span, value: str | None) -> list[Timed]:
    """An interval as its ends, without the words that join them; anything else as it is."""
    first, slash, last = (value or "").partition("/")
    words = _INTERVAL.match(case.text.marked, span.start, span.end) if slash else None
    if words is None:
        return [(span, value)]
    if ".." in (first, last):
        return [(Span(words.start("first"), span.end), first if last == ".." else last)]
    if words["last"] is None:
        return [(span, value)]
    return [(Span(*words.span("first")), first), (Span(*words.span("last")), last)]


def quantities(case: Case) -> Scores:
    """Amounts (numbers, money, per cent) by overlap; these texts give no values."""
    until = _marked_until(case)
    given = [span for span, _ in case.facts(QuantityFact) if span.end <= until]
    return {"quantities.overlap": one_to_one(given, spans(case.text.gold["values"]), overlaps)}


def _marked_until(case: Case) -> int:
    """Where the readers stopped, in texts of which they marked the beginning only; else the end."""
    if "values" not in case.text.gold:
        return len(case.text.marked)
    return max((item["end"] for kind in ("entities", "times", "values") for item in case.text.gold[kind]), default=0)


def same_value(ours: str | None, gold: str | None) -> bool:
    """Whether two TIMEX3 values say the same: the same string, or the same first and last day.

    The corpora write a week as `2017-W28` or `from=2017-07-10|to=2017-07-16`, a zone where the text has none, and
    `null` for no value.
    """
    left, right = _plain(ours), _plain(gold)
    return left == right or (days(left) is not None and days(left) == days(right))


def _plain(value: str | None) -> str:
    """Without a zone; decades and centuries counted in years; "" for no value."""
    bare = (value or "").removesuffix("Z").replace("null", "")
    match = _LONG.match(bare)
    return bare if match is None else f"P{float(match[1]) * _YEARS_IN[match[2]]:g}Y"


def days(value: str) -> tuple[str, str] | None:
    """First and last day of a calendar value or of an interval; an open end is empty. None for anything else."""
    if "/" in value:
        first, last = value.split("/", 1)
        return _ends(first.replace("..", ""), last.replace("..", ""))
    if "=" in value:
        match = _LABELLED.match(value)
        return _ends(*match.groups()) if match else None
    return _single(value)


def _ends(first: str, last: str) -> tuple[str, str] | None:
    begin, end = _single(first) if first else ("", ""), _single(last) if last else ("", "")
    return (begin[0], end[1]) if begin and end else None


def _single(value: str) -> tuple[str, str] | None:
    try:
        if match := _DAY.match(value):
            return value, value
        if match := _MONTH.match(value):
            return _months(int(match[1]), int(match[2]), int(match[2]))
        if match := _WEEK.match(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return (monday + timedelta(days=5 if match[3] else 0)).isoformat(), (monday + timedelta(days=6)).isoformat()
        if match := _PART_OF_YEAR.match(value):
            return _months(int(match[1]), *_MONTHS_OF[match[2]])
    except (ValueError, OverflowError):
        return None
    if _YEARS.match(value):  # a year, a decade ("193", "193X") or a century ("19", "19XX")
        digits = value.rstrip("X")
        return f"{digits:0<4}-01-01", f"{digits:9<4}-12-31"
    return None


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    end = date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
    return date(year, first, 1).isoformat(), end.isoformat()
