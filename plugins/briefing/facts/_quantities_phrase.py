"""Counted phrases: a number, what is said about it before ("at least"), and the noun that it counts.

Refuses numbers that name something (AC-130, Flight 447, Resolution 1701, 3-2) and leaves out those that a time already holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ..model import QuantityRole, Span
from ..reading import Reading, Sentence, Token
from . import _numbers
from ._lookup import Same, words


class Unit(msgspec.Struct, frozen=True, gc=False):
    """What is counted, and the role of a count of it when nothing says another."""

    name: str | None
    role: QuantityRole


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """One quantity where it stands, before its role is known."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: Unit
    number: tuple[int, int]  #: the number alone
    noun: int | None  #: where the counted noun begins; None where none follows
    sentence: int
    vague: bool = False  #: "dozens", "several": no number is stated
    last_token: int = 0  #: index of the last token in Reading.tokens


NO_UNIT = Unit(None, "other")


@lru_cache(maxsize=4)
def nouns(table: Same) -> dict[str, Unit]:
    """Each counted noun, singular and plural, in small letters. Units are the singular; roles are checked by msgspec."""
    found: dict[str, Unit] = {}
    for row in table.rows:
        unit = msgspec.convert({"name": row["unit"], "role": row["role"]}, Unit)
        for word in words(row):
            found.setdefault(word.lower(), unit)
    return found


@lru_cache(maxsize=4)
def unit_pattern(table: Same) -> re.Pattern[str]:
    """A unit of measure right after a number."""
    symbols = sorted(nouns(table), key=lambda word: (-len(word), word))
    return re.compile(rf"[ -]?(?P<unit>{'|'.join(map(re.escape, symbols))}|%)(?![\w'’])" if symbols else r"(?P<unit>%)", re.IGNORECASE)


_VAGUE = (
    r"(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (?:thousands|millions|hundreds|billions))?|several(?: (?:dozen|hundred|thousand|million))?"
    r"|a (?:large |small |growing )?number|a few(?: (?:dozen|hundred|thousand))?|a handful|a couple|multiple|numerous|countless)\b"
)
_NUMBER = re.compile(
    rf"(?P<money>(?:US|A|C|CA|AU|NZ|HK|R)?[$€£¥₹] ?)?(?:(?P<low>{_numbers.CARDINAL})(?P<short>(?:bn|mn|m|k|tn)\b)?(?:(?: ?[-–—] ?| to | or )(?P<high>{_numbers.CARDINAL})(?P<short2>(?:bn|mn|m|k|tn)\b)?)?"
    rf"|(?P<vague>{_VAGUE}))(?P<plus>\+|-plus\b| plus\b| or more\b)?", re.IGNORECASE)
_FIRST = _numbers.FIRST_WORDS | frozenset([
    "a", "an", "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "several", "multiple", "numerous",
    "countless", "us", "$", "€", "£", "¥", "₹",
])
_SIGNS = frozenset("$€£¥₹")
_CURRENCIES = {"$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "R$": "BRL",
               "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}

#: What is said before a number: how it bounds the value. "floor" has no maximum, "ceiling" no minimum.
_BOUNDS = {
    "floor": r"at least|at a minimum|no (?:fewer|less) than|not less than|more than|over|upwards? of|exceeding|a minimum of|in excess of|greater than",
    "ceiling": r"up to|as many as|as much as|at most|no more than|not more than|fewer than|less than|under|below|a maximum of|maximum of",
    "about": r"nearly|almost|about|around|approximately|roughly|some|an estimated|estimated|close to|just over|just under|well over|a total of|another|an additional"
             r"|additional|a further|only|just|all|the other|other|a record|an average of|an initial",
}
_BEFORE = re.compile(r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS.items()) + r") (?:the )?\Z", re.IGNORECASE)

#: After one of these words a number is a name.
_DESIGNATES = re.compile(
    r"(?:\b(?:resolution|flight|boeing|airbus|article|articles|section|chapter|page|no\.|nos\.|number|room|route|highway|interstate|channel|radio|act|phase|level|category|day|week"
    r"|grade|gate|block|unit|camp|line|version|windows|group of|top|area|zone|type|mark|formula|world war|under|ages?|act|score of|convention|amendment|protocol|isbn|tel|telephone|phone"
    r"|appendix|annex|paragraph|verse|psalm|bbc|cbs|abc|nbc|kilometre|kilometer|km|mile|apollo|soyuz|sputnik|paragraphs|sections)"
    r" |[\w]-|#|[:/.,]|\d[ ,])\Z", re.IGNORECASE)
#: "One" as a pronoun or a figure of speech.
_PRONOUN_LED = re.compile(r"\b(?:any|the|no|every|some|this|that|which|each|only|not|as|is) \Z", re.IGNORECASE)
_PRONOUN = re.compile(r"[-.,]| (?:of|day|another|or|hand|time|more|should|can|could|must|may|would|will|thing|side|by one|that|who|which)\b", re.IGNORECASE)

