"""An editor's corrections: each holds, or says on which line why it does not."""

import msgspec
import pytest

from briefing import corrections
from briefing.model import (
    ActorAttrs,
    ActorFact,
    AttributionFact,
    Briefing,
    EventAttrs,
    EventFact,
    Fact,
    LocationAttrs,
    LocationFact,
    QuantityAttrs,
    QuantityFact,
    Source,
    Span,
)

TITLE = "Council of Northport votes"
BODY = "Mayor Lee said the port would close. Two ships left Northport. In Northport, Lee spoke again."
TEXT = f"{TITLE}\n\n{BODY}"
PATH = "content/corrections/vote.yaml"


def at(quote: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = TEXT.index(quote, start + 1)
    return Span(start, start + len(quote))


def fact(cls: type, quote: str, nth: int, key: str | None, attrs: msgspec.Struct) -> Fact:
    span = at(quote, nth)
    name = f"{cls.__struct_config__.tag}-{span.start}-{span.end}"
    return cls(id=name, key=key, label=quote, span=span, quote=quote, sentence=sentence_of(span), rule="test", confidence=0.5, attrs=attrs)


SENTENCES = (
    Span(0, len(TITLE)),
    at("Mayor Lee said the port would close."),
    at("Two ships left Northport."),
    at("In Northport, Lee spoke again."),
)


def sentence_of(span: Span) -> int:
    return next(i for i, s in enumerate(SENTENCES) if s.start <= span.start < s.end)


TOWN = LocationAttrs(type="settlement", form="name")
LEE = ActorAttrs(type="person", form="name", role="mayor")
COPY = "(copy the words from the page, or take the correction out)"
KINDS = "(use one of actor, location, time, quantity, weapon, attribution, event, relation)"
MANUAL = "(see docs/corrections.md for what an item holds)"
FORMAT = "(see docs/format.md for what a {} holds)"
ONE = "(give one of review: true, set:, remove: true or add:)"
QUOTES = "(put quotes around words that hold a colon or begin with a mark)"
FACTS = (
    fact(LocationFact, "Northport", 1, "northport", TOWN),
    fact(ActorFact, "Lee", 1, "ann-lee", LEE),
    fact(QuantityFact, "Two ships", 1, None, QuantityAttrs(unit="ship", role="other", min=2, max=2)),
    fact(EventFact, "left", 1, None, EventAttrs(type="RETREAT", quantities=(f"quantity-{at('Two ships').start}-{at('Two ships').end}",))),
    fact(LocationFact, "Northport", 2, "northport", TOWN),
    fact(LocationFact, "Northport", 3, "northport", TOWN),
    fact(ActorFact, "Lee", 2, "ann-lee", LEE),
)
BRIEFING = Briefing(
    id="vote", title=TITLE, published="2021-12-04", source=Source("vote.txt", "0" * 64, "text"), text=TEXT, body_start=len(TITLE) + 2,
    sentences=SENTENCES, facts=FACTS,
)  # fmt: skip


def corrected(text: str) -> tuple[Briefing, list[str]]:
    parsed, problems = corrections.parse(text.encode(), PATH)
    assert parsed is not None, problems
    assert parsed.briefing == "vote"
    briefing, _, more = corrections.apply(BRIEFING, parsed)
    assert all(f.quote == TEXT[f.span.start : f.span.end] for f in briefing.facts)
    assert len({f.id for f in briefing.facts}) == len(briefing.facts)
    assert [f.span for f in briefing.facts] == sorted(f.span for f in briefing.facts)
    return briefing, [str(problem) for problem in (*problems, *more)]


def changed(briefing: Briefing) -> list[Fact]:
    return [f for f in briefing.facts if f not in FACTS]


def test_review_marks_a_fact_as_seen() -> None:
    item = "- quote: Two ships\n  kind: quantity\n  review: true\n  by: A. Editor\n  date: 2021-12-05\n  note: asked the harbour"
    briefing, problems = corrected(item)
    assert problems == []
    (new,) = changed(briefing)
    assert new == msgspec.structs.replace(FACTS[2], status="reviewed")


def test_set_changes_what_is_named_and_keeps_the_rest() -> None:
    briefing, problems = corrected(
        "- quote: Lee\n  prefix: 'Mayor '\n  kind: actor\n  set:\n    key: bo-lee\n    label: Bo Lee\n"
        "    attrs: {country: NO, wikidata: null}\n"
    )
    assert problems == []
    (new,) = changed(briefing)
    assert (new.key, new.label, new.status, new.confidence, new.id) == ("bo-lee", "Bo Lee", "edited", None, FACTS[1].id)
    assert new.attrs == ActorAttrs(type="person", form="name", role="mayor", country="NO")


def test_remove_takes_a_fact_out_and_no_event_counts_with_it_any_more() -> None:
    briefing, problems = corrected("- {quote: Two ships, kind: quantity, remove: true}")
    assert problems == []
    assert [f.quote for f in briefing.facts] == ["Northport", "Lee", "left", "Northport", "Northport", "Lee"]
    event = briefing.facts[2]
    assert isinstance(event, EventFact)
    assert event.attrs.quantities == ()


def test_add_gives_a_fact_with_its_evidence() -> None:
    briefing, problems = corrected(
        "- quote: the port\n  kind: location\n  add:\n    key: port-of-northport\n    label: Port of Northport\n"
        "    attrs: {type: facility, form: nominal, lat: 41.5, lon: -8.25, within: [northport]}\n"
    )
    assert problems == []
    (new,) = changed(briefing)
    assert (new.span, new.sentence, new.rule, new.status) == (at("the port"), 1, "corrections.added", "added")
    assert new.id == f"location-{new.span.start}-{new.span.end}"
    assert new.attrs == LocationAttrs(type="facility", form="nominal", lat=41.5, lon=-8.25, within=("northport",))


def test_an_added_attribution_gives_its_parts_as_words() -> None:
    briefing, problems = corrected(
        "- quote: Mayor Lee said the port would close\n  kind: attribution\n  add:\n    label: Lee said\n    attrs:\n      mode: indirect\n"
        "      cue: said\n      speaker: Lee\n      content: the port would close\n      speaker_key: ann-lee\n"
    )
    assert problems == []
    (new,) = changed(briefing)
    assert isinstance(new, AttributionFact)
    assert (new.attrs.cue, new.attrs.speaker, new.attrs.content) == (at("said"), at("Lee"), at("the port would close"))


@pytest.mark.parametrize(
    ("anchor", "spans"),
    [
        ("nth: 2", [at("Northport", 2)]),
        ("prefix: In", [at("Northport", 3)]),
        ("suffix: ', Lee'", [at("Northport", 3)]),
        ("suffix: .", [at("Northport", 2)]),
        ("every: true", [at("Northport", n) for n in (1, 2, 3)]),
        ("every: true, key: northport", [at("Northport", n) for n in (1, 2, 3)]),
    ],
)
def test_words_that_stand_more_than_once_are_told_apart(anchor: str, spans: list[Span]) -> None:
    briefing, problems = corrected(f"- {{quote: Northport, kind: location, review: true, {anchor}}}")
    assert problems == []
    assert [f.span for f in changed(briefing)] == spans


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ("{quote: Southport, kind: location, review: true}", "no location has the words 'Southport' (did you mean 'Northport'?)"),
        ("{quote: Riverton, kind: location, review: true}", f"no location has the words 'Riverton' {COPY}"),
        ("{quote: two ships, kind: quantity, review: true}", "no quantity has the words 'two ships' (did you mean 'Two ships'?)"),
        ("{quote: Northport, kind: actor, nth: 1, review: true}",
         "no actor has the words 'Northport' (they are a fact of the kind location)"),
        ("{quote: Two ships, kind: quantity, review: yes}",
         "the correction is not understood: Expected `bool`, got `str` - at `$.review` (write true, or take the line out)"),
        ("{quote: Lee, kind: actor, prefix: Mrs, review: true}", f"no actor has the words 'Lee' with these words around them {COPY}"),
        (
            "{quote: Northport, kind: location, remove: true}",
            "3 facts fit 'Northport' (add prefix, suffix or nth to say which, or every: true)",
        ),
        ("{quote: Lee, kind: actor, nth: 3, review: true}", "nth is 3, and 2 facts fit 'Lee' (count from 1 in the order of the text)"),
        (
            "{quote: Two ships, kind: quantity, set: {attrs: {role: sunk}}}",
            f"the values for 'Two ships' do not fit: Invalid enum value 'sunk' - at `$.attrs.role` {FORMAT.format('quantity')}",
        ),
        ("{quote: Two ships, kind: quantity, set: {attrs: {rol: other}}}", "a quantity has no 'rol' (did you mean 'role'?)"),
        (
            "{quote: Two ships, kind: quantity, set: {attrs: {min: few}}}",
            f"the values for 'Two ships' do not fit: Expected `float | null`, got `str` - at `$.attrs.min` {FORMAT.format('quantity')}",
        ),
        (
            "{quote: the port, kind: location, add: {label: Port}}",
            f"the values for 'the port' do not fit: Object missing required field `type` - at `$.attrs` {FORMAT.format('location')}",
        ),
        ("{quote: the por, kind: location, add: {label: Port}}", f"the words 'the por' are not there {COPY}"),
        (
            "{quote: Lee, nth: 1, kind: actor, add: {label: Lee, key: ann-lee, attrs: {type: person, form: name}}}",
            "the actor 'Lee' is there already (change it with set:, or take the correction out)",
        ),
        ("{quote: Lee, kind: actor}", f"the correction has nothing to do {ONE}"),
        ("{quote: Lee, kind: actor, review: true, remove: true}", f"the correction has review and remove at once {ONE}"),
        (
            "{quote: Lee, kind: person, review: true}",
            f"the correction is not understood: Invalid enum value 'person' - at `$.kind` {KINDS}",
        ),
        (
            "{quote: Lee, kind: actor, reviewed: true}",
            "the correction is not understood: Object contains unknown field `reviewed` (did you mean 'review'?)",
        ),
        ("{kind: actor, review: true}", f"the correction is not understood: Object missing required field `quote` {MANUAL}"),
        (
            "{quote: Lee, kind: actor, set: {key: Ann Lee}}",
            "the key 'Ann Lee' is none (write a key in small letters, digits and hyphens: ain-al-asad)",
        ),
        ("{quote: ' ', kind: actor, review: true}", "the correction has no quote (copy the words that it is about from the article)"),
        ("{quote: Lee, kind: actor, review: true, nth: 0}", "nth is a number from 1, and does not go with every (take one of the two out)"),
        ("Lee", "the item is no correction (write a list of items, each beginning with - quote:)"),
        ("{quote: Lee, quote: Lee}", "the field quote stands twice (give each field once)"),
    ],
)
def test_what_does_not_hold_is_told_with_its_line_and_the_rest_holds(item: str, problem: str) -> None:
    briefing, problems = corrected(f"# two corrections\n- {{quote: left, kind: event, review: true}}\n\n- {item}\n")
    assert problems == [f"{PATH}:4: error: {problem}"]
    assert [f.quote for f in changed(briefing)] == ["left"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"quote: Lee", f"{PATH}:1: error: the file is no list of corrections (write a list of items, each beginning with - quote:)"),
        (b"- quote: 'Lee\n", f"{PATH}:2: error: broken YAML: found unexpected end of stream {QUOTES}"),
        (b"- a\n- \xff", f"{PATH}:2: error: the file is no UTF-8 (save it as UTF-8)"),
        (b"- a: \x00", f"{PATH}:0: error: broken YAML: a character that YAML does not allow {QUOTES}"),
    ],
)
def test_a_file_that_is_no_list_is_one_problem(data: bytes, problem: str) -> None:
    parsed, problems = corrections.parse(data, PATH)
    assert parsed is None
    assert [str(p) for p in problems] == [problem]


