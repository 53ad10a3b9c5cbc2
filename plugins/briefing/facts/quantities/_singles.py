"""Persons who are counted without a number: "a soldier was killed", "the driver died", "Jane Smith was shot dead", "both were killed".

Finds who may be counted so; that they are is for the words beside them to tell. Refuses "a man said", and a noun that only
describes the next one ("a police checkpoint").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ...model import Span
from ...reading import Reading, Sentence, Token
from .. import _numbers
from .._lookup import word_set
from ._phrase import Phrase, Unit
from ._roles import Told
from ._verbs import Verbs
from ._wholes import wholes
from ._words import STOPS

_PERSON = Unit("person", "other")
_NOBODY = Unit(None, "other")
#: What stands before one person; "his" tells of somebody new like "a", "the" points back.
_INDEFINITE = word_set("a an another")
_POSSESSIVE = word_set("his her their")
_DEFINITE = word_set("the its this that")
_OWNED = word_set("'s ’s")  #: "the group's leader" is told of first like "his"
_ARTICLES = {
    **dict.fromkeys(sorted(_INDEFINITE), "a"), **dict.fromkeys(sorted(_POSSESSIVE | _OWNED), "his"),
    **dict.fromkeys(sorted(_DEFINITE), "the"),
}
_PRONOUNS = word_set("he she")
_THEMSELVES = word_set("himself herself")  #: "killing himself and two guards"
_ORDINALS = word_set("second third fourth fifth sixth seventh")
#: How many tokens a noun phrase may have behind its article.
_REACH = 9
#: Person nouns that look like a singular and stand for many.
_MANY = word_set("""
    people persons personnel police staff crew children forces troops kids dead injured wounded missing homeless displaced team group family
    couple squad unit patrol crowd band
