"""Who a speaker's noun phrase is: its actor, a pronoun's owner where that is certain, and the class of the source."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import islice
from typing import cast

import msgspec

from ...lexicon import Lexicon
from ...model import ActorFact, SourceClass
from .._syntax.clauses import MAX_REACH, Line, Placed, near
from .._syntax.grammar import Grammar, grammar, words
from .._syntax.quotes import Quotation
from .._syntax.subjects import clause_subject
from .camps import camp, camps
from .genders import PRONOUNS, genders, identity, told
from .nameless import people_nouns
from .nominals import Offices, byname
from .owners import QUOTED, Owners

_MAKING = words("issued released out sent wrote published posted made shared delivered signed in via")
_NEAR_STATEMENT = 3  #: sentences
_CONTRASTS = frozenset(("while", "whereas", "but"))
_ASIDES = frozenset(("along", "with", "including", "like", "together", "alongside"))
_MIN_FULL_NAME = 2
#: What parts a statement from who makes it.
_OF_WHOM = frozenset(("by", "from", "of"))
_TITLES = words("""mr mrs ms miss dr sir gov sen rep gen col maj president senator governor prime minister secretary general mayor judge
    congressman congresswoman chancellor king queen pope""")
#: Who publishes for a state and is not the state.
_OUTLETS = words("radio television tv agency newspaper broadcaster daily media")
#: What somebody has at a platform.
_ACCOUNTS = words("account accounts page feed profile handle channel")
#: What somebody says or writes, so that its owner or author speaks.
SAYINGS = words("""statement tweet tweets post posts message messages letter email e-mail memo note reply response answer retort rebuttal
    remark remarks comment comments words speech address testimony interview account explanation advice verdict warning prediction plea
    description view assessment conclusion motto slogan pitch rebuke criticism praise quote""")
_STATEMENTS = SAYINGS | words("defense defence denial apology rebuttal")  #: what "it" may be that is read


NOT_NEAR = -2  #: the line of a speaker after whom somebody else spoke

_AGENCIES = frozenset(("agency", "agencies"))
_OF_MANY = _AGENCIES | {"network", "networks"}
_NEWS = words("news press wire information state official semi-official telegraph telegraphic state-run")


class Heard(msgspec.Struct, frozen=True, gc=False):
    """Who spoke last, and in which line."""

    actor: ActorFact
    line: int


class Speakers(Owners, frozen=True):
    """Who speaks, by the actors of an article."""

    offices: Offices = Offices({})
    documents: Container[str] = frozenset()  #: nouns for what is written or recorded

    @classmethod
    def of(cls, lines: tuple[Line, ...], actors: tuple[tuple[Placed, ...], ...], marks: Iterable[Quotation], lexicon: Lexicon) -> Speakers:
        """The speakers of an article, by its actors of each line and its quotations."""
        known = grammar(lexicon)
        unquoted = [list(line.letters) for line in lines]
        for mark in marks:
            unquoted[mark.line][mark.start : mark.end] = QUOTED * (mark.end - mark.start)
        return cls(lines, actors, tuple(map("".join, unquoted)), genders(lines, actors, known), camps(lines, actors),
                   _nouns(known, "unnamed", "official"), people_nouns(lexicon), Offices.of(lines, actors), _nouns(known, "document"))

    def actor(self, line: int, span: tuple[int, int], last: Heard | None) -> ActorFact | None:
        """The actor that speaks: a person before the body it speaks for; a pronoun's only possible owner; else None.

        `last` is the speaker before, who owns a pronoun that two persons might; "it" is the statement that somebody made just
        before, or the body that spoke.
        """
        speaking, inside = self._speaking(line, span)
        word = self.lines[line].low[span[1] - 1]
        if not any(map(_person, inside)) and (holder := self._holder(line, span, inside, last.actor if last else None)):
            return holder
        if word in _OUTLETS:
            inside = [fact for fact in inside if fact.attrs.type != "state"]  # "Southland's state radio"
        called = byname(self.lines[line], span)
        if called:
            inside = [fact for fact in inside if _person(fact)]  # "the Eastland Democrat"
        if inside:
            if (last_named := _after_comma(self.lines[line].letters, speaking, span)) in inside:
                return last_named
            return min(enumerate(inside), key=lambda pair: (_rank(pair[1]), pair[0]))[1]
        if called:
            return self._called(line, span, called, last.actor if last else None)
        if word in PRONOUNS:
            return self.owner(line, span[1] - 1, last.actor if last else None)
        statement = word == "it" or (word in SAYINGS and self.lines[line].low[span[0] : span[1] - 1] == ("the",))
        if statement and (author := self._author(line, span[0], word, last)):
            return author
        if word == "it" and last is not None and line - last.line <= 1 and last.actor.attrs.type != "person":
            return last.actor
        return None

    def _speaking(self, line: int, span: tuple[int, int]) -> tuple[list[Placed], list[ActorFact]]:
        """The actors in a phrase that do not only tell whose or where, and those of them that speak."""
        held = near(self.actors[line], span[0], self._aside(line, span))
        placed = [p for p in held if p.end <= span[1] and isinstance(p.fact, ActorFact)]
        words, letters = self.lines[line], self.lines[line].letters
        # "Lee's answer: ..." is Lee's
        spoken = words.low[span[1] - 1] in SAYINGS and not any(_has_account(words, p, span) for p in placed)
        speaking = [p for p in placed if spoken or not (_owner_only(p, placed, letters, span) or _where_said(words, p, span))]
        inside = [cast(ActorFact, p.fact) for p in speaking if spoken or not _beside(words, p, span)]
        if _unknown_last(letters, held, span) or _unknown_first(words, held, span):
            inside = [fact for fact in inside if _person(fact)]
        return speaking, inside

    def _holder(self, line: int, span: tuple[int, int], inside: Sequence[ActorFact], last: ActorFact | None) -> ActorFact | None:
        """Who holds the office of a phrase; of several the one just told of: "the congresswoman" among three."""
        holder = self.offices.holder(self.lines[line], span, inside, last)
        if holder and self._of_elsewhere(line, span, holder):
            nearer = self.told_of(line, span[0], told(self.lines[line].low[span[1] - 1]), last)
            apart = nearer is not None and identity(nearer) != identity(holder)
            return holder if not apart else None if nearer and self._of_elsewhere(line, span, nearer) else nearer
        if holder or inside or len(fitting := self.offices.fitting(self.lines[line], span)) < 2:
            return holder
        found = self.told_of(line, span[0], told(self.lines[line].low[span[1] - 1]), last)
        return found if found and identity(found) in fitting else None

    def _of_elsewhere(self, line: int, span: tuple[int, int], person: ActorFact) -> bool:
        """Whether a phrase names a state or a body that never stands beside a person's name: "the Utah senator"."""
        letters, low = self.lines[line].letters, self.lines[line].low
        named = {low[at] for at in range(span[0] + 1, span[1] - 1) if letters[at] == "W"}
        return bool(named) and not any(word in self.offices.beside.get(identity(person), ()) for word in named)

    def _by_office(self, number: int, span: tuple[int, int]) -> ActorFact | None:
        return self.offices.holder(self.lines[number], span, (), None)

    def name_end(self, line: int, span: tuple[int, int]) -> int:
        """Where a phrase ends with the whole of the last name that begins in it."""
        return max((span[1], *(item.end for item in near(self.actors[line], *span))))

    def _called(self, line: int, span: tuple[int, int], noun: str, last: ActorFact | None) -> ActorFact | None:
        """The person just told of, whom a phrase calls by an office or a trait: "the Democrat", "the governor"; nobody who is known
        to hold another office, and nobody where a second person holds that one."""
        party = camp(self.lines[line].low[slice(*span)])
        found = self._contrasted(line, span, noun, party) or self.told_of(line, span[0], told(noun), last, party)
        return found if found and self.offices.may_be(found, noun) else None

    def _author(self, line: int, at: int, word: str, last: Heard | None) -> ActorFact | None:
        """Who made what speaks: Lee, where "Lee issued a statement" or "Lee said in a letter" stands just before "it read"."""
        told = [place for place in islice(self._sentences_back(line, at), _NEAR_STATEMENT) if not self._all_quoted(*place)]
        for number, start, end in told:
            low = self.lines[number].low
            for noun in range(start + 2, end):
                named = low[noun] in _STATEMENTS and word in (low[noun], "it")
                article = noun - 1 - (self.lines[number].letters[noun - 1] == "w")  # "a brief statement"
                made = named and low[article] in ("a", "an") and low[article - 1] in _MAKING
                subject = clause_subject(self.lines[number], start, noun) if made and not self._inside(number, noun) else None
                theirs = low[noun + 1 : noun + 2] not in (("by",), ("from",))
                if subject is not None and theirs and low[subject[1] - 1] not in SAYINGS | {"it"}:
                    return self.actor(number, subject, last)
        return None

    def _contrasted(self, line: int, span: tuple[int, int], noun: str, party: str | None) -> ActorFact | None:
        """Who else is told of in a sentence that sets a phrase against its subject: Ray in "Lee accused Ray, while the nominee said"."""
        phrase = self.lines[line]
        start = phrase.sentence_start(span[0])
        subject = clause_subject(phrase, start, span[0]) if phrase.low[span[0] - 1] in _CONTRASTS else None
        held = near(self.actors[line], subject[1], span[0]) if subject else ()
        others = {identity(item.fact): item.fact for item in held
                  if isinstance(item.fact, ActorFact) and self._may_be(item, line, told(noun), party)}
        return next(iter(others.values())) if len(others) == 1 else None

    def _aside(self, line: int, span: tuple[int, int]) -> int:
        """Where a speaker's phrase is interrupted: "the ministry, along with Ann Lee, said", "the show, hosted by Lee, said", "a man who
        knows Lee said", "the man chosen to lead the bank said", "fighters backed by Eastland said"; its end where it is not."""
        low, letters = self.lines[line].low, self.lines[line].letters
        for at in range(span[0] + 1, span[1] - 1):
            if letters[at] == "r" or (low[at] == "," and (low[at + 1] in _ASIDES or letters[at + 1] in "rea")):
                return at
            said = low[at - 1] in SAYINGS or low[at - 1] in self.documents
            opens = letters[at : at + 2] in ("gd", "gW", "gp", "ty", "tw", "ep") and letters[at - 1] in "wW"
            if opens and not said and "," not in letters[at : span[1]]:
                return at
        return span[1]

    def together(self, line: int, span: tuple[int, int], first: ActorFact) -> list[ActorFact]:
        """Who speaks with one actor: all that "and" and commas join in the phrase, in its order."""
        held = [p for p in near(self.actors[line], span[0], span[1]) if p.end <= span[1] and isinstance(p.fact, ActorFact)]
        letters = self.lines[line].letters
        runs: list[list[ActorFact]] = [[]]
        for index, item in enumerate(held):
            between = letters[held[index - 1].end : item.start] if index else ""
            if not (between == "," and "c" in letters[item.end : span[1]]) and not _joined(between):
                runs.append([])
            runs[-1].append(cast(ActorFact, item.fact))
        return next((run for run in runs if first in run), [first])


