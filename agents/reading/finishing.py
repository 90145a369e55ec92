"""A span becomes a figure: its interval, its words and its counted noun, with offsets of the field."""

from decimal import Decimal

from ...schemas.claim import Figure
from .document import FoundFigure
from .spans import OPEN_DOWNWARDS, OPEN_UPWARDS, Line, Span


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
