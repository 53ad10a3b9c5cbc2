"""Letters for looking up, where a text is printed in one case: agencies' capitals, transcripts in small letters, titles that shout.

Gives a text of the same length in which sentences and names begin with capitals, as a newspaper would print them, so that every rule
after it can trust capitals. What is shown and quoted stays as printed. The names are those that the lexicon knows, those that the rest
of the article prints with capitals, and words that English does not write small. Refuses to touch a line that has both cases, and a
small line of an article that has capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..lexicon import Lexicon
from ..model import Article
from ._words import Words, words

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]{2,})?")
_BRACKETED = re.compile(r"\((?P<letters>[^\W\d_]{2,8})\)")
#: What ends a sentence, with its closing marks and the dash that follows a dateline.
_OPENING = re.compile(r"(?:^|\n|[.!?][\"”')\]]* +|\] *|-- +|[,:] (?=[\"“]))[\"“'(\[]*(?P<word>[^\W\d_]+)")
_LINE = re.compile(r"[^\n]+")
#: Letters of the two cases that nearly all one-case print is of; a rare letter more or less decides nothing.
_SMALL, _LARGE = re.compile(r"[a-zà-öø-ÿ]"), re.compile(r"[A-ZÀ-ÖØ-Þ]")
_HARDLY = 200  #: a letter of the other case in so many
_MIXED = 0.1  #: share of letters of the other case above which a line is no line of one case
_FEWEST = 12  #: letters; a shorter line may be an abbreviation or a caption
#: ... but not the line of a table or a dateline: "EASTON CITY 12 7 .632", "PORT OF EASTON 1996-08-13".
_ROW = re.compile(r"[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]*)+(?: [\d.,:/½-]+)+ ?")
_FEWEST_OF_ALL = 40  #: letters of a whole article; a shorter one may be a line that has no names
_MOST_WORDS = 5  #: of a place's name
_MOST_BACK = 10  #: words before a bracket that may spell its letters
_VOWELS = re.compile(r"[aeiouyà-ÿ]")
#: Endings of words that a list of every day's words may lack, and that no name is told by.
_ENDING = re.compile(
    r"(?:ed|ing|ly|ness|ments?|ists?|isms?|izes?|less|ships?|able|[st]ions?|tional|ers?|[ai]ties|ously?|fully?|[^aeiou]men|ivity)$"
)
_PLURAL = re.compile(r"\w{3}[^aious\W]s$")  #: "pylons", not "Caracas"
_LINKS = frozenset(("of", "the", "and", "for", "de", "del", "la", "las", "los", "el", "y"))
_DIGITS = re.compile(r" ?\d")
_DESIGNATED = re.compile(r"-\d")  #: what follows the letters of "AK-47"
_LONGEST_SERIES = 3  #: letters of a designation
_MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "march"))
#: Abbreviated titles and ranks, whose stop ends no sentence.
_SHORT_TITLE = frozenset((
    "adm", "brig", "capt", "cmdr", "col", "cpl", "dr", "gen", "gov", "lt", "maj", "mr", "mrs", "ms", "msgr", "prof", "rep", "rev", "sen",
    "sgt", "st",
))
_ABBREVIATED = re.compile(rf"\b(?:[^\W\d_]|{'|'.join(sorted(_SHORT_TITLE))})\.$")
_OPENERS = frozenset((
    "a", "an", "the", "he", "she", "it", "they", "we", "i", "in", "on", "at", "but", "this", "that", "these", "those", "his", "their",
))
_CALENDAR = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april", "june", "july", "august",
    "september", "october", "november", "december",
))


#: What a word of the stretch is: of a name; of one that names a state or a people, or of letters, behind which a noun stays small.
_NAME, _STATE = 1, 2
_SMALL_HEADS = frozenset(("army", "capital", "government", "live", "now", "police", "time", "today"))  #: mostly small behind a name
_NO_PERSON = ("function", "speech", "action")  #: lists of words that are never taken for a person's name
_ALSO_WORDS = frozenset(("us", "it", "is", "who", "may"))

Piece = tuple[int, int, str]  #: a stretch by code points, and how it is printed


def cased(article: Article, lexicon: Lexicon) -> str:
    """The article's text with the capitals of print; the text itself where it has them. As many code points, each the same letter."""
    text = article.text
    stretches = list(_one_case(text))
    if not stretches:
        return text
    listed = words(lexicon)
    shown = _shown(text, stretches)
    letters = list(text)
    for start, end in stretches:
        line = _small(text[start:end])
        letters[start:end] = _Line(line, lexicon, listed, shown).printed()
    return "".join(letters)


