"""A figure in the making: a number or a range with its unit, qualifier and noun, in tokens."""

from decimal import Decimal

import msgspec

from ...schemas.claim import Figure, Kind, Qualifier
from .counted import Counted, counted_noun
from .document import FoundFigure
from .lexicon import Lexicon
from .numbers import Number
from .tokens import Token

OPEN_UPWARDS = frozenset(
    ("at_least", "more_than", "several", "dozens", "hundreds", "thousands", "millions", "billions")
)
OPEN_DOWNWARDS = frozenset(("at_most", "less_than"))


class Span(msgspec.Struct, kw_only=True):
    """Tokens [first, last) of one figure and what was read of it so far."""

    number: Number
    first: int
    last: int
    high: Number | None = None
    kind: Kind = "count"
    unit: str | None = None
    qualifier: Qualifier = "exact"
    counted: Counted | None = None
    of: Decimal | None = None
    times: Decimal | None = None
    ratio: Decimal | None = None
    why: str = "number"


class Line(msgspec.Struct, frozen=True):
    """The tokens of one paragraph and their looked-up forms."""

    text: str
    tokens: list[Token]
    words: list[str]
    lex: Lexicon


def read_span(span: Span, line: Line) -> None:
    """Fill in unit, kind, qualifier and counted noun from what stands around the number."""
    _unit_before(span, line)
    _unit_after(span, line)
    _age(span, line)
    _scale_word(span, line)
    if span.kind in ("count", "measure"):
        place = span.last
        span.counted = counted_noun(line.tokens, place, line.lex) if span.kind == "count" else None
    if span.counted and span.number.alternatives and span.number.step < 1:
        _count_in_thousands(span)
    _qualify(span, line)


def _count_in_thousands(span: Span) -> None:
    """ "3,700 soldats": nobody counts thousandths of a soldier."""
    number = span.number
    span.number = number._replace(value=number.alternatives[0], step=Decimal(1), alternatives=(number.value,))


def _unit_before(span: Span, line: Line) -> None:
    if hit := line.lex.units_before.before(line.words, span.first):
        span.first -= hit[0]
        span.kind, span.unit = "money", hit[1]


def _unit_after(span: Span, line: Line) -> None:
    """The unit, past the "de" of a magnitude ("1,5 million d'euros") or a hyphen ("5-mile")."""
    place, words = span.last, line.words
    number = span.high or span.number
    if number.magnitude or number.worded:
        while place < len(words) and (words[place] in line.lex.of or words[place] == "'"):
            place += 1
    elif place < len(words) and words[place] == "-":
        place += 1
    hit = line.lex.units.at(words, place) or line.lex.units.at(words, span.last)
    if hit is None or (span.kind == "money" and not hit[1].startswith("money:")):
        return
    if _is_noun(hit[1], place, span, line):
        return
    kind, _, name = hit[1].partition(":")
    span.kind, span.unit = kind, span.unit if span.kind == "money" and span.unit else name  # type: ignore[assignment]
    span.last = place + hit[0]


def _is_noun(meaning: str, place: int, span: Span, line: Line) -> bool:
    """One-letter units ("m", "g") must be glued or a lone token; "5 M" is a magnitude's business."""
    token = line.tokens[place]
    return len(token.low) == 1 and token.kind == "word" and token.text.isupper() and meaning != "percent:percent"


def _age(span: Span, line: Line) -> None:
    lex, words = line.lex, line.words
    after = lex.age_after.at(words, span.last) or lex.age_after.at(words, span.number.last)
    if after:
        span.kind, span.unit, span.last = "age", "year", max(span.last, span.number.last + after[0])
    elif span.kind == "duration" and (lex.age_before.before(words, span.first) or _person_of(span, line)):
        span.kind = "age"
    elif span.kind == "count" and lex.age_before.before(words, span.first) and span.number.value < 120:
        span.kind, span.unit = "age", "year"


def _person_of(span: Span, line: Line) -> bool:
    """ "la femme de 34 ans"."""
    if line.words[span.last - 1] not in line.lex.age_years:
        return False
    before = line.words[max(0, span.first - 2) : span.first]
    return len(before) == 2 and before[1] in line.lex.of and before[0] in line.lex.age_people


def _scale_word(span: Span, line: Line) -> None:
    """ "magnitude 6.3", "a 6.3-magnitude quake": a measure named by a word beside its number."""
    lex, words = line.lex, line.words
    if span.unit is not None:
        return
    place = span.last + (span.last < len(words) and words[span.last] == "-")
    if hit := lex.scale_words.at(words, place):
        span.last = place + hit[0]
    else:
        hit = lex.scale_words.before(words, span.first)
    if hit:
        span.kind, span.unit = "measure", hit[1]


def _qualify(span: Span, line: Line) -> None:
    """A bound or an approximation before the number, or after it."""
    lex, words = line.lex, line.words
    if span.number.qualifier:
        span.qualifier = span.number.qualifier
    before = lex.before.before(words, span.first)
    if before is None and span.first and words[span.first - 1] in lex.skip:
        before = lex.before.before(words, span.first - 1)
        span.first -= before is not None
    if before:
        span.first -= before[0]
        if before[1] != "about" or span.qualifier == "exact":
            span.qualifier = before[1]  # type: ignore[assignment]
        return
    if after := lex.after.at(words, span.last):
        span.qualifier, span.last = after[1], span.last + after[0]  # type: ignore[assignment]
        if span.kind == "count" and span.counted is None:
            span.counted = counted_noun(line.tokens, span.last, lex)


def finish(span: Span, line: Line, *, explain: bool) -> FoundFigure:
    """The figure as a record, with offsets of the field."""
    low, high = _bounds(span)
    start, end = line.tokens[span.first].start, line.tokens[span.last - 1].end
    counted = _cut(span, line)
    figure = Figure(
        text=line.text[start:end],
        kind=span.kind,
        low=low,
        high=high,
        qualifier="between" if span.high else span.qualifier,
        step=_plain(span.number.step) if span.ratio is None else None,
        magnitude=span.number.magnitude,
        unit=span.unit,
        counted=line.text[counted[0] : counted[1]] if counted else None,
        of=span.of,
        times=span.times,
        alternatives=tuple(map(_plain, span.number.alternatives)),
        corrupt=bool(counted and counted[3]),
        why=span.why if explain else None,
    )
    return FoundFigure(
        start=start,
        end=end,
        figure=figure,
        head=counted[2] if counted else None,
        counted_start=counted[0] if counted else None,
        counted_end=counted[1] if counted else None,
    )


def _bounds(span: Span) -> tuple[Decimal | None, Decimal | None]:
    if span.ratio is not None:
        return span.ratio, span.ratio
    value = _plain(span.number.value)
    if span.high is not None:
        return value, _plain(span.high.value)
    if span.qualifier in OPEN_UPWARDS:
        return value, None
    if span.qualifier in OPEN_DOWNWARDS:
        return None, value
    return value, value


def _plain(value: Decimal) -> Decimal:
    """Without exponent or needless zeros; a whole number stays whole."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _cut(span: Span, line: Line) -> tuple[int, int, str, bool] | None:
    """Start, end and head of the counted phrase, and whether broken text had to be cut ("soldatsdont")."""
    if span.counted is None:
        return None
    counted, tokens = span.counted, line.tokens
    head = tokens[counted.head]
    start, end = tokens[counted.first].start, tokens[counted.last - 1].end
    for suffix in line.lex.glued:
        stem = head.low.removesuffix(suffix)
        if stem != head.low and len(stem) > 3 and stem.endswith(line.lex.plural):
            return start, head.start + len(stem), stem, True
    return start, end, head.low, False
