"""What an article reports where no listed event is its news: the main verb of its lead, or else of its title.

"The company raised its forecast", "a court has ruled", "sales fell": such news has a who, a where and a when as any other. The
class is NEWS, which says that no class was found. Refused: a verb of a clause within the sentence, and a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from .._syntax.clauses import Line, group
from .._syntax.grammar import Grammar, Trigger, words
from .._syntax.phrases import before
from ._found import Found

NEWS = "NEWS"
_ROWS = {frame: Trigger("", (), {"type": NEWS, "mode": "", "frame": frame, "weak": "", "noun": ""}) for frame in ("so", "s")}
_FINITE = "eymbvo"
_AUXILIARY = "bvoman"
#: Past forms that are hardly ever participles, and those that may be.
_PAST_ONLY = words("""said began became wrote spoke chose froze grew knew threw flew blew drove rode rose fell shook stole swore tore wore
    broke woke sank sang rang drank swam ran went came gave forgave forbade saw ate withdrew overtook undertook overcame
    underwent oversaw foresaw undid outdid took drew""")
_PAST = _PAST_ONLY | words("""
    told won lost led met fled sold bought sent spent lent built stood sat held kept left felt meant dealt slept swept
    wept crept fought caught taught thought brought sought paid laid made heard read hid bit slid lit understood
    withstood found struck""")
#: Participles that do not end in -ed: "has begun", "was sworn in", but not "are less likely".
_PARTICIPLES = _PAST | words("""
    become begun written spoken chosen frozen grown known thrown flown blown driven ridden risen fallen shaken stolen sworn torn worn
    broken sunk sung rung drunk run gone come given forgiven forbidden seen eaten withdrawn taken overtaken undertaken overcome
    undergone drawn done hit cut set put shut hurt let cast shed spread burst cost quit split been born shown proven hidden bitten
    beaten forgotten mistaken bought torn sown strewn""")
#: Words that open a clause before the main one: "After the court ruled, the company paid".
_OPENS_CLAUSE = frozenset(("after", "before", "since", "following"))
_MOST_TOKENS = 80
_PLURALS = ("s", "police", "people", "men", "children", "public", "majority", "third", "half", "quarter")
_THEMSELVES = frozenset(("it", "he", "she", "they"))  #: whom a subject means by themselves in what they say
_PROMISES = frozenset(("will", "would", "'ll"))
_SAID_REACH = 6  #: tokens between "said" and what is said: "said late on Monday that"
_OBJECT_REACH = 6


def reported(line: Line, start: int, end: int, known: Grammar) -> Found | None:
    """The main verb of the sentence [start, end) as a trigger; None where none is certain."""
    for at in _finite(line, start, min(end, start + _MOST_TOKENS), known) if end - start > 2 else ():
        verb = at
        while verb + 1 < end and line.letters[verb] in _AUXILIARY and _goes_on(line, at, verb + 1):
            verb += 1
        while verb > at and line.letters[verb] in "an":
            verb -= 1  # "is now the tallest"
        verbs = group(line, verb, "past" if line.letters[verb] in "ew" and verb > at else "s")
        subject = before(line, verbs.start)
        if subject is None or verbs.infinitive or line.letters[subject[0]] == "i":
            continue
        if line.low[verb] in known.speech and not verbs.passive and _is_press(line, subject, known):
            continue  # "The agency reports that a boat sank": the boat is the news
        passive = verbs.passive and line.letters[verb] == "e"
        frame = "s" if line.low[verb] in known.speech or line.letters[verb] in "bvmo" else "so"
        return Found(verb, verb + 1, _ROWS["so" if passive else frame], verbs, subject)
    return None


def announced(line: Line, said: Found, end: int, known: Grammar) -> Found | None:
    """The deed of their own that the subject of a verb of saying tells: "Lee Brothers said on Monday it will buy two shops".

    Refused: what somebody else does, what is denied or only possible, and a quotation.
    """
    if said.passive or line.low[said.start] not in known.speech:
        return None
    who = next((at for at in range(said.end, min(end, said.end + _SAID_REACH)) if line.letters[at] not in "apth"), end)
    verb = who + 1
    while verb < end and line.letters[verb] in _AUXILIARY:
        verb += 1
    helpers = line.low[who + 1 : verb]
    told = verb < end and line.letters[verb] in "wey" and line.low[who] in _THEMSELVES
    if not told or _PROMISES.isdisjoint(helpers) or "n" in line.letters[who + 1 : verb]:
        return None
    verbs = group(line, verb, "past" if line.letters[verb - 1] == "b" else "base")
    return Found(verb, verb + 1, _deed_row(line, verb, end, known), verbs, said.subject)


def _deed_row(line: Line, verb: int, end: int, known: Grammar) -> Trigger:
    """Business, where the verb tells of it and its object has a name; else news of no class."""
    forms = known.verbs.get(line.low[verb], ())
    named = "W" in line.letters[verb + 1 : min(end, verb + _OBJECT_REACH)]
    business = next((form.trigger for form in forms if form.trigger.row["type"] == "BUSINESS" and not form.trigger.rest), None)
    return business if business is not None and named else _ROWS["so"]


def _goes_on(line: Line, first: int, at: int) -> bool:
    """Whether a word belongs to the verb that began with the auxiliary at `first`: after "is" and "has" a noun or adjective does not."""
    bare = "m" in line.letters[first:at] or "o" in line.letters[first:at]
    return line.letters[at] in _AUXILIARY + "eyg" or (line.letters[at] == "w" and (bare or line.low[at] in _PARTICIPLES))


def _finite(line: Line, start: int, end: int, known: Grammar) -> Iterator[int]:
    """The verbs that may be the main one, left to right, with their first auxiliary."""
    at = _main_clause(line, start, end)
    quoted = False
    while at < end:
        letter = line.letters[at]
        quoted ^= letter == '"'
        planned = letter == "w" and line.low[at].endswith("s") and line.letters[at - 1 : at + 2] == "Wwt"  # "Lee plans to"
        verbal = letter in _FINITE or planned or line.low[at] in _PAST or (line.number == 0 and _heads_title(line, at, known))
        if verbal and not quoted and not _nominal(line, at) and not _within(line, start, at, end):
            yield at
            while at < end and line.letters[at] in _AUXILIARY:
                at += 1
        at += 1


def _heads_title(line: Line, at: int, known: Grammar) -> bool:
    """Whether a word that may be a verb or a plural is the verb of a title: "Lee raises tax"."""
    word = line.low[at]
    verb = known.classes.get(word) == "w" and word.endswith("s") and (word in known.verbs or word not in known.nouns)
    return verb and line.letters[at - 1 : at] == "W" and line.letters[at + 1 : at + 2] in ("w", "d", "W", "#")


def _nominal(line: Line, at: int) -> bool:
    """Whether what might be a verb ends a noun phrase: "an international team", "the President-elect"."""
    if line.letters[at - 1] == "-":
        return True
    if line.letters[at] != "y" or line.low[at].endswith("s"):
        return False
    if line.letters[at - 1] == "w" and not line.low[at - 1].endswith(_PLURALS) and "c" not in line.letters[line.sentence_start(at) : at]:
        return True  # "the national team"
    first = at
    while first > 0 and line.letters[first - 1] in "wW-":
        first -= 1
    return line.low[first - 1 : first] in (("a",), ("an",))


def _is_press(line: Line, subject: tuple[int, int], known: Grammar) -> bool:
    return any(known.sources.get(word) in ("media", "document") for word in line.low[slice(*subject)])


def _main_clause(line: Line, start: int, end: int) -> int:
    """Where the main clause may begin: behind the comma of a clause or phrase before it."""
    if line.letters[start] in "s" or line.low[start] in _OPENS_CLAUSE:
        comma = line.letters.find(",", start, end)
        return comma + 1 if comma > 0 else start + 1
    return start + 1


def _within(line: Line, start: int, at: int, end: int) -> bool:
    """Whether a verb stands in a relative clause, after "that", or only describes: "a report released on Monday by the agency"."""
    back = at
    while back > start and line.letters[back - 1] in _AUXILIARY:
        back -= 1
    if back > start and line.letters[back - 1] in "rhs":
        return True
    first = at - (line.letters[at - 1] == "a" and line.letters[at + 1 : at + 2] == "w")  # "the recently discovered moons"
    if line.letters[at] != "e" or line.low[at] in _PAST_ONLY or line.letters[first - 1] in "bvoman":
        return False
    if line.letters[first - 1] in "d-#(\"" or (line.letters[at - 1] == "," and line.letters[at + 1 : at + 2] in ("w", "W")):
        return True
    described = line.letters[at + 1 : at + 2] in ("p", "a", "t") or line.letters[at - 1] == ","
    return described and finite_later(line, at + 1, end)


def finite_later(line: Line, start: int, end: int) -> bool:
    """Whether a finite verb of the same clause follows."""
    for at in range(start, end):
        letter = line.letters[at]
        if letter in ";rhsci":
            return False
        if letter in "ymbvo" or (letter == "e" and line.letters[at - 1] not in "d-#," and line.letters[at + 1 : at + 2] not in ("p", "w")):
            return True
    return False
