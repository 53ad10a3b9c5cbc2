"""Saved HTML pages: main text and metadata by trafilatura, from the bytes alone; nothing is fetched.

Takes only a date that the page states in its metadata, its address or a marked element: trafilatura's wider search would
take any date that stands somewhere, a copyright's year included.
"""

from __future__ import annotations

import logging
import re
from itertools import chain

import msgspec
import trafilatura
from lxml import etree
from trafilatura.settings import Document

from ..model import Problem
from ..settings import Settings
from . import _markup
from ._dates import read_date
from ._draft import Draft, Drafted
from ._encoding import decode
from ._fields import language, people, take

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CHARSET_WITHIN = 4096  #: bytes; browsers look at 1,024 (HTML standard, "prescan"), saved pages put comments before it
#: "original_date" takes the publication before a change of the page. The bounds are fixed: by default the last is today.
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2999-12-31"}
_MOST_TAGS = 100_000  #: a page of news has some thousands; trafilatura takes 50 ms for each thousand paragraphs
#: Elements of trafilatura's result (TEI) that part paragraphs.
_BLOCKS = frozenset(["ab", "body", "code", "div", "head", "item", "lb", "list", "main", "p", "quote", "row", "table"])
_TIMES = etree.XPath(
    "//meta[@property='article:published_time' or @name='article:published_time' or @itemprop='datePublished' or @name='date'"
    " or @name='pubdate' or @name='DC.date.issued']/@content | //time/@datetime"
)
_LINKED = etree.XPath("//script[@type='application/ld+json']/text()")
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')

# A page without an article is told of by a Problem. The library tells of it too, as a warning to the log, and under
# `pelican --fatal warnings` one such page would end the build.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read(raw: bytes, path: str, settings: Settings) -> Drafted:
    """The article of a page."""
    declared = _CHARSET.search(raw[:_CHARSET_WITHIN])
    text, problems = decode(raw, path, declared[1].decode("ascii") if declared else None)
    if text is None:
        return None, problems
    root = _markup.parse(text)
    if root is None:
        return None, (*problems, Problem(path, 0, "error", "the page holds no words", "save the page once more, or its text as .txt"))
    if text.count("<") > _MOST_TAGS:
        return _without_article(root, path, problems)
    page = trafilatura.bare_extraction(
        text, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=dict(_DATE_SEARCH)
    )
    if not isinstance(page, Document) or page.body is None or not page.text:
        return _without_article(root, path, problems)
    draft, more = _draft(page, root, path, settings)
    return draft, (*problems, *more)


def _draft(page: Document, root: etree._Element, path: str, settings: Settings) -> Drafted:
    published, problems = _published(page.date, root, path, settings)
    found: dict[str, object] = {
        "title": page.title, "outlet": page.sitename, "published": published, "lang": _language(root),
        "section": next(iter(page.categories or ()), None),
    }  # fmt: skip
    for field, address in (("url", page.url), ("image_url", page.image)):
        if address:
            found[field], more = take(field, address, path, 0, settings)
            problems += more
    found["authors"] = people((page.author or "").split(";"))
    lines = _markup.text_of(page.body, _BLOCKS, frozenset())
    if len(lines) > 1 and page.title and lines[0].casefold() == page.title.casefold():
        lines = lines[1:]
    found["paragraphs"] = lines
    return msgspec.convert({name: value for name, value in found.items() if value}, Draft), problems


def _published(day: str | None, root: etree._Element, path: str, settings: Settings) -> tuple[str | None, tuple[Problem, ...]]:
    """The publication: the day that trafilatura finds, with the time of day where the page states one for that day."""
    if day is None:
        return None, ()
    linked = (date for script in _LINKED(root) for date in _LINKED_DATE.findall(script))
    for stated in chain(_TIMES(root), linked):
        dated = read_date(stated, settings)
        if dated and dated.value and dated.value[:10] == day:
            return dated.value, dated.problems(path, 0)
    return day, ()


def _language(root: etree._Element) -> str | None:
    return language(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")


def _without_article(root: etree._Element, path: str, problems: tuple[Problem, ...]) -> Drafted:
    """All the text of a page in which no article stands out, such as a very short one."""
    title = next((text for element in root.iter("h1", "title") if (text := " ".join(" ".join(element.itertext()).split()))), None)
    lines = tuple(text for text in _markup.text_of(root) if text != title)
    if not title and not lines:
        return None, (*problems, Problem(path, 0, "error", "the page holds no words", "save the page once more, or its text as .txt"))
    doubt = Problem(path, 0, "warning", "no article stands out from the page, all its text is taken", "save the article's text as .txt")
    return Draft(title=title, paragraphs=lines, lang=_language(root)), (*problems, doubt)
