"""Scores made public: kept in scores.json, and shown as tables in the pages that readers and developers see.

A table stands between two comments of its page, which hide in the rendered page; nothing else there is touched.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from ._corpora import ROOT
from ._measure import Measured
from ._score import Score
from .scorers import SCORERS

FILE = Path(__file__).with_name("scores.json")
_FEW = 30
BEGIN, END = "<!-- scores: written by python -m tests.eval --publish -->", "<!-- end of scores -->"


class Part(msgspec.Struct, frozen=True):
    """What was measured on the texts of one scorer."""

    documents: int
    digest: str  #: of the texts and what is marked in them
    scores: dict[str, Score]  #: by row


class Published(msgspec.Struct, frozen=True):
    measured: str  #: ISO 8601 date
    parts: dict[str, Part]  #: by scorer


class Texts(msgspec.Struct, frozen=True):
    """What marked texts are, in words."""

    name: str
    what: str
    licence: str
    url: str = ""


#: By scorer. Licences as the texts came with them.
TEXTS: dict[str, Texts] = {
    "gold.test": Texts("Wikinews, held back", "articles labelled by this project; of this half nobody looks at mistakes",
                       "text CC BY 2.5, labels MIT", "https://en.wikinews.org"),
    "gold.dev": Texts("Wikinews, looked at",
                      "articles labelled by this project; the half whose mistakes are looked at, and whose names the tagger learnt from",
                      "text CC BY 2.5, labels MIT", "https://en.wikinews.org"),
    "seed": Texts("the first article", "one article with a reader's whole fact sheet; the rules were written beside it",
                  "the sheet is the project's own"),
    "pud": Texts("PUD", "single sentences of news", "CC BY-SA 3.0", "https://universaldependencies.org/treebanks/en_pud/"),
    "wikigold": Texts("WikiGold", "sentences of Wikipedia", "CC BY 4.0"),
    "politics": Texts("CrossNER politics", "sentences of Wikipedia on politics", "CC BY-SA"),
    "gum": Texts("GUM news", "Wikinews articles with every mention marked", "CC BY", "https://gucorpling.org/gum/"),
    "meantime": Texts("MEANTIME", "the first sentences of Wikinews articles on business", "CC BY-SA 4.0, text CC BY 2.5"),
    "wikiwars": Texts("WikiWars", "Wikipedia's histories of wars", "CC BY-SA 3.0"),
    "geovirus": Texts("GeoVirus", "news of epidemics, its places with coordinates", "text CC BY 2.5, annotations GPL-3"),
    "re3d": Texts("re3d", "reports on Syria and Iraq, whole phrases marked", "public domain, OGL, CC BY AU, CC BY-SA, by document"),
    "plover": Texts("PLOVER", "example sentences of the manuals of PLOVER and CAMEO", "CC BY-SA 4.0"),
}

#: What the method page shows: the reader's words for a row.
LINES: dict[str, str] = {
    "names.gold.test.person": "names of persons",
    "names.gold.test.organisation": "names of organisations",
    "names.gold.test.place": "names of places",
    "names.pud": "names of all three kinds",
    "names.politics": "names of all three kinds",
    "names.gum.typed": "names of all three kinds, wherever they begin and end",
    "names.meantime.typed": "names of all three kinds, wherever they begin and end",
    "places.geovirus.161km": "places, put within 161 km of where they are",
    "times.gold.test.value": "dates and times, with the right value",
    "quantities.gold.test.value": "numbers, with the right value",
    "quantities.gold.test.role": "numbers, with what they count (killed, injured, money, ...)",
    "weapons.gold.test": "weapons, military vehicles and aircraft",
    "attributions.gold.test.direct": "direct speech, with its speaker",
    "attributions.gold.test": "all speech, with its speaker",
    "events.gold.test.class": "class of the main event",
    "events.gold.test.source": "who acts in the main event",
    "events.gold.test.target": "whom the main event befalls",
    "events.gold.test.place": "where the main event happened",
    "events.gold.test.date": "when the main event happened",
    "events.gold.test.killed": "number killed in the main event",
    "events.gold.test.nobody-killed": "no number killed, where nobody was",
}

#: What the README shows of them.
IN_SHORT = (
    "names.gold.test.person", "names.gold.test.organisation", "names.gold.test.place", "places.geovirus.161km", "times.gold.test.value",
    "quantities.gold.test.role", "weapons.gold.test", "attributions.gold.test", "attributions.gold.test.direct", "events.gold.test.class",
    "events.gold.test.source", "events.gold.test.place", "events.gold.test.date",
)


def published(measured: Measured, when: str) -> Published:
    rows = {name: {row: score for row, score in measured.scores.items() if measured.scorers[row] == name} for name in TEXTS}
    return Published(when, {
        name: Part(measured.sizes[name], measured.digests[name], rows[name]) for name in TEXTS if name in measured.digests
    })


def unfit(measured: Measured) -> tuple[str, ...]:
    """Why these scores are not to be published: a text that was left out would change a figure unseen."""
    absent = (f"{name}: not measured" for name in SCORERS if name not in measured.digests)
    return (*measured.notes, *absent)


def day(environment: Mapping[str, str] = os.environ) -> str:
    """The day of SOURCE_DATE_EPOCH, else of the last commit: the clock is not asked."""
    seconds = environment.get("SOURCE_DATE_EPOCH")
    if not seconds:
        command = ["git", "log", "-1", "--format=%ct"]
        seconds = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()


def read() -> Published:
    return msgspec.json.decode(FILE.read_bytes(), type=Published)


def write(scores: Published) -> None:
    """Store the scores, and put their tables into the pages; nothing is written where a page has no place for its table."""
    pages = {ROOT / path: filled((ROOT / path).read_text("utf-8"), table(scores)) for path, table in PAGES.items()}
    FILE.write_text(json.dumps(msgspec.to_builtins(scores), indent=1) + "\n", "utf-8")
    for path, text in pages.items():
        path.write_text(text, "utf-8")


def filled(page: str, table: str) -> str:
    """The page with its table replaced. ValueError where it has no place for one."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if not pattern.search(page):
        raise ValueError(f"the page has no {BEGIN!r} with {END!r} after it")
    return pattern.sub(lambda _: f"{BEGIN}\n\n{table}\n\n{END}", page, count=1)


