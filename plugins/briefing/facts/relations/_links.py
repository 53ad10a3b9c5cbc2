"""Relations by their wording: which table says what, and where two names of a line stand in that relation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from ...lexicon import Lexicon
from ...model import ActorFact, LocationFact
from .._syntax.clauses import Line, Placed
from .._syntax.grammar import Keyed

_PLACES = ("facility", "settlement", "admin", "country", "region")
#: What may part a name from the phrase that relates it: marks, articles, adjectives, "is", "who".
_FILL = frozenset("d,brawzWx-()")
_MAX_FILL = 6
_MAX_ROLE_WORDS = 4
#: What may stand before a role without changing it: not "opposition leader", "former president", "drag queen".
_STANDING = frozenset(("new", "current", "then", "interim", "acting", "outgoing", "incoming", "newly", "elected", "political", "military",
                       "top", "senior", "late", "longtime", "veteran", "state", "national"))
#: Predicates whose other side is a body, which an adjective of a country alone is not.
_OF_BODIES = frozenset(("part_of", "capital_of", "leads", "member_of", "speaks_for"))
_FORMER = frozenset(("former", "ex", "formerly", "onetime", "erstwhile", "then"))
#: Predicates that countries stand in as states do.
_OF_STATES = frozenset(("aligned_with", "member_of", "opposed_to", "supports", "backed_by"))
#: What an owner's or a people's word says of who is named behind it: "Southland's ally Hill Front".
_BONDS = {"ally": "aligned_with", "allies": "aligned_with", "proxy": "backed_by", "proxies": "backed_by", "rival": "opposed_to",
          "rivals": "opposed_to", "enemy": "opposed_to", "enemies": "opposed_to", "foe": "opposed_to", "foes": "opposed_to"}
#: What the military or the church of a state leads is not the state.
_OF_PART = frozenset(("military", "archbishop", "bishop"))
_PAST = frozenset(("was", "were", "been"))
#: Predicates of sides: who backs somebody's plan does not yet back them.
_OF_SIDES = frozenset(("supports", "opposed_to", "aligned_with"))
#: Letters of what parts a person from a role: a stop, a quotation, a verb.
_CLAUSES = frozenset('.;"eyvmo')
_ROLE_REACH = 5  #: tokens between a person, a role and a body
#: How many names on each side may relate to one; bounds the work in a line of names.
_NEIGHBOURS = 12


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A row of relation_phrases.csv."""

    words: tuple[str, ...]
    predicate: str
    reverse: bool
    left: str
    right: str
    loose: bool


class Wording(msgspec.Struct, frozen=True):
    """The tables of relations."""

    phrases: Mapping[str, tuple[Phrase, ...]]  #: by their last word
    compounds: Mapping[str, str]
    roles: Mapping[str, str]


class Link(msgspec.Struct, frozen=True, gc=False):
    """A relation in a line; `start` and `end` are the tokens of the words that state it."""

    predicate: str
    subject: Placed
    object: Placed
    start: int
    end: int
    rule: str


def wording(lexicon: Lexicon) -> Wording:
    """The wording of a lexicon's tables; made once for each fingerprint."""
    return _wording(Keyed(lexicon.fingerprint, lexicon.tables))


@lru_cache(maxsize=4)
def _wording(keyed: Keyed) -> Wording:
    tables = keyed.tables
    phrases: dict[str, list[Phrase]] = {}
    for row in tables.get("relation_phrases", ()):
        parts = tuple(row["phrase"].split())
        made = Phrase(parts, row["predicate"], row["subject"] == "right", row["left"], row["right"], row["reach"] == "loose")
        phrases.setdefault(parts[-1], []).append(made)
    ordered = {last: tuple(sorted(rows, key=lambda p: -len(p.words))) for last, rows in phrases.items()}
    compounds = {row["word"]: row["predicate"] for row in tables.get("relation_compounds", ())}
    return Wording(ordered, compounds, {row["role"]: row["predicate"] for row in tables.get("relation_roles", ())})


def fits(item: Placed, wanted: str) -> bool:
    """Whether a fact is what a row asks for on that side."""
    fact = item.fact
    if isinstance(fact, LocationFact):
        return wanted in ("place", "any")
    if not isinstance(fact, ActorFact) or wanted == "place":
        return False
    if wanted == "force":
        return fact.attrs.type in ("armed_group", "military", "organisation")
    if wanted in ("person", "group"):
        return (fact.attrs.type == "person") == (wanted == "person")
    return wanted in ("actor", "any") or fact.attrs.type == wanted


def beside(items: Sequence[Placed], number: int) -> Sequence[Placed]:
    """An item's neighbours in text order, itself among them."""
    return items[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS + 1]


