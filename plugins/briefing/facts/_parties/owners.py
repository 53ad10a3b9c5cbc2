"""Whom "he" or "she" means: the person that the nearest sentence before it tells of, in the writer's own words.

Persons named only inside a quotation are passed over, since whoever is quoted speaks of others. Of several in one sentence
the subject is meant, unless another of them spoke last: then nobody is certain, and there is no answer.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import cast

import msgspec

from ...model import ActorFact
from .._syntax.clauses import Line, Placed, near
from .._syntax.phrases import after
from .._syntax.subjects import clause_subject
from .genders import PRONOUNS, identity, told
from .nominals import byname

_MOST_SENTENCES = 4
_FULL_NAME = 2  #: words
_FARTHEST = 9  #: sentences to whoever is known to be a woman or a man
_LONGEST_CHAIN = 8  #: sentences that open with one pronoun
_APPOSED = 3  #: tokens from a noun to the name behind it: "the official involved, Ann Lee"
_MOST_LOOKED_AT = 14  #: with those that are all quotation
#: What stands before somebody whom the article has not told of before.
_SOMEBODY = frozenset(("a", "an", "one", "another"))
_VERBAL = frozenset("eymbvo")
QUOTED = "\0"  #: no class has this letter


class Owners(msgspec.Struct, frozen=True):
    """The actors of an article by line, outermost only, and what tells who a pronoun is."""

    lines: tuple[Line, ...]
    actors: tuple[tuple[Placed, ...], ...]
    unquoted: tuple[str, ...] = ()  #: the letters of each line, a quotation's as QUOTED; without it nothing is quoted
    genders: dict[str, str] = {}  #: "f" or "m" by a person's identity; what pronouns tell is added on the way
    camps: Mapping[str, str] = {}  #: the party by a person's identity
    people: Container[str] = frozenset()  #: nouns for somebody without a name
    persons: Mapping[str, str] = {}  #: an actor's type by its noun: "doctor" is a "person"

    def owner(self, line: int, at: int, last: ActorFact | None) -> ActorFact | None:
        """The person meant by the pronoun at a token; `last` spoke before."""
        line, at = self._first_of_chain(line, at)
        return self.told_of(line, at, PRONOUNS[self.lines[line].low[at]], last)

    def learn(self, line: int, span: tuple[int, int], person: ActorFact) -> None:
        """Keep whether a person is a man or a woman, where the "he" or "she" that means that person is the first to tell."""
        gender = PRONOUNS.get(self.lines[line].low[span[1] - 1])
        if gender is not None:
            self.genders.setdefault(identity(person), gender)

    def told_of(self, line: int, at: int, gender: str | None, last: ActorFact | None, party: str | None = None) -> ActorFact | None:
        """The person of whom the sentences before a token tell, of a gender and a political party if these are given."""
        beside = opening = None
        counted = 0
        back = self._sentences_back(line, at)
        for number, start, end in back:
            if counted >= _MOST_SENTENCES and (gender is None or beside):
                break
            people = [item for item in near(self.actors[number], start, end) if self._may_be(item, number, gender, party)
                      and (counted < _MOST_SENTENCES or identity(cast(ActorFact, item.fact)) in self.genders)]
            counted += not self._all_quoted(number, start, end)
            strong = [item for item in people if not _aside(self.lines[number], item)]
            another = self._of_another(number, start, end, gender)
            if another and not any(self._leads(number, start, item.start) for item in strong):
                return None  # "The doctor said that Lee had died. He said"
            if not strong and (holder := self._office_of(number, start, end, gender)):
                sure = last is None or gender is None or identity(holder) in self.genders or identity(last) == identity(holder)
                return holder if sure else None
            if strong:
                found = self._chosen(number, start, strong, last)
                if found and gender and not (last and identity(found) == identity(last)) and self._rivalled(found, gender, back):
                    return None
                return opening if opening and found and self._surer(opening, found) else found
            if people and beside is None:
                beside = self._chosen(number, start, people, last)
                opening = beside if people[0].start == start else None
            if another or self._tells_of_somebody(number, start, end):
                return None
        return beside

    def _rivalled(self, found: ActorFact, gender: str, back: Iterator[tuple[int, int, int]]) -> bool:
        """Whether the sentence before tells of another, who is known to be a woman or a man where the one found is not: "Ann Lee
        left. Cho Ray stayed. She said"."""
        number, start, end = next(back, (0, 0, 0))
        if identity(found) in self.genders or number == 0:
            return False
        known = [item.fact for item in near(self.actors[number], start, end) if self._may_be(item, number, gender)
                 and not _aside(self.lines[number], item) and self._leads(number, start, item.start)]
        others = {identity(other) for other in known if isinstance(other, ActorFact)} - {identity(found)}
        return any(other in self.genders for other in others)

    def _first_of_chain(self, line: int, at: int) -> tuple[int, int]:
        """The first of the pronouns that open this sentence and those right before it: "He called Lee a friend. He said"."""
        word = self.lines[line].low[at]
        opening = self.lines[line].sentence_start(at)
        if self.lines[line].low[opening] == word and not self._inside(line, opening):
            at = opening
        for _ in range(_LONGEST_CHAIN):
            earlier = self._before_that(line, at)
            if earlier is None or self.lines[earlier[0]].low[earlier[1]] != word:
                break
            line, at = earlier
        return line, at

    def _before_that(self, line: int, at: int) -> tuple[int, int] | None:
        """Where the sentence before this one begins that is no quotation; nothing where this one does not begin with the token
        or names somebody before it."""
        back = self._sentences_back(line, at)
        for number, start, _ in back:
            if (number, start) != (line, self.lines[line].sentence_start(at)) and not self._inside(number, start):
                return number, start
            if number == line and any(start <= item.start < at for item in near(self.actors[line], start, at)):
                return None
        return None

    def _tells_of_somebody(self, number: int, start: int, end: int) -> bool:
        """Whether the subject is somebody of whom nothing is known, whom a pronoun after it means: "A voter came in. She said"."""
        line = self.lines[number]
        found = None if self._inside(number, start) else clause_subject(line, start, end)
        if found is None:
            return False
        letters, known = line.letters[slice(*found)], any(p.end > found[0] for p in near(self.actors[number], start, found[1]))
        name = letters.partition(",")[0]
        if set(name) == {"W"} and (name == letters or len(name) >= _FULL_NAME):
            return not any(item.end > found[0] for item in near(self.actors[number], start, found[0] + len(name)))
        if found[0] != start or not any(word in self.people for word in line.low[slice(*found)]):
            return False
        return line.low[start] in _SOMEBODY or ("W" in letters.partition(",")[2] and not known)  # "His lawyer, Ann Lee, said"

    def _of_another(self, number: int, start: int, end: int, gender: str | None) -> bool:
        """Whether the subject is one person whom only a noun tells of, so that a pronoun means nobody named before: "The doctor said"."""
        line = self.lines[number]
        found = None if self._inside(number, start) else clause_subject(line, start, end)
        turned = line.low[start : start + 2] == ("as", "for")  # "As for the doctor, he was gone"
        found = after(line, start + 2) if turned else found
        if found is None or line.letters[found[0]] != "d":
            return False
        head = _head(line, *found)
        noun = line.low[head - 1]
        person = self.persons.get(noun) == "person" and told(noun) in (None, gender or told(noun))
        one = line.letters[head - 1] == "w" and (person or turned)
        behind = near(self.actors[number], head, found[1] + _APPOSED)
        named = any(isinstance(item.fact, ActorFact) and item.fact.attrs.type == "person" and item.fact.attrs.form == "name"
                    and (item.end <= found[1] or line.letters[found[1] : item.start] in (",", "e,")) for item in behind)
        return one and not named and not self._known(number, (found[0], head))

    def _office_of(self, number: int, start: int, end: int, gender: str | None) -> ActorFact | None:
        """The person whom the subject calls by an office: "The mayor waited. She said"."""
        line = self.lines[number]
        found = None if self._inside(number, start) else clause_subject(line, start, end)
        holder = self._by_office(number, (found[0], _head(line, *found))) if found and line.low[found[0]] == "the" else None
        return holder if holder and self.genders.get(identity(holder), gender) == gender else None

    def _by_office(self, number: int, span: tuple[int, int]) -> ActorFact | None:
        """Who alone holds the office of a phrase; nobody where no offices are known."""
        return None

    def _known(self, number: int, span: tuple[int, int]) -> bool:
        """Whether a phrase without a name may mean somebody whom the article names."""
        return byname(self.lines[number], span) is not None or self._by_office(number, span) is not None

    def _surer(self, nearer: ActorFact, other: ActorFact) -> bool:
        """Whether only the nearer of two is known to be a woman or a man: "Lee laughed. Ann Ray's son fell. She said"."""
        return identity(nearer) in self.genders and identity(other) not in self.genders

    def _may_be(self, item: Placed, line: int, gender: str | None, party: str | None = None) -> bool:
        if not isinstance(item.fact, ActorFact) or item.fact.attrs.type != "person" or item.fact.attrs.form not in ("name", "appositive"):
            return False
        who = identity(item.fact)
        told = ((self.genders, gender), (self.camps, party))
        fits = all(asked is None or known.get(who, asked) == asked for known, asked in told)
        return fits and not self._inside(line, item.start)

    def _chosen(self, line: int, start: int, people: Sequence[Placed], last: ActorFact | None) -> ActorFact | None:
        told = {identity(item.fact): item.fact for item in people if isinstance(item.fact, ActorFact)}
        sure = {who: fact for who, fact in told.items() if who in self.genders} or told
        if len(sure) == 1:
            return next(iter(sure.values()))
        spoke = sure.get(identity(last)) if last else None
        facts = [item.fact for item in people if self._leads(line, start, item.start)]
        leading = {identity(fact) for fact in facts if isinstance(fact, ActorFact)}
        subject = sure.get(min(leading)) if len(leading) == 1 else None
        if spoke and subject:
            return subject if identity(subject) == identity(spoke) else None
        return spoke or subject

    def _leads(self, line: int, start: int, at: int) -> bool:
        """Whether nothing but a quotation has a verb before the token in its sentence."""
        letters = self.unquoted[line] if self.unquoted else self.lines[line].letters
        return _VERBAL.isdisjoint(letters[start:at])

    def _inside(self, line: int, at: int) -> bool:
        return bool(self.unquoted) and self.unquoted[line][at : at + 1] == QUOTED

    def _all_quoted(self, number: int, start: int, end: int) -> bool:
        return self._inside(number, start) and self._inside(number, end - 1)

    def _sentences_back(self, line: int, at: int) -> Iterator[tuple[int, int, int]]:
        """This sentence up to a token and those before it, over paragraphs but not into the title; what is all quotation is not counted."""
        number, end, counted = line, at, 0
        for _ in range(_MOST_LOOKED_AT):
            if end <= 0:
                number -= 1
                if number <= 0:
                    return
                end = len(self.lines[number].letters)
            start = self.lines[number].sentence_start(end - 1)
            if start < end:
                yield number, start, end
                counted += not self._all_quoted(number, start, end)
            cut = start > 0 and self.lines[number].letters[start - 1] != "."  # no sentence is as long
            if cut or counted >= _FARTHEST:
                return
            end = start - 1 if start < end else end - 1


