"""Parties that a noun phrase tells of without a name: "eight people", "a German tourist", "the company".

News often knows no more of who did it, or to whom. Such a party has no identity and so no key; it is told by its words. Refused:
whatever is neither people nor a body of them ("the fire", "shares"), and numbers without a noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from ...lexicon import Lexicon
from .._syntax.clauses import Line
from .._syntax.grammar import Keyed, with_s, words

#: Nouns that count or gather: who it is stands behind "of" ("a group of gunmen", "members of the crew").
_PARTITIVE = words("""group groups tens dozens hundreds thousands scores millions number numbers team teams crowd crowds gang gangs handful
    majority couple pair trio series wave member members part parts most half relatives families some many
    one two three four five six seven eight nine ten""")
_NUMBERS = frozenset(("number", "numbers"))  #: ... and that nobody takes for who it is
#: Determiners that say how many.
_HOW_MANY = words("several many few other another")
#: Titles and nouns of people that as often mean something else, or count nobody.
_NOT_PEOPLE = words("""dead death deaths fatality fatalities casualty casualties injured wounded missing displaced homeless source sources
    other others whip star chair model icon legend principal justice general host king page private conservative anchor executive
    driver streamer guard sport state trade staff bomber bombers major minor""")
_ASKING = (("what",), ("how",), ("why",))
_PLURALS = ("s", "men", "people", "children", "personnel", "police", "crew")
_MODIFIES = frozenset("wW#-z")
_MOST_TOKENS = 14


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A party's words, by tokens of the line."""

    start: int
    end: int
    type: str  #: an ActorType


def people_nouns(lexicon: Lexicon) -> Mapping[str, str]:
    """Every noun for people or a body of them, with its ActorType; made once for each fingerprint."""
    return _nouns(Keyed(lexicon.fingerprint, lexicon.tables))


@lru_cache(maxsize=4)
def _nouns(keyed: Keyed) -> dict[str, str]:
    tables = keyed.tables
    found: dict[str, str] = {}
    for row in tables.get("names_titles", ()):
        if row["kind"] in ("job", "office", "rank") and " " not in row["title"] and len(row["title"]) > 3:
            found |= {row["title"]: "person", row["title"] + "s": "person_group"}
    for row in tables.get("counted_nouns", ()):
        if row["unit"] == "person":
            people = (word for word in row["words"].split(";") if word.islower())
            found.update((word, "person_group" if word.endswith(_PLURALS) else "person") for word in people)
    for row in tables.get("names_groups", ()):
        noun, singular = (row[column].rpartition(" ")[2] for column in ("noun", "singular"))
        found |= {singular: "person" if noun != singular else row["type"], noun: row["type"]}
    found = {noun: kind for noun, kind in found.items() if noun not in _NOT_PEOPLE}
    for row in tables.get("event_party_nouns", ()):
        for word in row["words"].split():
            singular, _, plural = word.partition("/")
            group = "person_group" if row["type"] == "person" else row["type"]
            found |= {plural or with_s(singular): group, singular: row["type"]}
    return found


def described(line: Line, start: int, end: int, nouns: Mapping[int, str]) -> Iterator[Phrase]:
    """The parties that head the noun phrase [start, end), and those that commas and "and" join to the first.

    `nouns` holds the type of each token there that is a noun for people.
    """
    at = start
    while at < end:
        first = _past_article(line, at, end)
        if line.low[first : first + 1] in _ASKING:
            return  # "what organisers put at a million people"
        stop = _noun_phrase(line, first, min(end, first + _MOST_TOKENS))
        found = _phrase(line, first, stop, end, nouns) if stop > first else None
        if found is not None and not (first == at and _bare(line, found)):
            yield found
            stop = found.end
        at = stop
        while at < end and line.letters[at] in ",c":
            at += 1
        if at == stop or (found is None and line.letters[stop] == "," and line.letters[stop + 1 : stop + 2] != "c"):
            return  # "wounding four, a spokesman said"


def _bare(line: Line, found: Phrase) -> bool:
    """Whether one person is told of by a noun alone, as nobody is in running text: "taken hostage"."""
    return found.type == "person" and found.end == found.start + 1 and line.letters[found.start] == "w" and not line.headline


def _past_article(line: Line, start: int, end: int) -> int:
    """Behind an article or a hedge: "at least"."""
    while start < end and line.letters[start] in "dapt" and line.low[start] not in _HOW_MANY and line.letters[start + 1 : start + 2] != "-":
        start += 1
    infinitive = start and line.letters[start - 1] == "t" and line.letters[start : start + 2] == "w#"
    return start + 1 if infinitive else start  # "agreed to exchange | 1,200 prisoners"


def _phrase(line: Line, start: int, stop: int, end: int, nouns: Mapping[int, str]) -> Phrase | None:
    """The party whose noun phrase is [start, stop), with what stands behind "of" where its noun only counts."""
    counts = line.letters[stop - 1] == "#" or line.low[stop - 1] in _PARTITIVE
    if counts and stop + 1 < end and line.low[stop] == "of":
        inner = _past_article(line, stop + 1, end)
        held = _noun_phrase(line, inner, min(end, inner + _MOST_TOKENS))
        if line.low[held - 1] in _PARTITIVE and line.low[held : held + 1] == ("of",):  # "tens of thousands of students"
            held = _noun_phrase(line, held + 1, min(end, held + 1 + _MOST_TOKENS))
        if held > inner and held - 1 in nouns:
            return Phrase(inner if line.low[stop - 1] in _NUMBERS else start, held, "person_group")
    kind = nouns.get(stop - 1)
    if line.letters[stop : stop + 2] == "gw" and not line.low[stop - 1].endswith(("s", "men", "people")):
        return None  # "a police training centre", but "astronomers using telescopes"
    if kind is None and line.letters[stop : stop + 1] == "c":  # "Northern and allied troops"
        both = _noun_phrase(line, stop + 1, min(end, stop + _MOST_TOKENS))
        kind = nouns.get(both - 1) if stop == start + 1 and line.letters[start] in "wW" else None
        stop = both if kind else stop
    named = line.letters[stop - 1] == "W" and not line.headline and stop - start > 1 and line.letters[stop - 2] != "z"
    return Phrase(start, stop, kind) if kind and not named else None


def _noun_phrase(line: Line, start: int, end: int) -> int:
    """One past a noun with what stands before it: "two armed men", "the company's chief executive"."""
    at = start
    while at < end:
        letter = line.letters[at]
        participle = letter in "eg" and line.letters[at + 1 : at + 2] in ("w", "-", "W")
        if letter in _MODIFIES or participle or (at == start and line.low[at] in _HOW_MANY):
            at += 1
        else:
            break
    return at
