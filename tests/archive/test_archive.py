"""What a reader of the archive relies on: who stands where, in which order, and what goes with what."""

from __future__ import annotations

import random

import msgspec
import pytest

from archive.newsroom import briefing, lying
from briefing import archive
from briefing.model import Archive, Briefing, Page, Profile

ADA = "[Ada Brook|actor:ada-brook:person]"
GUARD = "[the Oak Guard|actor:oak-guard:armed_group]"
MARLOW = "[Marlow|location:marlow:settlement]"
NORLAND = "[Norland|location:norland:country]"


def three() -> list[Briefing]:
    return [
        briefing("b-flood", f"Flood in {MARLOW}",
                 f"{ADA} spoke. {GUARD} came to {MARLOW}. [Oak Guard|actor:oak-guard:armed_group] left.", "2024-05-02"),
        briefing("a-vote", "Vote", f"{NORLAND} votes, said {ADA}. [She|actor:ada-brook:person:pronoun] left.", "2024-05-02T10:00"),
        briefing("c-old", "Old", f"{ADA} was born in [MARLOW|location:marlow:settlement].", None, section="world"),
    ]


def test_newest_first_and_undated_last() -> None:
    assert [b.id for b in archive.build(three()).briefings] == ["a-vote", "b-flood", "c-old"]


def test_the_order_of_the_seeds_does_not_matter() -> None:
    briefings = three() + [briefing(f"x-{n}", f"{MARLOW} {n}", f"{ADA} met {GUARD}.", f"2024-05-{n:02}") for n in range(1, 20)]
    expected = archive.build(briefings)
    random.Random(1).shuffle(briefings)
    assert archive.build(briefings) == expected


def test_an_entry_gathers_its_mentions_over_all_briefings() -> None:
    ada = archive.build(three()).actors["ada-brook"]
    assert [(m.briefing.id, m.fact.quote) for m in ada.mentions] == [
        ("a-vote", "Ada Brook"), ("a-vote", "She"), ("b-flood", "Ada Brook"), ("c-old", "Ada Brook"),
    ]
    assert ada.briefings == 3


def test_aliases_are_counted_without_article_capitals_and_pronouns() -> None:
    built = archive.build(three())
    assert built.actors["oak-guard"].aliases == (("Oak Guard", 2),)
    assert built.actors["ada-brook"].aliases == (("Ada Brook", 3),)
    assert built.locations["marlow"].aliases == (("Marlow", 3),)


def test_words_from_which_a_place_is_concluded_are_no_name_of_it() -> None:
    one = briefing("a", "News", "The [Norlanders|location:norland:country:demonym] of [Norland|location:norland:country] voted.")
    concluded = msgspec.structs.replace(one, facts=(msgspec.structs.replace(one.facts[0], inferred=True), *one.facts[1:]))
    assert archive.build([concluded]).locations["norland"].aliases == (("Norland", 1),)


def test_what_is_only_described_is_known_by_its_description() -> None:
    built = archive.build([briefing("a", "T", "[The two rebels|actor:rebels:person_group:nominal] fled.")])
    assert built.actors["rebels"].aliases == (("two rebels", 1),)


def test_a_fact_without_a_key_makes_no_entry() -> None:
    built = archive.build([briefing("a", "T", "[Somebody|actor::person:nominal] fled.")])
    assert built.actors == {}


def test_a_profile_wins_over_what_most_mentions_say() -> None:
    profile = Profile(key="marlow", name="Marlow on Oak", lat=1.0, lon=2.0, precision="site", path="content/locations/marlow.md")
    marlow = archive.build(three(), [profile]).locations["marlow"]
    assert (marlow.label, marlow.lat, marlow.lon, marlow.precision) == ("Marlow on Oak", 1.0, 2.0, "site")
    assert marlow.within == ("oak-province", "norland") and marlow.profile is profile


def test_west_of_a_town_does_not_say_where_the_town_is() -> None:
    at = briefing("a", "T", "[Marlow|location:marlow:settlement] was hit.")
    west = [lying(briefing(id_, "T", "It rained west of [Marlow|location:marlow:settlement]."), "west of") for id_ in ("b", "c")]
    assert archive.build([at, *west]).locations["marlow"].precision == "settlement"
    assert archive.build(west).locations["marlow"].precision == "region"


def test_the_folder_of_a_profile_tells_the_actor_from_the_place() -> None:
    text = f"{NORLAND} lies north. [Norland|actor:norland:state:metonym] denied it."
    built = archive.build([briefing("a", "T", text)], [Profile(key="norland", name="Kingdom of Norland", path="content/actors/norland.md")])
    assert built.actors["norland"].label == "Kingdom of Norland"
    assert built.locations["norland"].label == "Norland"


