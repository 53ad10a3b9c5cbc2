"""Names in an article: which capitals name a person, an organisation or a place, and who that is.

Found once for an article, before any fact; facts/actors/ and facts/locations/ turn names into facts. Recognisers
stand in one table and are told what a tagger says: each gives drafts with a weight, the heavier of two that overlap wins,
and only then are identities settled over the whole article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..lexicon import Entity, Lexicon, slug
from ..model import Span
from ..reading import Reading
from ..tagger import SILENT, Tagger, Tags
from . import _capitals, _dateline, _short
from ._asked import asked
from ._brackets import acronyms
from ._case import cased
from ._identity import identities
from ._name import Draft, Identity, Name, NameClass
from ._places import resolve
from ._words import Words, words

Recogniser = Callable[[Reading, Lexicon, Tags], Iterable[Draft]]

RECOGNISERS: dict[str, Recogniser] = {
    "dateline": _dateline.find,
    "capitals": _capitals.find,
    "short": _short.find,
}


def find(reading: Reading, lexicon: Lexicon, tagger: Tagger | None = None) -> tuple[Name, ...]:
    """Every name in text order; none overlaps another.

    A place inside an organisation's name ("Iraq" in "Islamic Resistance in Iraq") is no name of its own. The tagger reads the article
    as it is printed: one that has learnt capitals and small letters knows more of them than the rules' guesses say.
    """
    tags = tagger.tag(reading.article.text, list(asked(reading, lexicon))) if tagger else SILENT
    drafts = _arbitrated([draft for recogniser in RECOGNISERS.values() for draft in recogniser(reading, lexicon, tags)])
    places = resolve(drafts, reading, lexicon)
    others = identities(reading.text, drafts, places, acronyms(reading.text), lexicon)
    return tuple(_settled(draft, others.get(index), places.get(index)) for index, draft in enumerate(drafts))


def _arbitrated(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in text order of which none overlaps another: more weight wins, then the longer, then the first found."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.weight, d.start - d.end)):
        if kept and draft.start < kept[-1].end:
            if draft.weight > kept[-1].weight:
                kept[-1] = draft
            continue
        kept.append(draft)
    return kept


def _settled(draft: Draft, identity: Identity | None, place: Entity | None) -> Name:
    """The name that a draft has become. A place that nobody knows keeps its words as its identity."""
    label = " ".join(draft.text.split())
    if identity is None:
        known = draft.known if draft.known is not None and draft.known.kind == "actor" else place
        identity = Identity(known.key, known.name, known) if known else Identity(slug(label), label)
    return Name(Span(draft.start, draft.end), draft.kind, identity.key, identity.label, draft.form, draft.rule, identity.known,
                draft.actor, draft.type)


__all__ = ["RECOGNISERS", "Name", "NameClass", "Recogniser", "Words", "cased", "find", "words"]
