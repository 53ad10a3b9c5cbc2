"""Feeds: valid by the rules of the W3C feed validator and the RSS profile, the same bytes each time, honest dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from archive.newsroom import briefing, with_fact
from briefing import archive, feeds, pages
from briefing.feeds._dates import moment, rfc822, rfc3339
from briefing.feeds._text import plain, unmarked
from briefing.model import Archive, Briefing, Span
from briefing.pages import subscribe
from briefing.settings import Settings

SITE = "https://archive.example"
SETTINGS = Settings(site_url=SITE, feed_size=3)
ATOM, DC, GEORSS = "{http://www.w3.org/2005/Atom}", "{http://purl.org/dc/elements/1.1/}", "{http://www.georss.org/georss}"
BODY = "[Norland|actor:norland:state] spoke in [Marlow|location:marlow:settlement]. Nobody was hurt."

HOSTILE = {
    "markup": "<script>alert(1)</script> & </title> ]]> {{ view }}",
    "escaped": "&lt;b&gt;bold&lt;/b&gt; &amp;amp; AT&T",
    "control": "bell \x07 null-ish \x0b C1 \x85 \ufffd odd \ufffe",
    "rtl": "\u202eעברית\u202c 🎈 emoji",
    "signs": "a < b > c &c; <",
    "long": "word " * 400,
    "tags": "<b><i></i></b>",
}


def stand(*more: Briefing) -> Archive:
    told = [briefing(f"day-{n}", f"Talks, day {n}", BODY, f"2024-05-0{n}T10:00") for n in (1, 2, 3, 4)]
    return archive.build([*told, *more])


def files(whole: Archive, settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {file.path: file.content for file in feeds.exports(whole, settings)}


def channel_of(content: bytes) -> etree._Element:
    return etree.fromstring(content)[0]


def faults(path: str, content: bytes) -> Iterator[str]:
    """What the validator would say of an RSS feed."""
    channel = channel_of(content)
    if [channel.findtext(name) for name in ("title", "link", "description", "language")].count(None):
        yield "a channel without title, link, description or language"
    if [link.get("href") for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"] != [f"{SITE}/{path}"]:
        yield "no self link, or another address's"
    if channel.findtext("link", "").endswith(".xml") or not channel.findtext("link", "").startswith(SITE):
        yield "the channel's link is not the site"
    guids = [item.findtext("guid") for item in channel.findall("item")]
    if len(set(guids)) != len(guids):
        yield "a guid twice"
    for item in channel.findall("item"):
        yield from item_faults(item)
    for element in channel.iter():
        for words in (element.text or "", *element.attrib.values()):
            if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f\ufffd-\uffff]", words):
                yield f"a bad character in {element.tag}"
        if element.tag in ("title", "category") and (re.search("</?[a-zA-Z]", element.text) or unescape(element.text) != element.text):
            yield f"markup in {element.text}"


def item_faults(item: etree._Element) -> Iterator[str]:
    if not item.findtext("title", "").strip() or not item.findtext("description", "").strip():
        yield "an item without words"
    guid = item.find("guid")
    if guid.text != item.findtext("link") or guid.get("isPermaLink") != "true" or not guid.text.startswith(f"{SITE}/briefings/"):
        yield "a guid that is no permalink"
    date = item.findtext("pubDate")
    if date and parsedate_to_datetime(date).strftime("%a") != date[:3]:
        yield "a wrong weekday"
    if re.search(r"<\w", item.findtext("description", "")):
        yield "tags in a description"
    if any(not category.text for category in item.findall("category")):
        yield "a blank category"
    point = item.findtext(f"{GEORSS}point")
    if point and not (abs(float(point.split()[0])) <= 90 and abs(float(point.split()[1])) <= 180):
        yield "a point off the globe"


def test_every_feed_is_valid() -> None:
    whole = stand(*(briefing(name, title, title, None, outlet=title, section=title) for name, title in HOSTILE.items()))
    written = files(whole, msgspec.structs.replace(SETTINGS, feed_size=50))
    assert {path: list(faults(path, content)) for path, content in written.items() if path.endswith(".xml") and "atom" not in path} == {
        "feeds/rss.xml": [], "feeds/actors/norland.xml": [], "feeds/locations/marlow.xml": [],
    }
    assert len(channel_of(written["feeds/rss.xml"]).findall("item")) == 4 + len(HOSTILE)


@given(st.text(st.characters(exclude_categories=())))
@settings(max_examples=60, deadline=None)
def test_whatever_a_title_says_the_feed_is_valid(title: str) -> None:
    told = msgspec.structs.replace(briefing("odd", "Odd", "Text."), title=title, outlet=title)
    written = files(archive.build([told]))
    assert list(faults("feeds/rss.xml", written["feeds/rss.xml"])) == []
    assert etree.fromstring(written["feeds/atom.xml"]).find(f"{ATOM}entry") is not None
    assert msgspec.json.decode(written["feeds/feed.json"])["items"][0]["title"]


def test_the_newest_stand_first_and_no_more_than_wanted() -> None:
    channel = channel_of(files(stand())["feeds/rss.xml"])
    assert [item.findtext("title") for item in channel.findall("item")] == ["Talks, day 4", "Talks, day 3", "Talks, day 2"]
    assert channel.findtext("lastBuildDate") == channel.findtext("item/pubDate") == "Sat, 04 May 2024 10:00:00 -0000"


def test_an_item_says_what_the_briefing_reports() -> None:
    item = channel_of(files(stand())["feeds/rss.xml"]).find("item")
    assert item.findtext("description") == "Norland spoke in Marlow. Who: Norland. Where: Marlow."
    assert [(c.get("domain"), c.text) for c in item.findall("category")] == [
        (f"{SITE}/sections/", "World"), (f"{SITE}/actors/", "Norland"), (f"{SITE}/locations/", "Marlow"),
    ]
    assert (item.findtext(f"{DC}creator"), item.findtext(f"{GEORSS}point")) == ("Norland Wire", "60.70000 20.60000")


def test_a_summary_says_a_toll_once() -> None:
    told = briefing("hurt", "Shots at a shop", "Shots were fired. It left eight injuries.")
    told = with_fact(told, "quantity", "eight injuries", unit="person", role="injured", min=8.0, max=8.0)
    told = with_fact(told, "event", "fired", type="ASSAULT", quantities=(told.facts[-1].id,), main=True)
    item = next(channel_of(files(archive.build([told]))["feeds/rss.xml"]).iter("item"))
    assert item.findtext("description", "").endswith(" Toll: eight injuries.")


def test_a_summary_begins_with_a_sentence() -> None:
    dated = briefing("dated", "Flood", "Monday, May 6, 2024\n\nThe river rose. It fell.", sentences=(Span(0, 5), Span(7, 26), Span(28, 43)))
    notes = briefing("notes", "Notes", "No stop here", "2024-05-01")
    items = channel_of(files(archive.build([dated, notes]))["feeds/rss.xml"]).findall("item")
    assert [item.findtext("description") for item in items] == ["The river rose.", "No stop here"]


def test_an_entry_has_its_own_feed_that_leads_to_its_page() -> None:
    other = briefing("far-away", "Far away", "[Ada|actor:ada:person] slept. [Ada|actor:ada:person] woke.")
    written = files(stand(other))
    channel = channel_of(written["feeds/actors/ada.xml"])
    assert (channel.findtext("title"), channel.findtext("link")) == ("Ada · Briefing archive", f"{SITE}/actors/ada/")
    assert [item.findtext("title") for item in channel.findall("item")] == ["Far away"]
    assert b"Far away" not in written["feeds/actors/norland.xml"]


def test_an_undated_article_gets_no_date() -> None:
    written = files(archive.build([briefing("undated", "Some day", "Text.", None)]))
    channel = channel_of(written["feeds/rss.xml"])
    assert channel.find("item/pubDate") is None
    assert channel.find("lastBuildDate") is None
    assert b"date_published" not in written["feeds/feed.json"]
    assert etree.fromstring(written["feeds/atom.xml"]).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00-00:00"


@pytest.mark.parametrize(("published", "zone", "in_rss", "in_atom"), [
    ("2023-11-21T22:33", None, "Tue, 21 Nov 2023 22:33:00 -0000", "2023-11-21T22:33:00-00:00"),
    ("2023-11-21", None, "Tue, 21 Nov 2023 00:00:00 -0000", "2023-11-21T00:00:00-00:00"),
    ("2023-11-21T22:33", "Asia/Baghdad", "Tue, 21 Nov 2023 22:33:00 +0300", "2023-11-21T22:33:00+03:00"),
    ("2023-11-21T22:33:10.5+05:45", "Asia/Baghdad", "Tue, 21 Nov 2023 16:48:10 +0000", "2023-11-21T16:48:10+00:00"),
    ("2023-11-21T22:33Z", None, "Tue, 21 Nov 2023 22:33:00 +0000", "2023-11-21T22:33:00+00:00"),
    ("1890-01-01T12:00", "Asia/Baghdad", "Wed, 01 Jan 1890 09:02:24 +0000", "1890-01-01T09:02:24+00:00"),
    ("2023-11-21T22:33", "No/Such", "Tue, 21 Nov 2023 22:33:00 -0000", "2023-11-21T22:33:00-00:00"),
])
def test_a_date_keeps_the_zone_it_was_stated_with(published: str, zone: str | None, in_rss: str, in_atom: str) -> None:
    stated = moment(published, zone)
    assert stated is not None
    assert (rfc822(stated), rfc3339(stated)) == (in_rss, in_atom)


@pytest.mark.parametrize("published", [None, "", "2023-11", "2023", "soon", "2023-02-30", "0001-01-01T00:00", "9999-12-31T23:59-14:00"])
def test_what_is_no_full_date_is_none(published: str | None) -> None:
    assert moment(published, "Asia/Baghdad") is None


def test_words_are_cleaned() -> None:
    assert unmarked(HOSTILE["markup"]) == "alert(1) & ]]> {{ view }}"
    assert unmarked(HOSTILE["escaped"]) == "bold & AT&T"
    assert plain(HOSTILE["control"]) == "bell  null-ish C1  odd"
    assert plain("word " * 400, 20) == "word word word word …"
    assert plain("x" * 3_000_000, 50) == "x" * 50 + " …"
    assert unmarked("<" * 100_000) == "<" * 300 + " …"


def test_atom_says_the_same() -> None:
    feed = etree.fromstring(files(stand())["feeds/atom.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2024-05-04T10:00:00-00:00"
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [f"{SITE}/feeds/atom.xml"]
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == entry.find(f"{ATOM}link").get("href") == f"{SITE}/briefings/day-4/"
    assert entry.findtext(f"{ATOM}summary") == "Norland spoke in Marlow. Who: Norland. Where: Marlow."
    assert [element.get("type") for element in feed.iter(f"{ATOM}content", f"{ATOM}summary")] == [None] * 3


def test_json_feed_says_the_same() -> None:
    feed = msgspec.json.decode(files(stand())["feeds/feed.json"])
    assert (feed["version"], feed["feed_url"]) == ("https://jsonfeed.org/version/1.1", f"{SITE}/feeds/feed.json")
    assert feed["items"][0]["id"] == f"{SITE}/briefings/day-4/"
    assert feed["items"][0]["tags"] == ["World", "Norland", "Marlow"]
    assert datetime.fromisoformat(feed["items"][0]["date_published"])


def test_opml_lists_what_the_subscribe_page_offers() -> None:
    """The archive and those named most; a reader that imports the list does not fetch thousands of feeds."""
    crowd = "".join(f"[Kim {chr(65 + n)}|actor:kim-{chr(97 + n)}:person] ran. " for n in range(25))
    whole = stand(briefing("race", "Race", crowd))
    outlines = etree.fromstring(files(whole)["feeds/feeds.opml"]).findall("body/outline/outline")
    listed = [outline.get("xmlUrl").removeprefix(f"{SITE}/") for outline in outlines]
    (request,) = subscribe.requests(whole, pages.Site(SETTINGS))
    offered = [link.feed.removeprefix("../") for link in (*request.view.actors, *request.view.locations)]
    assert listed == ["feeds/rss.xml", *offered]
    assert len(offered) == 21


def test_a_summary_leaves_out_what_has_no_class() -> None:
    told = with_fact(briefing("news", "A school opens", "A school was opened."), "event", "opened", type="NEWS", main=True)
    item = next(channel_of(files(archive.build([told]))["feeds/rss.xml"]).iter("item"))
    assert item.findtext("description") == "A school was opened."


def test_an_empty_archive_has_valid_feeds() -> None:
    written = files(archive.build([]))
    assert sorted(written) == ["feeds/atom.xml", "feeds/feed.json", "feeds/feeds.opml", "feeds/rss.xml"]
    assert list(faults("feeds/rss.xml", written["feeds/rss.xml"])) == []


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert files(stand()) == files(stand())


def test_a_feed_is_to_be_written_again_only_if_something_in_it_changed() -> None:
    far = briefing("far-away", "Far away", "[Ada|actor:ada:person] slept.")
    before = {request.path: request.inputs for request in feeds.exports(stand(far), SETTINGS)}
    same = {request.path: request.inputs for request in feeds.exports(stand(far), SETTINGS)}
    later = briefing("far-away", "Far away now", "[Ada|actor:ada:person] slept.")
    after = {request.path: request.inputs for request in feeds.exports(stand(later), SETTINGS)}
    assert before == same
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"feeds/actors/ada.xml"}
