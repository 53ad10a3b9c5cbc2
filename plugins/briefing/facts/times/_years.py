"""Rules for years and what is longer: 2003, 1990-91, '87, the 1990s, the 20th century, 490 BC.

Refuses numbers that are counts or names ("2000 troops", "Resolution 1701", "Boeing 1900").
"""

from __future__ import annotations

import re

from ._calendar import decade
from ._rule import YEAR, ahead, behind, full_year, rule
from ._scene import Scene, Value

#: After one of these a number is a name or a count, not a year.
_NO_YEAR_BEHIND = re.compile(
    r"(?:[$€£¥#°+/.,:–-]|\b(?:resolution|flight|boeing|airbus|mirage|falcon|saab|beechcraft|hawker|peugeot|windows|article|section|no\.|nos\.|number|room|unit|route|highway|page|act|law|model"
    r"|type|channel|radio|order|bill|regulation|rule|directive|protocol|least|than|nearly|almost|approximately|roughly|some|around|about"
    r"|over|up to|killed|killing|injured|wounded|another|only|just|additional|further|extra|estimated|total of|all|these|those) ?)\Z",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|of|during|between|before|after|early|late|mid|through|year|the|to|and|circa|spring"
    r"|summer|autumn|fall|winter|fiscal|quarter|its|their|his) |[(]|mid-|pre-|post-|early-|late-)\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ -](?P<between>\w+ )?(?:people|persons|troops|soldiers|men|women|children|civilians|police\w*|officers|fighters|militants|rebels"
    r"|refugees|families|members|workers|employees|passengers|victims|students|prisoners|detainees|hostages|homes|houses|buildings|tons|tonnes|miles"
    r"|kilomet\w+|km|met(?:er|re)s?|feet|foot|acres|hectares|dollars|euros|pounds|rupees|hours|hrs|GMT|UTC|local|degrees|times|votes|seats|copies|cases"
    r"|deaths|injuries|injured|dead|wounded|killed|missing|others|percent|per cent|residents|villagers|protesters|demonstrators|delegates"
    r"|marines|barrels|kg|lbs?|mph|points|bombs|rockets|missiles|aircraft|vehicles|tanks|ships|units|shares|jobs|pages|megawatts|MW|cc)\b"
    r"|[%°]|,\d| ?(?:million|billion|hundred|thousand)\b|[.:]\d",
    re.IGNORECASE,
)
#: What is dated by its year: "the treaty of 1951 covers attacks".
_DATED = re.compile(
    r"\b(?:treaty|agreement|accords?|pact|wars?|law|act|elections?|revolution|coup|constitution|convention|invasion|uprising|truce|armistice"
    r"|ceasefire|deal|protocol|charter|referendum|revolt|genocide|massacre|crisis|census|declaration|statute|earthquake) of \Z",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"\b(?:between|from) {YEAR} (?:and|to) \Z", re.IGNORECASE)
#: "Hit by 1950 bullets": behind these a plural shows that the number counts.
_WEAK_LEAD = re.compile(r"\b(?:by|of|to|and) \Z", re.IGNORECASE)
_PLURAL = re.compile(r" (?!was\b|is\b|has\b|as\b|his\b|its\b|this\b)[a-z]+(?:s|men|ren)\b")


def _year(match: re.Match[str], scene: Scene) -> Value | None:
    """1900 to 2059 wherever no count or name is meant; an older year only after a word like "in"."""
    year, before = int(match["year"]), behind(match, 24)
    led = _YEAR_BEHIND.search(before)
    the = before.lower().endswith("the ")
    counted = _COUNTED.match(ahead(match))
    if _DATED.search(before) or _RANGE.search(before):
        return Value("date", match["year"])
    if counted and not the and not (led and counted["between"]):
        return None
    if led and _WEAK_LEAD.search(before) and _PLURAL.match(ahead(match)):
        return None
    if year < 2060 and (led or (year >= 1900 and not _NO_YEAR_BEHIND.search(before))):
        return Value("date", match["year"])
    return None


def _years(match: re.Match[str], scene: Scene) -> Value | None:
    first, last = match["first"], match["last"]
    last = first[: 4 - len(last)] + last
    if match["last"] == "00":  # 1999-00
        last = f"{int(first) + 1:04}"
    return Value("interval", f"{first}/{last}") if first < last and not _COUNTED.match(ahead(match)) else None


def _before_christ(match: re.Match[str], scene: Scene) -> Value | None:
    if match["last"]:
        return Value("interval", f"BC{int(match['year']):04}/BC{int(match['last']):04}")
    return Value("date", f"BC{int(match['year']):04}")


def _anno_domini(match: re.Match[str], scene: Scene) -> Value | None:
    return Value("date", f"{int(match['year']):04}")


def _clipped_year(match: re.Match[str], scene: Scene) -> Value | None:
    """'87, '05."""
    year = full_year(match["year"], scene)
    return Value("date", year) if year >= "1940" else None


def _clipped_decade(match: re.Match[str], scene: Scene) -> Value | None:
    return Value("date", decade(1900 + int(match["year"])))


_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def _decade(match: re.Match[str], scene: Scene) -> Value | None:
    """The 1990s, the '90s, the nineties. Ages ("in his sixties") do not begin with "the"."""
    words = match["decade"].lower()
    if words in _TENS:
        return Value("date", f"19{_TENS.index(words) + 2}") if behind(match).lower().endswith("the ") else None
    return Value("date", words[:3])


_ORDINALS = {
    word: number
    for number, word in enumerate((
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first",
    ), 1)
}
_ORDINAL_WORDS = frozenset(w.split("-")[0] for w in _ORDINALS)


def _century(match: re.Match[str], scene: Scene) -> Value | None:
    words = match["number"].lower()
    number = _ORDINALS.get(words) or int(words[:-2])
    return Value("date", f"BC{number - 1:02}" if match["bc"] else f"{number - 1:02}") if 1 <= number <= 22 else None


RULES = (
    rule("times.year", {"0"}, rf"(?P<year>{YEAR})(?:[ -]?AD)?(?!\w|[.,:/]\d|[-–]\d)", _year),
    rule("times.years", {"0"}, rf"(?P<first>{YEAR}) ?[-–/] ?(?P<last>{YEAR}|\d\d)(?![\w%]|[.,:]\d|[-–/])", _years),
    rule("times.bc", {"0"},
         r"(?P<year>\d{1,4})(?: ?[-–—] ?(?P<last>\d{1,4}))? ?(?:BC|BCE|B\.C\.?(?:E\.)?)(?!\w)", _before_christ),
    rule("times.year", {"ad", "a.d."}, r"A\.?D\.? (?P<year>\d{2,4})(?![\w.,]\d)\b", _anno_domini),
    rule("times.year", {"'", "’", "‘"}, r"['’‘](?P<year>\d\d)\b(?!['’])", _clipped_year),
    rule("times.decade", {"'", "’", "‘"}, r"['’‘](?P<year>[2-9]0)s\b", _clipped_decade),
    rule("times.decade", {"0", *_TENS}, rf"(?P<decade>(?:1\d|20)\d0['’]?s|{'|'.join(_TENS)})\b", _decade),
    rule("times.century", {"0"} | _ORDINAL_WORDS,
         rf"(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})[ -]century\b(?P<bc> BCE?\b)?",
         _century),
)
