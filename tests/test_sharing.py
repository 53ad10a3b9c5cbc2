"""What many briefings have in common is held once, and nothing else changes."""

from __future__ import annotations

import msgspec

from briefing.model import Briefing
from briefing.sharing import share
from conftest import Built


def test_equal_parts_become_one_object_and_the_briefings_stay_equal(site: Built) -> None:
    lines = (site.folder / "data" / "briefings.jsonl").read_bytes().splitlines()
    decoder = msgspec.json.Decoder(Briefing)
    pool: dict[object, object] = {}
    shared = [share(decoder.decode(line), pool) for line in lines]
    assert shared == [decoder.decode(line) for line in lines]
    states = [fact for briefing in shared for fact in briefing.facts if fact.key == "united-states" and fact.quote == "U.S."]
    assert len(states) > 3
    assert len({id(fact.label) for fact in states}) == 1
