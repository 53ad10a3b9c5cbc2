"""Every fact of the invented articles, as a reader checked it: `<name>.facts.json` beside each article.

When a change of the extraction is meant, `python -m tests.golden.accept` writes the files anew; read the difference
before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import lexicon, tagger
from briefing.settings import Settings
from golden.accept import facts_of, golden_articles, golden_file


@pytest.fixture(scope="module")
def words() -> lexicon.Lexicon:
    return lexicon.load(())


@pytest.fixture(scope="module")
def names() -> tagger.Tagger | None:
    return tagger.load(Settings().tagger)


@pytest.mark.parametrize("path", golden_articles(), ids=lambda path: path.stem)
def test_the_facts_are_those_a_reader_accepted(path: Path, words: lexicon.Lexicon, names: tagger.Tagger | None) -> None:
    assert facts_of(path, words, names).decode() == golden_file(path).read_text("utf-8")
