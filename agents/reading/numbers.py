"""One number at one place: digits in any national form, words, magnitudes, halves."""

from decimal import Decimal
from typing import NamedTuple

from ...schemas.claim import Qualifier
from .lexicon import SOFT_HYPHEN, Lexicon
from .number_words import ONE, number_words
from .tokens import Token

LONGEST_NUMBER = 21
"""Characters of a number in digits; longer ones are keys, not counts."""
VAGUE_NAMES: tuple[tuple[Decimal, Qualifier], ...] = (
    (Decimal(2_000_000_000), "billions"),
    (Decimal(2_000_000), "millions"),
    (Decimal(2_000), "thousands"),
    (Decimal(200), "hundreds"),
    (Decimal(0), "dozens"),
)


class Number(NamedTuple):
    """A number as it stands: value, the step of its last digit, and the tokens [first, last) it takes."""

    value: Decimal
    step: Decimal
    first: int
    last: int
    magnitude: bool = False
    worded: bool = False
    qualifier: Qualifier | None = None
    alternatives: tuple[Decimal, ...] = ()
    plain_digits: int = 0
    """How many digits, where it is written in digits alone without separators (a year, an identifier)."""
    ordinal: bool = False


def read_number(tokens: list[Token], place: int, lex: Lexicon) -> Number | None:
    """The number that begins at a token, or None."""
    token = tokens[place]
    if token.kind == "number":
        return _from_digits(tokens, place, lex)
    if token.kind != "word":
        return None
    return _vague(tokens, place, lex) or _from_words(tokens, place, lex)


def _from_digits(tokens: list[Token], place: int, lex: Lexicon) -> Number | None:
    if len(tokens[place].text) > LONGEST_NUMBER:
        return None
    value, step, alternatives = digits(tokens[place].text, lex)
    following = _glued(tokens, place)
    if following and following.low in lex.ordinal_suffixes:
        return Number(value, step, place, place + 2, ordinal=True)
    plain = len(tokens[place].text) if tokens[place].text.isdigit() else 0
    number = Number(value, step, place, place + 1, alternatives=alternatives, plain_digits=plain)
    return _magnified(number, tokens, lex)


def digits(text: str, lex: Lexicon) -> tuple[Decimal, Decimal, tuple[Decimal, ...]]:
    """Value, step and other possible values of a number in digits."""
    text = text.replace(SOFT_HYPHEN, "")
    separators = [sign for sign in text if not sign.isdigit()]
    if not separators:
        return Decimal(text), ONE, ()
    last = separators[-1]
    whole, _, rest = text.rpartition(last)
    if len(set(separators)) > 1 or (last in ".," and not (len(rest) == 3 and len(whole) <= 3)):
        if len(separators) > 1 and len(set(separators)) == 1:
            return _joined(text), ONE, ()
        return _joined(whole) + Decimal(f"0.{rest}"), Decimal(1).scaleb(-len(rest)), ()
    if last not in ".," or len(separators) > 1:
        return _joined(text), ONE, ()
    grouped, fraction = _joined(text), Decimal(f"{whole}.{rest}")
    if last == lex.decimal or whole == "0":
        return fraction, Decimal("0.001"), () if whole == "0" else (grouped,)
    return grouped, ONE, (fraction,) if last == "." else ()


def _joined(text: str) -> Decimal:
    return Decimal("".join(sign for sign in text if sign.isdigit()))


def _glued(tokens: list[Token], place: int) -> Token | None:
    """The word that follows without a space."""
    if place + 1 < len(tokens) and tokens[place + 1].start == tokens[place].end:
        return tokens[place + 1]
    return None


def _magnified(number: Number, tokens: list[Token], lex: Lexicon) -> Number:
    """With the magnitude words after it: "1,5 million", "2 millions 500 mille", "3bn"."""
    place, value = _half_after(tokens, number.last, lex, number.value, ONE)
    step = number.step
    if place >= len(tokens):
        return number
    scale = lex.scales.get(tokens[place].low) or _abbreviation(tokens, place, lex)
    if scale is None:
        return _times_collective(number, tokens, lex)
    value, step, place = value * scale, step * scale, place + 1
    if place < len(tokens) and tokens[place].low == "." and tokens[place].start == tokens[place - 1].end:
        place += tokens[place - 1].low in lex.abbreviations
    place, value = _half_after(tokens, place, lex, value, scale)
    if place < len(tokens) and (further := lex.scales.get(tokens[place].low)):  # "mille milliards"
        value, step, scale, place = value * further, step * further, further, place + 1
    rest = _smaller_rest(tokens, place, lex, scale)
    if rest is not None:
        return number._replace(value=value + rest.value, step=rest.step, last=rest.last, plain_digits=0)
    return number._replace(value=value, step=step, last=place, magnitude=True, plain_digits=0, alternatives=())


