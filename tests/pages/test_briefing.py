"""What a reader finds on the page of a briefing."""

import json
import re
from pathlib import Path

import msgspec
import pytest
from lxml import html

from archive.newsroom import briefing, lying, span_of, with_fact
from briefing import archive, pages
from briefing.model import Amendment, Aside, Briefing, Dateline, Page, Source
from briefing.pages import Site
from briefing.pages.briefing import BriefingView
from briefing.render import Renderer
from briefing.settings import Settings

THEME = Path(__file__).parents[2] / "themes" / "briefing"
RENDERER = Renderer(THEME / "templates")
SITE = Site(Settings(site_url="https://archive.example", repository_url="https://code.example/archive"))


def attack() -> Briefing:
    """An invented article with a fact of each kind."""
    source = briefing(
        "attack",
        "Drones hit [Marlow Airport|location:marlow-airport:facility]",
        "[Rebels|actor:rebels:armed_group] attacked [Marlow Airport|location:marlow-airport:facility] in "
        "[Marlow|location:marlow:settlement] on Tuesday, killing at least four guards, [the army|actor:army:military] said. "
        "[Rebels|actor:rebels:armed_group] denied it.",
        asides=(Aside("disclaimer", "Views are the author's."),),
        dateline=Dateline("MARLOW", "2024-05-01", "Norland Wire"),
    )
    source = with_fact(
        source, "event", "attacked", "attack on an airport", type="ASSAULT", source=("rebels",), location="marlow-airport", main=True
    )
    source = with_fact(source, "quantity", "at least four guards", unit="person", role="killed", min=4)
    claim = span_of(source, "Rebels attacked Marlow Airport in Marlow on Tuesday, killing at least four guards")
    source = with_fact(
        source, "attribution", "the army said", mode="claim", cue=span_of(source, "said"), speaker=span_of(source, "the army"),
        content=claim, speaker_key="army", source_class="official",
    )
    return with_fact(source, "relation", "denied", predicate="opposed_to", subject="rebels", object="army")


def view_of(source: Briefing, *others: Briefing, site_pages: tuple[Page, ...] = ()) -> BriefingView:
    whole = archive.build([source, *others], (), site_pages)
    return next(r.view for r in pages.requests(whole, SITE) if r.path == f"briefings/{source.id}/index.html")


def page_of(source: Briefing, *others: Briefing) -> html.HtmlElement:
    whole = archive.build([source, *others])
    request = next(r for r in pages.requests(whole, SITE) if r.path == f"briefings/{source.id}/index.html")
    return html.document_fromstring(RENDERER.render(request))


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_fact_leads_to_its_sentence_and_every_mark_to_its_card() -> None:
    page = page_of(attack())
    ids = set(page.xpath("//@id"))
    assert len(ids) == len(page.xpath("//@id"))
    cards = page.find_class("card")
    assert cards
    assert all(ref.get("href").removeprefix("#") in ids for card in cards for ref in card.find_class("r"))
    assert all(card.find_class("r") for card in cards)
    marks = page.xpath("//mark[@data-kind != 'relation']")
    assert {mark.get("data-kind") for mark in marks} == {"actor", "location", "quantity", "attribution", "event"}
    assert all(href.removeprefix("#") in ids for href in page.xpath("//mark//a/@href"))
    assert all(mark.get("data-key") and mark.get("data-fact") for mark in marks)


def test_sentences_carry_their_numbers() -> None:
    page = page_of(attack())
    assert text(page.get_element_by_id("s0")) == "Drones hit Marlow Airport"
    assert text(page.get_element_by_id("s2")) == "Rebels denied it."
    assert page.xpath("//a[@class='n' and @href='#s2']/text()") == ["2"]


def test_in_brief_never_says_more_than_the_sentence() -> None:
    rows = {row.name: row.items for row in view_of(attack()).brief.rows}
    assert [(item.text, item.note) for item in rows["What"]] == [
        ("Violence: “Rebels attacked Marlow Airport in Marlow on Tuesday, killing at least four guards, the army …”", "the army said")
    ]
    assert "at least four guards" in rows["Toll"][0].text
    assert rows["Toll"][0].note == "the army said"
    assert rows["Where"][0].note == "site, about 1 km"
    assert [(ref.href, ref.text) for ref in rows["Toll"][0].refs] == [("#quantity-88-108", "s1")]


def test_what_an_attack_leaves_open_is_said() -> None:
    assert view_of(attack()).brief.not_stated == "weapon; date"


