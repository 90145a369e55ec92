"""Entries of a live blog: each begins its line with a clock, and holds for that moment."""

import re
from bisect import bisect_right
from datetime import UTC, datetime, timedelta

from ...schemas.claim import AsOf

CLOCK = re.compile(
    r"^[ \t]*[\[(]?(?P<hour>[01]?\d|2[0-3])"
    r"[ \u00a0]?(?:[h:](?P<minute>[0-5]\d)?|\.(?P<dot>[0-5]\d)(?=[ \u00a0]+[-–—|])"
    r"|(?=(?:\.[0-5]\d)?[ \u00a0]?[ap]\.?m)(?:\.(?P<past>[0-5]\d))?)"
    r"(?:[ \u00a0]?(?P<half>[ap])\.?m\.?)?(?:[ \u00a0]?(?P<zone>GMT|UTC)\b)?[\])]?[ \t\u00a0]*(?:[-–—:|]|(?=\s))",
    re.M | re.I,
)
FEWEST = 3
"""So many lines with clocks make a live blog."""
NOON = 12
LATE = timedelta(hours=12)
"""A clock so much later than the publication is of the day before."""

Entry = tuple[int, AsOf]
"""Where an entry begins, and the moment that it is of."""


def entries(text: str, published_at: datetime) -> list[Entry]:
    """The entries of a text in order, by the zone they name or the publication's own; none where it is no live blog."""
    found = [(match.start(), _moment(match, published_at)) for match in CLOCK.finditer(text)]
    return found if len(found) >= FEWEST else []


def moment_at(found: list[Entry], place: int) -> AsOf | None:
    """The moment of the entry that a place of the text stands in."""
    number = bisect_right(found, place, key=lambda entry: entry[0]) - 1
    return found[number][1] if number >= 0 else None


def _moment(match: re.Match[str], published_at: datetime) -> AsOf:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    minute = int(match["minute"] or match["dot"] or match["past"] or 0)
    here = published_at.astimezone(UTC) if match["zone"] else published_at
    moment = here.replace(hour=hour, minute=minute, second=0, microsecond=0).astimezone(UTC)
    if moment - published_at > LATE:
        moment -= timedelta(days=1)
    return AsOf(start=moment, end=moment, accuracy="instant")
