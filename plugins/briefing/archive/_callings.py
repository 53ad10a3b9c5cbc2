"""What a person is, by the roles that articles give them: the few worlds between which people seldom move.

Only roles that place somebody are here. A president, a director, a captain, an activist, a lawyer or a businessman may be
anything else besides, in any country, and says nothing about who else a person is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

#: World -> roles. One of several words is looked up whole, then by the word that it turns on: "deputy foreign minister",
#: "minister of justice".
_WORLDS = {
    "office": """
        assemblyman assemblywoman chancellor congressman congresswoman councillor councilman councilor councilwoman governor justice
        king lawmaker legislator magistrate mayor minister parliamentarian premier prince princess queen senator sheriff sultan taoiseach
        member-of-parliament member-of-congress house-member state-representative attorney-general governor-general
        district-attorney circuit-judge district-judge high-court-judge supreme-court-judge home-secretary foreign-secretary
        defence-secretary defense-secretary treasury-secretary secretary-of-state house-speaker senate-majority-leader
        senate-minority-leader house-majority-leader house-minority-leader
    """,
    "force": """
        admiral brigadier colonel constable corporal detective general inspector lieutenant major policeman sapper
        sergeant soldier superintendent trooper police-chief chief-of-police brigadier-general lieutenant-general major-general
    """,
    "sport": "athlete champion coach player umpire referee goalscorer team-captain head-coach national-coach assistant-coach",
    "sport football": "footballer goalkeeper midfielder quarterback striker",
    "sport cricket": "batsman bowler cricketer",
    "sport baseball": "pitcher",
    "sport boxing": "boxer wrestler",
    "sport running": "marathoner runner sprinter",
    "sport cycling": "cyclist",
    "sport golf": "golfer",
    "sport skating": "skater",
    "sport swimming": "swimmer",
    "sport gymnastics": "gymnast",
    "art": """
        actor actress artist bassist cellist choreographer comedian composer dancer drummer filmmaker frontman guitarist illustrator
        keyboardist musician novelist organist painter pianist playwright poet rapper saxophonist sculptor singer soprano tenor
        trumpeter violinist vocalist film-director lead-singer
    """,
    "science": """
        anthropologist archaeologist astronaut astronomer biologist chemist cosmonaut geologist mathematician meteorologist
        paleontologist physicist seismologist surgeon
    """,
    "faith": "archbishop ayatollah bishop cardinal cleric imam mufti pastor patriarch preacher priest rabbi theologian",
    "private": "bomber eyewitness gunman killer murderer resident shooter survivor suspect victim witness",
}
#: These stand before a role that is over, or not taken up: what a person was says nothing against what they are.
_PAST = ("former ", "ex-", "retired ", "one-time ", "future ", "aspiring ")
_WORLD_OF = {word: world for world, words in _WORLDS.items() for word in words.split()}
_LINKS = (" of ", " for ")
#: Roles that are held abroad: the country of whoever holds one is not told by the place it is held in.
_ABROAD = frozenset((
    "ambassador", "commander", "commissioner", "consul", "coordinator", "correspondent", "envoy", "observer", "representative",
))


def worlds(roles: Iterable[str]) -> frozenset[str]:
    """The worlds that roles place a person in; none for roles that place nobody, and for roles of the past."""
    return frozenset(world for role in roles if (world := world_of(role)))


def world_of(role: str) -> str | None:
    """The world of one role, with its branch: "sport football"."""
    if role.startswith(_PAST):
        return None
    low = role.lower()
    whole = _WORLD_OF.get(low.replace(" ", "-"))
    turns_on = low.split(next((link for link in _LINKS if link in low), "\n"))[0].split()
    if whole or not turns_on or (turns_on[-1] == "general" and len(turns_on) > 1):  # a secretary general is no general
        return whole
    return _WORLD_OF.get(turns_on[-1])


def held_abroad(role: str) -> bool:
    """Whether a role is held in other countries than one's own."""
    return not _ABROAD.isdisjoint(role.lower().split())


def exclude(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether whoever is of the one worlds in one country is hardly of the others in another. No world excludes nothing."""
    pairs = list(_pairs(some, list(others)))
    return bool(pairs) and all(_apart(a, b) for a, b in pairs)


def _pairs(some: Iterable[str], others: list[str]) -> Iterator[tuple[str, str]]:
    return ((a, b) for a in some for b in others)


def _apart(a: str, b: str) -> bool:
    """Two worlds; of one world only two sports, and two offices, which are held in one's own country."""
    first, _, branch = a.partition(" ")
    second, _, other = b.partition(" ")
    if first == second:
        return first == "office" or bool(branch and other and branch != other)
    return True