@pytest.mark.parametrize("data", [b"", b"# nothing yet\n", b"[]"])
def test_a_file_without_items_changes_nothing(data: bytes) -> None:
    parsed, problems = corrections.parse(data, PATH)
    assert parsed is not None
    assert corrections.apply(BRIEFING, parsed) == (BRIEFING, (), ())
    assert problems == ()


def test_references_of_yaml_are_refused_before_they_grow() -> None:
    laughs = "- &a [x, x]\n" + "".join(f"- &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))
    _, problems = corrections.parse(laughs.encode(), PATH)
    assert len(problems) == 21


def test_what_was_done_is_kept_for_readers() -> None:
    parsed, _ = corrections.parse(
        b"- {quote: Two ships, kind: quantity, review: true, by: A. Editor, date: 2021-12-05}\n"
        b"- {quote: Northport, nth: 2, kind: location, remove: true, note: the football club}\n"
        b"- {quote: Nowhere, kind: location, remove: true}\n", PATH,
    )
    assert parsed is not None
    _, done, problems = corrections.apply(BRIEFING, parsed)
    assert [(each.action, each.quote, each.facts, each.by, each.note) for each in done] == [
        ("review", "Two ships", (FACTS[2].id,), "A. Editor", None), ("remove", "Northport", (), None, "the football club"),
    ]
    assert len(problems) == 1


# --- who is who -------------------------------------------------------------------------------------------

IDENTITIES = "content/identities.yaml"


def ruled(text: str) -> tuple[list[tuple[str, tuple[str, ...], tuple[str, ...]]], list[str]]:
    found, problems = corrections.rulings(text.encode(), IDENTITIES)
    return [(r.key, r.of, r.briefings) for r in found or ()], [str(problem) for problem in problems]


def test_rulings_merge_and_part() -> None:
    text = """
- merge: [ann-lee, ann-lee-mayor, lee]
  note: the same since her marriage
- part: ann-lee
  as: ann-lee-skater
  in: [vote, cup]
  by: A. Editor
"""
    assert ruled(text) == ([("ann-lee", ("ann-lee-mayor", "lee"), ()), ("ann-lee-skater", ("ann-lee",), ("vote", "cup"))], [])


@pytest.mark.parametrize(("item", "message"), [
    ("merge: [ann-lee]", "the ruling is not whole"),
    ("part: ann-lee", "the ruling is not whole"),
    ("merge: [Ann Lee, lee]", "the key 'Ann Lee' is none"),
    ("merge: lee", "the ruling is not understood"),
    ("unite: [a, b]", "the ruling is not understood"),
])
def test_a_ruling_that_is_not_understood_is_reported_with_its_line(item: str, message: str) -> None:
    found, problems = ruled(f"- merge: [a, b]\n- {item}\n")
    assert found == [("a", ("b",), ())]
    assert len(problems) == 1
    assert problems[0].startswith(f"{IDENTITIES}:2: error: {message}")


@pytest.mark.parametrize(("ruling", "told"), [
    ("merge: [nobody, no-one]", ['no briefing names nobody (see "Who is who" in docs/corrections.md)',
                                 'no briefing names no-one (see "Who is who" in docs/corrections.md)']),
    ("merge: [ann-lee, ann-leee]", ["no briefing names ann-leee (did you mean 'ann-lee'?)"]),
    ("merge: [an-lee, ann-lee]", ["no briefing names an-lee (did you mean 'ann-lee'?)"]),
    ("{part: ann-lee, as: ann-lee-skater, in: [vote, gone]}", ["there is no briefing gone (take its id from the page's address)"]),
    ("{part: ann-lee, as: ann-lee-skater, in: [vot]}", ["there is no briefing vot (did you mean 'vote'?)"]),
    ("{part: ann-le, as: ann-le-skater, in: [vote]}", ["the briefing vote does not name ann-le (did you mean 'ann-lee'?)"]),
    ("merge: [ann-lee, ann-lee-judge]", []),  # which the archive itself tells apart
])
def test_a_ruling_on_what_is_not_there_is_reported_key_by_key(ruling: str, told: list[str]) -> None:
    """A mistyped key does nothing, and would be missed beside one that is right."""
    found, _ = corrections.rulings(f"- {ruling}\n".encode(), IDENTITIES)
    problems = [str(problem) for problem in corrections.unfit(found or (), [BRIEFING], {"ann-lee-judge"})]
    assert problems == [f"{IDENTITIES}:1: warning: {each}" for each in told]
