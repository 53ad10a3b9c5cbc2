"""What a reader hands over: the parts of an article as its file states them, before zones and canonical text."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from ..model import Problem
from ..settings import Settings


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of one article. Text may still hold any character; `_assemble` makes it canonical."""

    title: str | None = None  #: None where the file has none, so that it is made from the first sentence
    paragraphs: tuple[str, ...] = ()
    published: str | None = None  #: ISO 8601
    outlet: str | None = None
    section: str | None = None
    lang: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    image_url: str | None = None
    located: str | None = None  #: where it was written, if the file says so outside the text


#: What a reader gives: None where the file holds no article, and then a problem says why.
Drafted = tuple[Draft | None, tuple[Problem, ...]]
Reader = Callable[[bytes, str, Settings], Drafted]
