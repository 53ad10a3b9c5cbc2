"""The way from a briefing to the next one about the same actor or place."""

from __future__ import annotations

from archive.newsroom import briefing
from briefing import archive
from briefing.pages._along import Along, along

GUARD = "[Oak Guard|actor:oak-guard:armed_group]"
MARLOW = "[Marlow|location:marlow:settlement]"


def ways() -> dict[str, tuple[Along, ...]]:
    told = [
        briefing("old", "Old", f"The {GUARD} came to {MARLOW}.", "2024-01-01"),
        briefing("other", "Other", "Somebody voted in [Elm|location:elm:settlement].", "2024-02-01"),
        briefing("middle", "Middle", f"The {GUARD} stayed. So said [Norland Wire|actor:norland-wire:media].", "2024-03-01"),
        briefing("new", "New", f"{MARLOW} was quiet. [Norland Wire|actor:norland-wire:media] said so.", "2024-04-01"),
    ]
    return {one.id: found for one, found in along(archive.build(told))}


def shown(found: tuple[Along, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(way.entry.text, way.newer and way.newer.text, way.older and way.older.text) for way in found]


def test_each_briefing_leads_to_its_neighbours_along_what_it_names() -> None:
    found = ways()
    assert shown(found["old"]) == [("Oak Guard", "Middle", None), ("Marlow", "New", None)]
    assert shown(found["middle"]) == [("Oak Guard", None, "Old")]
    assert shown(found["new"]) == [("Marlow", None, "Old")]
    assert found["old"][0].newer is not None and found["old"][0].newer.href == "../../briefings/middle/index.html"


def test_what_only_one_briefing_names_leads_nowhere() -> None:
    assert ways()["other"] == ()
