"""Actors told of without a name: "two U.S. officials", "Iraqi militia groups aligned with Iran", "its forces".

A description begins with a country, a people or a body that says whose they are; "officials" alone is nobody. Only armed
groups and national services get an identity: their description is what the archive can follow from article to article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from ...lexicon import Entity, Lexicon, slug
from ...model import ActorForm
from ...names import Name, Words, words
from .._context import Context

_STEP = re.compile(r"[ -]([^\W\d_][\w’'-]*)")
_PAIR = re.compile(r" ([^\W\d_]+ [^\W\d_]+)\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_OWNS = re.compile(r"(?:['’]s|(?<=s)['’])(?= )")
_RELATION = re.compile(r"[-‑ ](backed|led|aligned|allied|linked|affiliated|supported|trained|funded|sponsored|armed|controlled)\b", re.I)
_COUNT = re.compile(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]{0,12}|several|many|some|various|dozens of|hundreds of|thousands of"
    r"|senior|top|an?)\s){1,3}$", re.I,
)
_ALIGNED = re.compile(
    r" (?:(?:aligned|allied|affiliated|linked|associated) (?:with|to)|(?:backed|supported|trained|funded|armed) by|loyal to)(?: the)? "
)
_ITS = re.compile(r"\b[Ii]ts (armed forces|forces|troops|military|soldiers|army|navy|air force)\b")
_ADMINISTRATION = re.compile(r" (?:administration|government|regime)\b")
_IN_CAPITALS = re.compile(r" (?:Administration|Government|Regime)$")
_MOST_STEPS = 5
_COUNT_REACH = 40
_POLICIES = {"state": "government", "forces": "armed-forces"}
_MOST_BEFORE = 20
#: One noun for what news calls by several.
_PLURAL = {"militia": "militias", "militia group": "militias", "militiaman": "militias", "militant": "militants", "rebel group": "rebels",
           "rebel fighter": "rebels", "rebel forces": "rebels", "insurgent group": "insurgents", "insurgency": "insurgents",
           "armed faction": "armed groups", "separatist rebel": "separatists", "gunman": "gunmen", "paramilitary": "paramilitaries",
           "guerrilla group": "guerrillas", "proxy": "proxies"}


class _Description(msgspec.Struct, frozen=True):
    """A description as far as it has been read."""

    label: list[str]  #: what tells it from others of its noun: ["Iranian-backed"]
    owner: Name  #: the last name that says whose it is
    at: int  #: how far it has been read
    last: str = ""  #: the word read last
    noun: str = ""
    end: int = 0  #: the end of the noun
    backed: bool = False  #: the owner only backs it
    owned: bool = False  #: it begins with "Sudan's", not with "Sudanese"


class Group(msgspec.Struct, frozen=True):
    """One description of actors."""

    span: tuple[int, int]
    key: str | None
    label: str
    type: str
    of: str | None
    country: str | None
    rule: str
    form: ActorForm = "nominal"


def groups(context: Context) -> Iterator[Group]:
    """Every description in an article, in text order; then those that hang on other names ("Lebanon's Hezbollah", "its forces")."""
    listed = words(context.lexicon)
    services = _services(context.lexicon)
    used = -1
    for index, name in enumerate(context.names):
        if name.span.start < used or not _modifies(name):
            continue
        group = _described(context, index, listed, services)
        if group:
            used = group.span[1]
            yield group
    yield from _administrations(context)
    yield from _owned(context)
    yield from _its(context, services)


def _modifies(name: Name) -> bool:
    """Whether a name can say whose a group is."""
    if name.form == "demonym":
        return True
    entity = name.entity
    return name.kind == "organisation" or (entity is not None and (entity.state is not None or entity.type == "state"))


def _services(lexicon: Lexicon) -> dict[str, str]:
    """National services by the small words that tell of them: "troops" -> "armed-forces"."""
    rows = lexicon.tables.get("services", ())
    return {word: row["key"] for row in rows for column in ("words", "heads") for word in row[column].split(";") if word and word.islower()}


def _described(context: Context, index: int, listed: Words, services: dict[str, str]) -> Group | None:
    """The description that begins with the name at `index`; None where no noun for a group follows."""
    text, name = context.reading.text, context.names[index]
    described = _Description([_adjective(name)], name, name.span.end)
    if relation := _RELATION.match(text, name.span.end):
        described = _Description([f"{described.label[0]}-{relation[1].lower()}"], name, relation.end(), backed=True)
    elif name.form == "name" and (owns := _OWNS.match(text, name.span.end)):
        described = msgspec.structs.replace(described, at=owns.end(), owned=True)
    for _ in range(_MOST_STEPS):
        following = _demonym_at(context, index, described.at + 1)
        if following and not described.noun and text[described.at] == " ":
            label = [*described.label, _adjective(following)]
            described = _Description(label, following, following.span.end)
        elif step := _service_at(text, described.at, services) or _STEP.match(text, described.at):
            if step[1][0].isupper() and step.start() >= context.reading.article.body_start:
                break  # "League Women" is a name
            taken = _step(described, step[1], step.end(), listed, services)
            if taken is None:
                break
            described = taken
        else:
            break
    return _made(context, index, described, listed, services) if described.noun else None


def _service_at(text: str, offset: int, services: dict[str, str]) -> re.Match[str] | None:
    """The two words of a national service: "coast guard", of which neither says so alone."""
    pair = _PAIR.match(text, offset)
    return pair if pair and pair[1] in services else None


def _demonym_at(context: Context, index: int, offset: int) -> Name | None:
    """The demonym that begins at an offset, among the names right after `index`."""
    return next((n for n in context.names[index + 1 : index + 3] if n.span.start == offset and n.form == "demonym"), None)


def _step(described: _Description, word: str, end: int, listed: Words, services: dict[str, str]) -> _Description | None:
    """The description with one word more; None where the word is no part of it."""
    low = _POSSESSIVE.sub("", word.lower())
    if len(low) < len(word) and listed.groups.get(low, ("", "", ""))[2] == "unnamed":
        return None  # "Iranian women's rights"
    end -= len(word) - len(low)
    phrase = f"{described.last} {low}".strip()
    if phrase in listed.groups or phrase in services:
        label = described.label[:-1] if described.label[-1].lower() == described.last else described.label
        return msgspec.structs.replace(described, noun=phrase, label=label, last=low, at=end, end=end)
    if low in listed.groups or low in services:
        return msgspec.structs.replace(described, noun=low, last=low, at=end, end=end)
    if described.noun or low not in listed.lists["modifier"]:
        return None
    label = [*described.label, word] if low in listed.lists["telling"] else described.label
    return msgspec.structs.replace(described, label=label, last=low, at=end)


def _adjective(name: Name) -> str:
    """How a state stands before a noun: by its demonym, whichever way the article writes it."""
    entity = name.entity
    if entity is None:
        return name.label
    demonym = next((alias.text for alias in entity.aliases if alias.form == "demonym"), None)
    return demonym or entity.name


def _made(context: Context, index: int, described: _Description, listed: Words, services: dict[str, str]) -> Group | None:
    """The group that a description tells of; None where it tells of nobody ("Hamas government")."""
    text, noun, start = context.reading.text, described.noun, context.names[index].span.start
    span = (start, described.end)
    following = (n for n in context.names[index + 1 : index + 4] if n.span.start == described.end + 1)
    named = next((n for n in following if text[described.end] == " "), None)
    if named and named.kind in ("person", "organisation"):
        return _apposed(named, start) if named.kind == "organisation" else None  # "Iraqi official Ali ..." is a role
    state = None if described.backed else _state(context.lexicon, described.owner)
    singular, kind, policy = listed.groups.get(noun, (noun, "armed_group", "group"))
    service = services.get(noun) or _POLICIES.get(policy)
    if service and not described.backed:
        if state is None:
            return None if policy == "state" else _of_body(described.owner, span)
        return _service(context.lexicon, state, service, span)
    if count := _COUNT.search(text, max(0, start - _COUNT_REACH), start):
        span = (count.start(), described.end)
    if described.owned:
        return None  # "Iran's official news agency", "Israel's militia ally"
    country = state.country if state else None
    if policy == "group":
        if described.owner.kind == "organisation" and not described.backed:
            return _of_body(described.owner, span)
        label = " ".join([*described.label, plural(singular)])
        return Group((span[0], _aligned(context, index, span[1])), slug(label), label, kind, None, country, "actors.group")
    body = described.owner.key if described.owner.kind == "organisation" and not described.backed else None
    return Group(span, None, text[span[0] : span[1]], kind, state.key if state else body or None, country, "actors.unnamed")


def administers(context: Context, name: Name) -> Entity | None:
    """Whose a government is that is written like a name: "the Obama Administration"."""
    if name.kind != "organisation" or name.entity is not None or not _IN_CAPITALS.search(name.label):
        return None
    return context.lexicon.by_surname.get(_IN_CAPITALS.sub("", name.label))


def _administrations(context: Context) -> Iterator[Group]:
    """"The Bush administration": the government of the country that the person is of, where that is known."""
    text, states = context.reading.text, words(context.lexicon).states
    for name in context.names:
        person, after = administers(context, name), _ADMINISTRATION.match(text, name.span.end) if name.kind == "person" else None
        if not person and after is None:
            continue
        person = person or name.entity
        state = states.get(person.country or "") if person else None
        span = (name.span.start, after.end() if after else name.span.end)
        if state:
            yield _service(context.lexicon, state, "government", span, "actors.administration")
        else:
            yield Group(span, None, text[slice(*span)], "organisation", name.key or None, None, "actors.administration")


def _apposed(named: Name, start: int) -> Group | None:
    """"Palestinian militant group Hamas" is Hamas."""
    group = _of_body(named, (start, named.span.end))
    return msgspec.structs.replace(group, rule="actors.apposition", form="appositive") if group else None


def _owned(context: Context) -> Iterator[Group]:
    """"Lebanon's Hezbollah": an armed group or a force with the country that it is of."""
    for owner, named in pairwise(context.names):
        if named.kind != "organisation" or (named.entity.type if named.entity else named.type) not in ("armed_group", "military"):
            continue
        country = _state(context.lexicon, owner)
        apposed = _apposed(named, owner.span.start)
        if country and apposed and context.reading.text[owner.span.end : named.span.start] in ("'s ", "’s "):
            yield msgspec.structs.replace(apposed, country=apposed.country or country.country)


def _service(lexicon: Lexicon, state: Entity, service: str, span: tuple[int, int], rule: str = "actors.service") -> Group:
    """A national service, told of by a noun."""
    entity = lexicon.services.get(state, service)
    return Group(span, entity.key, entity.name, entity.type, state.key, state.country, rule)


def plural(singular: str) -> str:
    """One noun for what news calls by several: "militias" for "militia group"."""
    if singular in _PLURAL:
        return _PLURAL[singular]
    if singular.endswith("s"):
        return singular
    return f"{singular[:-1]}ies" if singular.endswith("y") else f"{singular}s"


def _state(lexicon: Lexicon, name: Name) -> Entity | None:
    """The state that a name stands for."""
    entity = name.entity
    if entity is None:
        return None
    if entity.type == "state":
        return entity
    return lexicon.entities.get(("actor", entity.state)) if entity.state else None


def _of_body(owner: Name, span: tuple[int, int]) -> Group | None:
    """"Taliban fighters" are the Taliban."""
    if owner.kind != "organisation" or not owner.key:
        return None
    entity = owner.entity
    kind = entity.type if entity else owner.type or "organisation"
    return Group(span, owner.key, owner.label, kind, entity.of if entity else None, entity.country if entity else None, "actors.members")


def _aligned(context: Context, index: int, end: int) -> int:
    """The end of the description with "aligned with Iran" behind it."""
    text = context.reading.text
    for name in context.names[index + 1 : index + 4]:
        if end < name.span.start <= end + _COUNT_REACH and _ALIGNED.fullmatch(text[end : name.span.start]):
            return name.span.end
    return end


def _its(context: Context, services: dict[str, str]) -> Iterator[Group]:
    """"Its forces": the forces of the one state that the sentence named as an actor before."""
    starts = [name.span.start for name in context.names]
    for match in _ITS.finditer(context.reading.text):
        sentence = context.reading.sentence_at(match.start())
        if sentence is None:
            continue
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, match.start())
        before = [n for n in context.names[max(first, last - _MOST_BEFORE) : last] if n.actor or n.kind == "organisation"]
        states = {state.key: state for name in before if (state := _state(context.lexicon, name))}
        if len(states) == 1 and all(_state(context.lexicon, name) for name in before) and match[1] in services:
            (state,) = states.values()
            yield _service(context.lexicon, state, services[match[1]], match.span(), "actors.its")
