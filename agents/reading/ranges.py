"""Two numbers that are one interval: "entre 1,2 et 1,4 milliard", "18 to 25 %", "3- to 7,000", "44 mg to 50 mg"."""

from decimal import Decimal
from typing import NamedTuple

from .lexicon import Lexicon
from .scan import Number, past_of, plural
from .spans import CHANGE_WITHIN, Line
from .tokens import Token
from .units import Unit

WIDEST = 20
"""Times the lower bound that the upper of two small numbers around a short joiner ("2 or 300") is at most."""
FALL = 3
"""Times the end of a fall that its beginning is at most."""
THOUSAND = Decimal(1000)


class Range(NamedTuple):
    """Low and high, and the token where the words begin."""

    low: Number
    high: Number
    first: int


def join(one: Number, two: Number, line: Line) -> Range | None:
    """The interval that two neighbouring numbers make, or None."""
    lead = line.lex.units.before(line.words, one.first, line.tokens)
    joiner = _joined_by(one, two, lead, line)
    if joiner is None:
        return None
    begin = one.first - (lead.length if lead else 0)
    opener = line.lex.openers.before(line.words, begin)
    pair = (opener[1] if opener else "", joiner)
    if pair not in line.lex.ranges and ("", joiner) not in line.lex.ranges:
        return None
    first = begin - opener[0] if opener and pair in line.lex.ranges else one.first
    led = opener and ("", joiner) in line.lex.ranges  # "cut it to between 3 and 4" is an interval
    if led and any(word in line.lex.change for word in line.words[max(0, first - CHANGE_WITHIN) : first]):
        return None  # "up from 3 % to 4 %", "raised its rate from 3 to 4 %": two figures and a change
    if two.value < one.value < 0:  # "-2 à -6 °C"
        return Range(two, one, first)
    low = None if opener and _falls(one, two) else _scaled_alike(one, two)
    if low is None or low.value >= two.value or not (opener or _plausible(low, two, joiner, line.tokens)):
        return None
    return Range(low, two, first)


def _joined_by(one: Number, two: Number, lead: Unit | None, line: Line) -> str | None:
    """The word or sign that joins two numbers with their units into one interval."""
    words, lex = line.words, line.lex
    between = one.last
    unit = lex.units.at(words, between, line.tokens)
    sign = lex.units.before(words, two.first, line.tokens)
    if (unit or lead) and not _same_unit(unit or lead, sign or _unit_of(two, line), two, line):
        return None
    if unit and between + unit.length <= two.first:
        between += unit.length  # "18 % to 25 %"
    if words[between] == "-" and lex.joiners.at(words, between + 1):
        between += 1  # "3- to 7,000"
    joiner = lex.joiners.at(words, between)
    if joiner is None:
        return None
    reached = between + joiner[0]
    if reached < two.first and (hedge := lex.before.at(words, reached)) and hedge[1] == "about":
        reached += hedge[0]  # "between 0.2 kg and about 0.7 kg"
    if reached != two.first - (sign.length if sign and reached < two.first else 0):
        return None
    if joiner[1] == "/" and not ((after := _unit_of(two, line)) and after.kind == "duration"):
        return None  # "75/80 ans", but 6,8/10
    return joiner[1]


def _unit_of(number: Number, line: Line) -> Unit | None:
    place = past_of(line.tokens, number.last, line.lex) if number.magnitude else number.last
    return line.lex.units.at(line.words, place, line.tokens)


def _same_unit(one: Unit | None, other: Unit | None, two: Number, line: Line) -> bool:
    """Not "recule de 7 % à 18,4 milliards d'euros", "fell 7 % to 3 million", "gave $50 to 100 people"."""
    if one is not None and other is not None:
        return one.name == other.name
    if one is not None and one.kind == "percent" and two.magnitude:
        return False
    return two.magnitude or not plural(line.words, two.last, line.lex)


def _falls(one: Number, two: Number) -> bool:
    """ "From 20 to 15 billion": a change, where "from 100 to 2 million" is an interval."""
    printed = two.value / two.scale
    return two.magnitude and not one.magnitude and printed < one.value <= FALL * printed


def shared_magnitude(one: Number, two: Number) -> Number:
    """ "From 20 to 15 billion": the magnitude of the second is the first's too, where that is a small bare number."""
    if one.magnitude or not two.magnitude or not 0 < abs(one.value) < THOUSAND:
        return one
    return _times(one, two.scale)


def _scaled_alike(one: Number, two: Number) -> Number:
    """ "1,2 et 1,4 milliard", "two or three dozen", "3- to 7,000": the second's magnitude is the first's."""
    printed = not two.magnitude and not two.plain_digits and not two.worded
    if printed and two.value % THOUSAND == 0 and 0 < one.plain_digits <= 3:
        scale = THOUSAND
    else:
        scale = two.scale if one.scale == 1 and not one.magnitude else Decimal(1)
    if scale == 1 or not abs(one.value) * scale < two.value:
        return one
    return _times(one, scale)._replace(magnitude=two.magnitude)


def _times(number: Number, scale: Decimal) -> Number:
    return number._replace(
        value=number.value * scale, step=number.step * scale, magnitude=True, plain_digits=0, alternatives=()
    )


def _plausible(low: Number, high: Number, joiner: str, tokens: list[Token]) -> bool:
    """ "two or three" is an interval, "2 or 300" is not; a dash is glued to its numbers, or spaced on both sides."""
    if joiner in ("-", "–", "—"):
        dash = tokens[low.last] if low.last < len(tokens) else None
        if dash is None or dash.low != joiner:
            return True
        before, after = dash.start - tokens[low.last - 1].end, tokens[low.last + 1].start - dash.end
        aside = low.qualifier is not None and after > 0  # "several thousand - 20,000 by the organisers - marched"
        return after <= 1 and before == after and not aside
    return high.value <= WIDEST * max(low.value, Decimal(1)) or low.value >= 10


def bounds_joiner(words: list[str], first: int, last: int, lex: Lexicon) -> bool:
    """Whether only "and", "but" or a comma stands between: "more than 20 and less than 35" is one interval."""
    between = words[first:last]
    return 0 < len(between) <= 2 and all(word in lex.bound_joiners for word in between)
