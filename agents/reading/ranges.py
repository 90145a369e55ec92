"""Two numbers that are one interval: "entre 1,2 et 1,4 milliard", "18 to 25 %", "3- to 7,000"."""

from decimal import Decimal
from typing import NamedTuple

from .lexicon import Lexicon
from .numbers import Number
from .tokens import Token

CHANGE_WITHIN = 5
"""Tokens before a range in which a verb of change makes two figures of it."""
THOUSAND = Decimal(1000)
POWERS = (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6, THOUSAND, Decimal(1))


class Range(NamedTuple):
    """Low and high, and the token where the words begin."""

    low: Number
    high: Number
    first: int


def join(one: Number, two: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> Range | None:
    """The interval that two neighbouring numbers make, or None."""
    between = one.last
    unit = lex.units.at(words, between)
    other = lex.units.at(words, two.last) or lex.units.at(words, two.last + 1)
    sign = lex.units_before.before(words, two.first)
    if unit and (sign or (other and unit[1] != other[1])):
        return None  # "recule de 7 % à 18,4 milliards d'euros"
    if unit and between + unit[0] < two.first:
        between += unit[0]  # "18 % to 25 %"
    if between < len(words) and words[between] == "-" and two.first - between > 1:
        between += 1  # "3- to 7,000"
    joiner = lex.joiners.at(words, between)
    if joiner is None or not _reaches(words, between + joiner[0], two, lex):
        return None
    opener = lex.openers.before(words, one.first)
    if (opener[1] if opener else "", joiner[1]) not in lex.ranges and ("", joiner[1]) not in lex.ranges:
        return None
    first = one.first - (opener[0] if opener and (opener[1], joiner[1]) in lex.ranges else 0)
    if opener and any(word in lex.change for word in words[max(0, first - CHANGE_WITHIN) : first]):
        return None  # "up from 3 % to 4 %", "raised its rate from 3 to 4 %": two figures and a change
    low = _shared_magnitude(one, two)
    if low.value >= two.value or not _plausible(low, two, joiner[1], tokens):
        return None
    return Range(low, two, first)


def _reaches(words: list[str], place: int, two: Number, lex: Lexicon) -> bool:
    """Nothing but a currency's sign between the joining word and the second number."""
    sign = lex.units_before.at(words, place)
    return place == two.first or (sign is not None and place + sign[0] == two.first)


def _shared_magnitude(one: Number, two: Number) -> Number:
    """ "1,2 et 1,4 milliard", "3- to 7,000": the second's magnitude is the first's."""
    if two.magnitude and not one.magnitude and one.value < THOUSAND:
        factor = next((power for power in POWERS if two.value >= power), Decimal(1))
        return one._replace(value=one.value * factor, step=one.step * factor, magnitude=True, plain_digits=0)
    thousands = not two.magnitude and two.value >= THOUSAND and two.value % THOUSAND == 0
    if thousands and one.value < two.value / THOUSAND and 0 < one.plain_digits <= 3:
        return one._replace(value=one.value * THOUSAND, plain_digits=0)
    return one


def _plausible(low: Number, high: Number, joiner: str, tokens: list[Token]) -> bool:
    """ "two or three" is an interval, "2 or 300" is not; a dash must be glued to its numbers."""
    if joiner in ("-", "–", "—"):
        dash = tokens[low.last] if low.last < len(tokens) else None
        return dash is None or dash.low != joiner or tokens[high.first].start - dash.end <= 1
    return len(joiner) > 2 or high.value <= 20 * max(low.value, Decimal(1)) or low.value >= 10
