"""Every figure of a field's text: value or interval, qualifier, unit or counted noun, and its place.

Rules over tokens; no model. Only what stands around a digit or a number word is looked at.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from . import fractions, ranges
from .combining import add_smaller, enclose
from .counted import counted_noun
from .digits import habit
from .document import FoundFigure
from .finishing import finish
from .lexicon import Lexicon, lexicon
from .masks import masks, named_days
from .mending import mended, unglued
from .nonfigures import is_figure
from .numbers import read_number
from .pairs import is_one, pair
from .scan import Number, Scan
from .spans import Line, Span, read_span
from .tokens import tokenize
from .windows import windows

GROUPS_WITHIN = 20
"""Tokens between the groups and what each of them has."""
FATE_BEFORE, FATE_AFTER = 4, 9
"""Tokens around "un manifestant de 22 ans" in which what befell him is told."""
MOST_POINTS = 100
"""A share has no more points; an index has."""
POINTS_WITHIN = 8
"""Tokens between points and the share that they change."""
MOST_GROUPS = 50
"""In "two brigades of 6,000 each" the first number is at most so large."""


def find_figures(text: str, lang: str, *, explain: bool = False) -> tuple[FoundFigure, ...]:
    """All figures of `text` in order; offsets are code points of `text`. Cost is linear in its length."""
    lex = lexicon(lang)
    decimal = habit(text, lex.decimal)
    days = named_days(text, lex.before_named_day, lex.months)
    found: list[FoundFigure] = []
    for start, end in windows(text, lex):
        masked = masks(text, start, end, days)
        found += _in_window(text, start, end, masked, lex, decimal, explain=explain)
    return tuple(found)


def _in_window(
    text: str, start: int, end: int, masked: list[tuple[int, int]], lex: Lexicon, decimal: str, *, explain: bool
) -> list[FoundFigure]:
    tokens = unglued(mended(text, start, end, tokenize(text, start, end, spaced=lex.spaced_thousands)), lex)
    line = Line(text, tokens, [token.low for token in tokens], lex)
    numbers = list(_numbers(Scan(tokens, lex, decimal), masked))
    spans = _shared(_joined_bounds(list(_spans(_told_once(numbers, line), line)), line), line)
    _tell_points(spans, line)
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
        span = pair(number, following, line) if following else None
        if span is not None:
            index, last = index + 2, span.last
            yield span
            continue
        index += 1
        if (single := _single(number, following, line)) is not None:
            last = single.last
            yield single


def _single(number: Number, following: Number | None, line: Line) -> Span | None:
    if not is_figure(number, line.tokens, line.words, line.lex):
        return None
    if number.ordinal:
        return _every_nth(number, line) or Span(
            number=number, first=number.first, last=number.last, kind="ordinal", why="ordinal"
        )
    if is_one(number) and not _one_counts(number, line):
        return None
    span = Span(number=number, first=number.first, last=number.last)
    read_span(span, line)
    if following is not None and not following.ordinal:
        add_smaller(span, following, line)
        _tell_whole(span, following, line)
    return span


def _every_nth(number: Number, line: Line) -> Span | None:
    """Jeder fünfte Schüler: one in five."""
    if number.first == 0 or line.words[number.first - 1] not in line.lex.every_nth or number.value <= 1:
        return None
    share = fractions.DIVISION.divide(Decimal(1), number.value)
    span = Span(number=number, first=number.first - 1, last=number.last, kind="ratio", ratio=share, why="every nth")
    span.counted = counted_noun(line.tokens, number.last, line.lex)
    return span


def _tell_whole(span: Span, following: Number, line: Line) -> None:
    """La moitié des 577 députés: a share knows its whole, which is a figure too."""
    hit = line.lex.share_of.at(line.words, span.last) if span.kind in ("ratio", "percent") else None
    counted = counted_noun(line.tokens, following.last, line.lex) if hit else None
    if hit and counted and span.last + hit[0] == following.first and not following.fraction:
        span.of, span.counted = following.value, counted


def _one_counts(number: Number, line: Line) -> bool:
    """Un mort, one dead person, one mile; "one" alone on its line is a number too."""
    following = line.words[number.last : number.last + 2]
    if number.first and line.words[number.first - 1] in line.lex.one_not_after:
        return False  # "pas un mort"
    if not following:
        return number.first == 0
    unit = line.lex.units.at(line.words, number.last, line.tokens)
    if unit and following[0] in line.lex.ordinals and following[1:] and following[1].isalpha():
        return following[1] in line.lex.stop  # "une seconde vague"
    if following[0] in line.lex.one_if_fate:
        near = slice(max(0, number.first - FATE_BEFORE), number.last + FATE_AFTER)
        around = line.words[near]
        return any(word in line.lex.one_fates for word in around)
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


def _tell_points(spans: list[Span], line: Line) -> None:
    """ "Recule de 4 points, à 23 %": points of a share, where one is told beside them; an index has others."""
    for place, span in enumerate(spans):
        if span.kind != "count" or span.counted is None or span.number.value >= MOST_POINTS:
            continue
        if line.words[span.counted.head] not in line.lex.points:
            continue
        beside = spans[max(0, place - 2) : place + 3]
        share = any(other.kind in ("percent", "points") and _near(span, other) for other in beside)
        around = line.words[max(0, span.first - POINTS_WITHIN) : span.last + POINTS_WITHIN]
        if share or not line.lex.shares.isdisjoint(around):
            span.last, span.kind, span.unit, span.counted = span.counted.head + 1, "points", "points", None


def _near(one: Span, other: Span) -> bool:
    return max(one.first, other.first) - min(one.last, other.last) <= POINTS_WITHIN


def _shared(spans: list[Span], line: Line) -> list[Span]:
    """ "25 and 23 years", "2 ou 3 places", "rose from 3 to 5 %": the first takes the unit or the noun of the second."""
    for one, other in pairwise(spans):
        between = line.words[one.last : other.first]
        bare = one.kind == "count" and one.counted is None and one.qualifier == "exact" and one.high is None
        joined = len(between) == 1 and between[0] in line.lex.conjunctions
        joiner = line.lex.joiners.at(line.words, one.last) or line.lex.change_joiners.at(line.words, one.last)
        changed = joiner == (len(between), " ".join(between)) and (other.kind != "count" or other.number.magnitude)
        if changed and one.high is None and (bare or one.unit == other.unit):
            one.number = ranges.shared_magnitude(one.number, other.number)
        elif other.number.magnitude or (other.kind == "money" and not changed):
            continue
        if bare and (joined or changed) and other.kind != "ordinal":
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
    return (
        groups.kind == "count" and groups.counted is not None and small and not stops and len(between) <= GROUPS_WITHIN
    )
