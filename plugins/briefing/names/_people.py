"""Which person is meant: a surname leads to the full name, a shorter form to the fullest, a lone name to nobody where many bear it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from ..lexicon import Entity, Lexicon, slug
from ._name import Draft, Identity
from ._passing import in_passing
from ._words import Words

_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az)[- ]", re.I)
_JUNIOR = re.compile(r"\.?,? (?:Jr|Sr|II|III|IV)\.?$")
#: What is called after somebody: "Martin Luther King Jr. Day".
_HONOURED = re.compile(r" (?:Jr|Sr)\.? [^\W\d_a-z]")
#: A letter between two names: "Ann B. Lee" is Ann Lee, in another article too.
_INITIAL = re.compile(r"(?<=\w\w )(?:[A-Z]\.? )+(?=\w{2})")
#: What friends call somebody, between given name and surname: 'Jeremy "Spike" Cohen', "James (Jim) Hedges".
_NICKNAME = re.compile(r" [\"“‘'(]([^\W\d_][\w.-]*)[\"”’')](?= \w)")
#: A title before a lone surname that says whether a man or a woman is meant.
_TITLE = re.compile(r"\b(?:(?P<f>Mrs|Ms|Miss|Madame)|(?P<m>Mr|Sir|Monsieur))\.? $")
_REACH = 10  #: letters before a name that may hold one
_FEW = 5
#: Whoever is named in full so many times as often as another of the surname is the one whom it means.
_FOREMOST = 2
_PARTICLES = frozenset({"van", "von", "de", "du", "di", "da", "der", "den", "dos", "della", "la", "le"})

Ends = tuple[str, str]  #: first and last word of a full name: who it is within an article


class People:
    """The persons that an article names in full, and those whom a surname alone means."""

    def __init__(self, text: str, drafts: Sequence[Draft], lexicon: Lexicon, listed: Words) -> None:
        self._text, self._lexicon, self._listed = text, lexicon, listed
        self._countries = {draft.known.country for draft in drafts if draft.known is not None and draft.known.country}
        self._fullest: dict[Ends, Draft] = {}
        self._often = Counter[Ends]()
        self._by_word: dict[str, list[Draft]] = {}  # by last word, else by first, in text order
        firsts: dict[str, list[Draft]] = {}
        full = [(draft, parts) for draft in drafts if draft.kind == "person" and _is_full(parts := _parts(draft.text))]
        for draft, parts in full:
            ends = (parts[0], parts[-1])
            if ends not in self._fullest or len(draft.text) > len(self._fullest[ends].text):
                self._fullest[ends] = draft
            self._often[ends] += 1
            self._by_word.setdefault(parts[-1], []).append(draft)
            firsts.setdefault(parts[0], []).append(draft)
        self._by_word = firsts | self._by_word
        self._told = Counter(draft.text for draft in drafts)
        self._titled = {(parts[0], parts[-1]) for draft, parts in full if draft.start < text.find("\n\n")}
        self._listed_as: dict[str, Entity | None] = {}  # by the full name
        self._bearers: dict[tuple[str, str | None], tuple[Sequence[Draft], Draft | None]] = {}
        self._merge([parts for _, parts in full])
        for draft, parts in full:
            if (nickname := _NICKNAME.search(draft.text)) and (called := (nickname[1].lower(), parts[-1])) in self._fullest:
                self._fullest[called] = draft

    def _merge(self, names: Sequence[Sequence[str]]) -> None:
        """Lead a form that lacks one word of a longer name to it: "Abou Zeid", "Wanda Vázquez"; where that word is no part of a
        person's name ("Segway Jimi Heselden"), lead the longer to the shorter. Two longer names, or a known person, stay apart."""
        longer: dict[tuple[str, ...], set[Ends]] = {}
        for parts in names:
            for shorter in (parts[1:], parts[:-1]):
                longer.setdefault(tuple(shorter), set()).add((parts[0], parts[-1]))
        for parts in names:
            ends, found = (parts[0], parts[-1]), longer.get(tuple(parts), set())
            if len(found) == 1 and ends not in found:
                other = next(iter(found))
                whole, part = self._fullest[other], self._fullest[ends]
                if whole.known is None and part.known is None:
                    self._fullest[ends] = self._fullest[other] = whole if self._is_whole(whole, ends, other) else part

    def _is_whole(self, whole: Draft, part: Ends, ends: Ends) -> bool:
        """Whether the longer of two forms is a person's name all through; in doubt the one that is written oftener is."""
        words = whole.text.split()
        added = words[0] if part[1] == ends[1] else words[-1]
        likely = added in self._lexicon.given_names if added is words[0] else added not in self._lexicon.given_names
        return (likely and not self._listed.is_common(added.lower())) or self._often[ends] > self._often[part]

    def identity(self, draft: Draft) -> Identity:
        """The person of a full name; of a lone surname or given name the one whom the article means by it."""
        parts = _parts(draft.text)
        if _HONOURED.search(draft.text):
            return Identity("", draft.text)
        if _is_full(parts) and draft.text not in self._lexicon.by_surname:
            return self._whole(draft)
        if full := self._bearer(draft, parts[-1]):
            return self._whole(full)
        famous = self._famous(draft.text)
        if famous:
            return Identity(famous.key, famous.name, famous)
        anybodys = draft.text in self._lexicon.given_names or draft.text in self._lexicon.surnames
        if draft.known is None:
            nobody = anybodys or in_passing(self._text, draft, self._told, self._listed)
            return Identity("" if nobody else slug(draft.text), draft.text)
        return Identity(draft.known.key, draft.known.name, draft.known)

    def _bearer(self, draft: Draft, word: str) -> Draft | None:
        """Of those who bear a lone name the one whom it means: the only one of the sex that a title tells ("Mrs. Clinton"); the
        one that the article is about, for the others are always named in full; else the one named last before, or first after."""
        title = _TITLE.search(self._text, max(0, draft.start - _REACH), draft.start)
        named, foremost = self._named(word, title.lastgroup if title else None)
        at = bisect_left(named, draft.start, key=lambda other: other.start)
        before = next((other for other in reversed(named[max(0, at - _FEW) : at]) if not other.headline), None)
        return foremost or before or (named[0] if named else None)

    def _named(self, word: str, sex: str | None) -> tuple[Sequence[Draft], Draft | None]:
        """All full names with a word, those of one sex where there are such; and the one that the article is about."""
        if (word, sex) not in self._bearers:
            named = self._by_word.get(word, [])
            sexed = [one for one in named if self._listed.sexes.get(one.text.split()[0]) == sex] if sex else []
            self._bearers[word, sex] = (sexed or named, self._foremost(sexed or named))
        return self._bearers[word, sex]

    def _foremost(self, named: Sequence[Draft]) -> Draft | None:
        """The one of several bearers of a name that the article is about: whom the title names, or who is named far oftener in full,
        or whom the surname alone means everywhere."""
        ends = {_ends(draft): draft for draft in reversed(named)}
        if len(ends) < 2:
            return None
        titled = [one for one in ends if one in self._titled]
        if len(titled) == 1:
            return ends[titled[0]]
        first, second = sorted(ends, key=lambda one: (-self._often[one], ends[one].start))[:2]
        if self._often[first] >= _FOREMOST * self._often[second]:
            return ends[first]
        famous = (draft for draft in ends.values() if draft.known and self._lexicon.by_surname.get(draft.text.split()[-1]) is draft.known)
        return next(famous, None)

    def _whole(self, draft: Draft) -> Identity:
        """The person of a full name, under the fullest form of it."""
        full = self._fullest.get(_ends(draft), draft)
        if full.text not in self._listed_as:
            self._listed_as[full.text] = full.known or self._known_by_ends(full.text) or self._lexicon.spellings.find(full.text)
        known = self._listed_as[full.text]
        return Identity(known.key, known.name, known) if known else Identity(slug(self._usual(full.text)), full.text)

    def _usual(self, name: str) -> str:
        """A full name as news mostly writes it: without an initial, and of given name and nickname only one."""
        nickname = _NICKNAME.search(name)
        if nickname is None:
            return _INITIAL.sub("", name)
        last = name[nickname.end() :].strip()
        named = nickname[1] in self._lexicon.given_names or (nickname[1].lower(), last.lower()) in self._fullest
        return f"{nickname[1]} {last}" if named else _INITIAL.sub("", f"{name[: nickname.start()]} {last}")

    def _known_by_ends(self, name: str) -> Entity | None:
        """Whom the first and the last of a longer name mean: "Robert Gabriel Mugabe"; no initial may tell him from another."""
        parts = [part for part in name.split() if part.lower() not in ("al", "el")]
        ends = f"{parts[0]} {_ARTICLE.sub('', parts[-1])}"
        if ends == name or any(len(part.rstrip(".")) == 1 for part in parts) or not all(part[0].isupper() for part in parts[:-1]):
            return None
        return next((m.entity for m in self._lexicon.find(ends) if m.entity.type == "person" and m.end - m.start == len(ends)), None)

    def _famous(self, name: str) -> Entity | None:
        """Whom a surname alone means. One that is a given name too ("Cameron") needs the person's country in the article."""
        known = self._lexicon.by_surname.get(name.replace("’", "'"))
        return known if known and (name not in self._lexicon.given_names or known.country in self._countries) else None


def _is_full(parts: Sequence[str]) -> bool:
    """Whether a name is more than a surname: "van Basten" is one."""
    return len(parts) > 1 and parts[0] not in _PARTICLES


def _ends(draft: Draft) -> Ends:
    parts = _parts(draft.text)
    return parts[0], parts[-1]


def _parts(name: str) -> list[str]:
    """The words of a person's name in small letters, without "Jr." and without "al-" before the last."""
    words = _JUNIOR.sub("", name).lower().replace("’", "'").split()
    words = [word for word in words if word not in ("al", "el", "bin", "ibn")] or words
    return [*words[:-1], _ARTICLE.sub("", words[-1])] if words else [name.lower()]
