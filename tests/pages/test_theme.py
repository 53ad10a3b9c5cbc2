"""The style sheet's colours can be read by everybody, and its scripts stay small."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "themes" / "briefing" / "static"
CSS = (STATIC / "style.css").read_text("utf-8")
GROUNDS = ("ground", "panel", "raised", "glow")
INKS = ("ink", "soft", "accent", "actor", "location", "time", "quantity", "weapon", "event", "attribution", "relation")


def colours(selector: str) -> dict[str, str]:
    """The colours that a rule sets, by name."""
    rule = re.search(re.escape(selector) + r" \{(.*?)\}", CSS, re.DOTALL)
    assert rule, selector
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", rule[1]))


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


LIGHT, DARK = colours(":root"), colours(':root[data-theme="dark"]')


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_colour_has_enough_contrast(theme: dict[str, str], ink: str, ground: str) -> None:
    light, dark = sorted((luminance(theme[ink]), luminance(theme[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_dark_by_choice_is_dark_by_preference() -> None:
    assert colours(':root:not([data-theme="light"])') == DARK


def test_what_every_page_loads_is_small() -> None:
    assert len(gzip.compress((STATIC / "script.js").read_bytes())) < 5_000
    assert len(gzip.compress(b"".join(sheet.read_bytes() for sheet in sorted(STATIC.glob("*.css"))))) < 12_000


def test_no_file_of_the_theme_asks_another_host() -> None:
    for path in STATIC.iterdir():
        addresses = re.findall(r"(?:https?:)?//[\w.]+\.\w+[^\s\"')]*", path.read_text("utf-8"))
        assert not [address for address in addresses if "www.w3.org" not in address], path.name
