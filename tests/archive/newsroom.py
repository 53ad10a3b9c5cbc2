"""Briefings written out by hand for tests of the archive and of its pages: invented texts about invented events.

A text marks its facts in place: `[Ada Brook|actor:ada-brook:person]` is a mention of the actor `ada-brook`. Sentences end
where a full stop and white space do.
"""

from __future__ import annotations

import re

import msgspec

from briefing.model import (
    ActorAttrs,
    ActorFact,
    AttributionAttrs,
    AttributionFact,
    Briefing,
    EventAttrs,
    EventFact,
    Fact,
    LocationAttrs,
    LocationFact,
    QuantityAttrs,
    QuantityFact,
    RelationAttrs,
    RelationFact,
    Source,
    Span,
    TimeAttrs,
    TimeFact,
)

_MARK = re.compile(r"\[([^|\]]+)\|(actor|location):([a-z0-9-]*):([a-z_]+)(?::([a-z]+))?\]")
_SENTENCE = re.compile(r"\S.*?(?:\.(?=\s|$)|$)", re.DOTALL)

#: Where the invented places lie.
PLACES = {
    "norland": {"lat": 60.0, "lon": 20.0, "precision": "country", "country": "NO"},
    "oak-province": {"lat": 60.5, "lon": 20.5, "precision": "admin", "country": "NO", "within": ("norland",)},
    "marlow": {"lat": 60.7, "lon": 20.6, "precision": "settlement", "country": "NO", "within": ("oak-province", "norland"), "geonameid": 7},
    "marlow-airport": {"lat": 60.71, "lon": 20.61, "precision": "site", "country": "NO", "within": ("hidden-district", "norland")},
}


def briefing(id_: str, title: str, body: str = "", published: str | None = "2024-05-01", **more: object) -> Briefing:
    """A briefing whose text and facts are read from marked words."""
    text, found = "", []
    marked, at = f"{title}\n\n{body}", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        found.append((len(text), len(text) + len(match[1]), match))
        text += match[1]
        at = match.end()
    text += marked[at:]
    body_start = text.index("\n\n") + 2
    sentences = (Span(0, body_start - 2), *(Span(*m.span()) for m in _SENTENCE.finditer(text, body_start)))
    facts = tuple(_fact(text, sentences, start, end, match) for start, end, match in found)
    extra = tuple(more.pop("facts", ()))
    values = {
        "title": text[: body_start - 2], "published": published, "text": text, "body_start": body_start, "sentences": sentences,
        "source": Source(f"{id_}.txt", "0" * 64, "text"), "outlet": "Norland Wire", "section": "World",
        "facts": tuple(sorted(facts + extra, key=lambda fact: (fact.span, fact.id))),
    }
    return Briefing(id=id_, **{**values, **more})


def _fact(text: str, sentences: tuple[Span, ...], start: int, end: int, match: re.Match[str]) -> Fact:
    kind, key, type_, form = match[2], match[3], match[4], match[5] or "name"
    common = {
        "id": f"{kind}-{start}-{end}", "key": key or None, "label": match[1].removeprefix("the "), "span": Span(start, end),
        "quote": text[start:end], "sentence": _sentence(sentences, start), "rule": "test.mark",
    }
    if kind == "actor":
        return ActorFact(**common, attrs=ActorAttrs(type=type_, form=form))
    return LocationFact(**common, attrs=LocationAttrs(type=type_, form=form, **PLACES.get(key, {})))


def _sentence(sentences: tuple[Span, ...], start: int) -> int:
    return next(index for index, span in enumerate(sentences) if span.start <= start < span.end)


def lying(told: Briefing, relation: str) -> Briefing:
    """The same briefing where every place is told by the named one, with these words: "west of"."""
    facts = tuple(
        msgspec.structs.replace(fact, attrs=msgspec.structs.replace(fact.attrs, relation=relation, precision="region"))
        if isinstance(fact, LocationFact) else fact for fact in told.facts
    )
    return msgspec.structs.replace(told, facts=facts)


def with_fact(told: Briefing, kind: str, quote: str, label: str = "", **attrs: object) -> Briefing:
    """The same briefing with one fact more, on the first place of its text that says `quote`."""
    classes = {
        "quantity": (QuantityFact, QuantityAttrs), "event": (EventFact, EventAttrs), "relation": (RelationFact, RelationAttrs),
        "attribution": (AttributionFact, AttributionAttrs), "time": (TimeFact, TimeAttrs), "actor": (ActorFact, ActorAttrs),
    }
    fact_class, attrs_class = classes[kind]
    start = told.text.index(quote)
    span = Span(start, start + len(quote))
    fact = fact_class(
        id=f"{kind}-{span.start}-{span.end}", key=None, label=label or quote, span=span, quote=quote,
        sentence=_sentence(told.sentences, start), rule="test.fact", attrs=attrs_class(**attrs),
    )
    values = {name: getattr(told, name) for name in told.__struct_fields__}
    return Briefing(**{**values, "facts": tuple(sorted((*told.facts, fact), key=lambda f: (f.span, f.id)))})


def span_of(source: Briefing, words: str) -> Span:
    """Where the text of a briefing first says these words."""
    start = source.text.index(words)
    return Span(start, start + len(words))
