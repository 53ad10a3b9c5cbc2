"""Where and when the main event is, where its own words do not say: from its sentence, then title and lead, then the dateline,
then what the report goes on to tell.

What is taken from elsewhere a reader concludes, so the event is marked inferred. Refused: a place that only describes somebody
("the French writer"), a day that dates something else, and what later sentences tell of other years.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from ...model import Article, LocationFact, TimeFact
from ...reading import Reading
from .._syntax.clauses import Line, Placed, near
from .._syntax.grammar import words
from ._found import VERBAL
from ._news import stale
from ._scene import Scene, Stretch, stretches
from ._settings import BOUNDS, is_tied, narrowest

_UNNAMED = frozenset(("demonym",))
_FURTHER = 2  #: sentences behind the lead's first that still tell of its news
_LATER = 7  #: ... and among which one may say where and when that was
_NEWS = timedelta(days=7)  #: within which the news of a report happened
#: What stands in sentences that tell of something beside the news, or of what is to come.
_BESIDE = words("""also another meanwhile earlier later previously previous had since following after before will would could may might
    should scheduled expected due planned""")
#: ... and in those that tell of other years, or of what is to come, whatever else they tell.
_OTHER_TIMES = words("formerly previously will scheduled expected due planned")
#: Verbs that say when and where the news was.
_HAPPENED = words("happened occurred")
_TOOK_PLACE = ("took", "place")
_HELD = frozenset((("was", "held"), ("were", "held")))
#: What stands before a day on which the news did not happen.
_BOUNDS = BOUNDS | words("before after by following")
_TO_THE_DAY = 10  #: characters of a date
_POINTS = words("the this these")
_STEM = 5  #: letters in which "merger" and "mergers" agree
_OPENING = 3  #: tokens before which a sentence opens with its day: "On Sunday, "


def place_told(lead: Sequence[Stretch], later: Sequence[Stretch], article: Article, places: Sequence[LocationFact], home: str | None, *,
               teams: bool) -> str | None:
    """The key of the place: one that a preposition ties, else the dateline's, else the first one named that does not only describe
    somebody, else one that later sentences tie, else the country that is `home` to who acts or what the title names in it, else
    any; but `teams` have names of places, too."""
    opening = article.dateline.span if article.dateline else None
    written = (place.key for place in places if opening and opening.start <= place.span.start < opening.end)
    named = [] if teams else [(one, item) for one in lead for item in _places(one)]
    grounds = (item.fact.key for one, item in named if not _describes(one, item))
    acting = {item.fact.key for _, item in named if _country(item)}
    near_by = (_tied(one, within=acting) for one in later if _OTHER_TIMES.isdisjoint(one.scene.line.low[one.start : one.end]))
    some = (item.fact.key for one, item in named if not _aimed_at(one.scene.line, item.start))
    titled = (item.fact.key for one, item in named if not one.scene.line.number and home in _around(item))
    told = chain((_tied(one) for one in lead), written, grounds, near_by, titled, [home], some)
    return next(filter(None, told), None)


def narrower(where: str, told: Sequence[Stretch], places: Sequence[LocationFact]) -> str:
    """The place that some sentences tie within the country of the event: "fighting in Easton"; the country itself where they tie none."""
    country = any(place.key == where and place.attrs.type == "country" for place in places)
    tied = (item.fact for one in told for item in _places(one) if is_tied(one.scene.line, item))
    inside = (fact.key for fact in tied if isinstance(fact, LocationFact) and fact.key and where in fact.attrs.within)
    return next(inside, where) if country else where


def _describes(one: Stretch, item: Placed) -> bool:
    """Whether a place only tells whose or which: a country that acts, "the Southland lawyer", "an Easton-based firm"."""
    line = one.scene.line
    acts = isinstance(item.fact, LocationFact) and item.fact.attrs.form == "metonym"
    return acts or line.letters[item.end : item.end + 1] in ("w", "-") or _is_origin(one, item) or _aimed_at(line, item.start)


def _is_origin(one: Stretch, item: Placed) -> bool:
    """Whether a place is where somebody or something is from: "Ann Lee of Southland", "a man from Easton", "Senator from Oakshire Ann
    Lee"; an office alone is where it is: "won the race for senator from Oakshire"."""
    line, at = one.scene.line, item.start - 1
    named = any(actor.end == at for actor in one.scene.setting.actors)
    if line.low[at : at + 1] != ("from",):
        return line.low[at : at + 1] == ("of",) and named
    if line.low[at - 1].endswith("s"):
        return False  # "withdrew troops from Southland"
    return named or line.letters[at - 1] == "w" or line.letters[at - 1] + line.letters[item.end : item.end + 1] == "WW"


def _aimed_at(line: Line, at: int) -> bool:
    """Whether the place at `at` is only where somebody was bringing something: "suspected of smuggling arms to Southland"."""
    to = at - 1 - (line.letters[at - 1 : at] == "d")
    if to <= 0 or line.low[to] not in ("to", "into"):
        return False
    verb = next((i for i in range(to - 1, line.sentence_start(at), -1) if line.letters[i] in VERBAL or line.letters[i] == "g"), 0)
    return verb > 0 and line.letters[verb] == "g" and line.letters[verb - 1] in "pt"


def _country(item: Placed) -> bool:
    return isinstance(item.fact, LocationFact) and item.fact.attrs.type == "country"


def going_on(scene: Sequence[Scene], reading: Reading, opening: range, further: int = _FURTHER) -> list[Stretch]:
    """The sentences behind the first of the lead that go on telling its news: no quotation, and nothing dated to another time."""
    numbers = range(opening.start + 1, min(opening.start + 1 + further, len(reading.sentences)))
    told = (one for number in numbers for one in stretches(scene, reading.sentences[number]))
    return [one for one in told if not _apart(one, reading.article.published)]


