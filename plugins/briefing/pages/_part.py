"""One page of a briefing: all of it, or a part of what is too long for one page (parts.py), and the way to the others.

Each part shows the sentences of its own and the facts told in them, so that every mark and every card stands on one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from .. import annotate, parts
from ..model import Briefing, Fact
from . import _paths
from ._views import Link, pager


class Numbered(msgspec.Struct, frozen=True, gc=False):
    """A part in the list of parts."""

    href: str  #: "" where the list leaves some out
    text: str
    current: bool
    sentence: int  #: its first
    offset: int  #: where that begins in the text


class Parts(msgspec.Struct, frozen=True):
    """The way through the parts."""

    words: str  #: "Part 2 of 5: sentences 121 to 240"
    first: str  #: address of the first part; "" on it
    all: tuple[Numbered, ...]
    before: str  #: address of the part before this one, or ""
    behind: str


class Part(msgspec.Struct, frozen=True, dict=True):
    """A page of a briefing."""

    briefing: Briefing
    starts: tuple[int, ...] = (0,)  #: the first sentence of each part
    number: int = 1

    @property
    def path(self) -> str:
        """Of the page, below the output folder."""
        return parts.page(self.briefing.id, self.number)

    @property
    def alone(self) -> bool:
        return len(self.starts) == 1

    @property
    def sentences(self) -> range:
        """Those that the page shows."""
        end = self.starts[self.number] if self.number < len(self.starts) else len(self.briefing.sentences)
        return range(self.starts[self.number - 1], end)

    @cached_property
    def _of_facts(self) -> dict[str, int]:
        numbers = (parts.part_of(self.starts, sentence) for sentence in annotate.begins(self.briefing))
        return {fact.id: number for fact, number in zip(self.briefing.facts, numbers, strict=True)}

    def of(self, sentence: int, fact: str = "") -> int:
        """The part that holds a fact's mark; where no fact is meant, a sentence."""
        if self.alone:
            return 1
        return self._of_facts.get(fact) or parts.part_of(self.starts, sentence)

    def told(self, facts: Iterable[Fact]) -> dict[int, list[Fact]]:
        """Facts by the part that holds their marks."""
        found: dict[int, list[Fact]] = {}
        for fact in facts:
            found.setdefault(self.of(fact.sentence, fact.id), []).append(fact)
        return found

    def to(self, number: int) -> str:
        """The way from this page to a part; "" to itself."""
        if number == self.number:
            return ""
        return ("../" if self.number > 1 else "") + (f"{number}/" if number > 1 else "") + "index.html"

    def title(self) -> str:
        """What the page is called: the briefing, and of a part its number."""
        title = self.briefing.title or _paths.UNTITLED
        return title if self.number == 1 else f"{title}, part {self.number} of {len(self.starts)}"

    def way(self) -> Parts | None:
        """The way through the parts; None where there is one."""
        around = pager("", tuple(self.to(number) for number in range(1, len(self.starts) + 1)), self.number - 1)
        if around is None:
            return None
        shown = self.sentences
        words = f"Part {self.number} of {len(self.starts)}: sentences {shown.start or 1:,} to {shown.stop - 1:,} of {self._last:,}"
        return Parts(words, self.to(1), tuple(self._numbered(around.pages)), around.newer, around.older)

    @property
    def _last(self) -> int:
        return len(self.briefing.sentences) - 1

    def _numbered(self, links: Iterable[Link]) -> Iterator[Numbered]:
        for link in links:
            sentence = self.starts[int(link.text) - 1] if link.text.isdecimal() else 0
            yield Numbered(link.href, link.text, link.current, sentence, self.briefing.sentences[sentence].start)
