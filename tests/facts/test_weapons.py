"""Weapons: which words name arms, which weapon is meant, and who uses it."""

from __future__ import annotations

import pytest

from briefing.facts import weapons
from briefing.facts._context import Context
from briefing.facts._evidence import make
from briefing.model import ActorAttrs, ActorFact, Span, WeaponFact
from briefing.reading import read
from facts._article import article, found, tables
from facts.made import actor, context


def named(body: str, title: str = "") -> list[tuple[str, str | None, str]]:
    return [(fact.quote, fact.key, fact.attrs.type) for fact in found([weapons.extract], article(body, title=title))]  # type: ignore[union-attr]


@pytest.mark.parametrize(("body", "expected"), [
    ("They fired a close-range ballistic missile.", ("close-range ballistic missile", "close-range-ballistic-missile", "missile")),
    ("They fired long-range missiles.", ("long-range missiles", "missile", "missile")),
    ("The army sent an AC-130 aircraft.", ("AC-130 aircraft", "ac-130", "aircraft")),
    ("Two F-16 fighter jets took off to intercept them in combat.", ("F-16 fighter jets", "f-16", "aircraft")),
    ("It lost a MiG-35 over the sea.", ("MiG-35", "mig-35", "aircraft")),
    ("Gunmen carried Kalashnikov assault rifles.", ("Kalashnikov assault rifles", "ak-47", "small_arms")),
    ("A Shahed-136 hit the depot.", ("Shahed-136", "shahed-136", "uav")),
    ("A roadside bomb went off.", ("roadside bomb", "ied", "explosive")),
    ("An IED went off.", ("IED", "ied", "explosive")),
    ("A car bomb went off.", ("car bomb", "car-bomb", "explosive")),
    ("They fired 122 mm rockets.", ("122 mm rockets", "122-mm-rocket", "rocket")),
    ("It shipped 155mm shells.", ("155mm shells", "155-mm-shell", "munition")),
    ("The USS Mahan sailed north.", ("USS Mahan", "uss-mahan", "ship")),
    ("Soldiers destroyed three tanks.", ("tanks", "tank", "vehicle")),
    ("Nerve agent sarin was used.", ("sarin", "sarin", "chemical")),
    ("It fired two Kh-101 missiles.", ("Kh-101 missiles", "kh-101", "missile")),
    ("The Qader-380 missile was tested.", ("Qader-380 missile", "qader-380", "missile")),
    ("It flew two F-16Cs.", ("F-16Cs", "f-16", "aircraft")),
    ("An Oakwood-class destroyer left port.", ("Oakwood-class destroyer", "destroyer", "ship")),
    ("Aircrews fired Thunderclap missiles at it.", ("Thunderclap missiles", "thunderclap", "missile")),
    ("Coalition forces used attack, bomber, fighter and unmanned aircraft.", ("fighter", "fighter-aircraft", "aircraft")),
    ("Two bombers flew along the coast.", ("bombers", "bomber-aircraft", "aircraft")),
    ("A Reaper fired on the road.", ("Reaper", "reaper", "uav")),
    ("Jets dropped Paveway IV bombs.", ("Paveway IV bombs", "paveway", "bomb")),
    ("Rebels lost two BMPs in battle.", ("BMPs", "bmp", "vehicle")),
    ("Helicopters dropped barrel bombs.", ("barrel bombs", "barrel-bomb", "bomb")),
    ("Attackers wielding machetes fled.", ("machetes", "machete", "cutting")),
    ("They seized RPG-7 rocket launchers.", ("RPG-7 rocket launchers", "rpg", "small_arms")),
    ("It launched four Iskander-M ballistic missiles.", ("Iskander-M ballistic missiles", "iskander", "missile")),
    ("A Kh-47M2 Kinzhal aeroballistic missile was shot down.", ("Kh-47M2 Kinzhal aeroballistic missile", "kinzhal", "missile")),
    ("Police drove Umkhonto armoured vehicles.", ("Umkhonto armoured vehicles", "umkhonto", "vehicle")),
    ("The army showed a PHL-03 multiple rocket launcher.", ("PHL-03 multiple rocket launcher", "phl-03", "rocket")),
    ("The ministry asked for Patriot interceptors.", ("Patriot interceptors", "patriot", "air_defence")),
    ("Seven warships and nine aircraft crossed the line.", ("aircraft", "aircraft", "aircraft")),
    ("Army jets bombed the town.", ("jets", "warplane", "aircraft")),
    ("The junta bombed it with FTC-20G jets.", ("FTC-20G jets", "ftc-20g", "aircraft")),
    ("Uncrewed surface vessels attacked the port.", ("Uncrewed surface vessels", "unmanned-surface-vessel", "uav")),
    ("It bought 155mm artillery ammunition.", ("155mm artillery ammunition", "155-mm-artillery-ammunition", "munition")),
])
def test_arms_are_named_by_class_or_designation(body: str, expected: tuple[str, str, str]) -> None:
    assert expected in named(body)


