"""Rules for the dates of the calendar: days, months, years, decades, centuries, seasons, quarters, holidays.

Refuses months that are words or people ("May", "April Jones"), and numbers that are counts or names ("2000 troops",
"Resolution 1701", "Boeing 1900").
"""

from __future__ import annotations

import re

from ._times_calendar import MONTHS, SEASONS, decade, moved, season, start_of
from ._times_rule import (
    MONTH, MONTH_WORDS, ON_WEEKDAY, SHIFT, SHIFT_WORDS, WEEKDAY_SHORT_WORDS, WEEKDAY_WORDS, YEAR, ahead, behind, rule, shift_of,
)
from ._times_scene import Scene, Value, month_number

_TH = r"(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>[0-3]?\d){_TH}(?: ?(?:[-–—]| to ) ?(?P<last>[0-3]?\d){_TH}(?!\d))?"


def _stated(year: int, month: int, day: int) -> str | None:
    return Scene(None, f"{year:04}", history=True).day(month, day)


def _year_by_name(word: str, scene: Scene) -> str | None:
    """The year that is called this, last, next or the year."""
    return moved(scene.anchor, "year", {"last": -1, "next": 1}.get(word.lower(), 0)) if scene.anchor else None


def _day(match: re.Match[str], scene: Scene) -> Value | None:
    if not match["month"][0].isupper():
        return None
    month, day, last = month_number(match["month"]), int(match["day"]), match["last"]
    stated = match["year"] or (match["relative"] and _year_by_name(match["relative"], scene))
    if (month, day, last, stated) == (9, 11, None, None) and re.match(r" (?:terror|attack|hijack|bomb)", ahead(match), re.IGNORECASE):
        return Value("date", "2001-09-11")
    first = _stated(int(stated), month, day) if stated else scene.day(month, day)
    if first is None or not last:
        return Value("date", first) if first else None
    until = _stated(int(first[:4]), month, int(last)) if first[0].isdigit() else scene.day(month, int(last))
    return Value("interval", f"{first}/{until}") if until else None


def _month_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    return Value("date", f"{match['year']}-{month_number(match['month']):02}") if match["month"][0].isupper() else None


#: Month names that are also words or people's names: they count only after one of these words.
_DOUBTFUL_MONTHS = frozenset({"March", "April", "May", "June", "August"})
_BEFORE_MONTH = re.compile(
    r"(?:\b(?P<sure>in|since|until|till|during|early|late|mid|each|every|back in|of last) |\bmid-|\b(?:by|from|to|of|between|through|before|after|around|both) "
    rf"|\b(?:{'|'.join(MONTHS)}) (?:and|or|to) )\Z", re.IGNORECASE,
)


def _bare_month(match: re.Match[str], scene: Scene) -> Value | None:
    name = match["month"]
    if name not in MONTHS and not (name.isupper() and name.title() in MONTHS):
        return None
    if name.title() in _DOUBTFUL_MONTHS and not match["shift"]:
        led = _BEFORE_MONTH.search(behind(match))
        if led is None or (not led["sure"] and re.match(r"['’]s\b| [A-Z]", ahead(match))):
            return None
    if match["relative"]:
        return Value("date", f"{_year_by_name(match['relative'], scene) or 'XXXX'}-{month_number(name):02}")
    if match["shift"] and shift_of(match) == 0:
        return Value("date", f"{scene.anchor.year:04}-{month_number(name):02}" if scene.anchor else f"XXXX-{month_number(name):02}")
    return Value("date", scene.month(month_number(name), shift_of(match)))


