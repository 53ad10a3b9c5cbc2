"""Which place of a name is meant, as a reader of the whole article takes it."""

from __future__ import annotations

import pytest

from briefing.lexicon import Entity, Lexicon, load
from briefing.model import Article, Source
from briefing.names import find
from briefing.names._candidates import candidates
from briefing.reading import read


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def places(lexicon: Lexicon, body: str) -> dict[str, Entity | None]:
    """What each place of an article is, by its words; the last where they stand twice."""
    article = Article(id="a", title="News", text="News\n\n" + body, body_start=6, source=Source("a.txt", "0" * 64, "text"))
    return {article.text[n.span.start : n.span.end]: n.entity for n in find(read(article), lexicon) if n.kind == "place"}


@pytest.mark.parametrize(("body", "words", "key"), [
    ("Officials in Texas, Georgia and Ohio met.", "Georgia", "georgia-united-states"),
    ("Leaders of Ukraine, Georgia and Moldova met.", "Georgia", "georgia"),
    ("They voted in Virginia, Washington, and Wyoming.", "Washington", "washington-united-states"),
    ("They voted in Virginia, Washington, and Wyoming.", "Wyoming", "wyoming"),
    ("It rained in Nevada, Oklahoma, Pennsylvania and Utah.", "Oklahoma", "oklahoma"),
    ("The trial began in Atlanta, Georgia. Rain fell all over Georgia.", "Georgia", "georgia-united-states"),
    ("Crowds came to Mecca and Medina. In Ohio, in the United States, the US team lost.", "Medina", "medina"),
    ("Snow fell in Ontario. In the United States, the US team lost.", "Ontario", "ontario"),
    ("Rain spared the provinces of Midlands and Manicaland, farmers in Zimbabwe said.", "Midlands", "midlands-province"),
    ("Rain spared the Midlands, farmers in England said.", "Midlands", "midlands"),
    ("She is a senator from New York.", "New York", "new-york-state"),
    ("The former New York gubernatorial candidate spoke.", "New York", "new-york-state"),
    ("Mexico City banned it. In Mexico, others followed.", "Mexico City", "mexico-city"),
    ("He is in England right now, she said in the United States. The US team lost in Ohio and Texas.", "England", "england"),
    ("He was heard at the court in Westminster, in London.", "Westminster", "city-of-westminster"),
    ("A fire broke out in Guildford, Surrey.", "Guildford", "guildford"),
    ("Police in Guadalajara in Spain held two men.", "Guadalajara", "guadalajara-spain"),
    ("Ships left Tripoli in northern Lebanon.", "Tripoli", "tripoli-lebanon"),
    ("Two men were killed in the Kurdistan Region on Monday.", "Kurdistan Region", "iraqi-kurdistan"),
    ("The golfers met at St Andrews. Rain is common in Scotland.", "St Andrews", "saint-andrews-united-kingdom"),
    ("The envoy flew home to Korea.", "Korea", "korean-peninsula"),
    ("He spoke in the Republic of Indonesia.", "Republic of Indonesia", "indonesia"),
    ("A man was held in Arlington, Va., on Monday.", "Arlington", "arlington-united-states"),
    ("A man was held in Arlington, Va., on Monday.", "Va.", "virginia"),
    ("A fire broke out in Perth, WA.", "WA", "western-australia"),
    ("A fire broke out in Spokane, WA.", "WA", "washington-united-states"),
    ("The bill is Ann Lee's, D-Ore., and Tom Poe's (R-Texas).", "Ore.", "oregon"),
    ("The strike was in the Dayr az Zawr Province of Syria.", "Dayr az Zawr Province of Syria", "deir-ez-zor-province"),
    ("They flew to Washington, D.C., to speak.", "Washington, D.C.", "washington"),
    ("Rain fell in Co. Clare and in Co Kerry.", "Co. Clare", "clare"),
    ("She lives in Sydney, NSW.", "NSW", "new-south-wales"),
    ("Illinois police held a man in Springfield who had fled from Peoria.", "Springfield", "springfield-illinois"),
    ("Texas police held a man who had fled to London.", "London", "london"),
    ("Crowds came to Mecca and Medina. In Ohio, in the United States, the US team lost.", "Medina", "medina"),
    ("A quake shook San Jose and Cartago, Costa Rica. In Limon, Alajuela and Liberia people ran.", "Liberia", "liberia-costa-rica"),
    ("A lorry crashed near Dover, in Kent. Its drivers came from Canterbury, Ashford and Maidstone.", "Canterbury",
     "canterbury-united-kingdom"),
    ("A convoy from Damascus was hit near Palmyra, the U.S. military said. U.S. troops left.", "Palmyra", "palmyra"),
    ("They held the village of Kut in Wasit province, in Iraq.", "Kut", "kut"),
    ("Russian forces attacked near Vovchansk, and near Lyptsi, but did not advance.", "Vovchansk", "vovchansk"),
    ("They fled from Nyala to Tawila, in Sudan.", "Tawila", "tawila"),
    ("Trains stopped at Castellon. In Merida and Toledo, in Spain, schools were shut.", "Merida", "merida-spain"),
])
def test_a_name_is_the_place_that_its_surroundings_say(lexicon: Lexicon, body: str, words: str, key: str) -> None:
    place = places(lexicon, body)[words]
    assert place is not None and place.key == key


