"""Who a noun phrase tells of: the actors that head it, by name or by nouns alone.

The phrase is a stretch of tokens that _syntax/phrases.py found beside a verb or a preposition. Refused: names that only describe
("a New Zealand murder suspect"), and whatever stands in a clause within the phrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from .._syntax.clauses import Line, near
from .._syntax.grammar import words
from .nameless import described
from .parties import NOUN, Party

#: What is written, of which the news is who wrote it.
WRITINGS = words("report reports study survey poll statement letter figures data research ruling verdict")
#: Nouns whose bearer acts for the state or body named before it.
AGENTS = words("""government officials official forces troops soldiers army navy military police authorities jets warplanes planes aircraft
    helicopters missiles rockets drones ships warships tanks artillery gunboats rebels militants fighters insurgents gunmen militia militias
    guerrillas minister ministers president leader leaders parliament cabinet court judge judges prosecutors lawmakers diplomats
    ambassador envoy negotiators spokesman spokeswoman spokesperson delegation embassy team company firm airline regulators agents
    proposal offer plan request demand call calls appeal attack attacks strikes bid efforts decision policy right rights war action actions
    invasion president-elect officers commander commanders general administration ministry department side sides workers students
    protesters demonstrators activists voters people citizens nationals residents prisoners refugees civilians settlers
    farmers""") | WRITINGS


_IN_TITLES = words("of from for")


def participants(line: Line, zone: tuple[int, int] | None, actors: Sequence[Party], *, suffers: bool = False) -> tuple[Party, ...]:
    """The actors that head a noun phrase: "Hamas and Israel", "members of Hamas", not "the attack on Hamas".

    The owner in "Israel's army" counts only where the phrase has no other. Who is told of by nouns alone ("two armed men") counts
    where no name heads the phrase, or beside one ("Ann Lee and two aides"), and gives a people its words ("a German tourist").
    """
    if zone is None:
        return ()
    told = list(_told(line, zone, actors))
    named = tuple(_named(line, zone, [actor for actor in actors if actor.form != NOUN], suffers=suffers))
    if suffers and told and named and "from" in line.low[told[0].end : named[0].start]:
        named = ()  # "300 women and girls from Hamas camps"
    peoples = [party.start for party in named if party.form == "demonym" or line.letters[party.end : party.end + 1] == "z"
               or (party.type == "state" and line.letters[party.end : party.end + 1] == "w")]
    if "," in line.letters[slice(*zone)] and len(peoples) < len(named):
        told = []  # what commas part may be an apposition
    held = {start: one for start in peoples for one in told if one.start <= start < one.end}
    merged = [msgspec.structs.replace(held[party.start], key=party.key) if party.start in held else party for party in named]
    apart = (one for one in told if not any(one.start < party.end and party.start < one.end for party in named))
    return (*merged, *(one for one in apart if not named or _joined(line, one.start)))


def _written(line: Line, start: int, end: int) -> str:
    """The words of some tokens as they are written, on one line."""
    tokens = line.tokens[start:end]
    return "".join(f"{' ' * (at > 0 and token.start > tokens[at - 1].end)}{token.text}" for at, token in enumerate(tokens))


def _joined(line: Line, at: int) -> bool:
    """Whether "and" stands before a token, but for an article or a hedge."""
    while at > 0 and line.letters[at - 1] in "dap":
        at -= 1
    return line.letters[at - 1 : at] == "c"


def _told(line: Line, zone: tuple[int, int], actors: Sequence[Party]) -> Iterator[Party]:
    """The parties of a phrase that are told of without a name."""
    start, end = zone
    kinds = {actor.start: actor.type for actor in near(actors, start, end) if actor.form == NOUN}
    for phrase in described(line, start, end, kinds) if kinds else ():
        words_ = _written(line, phrase.start, phrase.end)
        yield Party(phrase.start, phrase.end, "", words_, "nominal", phrase.type, words=words_, span=line.span(phrase.start, phrase.end))


def _named(line: Line, zone: tuple[int, int], actors: Sequence[Party], *, suffers: bool) -> Iterable[Party]:
    """The actors with a name or a fact that head a phrase."""
    inside = [actor for actor in actors if zone[0] <= actor.start < zone[1] and not _compounded(line, actor)]
    direct = [actor for actor in inside if _heads(line, zone[0], actor, inside)]
    direct = [actor for actor in direct if _acts(line, actor, zone[1], suffers=suffers)]
    direct = [_apposed(line, _borne(line, actor, inside), inside) for actor in direct]
    if any(actor.type == "person" and actor.form == "name" for actor in direct):
        direct = [actor for actor in direct if not _describes(actor)]  # "former army officer and writer Ann Lee"
    plain = [actor for actor in direct if line.letters[actor.end : actor.end + 1] != "z" and not _adjective(line, actor, direct)]
    seen: dict[str, Party] = {}
    for actor in plain or direct:
        seen.setdefault(actor.identity, actor)
    return seen.values()


def _adjective(line: Line, actor: Party, direct: Sequence[Party]) -> bool:
    """Whether a demonym only describes: not a people ("Palestinians"), nor "Hungarian" in "Hungarian and Romanian officials"."""
    if actor.form != "demonym":
        return False
    if line.letters[actor.end : actor.end + 1] == "c":
        return not any(other.start == actor.end + 1 and other.form in ("nominal", "demonym") for other in direct)
    return actor.type != "people" or line.letters[actor.end : actor.end + 1] in ("w", "W", "-")


def _describes(actor: Party) -> bool:
    """Whether a description is of one person: "U.S. soldier", not "U.S. soldiers"."""
    return actor.type == "person" and actor.form == "nominal" and not actor.label.endswith("s")


def _compounded(line: Line, actor: Party) -> bool:
    """Whether a name only describes another: "party-endorsed Ann Lee"."""
    return line.letters[actor.end : actor.end + 1] == "-" and line.letters[actor.end + 1 : actor.end + 2] in ("e", "w")


def _borne(line: Line, actor: Party, inside: list[Party]) -> Party:
    """The person whose title the party stands in: "President of the Republic Ann Lee", "the president of Southland, Ann Lee,"."""
    named = (other for other in inside if other.type == "person" and actor.type != "person" and other.start >= actor.end)
    return next((other for other in named if _title(line, actor.end, other.start) or line.letters[actor.end : other.start] == ","), actor)


def _apposed(line: Line, actor: Party, inside: list[Party]) -> Party:
    """The body that an owner's description is of: "Southland's biggest bank, Lee Brothers"."""
    if line.letters[actor.end : actor.end + 1] != "z":
        return actor
    named = (other for other in inside if other.start > actor.end and other.form == "name")
    first = next(named, None)
    between = line.letters[actor.end + 1 : first.start].rstrip("d") if first else ""
    return first if first and between.endswith(",") and set(between[:-1]) <= set("wW-#") and len(between) > 1 else actor