#: Words that end the noun phrase of a number.
_STOPS = frozenset(
    [
        "in", "on", "at", "by", "to", "from", "for", "with", "of", "and", "or", "but", "as", "than", "that", "which", "who", "whom",
        "whose", "when", "while", "where", "after", "before", "since", "until", "during", "into", "against", "among", "between",
        "under", "over", "near", "was", "were", "is", "are", "be", "been", "being", "am", "has", "have", "had", "do", "does", "did",
        "will", "would", "could", "may", "might", "shall", "should", "can", "must", "not", "no", "nor", "if", "so", "then", "there",
        "here", "it", "he", "she", "they", "we", "i", "you", "them", "him", "us", "her", "his", "its", "their", "our", "my", "your",
        "this", "these", "those", "the", "a", "an", "said", "says", "told", "reported", "died", "dies", "die", "killed", "injured",
        "wounded", "dead", "hurt", "missing", "arrested", "detained", "captured", "kidnapped", "per", "each", "every", "more",
        "less", "ago", "later", "earlier", "out", "up", "down", "off", "about", "around", "through", "across", "within", "without",
        "including", "also", "still", "only", "just", "yet", "because", "what", "how", "why", "both", "either", "took", "take",
        "takes", "came", "come", "went", "go", "goes", "made", "make", "makes", "got", "get", "gets", "began", "begin", "left",
        "leave", "leaves", "became", "become", "fled", "flee", "remain", "remains", "remained", "lost", "lose", "crossed",
        "entered", "attacked", "opened", "fired", "attended", "gathered", "protested", "died", "suffered", "sustained", "received",
        "voted", "marched", "live", "lives", "lived", "work", "worked", "works", "stood", "sat",
    ]
)
_COLLECTIVES = frozenset([
    "set", "sets", "series", "pair", "pairs", "wave", "waves", "round", "rounds", "type", "types", "group", "groups", "kind", "kinds",
    "piece", "pieces", "string", "number", "bodies", "ton", "tons", "tonne", "tonnes", "barrel", "barrels", "members",
])
_NOT_PLURAL = frozenset([
    "us", "is", "as", "was", "has", "his", "its", "this", "thus", "yes", "always", "perhaps", "afterwards", "towards", "besides",
    "whereas", "does", "news", "sometimes", "across", "less",
])
#: Units of time, which times and ages hold.
_TIMES = frozenset("second minute hour day week month year decade century".split())
_FRACTIONS = frozenset("third quarter fifth half tenth".split())
_REACH = 6


def phrases(reading: Reading, taken: tuple[Span, ...], counted: Same, measures: Same) -> Iterator[Phrase]:
    """Every counted phrase outside the spans that are `taken`, in text order."""
    grammar = _Grammar(reading, nouns(counted), nouns(measures), unit_pattern(measures))
    blocked = {point for span in taken for point in range(span.start, span.end)}
    for sentence in reading.sentences:
        done = sentence.start
        for index in range(*sentence.tokens):
            token = reading.tokens[index]
            if token.start < done or token.start in blocked:
                continue
            if not (token.text[0].isdigit() or token.text in _SIGNS or token.text.lower() in _FIRST):
                continue
            phrase = grammar.phrase(sentence, token, done)
            if phrase is not None:
                yield phrase
                done = phrase.end


