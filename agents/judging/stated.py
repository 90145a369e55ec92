"""What an article itself tells of two of its figures: a product, or a count and the one before it."""

from . import period, qualified, scope, where
from .side import Side

LEAP = 2
"""Farther off in the text, the count before another is hardly less than half of it, or more than twice as many."""


def by_article(left: Side, right: Side) -> str | None:
    """What makes them one thing."""
    if left.claim.figure.times or right.claim.figure.times:
        return "which states a product"
    if period.is_before(left) == period.is_before(right):
        return None
    fewer, more = where.by_value(left, right)
    before, newer = (left.claim, right.claim) if period.is_before(left) else (right.claim, left.claim)
    if not scope.more(before) <= scope.more(newer):
        return None  # "earlier 15 firefighters had been reported dead"
    near = scope.adjacent(before, newer) or not (fewer.value * LEAP < more.value or qualified.says_more(left, right))
    return "a count and the one before it" if near else None
