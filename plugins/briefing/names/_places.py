"""Which place of a name is meant: weighed by what stands around it, by the article's countries and places, and by size.

Refuses to locate what it does not know: a place found by its context alone keeps its name, and the place it is said to be in.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

import msgspec

from ..lexicon import Entity, Lexicon, slug
from ..reading import Reading
from ._candidates import AREA_NAMED, MOST, candidates
from ._holders import AREA_AFTER, Holder, Options, holder, keys
from ._name import Draft
from ._rows import alike, rows

_OFFICE_AFTER = re.compile(
    r"(?:'s|’s)? (?:state |attorney general|senator|governor|lieutenant governor|congress(?:wo)?man|legislature|national guard|"
    r"gubernatorial|congressional|\d+(?:st|nd|rd|th) (?:congressional )?district)", re.I
)
_AREA_BEFORE = re.compile(
    r"\b(?:(?:states?|provinces?|governorates?|regions?|districts?|count(?:y|ies)|prefectures?|oblasts?|governors?) of (?:the )?|"
    r"(?:senators?|governors?|congress(?:wo)?m[ae]n|democrats?|republicans?) from )$", re.I
)
_BEFORE_MOST = 45
_NEAR_KM = 400.0
_MOST_POINTS = 30
_MILLION = 1_000_000
#: A place without inhabitants to weigh it by, such as a region, weighs like a large city.
_USUAL_SIZE = 5.5
_HAMLET = 3.0
#: "The village of X" is none of the cities of that name.
_VILLAGE = re.compile(r"\b(?:villages?|hamlets?) of (?:the )?$", re.I)
_MOST_IN_A_VILLAGE = 100_000
#: A town of fewer inhabitants, in a country of which the article says nothing else, is a namesake of what is meant.
_LEAST_ABROAD = 30_000
#: So too a smaller one, of which nothing else that is named is near, in a country that the article is not about.
_LEAST_ALONE, _ABOUT = 10_000, 0.5
#: Whoever reads the name of a place as large as this thinks of it, whatever country the article is about.
_WELL_KNOWN = 100_000
#: What a province that is named adds to the weight of a place in it, and what it adds where it is the only one named.
_IN_AREA, _IN_AREA_ALONE = 1.5, 2.5
_METROPOLIS = 1_200_000


class Setting(msgspec.Struct, frozen=True):
    """What an article says of where it plays."""

    countries: Mapping[str, float]  #: ISO code -> weight, the most named 1.0
    points: Mapping[str, tuple[float, float]]  #: surface -> where it lies, of the places that are sure
    areas: Mapping[str, tuple[str, float]]  #: key of a province that is named -> its surface, its share of all mentions of provinces
    rows: Mapping[int, tuple[int, ...]]  #: draft -> the others of its row
    likely: Mapping[int, Entity]  #: draft -> what it is, as far as is known


def resolve(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> dict[int, Entity | None]:
    """The place of each place draft, by the draft's index. One surface is one place, where nothing said beside it differs."""
    places = [index for index, draft in enumerate(drafts) if draft.kind == "place"]
    options = {index: _options(drafts[index], lexicon) for index in places}
    around = {index: holder(drafts, index, options, reading.text) for index in places}
    setting = _setting(drafts, options, around, reading.text)
    first = _chosen(drafts, options, around, setting, reading.text)
    return _chosen(drafts, options, around, _again(setting, drafts, first), reading.text)


def _again(setting: Setting, drafts: Sequence[Draft], first: Mapping[int, Entity | None]) -> Setting:
    """A setting with what a first look at all places together adds: "Georgia" was a country by its name alone, "Kent" nowhere yet."""
    likely = {index: place for index, place in first.items() if place}
    named = Counter(country for _, country in {(drafts[index].text, place.country) for index, place in likely.items() if place.country})
    most = max(named.values(), default=1)
    countries = {country: max(setting.countries.get(country, 0.0), named[country] / most) for country in (*setting.countries, *named)}
    return Setting(dict(sorted(countries.items())), _points(likely, drafts), _areas(likely, drafts), setting.rows, likely)


