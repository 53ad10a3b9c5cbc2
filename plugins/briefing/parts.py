"""Where a briefing that is too long for one page is cut into parts, each a page of its own.

What a page will weigh is reckoned here from the words and the facts, a little too high, so that no page need be made to
find out. It depends on the briefing alone: another article, or another name in the archive, never moves an address. A part
begins with a paragraph where one begins near the end of what fits, else with a sentence. The title never stands
alone, and a sentence is never cut: one that is heavier than a page makes a page that is too heavy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from . import annotate
from .model import AttributionFact, Briefing, EventFact, Fact, LocationFact, RelationFact

#: Bytes of a page for sentences, marks and cards. With its head, its foot and IN BRIEF no page comes to 100,000.
_ROOM = 82_000
_AFTER = 0.75  #: of the room: how full a part is before it ends with a paragraph
_EVEN = 6  #: steps to parts of equal weight, each halving what is left of the difference
#: Bytes of what the theme writes around a sentence, a mark, a link to a sentence, a place on the map, the way to another part.
_SENTENCE, _MARK, _REF, _POINT, _WAY = 66, 92, 44, 100, 55
#: Of a card, by its kind, without its name and its key. Nine in ten of the cards that the weights were taken from are lighter.
_CARDS = {
    "actor": 230, "location": 295, "time": 180, "event": 180, "attribution": 210, "relation": 95, "quantity": 160, "weapon": 155,
}
_EXCERPT = 180  #: of a claim, or of what editors did, on a card
_FACT = _MARK + _REF + max(_CARDS.values()) + _POINT + _EXCERPT  #: of a mark and the heaviest card, without its name
_NAMES = 5  #: times that a page says the words of a mark
_WIDE = (None, "country", "region")  #: precisions of places that are no point on a map
_TITLES = 6  #: times that a page says its title

Parts = Mapping[str, tuple[int, ...]]  #: briefing id -> the first sentence of each part, of those that have several


class _Weight(msgspec.Struct, gc=False):
    """What a sentence adds to its page."""

    own: int  #: its words, marks, and links to them
    cards: list[tuple[tuple[str, str], int, int]]  #: things told in it, each with the weight of its card, and of ways to other parts


def cut(briefings: Iterable[Briefing]) -> dict[str, tuple[int, ...]]:
    """The parts of all briefings that have several."""
    return {one.id: starts for one in briefings if len(starts := first_sentences(one)) > 1}


def first_sentences(briefing: Briefing) -> tuple[int, ...]:
    """The number of the sentence with which each part begins, in time linear in text and facts; (0,) where one page holds all."""
    room = max(_ROOM - _TITLES * len(briefing.title.encode("utf-8", "replace")), _ROOM // 2)
    if _at_most(briefing) <= room:
        return (0,)
    weights, opens = _weights(briefing), tuple(annotate.openings(briefing))
    if _whole(weights) <= room:
        return (0,)
    starts = _cut(weights, opens, room)
    least, most = room // 2, room
    for _ in range(_EVEN):
        middle = (least + most) // 2
        found = _cut(weights, opens, middle)
        least, most, starts = (least, middle, found) if len(found) == len(starts) else (middle, most, starts)
    return starts


def part_of(starts: Sequence[int], sentence: int) -> int:
    """The number of the part that holds a sentence, counted from 1."""
    return max(bisect_right(starts, sentence), 1)


def page(id_: str, part: int = 1) -> str:
    """The page of a briefing's part below the output folder."""
    return f"briefings/{id_}/index.html" if part == 1 else f"briefings/{id_}/{part}/index.html"


# --- what a page weighs -------------------------------------------------------------------------------------------


def _at_most(briefing: Briefing) -> int:
    """More than the page weighs, found without looking at each fact: most briefings are far below."""
    words = _NAMES * _size(briefing.text) + _asides(briefing)
    return words + len(briefing.sentences) * _SENTENCE + len(briefing.facts) * _FACT


def _asides(briefing: Briefing) -> int:
    """What stands on the first page beside its share of the text."""
    return sum(_SENTENCE + _size(aside.text) for aside in briefing.asides)


def _whole(weights: Sequence[_Weight]) -> int:
    """What all sentences come to on one page."""
    return sum(one.own for one in weights) + sum({thing: card for one in reversed(weights) for thing, card, _ in one.cards}.values())


def _weights(briefing: Briefing) -> list[_Weight]:
    """What each sentence adds."""
    mentions = Counter((fact.kind, _thing(fact)) for fact in briefing.facts)
    found = [_Weight(_SENTENCE + _size(briefing.text[span.start : span.end]), []) for span in briefing.sentences]
    for first in found[:1]:
        first.own += _asides(briefing)
    for fact, sentence in zip(briefing.facts, annotate.begins(briefing), strict=True):
        name, key = len(fact.id), _size(fact.key or fact.id)
        found[sentence].own += _MARK + _REF + 3 * name + 2 * key
        thing = (fact.kind, _thing(fact))
        found[sentence].cards.append((thing, _card(fact, key, briefing), 2 * (_WAY + key) if mentions[thing] > 1 else 0))
    return found


def _card(fact: Fact, key: int, briefing: Briefing) -> int:
    """What the card of a fact weighs, if it is the first of its thing on the page."""
    weight = _CARDS[fact.kind] + 2 * key + _size(fact.label)
    if isinstance(fact, AttributionFact):
        content = fact.attrs.content
        weight += min(_EXCERPT, _size(briefing.text[content.start : min(content.end, content.start + _EXCERPT)]))
    elif isinstance(fact, LocationFact) and fact.attrs.precision not in _WIDE:
        weight += _POINT
    return weight + (_EXCERPT if fact.status != "machine" else 0)


def _thing(fact: Fact) -> str:
    """What shares a card; a claim, an event and a relation may each have its own."""
    return fact.id if isinstance(fact, AttributionFact | EventFact | RelationFact) or not fact.key else fact.key


def _size(text: str) -> int:
    """Bytes of a text in HTML."""
    return len(text.encode("utf-8", "replace")) + 4 * sum(map(text.count, "&<>\"'"))


def _cut(weights: Sequence[_Weight], opens: Sequence[bool], room: int) -> tuple[int, ...]:
    """Parts of at most `room`, as few as can be."""
    starts, paragraph = [0], 0
    weight, at_paragraph = 0, 0  # of the part so far; of it before the paragraph that begins last
    told: set[tuple[str, str]] = set()
    sentence = 0
    while sentence < len(weights):
        one = weights[sentence]
        if opens[sentence]:
            paragraph, at_paragraph = sentence, weight
        new = {thing: card + ways for thing, card, ways in one.cards}
        more = one.own + sum(cost for thing, cost in new.items() if thing not in told)
        if weight + more > room and sentence > max(starts[-1], 1):
            if paragraph > starts[-1] and at_paragraph >= _AFTER * room:
                sentence = paragraph
            starts.append(sentence)
            weight, told, paragraph = 0, set(), sentence
            continue
        weight += more
        told.update(new)
        sentence += 1
    return tuple(starts)
