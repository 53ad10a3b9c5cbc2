"""`make screenshots`: pictures of each kind of page, for the README and the docs and for whoever changes the theme to look at.

The pages are served, as searching needs it.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from .chromium import CHROMIUM, FLAGS
from .serving import serving

WIDE, PHONE = (1440, 1000), (390, 844)


def pages(output: Path) -> dict[str, str]:
    """Name of a picture -> page: the first briefing, actor and place of the site, and its lists."""
    first = {kind: next(p for p in sorted((output / kind).iterdir()) if (p / "index.html").is_file() and p.name != "by").name
             for kind in ("briefings", "actors", "locations")}
    return {
        "home": "index.html", "briefing": f"briefings/{first['briefings']}/index.html", "actor": f"actors/{first['actors']}/index.html",
        "location": f"locations/{first['locations']}/index.html", "actors": "actors/index.html", "locations": "locations/index.html",
        "claims": "claims/index.html", "timeline": "timeline/index.html", "map": "map/index.html", "network": "network/index.html",
        "search": "search/index.html?q=attack", "subscribe": "subscribe/index.html", "method": "method/index.html",
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument("output", type=Path, help="a built site")
    parser.add_argument("pictures", type=Path, help="folder for the pictures")
    options = parser.parse_args()
    options.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright, serving(options.output) as address:
        browser = playwright.chromium.launch_persistent_context(profile, executable_path=CHROMIUM, args=FLAGS)
        for name, path in pages(options.output).items():
            for scheme, (width, height), suffix in (("light", WIDE, ""), ("dark", WIDE, "-dark"), ("light", PHONE, "-phone")):
                page = browser.new_page()
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(color_scheme=scheme)
                page.goto(f"{address}{path}", wait_until="networkidle")
                page.screenshot(path=options.pictures / f"{name}{suffix}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