def _nouns(known: Grammar, *kinds: str) -> frozenset[str]:
    """The nouns for sources of some kinds, in singular and plural."""
    return frozenset(noun for noun, kind in known.sources.items() if kind in kinds)


def _owner_only(owner: Placed, placed: Sequence[Placed], letters: str, span: tuple[int, int]) -> bool:
    """Whether a name only tells whose they are who speak: "President Lee's party", "Lee's lawyer", "a Lee-era official"; a state
    speaks by its officials."""
    if letters[owner.end : owner.end + 2] in ("-w", "-e"):
        return True
    if letters[owner.end : owner.end + 1] != "z" or owner.end == span[1]:
        return False
    if isinstance(owner.fact, ActorFact) and _person(owner.fact):
        return True
    return any(other.start > owner.end and set(letters[owner.end + 1 : other.start]) <= set("wW-#") for other in placed)


def _unknown_last(letters: str, held: Sequence[Placed], span: tuple[int, int]) -> bool:
    """Whether the phrase ends in a name of which nothing is known: then nobody else in it speaks ("Lee's head of sales J. Ray")."""
    start = span[1]
    while start > span[0] and letters[start - 1] in "Wx":
        start -= 1
    apart = start > span[0] and letters[start - 1] in ",w"
    return apart and span[1] - start >= _MIN_FULL_NAME and not any(item.end > start for item in held)