def by_phrase(line: Line, items: Sequence[Placed], known: Wording) -> Iterator[Link]:
    """Names with a phrase of the table between them: "Ann Lee, a spokesperson for the ministry"."""
    for number, right in enumerate(items):
        end = right.start
        while end > 0 and line.letters[end - 1] in "d\"":
            end -= 1
        if end == 0:
            continue
        for phrase in known.phrases.get(line.low[end - 1], ()):
            start = end - len(phrase.words)
            if start < 0 or line.low[start:end] != phrase.words or not (fits(right, phrase.right) or _as_state(right, phrase)):
                continue
            if _begins(right, beside(items, number), phrase):
                continue
            earlier = items[max(0, number - _NEIGHBOURS) : number]
            left = _whole(beside(items, number), start, right, phrase) or _left(line, earlier, start, phrase)
            owner = phrase.predicate in _OF_SIDES and describes(line, right)
            if left is not None and not owner and not _was(line, left, right, phrase) and _sound(left, right, phrase):
                subject, object_ = (right, left) if phrase.reverse else (left, right)
                yield Link(phrase.predicate, subject, object_, left.start if not phrase.loose else start, right.end, "relations.phrase")
                break


def _as_state(item: Placed, phrase: Phrase) -> bool:
    """Whether a country stands for its state: "a member of the alliance", "allied to Southland"."""
    country = isinstance(item.fact, LocationFact) and item.fact.attrs.type == "country" and item.fact.attrs.form != "demonym"
    return country and phrase.predicate in _OF_STATES and not phrase.loose


def _begins(item: Placed, around: Sequence[Placed], phrase: Phrase) -> bool:
    """Whether a name is only the first word of a longer one: a spokesman for "the Southland air force" speaks for no state."""
    return any(other.start == item.start and other.end > item.end and fits(other, phrase.right) for other in around)


def _was(line: Line, left: Placed, right: Placed, phrase: Phrase) -> bool:
    """Whether an office is told as a former one: "Ann Lee, the former governor of Eastland", "Ann Lee was governor of Eastland"."""
    past = _FORMER if phrase.reverse else _FORMER | _PAST
    return phrase.predicate in _OF_BODIES and not past.isdisjoint(line.low[left.end : right.start])


def owns(line: Line, item: Placed) -> bool:
    """Whether a name is only the owner of what is meant: "supported Southland's plan"."""
    return line.letters[item.end : item.end + 1] == "z"


def describes(line: Line, item: Placed) -> bool:
    """Whether a name only tells whose or which something is: "an opponent of the Southland plan", "supported the Senate version"."""
    person = isinstance(item.fact, ActorFact) and item.fact.attrs.type == "person"
    noun = line.letters[item.end : item.end + 1] == "w" and not line.low[item.end].endswith("ly")
    return owns(line, item) or (noun and not person)


def _whole(items: Sequence[Placed], start: int, right: Placed, phrase: Phrase) -> Placed | None:
    """The name that holds both the phrase and the other name: "Iraqi militias aligned with Iran"."""
    return next((item for item in items if item.start < start and right.end <= item.end and fits(item, phrase.left)), None)


def _left(line: Line, before: Sequence[Placed], end: int, phrase: Phrase) -> Placed | None:
    """The name that the phrase relates: the nearest that fits, with nothing but fill between."""
    for item in reversed(before):
        if item.end > end or (isinstance(item.fact, ActorFact) and item.fact.attrs.form == "demonym"):
            continue
        if phrase.loose and line.low[item.start - 1 : item.start] == ("against",):
            continue  # "sued against Ann Lee on behalf of the union"
        between = line.letters[item.end : end]
        if "." in between or ";" in between or between.startswith("z"):
            return None
        if between[:2] in (",b", ",v"):
            return _head(line, before, item, phrase)
        if not (fits(item, phrase.left) or _as_state(item, phrase)):
            if phrase.loose or phrase.left == "person":
                continue
            return None
        if phrase.loose:
            return item
        if phrase.predicate == "alias" and ("collectively" in line.low[item.end : end] or ")" in between):
            return None
        return item if len(between) <= _MAX_FILL and set(between) <= _FILL else None
    return None


def _head(line: Line, before: Sequence[Placed], last: Placed, phrase: Phrase) -> Placed | None:
    """Of whom an apposition that ends with a name tells: "Hill Front, a branch of the Oak Army, is based in Easton"."""
    heads = (item for item in reversed(before) if item.end < last.start and line.letters[item.end] == ",")
    head = next(heads, None)
    apposed = head is not None and set(line.letters[head.end + 1 : last.start]) <= _FILL | {"p"}
    return head if head is not None and apposed and fits(head, phrase.left) else None


