"""Where sentences and tokens begin and end, and that offsets are true."""

from __future__ import annotations

import pytest

from briefing.model import Article, Source
from briefing.reading import Reading, read


def reading(body: str, title: str = "A title") -> Reading:
    text = f"{title}\n\n{body}" if body else title
    return read(Article(id="a", title=title, text=text, body_start=min(len(title) + 2, len(text)), source=Source("a.txt", "0", "text")))


@pytest.mark.parametrize(
    "sentences",
    [
        ["He left at 5 p.m. Monday.", "She stayed."],
        ["Maj. Gen. Patrick S. Ryder spoke.", "Sen. John Doe (R-Ariz.) did not."],
        ["The wounded man is Spc. Juan Perez, an aide to Lt. Col. Ann Lee said."],
        ["U.S. forces left the U.S.", "The rest stayed."],
        ['"It is over!" he said.', '"We go."'],
        ["He was killed in the air strike.", "al-Muhandis was his deputy."],
        ["It happened on Nov. 3 in St. Louis.", "No. 5 was there."],
        ["«Нет», сказал он.", "Это всё."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences: list[str]) -> None:
    found = reading(" ".join(sentences))
    assert [found.sentence_text(s) for s in found.sentences[1:]] == sentences


def test_the_title_is_sentence_0_and_whole() -> None:
    found = reading("The body. Has two.", title="Is it over? No. Not yet")
    assert [found.sentence_text(s) for s in found.sentences] == ["Is it over? No. Not yet", "The body.", "Has two."]


def test_a_title_alone_is_one_sentence() -> None:
    assert len(reading("").sentences) == 1


def test_paragraphs_are_numbered_and_no_sentence_crosses_one() -> None:
    found = reading("One of\n\ntwo. And three\n\nfour.")
    assert [(s.paragraph, found.sentence_text(s)) for s in found.sentences[1:]] == [
        (1, "One of"),
        (2, "two."),
        (2, "And three"),
        (3, "four."),
    ]


def test_tokens_quote_the_text_and_belong_to_their_sentence() -> None:
    found = reading("Ain al-Asad's 2,500 men didn't fire the AC-130. 🚀 It wasn’t U.S. made.")
    assert all(found.text[t.start : t.end] == t.text for t in found.tokens)
    assert [t.text for t in found.words(found.sentences[1])] == [
        "Ain", "al", "-", "Asad", "'s", "2,500", "men", "didn't", "fire", "the", "AC", "-", "130", ".",
    ]  # fmt: skip
    assert all(found.sentence_at(t.start) is s for s in found.sentences for t in found.words(s))


def test_between_sentences_there_is_none() -> None:
    found = reading("One. Two.")
    assert found.sentence_at(found.text.index(" Two")) is None
    assert found.token_at(found.text.index(" Two")) is None
