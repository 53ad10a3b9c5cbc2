"""Persons of one name over an invented archive: who stays one, who is told apart, and what an editor says about it."""

from __future__ import annotations

import msgspec
import pytest
from newsroom import briefing, with_fact

from briefing import archive
from briefing.archive._callings import world_of
from briefing.model import ActorFact, Archive, Briefing, Profile, Ruling

NAME = "[Jon Amadi|actor:jon-amadi:person]"
#: Invented lands; the codes are of no country.
LANDS = {"norland": "XN", "sudria": "XS", "ostia": "XO"}


def report(id_: str, published: str | None, land: str, words: str, role: str | None = None, of: str | None = None) -> Briefing:
    """A briefing set in one land, in which Jon Amadi has a role."""
    name = land.capitalize()
    told = briefing(id_, f"News from [{name}|location:{land}:country]", f"{words} It was in [{name}|location:{land}:country].", published)
    facts = []
    for fact in told.facts:
        attrs = fact.attrs
        if fact.key == land:
            attrs = msgspec.structs.replace(attrs, country=LANDS[land])
        elif fact.key == "jon-amadi" and isinstance(fact, ActorFact):
            attrs = msgspec.structs.replace(attrs, role=role, of=of)
        facts.append(msgspec.structs.replace(fact, attrs=attrs))
    return msgspec.structs.replace(told, facts=tuple(facts))


def footballer(id_: str = "a-match", published: str = "2010-05-01", words: str = f"{NAME} scored twice.") -> Briefing:
    return report(id_, published, "norland", words, "goalkeeper")


def governor(id_: str = "a-budget", published: str = "2012-03-01", words: str = f"{NAME} signed the budget.") -> Briefing:
    return report(id_, published, "sudria", words, "governor", "sudria")


def keys(built: Archive) -> dict[str, list[str]]:
    """Each Jon Amadi of the archive, with the briefings that he stands in, oldest first."""
    return {
        key: sorted({mention.briefing.id for mention in entry.mentions}) for key, entry in sorted(built.actors.items())
        if key.startswith("jon-amadi")
    }


def test_a_goalkeeper_and_a_governor_of_another_country_are_two() -> None:
    built = archive.build([governor(), footballer(), governor("a-road"), footballer("a-cup", "2013-01-01")])
    assert keys(built) == {"jon-amadi": ["a-cup", "a-match"], "jon-amadi-governor": ["a-budget", "a-road"]}


def test_the_pages_tell_namesakes_apart() -> None:
    actors = archive.build([governor(), footballer()]).actors
    assert [actors[key].label for key in ("jon-amadi", "jon-amadi-governor")] == ["Jon Amadi", "Jon Amadi (governor)"]
    assert actors["jon-amadi"].namesakes == ("jon-amadi-governor",)
    assert actors["jon-amadi-governor"].namesakes == ("jon-amadi",)
    assert actors["jon-amadi-governor"].mentions[0].fact.label == "Jon Amadi"


def test_every_fact_names_the_one_that_is_meant() -> None:
    told = with_fact(governor(), "attribution", "signed", mode="indirect", cue=None, speaker=None, content=(0, 4), speaker_key="jon-amadi")
    told = with_fact(told, "event", "budget", type="AGREE", source=("jon-amadi",), target=("sudria",))
    told = with_fact(told, "relation", "It was", predicate="leads", subject="jon-amadi", object="sudria")
    changed = next(b for b in archive.build([told, footballer()]).briefings if b.id == "a-budget")
    assert '"jon-amadi"' not in msgspec.json.encode(changed.facts).decode()
    assert msgspec.json.encode(changed.facts).decode().count('"jon-amadi-governor"') == 4


@pytest.mark.parametrize(("role", "later"), [("senator", "president"), ("general", "defence minister"), ("mayor", "governor")])
def test_who_changes_office_stays_one(role: str, later: str) -> None:
    first = report("first", "2008-01-01", "norland", f"{NAME} spoke.", role, "norland")
    assert len(keys(archive.build([first, report("second", "2015-01-01", "norland", f"{NAME} spoke.", later, "norland")]))) == 1


