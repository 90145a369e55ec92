"""One number at one place: digits in any national form, words, magnitudes, fractions, signs."""

from decimal import Decimal

from ...schemas.claim import Qualifier
from . import fractions
from .digits import printed
from .magnitudes import magnified, with_fraction, with_rests
from .number_words import HUNDRED, ONE, Words, decimals, number_words
from .scan import Number, Scan, past_of
from .tokens import Token

MOST_HUNDREDS = 1000
"""Nobody says 1,001 hundred."""
LONGEST_NUMBER = 24
"""Characters of a number in digits; longer ones are keys, not counts."""
VAGUE_NAMES: tuple[tuple[Decimal, Qualifier], ...] = (
    (Decimal(2_000_000_000), "billions"),
    (Decimal(2_000_000), "millions"),
    (Decimal(2_000), "thousands"),
    (Decimal(200), "hundreds"),
    (Decimal(0), "dozens"),
)
DASHES = ("-", "−", "–")
FREE_BEFORE_SIGN = frozenset("(:$€£/<>=~∼≈±")


def read_number(scan: Scan, place: int) -> Number | None:
    """The number that begins at a token, its sign included, or None."""
    token = scan.tokens[place]
    if token.kind == "number":
        return _from_digits(scan, place)
    if token.kind == "sign":
        return _signed(scan, place) if token.text in DASHES else None
    if not scan.lex.starts(token.low):
        return None
    return _vague(scan, place) or _from_words(scan, place) or _negated(scan, place)


def _signed(scan: Scan, place: int) -> Number | None:
    """-5, $-5, − 5 °C; a dash between numbers or before a spaced one is none."""
    tokens = scan.tokens
    if place + 1 >= len(tokens) or tokens[place + 1].kind != "number":
        return None
    before = tokens[place - 1] if place else None
    free = before is None or before.end < tokens[place].start or before.text in FREE_BEFORE_SIGN
    if not free or (before is not None and before.kind == "number"):
        return None
    number = _from_digits(scan, place + 1)
    if number is None or number.ordinal:
        return None
    alone = (place == 0 or tokens[place - 1].text == "(") and scan.low(number.last) in ("", ")")  # "(- 11 600)"
    spaced = tokens[place].end < tokens[place + 1].start
    if spaced and not alone and not scan.lex.degrees.at(scan.lows(number.last), 0):
        return None
    return number._replace(value=-number.value, first=place, plain_digits=0, alternatives=())


def _negated(scan: Scan, place: int) -> Number | None:
    """Minus five, moins vingt, négatif un."""
    lex = scan.lex
    if scan.low(place) not in lex.minus or scan.low(place - 1) in lex.minus_not_after or place + 1 >= len(scan.tokens):
        return None
    following = scan.tokens[place + 1]
    number = _from_digits(scan, place + 1) if following.kind == "number" else _from_words(scan, place + 1)
    if number is None or number.ordinal or number.qualifier:
        return None
    return number._replace(value=-number.value, first=place, plain_digits=0, alternatives=())


def _from_digits(scan: Scan, place: int) -> Number | None:
    tokens, lex = scan.tokens, scan.lex
    text = tokens[place].text
    read = printed(text, scan.decimal) if len(text) <= LONGEST_NUMBER else None
    if read is None:
        return None
    following = _glued(tokens, place)
    if following and following.low in lex.ordinal_suffixes:
        return Number(read.value, read.step, place, place + 2, ordinal=True)
    if part := fractions.fraction(tokens, place, lex):
        return _scaled_fraction(Number(part.value, ONE, place, part.last, fraction=True), scan)
    plain = len(text) if text.isdecimal() else 0
    number = Number(read.value, read.step, place, place + 1, alternatives=read.alternatives, plain_digits=plain)
    number = number._replace(fraction=len(text) == 1 and not plain)
    if plain and any(token.kind == "number" for token in tokens[place + 1 : place + 2 + (scan.low(place + 1) == "-")]):
        number = _with_digit_fraction(number, scan)
    if spoken := decimals(tokens, place + 1, lex) if plain else None:
        number = _with_decimals(number, spoken)
    if plain and scan.low(place + 1) in lex.hundreds and (hundreds := _digit_hundreds(number, scan)):
        number = hundreds
    return magnified(number, scan, read_number)


