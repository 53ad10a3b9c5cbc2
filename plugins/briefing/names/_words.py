"""The word lists that the rules read, as sets; made once for a lexicon."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

import msgspec

from ..lexicon import Entity, Lexicon, slug

#: Tables whose first column holds words of English, and no names.
_TELLING = ("counted_nouns", "counted_roles", "counted_units", "event_irregular_verbs", "event_nouns", "event_verbs", "reporting_verbs")
#: Tables of bodies that news calls by a few letters, which mean others elsewhere.
_LETTERED = ("actors_groups", "actors_parties")
Rows = Iterable[Mapping[str, str]]


class Words(msgspec.Struct, frozen=True):
    """See lexicon/data/names_*.csv for what each list holds. All in small letters but the names."""

    titles: Mapping[str, tuple[str, str]]  #: "gen" -> (kind, role)
    office_words: frozenset[str]  #: what the offices among the titles begin with: "prime"
    heads: Mapping[str, tuple[str, str]]  #: "brigade" -> (class, type)
    groups: Mapping[str, tuple[str, str, str]]  #: "troops" -> (singular, type, policy)
    alone: frozenset[str]  #: those of them that tell of actors without saying whose they are: "gunmen"
    lists: Mapping[str, frozenset[str]]  #: "place_prep" -> words
    anybodys: frozenset[str]  #: bodies that any country or town has, as written: "Foreign Ministry"
    small_bodies: frozenset[str]  #: the same in small letters, without short forms: a house is seldom the House
    national: Mapping[str, str]  #: those that a state has one of -> the full form: "Conservatives" -> "Conservative Party"
    services: Mapping[str, str]  #: how a national service is written -> its key: "Foreign Ministry"
    lettered: frozenset[str]  #: keys of parties and armed groups
    states: Mapping[str, Entity]  #: ISO 3166-1 alpha-2 -> the state
    capitals: Mapping[str, Entity]  #: "Moscow" -> the state that it may stand for
    short_areas: Mapping[str, tuple[Entity, ...]]  #: "Va." -> what it means behind a town
    short_places: Mapping[str, tuple[Entity, ...]]  #: "NYC" -> what it means wherever a place is named
    common: Container[str]
    given: Container[str]
    surnames: Container[str]
    sexes: Mapping[str, str]  #: given names that only women ("f") or only men ("m") have
    famous: Container[str]  #: surnames that alone mean somebody: "Obama"
    sporting: frozenset[str]  #: words of reports of sport
    told: frozenset[str]  #: words that the tables of events, counts and speech write small, rare ones too: "dynamite", "abduction"

    def is_common(self, low: str) -> bool:
        """Whether a word is one that English writes small."""
        plural = low.endswith("s") and (low[:-1] in self.common or low[:-1] in self.titles)
        return plural or low in self.common or low in self.lists["function"]

    def is_generic(self, name: str) -> bool:
        """Whether a name is made of words that any such body or facility may have: "Interior Ministry", "District Hospital"."""
        return all(low in self.lists["generic"] or low in self.heads for low in name.lower().split())

    def short_form(self, body: str) -> str:
        """"Yale" of "Yale University", "Ford" of "Ford Motor Co", but nothing of "National Bank"; empty where a body has no such form."""
        first, *rest = body.replace(".", "").split() or [""]
        never = self.lists["nothing"] | self.lists["language"] | self.lists["generic"]
        legal = bool(rest) and rest[-1].lower() in self.lists["legal"] and len(first) > 3 and not self.is_common(first.lower())
        heads = legal or (bool(rest) and all(word.lower() in self.lists["short_head"] for word in rest))
        return first if heads and first.lower() not in never else ""

    def head_class(self, low: str) -> str:
        """What a word names at the end of a name: organisation, place, other; empty where it names nothing."""
        return self.heads.get(low, ("", ""))[0]


class _Key:
    """A lexicon as a key: two of one fingerprint give the same answers."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return hash(self.lexicon.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.lexicon.fingerprint == self.lexicon.fingerprint


