"""The reference period: which of two claims holds later, and whether they speak of one occasion."""

from datetime import timedelta
from typing import Literal, NamedTuple, Protocol

from ...schemas.claim import AsOf, Claim

Order = Literal["same", "later", "earlier"]
NONE = timedelta(0)
DAY = timedelta(days=1)
FLOW_APART = 2 * DAY
STOCK_APART = 120 * DAY
"""A stock or a toll is followed for so long; beyond, it needs to be another story."""
SETTLED = timedelta(hours=3)
"""Publications nearer than this do not show which figure is newer."""


class Dated(Protocol):
    """A claim with its reference period, which is asked for again and again."""

    @property
    def claim(self) -> Claim:
        """What is claimed."""

    @property
    def period(self) -> AsOf:
        """What `as_of` says of it."""


class Moment(NamedTuple):
    """A claim and its period, and no more."""

    claim: Claim
    period: AsOf


def dated(claim: Claim) -> Moment:
    """A claim that is held against another by time alone."""
    return Moment(claim, as_of(claim))


def as_of(claim: Claim) -> AsOf:
    """The claim's own date, else its publication."""
    if claim.as_of is not None:
        return claim.as_of
    return AsOf(start=claim.published_at, end=claim.published_at, accuracy="publication")


def gap(one: Dated, two: Dated) -> timedelta:
    """Time between two as-of periods; nothing where they overlap."""
    first, second = one.period, two.period
    if first.start > second.end:
        return first.start - second.end
    return second.start - first.end if second.start > first.end else NONE


def overlapping(one: Dated, two: Dated) -> bool:
    """Whether both may speak of one moment."""
    return gap(one, two) == NONE  # neighbouring days touch: "today" of one may be "yesterday" of the other


def meet(one: Dated, two: Dated) -> bool:
    """Whether the two periods share more than their border."""
    first, second = one.period, two.period
    return (first.start < second.end and second.start < first.end) or first == second


def same_day(one: Dated, two: Dated) -> bool:
    """Whether both hold for one day, as far as their dates tell."""
    first, second = one.period, two.period
    return first.start.date() == second.start.date()


def later(one: Dated, two: Dated) -> Order:
    """Whether the first claim holds for a later time than the second: by as-of, if not by what is of before."""
    first, second = one.period, two.period
    if first.start >= second.end and first.start > second.start:
        return "later"
    if second.start >= first.end and second.start > first.start:
        return "earlier"
    if is_before(one) != is_before(two):
        return "earlier" if is_before(one) else "later"
    if not hours_apart(one, two):
        return "same"
    return "later" if one.claim.published_at > two.claim.published_at else "earlier"


def is_long(one: Dated) -> bool:
    """Last week, in June: some day of it, or all of it."""
    return one.period.end - one.period.start > DAY


def is_before(one: Dated) -> bool:
    """Whether it is told as the count before another: "officials had earlier put the toll at 290"."""
    return one.period.accuracy == "before"


def hours_apart(one: Dated, two: Dated) -> bool:
    """Whether the claims were printed so far apart that the one is the newer."""
    left, right = one.claim, two.claim
    return left.article_id != right.article_id and abs(left.published_at - right.published_at) >= SETTLED


def told_before(one: Dated) -> bool:
    """Whether a plan's date is that of the day on which it was told: it lies before the publication."""
    return one.period.end <= one.claim.published_at