def test_a_quiet_article_is_not_asked_for_weapons() -> None:
    calm = with_fact(briefing("talks", "Talks open", "Envoys met."), "event", "met", "meeting", type="CONSULT", main=True)
    assert view_of(calm).brief.not_stated == "place; date"


def test_a_mishap_is_not_asked_for_a_perpetrator() -> None:
    crash = briefing("crash", "Bus crashes", "A bus crashed. Two were injured.")
    crash = with_fact(crash, "event", "crashed", "crash", type="ACCIDENT", main=True)
    crash = with_fact(crash, "event", "injured", "injury", type="ASSAULT")
    assert view_of(crash).brief.not_stated == "place; date"


def test_who_did_it_is_said_by_who_says_so() -> None:
    who = next(row for row in view_of(attack()).brief.rows if row.name == "Who")
    assert [(item.text, item.note) for item in who.items] == [("Rebels", "the army said")]


def test_a_side_that_another_sentence_names_is_inferred_by_nobodys_account() -> None:
    body = "[Guards|actor:guards:military] were shelled, [an envoy|actor::person:nominal] said. [Rebels|actor:rebels:armed_group] are near."
    source = briefing("war", "War", body)
    source = with_fact(source, "event", "shelled", "shelled", type="ASSAULT", source=("rebels",), target=("guards",), main=True)
    source = with_fact(source, "attribution", "Guards were shelled", mode="indirect", cue=span_of(source, "said"),
                       speaker=span_of(source, "an envoy"), content=span_of(source, "Guards were shelled"))
    (who,) = (row for row in view_of(source).brief.rows if row.name == "Who")
    (item,) = who.items
    assert (item.text, item.note, [ref.text for ref in item.refs]) == ("Rebels → Guards", "inferred", ["s1", "s2"])


def test_only_the_toll_of_what_is_reported_stands_in_brief() -> None:
    source = briefing(
        "raid", "Raid in [Marlow|location:marlow:settlement]",
        "Guards were attacked in [Marlow|location:marlow:settlement]; two died. It was dark. "
        "Three fell in [Oak|location:oak:settlement] last year.",
    )
    source = with_fact(source, "event", "attacked", "attack", type="ASSAULT", location="marlow", main=True)
    source = with_fact(source, "quantity", "two", unit="person", role="killed", min=2, max=2)
    source = with_fact(source, "quantity", "Three", unit="person", role="killed", min=3, max=3, place="oak")
    (toll,) = (row for row in view_of(source).brief.rows if row.name == "Toll")
    assert [item.text for item in toll.items] == ["Killed: two"]


def test_one_count_stated_twice_stands_once() -> None:
    source = briefing("twice", "Dozens hurt", "Shots were fired. There dozens fell.")
    source = with_fact(source, "event", "Shots were fired", "shots", type="ASSAULT", main=True)
    for words in ("Dozens", "dozens"):
        source = with_fact(source, "quantity", words, unit="person", role="injured", min=24)
    (toll,) = (row for row in view_of(source).brief.rows if row.name == "Toll")
    assert [(item.text, [ref.text for ref in item.refs]) for item in toll.items] == [("Injured: dozens", ["title", "s2"])]


def test_that_nobody_was_hurt_is_a_toll() -> None:
    source = briefing("safe", "Shots at a shop", "Shots were fired. Nobody was hurt.")
    source = with_fact(source, "event", "Shots were fired", "shots", type="ASSAULT", main=True)
    source = with_fact(source, "quantity", "Nobody", unit="person", role="injured", min=0, max=0)
    assert "number of dead" not in view_of(source).brief.not_stated


def cards_of(source: Briefing) -> dict[str, list[tuple[str, str, list[str]]]]:
    groups = view_of(source).groups
    return {group.title: [(card.name, card.words, [ref.text for ref in card.refs]) for card in group.cards] for group in groups}


def test_the_sidebar_has_its_order() -> None:
    assert [group.title for group in view_of(attack()).groups] == [
        "Casualties and counts", "Armed forces", "Armed groups", "Places", "What happened", "Claims: who says what", "Relations",
    ]


def test_what_one_side_did_to_another_is_one_card() -> None:
    source = briefing("war", "War", "[Rebels|actor:rebels:armed_group] shelled [guards|actor:guards:military]. They bombed them too.")
    for words in ("shelled", "bombed"):
        source = with_fact(source, "event", words, words, type="ASSAULT", source=("rebels",), target=("guards",))
    assert cards_of(source)["What happened"] == [("Violence: Rebels → guards", "“shelled”, “bombed”", ["s1", "s2"])]