def test_a_place_is_where_the_text_puts_it_though_only_a_namesake_is_known(lexicon: Lexicon) -> None:
    stroud = places(lexicon, "A fire in Stroud, Ontario, killed two.")["Stroud"]
    assert stroud is not None and stroud.lat is None
    assert stroud.within == ("ontario", "canada")
    kut = places(lexicon, "Shots were fired near the village of Kut in Gegharkunik Province.")["Kut"]
    assert kut is not None and kut.key == "kut-armenia" and kut.within == ("gegharkunik", "armenia")


def test_a_village_is_no_city_and_no_hamlet_of_another_country(lexicon: Lexicon) -> None:
    body = "Russian troops took the village of Novooleksandrivka, near Pokrovsk in Ukraine. People fled to Korma from Kharkiv."
    found = places(lexicon, body)
    village, hamlet = found["Novooleksandrivka"], found.get("Korma")
    assert village is not None and village.key != "melitopol"
    assert hamlet is None


def test_a_place_is_where_the_words_before_it_put_it(lexicon: Lexicon) -> None:
    for body in ("Shells fell on the North Darfur town of Abu Semmak.", "Shells fell in Abu Semmak, a small town in North Darfur."):
        town = places(lexicon, body)["Abu Semmak"]
        assert town is not None
        assert town.within == ("north-darfur", "sudan")


def test_a_firm_before_another_countrys_is_no_town_of_it(lexicon: Lexicon) -> None:
    found = places(lexicon, "The builders are Zarnow Engineering, Belgium's Brevax and two others.")
    assert all("belgium" not in place.within for place in found.values() if place is not None)


def test_a_village_abroad_is_not_what_a_street_is_named_after(lexicon: Lexicon) -> None:
    """The only Piccadilly of the gazetteer is a suburb in Western Australia."""
    assert places(lexicon, "They met in Piccadilly. London police, in the United Kingdom, asked who saw them.")["Piccadilly"] is None


@pytest.mark.parametrize(("words", "around"), [
    ("Southern Poland", "poland"), ("North Jakarta", "jakarta"), ("Southern District of New York", "new-york-state"),
])
def test_a_part_of_a_place_lies_in_it(lexicon: Lexicon, words: str, around: str) -> None:
    part = candidates(words, lexicon)[0]
    assert (part.type, part.within[0], part.geonameid) == ("region", around, None) and part.lat is not None


def test_a_direction_may_be_shortened(lexicon: Lexicon) -> None:
    assert [place.key for place in candidates("N. Korea", lexicon)] == ["north-korea"]


def test_a_direction_before_any_word_makes_no_place(lexicon: Lexicon) -> None:
    assert candidates("North Face", lexicon) == () == candidates("Northern Arapaho", lexicon)


@pytest.mark.parametrize("body", [
    "They met in Gallipoli. The leaders of Australia and New Zealand, in Australia, asked who came.",  # a town in Italy
    "Settlers left Morag. Israel, in the Gaza Strip, moved its army.",  # a town in Poland
])
def test_a_small_town_in_a_country_not_told_of_is_not_meant(lexicon: Lexicon, body: str) -> None:
    found = next(iter(places(lexicon, body).values()), None)
    assert found is None or found.country not in ("IT", "PL")


def test_an_airport_is_not_its_namesake_in_another_country(lexicon: Lexicon) -> None:
    """The only Sola Airport of the gazetteer is on Vanuatu."""
    airport = places(lexicon, "A fire broke out at Sola Airport, Norway.")["Sola Airport"]
    assert airport is not None and airport.country == "NO"


def test_what_a_language_is_the_base_of_is_no_place(lexicon: Lexicon) -> None:
    assert "Lua" not in places(lexicon, "They sell a Lua-based tool.")
    assert places(lexicon, "They work for an Espoo-based firm.")["Espoo"] is not None


@pytest.mark.parametrize(("surface", "key"), [
    ("San Diego California", "san-diego"), ("Melbourne Australia", "melbourne"), ("French capital Paris", "paris"),
    ("County Kerry", "kerry"), ("County Mayo", "county-mayo"), ("Northamptonshire", "northamptonshire"),
])  # fmt: skip
def test_a_place_run_into_what_it_lies_in_or_what_it_is_is_that_place(lexicon: Lexicon, surface: str, key: str) -> None:
    assert candidates(surface, lexicon)[0].key == key


def test_words_that_lie_in_nothing_behind_them_are_no_place_together(lexicon: Lexicon) -> None:
    assert candidates("Sony Australia", lexicon) == ()
    assert candidates("Paris California", lexicon) == ()


def test_the_words_before_a_row_and_those_it_begins_with_speak_for_places(lexicon: Lexicon) -> None:
    body = "Fighters took the villages of Gulandi, Beerto and Shabello in two days."
    assert list(places(lexicon, body)) == ["Gulandi", "Beerto", "Shabello"]
    assert list(places(lexicon, "An air strike hit Kfar Zibda and Velyka Hora.")) == ["Kfar Zibda", "Velyka Hora"]
    assert "Bindisa" in places(lexicon, "He led attacks on towns near Kodoomi and Bindisa.")
