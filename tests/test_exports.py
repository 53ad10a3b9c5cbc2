"""Downloads: complete, valid by their own formats, safe to open, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest
from lxml import etree

from archive.newsroom import briefing, with_fact
from briefing import archive, exports
from briefing.exports import EXPORTS, facts_csv, sitemap
from briefing.model import Archive, Page
from briefing.settings import Settings
from conftest import Built

SITE = "https://archive.example"
SETTINGS = Settings(site_url=SITE)
TITLE = "[Norland|actor:norland:state] talks"
BODY = "[Norland|actor:norland:state] met the [Red Union|actor:red-union:armed_group] in [Marlow|location:marlow:settlement]. Five died."
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def stand() -> Archive:
    first = briefing("talks", TITLE, BODY, "2024-05-01T10:00")
    first = with_fact(first, "quantity", "Five", unit="person", role="killed", min=5.0, max=5.0)
    second = briefing("more-talks", TITLE, "[Unplaced|location:unplaced:other] lies in [Marlow|location:marlow:settlement].", "2024-06-02")
    return archive.build([first, second, briefing("undated", "Undated", "Nobody knows when.", None)])


def files(whole: Archive) -> dict[str, bytes]:
    return {file.path: file.content for file in exports.exports(whole, SETTINGS)}


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_every_export_is_deterministic_and_bears_an_empty_archive(export: exports.Export) -> None:
    def written(whole: Archive) -> dict[str, bytes]:
        return {stream.path: b"".join(stream.pieces) for stream in export(whole, SETTINGS)}

    assert written(stand()) == written(stand())
    assert all(content or path.endswith(".jsonl") for path, content in written(archive.build([])).items())


def test_no_two_exports_write_one_file() -> None:
    paths = [file.path for file in exports.exports(stand(), SETTINGS)]
    assert sorted(paths) == [
        "data/actor-names.json", "data/actors.json", "data/briefings.jsonl", "data/facts.csv", "data/location-names.json",
        "data/locations.geojson", "data/locations.json", "data/may-be-one.yaml", "robots.txt", "sitemap.xml",
    ]


def test_the_names_for_the_box_over_an_index_are_few_bytes_each() -> None:
    assert json.loads(files(stand())["data/location-names.json"]) == [
        ["Marlow", "marlow", "settlement", 2], ["Unplaced", "unplaced", "other", 1],
    ]


def test_briefings_stand_newest_first_with_their_addresses() -> None:
    lines = [json.loads(line) for line in files(stand())["data/briefings.jsonl"].splitlines()]
    assert [(line["id"], line["url"]) for line in lines] == [
        (name, f"{SITE}/briefings/{name}/") for name in ("more-talks", "talks", "undated")
    ]


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_every_fact_is_a_row() -> None:
    whole = stand()
    found = rows(files(whole)["data/facts.csv"])
    assert len(found) == sum(len(told.facts) for told in whole.briefings)
    five = next(row for row in found if row["kind"] == "quantity")
    assert (five["quote"], five["min"], five["role"], five["unit"], five["key"]) == ("Five", "5.0", "killed", "person", "")
    assert five["url"] == f"{SITE}/briefings/talks/#s2"
    assert next(row for row in found if row["key"] == "marlow")["lat"] == "60.7"


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)"])
def test_a_spreadsheet_takes_no_words_for_a_formula(words: str) -> None:
    told = briefing("a", "Talks", f"[{words}|actor:odd:organisation] met, \"so\", he said.", outlet=words)
    row = rows(files(archive.build([told]))["data/facts.csv"])[0]
    assert (row["quote"], row["label"], row["outlet"]) == (f"'{words}",) * 3


def test_a_number_below_zero_stays_a_number() -> None:
    assert facts_csv._cell(-0.63) == -0.63


def test_entries_say_where_they_stand() -> None:
    written = files(stand())
    actors = {actor["key"]: actor for actor in json.loads(written["data/actors.json"])}
    assert list(actors) == ["norland", "red-union"]
    assert actors["norland"]["briefings"] == ["more-talks", "talks"]
    assert (actors["norland"]["first"], actors["norland"]["last"]) == ("2024-05-01T10:00", "2024-06-02")
    assert actors["norland"]["aliases"] == [{"text": "Norland", "count": 3}]
    assert (actors["red-union"]["url"], actors["red-union"]["feed"]) == (f"{SITE}/actors/red-union/", f"{SITE}/feeds/actors/red-union.xml")
    places = {place["key"]: place for place in json.loads(written["data/locations.json"])}
    assert places["marlow"]["within"] == ["oak-province", "norland"]
    assert places["unplaced"]["lat"] is None


def test_geojson_has_every_place_with_coordinates() -> None:
    collection = json.loads(files(stand())["data/locations.geojson"])
    assert "GeoNames" in collection["attribution"]
    [feature] = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [20.6, 60.7]}
    assert (feature["id"], feature["properties"]["briefings"], feature["properties"]["precision"]) == ("marlow", 2, "settlement")


def listed(content: bytes) -> dict[str, str | None]:
    return {url.findtext(f"{SPACE}loc"): url.findtext(f"{SPACE}lastmod") for url in etree.fromstring(content)}


def test_the_sitemap_dates_pages_by_their_newest_article() -> None:
    whole = msgspec.structs.replace(stand(), pages=(Page("about", "About", "", ""),))
    pages = listed(files(whole)["sitemap.xml"])
    assert pages[f"{SITE}/"] == pages[f"{SITE}/briefings/more-talks/"] == pages[f"{SITE}/actors/norland/"] == "2024-06-02"
    assert pages[f"{SITE}/actors/red-union/"] == pages[f"{SITE}/2024/05/"] == "2024-05-01"
    assert pages[f"{SITE}/briefings/undated/"] is pages[f"{SITE}/about/"] is None


def test_a_large_sitemap_is_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = listed(files(stand())["sitemap.xml"])
    monkeypatch.setattr(sitemap, "LIMIT", 10)
    written = files(stand())
    parts = listed(written["sitemap.xml"])
    assert list(parts) == [f"{SITE}/sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    assert {url: day for n in range(1, len(parts) + 1) for url, day in listed(written[f"sitemap-{n}.xml"]).items()} == whole


def test_robots_names_the_sitemap() -> None:
    assert files(stand())["robots.txt"].decode().splitlines() == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE}/sitemap.xml"]


def test_every_page_of_the_sitemap_is_there(site: Built) -> None:
    pages = [url.removeprefix(f"{site.settings.site_url}/") for url in listed((site.folder / "sitemap.xml").read_bytes())]
    assert [page for page in pages if not (site.folder / page / "index.html").is_file()] == []