def _chosen(drafts: Sequence[Draft], options: Options, around: Mapping[int, Holder | None], setting: Setting,
            text: str) -> dict[int, Entity | None]:
    """The place of each place draft, as far as a setting tells."""
    decided: dict[str, Entity | None] = {}
    chosen: dict[int, Entity | None] = {}
    for index in sorted(options, key=lambda i: (around[i] is None, i not in setting.rows, i)):
        surface = drafts[index].text.lower()
        if index in chosen:
            continue
        if surface in decided and around[index] is None:
            chosen[index] = decided[surface]
            continue
        chosen[index] = found = _best(index, drafts[index], options[index], around[index], setting, text)
        held = around[index]
        if held and (outer := _outer(found, held)):  # "Georgia" behind "Atlanta" is the state, there and in the rest of the article
            decided[drafts[held.draft].text.lower()] = chosen[held.draft] = outer
        decided.setdefault(surface, found)
    return chosen


def _outer(found: Entity | None, held: Holder) -> Entity | None:
    """The one of the places around that holds the place that was chosen."""
    return next((place for place in held.places if found and place.key in found.within), None)


def _options(draft: Draft, lexicon: Lexicon) -> tuple[Entity, ...]:
    if draft.known is None:
        return candidates(draft.text, lexicon)
    if draft.known.kind == "actor":
        return ()
    listed = draft.known.type in ("country", "settlement", "admin", "region")
    others = lexicon.places.lookup(" ".join(draft.text.split()))[:MOST] if listed else ()
    return (draft.known, *(place for place in others if place.key != draft.known.key))


def _setting(drafts: Sequence[Draft], options: Options, around: Mapping[int, Holder | None], text: str) -> Setting:
    named: Counter[str] = Counter()
    for index, draft in enumerate(drafts):
        if draft.known and draft.known.country and not (len(options.get(index, ())) > 1 and _doubtful(options[index])):
            named[draft.known.country] += 2 if draft.known.type in ("country", "state") else 1
    for index, held in around.items():
        if held and held.places[0].country and index:
            named[held.places[0].country] += 1
    for places in options.values():
        if len({place.country for place in places}) == 1 and places[0].country and not _minor(places[0], _LEAST_ABROAD):
            named[places[0].country] += 1
    most = max(named.values(), default=1)
    likely = {index: places[0] for index, places in options.items() if places}
    sure = {index: place for index, place in likely.items() if len(options[index]) == 1}
    return Setting({country: count / most for country, count in sorted(named.items())}, _points(sure, drafts), _areas(likely, drafts),
                   rows(drafts, options, text, lambda index: around[index] is not None), likely)


def _points(places: Mapping[int, Entity], drafts: Sequence[Draft]) -> dict[str, tuple[float, float]]:
    """Where places lie, by their surfaces; countries are too wide to be near anything."""
    points = ((drafts[index].text.lower(), place.lat, place.lon) for index, place in places.items() if place.type != "country")
    found = {surface: (lat, lon) for surface, lat, lon in points if lat is not None and lon is not None}
    return dict(islice(found.items(), _MOST_POINTS))


def _areas(places: Mapping[int, Entity], drafts: Sequence[Draft]) -> dict[str, tuple[str, float]]:
    """The provinces among places."""
    named = Counter({index: place.key for index, place in places.items() if place.type == "admin" and len(place.within) == 1}.values())
    surfaces = {place.key: drafts[index].text.lower() for index, place in places.items()}
    return {area: (surfaces[area], count / named.total()) for area, count in named.items()}


def _minor(place: Entity, least: int) -> bool:
    """Whether a town has fewer inhabitants; of one that nobody counted it is taken for granted."""
    return place.type == "settlement" and place.population < least and bool(place.population or place.geonameid)


def _doubtful(options: Sequence[Entity]) -> bool:
    """Whether a country shares its name with an area of another: "Georgia" speaks for neither until the rest has spoken."""
    return any(place.type == "admin" and place.country != options[0].country and place.population >= _MILLION for place in options[1:])


