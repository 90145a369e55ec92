"""Figures as intervals for judging: printed bounds widened by what hedges, rounding and measuring leave open."""

from decimal import Decimal
from typing import NamedTuple

from ...schemas.claim import Claim, Figure

EXACT_BELOW = Decimal(1000)
ROUNDED, HEDGED = Decimal("0.05"), Decimal("0.10")
"""The widest a rounded and a hedged value may reach, as shares of it."""
FLOOR_REACH = Decimal("1.25")
"""A floor of another lineage supports a value up to so many times itself, and "as many as" one so many times less."""
VAGUE_REACH = Decimal(5)
"""A round word reaches to the next one: "hundreds", read as at least 200, says nothing against 900."""
VAGUE = frozenset(("several", "dozens", "hundreds", "thousands", "millions", "billions"))
TEN = Decimal(10)
TELLING_DIGITS = 3
"""1,254 jobs in two languages are hardly two things; 1,000 may be, and 5,000 and 10,000 add up to 15,000."""
HUNDREDS = 2
"""The exponent of what is a whole number of hundreds."""


class Interval(NamedTuple):
    """What a figure may mean; None is an open end, and `reach` how many times away an open end supports a value.

    None is any: "fewer than 1,000" says nothing of how many.
    """

    low: Decimal | None
    high: Decimal | None
    reach: Decimal | None = FLOOR_REACH


def widened(figure: Figure) -> Interval:
    """The values a figure is compatible with (DESIGN, section 5)."""
    times = figure.times or Decimal(1)
    low = None if figure.low is None else (figure.low - _closed(figure, figure.low)) * times
    high = None if figure.high is None else (figure.high + _closed(figure, figure.high)) * times
    return Interval(low, high, _reach(figure))


def _reach(figure: Figure) -> Decimal | None:
    if figure.qualifier in VAGUE:
        return VAGUE_REACH
    return None if figure.qualifier == "less_than" else FLOOR_REACH


def _closed(figure: Figure, value: Decimal) -> Decimal:
    """A bound with an open end stands as printed."""
    return Decimal(0) if figure.low is None or figure.high is None else _spread(figure, value)


def _spread(figure: Figure, value: Decimal) -> Decimal:
    value = abs(value)
    if figure.qualifier == "about":
        return min(significant_step(figure, value) / 2, value * HEDGED)
    if figure.kind in ("measure", "rate", "percent", "points") or (figure.kind == "money" and value < EXACT_BELOW):
        return (figure.step or Decimal(0)) / 2 if figure.kind != "percent" or (figure.step or 1) < 1 else Decimal(0)
    if value < EXACT_BELOW:
        return Decimal(0)
    if not figure.magnitude and int(value.normalize().as_tuple().exponent) < HUNDREDS:
        return Decimal(0)
    return min(significant_step(figure, value) / 2, value * ROUNDED)


def significant_step(figure: Figure, value: Decimal) -> Decimal:
    """What a figure is rounded to: the value of the last digit that is not zero: 12,000 has 1,000."""
    if figure.magnitude and figure.step:
        return figure.step
    digits = value.normalize()
    return TEN ** int(digits.as_tuple().exponent) if value else Decimal(0)


def overlap(one: Interval, two: Interval) -> bool:
    """Whether some value fits both; intervals that only touch are disjoint, equal points are not."""
    if one == two:
        return True
    return _below(one.low, two.high) and _below(two.low, one.high)


def _below(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low < high


def compatible(one: Claim, two: Claim, *, lineage: bool) -> bool:
    """Whether two claims may both be true of one quantity; `lineage`: they come from one source."""
    return fit(widened(one.figure), widened(two.figure), lineage=lineage)


def fit(first: Interval, second: Interval, *, lineage: bool) -> bool:
    """Whether one quantity may lie in both."""
    one, two = _point(first), _point(second)
    if one and two:
        return first.low == second.low
    if one or two:
        value, other = (first, second) if one else (second, first)
        point = value.low or Decimal(0)
        inside = (other.low is None or point >= other.low) and (other.high is None or point <= other.high)
        return inside and (lineage or _within_reach(value, other))
    return overlap(first, second) and (lineage or (_within_reach(first, second) and _within_reach(second, first)))


def _point(interval: Interval) -> bool:
    return interval.low is not None and interval.low == interval.high


def _within_reach(value: Interval, bound: Interval) -> bool:
    """A bound does not support whatever lies beyond it: not 530,000 "more than 1,000", nor 4,000 "up to 15,000"."""
    if bound.reach is None or (bound.low is None) == (bound.high is None):
        return True
    if bound.low is None:
        return value.high is None or bound.high is None or value.high * bound.reach >= bound.high
    return value.low is None or value.low <= bound.low * bound.reach


def is_floor(claim: Claim) -> bool:
    """At least, more than, dozens: open upwards."""
    return claim.figure.low is not None and claim.figure.high is None


def is_ceiling(claim: Claim) -> bool:
    """At most, as many as: open downwards."""
    return claim.figure.low is None and claim.figure.high is not None


def is_vague(claim: Claim) -> bool:
    """Dozens, hundreds, thousands: no number that a larger one could clash with."""
    return is_floor(claim) and claim.figure.qualifier in VAGUE


def inside(one: Interval, two: Interval) -> bool:
    """Whether the first interval lies strictly within the second."""
    at_low = two.low is None or (one.low is not None and one.low >= two.low)
    at_high = two.high is None or (one.high is not None and one.high <= two.high)
    return at_low and at_high and one != two


def value_of(claim: Claim) -> Decimal:
    """One number for a figure: its middle, or the bound it has, times its multiplier."""
    low, high = claim.figure.low, claim.figure.high
    middle = (low + high) / 2 if low is not None and high is not None else low if low is not None else high
    return (middle or Decimal(0)) * (claim.figure.times or 1)


def distance(one: Claim, two: Claim) -> float:
    """How far apart two figures are, 0 to 1: the gap as a share of the larger."""
    first, second = abs(value_of(one)), abs(value_of(two))
    larger = max(first, second)
    return float(abs(first - second) / larger) if larger else 0.0


def is_telling(value: Decimal) -> bool:
    """A figure of so many digits that two things hardly share it, and three hardly add up to it by chance."""
    return len(value.normalize().as_tuple().digits) >= TELLING_DIGITS


def power_of_ten(one: Decimal, two: Decimal) -> bool:
    """A slip of a digit: the same digits, ten, a hundred or a thousand times apart."""
    small, large = sorted((abs(one), abs(two)))
    if small < TEN or small == large:
        return False
    return (
        any(small * factor == large for factor in (TEN, TEN**2, TEN**3, TEN**6))
        and len(small.normalize().as_tuple().digits) > 1
    )