def _sound(left: Placed, right: Placed, phrase: Phrase) -> bool:
    """Whether the two may stand in that relation at all: a place lies in a larger one, nobody leads himself."""
    if left.fact.key is None or right.fact.key is None:
        return False
    if phrase.predicate == "alias":
        return type(left.fact) is type(right.fact)
    if left.fact.key == right.fact.key and phrase.predicate != "based_in":
        return False
    if isinstance(right.fact, ActorFact) and right.fact.attrs.form == "demonym" and phrase.predicate in _OF_BODIES:
        return False  # "a part of the Southern economy", "mayor of the Southern city"
    if isinstance(left.fact, LocationFact) and isinstance(right.fact, LocationFact):
        if phrase.predicate == "located_in":
            return _rank(left.fact) < _rank(right.fact)
        beside = _rank(left.fact) < _PLACES.index("admin") and left.fact.key not in right.fact.attrs.within
        return phrase.predicate != "located_near" or beside
    return True


def _rank(fact: LocationFact) -> int:
    return _PLACES.index(fact.attrs.type) if fact.attrs.type in _PLACES else 0


def by_compound(line: Line, items: Sequence[Placed], known: Wording) -> Iterator[Link]:
    """A people or state with a hyphen: "Iranian-backed militants", "pro-Iranian militias", "anti-Taliban forces"."""
    for number, item in enumerate(items):
        if item.fact.key is None:
            continue
        joined = line.letters[item.end : item.end + 1] == "-" and item.end + 1 < len(line.low)
        predicate = known.compounds.get(line.low[item.end + 1]) if joined else None
        if predicate is None and item.start >= 2 and line.letters[item.start - 1] == "-":
            predicate = {"pro": "aligned_with", "anti": "opposed_to"}.get(line.low[item.start - 2])
        if predicate is None or (predicate == "based_in") != isinstance(item.fact, LocationFact):
            continue
        start = item.end + 2 if joined else item.end
        others = (other for other in beside(items, number) if other.end > start and other is not item)
        owner = next((other for other in others if _owns(line, other, item, start)), None)
        if owner is not None and owner.fact.key not in (None, item.fact.key):
            yield Link(predicate, owner, item, min(item.start, owner.start), owner.end, "relations.compound")


def _owns(line: Line, other: Placed, item: Placed, start: int) -> bool:
    """Whether `other` is the noun that the compound describes: it holds it, or follows it after adjectives."""
    if not isinstance(other.fact, ActorFact) or other.fact.attrs.form == "demonym":
        return False
    if other.start <= item.start:
        return other.end > start
    return other.start - start <= 4 and set(line.letters[start : other.start]) <= set("wW-")


def by_owner(line: Line, items: Sequence[Placed], known: Wording) -> Iterator[Link]:
    """Names side by side: "Lebanon's Hezbollah", "Hamas leader Ann Lee", "Palestinian militant group Hamas"."""
    for number, right in enumerate(items):
        left = next((item for item in reversed(items[max(0, number - _NEIGHBOURS) : number]) if item.end <= right.start), None)
        if left is None or left.fact.key is None or right.fact.key is None or not isinstance(right.fact, ActorFact):
            continue
        between = line.letters[left.end : right.start]
        if len(between) > _MAX_ROLE_WORDS + 1 or not set(between) <= set("zwW-"):
            continue
        predicate = _adjoining(line, left, right, between, known)
        if predicate is not None and left.fact.key != right.fact.key:
            yield Link(predicate, right, left, left.start, right.end, "relations.owner")


def _adjoining(line: Line, left: Placed, right: Placed, between: str, known: Wording) -> str | None:
    assert isinstance(right.fact, ActorFact)
    words = line.low[left.end + between.startswith("z") : right.start]
    kind = right.fact.attrs.type
    if words and words[-1] in _BONDS and right.fact.attrs.form == "name":
        return _BONDS[words[-1]]
    if kind == "person":
        former = not _FORMER.isdisjoint(line.low[left.start - 1 : left.start])
        if former or not isinstance(left.fact, ActorFact) or left.fact.attrs.type == "person":
            return None
        part = left.fact.attrs.type == "state" and not _OF_PART.isdisjoint(words)
        return None if part else role_predicate(words, known)
    if right.fact.attrs.form != "name" or " ".join(line.low[right.end : right.end + 1]) in known.roles:
        return None  # "Southland's UN ambassador"
    if between == "z":
        return ("part_of" if kind == "military" else "based_in") if _is_state(left) and kind != "state" else None
    demonym = isinstance(left.fact, ActorFact) and left.fact.attrs.form == "demonym" and not set(between) & set("Wz-")
    return "nationality" if demonym and kind in ("armed_group", "organisation", "media", "person_group") else None