def words(lexicon: Lexicon) -> Words:
    """The word lists of a lexicon."""
    return _words(_Key(lexicon))


@lru_cache(maxsize=4)
def _words(key: _Key) -> Words:
    tables = key.lexicon.tables
    anybodys = frozenset(_services(tables)) | {row["body"] for row in tables["names_anybodys"]}
    shortened = {row["body"] for row in tables["names_anybodys"] if row["name"]}
    return Words(
        titles={row["title"]: (row["kind"], row["role"]) for row in tables["names_titles"]},
        office_words=frozenset(re.split(r"[ -]", row["title"])[0] for row in tables["names_titles"] if row["kind"] == "office"),
        heads={row["head"]: (row["class"], row["type"]) for row in tables["names_heads"]},
        groups={row["noun"]: (row["singular"], row["type"], row["policy"]) for row in tables["names_groups"]},
        alone=frozenset(row["noun"] for row in tables["names_groups"] if row["alone"]),
        lists={row["list"]: frozenset(row["words"].split()) for row in tables["names_words"]},
        anybodys=anybodys, small_bodies=frozenset(body.lower() for body in anybodys - shortened),
        national=_national(tables), services=_services(tables), states=_states(key.lexicon),
        lettered=frozenset(row["key"] or slug(row["name"]) for stem in _LETTERED for row in tables[stem]),
        capitals=_capitals(key.lexicon), short_areas=_short(key.lexicon, "behind"), short_places=_short(key.lexicon, "anywhere"),
        common=key.lexicon.common_words, given=key.lexicon.given_names, surnames=key.lexicon.surnames, famous=key.lexicon.by_surname,
        sporting=frozenset(row["word"] for row in tables["event_sport_words"]),
        told=frozenset(_told(tables)), sexes=_sexes(tables),
    )


def _told(tables: Mapping[str, Rows]) -> Iterable[str]:
    """The words of the tables that say what is reported, each row's first column."""
    for stem in _TELLING:
        for row in tables[stem]:
            yield from re.split(r"[ ;-]", next(iter(row.values())))


def _services(tables: Mapping[str, Rows]) -> dict[str, str]:
    return {word: row["key"] for row in tables["services"] for word in row["words"].split(";") if word}


def _sexes(tables: Mapping[str, Rows]) -> dict[str, str]:
    rows = (*tables["given_genders"], *tables["given_genders_known"])
    return {name: row["gender"] for row in rows for name in row["names"].split()}


def _national(tables: Mapping[str, Rows]) -> dict[str, str]:
    """What names_anybodys.csv says of a name wins over what its service says: a High Court is not always the highest."""
    alone = {word: word for row in tables["services"] if row["alone"] for word in row["words"].split(";") if word[:1].isupper()}
    for row in tables["names_anybodys"]:
        alone.pop(row["body"], None)
        if row["alone"]:
            alone[row["body"]] = row["name"] or row["body"]
    return alone


def _states(lexicon: Lexicon) -> dict[str, Entity]:
    states = ((row["iso2"], lexicon.entities.get(("actor", row["key"]))) for row in lexicon.tables["countries"])
    return {code: state for code, state in states if state is not None}


def _capitals(lexicon: Lexicon) -> dict[str, Entity]:
    states = ((row["capital"], lexicon.entities.get(("actor", row["key"]))) for row in lexicon.tables["countries"])
    return {capital: state for capital, state in states if capital and state is not None}


def _short(lexicon: Lexicon, where: str) -> dict[str, tuple[Entity, ...]]:
    rows = (row for row in lexicon.tables["places_short"] if row["where"] == where)
    return {
        short: tuple(place for key in row["keys"].split(";") if (place := lexicon.places.get(key)) is not None)
        for row in rows for short in row["short"].split(";")
    }
