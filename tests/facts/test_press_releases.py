"""The toll of the main event in military press releases: how many it says were killed, and no toll told of other days.

Every release is invented.
"""

from __future__ import annotations

import pytest

from briefing.facts import extract
from briefing.model import EventFact, QuantityFact
from briefing.settings import Settings
from briefing.sources import read_source
from facts.made import LEXICON

RELEASES = [
    ("Base news", "KABUL, Afghanistan (May 11) - A service member died following a bomb attack in the south today.", (1, 1)),
    ("Soldiers die", "BAGHDAD - Two Multi-National Division - Baghdad Soldiers died of wounds suffered in an attack.", (2, 2)),
    ("Friendly fire", "KABUL - NATO is looking into reports that up to four soldiers may have been killed in an airstrike.", (None, 4)),
    ("Governor killed", "KABUL - The rebels' governor was killed along with two of his guards in an airstrike on Tuesday.", (3, 3)),
    ("Leader killed", "KABUL - An airstrike killed the leader of a rebel movement in Balkh province and two of his fighters.", (3, 3)),
    ("Patrol attacked", "KABUL - While patrolling in Sangin, troops were attacked by gunmen. The force fired, killing six.", (6, 6)),
    ("Village cleared", "KUNDUZ - Afghan National Police cleared a village. Twelve rebels were killed and nine were captured.", (12, 12)),
    ("Bombers killed", "KABUL - An air team saw three men dig a hole beside a road. The team engaged, killing two of them.", (2, 2)),
    ("Casualties", "The department announced today the death of two soldiers who were supporting the mission in Iraq.", (2, 2)),
    ("Marine identified", "Cpl. Dan Horvath, 20, of Toledo, died Jan. 14 in combat in Anbar province, Iraq.", (1, 1)),
    ("Patrol hit", "FARAH - A joint patrol struck a mine on Monday. Two soldiers and an interpreter were killed.", (3, 3)),
    ("Bomb kills welder, at least five others", "ORAN - The bomb went off on Monday.", (6, None)),
    ("Patrol fired on", "KABUL - A rebel who fired on a patrol was killed in Khost. The patrol suffered no casualties.", (1, 1)),
    ("Raid in Mosul", "MOSUL - Iraqi security forces held two men on Sunday. During the operation, three gunmen were killed.", (3, 3)),
    ("An apology", "KABUL - The general apologized for the deaths of nine boys, who were killed by mistake in an air strike.", (9, 9)),
    ("Police chief killed", "KUNDUZ - The chief of police of the province and three of his officers were killed by a bomb.", (4, 4)),
    ("Rebel chief dead", "KABUL - Five people died in the raid. The chief, Omar Lodin, was killed in the attack on his house.", (5, 5)),
]
SILENT = [
    ("School opens", "HERAT - Hundreds came. The old school was destroyed in 2008 in an attack that left two teachers dead."),
    ("Leader held", "KHOST (June 2, 2012) - Troops held a rebel leader. He is responsible for an attack that killed 10 people in 2010."),
    ("Bridge opened", "BAMYAN - The governor opened a bridge. The old one was washed away by a flood that killed eight in 2009."),
    ("Soldier sentenced", "WASHINGTON - A jury sentenced a soldier to life in prison for killing 16 villagers."),
    ("Yacht taken", "MUSCAT - The sailors whose boat was taken in the Indian Ocean have been killed."),
    ("Senator dies", "BOSTON - A former senator, Ann Lee, died in her sleep on Monday."),
    ("Border search", "LEEDS - Officers are searching for a smuggler who fled from them on Monday."),
]


def toll(title: str, text: str) -> list[tuple[float | None, float | None]]:
    """The bounds of the main event's counts of the killed and the missing."""
    (article,) = read_source(f"{title}\n\n{text}".encode(), "release.txt", Settings()).articles
    facts = extract(article, LEXICON).facts
    main = next((fact for fact in facts if isinstance(fact, EventFact) and fact.attrs.main), None)
    ids = main.attrs.quantities if main else ()
    counts = (fact.attrs for fact in facts if isinstance(fact, QuantityFact) and fact.id in ids)
    return [(count.min, count.max) for count in counts if count.role in ("killed", "missing")]


@pytest.mark.parametrize(("title", "text", "bounds"), RELEASES, ids=[title for title, *_ in RELEASES])
def test_the_killed_are_found(title: str, text: str, bounds: tuple[float | None, float | None]) -> None:
    assert toll(title, text) == [bounds]


@pytest.mark.parametrize(("title", "text"), SILENT, ids=[title for title, _ in SILENT])
def test_no_toll_is_told_where_nobody_was_killed(title: str, text: str) -> None:
    assert toll(title, text) == []
