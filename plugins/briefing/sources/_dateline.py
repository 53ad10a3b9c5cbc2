"""The opening of a wire report: `BAGHDAD, Nov 21 (Reuters) -`, `KABUL, Afghanistan (AP) —`, `LIMA, 3 MAR 90 (EFE) -- [TEXT]`,
`Lima, Mar 3 (EFE).-`; and of a rights report: `(Nairobi, February 3, 2026) –`.

Refuses an opening that could be the beginning of a sentence: a place in small letters needs a date or an agency behind
it, and what has neither must be in capitals, be parted by a dash or a colon, and stand before a capital. In a text that is all in
small letters only a date and a dash make one.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import Dateline, Span
from ._dates import MONTH, MONTHS

_MONTH = f"(?i:{MONTH})"
_UPPER = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ]"
_WORD = rf"{_UPPER}[^\W\d_]{{0,30}}(?:['’.-][^\W\d_]{{1,30}}){{0,4}}\.?"
_PLACE = rf"{_WORD}(?:[ /-](?:(?:of|the|and|de|del|da|do|du|la|el|al|am|sur)[ -])?(?!{_MONTH}){_WORD}){{0,4}}"
_QUALIFIER = rf"(?:, (?!{_MONTH}){_WORD}(?: (?:of |the |and )*(?!{_MONTH}){_WORD}){{0,3}}| \[{_WORD}(?: {_WORD}){{0,2}}\])"
_WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?:\d{{4}}|\d\d))?(?!\w)"
_OPENING = re.compile(
    rf"(?:(?!{_MONTH})(?P<place>{_PLACE}){_QUALIFIER}?)?(?:(?:^|, | ){_WEEKDAY}?(?P<date>{_DAY}))?"
    rf",?(?: ?\((?P<agency>{_UPPER}[^()\n]{{1,40}})\)| /(?P<wire>{_UPPER}[\w ]{{1,30}})/)?"
    r"(?:(?<=\))\.(?=[-–—]))?"
    r"(?P<dash>:(?= )| ?(?:--+|[—–])| -(?= )|(?:(?<=\))|(?<=\)\.))-(?= )|) ?"
    r"(?:\[[^\[\]\n]{1,40}\] ?){0,3}(?=(?P<next>\S))"  # a monitoring service's "[TEXT]" belongs to it
)
_BRACKETED = re.compile(
    rf"\((?P<place>{_PLACE}){_QUALIFIER}?, (?P<date>{_DAY})\)(?P<agency>)(?P<wire>)(?P<dash> ?(?:--|[-—–]) ?)(?=(?P<next>\S))"
)
_DATE = re.compile(
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}))(?:,? (?P<year>\d{{4}}|\d\d))?(?!\w)"
)
_WINDOW = 160  #: characters that hold any dateline
_LATE = timedelta(days=3)  #: a report may be dated a little after the page that carries it, across time zones and press times
#: Words in capitals that open a line and are no place.
_LABELS = frozenset((
    "ADVISORY", "ALERT", "ANALYSIS", "ANNOUNCEMENT", "ATTENTION", "BREAKING", "CAUTION", "COLUMN", "COMMENT", "COMMENTARY", "CORRECTED",
    "CORRECTION", "DEVELOPING", "EDITORIAL", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "FEATURE", "GRAPHIC", "INSIGHT", "INTERVIEW", "LATEST",
    "LIVE", "NEWS", "NOTE", "OPINION", "PHOTOS", "PREVIEW", "PROFILE", "REFILE", "REPORT", "REVIEW", "SPECIAL", "SUMMARY", "TIMELINE",
    "UPDATE", "UPDATED", "URGENT", "VIDEO", "WARNING", "WATCH", "WRAPUP",
))  # fmt: skip


def find(text: str, body_start: int, published: str | None) -> Dateline | None:
    """The dateline of a canonical text; looked for at the first paragraph, and below a line or two that carry no report."""
    start = body_start
    for _ in range(3):
        found = _at(text, start, published)
        end = text.find("\n\n", start)
        if found or end < 0 or end - start > 80:
            return found
        start = end + 2
    return None


def _at(text: str, start: int, published: str | None) -> Dateline | None:
    window = text[start : start + _WINDOW].split("\n", 1)[0]
    small = window.islower()
    match = _BRACKETED.match(window) or _OPENING.match(_in_large(window) if small else window)
    if match is None or not match.end() or not _is_dateline(match) or (small and not (match["date"] and match["dash"].strip())):
        return None
    day = _DATE.match(match["date"]) if match["date"] else None
    return Dateline(
        place=_printed(window, match, "place"), date=_resolved(day, published) if day else None,
        agency=_printed(window, match, "agency") or _printed(window, match, "wire"),
        span=Span(start, start + match.end()),
    )  # fmt: skip


def _in_large(text: str) -> str:
    """The text in capitals; a letter that would become two stays."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def _printed(window: str, match: re.Match[str], group: str) -> str | None:
    """What a group holds, in the letters of the text."""
    return window[match.start(group) : match.end(group)] if match[group] else None


def _is_dateline(match: re.Match[str]) -> bool:
    place, dash = match["place"], match["dash"].strip()
    agency = match["agency"] or match["wire"]
    capitals = bool(place) and _in_capitals(place)
    fresh = not match["next"].islower()
    if agency and dash:
        return fresh or capitals or not place or bool(match["date"])
    if agency:
        return fresh and (capitals or (not place and match.string[match.end() - 1] == ")"))
    if match["date"]:
        return bool(dash) and (fresh or capitals)
    letters = sum(map(str.isalpha, place or ""))
    return capitals and fresh and bool(dash) and letters >= 4 and place.split()[0] not in _LABELS


def _in_capitals(place: str) -> bool:
    """Whether a place is in capitals, small words between apart: "PORT-au-PRINCE"."""
    words = re.findall(r"[^\W\d_]+", place)
    return all(word.isupper() or (word.islower() and len(word) <= 3) for word in words)


def _resolved(day: re.Match[str], published: str | None) -> str | None:
    """The day as ISO 8601. A year that is not stated is that of the nearest such day not after the publication; one of two digits
    is of the publication's century or, without a publication, of the hundred years that end in 2049."""
    month = MONTHS.index((day["month"] or day["month2"])[:3].lower()) + 1
    number = int(day["day"] or day["day2"])
    if day["year"]:
        found = _date(_full(int(day["year"]), published), month, number)
        return found.isoformat() if found else None
    if published is None:
        return None
    anchor = date.fromisoformat(published[:10])
    near = (_date(anchor.year + shift, month, number) for shift in (1, 0, -1))
    return next((d.isoformat() for d in near if d and d - anchor <= _LATE), None)


def _full(year: int, published: str | None) -> int:
    if year > 99:
        return year
    last = int(published[:4]) + 1 if published else 2049
    return last - (last - year) % 100


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
