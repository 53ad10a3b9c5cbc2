"""Words made fit for feeds: no control characters, no markup, no endless lines."""

from __future__ import annotations

import html
import re

#: What XML 1.0 cannot hold, and what feed validators call bad characters: C1 controls and U+FFFD.
_UNFIT = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")
_TAG = re.compile(r"<[/!?]?[A-Za-z-][^<>]*>")
#: What is left of a tag that never ends; a space keeps a reader from swallowing the rest.
_OPENING = re.compile(r"<(?=[/!?A-Za-z])")
#: Escaped markup may be escaped again; three layers are more than any newsroom has sent.
_LAYERS = 4


def plain(text: str, limit: int = 1000) -> str:
    """The text on one line, without characters that a feed cannot carry; a long one is cut at a word."""
    line = _UNFIT.sub("", " ".join(text[: 2 * limit].split()))
    if len(line) <= limit and len(text) <= 2 * limit:
        return line.strip()
    cut = line[:limit]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).strip() + " …"


def unmarked(text: str, limit: int = 300) -> str:
    """One line without tags and entities: readers differ on whether a title is HTML, so it must be the same either way."""
    line = plain(text, limit)
    for _ in range(_LAYERS):
        bare = _TAG.sub("", html.unescape(line))
        if bare == line:
            break
        line = bare
    return plain(_OPENING.sub("< ", line), limit)