def test_what_the_article_reports_comes_before_what_else_happened() -> None:
    source = briefing("two", "News", "In [Oak|location:oak:settlement] some met. In [Marlow|location:marlow:settlement] others marched.")
    source = with_fact(source, "event", "met", "met", type="CONSULT", location="oak")
    source = with_fact(source, "event", "marched", "marched", type="PROTEST", mode="demo", location="marlow", main=True)
    assert [card[0] for card in cards_of(source)["What happened"]] == ["Protest", "Meeting or talks"]


def test_events_that_tell_nothing_are_folded_and_keep_their_card() -> None:
    source = briefing("war", "War", "It came to blows. The war went on.")
    for words in ("blows", "war"):
        source = with_fact(source, "event", words, words, type="ASSAULT")
    page = page_of(source)
    (group,) = page.xpath("//aside[@id='facts']/details[not(@open)]")
    assert text(group.find("summary")) == "Background and passing mentions 1"
    assert [text(card)[:22] for card in group.find_class("card")] == ["Violence s1 s2“blows”,"]
    assert len(page.xpath("//mark[@data-kind='event']/a")) == 2


def test_a_date_says_what_happened_then() -> None:
    source = briefing("day", "News", "On Monday they met.")
    source = with_fact(source, "time", "Monday", "6 May 2024", type="date", value="2024-05-06")
    source = with_fact(source, "event", "met", "met", type="CONSULT", date="2024-05-06")
    assert cards_of(source)["Dates"] == [("6 May 2024", "“Monday” · events: met", ["s1"])]


def test_now_and_recently_are_no_dates_and_keep_their_card() -> None:
    source = with_fact(briefing("day", "News", "They now meet."), "time", "now", "now", type="date", value="PRESENT_REF")
    cards = cards_of(source)
    assert "Dates" not in cards and cards["Background and passing mentions"]


def test_a_relation_without_its_other_side_is_not_listed() -> None:
    source = with_fact(briefing("half", "News", "It was founded."), "relation", "founded", predicate="founded", subject="it", object=None)
    assert "Relations" not in cards_of(source)


@pytest.mark.parametrize(("words", "shown"), [("Related", False), ("Sources", False), ("Related: A longer list of other news", True)])
def test_a_heading_with_nothing_under_it_is_not_shown(words: str, shown: bool) -> None:
    assert bool(view_of(briefing("x", "T", "x.", asides=(Aside("furniture", words),))).asides) is shown


def test_all_mentions_of_one_actor_share_a_card() -> None:
    groups = {group.title: group.cards for group in view_of(attack()).groups}
    (rebels,) = groups["Armed groups"]
    assert (rebels.name, [ref.text for ref in rebels.refs]) == ("Rebels", ["s1", "s2"])
    assert rebels.archive == "in 1 briefing"
    assert rebels.href == "../../actors/rebels/index.html"
    assert rebels.found == "test.mark"
    assert [card.name for card in groups["Casualties and counts"]] == ["at least four guards"]
    assert groups["Relations"][0].name == "Rebels opposed to army"


@pytest.mark.parametrize(("form", "cards"), [
    ("nominal", [("pirates", "", ["s1", "s2"])]),
    ("name", [("pirates", "", ["s1"]), ("pirates", "", ["s2"])]),
])
def test_one_description_is_one_card_and_one_name_without_identity_is_not(form: str, cards: list[tuple[str, str, list[str]]]) -> None:
    source = briefing("sea", "Hijack", "Pirates took a yacht. The pirates fled.")
    for words in ("Pirates", "pirates"):
        source = with_fact(source, "actor", words, "pirates", type="armed_group", form=form)
    assert cards_of(source)["Armed groups"] == cards


def test_places_come_from_the_most_exact_to_the_vaguest() -> None:
    source = briefing(
        "places", "Storm", "[Norland|location:norland:country:metonym] said [Oak|location:oak-province:admin] and "
        "[Marlow Airport|location:marlow-airport:facility] were hit, and [Marlow|location:marlow:settlement] too.",
    )
    (places,) = (group for group in view_of(source).groups if group.title == "Places")
    assert [card.name for card in places.cards] == ["Marlow Airport", "Marlow", "Oak", "Norland"]
    assert places.map and {marker.shape for marker in places.map.markers} == {"site", "settlement", "area"}