def _title(line: Line, start: int, end: int) -> bool:
    """Whether a stretch is a title: "Secretary of State", "Senator from Oakshire"."""
    return end - start <= 6 and all(line.letters[i] in "wW" or line.low[i] in _IN_TITLES for i in range(start, end))


def _acts(line: Line, actor: Party, end: int, *, suffers: bool) -> bool:
    """Whether the phrase that a name opens stands for it: "Israeli jets", "Haiti's efforts", not "a New Zealand murder suspect".

    Whatever is theirs suffers for its people: "Iraqi civilians", "a Danish web site".
    """
    if actor.end >= end or line.letters[actor.end] not in "wW" or actor.form == "weapon":
        return True
    if suffers and actor.form == "demonym":
        return True  # "the Southern town": whose it is
    at = actor.end
    while at < end and line.letters[at] in "wW-":
        at += 1
    if suffers and line.low[at - 1].endswith(("s", "people", "men", "women", "children")):
        return True
    return line.letters[actor.end] == "W" or any(word in AGENTS for word in line.low[actor.end : at])


def _heads(line: Line, start: int, actor: Party, inside: list[Party]) -> bool:
    between = line.letters[start : actor.start]
    if "r" in between or "h" in between:
        return False
    if "," in between and "c" not in between + line.letters[actor.end : inside[-1].start]:
        owned = between.endswith("z") and len(inside) > 1 and inside[1] is actor  # "a climber, Southland's Ann Lee,"
        first = inside[0] is actor or owned
        return first and actor.type == "person" and between.rstrip("Wz").endswith(",")  # "its minister, Ann Lee,"
    preposition = next((i for i in range(start, actor.start) if line.letters[i] in "pteg" and line.letters[i - 1 : i] != "-"), None)
    if preposition is None:
        return True
    first = inside[0] is actor or all(other.start >= actor.start for other in inside)
    speaks = line.low[preposition - 1].startswith("spokes") and line.low[preposition] == "for"
    return first and (line.low[preposition] in ("of", "about", "over", "from") or preposition == start or speaks)
