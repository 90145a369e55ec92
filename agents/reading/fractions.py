"""Fractions and ordinals in words and digits: "two thirds", "un vingt-cinquième", "3/4", "forty-second"."""

from decimal import Context, Decimal
from typing import NamedTuple

from .lexicon import Lexicon
from .number_words import ONE, TEN, Words, number_words
from .tokens import Token

DIVISION = Context(prec=12)
LARGEST_DENOMINATOR = 1000


class Part(NamedTuple):
    """A fraction or an ordinal's value, and the token after it."""

    value: Decimal
    last: int


def slashed(tokens: list[Token], place: int) -> Part | None:
    """3/4 in digits."""
    if place + 2 >= len(tokens) or tokens[place + 1].text != "/":
        return None
    above, _, below = tokens[place : place + 3]
    if not (above.text.isdecimal() and below.text.isdecimal() and below.start - above.end == 1):
        return None
    if not 0 < int(above.text[:9]) < int(below.text[:9]) <= LARGEST_DENOMINATOR or _runs_on(tokens, place + 3):
        return None
    if len(above.text) > 1 and below.text not in ("100", "1000"):
        return None  # "75/80 ans" is a range
    return Part(_divided(Decimal(above.text), Decimal(below.text)), place + 3)


def _runs_on(tokens: list[Token], place: int) -> bool:
    """1/2/2018 is no fraction."""
    return place < len(tokens) and tokens[place].text == "/" and tokens[place].start == tokens[place - 1].end


def fraction(tokens: list[Token], place: int, lex: Lexicon) -> Part | None:
    """The fraction that begins at `place`: 3/4, ½, two thirds, a half, un quart."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    if token.kind == "number":
        if found := slashed(tokens, place):
            return found
        return _over(Decimal(token.text), place + 1, tokens, lex) if token.text.isdecimal() else None
    if token.low in lex.implied:  # "un million et quart", "trois et demi"
        below = Decimal(2) if token.low in lex.half else lex.fractions.get(token.low) or lex.ordinals[token.low]
        return Part(_divided(ONE, below), place + 1)
    if token.low in lex.articles and place + 1 < len(tokens):
        if tokens[place + 1].low in lex.half and _stands_alone(tokens, place + 2, lex):
            return Part(ONE / 2, place + 2)
        if found := _over(ONE, place + 1, tokens, lex):
            return found
    words = number_words(tokens, place, lex)
    return of_words(words, tokens, lex) if words else None


def of_words(words: Words, tokens: list[Token], lex: Lexicon) -> Part | None:
    """Number words and the denominator after them; "one hundred and three quarters" has a whole before its fraction."""
    below = denominator(tokens, words.last, lex)
    if below is None:
        return None
    if words.before_connector is not None and words.value - words.before_connector < below.value:
        share = _divided(words.value - words.before_connector, below.value)
        whole, last = words.connected_scale, below.last
        scale = lex.scales.get(tokens[last].low) if last < len(tokens) else None
        if scale is not None and scale < whole:  # "one billion and three quarters million"
            whole, last = scale, last + 1
        return Part(words.before_connector + share * whole, last)
    if lex.ordinal_units and words.before_ten and below.value < TEN and lex.ordinal_value(tokens[below.last - 1].low):
        return Part(_divided(words.before_ten, words.value - words.before_ten + below.value), below.last)
    return _over(words.value, words.last, tokens, lex)


def _over(above: Decimal, place: int, tokens: list[Token], lex: Lexicon) -> Part | None:
    below = denominator(tokens, place, lex)
    if below is None:
        return None
    word = tokens[below.last - 1].low
    if (
        word not in lex.fractions
        and (above == 1 or word in lex.ordinals)
        and not _stands_alone(tokens, below.last, lex)
    ):
        return None
    return Part(_divided(above, below.value), below.last)


def denominator(tokens: list[Token], place: int, lex: Lexicon) -> Part | None:
    """Thirds, quarts, vingt-cinquième: what a numerator is divided by."""
    if place < len(tokens) and tokens[place].low == "-":
        place += 1
    if place >= len(tokens):
        return None
    word = tokens[place].low
    value = lex.fractions.get(word) or lex.ordinal_value(word)
    if value is not None:
        return Part(value, place + 1) if value > 2 or word in lex.fractions else None
    tens = lex.words.get(word)
    if tens is None or tens < 20 or not lex.ordinal_units:
        return None
    unit = _after_hyphen(tokens, place + 1, lex)
    value = lex.ordinal_value(tokens[unit].low) if unit < len(tokens) else None
    return Part(tens + value, unit + 1) if value is not None and value < TEN else None


def ordinal(words: Words | None, tokens: list[Token], place: int, lex: Lexicon) -> Part | None:
    """Fifth, twenty-fifth, vingt et unième, two hundredth; `words` are the number words from `place` on."""
    if words is None:
        value = lex.ordinals.get(tokens[place].low)
        return Part(value, place + 1) if value is not None else None
    last = _after_hyphen(tokens, words.last, lex)
    value = lex.ordinals.get(tokens[last].low) if last < len(tokens) else None
    if value is None or tokens[last].start - tokens[words.last - 1].end > 4:
        return None
    if value >= 100:
        return Part(words.value * value, last + 1)
    spaced = last == words.last
    if words.value % 10 or value >= TEN or (spaced and tokens[last].low in lex.duration_words):
        return None
    return Part(words.value + value, last + 1)


def _after_hyphen(tokens: list[Token], place: int, lex: Lexicon) -> int:
    """Past a hyphen, a connector, and another hyphen: "vingt-et-unième"."""
    for signs in (("-", "–", "—"), lex.connectors, ("-",)):
        place += place < len(tokens) and tokens[place].low in signs
    return place


def _stands_alone(tokens: list[Token], place: int, lex: Lexicon) -> bool:
    """Whether no noun follows: "a fifth of", not "a fifth man"."""
    if place >= len(tokens) or tokens[place].kind == "sign":
        return place >= len(tokens) or tokens[place].text not in ("-", "'", "’")
    return tokens[place].low in lex.of or tokens[place].low in lex.stop or tokens[place].low in lex.scales


def _divided(above: Decimal, below: Decimal) -> Decimal:
    return DIVISION.divide(above, below).normalize()
