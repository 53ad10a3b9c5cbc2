"""What is read: an article and where it comes from, a span of it, a problem with an input."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning"]


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A stretch of an article's canonical text; written as `[start, end]`."""

    start: int  #: first code point
    end: int  #: one past the last code point, so that end - start is the length


class Problem(msgspec.Struct, frozen=True, order=True, gc=False):
    """Something wrong with an input. A value, never an exception: one bad file hides nothing."""

    path: str  #: the file, as the person who ran the command would name it
    line: int  #: 1-based line in that file; 0 where no line is to blame
    severity: Severity
    message: str  #: what is wrong, as a sentence without a full stop
    hint: str  #: what to do about it

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity}: {self.message} ({self.hint})"


class Source(msgspec.Struct, frozen=True, gc=False):
    """Where an article's words came from."""

    path: str  #: relative to the folder of seeds, with forward slashes
    sha256: str  #: of the file's bytes, hexadecimal
    format: str  #: a row of sources.READERS, such as "text"
    url: str | None = None  #: where it was published; only http and https


class Dateline(msgspec.Struct, frozen=True, gc=False):
    """The opening of a wire report: `BAGHDAD, Nov 21 (Reuters) -`."""

    place: str | None  #: as written: "BAGHDAD"
    date: str | None  #: ISO 8601 date, its year taken from the publication date
    agency: str | None  #: "Reuters"
    span: Span | None = None  #: the whole opening with its dash, up to the first word of the report


class Aside(msgspec.Struct, frozen=True, gc=False):
    """Words of the source that are not the article: kept, shown apart, never searched for facts."""

    kind: Literal["disclaimer", "furniture"]
    text: str


class Article(msgspec.Struct, frozen=True):
    """One news article in canonical form."""

    id: str  #: stable slug, [a-z0-9-]; the page's address is made from it
    title: str
    text: str  #: canonical: title + "\n\n" + body; paragraphs are parted by "\n\n"
    body_start: int  #: offset of the body in text
    source: Source
    published: str | None = None  #: ISO 8601 date or date-time, as far as the source states it; no zone is invented
    outlet: str | None = None
    section: str | None = None
    lang: str = "en"  #: BCP 47
    authors: tuple[str, ...] = ()
    image_url: str | None = None  #: shown as an address, never loaded
    dateline: Dateline | None = None
    asides: tuple[Aside, ...] = ()
