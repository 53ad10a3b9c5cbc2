"""What each correction does to a briefing: one function an action, in one table. Raises Misfit where it cannot hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar, get_args, get_type_hints

import msgspec

from ..facts import KINDS
from ..model import Briefing, EventFact, Fact, Span
from ._item import Correction, Misfit, meant

T = TypeVar("T")

_CLASSES: dict[str, Any] = {cls.__struct_config__.tag: cls for cls in get_args(Fact)}
_SPANS = ("cue", "speaker", "content")  #: attributes that an editor gives as words
_MOST = 200  #: facts that one item may add


def review(briefing: Briefing, item: Correction) -> Briefing:
    """The facts are right: an editor has seen them."""
    return _each(briefing, item, lambda fact: msgspec.structs.replace(fact, status="reviewed"))


def remove(briefing: Briefing, item: Correction) -> Briefing:
    """The facts are wrong; counts that an event had from them go with them."""
    return _each(briefing, item, lambda fact: None)


def change(briefing: Briefing, item: Correction) -> Briefing:
    """Other values. How sure the machine was says nothing of what an editor wrote."""
    wanted = item.set
    assert wanted is not None
    given = {name: value for name in ("key", "label") if (value := getattr(wanted, name)) is not msgspec.UNSET}

    def changed(fact: Fact) -> Fact:
        values = msgspec.to_builtins(fact)
        attrs = {**values["attrs"], **_attrs(briefing.text, fact.span, item.kind, wanted.attrs)}
        return _fact({**values, **given, "attrs": attrs, "status": "edited", "confidence": None}, item)

    return _each(briefing, item, changed)


def add(briefing: Briefing, item: Correction) -> Briefing:
    """Facts that the machine missed, wherever the item's words stand."""
    places = [span for span in _occurrences(briefing.text, item.quote) if _stands(briefing.text, span, item)]
    if not places:
        raise Misfit(f"the words {item.quote!r} are not there{_around(item)}", "copy the words from the page, or take the correction out")
    facts = (*briefing.facts, *(_added(briefing, item, span) for span in _chosen(item, places, "places")))
    return msgspec.structs.replace(briefing, facts=_ordered(facts))


Action = Literal["review", "set", "remove", "add"]
ACTIONS: dict[Action, Callable[[Briefing, Correction], Briefing]] = {"review": review, "set": change, "remove": remove, "add": add}


# --- which facts --------------------------------------------------------------------------------------


def _each(briefing: Briefing, item: Correction, action: Callable[[Fact], Fact | None]) -> Briefing:
    """The briefing with an action done to the facts that an item is about; None takes a fact out."""
    fits = [fact for fact in briefing.facts if _is_about(briefing.text, fact, item)]
    if not fits:
        raise Misfit(f"no {item.kind} has the words {item.quote!r}{_around(item)}", _instead(briefing, item))
    new = {fact.id: action(fact) for fact in _chosen(item, fits, "facts")}
    facts = tuple(kept for fact in briefing.facts if (kept := new.get(fact.id, fact)) is not None)
    return msgspec.structs.replace(briefing, facts=_ordered(_without_lost(facts)))


def _is_about(text: str, fact: Fact, item: Correction) -> bool:
    same = fact.kind == item.kind and fact.quote == item.quote and item.key in (None, fact.key)
    return same and _stands(text, fact.span, item)


def _stands(text: str, span: Span, item: Correction) -> bool:
    """Whether what an item says comes before and behind does; white space at the edges is no matter."""
    prefix, suffix = " ".join(item.prefix.split()), " ".join(item.suffix.split())
    before = " ".join(text[max(0, span.start - 2 * len(prefix) - 8) : span.start].split())
    behind = " ".join(text[span.end : span.end + 2 * len(suffix) + 8].split())
    return before.endswith(prefix) and behind.startswith(suffix)


def _chosen(item: Correction, fits: Sequence[T], what: str) -> Sequence[T]:
    """The one of some that an item means, or all of them."""
    if item.every:
        return fits
    if item.nth is not None:
        if item.nth > len(fits):
            raise Misfit(f"nth is {item.nth}, and {len(fits)} {what} fit {item.quote!r}", "count from 1 in the order of the text")
        return fits[item.nth - 1 : item.nth]
    if len(fits) > 1:
        raise Misfit(f"{len(fits)} {what} fit {item.quote!r}", "add prefix, suffix or nth to say which, or every: true")
    return fits


