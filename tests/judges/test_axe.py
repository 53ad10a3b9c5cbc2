"""axe-core finds nothing to complain of on any kind of page: WCAG 2.2 AA and its best practices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from conftest import Built
from judges.kinds import pages
from serving import serving

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    with serving(site.folder) as address:
        yield address


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_accessible(browser: Browser, site: Built, address: str, scheme: Any, width: int) -> None:
    context = browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", bypass_csp=True, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    complaints = []
    for path in pages(site.folder):
        page.goto(address + path, wait_until="load")
        found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        complaints += [f"{path}: {each['id']}: {node['target']}" for each in found for node in each["nodes"]]
    context.close()
    assert not complaints, "\n".join(complaints)
