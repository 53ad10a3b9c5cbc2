"""What is told of each counted phrase: its role by its noun, by the words beside it, or by the phrase it is joined to.

Refuses bare numbers that nothing is told of, and one person who did not come to harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from ...model import QuantityRole
from ...reading import Reading
from .._lookup import word_set
from ._phrase import NO_UNIT, Item, Phrase, Unit
from ._roles import role, supposed
from ._sides import FIGHTERS, sides
from ._singles import befell
from ._sums import AND, ASIDE_AND, ASIDE_HIS, FURTHER, LISTED, NAMED, WITH, summed
from ._verbs import Verbs
from ._wholes import counted_before

#: Roles that befall people.
OF_PEOPLE = frozenset(("killed", "injured", "missing", "captured", "displaced"))
_PEOPLE = frozenset((None, "person", "troop", "family", "life", "body"))


def told(reading: Reading, found: Iterable[Phrase], table: Verbs) -> list[Item]:
    """The phrases that tell something, each with its role, and the sums of those that share a fate; in text order."""
    items: list[Item] = []
    before: Item | None = None
    harmed: Item | None = None
    for phrase in found:
        led = harmed if harmed and _shares(reading, phrase, harmed) else before
        item = _tell(reading, phrase, led if led and _continues(reading, phrase, led) else None, table)
        if item is not None and phrase.by == "all":
            item = counted_before(reading, item, items)
        if item is not None:
            items.append(item)
            before = before if item.pending else item
            harmed = item if item.role in ("killed", "injured") else harmed
    told_of = (item for item in _shared(reading, items) if not item.pending)
    dated = [_dated(reading, item) for item in _once(reading, summed(reading, told_of))]
    return [item for item in dated if item.phrase.by == "number" or item.rule != "quantities.earlier"]


def _dated(reading: Reading, item: Item) -> Item:
    """The item, with a rule of its own where the words before it put a toll before the news ("linked to an attack that killed 12"), and
    where it counts one person who is known already: "he", "the driver", a name."""
    start = reading.sentences[item.phrase.sentence].start
    earlier = _EARLIER.search(reading.text, max(start, item.phrase.start - 150), item.phrase.start)
    if item.role in OF_PEOPLE and (earlier or _BY_NOW.match(reading.text, item.phrase.end)):
        return msgspec.structs.replace(item, rule="quantities.earlier")
    known = item.rule == "quantities.one" and item.phrase.by in ("the", "name")
    return msgspec.structs.replace(item, rule="quantities.known") if known else item


_EARLIER = re.compile(
    r"\b(?:responsible for|(?:linked|connected|tied) to|in connection with|accused of|blamed for|suspected (?:of|in)"
    r"|(?:involved|implicated) in|wanted (?:for|in)|(?:convicted|guilty|charged|acquitted) (?:of|with)"
    r"|anniversary|commemorat\w+|previous(?:ly)?|an earlier"
    r"|remember\w*|reminded of|recall\w*|memory of|reminiscent of"
    r"|(?:arrested|detained|jailed|imprisoned|sentenced|indicted|charged|extradited|tried|trial|prison|custody)\b"
    r"[^.;:,]{0,40}? (?:for|over)"
    r"|(?:earlier|originally|initially|first) reported"
    r"|led an? \w+ (?:that|which)|one of which|history of|(?:thought|believed|suspected|alleged|known|claim(?:ed|s|ing)?) to have"
    r"|used (?:in|for)"
    r"|(?:direct|plann|order|organi[sz]|mastermind|orchestrat|coordinat|facilitat)ed (?:[^.;:,]{0,50} )?"
    r"(?:attacks?|bombings?|ambush(?:es)?|explosions?|killings?|raids?)"
    r"|(?:for|behind|of|to) an? (?:[\w-]+ ){0,3}(?:attack|blast|bombing|ambush|explosion|raid|bomb) (?:that|which)"
    r"|had (?:been |already )?(?:killed|wounded|injured|captured|displaced))\b"
    r"(?:[^.;:,]|\.(?= [\da-z])|,(?= (?:\d|which|where|in which|including))){0,90}\Z",
    re.IGNORECASE,
)


def _shared(reading: Reading, items: list[Item]) -> list[Item]:
    """What befalls the last of a list befalls all: "two soldiers, nine civilians and three rebels killed"."""
    for at in range(len(items) - 2, -1, -1):
        item, after = items[at], items[at + 1]
        if after.pending and at + 2 < len(items):
            after = items[at + 2]  # "one soldier, a medic, and two drivers"
        person = item.role == "other" and item.phrase.unit.name in ("person", "troop") and item.phrase.unit.known
        between = LISTED.fullmatch(reading.text, item.phrase.end, after.phrase.start)
        listed = item.phrase.sentence == after.phrase.sentence and between is not None
        if between is not None and between[0] == ", ":
            listed = listed and item.phrase.by != "name"  # "According to Smith, six were killed"
        listed = listed and not _OF_WHOM.match(reading.text, after.phrase.end)  # "20 fighters, nine of whom were killed"
        if person and listed and after.role in OF_PEOPLE and after.rule in ("quantities.verb", "quantities.joined", "quantities.one"):
            items[at] = Item(item.phrase, after.role, "quantities.joined")
    return items


_OF_WHOM = re.compile(r" of (?:whom|them)\b")
#: ... whom somebody dealt with has met that fate by now, on no certain day.
_BY_NOW = re.compile(r" of whom (?:have|has) ")
_DOING = re.compile(r"ing\b")


def _once(reading: Reading, items: Iterable[Item]) -> Iterator[Item]:
    """The items without a person told before: "the soldier" after "a soldier", a name for the second time; the title is another telling."""
    seen: set[tuple[str, str]] = set()
    titled = True
    for item in items:
        if titled and reading.sentences[item.phrase.sentence].paragraph:
            titled = False
            seen.clear()
        by = item.phrase.by
        last = reading.tokens[item.phrase.last_token].text
        again = item.rule == "quantities.one" and by in ("the", "name") and (item.role, last if by == "name" else "") in seen
        if again:
            continue
        if item.phrase.low == item.phrase.high == 1:
            seen.update(((item.role, last), (item.role, "")))
        yield item


#: How far, in code points, a phrase may stand behind the one it is joined to.
_NEAR = 200
_AMONG_THEM = re.compile(r"(?:Among|Of) (?:them|those|these)\b[\w, ]{0,20}|(?:They|These|Those) include[ds]? ")


def _continues(reading: Reading, phrase: Phrase, before: Item) -> bool:
    """Whether a phrase may take its role from the one before: in its sentence, or "Among them were 48 civilians"."""
    if before.phrase.sentence == phrase.sentence:
        return phrase.start - before.phrase.end <= _NEAR
    start = reading.sentences[phrase.sentence].start
    return before.phrase.sentence == phrase.sentence - 1 and bool(_AMONG_THEM.fullmatch(reading.text, start, phrase.start))


def _shares(reading: Reading, phrase: Phrase, harmed: Item) -> bool:
    """Whether a phrase shares a death or a wound told before it in its sentence, whoever else is counted between."""
    between = reading.text[harmed.phrase.end : phrase.start] if harmed.phrase.sentence == phrase.sentence else ""
    return bool(between) and (_died_with(harmed, between) or bool(ASIDE_AND.fullmatch(between)))


def _tell(reading: Reading, phrase: Phrase, before: Item | None, table: Verbs) -> Item | None:
    """The role of a phrase: by its noun, by the words beside it, by the phrase it is joined to. None for a bare number."""
    unit = phrase.unit
    if unit.role in ("money", "percent", "distance"):
        return Item(phrase, unit.role, f"quantities.{unit.role}")
    own = role(reading, phrase, table)
    if own is not None and own.role == "missing" and _is_wanted(reading, phrase):
        own = None
    if before is not None and before.phrase.bare and reading.text[before.phrase.end : phrase.start] == " of the ":
        return Item(phrase, "other", "quantities.noun")  # "six of the eight men were killed"
    if phrase.by != "number":
        harmed = own is not None and befell(reading, phrase, own)
        joined = _joined(reading, phrase, before) if before and not own and _closes(reading, phrase) else None
        return joined or Item(phrase, own.role if own and harmed else "other", "quantities.one")
    if own is not None and own.supposed:
        return Item(phrase, "other", "quantities.supposed") if unit.name else None
    if unit.role in ("killed", "injured", "missing"):
        return _by_harm(reading, phrase)
    if own is not None and own.role in ("killed", "injured") and not unit.known:
        return Item(phrase, own.role, "quantities.verb")
    thing = unit.known and unit.role in ("other", "targeted")
    if own is not None and (unit.name in _PEOPLE or (thing and own.role in ("targeted", "deployed"))):
        return Item(_of_persons(phrase, own.role), own.role, "quantities.verb")
    if before is not None and unit.name in _PEOPLE and (joined := _joined(reading, phrase, before)):
        return joined
    return _by_noun(reading, phrase)


def _is_wanted(reading: Reading, phrase: Phrase) -> bool:
    """Whether those who are looked for are wanted rather than missing: "searching for three suspects"."""
    words = reading.text[phrase.start : phrase.end]
    return bool(_WANTED.search(words)) or sides(words) == FIGHTERS


#: Beside the fighters of _sides.
_WANTED = re.compile(r"\b(?:suspects?|fugitives?|escapees?|kill(?:er|ers)|kidnappers?|robbers?|culprits?|perpetrators?)\b", re.IGNORECASE)


def _by_harm(reading: Reading, phrase: Phrase) -> Item:
    """The role of a noun of harm; lives that are not lost, and deaths that may come, are none."""
    sentence = reading.sentences[phrase.sentence]
    around = reading.text[max(sentence.start, phrase.start - 40) : min(sentence.end, phrase.end + 12)]
    lost = phrase.unit.name != "life" or _LOST.search(around)
    if not lost or supposed(reading, sentence, phrase.start) or _next(reading, phrase) in _POSSIBLE:
        return Item(phrase, "other", "quantities.supposed")
    return Item(phrase, phrase.unit.role, "quantities.noun")


_POSSIBLE = frozenset(("could", "would", "might", "can"))  #: "thousands of deaths could be prevented"
_LOST = re.compile(r"\b(?:claim(?:s|ed|ing)?|costs?|costing|tak(?:e|es|ing|en)|took|los(?:e|es|t|ing|s))\b", re.IGNORECASE)
_JOINED = re.compile(
    rf"(?:{NAMED},? (?:and|or|plus) |, |[^.;:]{{0,60}}?,? (?:including|among them|of whom|of them) (?:[^.;:]{{0,40}}, (?:and )?)?"
    r"|,? as well as |, as (?:was|were) )"
    r"(?:his |her |their |the |a )?"
)
#: ... and where they were: "five children in a bus and two drivers".
_FAR = re.compile(r" (?:in|on|at|near|aboard|from|of) [^.;:,\d]{1,70}? and (?:his |her |their |the |a )?")
_ELLIPSIS = re.compile(r"[^.;:]{0,60}\b(?:and|compared (?:to|with)|against|than|to|,) (?:only |just )?")


def _joined(reading: Reading, phrase: Phrase, before: Item) -> Item | None:
    """The role, or the noun too, of the phrase before: "three soldiers and two civilians", "900 troops in Syria and 2,500 in Iraq"."""
    apart = before.phrase.sentence != phrase.sentence
    between = reading.text[before.phrase.end : phrase.start]
    far = _closes(reading, phrase) and (_FAR.fullmatch(between) or ASIDE_AND.fullmatch(between) or _died_with(before, between)
                                     or (phrase.by == "his" and ASIDE_HIS.fullmatch(between))
                                     or (FURTHER.match(reading.text, phrase.start) and AND.fullmatch(between)))
    if before.role in OF_PEOPLE and phrase.unit.role == "other" and (apart or _JOINED.fullmatch(between) or far):
        return Item(_of_persons(phrase, before.role), before.role, "quantities.joined")
    if phrase.unit is NO_UNIT and before.phrase.unit.name and _ELLIPSIS.fullmatch(between) and _stands_alone(reading, phrase):
        return Item(msgspec.structs.replace(phrase, unit=before.phrase.unit), before.role, "quantities.ellipsis")
    return None


def _by_noun(reading: Reading, phrase: Phrase) -> Item | None:
    """The role that the noun itself gives; "40 who fled" are persons, and one attack or strike is no count of them."""
    if phrase.bare and _next(reading, phrase) == "who":
        return Item(msgspec.structs.replace(phrase, unit=Unit("person", "other")), "other", "quantities.noun")
    if phrase.unit.name is None or (phrase.low == phrase.high == 1 and phrase.unit.role == "event_count"):
        return None
    if phrase.unit.name == "troop" and _next(reading, phrase, skip=_STILL) in ("in", "to", "at", "on", "into", "along", "across", "around"):
        return Item(phrase, "deployed", "quantities.noun")
    if phrase.unit.role == "source_count" and not _speaks(reading, phrase):
        return Item(phrase, "other", "quantities.noun")
    return Item(phrase, phrase.unit.role, "quantities.noun")


def _of_persons(phrase: Phrase, role: QuantityRole) -> Phrase:
    """Persons: "12 were killed" does not say whom it counts."""
    return msgspec.structs.replace(phrase, unit=Unit("person", role)) if phrase.unit.name is None and role in OF_PEOPLE else phrase


#: Behind a person who only stands in a list: no verb of the person's own follows.
_CLOSERS = word_set("""
    . , ; in on at near when after before during by with who and while outside inside from as also dead
    today yesterday overnight early late last monday tuesday wednesday thursday friday saturday sunday