def _with_digit_fraction(number: Number, scan: Scan) -> Number:
    """2½, 10 1/2, 2-1/2."""
    first = number.last + (scan.low(number.last) == "-")
    token = scan.tokens[first]
    part = fractions.slashed(scan.tokens, first)
    if part is None and len(token.text) == 1 and not token.text.isdecimal() and (read := printed(token.text, ".")):
        part = fractions.Part(read.value, number.last + 1)
    if part is None or token.start - scan.tokens[number.last - 1].end > 2 or part.value >= 1:
        return number
    return number._replace(value=number.value + part.value, last=part.last, plain_digits=0)


def _with_decimals(number: Number, spoken: tuple[str, int]) -> Number:
    step = ONE.scaleb(-len(spoken[0]))
    value = number.value + Decimal(spoken[0]) * step
    return number._replace(value=value, step=step, last=spoken[1], plain_digits=0, worded=True)


def _digit_hundreds(number: Number, scan: Scan) -> Number | None:
    """3 hundred and 21; "34 cents" is money and not 3,400."""
    lex, last = scan.lex, number.last + 1
    if scan.low(number.last) in lex.minor_money or number.value > MOST_HUNDREDS:
        return None
    number = number._replace(
        value=number.value * HUNDRED, step=HUNDRED, last=last, plain_digits=0, magnitude=True, scale=HUNDRED
    )
    last += scan.low(last) in lex.connectors
    rest = scan.tokens[last] if last < len(scan.tokens) else None
    if scan.low(last + 1) in lex.hundreds or scan.low(last + 1) in lex.scales:
        return number
    if rest is not None and rest.kind == "number" and rest.text.isdecimal() and len(rest.text) <= 2:
        return number._replace(value=number.value + int(rest.text), step=ONE, last=last + 1, scale=ONE)
    if rest is not None and (words := number_words(scan.tokens, last, lex)) and 0 < words.value < HUNDRED:
        return number._replace(value=number.value + words.value, step=words.step, last=words.last, scale=ONE)
    return number


def _glued(tokens: list[Token], place: int) -> Token | None:
    """The word that follows without a space."""
    if place + 1 < len(tokens) and tokens[place + 1].start == tokens[place].end:
        return tokens[place + 1]
    return None


def _vague(scan: Scan, place: int) -> Number | None:
    """Dozens, des centaines, several thousand, tens of thousands, multi-million."""
    lex, first, word = scan.lex, place, scan.low(place)
    floor = lex.vague.get(word)
    if floor is None and word in lex.several | lex.determiners:
        place += 1 + (scan.low(place + 1) == "-")
        following = scan.low(place)
        floor = lex.vague.get(following)
        if floor is None and word in lex.several:
            each = lex.hundreds.get(following) or lex.scales.get(following) or lex.collectives.get(following)
            floor = 2 * each if each and following not in lex.words else None
    if floor is None:
        return None
    last = place + 1
    if scan.low(last) in lex.of:
        last_of = last + 1 + (scan.low(last + 1) == "'")
        further = scan.low(last_of)
        scale = lex.scales.get(further) or (lex.vague[further] / 2 if further in lex.vague else None)
        if scale:
            floor, last = floor * scale, last_of + 1
    name = next(name for least, name in VAGUE_NAMES if floor >= least)
    return Number(floor, floor / 2, first, last, worded=True, qualifier=name)


def _from_words(scan: Scan, place: int) -> Number | None:
    """Number words in full, after an article or half where there is one."""
    lex, tokens, word = scan.lex, scan.tokens, scan.low(place)
    if word in lex.collectives and scan.low(place - 1) not in lex.articles:
        return None
    if scan.low(place - 1) not in lex.articles and (part := _implied(scan, place)):
        return part
    if word in lex.articles and (number := _after_article(scan, place)):
        return number
    if word in lex.articles and scan.low(place + 1) in lex.ordinals:  # "un cinquième enfant"
        return Number(lex.ordinals[scan.low(place + 1)], ONE, place, place + 2, ordinal=True, worded=True)
    words = number_words(tokens, place, lex)
    if nth := fractions.ordinal(words, tokens, place, lex):
        return Number(nth.value, ONE, place, nth.last, ordinal=True, worded=True)
    return _of_words(words, scan, place) if words else None


def _of_words(words: Words, scan: Scan, place: int) -> Number:
    """A fraction where a denominator follows, else the number itself."""
    if part := fractions.of_words(words, scan.tokens, scan.lex):
        mixed = part.value > 1 and words.before_connector is not None
        number = Number(part.value, ONE, place, part.last, worded=True, fraction=not mixed)
        return _scaled_fraction(number, scan)
    return _worded(words, scan, place)


