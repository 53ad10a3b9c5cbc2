"""Toponyms: found (spans overlap), and put within 161 km (100 miles) of where the readers put them.

The distance is the field's custom (Gritta et al. 2018, "What's missing in geographical parsing?").
"""

from __future__ import annotations

import math

from briefing.model import LocationFact, Span
from briefing.spans import overlaps

from ._score import Score, Scores, one_to_one
from ._texts import Case, gold_span

NEAR_KM = 161.0
_EARTH_KM = 6371.0

Placed = tuple[Span, float | None, float | None]


def toponyms(case: Case) -> Scores:
    given = [(span, fact.attrs.lat, fact.attrs.lon) for span, fact in case.facts(LocationFact) if fact.attrs.form in ("name", "metonym")]
    wanted = [(gold_span(item), item["lat"], item["lon"]) for item in case.text.gold["locations"]]
    found = one_to_one(given, wanted, _meets)
    near = one_to_one(given, wanted, lambda a, b: _meets(a, b) and _near(a, b))
    return {"places.found": found, "places.161km": near, "places.161km-of-found": Score(near.right, found.right, near.right, found.right)}


def _meets(ours: Placed, gold: Placed) -> bool:
    return overlaps(ours[0], gold[0])


def _near(ours: Placed, gold: Placed) -> bool:
    (_, lat, lon), (_, gold_lat, gold_lon) = ours, gold
    if lat is None or lon is None or gold_lat is None or gold_lon is None:
        return False
    return distance(lat, lon, gold_lat, gold_lon) <= NEAR_KM


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in kilometres (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
