"""Times after TempEval-3: relaxed (spans overlap), strict (same span), value (overlap, and the same value)."""

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
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_YEARS = re.compile(r"\d{2,4}X{0,2}$")
_LABELLED = re.compile(r"(?:from=|notBefore=)?([\dW-]*)\|?(?:to=|notAfter=)?([\dW-]*)$")


def times(case: Case) -> Scores:
    """For files that mark every time."""
    until = _marked_until(case)
    return _against(case, [(span, fact) for span, fact in case.facts(TimeFact) if span.end <= until])


def dates(case: Case) -> Scores:
    """For files that mark calendar times only: durations, "every day" and "now" counted for nothing."""
    calendar = [
        (span, fact) for span, fact in case.facts(TimeFact)
        if fact.attrs.type not in ("duration", "set") and not (fact.attrs.value or "").endswith("_REF")
    ]
    return _against(case, calendar)


def _against(case: Case, facts: list[tuple[Span, TimeFact]]) -> Scores:
    given = [(span, fact.attrs.value) for span, fact in facts]
    wanted = [(gold_span(item), item["value"]) for item in case.text.gold["times"]]
    return {
        "times.relaxed": one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0])),
        "times.strict": one_to_one(given, wanted, lambda a, b: a[0] == b[0]),
        "times.value": one_to_one(given, wanted, lambda a, b: overlaps(a[0], b[0]) and same_value(a[1], b[1])),
    }


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
    left, right = (ours or "").removesuffix("Z"), (gold or "").removesuffix("Z").replace("null", "")
    return left == right or (days(left) is not None and days(left) == days(right))


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
            year, month = int(match[1]), int(match[2])
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return date(year, month, 1).isoformat(), last.isoformat()
        if match := _WEEK.match(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    except (ValueError, OverflowError):
        return None
    if _YEARS.match(value):  # a year, a decade ("193", "193X") or a century ("19", "19XX")
        digits = value.rstrip("X")
        return f"{digits:0<4}-01-01", f"{digits:9<4}-12-31"
    return None