def _worded(words: Words, scan: Scan, place: int) -> Number:
    """Number words with their decimals and what follows."""
    number = Number(words.value, words.step, place, words.last, worded=True, magnitude=words.scaled, scale=words.scale)
    spoken = decimals(scan.tokens, words.last, scan.lex, spoken=True)
    if spoken and (scan.low(words.last) in scan.lex.point or _counts_nothing(scan, spoken[1])):
        return magnified(_with_decimals(number, spoken), scan, read_number)
    if words.scaled:
        number = with_fraction(number, scan, whole=words.step)
        return with_rests(number, scan, words.scale, read_number) if scan.rests else number  # "tres mil 600"
    each = scan.lex.collectives.get(scan.low(words.last).removesuffix("s"))
    if each and words.before_connector is not None:  # "three hundred and two dozen"
        tail = words.value - words.before_connector
        return number._replace(value=words.before_connector + tail * each, step=each, last=words.last + 1)
    return magnified(number, scan, read_number)


def _counts_nothing(scan: Scan, place: int) -> bool:
    """Whether a unit, a sign or nothing follows: "dos con tres kilos", but "dos con tres hijos"."""
    return not scan.low(place).isalpha() or scan.low(place) in scan.lex.stop or scan.unit(place) is not None


def _after_article(scan: Scan, place: int) -> Number | None:
    """A hundred, un million et demi, une vingtaine, a quarter of."""
    lex, tokens, word = scan.lex, scan.tokens, scan.low(place + 1)
    if word in lex.collectives:
        return _collective(scan, place)
    if word in lex.collective_adjectives and (
        scan.low(place + 2) in lex.collectives or scan.low(place + 2) in lex.scales
    ):
        return _collective(scan, place + 1)._replace(first=place)  # "une petite centaine"
    if implied := _implied(scan, place + 1):
        return implied._replace(first=place) if scan.low(place - 1) not in lex.connectors else None
    if part := fractions.fraction(tokens, place, lex):
        return _scaled_fraction(Number(part.value, ONE, place, part.last, worded=True, fraction=True), scan)
    if word in lex.hundreds and word not in lex.words:
        words = number_words(tokens, place + 1, lex)
        return _of_words(words, scan, place) if words else None
    if word in lex.scales:
        return magnified(Number(ONE, ONE, place, place + 1, worded=True), scan, read_number)
    return None


def _collective(scan: Scan, place: int) -> Number:
    """A dozen, une vingtaine, a couple of hundred."""
    lex, last = scan.lex, place + 2
    each = lex.collectives.get(scan.low(place + 1)) or lex.scales[scan.low(place + 1)]
    further = scan.low(last + 1) if scan.low(last) in lex.of else scan.low(last)
    times = lex.hundreds.get(further) or lex.scales.get(further) or lex.collectives.get(further)
    if times is not None:
        last += 1 + (scan.low(last) in lex.of)
        each *= times
    return Number(each, each, place, last, worded=True, qualifier="about", magnitude=times is not None, scale=each)


def _implied(scan: Scan, place: int) -> Number | None:
    """Half a million, demi-million, quarter million, half a litre, la moitié des: a fraction without its "one"."""
    lex, word = scan.lex, scan.low(place)
    below = Decimal(2) if word in lex.half else lex.fractions.get(word) or lex.ordinals.get(word)
    if below is None or word not in lex.implied or scan.low(place - 1) in lex.half_not_after:
        return None
    value, last = fractions.DIVISION.divide(ONE, below), place + 1
    last = past_of(scan.tokens, last + (scan.low(last) == "-"), lex)
    number = Number(value, value, place, last, worded=True, fraction=True)
    if scale := lex.scales.get(scan.low(last)) or lex.collectives.get(scan.low(last)):
        magnitude = scan.low(last) in lex.scales
        return number._replace(
            value=value * scale, step=value * scale, last=last + 1, magnitude=magnitude, scale=scale, fraction=False
        )
    if hit := scan.unit(last):
        return number if hit.kind in ("measure", "duration", "money", "points") else None
    alone = word in lex.half_alone and scan.low(place + 1) not in lex.half_not_before
    return number._replace(last=place + 1, step=ONE) if alone else None


def _scaled_fraction(number: Number, scan: Scan) -> Number:
    """Two thirds of a million, three quarters billion; else the fraction itself."""
    lex, last = scan.lex, past_of(scan.tokens, number.last, scan.lex)
    scale = lex.scales.get(scan.low(last))
    if scale is None or scan.low(last) in lex.vague:
        return number
    return number._replace(
        value=number.value * scale, step=scale, last=last + 1, magnitude=True, scale=scale, fraction=False
    )
