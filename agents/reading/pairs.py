"""Two neighbouring numbers that are one figure: a range, a share, a rate, a part of a whole, a score."""

from decimal import Decimal

from . import ranges
from .counted import counted_noun
from .fractions import DIVISION
from .nonfigures import is_figure
from .scan import Number, plural
from .spans import Line, Span, read_span, unit_after

RATE_BASES = frozenset(Decimal(10) ** power for power in range(3, 7))
"""Per thousand, per 10,000, per 100,000, per million."""
UNCERTAINTY = (("±",), ("+", "/", "-"), ("+", "/"))
"""Signs between a value and its uncertainty; a minus may have been read as the sign of what follows."""
HIGHEST_SCORE = 300
"""Of a game or a vote; larger numbers around a dash are an interval or none."""


def pair(number: Number, following: Number, line: Line) -> Span | None:
    """Two numbers that are one figure: a range, a part of a whole, a ratio, a score."""
    if number.ordinal or following.ordinal:
        return _ranks(number, following, line)
    if tuple(line.words[number.last : following.first]) in UNCERTAINTY:  # "13.8 ± 0.2 km"
        return _uncertain(number, following, line)
    if rate := _rate(number, following, line):
        return rate
    if ratio := _ratio(number, following, line):
        return ratio
    if not is_figure(following, line.tokens, line.words, line.lex):
        return None
    if joined := ranges.join(number, following, line):
        if not number.like_a_year and not is_figure(number, line.tokens, line.words, line.lex):
            return None  # "1500-2000 people" are no years
        span = Span(number=joined.low, high=joined.high, first=joined.first, last=following.last, why="range")
        read_span(span, line)
        return span
    return None if is_one(number) else _part(number, following, line) or _score(number, following, line)


def _uncertain(number: Number, following: Number, line: Line) -> Span:
    """13.8 ± 0.2 billion years."""
    if following.magnitude and not number.magnitude:
        scale = following.scale
        number = number._replace(value=number.value * scale, step=number.step * scale, magnitude=True, alternatives=())
    span = Span(number=number, first=number.first, last=following.last, why="with its uncertainty")
    read_span(span, line)
    return span


def _ranks(number: Number, following: Number, line: Line) -> Span | None:
    """Between the tenth and the fifteenth."""
    if not (number.ordinal and following.ordinal and (opener := line.lex.openers.before(line.words, number.first - 1))):
        return None
    joiner = line.lex.joiners.at(line.words, number.last)
    if joiner is None or (opener[1], joiner[1]) not in line.lex.ranges or number.value >= following.value:
        return None
    if following.first - number.last > joiner[0] + 1:
        return None
    first = number.first - 1 - opener[0]
    return Span(number=number, high=following, first=first, last=following.last, kind="ordinal", why="range of ranks")


def _ratio(number: Number, following: Number, line: Line) -> Span | None:
    """3 sur 5, one in five, un train sur deux, 2 over 3."""
    place = number.last
    if (over := line.lex.over.at(line.words, place)) and place + over[0] == following.first:
        alone = number.first == 0 and following.last == len(line.words)
        spoken = number.worded and line.ends(following)
        return _divided(number, following, line) if alone or spoken else None
    hit = line.lex.bare_ratio.at(line.words, place)
    while hit is None and place < min(number.last + 3, following.first - 1):
        place += 1
        hit = line.lex.bare_ratio.at(line.words, place)
    if hit is None or place + hit[0] != following.first or not 0 < number.value < following.value:
        return None
    parted = "," in line.words[number.last : following.first]  # "eine Studentengruppe, sprachen von 80.000"
    if (
        parted
        or following.like_a_year
        or following.magnitude
        or line.lex.scale_words.before(line.words, following.first)
    ):
        return None  # "eine Stärke von 6,6"
    noun_between = place > number.last
    if noun_between and hit[0] == 1 and plural(line.words, following.last, line.lex):
        return None  # "5 people in 10 cars"; but "12 wins out of 15 games"
    valued = line.words[place - 1].endswith(line.lex.no_parts)  # "eine Teilnehmerzahl von 2.000"
    valued = valued or (line.lex.capital_nouns and line.tokens[place - 1].text[0].islower())  # "ein Verein spricht von"
    if noun_between and (valued or unit_after(following, following.last, line)):
        return None  # "853 passagers sur 15 200 km"
    if noun_between and number.value > 1:
        return _counted_part(number, following, line)
    if number.fraction or unit_after(number, number.last, line):
        return None
    return _divided(number, following, line)


