"""What is news and what is background: which of an article's events it reports, and which explain it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import pairwise

from ...model import EventFact, TimeFact
from ...reading import Reading
from .._syntax.clauses import Line
from .._syntax.grammar import Grammar, words
from ._found import VERBAL, Found

_OLD = frozenset(("previous", "previously", "earlier", "past", "recent", "former", "last", "since", "historic", "formerly", "ago", "prior",
                  "similar"))
_YEAR = re.compile(r"\d{4}")
_SAYING = frozenset(("said", "says", "reported", "reports", "announced", "announces", "stated", "confirmed", "confirms", "revealed",
                     "disclosed", "claimed", "admitted", "learned", "told"))
_TOP_LINES = 2
_REMEMBRANCE = frozenset(("anniversary", "commemorate", "commemorates", "commemorated", "commemorating", "commemoration", "remembrance"))
_MEMORY = 10  #: tokens between a remembrance and what is remembered
#: What ranks a deed among others: "one of the deadliest attacks since April".
_RANKS = words("""deadliest worst biggest largest bloodiest heaviest fiercest gravest deadly latest first second third fourth fifth sixth
    seventh eighth ninth tenth 10th""")
_ROWS = words("string series wave spate rash succession")
#: Classes of words that stand between a rank and its deed: "in one of the deadliest and most brazen attacks".
_RANKED = frozenset("dwWa#-cz")
_RANK_REACH = 12
#: What stands in a title before what led to its news.
_AFTER = frozenset(("after", "over", "amid", "despite", "following", "ahead", "before"))
_AFTER_REACH = 4
_LONG = frozenset(("years", "decades", "months"))
#: An event dated this long before the report explains the news rather than being it.
_STALE = timedelta(days=14)
_MISHAPS = frozenset(("ACCIDENT", "DISASTER", "OUTBREAK"))
_CAUSES = _MISHAPS | {"ASSAULT"}
_LETHAL = ("kill", "leav", "left", "claim")  #: how outcomes begin that are deaths
#: Whom somebody kills, where nothing else is told: soldiers die of disease, but are not "killed" by it.
_COMBATANTS = words("""soldier soldiers policeman policemen troops guerrilla guerrillas rebel rebels militant militants insurgent insurgents
    gunman gunmen paramilitary paramilitaries servicemen marines peacekeepers""")
_BLASTS = ("explosion", "blast")
_BOMBING = frozenset(("explosives", "suicide-attack", "heavy-weapons", "aerial"))
#: What is said and asked about a deed: news of its own only where the deed is old.
_REACTIONS = frozenset(("ACCUSE", "REQUEST"))
#: What parties say to one another: in a report without a title that tells mostly of violence, its occasion.
_WORDS = _REACTIONS | {"AGREE", "CONSULT", "SUPPORT", "REJECT", "THREATEN"}
#: Violence that goes on, which is what news stands before and seldom the news.
WARS = frozenset(("war", "wars", "conflict", "conflicts", "fighting", "hostilities", "battle", "battles", "bloodshed", "combat", "clashes",
                   "violence", "offensive", "invasion", "invade", "invades", "invaded", "invading", "occupation", "genocide"))
#: ... but of which somebody dies: "five soldiers died in fighting".
_FIGHTS = frozenset(("fighting", "battle", "battles", "bloodshed", "combat", "clashes", "violence", "offensive"))
_LEAD_SENTENCES = 3
_BODY_SENTENCES = 4  #: below the lead, where a report that opens with who speaks comes to what happened
_LEAD_WORDS = 10
TITLED_LEAD = 2  #: sentences; a report without a title has one more
_TITLE_WORDS = 2
#: Behind "since" these tell a time, and no clause, as months and days do: "held since December were freed".
_WHEN = words("last then early late mid mid- yesterday")
_SCORE = "W#-#W"  #: two names with two numbers between them, as classes of words


def is_background(line: Line, found: Found, when: TimeFact | None, reported: str | None, known: Grammar) -> bool:
    """Whether the trigger is told as what came before: in the past perfect, with an old date, as "previous", "recent"."""
    if found.group is not None and found.group.perfect_past and not _told_now(line, found.group.start):
        return True
    first = found.group.start if found.group is not None else max(0, found.start - 3)
    before = line.low[first : found.start]
    if _remembered(line, found) or _circumstance(line, found) or _since(line, first, known):
        return True
    if _compared(line, found) or any(word in _OLD and not (word == "recent" and line.number <= 1) for word in before):
        return True  # at the top "a recent storm" is the news
    if when is None or not when.attrs.value:
        return False
    if not reported:
        return bool(_YEAR.fullmatch(when.attrs.value))  # news of its own year has no need to name it
    return when.attrs.value.startswith("/") or stale(when.attrs.value, reported)


def _circumstance(line: Line, found: Found) -> bool:
    """Whether the trigger only tells what somebody was doing when the news befell them ("while patrolling", "two soldiers who were
    supporting the mission"), or in a title of what the news is told ("ends sale of phone that catches fire", "after protests")."""
    if not line.number and found.group is not None:
        return line.letters[found.group.start - 1 : found.group.start] in ("r", "h")
    if not line.number and found.trigger.row["type"] not in _CAUSES | {"DEATH"}:
        return not _AFTER.isdisjoint(line.low[max(0, found.start - _AFTER_REACH) : found.start])
    if found.group is None or not line.low[found.start].endswith("ing"):
        return False
    first = found.group.start
    return line.low[first - 1 : first] == ("while",) or (first < found.start and line.low[first - 1 : first] == ("who",))


def _since(line: Line, start: int, known: Grammar) -> bool:
    """Whether the clause before a token says since when something else is so: "the worst attack since the army went to war"."""
    for at in range(start - 1, max(line.sentence_start(start), start - _RANK_REACH), -1):
        if line.low[at] == "since":
            return line.letters[at + 1] in "dwW" and line.low[at + 1] not in _WHEN and line.low[at + 1] not in known.calendar
        if line.letters[at] in ',;:"srh':
            return False
    return False


def _compared(line: Line, found: Found) -> bool:
    """Whether a noun only ranks what its sentence has told by a verb: ", the third attack this month", "in one of the deadliest
    attacks since April", "the latest in a string of attacks"."""
    first = line.sentence_start(found.start)
    if not line.number:
        return False
    if found.group is not None or not set(line.letters[first : found.start]) & VERBAL:
        return False
    at = found.start
    while at > max(first, found.start - _RANK_REACH) and (line.letters[at - 1] in _RANKED or line.low[at - 1] == "of" or _row(line, at)):
        at -= 1
    opens = line.letters[at - 1 : at] in (",", "b") or line.low[at - 1 : at] in (("in",), ("as",), ("among",))
    return opens and not _RANKS.isdisjoint(line.low[at : found.start])


def _row(line: Line, at: int) -> bool:
    """Whether the token before `at` is the "in" of "the latest in a string of attacks"."""
    return line.low[at - 1] == "in" and not _ROWS.isdisjoint(line.low[at : at + 3])


def _told_now(line: Line, start: int) -> bool:
    """Whether a past perfect is only the tense of what somebody is said to say at the top: "police said that it had been attacked"."""
    told = line.low[line.sentence_start(start) : start]
    return line.number <= _TOP_LINES and not _SAYING.isdisjoint(told)


def _remembered(line: Line, found: Found) -> bool:
    """Whether the trigger is what people remember: "ninety years after the landing", "the anniversary of the bombing"."""
    before = line.low[max(line.sentence_start(found.start), found.start - _MEMORY) : found.start]
    if not _REMEMBRANCE.isdisjoint(before):
        return True
    return any(unit in _LONG and behind in ("after", "since") for unit, behind in pairwise(before[-5:]))


def stale(value: str, reported: str) -> bool:
    """Whether an ISO value, to the year, the month or the day, lies well before the day of the report."""
    first = value.split("/")[0][:10]
    if "W" in first or not first[:4].isdigit():
        return False
    if len(first) < 10:
        return first < reported[: len(first)]
    try:
        return date.fromisoformat(reported[:10]) - date.fromisoformat(first) > _STALE
    except ValueError:
        return False


def outcomes(facts: Sequence[EventFact], outcome: Sequence[bool], armed: Collection[int], *, fought: bool) -> list[str | None]:
    """The class of each event, with deaths and damage told by what caused them; None for what has no cause at all.

    "Killed" alone is an assault only where somebody does it or an attack is told. In a sentence, or else a title and
    lead, that tell of a flood or a crash instead, it is the outcome of that; without any cause it is a death. A blast is an
    accident unless a bombing is told beside it or at the top, or a sentence there is one of the `armed`, which name a bomb.
    `fought` tells whether the top names an armed group: who is "killed" then, without another cause, was killed by somebody.
    """
    causes: dict[int, dict[str, None]] = {}  # the classes told in each sentence, in order, each once
    kinds = _blasts_caused(facts, armed)
    for fact, kind, of_cause in zip(facts, kinds, outcome, strict=True):
        if not of_cause and kind in _CAUSES:
            causes.setdefault(fact.sentence, {})[kind] = None
    top = list({kind: None for sentence in sorted(causes) if sentence <= _LEAD_SENTENCES for kind in causes[sentence]})
    return [_outcome(fact, list(causes.get(fact.sentence, ())) or top, fought=fought) if of_cause else kind
            for fact, kind, of_cause in zip(facts, kinds, outcome, strict=True)]


def _blasts_caused(facts: Sequence[EventFact], armed: Collection[int]) -> list[str]:
    """The class of each event, blasts by what the sentence or the top of the article says of bombs."""
    bombed = {fact.sentence for fact in facts if fact.attrs.type == "ASSAULT" and fact.attrs.mode in _BOMBING}.union(armed)
    at_top = any(sentence <= _LEAD_SENTENCES for sentence in bombed)
    return ["ASSAULT" if fact.quote.lower().startswith(_BLASTS) and (at_top or fact.sentence in bombed) else fact.attrs.type
            for fact in facts]


def _outcome(fact: EventFact, told: list[str], *, fought: bool) -> str | None:
    if "ASSAULT" in told or (fact.attrs.source and not told):
        return "ASSAULT"
    if told:
        return told[0]
    if fact.attrs.weapons or fact.quote.lower().startswith("wound") or _is_combat(fact) or (fought and fact.quote.lower() == "killed"):
        return "ASSAULT"  # by a bomb, or as nobody is in an accident
    return "DEATH" if fact.quote.lower().startswith(_LETHAL) else None


def _is_combat(fact: EventFact) -> bool:
    return fact.quote.lower().startswith("kill") and any(not _COMBATANTS.isdisjoint(who.lower().split()) for who in fact.attrs.target)


def main_event(facts: Sequence[EventFact], opening: range, asides: Collection[int] = ()) -> int | None:
    """The index of the event that title and lead report; None where they report none.

    `opening` holds the lead's sentences, `asides` the numbers of the events that only describe somebody. The title says which class
    of event is news; the lead tells it with its place and date, so the lead's mention of that class is chosen, else the title's,
    else what the lead tells first. Who only speaks of a deed or dies of it is less news than the deed. A report without a title that
    tells mostly of violence comes to it below its lead.
    """
    fresh = _fresh(facts, asides)
    chosen = _at_the_top(facts, fresh, opening)
    if len(opening) > TITLED_LEAD and (chosen is None or facts[chosen].attrs.type in _WORDS) and _tells_violence(facts):
        below = next((i for i in fresh if _is_cause(facts[i])), None)
        return chosen if below is None else below
    return None if chosen is None else _deed_behind(facts, fresh, chosen, opening)


def below(facts: Sequence[EventFact], opening: range, asides: Collection[int] = ()) -> int | None:
    """The first act of violence or mishap shortly below a lead that reports nothing, where the article tells mostly of such."""
    near = [fact for fact in facts if fact.sentence < opening.stop + _BODY_SENTENCES]
    deeds = (i for i in _fresh(facts, asides) if _is_cause(facts[i]) and facts[i].sentence < opening.stop + _BODY_SENTENCES)
    return next(deeds, None) if _tells_violence(near, 2) else None


def _fresh(facts: Sequence[EventFact], asides: Collection[int]) -> list[int]:
    return [i for i, fact in enumerate(facts) if not fact.attrs.background and i not in asides]


def _at_the_top(facts: Sequence[EventFact], fresh: Sequence[int], opening: range) -> int | None:
    """What the title and the lead tell."""
    titled = _by_weight(facts, [i for i in fresh if facts[i].sentence == 0])
    lead = [i for i in fresh if facts[i].sentence in opening]
    for i in titled:
        same = [j for j in lead if facts[j].attrs.type == facts[i].attrs.type]
        if same and (i == titled[0] or facts[i].quote.lower() not in WARS):
            return min(same, key=lambda j: (facts[j].sentence, rank(facts[j]), facts[j].quote.lower() in WARS, -_told(facts[j]), j))
    early = titled or [i for i in lead if facts[i].sentence == opening.start]
    early = early or [i for i in lead if facts[i].sentence < opening.stop - 1 and _is_cause(facts[i])]
    return _by_weight(facts, early)[0] if early else None


def _by_weight(facts: Sequence[EventFact], numbers: Sequence[int]) -> list[int]:
    """Events told together, the news first: deaths come after what caused them, if that is told at all."""
    caused = any(_is_cause(facts[i]) and facts[i].rule != "events.outcome" for i in numbers)
    return sorted(numbers, key=lambda i: (rank(facts[i]) if caused or rank(facts[i]) < 2 else 0, i))


def _tells_violence(facts: Sequence[EventFact], least: int = 3) -> bool:
    """Whether half of some events, and at least a few, are acts of violence or mishaps."""
    told = sum(map(_is_cause, facts))
    return told >= least and told * 2 >= len(facts)


def _deed_behind(facts: Sequence[EventFact], fresh: Sequence[int], chosen: int, opening: range) -> int:
    """The act of violence that is condemned, looked into or answered in the same sentence; what somebody died of there, or where
    the lead says the same again."""
    of = facts[chosen]
    beside = [i for i in fresh if facts[i].sentence == of.sentence and i > chosen]
    if of.attrs.type in _REACTIONS:
        deeds = [i for i in beside if _is_cause(facts[i]) and facts[i].attrs.type == "ASSAULT"]
    elif of.attrs.type == "DEATH":
        same = [i for i in fresh if facts[i].sentence == of.sentence or (facts[i].sentence in opening and facts[i].quote == of.quote)]
        deeds = [i for i in same if _is_cause(facts[i]) or (i > chosen and facts[i].quote.lower() in _FIGHTS)]
    else:
        return chosen
    return min(deeds, key=lambda i: (rank(facts[i]), i), default=chosen)


def _is_cause(fact: EventFact) -> bool:
    """Whether an event is one act of violence, done or tried, or a mishap: no war, no threat."""
    return fact.attrs.type in _CAUSES and fact.quote.lower() not in WARS


def rank(fact: EventFact) -> int:
    """Deeds before nouns, and both before deaths and damage that nobody is said to have caused."""
    if fact.rule == "events.outcome" and not fact.attrs.source:
        return 2
    return int(fact.rule == "events.noun")


def _told(fact: EventFact) -> int:
    """How many of who, to whom, where and when an event tells."""
    attrs = fact.attrs
    return bool(attrs.source) + bool(attrs.target) + bool(attrs.location) + bool(attrs.date)


def lead(reading: Reading) -> range:
    """The sentences that open the report: two, from the first that is longer than a date or a byline; three where no title says
    what is news."""
    body = [s for s in reading.sentences if s.paragraph]
    first = next((s.index for s in body if s.tokens[1] - s.tokens[0] >= _LEAD_WORDS), body[0].index if body else 1)
    return range(first, first + TITLED_LEAD + (not _has_title(reading)))


def _has_title(reading: Reading) -> bool:
    """Whether the title is more than a number or a label, and not only the body's first words."""
    article = reading.article
    repeated = article.text.startswith(article.title.rstrip(".…"), article.body_start)
    return not repeated and sum(word.isalpha() for word in article.title.split()) >= _TITLE_WORDS


def is_sport(lines: Sequence[Line], grammar: Grammar) -> bool:
    """Whether an article is a sports report: one word in fifty is a sports word, or its title a score ("Easton 2-1 Weston")."""
    if any(_SCORE in line.letters for line in lines[:1] if not line.number):
        return True
    words = sum(len(line.low) for line in lines)
    found = sum(word in grammar.sporting for line in lines for word in line.low)
    return found >= 4 and found * 50 >= words
