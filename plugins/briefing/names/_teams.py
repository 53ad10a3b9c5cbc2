"""Clubs and players in reports of matches: "Easton 2 Weston 1", "Easton beat Weston", "( Lee 10 , Roe 33 )".

A club goes by its town's name alone, and only what stands beside the mention tells them apart. Refuses a town where something is
played ("in Easton"), a country, whose team is called by its name and stays it, and all of this in news that is not of sport.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from ._name import Draft, NameClass
from ._words import Words

_COUNTRIES = ("country", "state")
#: A score or a row of figures: " 2 ", " 15 5 .750", but no date and no "5,000 metres".
_FIGURES = re.compile(
    r" +\d{1,3}(?:-\d+)?(?![\d,.]*\d|-)(?! +(?:metres?|meters?|kms?|miles?|minutes?|hours?|seconds?|years?|people|percent)\b)"
)
_ROW = re.compile(r"(?: +\d{1,3}(?![\d,.:-])){4}")
_FIXTURE = re.compile(r"[A-Z][A-Za-z.' ]{2,20} (?:AT|at) [A-Z][A-Za-z.' ]{2,20}")
_DATED = re.compile(r"(?: ?, [^\W\d_a-z][\w. ]{1,40})? +\d{4}-\d\d")
_BEHIND = re.compile(r"(?: ?['’]s)?(?: , [^,\n]{1,40} ,|, [^,\n]{1,40},)? +(?:(?:had|has|have|also) )?([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+) +(?:the +)?$")
#: "scored for Easton"
_SIGNED = re.compile(r"\b(?:(?:scor|play|sign)(?:ed|ing|s)|goals?|points|saves|assists|appearances|wickets|runs|homers) for $")
_OWNS = re.compile(r" ?['’]s? ")  # "beat Easton's Ann Lee"
_REACH = 60
#: "( Lee 10 , Roe 33 pen )" behind a score; figures of a bowler.
_SCORER = re.compile(r" +\d{1,3}(?: (?:pen(?:alty)?|og|own goal|not out))?(?: +\d{1,3}(?: pen(?:alty)?)?){0,5} *[,;)]")
_SCORED = re.compile(r"\d *\((?:[^()]*(?:[,;]|\band))? *$")
_SCORED_REACH = 160
#: "Easton ( Norland ) 71 Weston ( Sudland ) 69", before the first and behind the second of two clubs.
_SIDE = r" *\( *[A-Z][^()\n]{2,20}\) +\d{1,3}(?![\d.:])"
_MATCHED, _MATCHING = re.compile(rf"{_SIDE} +[A-Z][^()\n\d]{{1,40}}{_SIDE}"), re.compile(rf"{_SIDE} +$")
_BOWLED = re.compile(r" +\d{1,2}(?:\.\d)?-\d{1,2}-\d{1,3}-\d{1,2}\b")
#: A racer's team behind the country: "1. Ann Lee ( Norland ) Easton Motors 2 hours".
_NATION_OPENS, _NATION_CLOSES = re.compile(r"\( *$"), re.compile(r" *\) +")
_NO_NATION = re.compile(r" *\(")


def played(drafts: Sequence[Draft], text: str, listed: Words) -> list[Draft]:
    """The drafts of a report of sport in text order, those of clubs and players as such."""
    drafts = sorted(drafts, key=lambda draft: draft.start)
    teams = {index for index, draft in enumerate(drafts)
             if draft.kind == "place" and draft.rule != "names.dateline" and plays(text, draft.start, draft.end, listed)}
    clubs = {drafts[index].text.lower() for index in teams if not _is_nation(drafts[index])}
    teams |= {index for index, draft in enumerate(drafts) if draft.kind == "place" and draft.rule != "names.dateline"
              and draft.text.lower() in clubs and not _placed(text, draft.start, draft.end, listed)}
    return [_as_played(drafts, index, text, club=index in teams) for index in range(len(drafts))]


def plays(text: str, start: int, end: int, listed: Words) -> bool:
    """Whether what may be a place's name is a club's by what stands beside it."""
    if _placed(text, start, end, listed):
        return False
    before, behind = _BEFORE.search(text, max(0, start - _REACH), start), _BEHIND.match(text, end)
    met = before is not None and before[1].lower() in listed.lists["match_object"] and not _OWNS.match(text, end)
    if met or _FIGURES.match(text, end) or _SIGNED.search(text, max(0, start - _REACH), start):
        return True
    low = behind[1].lower() if behind else ""
    return low in listed.lists["match_verb"] or low in listed.lists["player"] or _fixture(text, start, end)


def in_table(text: str, end: int) -> bool:
    """Whether a row of figures follows: "Easton 20 9 8 3"."""
    return bool(_ROW.match(text, end))


def _fixture(text: str, start: int, end: int) -> bool:
    """Whether a whole line says who is whose guest: "EASTON AT WESTON"."""
    first, last = text.rfind("\n", max(0, start - _REACH), start) + 1, text.find("\n", end, end + _REACH)
    return bool(first and _FIXTURE.fullmatch(text, first, last if last >= 0 else min(len(text), end + _REACH)))


def _is_nation(draft: Draft) -> bool:
    """Whether a name is that of a country, a land with a team of its own ("Wales"), or several countries ("West Indies")."""
    known = draft.known
    return known is not None and (known.type in _COUNTRIES or known.state is not None or known.country is None)


def _placed(text: str, start: int, end: int, listed: Words) -> bool:
    """Whether words say that a name is that of a place: "in Easton", "of Easton", a dateline's "Easton, Norland 1996-08-30"."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    low = before[1].lower() if before else ""
    return (low in listed.lists["place_prep"] and low != "at") or low in ("of", "from") or bool(_DATED.match(text, end))


def _as_played(drafts: Sequence[Draft], index: int, text: str, *, club: bool) -> Draft:
    """The draft of a club, a player or a racer's team as such; any other as it is."""
    draft = drafts[index]
    if _is_nation(draft):  # its team is called by its name, and acts
        return msgspec.structs.replace(draft, actor=draft.actor or club)
    kind: NameClass = "organisation" if club else draft.kind
    if _MATCHED.match(text, draft.end) or _MATCHING.search(text, max(0, draft.start - _REACH), draft.start):
        kind = "organisation"
    scored = _SCORER.match(text, draft.end) and _SCORED.search(text, max(0, draft.start - _SCORED_REACH), draft.start)
    if scored or _BOWLED.match(text, draft.end):
        kind = "person"
    elif index and _races(drafts[index - 1], draft, text):
        kind = "organisation"
    elif draft.headline and _DATED.match(text, draft.end):
        kind = "place"  # "EASTON 1996-08-30" above a report on the club
    return draft if kind == draft.kind else msgspec.structs.replace(draft, kind=kind, known=None, type="", rule="names.match")


def _races(nation: Draft, draft: Draft, text: str) -> bool:
    """Whether a name behind a racer's country in brackets is that of the team."""
    if not _is_nation(nation):
        return False
    opened = _NATION_OPENS.search(text, max(0, nation.start - 3), nation.start)
    return bool(opened and _NATION_CLOSES.fullmatch(text, nation.end, draft.start)) and not _NO_NATION.match(text, draft.end)
