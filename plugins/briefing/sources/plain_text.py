"""Plain text in the layout of the seeds: title; blank; image address, outlet, section, date; blank; paragraphs.

Any header line may be missing or in another order, and a file without any header is an article too. Refuses to drop
words: a first line that is no title, and a header line that is none, are body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from ..model import Problem
from ..settings import Settings
from ._draft import Draft, Drafted
from ._encoding import decode
from ._fields import NAMES
from ._header import Header, header, opens
from ._layout import Line, blocks, join, paragraphs, wrapped_at

_LONGEST_TITLE = 150  #: characters of a first line that is taken for a title with no header below it
_LONGEST_HEADED = 300  #: ... and with one
_MOST_TITLE_LINES = 3
_STOP = re.compile(r"[.。…:;,][\"'”’)\]]*$")
_SHORT_FORM = re.compile(r"(?:\b(?:[A-Za-z]\.){2,}|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|No|Gov|Sen|Rep|Gen|Dr|Mr|Mrs|Ms)\.|\.\.\.|…)[\"'”’)\]]*$")


def read(raw: bytes, path: str, settings: Settings) -> Drafted:
    """The article in a plain text."""
    text, problems = decode(raw, path)
    if text is None:
        return None, problems
    draft, more = draft_of(text, path, settings)
    return draft, problems + more


def draft_of(text: str, path: str, settings: Settings) -> tuple[Draft, tuple[Problem, ...]]:
    """The parts of a text that is already decoded."""
    groups = blocks(text)
    if not groups:
        return Draft(), ()
    starts = frozenset(group[0].number for group in groups)
    first, head, rest = _parted(groups, starts, settings, path)
    if head.fields.title:  # a line "Title: ..." says it; what stood in its place is text
        first, rest = (), [*first, *rest]
    title = head.fields.title or join([line.text for line in first]) or None
    body = paragraphs(_grouped(rest, starts))
    return msgspec.structs.replace(head.fields, title=title, paragraphs=body), head.problems


def _parted(
    groups: Sequence[Sequence[Line]], starts: frozenset[int], settings: Settings, path: str
) -> tuple[Sequence[Line], Header, Sequence[Line]]:
    """The lines of the title, the header, and all lines below."""
    lines = [line for group in groups for line in group]
    if _opens(groups[0], settings):
        head = header(lines, starts, settings, path)
        below = [*head.text, *lines[head.end :]]
        end = _bare_title(_grouped(below, starts)) if below else 0
        return below[:end], head, below[end:]
    first = len(groups[0])
    for end in (first, 1) if first <= _MOST_TITLE_LINES else (1,):
        head = header(lines[end:], starts, settings, path)
        if head.end and sum(len(line.text) for line in lines[:end]) <= _LONGEST_HEADED:
            return lines[:end], head, [*head.text, *lines[end + head.end :]]
    end = _bare_title(groups)
    if end and len(lines) > end + 1 and len(lines[end].text) <= _LONGEST_TITLE:
        head = header(lines[end + 1 :], starts, settings, path)
        if head.certain:  # what stands between the title and the header is a standfirst, and text
            return lines[:end], head, [lines[end], *head.text, *lines[end + 1 + head.end :]]
    return lines[:end], Header(0, Draft()), lines[end:]


def _opens(block: Sequence[Line], settings: Settings) -> bool:
    """Whether a file begins with its header. "Source: mayor to resign" by itself is a title."""
    if not opens(block[0].text, settings):
        return False
    named = block[0].text.partition(":")[0].lower()
    return named not in NAMES or NAMES[named] == "title" or (len(block) > 1 and opens(block[1].text, settings))


def _bare_title(groups: Sequence[Sequence[Line]]) -> int:
    """How many lines of the first block are a title with no header below: 0 where it is text from the first line on."""
    block = groups[0]
    whole = [line.text for line in block]
    if len(groups) > 1 and len(block) <= _MOST_TITLE_LINES and len(join(whole)) <= _LONGEST_TITLE and not _is_sentence(join(whole)):
        return len(block)
    if len(block) > 1 and wrapped_at([block]):
        return 0
    return 0 if _is_sentence(block[0].text) or len(block[0].text) > _LONGEST_TITLE else 1


def _is_sentence(text: str) -> bool:
    return bool(_STOP.search(text)) and not _SHORT_FORM.search(text)


def _grouped(lines: Sequence[Line], starts: frozenset[int]) -> list[list[Line]]:
    """Lines in their blocks again; where lines were taken out in between, a new one begins."""
    grouped: list[list[Line]] = []
    for line in lines:
        if not grouped or line.number in starts or line.number != grouped[-1][-1].number + 1:
            grouped.append([])
        grouped[-1].append(line)
    return grouped