def role_predicate(words: Sequence[str], known: Wording) -> str | None:
    """What a role says of its bearer and the body: "leads" for "prime minister"; nothing where a word before changes it ("deputy")."""
    role = next((i for i in range(len(words)) if " ".join(words[i:]) in known.roles), None)
    return known.roles[" ".join(words[role:])] if role is not None and _STANDING.issuperset(words[:role]) else None


def by_role(line: Line, items: Sequence[Placed], known: Wording) -> Iterator[Link]:
    """Persons with their role and body beside them, in whatever order: "Ann Lee, Southland's minister of defence"."""
    for number, person in enumerate(items):
        fact = person.fact
        if not isinstance(fact, ActorFact) or fact.key is None or fact.attrs.type != "person" or not (fact.attrs.role and fact.attrs.of):
            continue
        predicate = role_predicate(fact.attrs.role.split(), known)
        body = next((item for item in beside(items, number) if item.fact.key == fact.attrs.of and _near(person, item)), None)
        if predicate is None or body is None or _only_names(line, body, beside(items, number)):
            continue
        start, end = min(person.start, body.start), max(person.end, body.end)
        last = fact.attrs.role.split()[-1]
        told = next((at for at in range(max(0, start - _ROLE_REACH), min(len(line.low), end + _ROLE_REACH)) if line.low[at] == last), None)
        if told is None or (told < body.start and owns(line, body)):
            continue  # "a spokesman for Southland's bank"
        if not _FORMER.isdisjoint(line.low[max(0, min(body.start, told) - 1) : told]) or _is_part(line, body, told):
            continue
        words = (min(start, told), max(end, told + 1))
        if not set(line.letters[slice(*words)]) & _CLAUSES:
            yield Link(predicate, person, body, *words, "relations.role")


def _only_names(line: Line, body: Placed, around: Sequence[Placed]) -> bool:
    """Whether a body only tells which is meant: "ambassador to Southland", "spokesman for the Southern army"."""
    at = body.start - (line.letters[body.start - 1 : body.start] == "d")
    if line.low[at - 1 : at] == ("to",) or any(item.start == body.start and item.end > body.end for item in around):
        return True
    demonym = isinstance(body.fact, ActorFact) and body.fact.attrs.form == "demonym"
    return demonym and line.letters[at - 1 : at] == "p"


def _is_part(line: Line, body: Placed, told: int) -> bool:
    """Whether a role is of a part of a state: "Southland's military chief"."""
    return _is_state(body) and not _OF_PART.isdisjoint(line.low[max(0, told - 1) : told + 1])


def _is_state(item: Placed) -> bool:
    """Whether an item is a place or a state."""
    return isinstance(item.fact, LocationFact) or (isinstance(item.fact, ActorFact) and item.fact.attrs.type == "state")


def _near(one: Placed, other: Placed) -> bool:
    return max(one.start, other.start) - min(one.end, other.end) <= 2 * _ROLE_REACH


def by_comma(line: Line, items: Sequence[Placed], known: Wording) -> Iterator[Link]:
    """A place and the larger one after a comma: "Easton, Southland"; only where the one is known to lie in the other."""
    for left, right in pairwise(items):
        if line.letters[left.end : right.start] != "," or not isinstance(left.fact, LocationFact):
            continue
        if isinstance(right.fact, LocationFact) and right.fact.key in left.fact.attrs.within:
            yield Link("located_in", left, right, left.start, right.end, "relations.comma")


def by_nesting(line: Line, items: Sequence[Placed], known: Wording) -> Iterator[Link]:
    """A state within a group's description: "Iraqi militias" have a nationality, "U.S. forces" are part of their state."""
    for number, outer in enumerate(items):
        fact = outer.fact
        if not isinstance(fact, ActorFact) or fact.attrs.form != "nominal" or fact.attrs.type not in ("armed_group", "military"):
            continue
        if line.letters[outer.start - 1 : outer.start] == "-":
            continue  # "pro-Southern fighters"
        for inner in beside(items, number):
            held = outer.start <= inner.start and inner.end < outer.end and isinstance(inner.fact, ActorFact)
            if not held or line.letters[inner.end] in "-z" or set(line.letters[inner.end : outer.end]) & set("pte"):
                continue
            if fact.attrs.of not in (None, inner.fact.key):
                continue  # "the Eastland Southern army" is the South's
            if inner.fact.key and fact.key and inner.fact.key != fact.key:
                predicate = "nationality" if fact.attrs.type == "armed_group" else "part_of"
                yield Link(predicate, outer, inner, outer.start, outer.end, "relations.nesting")
                break
