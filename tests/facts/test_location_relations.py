"""Places told by another: "west of Baghdad". The texts are made up for the tests."""

from __future__ import annotations

import pytest

from briefing.facts import extract
from briefing.facts.locations._relations import related, relation
from briefing.lexicon import load
from briefing.model import Article, EventFact, LocationAttrs, Precision, Source, Span


def told(text: str, name: str) -> tuple[str, Precision] | None:
    start = text.index(name)
    return relation(text, start, start + len(name))


@pytest.mark.parametrize(("text", "name", "words", "exact"), [
    ("A drone fell 120 km west of Baghdad.", "Baghdad", "120 km west of", "region"),
    ("A drone fell west of\nBaghdad.", "Baghdad", "west of", "region"),
    ("They met to the south of Basra.", "Basra", "to the south of", "region"),
    ("Troops crossed north of the Litani River.", "Litani River", "north of", "region"),
    ("A mine went off 60 miles (96 km) north-east of Mosul.", "Mosul", "60 miles (96 km) north-east of", "region"),
    ("A mine went off five kilometres from Kirkuk.", "Kirkuk", "five kilometres from", "admin"),
    ("A mine went off half a mile from Kirkuk.", "Kirkuk", "half a mile from", "admin"),
    ("A mine went off several miles from Kirkuk.", "Kirkuk", "several miles from", "region"),
    ("A mine went off 5 kilometres from Kirkuk.", "Kirkuk", "5 kilometres from", "admin"),
    ("A mine went off 800 meters from Kirkuk.", "Kirkuk", "800 meters from", "admin"),
    ("Shells fell on the northern outskirts of Aleppo.", "Aleppo", "on the northern outskirts of", "settlement"),
    ("They live in a suburb of Beirut.", "Beirut", "a suburb of", "settlement"),
    ("They fought just outside Tikrit.", "Tikrit", "just outside", "admin"),
    ("They fought near the Syrian border.", "Syrian border", "near", "admin"),
    ("Posts on the border with Syria were hit.", "Syria", "on the border with", "admin"),
    ("A tanker burns off the coast of Yemen.", "Yemen", "off the coast of", "region"),
    ("A tanker burns off Yemen's coast.", "Yemen", "off", "region"),
    ("A tanker burns 20 nautical miles off Yemen.", "Yemen", "20 nautical miles off", "region"),
])
def test_a_place_told_by_another_keeps_the_words_that_tell_it(text: str, name: str, words: str, exact: str) -> None:
    assert told(text, name) == (words, exact)


@pytest.mark.parametrize(("text", "name"), [
    ("It rained in the south of Iraq.", "Iraq"),
    ("It rained in the Beirut suburb of Choueifat.", "Choueifat"),
    ("Police sealed off Mosul.", "Mosul"),
    ("The shop is near.\n\nMosul was calm.", "Mosul"),
    ("It rained in southern Iraq.", "Iraq"),
    ("They live in the city of Mosul.", "Mosul"),
    ("Mosul was calm.", "Mosul"),
])
def test_what_lies_inside_or_apart_has_no_relation(text: str, name: str) -> None:
    assert told(text, name) is None


@pytest.mark.parametrize(("text", "known", "exact"), [
    ("west of Mosul", "settlement", "region"), ("near Mosul", "settlement", "admin"), ("near Mosul", "country", "country"),
    ("on the outskirts of Mosul", "settlement", "settlement"), ("near Mosul", None, None),
])
def test_it_is_known_no_better_than_the_named_place_and_the_relation(text: str, known: Precision | None, exact: str | None) -> None:
    span = Span(len(text) - 5, len(text))
    attrs = related(text, span, LocationAttrs(type="settlement", form="name", lat=36.3, lon=43.1, precision=known))
    assert (attrs.precision, attrs.lat) == (exact, 36.3) and attrs.relation


def test_a_government_is_near_nowhere() -> None:
    attrs = LocationAttrs(type="country", form="metonym")
    assert related("officials close to Iran", Span(19, 23), attrs) == attrs


@pytest.mark.parametrize(("body", "place"), [
    ("A drone strike killed five fighters west of Mosul in Nineveh province on Monday.", "nineveh"),  # the area is sure
    ("A drone strike killed five fighters west of Mosul on Monday.", "mosul"),  # nothing else is told
    ("A drone strike killed five fighters near Ramadi in Anbar province on Monday.", "ramadi"),
])
def test_an_event_is_where_the_words_put_it(body: str, place: str) -> None:
    article = Article(id="a", title="Report", text=f"Report\n\n{body}", body_start=8, source=Source("a.txt", "0" * 64, "text"))
    (main,) = (fact for fact in extract(article, load()).facts if isinstance(fact, EventFact) and fact.attrs.main)
    assert main.attrs.location == place
