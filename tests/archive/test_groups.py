"""Reports of one event stand together, with what joins them; reports of two events never do."""

from __future__ import annotations

import pytest

from archive.newsroom import briefing, with_fact
from briefing import archive
from briefing.model import Archive, Briefing, Group
from counting import steps

MARLOW = "[Marlow|location:marlow:settlement]"
AIRPORT = "[Marlow airport|location:marlow-airport:facility]"
FENHAM = "[Fenham|location:fenham:settlement]"
NORLAND = "[Norland|location:norland:country]"
GUARD = "[Oak Guard|actor:oak-guard:armed_group]"


def event(told: Briefing, quote: str, date: str | None, place: str | None = "marlow", type_: str = "ASSAULT") -> Briefing:
    return with_fact(told, "event", quote, type=type_, location=place, date=date, main=True)


def first(id_: str = "first", date: str | None = "2024-05-01", published: str | None = "2024-05-01", **more: object) -> Briefing:
    text = f"Gunmen of the {GUARD} attacked a crowded market in {MARLOW}, killing twelve shoppers before fleeing on motorcycles."
    return event(briefing(id_, f"Gunmen attack market in {MARLOW}", text, published, **more), "attacked", date)


def second(id_: str = "second", date: str | None = "2024-05-01", published: str | None = "2024-05-02", **more: object) -> Briefing:
    text = f"Fifteen shoppers died when gunmen on motorcycles attacked the crowded market of {MARLOW}. The {GUARD} fled."
    return event(briefing(id_, f"Market attack kills fifteen in {MARLOW}", text, published, **more), "attacked", date)


def grouped(*told: Briefing) -> list[tuple[str, ...]]:
    return [ids(group) for group in groups(archive.build(told))]


def groups(built: Archive) -> list[Group]:
    return list({id(group): group for group in built.groups.values()}.values())


def ids(group: Group) -> tuple[str, ...]:
    return tuple(briefing.id for briefing in group.briefings)


def test_two_reports_of_one_attack_are_one_group_and_say_what_joins_them() -> None:
    built = archive.build([first(), second(), briefing("other", "Football", f"A match in {MARLOW} ended without goals.")])
    (group,) = groups(built)
    assert ids(group) == ("second", "first")
    assert group.reason.startswith(
        "event of 1 May 2024; reported within 2 days; same place: Marlow; same actor: Oak Guard; words in common: "
    )
    assert "crowded" in group.reason and "marlow" not in group.reason


def test_a_report_of_the_same_event_is_the_first_related_one() -> None:
    near = briefing("near", f"Mayor of {MARLOW} speaks", f"The mayor of {MARLOW} blamed the {GUARD} and mourned.", "2024-05-01")
    built = archive.build([first(), second(), near])
    (other, why), *rest = built.related["first"]
    assert other == "second" and why.startswith("reports the same event: event of 1 May 2024")
    assert "second" not in [id_ for id_, _ in rest]


def test_each_report_keeps_its_own_facts() -> None:
    built = archive.build([first(), second()])
    assert {one.id: one.facts for one in built.briefings} == {"first": first().facts, "second": second().facts}
    assert built.actors["oak-guard"].briefings == 2


def test_two_attacks_on_one_town_on_two_days_are_two_events() -> None:
    assert grouped(first(), second(date="2024-05-02")) == []


def test_the_same_words_of_another_town_are_another_event() -> None:
    text = "Gunmen of the Oak Guard attacked a crowded market in {}, killing twelve shoppers before fleeing on motorcycles."
    there = event(briefing("there", f"Gunmen attack market in {FENHAM}", text.format(FENHAM)), "attacked", "2024-05-01", "fenham")
    assert grouped(first(), there) == []


