"""Dates of articles as feeds write them, with what the source says of the zone and no more.

A feed must write a zone where most articles state none. Then the time goes out as it stands with the zone `-0000`, which
by RFC 5322 (section 3.3) says that nothing is known of the local zone; setting BRIEFING_TIMEZONE gives such times a zone.
A date without a time is its midnight. The clock is never asked.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

#: What stands where Atom demands a date and the source gives none.
UNKNOWN = datetime(1970, 1, 1)
_HALF_HOUR = timedelta(minutes=30)


def moment(published: str | None, zone: str | None) -> datetime | None:
    """The date of an article; without a zone if neither the source nor the settings name one. None where it is no full date."""
    text = published or ""
    try:
        stated = datetime.fromisoformat(text) if len(text) > 10 else datetime.combine(date.fromisoformat(text), time())
    except ValueError:
        return None
    if not 1000 <= stated.year < 9999:
        return None
    stated = stated.replace(microsecond=0)
    return stated if stated.tzinfo or not zone else _placed(stated, zone)


def _placed(stated: datetime, zone: str) -> datetime:
    try:
        return stated.replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return stated


def newest(moments: list[datetime]) -> datetime | None:
    return max(moments, key=lambda m: m if m.tzinfo else m.replace(tzinfo=UTC), default=None)


def rfc822(stated: datetime) -> str:
    """`Tue, 21 Nov 2023 22:33:00 -0000`, for RSS. Offsets that are no half hours go to UTC: readers stumble on them."""
    offset = stated.utcoffset()
    return format_datetime(stated.astimezone(UTC) if offset and offset % _HALF_HOUR else stated)


def rfc3339(stated: datetime) -> str:
    """`2023-11-21T22:33:00-00:00`, for Atom and JSON Feed (RFC 3339, section 4.3, on the unknown local offset)."""
    offset = stated.utcoffset()
    if offset is None:
        return f"{stated.isoformat()}-00:00"
    return (stated.astimezone(UTC) if offset % _HALF_HOUR else stated).isoformat()
