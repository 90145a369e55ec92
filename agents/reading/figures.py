"""Every figure of a field's text: value or interval, qualifier, unit or counted noun, and its place.

Rules over tokens; no model. Only what stands around a digit or a number word is looked at.
"""

from collections.abc import Iterator
from itertools import pairwise

from . import ranges
from .combining import add_smaller, enclose
from .digits import habit
from .document import FoundFigure
from .finishing import finish
from .fractions import DIVISION
from .lexicon import Lexicon, lexicon
from .nonfigures import is_figure, masks
from .numbers import read_number
from .scan import Number, Scan
from .spans import Line, Span, read_span, unit_after
from .tokens import tokenize
from .windows import windows

MOST_GROUPS = 50
"""In "two brigades of 6,000 each" the first number is at most so large."""


def find_figures(text: str, lang: str, *, explain: bool = False) -> tuple[FoundFigure, ...]:
    """All figures of `text` in order; offsets are code points of `text`. Cost is linear in its length."""
    lex = lexicon(lang)
    decimal = habit(text, lex.decimal)
    found: list[FoundFigure] = []
    for start, end in windows(text, lex):
        found += _in_window(text, start, end, lex, decimal, explain=explain)
    return tuple(found)


def _in_window(text: str, start: int, end: int, lex: Lexicon, decimal: str, *, explain: bool) -> list[FoundFigure]:
    tokens = tokenize(text, start, end, spaced=lex.spaced_thousands)
    line = Line(text, tokens, [token.low for token in tokens], lex)
    masked = masks(text, start, end)
    numbers = list(_numbers(Scan(tokens, lex, decimal), masked))
    spans = _shared(_joined_bounds(list(_spans(_told_once(numbers, line), line)), line), line)
    return [finish(span, line, explain=explain) for span in _products(spans, line)]


def _numbers(scan: Scan, masked: list[tuple[int, int]]) -> Iterator[Number]:
    """The numbers outside of what is masked, in order."""
    place = mask = 0
    starts = scan.lex.starts
    for at, token in enumerate(scan.tokens):
        if at < place or (token.kind == "word" and not starts(token.low)):
            continue
        while mask < len(masked) and masked[mask][1] <= token.start:
            mask += 1
        if mask < len(masked) and masked[mask][0] < token.end and token.start < masked[mask][1]:
            continue
        number = read_number(scan, at)
        if number is not None:
            yield number
            place = number.last


def _spans(numbers: list[Number], line: Line) -> Iterator[Span]:
    """Numbers joined into ranges and ratios, each with what stands around it."""
    index = last = 0
    while index < len(numbers):
        number = numbers[index]
        if number.first < last:  # the "cent" of "pour cent"
            index += 1
            continue
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        span = _pair(number, following, line) if following else None
        if span is not None:
            index, last = index + 2, span.last
            yield span
            continue
        index += 1
        if (single := _single(number, following, line)) is not None:
            last = single.last
            yield single


def _pair(number: Number, following: Number, line: Line) -> Span | None:
    """Two numbers that are one figure: a range, a part of a whole, a ratio, a score."""
    if number.ordinal or following.ordinal:
        return _ranks(number, following, line)
    if ratio := _ratio(number, following, line):
        return ratio
    if not is_figure(following, line.tokens, line.words, line.lex) or _is_one(number, line):
        return None
    if joined := ranges.join(number, following, line):
        if not is_figure(number, line.tokens, line.words, line.lex):
            return None
        span = Span(number=joined.low, high=joined.high, first=joined.first, last=following.last, why="range")
        read_span(span, line)
        return span
    return _part(number, following, line) or _score(number, following, line)


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
        return _divided(number, following, line) if _ends(following, line) else None
    hit = line.lex.bare_ratio.at(line.words, place)
    while hit is None and place < min(number.last + 3, following.first - 1):
        place += 1
        hit = line.lex.bare_ratio.at(line.words, place)
    if hit is None or place + hit[0] != following.first or not 0 < number.value < following.value:
        return None
    if following.plain_digits == 4 or following.magnitude:
        return None
    if place > number.last and number.value > 1:
        return _counted_part(number, following, line)
    if number.fraction or unit_after(number, number.last, line):
        return None
    return _divided(number, following, line)


def _ends(number: Number, line: Line) -> bool:
    """Whether nothing that a number could count follows it."""
    return number.last >= len(line.words) or not line.words[number.last].isalpha()


def _divided(number: Number, following: Number, line: Line) -> Span | None:
    if following.value == 0:
        return None
    share = DIVISION.divide(number.value, following.value).normalize()
    return _hedged(
        Span(number=number, first=number.first, last=following.last, kind="ratio", ratio=share, why="ratio"), line
    )


def _hedged(span: Span, line: Line) -> Span:
    if hit := line.lex.before.before(line.words, span.first):
        span.first -= hit[0]
        span.qualifier = hit[1]  # type: ignore[assignment]
    return span