def test_a_general_who_serves_in_two_countries_stays_one() -> None:
    first = report("first", "2008-01-01", "norland", f"{NAME} spoke.", "general")
    assert len(keys(archive.build([first, report("second", "2010-01-01", "sudria", f"{NAME} spoke.", "major general")]))) == 1


def test_an_ambassador_is_not_of_the_country_that_he_is_sent_to() -> None:
    first = report("first", "2008-01-01", "norland", f"{NAME} spoke.", "ambassador", "norland")
    assert len(keys(archive.build([first, report("second", "2015-01-01", "sudria", f"{NAME} spoke.", "minister", "sudria")]))) == 1


def test_a_former_goalkeeper_may_be_governor() -> None:
    first = report("first", "2008-01-01", "norland", f"{NAME} opened a school.", "former goalkeeper")
    assert len(keys(archive.build([first, governor()]))) == 1


def test_company_that_nobody_else_keeps_makes_one() -> None:
    beside = f"{NAME} stood beside [Ida Holm|actor:ida-holm:person]."
    assert len(keys(archive.build([footballer(words=beside), governor(words=beside)]))) == 1


def test_a_country_that_the_other_briefing_names_speaks_for_one() -> None:
    both = governor(words=f"{NAME}, who once lived in [Norland|location:norland:country], signed the budget.")
    both = msgspec.structs.replace(both, facts=tuple(
        msgspec.structs.replace(f, attrs=msgspec.structs.replace(f.attrs, country="XN")) if f.key == "norland" else f for f in both.facts
    ))
    assert len(keys(archive.build([footballer(), both]))) == 1


def test_a_name_without_a_role_joins_whom_it_may_mean() -> None:
    plain = report("plain", "2014-01-01", "sudria", f"{NAME} was there.")
    assert keys(archive.build([footballer(), governor(), plain]))["jon-amadi-governor"] == ["a-budget", "plain"]


def test_a_surname_alone_follows_the_full_name_of_its_article() -> None:
    told = governor(words=f"{NAME} signed the budget. [Amadi|actor:jon-amadi:person] smiled.")
    built = archive.build([footballer(), told])
    assert [m.fact.quote for m in built.actors["jon-amadi-governor"].mentions] == ["Jon Amadi", "Amadi"]


def dead_then_speaking(words: str = f"{NAME} said the dam would hold.", role: str = "minister") -> list[Briefing]:
    victim = report("a-crash", "2010-05-01", "norland", f"{NAME} was killed.")
    victim = with_fact(victim, "event", "killed", type="DEATH", target=("jon-amadi",))
    official = report("a-dam", "2012-05-01", "norland", words, role, "norland")
    said = with_fact(official, "attribution", "said", mode="indirect", cue=None, speaker=None, content=(0, 4), speaker_key="jon-amadi")
    return [victim, said]


def test_a_dead_victim_is_not_the_official_who_speaks_two_years_later() -> None:
    assert keys(archive.build(dead_then_speaking())) == {"jon-amadi": ["a-crash"], "jon-amadi-minister": ["a-dam"]}


def test_a_minister_whose_death_was_reported_may_speak_again() -> None:
    victim, said = dead_then_speaking()
    facts = tuple(
        msgspec.structs.replace(f, attrs=msgspec.structs.replace(f.attrs, role="minister")) if isinstance(f, ActorFact) else f
        for f in victim.facts
    )
    assert len(keys(archive.build([msgspec.structs.replace(victim, facts=facts), said]))) == 1


@pytest.mark.parametrize("known", ["rule", "wikidata", "profile"])
def test_whom_somebody_described_is_never_parted(known: str) -> None:
    told = [footballer(), governor()]
    if known != "profile":
        told = [
            msgspec.structs.replace(b, facts=tuple(
                msgspec.structs.replace(f, rule="actors.lexicon") if known == "rule"
                else msgspec.structs.replace(f, attrs=msgspec.structs.replace(f.attrs, wikidata="Q1"))
                if isinstance(f, ActorFact) else f for f in b.facts
            )) for b in told
        ]
    profiles = [Profile(key="jon-amadi", name="Jon Amadi", type="person")] if known == "profile" else []
    assert list(keys(archive.build(told, profiles))) == ["jon-amadi"]


