"""What office a person holds, in the article's words: "Iraqi Prime Minister X", "X, a spokesperson for the Pentagon".

Reads only the words beside the name. A role belongs to a body or a state where that is named beside it.
"""

from __future__ import annotations

import re

import msgspec

from ...names import Name, Words, words
from .._context import Context

_APPOSITION = re.compile(r",? ?(?:\((?:aged )?\d+\)|,? ?\d{2},)?,? (?:an?|the|its|his|her|their|who is|who was|who is the|who was the)? ?"
                         r"((?:[\w.'’-]+ ){0,6}?)([\w'’-]+)(?= (?:of|for|at|to|in|with|and|on)\b|[,.;:)]|$)")
_WORD = re.compile(r"[\w'’.-]+")
_OF_BEFORE = re.compile(r" (?:of|for)(?: the)? $")
_OF = re.compile(r"\s(?:of|for|at|to|in|with)(?:\s(?:the|an?))?\s$")
_SENT = re.compile(r" (?:to|for|in)(?: the)? $")
#: Who holds such a role in another country is not of that country.
_ABROAD = frozenset(("ambassador", "consul", "coordinator", "correspondent", "emissary", "envoy", "observer", "representative"))
_THE = re.compile(r"\b[Tt]he $")
_MOST_WORDS = 4
_REACH = 90


class Role(msgspec.Struct, frozen=True):
    """A role with the body or state that it is held in."""

    words: str | None
    of: str | None = None
    country: str | None = None
    before: bool = False  #: it stands before the name


def roles(context: Context) -> dict[int, Role]:
    """The roles of persons, by the index of their name."""
    listed = words(context.lexicon)
    found: dict[int, Role] = {}
    for index, name in enumerate(context.names):
        if name.kind == "person":
            role = _before(context, index, listed) or _after(context, index, listed)
            if role:
                found[index] = role
    return found


def _before(context: Context, index: int, listed: Words) -> Role | None:
    """A title or an occupation right before the name, or parted from it by a comma alone."""
    names, text = context.names, context.reading.text
    start = names[index].span.start
    end = start - 2 if text[max(0, start - 2) : start] == ", " else start - 1
    sentence = context.reading.sentence_at(start)
    floor = max(sentence.start if sentence else 0, start - _REACH)
    holder = names[index - 1] if index and names[index - 1].span.start >= floor else None
    if holder and holder.span.end == end and (role := _with_place(context, index, floor, listed)):
        return role
    found = _title_ending(text, max(floor, holder.span.end if holder else 0), end, listed)
    if found is None:
        return None
    beside = _beside(text, holder, found[0])
    certain = bool(_THE.search(text, floor, found[0])) and text[found[0]].isupper()  # "the Foreign Secretary, X"
    return None if end == start - 2 and beside is None and not certain else _role(found[1], beside, before=True)


def _with_place(context: Context, index: int, floor: int, listed: Words) -> Role | None:
    """A role with where it is held between it and the name: "the President of Iran, X", "U.S. ambassador to Iraq X"."""
    names, text = context.names, context.reading.text
    holder, sender = names[index - 1], names[index - 2] if index > 1 else None
    sent, of = (link.search(text, floor, holder.span.start) for link in (_SENT, _OF_BEFORE))
    if sent:
        role = _title_ending(text, max(floor, sender.span.end if sender else 0), sent.start(), listed)
        if role and _is_abroad(role[1]):
            return _role(role[1], _beside(text, sender, role[0]), before=True)
    role = _title_ending(text, floor, of.start(), listed) if of else None
    return _role(role[1], holder, before=True) if role else None


def _beside(text: str, holder: Name | None, start: int) -> Name | None:
    """Whose a role is that begins at `start`: what is named right before it."""
    return holder if holder and text[holder.span.end : start] in (" ", "'s ", "’s ", "' ") else None


def _is_abroad(role: str) -> bool:
    return role.rpartition(" ")[2] in _ABROAD


def _title_ending(text: str, floor: int, end: int, listed: Words) -> tuple[int, str] | None:
    """The longest title that ends at `end`: where it begins, and the role; None where none does or it is an honorific."""
    parts = [(floor + m.start(), m[0]) for m in _WORD.finditer(text[floor:end])]
    if not parts or parts[-1][0] + len(parts[-1][1]) != end:
        return None
    for size in range(min(_MOST_WORDS, len(parts)), 0, -1):
        begin = parts[-size][0]
        phrase = " ".join(word for _, word in parts[-size:]).lower().replace(".", "")
        if phrase in listed.titles and "," not in text[begin:end]:
            return (begin, listed.titles[phrase][1]) if listed.titles[phrase][1] else None
    return None


def _after(context: Context, index: int, listed: Words) -> Role | None:
    """An apposition behind the name: ", a spokesperson for the Pentagon"."""
    names, text = context.names, context.reading.text
    end = names[index].span.end
    if text[end : end + 1] not in (",", " ", "("):
        return None
    match = _APPOSITION.match(text, end, end + _REACH)
    if not match or "," not in text[end : match.start(1) + 1]:
        return None
    phrase = _title_in(f"{match[1]}{match[2]}", listed)
    if phrase is None:
        return None
    following = names[index + 1 : index + 4]
    inside = next((n for n in following if match.start(1) <= n.span.start < match.end()), None)
    behind = next((n for n in following if n.span.start >= match.end() and _OF.fullmatch(text[match.end() : n.span.start])), None)
    if behind and _is_abroad(phrase) and _SENT.fullmatch(text[match.end() : behind.span.start]):
        behind = None  # "the British ambassador to Norland"
    return _role(phrase, behind or inside, before=False)


def _title_in(phrase: str, listed: Words) -> str | None:
    """The longest title at the end of a phrase, as a role."""
    parts = phrase.lower().replace(".", "").split()
    for size in range(min(_MOST_WORDS, len(parts)), 0, -1):
        low = " ".join(parts[-size:])
        if low in listed.titles and listed.titles[low][1]:
            return listed.titles[low][1]
    return None


def _role(role: str, holder: Name | None, *, before: bool) -> Role:
    if holder is None or holder.kind == "person" or not holder.key:
        return Role(role, before=before)
    entity = holder.entity
    country = entity.country if entity and entity.type in ("country", "state", "people", "military", "organisation") else None
    if holder.kind == "place" and not (entity and entity.state):
        return Role(role, None, country, before)
    return Role(role, entity.state if entity and entity.state else holder.key, country, before)
