"""What the shallow grammar knows of single words: closed classes, verb inflection, and the triggers of the lexicon.

Only English, and only as much as attributions, events and relations need: no parser, no tagger. A word's class is one
letter (CLASSES below), so that a paragraph becomes a string over which NP and verb group are found by plain scanning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from ...lexicon import Lexicon

Rows = Iterable[Mapping[str, str]]


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())



#: One letter a class. Lower-case words that are in no list are "w", capitalised ones "W".
CLOSED: dict[str, str] = {
    "d": "the a an this these those his its their our my your some any no each every all both several many few another other more "
         "most such her whose half either neither",
    "p": "of in on at by for with from into onto against over under after before during since until till through throughout between among "
         "amid about above across along around behind below beneath beside besides beyond despite down inside near off outside per "
         "toward towards upon via within without like unlike following regarding concerning including amongst aboard atop according",
    "t": "to",
    "c": "and or but nor yet &",
    "s": "because although though while whereas if unless when whenever where wherever once whether as so lest",
    "r": "who which whom",
    "h": "that",
    "b": "is are was were be been being am 're 'm ’re ’m",
    "v": "has have had having 've ’ve",
    "o": "do does did",
    "m": "can could may might must shall should will would 'd 'll ’d ’ll ca wo ought",
    "n": "not n't n’t never cannot",
    "a": "than least up also already still just now then here later earlier again ago today yesterday tomorrow tonight soon once "
         "twice even ever almost nearly however meanwhile instead therefore thus too very quite rather perhaps maybe always "
         "often sometimes back away together alone first further outright monday tuesday wednesday thursday friday saturday "
         "sunday afterwards nevertheless nonetheless moreover so-called",
    "i": "i he she we they it you there",
    "j": "him them us me himself herself itself themselves ourselves myself",
    "#": "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands millions hundred thousand million "
         "billion score scores twenty thirty forty fifty sixty seventy eighty ninety",
}
_NO_ADVERB = words("family ally italy reply july supply rally assembly fly early daily weekly monthly elderly friendly likely only "
                   "monopoly anomaly belly ugly holy bully jelly imply apply rely comply multiply butterfly")
_MARKS = {",": ",", ";": ";", ":": ":", '"': '"', "“": '"', "”": '"', "«": '"', "»": '"', "(": "(", "[": "(", ")": ")", "]": ")",
          "'s": "z", "’s": "z", "-": "-", "–": ";", "—": ";", ".": "x", "?": ".", "!": ".", "…": ".", "'": "z", "‘": "z", "’": "z",
          "$": "#", "€": "#", "£": "#", "%": "w"}
#: Verbs of more than one syllable that double their last consonant.
_DOUBLING = words("kidnap machinegun gas admit commit permit submit omit rebel expel repel compel control patrol prefer refer defer "
                  "transfer occur incur regret propel concur deter abet begin forget")
_VOWELS = frozenset("aeiou")


class Trigger(msgspec.Struct, frozen=True, gc=False):
    """A row of a trigger table: a word, or a word with those that must follow it, and the row's other columns."""

    lemma: str
    rest: tuple[str, ...]  #: words that follow at once: ("a", "statement") for "release a statement"
    row: dict[str, str]
    objects: frozenset[str] = frozenset()  #: the row's "object" column


class Form(msgspec.Struct, frozen=True, gc=False):
    """One inflected form of a trigger."""

    tag: str  #: "base", "s", "past" (also the participle), "pp" (participle only), "ing", or "noun" and "plural"
    trigger: Trigger


class Surrounding(msgspec.Struct, frozen=True, gc=False):
    """A row of event_contexts.csv: words beside which a trigger is of another class, or none."""

    reach: int
    words: frozenset[str]
    type: str
    mode: str


class Grammar(msgspec.Struct, frozen=True):
    """Everything looked up by word."""

    classes: dict[str, str]  #: lower-case word -> class letter
    speech: dict[str, tuple[Form, ...]]  #: first word -> reporting verbs
    verbs: dict[str, tuple[Form, ...]]  #: first word -> event verbs
    nouns: dict[str, tuple[Form, ...]]  #: first word -> event nouns
    modes: dict[str, str]  #: weapon class -> PLOVER mode of an assault with it
    sporting: frozenset[str]  #: words of sports reports
    calendar: frozenset[str]  #: months, days of the week, feasts
    contexts: dict[str, tuple[Surrounding, ...]]  #: by a trigger's lemma
    sources: dict[str, str]  #: noun, singular and plural -> "document", "media", "official" or "unnamed"
    given: dict[str, str]  #: given name -> "f" or "m", where it tells

    def letter(self, token: str, *, headline: bool = False) -> str:
        """The class of a token. In a headline a capital says nothing, so a word known as a verb stays one."""
        low = token.lower()
        known = self.classes.get(low)
        if known is not None and not headline and ((token.isupper() and len(token) > 1) or token in ("May", "Will")):
            return "W"  # US is no pronoun, WHO no question, May a month
        if known is not None:
            return "W" if token[0].isupper() and known in ("w" if headline else "eygw") else known
        if token in _MARKS:
            return _MARKS[token]
        if token[0].isupper():
            return "W"
        if token[0].isdigit():
            return "#"
        return _by_ending(low)


def _by_ending(low: str) -> str:
    if low.endswith(("n't", "n’t")):
        return "n"
    if low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERB:
        return "a"
    if low.endswith("ed") and len(low) > 4 and not low.endswith("eed"):
        return "e"
    if low.endswith("ing") and len(low) > 5:
        return "g"
    return "w"


