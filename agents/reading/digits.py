"""The value of a number printed in digits, in any national form; what else it could be read as."""

import re
from decimal import Decimal
from typing import NamedTuple
from unicodedata import numeric

from .phrases import SOFT_HYPHEN

ONE = Decimal(1)
_POWER = re.compile(
    r"(?P<base>[0-9.,]+)(?:\s?[x×·*]\s?10\^?(?P<ten>[-+−]*[0-9]+|⁻?[⁰¹²³⁴-⁹]{1,3})|[eE](?P<e>.+)|\^(?P<to>.+))"
)
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
LARGEST_POWER = 60
"""Larger exponents are no news."""
_HABITS = tuple(
    (
        point,
        re.compile(
            rf"[0-9](?<![\d.,]\d)(?:[0-9]{{0,2}}(?:{group}\d{{3}}){{2,}}(?![\d{group}])|\d*+{point}\d{{1,2}}(?![\d.,]?\d))"
            rf"|[0-9]{group}\d{{3}}{point}\d"
        ),
    )
    for point, group in ((r"\.", ","), (",", r"\."))
)
_AMBIGUOUS = re.compile(r"[.,](?<=[0-9][.,])[0-9]{3}(?![.,]?[0-9])")


class Printed(NamedTuple):
    """Value, the step of its last digit, and other values that the same digits could mean."""

    value: Decimal
    step: Decimal
    alternatives: tuple[Decimal, ...] = ()


def habit(text: str, decimal: str) -> str:
    """The decimal sign that a text uses where its numbers tell ("1,234.5", "3,7"), else the language's own."""
    if not _AMBIGUOUS.search(text):
        return decimal
    signs = [point[-1] for point, evidence in _HABITS if evidence.search(text)]
    return signs[0] if len(signs) == 1 else decimal


def printed(text: str, decimal: str) -> Printed | None:
    """The number that a number token prints; None for powers beyond all measure.

    `decimal` settles "3,700" where nothing in it does.
    """
    text = text.replace(SOFT_HYPHEN, "")
    if not text[-1].isdecimal() and len(text) == 1:
        return Printed(Decimal(numeric(text)).quantize(Decimal("1e-12")).normalize(), ONE)
    if power := _POWER.fullmatch(text):
        return _power(power, decimal)
    return _plain(text, decimal)


def _power(match: re.Match[str], decimal: str) -> Printed | None:
    base = _plain(match["base"], decimal)
    exponent = int((match["ten"] or match["e"] or match["to"]).translate(_RAISED).replace("+", "").replace("--", ""))
    if abs(exponent) > LARGEST_POWER:
        return None
    if match["to"]:
        return Printed(base.value**exponent, ONE) if base.value or exponent > 0 else None
    return Printed(base.value.scaleb(exponent), base.step.scaleb(exponent))


def _plain(text: str, decimal: str) -> Printed:
    separators = [sign for sign in text if not sign.isdigit()]
    if not separators:
        return Printed(Decimal(text), ONE)
    last = separators[-1]
    whole, _, rest = text.rpartition(last)
    if len(set(separators)) > 1 or (last in ".," and not (len(rest) == 3 and len(whole) <= 3)):
        if len(separators) > 1 and len(set(separators)) == 1:
            return Printed(_joined(text), ONE)
        return Printed(_joined(whole) + Decimal(f"0.{rest}"), ONE.scaleb(-len(rest)))
    if last not in ".," or len(separators) > 1:
        return Printed(_joined(text), ONE)
    grouped, fraction = _joined(text), Decimal(f"{whole or 0}.{rest}")
    if whole in ("", "0"):
        return Printed(fraction, Decimal("0.001"))
    if last == decimal:
        return Printed(fraction, Decimal("0.001"), (grouped,))
    return Printed(grouped, ONE, (fraction,) if last == "." else ())


def _joined(text: str) -> Decimal:
    return Decimal("".join(sign for sign in text if sign.isdigit()) or 0)
