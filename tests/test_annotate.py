"""What a reader's browser gets for a text with facts: the very text, marked."""

import html
import re
from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate import sentences
from briefing.model import (
    ActorAttrs,
    ActorFact,
    AttributionAttrs,
    AttributionFact,
    Briefing,
    Fact,
    LocationAttrs,
    LocationFact,
    Source,
    Span,
)
from counting import steps

TITLE = "Ferry sinks"


def actor(start: int, end: int, key: str | None = "coast-guard") -> ActorFact:
    return ActorFact(
        id=f"actor-{start}-{end}", key=key, label="Coast Guard", span=Span(start, end), quote="", sentence=0, rule="test",
        attrs=ActorAttrs(type="organisation", form="name"),
    )


def place(start: int, end: int) -> LocationFact:
    return LocationFact(
        id=f"location-{start}-{end}", key="port", label="Port", span=Span(start, end), quote="", sentence=0, rule="test",
        attrs=LocationAttrs(type="settlement", form="name"),
    )


def article(body: str, facts: tuple[Fact, ...], *cuts: int) -> Briefing:
    """A briefing whose body is cut into sentences at `cuts`."""
    text = f"{TITLE}\n\n{body}"
    start = len(TITLE) + 2
    borders = sorted({start, len(text), *cuts})
    spans = [Span(0, len(TITLE)), *(Span(a, b) for a, b in pairwise(borders) if a < b)]
    return Briefing(
        id="x", title=TITLE, published=None, source=Source("x.txt", "0" * 64, "text"), text=text, body_start=start,
        sentences=tuple(spans), facts=facts,
    )


