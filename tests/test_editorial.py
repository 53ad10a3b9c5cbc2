"""What editors write: what a profile takes from its metadata, what is made of its text, and what it says of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.editorial import OWN_PATHS, doubtful, page, profile
from briefing.lexicon import load
from briefing.model import Problem
from conftest import Built

ROOT = Path(__file__).parent.parent
BASE = """\
name: Camp Example
type: facility
aliases: Example Camp; Example air base,
    Camp Sample
country: IQ
icao: ORXX
coordinates: 33.5, -42.25
precision: site
within: anbar, iraq

A *base* in the [desert](https://example.org).
"""


def test_a_profile_takes_every_line_of_its_metadata() -> None:
    made, problems = profile(BASE.encode(), "content/locations/camp-example.md", "location")
    assert problems == () and made is not None
    assert (made.key, made.name, made.type, made.country, made.icao) == ("camp-example", "Camp Example", "facility", "IQ", "ORXX")
    assert made.aliases == ("Example Camp", "Example air base", "Camp Sample")
    assert (made.lat, made.lon, made.precision, made.within) == (33.5, -42.25, "site", ("anbar", "iraq"))
    assert made.html == '<p>A <em>base</em> in the <a href="https://example.org" rel="noopener noreferrer">desert</a>.</p>'


@pytest.mark.parametrize(("line", "message", "hint"), [
    ("coordinates: 133.5, 42", "'133.5, 42' are no coordinates", "write latitude, longitude in degrees: 33.7856, 42.4412"),
    ("coordinates: north of Hit", "'north of Hit' are no coordinates", "write latitude, longitude in degrees: 33.7856, 42.4412"),
    ("type: castle", "'castle' is no type of location", "use one of facility, settlement, admin, country, region, water, other"),
    ("precision: exact", "'exact' is no precision", "use one of site, settlement, admin, country, region"),
    ("country: Iraq", "'Iraq' is no country", "write it as two capital letters of ISO 3166: IQ"),
    ("wikidata: 796", "'796' is no wikidata", "write it as a Wikidata item: Q796"),
    ("geonameid: 0", "'0' is no GeoNames id", "write the number in the address of its GeoNames page: 98182"),
    ("within: Anbar Province", "'Anbar Province' is no key", "write keys of places, nearest first: anbar-province"),
    ("colour: red", "there is no metadata called 'colour'",
     "use one of aliases, coordinates, country, geonameid, icao, kind, name, part-of, precision, type, wikidata, within"),
    ("of: iraq", "there is no metadata called 'of'",
     "use one of aliases, coordinates, country, geonameid, icao, kind, name, part-of, precision, type, wikidata, within"),
])
def test_a_line_that_does_not_fit_is_told_and_left_out(line: str, message: str, hint: str) -> None:
    made, problems = profile(f"name: Camp Example\n{line}\n\nText.".encode(), "camp-example.md", "location")
    assert problems == (Problem("camp-example.md", 2, "error", message, hint),)
    assert made is not None and made.name == "Camp Example" and made.html == "<p>Text.</p>"


def test_an_everyday_word_as_alias_is_told() -> None:
    made, problems = profile(b"name: March Group\naliases: March; IS\n", "march-group.md", "actor")
    assert made is not None
    assert [str(p) for p in problems] == [
        "march-group.md:2: warning: the alias 'March' is an everyday word "
        "(take it out, or write the name in full, else it is found where nobody means it)"
    ]


@pytest.mark.parametrize(("data", "path", "told"), [
    (b"", "x.md", "x.md:1: error: the profile has no name (write a line such as \"name: Ain al-Asad Air Base\" on top)"),
    (b"name: X", "Camp X.md", "Camp X.md:0: error: the file name 'Camp X' is no key (name the file camp-x.md)"),
    (b"name: X\n\xff", "x.md", "x.md:2: error: the file is not UTF-8 (save it as UTF-8)"),
])
def test_no_profile_without_a_name_and_a_key(data: bytes, path: str, told: str) -> None:
    made, problems = profile(data, path, "actor")
    assert made is None
    assert [str(problem) for problem in problems] == [told]


@pytest.mark.parametrize(("path", "lines", "told"), [
    ("actors/hezbolla.md", "name: Hezbollah", "'Hezbollah' is the name of 'hezbollah' too (name the file hezbollah.md"),
    ("actors/oak-guard.md", "name: Oak Guard\nof: oak-councl", "there is no actor 'oak-councl' for it to belong to (take the key from"),
    ("locations/odesa-port.md", "name: Odesa", "'Odesa' is the name of 'odesa' too (name the file odesa.md"),
    ("locations/odesa.md", "name: Odesa\nwithin: kirkuk-province, iraq", "there is no place 'kirkuk-province' for it to lie in "
     "(did you mean 'kirkuk-governorate'?)"),
    ("actors/oak-guard.md", "name: Oak Guard\nof: oak-council", ""),  # an actor of the archive
    ("actors/hezbollah-skater.md", "name: Hezbollah", ""),  # whom an editor parted
    ("actors/hezbollah.md", "name: Hizbullah", ""),
    ("locations/camp-oak.md", "name: Kirkuk\ncoordinates: 1, 2\nwithin: iraq", ""),  # another place of that name
])
def test_a_profile_that_nobody_else_fits_is_told(path: str, lines: str, told: str) -> None:
    made, problems = profile(f"{lines}\n".encode(), f"content/{path}", "actor" if path.startswith("actors") else "location")
    assert made is not None and problems == ()
    found = [str(problem) for problem in doubtful([made], load([made]), {"oak-council"}, {"hezbollah-skater"})]
    assert [each.startswith(f"content/{path}:0: warning: {told}") for each in found] == [True] * bool(told)


def test_markup_is_made_safe() -> None:
    text = "name: X\n\n<script>alert(1)</script><p onclick=\"x()\">Hi</p> [go](javascript:x) <img src=http://a/b> {{ x }}\n"
    made, _ = profile(text.encode(), "x.md", "actor")
    assert made is not None
    assert not any(part in made.html for part in ("script", "onclick", "<img", "alert"))
    assert "{{ x }}" in made.html


def test_a_page_has_a_title_and_an_address() -> None:
    made, problems = page(b"title: How it works\nslug: method\n\n## One\n", "content/pages/m.md")
    assert problems == () and made is not None
    assert (made.slug, made.title, made.html) == ("method", "How it works", "<h2>One</h2>")
    made, problems = page(b"titel: About\n\nText", "content/pages/about.md")
    assert made is None
    assert [p.message for p in problems] == ["a page has no 'titel'", "the page has no title"]


@pytest.mark.parametrize(("data", "path"), [
    (b"title: Who we are\n\nText", "content/pages/actors.md"),
    (b"title: The year\nslug: 2019\n\nText", "content/pages/year.md"),
    (b"title: Subscribe\nslug: feeds\n\nText", "content/pages/news.md"),
])
def test_a_page_may_not_stand_where_the_site_does(data: bytes, path: str) -> None:
    made, (problem,) = page(data, path)
    assert made is None
    assert (problem.severity, problem.path) == ("error", path)
    assert "the site's own pages stand at" in problem.message and "another slug" in problem.hint


def test_every_folder_of_a_site_is_kept_from_pages(site: Built) -> None:
    folders = {path.name for path in site.folder.iterdir() if path.is_dir()}
    own = {path.stem for path in (ROOT / "content/pages").glob("*.md")}
    assert {name for name in folders - own if not name.isdigit()} <= OWN_PATHS


@pytest.mark.parametrize(("folder", "kind"), [("actors", "actor"), ("locations", "location")])
def test_the_projects_own_profiles_hold(folder: str, kind: str) -> None:
    lexicon = load()
    for path in sorted((ROOT / "content" / folder).glob("*.md")):
        made, problems = profile(path.read_bytes(), str(path), kind)  # type: ignore[arg-type]
        assert problems == () and made is not None
        assert all(lexicon.places.get(key) for key in made.within)
        assert made.of is None or ("actor", made.of) in lexicon.entities


def test_the_projects_own_pages_hold() -> None:
    for path in sorted((ROOT / "content/pages").glob("*.md")):
        made, problems = page(path.read_bytes(), str(path))
        assert made is not None and problems == ()
