"""What befell those who are counted: killed, injured, missing, ... decided by the words beside a phrase.

A role needs its own words in the same clause, before the phrase ("killing eight people") or after it ("eight people were killed").
Refuses to read as fact what is only feared, threatened or supposed ("could kill hundreds"): such a phrase keeps the role "other".
"""

from __future__ import annotations

import re

from ..model import QuantityRole
from ..reading import Reading, Sentence
from ._quantities_phrase import Phrase

#: Verbs of which the phrase is the object, or nouns of which it is the genitive.
_BEFORE: tuple[tuple[QuantityRole, str], ...] = (
    ("killed", r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)|execut(?:es|ed|ing)|massacr(?:es|ed|ing)|slaughter(?:s|ed|ing)|behead(?:s|ed|ing)|assassinat(?:es|ed|ing)|slew|slaying"
               r"|shoot(?:s|ing)? dead|shot dead|gunn(?:ed|ing) down|(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|taking|took|taken) the li(?:ves|fe) of|deaths? of|loss of|killings? of|murders? of"
               r"|execution of|massacre of|bod(?:y|ies) of|(?:death toll|toll|number of dead|number of deaths|dead)[\w, ]{0,40}? (?:to|at|of|reached|is|was|stands at|stood at|above|past|exceeded|topped)"
               r"|dead included|victims included|among (?:the dead|those killed|the killed|the victims|the fatalities) (?:are|were|was|is)"),
    ("injured", r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|maim(?:ed|ing)|hospitali[sz](?:ed|ing)|injuries to|wounding of|injury of|sickening|infect(?:ed|ing)|among (?:the injured|the wounded) (?:are|were)"),
    ("captured", r"captur(?:es|ed|ing)|arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|abduct(?:s|ed|ing)?|seiz(?:ed|ing)|took hostage|taking hostage|arrests? of|jail(?:ed|ing)"
                 r"|imprison(?:ed|ing)|(?:abduction|kidnapping|capture|detention) of|hold(?:s|ing)? hostage|held hostage|rounded up|release of|freed|freeing|releas(?:ed|ing)"),
    ("displaced", r"displac(?:es|ed|ing)|evacuat(?:es|ed|ing)|uproot(?:ed|ing)|driving out|driven out|forc(?:ed|ing)(?= .* (?:to flee|from their homes))|evacuation of|displacement of|homeless"),
    ("missing", r"search(?:ing)? for|missing|looking for"),
    ("deployed", r"deploy(?:s|ed|ing)?|maintain(?:s|ed|ing)?|station(?:s|ed|ing)?|send(?:s|ing)?|sent|dispatch(?:es|ed|ing)?|deployment of|mobili[sz](?:es|ed|ing)|contribut(?:es|ed|ing)|commit(?:s|ted|ting)?"),
    ("targeted", r"target(?:s|ed|ing)?|targeting|engag(?:ed|ing)|bomb(?:ed|ing)|shell(?:ed|ing)|struck|strik(?:es|ing)|hit|hitting"),
)
_FILL = r"(?:(?:the|a|an|all|his|her|its|their|also|another|other|both|about|up to|another) )*"
_LEFT = re.compile(r"\b(?:leav(?:es|ing|e)|left) (?:the )?\Z", re.IGNORECASE)
_BEFORE_PATTERN = re.compile(
    r"\b(?:" + "|".join(f"(?P<{role}>{pattern})" for role, pattern in _BEFORE) + rf") {_FILL}\Z", re.IGNORECASE)
_BEFORE_WORDS = re.compile(
    r"kill|murder|execut|massac|slaughter|behead|assassin|slew|slay|shoot|shot|gunn|li(?:ves|fe)|death|loss|bod|toll|dead|victim|injur|wound|hurt|maim|hospital|sicken|infect"
    r"|captur|arrest|detain|kidnap|abduct|seiz|hostage|jail|prison|detention|hold|held|round|releas|free|displac|evacu|uproot|driv|forc|homeless|search|missing|looking"
    r"|deploy|maintain|station|sen[dt]|dispatch|mobili|contribut|commit|target|engag|bomb|shell|str[iu]|hit", re.IGNORECASE)