class _Grammar(msgspec.Struct, frozen=True):
    """One article with the tables that its numbers are read with."""

    reading: Reading
    counted: dict[str, Unit]
    measures: dict[str, Unit]
    measure: re.Pattern[str]

    def phrase(self, sentence: Sentence, token: Token, floor: int) -> Phrase | None:
        """The phrase that begins with the number at a token, or None where that is none."""
        text = self.reading.text
        match = _NUMBER.match(text, token.start, sentence.end)
        if match is None or not self._counts(match):
            return None
        low, high = _values(match)
        if low is None and not match["vague"]:
            return None
        unit, end, noun = self._unit(match, sentence)
        if unit.name in _TIMES or unit.name in _FRACTIONS or (low is not None and low % 1 and unit.role == "event_count"):
            return None  # an age, a share, the strength of an earthquake
        start = match.start()
        lead = _BEFORE.search(text[max(floor, start - 20) : start])
        if lead:
            start -= len(lead[0])
            low, high = (low, None) if lead["floor"] else (None, high) if lead["ceiling"] else (low, high)
        last = self.reading.token_at(end - 1)
        return Phrase(start, end, low, high, unit, match.span(), noun, sentence.index, bool(match["vague"]), last or 0)

    def _counts(self, match: re.Match[str]) -> bool:
        """Whether a number counts or measures rather than names."""
        text, start, end = match.string, match.start(), match.end()
        if start and (text[start - 1].isalnum() or text[start - 1] in "_-–"):
            return False
        if end < len(text) and (text[end].isalpha() or text[end] == "_") and not match["short"]:
            return bool(self.measure.match(text, end))
        if match["money"] or (text[end : end + 1] == "-" and self.measure.match(text, end)):
            return True
        if re.match(r"[:/]\d|\.\d|-[^\W\d]|(?:st|nd|rd|th)\b|['’]s\b", text[end : end + 6]):
            return False
        if match["low"] and match["low"].lower() == "one" and not match["high"]:
            return not _PRONOUN_LED.search(text[max(0, start - 8) : start]) and not _PRONOUN.match(text, end)
        return not _DESIGNATES.search(text[max(0, start - 14) : start])

    def _unit(self, match: re.Match[str], sentence: Sentence) -> tuple[Unit, int, int | None]:
        """What is counted, where the phrase ends, and where the noun begins."""
        text, end = match.string, match.end()
        if match["money"]:
            return Unit(_CURRENCIES.get(match["money"].strip().upper(), "USD"), "money"), end, None
        if measured := self.measure.match(text, end, sentence.end):
            return self._measured(measured, sentence)
        if match["vague"] and (of := re.compile(r" of (?:the |them\b|those\b|us\b|his |her |its |their )?").match(text, end, sentence.end)):
            if of[0].rstrip().endswith(("them", "those", "us")):
                return Unit("person", "other"), of.end(), None
            end = of.end()
        return self._noun(end, sentence)

    def _measured(self, match: re.Match[str], sentence: Sentence) -> tuple[Unit, int, int | None]:
        symbol = match["unit"].lower()
        unit = Unit("percent", "percent") if symbol == "%" else self.measures[symbol]
        return unit, match.end(), None

    def _noun(self, end: int, sentence: Sentence) -> tuple[Unit, int, int | None]:
        """Walk from the number to the head of its noun phrase: the first counted noun, else a plural close by."""
        tokens = self.reading.tokens
        first = self.reading.token_at(end) if end < sentence.end and not self.reading.text[end].isspace() else self.reading.token_at(end + 1)
        if first is None:
            return NO_UNIT, end, None
        spare: tuple[Unit, int, int] | None = None
        index, stop = first, min(first + _REACH, sentence.tokens[1])
        while index < stop:
            token = tokens[index]
            word = token.text.lower()
            if word in self.counted:
                if not (token.text[0].isupper() and word[-1] != "s"):
                    return self._head(index, sentence, tokens[first].start)
                spare = self.counted[word], token.end, token.start  # a demonym may only describe what follows
            elif word in _STOPS or not (word[0].isalpha() or word == "-"):
                break
            elif (spare is None or tokens[index - 1].end == spare[1]) and index - first <= 2 and _is_plural(token.text):
                spare = Unit(_singular(word), "other"), token.end, token.start
            index += 1
        return spare or (NO_UNIT, end, None)

    def _head(self, index: int, sentence: Sentence, noun: int) -> tuple[Unit, int, int | None]:
        """The head at `index`, or the noun that follows it ("police officers"), or what it is a set of ("sets of strikes")."""
        tokens, last = self.reading.tokens, sentence.tokens[1]
        while index + 1 < last and tokens[index + 1].text.lower() in self.counted and tokens[index + 1].text.lower() not in _STOPS:
            index += 1
        word = tokens[index].text.lower()
        unit, end = self.counted[word], tokens[index].end
        if word in _COLLECTIVES and index + 2 < last and tokens[index + 1].text == "of":
            for ahead in range(index + 2, min(index + 5, last)):
                inner = self.counted.get(tokens[ahead].text)
                if inner is not None:
                    return Unit(f"{unit.name} of {tokens[ahead].text.lower()}" if unit.role == "event_count" else inner.name, inner.role), tokens[ahead].end, noun
        return unit, end, noun


def _is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a common noun."""
    return len(word) > 3 and word[-1] == "s" and word[-2] != "s" and word.islower() and word not in _NOT_PLURAL


def _values(match: re.Match[str]) -> tuple[float | None, float | None]:
    if match["vague"]:
        return None, None
    low = _scaled(match["low"], match["short"])
    if match["high"]:
        high = _scaled(match["high"], match["short2"])
        if low is not None and high is not None and low < high:
            scale = re.search(r"(hundred|thousand|million|billion|trillion)\Z", match["high"], re.IGNORECASE)
            if scale and low < 1000 and not re.search(r"[a-z]\Z", match["low"]):
                low = _numbers.value(f"{match['low']} {scale[1]}")
            return low, high
    return low, None if match["plus"] else low


def _scaled(number: str, short: str | None) -> float | None:
    return _numbers.value(f"{number} {short}" if short else number)


def _singular(word: str) -> str:
    """A plural without its ending: "countries" is country, "boxes" is box, "wolves" stays near enough as "wolve"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]
