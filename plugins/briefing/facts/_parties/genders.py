"""Whether a person of an article is a man or a woman, so that "she" means nobody called "Mr.".

Told by titles ("Mrs. Lee"), by the nouns beside a name ("spokesman Bob Ray") and by given names that only women or only men
have. A title beats a given name. Refused: a guess for whoever has none of these.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon.folding import plain
from ...model import ActorFact
from .._syntax.clauses import Line, Placed
from .._syntax.grammar import Grammar, words

#: The gender that a personal pronoun asks for.
PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_TITLES = {
    "m": words("""mr sir lord king prince duke baron count pope father brother sheikh sheik ayatollah rabbi cardinal monsignor imam emir
        sultan actor husband father-in-law son"""),
    "f": words("mrs ms miss lady dame madam queen princess duchess baroness countess sister actress wife mother widow daughter empress"),
}
#: Nouns and demonyms that end like "spokesman".
_NOT_MEN = words("human german roman norman ottoman omani oman turkman")


def identity(actor: ActorFact) -> str:
    """What is one and the same for all mentions of a person."""
    return actor.key or actor.label


def genders(lines: Sequence[Line], actors: Sequence[Sequence[Placed]], grammar: Grammar) -> dict[str, str]:
    """ "f" or "m" by a person's identity; nobody of whom the article does not tell."""
    named: dict[str, str] = {}
    titled: dict[str, str] = {}
    for line, placed in zip(lines, actors, strict=True):
        for item in placed:
            if not isinstance(item.fact, ActorFact) or item.fact.attrs.type != "person":
                continue
            who = identity(item.fact)
            by_title = _by_title(line, item)
            by_name = grammar.given.get(plain(item.fact.label.partition(" ")[0])) if " " in item.fact.label else None
            if by_title:
                titled.setdefault(who, by_title)
            if by_name:
                named.setdefault(who, by_name)
    return named | titled


def _by_title(line: Line, item: Placed) -> str | None:
    at = item.start - (item.start > 0 and line.letters[item.start - 1] == "x")  # "Mr. Lee"
    role = item.fact.attrs.role if isinstance(item.fact, ActorFact) else None
    at -= at > 1 and line.low[at - 1] == "," and line.letters[at - 2] == "w"  # "her husband, Luis,"
    nouns = (*line.low[max(0, at - 1) : at], *(role or "").lower().split())
    return next((gender for noun in nouns if (gender := told(noun))), None)


def told(noun: str) -> str | None:
    """The gender of whom a noun is said, where it tells: "spokeswoman", "Mr", "father"."""
    if noun in _TITLES["f"] or noun.endswith("woman"):
        return "f"
    return "m" if noun in _TITLES["m"] or (noun.endswith("man") and noun not in _NOT_MEN) else None
