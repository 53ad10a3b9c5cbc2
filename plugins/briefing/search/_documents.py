"""What is searched: for each briefing its title and its sentences, each an anchor, with the facets that narrow a search.

A document is HTML as Pagefind reads it, and no reader ever sees it. Asides, facts and furniture are left out. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from markupsafe import Markup

from ..annotate import plain
from ..event_names import event_name
from ..model import ActorFact, Archive, Briefing, EventFact, Fact, LocationFact, WeaponFact
from ..pages import facet_names, line
from ..parts import cut

_UNTITLED = "Untitled"
_PAGE = Markup('<!DOCTYPE html><html lang="{}"><head><title>{}</title>{}</head><body data-pagefind-body>{}<p>{}</p></body></html>')
_TITLE = Markup('<meta data-pagefind-meta="title[content]" content="{}">')
_DATE = Markup('<meta data-pagefind-meta="date[content]" content="{}">')
_ORDER = Markup('<meta data-pagefind-sort="date[content]" content="{}">')
_PARTS = Markup('<meta data-pagefind-meta="parts[content]" content="{}">')
_FACET = Markup('<meta data-pagefind-filter="{}[content]" content="{}">')
_HEADING = Markup('<h1 id="s0">{}</h1>')
_SENTENCE = Markup('<span id="s{}">{}</span>')


class Document(msgspec.Struct, frozen=True):
    """A briefing as the index sees it."""

    path: str  #: of its page, below the output folder
    lang: str
    title: str
    date: str  #: as the source states it; may be ""
    age: int  #: counted from the oldest briefing: an order without equals, in which the undated come first
    parts: tuple[int, ...]  #: the first sentence of each of its pages; none where it has one page
    sentences: tuple[str, ...]  #: by the number that their ids on the page have; the title, where there is one, is the first
    facets: dict[str, tuple[str, ...]]

    @property
    def html(self) -> bytes:
        """As Pagefind reads it."""
        head = [_TITLE.format(self.title or _UNTITLED), _ORDER.format(self.age)]
        if self.date:
            head.append(_DATE.format(self.date))
        if self.parts:
            head.append(_PARTS.format(" ".join(map(str, self.parts))))
        head.extend(_FACET.format(facet, value) for facet, values in self.facets.items() for value in values)
        titled = bool(self.title and self.sentences)
        heading = _HEADING.format(self.sentences[0]) if titled else ""
        body = (_SENTENCE.format(number, line) for number, line in enumerate(self.sentences) if number or not titled)
        return str(_PAGE.format(self.lang, self.title, Markup("").join(head), heading, Markup(" ").join(body))).encode()


class _Names(msgspec.Struct, frozen=True):
    """What a reader chooses among: one name for each key, and no name for two."""

    actors: dict[str, str]
    locations: dict[str, str]
    sections: dict[str, str]  #: by briefing id
    weapons: dict[str, str]


def documents(archive: Archive) -> Iterator[Document]:
    """One for each briefing, newest first."""
    names = _Names(
        actors=facet_names(archive.actors.values()),
        locations=facet_names(archive.locations.values()),
        sections={one.id: name for name, members in archive.sections.values() for one in members},
        weapons=_weapons(archive.briefings),
    )
    long = cut(archive.briefings)
    for newer, one in enumerate(archive.briefings):
        yield Document(
            path=f"briefings/{one.id}/index.html",
            lang=one.lang,
            title=line(one.title),
            date=plain(one.published or ""),
            age=len(archive.briefings) - newer,
            parts=long.get(one.id, ()),
            sentences=tuple(line(one.text[span.start : span.end]) for span in one.sentences),
            facets={facet: tuple(filter(None, values)) for facet, values in _facets(one, names).items()},
        )


def _weapons(briefings: Iterable[Briefing]) -> dict[str, str]:
    found = (fact for one in briefings for fact in one.facts if isinstance(fact, WeaponFact))
    return {fact.key: line(fact.label) for fact in found if fact.key}


def _facets(one: Briefing, names: _Names) -> Mapping[str, Iterable[str]]:
    """The values of each facet, each once. What an article tells as background is not what it reports: no event type."""
    return {
        "actor": _labels(one.facts, ActorFact, names.actors),
        "location": _labels(one.facts, LocationFact, names.locations),
        "section": (names.sections.get(one.id, ""),),
        "outlet": (line(one.outlet or ""),),
        "year": ((one.published or "")[:4],),
        "event": dict.fromkeys(event_name(f.attrs.type, None) for f in one.facts if isinstance(f, EventFact) and not f.attrs.background),
        "weapon": _labels(one.facts, WeaponFact, names.weapons),
    }


def _labels(facts: Iterable[Fact], kind: type[Fact], labels: Mapping[str, str]) -> Iterable[str]:
    keys = dict.fromkeys(fact.key for fact in facts if isinstance(fact, kind) and fact.key)
    return [labels[key] for key in keys if key in labels]