#: Words after the phrase. Participles need an auxiliary, or no object behind them ("eight killed in Baghdad").
_AFTER: dict[str, QuantityRole] = {
    **dict.fromkeys(["killed", "murdered", "executed", "massacred", "slaughtered", "beheaded", "assassinated", "slain"], "killed"),
    **dict.fromkeys(["died", "dead", "perished", "die", "dies", "deceased", "drowned"], "killed"),
    **dict.fromkeys(["injured", "wounded", "hurt", "hospitalised", "hospitalized", "maimed"], "injured"),
    **dict.fromkeys(["missing", "unaccounted"], "missing"),
    **dict.fromkeys(["captured", "arrested", "detained", "kidnapped", "abducted", "imprisoned", "jailed"], "captured"),
    **dict.fromkeys(["displaced", "evacuated", "homeless", "fled", "uprooted", "flee"], "displaced"),
    **dict.fromkeys(["deployed", "stationed", "mobilised", "mobilized"], "deployed"),
    **dict.fromkeys(["targeted"], "targeted"),
}
_INTRANSITIVE = frozenset([
    "died", "dead", "perished", "die", "dies", "deceased", "drowned", "missing", "unaccounted", "homeless", "fled", "flee",
])
_AUXILIARIES = frozenset([
    "was", "were", "been", "are", "is", "be", "being", "got", "get", "gets", "getting", "lay", "remain", "remained", "left", "believed",
    "feared", "reported", "found",
])
_SUFFERED = frozenset(["sustained", "suffered", "received", "sustaining", "suffering"])
_NO_OBJECT = frozenset(["in", "by", "on", "at", "when", "as", "after", "during", "near", "and", "or", "while", "since", "so", "outside", "from", "over", "across", "for", "inside", "before", "with", "within", "between", "but", "if", "because", "that", ".", ",", ";", ":", "-", "–", "—", ")", '"', "”", "'"])
_ENDS = frozenset([
    ";", ":", ".", "and", "or", "but", "while", "when", "after", "before", "who", "which", "that", "whose", "said", "says", "told",
    "because", "although", "though", "if", "since", "as",
])
_GOES_ON = frozenset("was were are is have has had died perished remain remained".split())
_SUPPOSED = frozenset([
    "could", "would", "might", "may", "can", "cannot", "if", "capable", "able", "threatened", "threatens", "threatening", "threat",
    "plot", "plotted", "plotting", "plan", "planned", "plans", "planning", "wants", "wanted", "tried", "try", "trying", "attempt",
    "attempted", "attempting", "intended", "intends", "vowed", "fear", "fears", "feared", "potentially", "unless", "should", "likely",
])
_REACH_AFTER = 12


def role(reading: Reading, sentence: Sentence, phrase: Phrase) -> tuple[QuantityRole | None, bool]:
    """The role that the words beside a phrase give to it (None if they give none), and whether it is only supposed."""
    text = reading.text
    before = text[max(sentence.start, phrase.start - 70) : phrase.start]
    tokens = reading.tokens
    first = reading.token_at(phrase.start)
    assert first is not None
    adjacent = tokens[phrase.last_token + 1].text.lower() if phrase.last_token + 1 < sentence.tokens[1] else ""
    if adjacent in _AFTER and phrase.noun is None and not _transitive(reading, sentence, phrase.last_token + 1):
        return _AFTER[adjacent], _supposed(reading, sentence, first)
    if _BEFORE_WORDS.search(before) and (match := _BEFORE_PATTERN.search(before)):
        return _named(match), _supposed(reading, sentence, reading.token_at(phrase.start - len(before) + match.start()) or first)
    after = _after(reading, sentence, phrase)
    if after is not None:
        return after[0], _supposed(reading, sentence, after[1], first)
    if _LEFT.search(before):
        return None, False
    return None, False


def _named(match: re.Match[str]) -> QuantityRole:
    return next(role for role, _ in _BEFORE if match[role])


def _after(reading: Reading, sentence: Sentence, phrase: Phrase) -> tuple[QuantityRole, int] | None:
    """The first verb after the phrase, if it tells what befell it, with its token."""
    tokens = reading.tokens
    index, end = phrase.last_token + 1, min(sentence.tokens[1], phrase.last_token + 1 + _REACH_AFTER)
    auxiliary = suffered = False
    while index < end:
        word = tokens[index].text.lower()
        if word == ",":
            index = _behind_aside(reading, index, sentence.tokens[1])
            end = min(sentence.tokens[1], index + _REACH_AFTER)
        elif word in _SUFFERED:
            suffered = True
        elif word in _AUXILIARIES:
            auxiliary = True
        elif suffered and word in ("injuries", "wounds", "burns", "injury", "concussion", "concussions"):
            return "injured", index
        elif word == "hostage" and tokens[index - 1].text.lower() in ("taken", "held"):
            return "captured", index
        elif word == "lost" and " ".join(t.text.lower() for t in tokens[index + 1 : index + 3]) == "their lives":
            return "killed", index
        elif word in _AFTER:
            if word in _INTRANSITIVE or auxiliary or not _transitive(reading, sentence, index):
                return _AFTER[word], index
            return None
        elif (word in _ENDS and not suffered) or word[0].isdigit():
            return None
        index += 1
    return None


def _behind_aside(reading: Reading, comma: int, end: int) -> int:
    """The comma that closes an aside, if the sentence goes on with a verb: "eight people, two of them children, were killed". Else `end`."""
    tokens = reading.tokens
    for index in range(comma + 1, min(end - 1, comma + _REACH_AFTER)):
        if tokens[index].text == "," and tokens[index + 1].text.lower() in _GOES_ON:
            return index
    return end


def _transitive(reading: Reading, sentence: Sentence, index: int) -> bool:
    """Whether a participle at a token has an object: "two soldiers killed five militants"."""
    if reading.tokens[index].text.lower() in _INTRANSITIVE or index + 1 >= sentence.tokens[1]:
        return False
    return reading.tokens[index + 1].text.lower() not in _NO_OBJECT


def _supposed(reading: Reading, sentence: Sentence, trigger: int, first: int | None = None) -> bool:
    """Whether a modal or a plan stands before the verb; for a verb after its phrase, between the two as well."""
    start = max(sentence.tokens[0], min(trigger, first if first is not None else trigger) - 5, trigger - 16)
    return any(token.text.lower() in _SUPPOSED for token in reading.tokens[start:trigger])
