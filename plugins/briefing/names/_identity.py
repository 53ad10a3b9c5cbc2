"""Who is meant: one surface, one identity within an article.

A surname leads to the full name, an acronym to what it was introduced for, "Boeing" to "Boeing Company". Refuses to make an
identity of what any country has ("Foreign Ministry") unless the article says whose it is: its key stays empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import product

from ..lexicon import Entity, Lexicon, Match, slug
from ._brackets import Acronym
from ._name import Draft, Identity
from ._passing import in_passing
from ._people import People
from ._whose import whose
from ._words import Words, words

_SUFFIX = re.compile(
    r"(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|PLC|plc|LLC|AG|GmbH|S\.?A|N\.?V|B\.?V|S\.?p\.?A|ASA|Oyj|Pty|Pvt"
    r"|Bhd)\.?)+$"
)
#: A name of letters alone, but not one that says whose it is.
_LETTERS = re.compile(r"(?!U[SK])[A-Z]{2,5}")
_THE = re.compile(r"^[Tt]he (?=\S+ \S)")
_MOST_STATE_WORDS = 5


def identities(
    text: str, drafts: Sequence[Draft], places: Mapping[int, Entity | None], acronyms: Mapping[int, Acronym], lexicon: Lexicon
) -> dict[int, Identity]:
    """The identity of every draft that is no place, by its index. `places` are what the places among the drafts mean."""
    listed = words(lexicon)
    found = whose(text, drafts, places, lexicon, listed)
    people, wholes = People(text, drafts, lexicon, listed), _wholes(drafts, listed)
    short = _short_forms(drafts, listed, found) | _parts(drafts, lexicon, listed, found) | _introduced(drafts, acronyms, found, listed)
    told = Counter(draft.text for draft in drafts)
    entities = (places.get(index) or draft.known for index, draft in enumerate(drafts) if not _LETTERS.fullmatch(draft.text))
    countries = {entity.country for entity in entities if entity}
    national: dict[str, Identity | None] = {}
    for index, draft in enumerate(drafts):
        if draft.kind == "place" or index in found:
            continue
        if draft.known is not None:
            found[index] = _curated(draft, draft.known, countries, short, listed)
        elif draft.kind == "person":
            found[index] = people.identity(draft)
        else:
            if draft.text not in national:
                national[draft.text] = _national(draft.text, lexicon, told)
            letters = _LETTERS.fullmatch(draft.text) and in_passing(text, draft, told, listed)  # other bodies', too, in other articles
            body = Identity("", draft.text) if letters else _body(draft.text, listed, wholes, told)
            found[index] = national[draft.text] or short.get(draft.text) or body
    return found


def _of(draft: Draft) -> Identity:
    if draft.known is not None:
        return Identity(draft.known.key, draft.known.name, draft.known)
    return Identity(slug(draft.text), draft.text)


def _introduced(
    drafts: Sequence[Draft], acronyms: Mapping[int, Acronym], found: Mapping[int, Identity], listed: Words
) -> dict[str, Identity]:
    """What acronyms in brackets stand for: "International Atomic Energy Agency (IAEA)". Behind a word for a body the letters may be
    those of its name in another language, "National Ballot Council (CNB)", if nothing else has them: a country's stand behind many."""
    short: dict[str, Identity] = {}
    named = {draft.start: draft for draft in drafts}
    often = Counter(acronym.text for acronym in acronyms.values())
    for index, draft in enumerate(drafts):
        acronym = acronyms.get(draft.end)
        if draft.kind not in ("organisation", "other") or not acronym:
            continue
        letters = named.get(acronym.start)
        headed = any(listed.head_class(word.lower()) == "organisation" for word in draft.text.split()[1:])
        foreign = headed and _LETTERS.fullmatch(acronym.text) and often[acronym.text] == 1
        if acronym.expands(draft.text) or (foreign and letters and letters.kind == "organisation" and letters.known is None):
            short.setdefault(acronym.text, found.get(index) or _whole(draft))
    return short


def _short_forms(drafts: Sequence[Draft], listed: Words, found: Mapping[int, Identity]) -> dict[str, Identity]:
    """Organisations by a short form of their name that nothing introduces: their initials, or "Yale" of "Yale University"."""
    short: dict[str, Identity] = {}
    for index, draft in enumerate(drafts):
        if draft.kind != "organisation":
            continue
        parts = draft.text.split()
        if len(parts) > 2:
            nobody = draft.known is None and _is_anybodys(draft.text, listed)  # "International Space Station"
            whole = Identity("", draft.text) if nobody else _whole(draft)
            short.setdefault("".join(part[0] for part in parts if part[0].isupper()), found.get(index) or whole)
        if form := listed.short_form(draft.text):
            short.setdefault(form, found.get(index) or _whole(draft))
    return short