def test_a_place_told_by_another_keeps_its_relation() -> None:
    source = lying(briefing("west", "Storm", "It rained west of the [Oak|location:oak-province:admin]."), "west of")
    (places,) = (group for group in view_of(source).groups if group.title == "Places")
    assert places.cards[0].words.endswith("· west of the Oak") and "middle" not in places.cards[0].words
    assert places.map is None or not places.map.markers


def test_a_claim_keeps_its_speaker_and_cue() -> None:
    groups = {group.title: group.cards for group in view_of(attack()).groups}
    (claim,) = groups["Claims: who says what"]
    assert claim.name == "the army said"
    assert claim.words.endswith("· claimed · official, not named")


def test_what_an_editor_reviewed_is_labelled() -> None:
    source = attack()
    facts = tuple(msgspec.structs.replace(fact, status="reviewed") if fact.key == "rebels" else fact for fact in source.facts)
    page = page_of(msgspec.structs.replace(source, facts=facts))
    assert [text(badge) for badge in page.find_class("badge")] == ["reviewed"]
    assert "2 of them reviewed or edited by a person" in text(page)


def test_neighbours_and_reasons() -> None:
    older = briefing("older", "Fire in [Marlow|location:marlow:settlement]", "It burnt.", "2024-04-30")
    newer = briefing("newer", "Calm", "Nothing.", "2024-05-09")
    view = view_of(attack(), older, newer)
    assert view.older and view.older.href == "../../briefings/older/index.html"
    assert view.newer and view.newer.text == "Calm"
    assert [(link.text, bool(link.note)) for link in view.related] == [("Fire in Marlow", True)]


def test_an_article_added_elsewhere_does_not_change_a_page() -> None:
    first = [briefing("a", "One", "x.", "2024-05-03"), briefing("b", "Two", "x.", "2024-05-02"), briefing("c", "Three", "x.", "2024-05-01")]
    far = briefing("d", "Elsewhere [Oak|location:oak-province:admin]", "x.", "2020-01-01")
    assert RENDERER.inputs(_request(first)) == RENDERER.inputs(_request([*first, far]))


def _request(found: list[Briefing]) -> object:
    return next(r for r in pages.requests(archive.build(found), SITE) if r.path == "briefings/b/index.html")


def test_nothing_of_a_text_becomes_markup() -> None:
    nasty = '</script><script>alert(1)</script> & "{{ view }}"'
    source = briefing("nasty", nasty, nasty, outlet=nasty, section=nasty, authors=(nasty,), source=Source("a<b>.txt", "0" * 64, "text"))
    page = page_of(source)
    assert [script.get("type") for script in page.xpath("//script")] == [None, "application/ld+json"]
    assert json.loads(page.xpath("//script[@type]")[0].text)["headline"] == nasty
    assert text(page.get_element_by_id("s0")) == nasty


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//host/x", "http://[::1", None])
def test_only_an_address_of_the_web_is_a_link(url: str | None) -> None:
    assert view_of(briefing("x", "T", "x.", source=Source("x.txt", "0" * 64, "text", url))).source is None


def test_a_link_to_the_source_shows_its_host() -> None:
    page = page_of(briefing("x", "T", "x.", source=Source("x.txt", "0" * 64, "text", "https://news.example/a?b=1")))
    (link,) = page.xpath("//p[@class='byline']/a")
    assert (text(link), link.get("rel")) == ("source: news.example", "noopener nofollow noreferrer")


def test_an_empty_article_still_has_a_page() -> None:
    empty = Briefing(id="empty", title="", published=None, source=Source("e.txt", "0" * 64, "text"), text="\n\n", body_start=2,
                     sentences=(), facts=())
    page = page_of(empty)
    assert text(page.get_element_by_id("s0")) == "Untitled"
    assert "date not stated" in text(page)
    assert "No facts were found." in text(page)


def test_the_page_says_where_its_text_came_from() -> None:
    view = view_of(attack())
    assert view.provenance.sha256 == "0" * 64
    assert view.citation == (
        "“Drones hit Marlow Airport”, Norland Wire, 1 May 2024, annotated in Briefing archive, "
        "https://archive.example/briefings/attack/, text SHA-256 0000000000000000"
    )
    assert view.asides == ("Views are the author's.",)
    assert "dateline MARLOW, 1 May 2024, Norland Wire" in view.meta
    assert view.frame.canonical == "https://archive.example/briefings/attack/"


