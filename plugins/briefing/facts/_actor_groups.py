"""Actors told of without a name: "two U.S. officials", "Iraqi militia groups aligned with Iran", "its forces".

A description begins with a country, a people or a body that says whose they are; "officials" alone is nobody. Only armed
groups and national services get an identity: their description is what the archive can follow from article to article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..lexicon import Entity, Lexicon, slug
from ..model import ActorForm
from ..names import Name, Words, words
from ._context import Context

_STEP = re.compile(r"[ -]([^\W\d_][\w’'-]*)")
_RELATION = re.compile(r"[-‑ ](backed|led|aligned|allied|linked|affiliated|supported|trained|funded|sponsored|armed|controlled)\b", re.I)
_COUNT = re.compile(r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*|several|many|some|dozens of|hundreds of|thousands of|senior|top|an?)\s)+$", re.I)
_ALIGNED = re.compile(r" (?:(aligned|allied|affiliated|linked|associated) (?:with|to)|(backed|supported|trained|funded|armed) by|(loyal) to)(?: the)? $")
_ITS = re.compile(r"\b[Ii]ts (armed forces|forces|troops|military|soldiers|army|navy|air force)\b")
_MOST_STEPS = 5
#: One noun for what news calls by several.
_PLURAL = {"militia": "militias", "militia group": "militias", "militiaman": "militias", "militant": "militants", "rebel group": "rebels",
           "rebel fighter": "rebels", "rebel forces": "rebels", "insurgent group": "insurgents", "insurgency": "insurgents",
           "armed faction": "armed groups", "separatist rebel": "separatists", "gunman": "gunmen", "paramilitary": "paramilitaries",
           "guerrilla group": "guerrillas", "proxy": "proxies"}


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
    """Every description in an article, in text order; then "its forces" where only one state can be meant."""
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
    at, owner, label, steps = name.span.end, name, [_adjective(name)], 0
    backed = False
    if relation := _RELATION.match(text, at):
        label[-1] += f"-{relation[1].lower()}"
        at, backed = relation.end(), True
    noun, noun_end = "", at
    while steps < _MOST_STEPS:
        following = next((n for n in context.names[index + 1 : index + 3] if n.span.start == at + 1 and _modifies(n)), None)
        if following and following.form == "demonym" and text[at] == " " and not noun:
            label.append(_adjective(following))
            owner, at, backed = following, following.span.end, False
            continue
        step = _STEP.match(text, at)
        if not step or step[1].endswith(("'s", "’s")):
            break
        low = step[1].lower()
        phrase = f"{noun} {low}".strip()
        if phrase in listed.groups or phrase in services or low in listed.groups or low in services:
            noun = phrase if phrase in listed.groups or phrase in services else low
            noun_end = step.end()
        elif low not in listed.lists["modifier"] or noun:
            break
        elif low in ("militia", "militant", "rebel", "insurgent", "separatist", "islamist", "shiite", "sunni", "kurdish", "opposition"):
            label.append(step[1] if low in ("shiite", "sunni", "kurdish") else low)
        at, steps = step.end(), steps + 1
    return _made(context, name, owner, noun, noun_end, label, backed, listed, services) if noun else None


def _adjective(name: Name) -> str:
    """How a state stands before a noun: by its demonym, whichever way the article writes it."""
    entity = name.entity
    if entity is None:
        return name.label
    demonym = next((alias.text for alias in entity.aliases if alias.form == "demonym"), None)
    return demonym or entity.name


def _made(context: Context, name: Name, owner: Name, noun: str, end: int, label: list[str], backed: bool, listed: Words,
          services: dict[str, str]) -> Group | None:
    text = context.reading.text
    count = _COUNT.search(text, max(0, name.span.start - 30), name.span.start)
    start = count.start() if count and noun in listed.groups else name.span.start
    state = _state(context.lexicon, owner)
    if noun in services and not backed:
        if state is None:
            return _of_body(owner, (name.span.start, end), text)
        service = context.lexicon.services.get(state, services[noun])
        return Group((name.span.start, end), service.key, service.name, service.type, state.key, state.country, "actors.service")
    singular, kind, policy = listed.groups.get(noun, (noun, "armed_group", "group"))
    if policy == "state":
        if state is None:
            return None
        service = context.lexicon.services.get(state, "government")
        return Group((start, end), service.key, service.name, service.type, state.key, state.country, "actors.government")
    of, country = (state.key, state.country) if state and not backed else (owner.key if owner.kind == "organisation" and owner.key else None, None)
    if policy == "group":
        if owner.kind == "organisation" and not backed:
            return _of_body(owner, (start, end), text)
        described = " ".join([*label, _PLURAL.get(singular, singular if singular.endswith("s") else _plural(singular))])
        key = slug(described)
        return Group((start, _aligned(context, end)), key, described, kind, None, country, "actors.group")
    return Group((start, end), None, text[start:end], kind, of, country, "actors.unnamed")


def _plural(singular: str) -> str:
    return f"{singular[:-1]}ies" if singular.endswith("y") else f"{singular}s"


def _state(lexicon: Lexicon, name: Name) -> Entity | None:
    """The state that a name stands for."""
    entity = name.entity
    if entity is None:
        return None
    if entity.type == "state":
        return entity
    return lexicon.entities.get(("actor", entity.state)) if entity.state else None


def _of_body(owner: Name, span: tuple[int, int], text: str) -> Group | None:
    """"Taliban fighters" are the Taliban."""
    if owner.kind != "organisation" or not owner.key:
        return None
    entity = owner.entity
    kind = entity.type if entity else owner.type or "organisation"
    return Group(span, owner.key, owner.label, kind, entity.of if entity else None, entity.country if entity else None, "actors.members")


def _aligned(context: Context, end: int) -> int:
    """The end of the description with "aligned with Iran" behind it."""
    text = context.reading.text
    for name in context.names:
        if end < name.span.start <= end + 30 and _ALIGNED.fullmatch(text[end : name.span.start]):
            return name.span.end
    return end


def _its(context: Context, services: dict[str, str]) -> Iterator[Group]:
    """"Its forces": the forces of the one state that the sentence named as an actor before."""
    text = context.reading.text
    for match in _ITS.finditer(text):
        sentence = context.reading.sentence_at(match.start())
        if sentence is None:
            continue
        before = [n for n in context.names if sentence.start <= n.span.start < match.start() and (n.actor or n.kind == "organisation")]
        states = {state.key: state for name in before if (state := _state(context.lexicon, name))}
        if len(states) == 1 and all(_state(context.lexicon, name) for name in before) and match[1] in services:
            (state,) = states.values()
            service = context.lexicon.services.get(state, services[match[1]])
            yield Group(match.span(), service.key, service.name, service.type, state.key, state.country, "actors.its")