def _parts(drafts: Sequence[Draft], lexicon: Lexicon, listed: Words, found: Mapping[int, Identity]) -> dict[str, Identity]:
    """Organisations by what is left of the one name that has a name more in front, or behind "of": "Solidarity Party" of "American
    Solidarity Party", "Unity Party" of "Unity Party of America"; a branch in a region ("of Ohio") is not the whole."""
    told = {draft.text for draft in drafts if draft.kind == "organisation" and draft.known is None}
    longer: dict[str, dict[str, Identity]] = {}
    for index, draft in enumerate(drafts):
        first, _, rest = draft.text.partition(" ")
        head, _, tail = draft.text.partition(" of ")
        branch = bool(tail) and lexicon.places.lookup(tail) and not any(m.entity.type == "state" for m in lexicon.find(tail))
        added = not listed.is_common(first.lower()) and not first.replace(".", "").isupper()  # "U.S. Harbour Party" says whose it is
        parts = ("" if branch else head, rest if added else "")
        for part in parts if draft.kind == "organisation" else ():
            if part != draft.text and " " in part and part in told and not _is_anybodys(part, listed):
                longer.setdefault(part, {})[draft.text] = found.get(index) or _whole(draft)
    return {part: next(iter(names.values())) for part, names in longer.items() if len(names) == 1}


def _curated(
    draft: Draft, known: Entity, countries: Container[str | None], short: Mapping[str, Identity], listed: Words
) -> Identity:
    """Whom a curated name means. Where the article has nothing to do with its country, letters alone ("BNP") mean the body that the
    article names in full; those of a party or an armed group, where it names none, mean nobody that is known."""
    if known.country and known.country not in countries and _LETTERS.fullmatch(draft.text):
        if draft.text in short:
            return short[draft.text]
        if known.key in listed.lettered:
            return Identity("", draft.text)
    return Identity(known.key, known.name, known)


def _whole(draft: Draft) -> Identity:
    """A body by its whole name."""
    return _of(draft) if draft.known else _named(draft.text)


def _is_anybodys(name: str, listed: Words) -> bool:
    return name in listed.anybodys or listed.is_generic(name)


def _wholes(drafts: Sequence[Draft], listed: Words) -> dict[str, Draft]:
    """The first body that the article names with its country, by what is left without it: "Foreign Ministry"."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        if draft.known is not None and draft.known.kind == "actor":
            parts = draft.text.split()
            for start in range(1, min(len(parts), _MOST_STATE_WORDS)):
                rest = " ".join(parts[start:])
                if _is_anybodys(rest, listed):
                    found.setdefault(rest, draft)
    return found


def _national(text: str, lexicon: Lexicon, told: Mapping[str, int]) -> Identity | None:
    """A body that is named with its country: the curated one ("U.S. Federal Reserve", "Knesset of Israel"), else the same however the
    country is written.

    Where the article names it without its country too ("Harbour Party"), that is its name.
    """
    matches = list(lexicon.find(text)) if " " in text else []
    states = [match for match in matches if match.entity.type == "state"]
    bodies = [match for match in matches if match.entity.kind == "actor" and match.entity.type not in ("state", "people", "person")]
    if body := _with_state(text, states, bodies):
        return Identity(body.key, body.name, body)
    owner = next((state for state in states if not state.start), None)
    if owner is None or any(not body.start and body.entity.type == "media" for body in bodies):  # "USA Today Magazine"
        return None
    rest = text[owner.end :]
    short = owner.alias.form == "name" and owner.alias.text.replace(".", "").isupper()
    if not short or not rest.startswith(" "):
        return None
    bare = rest[1:]
    return _named(bare) if bare in told and not _is_anybodys(bare, words(lexicon)) else Identity(slug(owner.entity.name + rest), text)


def _with_state(text: str, states: Iterable[Match], bodies: Iterable[Match]) -> Entity | None:
    """The body of which a text is all the name, but for the state it is of, in front or behind."""
    for state, body in product(states, bodies):
        behind = (body.start, state.end) == (0, len(text)) and text[body.end : state.start] in (" of ", " of the ")
        before = (state.start, body.end) == (0, len(text)) and body.start == state.end + 1
        if (behind or before) and body.entity.country == state.entity.country:
            return body.entity
    return None


def _body(text: str, listed: Words, wholes: Mapping[str, Draft], told: Mapping[str, int]) -> Identity:
    """A body by its name; one that any country has is the one that the article names with its country, or nobody's.

    A word of every day and a number ("Joint", "9th"), which may be cut from a longer name, is a body's only if named again.
    """
    if not _is_anybodys(text, listed):
        plain = text[0].isdigit() or (text[1:].islower() and listed.is_common(text.lower()))
        return Identity("", text) if plain and " " not in text and told[text] == 1 else _named(text)
    return _of(wholes[text]) if text in wholes else Identity("", text)


def _named(text: str) -> Identity:
    """A body by its name, without "Inc." behind; in its key without "The" before what is a name without it."""
    bare = _SUFFIX.sub("", text) or text
    return Identity(slug(_THE.sub("", bare)), bare)
