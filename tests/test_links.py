"""Every link of the whole output leads somewhere: pages, fragments, style, script, maps, feeds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from conftest import Built

_LINKS = ("href", "src", "{http://www.w3.org/1999/xlink}href")


@cache
def _page(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_bytes())


@cache
def _ids(path: Path) -> frozenset[str]:
    return frozenset(_page(path).xpath("//@id"))


def _broken(page: Path, root: Path, site_url: str) -> list[str]:
    found = []
    for link in (element.get(name) for element in _page(page).iter() for name in _LINKS if element.get(name) is not None):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            if not link.startswith(site_url):
                continue
            target = root / unquote(parts.path).lstrip("/")
        elif parts.path.startswith("/"):
            target = root / unquote(parts.path).lstrip("/")
        else:
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if target.is_dir():
            target = target / "index.html"
        if not target.is_file() or (parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in _ids(target)):
            found.append(f"{page.relative_to(root)} -> {link}")
    return found


def test_every_internal_link_and_fragment_leads_somewhere(site: Built) -> None:
    root = site.folder.resolve()
    pages = sorted(root.rglob("*.html"))
    assert len(pages) > 100
    broken = [link for page in pages for link in _broken(page, root, site.settings.site_url)]
    assert broken == []


def test_links_also_work_from_a_folder(site: Built) -> None:
    """Opened as a file, a link to a folder shows a listing: each must name its index.html."""
    root = site.folder.resolve()
    for page in sorted(root.rglob("*.html")):
        if page.name == "404.html":
            continue
        for link in _page(page).xpath("//a/@href"):
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                assert (page.parent / unquote(parts.path)).is_file(), f"{page.relative_to(root)} -> {link}"


def test_ids_are_unique_on_every_page(site: Built) -> None:
    for page in site.folder.rglob("*.html"):
        ids = _page(page).xpath("//@id")
        assert len(ids) == len(set(ids)), page


def test_links_to_elsewhere_are_http_and_tell_nothing(site: Built) -> None:
    for page in site.folder.rglob("*.html"):
        for anchor in _page(page).xpath("//a[@href]"):
            scheme = urlsplit(anchor.get("href")).scheme
            assert scheme in ("", "http", "https"), (page, anchor.get("href"))


def test_nothing_is_loaded_from_elsewhere(site: Built) -> None:
    """Scripts, styles, images and frames are the site's own; only links lead out."""
    for page in site.folder.rglob("*.html"):
        loaded = _page(page).xpath(
            "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //iframe/@src | //image/@href"
        )
        assert [address for address in loaded if urlsplit(address).scheme or urlsplit(address).netloc] == [], page
        assert _page(page).xpath("//script[not(@src) and not(@type='application/ld+json')] | //style | //*[@style]") == [], page


def test_every_page_stays_light(site: Built) -> None:
    pages = list(site.folder.rglob("*.html"))
    assert any(page.match("voices-from-the-road/3/index.html") for page in pages), "no page is too long for one part"
    assert [page for page in pages if page.stat().st_size >= 100_000] == []