def _around(item: Correction) -> str:
    return " with these words around them" if item.prefix or item.suffix else ""


def _instead(briefing: Briefing, item: Correction) -> str:
    """A hint at the fact that is meant: one of another kind, or one whose words are nearly these."""
    other = next((fact.kind for fact in briefing.facts if fact.quote == item.quote and fact.kind != item.kind), None)
    if other and not _around(item):
        return f"they are a fact of the kind {other}"
    quotes = {fact.quote for fact in briefing.facts if fact.kind == item.kind and fact.quote != item.quote}
    return meant(item.quote, quotes) or "copy the words from the page, or take the correction out"


def _occurrences(text: str, quote: str) -> list[Span]:
    """Where words stand in a text, as whole words."""
    found = re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text)
    return [Span(match.start(), match.end()) for match, _ in zip(found, range(_MOST), strict=False)]


# --- making facts --------------------------------------------------------------------------------------


def _added(briefing: Briefing, item: Correction, span: Span) -> Fact:
    wanted = item.add
    assert wanted is not None
    same = [fact for fact in briefing.facts if fact.kind == item.kind and fact.span == span]
    if any(fact.key == wanted.key for fact in same):
        raise Misfit(f"the {item.kind} {item.quote!r} is there already", "change it with set:, or take the correction out")
    sentence = bisect_right(briefing.sentences, span.start, key=lambda s: s.start) - 1
    if sentence < 0 or span.start >= briefing.sentences[sentence].end:
        raise Misfit(f"the words {item.quote!r} begin in no sentence", "quote words of one sentence")
    ids = {fact.id for fact in briefing.facts}
    name = f"{item.kind}-{span.start}-{span.end}"
    number = next(n for n in range(1, len(ids) + 2) if (name if n == 1 else f"{name}-{n}") not in ids)
    values = {
        "kind": item.kind, "id": name if number == 1 else f"{name}-{number}", "key": wanted.key, "label": wanted.label, "span": span,
        "quote": briefing.text[span.start : span.end], "sentence": sentence, "rule": "corrections.added", "inferred": wanted.inferred,
        "status": "added", "attrs": _attrs(briefing.text, span, item.kind, wanted.attrs),
    }  # fmt: skip
    return _fact(msgspec.to_builtins(values), item)


def _fact(values: dict[str, Any], item: Correction) -> Fact:
    try:
        return msgspec.convert(values, _CLASSES[item.kind], strict=False)
    except msgspec.ValidationError as error:
        raise Misfit(f"the values for {item.quote!r} do not fit: {error}", f"see docs/format.md for what a {item.kind} holds") from error


def _attrs(text: str, span: Span, kind: str, given: dict[str, Any]) -> dict[str, Any]:
    """Attributes as the model has them. Words in place of a span are looked up, nearest to the fact."""
    names = get_type_hints(_CLASSES[kind])["attrs"].__struct_fields__
    for name in given:
        if name not in names:
            raise Misfit(f"a {kind} has no {name!r}", meant(name, names) or f"it has {', '.join(names)}")
    return {name: _nearest(text, span, value) if name in _SPANS and isinstance(value, str) else value for name, value in given.items()}


def _nearest(text: str, span: Span, words: str) -> list[int]:
    found = _occurrences(text, " ".join(words.split()))
    if not found:
        raise Misfit(f"the words {words!r} are not there", "copy them from the article")
    best = min(found, key=lambda place: (abs(place.start - span.start), place))
    return [best.start, best.end]


# --- keeping a briefing whole --------------------------------------------------------------------------


def _ordered(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """By span and kind, as facts.extract leaves them."""
    kinds = list(KINDS)
    return tuple(sorted(facts, key=lambda fact: (fact.span, kinds.index(fact.kind))))


def _without_lost(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts whose references to counts that are gone are gone too."""
    ids = {fact.id for fact in facts}

    def whole(fact: Fact) -> Fact:
        if not isinstance(fact, EventFact) or ids.issuperset(fact.attrs.quantities):
            return fact
        kept = tuple(name for name in fact.attrs.quantities if name in ids)
        return msgspec.structs.replace(fact, attrs=msgspec.structs.replace(fact.attrs, quantities=kept))

    return tuple(map(whole, facts))