def test_the_page_asks_nothing_of_any_other_host() -> None:
    page = page_of(attack())
    loaded = page.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src | //*[local-name()='image']/@href")
    assert loaded
    assert not [address for address in loaded if re.match(r"\w+:|//", address)]
    assert not page.xpath("//@style | //style | //*[@onclick]")


def test_a_page_of_many_facts_stays_light() -> None:
    body = " ".join(f"[Actor {n}|actor:actor-{n}:person] met [Place {n}|location:place-{n}:settlement] there again." for n in range(40))
    source = briefing("long", "Many meet", body)
    (request,) = [r for r in pages.requests(archive.build([source]), SITE) if r.path == "briefings/long/index.html"]
    assert len(RENDERER.render(request)) < 100_000


def test_a_reader_sees_what_an_editor_did_and_why() -> None:
    source = attack()
    toll = next(fact.id for fact in source.facts if fact.kind == "quantity")
    done = (
        Amendment("set", "quantity", "at least four guards", (toll,), "the ministry's list", "A. Editor", "2024-05-03"),
        Amendment("remove", "time", "Tuesday", (), None, None, None),
    )
    whole = msgspec.structs.replace(archive.build([source]), amendments={source.id: done})
    request = next(r for r in pages.requests(whole, SITE) if r.path == f"briefings/{source.id}/index.html")
    page = html.document_fromstring(RENDERER.render(request))
    (note,) = page.find_class("amended")
    assert text(note) == "corrected by A. Editor on 3 May 2024: the ministry's list"
    (section,) = (each for each in page.xpath("//footer//section") if text(each).startswith("Corrections"))
    assert [text(item) for item in section.iter("li")] == [
        "quantity “at least four guards” corrected by A. Editor on 3 May 2024: the ministry's list", "time “Tuesday” removed by an editor",
    ]
    assert next(section.iter("a")).get("href") == f"#{toll}"


def test_a_count_of_the_title_is_not_told_again_beside_the_same_in_fuller_words() -> None:
    source = briefing("shot", "Gunmen kill three", "Gunmen killed three guards and two drivers.")
    source = with_fact(source, "event", "killed", type="ASSAULT", main=True)
    for words, number in (("three", 3.0), ("three guards", 3.0), ("two drivers", 2.0)):
        source = with_fact(source, "quantity", words, unit="person", role="killed", min=number, max=number)
    (toll,) = (row for row in view_of(source).brief.rows if row.name == "Toll")
    assert [item.text for item in toll.items] == ["Killed: three guards", "Killed: two drivers"]


def test_what_a_series_of_attacks_did_is_no_toll_of_the_one_reported() -> None:
    source = briefing("shelled", "A camp is shelled", "Shells struck a camp. Ten men were hurt in injuries. Raids since May hurt 62 men.")
    for words, number in (("Ten men", 10.0), ("injuries", None), ("62 men", 62.0)):
        source = with_fact(source, "quantity", words, unit="person", role="injured", min=number, max=number)
    ten, _, many = (fact.id for fact in source.facts)
    source = with_fact(source, "event", "struck", type="ASSAULT", main=True, quantities=(ten,))
    source = with_fact(source, "event", "Raids", type="ASSAULT", quantities=(many,))
    facts = (msgspec.structs.replace(fact, rule="events.noun") if fact.quote == "Raids" else fact for fact in source.facts)
    (toll,) = (row for row in view_of(msgspec.structs.replace(source, facts=tuple(facts))).brief.rows if row.name == "Toll")
    assert [item.text for item in toll.items] == ["Injured: Ten men"]


@pytest.mark.parametrize(("words", "shown"), [
    ("eight injuries", "Eight injuries"), ("two of them", "Injured: two"), ("dozens of men", "Injured: dozens of men"),
    ("a number of them", "Injured: a number of them"),
])  # fmt: skip
def test_a_count_is_said_once_and_stands_for_itself(words: str, shown: str) -> None:
    source = briefing("hurt", "Shots at a shop", f"Shots were fired. {words} were told of.")
    source = with_fact(source, "event", "Shots were fired", "shots", type="ASSAULT", main=True)
    source = with_fact(source, "quantity", words, unit="person", role="injured", min=2)
    (toll,) = (row for row in view_of(source).brief.rows if row.name == "Toll")
    assert [item.text for item in toll.items] == [shown]