def _best(index: int, draft: Draft, options: Sequence[Entity], held: Holder | None, setting: Setting,
          text: str) -> Entity | None:
    """The likeliest of the options; a place that only the text knows is made of what the text says."""
    inside = {key for place in (held.places if held else ()) for key in keys(place)}
    if held and not any(inside & {*place.within, place.country} for place in options):
        outer = held.places[0]
        within = (outer.key, *outer.within)
        key = f"{slug(draft.text)}-{within[-1]}" if options else slug(draft.text)  # the bare key is a known place's
        return Entity("location", key, draft.text, draft.type or "settlement", country=outer.country, within=within)
    if not inside and _VILLAGE.search(text, max(0, draft.start - _BEFORE_MOST), draft.start):
        options = tuple(place for place in options if place.type != "settlement" or place.population < _MOST_IN_A_VILLAGE)
    if not options:
        return None
    area = bool(AREA_AFTER.match(text, draft.end) or _OFFICE_AFTER.match(text, draft.end) or AREA_NAMED.search(draft.text)
                or _AREA_BEFORE.search(text, max(0, draft.start - _BEFORE_MOST), draft.start))

    surface = draft.text.lower()

    def weight(place: Entity) -> float:
        size = _size(place)
        if place is draft.known:
            size += 2.5 if setting.countries.get(place.country or "") or not _doubtful(options) else 0.5
        if place is options[0]:
            size += 2.0 if _well_known(place) else 1.0  # the gazetteer puts the one first that news means most often
        if place.type == "admin":
            size = max(size, 4.5) + (4.0 if area else -0.5)
        elif area and place is draft.known and place.type == "region":
            size += 4.0  # the Kurdistan Region is no province
        if inside & {*place.within, place.country}:
            size += 20.0
        size += _in_area(place, surface, setting, metropolis=options[0].population >= _METROPOLIS)
        size += alike(place, [setting.likely[other] for other in setting.rows.get(index, ()) if other in setting.likely])
        return size + 3.0 * setting.countries.get(place.country or "", 0.0) + _nearness(place, surface, setting)

    best = max(options, key=weight)
    return None if best is not draft.known and not inside and _namesake(best, surface, setting) else best


def _in_area(place: Entity, surface: str, setting: Setting, *, metropolis: bool) -> float:
    """What it adds that the article names the province of a place; less where the name is that of a city that all the world knows."""
    named = (setting.areas.get(key, ("", 0.0)) for key in place.within)
    share = max((share for other, share in named if other != surface), default=0.0)
    return 0.0 if not share else _IN_AREA if metropolis else _IN_AREA + _IN_AREA_ALONE * share


def _namesake(place: Entity, surface: str, setting: Setting) -> bool:
    """Whether a town only bears the name of what is meant: it is small, and the article tells of other countries or other parts."""
    told, near = setting.countries.get(place.country or "", 0.0), _nearness(place, surface, setting)
    if not told:
        return bool(setting.countries) and not near and _minor(place, _LEAST_ABROAD)
    alone = not near and not any(key in setting.areas for key in place.within)
    return alone and told < _ABOUT and _minor(place, _LEAST_ALONE)


def _well_known(place: Entity) -> bool:
    """Whether whoever reads a name thinks of this place: a city, a province, a region that is curated; not so a county."""
    if place.type in ("region", "water"):
        return True
    return place.population >= _WELL_KNOWN and (place.type != "admin" or len(place.within) == 1)


def _size(place: Entity) -> float:
    """How large a place is, as a power of ten."""
    if place.type == "facility":
        return 1.0
    if place.type == "settlement" and not place.population and place.geonameid:
        return _HAMLET  # but what is curated has none because nobody wrote it down
    return math.log10(place.population + 10) if place.population else _USUAL_SIZE


def _nearness(place: Entity, surface: str, setting: Setting) -> float:
    if place.lat is None or place.lon is None:
        return 0.0
    points = (point for other, point in setting.points.items() if other != surface)
    near = sum(_kilometres(place.lat, place.lon, *point) < _NEAR_KM for point in points)
    return min(near, 3) * 0.5


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance on a flat map, good to a few per cent over some hundred kilometres."""
    turn = abs(lon - other_lon)
    east = min(turn, 360 - turn) * math.cos(math.radians((lat + other_lat) / 2))
    return 111.2 * math.hypot(lat - other_lat, east)
