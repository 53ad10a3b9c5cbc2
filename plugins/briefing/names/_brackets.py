"""Acronyms introduced in brackets: "International Atomic Energy Agency (IAEA)", "EVD [Ebola virus disease]"."""

from __future__ import annotations

import re

import msgspec

_BRACKET = re.compile(r"\(\s?(?:the |or )?[\"“']?([A-Z][A-Za-z&.-]{1,9})[\"”']?\s?\)")
#: The other way about: the acronym first, with a word of its own between at most.
_EXPANDED = re.compile(r"\b([A-Z][A-Za-z&]{1,9})(?: [a-z]{1,20})?\s?[\[(](?:the )?(\w[^\[\]()\n]{4,80})[\])]")
_MOST_BEFORE = 100  # letters of what an acronym shortens
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "al"})


class Acronym(msgspec.Struct, frozen=True, gc=False):
    """One acronym in brackets."""

    text: str
    start: int
    end: int

    def expands(self, name: str) -> bool:
        """Whether its letters are the initials of a name's words; small words may count or not."""
        letters = [c for c in self.text if c.isupper()]
        if len(letters) < 2 or len(letters) < 0.6 * len(self.text.replace(".", "")):
            return False
        initials = [(part[0].upper(), part.lower() in _SMALL) for part in re.split(r"[\s-]+", name) if part]
        at = 0
        for letter, small in initials:
            if at < len(letters) and letters[at] == letter:
                at += 1
            elif not small:
                return at == len(letters) and len(letters) >= 3
        return at == len(letters)


def small_forms(text: str) -> dict[str, str]:
    """Acronyms of what ends in small letters beside them, with its last word: "Ebola virus disease (EVD)"."""
    found: dict[str, str] = {}
    for expanded in _EXPANDED.finditer(text):
        last = expanded[2].split()[-1].strip(".,;'’")
        if last.islower() and Acronym(expanded[1], *expanded.span(1)).expands(expanded[2].rstrip("s")):
            found[expanded[1]] = last
    for acronym in acronyms(text).values():
        before = text[max(0, acronym.start - _MOST_BEFORE) : acronym.start].rstrip('( "“').split()
        for size in range(2, min(len(before), len(acronym.text) + 2) + 1):
            form = before[-size:]
            if all(word.islower() for word in form[1:]) and acronym.expands(" ".join(form).rstrip("s")):
                found[acronym.text] = form[-1]
    return found


def acronyms(text: str) -> dict[int, Acronym]:
    """Every acronym in brackets, by the offset at which the white space before its bracket begins."""
    found = ((m, m.start() - text[max(0, m.start() - 1) : m.start()].isspace()) for m in _BRACKET.finditer(text))
    return {start: Acronym(m[1].rstrip("."), m.start(1), m.end(1)) for m, start in found}
