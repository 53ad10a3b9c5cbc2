"""Names of persons, organisations and places by exact span ("the" stripped), as CoNLL counts them.

Our kinds are finer than theirs: a person is PER; an organisation, military, armed group or medium is ORG; a place is
LOC, and so is a state, which these texts call a place even where it acts. Peoples and demonyms ("Iranian") are MISC
there and are not counted.
"""

from __future__ import annotations

import re
from typing import Any

from briefing.model import LocationFact, Span
from briefing.spans import longest_first, overlaps

from ._score import Score, Scores, dedupe, one_to_one
from ._texts import Case, gold_span

CLASSES = {"person": "PER", "organisation": "ORG", "military": "ORG", "armed_group": "ORG", "media": "ORG", "state": "LOC"}
#: Small words that stand inside names.
_SMALL = frozenset(re.findall(r"\w+", "of the and for in on at to with al el de la le du des da do dos van von der den di bin ibn y e"))
_PRONOUNS = frozenset(re.findall(r"\w+", "i we he she you they it my our his her your their its who this that these those"))
_OWNER = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

Named = tuple[Span, str]  #: where, and PER, ORG or LOC


def plain(case: Case) -> Scores:
    """For the files whose readers marked names and nothing else."""
    wanted = [(case.bare(gold_span(item)), item["type"]) for item in case.text.gold["entities"]]
    return {"names": one_to_one(found(case), wanted, lambda a, b: a == b)}


def mentions(case: Case) -> Scores:
    """For files that mark every mention: those of the three types that are names, the longest where they nest.

    They mark a person with title and office ("U.S. President Donald Trump"): a name that ends where that ends is the
    person, and what else is in the phrase is a name of its own.
    """
    until = max((item["end"] for kind in ("entities", "times") for item in case.text.gold[kind]), default=0)
    named = dedupe((_bare(case, item), item["type"]) for item in case.text.gold["entities"] if _is_name(case, item))
    wanted = _outer(named, "PER") + _outer(named, "ORG", "LOC")
    # What they mark as a name of another type, or inside a longer name, counts neither way.
    idle = {span for span, _ in named} - {span for span, _ in wanted}
    given = [n for n in found(case) if n[0].end <= until and n[0] not in idle]
    return {"names": one_to_one(given, wanted, _same), "names.typed": _typed(case, given, wanted)}


def _typed(case: Case, given: list[Named], wanted: list[Named]) -> Score:
    """Found somewhere in its phrase and given the right type: these texts mark "Acme CEO Ann Lee" and "Derby, England" whole."""
    marked = [(gold_span(item), item["type"]) for item in case.text.gold["entities"]]
    wrong = [name for name in given if not any(_touches(name, phrase) for phrase in marked)]
    missed = [phrase for phrase in wanted if not any(_touches(name, phrase) for name in given)]
    return Score(len(given) - len(wrong), len(given), len(wanted) - len(missed), len(wanted), tuple(wrong), tuple(missed))


def _touches(ours: Named, gold: Named) -> bool:
    return ours[1] == gold[1] and overlaps(ours[0], gold[0])


def _outer(named: list[Named], *types: str) -> list[Named]:
    return longest_first([n for n in named if n[1] in types], span=lambda n: n[0])


def _same(ours: Named, gold: Named) -> bool:
    if ours[1] != gold[1]:
        return False
    return ours[0] == gold[0] or (gold[1] == "PER" and ours[0].end == gold[0].end and ours[0].start >= gold[0].start)


def found(case: Case) -> list[Named]:
    """The names that we give, flat: where one holds another ("Bank of England"), the longer.

    A name that ends in a small letter ("U.S. forces") is a phrase to these texts; the name is what it holds.
    """
    named: list[Named] = []
    for span, fact in case.named():
        kind = "LOC" if isinstance(fact, LocationFact) else CLASSES.get(fact.attrs.type)
        if kind and fact.attrs.form in ("name", "metonym") and not _ends_small(fact.quote):
            named.append((case.bare(span), kind))
    # A place and a state on one span are one name; a place and an organisation are not, and the actor is what is meant.
    ordered = sorted(dedupe(named), key=lambda n: n[1] == "LOC")
    return longest_first(ordered, span=lambda n: n[0])


def _ends_small(quote: str) -> bool:
    words = _WORD.findall(quote)
    return bool(words) and _small(words[-1])


def _small(word: str) -> bool:
    """Whether a word has no capital; "Jong-un" and "al-Sham" have one."""
    return word == word.lower() and not word[0].isdigit()


def _is_name(case: Case, item: dict[str, Any]) -> bool:
    """Every word begins with a capital or a digit, but for the small ones inside; no pronoun."""
    span = _bare(case, item)
    words = _WORD.findall(case.text.marked[span.start : span.end])
    if not words or words[0].casefold() in _PRONOUNS:
        return False
    large = [not _small(word) for word in words]
    inside = all(big or word in _SMALL for word, big in zip(words, large, strict=True))
    return words[0][0].isupper() and large[-1] and inside


def _bare(case: Case, item: dict[str, Any]) -> Span:
    """Without "the", and without a possessive "'s" behind."""
    span = case.bare(gold_span(item))
    owner = _OWNER.search(case.text.marked, span.start, span.end)
    return Span(span.start, owner.start()) if owner else span
