"""Rules for what a year is divided into: the third quarter, the first half of 1997, last summer, year-end, fiscal 1998.

Refuses seasons that are words ("fall", "spring up"), and the halves and quarters of anything else ("the second half of the match").
"""

from __future__ import annotations

import re

from ._calendar import SEASONS, moved, season, season_near, start_of, year_before
from ._rule import MONTH, OF_RELATIVE_YEAR, SHIFT, SHIFT_WORDS, YEAR, ahead, behind, full_year, rule, shift_of, year_called
from ._scene import Scene, Value, month_number

_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}
#: Beside a half without a year these show that a year's is meant, and no match's.
_HALF_OF_YEAR = re.compile(
    r"\b(?:profits?|loss(?:es)?|lost|earnings|earned|results|sales|revenues?|net|growth|grew|economy|exports?|imports?|output|deficit|company"
    r"|percent|per cent)\b|[%$€£¥]", re.IGNORECASE)


def _part_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    """A quarter or a half of a year. Without a year a quarter is the last one of its number, or the next where the tense says so."""
    words, half = match["which"].lower(), match["part"].lower() == "half"
    number = min(_QUARTERS[words], 2) if half else _QUARTERS[words]
    if half and words in ("third", "3rd", "fourth", "4th"):
        return None
    year = match["before"] or match["year"]
    if year is None and match["relative"]:
        year = year_called(match["relative"], scene)
    elif year is None:
        if scene.anchor is None or words in ("last", "final") or (half and not _HALF_OF_YEAR.search(behind(match, 60) + ahead(match, 60))):
            return None
        length = 6 if half else 3
        year = _year_of_part(scene, length * (number - 1) + 1, length * number)
    return Value("date", f"{year}-{'H' if half else 'Q'}{number}" if year else None)


def _year_of_part(scene: Scene, first: int, last: int) -> str | None:
    """The year in which the months `first` to `last` are those of a report: the last ones that began, or the next where it looks ahead."""
    if scene.anchor is None:
        return None
    now = scene.anchor.month
    return f"{scene.anchor.year + (last < now and scene.direction > 0) - (first > now and scene.direction <= 0):04}"


_IN_SEASON = re.compile(r"\b(?:in|by|since|until|till|during|this|before|after|of|early|late|mid|mid-) ?\Z", re.IGNORECASE)
_NO_NOUN = re.compile(r"\Z|[.,;:!?)]|['’]s | (?:and|or|but|to|when|as|if|with|because|after|before|while|for|on|at|he|she|it|they|we)\b")


def _season(match: re.Match[str], scene: Scene) -> Value | None:
    """Needs a year, a shift ("last summer"), "the", or a preposition and no noun behind it: "fall" and "spring" are also other words."""
    code = SEASONS[match["season"].lower()]
    if match["year"]:
        return Value("date", f"{full_year(match['year'], scene)}-{code}")
    if match["relative"]:
        return Value("date", f"{year_called(match['relative'], scene) or 'XXXX'}-{code}")
    if match["shift"]:
        return Value("date", season(scene.anchor, code, shift_of(match)) if scene.anchor else f"XXXX-{code}")
    led = r"\bthe \Z" if code in ("SU", "WI") else r"\b(?:in|since|until|by|during|through) the \Z"
    if re.search(led, behind(match), re.IGNORECASE):
        if re.match(r"-| (?:of|[A-Z]|games|olympics|offensive)", ahead(match)):
            return None
    elif not (_IN_SEASON.search(behind(match)) and _NO_NOUN.match(ahead(match))):
        return None
    told = scene.told(4) if scene.history else None
    if told is not None:
        return Value("date", f"{told.year:04}-{code}")
    return Value("date", season_near(scene.anchor, code, scene.direction) if scene.anchor else f"XXXX-{code}")


def _year_end(match: re.Match[str], scene: Scene) -> Value | None:
    """Year-end, the year's end, month's end: of the year or the month of the report, in history of the one told."""
    base = scene.base
    return Value("date", match["year"] or (moved(base, match["unit"], 0) if base else None))


def _fiscal(match: re.Match[str], scene: Scene) -> Value | None:
    """Fiscal 1998, the fiscal year 1998, FY98."""
    return Value("date", f"FY{full_year(match['year'], scene)}")


def _numbered_quarter(match: re.Match[str], scene: Scene) -> Value | None:
    """Q3 1998, as business writes it, or Q3 alone."""
    number = int(match["quarter"])
    year = match["year"] or _year_of_part(scene, 3 * number - 2, 3 * number)
    return Value("date", f"{year}-Q{number}") if year else None


