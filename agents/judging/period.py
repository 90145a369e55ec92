"""The reference period: which of two claims holds later, and whether they speak of one occasion."""

from datetime import timedelta
from typing import Literal

from ...schemas.claim import AsOf, Claim

Order = Literal["same", "later", "earlier"]
DAY = timedelta(days=1)
FLOW_APART = 2 * DAY
STOCK_APART = 120 * DAY
"""A stock or a toll is followed for so long; beyond, it needs to be another story."""
SETTLED = timedelta(hours=3)
"""Publications nearer than this do not show which figure is newer."""


def as_of(claim: Claim) -> AsOf:
    """The claim's own date, else its publication."""
    if claim.as_of is not None:
        return claim.as_of
    return AsOf(start=claim.published_at, end=claim.published_at, accuracy="publication")


def gap(one: Claim, two: Claim) -> timedelta:
    """Time between two as-of periods; nothing where they overlap."""
    first, second = as_of(one), as_of(two)
    return max(first.start - second.end, second.start - first.end, timedelta(0))


def overlapping(one: Claim, two: Claim) -> bool:
    """Whether both may speak of one moment."""
    return gap(one, two) == timedelta(0)  # neighbouring days touch: "today" of one may be "yesterday" of the other


def meet(one: Claim, two: Claim) -> bool:
    """Whether the two periods share more than their border."""
    first, second = as_of(one), as_of(two)
    return (first.start < second.end and second.start < first.end) or first == second


def same_day(one: Claim, two: Claim) -> bool:
    """Whether both hold for one day, as far as their dates tell."""
    first, second = as_of(one), as_of(two)
    return first.start.date() == second.start.date()


def later(one: Claim, two: Claim) -> Order:
    """Whether the first claim holds for a later time than the second: by as-of, then by publication."""
    first, second = as_of(one), as_of(two)
    if first.start >= second.end and first.start > second.start:
        return "later"
    if second.start >= first.end and second.start > first.start:
        return "earlier"
    if not hours_apart(one, two):
        return "same"
    return "later" if one.published_at > two.published_at else "earlier"


def is_long(claim: Claim) -> bool:
    """Last week, in June: some day of it, or all of it."""
    when = as_of(claim)
    return when.end - when.start > DAY


def hours_apart(one: Claim, two: Claim) -> bool:
    """Whether the claims were printed so far apart that the one is the newer."""
    return one.article_id != two.article_id and abs(one.published_at - two.published_at) >= SETTLED


def told_before(claim: Claim) -> bool:
    """Whether a plan's date is that of the day on which it was told: it lies before the publication."""
    return as_of(claim).end <= claim.published_at