""")
#: How many tokens "and at least five others" has at most, and what stands between its ends.
_OTHERS = 6
_COUNTED = re.compile(rf"(?:at least |more than |up to |some |about )?(?:{_numbers.CARDINAL}|several|dozens of|many)", re.IGNORECASE)
_SLAIN = word_set("killed murdered assassinated beheaded slain")
#: What leads to a scene rather than to somebody.
_SCENES = word_set("at in on near into outside inside from to")
#: What may be killed and is nobody.
_THINGS = word_set("bill measure plan proposal deal legislation project amendment program programme idea motion law process power")
_FOLLOWS = re.compile(r"[^\W_]|[-'’]")
#: Behind a noun one of these shows that it was the last of its phrase.
_CLOSES = re.compile(r"(?:\w+ly|\w+ing|\w+ed|not|armed|known|wanted|near|outside|inside|behind|aged|himself|herself)\Z")
_DASHES = frozenset("-–—")
_PARTS = _DASHES | {"of"}
_BOTH = re.compile(r"\bboth(?: of them| (?P<noun>[a-z]+)(?: members)?)?\b", re.IGNORECASE)
#: Behind the last but one of a list: "a woman, a man and two boys".
_AND_MORE = re.compile(rf" and (?:an? |his |her |their |(?:at least )?{_numbers.CARDINAL}\b)")
#: How far, in code points, the cause of a death is looked for.
_AROUND = 400
#: Words for a death that may be natural.
_SOFT = word_set("death deaths died die dies dead deceased perished loss body bodies lost lose losing succumbed the")
_SEEKS = word_set("search searching looking")
#: Behind "a former senator": who it is.
_NAMED = re.compile(r",? (?:who was )?[^\W\d_a-z]")
#: Before "the death of" a known person: else "the killing of Jane Smith" points back to what is known.
_ANNOUNCED = re.compile(
    r"\b(?:(?:announc|confirm|report)(?:ed|s|ing)(?: (?:today|yesterday|on \w+day|that))?|result(?:ed|s|ing) in) the (?:probable )?\Z",
    re.IGNORECASE)
_VIOLENT = re.compile(
    r"\b(?:wound(?:s|ed)?|(?<!heart )attack(?:s|ed)?|(?:air|drone|missile|the|a) ?strikes?|raids?|blasts?|explosions?"
    r"|bomb(?:s|ing|ings|er)?|shot|shooting|gunfire|gunm[ae]n"
    r"|crash(?:ed)?|collision|accident|fighting|clash(?:es)?|firefight|insurgents?|militants?|ambush|explosive|combat|hostile|supporting"
    r"|fire|incident|training|stabb(?:ed|ing)|mortar|rockets?|missiles?|rubble|drown(?:ed|ing)|collapsed?)\b",
    re.IGNORECASE,
)
#: What one person may come to, by what stands for the person.
_ROLES = {
    **dict.fromkeys(("a", "his", "both"), ("killed", "injured", "missing", "captured")),
    "the": ("killed",), "name": ("killed",), "all": ("killed",),
}


class _Scan(msgspec.Struct, frozen=True):
    """One sentence with the words that its noun phrases are read by."""

    reading: Reading
    sentence: Sentence
    tokens: Sequence[Token]
    nouns: dict[str, Unit]
    verbs: frozenset[str]

    def phrase(self, first: int, head: int, by: str, start: int | None = None) -> Phrase:
        """The phrase of one person from token `first` to token `head`."""
        at = self.tokens[first].start if start is None else start
        last = self.sentence.tokens[0] + head
        return Phrase(at, self.tokens[head].end, 1.0, 1.0, _PERSON, self.sentence.index, last, by=by)

    def is_person(self, index: int) -> bool:
        """Whether a token is a noun for one person."""
        word = self.tokens[index].text.lower()
        unit = self.nouns.get(word)
        return (unit is not None and unit.name in ("person", "troop") and unit.role in ("other", "source_count", "captured")
                and word not in _MANY and not word.endswith(("s", "men", "women")))

    def ends(self, index: int) -> bool:
        """Whether a noun phrase cannot hold the token."""
        token = self.tokens[index]
        compound = "-" in (self.tokens[index - 1].text, self.tokens[min(index + 1, len(self.tokens) - 1)].text)  # "an off-duty officer"
        if token.text in _DASHES and self.parted(index):
            return True
        stops = token.text.lower() in STOPS and not compound and not (token.text.isupper() and len(token.text) > 1)  # "a US soldier"
        return stops or not _FOLLOWS.match(token.text) or token.text.lower() in self.verbs

    def parted(self, index: int) -> bool:
        """Whether a space stands before a token."""
        return index > 0 and self.tokens[index].start > self.tokens[index - 1].end

    def within_name(self, index: int) -> bool:
        """Whether a token parts a name: "a First Division - North soldier", "a Front of the South commander"."""
        around = [token.text[0] for token in self.tokens[max(0, index - 1) : index + 2]]
        return self.tokens[index].text in _PARTS and len(around) == 3 and around[0].isupper() and around[2].isupper()

    def head(self, first: int) -> int | None:
        """The noun of a phrase whose first word behind the article is at `first`; None where it is none for one person."""
        last = min(first + _REACH, len(self.tokens))
        found = None
        for index in range(first, last):
            if self.ends(index) and not (found is None and self.within_name(index)):
                break
            if self.is_person(index):
                found = index
            elif found == index - 1 and not self.closes(found):
                found = None
            elif found is not None and found < index - 1:
                break
        else:
            return found
        return index - 1 if found is None and index > first and (self.slain(index) or self.with_others(index)) else found

    def is_object_pronoun(self, index: int) -> bool:
        """Whether a pronoun tells who was killed: "killing him", "killing himself and two guards"."""
        around = [token.text.lower() for token in self.tokens[max(0, index - 1) : index + 2]]
        return around[:2] == ["killing", "him"] or (len(around) == 3 and around[1] in _THEMSELVES and around[2] == "and")

    def closes(self, noun: int) -> bool:
        """Whether the token behind a noun shows it to be the last of its phrase; "the Indian Ocean" is a name, and nobody's."""
        after = self.tokens[noun + 1].text
        return bool(_CLOSES.match(after)) or (after[0].isupper() and not self.tokens[noun].text[0].isupper())

    def with_others(self, index: int) -> bool:
        """Whether "and five others" stands at a token: whoever stands before it is a person too, whatever the noun."""
        noun, after = self.tokens[index - 1].text, [token.text.lower() for token in self.tokens[index : index + _OTHERS]]
        others = "others" in after and _COUNTED.fullmatch(" ".join(after[1 : after.index("others")]))
        common = noun.islower() and not noun.endswith("s") and noun not in self.nouns
        return bool(others) and after[0] in ("and", ",") and common and self.is_object(index)

    def is_object(self, index: int) -> bool:
        """Whether no preposition leads to the noun before a token: of "at the gate and four others" the gate is nobody."""
        first = self.first_of(index - 1)
        while first > 0 and self.tokens[first - 1].text.lower() in _ARTICLES:
            first -= 1
        return self.tokens[first - 1].text.lower() not in _SCENES if first else True

    def slain(self, index: int) -> bool:
        """Whether "was killed" stands at a token: whoever stands before it is a person, whatever the noun."""
        noun, words = self.tokens[index - 1].text, [token.text.lower() for token in self.tokens[index : index + 3]]
        person = noun.islower() and noun not in self.nouns and noun not in _THINGS | _MANY
        return person and words[:1] in (["was"], ["is"]) and not _SLAIN.isdisjoint(words[1:])

    def first_of(self, index: int) -> int:
        """The first token of the noun phrase that goes up to `index`."""
        first = index
        while first > max(0, index - _REACH) and not self.ends(first - 1) and self.tokens[first - 1].text.lower() not in _INDEFINITE:
            first -= 1
        return first


