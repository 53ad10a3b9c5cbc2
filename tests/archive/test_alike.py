"""Names that are written alike: which are shown to an editor as one person's, and which are not."""

from __future__ import annotations

import pytest
from newsroom import briefing

from briefing import archive, exports
from briefing.archive.alike import alike
from briefing.model import Archive, Profile
from briefing.settings import Settings

PLACE = "[Marlow|location:marlow:settlement]"


def named(*keys: str, type: str = "person", profiles: tuple[Profile, ...] = ()) -> Archive:
    """Each name in a briefing of its own, beside one place."""
    names = [f"[{key.replace('-', ' ').title()}|actor:{key}:{type}]" for key in keys]
    return archive.build([briefing(f"day-{n}", "A visit", f"{name} came to {PLACE}.") for n, name in enumerate(names)], profiles)


def pairs(whole: Archive) -> dict[str, list[str]]:
    return {key: [other.key for other in others] for key, others in alike(whole.actors).items()}


@pytest.mark.parametrize(("one", "other"), [
    ("yaro-belenskyy", "yaro-belensky"), ("omar-ghadrani", "omar-gadrani"), ("omar-qadrani", "omar-gadrani"),
    ("valdimir-orlo", "vladimir-orlo"), ("anna-maria-stef", "anna-maria-stefl"),
])
def test_a_letter_more_less_or_elsewhere_may_be_a_spelling(one: str, other: str) -> None:
    assert pairs(named(one, other)) == {one: [other], other: [one]}


@pytest.mark.parametrize(("one", "other"), [
    ("paul-budd", "paul-rudd"), ("mona-torvald", "otto-torvald"), ("belensky", "belenskyy"), ("anna-stefan", "anna-maria-stefan"),
    ("george-hw-torvald", "george-w-torvald"),
])
def test_two_names_are_two(one: str, other: str) -> None:
    assert pairs(named(one, other)) == {}


def test_only_persons_of_one_company_are_compared() -> None:
    assert pairs(named("omar-ghadrani", "omar-gadrani", type="organisation")) == {}
    apart = [named("omar-ghadrani").briefings[0], briefing("other", "[Omar Gadrani|actor:omar-gadrani:person] left", "He left.")]
    assert pairs(archive.build(apart)) == {}


def test_whom_an_editor_describes_each_for_himself_are_two() -> None:
    both = tuple(Profile(key, key, path=f"content/actors/{key}.md") for key in ("omar-ghadrani", "omar-gadrani"))
    assert pairs(named("omar-ghadrani", "omar-gadrani", profiles=both[:1])) != {}
    assert pairs(named("omar-ghadrani", "omar-gadrani", profiles=both)) == {}


def test_the_download_holds_rulings_to_be_copied() -> None:
    whole = named("omar-ghadrani", "omar-gadrani", "omar-gadrani", "omar-ghadrany", "anna-stefan")
    (file,) = (each for each in exports.exports(whole, Settings()) if each.path == "data/may-be-one.yaml")
    assert [line for line in file.content.decode().splitlines() if not line.startswith("#")] == [
        "- merge: [omar-gadrani, omar-ghadrani, omar-ghadrany]  # Omar Gadrani (2), Omar Ghadrani (1), Omar Ghadrany (1)",
    ]
