"""Markup to paragraphs of plain text, by lxml. Loads nothing, resolves no entity of its own, runs nothing."""

from __future__ import annotations

import re

from lxml import etree

from ..normalise import line, safe

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav",
    "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
_CELLS = frozenset(("td", "th", "cell"))
#: Elements whose content is no text of the page.
_SILENT = frozenset((
    "applet", "audio", "canvas", "embed", "head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template",
    "textarea", "title", "video",
))  # fmt: skip
#: Hints to break a word at a line's end: markup in the guise of characters, as `<wbr>` is.
_BREAK_HINTS = re.compile("[\u00ad\u200b\u2060\ufeff]")


def paragraphs(markup: str) -> tuple[str, ...]:
    """The paragraphs of a page or a fragment, in order, without markup; () where there is none."""
    root = parse(markup)
    return () if root is None else text_of(root)


def parse(markup: str) -> etree._Element | None:
    """The tree of a page or a fragment, however broken; None where nothing is left."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(safe(markup).encode(), parser)
    except etree.LxmlError:
        return None


def text_of(root: etree._Element, blocks: frozenset[str] = _BLOCKS, silent: frozenset[str] = _SILENT) -> tuple[str, ...]:
    """The paragraphs below an element: `blocks` part them, what stands in `silent` is left out.

    Walks without recursion: pages nest as deep as they like.
    """
    found: list[str] = []
    pieces: list[str] = []
    hidden = 0

    def end_paragraph() -> None:
        text = line(_BREAK_HINTS.sub("", "".join(pieces)))
        pieces.clear()
        if text:
            found.append(text)

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in blocks and not hidden:
            end_paragraph()
        elif tag in _CELLS:
            pieces.append(" ")
        if event == "start":
            hidden += tag in silent
            pieces.append("" if hidden else element.text or "")
        else:
            hidden -= tag in silent
            pieces.append("" if hidden else element.tail or "")
    end_paragraph()
    return tuple(found)