def singles(reading: Reading, nouns: dict[str, Unit], table: Verbs, persons: Sequence[Span]) -> Iterator[Phrase]:
    """Every phrase that may count one person, or two as "both", in text order."""
    named = iter([*persons, Span(len(reading.text), len(reading.text))])
    name = next(named)
    for sentence in reading.sentences:
        scan = _Scan(reading, sentence, reading.tokens[slice(*sentence.tokens)], nouns, table.alone)
        inside = []
        while name.start < sentence.end:
            inside.append(name)
            name = next(named)
        if not table.harm.isdisjoint(token.text.lower() for token in scan.tokens):
            yield from _of_sentence(scan, inside)


def _of_sentence(scan: _Scan, names: Sequence[Span]) -> Iterator[Phrase]:
    """The phrases of one sentence; a name belongs to the phrase that leads to it ("a rebel leader, Jane Smith")."""
    found = [*_nouns(scan), *_ones_of(scan), *_boths(scan), *_pairs(scan), *wholes(scan.reading, scan.sentence, scan.nouns)]
    found += (phrase for span in names if (phrase := _named(scan, span)))
    end, before = -1, ""
    for phrase in sorted(found, key=lambda p: (p.start, -p.end)):
        beside = end >= 0 and phrase.by != "both" and scan.reading.text[end : phrase.start] in (" ", ", ")
        if phrase.start >= end and (not beside or _is_next(scan.reading.text, phrase, before)):
            yield phrase
        end, before = max(end, phrase.end), phrase.by


def _is_next(text: str, phrase: Phrase, before: str) -> bool:
    """Whether a phrase right behind another is the next of a list rather than who the other is: "a woman, a man and two boys"."""
    return phrase.by in (("his",) if before == "name" else ("a", "his")) and _AND_MORE.match(text, phrase.end) is not None


def _nouns(scan: _Scan) -> Iterator[Phrase]:
    """Phrases with an article; in a title also those without, which leave out an article or "his"."""
    tokens, done = scan.tokens, -1
    for index, token in enumerate(tokens):
        word = token.text.lower()
        if index <= done:
            continue
        if by := _ARTICLES.get(word):
            alone = _alone(scan, index)
            head = scan.head(index + 1) if alone is None else alone
            if head is not None:
                done = head
                yield scan.phrase(scan.first_of(index) if word in _OWNED else index, head, by)
        elif word in _PRONOUNS or scan.is_object_pronoun(index):
            yield scan.phrase(index, index, "the")
        elif scan.sentence.paragraph == 0 and scan.head(index) == index and (scan.is_person(index) or scan.with_others(index + 1)):
            first = scan.first_of(index)
            if tokens[first - 1].text.lower() not in _DEFINITE or not first:
                yield scan.phrase(first, index, "his")


