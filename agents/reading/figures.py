"""Every figure of a field's text: value or interval, qualifier, unit or counted noun, and its place.

Rules over tokens; no model. Only paragraphs that hold a digit or a number word are looked at.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from . import ranges
from .document import FoundFigure
from .lexicon import Lexicon, lexicon
from .nonfigures import is_figure, masks
from .numbers import Number, read_number
from .spans import Line, Span, finish, read_span
from .tokens import tokenize

_PARAGRAPH = re.compile(r"[^\n]+")
LONGEST_PIECE = 4000
"""Longer paragraphs are read in pieces, cut after a sentence or at least after a word."""
_LAST_WORD = re.compile(r" [^\W\d_]+ (?!.* [^\W\d_]+ )")
RATIO_DIGITS = Decimal("0.000001")
MOST_GROUPS = 50
"""In "two brigades of 6,000 each" the first number is at most so large."""


def find_figures(text: str, lang: str, *, explain: bool = False) -> tuple[FoundFigure, ...]:
    """All figures of `text` in order; offsets are code points of `text`. Cost is linear in its length."""
    lex = lexicon(lang)
    found: list[FoundFigure] = []
    for start, end in _pieces(text):
        if lex.candidate.search(text, start, end):
            found += _in_paragraph(text, start, end, lex, explain=explain)
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of bounded length that cut no sentence, or at least no number."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while end - start > LONGEST_PIECE:
            limit = start + LONGEST_PIECE
            cut = max(text.rfind(sign, start, limit) + 1 for sign in (". ", "! ", "? ", "; "))
            if cut <= start:
                word = _LAST_WORD.search(text, limit - 200, limit)
                cut = word.start() + 1 if word else limit
            yield start, cut
            start = cut
        yield start, end


def _in_paragraph(text: str, start: int, end: int, lex: Lexicon, *, explain: bool) -> list[FoundFigure]:
    tokens = tokenize(text, start, end, spaced=lex.spaced_thousands)
    line = Line(text, tokens, [token.low for token in tokens], lex)
    masked = [(start + first, start + last) for first, last in masks(text[start:end], lex)]
    numbers = list(_numbers(line, masked))
    return [finish(span, line, explain=explain) for span in _products(list(_spans(numbers, line)), line)]


def _numbers(line: Line, masked: list[tuple[int, int]]) -> Iterator[Number]:
    """The numbers outside of what is masked, in order."""
    place, mask = 0, 0
    while place < len(line.tokens):
        token = line.tokens[place]
        while mask < len(masked) and masked[mask][1] <= token.start:
            mask += 1
        if mask < len(masked) and masked[mask][0] < token.end and token.start < masked[mask][1]:
            place += 1
            continue
        number = read_number(line.tokens, place, line.lex)
        if number is None:
            place += 1
            continue
        yield number
        place = number.last


def _spans(numbers: list[Number], line: Line) -> Iterator[Span]:
    """Numbers joined into ranges and ratios, each with what stands around it."""
    index = 0
    while index < len(numbers):
        number = numbers[index]
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        span = _pair(number, following, line) if following else None
        if span is not None:
            index += 2
            yield span
            continue
        index += 1
        if (single := _single(number, line)) is not None:
            yield single


def _pair(number: Number, following: Number, line: Line) -> Span | None:
    """Two numbers that are one figure: a range, a part of a whole, a ratio, a score."""
    if number.ordinal or following.ordinal:
        return None
    if ratio := _ratio(number, following, line):
        return ratio
    if not is_figure(following, line.tokens, line.words, line.lex) or _is_one(number, line):
        return None
    if joined := ranges.join(number, following, line.tokens, line.words, line.lex):
        if not is_figure(number, line.tokens, line.words, line.lex):
            return None
        span = Span(number=joined.low, high=joined.high, first=joined.first, last=following.last, why="range")
        read_span(span, line)
        return span
    return _part(number, following, line) or _score(number, following, line)


def _ratio(number: Number, following: Number, line: Line) -> Span | None:
    """3 sur 5, one in five, un train sur deux."""
    place = number.last
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
    share = (number.value / following.value).quantize(RATIO_DIGITS).normalize()
    span = Span(number=number, first=number.first, last=following.last, kind="ratio", ratio=share, why="ratio")
    if hit_before := line.lex.before.before(line.words, span.first):
        span.first -= hit_before[0]
        span.qualifier = hit_before[1]  # type: ignore[assignment]
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
    if hit is None or number.last + hit[0] != following.first or number.value >= following.value:
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


def _single(number: Number, line: Line) -> Span | None:
    if not is_figure(number, line.tokens, line.words, line.lex):
        return None
    if number.ordinal:
        return Span(number=number, first=number.first, last=number.last, kind="ordinal", why="ordinal")
    if fraction := _fraction(number, line):
        return fraction
    if _is_one(number, line) and not _one_counts(number, line):
        return None
    span = Span(number=number, first=number.first, last=number.last)
    read_span(span, line)
    return span


def _is_one(number: Number, line: Line) -> bool:
    """The word that is also the article or a pronoun: un, une, one, ein."""
    return number.worded and number.last - number.first == 1 and number.value == 1


def _one_counts(number: Number, line: Line) -> bool:
    """Un mort, one dead person, one million."""
    following = line.words[number.last : number.last + 2]
    if any(word in line.lex.one_counts for word in following[:1]):
        return True
    if len(following) < 2 or not following[0].isalpha() or following[0] in line.lex.stop:
        return False
    return following[1] in line.lex.one_counts


def _fraction(number: Number, line: Line) -> Span | None:
    """Two thirds, un tiers des."""
    last = number.last + (line.words[number.last : number.last + 1] == ["-"])
    parts = line.lex.fractions.get(line.words[last]) if last < len(line.words) else None
    if parts is None or not number.worded or number.value >= parts or number.qualifier:
        return None
    share = (number.value / parts).quantize(RATIO_DIGITS).normalize()
    span = Span(number=number, first=number.first, last=last + 1, kind="ratio", ratio=share, why="fraction")
    if hit := line.lex.before.before(line.words, span.first):
        span.first -= hit[0]
        span.qualifier = hit[1]  # type: ignore[assignment]
    return span


def _products(spans: list[Span], line: Line) -> list[Span]:
    """Two brigades of 6,000 each: the first number multiplies the second and is no figure of its own."""
    kept: list[Span] = []
    for span in spans:
        if kept and span.kind == "count" and _each_follows(span, line) and _groups(kept[-1], span, line):
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