def test_a_newer_article_changes_nobodys_address() -> None:
    told = [footballer(), governor(), report("a-film", "2016-01-01", "ostia", f"{NAME} sang.", "singer")]
    before: dict[str, list[str]] = {}
    for count in range(1, len(told) + 1):
        after = keys(archive.build(told[:count]))
        assert all(set(before[key]) <= set(after.get(key, ())) for key in before)
        before = after
    assert list(before) == ["jon-amadi", "jon-amadi-governor", "jon-amadi-singer"]


def test_two_of_one_name_and_one_role_get_their_country() -> None:
    others = [report("here", "2013-01-01", "ostia", f"{NAME} spoke.", "governor", "ostia")]
    assert list(keys(archive.build([footballer(), governor(), *others]))) == ["jon-amadi", "jon-amadi-governor", "jon-amadi-governor-xo"]


def test_a_key_that_somebody_else_has_is_not_given_again() -> None:
    other = briefing("other", "[Jon Amadi Governor|actor:jon-amadi-governor:organisation] closed", "It closed.", "2009-01-01")
    assert keys(archive.build([footballer(), governor(), other]))["jon-amadi-governor-xs"] == ["a-budget"]


def test_an_editor_merges_what_the_archive_would_part() -> None:
    ruling = Ruling("jon-amadi", ("jon-amadi-governor",))
    assert keys(archive.build([footballer(), governor()], rulings=[ruling])) == {"jon-amadi": ["a-budget", "a-match"]}


def test_an_editor_merges_one_of_two_namesakes_with_another_name() -> None:
    signer = report("a-law", "2012-05-01", "sudria", "[John Amadi|actor:john-amadi:person] signed it.")
    built = archive.build([footballer(), governor(), signer], rulings=[Ruling("john-amadi", ("jon-amadi-governor",))])
    assert keys(built) == {"jon-amadi": ["a-match"]}
    assert built.actors["john-amadi"].briefings == 2


def test_the_keys_that_the_archive_gives_are_known_beforehand() -> None:
    assert archive.namesakes([footballer(), governor()]) == {"jon-amadi-governor"}
    assert archive.namesakes([footballer(), governor()], [Profile("jon-amadi", "Jon Amadi")]) == frozenset()


def test_an_editor_parts_what_the_archive_holds_to_be_one() -> None:
    same = [footballer(), footballer("a-cup", "2011-01-01")]
    ruling = Ruling("jon-amadi-junior", ("jon-amadi",), ("a-cup",))
    built = archive.build(same, rulings=[ruling])
    assert keys(built) == {"jon-amadi": ["a-match"], "jon-amadi-junior": ["a-cup"]}
    assert built.actors["jon-amadi-junior"].label == "Jon Amadi (junior)"


def test_an_editor_merges_two_names_of_one_body() -> None:
    told = briefing("a", "[Norland Rail|actor:norland-rail:organisation] stops", "[NR|actor:nr:organisation] gave no reason.")
    assert list(archive.build([told], rulings=[Ruling("norland-rail", ("nr",))]).actors) == ["norland-rail"]


def test_a_correction_of_the_key_in_one_briefing_stands() -> None:
    edited = governor()
    facts = tuple(msgspec.structs.replace(f, status="edited") if isinstance(f, ActorFact) else f for f in edited.facts)
    assert len(keys(archive.build([footballer(), msgspec.structs.replace(edited, facts=facts)]))) == 1


def test_parties_of_one_name_are_listed_with_their_country() -> None:
    there = "[Sudria|actor:sudria:state] has a [Labour|actor:sudria-labour:organisation] too."
    told = briefing("a", "[Labour|actor:labour:organisation] wins", there)
    built = archive.build([told])
    assert built.actors["sudria-labour"].label == "Labour (Sudria)"
    assert built.actors["labour"].namesakes == ("sudria-labour",)


@pytest.mark.parametrize(("role", "world"), [
    ("deputy foreign minister", "office"), ("minister of justice", "office"), ("secretary general", None), ("lieutenant general", "force"),
    ("former striker", None), ("striker", "sport football"), ("attorney general", "office"), ("general manager", None), (" ", None),
    ("president", None),
])
def test_what_a_role_tells_of_its_holder(role: str, world: str | None) -> None:
    assert world_of(role) == world