def _head(line: Line, start: int, end: int) -> int:
    """One past the noun of a phrase: "The father" of "The father of one of the boys"."""
    return next((at for at in range(start + 1, end) if line.letters[at] not in "dwWg#-e"), end)


def _aside(line: Line, item: Placed) -> bool:
    """Whether a person stands only beside what is told of: "Lee's party", "aides to Mr. Lee", "asked about Lee"."""
    if line.letters[item.end : item.end + 1] == "z":
        return True
    if line.letters[item.end : item.end + 1] in tuple(_VERBAL):
        return False  # "after Lee left"
    if line.letters[item.start - 1 : item.start] == "d" and line.letters[item.end : item.end + 1] == "w":
        return True  # "a Lee ally"
    at = item.start
    while at > 0 and line.letters[at - 1] in "Wx":
        at -= 1
    if at < item.start and line.low[at - 1] == "of" and line.letters[at - 2] == "W":
        return False  # "Prime Minister of Southland Ann Lee"
    if line.low[at - 1] == "for" and line.sentence_start(at) in (at - 1, at - 2):
        return False  # "As for Lee, he", "For Lee, it"
    return at > 0 and line.letters[at - 1] in "pt" and line.low[max(0, at - 2) : at] != ("according", "to") and line.low[at - 1] != "by"