def _unknown_first(line: Line, held: Sequence[Placed], span: tuple[int, int]) -> bool:
    """Whether the phrase begins with a name of which nothing is known, of some body: "J. Ray of the Harbour Trust", "J. Ray, head of
    the Harbour Trust"."""
    end = span[0]
    while end < span[1] and line.letters[end] in "Wx":
        end += 1
    of_body = line.low[end : end + 1] == ("of",) or (line.letters[end : end + 1] == "," and line.letters[end + 1 : end + 2] in ("d", "w"))
    return end - span[0] >= _MIN_FULL_NAME and of_body and not any(item.start < end for item in held)


def _after_comma(letters: str, speaking: Sequence[Placed], span: tuple[int, int]) -> ActorFact | None:
    """The person that stands alone behind the last comma: "the mayor's aide, Ann Lee", "In a hall named after Ray, Lee said"."""
    last = next((item.fact for item in speaking if item.end == span[1] and letters[item.start - 1] == ","), None)
    return last if isinstance(last, ActorFact) and _person(last) and "c" not in letters[slice(*span)] else None


def _has_account(line: Line, item: Placed, span: tuple[int, int]) -> bool:
    """Whether a body is the platform of an account: "the party's Twitter account"."""
    return item.end == span[1] - 1 and line.low[item.end] in _ACCOUNTS