def test_a_place_inside_the_other_is_no_other_place() -> None:
    text = f"Gunmen of the {GUARD} attacked {AIRPORT} of Norland, killing twelve shoppers before fleeing on motorcycles from the market."
    province = f"Gunmen of the {GUARD} attacked an airport in {NORLAND}, killing twelve shoppers before fleeing on motorcycles."
    site = event(briefing("site", "Gunmen attack market", text), "attacked", "2024-05-01", "marlow-airport")
    wide = event(briefing("wide", "Gunmen attack market", province), "attacked", "2024-05-01", "norland")
    assert grouped(site, wide) == [("site", "wide")]


def test_a_form_filled_in_for_two_persons_is_two_events() -> None:
    """So are obituaries, interviews and endorsements written: one wording, another name."""
    body = "{} of Marlow won the annual prize for gardening after a long contest with many visitors and much rain."
    told = [
        briefing(key, f"[{name}|actor:{key}:person] wins gardening prize in {MARLOW}", body.format(f"[{name}|actor:{key}:person]"))
        for key, name in (("ada-brook", "Ada Brook"), ("kim-ball", "Kim Ball"))
    ]
    assert grouped(*told) == []


def test_names_alone_join_nothing() -> None:
    one = briefing("one", f"{GUARD} in {MARLOW}", f"The {GUARD} of {MARLOW} held elections.")
    two = briefing("two", f"{GUARD} at {MARLOW}", f"The {GUARD} near {MARLOW} sold timber.")
    assert grouped(one, two) == []


def test_reports_a_week_apart_are_not_of_one_event() -> None:
    assert grouped(first(), second(published="2024-05-08")) == []


def test_where_no_day_is_stated_only_reports_of_neighbouring_days_are_joined() -> None:
    assert grouped(first("copy", date=None), first(date=None, published="2024-05-03")) == []
    assert grouped(first("copy", date=None), first(date=None, published="2024-05-02")) == [("first", "copy")]


@pytest.mark.parametrize("published", [None, "", "2024", "2024-05", "soon"])
def test_a_briefing_without_a_day_is_in_no_group(published: str | None) -> None:
    assert grouped(first(published=published), second(published=published)) == []


def test_no_chain_of_reports_leads_from_one_event_to_another() -> None:
    """A report that names both days goes with the one that it is most like, and does not join the two."""
    between = event(second("between"), "died", "2024-05-03")
    later = second("later", date="2024-05-03", published="2024-05-03")
    (group,) = groups(archive.build([first(), between, later]))
    assert len(group.briefings) == 2 and "between" in ids(group)


def test_the_order_of_the_files_does_not_matter() -> None:
    told = [first(), second(), second("third", published="2024-05-03")]
    assert archive.build(told).groups == archive.build(told[::-1]).groups
    assert [len(group.briefings) for group in groups(archive.build(told))] == [3]


def test_untidy_texts_are_borne() -> None:
    texts = ("", "\u0000\u202e\ud7ff", "{{ x }} <script>", "a" * 200_000, "word " * 50_000, "字" * 5_000, "1 2 3")
    assert grouped(*(briefing(f"b{n}", text.strip(), text) for n, text in enumerate(texts))) == []


def test_many_copies_of_one_report_are_grouped_with_work_in_proportion() -> None:
    few, many = ([first(f"copy-{n:04}") for n in range(count)] for count in (100, 800))
    assert steps(lambda: archive.build(many)) < 12 * steps(lambda: archive.build(few))


def test_many_copies_of_one_report_are_in_groups_that_can_be_read() -> None:
    built = archive.build([first(f"copy-{n:04}") for n in range(1000)])
    assert max(len(group.briefings) for group in built.groups.values()) <= 24
    assert len(built.groups) == sum(len(group.briefings) for group in groups(built))


def test_groups_stay_when_an_unrelated_article_comes() -> None:
    def reasons(built: Archive) -> list[str]:
        return [group.reason for group in groups(built)]

    chess = briefing("chess", "Chess club", "[Kim Ball|actor:kim-ball:person] won.")
    assert reasons(archive.build([first(), second(), chess])) == reasons(archive.build([first(), second()]))
