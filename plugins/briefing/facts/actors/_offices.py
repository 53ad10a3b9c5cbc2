"""Whoever holds an office, told of by it alone: "the Prime Minister said", "the Iraqi Foreign Minister", "Minister for the Middle East".

Capitals show that one certain holder is meant. Who that is stands in the article or nowhere: an office that exactly one person of
the article holds is that person, any other has no identity. Refuses an office beside its holder's name, or that somebody becomes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ...names import Name, Words, words
from ...reading import Token
from .._context import Context
from ._groups import Group
from ._roles import Role

_MOST_WORDS = 6
_SMALL = frozenset(("of", "for", "the", "and", "in", "-"))
_DETERMINERS = frozenset(("the", "its", "their", "our", "her", "his"))
#: Words after which an office is what somebody is or becomes, not who.
_BECOMING = frozenset(("as", "is", "was", "be", "been", "being", "become", "became", "becomes", "becoming", "elected", "named",
                       "appointed", "remain", "remained", "remains", "for", "of", "made", "called", "former", "first", "next", "every"))
_LINK = re.compile(r" (?:of|for|to)(?: the)? (?=[^\W\d_a-z])")
_CAPITALS = re.compile(r"[^\W\d_a-z][\w’'-]*(?:(?:,| and|,? and) [^\W\d_a-z][\w’'-]*| [^\W\d_a-z][\w’'-]*){0,4}")
_GAP = re.compile(r"\.?,? (?:M(?:r|rs|s)\.? )?")
_FOLLOWED = re.compile(r"(?:['’]s)? [^\W\d_a-z]|, [^\W\d_a-z]|[ -](?:designate|elect|emeritus)\b|-")


class _Held(msgspec.Struct, frozen=True):
    """What lies where in an article: its names, and who holds an office."""

    names: Mapping[int, Name]  #: by start
    ends: Mapping[int, Name]
    taken: frozenset[int]  #: offsets inside names and descriptions
    holders: Sequence[tuple[Role, Name]]  #: the persons of the article who have a role


def offices(context: Context, held: Mapping[int, Role], told: Sequence[Group]) -> Iterator[Group]:
    """Every office that stands for whoever holds it, in text order, none inside what was `told` before."""
    listed, tokens = words(context.lexicon), context.reading.tokens
    spans = [(name.span.start, name.span.end) for name in context.names] + [group.span for group in told]
    known = _Held(
        {name.span.start: name for name in context.names}, {name.span.end: name for name in context.names},
        frozenset(offset for span in spans for offset in range(*span)),
        [(role, context.names[index]) for index, role in held.items() if role.words],
    )
    done = 0
    for index, token in enumerate(tokens):
        if index < done or not token.text[0].isupper() or token.text.lower() not in listed.office_words or token.start in known.taken:
            continue
        size = _size(context.reading.text, tokens, index, listed)
        if size and _stands_alone(context.reading.text, tokens, index, size, known):
            group = _office(context.reading.text, tokens[index : index + size], known)
            if not _named(context.reading.text, group.span[1], known):
                done = index + size
                yield group


def _named(text: str, end: int, known: _Held) -> bool:
    """Whether the holder's name follows: "the President of X, Mr. Al Roe", "Senator from X Ann Lee"."""
    name = known.names.get(end + len(gap[0])) if (gap := _GAP.match(text, end)) else None
    return name is not None and name.kind == "person"


def _size(text: str, tokens: Sequence[Token], index: int, listed: Words) -> int:
    """How many tokens from `index` are an office in capitals; 0 where they are none."""
    for size in range(min(_MOST_WORDS, len(tokens) - index), 0, -1):
        phrase = [token.text for token in tokens[index : index + size]]
        low = text[tokens[index].start : tokens[index + size - 1].end].lower()
        if low in listed.titles and listed.titles[low][0] == "office" and listed.titles[low][1]:
            return size if all(word[0].isupper() or word in _SMALL for word in phrase) else 0
    return 0


def _stands_alone(text: str, tokens: Sequence[Token], index: int, size: int, known: _Held) -> bool:
    """Whether an office is told of without its holder's name, and as somebody."""
    start, end = tokens[index].start, tokens[index + size - 1].end
    if (_FOLLOWED.match(text, end) and not _LINK.match(text, end)) or _named(text, end, known) or text[start:end].isupper():
        return False
    owner = known.ends.get(start - 1) or known.ends.get(start - 3)  # "Iraqi Foreign Minister", "Iraq's Foreign Minister"
    if owner is not None:
        return owner.kind != "person" and not _becomes(tokens, index, owner.span.start)
    before = tokens[index - 1].text.lower() if index else ""
    return before in _DETERMINERS and text[start - 1] == " " and not _becomes(tokens, index, tokens[index - 1].start)


def _becomes(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether the phrase that begins at `start` is what somebody is or becomes, or stands in apposition to a name."""
    at = index
    while at and tokens[at - 1].end > start:
        at -= 1
    before = tokens[at - 1] if at else None
    if before is not None and before.text.lower() == "the" and at > 1:
        before = tokens[at - 2]
    return before is not None and (before.text.lower() in _BECOMING or before.text == ",")


def _office(text: str, phrase: Sequence[Token], known: _Held) -> Group:
    start, end = phrase[0].start, phrase[-1].end
    low, owner = text[start:end].lower(), known.ends.get(start - 1) or known.ends.get(start - 3)
    if link := _LINK.match(text, end):
        owner = known.names.get(link.end())
        body = _CAPITALS.match(text, link.end())
        end = owner.span.end if owner else body.end() if body else end
    people = {name.key: name for role, name in known.holders if role.words == low and _may_hold(role, owner, linked=bool(link))}
    if len(people) == 1 and (holder := next(iter(people.values()))).key:
        return Group((start, end), holder.key, holder.label, "person", None, None, "actors.office")
    return Group((start, end), None, " ".join(text[start:end].split()), "person", None, None, "actors.office")


def _may_hold(role: Role, owner: Name | None, *, linked: bool) -> bool:
    """Whether a person's role may be the one that is told with its state or body, or without."""
    if owner is None:
        return not linked
    country = owner.entity.country if owner.entity else None
    return role.of == owner.key or (role.of is None and not linked) or (country is not None and role.country == country)
