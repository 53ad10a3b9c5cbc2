"""Who "the senator" is: the one person of whom the article says that he or she holds that office; who "a former official" is, whom
the article names later; and which nouns are bynames of whoever was just told of ("the Ohio Democrat", "the 42-year-old").

Refused: an office that two persons hold, "the former senator" for a senator, and a phrase that names another state or body than
the person's own ("the Iranian president").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence

import msgspec

from ...model import ActorFact
from .._syntax.clauses import Line, Placed
from .._syntax.grammar import words
from .._syntax.phrases import before
from .genders import identity

#: Words that make another office of one: the vice president is no president.
_OTHER_OFFICE = words("vice deputy former acting ex assistant ex- then interim late")
#: Words that leave an office as it is: the veteran senator is a senator, the health minister not just any minister.
_SAME_OFFICE = words("new current veteran longtime longstanding outgoing incoming embattled young elderly top senior incumbent")
#: What a report calls a person by whom it has just named, whatever else is known of him or her.
_TRAITS = words("""candidate nominee contender hopeful challenger incumbent frontrunner republican democrat conservative liberal lawmaker
    politician legislator diplomat businessman businesswoman billionaire millionaire mogul magnate tycoon executive
    entrepreneur veteran socialist libertarian populist firebrand old native statesman
    singer rapper actor actress comedian author novelist songwriter musician filmmaker broadcaster neurosurgeon
    moderate centrist progressive maverick hardliner freshman""")
#: ... and by the state that he or she is of.
_STATES = words("""alabamian alaskan arizonan arkansan californian coloradan delawarean floridian georgian hawaiian idahoan illinoisan
    hoosier iowan kansan kentuckian louisianan mainer marylander michigander minnesotan mississippian missourian montanan nebraskan nevadan
    yorker carolinian dakotan ohioan oklahoman oregonian pennsylvanian tennessean texan utahn vermonter virginian washingtonian
    wisconsinite""")
#: Leaders of a parliament's parties.
_LEADERS = frozenset((("majority", "leader"), ("minority", "leader"), ("majority", "whip"), ("minority", "whip")))
#: Traits by which reports often tell of somebody whom they do not name.
_SOURCES = words("""diplomat lawmaker legislator executive politician businessman businesswoman entrepreneur veteran native old
    singer rapper actor actress comedian author novelist songwriter musician filmmaker broadcaster neurosurgeon""")
#: Offices of many, hardly ever told of without a name: "the governor" is whom the report has just named where it tells of no
#: other. Presidents, ministers and mayors do without one.
_BYNAMES = words("governor senator congressman congresswoman secretary lady")
#: What else those are called who hold an office.
_SYNONYMS = {"representative": ("congressman", "congresswoman", "lawmaker"), "ceo": ("chief executive", "chief"), "mp": ("lawmaker",),
             "senator": ("lawmaker",), "chief executive": ("ceo", "chief"), "chief executive officer": ("ceo", "chief executive")}
_SOMEBODY = frozenset(("a", "an", "one", "another"))
_NEAR = 6  #: tokens
_LONGEST = 6  #: tokens of "a senior Western diplomat"


def byname(line: Line, span: tuple[int, int]) -> str | None:
    """The noun of a definite phrase that may only be another word for a person named before: "the German diplomat", "the
    42-year-old", "the former secretary of state"."""
    first, end = span
    border = line.letters.find("p", *span)
    end = border if border > 0 and line.low[border : span[1]] == ("of", "state") else end
    noun = line.low[end - 1]
    if line.low[first] != "the" or "z" in line.letters[first:end] or (noun == "old" and line.letters[end - 2] != "-"):
        return None
    if noun in _BYNAMES and line.low[end - 2] in _OTHER_OFFICE - {"former"}:
        return None
    whole = noun not in ("secretary", "lady") or line.low[end - 2] == "first" or end < span[1]  # no secretary of a club
    return noun if whole and (noun in _TRAITS | _BYNAMES | _STATES or line.low[end - 2 : end] in _LEADERS) else None


def _strangers(lines: Sequence[Line]) -> Counter[str]:
    """How often an article tells of somebody without a name, by the noun: "a Western diplomat", but not "Lee, a Western diplomat,"."""
    found: Counter[str] = Counter()
    for line in lines:
        for at, word in enumerate(line.low):
            if word in _SOMEBODY and line.letters[at - 1 : at] != ",":
                end = at + 1
                while end < at + _LONGEST and line.letters[end : end + 1] in ("w", "W", "-", "#"):
                    end += 1
                found[line.low[end - 1]] += 1
    return found


