"""Two spans that are one figure: five feet two inches, 3 dollars 50, more than 20 and less than 35."""

from decimal import Decimal

import msgspec

from .fractions import DIVISION
from .number_words import HUNDRED
from .scan import Number
from .spans import OPEN_DOWNWARDS, OPEN_UPWARDS, Line, Span
from .units import Unit

SMALLER = {
    ("mile", "yard"): Decimal(1760),
    ("yard", "foot"): Decimal(3),
    ("foot", "inch"): Decimal(12),
    ("pound", "ounce"): Decimal(16),
    ("kilometer", "meter"): Decimal(1000),
    ("meter", "centimeter"): Decimal(100),
    ("kilogram", "gram"): Decimal(1000),
    ("hour", "minute"): Decimal(60),
    ("minute", "second"): Decimal(60),
}
"""How many of a smaller unit make the larger that it follows."""


def add_smaller(span: Span, following: Number, line: Line) -> None:
    """Five feet two inches, 3 dollars 50, two euros and twenty centimes: one figure in the larger unit."""
    words, lex = line.words, line.lex
    between = words[span.last : following.first]
    if span.high or len(between) > 1 or (between and between[0] not in lex.connectors | lex.spoken_point):
        return
    if following.value < 0 or following.magnitude or span.number.value != int(span.number.value):
        return
    unit = _smaller_unit(span, following, line)
    if span.kind == "money":
        minor = unit is not None and unit.name == "cent"
        bare = unit is None and line.ends(following) and span.number.last < span.last  # "3 dollars 50"
        parts = HUNDRED if minor or bare else None
    else:
        parts = SMALLER.get((span.unit or "", unit.name)) if unit else None
    if parts is None or following.value >= parts:
        return
    share = DIVISION.divide(following.value, parts)
    value = span.number.value + share.copy_sign(span.number.value)
    span.number = span.number._replace(value=value, step=Decimal("0.01") if span.kind == "money" else following.step)
    span.last = following.last + (unit.length if unit else 0)
    span.counted = None


def _smaller_unit(span: Span, following: Number, line: Line) -> Unit | None:
    """The unit of the second number; "5 ft 2 in" has one that is none elsewhere."""
    unit = line.lex.units.at(line.words, following.last, line.tokens)
    word = line.words[following.last] if following.last < len(line.words) else ""
    name = line.lex.units.after_larger.get(word, "")
    return Unit(1, "measure", name) if unit is None and (span.unit or "", name) in SMALLER else unit


def enclose(one: Span, other: Span) -> Span | None:
    """One interval of a lower and an upper bound in the same unit, or None."""
    if one.unit != other.unit or one.kind != other.kind or one.high or other.high:
        return None
    upward, downward = one.qualifier in OPEN_UPWARDS, one.qualifier in OPEN_DOWNWARDS
    if not (upward and other.qualifier in OPEN_DOWNWARDS) and not (downward and other.qualifier in OPEN_UPWARDS):
        return None
    low, high = (_amount(one), _amount(other)) if upward else (_amount(other), _amount(one))
    if low.value >= high.value:
        return None
    counted = one.counted or other.counted
    return msgspec.structs.replace(
        one, number=low, high=high, last=other.last, counted=counted, ratio=None, why="two bounds"
    )


def _amount(span: Span) -> Number:
    """The span's number; of a ratio, its quotient."""
    return span.number if span.ratio is None else span.number._replace(value=span.ratio)
