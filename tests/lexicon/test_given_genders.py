"""Given names that tell a person's sex, and those that do not."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing import lexicon
from briefing.lexicon._compile_genders import telling

LEXICON = lexicon.load()


@pytest.mark.parametrize(("name", "told"), [("Laura", {"f"}), ("Martin", {"m"}), ("Barack", {"m"}), ("Taylor", set()), ("Jean", set())])
def test_a_name_tells_a_sex_only_where_one_alone_has_it(name: str, told: set[str]) -> None:
    rows = (*LEXICON.tables["given_genders"], *LEXICON.tables["given_genders_known"])
    assert {row["gender"] for row in rows if name in row["names"].split()} == told


def test_a_name_of_one_country_or_of_both_sexes_tells_nothing() -> None:
    women, men = Counter({"Ann": 5, "Kim": 5, "Oda": 1}), Counter({"Kim": 2})
    assert telling(women, men) == ["Ann"]
