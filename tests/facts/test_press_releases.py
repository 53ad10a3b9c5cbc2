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
    ("Three soldiers killed in separate attacks", "BASRA - Soldiers were killed on July 11 when a bomb struck their patrol.", (3, 3)),
    ("Supplier killed", "WARDAK - Troops killed a rebel weapons supplier and one of his fighters on Sunday.", (2, 2)),
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
    ("Leader killed", "KABUL - A leader, Mullah Omed, was killed yesterday. A second rebel was also killed in the operation.", (2, 2)),
    ("Envoy killed", "RAMADI - Sheik Naji Dalu was gunned down at home. His driver and a nephew also lost their lives.", (3, 3)),
    ("Leader killed", "KABUL - A strike killed Abu Hamza, a leader of the Hill Front, and one of his guards on Monday.", (2, 2)),
    ("Leader killed", "KABUL - A strike killed the chief Omar Lodin, who led 60 men, along with two of his aides.", (3, 3)),
    ("Chief, two fighters killed in Ghazni", "KABUL - The district chief was killed with others overnight.", (3, 3)),
    ("Strikes in the south", "ADEN - Two raids were flown. The first strike killed three men and the second strike killed one.", (4, 4)),
    ("Bazaar bombed", "GHOR - A bomb killed two traders and hurt six men in a bazaar. One of the wounded has since died.", (3, 3)),
    ("Toll corrected", "KABUL - Officers earlier reported that nine rebels were killed. The number of rebels killed is 12.", (12, 12)),
    ("Base hit", "BASRA - Six rockets were fired at a base near Basra. One killed a contractor from Uganda.", (1, 1)),
    ("A soldier dies", "TIKRIT - A Multi-National Division - North Soldier died in an incident with a mine on June 6.", (1, 1)),
    ("Rebels killed; bomb maker detained", "KABUL - Troops called in aircraft. Six rebels were killed in the strike.", (6, 6)),
    ("Rebel leader held", "KABUL - Special police captured a rebel leader. Security forces killed two armed men there.", (2, 2)),
    ("Engineers murdered", "HERAT - Two engineers abducted in Badghis were murdered by their captors, officers learned.", (2, 2)),
    ("Crew kills bombers", "MOSUL - A helicopter crew killed a pair of men planting a bomb on Tuesday.", (2, 2)),
    ("Gunman dies", "KABUL - A man who fired at a patrol near Sayad, Kapisa, was killed by return fire on Monday.", (1, 1)),
    ("Base attacked", "HERAT - Rebels attacked a base. A policeman and a guard were killed, as were all seven attackers.", (9, 9)),
    ("Bombers killed early", "KABUL - A rebel was killed when the bomb that he was laying went off.", (1, 1)),
    ("Man shot", "KABUL - A motorcyclist was shot by troops yesterday. He later died of his wounds.", (1, 1)),
    ("Village fight", "BALKH - Police fought rebels on Sunday. Nine rebels were killed. One policeman also died of his wounds.", (10, 10)),
    ("Village fight", "BALKH - Police fought rebels on Sunday. Nine rebels were killed. One policeman died of his wounds.", (10, 10)),
    ("Patrol ambushed", "CHORA - Rebels ambushed a patrol on Monday. The soldiers fought back and killed five. A soldier died.", (6, 6)),
    ("Post attacked", "KHOST - Eight of the attackers were killed and 12 others fled wounded. A guard lost his life there.", (9, 9)),
    ("Gate attacked", "KHOST - One bomber was stopped at the gate and four others were shot dead by guards on Sunday.", (4, 4)),
    ("Rebel killed", "ZABUL - Troops killed the rebel Omar Lodin on Monday. Three of his fighters were killed as they fled.", (4, 4)),
    ("House hit", "TAGAB - Rebels threw a grenade into a house, killing a father, a mother and their three sons.", (5, 5)),
    ("Leader killed", "KUNDUZ - Troops killed the rebel leader for Imam Sahib district, Kunduz, his brother and two fighters.", (4, 4)),
    ("Leader killed", "SARMADA - Omar Lodin, a bomb maker and the leader of the Hill Front, was killed by an air strike.", (1, 1)),
    ("Leader killed", "RAQQA - The raid resulted in the probable death of Omar Lodin. Two other armed men were killed.", (3, 3)),
    ("Deputy killed", "KUNAR - A strike killed Omar Lodin on Friday. Lodin's deputy was also killed in the strike.", (2, 2)),
    ("Leaders killed", "KUNAR - Killed in the strike were Omar Lodin and Hamid Dar, both rebel leaders.", (2, 2)),
    ("Bomber in Hawijah", "TIKRIT - A bomber walked into a meeting on Sunday, killing himself and five others.", (6, 6)),
    ("One killed in search", "KHOST - During the search, one man raised a rifle toward the force, and was killed on Sunday.", (1, 1)),
    ("Man dies", "KHOST - A gunman was engaged by the troops and later died of his wounds on Sunday.", (1, 1)),
    ("Insider attack", "KABUL - Two soldiers were shot by a member of the local police and died on Sunday.", (2, 2)),
    ("Men in a road", "FARAH - A patrol was attacked by three men on a road. It fired on the men, killing them.", (3, 3)),
    ("Four Soldiers killed in attack", "DIYALA - Four Soldiers were killed in a blast on Monday. An interpreter also died.", (5, 5)),
    ("Leader held", "GHOR - A rebel leader was captured on Friday. Four rebels were killed when they tried to free him.", (4, 4)),
    ("Village cleared", "ZABUL - Four rebels died as they laid a bomb and three others were killed in a firefight on Monday.", (7, 7)),
    ("Leaders killed", "ZABUL - Troops killed a leader in Qalat district on Thursday and another in Shinkay early today.", (2, 2)),
    ("Operations", "ZABUL - The operations resulted in 17 leaders killed or captured and 62 fighters killed.", (62, 62)),
    ("Man shot", "ZABUL - A man who came out with an AK-47 and refused to lower it was shot and killed on Monday.", (1, 1)),
    ("Bus attacked", "POONCH - One woman was killed and nine others, of whom two were soldiers, were injured in an attack.", (1, 1)),
    ("Governor killed", "KUNAR - A bomber attacked the governor's convoy on Sunday, killing him and wounding three guards.", (1, 1)),
    ("Operation ends", "HELMAND - Operation Blue Star ended on Sunday. Seven rebels were killed. A soldier was killed in it.", (8, 8)),
    ("Strike in the south", "UROZGAN - Three rebels who were walking toward a post in Hasas, Uruzgan, were killed in a strike.", (3, 3)),
    ("Patrol attacked", "UROZGAN - Two rebels fired at a patrol on Sunday. The patrol engaged the rebels, killing them both.", (2, 2)),
    ("Results of the week", "KABUL - Operations over the past week resulted in the deaths of 31 rebels, officers said.", (31, 31)),
    ("Results of the month", "KABUL - Troops killed 31 rebels in the southern provinces in May.", (31, 31)),
    ("Rebels killed", "KABUL - Afghan forces killed 31 rebels in Helmand province last month, officers said.", (31, 31)),
    ("Two killed", "FARAH - Troops killed two rebels and wounded a third. The wounded rebel was flown out but he died.", (3, 3)),
    ("Leader killed", "FARAH - Troops killed the leader, Omar Lodin, and one of his subordinates on Monday.", (2, 2)),
    ("Strike", "FARAH - A strike in Farah province on Monday killed a senior bomb maker and his wife.", (2, 2)),
    ("Patrol attacked", "FARAH - A patrol killed six rebels on Monday. Four more were killed by a helicopter.", (10, 10)),
    ("Guards killed", "GHAZNI - Seven policemen were drugged and then shot dead by rebels on Monday.", (7, 7)),
    ("Chief killed", "GHAZNI - Rebels killed the police chief of Khakrez, Col. Omar Lodin, and his brother on Monday.", (2, 2)),
    ("Clinic bombed", "LOGAR - A bomb exploded on Monday and 35 patients, nurses and visitors were killed.", (35, 35)),
    ("Leader killed", "FARYAB - A rebel leader died with four of his bodyguards in an air strike on Saturday.", (5, 5)),
    ("Leaders killed", "QAIM - A strike killed two leaders, Omar Lodin and Hamid Dar, and their driver on Monday.", (3, 3)),
    ("Police hit", "KHOST - One coalition soldier – a medic – and seven policemen were killed in an attack on Monday.", (8, 8)),
    ("Chief killed", "ZABUL - Troops killed the chief for Mizan district, Zabul province, and one of his bodyguards Sunday.", (2, 2)),
    ("Men in a road", "FARAH - Troops saw four armed rebels near a base. All of the rebels were killed by an airstrike.", (4, 4)),
    ("Post attacked", "FARAH - Six rebels attacked a post on Monday. They were killed by its guards.", (6, 6)),
    ("Rebels hit", "FARAH - Helicopters engaged rebels. Six of the eight rebels were killed; the other two escaped.", (6, 6)),
    ("Leaders hit", "FARAH - Two leaders were killed by a strike on Monday. The strike had also killed four other rebels.", (6, 6)),
    ("Patient dies", "KABUL - A soldier from Spain who was wounded in a bomb strike last week died on Monday.", (1, 1)),
    ("Wounded rebel found", "KABUL - A patrol found a wounded insurgent. He was treated but died before he could be flown out.", (1, 1)),
    ("Patrol attacked", "FARAH - A patrol returned fire, killing two rebels; a third rebel was found dead the next morning.", (3, 3)),
    ("Soldier killed", "FARAH - A soldier of the 4th Brigade and two Taliban were killed in a clash on Monday.", (3, 3)),
    ("Rebel chief dead", "KABUL - Five people died in the raid. The chief, Omar Lodin, was killed in the attack on his house.", (5, 5)),
]
SILENT = [
    ("Rebels give up", "BAHARAK - A rebel and 12 men laid down their arms. They were blamed for the killing of two policemen."),
    ("School opens", "HERAT - Hundreds came. The old school was destroyed in 2008 in an attack that left two teachers dead."),
    ("Leader held", "KHOST (June 2, 2012) - Troops held a rebel leader. He is responsible for an attack that killed 10 people in 2010."),
    ("Bridge opened", "BAMYAN - The governor opened a bridge. The old one was washed away by a flood that killed eight in 2009."),
    ("Soldier sentenced", "WASHINGTON - A jury sentenced a soldier to life in prison for killing 16 villagers."),
    ("Yacht taken", "MUSCAT - The sailors whose boat was taken in the Indian Ocean have been killed."),
    ("Leader held", "KABUL (Sept. 22) - Troops captured a rebel leader. He took over after his brother was killed in August."),
    ("Paymaster held", "KABUL - Troops held a rebel paymaster. He bought the explosives for a blast that killed a deputy governor."),
    ("Crash", "BAGHLAN - A helicopter made a hard landing. The rebels claimed to have shot it down and to have killed 16 aboard."),
    ("Suspect held", "KIRKUK - Troops held a man in connection with the Feb. 11 bombing of a hotel, which left 48 dead."),
    ("Post attacked", "FARAH - Several rebels attacked a post on Monday. They were killed by its guards."),
    ("Post attacked", "FARAH - Six rebels attacked two guards on Monday. They were not killed."),
    ("Leader held", "BAGHLAN - Troops held a rebel. He directed attacks, including a raid in which four policemen were killed."),
    ("Patrol attacked", "FARAH - Rebels attacked a patrol on Monday. The soldiers didn't kill nine men, as was said."),
    ("Shop attacked", "KABUL - Rebels attacked a shop in the old bazaar on Monday. A year ago a bomb killed 19 people there."),
    ("Shop attacked", "KABUL - Rebels attacked a shop in the old bazaar on Monday. Last week a bomb killed 19 people there."),
    ("Shop attacked", "KABUL - Rebels attacked a shop in the old bazaar on Monday. Three days earlier a bomb killed 19 people there."),
    ("Shop attacked", "KABUL - Rebels attacked a shop in the old bazaar on Monday. Since January bombs have killed 19 people there."),
    ("Trainer held", "KABUL - Troops held a man. He has trained more than 20 rebels, nine of whom have been killed or captured."),
    ("Mines found", "KABUL (May 17) - Soldiers found 30 mines in a school. Last month one killed a man and his two sons."),
    ("Base hit", "KABUL - Three rockets struck an airfield. They caused no harm. In May, a similar attack killed a soldier."),
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


@pytest.mark.parametrize("after", [
    "He led a cell that killed two policemen in the town.",
    "He took part in an ambush in which two policemen were killed last month.",
    "Two policemen have been killed in the province this year.",
    "A bomb hit Kabul on Tuesday. Two policemen were killed.",
    "In a separate attack, two policemen were killed.",
    "Nine other rebels were wounded and two fled.",
])
def test_whom_others_killed_elsewhere_is_in_no_sum(after: str) -> None:
    assert toll("Rebel killed", f"KUNDUZ - Troops killed three rebels in Kunduz on Monday. {after}") == [(3, 3)]


@pytest.mark.parametrize(("title", "text"), SILENT, ids=[title for title, _ in SILENT])
def test_no_toll_is_told_where_nobody_was_killed(title: str, text: str) -> None:
    assert toll(title, text) == []
