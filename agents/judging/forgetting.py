"""Which rows are forgotten, and when: by what they measure, by how many there are, the longest untouched first.

Time is that of the stream: the newest publication of a family's articles, never a clock, so that a replay forgets the
same. A row is touched when a claim joins one of its tracked figures; it is due so many days after that. A family's
rows lie in one partition, and only the event in hand may write there: so each family forgets when it is spoken of.
"""

from collections import defaultdict
from functools import cache
from heapq import heappop, heappush
from typing import Protocol

import msgspec

from ...schemas.claim import Claim
from ...schemas.row import Past, Row
from .. import languages
from .tracked import Figure

DAY = 86400.0


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much is remembered."""

    claims: int = 200_000
    """Of one family of measures."""
    untouched: bool = True
    """Whether time alone makes rows leave; not for archives that are fed in no order."""
    pasts: int = 2_000
    """Summaries of forgotten figures, of one family."""


def moment_of(row: Row) -> float:
    """The time a row brings the stream to; a date that lies ahead of its own feeding brings it no further."""
    published = max((claim.published_at.timestamp() for claim in _made(row)), default=0.0)
    return min(published, row.record.fed_at.timestamp()) if row.record.fed_at else published


def retention(row: Row) -> float:
    """Seconds for which a row is remembered after it was last touched: the longest of its measures'."""
    return max((_retained(claim.measure) for claim in _made(row)), default=_retained(None))


@cache
def _retained(measure: str | None) -> float:
    """For a measure; for none, the shortest that there is."""
    days, measures = languages.taxonomy()["retention"], languages.taxonomy()["measures"]
    behaviour = measures[measure][1] if measure in measures else "stock"
    longest: float = min(days.values()) if measure is None else days[behaviour]
    return longest * DAY


def _made(row: Row) -> tuple[Claim, ...]:
    """The claims of its article; those that it has withdrawn when no other is left: they still wait for others."""
    return row.record.claims or row.withdrawn


def summary(figure: Figure) -> Past:
    """What is kept of a figure that nobody has spoken of for long."""
    claims = figure.claims()
    printed = [claim.published_at for claim in claims]
    return Past(
        figure=figure.summed(figure.first.claim.measure),
        measure=claims[0].measure,
        place=next((claim.place for claim in claims if claim.place), None),
        first=min(printed),
        last=max(printed),
    )


class Remembered(Protocol):
    """What a schedule asks of the memory."""

    def row(self, key: str) -> Row | None:
        """The row under a key."""

    def touched(self, row: Row) -> float:
        """When one of a row's figures was last spoken of."""


class Schedule:
    """The rows of each family by when they are due; what was touched since is found out when its turn comes."""

    def __init__(self, limits: Limits) -> None:
        """Empty."""
        self.limits = limits
        self._due: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
        self._claims: dict[str, int] = defaultdict(int)
        self._now: dict[str, float] = defaultdict(float)

    def add(self, key: str, row: Row) -> None:
        """A row has come."""
        moment, family = moment_of(row), row.record.family
        heappush(self._due[family], (moment + retention(row), moment, key))
        self._claims[family] += len(row.record.claims)
        self._now[family] = max(self._now[family], moment)

    def drop(self, row: Row) -> None:
        """A row is gone; its place in the order is passed over when its turn comes."""
        self._claims[row.record.family] -= len(row.record.claims)

    def pick(self, family: str, memory: Remembered) -> list[str]:
        """The keys of the rows to forget now."""
        due, picked = self._due[family], dict[str, None]()
        over = self._claims[family] - self.limits.claims
        if over > 0:
            over += self.limits.claims // 100  # many at once, for taking one out of the index costs as much
        while due and (over > 0 or (self.limits.untouched and due[0][0] <= self._now[family])):
            _, moment, key = known = heappop(due)
            row = memory.row(key)
            if row is None or moment_of(row) != moment or key in picked:
                continue  # gone, or a later version's turn comes by itself
            until = max(known[0], memory.touched(row) + retention(row))
            if until > known[0]:
                heappush(due, (until, moment, key))
                continue
            picked[key] = None
            over -= len(row.record.claims)
        return list(picked)