def _rate(number: Number, following: Number, line: Line) -> Span | None:
    """12 cases per 100,000 inhabitants, 5 par 100 000 habitants; but "20 villages attaqués par 1 000 soldats"."""
    if following.value not in RATE_BASES or number.value >= following.value:
        return None
    for place in range(number.last, min(number.last + 4, following.first)):
        hit = line.lex.rate.at(line.words, place)
        if hit is None and place == number.last:
            hit = line.lex.bare_rate.at(line.words, place)
        if hit is None and plural(line.words, following.last, line.lex):
            hit = line.lex.counted_rate.at(line.words, place)
        if hit and place + hit[0] == following.first:
            span = Span(number=number, first=number.first, last=number.last, why="rate")
            read_span(span, line)
            if span.kind != "count":
                return None  # "200 euros pour 1000 litres"
            span.kind, span.unit, span.last = "rate", f"per {following.value:f}", following.last
            return span
    return None


def _divided(number: Number, following: Number, line: Line) -> Span | None:
    if following.value == 0:
        return None
    share = DIVISION.divide(number.value, following.value).normalize()
    span = Span(number=number, first=number.first, last=following.last, kind="ratio", ratio=share, why="ratio")
    inside = counted_noun(line.tokens[: following.first], number.last, line.lex)  # "un train sur deux"
    span.counted = inside or counted_noun(line.tokens, following.last, line.lex)  # "one in five children"
    return _hedged(span, line)


def _hedged(span: Span, line: Line) -> Span:
    if hit := line.lex.before.before(line.words, span.first):
        span.first -= hit[0]
        span.qualifier = hit[1]  # type: ignore[assignment]
    return span


def _counted_part(number: Number, following: Number, line: Line) -> Span | None:
    """34 drones sur 41: a count with its whole; but "3 dollars in 50 cities" are two figures."""
    span = Span(number=number, first=number.first, last=number.last, of=following.value, why="part of a whole")
    read_span(span, line)
    if span.kind != "count":
        return None
    span.last = max(span.last, following.last)
    return span


def _part(number: Number, following: Number, line: Line) -> Span | None:
    """18 des 40 soldats: a part with its whole."""
    hit = line.lex.ratio.at(line.words, number.last)
    if hit is None or number.last + hit[0] != following.first or number.value >= following.value or number.fraction:
        return None
    if not is_figure(number, line.tokens, line.words, line.lex):
        return None
    whole = Span(number=following, first=following.first, last=following.last)
    read_span(whole, line)
    bare = whole.counted is None and hit[0] == 1 and following.plain_digits and number.plain_digits
    if whole.kind != "count" or (whole.counted is None and not bare):
        return None
    span = Span(number=number, first=number.first, last=number.last, of=following.value, why="part of a whole")
    read_span(span, line)
    span.kind, span.unit, span.last, span.counted = "count", None, following.last, whole.counted
    return span


def _score(number: Number, following: Number, line: Line) -> Span | None:
    """2-1: two small numbers around a dash that make no interval."""
    dash = line.words[number.last : following.first]
    glued = line.tokens[number.last - 1].end + 1 == line.tokens[following.first].start
    if dash not in (["-"], ["–"], [":"]) or not glued or max(number.value, following.value) > HIGHEST_SCORE:
        return None
    low, high = sorted((number, following))
    return Span(number=low, high=high, first=number.first, last=following.last, kind="score", why="score")


def is_one(number: Number) -> bool:
    """The word that is also the article or a pronoun: un, une, one, ein."""
    return number.worded and number.last - number.first == 1 and number.value == 1