def _where_said(line: Line, item: Placed, span: tuple[int, int]) -> bool:
    """Whether a body is only where something was said: "a statement posted to Twitter", "the party's Twitter account", "on Twitter
    Lee"; not "a statement by the ministry"."""
    if _has_account(line, item, span):
        return True
    if item.start > span[0] and line.low[item.start - 1] in ("on", "via") and "W" in line.letters[item.end : min(item.end + 1, span[1])]:
        return True
    head = next((at for at in range(span[0], item.start) if line.low[at] in SAYINGS), None)
    return head is not None and not _OF_WHOM & set(line.low[head + 1 : item.start])


def _beside(line: Line, item: Placed, span: tuple[int, int]) -> bool:
    """Whether a name only tells who else speaks: "the Lee campaign", "aides to Lee", "the envoy to Eastland"; not "a statement by Lee"."""
    if not isinstance(item.fact, ActorFact) or not _person(item.fact):
        return line.low[item.start - 1] == "to" and line.letters[item.start - 2] == "w" and item.start - 2 >= span[0]
    if item.end < span[1] and line.letters[item.end] == "w" and line.letters[item.start - 1 : item.start] != ",":
        return True
    at = item.start
    while at > span[0] and (line.letters[at - 1] == "x" or line.low[at - 1] in _TITLES):
        at -= 1
    if at - 1 <= span[0] or line.letters[at - 1] not in "pt":
        return False
    noun = line.letters[at - 2] == "w" or line.sentence_start(at) == at - 2  # "Aides to Lee"
    return noun and line.low[at - 2] not in SAYINGS


def _joined(between: str) -> bool:
    """Whether what parts two names joins them: "and", ", and the"."""
    return between.lstrip(",")[:1] == "c" and len(between) <= 5 and set(between) <= set(",cdjwW")


def _person(fact: ActorFact) -> bool:
    return fact.attrs.type == "person" and fact.attrs.form in ("name", "appositive")


def _rank(fact: ActorFact) -> int:
    if _person(fact):
        return 0
    if fact.attrs.form == "demonym":
        return 3
    return 1 if fact.attrs.form in ("name", "metonym", "pronoun") else 2


def source_class(line: Line, span: tuple[int, int], actor: ActorFact | None, grammar: Grammar) -> SourceClass | None:
    """The class of a source. None for a pronoun whose owner is not certain."""
    head = _head(line, span)
    body = actor is not None and actor.attrs.type != "media"
    kinds = [_kind(line, at, head[1], grammar, body=body) for at in range(*head)]
    if actor is not None and _person(actor):
        return "named"
    if (line.letters[head[0]] == "i" or line.low[head[0]] in PRONOUNS) and head[1] - head[0] == 1 and actor is None:
        return None
    if (actor is not None and actor.attrs.type == "media") or "media" in kinds[-2:]:
        return "media"
    last = next((kind for kind in reversed(kinds) if kind), None)
    if last == "document":
        return "document"
    if "anonymity" in line.low[span[0] : min(line.sentence_end(span[0]), span[1] + MAX_REACH)]:
        return "unnamed"
    if last is not None and (line.letters[head[1] - 1] != "W" or kinds[-1]):
        return last  # type: ignore[return-value]
    if actor is not None:
        return "official" if actor.attrs.type in ("state", "military") else "named"
    return "named" if _has_name(line, head, span[1]) else "unnamed"


def _has_name(line: Line, head: tuple[int, int], end: int) -> bool:
    """Whether a capital in a noun phrase is of a name, and not of the word that opens a sentence: "Opposition leaders", "Organisers of"."""
    letters = line.letters[slice(*head)]
    plural = letters == "W" and line.low[head[0]].endswith("s")
    common = letters[:2] == "Ww" or (plural and head[1] < end and line.letters[head[1]] == "p")
    return "W" in letters[common and head[0] == line.sentence_start(head[0]) :]


def _kind(line: Line, at: int, end: int, grammar: Grammar, *, body: bool) -> str | None:
    """The kind of source that a word of a phrase tells; "research" of "the research team" and "Survey" of a body's name tell none.

    "Agency" and "network" tell of media only before nobody known to be something else: not "the weather agency", "Norland Networks".
    """
    kind = grammar.sources.get(line.low[at])
    if kind == "media" and line.low[at] in _OF_MANY and (body or (line.low[at] in _AGENCIES and line.low[at - 1] not in _NEWS)):
        kind = None if body else "official"
    part = line.letters[at + 1 : min(at + 2, end)] in ("w", "W") or line.letters[max(0, at - 1) : at + 1] == "WW"
    return None if kind == "document" and part else kind


def _head(line: Line, span: tuple[int, int]) -> tuple[int, int]:
    """The noun phrase without what follows its first preposition, participle or comma."""
    for at in range(span[0] + 1, span[1]):
        if line.letters[at] in "pt,re" or (line.letters[at] == "g" and line.letters[at - 1] in "wW"):
            return span[0], at
    return span