def _one_case(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in one case: a text that has hardly a letter of the other, else its lines in capitals."""
    small, large = len(_SMALL.findall(text)), len(_LARGE.findall(text))
    if small + large >= _FEWEST_OF_ALL and min(small, large) * _HARDLY <= max(small, large):
        yield 0, len(text)
        return
    for line in _LINE.finditer(text) if large else ():
        capitals = len(_LARGE.findall(line[0]))
        if (capitals >= _FEWEST or _ROW.fullmatch(line[0])) and len(_SMALL.findall(line[0])) <= _MIXED * capitals and " " in line[0]:
            yield line.span()


def _small(text: str) -> str:
    """The text in small letters; a letter that would become two stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _shown(text: str, stretches: Sequence[tuple[int, int]]) -> Mapping[str, str]:
    """How the rest of the article prints a word that it never prints small."""
    rest, at = [], 0
    for start, end in stretches:
        rest.append(text[at:start])
        at = end
    rest.append(text[at:])
    printed = [word[0] for part in rest for word in _within(part)]
    small = {word for word in printed if word.islower()}
    return {word.lower(): word for word in printed if not word.islower() and word.lower() not in small}


def _within(text: str) -> Iterator[re.Match[str]]:
    """The words that open no sentence."""
    opening = {match.start("word") for match in _OPENING.finditer(text)}
    return (word for word in _WORD.finditer(text) if word.start() not in opening)


class _Line:
    """One stretch in small letters, and which of them become capitals."""

    def __init__(self, text: str, lexicon: Lexicon, listed: Words, shown: Mapping[str, str]) -> None:
        self.text = text
        self.lexicon, self.listed, self.shown = lexicon, listed, shown
        self.words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
        self.at = {start: index for index, (start, _, _) in enumerate(self.words)}
        self.acronyms = {m["letters"] for m in _BRACKETED.finditer(text)}
        self.named = bytearray(len(self.words))  #: whether a word is of no name, of a name, or names a state or a body by its letters

    def printed(self) -> str:
        letters = list(self.text)
        steps = (self._curated, self._single, self._persons, self._places, self._spelled_out, self._bodies, self._beside)
        for start, end, spelled in (piece for step in steps for piece in step()):
            letters[start:end] = spelled
        for opening in _OPENING.finditer(self.text):
            if not _ABBREVIATED.search(self.text, max(0, opening.start() - 8), opening.start() + 1) or opening["word"] in _OPENERS:
                letters[opening.start("word")] = _large(opening["word"][0])
        return "".join(letters)

    def _curated(self) -> Iterator[Piece]:
        """Names of the lexicon, as it writes them; not those that are an ordinary word."""
        done = 0
        for match in self.lexicon.find(_capitals(self.text)):
            low = self.text[match.start : match.end]
            state = match.entity.type in ("country", "state", "people")
            plain = not state and " " not in low and low in self.lexicon.common_words
            letters = match.alias.text.isupper() and _titled(low) in self.listed.given  # "Ana" is more often a woman than an army
            if match.start < done or plain or letters or low in _ALSO_WORDS:
                continue
            done = match.end
            self._mark(match.start, match.end, _STATE if state else _NAME)
            spelled = _as_in(low, match.alias.text)
            yield match.start, match.end, f"t{spelled[1:]}" if low.startswith("the ") else spelled

    def _mark(self, start: int, end: int, kind: int) -> None:
        index = self.at.get(start, len(self.words))
        while index < len(self.words) and self.words[index][0] < end:
            self.named[index] = kind
            index += 1

    def _single(self) -> Iterator[Piece]:
        """Words that are names by themselves: shown elsewhere, of the calendar, acronyms, and what English does not write small."""
        for index, (start, end, word) in enumerate(self.words):
            if self.named[index]:
                continue
            spelled = self.shown.get(word) or self._word(index, start, end, word)
            if spelled is not None:
                if word not in _SHORT_TITLE and word not in _CALENDAR and word != "i":
                    self.named[index] = _STATE if spelled.isupper() else _NAME
                yield start, end, _as_in(word, spelled)

    def _word(self, index: int, start: int, end: int, word: str) -> str | None:
        if "." in word:
            return _capitals(word) if word not in ("a.m.", "p.m.", "i.e.", "e.g.") else None
        if word == "i" or word in _CALENDAR:
            return _titled(word)
        if word in _MONTHS and (_DIGITS.match(self.text, end) or self.text[max(0, start - 2) : start].strip().isdigit()):
            return _titled(word)
        if word in _SHORT_TITLE and self.text[end : end + 1] == ".":
            return _titled(word)
        if word == "us":
            return "US" if self._state_follows(index) else None
        if _DESIGNATED.match(self.text, end) and len(word) <= _LONGEST_SERIES and (len(word) == 1 or not self.listed.is_common(word)):
            return _capitals(word)
        if self.listed.is_common(word) or len(word) < 2 or self.text[max(0, start - 2) : start].strip().isdigit():
            return None  # behind a number stands a unit: "120 mm"
        if word in self.acronyms or (len(word) > 2 and not _VOWELS.search(word)):
            return _capitals(word)
        return None if self._written_small(word) else _titled(word)

    def _state_follows(self, index: int) -> bool:
        following = self.words[index + 1][2] if index + 1 < len(self.words) else ""
        return following in self.listed.lists["state_noun"] or (index > 0 and self.words[index - 1][2] == "the")

    def _written_small(self, word: str) -> bool:
        """Whether a word that the list of common words lacks is no name: "machinegunned", "dynamiting"."""
        if any(word in known for known in (self.listed.told, self.listed.groups, self.listed.heads, self.listed.titles, _LINKS)):
            return True
        if _titled(word) in self.listed.given or _titled(word) in self.listed.surnames:
            return False
        return bool(_ENDING.search(word) or _PLURAL.search(word)) and not self.lexicon.places.lookup(word)

    def _persons(self) -> Iterator[Piece]:
        """Given names and surnames that are common words: beside each other, behind a title, and then all over the text."""
        found = {word for index in range(len(self.words) - 1) if (word := self._person(index))}
        for index, (start, end, word) in enumerate(self.words):
            initial = len(word) == 1 and self.text[end : end + 1] == "." and index > 0 and self.named[index - 1]
            if not self.named[index] and (word in found or initial):
                self.named[index] = _NAME
                yield start, end, _titled(word)

    def _person(self, index: int) -> str:
        """The word of a pair that its neighbour shows to be a person's name; empty for none."""
        (_, end, word), (start, _, following) = self.words[index : index + 2]
        lists = self.listed.lists
        if self.text[end:start] not in (" ", ". ") or any(low in lists[name] for name in _NO_PERSON for low in (word, following)):
            return ""
        if self.named[index] and not self.named[index + 1]:
            return following if _titled(following) in self.listed.surnames and self._introduces(index) else ""
        if self.named[index + 1] == _NAME and not self.named[index]:
            return word if _titled(word) in self.listed.given and _titled(following) in self.listed.surnames else ""
        return following if not self.named[index + 1] and self._introduces(index) else ""

    def _introduces(self, index: int) -> bool:
        """Whether a surname must follow a word: a given name that is no common word, or a title."""
        word = self.words[index][2]
        title = self.listed.titles.get(word, ("",))[0]
        if title in ("rank", "honorific") or word in self.listed.lists["title_strong"]:
            return _titled(self.words[index + 1][2]) in self.listed.famous or word in _SHORT_TITLE
        return bool(self.named[index]) and _titled(word) in self.listed.given and not self.listed.is_common(word)

    def _bodies(self) -> Iterator[Piece]:
        """Bodies that any country has: "foreign ministry", "coast guard"."""
        for index in range(len(self.words) - 1):
            for stop in range(min(len(self.words), index + _MOST_WORDS), index + 1, -1):
                start, end = self.words[index][0], self.words[stop - 1][1]
                if self.text[start:end] in self.listed.small_bodies and not any(self.named[index:stop]):
                    self._mark(start, end, _NAME)
                    yield start, end, _titled(self.text[start:end])

    def _places(self) -> Iterator[Piece]:
        """Places of several words, one of them no common word unless figures follow: "san salvador", "la libertad", "puerto rico"."""
        at = 0
        while at < len(self.words):
            for stop in range(min(len(self.words), at + _MOST_WORDS), at + 1, -1):
                start, end = self.words[at][0], self.words[stop - 1][1]
                low = self.text[start:end]
                told = any(self.named[at:stop]) or _DIGITS.match(self.text, end)  # "CAPE TOWN 1996-11-15"
                if told and self._joined(at, stop) and self.words[at][2] != "the" and self.lexicon.places.lookup(low):
                    self._mark(start, end, _NAME)
                    yield start, end, _titled(low)
                    at = stop - 1
                    break
            at += 1

    def _spelled_out(self) -> Iterator[Piece]:
        """The words that the letters in brackets behind them stand for: "national liberation army (eln)" is spelled out where
        the first letters are the same."""
        ends = {end: index for index, (_, end, _) in enumerate(self.words)}
        for bracket in _BRACKETED.finditer(self.text):
            last = ends.get(bracket.start() - 1)
            first = None if last is None else self._speller(last, bracket["letters"])
            for index in range(first, (last or 0) + 1) if first is not None else ():
                if self.words[index][2] not in _LINKS:
                    self.named[index] = _NAME
                    yield self.words[index][0], self.words[index][1], _titled(self.words[index][2])

    def _speller(self, last: int, wanted: str) -> int | None:
        """The first of the words whose initials are `wanted`, links aside; or of a body's, whose letters may be another language's."""
        if self.listed.head_class(self.words[last][2]) == "organisation":
            first = last
            while first > max(0, last - _MOST_BACK) and self._continues(first - 1):
                first -= 1
            return first if first < last else None
        left = len(wanted)
        for index in range(last, max(-1, last - _MOST_BACK), -1):
            word = self.words[index][2]
            if left and word[0] == wanted[left - 1]:
                left -= 1
            elif word not in _LINKS:
                return None
            if not left:
                return index
        return None

    def _continues(self, index: int) -> bool:
        """Whether a word may stand within a body's name, before its last: no article, pronoun or auxiliary."""
        word = self.words[index][2]
        parted = self.text[self.words[index][1] : self.words[index + 1][0]].strip(" -'\"")
        return not parted and (word in ("of", "for", "and") or word not in self.listed.lists["function"])

    def _beside(self) -> Iterator[Piece]:
        """Common words that belong to the name beside them: its title, its head noun, a first name or surname."""
        for index, (start, end, word) in enumerate(self.words):
            if self.named[index] or not self.listed.is_common(word):
                continue
            before = index > 0 and self.named[index - 1] == _NAME and self.text[self.words[index - 1][1] : start] == " "
            behind = index + 1 < len(self.words) and self.named[index + 1] and self.text[end : self.words[index + 1][0]] == " "
            title = behind and (word in self.listed.lists["title_strong"] or self.listed.titles.get(word, ("",))[0] == "rank")
            heads = word not in _SMALL_HEADS and self.listed.head_class(word) in ("organisation", "place")
            head = before and heads and not self._a_person(index - 1)
            if title or head:
                yield start, end, _titled(word)
            if head and index > 1 and self.words[index - 2][2] in self.listed.lists["place_adjective"]:
                yield self.words[index - 2][0], self.words[index - 2][1], _titled(self.words[index - 2][2])

    def _a_person(self, index: int) -> bool:
        """Whether a word is a given name or has a title before it."""
        return index > 0 and (self.words[index - 1][2] in self.listed.titles or _titled(self.words[index - 1][2]) in self.listed.given)

    def _joined(self, first: int, stop: int) -> bool:
        """Whether nothing but a space or a hyphen parts the words [first, stop)."""
        return all(self.text[self.words[i][1] : self.words[i + 1][0]] in (" ", "-") for i in range(first, stop - 1))


def _titled(words_: str) -> str:
    """The words with a capital each, links apart: "McKay of the Union"; as long as they were."""
    return re.sub(r"(mc)?([^\W\d_])([^\W\d_]*)", _with_capital, words_)


def _with_capital(word: re.Match[str]) -> str:
    if word[0] in _LINKS and word.start():
        return word[0]
    return f"{'Mc' if word[1] else ''}{_large(word[2])}{word[3]}"


def _as_in(low: str, model: str) -> str:
    """The letters with the capitals of `model`; each word with one where that is not as long."""
    if len(low) != len(model):
        return _titled(low)
    return "".join(_large(c) if m.isupper() else c for c, m in zip(low, model, strict=True))


def _capitals(text: str) -> str:
    return "".join(map(_large, text))


def _large(letter: str) -> str:
    """The capital of a letter; the letter itself where the capital would be two."""
    return letter.upper() if len(letter.upper()) == 1 else letter
