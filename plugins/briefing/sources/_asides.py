"""What stands below an article and is not it: disclaimers ("The views expressed ...") and page furniture ("Related").

Only a run of paragraphs at the very end is taken, so that nothing in the middle of a report is ever lost. The phrases are
those of news sites in general.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from ..model import Aside

_DISCLAIMER = re.compile(
    r"\b(?:views?|opinions?) (?:and (?:views|opinions) )?(?:expressed|stated|presented)\b"
    r"|\b(?:do|does|may) not (?:necessarily )?(?:reflect|represent)\b.{0,80}\b(?:views?|opinions?|positions?|polic(?:y|ies)|stance)\b"
    r"|\bthis (?:article|story|report|post|content|text) (?:was|is|has been|were) (?:originally |first |previously |also )*"
    r"(?:published|republished|generated|translated|produced|provided|sponsored|syndicated)\b"
    r"|^(?:this (?:article|story|report) )?(?:is )?republished (?:from|with|under)\b"
    r"|\bfor informational purposes only\b|\bnot (?:be construed as|intended as|constitute) .{0,40}\badvice\b|^disclaimer\b"
    r"|\bmay not be (?:published, broadcast|reproduced|republished|redistributed|copied)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|(?:read|see|watch|listen|learn|view|find out) (?:more|also|next|now)\b.{0,150}$"
    r"|also (?:read|see)\b|more (?:on|about|from|stories|news)\b.{0,80}$|related\b ?(?:\w+ ?){0,3}:|share (?:this|on|via|with)\b"
    r"|follow (?:us|our|the author|him|her|@)|(?:like|find|join) us on\b|subscribe\b|sign up\b|get our\b.{0,60}\bnewsletter"
    r"|click here\b|advertisement\b|sponsored\b|(?:photo|image|picture)s? ?(?:credits?|courtesy)?\b ?(?::|/|by\b|©|courtesy)"
    r"|(?:featured image|cover photo)\b|tags?\s*:|topics?\s*:|filed under\b|categor(?:y|ies)\s*:|sources?\s*:|via\s*:"
    r"|(?:additional )?(?:reporting|writing|editing|edited|written|compiled|translated) by\b|our standards\s*:|comments?\s*(?:\(\d+\))?$"
    r"|leave a (?:comment|reply)\b|(?:print|email|tweet|whatsapp|facebook|twitter|linkedin|reddit|telegram|pinterest)$"
    r"|(?:last )?(?:updated|modified|published)\s*(?:on|at|:)|(?:download|get) (?:the|our) app\b|end(?:s)?$|###$|-30-$|-{3,}$|\*{3,}$)",
    re.IGNORECASE,
)
#: A heading below which a page lists other things: links, sources, comments.
_HEADING = re.compile(
    r"(?:(?:related|recommended|trending|popular|similar|latest|further|most (?:read|popular|viewed))"
    r"(?: (?:articles?|stories|story|news|topics?|links?|posts?|content|coverage|reading|videos?|items?|tags|for you|now))*"
    r"|(?:read|see|watch) (?:more|also|next)|also (?:read|see)|more (?:stories|news|on this story|like this|from .{1,40}|on .{1,40})"
    r"|you may (?:also )?like|(?:what to )?read next|sources?|references?|external links?|notes?|tags?|topics?|comments?"
    r"|share(?: this.{0,20})?|sister links?)\s*:?",
    re.IGNORECASE,
)
_LONGEST = 600  #: characters of an aside; a longer paragraph is text, whatever it begins with
_LONGEST_ITEM = 250  #: ... of a line below a heading
_MOST_ITEMS = 40
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")


def split(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[Aside, ...]]:
    """The paragraphs of the article, and the asides below them in their order. At least one paragraph stays."""
    end = len(paragraphs)
    while end > 1:
        start = _listed(paragraphs, end)
        if start == end and kind(paragraphs[end - 1]):
            start = end - 1
        if start == end:
            break
        end = start
    asides = tuple(Aside(kind(text) or "furniture", text) for text in paragraphs[end:])
    return tuple(paragraphs[:end]), asides


def kind(paragraph: str) -> Literal["disclaimer", "furniture"] | None:
    """What an aside a paragraph by itself is; None where it is text."""
    if len(paragraph) > _LONGEST:
        return None
    if _HEADING.fullmatch(paragraph) or _FURNITURE.match(paragraph):
        return "furniture"
    return "disclaimer" if _DISCLAIMER.search(paragraph) else None


def _listed(paragraphs: Sequence[str], end: int) -> int:
    """Where the heading stands whose list ends at `end`; `end` where there is none. The first paragraph is never in a list."""
    for index in range(end - 1, max(0, end - 1 - _MOST_ITEMS), -1):
        text = paragraphs[index]
        if len(text) <= 60 and _HEADING.fullmatch(text):
            return index
        if len(text) > _LONGEST_ITEM or (_SENTENCE_END.search(text) and len(text) > 120):
            break
    return end
