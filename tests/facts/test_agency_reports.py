"""Agency reports of violence in one case: the deed is the news, whoever reports, condemns or looks into it. Every report is invented."""

from __future__ import annotations

from functools import cache

import pytest

from briefing.facts import extract
from briefing.model import Briefing, EventFact
from briefing.settings import Settings
from briefing.sources import read_source
from facts.made import LEXICON

REPORTS = [
    ("ASSAULT", "explosives",
     "BOGOTA, 11 OCT 89 (CADENA 1) -- [TEXT] A POWERFUL CAR BOMB WENT OFF THIS MORNING IN FRONT OF A NEWSPAPER. FOUR DIED."),
    ("ASSAULT", "explosives",
     "LIMA, 22 JUN 89 (EFE) -- [TEXT] GUERRILLAS LAST NIGHT BLEW UP 12 HIGH-TENSION TOWERS, POLICE SOURCES REPORTED."),
    ("ASSAULT", "abduct",
     "TEGUCIGALPA, 7 APR 89 (EFE) -- [TEXT] A SPOKESMAN REPORTED TODAY THAT RANCHER OSCAR PINEDA WAS KIDNAPPED ON THURSDAY."),
    ("ASSAULT", "firearms",
     "SANTIAGO, 19 DEC 89 (EFE) -- [TEXT] UNIDENTIFIED PERSONS MACHINEGUNNED THE HOME OF A RETIRED COLONEL EARLY TODAY."),
    ("ASSAULT", "explosives",
     "BOGOTA, 30 OCT 89 (EFE) -- [TEXT] THE MAIN OIL PIPELINE WAS DYNAMITED AGAIN, ECOPETROL SAID. IT IS THE 26TH ATTACK."),
    ("ASSAULT", "explosives",
     "TEGUCIGALPA, 13 JUL 89 -- [TEXT] SEVEN SOLDIERS WERE WOUNDED TODAY WHEN PERSONS IN A PASSING CAR TOSSED A BOMB AT THEM."),
    ("ASSAULT", "destroy",
     "SAN SALVADOR, 14 NOV 89 (YSKL) -- [TEXT] TERRORISTS SET FIRE TO THREE BUSES THIS MORNING. NO CASUALTIES WERE REPORTED."),
    ("ASSAULT", None,
     "SAN SALVADOR, 3 FEB 90 (DPA) -- [TEXT] THE ARCHBISHOP TODAY CONDEMNED THE MURDER OF A LABOR LEADER, WHO WAS SHOT LAST NIGHT."),
    ("ASSAULT", "abduct",
     "CARACAS, 28 AUG 89 (AFP) -- [TEXT] CATTLEMEN ASKED THE ARMY FOR PROTECTION AFTER THE ABDUCTION OF TWO RANCHERS IN APURE."),
    ("ASSAULT", None,
     "MANAGUA, 21 OCT 89 (SANDINO) -- [TEXT] EIGHTEEN RESERVISTS DIED AND EIGHT WERE WOUNDED IN AN AMBUSH NEAR RIO BLANCO."),
    ("ASSAULT", "explosives",
     "QUITO, 20 APR 89 (DOMESTIC) -- [TEXT] THE PROSECUTOR DIED TODAY AS A RESULT OF THE EXPLOSION OF A BOMB IN HIS CAR."),
    ("ASSAULT", "assassinate",
     "BOGOTA, 4 JAN 90 (TIEMPO) -- [TEXT] AGENTS FOILED AN ATTEMPT ON THE LIFE OF A CANDIDATE YESTERDAY IN A HOTEL."),
    ("ASSAULT", None,
     "SANTIAGO, 22 MAR 90 (COOPERATIVA) -- [TEXT] A RETIRED GENERAL WAS THE TARGET OF AN ATTEMPT ON HIS LIFE THIS MORNING."),
    ("ASSAULT", None,
     "SAN SALVADOR, 29 JUN 89 (HOY) -- [TEXT] THE ARMY REPORTS THAT TERRORISTS USED A BOOBY TRAP TO KILL A SOLDIER AND A CHILD."),
    ("ASSAULT", None,
     "SAN SALVADOR, 7 DEC 89 (EFE) -- [TEXT] A PROSECUTOR PRESENTED CHARGES AGAINST NINE SOLDIERS FOR THE MASSACRE OF 10 PEASANTS."),
    ("ASSAULT", "explosives",
     "SAN SALVADOR, 23 MAR 89 (AFP) -- [TEXT] TWO EXPLOSIONS SHOOK THE CITY LAST NIGHT, APPARENTLY CAUSED BY GUERRILLAS."),
    ("ASSAULT", "explosives",
     "PASTO, 14 FEB 90 (EFE) -- [TEXT] A TRUCK CARRYING FIVE POLICEMEN HIT A MINE ON THE ROAD TO THE BORDER; ALL WERE KILLED."),
    ("ASSAULT", "explosives",
     "LIMA, 31 JAN 90 (EFE) -- [TEXT] THE EMBASSY WAS THE SCENE OF A DYNAMITE ATTACK LAST NIGHT WHEN A CAR WAS LEFT NEARBY."),
    ("ASSAULT", "firearms",
     "SANTIAGO, 5 SEP 89 (EPOCA) -- [TEXT] ALL PARTIES TODAY REPUDIATED THE CRIME AGAINST A LEADER WHO WAS RIDDLED WITH 12 BULLETS."),
    ("ASSAULT", None,
     "SAN SALVADOR, 27 JUN 89 (EFE) -- [TEXT] A MINISTER WHO WAS WOUNDED IN A TERRORIST ATTACK ON 9 JUNE DIED IN A HOSPITAL TODAY."),
    ("ASSAULT", None,
     "SAN JUSTO, 24 JAN 89 (DYN) -- [TEXT] FIGHTING AT THE BARRACKS ENDED THIS MORNING WITH THE FLIGHT OF 14 EXTREMISTS."),
    ("ASSAULT", "abduct",
     "CALI, 1 FEB 90 (CARACOL) -- [TEXT] [ANNOUNCER] THE POLICE HAVE JUST REPORTED THAT GUERRILLAS TOOK 14 HOSTAGES IN A VILLAGE."),
    ("COERCE", "arrest",
     "QUITO, 8 AUG 89 (VOZ) -- [TEXT] THE POLICE ANNOUNCED THE ARREST OF THREE MEMBERS OF A SUBVERSIVE GROUP IN GUAYAQUIL."),
    ("THREATEN", "violence",
     "LIMA, 2 MAY 90 (AFP) -- [TEXT] REBELS SAID THEY WILL ATTACK ALL BANKS IN THE CAPITAL UNLESS PRISONERS ARE MOVED."),
    ("ASSAULT", "explosives",
     "LIMA, 18 JAN 90 (EFE) -- [TEXT] A JUDGE ORDERED THE DETENTION OF FOUR MEN. THEY ARE ACCUSED OF THE BOMBING OF A BANK IN ICA."),
    ("ASSAULT", "abduct",
     "LA PAZ, 9 JUN 90 (FIDES) -- [TEXT] AN EXECUTIVE WAS RELEASED YESTERDAY. HE HAD BEEN KIDNAPPED IN APRIL BY FOUR HOODED MEN."),
    ("ASSAULT", "abduct",
     "CALI, 22 SEP 89 (CADENA 1) -- [TEXT] HIS FAMILY HAS CONFIRMED THAT THE MILL OWNER WAS TAKEN BY FORCE FROM HIS FARM."),
    ("ASSAULT", "destroy",
     "LIMA, 28 JUL 89 (EFE) -- [TEXT] SOME 40 HOODED PERSONS STOPPED FIVE BUSES, MADE THE PASSENGERS GET OFF, AND SET THEM ON FIRE."),
    ("ASSAULT", "explosives",
     "SAN SALVADOR, 2 MAY 89 (EFE) -- [TEXT] THE PROSECUTOR DIED TODAY AS A RESULT OF A BOMB PLACED ON THE ROOF OF HIS CAR."),
    ("ASSAULT", None,
     "HUANCAYO, 14 FEB 90 (RPP) -- [TEXT] THE PRESIDENT TRAVELED TODAY TO A TOWN WHOSE MAYOR HAD BEEN SLAIN BY SUBVERSIVES."),
    ("ASSAULT", "firearms",
     "GUATEMALA CITY, 12 JUL 89 (UNIDAS) -- [TEXT] A TEACHER'S BODY WAS FOUND ON THE ROAD TO THE COAST. IT HAD FOUR BULLET WOUNDS."),
    ("CONSULT", None,
     "QUITO, 18 OCT 89 (VOZ) -- [TEXT] THE FOREIGN MINISTERS OF BOTH COUNTRIES MET HERE TODAY TO DISCUSS THE DEBT."),
]


@cache
def told(text: str) -> Briefing:
    return extract(read_source(text.encode(), "report.txt", Settings()).articles[0], LEXICON)


@pytest.mark.parametrize(("kind", "mode", "text"), REPORTS)
@pytest.mark.parametrize("case", [str, str.lower])
def test_the_deed_is_the_main_event(kind: str, mode: str | None, text: str, case: type[str]) -> None:
    main = next(fact for fact in told(case(text)).facts if isinstance(fact, EventFact) and fact.attrs.main)
    assert (main.attrs.type, main.attrs.mode if mode else None) == (kind, mode)


@pytest.mark.parametrize("text", [text for _, _, text in REPORTS])
def test_the_dateline_is_read_in_both_cases(text: str) -> None:
    upper, lower = (told(case(text)) for case in (str, str.lower))
    assert upper.dateline is not None
    assert lower.dateline is not None
    assert upper.dateline.date == lower.dateline.date
    assert [fact.span for fact in upper.facts] == [fact.span for fact in lower.facts]