class Keyed:
    """Tables that compare by fingerprint, so that what is made from them is made once."""

    __slots__ = ("fingerprint", "tables")

    def __init__(self, fingerprint: str, tables: Mapping[str, tuple[Mapping[str, str], ...]]) -> None:
        self.fingerprint = fingerprint
        self.tables = tables

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and self.fingerprint == other.fingerprint


def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon's tables; made once for each fingerprint."""
    return _grammar(Keyed(lexicon.fingerprint, lexicon.tables))


@lru_cache(maxsize=4)
def _grammar(keyed: Keyed) -> Grammar:
    tables = keyed.tables
    irregular = {row["lemma"]: (row["past"], row["participle"]) for row in tables.get("event_irregular_verbs", ())}
    speech = _verbs(tables.get("reporting_verbs", ()), irregular)
    verbs = _verbs(tables.get("event_verbs", ()), irregular)
    other = _verbs(tables.get("event_other_verbs", ()), irregular)
    nouns = _nouns(tables.get("event_nouns", ()))
    classes: dict[str, str] = {}
    for word in {**other, **speech, **verbs}:
        forms = [form for table in (other, speech, verbs) for form in table.get(word, ()) if form.trigger.rest[:1] != ("-",)]
        if forms:
            classes[word] = _verb_letter(forms, word in nouns)
    for low in nouns:
        classes.setdefault(low, "w")
    for letter, closed in CLOSED.items():
        classes.update(dict.fromkeys(closed.split(), letter))
    sources = {word: row["class"] for row in tables.get("reporting_sources", ()) for word in (row["noun"], with_s(row["noun"]))}
    modes = {row["weapon"]: row["mode"] for row in tables.get("event_weapon_modes", ())}
    sporting = frozenset(row["word"] for row in tables.get("event_sport_words", ()))
    told = (*tables.get("given_genders", ()), *tables.get("given_genders_known", ()))
    given = {name: row["gender"] for row in told for name in row["names"].split()}
    lists = {row["list"]: frozenset(row["words"].split()) for row in tables.get("names_words", ())}
    calendar = lists.get("calendar", frozenset())
    return Grammar(classes, speech, verbs, nouns, modes, sporting, calendar, _contexts(tables.get("event_contexts", ())), sources, given)


def _contexts(rows: Rows) -> dict[str, tuple[Surrounding, ...]]:
    index: dict[str, tuple[Surrounding, ...]] = {}
    for row in rows:
        made = Surrounding(int(row["reach"]), words(row["words"]), row["type"], row["mode"])
        index[row["lemma"]] = (*index.get(row["lemma"], ()), made)
    return index


def _verb_letter(forms: Sequence[Form], noun: bool) -> str:
    """The class of a verb form: "y" where a present form is never a noun, "w" where it may be one."""
    tags = {form.tag for form in forms}
    if tags & {"past", "pp"}:
        return "e"
    if "ing" in tags:
        return "w" if noun else "g"
    if noun or any(form.trigger.row.get("noun") for form in forms):
        return "w"
    return "y"


def _verbs(rows: Rows, irregular: Mapping[str, tuple[str, str]]) -> dict[str, tuple[Form, ...]]:
    index: dict[str, list[Form]] = {}
    for row in rows:
        head, *rest = row["lemma"].split()
        *before, verb = head.replace("-", " - ").split()  # "machine-gunned" is three tokens, and the last is inflected
        for word, tag in inflect(verb, irregular.get(verb)):
            parts = [*before, word, *rest]
            trigger = Trigger(row["lemma"], tuple(parts[1:]), dict(row), words(row.get("object", "")))
            index.setdefault(parts[0], []).append(Form(tag, trigger))
    return {word: _longest_first(forms) for word, forms in index.items()}


def _nouns(rows: Rows) -> dict[str, tuple[Form, ...]]:
    index: dict[str, list[Form]] = {}
    for row in rows:
        *first, noun = row["lemma"].split()
        plural = (row.get("plural") or " ".join((*first, with_s(noun)))).split()
        for words_, tag in (([*first, noun], "noun"), (plural if len(plural) > len(first) else [*first, *plural], "plural")):
            parts = " ".join(words_).replace("-", " - ").split()
            index.setdefault(parts[0], []).append(Form(tag, Trigger(row["lemma"], tuple(parts[1:]), dict(row))))
    return {word: _longest_first(forms) for word, forms in index.items()}


def _longest_first(forms: list[Form]) -> tuple[Form, ...]:
    """Longer phrases first, then rows that ask for an object, then the order of the file."""
    return tuple(sorted(forms, key=lambda form: (-len(form.trigger.rest), not form.trigger.row.get("object"))))


def inflect(lemma: str, irregular: tuple[str, str] | None = None) -> list[tuple[str, str]]:
    """Every form of a verb with its tag: inflect("kill") gives kill, kills, killed, killing."""
    past, participle = irregular or (_with_ed(lemma), _with_ed(lemma))
    forms = [(lemma, "base"), (with_s(lemma), "s"), (past, "past"), (_with_ing(lemma), "ing")]
    if participle != past:
        forms.append((participle, "pp"))
    return [(word, tag) for i, (word, tag) in enumerate(forms) if word not in {w for w, _ in forms[:i]} or tag == "past"]


def with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in ("go", "do", "veto", "embargo", "undergo", "echo"):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _with_ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _doubled(lemma: str) -> str:
    sounds = lemma.replace("qu", "qw")  # "quipped"
    short = len(lemma) >= 3 and lemma[-1] not in "aeiouwxy" and sounds[-2] in _VOWELS and sounds[-3] not in _VOWELS
    syllables = sum(a in _VOWELS and b not in _VOWELS for a, b in zip(sounds, sounds[1:] + "x", strict=True))
    return lemma + lemma[-1] if short and (syllables == 1 or lemma in _DOUBLING) else lemma