""") | {""}
_THEIRS = re.compile(r" of (?:his|her|their|the) ")
_STILL = frozenset(("now", "still", "currently", "already"))


def _died_with(before: Item, between: str) -> bool:
    """Whether a phrase shares a death or a wound: "killed in a crash alongside his two sons", not "killed while fighting alongside"."""
    return before.role in ("killed", "injured") and bool(WITH.fullmatch(between)) and not _DOING.search(between)


def _closes(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase has no verb of its own behind it; "two of his guards" may have one, but seldom has."""
    return _next(reading, phrase) in _CLOSERS or bool(_THEIRS.match(reading.text, phrase.end))


def _next(reading: Reading, phrase: Phrase, skip: frozenset[str] = frozenset()) -> str:
    """The word behind a phrase, in small letters; a full stop at the end of its sentence."""
    last = reading.sentences[phrase.sentence].tokens[1]
    words = (reading.tokens[at].text.lower() for at in range(phrase.last_token + 1, min(phrase.last_token + 3, last)))
    return next((word for word in words if word not in skip), ".")


def _stands_alone(reading: Reading, phrase: Phrase) -> bool:
    return _next(reading, phrase) in ("in", "from", "at", "on", ",", ".", ";", "elsewhere", "last", "to")


_SAYS = re.compile(
    r"\b(?:according to|sa(?:id|ys?)|told|report(?:ed|s)|confirm(?:ed|s)?|quot(?:ed|ing|es)|cit(?:ed|ing|es)|spoke|describ(?:ed|es)|by"
    r"|claim(?:ed|s)?)\b",
    re.IGNORECASE,
)


def _speaks(reading: Reading, phrase: Phrase) -> bool:
    """Whether those who are counted are the source of what is told."""
    text, sentence = reading.text, reading.sentences[phrase.sentence]
    before = text[max(sentence.start, phrase.start - 24) : phrase.start]
    return bool(_SAYS.search(before) or _SAYS.search(text[phrase.end : min(sentence.end, phrase.end + 30)]))
