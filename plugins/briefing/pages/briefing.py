"""The page of a briefing: the annotated text, what it says in brief, its facts, and where all of that came from.

A briefing too long for one page has several: on the first stands what is said of the whole, on each its share of the text
and the facts told there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec
from markupsafe import Markup, escape

from .. import annotate
from ..model import Archive, Aside, Briefing, PageRequest
from . import _amended, _dates, _paths, _reports, _words
from ._along import Along, along
from ._asked import Asked
from ._brief import Brief, brief
from ._facts import Group, Panel, panel
from ._linked import type_of
from ._part import Part, Parts
from ._seen import Around, Seen, cast
from ._views import Date, Feed, Frame, Link, Site, address, digest, frame, root

#: The kinds that a reader can switch on and off, and their names.
_KINDS = {
    "actor": "Actors", "location": "Places", "time": "Times", "quantity": "Numbers", "weapon": "Weapons", "event": "Events",
    "attribution": "Claims",
}
_MENTIONS = 30  #: in the JSON-LD
_DESCRIPTION = 200
_RELATED = 8
_FEEDS = 4  #: of actors and places that the page's head offers
_HEADING = 3  #: words of an aside that says nothing by itself
_ENDS = (".", "!", "?", "…")
_MINUTE = 230  #: words that a reader reads in one


class Switch(msgspec.Struct, frozen=True, gc=False):
    """A kind in the legend."""

    kind: str
    name: str
    count: int


class Paragraph(msgspec.Struct, frozen=True):
    sentences: tuple[annotate.Sentence, ...]


class Provenance(msgspec.Struct, frozen=True):
    """Where the page's words and facts came from."""

    path: str
    sha256: str
    format: str
    machine: str  #: "83 facts, extracted by machine; none reviewed"
    method: Link | None
    report: Link | None


class BriefingView(msgspec.Struct, frozen=True):
    frame: Frame
    lang: str
    title: Markup
    meta: tuple[str, ...]  #: outlet, authors, dateline, words
    date: Date | None
    source: Link | None  #: where it was published
    image: Link | None
    part: Parts | None  #: where the briefing has several pages
    brief: Brief | None  #: of the whole, on the first page
    switches: tuple[Switch, ...]
    paragraphs: tuple[Paragraph, ...]
    asides: tuple[str, ...]  #: what the source prints beside its article
    groups: tuple[Group, ...]
    provenance: Provenance
    citation: str
    together: _reports.Together | None
    amended: tuple[_amended.Amended, ...]
    older: Link | None
    newer: Link | None
    along: tuple[Along, ...]
    related: tuple[Link, ...]


def requests(archive: Archive, site: Site) -> Iterator[PageRequest]:
    """briefings/<id>/index.html for every briefing, with its neighbours in the archive's order; briefings/<id>/2/index.html
    and so on behind it, where it is long."""
    titles = {one.id: one.title or _paths.UNTITLED for one in archive.briefings}
    sections = {one.id: (key, name) for key, (name, members) in archive.sections.items() for one in members}
    countries = {place.country: place.label for place in archive.locations.values() if place.type == "country" and place.country}
    make, site_digest = partial(_view, site), digest(site)
    neighbours = zip((None, *archive.briefings), along(archive), (*archive.briefings[1:], None), strict=False)
    for newer, (one, ways), older in neighbours:
        starts = site.parts.get(one.id, (0,))
        up = root(_paths.briefing(one.id))
        around = Around(
            section=sections.get(one.id),
            older=_beside(older, up),
            newer=_beside(newer, up),
            along=ways,
            together=_reports.together(one, archive, site.parts, up),
            related=tuple(Link(up + _paths.briefing(id_), titles[id_], why) for id_, why in archive.related.get(one.id, ())[:_RELATED]),
        )
        known, amendments = cast(one, archive, countries), archive.amendments.get(one.id, ())
        for number in range(1, len(starts) + 1):
            part = Part(one, starts, number)
            beside = around if number == 1 else Around(section=around.section)
            yield PageRequest(part.path, "briefing.html", Seen(part, known, beside, amendments, site_digest), make)


