"""Page weight stays flat as the archive grows: every list is paged, and none of its pages passes 100 kB."""

from functools import cache
from pathlib import Path

import msgspec

from archive.newsroom import briefing, span_of, with_fact
from briefing import archive, pages
from briefing.model import Archive, Briefing, Group, LocationFact
from briefing.pages import Site
from briefing.render import Renderer
from briefing.settings import Settings

RENDERER = Renderer(Path(__file__).parents[2] / "themes" / "briefing" / "templates")
SITE = Site(Settings(site_url="https://archive.example"))
HEAVY = 100_000
REPORTS = 240
DEED = "the guards of the northern road shelled the market and the houses behind it"


def report(number: int) -> Briefing:
    """One of many long reports about the same actor and the same place, each with a country and a town of its own."""
    told = f"which was said at length and more than once in the course of the long day of the {number}th report, " * 6
    source = briefing(
        f"report-of-the-long-war-on-the-northern-road-number-{number}", f"Report {number} of the long war on the northern road",
        " ".join(
            f"[The Guards|actor:guards:military] of [Marlow|location:marlow:settlement], {told}met "
            f"[Actor {number}|actor:actor-{number}:person] in [Town {number}|location:town-{number}:settlement] "
            f"in [Land {number}|location:land-{number}:country], time {time}."
            for time in range(4)
        ) + f" [The Guards|actor:guards:military] said that {DEED}.",
        f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}", section="War",
    )
    town = {"lat": 50.0, "lon": number / 5, "precision": "settlement", "country": "DE", "within": (f"land-{number}",)}
    places = {"town": town, "land": {"country": "DE"}}
    source = msgspec.structs.replace(source, facts=tuple(
        msgspec.structs.replace(fact, attrs=msgspec.structs.replace(fact.attrs, **places[fact.key.partition("-")[0]]))
        if isinstance(fact, LocationFact) and fact.key and fact.key.partition("-")[0] in places else fact for fact in source.facts
    ))
    for _ in range(6):
        source = with_fact(source, "event", "shelled", "shelling", type="ASSAULT", source=("guards",), location="marlow", main=True,
                           date=f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}")
    source = with_fact(source, "quantity", DEED.split()[0], unit="person", role="killed", min=number, max=number)
    source = with_fact(source, "relation", "The Guards", predicate="opposed_to", subject="guards", object=f"actor-{number}")
    return with_fact(source, "attribution", "said", mode="claim", cue=span_of(source, "said"), speaker=span_of(source, "The Guards"),
                     content=span_of(source, DEED), speaker_key="guards")


@cache
def grown() -> Archive:
    return archive.build([report(number) for number in range(REPORTS)])


def heavy(whole: Archive) -> dict[str, int]:
    found = {request.path: len(RENDERER.render(request)) for request in pages.requests(whole, SITE)}
    assert len(found) > REPORTS
    return {path: weight for path, weight in found.items() if weight >= HEAVY}


def test_no_page_grows_with_the_archive() -> None:
    assert heavy(grown()) == {}


def test_many_reports_of_each_event_make_no_list_heavy() -> None:
    whole, size = grown(), 24
    groups = (Group(whole.briefings[n : n + size], "same day, same place, worded alike") for n in range(0, REPORTS, size))
    assert heavy(msgspec.structs.replace(whole, groups={one.id: group for group in groups for one in group.briefings})) == {}