def _counted_part(number: Number, following: Number, line: Line) -> Span:
    """34 drones sur 41: a count with its whole."""
    span = Span(number=number, first=number.first, last=number.last, of=following.value, why="part of a whole")
    read_span(span, line)
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
    if whole.kind != "count" or whole.counted is None:
        return None
    span = Span(number=number, first=number.first, last=number.last, of=following.value, why="part of a whole")
    read_span(span, line)
    span.kind, span.unit, span.last, span.counted = "count", None, following.last, whole.counted
    return span


def _score(number: Number, following: Number, line: Line) -> Span | None:
    """2-1: two small numbers around a dash that make no interval."""
    dash = line.words[number.last : following.first]
    glued = line.tokens[number.last - 1].end + 1 == line.tokens[following.first].start
    if dash not in (["-"], ["–"]) or not glued or max(number.value, following.value) > 300:
        return None
    low, high = sorted((number, following))
    return Span(number=low, high=high, first=number.first, last=following.last, kind="score", why="score")


def _single(number: Number, following: Number | None, line: Line) -> Span | None:
    if not is_figure(number, line.tokens, line.words, line.lex):
        return None
    if number.ordinal:
        return Span(number=number, first=number.first, last=number.last, kind="ordinal", why="ordinal")
    if _is_one(number, line) and not _one_counts(number, line):
        return None
    span = Span(number=number, first=number.first, last=number.last)
    read_span(span, line)
    if following is not None and not following.ordinal:
        add_smaller(span, following, line)
    return span


def _is_one(number: Number, line: Line) -> bool:
    """The word that is also the article or a pronoun: un, une, one, ein."""
    return number.worded and number.last - number.first == 1 and number.value == 1


def _one_counts(number: Number, line: Line) -> bool:
    """Un mort, one dead person, one mile; "one" alone on its line is a number too."""
    following = line.words[number.last : number.last + 2]
    if not following:
        return number.first == 0
    unit = line.lex.units.at(line.words, number.last, line.tokens)
    if unit and following[0] in line.lex.ordinals and following[1:] and following[1].isalpha():
        return following[1] in line.lex.stop  # "une seconde vague"
    if following[0] in line.lex.one_counts or (unit and (unit.length > 1 or len(following[0]) > 2)):
        return True
    if len(following) < 2 or not following[0].isalpha() or following[0] in line.lex.stop:
        return following[0] == "-" and line.lex.units.at(line.words, number.last + 1, line.tokens) is not None
    return following[1] in line.lex.one_counts


def _told_once(numbers: list[Number], line: Line) -> list[Number]:
    """Eight (8) soldiers: a number told in words and in digits is one."""
    kept: list[Number] = []
    for number in numbers:
        before = kept[-1] if kept else None
        between = line.words[before.last : number.first] if before else []
        closes = line.words[number.last : number.last + 1] == [")"]
        if before and between == ["("] and closes and before.value == number.value and before.worded != number.worded:
            kept[-1] = before._replace(last=number.last + 1)
        else:
            kept.append(number)
    return kept


def _shared(spans: list[Span], line: Line) -> list[Span]:
    """ "25 and 23 years", "2 ou 3 places": the first takes the unit or the noun of the second."""
    for one, other in pairwise(spans):
        between = line.words[one.last : other.first]
        bare = one.kind == "count" and one.counted is None and one.qualifier == "exact" and one.high is None
        if bare and len(between) == 1 and between[0] in line.lex.conjunctions and other.kind != "ordinal":
            if other.number.magnitude or other.kind == "money":
                continue
            one.kind, one.unit, one.counted = other.kind, other.unit, other.counted
    return spans


def _joined_bounds(spans: list[Span], line: Line) -> list[Span]:
    """More than 20 and less than 35: two bounds of one quantity are one interval."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept else None
        if (
            before
            and ranges.bounds_joiner(line.words, before.last, span.first, line.lex)
            and (both := enclose(before, span))
        ):
            kept[-1] = both
        else:
            kept.append(span)
    return kept


def _products(spans: list[Span], line: Line) -> list[Span]:
    """Two brigades of 6,000 each: the first number multiplies the second and is no figure of its own."""
    kept: list[Span] = []
    for span in spans:
        each = span.kind in ("count", "measure", "money") and _each_follows(span, line)
        if kept and each and _groups(kept[-1], span, line):
            span.times = kept.pop().number.value
        kept.append(span)
    return kept


def _each_follows(span: Span, line: Line) -> bool:
    place = max(span.last, span.counted.last if span.counted else 0)
    return any(line.lex.each.at(line.words, place + ahead) for ahead in range(3))


def _groups(groups: Span, span: Span, line: Line) -> bool:
    """A small count in the same sentence, before."""
    between = line.words[groups.last : span.first]
    stops = any(word in (".", "!", "?", ";") for word in between)
    small = groups.number.value <= MOST_GROUPS and groups.number.value > 1
    return groups.kind == "count" and groups.counted is not None and small and not stops and len(between) <= 20
