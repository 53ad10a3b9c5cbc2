"""Draft to Article: canonical text, zones, id. The same for every format."""

from __future__ import annotations

import hashlib
import re

from .. import normalise
from ..model import Article, Dateline, Problem, Source
from . import _asides, _dateline
from ._draft import Draft
from ._ids import article_id

_SENTENCE = re.compile(r".{20,}?[.!?][\"'”’)\]]*(?=\s|$)")
_LONGEST_MADE = 150  #: characters of a title made from the first sentence
_LONGEST = 400  #: characters of a title that is given
_ENGLISH = re.compile(r"en(?:-|$)")


def article(draft: Draft, data: bytes, path: str, form: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a draft, and what a reader of the problems should know. None where there are no words at all."""
    paragraphs = tuple(filter(None, map(_one_line, draft.paragraphs)))
    title = _one_line(draft.title or "")
    if len(title) > _LONGEST:  # no headline: a text that was saved as one
        title, paragraphs = "", (title, *paragraphs)
    title = title or _made_title(paragraphs)
    if not title:
        return None, (Problem(path, 0, "error", "the file holds no words", "write the article into it or delete it"),)
    body, asides = _asides.split(paragraphs)
    text = title + "\n\n" + "\n\n".join(body)
    body_start = len(title) + 2
    found = Article(
        id=article_id(path, title), title=title, text=text, body_start=body_start,
        source=Source(path, hashlib.sha256(data).hexdigest(), form, draft.url), published=draft.published,
        outlet=_label(draft.outlet), section=_label(draft.section), lang=draft.lang or "en",
        authors=tuple(filter(None, map(_label, draft.authors))), image_url=draft.image_url,
        dateline=_dateline.find(text, body_start, draft.published) or _located(draft), asides=asides,
    )  # fmt: skip
    return found, tuple(_doubts(found, path))


def _one_line(text: str) -> str:
    return normalise.line(normalise.normalise(text))


def _made_title(paragraphs: tuple[str, ...]) -> str:
    """A title for a text without one: its first sentence, cut at a word where it is long."""
    opening = paragraphs[0][: 4 * _LONGEST_MADE] if paragraphs else ""
    sentence = _SENTENCE.match(opening)
    title = sentence[0] if sentence else opening
    if len(title) <= _LONGEST_MADE:
        return title
    return title[:_LONGEST_MADE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _label(text: str | None) -> str | None:
    return _one_line(text) or None if text else None


def _located(draft: Draft) -> Dateline | None:
    place = _label(draft.located)
    return Dateline(place=place, date=None, agency=None) if place else None


def _doubts(found: Article, path: str) -> list[Problem]:
    problems = []
    if found.body_start >= len(found.text):
        problems.append(Problem(path, 0, "warning", "the article has a title and no text", "add the text below a blank line"))
    if not _ENGLISH.match(found.lang):
        problems.append(Problem(path, 0, "warning", f"the language is {found.lang}", "facts are found in English texts only"))
    return problems