_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _week_of(match: re.Match[str], scene: Scene) -> Value | None:
    """The last week of March, the first week of 1998: a week that lies in it for the most part."""
    if match["month"]:
        known = match["year"] or (match["relative"] and year_called(match["relative"], scene))
        value = f"{known}-{month_number(match['month']):02}" if known else scene.month(month_number(match["month"]))
    else:
        value = match["only"]
    last = match["which"].lower() in ("last", "final")
    begin = start_of(value)
    after = moved(begin, "month" if match["month"] else "year", 1) if begin else None
    middle = start_of(after) if last else begin
    if middle is None:
        return None
    steps = -1 if last else _PLACES[match["which"].lower()] - 1
    return Value("date", moved(middle.replace(day=4), "week", steps))


_QUARTER = re.compile(r"\d{4}-Q\d")
_YEAR_BACK = r"(?:last year|the (?:previous|prior|preceding) year|the year (?:before|earlier)|a year (?:earlier|ago|before))"


def _same_of_last_year(match: re.Match[str], scene: Scene) -> Value | None:
    """The same period last year, the year-earlier quarter: what was told before, a year earlier."""
    told = scene.previous
    if match["year"]:
        return Value("date", match["year"] + (told[4:] if told and start_of(told) and "W" not in told else ""))
    if match["unit"] == "quarter" and not _QUARTER.match(told or "") and scene.anchor:
        told = moved(scene.anchor, "quarter", -1)
    if told and start_of(told) and re.fullmatch(r"\d{4}(?:-Q\d|-H\d|-\d\d)?", told):
        return Value("date", year_before(told))
    return Value("date", moved(scene.anchor, "year", -1) if scene.anchor else None)


_SEASON = "|".join(SEASONS)

_OF_YEAR = rf"(?: (?:of |in )?(?:(?P<year>{YEAR})\b|(?:the )?(?P<relative>this|last|next|year)(?: year)?\b(?! of)))?"

RULES = (
    rule("times.quarter", {"0", *_QUARTERS},
         rf"(?:(?P<before>{YEAR})(?:['’]s)?[ -])?(?P<which>{'|'.join(_QUARTERS)})[ -](?P<part>quarter|half)\b(?!-)"
         rf"{_OF_YEAR}", _part_of_year),
    rule("times.quarter", {"the", "corresponding", "comparable", "same", "like"},
         rf"(?:the )?(?:corresponding|comparable|same|like) (?:fiscal )?(?P<unit>period|quarter|month|half|week|time)(?: of| in|,)?"
         rf" (?:{_YEAR_BACK}|(?P<year>{YEAR}))\b", _same_of_last_year),
    rule("times.quarter", {"the", "year", "a"},
         r"(?:the |a )?(?P<year>)year-(?:earlier|ago)(?: (?P<unit>period|quarter|month|half)\b)?", _same_of_last_year),
    rule("times.season", set(SEASONS) | SHIFT_WORDS,
         rf"(?:{SHIFT} )?(?P<season>{_SEASON})\b(?:,? (?:of )?(?P<year>{YEAR}|['’]\d\d)\b|{OF_RELATIVE_YEAR})?",
         _season),
    rule("times.yearend", {"year", "the", "month"},
         rf"(?:the )?(?P<unit>year|month)(?:['’]s |-)end\b(?! (?:profit|close|rally))(?: (?P<year>{YEAR})\b)?", _year_end),
    rule("times.fiscal", {"fiscal", "the"}, rf"(?:the )?fiscal (?:year )?(?P<year>{YEAR})\b", _fiscal),
    rule("times.fiscal", {"0", "the"}, rf"(?:the )?(?P<year>{YEAR}) fiscal year\b", _fiscal),
    rule("times.fiscal", {"fy"}, rf"FY ?(?P<year>{YEAR}|\d\d)\b", _fiscal),
    rule("times.quarter", {"q"}, rf"Q(?P<quarter>[1-4])\b(?: (?:of )?(?P<year>{YEAR})\b)?(?! \d)", _numbered_quarter),
    rule("times.shifted", {"the", *_QUARTERS},
         rf"(?:the )?(?P<which>first|second|third|fourth|last|final)(?: full)? week of (?:{MONTH}(?:,? (?P<year>{YEAR})\b"
         rf"|{OF_RELATIVE_YEAR})?|(?P<only>{YEAR})\b)", _week_of),
)