@pytest.mark.parametrize("body", [
    "Villagers drank from a tank of water; a fish tank and a think tank stood by while soldiers attacked.",
    "The bombshell report is no rocket science.",
    "NASA sent a rocket with a satellite into orbit.",
    "A passenger plane of the airline landed.",
    "Shell, the oil company, shot a film about the gun lobby and the silver bullet train.",
    "She missed a drone of bees around the hive.",
    "He took the A-10 motorway on a B-2 visa.",
    "Walls of bricks and mortar, built on a plane of glass.",
    "The Rashtriya Rifles held the road.",
    "The suicide bomber wore a vest; the accused bomber was convicted.",
    "The Tu-154 airliner crashed with its passengers after an attack of nerves.",
    "Rebel fighters attacked the town.",
    "An ATR-72 aircraft with 70 passengers crashed; its owner's private jet did not. Jet fuel prices rose after the attack.",
    "Bulldozers cleared the rubble of destroyed homes after the earthquake.",
    "The RS-232 cable and the MI-6 officer were under attack.",
    "Soldiers heard Nick Cannon, and Cannon said so.",
])
def test_figures_of_speech_and_peaceful_things_are_no_weapons(body: str) -> None:
    assert named(body) == []


def test_a_demonym_names_no_weapon() -> None:
    made = context("Shells fell after Freedonian rocket fire. Rockets followed.", actor("Freedonian", "freedonia", "state", "demonym"))
    assert "freedonian" not in [fact.key for fact in weapons.extract(made)]


def test_a_ship_is_known_by_its_number_and_by_its_name_alone() -> None:
    body = "The USS Mahan (DDG 72) and HMS Oakum (L 12) left. The Mahan is to return."
    assert named(body) == [
        ("USS Mahan", "uss-mahan", "ship"), ("DDG 72", "uss-mahan", "ship"), ("HMS Oakum", "hms-oakum", "ship"),
        ("L 12", "hms-oakum", "ship"), ("Mahan", "uss-mahan", "ship"),
    ]


def test_the_aircraft_is_the_one_that_the_article_names() -> None:
    body = "A military aircraft fired on the road. It was an AC-130 gunship. The aircraft struck a truck."
    facts = found([weapons.extract], article(body))
    assert [(fact.key, fact.inferred) for fact in facts] == [("ac-130", True), ("ac-130", False), ("ac-130", True)]


def test_the_missile_is_the_kind_told_before() -> None:
    assert [key for _, key, _ in named("A cruise missile flew past. The missile hit a mill. More missiles followed.")] == [
        "cruise-missile", "cruise-missile", "missile"]


def test_a_ship_with_a_name_of_its_own_is_not_the_one_named_before() -> None:
    assert [key for _, key, _ in named("They sank the HMS Oakum. The landing ship Elmwood burned.")] == ["hms-oakum", "warship"]


def test_a_weapon_that_only_describes_a_place_is_not_the_one_told_before() -> None:
    assert named("A cruise missile flew past. They inspected the missile sites.")[1] == ("missile", "missile", "missile")


@pytest.mark.parametrize(("body", "actor", "user"), [
    ("The Reds fired rockets at the town.", "Reds", "reds"),
    ("Rockets fired by the Reds hit the town.", "Reds", "reds"),
    ("The Reds' drones hit the town.", "Reds", "reds"),
    ("The Reds said that rockets hit the town.", "Reds", None),
    ("Rockets hit the Reds.", "Reds", None),
    ("The Reds sent observers to inspect the rockets.", "Reds", None),
    ("The Reds, who hold the town, fired rockets.", "Reds", "reds"),
    ("The Reds blamed the mayor and fired more than 100 rockets at the town.", "Reds", "reds"),
    ("The town blamed the Reds and fired more than 100 rockets.", "Reds", None),
    ("The town struck the Reds with rockets.", "Reds", None),
    ("The Reds struck the town with rockets.", "Reds", "reds"),
    ("The Reds answered by firing at least 20 rockets.", "Reds", "reds"),
    ("The Reds ordered the army to send two rockets.", "Reds", None),
    ("The Reds may fire rockets.", "Reds", None),
    ("He said the Reds had opened fire first with rockets.", "Reds", "reds"),
    ("The Reds said militants attacked, firing rockets.", "Reds", None),
])
def test_the_user_is_who_owns_or_fires_it(body: str, actor: str, user: str | None) -> None:
    reading = read(article(body))
    at = body.index(actor)
    fact = make(ActorFact, reading, Span(at, at + len(actor)), key="reds", label=actor, rule="test",
                attrs=ActorAttrs(type="armed_group", form="name"))
    (weapon,) = (f for f in weapons.extract(Context(reading, tables(), (), (fact,))) if isinstance(f, WeaponFact))  # type: ignore[arg-type]
    assert weapon.attrs.used_by == user


@pytest.mark.parametrize(("body", "user"), [
    ("Ann Lee fired a pistol at the guards.", "ann-lee"), ("Ann Lee carried a rifle.", "ann-lee"),
    ("Ann Lee sent two C-130 transport planes.", None), ("Ann Lee fired 100 cruise missiles.", None),
])
def test_a_person_uses_only_what_one_person_holds(body: str, user: str | None) -> None:
    facts = weapons.extract(context(body, actor("Ann Lee", "ann-lee", "person")))
    assert [fact.attrs.used_by for fact in facts if isinstance(fact, WeaponFact)] == [user]


def test_the_letters_of_a_party_are_no_vehicle() -> None:
    assert list(weapons.extract(context("They voted for the APC.", actor("APC", "all-peoples-caucus")))) == []