def read(markup: str) -> str:
    """What a reader sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


BODY = len(TITLE) + 2
_SPAN = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda pair: (BODY + pair[0], BODY + pair[0] + pair[1]))
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"), max_size=50)


@given(_TEXT, st.lists(_SPAN, max_size=12), st.lists(st.integers(BODY, BODY + 50), max_size=4))
def test_the_marked_text_read_aloud_is_the_text(body: str, spans: list[tuple[int, int]], cuts: list[int]) -> None:
    facts = tuple(make(start, end) for start, end in sorted(spans) for make in (actor, place))
    briefing = article(body, facts, *(cut for cut in cuts if cut < BODY + len(body)))
    shown = sentences(briefing, {fact.id: f"#{fact.id}" for fact in facts})
    assert [read(s.html) for s in shown] == [briefing.text[span.start : span.end] for span in briefing.sentences]
    assert all(balanced(sentence.html) for sentence in shown)


def balanced(markup: str) -> bool:
    """Whether elements nest, and no anchor stands in an anchor."""
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)(mark|a)\b", markup):
        if closing:
            if not stack or stack.pop() != name:
                return False
        elif name == "a" and "a" in stack:
            return False
        else:
            stack.append(name)
    return not stack


def test_a_fact_within_a_fact_nests() -> None:
    briefing = article("U.S. forces left.", (actor(BODY, BODY + 11, "us-forces"), actor(BODY, BODY + 4, "us")))
    _, sentence = sentences(briefing, {})
    assert sentence.html == (
        f'<mark id="actor-{BODY}-{BODY + 11}" data-kind="actor" data-key="us-forces" data-fact="actor-{BODY}-{BODY + 11}">'
        f'<mark id="actor-{BODY}-{BODY + 4}" data-kind="actor" data-key="us" data-fact="actor-{BODY}-{BODY + 4}">U.S.</mark>'
        " forces</mark> left."
    )


def test_facts_that_cross_are_cut_and_have_one_id_each() -> None:
    first, second = actor(BODY, BODY + 6), place(BODY + 3, BODY + 12)
    _, sentence = sentences(article("abcdefghijkl", (first, second)), {})
    assert sentence.html.count(f'id="{first.id}"') == sentence.html.count(f'id="{second.id}"') == 1
    assert sentence.html.count(f'data-fact="{first.id}"') == 2


def test_a_fact_that_runs_over_two_sentences_is_marked_in_both() -> None:
    fact = actor(BODY + 2, BODY + 9)
    _, first, second = sentences(article("abcde fghij", (fact,), BODY + 6), {})
    assert f'id="{fact.id}"' in first.html
    assert f'data-fact="{fact.id}"' in second.html
    assert f'id="{fact.id}"' not in second.html


def test_a_text_cannot_become_markup() -> None:
    body = '<script>alert("x")</script> & {{ view }}'
    _, sentence = sentences(article(body, (actor(BODY, BODY + 8, '"><img src=x>'),)), {})
    assert "<script" not in sentence.html
    assert "<img" not in sentence.html
    assert read(sentence.html) == body


def test_what_html_cannot_hold_is_shown_as_a_replacement() -> None:
    _, sentence = sentences(article("a\x00b\x1bc\ud800", ()), {})
    assert sentence.html == "a\ufffdb\ufffdc\ufffd"


def test_a_claim_marks_its_cue_and_not_its_whole_sentence() -> None:
    body = "The ferry sank, the Coast Guard said."
    claim = AttributionFact(
        id="attribution-1-2", key=None, label="", span=Span(BODY, BODY + len(body)), quote=body, sentence=1, rule="test",
        attrs=AttributionAttrs(
            mode="indirect", cue=Span(BODY + 32, BODY + 36), speaker=Span(BODY + 16, BODY + 31), content=Span(BODY, BODY + 14)
        ),
    )
    _, sentence = sentences(article(body, (claim,)), {})
    assert re.findall(r"<mark[^>]*>(.*?)</mark>", sentence.html) == ["said"]


def test_the_innermost_fact_with_a_card_gets_the_link() -> None:
    outer, inner = actor(BODY, BODY + 11, "us-forces"), actor(BODY, BODY + 4, "us")
    _, sentence = sentences(article("U.S. forces left.", (outer, inner)), {outer.id: "#c-outer"})
    assert sentence.html.count('<a href="#c-outer">') == 2


def test_a_space_between_two_facts_is_no_link() -> None:
    outer, first, second = actor(BODY, BODY + 11, "us-forces"), actor(BODY, BODY + 4, "us"), actor(BODY + 5, BODY + 11, "forces")
    _, sentence = sentences(article("U.S. forces left.", (outer, first, second)), {f.id: "#c" for f in (outer, first, second)})
    assert re.findall(r"<a[^>]*>(.*?)</a>", sentence.html) == ["U.S.", "forces"]


def test_a_comma_alone_is_no_link() -> None:
    outer, inner = actor(BODY, BODY + 7, "port-guards"), actor(BODY, BODY + 4, "port")
    _, sentence = sentences(article("Port, g left.", (outer, inner)), {f.id: "#c" for f in (outer, inner)})
    assert re.findall(r"<a[^>]*>(.*?)</a>", sentence.html) == ["Port", ", g"]
    _, sentence = sentences(article("Port, left.", (actor(BODY + 4, BODY + 6, "x"),)), {f"actor-{BODY + 4}-{BODY + 6}": "#c"})
    assert "<a" not in sentence.html


def test_paragraphs_open_where_a_blank_line_stands() -> None:
    spans = (Span(0, len(TITLE)), Span(BODY, BODY + 4), Span(BODY + 5, BODY + 9), Span(BODY + 11, BODY + 17))
    briefing = msgspec.structs.replace(article("One. Two.\n\nThree.", ()), sentences=spans)
    assert [sentence.opens for sentence in sentences(briefing, {})] == [True, True, False, True]


def test_a_line_with_thousands_of_facts_takes_no_more_work_a_fact() -> None:
    def work(facts: int) -> int:
        briefing = article("Port and guard. " * facts, tuple(actor(BODY + 16 * n, BODY + 16 * n + 4) for n in range(facts)))
        return steps(lambda: sentences(briefing, {}))

    assert work(4_000) < 12 * work(500)
