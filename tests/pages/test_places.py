"""The hierarchy of places, also where no article names what lies between."""

from __future__ import annotations

import msgspec

from archive.newsroom import briefing
from briefing import archive
from briefing.model import Profile
from briefing.pages._places import Places, places

TEXT = "[Norland|location:norland:country] [Marlow|location:marlow:settlement] [the airport|location:marlow-airport:facility]."


def hierarchy(*profiles: Profile) -> Places:
    return places(archive.build([briefing("a", "T", TEXT)], profiles).locations, {})


def test_a_place_lies_in_one_that_nobody_mentions() -> None:
    found = hierarchy()
    assert [(found.name(key), found.href(key, "../")) for key in found.around("marlow")] == [
        ("Oak Province", ""), ("Norland", "../locations/norland/index.html"),
    ]


def test_a_place_that_nobody_mentions_goes_by_its_usual_name() -> None:
    whole = archive.build([briefing("a", "T", TEXT)], label={"oak-province": "Óak", "norland": "Nobody asks"}.get)
    assert whole.labels == {"oak-province": "Óak"}
    assert places(whole.locations, whole.labels).name("oak-province") == "Óak"


def test_a_country_lists_what_lies_in_it_level_by_level() -> None:
    nodes = hierarchy().tree("norland", "", 10)
    assert [(node.text, [inner.text for inner in node.inside]) for node in nodes] == [
        ("Hidden District", ["airport"]), ("Oak Province", ["Marlow"]),
    ]


def test_a_tree_without_room_shows_the_foremost() -> None:
    assert [node.text for node in hierarchy().tree("norland", "", 1)] == ["Oak Province"]


def test_a_place_that_states_nothing_lies_where_others_put_it() -> None:
    text = f"{TEXT} [Oak Province|location:oak-province:admin]."
    bare = archive.build([briefing("a", "T", text)]).locations
    bare["oak-province"] = msgspec.structs.replace(bare["oak-province"], within=())
    assert places(bare, {}).around("oak-province") == ("norland",)


def test_places_that_lie_in_each_other_do_not_turn_for_ever() -> None:
    found = hierarchy(Profile(key="norland", name="Norland", type="country", within=("marlow",), path="locations/n.md"))
    assert len(found.around("marlow")) <= 2
    assert set(found.inside("norland")) <= {"marlow", "marlow-airport"}
