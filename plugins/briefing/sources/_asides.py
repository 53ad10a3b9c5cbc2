"""What stands below an article and is not it: disclaimers ("The views expressed ...") and page furniture ("Related").

Only a run of paragraphs at the very end is taken, so that nothing in the middle of a report is ever lost. The phrases are
those of news sites in general.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from ..model import Aside

_PIECE = r"(?:article|story|report|post|column|content|text|piece|material)"
_DISCLAIMER = re.compile(
    r"\b(?:views?|opinions?) (?:and (?:views|opinions) )?(?:expressed|stated|presented) (?:are|is|above|by (?:the )?(?:authors?|writers?|"
    r"contributors?|guests?)|here(?:in)?|in th(?:e|is|ese)|on this)\b"
    rf"|^.{{0,60}}\b(?:views?|opinions?|statements?|information|{_PIECE})\b.{{0,120}}"
    r"\b(?:do|does|may) not (?:necessarily )?(?:reflect|represent)\b"
    rf"|\bthis {_PIECE} (?:was|is|has been) (?:(?:originally|first|previously|automatically|also) \w+\b"
    r"|(?:re-?published|syndicated|sponsored|(?:machine.)?translated|generated|adapted|provided) (?:from|by|with|under|using|through)\b)"
    rf"|^(?:this {_PIECE} (?:was |is )?)?re-?published (?:from|with|under|by)\b"
    r"|\bfor informational purposes only\b|\bnot (?:be construed as|intended as|constitute) .{0,40}\badvice\b|^disclaimer\b"
    r"|\bmay not be (?:published, broadcast|reproduced|republished|redistributed|copied)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:said|says|told|added)\b")
_FURNITURE = re.compile(
    r"^(?:copyright (?:©|\(c\)|\d{4}|by\b|notice)|©|\(c\) ?\d{4}|all rights reserved"
    r"|(?:read|see|watch|listen|learn|view|find out) (?:more|also|next|now)\b[^.!?]{0,150}$"
    r"|also (?:read|see)\b|more (?:on|about|from|stories|news)\b[^.!?]{0,80}$|related\b ?(?:\w+ ?){0,3}:"
    r"|share (?:this|on|via|with)\b[^.]{0,80}$"
    r"|follow (?:us|our|@|.{1,30} coverage\b)|(?:like|find|join) us on\b|subscribe (?:to|now|for|here|today)\b"
    r"|sign up (?:for|to|here|now)\b|get our\b.{0,60}\bnewsletter|click here\b|(?:advertisement|sponsored(?: content)?)$"
    r"|(?:photo|image|picture)s? ?(?:credits?|courtesy)?\b ?(?::|/|by\b|©|courtesy)|(?:featured image|cover photo)\b"
    r"|(?:tags?|topics?|categor(?:y|ies)|sources?|via)\s*:|filed under\b|our standards\s*:|comments?\s*(?:\(\d+\))?$"
    r"|(?:additional )?(?:reporting|writing|editing|edited|written|compiled|translated) by\b|leave a (?:comment|reply)\b"
    r"|(?:print|email|tweet|whatsapp|facebook|twitter|linkedin|reddit|telegram|pinterest)$"
    r"|(?:last |first )?(?:updated|modified|published)\b[^.]{0,60}\d{4}[^.]{0,30}$|(?:download|get) (?:the|our) app\b"
    r"|ends?$|###$|-30-$|[-_*=]{3,}$)",
    re.IGNORECASE,
)
#: A heading below which a page lists other pages.
_LINKS = re.compile(
    r"(?:(?:related|recommended|trending|popular|similar|latest|further|most (?:read|popular|viewed))"
    r"(?: (?:articles?|stories|story|news|topics?|links?|posts?|content|coverage|reading|videos?|items?|tags|for you|now))*"
    r"|(?:read|see|watch) (?:more|also|next)|also (?:read|see)|more (?:stories|news|on this story|like this|from .{1,40}|on .{1,40})"
    r"|you may (?:also )?like|(?:what to )?read next|tags?|topics?|comments?|share(?: this.{0,20})?|sister links?)\s*:?",
    re.IGNORECASE,
)
#: ... and one below which it lists what it rests on, in sentences too.
_REFERENCES = re.compile(r"(?:sources?|references?|external links?|further reading|(?:foot)?notes?|credits?)\s*:?", re.IGNORECASE)
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
    if _LINKS.fullmatch(paragraph) or _REFERENCES.fullmatch(paragraph) or _FURNITURE.match(paragraph):
        return "furniture"
    return "disclaimer" if _DISCLAIMER.search(paragraph) and not _SPEECH.search(paragraph) else None


def _listed(paragraphs: Sequence[str], end: int) -> int:
    """Where the heading stands whose list ends at `end`; `end` where there is none. The first paragraph is in no list."""
    sentences = False
    for index in range(end - 1, max(0, end - 1 - _MOST_ITEMS), -1):
        text = paragraphs[index]
        if _REFERENCES.fullmatch(text) or (not sentences and _LINKS.fullmatch(text)):
            return index
        if len(text) > _LONGEST_ITEM:
            break
        sentences = sentences or (bool(_SENTENCE_END.search(text)) and kind(text) is None)
    return end
