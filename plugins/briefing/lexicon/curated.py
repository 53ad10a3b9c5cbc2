"""Curated entities: the rows of actors_*.csv, locations_*.csv and countries.csv, and the national services made from them.

A country gives three entities: a location, a state, and its people. A national service ("Iraqi Air Force", "Peru's Foreign
Ministry") is made when it is met, from a state and a row of services.csv, unless a curated actor fills that place: the
Israel Defense Forces are the armed forces of Israel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

import msgspec

from ..model import Precision
from ._nouns import Alias, AliasForm, Entity
from ._tables import read_table
from .folding import plain, slug

Row = Mapping[str, str]
Tables = Mapping[str, tuple[Row, ...]]


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(part for part in (p.strip() for p in cell.split(";")) if part)


def entities(tables: Tables) -> dict[tuple[str, str], Entity]:
    """Every curated entity by (kind, key); ValueError where two rows of one kind have one key."""
    made: dict[tuple[str, str], Entity] = {}
    claimed = {alias for row in _rows(tables, "actors_") if row["type"] == "people" for alias in split(row["aliases"])}
    for entity in (
        *(actor(row) for row in _rows(tables, "actors_")), *(location(row) for row in _rows(tables, "locations_")),
        *(entity for row in tables["countries"] for entity in country(row, claimed)),
    ):
        if made.setdefault((entity.kind, entity.key), entity) is not entity:
            raise ValueError(f"two curated rows have the {entity.kind} key {entity.key!r}: {entity.name!r}")
    return {place: _with_state(entity, made) for place, entity in made.items()}


def _with_state(entity: Entity, made: Mapping[tuple[str, str], Entity]) -> Entity:
    """A land with the state of the same key, as countries have theirs: "the Soviet Union", "Scotland"."""
    state = made.get(("actor", entity.key)) if entity.kind == "location" and entity.state is None else None
    return msgspec.structs.replace(entity, state=entity.key) if state is not None and state.type == "state" else entity


def location_areas(data: Path) -> dict[str, str]:
    """For the compiler: the key of each curated place, with the code of the first-level area that it is, if it is one."""
    return {_key(row): row["area"] for path in sorted(data.glob("locations_*.csv")) for row in read_table(path)}


def actor(row: Row) -> Entity:
    return Entity(
        kind="actor", key=_key(row), name=row["name"], type=row["type"], aliases=_aliases(row["name"], row["aliases"]),
        country=row["country"] or None, wikidata=row.get("wikidata") or None, of=row["of"] or None,
    )


def location(row: Row) -> Entity:
    return Entity(
        kind="location", key=_key(row), name=row["name"], type=row["type"], aliases=_aliases(row["name"], row["aliases"]),
        country=row["country"] or None, wikidata=row.get("wikidata") or None, geonameid=int(row.get("geonameid") or 0) or None,
        lat=float(row["lat"]), lon=float(row["lon"]), precision=cast(Precision, row["precision"]), within=split(row["within"]),
    )


def country(row: Row, claimed: set[str]) -> Iterator[Entity]:
    """The location, the state and the people of a row; a land without inhabitants has neither state nor people. A demonym in
    `claimed` belongs to a curated people, not to the state."""
    names = _aliases(row["name"], row["aliases"])
    demonyms = tuple(Alias(text, "demonym") for text in split(row["adjectives"]) if f"demonym:{text}" not in claimed)
    key, iso, wikidata = row["key"], row["iso2"], row["wikidata"] or None
    yield Entity(
        kind="location", key=key, name=row["name"], type="country", aliases=names, country=iso, wikidata=wikidata,
        geonameid=int(row["geonameid"]), lat=float(row["lat"]) if row["lat"] else None, lon=float(row["lon"]) if row["lon"] else None,
        precision="country", population=int(row["population"]), state=key if int(row["population"]) else None,
    )
    if not int(row["population"]):
        return  # Antarctica is no state
    yield Entity(kind="actor", key=key, name=row["name"], type="state", aliases=names + demonyms, country=iso, wikidata=wikidata)
    # "French" is the state: only a plural of its own, "Iraqis", is a people.
    taken = claimed | {f"demonym:{text}" for text in split(row["adjectives"])}
    people = tuple(Alias(text, "demonym") for text in split(row["people"]) if f"demonym:{text}" not in taken)
    if people:
        name = people[0].text
        yield Entity(kind="actor", key=slug(name), name=name, type="people", aliases=people, country=iso, of=key)


def by_surname(tables: Tables, known: Mapping[tuple[str, str], Entity]) -> dict[str, Entity]:
    """Persons by a surname that, standing alone, means them; with and without accents."""
    return {
        written: known["actor", _key(row)]
        for row in _rows(tables, "actors_") for surname in split(row.get("surname", "")) for written in (surname, plain(surname))
    }


class Services:
    """National services by state: what "the Iraqi Air Force" is, without a row for each country."""

    def __init__(self, tables: Tables, known: Mapping[tuple[str, str], Entity]) -> None:
        self._rows = {row["key"]: row for row in tables["services"]}
        self._known = known
        self._filled = {
            (row["of"], service): _key(row) for row in _rows(tables, "actors_") for service in split(row.get("service", ""))
        }

    def words(self) -> Iterator[tuple[str, str]]:
        """How a service is written after a state's name, with the service's key."""
        for key, row in self._rows.items():
            for word in split(row["words"]):
                yield word, key

    def get(self, state: Entity, service: str) -> Entity:
        """The service of a state; KeyError for a service that services.csv does not know."""
        row = self._rows[service]
        key = self._filled.get((state.key, service), f"{state.key}-{service}")
        return self._known.get(("actor", key)) or Entity(
            kind="actor", key=key, name=f"{_adjective(state)} {row['name']}", type=row["type"], country=state.country, of=state.key,
        )


def _adjective(state: Entity) -> str:
    """How a state stands before a noun: "Chilean"; its name where it has no adjective of its own."""
    return next((alias.text for alias in state.aliases if alias.form == "demonym"), state.name)


def _rows(tables: Tables, prefix: str) -> Iterable[Row]:
    return (row for stem, rows in tables.items() if stem.startswith(prefix) for row in rows)


def _key(row: Row) -> str:
    return row["key"] or slug(row["name"])


def _aliases(name: str, cell: str) -> tuple[Alias, ...]:
    """The name, then the other ways to write it; "metonym:" or "demonym:" before one says its form."""
    forms: dict[str, AliasForm] = {"metonym": "metonym", "demonym": "demonym"}
    made = [Alias(name)]
    for text in split(cell):
        form, colon, rest = text.partition(":")
        made.append(Alias(rest, forms[form]) if colon and form in forms else Alias(text))
    return tuple({alias.text: alias for alias in made}.values())
