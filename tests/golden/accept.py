"""The golden facts: `python -m tests.golden.accept` writes them anew, for whoever means to change them.

Read the difference before you commit it: a file here says that a person found these facts right, or knows what is wrong
with them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from briefing import facts, lexicon, sources, tagger
from briefing.settings import Settings

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
_FACTS = ".facts.json"


def golden_articles() -> list[Path]:
    """The invented articles, and the first seed."""
    own = [p for p in HERE.iterdir() if p.suffix in (".txt", ".md", ".html", ".json") and not p.name.endswith(_FACTS)]
    return sorted(own) + sorted(SEEDS.glob("*.txt"))


def golden_file(article: Path) -> Path:
    return HERE / f"{article.stem}{_FACTS}"


def facts_of(path: Path, words: lexicon.Lexicon, names: tagger.Tagger | None) -> bytes:
    """The facts of one article, one a line, as short as they can be read: where, what, who, by which rule."""
    [article] = sources.read_source(path.read_bytes(), path.name, Settings(date_order="day-first")).articles
    lines = [
        msgspec.json.encode([fact.kind, fact.span, fact.quote, fact.key, fact.label, fact.rule, _told(fact.attrs)])
        for fact in facts.extract(article, words, names).facts
    ]
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def _told(attrs: msgspec.Struct) -> dict[str, object]:
    """What is stated; fields that say nothing are left out."""
    return {name: value for name, value in msgspec.structs.asdict(attrs).items() if value not in (None, (), False)}


def main() -> int:
    words, names = lexicon.load(()), tagger.load(Settings().tagger)
    for path in golden_articles():
        golden_file(path).write_bytes(facts_of(path, words, names))
        print(golden_file(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
