"""Units that measure the same thing, led to a common one; currencies never are."""

from decimal import Decimal

import msgspec

from ...schemas.claim import Claim
from .intervals import significant_step

COMMON: dict[str, tuple[str, Decimal]] = {
    "acre": ("hectare", Decimal("0.40468564")),
    "square kilometer": ("hectare", Decimal(100)),
    "square mile": ("hectare", Decimal("258.998811")),
    "square meter": ("hectare", Decimal("0.0001")),
    "mile": ("kilometer", Decimal("1.609344")),
    "meter": ("kilometer", Decimal("0.001")),
    "foot": ("kilometer", Decimal("0.0003048")),
    "mile per hour": ("kilometer per hour", Decimal("1.609344")),
    "knot": ("kilometer per hour", Decimal("1.852")),
    "ton": ("tonne", Decimal("0.90718474")),
    "kilogram": ("tonne", Decimal("0.001")),
    "pound": ("tonne", Decimal("0.00045359237")),
    "gallon": ("liter", Decimal("3.785411784")),
    "barrel": ("liter", Decimal("158.987295")),
}
"""Exact definitions (NIST Handbook 44, the SI brochure)."""


SPOKEN = Decimal(3)
"""Percentage points around a share that is spoken as a fraction."""
SIGNED = frozenset(("percent", "points", "money"))
"""What may be printed with a sign, or told as a fall."""


def same_unit(one: Claim, two: Claim) -> tuple[Claim, Claim] | None:
    """Both claims in one unit; None when their units cannot be compared."""
    first, second = one.figure.unit, two.figure.unit
    if first == second:
        return _unsigned(one, two)
    if one.figure.kind == "money" or two.figure.kind == "money":
        return None
    left, right = _common(one), _common(two)
    return (left, right) if left.figure.unit == right.figure.unit else None


def _unsigned(one: Claim, two: Claim) -> tuple[Claim, Claim]:
    """ "-9,7 %" and "a fall of 9.7 %" say the same: where only one of two prints the sign, the words tell it."""
    if one.figure.kind not in SIGNED or _is_negative(one) == _is_negative(two):
        return one, two
    return _magnitude(one), _magnitude(two)


def _is_negative(claim: Claim) -> bool:
    high = claim.figure.high if claim.figure.high is not None else claim.figure.low
    return high is not None and high < 0


def _magnitude(claim: Claim) -> Claim:
    if not _is_negative(claim):
        return claim
    figure = claim.figure
    low, high = (None if value is None else -value for value in (figure.high, figure.low))
    return msgspec.structs.replace(claim, figure=msgspec.structs.replace(figure, low=low, high=high))


def _common(claim: Claim) -> Claim:
    figure = claim.figure
    if figure.kind == "ratio":
        return _in_percent(claim)
    if figure.unit not in COMMON:
        return claim
    unit, factor = COMMON[figure.unit]

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * factor

    # a converted value was rounded in its own unit: what it is exact to, grows with it
    step = scaled(significant_step(figure, abs(figure.low or figure.high or Decimal(0))))
    changed = msgspec.structs.replace(
        figure,
        unit=unit,
        low=scaled(figure.low),
        high=scaled(figure.high),
        step=step,
        magnitude=True,
        qualifier=_hedged(figure.qualifier),
    )
    return msgspec.structs.replace(claim, figure=changed)


def _in_percent(claim: Claim) -> Claim:
    """ "Nine out of ten", "la moitié": a share as it is spoken, exact to so many points."""
    figure = claim.figure
    low, high = figure.low, figure.high
    changed = msgspec.structs.replace(
        figure,
        kind="percent",
        unit="percent",
        low=None if low is None else low * 100 - SPOKEN,
        high=None if high is None else high * 100 + SPOKEN,
    )
    return msgspec.structs.replace(claim, figure=changed)


def _hedged(qualifier: str) -> str:
    """Writers round when they convert."""
    return "about" if qualifier == "exact" else qualifier