def test_a_profile_that_no_article_mentions_makes_no_entry() -> None:
    assert "nobody" not in archive.build(three(), [Profile(key="nobody", name="Nobody", type="person")]).actors


def test_a_profiled_place_around_a_mentioned_one_is_an_entry_without_mentions() -> None:
    oak = Profile(key="oak-province", name="Oak Province", type="admin", within=("norland",), path="locations/oak-province.md")
    entry = archive.build(three(), [oak]).locations["oak-province"]
    assert (entry.label, entry.briefings, entry.mentions, entry.within) == ("Oak Province", 0, (), ("norland",))


def test_counterparts_are_counted_in_briefings() -> None:
    ada = archive.build(three()).actors["ada-brook"]
    assert [(c.kind, c.key, c.briefings) for c in ada.related] == [
        ("location", "marlow", 2), ("location", "norland", 1), ("actor", "oak-guard", 1),
    ]


def test_sections_and_months() -> None:
    built = archive.build(three())
    assert built.sections["world"][0] == "World" and len(built.sections["world"][1]) == 3
    assert {month: [b.id for b in found] for month, found in built.months.items()} == {"2024-05": ["a-vote", "b-flood"]}


@pytest.mark.parametrize("published", ["2024", "2024-13-01", "someday", ""])
def test_a_date_without_a_month_stands_in_no_month(published: str) -> None:
    assert archive.build([briefing("a", "T", published=published)]).months == {}


def test_a_section_without_letters_still_has_a_page() -> None:
    assert list(archive.build([briefing("a", "T", section="★")]).sections) == ["other"]


def related(built: Archive, id_: str) -> list[tuple[str, str]]:
    return list(built.related[id_])


def test_related_briefings_say_why() -> None:
    built = archive.build([
        briefing("a", f"Flood in {MARLOW}", f"{ADA} met {GUARD} in {NORLAND}.", "2024-05-01"),
        briefing("b", f"Dam breaks at {MARLOW}", f"{ADA} and {GUARD} came back to {NORLAND}.", "2024-05-02"),
        briefing("c", "Football", "[Kim Ball|actor:kim-ball:person] won.", "2024-05-01"),
    ])
    assert related(built, "a") == [("b", "same place: Marlow; 2 actors in common: Ada Brook, Oak Guard; next day")]
    assert related(built, "b")[0][1].endswith("; day before")
    assert related(built, "c") == []


def test_the_same_day_alone_relates_nothing() -> None:
    built = archive.build([briefing("a", "One"), briefing("b", "Two")])
    assert related(built, "a") == []


def test_a_name_in_passing_relates_nothing() -> None:
    passing = "Somebody met [Kim Ball|actor:kim-ball:person] there."
    weather, prices = f"It rained. It snowed. {passing}", f"Wheat fell. Gold rose. {passing}"
    built = archive.build([briefing("a", "One", weather), briefing("b", "Two", prices)])
    assert related(built, "a") == []


def test_a_country_that_also_acts_counts_once() -> None:
    text = f"{NORLAND} is cold. [Norland|actor:norland:state:metonym] denied it."
    built = archive.build([briefing("a", "One", text), briefing("b", "Two", text)])
    assert related(built, "a") == [("b", "same place: Norland; same day")]


def test_what_is_related_stays_when_an_unrelated_article_comes() -> None:
    before = archive.build(three())
    chess = briefing("z", "Chess", "[Kim Ball|actor:kim-ball:person] won in [Elsewhere|location:elsewhere:settlement].")
    after = archive.build([*three(), chess])
    assert all(after.related[id_] == before.related[id_] for id_ in before.related)
    assert all(after.actors[key] == before.actors[key] for key in before.actors)
    assert all(after.locations[key] == before.locations[key] for key in before.locations)


def test_a_thousand_names_in_one_article_and_one_name_in_a_thousand_articles() -> None:
    crowd = " ".join(f"[N{n}|actor:n{n}:person] came." for n in range(1000))
    briefings = [briefing("crowd", "Crowd", crowd), *(briefing(f"b{n}", f"{MARLOW}", f"{ADA} spoke.") for n in range(1000))]
    built = archive.build(briefings)
    assert len(built.actors) == 1001 and built.actors["ada-brook"].briefings == 1000


def test_an_empty_archive() -> None:
    built = archive.build([], [], [Page("about", "About", "<p>x</p>", "about.md")])
    assert built.briefings == () and built.actors == {} and built.pages[0].slug == "about"
