"""Plain text: what is title, header and body, whatever is missing and in whatever order."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article
from briefing.normalise import normalise
from briefing.settings import Settings
from briefing.sources import READERS, read_source

TITLE = "Council votes to close harbour"
IMAGE = "https://example.org/images/1/original?7"
OUTLET, SECTION, DATE = "Harbour Daily News", "Politics", "04/12/2021 08h15"
BODY = "The council of Northport voted on Saturday to close the old harbour.\n\nA second vote is planned for June, officials said."
WRAPPED = (
    "The council of Northport voted on Saturday to close\nthe old harbour, which had been in use since 1890. A\nnew one-\n"
    "way road will follow.\n\nA second vote is planned for June, officials said,\nand a third."
).replace("A\nnew one-\nway", "A new one-\nway")


def article(text: str) -> Article:
    result = read_source(text.encode(), "a.txt", Settings())
    assert len(result.articles) == 1, result.problems
    return result.articles[0]


def body(found: Article) -> str:
    return found.text[found.body_start :]


@pytest.mark.parametrize("order", list(itertools.permutations((IMAGE, OUTLET, SECTION, DATE))))
def test_header_lines_come_in_any_order(order: tuple[str, ...]) -> None:
    found = article(f"{TITLE}\n\n{chr(10).join(order)}\n\n{BODY}\n")
    assert (found.title, found.image_url, found.outlet, found.section) == (TITLE, IMAGE, OUTLET, SECTION)
    assert (found.published, body(found)) == ("2021-12-04T08:15", BODY)


@pytest.mark.parametrize("kept", [kept for n in range(5) for kept in itertools.combinations((IMAGE, OUTLET, SECTION, DATE), n)])
def test_any_header_line_may_be_missing(kept: tuple[str, ...]) -> None:
    found = article(f"{TITLE}\n\n{chr(10).join(kept)}\n\n{BODY}\n")
    assert found.text == f"{TITLE}\n\n{BODY}"
    assert [found.image_url, found.outlet, found.section, found.published] == [
        IMAGE if IMAGE in kept else None, OUTLET if OUTLET in kept else None, SECTION if SECTION in kept else None,
        "2021-12-04T08:15" if DATE in kept else None,
    ]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \n\t\n"])
def test_blank_lines_between_header_lines_are_no_matter(gap: str) -> None:
    found = article(gap.join((TITLE, IMAGE, OUTLET, SECTION, DATE)) + "\n\n" + BODY)
    assert (found.image_url, found.outlet, found.section, found.published) == (IMAGE, OUTLET, SECTION, "2021-12-04T08:15")
    assert found.text == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize("outlet", ["bbc.com", "the harbour post", "iNews 24", "Yahoo! News", "Agence Nord (AN)", "Post of the Old Town"])
def test_an_outlet_beside_a_date_may_be_written_in_any_way(outlet: str) -> None:
    found = article(f"{TITLE}\n\n{IMAGE}\n{outlet}\n{SECTION}\n{DATE}\n\n{BODY}")
    assert (found.outlet, found.section, found.published, body(found)) == (outlet, SECTION, "2021-12-04T08:15", BODY)


def test_header_lines_that_state_nothing_are_text() -> None:
    found = article(f"{TITLE}\n\nAnn Lee, our reporter in the town of Northport\nHarbour Daily\nPier Life\nOld Town\n{DATE}\n\n{BODY}")
    assert (found.outlet, found.section, found.published) == ("Harbour Daily", "Pier Life", "2021-12-04T08:15")
    assert body(found) == f"Ann Lee, our reporter in the town of Northport\n\nOld Town\n\n{BODY}"


def test_the_date_of_a_change_is_no_second_date() -> None:
    found = article(f"{TITLE}\n\nPublished: 4 December 2021\nUpdated: 6 December 2021\n\n{BODY}")
    assert (found.published, body(found)) == ("2021-12-04", BODY)


def test_a_title_that_begins_like_a_field_is_a_title() -> None:
    assert article(f"Source: mayor to resign\n\n{DATE}\n\n{BODY}").title == "Source: mayor to resign"


def test_two_unknown_names_are_outlet_and_section_in_this_order() -> None:
    found = article(f"{TITLE}\n\nHarbour Daily\nPier and Quay\n2021-12-04\n\n{BODY}")
    assert (found.outlet, found.section) == ("Harbour Daily", "Pier and Quay")


def test_fields_may_be_named() -> None:
    head = "Title: Council votes\nSource: Harbour Daily\nDate: December 4, 2021\nBy Ann Lee and Bo Ek, Jr.\n"
    found = article(f"{head}URL: https://example.org/news/a-b\nLanguage: en_gb\n\n{BODY}")
    assert (found.title, found.outlet, found.published) == ("Council votes", "Harbour Daily", "2021-12-04")
    assert (found.authors, found.source.url, found.lang) == (("Ann Lee", "Bo Ek, Jr."), "https://example.org/news/a-b", "en-GB")
    assert body(found) == BODY


def test_an_address_that_is_an_article_s_is_the_source() -> None:
    found = article(f"{TITLE}\n\nhttps://example.org/2021/12/04/council-votes-to-close-harbour\n\n{BODY}")
    assert (found.source.url, found.image_url) == ("https://example.org/2021/12/04/council-votes-to-close-harbour", None)


def test_a_header_without_a_title_above_it() -> None:
    assert article(f"{IMAGE}\n{DATE}\n\n{TITLE}\n\n{BODY}").text == f"{TITLE}\n\n{BODY}"
    assert article(f"{DATE}\n\n{BODY}").title == "The council of Northport voted on Saturday to close the old harbour."


@pytest.mark.parametrize("line", ["Saturday, December 4, 2021", "What we know so far", "Photo: A man looks on", "By Monday, all was over"])
def test_lines_of_the_article_below_the_header_stay(line: str) -> None:
    found = article(f"{TITLE}\n\n{OUTLET}\n{DATE}\n\n{line}\n\n{BODY}")
    assert (found.published, body(found)) == ("2021-12-04T08:15", f"{line}\n\n{BODY}")


def test_a_standfirst_between_title_and_header_is_text() -> None:
    found = article(f"{TITLE}\n\nMayor speaks of a new start\n\n{OUTLET}\n{DATE}\n\n{BODY}")
    assert (found.outlet, found.published) == (OUTLET, "2021-12-04T08:15")
    assert body(found) == f"Mayor speaks of a new start\n\n{BODY}"


# --- no header at all ------------------------------------------------------------------------------------


def test_the_first_line_is_the_title_if_it_is_short_and_ends_without_a_full_stop() -> None:
    assert article(f"{TITLE}\n\n{BODY}").text == f"{TITLE}\n\n{BODY}"
    assert article(f"{TITLE}\n{BODY}").text == f"{TITLE}\n\n{BODY}"
    assert article(f"Minister to visit the U.S.\n\n{BODY}").title == "Minister to visit the U.S."
    assert article(f"Who will pay?\n\n{BODY}").title == "Who will pay?"


def test_else_the_title_is_made_from_the_first_sentence_and_the_text_is_all_body() -> None:
    found = article(BODY)
    assert (found.title, body(found)) == ("The council of Northport voted on Saturday to close the old harbour.", BODY)


def test_a_made_title_is_cut_at_a_word() -> None:
    found = article("word " * 400)
    assert (len(found.title), found.title[-5:]) == (150, "word…")
    assert body(found) == ("word " * 400).strip()


def test_the_first_line_of_a_wrapped_paragraph_is_no_title() -> None:
    found = article(WRAPPED)
    assert found.title.startswith("The council of Northport voted on Saturday to close the old harbour,")
    assert body(found).startswith("The council of Northport voted on Saturday to close the old harbour,")


# --- line ends -------------------------------------------------------------------------------------------


def test_wrapped_lines_are_joined_and_a_word_cut_at_its_hyphen_gets_no_space() -> None:
    assert body(article(f"{TITLE}\n\n{WRAPPED}")) == (
        "The council of Northport voted on Saturday to close the old harbour, which had been in use since 1890. "
        "A new one-way road will follow.\n\nA second vote is planned for June, officials said, and a third."
    )


def test_a_wrapped_title_is_joined() -> None:
    assert article(f"Council votes to close the harbour\nthat served the town since 1890\n\n{DATE}\n\n{WRAPPED}").title == (
        "Council votes to close the harbour that served the town since 1890"
    )


def test_where_each_line_is_a_sentence_each_is_a_paragraph() -> None:
    lines = "The council met.\nIt voted to close the harbour.\nThe mayor was not there."
    assert body(article(f"{TITLE}\n\n{lines}")) == lines.replace("\n", "\n\n")


def test_a_line_end_in_the_middle_of_a_sentence_is_none() -> None:
    long = "The council met in the evening and voted, after a debate of five hours in which every member spoke at length, to close the"
    assert body(article(f"{TITLE}\n\n{long}\nold harbour.\nThe mayor was not there.")) == f"{long} old harbour.\n\nThe mayor was not there."


def test_items_of_a_list_are_not_joined() -> None:
    lines = "- the harbour of the town and its old cranes\n- the road that leads there\n- the ships"
    assert body(article(f"{TITLE}\n\n{lines}")) == lines.replace("\n", "\n\n")


# --- any text ----------------------------------------------------------------------------------------------

LINES = st.sampled_from(
    (TITLE, BODY, WRAPPED, "", "", "Read more: x", "Is it so?", "31/02", "<script>", "\u202e", "- a", "x" * 200, "One.", "e\u0301")
)


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_no_word_of_a_text_is_lost(raw: str) -> None:
    """All words stand in title, body and asides, in their order; a made title comes on top of them."""
    for found in read_source(raw.encode(), "a.txt", Settings()).articles:
        words = "".join(normalise(raw).split())
        kept = "".join((found.text + "".join(aside.text for aside in found.asides)).split())
        assert kept in (words, "".join(found.title.split()) + words)


@given(st.binary(max_size=200), st.sampled_from(tuple(READERS)))
def test_no_bytes_make_a_reader_raise(data: bytes, ending: str) -> None:
    result = read_source(data, "a" + ending, Settings())
    assert result.articles or result.problems


@given(st.text(max_size=200), st.sampled_from(tuple(READERS)))
def test_no_text_makes_a_reader_raise(text: str, ending: str) -> None:
    result = read_source(text.encode("utf-8", "replace"), "a" + ending, Settings())
    for found in result.articles:
        assert found.text == f"{found.title}\n\n{found.text[found.body_start :]}"
        assert normalise(found.text).strip() == found.text.strip()
