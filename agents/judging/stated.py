"""What an article itself tells of two of its figures: a product, or a count and the one before it."""

from . import period, scope, where
from .answering import neighbours
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
    near = scope.adjacent(before, newer) or not (fewer.value * LEAP < more.value or says_more(left, right))
    return "a count and the one before it" if near else None


def says_more(left: Side, right: Side) -> bool:
    """One counts a kind of people ("Mexican nationals"), the other people: the kind may be a part.

    "280 schools, says the ministry. The union gives 450": one without a word of its own takes the noun before.
    """
    one, two = (side.claim for side in sorted((left, right), key=lambda side: side.claim.start))
    if neighbours(one, two) and not two.figure.counted and not scope.after(two):
        return False
    alike = one.group == two.group and one.group is not None
    return not alike and scope.more(one) != scope.more(two)