def _slashed(match: re.Match[str], scene: Scene) -> Value | None:
    """Day first or month first, as the calendar allows; if both are days, the one near the report, else only the year."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 50 else 1900
    days = [d for d in (start_of(f"{year:04}-{month:02}-{day:02}") for day, month in dict.fromkeys(((a, b), (b, a)))) if d]
    anchor = scene.anchor
    if len(days) == 2 and anchor is not None:
        days = sorted((d for d in days if abs((d - anchor).days) <= 60), key=lambda d: abs((d - anchor).days))[:1] or days
    if not days:
        return None
    return Value("date", days[0].isoformat() if len(days) == 1 else f"{year:04}")


def _iso(match: re.Match[str], scene: Scene) -> Value | None:
    day = start_of(match["date"])
    if day is None:
        return None
    return Value("time", f"{day.isoformat()}T{match['clock']}") if match["clock"] else Value("date", day.isoformat())


#: After one of these a number is a name or a count, not a year.
_NO_YEAR_BEHIND = re.compile(
    r"(?:[$€£¥#°+/.,:–-]|\b(?:resolution|flight|boeing|airbus|article|section|no\.|nos\.|number|room|unit|route|highway|page|act|law|model|type"
    r"|channel|radio|order|bill|regulation|rule|directive|protocol|least|than|nearly|almost|approximately|roughly|some|around|about|over"
    r"|up to|killed|killing|injured|wounded|another|only|just|additional|further|extra|estimated|total of|all|these|those|their|its|his) ?)\Z",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|of|during|between|before|after|early|late|mid|through|year|the|around|about|over|to|and|circa|spring"
    r"|summer|autumn|fall|winter|fiscal|quarter|its|their|his|all) |[(]|mid-|pre-|post-|early-|late-)\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ -](?:\w+ )?(?:people|persons|troops|soldiers|men|women|children|civilians|police\w*|officers|fighters|militants|rebels|refugees|families"
    r"|members|workers|employees|passengers|victims|students|prisoners|detainees|hostages|homes|houses|buildings|tons|tonnes|miles|kilomet\w+"
    r"|km|met(?:er|re)s?|feet|foot|acres|hectares|dollars|euros|pounds|rupees|hours|hrs|GMT|UTC|local|degrees|times|votes|seats|copies|cases"
    r"|deaths|injuries|injured|dead|wounded|killed|missing|others|percent|per cent|residents|villagers|protesters|demonstrators|delegates"
    r"|marines|barrels|kg|lbs?|mph|points|bombs|rockets|missiles|aircraft|vehicles|tanks|ships|units|shares|jobs|pages|megawatts|MW|cc)\b"
    r"|[%°]|,\d| ?(?:million|billion|hundred|thousand)\b|[.:]\d",
    re.IGNORECASE,
)


_PLURAL = re.compile(r" (?!was\b|is\b|has\b|as\b|his\b|its\b|this\b)[a-z]+(?:s|men|ren)\b")


def _year(match: re.Match[str], scene: Scene) -> Value | None:
    """1900 to 2059 wherever no count or name is meant; an older year only after a word like "in"."""
    year, before = int(match["year"]), behind(match, 16)
    led = _YEAR_BEHIND.search(before)
    the = before.lower().endswith("the ")
    if _COUNTED.match(ahead(match)) and not the:
        return None
    if led and year < 1900 and before.lower().endswith("of ") and _PLURAL.match(ahead(match)):
        return None
    if led or (1900 <= year < 2060 and not _NO_YEAR_BEHIND.search(before)):
        return Value("date", match["year"]) if led is None or year < 2060 else None
    return None


def _years(match: re.Match[str], scene: Scene) -> Value | None:
    first, last = match["first"], match["last"]
    last = first[: 4 - len(last)] + last
    return Value("interval", f"{first}/{last}") if first < last and not _COUNTED.match(ahead(match)) else None


def _before_christ(match: re.Match[str], scene: Scene) -> Value | None:
    if match["last"]:
        return Value("interval", f"BC{int(match['year']):04}/BC{int(match['last']):04}")
    return Value("date", f"BC{int(match['year']):04}")


def _anno_domini(match: re.Match[str], scene: Scene) -> Value | None:
    return Value("date", f"{int(match['year']):04}")


def _clipped_year(match: re.Match[str], scene: Scene) -> Value | None:
    year = 1900 + int(match["year"])
    return Value("date", decade(year)) if match["decade"] else Value("date", f"{year:04}")


_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def _decade(match: re.Match[str], scene: Scene) -> Value | None:
    """The 1990s, the '90s, the nineties. Ages ("in his sixties") do not begin with "the"."""
    words = match["decade"].lower()
    if words in _TENS:
        return Value("date", f"19{_TENS.index(words) + 2}") if behind(match).lower().endswith("the ") else None
    return Value("date", words[:3])


_ORDINALS = {w: i for i, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth twenty-first".split(), 1)}
_ORDINAL_WORDS = frozenset(w.split("-")[0] for w in _ORDINALS)


def _century(match: re.Match[str], scene: Scene) -> Value | None:
    words = match["number"].lower()
    number = _ORDINALS.get(words) or int(words[:-2])
    return Value("date", f"BC{number - 1:02}" if match["bc"] else f"{number - 1:02}") if 1 <= number <= 22 else None


_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}


def _part_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    """A quarter or a half of a year; without a year only a quarter counts, the last one of its number."""
    words, half = match["which"].lower(), match["part"].lower() == "half"
    number = _QUARTERS[words]
    if half:
        number = 2 if number == 4 else number
    year = match["year"]
    if year is None and match["relative"]:
        year = _year_by_name(match["relative"], scene)
    elif year is None:
        if half or scene.anchor is None or words in ("last", "final"):
            return None
        year = f"{scene.anchor.year - (3 * number - 2 > scene.anchor.month)}"
    return Value("date", f"{year}-{'H' if half else 'Q'}{number}" if year else None) if number <= (2 if half else 4) else None


def _season(match: re.Match[str], scene: Scene) -> Value | None:
    """Needs a year, a shift ("last summer") or "the": "fall" and "spring" alone are no seasons."""
    code = SEASONS[match["season"].lower()]
    if match["year"]:
        return Value("date", f"{match['year']}-{code}")
    if match["shift"]:
        return Value("date", season(scene.anchor, code, shift_of(match)) if scene.anchor else f"XXXX-{code}")
    led = r"\bthe \Z" if code in ("SU", "WI") else r"\b(?:in|since|until|by|during) the \Z"
    if re.search(led, behind(match), re.IGNORECASE) and not re.match(r"-| (?:of|[A-Z]|games|olympics|offensive)", ahead(match)):
        told = scene.told(4)
        return Value("date", f"{told.year:04}-{code}" if told else f"XXXX-{code}")
    return None