def _apart(one: Stretch, reported: str | None) -> bool:
    """Whether a sentence is a quotation, or dated to another time."""
    if one.scene.line.letters[one.start] == '"':
        return True
    values = (item.fact.attrs.value for item in near(one.scene.setting.times, one.start, one.end) if isinstance(item.fact, TimeFact))
    return reported is not None and any(value and stale(value, reported) for value in values)


def _tied(one: Stretch, *, within: Collection[str | None] | None = None) -> str | None:
    """The narrowest place that a preposition ties, in the main clause before any other; `within` the countries that the lead names,
    if it names any, only a place of theirs, in the main clause."""
    tied = [item for item in _places(one) if is_tied(one.scene.line, item)]
    chosen = [item for item in tied if not _in_clause(one, item.start)]
    chosen = chosen or tied if within is None else [item for item in chosen if not _country(item) and _lies_in(item, within)]
    return narrowest(chosen).fact.key if chosen else None


def _in_clause(one: Stretch, at: int) -> bool:
    """Whether a token stands behind a semicolon or in a relative clause, which a comma closes where one opened it."""
    letters = one.scene.line.letters
    opens = max(letters.rfind("r", one.start, at), letters.rfind(";", one.start, at))
    return opens >= 0 and not (letters[opens - 1] == "," and "," in letters[opens:at])


def _lies_in(item: Placed, countries: Collection[str | None]) -> bool:
    """Whether a place is in one of some countries, as far as is known."""
    around = _around(item)
    return not countries or not around or any(outer in countries for outer in around)


def _around(item: Placed) -> tuple[str, ...]:
    return item.fact.attrs.within if isinstance(item.fact, LocationFact) else ()


def _places(one: Stretch) -> Iterator[Placed]:
    for item in near(one.scene.setting.locations, one.start, one.end):
        whose = one.scene.line.letters[item.end : item.end + 2] == "zW"  # "Southland's Ann Lee"
        if isinstance(item.fact, LocationFact) and item.fact.attrs.form not in _UNNAMED and not whose:
            yield item


def day_told(stretches: Sequence[Stretch]) -> str | None:
    """The day that title and lead tell; where they tell several the last of them, if it opens a sentence: "On Monday the merger
    agreed on Sunday began"."""
    days = _days(stretches)
    opening = [day for one in stretches for day in _days([Stretch(one.scene, one.start, min(one.end, one.start + _OPENING))])]
    return next((day for day in (days if len(days) == 1 else opening) if day[:_TO_THE_DAY] == max(days)[:_TO_THE_DAY]), None)


def day_happened(happened: Sequence[Stretch]) -> str | None:
    """The day on which a later sentence says that it happened: "the accident happened on Saturday"."""
    return next((days[0] for one in happened if len(days := _days([one])) == 1), None)


def happened(scene: Sequence[Scene], reading: Reading, opening: range) -> list[Stretch]:
    """The sentences whose main verb says that the news happened: "The attack took place near Easton on Monday"."""
    return [one for one in going_on(scene, reading, opening, _LATER) if _happens(one.scene.line, one.start, one.end)]


def _happens(line: Line, start: int, end: int) -> bool:
    """Whether the first verb of a stretch of tokens says that something happened."""
    verb = next((at for at in range(start, end) if line.letters[at] in VERBAL or line.low[at] in _HAPPENED), end)
    told = line.low[verb : verb + 2]
    return verb < end and (line.low[verb] in _HAPPENED or told == _TOOK_PLACE or told in _HELD)


def next_day(later: Sequence[Stretch], top: Sequence[Stretch], again: Collection[str | None], reported: str | None) -> str | None:
    """The first day of the week before the report that a later sentence tells of the same news: a day of an event like it (`again`),
    or of what title and lead name ("The merger was signed on Monday")."""
    told = (one for one in later if _BESIDE.isdisjoint(one.scene.line.low[one.start : one.end]))
    days = (day for one in told for day in _days([one])[:1] if day in again or _names_again(one, top))
    return next((day for day in days if reported and _in_the_news(day, reported)), None)


def _names_again(one: Stretch, top: Sequence[Stretch]) -> bool:
    """Whether a sentence opens with a definite noun that other sentences have: "The merger"."""
    line, start = one.scene.line, one.start
    if line.low[start] not in _POINTS:
        return False
    nouns = {line.low[at][:_STEM] for at in range(start + 1, min(start + _OPENING, one.end)) if line.letters[at] == "w"}
    return any(other.scene.line.low[at][:_STEM] in nouns for other in top for at in range(other.start, other.end))


def _days(stretches: Sequence[Stretch]) -> list[str]:
    """The days on which something is told to happen in some sentences, each once, with their times of day."""
    found = ((one.scene.line, item) for one in stretches for item in near(one.scene.setting.times, one.start, one.end))
    free = (item.fact for line, item in found if line.low[item.start - 1] not in _BOUNDS or not item.start)
    return list(dict.fromkeys(fact.attrs.value for fact in free if isinstance(fact, TimeFact) and fact.attrs.value and _is_day(fact)))


def _in_the_news(day: str, reported: str) -> bool:
    try:
        return timedelta() <= date.fromisoformat(reported[:10]) - date.fromisoformat(day[:10]) <= _NEWS
    except ValueError:
        return False


def _is_day(fact: TimeFact) -> bool:
    value = fact.attrs.value or ""
    return fact.attrs.type in ("date", "time") and len(value) >= 10 and value[:4].isdigit() and "/" not in value