def _introduced(lines: Sequence[Line], actors: Sequence[Sequence[Placed]]) -> dict[str, ActorFact]:
    """Who is named after a noun that stands for one person of whom the article has told so far without a name: "A former official
    said so on Monday. The official, Ann Lee, said more"."""
    found: dict[str, dict[str, ActorFact]] = {}
    for line, placed in zip(lines, actors, strict=True):
        for item in placed:
            comma = item.start - 1
            while comma > 0 and line.letters[comma] in "Wx":
                comma -= 1  # "The official, Sen. Ann Lee,"
            apposed = comma > 1 and line.letters[comma] == "," and line.letters[item.end : item.end + 1] == ","
            phrase = before(line, comma) if apposed else None
            if phrase and line.low[phrase[0]] == "the" and isinstance(item.fact, ActorFact) and item.fact.attrs.type == "person":
                found.setdefault(line.low[comma - 1], {})[identity(item.fact)] = item.fact
    return {noun: next(iter(people.values())) for noun, people in found.items() if len(people) == 1}


def _beside(lines: Sequence[Line], actors: Sequence[Sequence[Placed]]) -> dict[str, set[str]]:
    """The capitalised words near each person's name, by the person's identity."""
    found: dict[str, set[str]] = {}
    for line, placed in zip(lines, actors, strict=True):
        for item in placed:
            if isinstance(item.fact, ActorFact) and item.fact.attrs.type == "person":
                start, end = item.start, item.end
                while start > max(0, item.start - _NEAR) and line.letters[start - 1] in "wWx-":
                    start -= 1
                while end < min(len(line.low), item.end + _NEAR) and line.letters[end] not in "eymbvo.":
                    end += 1
                found.setdefault(identity(item.fact), set()).update(line.low[at] for at in range(start, end) if line.letters[at] == "W")
    return found


class Offices(msgspec.Struct, frozen=True):
    """The persons of an article by the last word of their office."""

    holders: Mapping[str, tuple[tuple[ActorFact, tuple[str, ...]], ...]]  #: with the words of the office
    strangers: Mapping[str, int] = {}  #: how often a noun tells of somebody without a name
    introduced: Mapping[str, ActorFact] = {}  #: who is named later, by that noun
    beside: Mapping[str, Container[str]] = {}  #: the names that stand beside a person's: "Utah" of "Orrin Hatch (R-Utah)"

    @classmethod
    def of(cls, lines: Sequence[Line], actors: Sequence[Sequence[Placed]]) -> Offices:
        found: dict[str, dict[tuple[str, str], tuple[ActorFact, tuple[str, ...]]]] = {}
        for item in (item for line in actors for item in line):
            if isinstance(item.fact, ActorFact) and item.fact.attrs.type == "person" and item.fact.attrs.role:
                role = item.fact.attrs.role.lower()
                for office in (role, *_SYNONYMS.get(role, ())):
                    held = found.setdefault(office.rpartition(" ")[2], {})
                    held.setdefault((identity(item.fact), office), (item.fact, tuple(office.split())))
        return cls({noun: tuple(people.values()) for noun, people in found.items()}, _strangers(lines), _introduced(lines, actors),
                   _beside(lines, actors))

    def holder(self, line: Line, span: tuple[int, int], inside: Sequence[ActorFact], last: ActorFact | None) -> ActorFact | None:
        """The only person that a definite phrase without a person's name may mean; `inside` are the states and bodies that it names, and
        `last` spoke before, whose body need not be known."""
        fitting = self.fitting(line, span)
        if len(fitting) != 1:
            return None
        (person,) = fitting.values()
        free = last is not None and not person.attrs.of and identity(person) == identity(last)
        return person if free or all(other.key == person.attrs.of for other in inside) else None

    def fitting(self, line: Line, span: tuple[int, int]) -> dict[str, ActorFact]:
        """Everybody who holds the office of a definite phrase, by identity; who is named later for "a former official"."""
        kind, noun = line.letters[span[1] - 1], line.low[span[1] - 1]
        if line.low[span[0]] in _SOMEBODY and self.strangers.get(noun) == 1 and (person := self.introduced.get(noun)):
            return {identity(person): person}
        if line.low[span[0]] != "the" or kind not in "wW":
            return {}
        start = span[1] - 1
        while kind == "w" and start > span[0] + 1 and line.letters[start - 1] == "w":
            start -= 1
        office = line.low[start : span[1]]
        return {identity(person): person for person, role in self.holders.get(noun, ()) if _fits(role, office)}

    def may_be(self, person: ActorFact, noun: str) -> bool:
        """Whether a person may be called by a noun: nobody without a name is, and of an office nobody else holds it, nor the
        person another."""
        if noun in self.strangers and noun in _SOURCES | _BYNAMES:
            return False
        return noun in _TRAITS | _STATES or (not person.attrs.role and noun not in self.holders)


def _fits(role: tuple[str, ...], office: tuple[str, ...]) -> bool:
    apart = set(role) ^ set(office)
    shorter = office[-len(role) :] == role and set(office[: -len(role)]) <= _SAME_OFFICE
    return not apart & _OTHER_OFFICE and (role[-len(office) :] == office or shorter)