def _alone(scan: _Scan, index: int) -> int | None:
    """The last token of "another" or "a third" without a noun: "a third was killed", "another later died"."""
    word = scan.tokens[index].text.lower()
    last = index + (word == "a" and index + 1 < len(scan.tokens) and scan.tokens[index + 1].text in _ORDINALS)
    follows = last + 1 < len(scan.tokens) and (scan.ends(last + 1) or scan.tokens[last + 1].text == "later")
    return last if follows and (last > index or word == "another") and scan.tokens[last + 1].text != "of" else None


def _ones_of(scan: _Scan) -> Iterator[Phrase]:
    """One of several: "one of the insurgents was killed"."""
    tokens = scan.tokens
    for index in range(len(tokens) - 3):
        if tokens[index].text.lower() == "one" and tokens[index + 1].text == "of" and tokens[index + 2].text in _ARTICLES:
            near = range(index + 3, min(index + 7, len(tokens)))
            head = next((at for at in near if scan.nouns.get(tokens[at].text.lower(), _NOBODY).name == "person"), None)
            if head is not None:
                yield scan.phrase(index, head, "a")


def _pairs(scan: _Scan) -> Iterator[Phrase]:
    """A pair of people: "a pair of gunmen"."""
    tokens = scan.tokens
    for index in range(len(tokens) - 3):
        if [token.text.lower() for token in tokens[index : index + 3]] == ["a", "pair", "of"]:
            near = range(index + 3, min(index + 6, len(tokens)))
            head = next((at for at in near if scan.nouns.get(tokens[at].text.lower(), _NOBODY).name in ("person", "troop")), None)
            if head is not None:
                yield msgspec.structs.replace(scan.phrase(index, head, "both"), low=2.0, high=2.0)


def _boths(scan: _Scan) -> Iterator[Phrase]:
    """Both, with its noun where one follows."""
    for match in _BOTH.finditer(scan.reading.text, scan.sentence.start, scan.sentence.end):
        noun = match["noun"]
        unit = scan.nouns.get(noun or "")
        end = match.end() if unit is not None or not noun else match.start() + len("both")
        if unit is None or unit.name == "person":
            yield Phrase(match.start(), end, 2.0, 2.0, _PERSON, scan.sentence.index, scan.reading.token_at(end - 1) or 0, by="both")


def _named(scan: _Scan, span: Span) -> Phrase | None:
    """A person by name, with what leads to the name: "killed senior rebel leader Jane Smith"."""
    at, last = scan.reading.token_at(span.start), scan.reading.token_at(span.end - 1)
    if at is None or last is None or scan.reading.text[span.end : span.end + 1] in ("'", "’"):
        return None
    index, head = at - scan.sentence.tokens[0], last - scan.sentence.tokens[0]
    first = scan.first_of(index)
    led = first < index and (scan.is_person(index - 1) or scan.tokens[index - 1].text[0].isupper())
    return scan.phrase(first, head, "name") if led else scan.phrase(index, head, "name")


def befell(reading: Reading, phrase: Phrase, told: Told) -> bool:
    """Whether what is told of one person is a count of one: of whom the article names or knows only a violent death.

    Refused: whom somebody looks for, unless lost.
    """
    if told.supposed or told.role not in _ROLES[phrase.by]:
        return False
    word = reading.tokens[told.at].text.lower()
    if told.role == "missing":
        return phrase.by == "both" or word not in _SEEKS
    if phrase.by == "both" or told.role != "killed":
        return True
    verb = reading.tokens[told.at]
    of_known = phrase.by in ("name", "the") and verb.end < phrase.start and reading.tokens[told.at + 1].text == "of"
    if of_known and not _ANNOUNCED.search(reading.text, max(0, verb.start - _AROUND), verb.start):
        return False
    named = phrase.by != "a" or _NAMED.match(reading.text, phrase.end)
    sentence = reading.sentences[phrase.sentence]
    pointing = phrase.by == "his" or reading.text[phrase.start : phrase.end].lower() in _PRONOUNS
    first = reading.sentences[max(0, phrase.sentence - 1)] if pointing else sentence
    if first.paragraph != sentence.paragraph:
        first = sentence
    around = max(first.start, phrase.start - _AROUND), min(sentence.end, phrase.end + _AROUND)
    return not named or word not in _SOFT or bool(_VIOLENT.search(reading.text, *around))