#: Holidays whose day is the same everywhere and every year.
_HOLIDAYS = {"christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
             "new year's day": (1, 1), "valentine's day": (2, 14), "may day": (5, 1), "halloween": (10, 31), "international women's day": (3, 8)}


def _holiday(match: re.Match[str], scene: Scene) -> Value | None:
    month, day = _HOLIDAYS[" ".join(match["name"].lower().replace("’", "'").split())]
    if not match["name"][0].isupper() or re.search(r"[^.!?] [A-Z]\w+ \Z", behind(match)):
        return None
    return Value("date", _stated(int(match["year"]), month, day) if match["year"] else scene.day(month, day))


def _nine_eleven(match: re.Match[str], scene: Scene) -> Value | None:
    return Value("date", "2001-09-11")


_HOLIDAY = "|".join(sorted((h.replace("'", "['’]") for h in _HOLIDAYS), key=len, reverse=True))
_SEASON = "|".join(SEASONS)
_SUFFIX = r"(?![\w%]|[.,:]\d|[-–]\d)"

RULES = (
    rule("times.day", MONTH_WORDS | WEEKDAY_WORDS | WEEKDAY_SHORT_WORDS,
         rf"{ON_WEEKDAY}{MONTH} ?(?:the )?{_DAY}(?:,? (?:of )?(?P<year>{YEAR})\b| of (?P<relative>this|last|next) year\b)?{_SUFFIX}", _day),
    rule("times.day", {"0", "the"} | WEEKDAY_WORDS | WEEKDAY_SHORT_WORDS,
         rf"{ON_WEEKDAY}(?:the )?{_DAY}(?: of)? ?{MONTH}(?:,? (?P<year>{YEAR})\b| (?:of )?(?P<relative>this|last|next) year\b)?(?!\w|[-–]\d)", _day),
    rule("times.month", MONTH_WORDS, rf"{MONTH},? (?:of )?(?P<year>{YEAR}){_SUFFIX}", _month_of_year),
    rule("times.month", MONTH_WORDS | SHIFT_WORDS, rf"(?:{SHIFT} )?{MONTH}(?: of (?P<relative>this|last|next) year\b)?(?!\w)", _bare_month),
    rule("times.numeric", {"0"}, r"(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\w/]|[.,]\d)", _slashed),
    rule("times.numeric", {"0"}, r"(?P<date>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?Z?))?(?!\w|-)", _iso),
    rule("times.year", {"0"}, rf"(?P<year>{YEAR})(?:[ -]?AD)?(?!\w|[.,:/]\d|[-–]\d)", _year),
    rule("times.years", {"0"}, rf"(?P<first>{YEAR}) ?[-–/] ?(?P<last>{YEAR}|\d\d)(?![\w%]|[.,:]\d|[-–/])", _years),
    rule("times.bc", {"0"}, r"(?P<year>\d{1,4})(?: ?[-–—] ?(?P<last>\d{1,4}))? ?(?:BC|BCE|B\.C\.?(?:E\.)?)(?!\w)", _before_christ),
    rule("times.year", {"ad", "a.d."}, r"A\.?D\.? (?P<year>\d{2,4})(?![\w.,]\d)\b", _anno_domini),
    rule("times.year", {"'", "’", "‘"}, r"['’‘](?P<year>[4-9]\d)(?P<decade>s)?\b", _clipped_year),
    rule("times.decade", {"0", *_TENS}, rf"(?P<decade>(?:1\d|20)\d0['’]?s|{'|'.join(_TENS)})\b", _decade),
    rule("times.century", {"0"} | _ORDINAL_WORDS,
         rf"(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})[ -]century\b(?P<bc> BCE?\b)?", _century),
    rule("times.quarter", {"0", *_QUARTERS},
         rf"(?P<which>{'|'.join(_QUARTERS)}) (?P<part>quarter|half)\b"
         rf"(?: (?:of )?(?:(?P<year>{YEAR})\b|(?:the )?(?P<relative>this|last|next|year)(?: year)?\b))?", _part_of_year),
    rule("times.season", set(SEASONS) | SHIFT_WORDS, rf"(?:{SHIFT} )?(?P<season>{_SEASON})\b(?:,? (?:of )?(?P<year>{YEAR})\b)?", _season),
    rule("times.holiday", {h.split("'")[0].split()[0] for h in _HOLIDAYS}, rf"(?P<name>{_HOLIDAY})\b(?:,? (?P<year>{YEAR})\b)?", _holiday),
    rule("times.holiday", {"0"}, r"9/11(?![\w/])", _nine_eleven),
)
