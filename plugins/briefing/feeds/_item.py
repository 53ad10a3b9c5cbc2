"""A briefing as an item of a feed: what every format of feed says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import msgspec

from ..archive.lead import Lead, lead, toll
from ..model import ActorFact, Archive, Briefing, LocationFact
from ..settings import Settings
from ._dates import moment
from ._text import plain, unmarked

_ACTORS, _PLACES = 5, 3  #: categories of each kind
_NAMED = frozenset({"name", "metonym"})
_OPENING = 3  #: sentences in which the report's first is looked for
_STOPS = frozenset(".!?…\"'”’»")
_QUESTIONS = (("Who", "who"), ("Where", "where"), ("When", "when"))


class Category(msgspec.Struct, frozen=True, order=True, gc=False):
    """A word to file an item under, and the address of the list that the word is from."""

    scheme: str
    term: str


class Item(msgspec.Struct, frozen=True, gc=False):
    """All words are plain text on one line."""

    link: str  #: the briefing's address, which is its identity in every feed
    title: str
    summary: str
    date: datetime | None
    categories: tuple[Category, ...]
    creators: tuple[str, ...]
    point: tuple[float, float] | None  #: latitude and longitude of the main place
    source: str | None  #: where the article was published


def item(briefing: Briefing, archive: Archive, settings: Settings) -> Item:
    """The item of a briefing. Pure; what the briefing does not state is left out."""
    told = lead(briefing)
    authors = tuple(filter(None, map(unmarked, briefing.authors or ((briefing.outlet,) if briefing.outlet else ()))))
    return Item(
        link=f"{settings.site_url}/briefings/{briefing.id}/",
        title=unmarked(briefing.title) or briefing.id,
        summary=_summary(briefing, told),
        date=moment(briefing.published, settings.timezone),
        categories=_categories(briefing, archive, settings),
        creators=tuple(dict.fromkeys(authors)),
        point=_point(briefing, archive, told),
        source=briefing.source.url,
    )


def _summary(briefing: Briefing, told: Lead) -> str:
    """The report's first sentence, then the lead facts in words."""
    what = [point.text for point in told.what if point.key]  # what has no class the title tells better
    others = ((word, [point.text for point in getattr(told, name)]) for word, name in _QUESTIONS)
    answers = (("What", what), *others, ("Toll", [toll(point.text) for point in told.toll]))
    facts = (f"{word}: {_joined(texts)}." for word, texts in answers if texts)
    return " ".join(filter(None, (_first_sentence(briefing), *facts))) or unmarked(briefing.title) or briefing.id


def _first_sentence(briefing: Briefing) -> str:
    """Without its dateline. A line that ends without a stop (a date, a place, a subtitle) is passed over for a sentence."""
    spans = [span for span in briefing.sentences if span.start >= briefing.body_start]
    whole = (span for span in spans[:_OPENING] if briefing.text[span.end - 1] in _STOPS)
    for span in (*whole, *spans[:1]):
        return plain(briefing.text[max(span.start, _report_start(briefing)) : span.end], 400)
    return ""


def _report_start(briefing: Briefing) -> int:
    """Behind the dateline, whose place and agency are not what the report is about."""
    return briefing.dateline.span.end if briefing.dateline and briefing.dateline.span else briefing.body_start


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(plain(text, 200) for text in texts)


def _categories(briefing: Briefing, archive: Archive, settings: Settings) -> tuple[Category, ...]:
    """The section, and the actors and places that the report names most."""
    actors: Counter[str] = Counter()
    places: Counter[str] = Counter()
    report = _report_start(briefing)
    for fact in briefing.facts:
        if briefing.body_start <= fact.span.start < report:
            continue
        if fact.key and isinstance(fact, ActorFact | LocationFact) and fact.attrs.form in _NAMED:
            (actors if isinstance(fact, ActorFact) else places)[fact.key] += 1
    chosen = [("sections", briefing.section or "")]
    chosen += [("actors", archive.actors[key].label) for key, _ in actors.most_common(_ACTORS) if key in archive.actors]
    chosen += [("locations", archive.locations[key].label) for key, _ in places.most_common(_PLACES) if key in archive.locations]
    terms = ((f"{settings.site_url}/{folder}/", unmarked(label)) for folder, label in chosen)
    return tuple(dict.fromkeys(Category(scheme, term) for scheme, term in terms if term))


def _point(briefing: Briefing, archive: Archive, told: Lead) -> tuple[float, float] | None:
    """Of the first place of the lead that has coordinates within range."""
    for place in told.where:
        entry = archive.locations.get(place.key or "")
        if entry and entry.lat is not None and entry.lon is not None and abs(entry.lat) <= 90 and abs(entry.lon) <= 180:
            return entry.lat, entry.lon
    return None