def _view(site: Site, seen: Seen) -> BriefingView:
    part, around = seen.part, seen.around
    one, first = part.briefing, part.number == 1
    asked = Asked(one, part, seen.cast, root(part.path), seen.amendments)
    facts, short = panel(asked), brief(asked)
    sentences = annotate.sentences(one, facts.links, part.sentences)
    date = _dates.date(one.published)
    return BriefingView(
        frame=_frame(asked, site, around.section, _description(asked, short)),
        lang=one.lang,
        title=sentences[0].html if one.title and sentences and first else escape(annotate.plain(one.title) or _paths.UNTITLED),
        meta=tuple(_meta(one)),
        date=date,
        source=_outside(one.source.url, ""),
        image=_outside(one.image_url, "image at "),
        part=part.way(),
        brief=short if first else None,
        switches=tuple(_switches(facts)),
        paragraphs=tuple(_paragraphs(sentences[1:] if one.title and first else sentences)),
        asides=tuple(annotate.plain(aside.text) for aside in one.asides if first and not _is_heading(aside)),
        groups=facts.groups,
        provenance=_provenance(one, site, asked.up),
        citation=_citation(one, site, date),
        together=around.together,
        amended=tuple(_amended.amended(each, part) for each in seen.amendments if first),
        older=around.older,
        newer=around.newer,
        along=around.along,
        related=around.related,
    )


# --- the head of the page -----------------------------------------------------------------------------------------


def _meta(one: Briefing) -> Iterator[str]:
    if one.outlet:
        yield one.outlet
    if one.authors:
        yield f"by {', '.join(one.authors)}"
    if one.dateline:
        day = _dates.day(one.dateline.date)
        yield f"dateline {', '.join(filter(None, (one.dateline.place, day.words if day else '', one.dateline.agency)))}"
    number = len(one.text[one.body_start :].split())
    yield f"{_words.count(number, 'word')}, {max(1, round(number / _MINUTE))} min"


