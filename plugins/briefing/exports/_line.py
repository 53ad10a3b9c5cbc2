"""The public form of a briefing: one line of JSON, after briefing.schema.json."""

from __future__ import annotations

import msgspec

from ..model import Briefing

_ENCODER = msgspec.json.Encoder()


def line(briefing: Briefing) -> bytes:
    """A line of data/briefings.jsonl, with its line end.

    The structs of model are the format, but for an address that a briefing does not have: a briefing extracted without
    a site has no `url` at all.
    """
    if briefing.url is not None:
        return _ENCODER.encode(briefing) + b"\n"
    fields = {name: value for name, value in msgspec.structs.asdict(briefing).items() if name != "url"}
    return _ENCODER.encode(fields) + b"\n"
