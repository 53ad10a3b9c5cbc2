"""Actors of whom nobody says more: "Gunmen on motorcycles", "a suicide bomber", "militants linked to al-Qaeda".

Often all that news knows of who did it. Such a description has no identity, unless it says whom the actors are linked to, or
"the rebels" are those whom the article told of before. Refuses "officials", and whoever else is not listed as standing alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ...lexicon import slug
from ...model import Span
from ...names import Name, Words, words
from ...reading import Token
from .._context import Context
from ._groups import Group, plural

_LINKED = re.compile(r" (?P<how>aligned|allied|affiliated|associated|linked|backed|supported|trained|funded) (?:with|to|by)(?: the)? ")
_MOST_MODIFIERS = 4
_POINTING = frozenset(("the", "those", "these"))
_ARTICLES = frozenset(("a", "an", "one", "another", "the", "this", "that"))


class _Found(msgspec.Struct, frozen=True):
    """A noun that may stand alone, with the words before it that belong to it."""

    noun: str
    first: int  #: index of its first token
    last: int
    determiner: str


class _Seen:
    """What lies in names and descriptions, and which groups the article has told of."""

    def __init__(self, names: Sequence[Name], told: Sequence[Group], listed: Words) -> None:
        spans = [(name.span.start, name.span.end) for name in names] + [group.span for group in told]
        self._taken = {offset for span in spans for offset in range(*span)}
        self.starts = {name.span.start: name for name in names}
        self.ends = {name.span.end for name in names}
        self._groups: dict[str, dict[str, Group]] = {}  # by noun, then key
        self._listed = listed

    def covers(self, offset: int) -> bool:
        return offset in self._taken

    def tell(self, group: Group, text: str) -> None:
        """Remember a group that has an identity."""
        parts = text[slice(*group.span)].lower().split()
        noun = next((noun for noun in (" ".join(parts[-2:]), parts[-1]) if noun in self._listed.alone), group.label.rpartition(" ")[2])
        if group.key and group.type == "armed_group":
            self._groups.setdefault(self._plural(noun), {}).setdefault(group.key, group)

    def again(self, noun: str) -> Group | None:
        """The one group of that noun told of so far."""
        groups = self._groups.get(self._plural(noun), {})
        return next(iter(groups.values())) if len(groups) == 1 else None

    def _plural(self, noun: str) -> str:
        return plural(self._listed.groups.get(noun, (noun, "", ""))[0])


def alone(context: Context, told: Sequence[Group]) -> Iterator[Group]:
    """Every such description that lies in no name, and in none of those already told, in text order."""
    text, tokens, listed = context.reading.text, context.reading.tokens, words(context.lexicon)
    seen, firsts = _Seen(context.names, told, listed), {noun.partition(" ")[0] for noun in listed.alone}
    waiting = sorted(told, key=lambda group: group.span, reverse=True)
    done = 0
    for index, token in enumerate(tokens):
        if index < done or token.text.lower() not in firsts or seen.covers(token.start):
            continue
        while waiting and waiting[-1].span[0] < token.start:
            seen.tell(waiting.pop(), text)
        found = _found(tokens, index, listed, seen)
        if found is None or _apposed(tokens, found, text, seen):
            continue
        group = _group(context, found, listed, seen)
        seen.tell(group, text)
        done = found.last + 1
        yield group


def _found(tokens: Sequence[Token], index: int, listed: Words, seen: _Seen) -> _Found | None:
    """The noun at a token with what belongs to it; None where none stands there, or one in the singular without an article."""
    noun, last = tokens[index].text.lower(), index
    pair = f"{noun} {tokens[index + 1].text.lower()}" if _joined(tokens, index + 1) else ""
    if pair in listed.alone:
        noun, last = pair, index + 1
    elif noun not in listed.alone:
        return None
    first = index
    while index - first < _MOST_MODIFIERS and _joined(tokens, first) and _modifies(tokens[first - 1], listed, seen):
        first -= 1
    determiner = tokens[first - 1].text.lower() if _joined(tokens, first) else ""
    if listed.groups[noun][0] == noun and determiner not in _ARTICLES:
        return None
    return _Found(noun, first, last, determiner)


def _joined(tokens: Sequence[Token], index: int) -> bool:
    """Whether only one space parts a token from the one before."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end + 1


def _modifies(token: Token, listed: Words, seen: _Seen) -> bool:
    return token.text.lower() in listed.lists["modifier"] and not seen.covers(token.start)


def _apposed(tokens: Sequence[Token], found: _Found, text: str, seen: _Seen) -> bool:
    """Whether a name stands right beside it, so that the name is the actor: "militant group Hamas", "Hamas, an armed group"."""
    end = tokens[found.last].end
    if text[end : end + 1] == "-" or (text[end : end + 1] == " " and end + 1 in seen.starts):
        return True
    return found.determiner in ("a", "an") and found.first > 1 and tokens[found.first - 2].start in seen.ends


def _group(context: Context, found: _Found, listed: Words, seen: _Seen) -> Group:
    text, tokens = context.reading.text, context.reading.tokens
    singular, kind, policy = listed.groups[found.noun]
    span = Span(tokens[found.first].start, tokens[found.last].end)
    parts = [token.text for token in tokens[found.first : found.last + 1]]
    label = " ".join([parts[0].lower(), *parts[1:]])
    linked = _LINKED.match(text, span.end)
    name = seen.starts.get(linked.end()) if linked and policy == "group" else None
    if linked and name and name.kind == "organisation" and name.key:
        label = f"{name.label}-{linked['how']} {plural(singular)}"
        return Group((span.start, name.span.end), slug(label), label, kind, None, None, "actors.linked")
    before = seen.again(found.noun) if found.determiner in _POINTING and label.lower() == found.noun else None
    if before:
        return msgspec.structs.replace(before, span=(span.start, span.end), rule="actors.again", form="nominal")
    return Group((span.start, span.end), None, label, kind, None, None, "actors.alone")