def _outside(url: str | None, before: str) -> Link | None:
    """A link to another host, shown by that host's name; an address of another scheme is no link."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname
    except ValueError:
        return None
    return Link(annotate.plain(url or ""), f"{before}{host}") if parts.scheme in ("http", "https") and host else None


def _is_heading(aside: Aside) -> bool:
    """Whether a piece of page furniture is the heading of something that was not saved with it: "Related"."""
    return aside.kind == "furniture" and len(aside.text.split()) <= _HEADING and aside.text.strip()[-1:] not in _ENDS


def _beside(other: Briefing | None, up: str) -> Link | None:
    return Link(up + _paths.briefing(other.id), other.title or _paths.UNTITLED) if other else None


def _description(asked: Asked, short: Brief) -> str:
    """The rows of IN BRIEF in a line; where there are none, the first words of the body."""
    rows = "; ".join(f"{row.name}: {row.items[0].text}" for row in short.rows)
    one = asked.briefing
    text = rows or " ".join(one.text[one.body_start : one.body_start + 2 * _DESCRIPTION].split())
    text = annotate.plain(text)
    text = text if len(text) <= _DESCRIPTION else f"{text[:_DESCRIPTION].rsplit(' ', 1)[0]} …"
    return text if asked.part.number == 1 else f"Part {asked.part.number} of {len(asked.part.starts)}. {text}"


def _frame(asked: Asked, site: Site, section: tuple[str, str] | None, description: str) -> Frame:
    one, up = asked.briefing, asked.up
    entries = dict.fromkeys((fact.kind, fact.key) for fact in one.facts if asked.entry(fact))
    labels = {key: asked.label(key) for _, key in entries}
    feeds = tuple(Feed(up + _paths.feed(kind, key or ""), labels[key]) for kind, key in list(entries)[:_FEEDS])
    part = asked.part
    crumbs = (
        Link(f"{up}index.html", "Briefings"),
        *((Link(f"{up}sections/{section[0]}/index.html", section[1]),) if section else ()),
        *((Link(part.to(1), one.title or _paths.UNTITLED), Link("", f"Part {part.number}")) if part.number > 1 else ()),
    )
    return frame(
        site, part.path, part.title(), description=description, crumbs=crumbs, feeds=feeds, og_type="article",
        json_ld=_json_ld(asked, site, description),
    )


def _json_ld(asked: Asked, site: Site, description: str) -> dict[str, Any]:
    """schema.org NewsArticle; what the article does not state is left out. A further part says of what it is a part."""
    one, part = asked.briefing, asked.part
    whole, head = address(site, _paths.briefing(one.id)), {"@context": "https://schema.org", "@type": "NewsArticle"}
    if part.number > 1:
        return head | {"headline": part.title(), "url": address(site, part.path), "isPartOf": whole, "pagination": f"{part.number}"}
    stated = {
        "headline": one.title,
        "description": description,
        "datePublished": one.published,
        "inLanguage": one.lang,
        "articleSection": one.section,
        "author": [{"@type": "Person", "name": name} for name in one.authors],
        "publisher": {"@type": "Organization", "name": one.outlet} if one.outlet else None,
        "isBasedOn": one.source.url,
        "url": whole,
        "mentions": list(_mentions(asked, site))[:_MENTIONS],
    }
    return head | {name: value for name, value in stated.items() if value}


def _mentions(asked: Asked, site: Site) -> Iterator[dict[str, str]]:
    entries = {(entry.kind, entry.key): entry for fact in asked.briefing.facts if (entry := asked.entry(fact))}
    for (kind, key), entry in entries.items():
        yield {"@type": type_of(kind, entry.type), "name": entry.label, "url": address(site, _paths.entry(kind, key))}


# --- the body -----------------------------------------------------------------------------------------------------


def _paragraphs(sentences: tuple[annotate.Sentence, ...]) -> Iterator[Paragraph]:
    number = 0
    numbers: list[int] = []
    for sentence in sentences:
        number += sentence.opens
        numbers.append(number)
    for _, group in groupby(zip(numbers, sentences, strict=True), key=lambda pair: pair[0]):
        yield Paragraph(tuple(sentence for _, sentence in group))


def _switches(facts: Panel) -> Iterator[Switch]:
    """The kinds that occur, with the number of things of each."""
    counts: dict[str, int] = {}
    for group in facts.groups:
        for card in group.cards:
            counts[card.kind] = counts.get(card.kind, 0) + 1
    yield from (Switch(kind, name, counts[kind]) for kind, name in _KINDS.items() if kind in counts)


# --- the foot -----------------------------------------------------------------------------------------------------


def _provenance(one: Briefing, site: Site, up: str) -> Provenance:
    seen = sum(fact.status != "machine" for fact in one.facts)
    reviewed = f"{seen} of them reviewed or edited by a person" if seen else "none reviewed by a person"
    method = next((Link(f"{up}{page.slug}/index.html", page.title) for page in site.pages if page.slug == "method"), None)
    repository = site.settings.repository_url
    report = Link(f"{repository}/issues/new?title={quote(f'Error in {one.id}')}", "Report an error") if repository else None
    machine = f"{_words.count(len(one.facts), 'fact')}, extracted by machine; {reviewed}"
    return Provenance(annotate.plain(one.source.path), one.source.sha256, one.source.format, machine, method, report)


def _citation(one: Briefing, site: Site, date: Date | None) -> str:
    """A plain line for a footnote: who, what, where published, when, and which text exactly."""
    words = (
        ", ".join(one.authors), f"“{' '.join(one.title.split())}”" if one.title else "", one.outlet or "",
        date.words if date else _dates.NOT_STATED, f"annotated in {site.settings.site_name}", address(site, _paths.briefing(one.id)),
        f"text SHA-256 {one.source.sha256[:16]}",
    )
    return annotate.plain(", ".join(filter(None, words)))
