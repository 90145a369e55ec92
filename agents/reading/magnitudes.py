"""What multiplies a number or is added to it: "1,5 million", "2 millions 500 mille", "3bn", "two and a half"."""

from collections.abc import Callable
from decimal import Decimal

from . import fractions
from .number_words import HUNDRED, ONE, number_words
from .scan import LONGEST_UNIT, Number, Scan, past_of, plural
from .tokens import hyphened

THOUSAND = Decimal(1000)
THOUSANDTH = Decimal("0.001")
Reader = Callable[[Scan, int], Number | None]
"""Reads the number that begins at a token: a smaller one may follow a magnitude."""


def magnified(number: Number, scan: Scan, read: Reader) -> Number:
    """With what multiplies or follows it: "1,5 million", "2 millions 500 mille", "3bn", "two and a half"."""
    tokens, lex = scan.tokens, scan.lex
    number = with_fraction(number, scan, whole=ONE)
    place = number.last
    if hyphened(tokens, place) and scan.low(place + 1) in lex.scales:
        place += 1  # "a $1.5-billion deal"
    scale = lex.scales.get(scan.low(place)) or _abbreviation(scan, place) or _of_money(number, scan)
    if scale is None or (scan.low(place) in lex.scales and _names_unit(scan, place)):
        return _times_collective(number, scan)
    number = grouped(number)
    factor, place = scale, place + 1
    if scan.low(place) == "." and tokens[place].start == tokens[place - 1].end:
        place += tokens[place - 1].low in lex.abbreviations
    if further := lex.scales.get(scan.low(place)):  # "mille milliards"
        factor, scale, place = factor * further, further, place + 1
    number = number._replace(
        value=number.value * factor,
        step=number.step * factor,
        last=place,
        magnitude=True,
        scale=factor,
        plain_digits=0,
        alternatives=(),
        fraction=False,
    )
    number = with_fraction(number, scan, whole=scale)
    return with_rests(number, scan, scale, read) if scan.rests else number


def with_rests(number: Number, scan: Scan, scale: Decimal, read: Reader) -> Number:
    """One smaller number after another: "2 milliards 300 millions 500 mille"."""
    scan = scan._replace(rests=False)
    while rest := _smaller_rest(scan, number.last, scale, read):
        number = number._replace(value=number.value + rest.value, step=rest.step, last=rest.last)
        scale = rest.scale if rest.magnitude else Decimal(0)
    return number


def _names_unit(scan: Scan, place: int) -> bool:
    """Whether a magnitude's word begins the name of a unit: "10 milles nautiques"."""
    unit = scan.unit(place)
    return unit is not None and unit.kind == "measure" and unit.length > 1


def grouped(number: Number) -> Number:
    """ "3,500 millones", "1,200 €": money and magnitudes have no third decimal, least of all a nought."""
    if not number.alternatives or number.step != THOUSANDTH or number.value * 100 % 1:
        return number
    other = number.alternatives[0]
    return number._replace(value=other, step=ONE, alternatives=(number.value,))


def with_fraction(number: Number, scan: Scan, *, whole: Decimal) -> Number:
    """ "five and a quarter", "trois milliards et demi", "one billion and three quarters million"."""
    lex = scan.lex
    if hit := lex.half_after.at(scan.lows(number.last), 0):
        scale = lex.scales.get(scan.low(number.last + hit[0]))
        if scale is None or scale >= whole:
            return number._replace(value=number.value + whole / 2, last=number.last + hit[0], plain_digits=0)
    if number.fraction or scan.low(number.last) not in lex.connectors | lex.spoken_point:
        return number
    part = fractions.fraction(scan.tokens, number.last + 1, lex)
    if part is None or not 0 < part.value < 1:
        return number
    scale = lex.scales.get(scan.low(part.last))
    if scale is not None and scale < whole:
        whole, part = scale, part._replace(last=part.last + 1)
    return number._replace(value=number.value + whole * part.value, last=part.last, plain_digits=0, alternatives=())


