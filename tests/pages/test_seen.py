"""A briefing's page is not made again while nothing that it shows has changed, and always when something has."""

import random
from pathlib import Path

import msgspec

from archive.newsroom import briefing, span_of, with_fact
from briefing import archive, pages
from briefing.model import Briefing, Page, Profile
from briefing.pages import Site
from briefing.render import Renderer
from briefing.settings import Settings

RENDERER = Renderer(Path(__file__).parents[2] / "themes" / "briefing" / "templates")
SITE = Site(Settings(site_url="https://archive.example"))
PEOPLE = ("Ada Brook|actor:ada-brook:person", "Rebels|actor:rebels:armed_group", "the army|actor:army:military", "Wire|actor:wire:media")
TOWNS = ("Marlow|location:marlow:settlement", "Oak|location:oak-province:admin", "Marlow Airport|location:marlow-airport:facility")


def article(number: int, dice: random.Random) -> Briefing:
    """An invented report; its facts name keys of which other reports know more."""
    who, whom = dice.sample(PEOPLE, 2)
    made = briefing(
        f"report-{number}", f"[{who}] in [{dice.choice(TOWNS)}]", f"Some said [{whom}] fled. They shot at ten men.",
        f"2024-05-0{dice.randint(1, 9)}", section=dice.choice(("World", "Local")), outlet=dice.choice(("Wire", "Post")),
    )
    made = with_fact(made, "event", "shot", "shot", type="ASSAULT", source=(dice.choice(("rebels", "army", "unnamed-men")),), main=True,
                     location=dice.choice(("marlow", "norland", "oak-province")))
    made = with_fact(made, "quantity", "ten men", unit="person", role="killed", min=10, of=dice.choice(("army", "rebels")))
    return with_fact(made, "attribution", "said", mode="claim", cue=span_of(made, "said"), speaker=None,
                     content=span_of(made, "fled"), speaker_key=dice.choice(("army", "wire")))


def changed(dice: random.Random) -> tuple[list[Briefing], tuple[Profile, ...], Site, tuple[Page, ...]]:
    """An archive of some of five reports, some of them written anew, with or without profiles, pages and other settings."""
    reports = [article(number, dice if dice.random() < 0.1 else random.Random(number)) for number in range(5) if dice.random() < 0.8]
    profiles = tuple(Profile(key, dice.choice((key, key.title()))) for key in ("rebels", "army") if dice.random() < 0.2)
    site = msgspec.structs.replace(SITE, style=dice.choice(("a.css", "b.css"))) if dice.random() < 0.1 else SITE
    own = (Page("method", dice.choice(("Method", "How")), dice.choice(("<p>x</p>", "<p>y</p>")), "m.md"),) if dice.random() < 0.2 else ()
    return reports, profiles, site, own


def test_a_page_whose_inputs_are_the_same_is_the_same() -> None:
    dice = random.Random(7)
    seen: dict[tuple[str, bytes], bytes] = {}
    kept = 0
    for _ in range(150):
        reports, profiles, site, own = changed(dice)
        for request in pages.requests(archive.build(reports, profiles, own), site):
            if request.path.startswith("briefings/"):
                key = (request.path, RENDERER.inputs(request))
                kept += key in seen
                rendered = RENDERER.render(request)
                assert seen.setdefault(key, rendered) == rendered, request.path
    assert kept > 100
    assert len(set(seen.values())) > 100
    assert len(seen) < 1.15 * len(set(seen.values())), "pages are made again for nothing"
