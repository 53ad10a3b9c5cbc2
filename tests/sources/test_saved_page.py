"""Saved HTML pages."""

from briefing.model import Article
from briefing.settings import Settings
from briefing.sources import read_source

HEAD = """<meta charset="utf-8"><title>Flood hits Northport – Daily Star</title>
<meta property="og:title" content="Flood hits Northport"><meta property="og:site_name" content="Daily Star">
<meta property="article:published_time" content="2023-11-22T10:00:00+01:00"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://example.org/news/flood"><meta property="og:image" content="https://example.org/a.jpg">
<meta property="article:section" content="World"><script>alert(1)</script>"""
TEXT = (
    "<p>NORTHPORT, Nov 22 (Test) - The river rose by three metres on Tuesday, and two bridges were closed for hours.</p>"
    "<p>Mayor Ann Silva said &ldquo;we were lucky&rdquo; and the Caf&eacute; Central stayed open until 10 p.m. for those who had lost "
    "their <a href='/x'>homes</a> in the flood.</p><h2>What comes next</h2>"
    "<p>More rain is expected on Thursday in the country&shy;side, the weather service said.</p>"
    "<ul><li>First point</li><li>Second point</li></ul>"
    "<p>The views expressed in this article are the author's own.</p>"
)


def page(head: str = HEAD, text: str = TEXT) -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav><article>'
        f"<h1>Flood hits Northport</h1>{text}</article><aside><h3>Related</h3><ul><li><a href='/y'>Storm kills two</a></li></ul></aside>"
        "<footer>© 2023 Daily Star. All rights reserved.</footer></body></html>"
    )


def article(text: str) -> Article:
    result = read_source(text.encode(), "a.html", Settings())
    assert len(result.articles) == 1, result.problems
    return result.articles[0]


def test_the_main_text_and_nothing_else() -> None:
    assert article(page()).text.split("\n\n") == [
        "Flood hits Northport",
        "NORTHPORT, Nov 22 (Test) - The river rose by three metres on Tuesday, and two bridges were closed for hours.",
        "Mayor Ann Silva said “we were lucky” and the Café Central stayed open until 10 p.m. for those who had lost their homes in "
        "the flood.",
        "What comes next",
        "More rain is expected on Thursday in the countryside, the weather service said.",
        "First point",
        "Second point",
    ]


def test_its_metadata() -> None:
    found = article(page())
    assert (found.outlet, found.section, found.authors, found.lang) == ("Daily Star", "World", ("Ann Lee",), "en-GB")
    assert (found.source.url, found.image_url) == ("https://example.org/news/flood", "https://example.org/a.jpg")
    assert found.published == "2023-11-22T10:00:00+01:00"
    assert [aside.kind for aside in found.asides] == ["disclaimer"]
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date) == ("NORTHPORT", "2023-11-22")


def test_the_time_of_day_comes_from_the_page_s_linked_data() -> None:
    linked = '{"@type": "NewsArticle", "headline": "Flood hits Northport", "datePublished": "2023-11-21T22:33:00Z"}'
    found = article(page(head=f'<title>Flood hits Northport</title><script type="application/ld+json">{linked}</script>'))
    assert found.published == "2023-11-21T22:33:00+00:00"


def test_no_date_is_taken_from_the_text_or_the_copyright() -> None:
    text = TEXT.replace("on Tuesday", "on 14 March 2019")
    assert article(page(head="<title>Flood hits Northport</title>", text=text)).published is None


def test_addresses_of_another_scheme_are_left_out() -> None:
    head = HEAD.replace("https://example.org/news/flood", "javascript:alert(1)").replace("https://example.org/a", "data:x")
    found = article(page(head=head))
    assert (found.source.url, found.image_url) == (None, None)


def test_a_page_without_an_article_gives_all_its_text() -> None:
    found = article("<html><title>Notice</title><body><div>The harbour is closed.</div><div>By order.</div></body></html>")
    assert found.text == "Notice\n\nThe harbour is closed.\n\nBy order."