# --- tables -----------------------------------------------------------------------------------------------


def for_newcomers(scores: Published) -> str:
    """What the README shows: a few rows in plain words."""
    return _told(scores, IN_SHORT)


def for_readers(scores: Published) -> str:
    """What the method page shows: some rows in plain words, and the texts that they were measured on."""
    used = {name for name, part in scores.parts.items() if any(row in part.scores for row in LINES)}
    texts = "\n".join(f"- {_described(name, part)}" for name, part in scores.parts.items() if name in used)
    return f"{_told(scores, LINES)}\n\nThe texts:\n\n{texts}"


def _told(scores: Published, told: Iterable[str]) -> str:
    """Rows in plain words, as a table."""
    shown = ((row, name) for row in told for name, part in scores.parts.items() if row in part.scores)
    rows = "\n".join(_reader_row(row, name, scores.parts[name].scores[row]) for row, name in shown)
    head = "| What | On which texts | Of those there, found | Of those given, right |\n|---|---|---|---|\n"
    return f"Measured on {scores.measured}.\n\n{head}{rows}"


def _reader_row(row: str, name: str, score: Score) -> str:
    return f"| {LINES[row]} | {TEXTS[name].name} | {_share(score.found, score.wanted)} | {_share(score.right, score.given)} |"


def _described(name: str, part: Part) -> str:
    texts = TEXTS[name]
    title = f"[{texts.name}]({texts.url})" if texts.url else texts.name
    return f"**{title}** ({part.documents} {'text' if part.documents == 1 else 'texts'}): {texts.what}; {texts.licence}"


def for_developers(scores: Published) -> str:
    """Every row, by texts."""
    return f"Measured on {scores.measured}.\n\n" + "\n\n".join(_section(name, part) for name, part in scores.parts.items())


def _section(name: str, part: Part) -> str:
    head = "| Row | Precision | Recall | F | Given | Marked |\n|---|---|---|---|---|---|"
    rows = (
        f"| `{row}` | {score.precision:.1f} | {score.recall:.1f} | {score.f:.1f} | {score.given} | {score.wanted} |"
        for row, score in part.scores.items()
    )
    return "\n".join((_described(name, part), "", head, *rows))


def _share(part: int, whole: int) -> str:
    """Per cent; of few items the count, since a share would say more than is known."""
    return f"{100 * part / whole:.0f} %" if whole >= _FEW else f"{part} of {whole}"


PAGES: dict[str, Callable[[Published], str]] = {
    "README.md": for_newcomers,
    "content/pages/method.md": for_readers,
    "docs/evaluation.md": for_developers,
}