def _smaller_rest(scan: Scan, place: int, scale: Decimal, read: Reader) -> Number | None:
    """The "500 mille" of "2 millions 500 mille"."""
    if scan.low(place) in scan.lex.connectors and place + 1 < len(scan.tokens):
        joined = number_words(scan.tokens, place + 1, scan.lex)  # "6 crore and two hundred"
        if joined and HUNDRED <= joined.value < scale:
            return Number(joined.value, joined.step, place, joined.last, worded=True)
    if place >= len(scan.tokens) or scan.low(place) in scan.lex.articles or scan.tokens[place].kind == "sign":
        return None
    rest = read(scan, place)
    if rest is None or not 0 < rest.value < scale or rest.ordinal or rest.qualifier or rest.fraction:
        return None
    grouped_digits = rest.value >= THOUSAND and not rest.plain_digits  # "2 millions 400 000"
    small = 0 < rest.plain_digits <= 3 and scan.low(rest.last) not in scan.lex.hundreds
    below_thousand = scale == THOUSAND and small  # "20 mil 500"
    return rest if rest.magnitude or rest.worded or grouped_digits or below_thousand else None


def _abbreviation(scan: Scan, place: int) -> Decimal | None:
    """k, M, bn, Md…: glued to the digits, or a word of two letters and more beside them."""
    if place >= len(scan.tokens):
        return None
    token, known = scan.tokens[place], scan.lex.abbreviations
    scale = known.get(token.text) or known.get(token.low)
    if scale is None or len(token.low) > 1 or token.start == scan.tokens[place - 1].end:
        return scale
    following = scan.tokens[place + 1] if place + 1 < len(scan.tokens) else None
    if token.text == "k":  # "2.33 k"
        return scale if following is None or following.start > token.end or not following.text.isalnum() else None
    if following is None:
        return None
    of = past_of(scan.tokens, place + 1, scan.lex)
    money = scan.unit(of)
    named = of > place + 1 and scan.low(of).isalpha()  # "1,2 M d'abstentionnistes"
    return scale if named or (money is not None and money.kind == "money") else None  # "12 M€", "12 M d'euros"


def _of_money(number: Number, scan: Scan) -> Decimal | None:
    """The "m" of "€45m", "600m euros", "£5-7m" and "2m were displaced", which is a metre elsewhere."""
    scale = scan.lex.money_abbreviations.get(scan.low(number.last))
    if scale is None:
        return None
    after = scan.unit(number.last + 1)
    money_after = after is not None and after.kind == "money"
    if scan.tokens[number.last].start != scan.tokens[number.last - 1].end:  # "1,2 G$"
        return scale if money_after else None
    noun = scan.low(number.last + 1)
    named = _people(scan, number.last + 1) or (after is None and plural([noun], 0, scan.lex))
    if noun in scan.lex.plural_verbs or (noun not in scan.lex.not_abbreviated and named):
        return scale  # "5m young people", "1.2m jobs"; but "the 400m hurdles"
    return scale if money_after or _money_before(number, scan) else None


def _money_before(number: Number, scan: Scan) -> bool:
    """Whether a currency stands before a number, or before the lower end of its range."""
    near = scan.tokens[max(0, number.first - LONGEST_UNIT) : number.first]
    words = [token.low for token in near]
    if words[-1:] == ["-"] and near[-2:-1] and near[-2].kind == "number":
        near, words = near[:-2], words[:-2]
    return scan.lex.units.before(words, len(words), [*near, *scan.tokens[number.first : number.first + 1]]) is not None


def _people(scan: Scan, place: int) -> bool:
    """Whether people are named within three words, before a sign or a word that ends the phrase."""
    for word in scan.lows(place)[:3]:
        if not word.isalpha() or word in scan.lex.stop:
            return False
        if word in scan.lex.people:
            return True
    return False


def _times_collective(number: Number, scan: Scan) -> Number:
    """Two dozen, trois centaines, three hundred and two dozen."""
    word = scan.low(number.last)
    vague = scan.lex.vague.get(word)
    each = scan.lex.collectives.get(word) or scan.lex.collectives.get(word.removesuffix("s")) or (vague and vague / 2)
    if each is None or number.ordinal:
        return number
    return number._replace(
        value=number.value * each, step=each, last=number.last + 1, plain_digits=0, magnitude=True, scale=each
    )
