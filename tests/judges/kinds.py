"""What judges of pages share: one page of every kind that a site has, and where judges from npm lie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

_NPM = Path(__file__).parent / "node_modules"

#: Paths below the output folder; of several that match, the first.
KINDS = (
    "index.html", "page/2/index.html", "404.html", "actors/index.html", "actors/by/*/index.html", "actors/united-states/index.html",
    "actors/hezbollah/index.html", "locations/index.html", "locations/by/*/*/index.html", "locations/baghdad/index.html",
    "locations/iraq/index.html", "briefings/*u-s-responds*/index.html", "briefings/*/index.html", "briefings/*/2/index.html",
    "sections/*/index.html", "20*/*/index.html", "timeline/index.html", "timeline/*/index.html", "timeline/*/*/index.html",
    "map/index.html", "map/*/index.html", "network/index.html", "claims/index.html", "search/index.html", "subscribe/index.html",
    "data/index.html", "about/index.html", "method/index.html",
)


def pages(folder: Path) -> tuple[str, ...]:
    """The paths of one page of each kind."""
    first = (next(iter(sorted(folder.glob(pattern))), None) for pattern in KINDS)
    return tuple(dict.fromkeys(path.relative_to(folder).as_posix() for path in first if path))


def npm(path: str) -> Path | None:
    """A file of a package that `npm ci --prefix tests/judges` has installed."""
    found = _NPM / path
    return found if found.is_file() else None


def missing(what: str) -> NoReturn:
    """Leave a judge out and say why; where all judges are asked for (ALL_JUDGES=1, as in CI), fail."""
    if os.environ.get("ALL_JUDGES"):
        pytest.fail(what)
    pytest.skip(what)