def _smaller_rest(tokens: list[Token], place: int, lex: Lexicon, scale: Decimal) -> Number | None:
    """The "500 mille" of "2 millions 500 mille"."""
    if place >= len(tokens) or tokens[place].low in lex.articles:
        return None
    rest = read_number(tokens, place, lex)
    if rest is None or rest.value >= scale or rest.ordinal or rest.qualifier:
        return None
    return rest if rest.magnitude or rest.worded else None


def _abbreviation(tokens: list[Token], place: int, lex: Lexicon) -> Decimal | None:
    """k, M, bn, Md…: glued to the digits, or a whole word of two letters and more beside them."""
    token = tokens[place]
    scale = lex.abbreviations.get(token.low)
    if scale is None:
        return None
    glued = token.start == tokens[place - 1].end
    return scale if (glued and token.text != "m") or len(token.low) > 1 else None


def _times_collective(number: Number, tokens: list[Token], lex: Lexicon) -> Number:
    """Two dozen, trois centaines."""
    word = tokens[number.last].low
    each = lex.collectives.get(word) or (lex.vague[word] / 2 if word in lex.vague else None)
    if each is None:
        return number
    return number._replace(value=number.value * each, step=each, last=number.last + 1, plain_digits=0, magnitude=True)


def _half_after(tokens: list[Token], place: int, lex: Lexicon, value: Decimal, whole: Decimal) -> tuple[int, Decimal]:
    words = [token.low for token in tokens[place : place + 3]]
    if hit := lex.half_after.at(words, 0):
        return place + hit[0], value + whole / 2
    return place, value


def _vague(tokens: list[Token], place: int, lex: Lexicon) -> Number | None:
    """Dozens, des centaines, several thousand, tens of thousands."""
    word = tokens[place].low
    floor = lex.vague.get(word)
    first = place
    if floor is None and word in lex.several and place + 1 < len(tokens):
        following = tokens[place + 1].low
        each = lex.hundreds.get(following) or lex.scales.get(following) or lex.collectives.get(following)
        floor = lex.vague.get(following) or (2 * each if each and following not in lex.words else None)
        place += 1
    if floor is None:
        return None
    last = place + 1
    if last + 1 < len(tokens) and tokens[last].low in lex.of:
        skip = 2 if tokens[last + 1].low == "'" else 1
        if last + skip < len(tokens):
            further = tokens[last + skip].low
            scale = lex.scales.get(further) or (lex.vague[further] / 2 if further in lex.vague else None)
            if scale:
                floor, last = floor * scale, last + skip + 1
    name = next(name for least, name in VAGUE_NAMES if floor >= least)
    return Number(floor, floor / 2, first, last, worded=True, qualifier=name)


def _from_words(tokens: list[Token], place: int, lex: Lexicon) -> Number | None:
    """Number words in full, after an article or half where there is one."""
    word = tokens[place].low
    if word in lex.half:
        return _half_of(tokens, place, lex)
    if word in lex.collectives and place > 0 and tokens[place - 1].low not in lex.articles:
        return None
    if word in lex.articles and (number := _after_article(tokens, place, lex)):
        return number
    if word in lex.ordinal_words:
        return Number(ONE, ONE, place, place + 1, ordinal=True, worded=True)
    parsed = number_words(tokens, place, lex)
    if parsed is None:
        return None
    value, step, last, scaled = parsed
    if scaled:
        last, value = _half_after(tokens, last, lex, value, step)
    return _magnified(Number(value, step, place, last, worded=True, magnitude=scaled), tokens, lex)


def _after_article(tokens: list[Token], place: int, lex: Lexicon) -> Number | None:
    """A hundred, un million et demi, une vingtaine; "a half" is left to fractions."""
    if place + 1 >= len(tokens):
        return None
    word = tokens[place + 1].low
    if word in lex.collectives:
        each = lex.collectives[word]
        return Number(each, each, place, place + 2, worded=True, qualifier="about")
    if word in lex.half:
        half = _half_of(tokens, place + 1, lex)
        return half._replace(first=place) if half else None
    if word in lex.hundreds and word not in lex.words:
        parsed = number_words(tokens, place + 1, lex)
        if parsed:
            value, step, last, scaled = parsed
            number = Number(value, step, place, last, worded=True, magnitude=scaled)
            return _magnified(number, tokens, lex)
    if word in lex.scales:
        return _magnified(Number(ONE, ONE, place, place + 1, worded=True), tokens, lex)
    return None


def _half_of(tokens: list[Token], place: int, lex: Lexicon) -> Number | None:
    """Half a million, demi-million."""
    last = place + 1
    while last < len(tokens) and (tokens[last].low in lex.articles or tokens[last].low == "-"):
        last += 1
    scale = lex.scales.get(tokens[last].low) if last < len(tokens) else None
    if scale is None:
        return None
    return Number(scale / 2, scale / 2, place, last + 1, worded=True, magnitude=True)
