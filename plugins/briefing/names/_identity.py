"""Who is meant: one surface, one identity within an article.

A surname leads to the full name, an acronym to what it was introduced for, "Boeing" to "Boeing Company". Refuses to make an
identity of what any country has ("Foreign Ministry") unless the article says whose it is: its key stays empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Mapping, Sequence

from ..lexicon import Entity, Lexicon, slug
from ._brackets import Acronym
from ._name import Draft, Identity
from ._whose import whose
from ._words import Words, words

_SUFFIX = re.compile(r",? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|PLC|plc|LLC|AG|GmbH|S\.?A|N\.?V)\.?$")
_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az)[- ]", re.I)
_JUNIOR = re.compile(r"\.?,? (?:Jr|Sr|II|III|IV)\.?$")
#: A letter between two names: "Ann B. Lee" is Ann Lee, in another article too.
_INITIAL = re.compile(r"(?<=\w\w )(?:[A-Z]\.? )+(?=\w{2})")
#: A name of letters alone, but not one that says whose it is.
_LETTERS = re.compile(r"(?!U[SK])[A-Z]{2,5}")
_THE = re.compile(r"^[Tt]he (?=\S+ \S)")
_FEW = 5
_MOST_STATE_WORDS = 5
_PARTICLES = frozenset({"van", "von", "de", "du", "di", "da", "der", "den", "dos", "della", "la", "le"})


def identities(
    text: str, drafts: Sequence[Draft], places: Mapping[int, Entity | None], acronyms: Mapping[int, Acronym], lexicon: Lexicon
) -> dict[int, Identity]:
    """The identity of every draft that is no place, by its index. `places` are what the places among the drafts mean."""
    listed = words(lexicon)
    found = whose(text, drafts, places, lexicon, listed)
    people, wholes = _People(drafts, lexicon), _wholes(drafts, listed)
    short = _short_forms(drafts, listed, found) | _introduced(drafts, acronyms, found)
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
            found[index] = national[draft.text] or short.get(draft.text) or _body(draft.text, listed, wholes, told)
    return found


class _People:
    """The persons that an article names in full, and those whom a surname alone means."""

    def __init__(self, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
        self._by_surname, self._given, self._surnames = lexicon.by_surname, lexicon.given_names, lexicon.surnames
        self._lexicon = lexicon
        self._countries = {draft.known.country for draft in drafts if draft.known is not None and draft.known.country}
        self._fullest: dict[tuple[str, str], Draft] = {}  # by first and last word
        self._by_word: dict[str, list[Draft]] = {}  # by last word, else by first, in text order
        firsts: dict[str, list[Draft]] = {}
        for draft in drafts:
            parts = _parts(draft.text)
            if draft.kind != "person" or len(parts) == 1 or parts[0] in _PARTICLES:
                continue
            ends = (parts[0], parts[-1])
            if ends not in self._fullest or len(draft.text) > len(self._fullest[ends].text):
                self._fullest[ends] = draft
            self._by_word.setdefault(parts[-1], []).append(draft)
            firsts.setdefault(parts[0], []).append(draft)
        self._by_word = firsts | self._by_word

    def identity(self, draft: Draft) -> Identity:
        """The person of a full name; of a lone surname or given name the one named last before, else the first one after."""
        parts = _parts(draft.text)
        if len(parts) > 1 and parts[0] not in _PARTICLES and draft.text not in self._by_surname:
            return self._whole(draft)
        named = self._by_word.get(parts[-1], [])
        at = bisect_left(named, draft.start, key=lambda other: other.start)
        before = next((other for other in reversed(named[max(0, at - _FEW) : at]) if not other.headline), None)
        full = before or (named[0] if named else None)
        if full:
            return self._whole(full)
        famous = self._famous(draft.text)
        if famous:
            return Identity(famous.key, famous.name, famous)
        return Identity("", draft.text) if draft.known is None and self._is_anybodys(draft.text) else _of(draft)

    def _is_anybodys(self, name: str) -> bool:
        """Whether many bear a lone name, so that nobody could tell which Ali or Smith of which article is meant."""
        return name in self._given or name in self._surnames

    def _whole(self, draft: Draft) -> Identity:
        """The person of a full name, under the fullest form of it."""
        parts = _parts(draft.text)
        full = self._fullest.get((parts[0], parts[-1]), draft)
        known = full.known or self._known_by_ends(full.text)
        return Identity(known.key, known.name, known) if known else Identity(slug(_INITIAL.sub("", full.text)), full.text)

    def _known_by_ends(self, name: str) -> Entity | None:
        """Whom the first and the last of a longer name mean: "Robert Gabriel Mugabe"; no initial may tell him from another."""
        parts = [part for part in name.split() if part.lower() not in ("al", "el")]
        ends = f"{parts[0]} {_ARTICLE.sub('', parts[-1])}"
        if ends == name or any(len(part.rstrip(".")) == 1 for part in parts) or not all(part[0].isupper() for part in parts[:-1]):
            return None
        return next((m.entity for m in self._lexicon.find(ends) if m.entity.type == "person" and m.end - m.start == len(ends)), None)

    def _famous(self, name: str) -> Entity | None:
        """Whom a surname alone means. One that is a given name too ("Cameron") needs the person's country in the article."""
        known = self._by_surname.get(name.replace("’", "'"))
        return known if known and (name not in self._given or known.country in self._countries) else None


def _parts(name: str) -> list[str]:
    """The words of a person's name in small letters, without "Jr." and without "al-" before the last."""
    words = _JUNIOR.sub("", name).lower().replace("’", "'").split()
    words = [word for word in words if word not in ("al", "el", "bin", "ibn")] or words
    return [*words[:-1], _ARTICLE.sub("", words[-1])] if words else [name.lower()]


def _of(draft: Draft) -> Identity:
    if draft.known is not None:
        return Identity(draft.known.key, draft.known.name, draft.known)
    return Identity(slug(draft.text), draft.text)


def _introduced(
    drafts: Sequence[Draft], acronyms: Mapping[int, Acronym], found: Mapping[int, Identity]
) -> dict[str, Identity]:
    """What acronyms in brackets stand for: "International Atomic Energy Agency (IAEA)"."""
    short: dict[str, Identity] = {}
    for index, draft in enumerate(drafts):
        acronym = acronyms.get(draft.end)
        if draft.kind in ("organisation", "other") and acronym and acronym.expands(draft.text):
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
            short.setdefault("".join(part[0] for part in parts if part[0].isupper()), found.get(index) or _whole(draft))
        if form := listed.short_form(draft.text):
            short.setdefault(form, found.get(index) or _whole(draft))
    return short


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
    """A body that is named with its country: the curated one ("U.S. Federal Reserve"), else the same however the country is written.

    Where the article names it without its country too ("Harbour Party"), that is its name.
    """
    matches = list(lexicon.find(text)) if " " in text else []
    owner = next((match for match in matches if match.start == 0 and match.entity.type == "state"), None)
    if owner is None:
        return None
    body = next((m.entity for m in matches if m.start == owner.end + 1 and m.end == len(text) and m.entity.kind == "actor"), None)
    if body is not None and body.type not in ("state", "people", "person") and body.country == owner.entity.country:
        return Identity(body.key, body.name, body)
    rest = text[owner.end :]
    short = owner.alias.form == "name" and owner.alias.text.replace(".", "").isupper()
    if not short or not rest.startswith(" "):
        return None
    bare = rest[1:]
    return _named(bare) if bare in told and not _is_anybodys(bare, words(lexicon)) else Identity(slug(owner.entity.name + rest), text)


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
